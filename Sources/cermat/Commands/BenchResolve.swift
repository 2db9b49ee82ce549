// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Identity

/// `cermat bench resolve`: the travellers of a table against an index, warm, by the function that `resolve` calls.
struct BenchResolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Travellers against the population index.")

    @Option(help: "The index file.")
    var registry: String

    @Option(help: "A table of travellers.")
    var travellers: String

    @Option(help: "Threads.")
    var threads = 2

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func run() async throws {
        let index = try PopulationIndex(path: registry)
        let table = try InputFile(travellers).travellers(index: registry)
        let bench = TravellerResolution(index: index, threads: threads)
        let clock = ContinuousClock()
        var result = await bench.run(table)
        let seconds = await clock.measure { result = await bench.run(table) }.seconds
        // One at a time, each alone: what a post waits for.
        var single: [Double] = []
        var resolver = PartyResolver(index: index)
        for claim in table.claims.prefix(20_000) {
            single.append(clock.measure { _ = resolver.resolve([claim]) }.seconds * 1e6)
        }
        // A flight of 300 travellers with their companions, as a page opens it, on one thread.
        var flights: [Double] = []
        var flight: [[TravellerClaim]] = []
        for party in table.parties {
            flight.append(party.map { table.claims[$0] })
            guard flight.reduce(0, { $0 + $1.count }) >= 300 else { continue }
            flights.append(clock.measure { for party in flight { _ = resolver.resolve(party) } }.seconds * 1e3)
            flight = []
            if flights.count == 50 { break }
        }
        let writer = ResolutionLine(index: index, prior: result.prior, explains: false)
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for (place, resolution) in result.resolutions.enumerated() {
            for byte in writer.text(table.ids[place], table.claims[place], resolution).utf8 {
                digest = (digest ^ UInt64(byte)) &* 0x1000_0000_01B3
            }
        }
        print(
            "{\"bench\":\"resolve\",\"threads\":\(threads),\"travellers\":\(table.ids.count),"
                + "\"residents\":\(index.count),\"bookings\":\(table.parties.count),"
                + String(format: "\"seconds\":%.3f,", seconds)
                + String(
                    format: "\"p50Microseconds\":%.1f,\"p99Microseconds\":%.1f,", Percentile.value(single, 0.5),
                    Percentile.value(single, 0.99))
                + String(format: "\"flightMilliseconds\":%.1f,", Percentile.value(flights, 0.5))
                + String(format: "\"bytesPerResident\":%.1f,", Double(index.byteCount) / Double(index.count))
                + "\"residentBytes\":\(MemoryInUse.peakBytes),\"digest\":\"" + String(digest, radix: 16) + "\"}")
    }
}

/// The most memory that the process has had resident.
enum MemoryInUse {
    static var peakBytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) * 1024
    }
}
