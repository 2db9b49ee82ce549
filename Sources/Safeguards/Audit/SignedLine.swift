// SPDX-License-Identifier: Apache-2.0

/// A statement of words between single blanks, a blank, and its Ed25519 signature (RFC 8032) as 128 lower-case
/// hexadecimal digits; what is signed is the statement's bytes.
struct SignedLine: Hashable, Sendable, CustomStringConvertible {
    let statement: String
    let signature: [UInt8]

    init(statement: String, signature: [UInt8]) {
        self.statement = statement
        self.signature = signature
    }

    /// Parses a line that has so many words with the signature and begins with a label and version 1.
    init?(parsing line: some StringProtocol, label: String, words count: Int) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == count, count > 2, words[0] == label, words[1] == "1",
            let signature = Hexadecimal.bytes(words[count - 1], count: 64)
        else { return nil }
        self.init(statement: words.dropLast().joined(separator: " "), signature: signature)
    }

    /// The words of the statement.
    var words: [Substring] { statement.split(separator: " ", omittingEmptySubsequences: false) }

    /// Whether the holder of the key signed it.
    func isSigned(by key: AuditPublicKey) -> Bool {
        key.isSignature(signature, of: Array(statement.utf8))
    }

    var description: String { statement + " " + Hexadecimal.text(signature) }
}
