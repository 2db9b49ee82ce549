// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Mandate
import Safeguards
import Testing

@Suite struct FileKeyVaultTests {
    private let context = SealContext(table: "traveller", record: [1, 2, 3])

    @Test func `what one process seals the next one opens`() throws {
        let folder = try ScratchFolder()
        let keys = folder.path + "/keys"
        let first = try FileKeyVault.create(at: keys)
        let key = try first.makeKey(.passengerData)
        let sealed = try first.seal([7, 8, 9], with: key, context: context)
        let second = try FileKeyVault(at: keys)
        #expect(try second.open(sealed, with: key, context: context) == [7, 8, 9])
        #expect(second.token(.nik, "x") == first.token(.nik, "x"))
        #expect(try folder.text("keys/audit.pub") == "\(second.auditSigner.publicKey)\n")
    }

    @Test func `keys are closed to others and never overwritten`() throws {
        let folder = try ScratchFolder()
        let keys = folder.path + "/keys"
        _ = try FileKeyVault.create(at: keys)
        #expect(try folder.mode("keys") == 0o700)
        #expect(try folder.mode("keys/vault.keys") == 0o600)
        let before = try folder.text("keys/vault.keys")
        #expect(throws: KeyVaultError.self) { try FileKeyVault.create(at: keys) }
        #expect(try folder.text("keys/vault.keys") == before)
        // No draft stays behind.
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys).sorted() == ["audit.pub", "vault.keys"])
    }

    @Test(arguments: [
        ("keys/vault.keys", 0o640), ("keys/vault.keys", 0o604), ("keys/vault.keys", 0o620), ("keys", 0o750),
        ("keys", 0o701),
    ])
    func `refuses keys that others may reach`(name: String, mode: Int) throws {
        let folder = try ScratchFolder()
        _ = try FileKeyVault.create(at: folder.path + "/keys")
        try folder.setMode(name, mode)
        #expect(throws: KeyVaultError.self) { try FileKeyVault(at: folder.path + "/keys") }
    }

    @Test func `refuses a link in place of the key file`() throws {
        let folder = try ScratchFolder()
        try folder.write("elsewhere", KnownVault.file)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/vault.keys", withDestinationPath: folder.path + "/elsewhere")
        #expect(throws: KeyVaultError.self) { try FileKeyVault(at: folder.path) }
    }

    @Test func `refuses a file in which any character was changed, cut or added`() throws {
        let folder = try ScratchFolder()
        for index in KnownVault.file.indices {
            var damaged = KnownVault.file
            damaged.replaceSubrange(index...index, with: KnownVault.file[index] == "1" ? "2" : "1")
            try folder.write("vault.keys", damaged)
            #expect(throws: KeyVaultError.self, "\(damaged)") { try FileKeyVault(at: folder.path) }
        }
        for text in [
            "", String(KnownVault.file.dropLast(80)), KnownVault.file + "x", String(repeating: "k", count: 70_000),
        ] {
            try folder.write("vault.keys", text)
            #expect(throws: KeyVaultError.self) { try FileKeyVault(at: folder.path) }
        }
    }

    @Test func `says why without repeating a key`() throws {
        let folder = try ScratchFolder()
        try folder.write("vault.keys", KnownVault.file.replacingOccurrences(of: "token 20", with: "token 21"))
        do {
            _ = try FileKeyVault(at: folder.path)
            Issue.record("opened a damaged file")
        } catch {
            #expect(!"\(error)".contains("2223"))
        }
    }

    @Test func `a new wrapping key leaves old data readable`() throws {
        let folder = try ScratchFolder()
        let old = try FileKeyVault.create(at: folder.path)
        let oldKey = try old.makeKey(.watchlist)
        let sealed = try old.seal([5], with: oldKey, context: context)
        let new = try FileKeyVault.renewWrappingKey(at: folder.path)
        let newKey = try new.makeKey(.watchlist)
        #expect(oldKey.bytes[0] == 1)
        #expect(newKey.bytes[0] == 2)
        let reopened = try FileKeyVault(at: folder.path)
        #expect(try reopened.open(sealed, with: oldKey, context: context) == [5])
        let resealed = try new.seal([6], with: newKey, context: context)
        #expect(try reopened.open(resealed, with: newKey, context: context) == [6])
        #expect(try old.open(resealed, with: newKey, context: context) == [6], "a running process reads the new key")
        #expect(reopened.token(.card, "1") == old.token(.card, "1"))
        #expect(reopened.auditSigner.publicKey == old.auditSigner.publicKey)
    }

    @Test func `formats agree with another implementation`() throws {
        let vault = try KnownVault.open()
        #expect(vault.token(.document, "C1234567").description == "b70840c457c1a166c6b68a1076e1dc11")
        #expect(vault.token(.nik, "").description == "da48076f6bb7ce3cb9b3fe0c4fbff74d")
        let key = WrappedKey(
            id: try #require(RecordID("6465666768696a6b6c6d6e6f70717273")), retention: .passengerData,
            bytes: KnownVault.bytes(
                "01000102030405060708090a0bd1954e825f7e5e8613de372a134adcc825712f9d5ad0f3d196c85534afdab407df547281"
                    + "cdd700fa707463e05d83e317"))
        let sealed = KnownVault.bytes(
            "0c0d0e0f10111213141516178051cc00c2d71e2f46ff4d5ff8b1c9e0898e5f5a5a719278a65de9a9")
        #expect(try vault.open(sealed, with: key, context: context) == Array("SANTOSO/BUDI".utf8))
    }
}
