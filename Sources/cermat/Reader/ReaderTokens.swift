// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Foundation
internal import Mandate
internal import Safeguards

/// The readers' tokens of a data folder: `readers/POST.token`, `readers/POST-NAME.token`.
enum ReaderTokens {
    static let folder = "readers"
    private static let ending = ".token"

    /// The name of a reader, `CGK` or `CGK-lane2`.
    static func name(post: PostCode, reader: String?) -> ReaderName? {
        ReaderName(post.description + (reader.map { "-" + $0 } ?? ""))
    }

    /// Makes a token unless there is one; the path of its file.
    static func make(_ name: ReaderName, in data: String) throws -> String {
        let files = FileManager.default
        let place = data + "/" + folder
        let path = place + "/" + name.description + ending
        if files.fileExists(atPath: path) { return path }
        try files.createDirectory(
            atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: NSNumber(value: 0o700)])
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken.random(using: &generator).cookieValue
        let isMade = files.createFile(
            atPath: path, contents: Data((token + "\n").utf8), attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard isMade else { throw CommandFailure.exit("cannot write \(path)") }
        return path
    }

    /// SHA-256 of each token, by reader.
    static func digests(in data: String) throws -> [ReaderName: [UInt8]] {
        let place = data + "/" + folder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { return [:] }
        var found: [ReaderName: [UInt8]] = [:]
        for file in names.sorted() where file.hasSuffix(ending) {
            guard let name = ReaderName(String(file.dropLast(ending.count))) else {
                throw CommandFailure.exit("\(place)/\(file): the name is POST.token or POST-NAME.token")
            }
            let token = String(decoding: try InputFile(place + "/" + file).bytes, as: UTF8.self).trimmingCharacters(
                in: .whitespacesAndNewlines)
            guard !token.isEmpty else { throw CommandFailure.exit("\(place)/\(file) holds no token") }
            found[name] = BearerDigest(of: token).bytes
        }
        return found
    }
}
