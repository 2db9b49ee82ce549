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

@Suite struct FaceStoreContractTests {
    @Test(arguments: FaceStoreContract.all) func `memory does what every store of faces must do`(
        _ contract: FaceStoreContract
    ) async throws {
        let folder = try TemporaryFolder()
        try await contract.check(
            MemoryStore(vault: EphemeralKeyVault()),
            DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name))
    }

    @Test(arguments: FaceStoreContract.all) func `SQLite does what every store of faces must do`(
        _ contract: FaceStoreContract
    ) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test")
        try await contract.check(
            store, DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name))
        let verdict = try await store.verifyAudit()
        guard case .intact = verdict else { throw ContractProblem.chain(verdict) }
        try store.close()
    }
}

enum ContractProblem: Error { case chain(AuditVerdict) }
