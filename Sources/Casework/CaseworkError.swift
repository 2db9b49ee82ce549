// SPDX-License-Identifier: Apache-2.0

public import Screening

/// Why an act was not done. The texts carry no personal data.
public enum CaseworkError: Error, Equatable {
    /// A reason of 3 to 500 characters is required.
    case reasonRequired
    /// There is no such record, or it is no longer there.
    case unknown
    /// A field is wrong; `why` says what is expected.
    case invalid(field: String, why: String)
    /// The state does not allow the act.
    case notAllowed(why: String)
    /// A second person must do it, not the one who began it.
    case samePerson
    /// As many as an officer may do in a day were done.
    case quotaUsed(limit: Int)
    case store(StoreError)

    /// A stable code of a bounded set.
    public var code: String {
        switch self {
        case .reasonRequired: "reason-required"
        case .unknown: "unknown"
        case .invalid: "invalid"
        case .notAllowed: "not-allowed"
        case .samePerson: "same-person"
        case .quotaUsed: "quota-used"
        case .store(.full): "store-full"
        case .store(.busy): "store-busy"
        case .store: "store-failed"
        }
    }
}
