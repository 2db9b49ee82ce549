// SPDX-License-Identifier: Apache-2.0

/// How long data of a kind are kept; each data key carries one, so that forgetting is destroying keys.
public enum RetentionClass: String, Hashable, Sendable, Codable, CaseIterable {
    /// Carriers' messages and all that is derived from them alone.
    case passengerData = "passenger-data"
    /// Messages that could not be read.
    case quarantine
    /// Watchlist entries.
    case watchlist
    /// Decisions and outcomes, cases.
    case decision
    /// Answers of the civil registry, for as long as the agreement with it allows.
    case registry
    /// Accounts of officers.
    case account
}
