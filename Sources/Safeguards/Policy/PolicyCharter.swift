// SPDX-License-Identifier: Apache-2.0

import Mandate

/// What a role may do.
struct PolicyCharter: Hashable, Sendable {
    /// Without a purpose.
    var always: Set<PolicyAction>
    var openings: [Purpose: PolicyOpening]
}

/// What a purpose opens to a role.
struct PolicyOpening: Hashable, Sendable {
    var scope: PostScope
    var actions: Set<PolicyAction>
    var fields: [DataField: FieldRule]
}
