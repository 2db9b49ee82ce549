// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Where commands of the registry write sorted runs.
enum RunFolder {
    /// The folder given, or that of the file that is made.
    static func of(_ temp: String?, _ out: String) -> String {
        let folder = temp ?? (out.contains("/") ? (out as NSString).deletingLastPathComponent : ".")
        return folder.isEmpty ? "/" : folder
    }
}
