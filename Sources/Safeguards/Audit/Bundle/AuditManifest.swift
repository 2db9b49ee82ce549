// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The hashes of a bundle's files, as `sha256sum` prints and reads them, and a signature over them.
struct AuditManifest: Hashable, Sendable {
    static let name = "manifest.txt", signatureName = "manifest.sig"
    private static let label = "cermat-manifest"

    /// By name.
    let hashes: [String: AuditHash]

    init(hashes: [String: AuditHash]) { self.hashes = hashes }

    /// Reads the text in its one spelling.
    init?(_ text: String) {
        var hashes: [String: AuditHash] = [:]
        for line in text.split(separator: "\n") {
            guard let gap = line.range(of: "  "), let hash = AuditHash(line[..<gap.lowerBound]) else { return nil }
            hashes[String(line[gap.upperBound...])] = hash
        }
        self.init(hashes: hashes)
        guard self.text == text else { return nil }
    }

    /// `<SHA-256>  <name>`, sorted by name, a line feed after each.
    var text: String {
        hashes.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    }

    /// The signature line: `cermat-manifest 1 <node> <SHA-256 of the text> <milliseconds since 1970> <signature>`.
    func signed(by signer: AuditSigner, node: String, atMilliseconds: Int64) throws(SafeguardsError) -> SignedLine {
        let hash = AuditHash(of: Array(text.utf8))
        return try signer.sign("\(Self.label) 1 \(node) \(hash) \(atMilliseconds)")
    }

    /// Whether a line is the signature over this manifest by a key, for a node.
    func isSigned(_ line: String, by key: AuditPublicKey, node: String) -> Bool {
        guard let signed = SignedLine(parsing: line, label: Self.label, words: 6) else { return false }
        let words = signed.words
        return words[2] == node && AuditHash(words[3]) == AuditHash(of: Array(text.utf8)) && signed.isSigned(by: key)
    }
}
