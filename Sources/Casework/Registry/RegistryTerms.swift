// SPDX-License-Identifier: Apache-2.0

public import Civil

/// How the agreement with the civil registry is used: configuration of each deployment (requirements R27, R28).
public struct RegistryTerms: Hashable, Sendable {
    /// Which kind of access the agreement gives.
    public enum Access: String, Hashable, Sendable, CaseIterable {
        /// No registry at all.
        case none
        /// The registry's service is asked about numbers that travellers quote.
        case verification
        /// A lawful extract lies here as an index file.
        case extract
    }

    public var access = Access.none
    /// The number of the agreement; shown and recorded.
    public var agreement = ""
    /// The days of the agreement, both included; outside them nothing of the registry is asked, read or shown.
    public var from: CivilDate?
    public var until: CivilDate?
    /// How long an answer of the service is kept and used again, in days.
    public var keepDays = 30
    public var service = RegistryServiceTerms()
    /// The index file of an extract.
    public var index = ""
    /// Look-ups by hand, and when the supervisor is told of them.
    public var lookUps = LookUpLimits()

    public init() {}

    /// The day at western Indonesian time (UTC+7) of a moment in milliseconds since 1970 UTC: the registry counts
    /// quotas by its own day, and it sits in Jakarta.
    public static func day(_ milliseconds: Int64) -> Int64 { (milliseconds + 7 * 3_600_000) / 86_400_000 }

    /// When the day of a moment began, in milliseconds since 1970 UTC.
    public static func startOfDay(_ milliseconds: Int64) -> Int64 { day(milliseconds) * 86_400_000 - 7 * 3_600_000 }

    /// Whether the agreement holds on the day of a moment.
    public func holds(atMilliseconds now: Int64) -> Bool {
        let today = RegistryTerms.day(now)
        if let from, today < Int64(from.daysSinceEpoch) { return false }
        if let until, today > Int64(until.daysSinceEpoch) { return false }
        return access != .none
    }
}

/// How the registry's service is reached and how much of it may be used.
public struct RegistryServiceTerms: Hashable, Sendable {
    /// What the service gives: the data of a number, or whether what we say of it agrees.
    public enum Mode: String, Hashable, Sendable, CaseIterable { case data, verification }

    /// What the agreement gives of the registry's photographs.
    public enum FaceAccess: String, Hashable, Sendable, CaseIterable {
        /// Nothing: no picture is asked for and none is sent.
        case none
        /// A picture is sent, and the service says whether it agrees with its own.
        case verification
        /// The service gives its photograph with the data of a number, and the comparison is ours.
        case data
    }

    public var url = ""
    public var mode = Mode.verification
    public var user = ""
    /// A file beside the configuration that holds the password alone.
    public var passwordFile = "registry.password"
    /// From how many percent on the service says that names agree.
    public var threshold = 80
    public var timeoutSeconds = 5
    /// Whether, and how, faces are compared with the registry's photographs.
    public var face = FaceAccess.none
    /// Where the questions about faces go; the same as ``url`` where it is empty.
    public var faceURL = ""
    /// From how many percent on the service says that faces agree.
    public var faceThreshold = 80
    /// Questions at a time.
    public var parallel = 4
    /// Questions a day, and how many of them are kept for officers at a post.
    public var dailyQuota = 20_000
    public var reserve = 500
    /// How many hours before arrival or departure travellers are asked about.
    public var hoursBefore = 48

    public init() {}
}
