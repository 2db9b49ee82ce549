// SPDX-License-Identifier: Apache-2.0

/// Writes the messages of all voyages in the order of sending, holding only the voyages under way.
struct MessageStream {
    private let seed: UInt64
    private let manifests: ManifestMaker
    private let timetable: Timetable
    /// Voyages with messages still to come, in slots that are used again.
    private var active: [ActiveVoyage?] = []
    private var free: [Int] = []
    private var queue = MessageQueue()
    private var nextVoyage = 0
    private var sequence = 0

    private struct ActiveVoyage {
        let renderer: MessageRenderer
        let planned: [PlannedMessage]
        var remaining: Int
    }

    init(seed: UInt64, manifests: ManifestMaker) {
        self.seed = seed
        self.manifests = manifests
        timetable = manifests.parties.timetable
    }

    /// Hands over every message; `onVoyage` sees each voyage once, before its first message.
    mutating func run<Failure: Error>(
        onVoyage: (Manifest) throws(Failure) -> Void, onMessage: (SentMessage) throws(Failure) -> Void
    ) throws(Failure) {
        while true {
            let coming = timetable.voyage(at: nextVoyage)
            if let first = queue.first, coming.map({ first.sentAt < $0.departure - MessageSchedule.lead }) ?? true {
                queue.removeFirst()
                try send(first, onMessage)
            } else if let coming {
                nextVoyage += 1
                try activate(coming, onVoyage)
            } else {
                return
            }
        }
    }

    private mutating func activate<Failure: Error>(
        _ voyage: WorldVoyage, _ onVoyage: (Manifest) throws(Failure) -> Void
    ) throws(Failure) {
        let manifest = manifests.manifest(of: voyage)
        try onVoyage(manifest)
        var schedule = MessageSchedule(
            seed: seed, manifest: manifest, isClean: manifests.isDemonstration(voyage))
        let planned = schedule.messages()
        let entry = ActiveVoyage(
            renderer: MessageRenderer(seed: seed, manifest: manifest), planned: planned, remaining: planned.count)
        let place: Int
        if let reused = free.popLast() {
            place = reused
            active[place] = entry
        } else {
            place = active.count
            active.append(entry)
        }
        for (number, message) in planned.enumerated() {
            queue.insert(
                MessageQueue.Entry(sentAt: message.sentAt, voyage: voyage.id, number: number, place: place))
        }
    }

    private mutating func send<Failure: Error>(
        _ entry: MessageQueue.Entry, _ onMessage: (SentMessage) throws(Failure) -> Void
    ) throws(Failure) {
        guard let voyage = active[entry.place] else { return }
        let plan = voyage.planned[entry.number]
        let files = voyage.renderer.files(plan)
        let isDivided = plan.damages.contains(.partMissing) && voyage.renderer.isDivided(plan)
        for file in files {
            sequence += 1
            let name =
                "\(MessageTime.stamp(plan.sentAt))-\(decimal(sequence, 6))-\(file.kind.rawValue).\(file.kind.fileExtension)"
            var damages = plan.damages
            if !isDivided { damages.removeAll { $0 == .partMissing } }
            if file.kind == .document { damages.removeAll(where: \.isOfInterchanges) }
            if files.count > 1 { damages.append(.parts) }
            if voyage.renderer.isTypeB, file.kind == .paxlst || file.kind == .pnrgov { damages.append(.typeB) }
            try onMessage(
                SentMessage(
                    sentAt: plan.sentAt, fileName: name, kind: file.kind, bytes: file.bytes,
                    voyage: voyage.renderer.manifest.voyage.label, damages: damages))
        }
        active[entry.place]?.remaining -= 1
        if active[entry.place]?.remaining == 0 {
            active[entry.place] = nil
            free.append(entry.place)
        }
    }
}
