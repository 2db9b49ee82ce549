// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards

/// How the fields of one traveller appear to one officer: as they are, covered, or not at all (R03, R04).
struct Lens: Sendable {
    let subject: PolicySubject
    let policy: Policy
    let isHit: Bool
    let now: Int64
    /// Whether what is covered of this traveller is open to the reader for a time (R05).
    var isRevealed = false

    /// The policy's word on a field.
    func visibility(_ field: DataField) -> FieldVisibility {
        let visibility = policy.visibility(of: field, for: subject, isHit: isHit, atMilliseconds: now)
        return isRevealed && visibility == .masked ? .shown : visibility
    }

    /// Whether a field may be shown as it is.
    func shows(_ field: DataField) -> Bool { visibility(field) == .shown }

    /// Whether anything of a field appears.
    func mentions(_ field: DataField) -> Bool { visibility(field) != .denied }

    /// Whether any field of the traveller is covered.
    var masksAnything: Bool { DataField.allCases.contains { visibility($0) == .masked } }

    /// A value as it may appear; nil where it is missing or left out.
    func text(_ value: String?, _ field: DataField, as form: Masking.Form) -> String? {
        value.flatMap { Masking.render($0, as: form, visibility(field)) }
    }
}
