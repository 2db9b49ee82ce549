// SPDX-License-Identifier: Apache-2.0

/// Why the registry is not asked at this moment.
public enum RegistryHold: Hashable, Sendable {
    /// The deployment asks no service.
    case off
    /// The agreement has not begun, or has ended.
    case noAgreement
    /// The day's quota is used, by our count or by the registry's.
    case quota
    /// The service does not answer, or refuses us; when it is tried again, in milliseconds since 1970 UTC.
    case failing(RegistryFailure, retryAtMilliseconds: Int64)
}

/// Decides whether the service may be asked now: the agreement's days, the day's quota, and patience with a service that
/// fails. A value: it is told what happened and asked what may be done.
struct RegistryGovernor: Hashable, Sendable {
    let terms: RegistryTerms
    /// The day that is counted, and the questions asked on it.
    private(set) var day: Int64 = .min
    private(set) var asked = 0
    /// The day for which the registry itself said that the quota is used.
    private var exhaustedDay: Int64 = .min
    private var failure: RegistryFailure?
    private var failures = 0
    private var retryAt: Int64 = 0

    /// A service that does not answer is tried again after 1, 2, 4 ... at most so many seconds.
    static let longestPatienceSeconds: Int64 = 300
    /// One that refuses us is not mended by asking again soon.
    static let refusalSeconds: Int64 = 900

    init(terms: RegistryTerms) { self.terms = terms }

    /// - Parameter reserve: questions of the day that are to be left over.
    func hold(reserve: Int, now: Int64) -> RegistryHold? {
        guard terms.access == .verification else { return .off }
        guard terms.holds(atMilliseconds: now) else { return .noAgreement }
        let today = RegistryTerms.day(now)
        let used = today == day ? asked : 0
        if exhaustedDay == today || used + reserve >= terms.service.dailyQuota { return .quota }
        // A clock set back makes nobody wait longer than the longest wait.
        if let failure, now < retryAt, retryAt - now <= Self.refusalSeconds * 1000 {
            return .failing(failure, retryAtMilliseconds: retryAt)
        }
        return nil
    }

    /// Whether the last question failed, so that the next is a trial and goes alone.
    var isTrying: Bool { failure != nil }

    mutating func count(_ questions: Int, on day: Int64) {
        if day != self.day { (self.day, asked) = (day, 0) }
        asked += questions
    }

    mutating func succeeded() { (failure, failures) = (nil, 0) }

    mutating func failed(_ why: RegistryFailure, now: Int64) {
        if why == .quotaExhausted {
            exhaustedDay = RegistryTerms.day(now)
            return
        }
        failure = why
        failures = min(failures + 1, 30)
        let seconds: Int64 =
            switch why {
            case .loginRefused, .addressRefused, .agencyInactive: RegistryGovernor.refusalSeconds
            default: min(1 << Int64(failures - 1), RegistryGovernor.longestPatienceSeconds)
            }
        retryAt = now + seconds * 1000
    }
}
