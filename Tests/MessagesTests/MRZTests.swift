// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct MRZTests {
    private let today = CivilDate(year: 2026, month: 1, day: 15)

    private func read(_ lines: [String]) throws -> MRZReading { try #require(MRZReading(lines: lines, today: today)) }

    @Test func `the check digits of the standard's own specimens are right`() throws {
        // ICAO Doc 9303: parts 4, 5, 6 and 7, appendices.
        let specimens: [([String], MRZFormat, String)] = [
            (
                ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"], .td3,
                "L898902C3"
            ),
            (["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"], .td2, "D23145890"),
            (
                ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"],
                .td1, "D23145890"
            ),
            (
                ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"], .mrvA,
                "L8988901C"
            ),
            (["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"], .mrvB, "L8988901C"),
        ]
        for (lines, format, number) in specimens {
            let reading = try read(lines)
            let zone = try #require(reading.zone)
            #expect(zone.format == format)
            #expect(zone.isVerified, "\(format)")
            #expect(zone.documentNumber == number)
            #expect(zone.surname == "ERIKSSON")
            #expect(zone.given == "ANNA MARIA")
            #expect(reading.repairs.isEmpty)
        }
        let passport = try #require(read(specimens[0].0).zone)
        #expect(passport.birthDate?.description == "1974-08-12")
        #expect(passport.expiry?.description == "2012-04-15")
        #expect(passport.sex == .female)
        #expect(passport.optionalData == ["ZE184226B"])
        #expect(passport.checks.map(\.field) == [.documentNumber, .birthDate, .expiry, .optionalData, .composite])
    }

    @Test func `one name, an unspecified sex, unknown days and a birth in the future`() throws {
        var writer = MRZWriter(format: .td3, surname: "SUKARNO", given: nil)
        writer.sex = "<"
        writer.birth = "27<<<<"
        let zone = try #require(read(writer.lines).zone)
        #expect(zone.isVerified)
        #expect(zone.surname == "SUKARNO")
        #expect(zone.given == nil)
        #expect(zone.sex == .unspecified)
        #expect(zone.birthDate?.description == "1927")
        #expect(!zone.isNameCut)
        writer.surname = "WIDYANINGSIH"
        writer.given = "MAHARANI PUTRI KUSUMAWARDHANI SETIAWATI"
        let long = try #require(read(writer.lines).zone)
        #expect(long.isNameCut)
    }

    @Test func `a long number goes on in the optional data`() throws {
        // ICAO Doc 9303 part 5, appendix B.
        let zone = try #require(
            read(["I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"])
                .zone)
        #expect(zone.documentNumber == "D23145890734")
        #expect(zone.checks.first?.isRight == true)
        #expect(zone.optionalData.isEmpty)
    }

    @Test(arguments: 0..<200) func `what is written is read`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for format in MRZFormat.allCases {
            let writer = MRZWriter.random(format, using: &random)
            let zone = try #require(read(writer.lines).zone, "seed \(seed) \(format)")
            #expect(zone.format == format)
            #expect(zone.isVerified, "seed \(seed) \(writer.lines)")
            #expect(zone.surname == writer.surname)
            #expect(zone.given == writer.given)
            #expect(zone.documentNumber == writer.number)
            #expect(zone.nationality == writer.nationality)
            #expect(zone.issuer == writer.issuer)
        }
    }

    /// The columns that check digits cover, by line.
    private func covered(_ format: MRZFormat) -> [(line: Int, columns: [Int])] {
        switch format {
        case .td1: [(0, Array(5..<30)), (1, Array(0..<7) + Array(8..<15) + Array(18..<30))]
        case .td2: [(1, Array(0..<10) + Array(13..<20) + Array(21..<36))]
        case .td3: [(1, Array(0..<10) + Array(13..<20) + Array(21..<44))]
        case .mrvA, .mrvB: [(1, Array(0..<10) + Array(13..<20) + Array(21..<28))]
        }
    }

    @Test(arguments: 0..<100) func `one wrong character is noticed unless the weights cannot see it`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        for format in MRZFormat.allCases {
            let writer = MRZWriter.random(format, using: &random)
            // A filler in a long number's place shifts fields: these have their own test.
            guard writer.number.count <= 9 else { continue }
            var lines = writer.lines.map { Array($0.utf8) }
            let part = try #require(covered(format).randomElement(using: &random))
            let column = try #require(part.columns.randomElement(using: &random))
            let old = lines[part.line][column]
            let new = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8).randomElement(using: &random) ?? 48
            func value(_ byte: UInt8) -> Int { byte == 60 ? 0 : byte < 58 ? Int(byte) - 48 : Int(byte) - 55 }
            guard abs(value(old) - value(new)) % 10 != 0 else { continue }
            lines[part.line][column] = new
            let zone = try #require(read(lines.map { String(decoding: $0, as: UTF8.self) }).zone)
            #expect(!zone.isVerified, "seed \(seed) \(format) line \(part.line) column \(column)")
            #expect(zone.checks.contains { !$0.isRight })
        }
    }

    @Test(arguments: ["I50412", "85A412", "8504BC"]) func `letters that weigh what digits weigh make no date`(
        birth: String
    ) throws {
        for format in MRZFormat.allCases {
            // The check digits are those of the letters, so that nothing but the rule of dates can notice.
            var writer = MRZWriter(format: format)
            writer.birth = birth
            let zone = try #require(read(writer.lines).zone)
            #expect(!zone.isVerified)
            let check = try #require(zone.checks.first { $0.field == .birthDate })
            #expect(!check.isRight)
            #expect(check.expected == nil)
            #expect(zone.birthDate == nil)
        }
    }

    @Test func `letters whose values cancel out in a date are offered as digits, never read so silently`() throws {
        for format in MRZFormat.allCases {
            var writer = MRZWriter(format: format)
            writer.birth = "880412"
            // Visas have no composite digit, which would notice.
            if format == .mrvA || format == .mrvB { writer.code = "V" }
            let printed = writer.lines
            // B is 11 and weighs 7 and 3 here: 3 * 7 + 3 * 3 changes no check digit of the date.
            let seen = printed.map { $0.replacing("880412", with: "BB0412") }
            #expect(seen != printed)
            let reading = try read(seen)
            let zone = try #require(reading.zone)
            #expect(!zone.isVerified && zone.birthDate == nil)
            #expect(reading.repairs.first?.zone.lines == printed)
            #expect(reading.repairs.first?.changes.map(\.to) == ["8", "8"])
        }
    }

    private static let slips: [UInt8: [UInt8]] = [
        0x30: [0x4F, 0x51, 0x44], 0x4F: [0x30], 0x49: [0x31], 0x31: [0x49], 0x42: [0x38], 0x38: [0x42], 0x53: [0x35],
        0x35: [0x53], 0x5A: [0x32], 0x32: [0x5A],
    ]

    @Test(arguments: 0..<60) func `a known slip's original is among the repairs`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for format in MRZFormat.allCases {
            var writer = MRZWriter.random(format, using: &random)
            writer.number = String(writer.number.prefix(9))
            let original = writer.lines
            var lines = original.map { Array($0.utf8) }
            // The number, and the digits of the dates.
            let line = format == .td1 ? 0 : 1
            let start = format == .td1 ? 5 : 0
            let dates = format == .td1 ? Array(0..<6) : Array(13..<19)
            var places = (start..<(start + 9)).map { (line, $0) } + dates.map { (1, $0) }
            places.shuffle(using: &random)
            var made = 0
            for (line, column) in places where made < 2 {
                guard let wrong = Self.slips[lines[line][column]]?.randomElement(using: &random) else { continue }
                lines[line][column] = wrong
                made += 1
            }
            let reading = try read(lines.map { String(decoding: $0, as: UTF8.self) })
            if reading.zone?.isVerified == true { continue }
            #expect(
                reading.repairs.contains { $0.zone.lines == original }, "seed \(seed) \(format) \(original) \(lines)")
            for repair in reading.repairs {
                #expect(repair.zone.isVerified)
                #expect(!repair.changes.isEmpty)
            }
            #expect(reading.repairs.count <= MRZReading.mostRepairs)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `zones with thousands of possible repairs are read soon`() {
        // Found by fuzzing: each of the tens of thousands of forms was made in full before its digit was looked at.
        let zone =
            "I<UTO" + String(repeating: "I<", count: 12) + "\n7408122F1204159UTO" + String(repeating: "0<", count: 5)
            + "\n"
            + String(repeating: "I", count: 30) + "\n\n"
        let bytes = Array(String(repeating: zone, count: 25).utf8)
        MessageDecoder.decode(bytes) { #expect($0.message.kind == .mrz || $0.message.status == .quarantined) }
    }

    @Test func `lower case, blanks and lost fillers are repaired in the open`() throws {
        let lines = MRZWriter(format: .td3).lines
        let spaced = try read([lines[0].lowercased(), String(lines[1].prefix(10)) + " " + lines[1].dropFirst(10)])
        #expect(spaced.zone?.isVerified == true)
        #expect(!spaced.cleaning.isEmpty)
        let short = try read([String(lines[0].dropLast(3)), lines[1].replacing("<<<<<<", with: "<<<")])
        #expect(short.zone == nil)
        #expect(short.repairs.first?.zone.lines == lines)
        #expect(short.repairs.first?.changes.map(\.to) == ["<<<", "<<<<<<"])
        let kays = try read([lines[0].replacing("<<<<<<<<<<", with: "<<<K<<KK<<"), lines[1]])
        #expect(kays.repairs.first?.zone.lines == lines)
        let digits = try read([lines[0].replacing("BUDI", with: "8UD1"), lines[1]])
        #expect(digits.repairs.first?.zone.given == "BUDI EKO")
    }

    @Test func `zones are found alone, joined, and in a log`() throws {
        let lines = MRZWriter(format: .td3).lines
        let card = MRZWriter(format: .td1, code: "I").lines
        func found(_ text: String) -> [[String]] { MRZSearch.zones(in: Array(text.utf8)).map(\.lines) }
        #expect(found(lines.joined(separator: "\r\n")) == [lines])
        #expect(found(lines.joined()) == [lines])
        #expect(found(card.joined()) == [card])
        let log =
            "2026-01-15 10:22:01 reader=2 MRZ=\(lines[0]);\n2026-01-15 10:22:01 reader=2 MRZ=\(lines[1]);\nOK\n"
            + card.joined(separator: "\n") + "\nbye"
        #expect(found(log) == [lines, card])
        #expect(found("nothing of the kind\nP<IDN\n").isEmpty)
    }

    // MARK: As a message

    @Test func `a zone alone is a traveller without a voyage`() throws {
        let bytes = Array((MRZWriter(format: .td3).lines.joined(separator: "\n") + "\n").utf8)
        let message = try #require(MessageDecoder.messages(in: bytes).first)
        #expect(message.kind == .mrz)
        #expect(message.version == "TD3")
        #expect(message.warnings.map(\.code) == ["voyage-missing"])
        let traveller = try #require(message.travellers.first)
        #expect(traveller.role == .unknown)
        #expect(traveller.surname == "SANTOSO")
        #expect(
            traveller.documents == [
                ReceivedDocument(
                    type: "P", number: "C1234567", issuer: "IDN", expiry: PartialDate(iso: "2029-08-01"))
            ])
    }

    @Test func `a crossing's line makes it an arrival at its post`() throws {
        let time = try #require(CivilDateTime(iso: "2026-01-15T08:30"))
        let record = CrossingRecord(
            post: "IDMTN", mode: .land, time: time, isArrival: true, reference: "shift 2; desk 4", plate: "DH 1 AB",
            repairs: [MRZChange(line: 2, column: 3, from: "O", to: "0")])
        let bytes = record.bytes(with: MRZWriter(format: .td2, code: "I").lines)
        let message = try #require(MessageDecoder.messages(in: bytes).first)
        #expect(message.status == .accepted)
        #expect(message.preparedAt == time)
        #expect(message.voyage.mode == .land)
        #expect(message.voyage.conveyance.plate == "DH 1 AB")
        #expect(message.voyage.legs == [ReceivedLeg(to: "IDMTN", arrival: time)])
        #expect(message.travellers.first?.role == .passenger)
        #expect(message.travellers.first?.span == SegmentSpan(first: 2, last: 3))
        #expect(MessageDecoder.split(bytes).flatMap { MessageDecoder.messages(in: $0) } == [message])
        let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
        #expect(
            line
                == "CERMAT-CROSSING 1;POST=IDMTN;MODE=land;TIME=2026-01-15T08:30;DIRECTION=arrival;REFERENCE=shift 2 desk 4;PLATE=DH 1 AB;REPAIRS=2:3:O>0"
        )
    }

    @Test func `a wrong check digit is a warning with its place`() throws {
        var lines = MRZWriter(format: .td3).lines
        lines[1] = lines[1].replacing("C1234567", with: "C1239567")
        let time = try #require(CivilDateTime(iso: "2026-01-15T08:30"))
        let bytes = CrossingRecord(post: "IDMTN", mode: .land, time: time, isArrival: false).bytes(with: lines)
        let message = try #require(MessageDecoder.messages(in: bytes).first)
        #expect(message.status == .warned)
        #expect(message.warnings.map(\.code) == ["check-digit", "check-digit"])
        #expect(message.warnings.map(\.segment) == [3, 3])
        #expect(message.travellers.first?.documents.first?.number == "C1239567")
        #expect(message.voyage.legs.first?.from == "IDMTN")
    }

    @Test func `several zones under one line are a message each, and a line without a zone is set aside`() throws {
        let time = try #require(CivilDateTime(iso: "2026-01-15T08:30"))
        let record = CrossingRecord(post: "IDMTN", mode: .land, time: time, isArrival: true)
        let two = MRZWriter(format: .td3).lines + MRZWriter(format: .td3, surname: "SALIM", given: "NASIR").lines
        let bytes = record.bytes(with: two) + record.bytes(with: ["NOT A ZONE"])
        let messages = MessageDecoder.messages(in: bytes)
        #expect(messages.map(\.status) == [.accepted, .accepted, .quarantined])
        #expect(messages.prefix(2).map { $0.travellers.first?.given } == ["BUDI EKO", "NASIR"])
        let alone = MessageDecoder.split(bytes).flatMap { MessageDecoder.messages(in: $0) }
        #expect(Array(alone.prefix(2)) == Array(messages.prefix(2)))
    }

    @Test func `a name that looks like a service segment is still a zone`() throws {
        let bytes = Array(MRZWriter(format: .td3, surname: "UNB", given: "UNOA").lines.joined(separator: "\n").utf8)
        #expect(MessageDecoder.messages(in: bytes).map(\.kind) == [.mrz])
    }

    @Test(arguments: ["; UNB+UNOA:4+A+B\n", ";\r\nUNB+UNOA:4+A+B\r\n", "|UNB+", " ", "\r", ";\n\n\u{1}UNH+1+"])
    func `a zone in a log is kept without what stands around it`(between: String) throws {
        let lines = MRZWriter(format: .td3, surname: "SANTOSO", given: "UNB").lines
        let bytes = Array("\u{1}<?xml log: \(lines[0])\(between)\(lines[1]) UNZ+1'".utf8)
        let found = try #require(MRZSearch.zones(in: bytes).first)
        #expect(found.lines == lines)
        let alone = found.pieces.flatMap { bytes[$0] }
        #expect(alone.count - lines.joined().count <= 2)
        #expect(MRZSearch.zones(in: alone).map(\.lines) == [lines])
        let message = try #require(MessageDecoder.messages(in: alone).first)
        #expect(message.kind == .mrz)
        #expect(message.travellers.first?.given == "UNB")
        #expect(MessageDecoder.split(alone) == [alone])
    }

    @Test func `the officer's words are filtered`() throws {
        let time = try #require(CivilDateTime(iso: "2026-01-15T08:30"))
        let record = CrossingRecord(
            post: "IDMTN", mode: .land, time: time, isArrival: true, reference: "IN A WHEELCHAIR")
        let bytes = record.bytes(with: MRZWriter(format: .td3).lines)
        let filtered = EdgeFilter.filter(bytes)
        #expect(!String(decoding: filtered.bytes, as: UTF8.self).contains("WHEELCHAIR"))
        #expect(filtered.bytes.count == bytes.count)
    }

    @Test(arguments: 0..<150) func `damaged zones neither crash nor take long`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let writer = MRZWriter.random(MRZFormat.allCases[Int(seed % 5)], using: &random)
        var bytes = Array(
            ("CERMAT-CROSSING 1;POST=IDMTN;TIME=2026-01-15T08:30\n" + writer.lines.joined(separator: "\n")).utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
            }
        }
        let messages = MessageDecoder.messages(in: bytes)
        #expect(!messages.isEmpty)
        #expect(MessageDecoder.split(bytes).count == messages.count)
    }
}
