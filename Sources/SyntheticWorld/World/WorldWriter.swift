// SPDX-License-Identifier: Apache-2.0

/// Writes a whole synthetic country with its truth into a sink.
public struct WorldWriter {
    private let country: SyntheticCountry

    public init(_ country: SyntheticCountry) { self.country = country }

    /// Writes everything in one pass and returns the number of messages.
    @discardableResult
    public func write<Sink: WorldSink>(to sink: inout Sink) throws -> Int {
        for table in WorldTable.allCases where table != .residents && table != .regions {
            try sink.append(Array((table.header + "\n").utf8), to: table)
        }
        try country.registry.forEachPiece { try sink.append($0, to: .residents) }
        try sink.append(country.registry.regions, to: .regions)
        try writeLists(&sink)
        return try writeTraffic(&sink)
    }

    private func writeLists<Sink: WorldSink>(_ sink: inout Sink) throws {
        let listings = WatchlistMaker(seed: country.configuration.seed, manifests: country.manifests).listings()
        try append(listings.map(\.line.csv), .watchlist, &sink)
        try append(listings.map { "\($0.line.listID),\($0.person),\($0.voyage)" }, .truthWatchlist, &sink)
        try append(country.seizures().map(\.csv), .seizures, &sink)
        try append(CourierLedger(manifests: country.manifests).truth(), .truthCouriers, &sink)
        let timetable = country.manifests.parties.timetable
        let events = SlotBuilder.demonstrationPhases.indices.flatMap { slot in
            TruthWriter.demonstration(
                country.manifests.manifest(of: timetable.voyage(slot: slot, day: timetable.days)))
        }
        for event in events.sorted(by: { ($0.at, $0.line) < ($1.at, $1.line) }) {
            try sink.append(Array(event.line.utf8), to: .truthDemoEvents)
        }
    }

    private func writeTraffic<Sink: WorldSink>(_ sink: inout Sink) throws -> Int {
        var count = 0
        var truth = TruthWriter()
        var stream = MessageStream(seed: country.configuration.seed, manifests: country.manifests)
        try stream.run(
            onVoyage: { (manifest) throws(any Error) in try truth.append(manifest, to: &sink) },
            onMessage: { (message) throws(any Error) in
                count += 1
                try sink.write(message)
                let row = "\(MessageTime.iso(message.sentAt)),\(message.fileName)\n"
                try sink.append(Array(row.utf8), to: .feed)
                let damages = message.damages.map(\.rawValue).joined(separator: " ")
                let truthRow = "\(message.fileName),\(message.kind.rawValue),\(message.voyage),\(damages)\n"
                try sink.append(Array(truthRow.utf8), to: .truthMessages)
            })
        try sink.finish()
        return count
    }

    private func append<Sink: WorldSink>(_ lines: [String], _ table: WorldTable, _ sink: inout Sink) throws {
        for line in lines { try sink.append(Array((line + "\n").utf8), to: table) }
    }
}
