// SPDX-License-Identifier: Apache-2.0

/// The elements of a document as text, numbered as its message numbers them.
public enum DocumentElements {
    /// One start tag with the text and the end tags behind it.
    public struct DocumentElement: Hashable, Sendable {
        /// As ``MessageWarning/segment`` counts: the root is 1.
        public let number: Int
        /// Its name without prefix, as written.
        public let name: String
        /// The start tag up to its name: `<pnr:Flight`.
        public let opening: String
        public let text: String
    }

    /// The elements of a message's bytes, at most `limit`; nil where they are no document.
    public static func elements(of bytes: [UInt8], limit: Int) -> [DocumentElement]? {
        bytes.withUnsafeBufferPointer { buffer in
            guard XMLStart.begins(buffer) else { return nil }
            return XMLInput.with(buffer) { elements(of: $0, limit: limit) }
        }
    }

    /// Where each element's tag and what stands behind it lie in a document's bytes; nil where they are no document.
    static func ranges(of bytes: [UInt8]) -> [Range<Int>]? {
        bytes.withUnsafeBufferPointer { buffer in
            guard XMLStart.begins(buffer) else { return nil }
            return XMLInput.with(buffer) { input in
                guard let start = input.bytes.firstIndex(of: UInt8(ascii: "<")),
                    let tree = try? XMLTree(
                        input.bytes, from: start, isLatin: false, leaves: PnrgovDocument.leaves, limits: .standard)
                else { return nil }
                return tree.nodes.indices.map { index in
                    let from = index == 0 ? tree.range.lowerBound : tree.nodes[index].range.lowerBound
                    let end =
                        index + 1 < tree.nodes.count ? tree.nodes[index + 1].range.lowerBound : tree.range.upperBound
                    return input.source(from..<max(from, end))
                }
            }
        }
    }

    private static func elements(of input: XMLInput, limit: Int) -> [DocumentElement]? {
        let bytes = input.bytes
        guard let start = bytes.firstIndex(of: UInt8(ascii: "<")) else { return nil }
        let isLatin = (try? XMLDeclaration.isLatin(bytes, at: start, isWide: input.isWide)) ?? false
        guard
            let tree = try? XMLTree(
                bytes, from: start, isLatin: isLatin, leaves: PnrgovDocument.leaves, limits: .standard)
        else { return nil }
        let scanner = XMLScanner(bytes, at: 0)
        let shown = tree.nodes.prefix(limit)
        return shown.indices.map { index in
            let tag = tree.nodes[index].range.lowerBound
            let end = index + 1 < tree.nodes.count ? tree.nodes[index + 1].range.lowerBound : tree.range.upperBound
            let from = index == 0 ? tree.range.lowerBound : tag
            var name = tag + 1
            while name < end, XMLScanner.isNameByte(bytes[name]) { name += 1 }
            func text(_ range: Range<Int>) -> String {
                XMLText(bytes, range, isLatin: isLatin, isLiteral: true).trimmed.string
            }
            return DocumentElement(
                number: index + 1, name: text(scanner.local((tag + 1)..<name)), opening: text(tag..<name),
                text: text(from..<max(from, end)))
        }
    }
}
