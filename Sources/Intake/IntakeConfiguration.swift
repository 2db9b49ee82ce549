// SPDX-License-Identifier: Apache-2.0

/// The limits of what comes in.
public struct IntakeConfiguration: Hashable, Sendable {
    /// The largest file, body or standard input.
    public var inputLimitBytes: Int
    /// The most messages in one of them.
    public var messagesLimit: Int
    /// Messages written in one transaction.
    public var batchMessages: Int
    /// Messages that may be under way at the same time, over all callers; more are answered ``IntakeError/full``.
    public var underWayLimit: Int
    /// What a caller is told to wait when disk or queue are full.
    public var retryAfterSeconds: Int
    /// How often a watched folder is looked at.
    public var pollMilliseconds: Int
    /// How long a file must stay unchanged before it is taken, unless it was renamed from `*.part`.
    public var settleMilliseconds: Int
    /// The most files of a watched folder that one look considers.
    public var filesLimit: Int

    public init(
        inputLimitBytes: Int = 64 * 1024 * 1024, messagesLimit: Int = 100_000, batchMessages: Int = 64,
        underWayLimit: Int = 4_096, retryAfterSeconds: Int = 5, pollMilliseconds: Int = 500,
        settleMilliseconds: Int = 2_000, filesLimit: Int = 10_000
    ) {
        self.inputLimitBytes = inputLimitBytes
        self.messagesLimit = messagesLimit
        self.batchMessages = batchMessages
        self.underWayLimit = underWayLimit
        self.retryAfterSeconds = retryAfterSeconds
        self.pollMilliseconds = pollMilliseconds
        self.settleMilliseconds = settleMilliseconds
        self.filesLimit = filesLimit
    }

    /// Checks all values and reports everything that is wrong at once.
    public func validate() throws(IntakeConfigurationError) {
        var problems: [String] = []
        func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) {
            if !range.contains(value) {
                problems.append("\(name) is \(value), expected \(range.lowerBound) to \(range.upperBound)")
            }
        }
        check("inputLimitBytes", inputLimitBytes, 1_024...1_073_741_824)
        check("messagesLimit", messagesLimit, 1...10_000_000)
        check("batchMessages", batchMessages, 1...4_096)
        check("underWayLimit", underWayLimit, 1...1_000_000)
        check("retryAfterSeconds", retryAfterSeconds, 1...3_600)
        check("pollMilliseconds", pollMilliseconds, 10...60_000)
        check("settleMilliseconds", settleMilliseconds, 0...600_000)
        check("filesLimit", filesLimit, 1...1_000_000)
        if batchMessages > underWayLimit { problems.append("batchMessages is above underWayLimit") }
        guard problems.isEmpty else { throw IntakeConfigurationError(problems: problems) }
    }
}

/// All that is wrong with a configuration.
public struct IntakeConfigurationError: Error, Equatable, CustomStringConvertible {
    public var problems: [String]

    public var description: String { "intake configuration: " + problems.joined(separator: "; ") }
}
