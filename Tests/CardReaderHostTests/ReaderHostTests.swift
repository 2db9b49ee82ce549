// SPDX-License-Identifier: Apache-2.0

import CardReader
import CardReaderHost
import Foundation
import Logging
import Synchronization
import Testing

/// A desk that remembers what it was told.
private final class ToldDesk: ReaderDesk {
    private let told = Mutex<[ReaderEvent]>([])
    private let answer: ReaderDeskAnswer

    init(_ answer: ReaderDeskAnswer = .taken) { self.answer = answer }

    var events: [ReaderEvent] { told.withLock { $0 } }

    func tell(_ event: ReaderEvent) async -> ReaderDeskAnswer {
        told.withLock { $0.append(event) }
        return answer
    }
}

/// The host against real child processes.
@Suite struct ReaderHostTests {
    /// Runs a host until something holds, or ten seconds.
    private func run(_ command: String, _ desk: ToldDesk, until holds: @Sendable () -> Bool) async {
        let host = ReaderHost(
            command: command, desk: desk, logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() },
            millisecondsOfDelay: 20)
        let task = Task { try await host.run() }
        for _ in 0..<200 where !holds() { try? await Task.sleep(for: .milliseconds(50)) }
        task.cancel()
        _ = await task.result
    }

    /// A folder for what a program notes down.
    private func scratch() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("cermat-reader-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        return path.path
    }

    private static let card = "CERMAT-READER 1 READING id=1 nik=0102014107900009 name=TIRTA"

    @Test(arguments: [(ReaderDeskAnswer.taken, "TAKEN"), (.nobodyOnDuty, "REFUSED"), (.away, "REFUSED")])
    func `a reading goes to the desk, and the reader hears how it went`(
        answer: ReaderDeskAnswer, word: String
    ) async throws {
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let desk = ToldDesk(answer)
        let heard = folder + "/heard"
        let script = "echo CERMAT-READER 1 READY; echo \(Self.card); read l; echo \"$l\" > \(heard); cat > /dev/null"
        await run("sh -c '\(script)'", desk) { FileManager.default.fileExists(atPath: heard) }
        let line = try String(contentsOfFile: heard, encoding: .utf8)
        #expect(line == "CERMAT-HOST 1 \(word) id=1\n")
        #expect(desk.events.count == 3 && desk.events.first == .ready(name: nil) && desk.events.last == .gone)
        guard case .reading(let reading) = desk.events[1] else {
            Issue.record("no reading: \(desk.events)")
            return
        }
        #expect(reading.name == "TIRTA")
    }

    @Test func `a program that ends is started again, and one that cannot be found is tried again`() async throws {
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let desk = ToldDesk()
        let script = "echo x >> \(folder)/lives; echo CERMAT-READER 1 READY; exit 3"
        await run("sh -c '\(script)'", desk) { desk.events.count { $0 == .ready(name: nil) } >= 3 }
        #expect(desk.events.count { $0 == .ready(name: nil) } >= 3)
        let none = ToldDesk()
        await run("/nowhere/reader", none) { none.events.count { $0 == .gone } >= 3 }
        #expect(none.events.count { $0 == .gone } >= 3)
    }

    @Test func `a program that talks rubbish without end is ended and gone`() async throws {
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let desk = ToldDesk()
        let script = "echo $$ >> \(folder)/pids; while :; do echo rubbish; done"
        let pids = folder + "/pids"
        let lives: @Sendable () -> [Int32] = {
            ((try? String(contentsOfFile: pids, encoding: .utf8)) ?? "").split(separator: "\n").compactMap { Int32($0) }
        }
        await run("sh -c '\(script)'", desk) { lives().count >= 2 }
        #expect(lives().count >= 2)
        for pid in lives() { #expect(kill(pid, 0) != 0, "process \(pid) is gone") }
        #expect(desk.events.allSatisfy { $0 == .gone })
    }

    @Test func `the host's own environment does not reach the program`() async throws {
        setenv("CERMAT_SECRET_OF_TEST", "x", 1)
        let desk = ToldDesk()
        let script = "echo CERMAT-READER 1 READY name=a${CERMAT_SECRET_OF_TEST}; cat > /dev/null"
        await run("sh -c '\(script)'", desk) { !desk.events.isEmpty }
        #expect(desk.events.first == .ready(name: "a"))
    }
}
