// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import SQLiteStore
internal import Safeguards

/// Makes a data folder.
enum DataFolderSetup {
    /// Makes folder, keys, policy, feed token, watched folder and database; refuses a folder that holds anything.
    static func make(at path: String) throws -> DataFolder {
        let folder = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        let files = FileManager.default
        if let held = try? files.contentsOfDirectory(atPath: folder), !held.isEmpty {
            throw CommandFailure.exit("\(path) is not empty; name a new folder")
        }
        for part in ["", DataFolder.keys, DataFolder.inbox, DataFolder.inbox + "/taken"] {
            try files.createDirectory(
                atPath: folder + "/" + part, withIntermediateDirectories: true,
                attributes: [.posixPermissions: NSNumber(value: 0o700)])
        }
        _ = try FileKeyVault.create(at: folder + "/" + DataFolder.keys)
        try write(try ProductHome.find().bytes("Policy/policy.yaml"), folder + "/" + DataFolder.policy)
        try write(try ProductHome.find().bytes("Policy/registry.yaml"), folder + "/" + RegistryWiring.file)
        try write(
            try ProductHome.find().bytes("Policy/" + RetentionScheduleFile.name),
            folder + "/" + RetentionScheduleFile.name)
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken.random(using: &generator).cookieValue
        try write(Array((token + "\n").utf8), folder + "/" + DataFolder.feedToken)
        return try DataFolder(folder, mode: .create)
    }

    /// Makes a folder with the same keys, policy and feed token, and an empty database.
    static func makeCopy(of original: DataFolder, at path: String) throws -> DataFolder {
        let folder = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        let files = FileManager.default
        if let held = try? files.contentsOfDirectory(atPath: folder), !held.isEmpty {
            throw CommandFailure.exit("\(path) is not empty; name a new folder")
        }
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: NSNumber(value: 0o700)])
        let optional = [
            QualityRulesFile.name, RegistryWiring.file, RetentionScheduleFile.name, RetentionShelf.folderName,
            DestructionRegisterFile.name, ReaderTokens.folder,
        ]
        let parts = [DataFolder.keys, DataFolder.policy, DataFolder.feedToken] + optional
        for part in parts where !optional.contains(part) || files.fileExists(atPath: original.path + "/" + part) {
            try files.copyItem(atPath: original.path + "/" + part, toPath: folder + "/" + part)
        }
        return try DataFolder(folder, mode: .create)
    }

    private static func write(_ bytes: [UInt8], _ path: String) throws {
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard made else { throw CommandFailure.exit("cannot write \(path)") }
    }
}

/// Questions to the person at the terminal.
enum Confirmation {
    /// Whether the answer is yes; no when nobody can answer.
    static func ask(_ question: String) -> Bool {
        CommandFailure.say(question + " [y/N]")
        return (readLine(strippingNewline: true) ?? "").lowercased().hasPrefix("y")
    }
}
