// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Messages
internal import SyntheticWorld
internal import Travel

/// Messages of a synthetic country for a benchmark, made before the clock starts.
struct BenchWorld {
    private(set) var messages: [[UInt8]] = []
    private(set) var travellers = 0
    let watchlist: [UInt8]
    let digest: String

    private struct Enough: Error {}

    /// The first messages of a country large enough, in the order of sending; about 4 KB each, as peers were measured
    /// with.
    init(messages wanted: Int) throws {
        let configuration = SyntheticWorldConfiguration(
            residents: 50_000, days: max(2, wanted / 300), voyagesPerDay: 60, travellersPerFlight: 25, seed: 1)
        let country = try SyntheticCountry(configuration: configuration, gazetteer: try ProductHome.find().gazetteer())
        var gathered: [[UInt8]] = []
        var digester = MessageDigest()
        var travellers = 0
        do {
            try country.forEachMessage { (message) throws(Enough) in
                gathered.append(message.bytes)
                MessageDecoder.decode(message.bytes) { unit in
                    digester.add(unit.message)
                    travellers += unit.message.travellers.count
                }
                if gathered.count >= wanted { throw Enough() }
            }
        } catch {
            // Enough messages.
        }
        messages = gathered
        self.travellers = travellers
        digest = digester.description
        let lines = [WatchlistLine.header] + country.watchlist().map(\.csv)
        watchlist = Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
