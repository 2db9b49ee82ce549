// SPDX-License-Identifier: Apache-2.0

/// What assembly makes of one message alone, once.
struct PreparedMessage {
    let identity: VoyageIdentity
    /// Empty for a message that names no travellers to list.
    let said: [SaidOfTraveller]
}
