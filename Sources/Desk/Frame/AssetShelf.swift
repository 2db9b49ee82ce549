// SPDX-License-Identifier: Apache-2.0

import Crypto
import Safeguards

/// The style, script and picture files of the desk, in the program itself; their names carry a hash of their contents.
struct AssetShelf: Sendable {
    private static let shelf = AssetShelf()

    private let byPath: [String: (bytes: [UInt8], type: String)]
    private let pathByName: [String: String]

    private init() {
        var byPath: [String: (bytes: [UInt8], type: String)] = [:]
        var pathByName: [String: String] = [:]
        let files: [(name: String, type: String, bytes: [UInt8])] = [
            ("desk.css", "text/css; charset=utf-8", PackageResources.desk_css),
            ("desk.js", "text/javascript; charset=utf-8", PackageResources.desk_js),
            ("faces.js", "text/javascript; charset=utf-8", PackageResources.faces_js),
            ("mark.svg", "image/svg+xml", PackageResources.mark_svg),
        ]
        for file in files {
            let digest = Hexadecimal.text(SHA256.hash(data: file.bytes).prefix(8))
            let dot = file.name.firstIndex(of: ".") ?? file.name.endIndex
            let path = "/assets/" + file.name[..<dot] + "." + digest + file.name[dot...]
            byPath[path] = (file.bytes, file.type)
            pathByName[file.name] = path
        }
        self.byPath = byPath
        self.pathByName = pathByName
    }

    /// Where a file is served.
    static func path(_ name: String) -> String { shelf.pathByName[name] ?? "/assets/" + name }

    /// The file at a path.
    static func file(_ path: String) -> (bytes: [UInt8], type: String)? { shelf.byPath[path] }
}
