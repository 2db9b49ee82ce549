// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import SQLiteStore
internal import Safeguards

/// Before the tables of a folder are brought to this program's version, a verified backup of it is taken.
enum SchemaUpgrade {
    /// Where such backups lie inside the data folder; ``variable`` names another place.
    static let folder = "upgrades"
    private static let variable = "CERMAT_UPGRADE_BACKUPS"

    /// Does nothing where the tables are of this version; refuses, with nothing changed, where no backup can be taken.
    static func prepare(_ data: String, keys: String, node: String) throws {
        let found = try SQLiteStore.schema(of: data)
        guard let found, found < SQLiteStore.schemaVersion else { return }
        let place = ProcessInfo.processInfo.environment[variable] ?? data + "/" + folder
        CommandFailure.say("tables of version \(found) are brought to \(SQLiteStore.schemaVersion); first a backup")
        do {
            let run = BackupRun(
                data: data, target: try BackupFolder(place), key: try BackupKey.ofFolder(keys, makingIfMissing: true),
                vault: try FileKeyVault(at: keys), node: node)
            CommandFailure.say("backup of version \(found): \(try run.takeBeforeUpgrade().file)")
        } catch {
            throw CommandFailure.exit(
                "the data folder is of version \(found) and is not brought to \(SQLiteStore.schemaVersion) without a backup, "
                    + "which failed: \(error). Nothing was changed. Mend that, or name another place in \(variable)")
        }
    }
}
