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
                let trees = trees(of: input)
                return trees.isEmpty
                    ? nil : trees.flatMap { tree in tree.nodes.indices.map { input.source(range($0, in: tree)) } }
            }
        }
    }

    /// The documents of a message, several where it was sent in parts.
    private static func trees(of input: XMLInput) -> [XMLTree] {
        let bytes = input.bytes
        var trees: [XMLTree] = []
        var position = bytes.startIndex
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            let isLatin = (try? XMLDeclaration.isLatin(bytes, at: start, isWide: input.isWide)) ?? false
            guard
                let tree = try? XMLTree(
                    bytes, from: start, isLatin: isLatin, leaves: PnrgovDocument.leaves, limits: .standard)
            else { break }
            trees.append(tree)
            position = max(tree.range.upperBound, start + 1)
        }
        return trees
    }

    /// From an element's tag, of the first one from the document's start, to the next tag.
    private static func range(_ index: Int, in tree: XMLTree) -> Range<Int> {
        let from = index == 0 ? tree.range.lowerBound : tree.nodes[index].range.lowerBound
        let end = index + 1 < tree.nodes.count ? tree.nodes[index + 1].range.lowerBound : tree.range.upperBound
        return from..<max(from, end)
    }

    private static func elements(of input: XMLInput, limit: Int) -> [DocumentElement]? {
        let bytes = input.bytes
        let scanner = XMLScanner(bytes, at: 0)
        let trees = trees(of: input)
        guard !trees.isEmpty else { return nil }
        let places = trees.lazy.flatMap { tree in tree.nodes.indices.lazy.map { (tree, $0) } }
        return places.prefix(limit).enumerated().map { number, place in
            let (tree, index) = place
            let tag = tree.nodes[index].range.lowerBound
            let range = range(index, in: tree)
            var name = tag + 1
            while name < range.upperBound, XMLScanner.isNameByte(bytes[name]) { name += 1 }
            func text(_ range: Range<Int>) -> String {
                XMLText(bytes, range, isLatin: tree.isLatin, isLiteral: true).trimmed.string
            }
            return DocumentElement(
                number: number + 1, name: text(scanner.local((tag + 1)..<name)), opening: text(tag..<name),
                text: text(range))
        }
    }
}
