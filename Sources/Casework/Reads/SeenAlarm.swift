// SPDX-License-Identifier: Apache-2.0

/// Somebody looked at an alarm about an officer's reading and noted what they made of it.
public struct SeenAlarm: Hashable, Sendable, Codable {
    public var alarm: ReadAlarmKey
    /// The audit record up to which it was looked at; later reads make it unseen again.
    public var upToSequence: Int64
    public var note: String

    public init(alarm: ReadAlarmKey, upToSequence: Int64, note: String) {
        self.alarm = alarm
        self.upToSequence = upToSequence
        self.note = note
    }
}
