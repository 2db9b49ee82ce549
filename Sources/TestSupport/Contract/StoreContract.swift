// SPDX-License-Identifier: Apache-2.0

public import Casework

/// What every store must do: run against an empty one; throws ``ContractFailure`` where it does not.
public struct StoreContract: Sendable, CustomStringConvertible {
    public var name: String
    /// Runs the behaviour against an empty store.
    public var check: @Sendable (any CaseworkStore) async throws -> Void

    public var description: String { name }

    init(_ name: String, _ check: @escaping @Sendable (any CaseworkStore) async throws -> Void) {
        self.name = name
        self.check = check
    }

    /// Every behaviour.
    public static let all: [StoreContract] = inbox + replay + screening + races + casework + lists
}
