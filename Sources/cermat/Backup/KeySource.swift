// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Safeguards

/// Where keys and passphrases come from; neither is ever an argument.
enum KeySource {
    private static let variable = "CERMAT_KEYS_PASSPHRASE"

    /// Keys of a folder, or of an export, for which the passphrase is asked.
    static func bundle(_ path: String, passphraseFile: String?) throws -> KeyBundle {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure.exit("no keys at \(path)")
        }
        if isFolder.boolValue { return try KeyBundle(folder: path, makingBackupKey: false) }
        return try KeyBundle(exported: Array(try InputFile(path).bytes), passphrase: passphrase(passphraseFile))
    }

    /// The passphrase from a file, the environment, or the terminal.
    static func passphrase(_ file: String?) throws -> String {
        if let file {
            return String(decoding: try InputFile(file).bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        }
        if let given = ProcessInfo.processInfo.environment[variable] { return given }
        guard isatty(STDIN_FILENO) != 0, let typed = getpass("Passphrase of the keys: ") else {
            throw CommandFailure.exit("no passphrase: set \(variable) or name --passphrase-file", ExitCode(64))
        }
        return String(cString: typed)
    }
}
