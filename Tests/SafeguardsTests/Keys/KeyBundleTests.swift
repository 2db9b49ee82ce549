// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Mandate
import Safeguards
import Testing

@Suite struct KeyBundleTests {
    private static let passphrase = "tujuh burung kenari"

    @Test func `exported keys open what the folder sealed`() throws {
        let folder = try ScratchFolder()
        let vault = try FileKeyVault.create(at: folder.path)
        let context = SealContext(table: "t", record: [1])
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal([1, 2, 3], with: key, context: context)
        let bundle = try KeyBundle(folder: folder.path, makingBackupKey: true)
        let file = folder.path + "/export"
        try bundle.export(to: file, passphrase: Self.passphrase)
        #expect(try folder.mode("export") == 0o600)
        let exported = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        #expect(!String(decoding: exported, as: UTF8.self).contains("wrapping"))

        let place = try ScratchFolder()
        let new = place.path + "/keys"
        let opened = try KeyBundle(exported: exported, passphrase: Self.passphrase)
        try opened.write(into: new)
        #expect(opened.backupKey.mark == bundle.backupKey.mark)
        let again = try FileKeyVault(at: new)
        #expect(try again.open(sealed, with: key, context: context) == [1, 2, 3])
        #expect(try place.text("keys/audit.pub") == folder.text("audit.pub"))
        #expect(throws: KeyVaultError.self) { try opened.write(into: new) }
    }

    @Test func `a wrong passphrase and a changed export are refused alike`() throws {
        let folder = try ScratchFolder()
        _ = try FileKeyVault.create(at: folder.path)
        let bundle = try KeyBundle(folder: folder.path, makingBackupKey: true)
        let exported = try bundle.exported(passphrase: Self.passphrase)
        let refusal = KeyVaultError.keysUnavailable(reason: "the passphrase is wrong, or the export was changed")
        #expect(throws: refusal) { _ = try KeyBundle(exported: exported, passphrase: "tujuh burung kenarj") }
        var changed = exported
        let last = changed.count - 2
        changed[last] = changed[last] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        #expect(throws: refusal) { _ = try KeyBundle(exported: changed, passphrase: Self.passphrase) }
        let costly = String(decoding: exported, as: UTF8.self).replacingOccurrences(of: " 65536 ", with: " 99999999 ")
        #expect(throws: KeyVaultError.keysUnavailable(reason: "the export asks for too much memory or time")) {
            _ = try KeyBundle(exported: Array(costly.utf8), passphrase: Self.passphrase)
        }
        #expect(throws: KeyVaultError.keysUnavailable(reason: "the file is no export of keys")) {
            _ = try KeyBundle(exported: exported.dropLast(3), passphrase: Self.passphrase)
        }
    }

    @Test func `a short passphrase is refused`() throws {
        let folder = try ScratchFolder()
        _ = try FileKeyVault.create(at: folder.path)
        let bundle = try KeyBundle(folder: folder.path, makingBackupKey: true)
        #expect(throws: KeyVaultError.self) { _ = try bundle.exported(passphrase: "burung") }
    }

    @Test func `a running vault opens at once what came under a renewed key`() throws {
        let folder = try ScratchFolder()
        let running = try FileKeyVault.create(at: folder.path)
        let context = SealContext(table: "t", record: [1])
        let old = try running.makeKey(.passengerData)
        let sealedBefore = try running.seal([1], with: old, context: context)
        let renewed = try FileKeyVault.renewWrappingKey(at: folder.path)
        let fresh = try renewed.makeKey(.passengerData)
        let sealedAfter = try renewed.seal([2], with: fresh, context: context)
        #expect(fresh.bytes[0] == 2)
        #expect(try running.open(sealedAfter, with: fresh, context: context) == [2])
        #expect(try running.open(sealedBefore, with: old, context: context) == [1])
        #expect(try running.makeKey(.passengerData).bytes[0] == 2)
        #expect(renewed.wrappingKeyNumbers == [1, 2])
    }

    @Test func `a running vault does not take other keys`() throws {
        let folder = try ScratchFolder()
        let running = try FileKeyVault.create(at: folder.path)
        let elsewhere = try ScratchFolder()
        _ = try FileKeyVault.create(at: elsewhere.path)
        let foreign = try FileKeyVault.renewWrappingKey(at: elsewhere.path)
        let key = try foreign.makeKey(.passengerData)
        try folder.write(FileKeyVault.fileName, elsewhere.text(FileKeyVault.fileName))
        #expect(throws: KeyVaultError.notAuthentic) {
            _ = try running.seal([1], with: key, context: SealContext(table: "t", record: []))
        }
    }

    @Test func `renewals at the same time lose no key`() throws {
        let folder = try ScratchFolder()
        _ = try FileKeyVault.create(at: folder.path)
        let path = folder.path
        let done = DispatchSemaphore(value: 0)
        // Threads, since a renewal waits for its lock without giving its thread away.
        let threads = (0..<12).map { _ in
            Thread {
                for _ in 0..<4 { _ = try? FileKeyVault.renewWrappingKey(at: path) }
                done.signal()
            }
        }
        for thread in threads { thread.start() }
        for _ in threads { done.wait() }
        #expect(try FileKeyVault(at: path).currentWrappingKey == 49)
    }
}
