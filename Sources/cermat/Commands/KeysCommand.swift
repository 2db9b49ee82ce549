// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// `cermat keys`: the keys, apart from the data.
struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Export the keys under a passphrase, import them, renew the wrapping key.",
        subcommands: [KeysExport.self, KeysImport.self, KeysRenew.self])
}

struct KeysExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all keys under a passphrase into a new file; keep it apart from backups, the passphrase too.")

    @OptionGroup var data: DataOption

    @Option(help: "The file to make.")
    var to: String

    @Option(help: "A file with the passphrase; else CERMAT_KEYS_PASSPHRASE or the terminal.")
    var passphraseFile: String?

    func run() async throws {
        let folder = try data.open()
        let bundle = try KeyBundle(folder: folder.path + "/" + DataFolder.keys, makingBackupKey: true)
        let passphrase = try KeySource.passphrase(passphraseFile)
        // Recorded first: an export without its record must not exist.
        try await folder.recordKeys("exported")
        try bundle.export(to: to, passphrase: passphrase)
        print("keys written to \(to), under the passphrase; backup key \(bundle.backupKey.mark)")
    }
}

struct KeysImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Write the keys of an export into a folder that holds none.")

    @Option(help: "The export.")
    var from: String

    @Option(help: "The folder of keys, mostly DATA/keys.")
    var into: String

    @Option(help: "A file with the passphrase; else CERMAT_KEYS_PASSPHRASE or the terminal.")
    var passphraseFile: String?

    func run() async throws {
        let bundle = try KeySource.bundle(from, passphraseFile: passphraseFile)
        try bundle.write(into: into)
        print("keys written into \(into); backup key \(bundle.backupKey.mark)")
    }
}

struct KeysRenew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Wrap new data keys under a fresh key; a running server takes it within a second, without a pause.",
        discussion: "Exports made before do not open what comes after: export the keys again.")

    @OptionGroup var data: DataOption

    func run() async throws {
        let folder = try data.open()
        try await folder.recordKeys("renewed")
        let vault = try FileKeyVault.renewWrappingKey(at: folder.path + "/" + DataFolder.keys)
        print("wrapping key \(vault.currentWrappingKey) in use; export the keys again: cermat keys export")
    }
}

extension DataFolder {
    fileprivate func recordKeys(_ what: String) async throws {
        try await store.appendAudit([
            AuditEvent(atMilliseconds: WallClock.nowMilliseconds, actor: .system, action: .manageKeys, detail: what)
        ])
    }
}
