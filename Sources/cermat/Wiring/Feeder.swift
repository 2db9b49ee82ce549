// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation

/// Knows when each message of a synthetic country is sent, and how far the sending has come.
struct Feeder {
    private let messages: URL
    private let marker: URL
    private let schedule: [(sentAt: Date, file: String)]

    /// Reads the schedule of a world's folder.
    init(world: String) throws {
        let base = URL(fileURLWithPath: world, isDirectory: true)
        messages = base.appendingPathComponent("messages")
        marker = base.appendingPathComponent("fed-until")
        let text = String(decoding: try InputFile(base.appendingPathComponent("feed.csv").path).bytes, as: UTF8.self)
        var schedule: [(sentAt: Date, file: String)] = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",")
            guard fields.count == 2, let date = Feeder.time(String(fields[0])) else {
                throw CommandFailure.exit("feed.csv: not a line SENT_AT_UTC,FILE: make the world again")
            }
            schedule.append((date, String(fields[1])))
        }
        self.schedule = schedule
    }

    private static func time(_ text: String) -> Date? {
        let padded = text.count == 16 ? text + ":00" : text
        return try? Date(padded.hasSuffix("Z") ? padded : padded + "Z", strategy: .iso8601)
    }

    /// How far the sending has come; nil before the first.
    private var fedUntil: Date? {
        (try? String(contentsOf: marker, encoding: .utf8)).flatMap(TimeInterval.init).map(
            Date.init(timeIntervalSince1970:))
    }

    private func mark(_ date: Date) throws {
        try Data("\(date.timeIntervalSince1970)".utf8).write(to: marker, options: .atomic)
    }

    /// What was sent up to a moment and not fed yet, in order, each path with the time of sending in milliseconds since
    /// 1970 UTC; marks it as fed.
    mutating func takeHistory(until now: Date) throws -> [(path: String, sentAt: Int64)] {
        let from = fedUntil ?? .distantPast
        guard from < now else { return [] }
        try mark(now)
        return schedule.filter { $0.sentAt > from && $0.sentAt <= now }.map {
            (messages.appendingPathComponent($0.file).path, Int64($0.sentAt.timeIntervalSince1970 * 1000))
        }
    }

    /// Writes what comes next into a watched folder, at `pace` times the speed of life, until the schedule ends.
    func run(into folder: String, pace: Double) async throws {
        let begun = fedUntil ?? Date()
        let clock = ContinuousClock()
        let started = clock.now
        let coming = schedule.filter { $0.sentAt > begun }
        CommandFailure.say("\(coming.count) messages to send at \(pace)x")
        for item in coming {
            let due = started.advanced(by: .seconds(item.sentAt.timeIntervalSince(begun) / pace))
            if clock.now < due { try await clock.sleep(until: due) }
            try send(item.file, to: URL(fileURLWithPath: folder, isDirectory: true))
            try mark(item.sentAt)
        }
        CommandFailure.say("the schedule has ended; make a new world to go on")
    }

    private func send(_ file: String, to folder: URL) throws {
        let part = folder.appendingPathComponent(file + ".part")
        let target = folder.appendingPathComponent(file)
        try? FileManager.default.removeItem(at: part)
        try FileManager.default.copyItem(at: messages.appendingPathComponent(file), to: part)
        try? FileManager.default.removeItem(at: target)
        try FileManager.default.moveItem(at: part, to: target)
    }
}
