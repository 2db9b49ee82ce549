// SPDX-License-Identifier: Apache-2.0

import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing

@Suite struct StoreContractTests {
    @Test(arguments: StoreContract.all) func `memory does what every store must do`(_ contract: StoreContract)
        async throws
    {
        try await contract.check(MemoryStore(vault: EphemeralKeyVault()))
    }

    @Test(arguments: StoreContract.all) func `SQLite does what every store must do`(_ contract: StoreContract)
        async throws
    {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test")
        try await contract.check(store)
        let verdict = try await store.verifyAudit()
        guard case .intact = verdict else { throw ContractProblem.chain(verdict) }
        try store.close()
    }
}

enum ContractProblem: Error { case chain(AuditVerdict) }
