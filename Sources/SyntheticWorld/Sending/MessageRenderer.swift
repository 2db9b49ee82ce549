// SPDX-License-Identifier: Apache-2.0

/// Writes a planned message as the bytes of one file or, for messages in parts, of several.
struct MessageRenderer {
    let seed: UInt64
    let manifest: Manifest
    private let profile: CarrierProfile

    /// Travellers or bookings in one part of a message sent in parts.
    private static let travellersPerPart = 40
    private static let bookingsPerPart = 25

    init(seed: UInt64, manifest: Manifest) {
        self.seed = seed
        self.manifest = manifest
        profile = CarrierProfile(carrier: manifest.voyage.slot.carrier)
    }

    /// Whether the carrier sends EDIFACT by teletype.
    var isTypeB: Bool { profile.isTypeB }

    /// Whether a list is divided into parts, so that one of them can go missing.
    func isDivided(_ plan: PlannedMessage) -> Bool { isTypeB && lines(plan).count > Self.travellersPerPart }

    /// The files, in order; equal plans give equal bytes.
    func files(_ plan: PlannedMessage) -> [(kind: SentMessageKind, bytes: [UInt8])] {
        switch plan.content {
        case .unreadable: return [(.unreadable, unreadable(plan))]
        case .manifest(let permille): return [(.manifest, manifestFile(plan, permille: permille))]
        case .bookings, .newBookings, .cancelledBooking:
            let content = bookings(plan)
            if profile.sendsDocuments {
                let writer = PnrgovDocumentWriter(
                    voyage: manifest.voyage, plan: plan, function: content.function, isCancelled: content.isCancelled)
                return writer.documents(content.bookings).map { (.document, $0) }
            }
            return envelope(plan).files(
                content.bookings.count, perPart: Self.bookingsPerPart, type: "PNRGOV", body: content.body
            ).map { (.pnrgov, $0) }
        case .clearance:
            let writer = ClearanceWriter(voyage: manifest.voyage, plan: plan)
            return [(.cusres, writer.interchange(lines(plan)))]
        case .passengers, .corrected, .cancelled, .restored, .crew, .closeOut, .closeOutNotBoarded, .voyageCancelled,
            .voyageChanged:
            let lines = lines(plan)
            let envelope = envelope(plan)
            var second: ((inout SegmentBuffer) -> Void)?
            if plan.damages.contains(.twoMessages), case .passengers = plan.content, !manifest.crew.isEmpty {
                var crew = plan
                crew.content = .crew
                let crewLines = self.lines(crew)
                second = { self.paxlst(crew, crewLines[...], total: crewLines.count, into: &$0) }
            }
            return envelope.files(
                lines.count, perPart: Self.travellersPerPart, type: "PAXLST", second: second
            ) { range, buffer in
                self.paxlst(plan, lines[range], total: lines.count, into: &buffer)
            }.enumerated().filter { part, _ in
                // The second part goes missing, where there is one.
                !(plan.damages.contains(.partMissing) && part == 1)
            }.map { (.paxlst, $0.element) }
        }
    }

    private func envelope(_ plan: PlannedMessage) -> MessageEnvelope {
        MessageEnvelope(profile: profile, voyage: manifest.voyage, plan: plan)
    }

    private func bookings(
        _ plan: PlannedMessage
    ) -> (
        bookings: [WorldBooking], function: String, isCancelled: Bool, body: (Range<Int>, inout SegmentBuffer) -> Void
    ) {
        var chosen: [WorldBooking]
        var function = "22"
        var isCancelled = false
        switch plan.content {
        case .newBookings(let since):
            function = "141"
            chosen = manifest.bookings.filter { $0.bookedAt > since && $0.isListed(at: plan.asOf) }
        case .cancelledBooking(let place):
            function = "141"
            isCancelled = true
            chosen = [manifest.bookings[place]]
        default: chosen = manifest.bookings.filter { $0.isListed(at: plan.asOf) }
        }
        let writer = PnrgovWriter(voyage: manifest.voyage, profile: profile, asOf: plan.asOf)
        return (
            chosen, function, isCancelled,
            { range, buffer in
                writer.head(function, bookings: chosen.count, into: &buffer)
                for booking in chosen[range] { writer.booking(booking, isCancelled: isCancelled, into: &buffer) }
            }
        )
    }

