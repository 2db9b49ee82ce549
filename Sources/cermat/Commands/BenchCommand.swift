// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Intake
internal import SQLiteStore

/// `cermat bench`: the figures of DESIGN section 7, measured in the process on the production path.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure on the production path; figures as one JSON object.",
        subcommands: [
            BenchDecode.self, BenchIngest.self, BenchReads.self, BenchResolve.self, BenchLinkage.self, BenchNames.self,
            BenchFaces.self, BenchAlert.self,
        ])
}

struct BenchDecode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Typed decoding of a file, one core; the digest equals that of decode --digest.")

    @Argument(help: "A file of messages.")
    var file: String

    @Option(help: "Timed passes; the median counts.")
    var passes = 9

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func run() throws {
        let input = try InputFile(file)
        let figures = input.withBytes { DecodeBench(passes: max(1, passes)).run($0) }
        print(
            "{\"bench\":\"decode\",\"threads\":1,\"messages\":\(figures.messages),\"travellers\":\(figures.travellers),"
                + "\"bytes\":\(figures.bytes),\"passes\":\(figures.seconds.count),"
                + String(format: "\"megabytesPerSecond\":%.1f,", figures.megabytesPerSecond)
                + String(
                    format: "\"secondsMedian\":%.6f,\"secondsMinimum\":%.6f,", Percentile.value(figures.seconds, 0.5),
                    figures.seconds.min() ?? 0)
                + "\"digest\":\"\(figures.digest)\"}")
    }
}

struct BenchIngest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "From bytes to a visible hit, durable, with sealed records and fsync.",
        discussion:
            "Half of the messages as fast as it goes, then half at --pace a second for the time to a visible hit.")

    @Option(help: "How many messages of a synthetic country.")
    var messages = 4000

    @Option(help: "Messages a second in the second half.")
    var pace: Double = 500

    @Option(help: "Where to make the folder; it is removed afterwards.")
    var directory: String?

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func run() async throws {
        let place = URL(fileURLWithPath: directory ?? NSTemporaryDirectory())
            .appendingPathComponent("cermat-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try DataFolderSetup.make(at: place.path)
        let world = try BenchWorld(messages: messages)
        _ = try await folder.acts.importEntries(
            csv: world.watchlist, list: "bench", by: nil, atMilliseconds: WallClock.nowMilliseconds)
        let figures = try await IngestBench(folder: folder, messages: world.messages).run(pace: pace)
        print(
            "{\"bench\":\"ingest\",\"threads\":\(ProcessInfo.processInfo.activeProcessorCount),\"messages\":\(figures.messages),"
                + "\"bytes\":\(figures.bytes),\"travellers\":\(world.travellers),\"hits\":\(figures.hits),"
                + String(
                    format: "\"messagesPerSecond\":%.1f,\"pacedPerSecond\":%.1f,\"p50Milliseconds\":%.1f,",
                    figures.messagesPerSecond,
                    figures.pacedPerSecond, figures.p50Milliseconds)
                + String(
                    format: "\"p99Milliseconds\":%.1f,\"maximumMilliseconds\":%.1f,\"storeCallsPerBatch\":%.2f,",
                    figures.p99Milliseconds,
                    figures.maximumMilliseconds, figures.storeCallsPerBatch)
                + "\"digest\":\"\(world.digest)\"}")
    }
}

struct BenchReads: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reads",
        abstract: "What recording every read costs: a card over HTTP with and without its audit record.")

    @Option(help: "Readers at the same time.")
    var readers = 32

    @Option(help: "Pairs of measurements; the median ratio counts.")
    var pairs = 5

    @Option(help: "Seconds of each measurement.")
    var seconds = 3.0

    @Option(help: "Where to make the folder; it is removed afterwards.")
    var directory: String?

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func run() async throws {
        let place = URL(fileURLWithPath: directory ?? NSTemporaryDirectory())
            .appendingPathComponent("cermat-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try DataFolderSetup.make(at: place.path)
        _ = try await AccountSetup(folder: folder).addDemoAccounts()
        let arrival = BenchArrival(nowMinutes: Int(WallClock.nowMilliseconds / 60_000), travellers: 40)
        _ = try await folder.acts.importEntries(
            csv: arrival.watchlist, list: "bench", by: nil, atMilliseconds: WallClock.nowMilliseconds)
        _ = try await folder.pipeline().take(arrival.message, origin: "bench")
        try await ScreeningLoop(folder).drain(progress: false)
        let figures = try await ReadBench(folder: folder, readers: readers, seconds: seconds).run(pairs: max(1, pairs))
        let ratio = Percentile.value(figures.map { $0.audited / max($0.bare, 0.001) }, 0.5)
        print(
            String(
                format:
                    "{\"bench\":\"reads\",\"readers\":%d,\"auditedPerSecond\":%.1f,\"unauditedPerSecond\":%.1f,\"ratio\":%.3f}",
                readers, Percentile.value(figures.map(\.audited), 0.5), Percentile.value(figures.map(\.bare), 0.5),
                ratio))
    }
}
