// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Desk
internal import Foundation
internal import Logging
internal import Safeguards
internal import Synchronization

/// Measures what the record of every read costs: the same card over HTTP with and without it, side by side.
struct ReadBench {
    let folder: DataFolder
    let readers: Int
    let seconds: Double

    /// Pages a second with the record and without, in pairs.
    func run(pairs: Int) async throws -> [(audited: Double, bare: Double)] {
        var figures: [(audited: Double, bare: Double)] = []
        for _ in 0..<pairs {
            let bare = try await rate(UnrecordedStore(store: folder.store))
            let audited = try await rate(folder.store)
            figures.append((audited, bare))
        }
        return figures
    }

    private func rate(_ store: any CaseworkStore) async throws -> Double {
        var configuration = DeskConfiguration()
        configuration.isDemo = true
        configuration.port = Int(LoopbackClient.freePort())
        configuration.requestLimit = RateLimit(burst: 1_000_000, refillMilliseconds: 1)
        let port = UInt16(configuration.port)
        let services = try ProductService.services(folder, store: store)
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        let desk = try DeskServer(configuration: configuration, services: services, logger: logger)
        return try await withThrowingTaskGroup(of: Double?.self) { group in
            group.addTask {
                try await desk.run()
                return nil
            }
            group.addTask { try await self.read(port) }
            defer { group.cancelAll() }
            while let rate = try await group.next() { if let rate { return rate } }
            return 0
        }
    }

    private func read(_ port: UInt16) async throws -> Double {
        var first: LoopbackClient?
        for _ in 0..<200 where first == nil {
            first = try? LoopbackClient(port: port)
            if first == nil { try await Task.sleep(for: .milliseconds(25)) }
        }
        guard var first else { throw LoopbackClient.Failure.connection }
        try first.signIn(as: "officer")
        let queue = try first.page("/atensi")
        guard let start = queue.range(of: "/penumpang/") else { throw LoopbackClient.Failure.status(0) }
        let card = String(queue[start.lowerBound...].prefix(43))
        first.close()
        let readers = readers
        let seconds = seconds
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: ReadBench.rate(port: port, card: card, readers: readers, seconds: seconds))
            }
        }
    }

    /// Blocking readers on threads of their own; pages a second over all.
    private static func rate(port: UInt16, card: String, readers: Int, seconds: Double) -> Double {
        let counts = ReadCounts()
        let end = Date().addingTimeInterval(seconds)
        let group = DispatchGroup()
        for _ in 0..<readers {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                guard var client = try? LoopbackClient(port: port), (try? client.signIn(as: "officer")) != nil else {
                    return
                }
                defer { client.close() }
                var done = 0
                while Date() < end, (try? client.page(card)) != nil { done += 1 }
                counts.add(done)
            }
        }
        group.wait()
        return Double(counts.total) / seconds
    }
}

/// Pages read, over all threads.
private final class ReadCounts: Sendable {
    private let count = Mutex(0)

    func add(_ number: Int) { count.withLock { $0 += number } }
    var total: Int { count.withLock { $0 } }
}
