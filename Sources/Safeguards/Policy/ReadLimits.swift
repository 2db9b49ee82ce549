// SPDX-License-Identifier: Apache-2.0

/// From where on the reading of an officer is told as an alarm; nothing is refused by it.
public struct ReadLimits: Hashable, Sendable {
    /// Different travellers without a hit, and searches, within an hour.
    public var fishingAnHour = 40
    /// Reads within an hour of the night that is not the officer's usual one.
    public var nightAnHour = 10
    /// Days on which the same person without a hit was looked for, within two weeks.
    public var repeatDays = 3

    public init() {}
}
