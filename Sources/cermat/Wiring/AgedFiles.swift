// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Files of a folder that were last changed long enough ago.
enum AgedFiles {
    /// Their paths; none where there is no such folder.
    static func paths(in folder: String, before limit: Date) -> [String] {
        let files = FileManager.default
        return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).map { folder + "/" + $0 }.filter { path in
            let changed = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            return changed.map { $0 < limit } ?? false
        }
    }
}