    private func lines(_ plan: PlannedMessage) -> [PaxlstWriter.Line] {
        switch plan.content {
        case .corrected(let place, let seat), .cancelled(let place, let seat), .restored(let place, let seat):
            return [line(place, seat, asOf: plan.asOf)]
        case .crew:
            return manifest.crew.map {
                PaxlstWriter.Line(passenger: $0, locator: "", phone: "", isCorrected: false)
            }
        case .passengers, .closeOut, .clearance:
            var isClosing = false
            if case .closeOut = plan.content { isClosing = true }
            var lines: [PaxlstWriter.Line] = []
            for (place, booking) in manifest.bookings.enumerated() where booking.isListed(at: plan.asOf) {
                for (seat, passenger) in booking.passengers.enumerated()
                where passenger.isListed(at: plan.asOf) && !(isClosing && passenger.isNoShow) {
                    lines.append(line(place, seat, asOf: plan.asOf))
                }
            }
            return lines
        case .closeOutNotBoarded:
            var lines: [PaxlstWriter.Line] = []
            for (place, booking) in manifest.bookings.enumerated() where booking.isListed(at: plan.asOf) {
                for (seat, passenger) in booking.passengers.enumerated()
                where passenger.isListed(at: plan.asOf) && passenger.isNoShow {
                    lines.append(line(place, seat, asOf: plan.asOf))
                }
            }
            return lines
        default: return []
        }
    }

    private func line(_ place: Int, _ seat: Int, asOf: Int) -> PaxlstWriter.Line {
        let booking = manifest.bookings[place]
        let passenger = booking.passengers[seat]
        return PaxlstWriter.Line(
            passenger: passenger, locator: booking.locator, phone: passenger.person.phone,
            isCorrected: passenger.correctedAt.map { $0 <= asOf } ?? false)
    }

    private func paxlst(
        _ plan: PlannedMessage, _ lines: ArraySlice<PaxlstWriter.Line>, total: Int, into buffer: inout SegmentBuffer
    ) {
        let writer = PaxlstWriter(voyage: manifest.voyage, profile: profile)
        let function: (String, String?) =
            switch plan.content {
            case .corrected: ("745", "CP")
            case .cancelled(let place, _):
                ("745", profile.reducesParties && manifest.bookings[place].passengers.count > 1 ? "RP" : "XR")
            case .crew: ("250", "C")
            case .closeOut: ("266", "CLOB")
            case .closeOutNotBoarded(let detail): ("266", detail)
            case .voyageCancelled: ("266", "XF")
            case .voyageChanged: ("266", "CF")
            default: ("745", nil)
            }
        let transaction = profile.carrier + decimal(manifest.voyage.id % 10_000_000, 7) + decimal(plan.ordinal, 2)
        writer.head(function.0, detail: function.1, transaction: transaction, into: &buffer)
        for line in lines {
            if function.0 == "266" {
                writer.reference(line, into: &buffer)
            } else {
                writer.traveller(line, into: &buffer)
            }
        }
        switch plan.content {
        case .voyageCancelled, .voyageChanged: return
        default: break
        }
        if case .crew = plan.content {
            buffer.segment("CNT", [["41", "\(total)"]])
        } else {
            let declared = plan.damages.contains(.wrongTotal) ? total + 1 : total
            buffer.segment("CNT", [["42", "\(declared)"]])
        }
    }

    private func manifestFile(_ plan: PlannedMessage, permille: Int) -> [UInt8] {
        var passengers: [WorldPassenger] = []
        for booking in manifest.bookings where booking.isListed(at: plan.asOf) {
            passengers += booking.passengers.filter {
                $0.isListed(at: plan.asOf) && (plan.asOf < manifest.voyage.departure || !$0.isNoShow)
            }
        }
        passengers = Array(passengers.prefix(max(1, passengers.count * permille / 1000)))
        return ManifestWriter(voyage: manifest.voyage).bytes(
            passengers, isLowerCase: plan.damages.contains(.lowerCase))
    }

    /// Bytes that are no message: part of a scanned page, or a table that went the wrong way.
    private func unreadable(_ plan: PlannedMessage) -> [UInt8] {
        var generator = SeededGenerator(seed, .unreadable, manifest.voyage.id, plan.ordinal)
        var bytes = Array((generator.chance(permille: 500) ? "%PDF-1.4\n" : "PK\u{3}\u{4}").utf8)
        for _ in 0..<generator.within(400...3000) { bytes.append(UInt8(truncatingIfNeeded: generator.next())) }
        return bytes
    }
}
