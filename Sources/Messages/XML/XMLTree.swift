// SPDX-License-Identifier: Apache-2.0

/// One document as a tree of elements in document order, values left where they stand until somebody asks.
struct XMLTree {
    struct Node {
        /// Without prefix, in upper case, `_` and `-` left out: `DOC_SSR` is `DOCSSR`.
        let name: String
        /// 1 for the first start tag of the document.
        let number: Int
        let parent: Int?
        let depth: Int
        /// The scanned bytes from the start tag to the end tag.
        var range: Range<Int>
        /// The number of the last start tag inside.
        var lastNumber: Int
        var attributes: Range<Int>
        /// Indices into ``XMLTree/texts``.
        var texts: [Int] = []
        var children: [Int] = []
    }

    struct Text {
        let range: Range<Int>
        let isLiteral: Bool
    }

    struct Attribute {
        let name: String
        let value: Range<Int>
    }

    /// Something that is not well formed and was passed over.
    struct Oddity {
        let number: Int
        let text: StaticString
    }

    let scanned: UnsafeBufferPointer<UInt8>
    let isLatin: Bool
    var nodes: [Node] = []
    var attributes: [Attribute] = []
    var texts: [Text] = []
    var comments: [Range<Int>] = []
    var oddities: [Oddity] = []
    /// The scanned bytes of the document, what stands before and behind its root included.
    var range: Range<Int>
    /// Whether the input ended, or another document began, inside the root.
    var isCut = false
    /// Which values were asked for; the others are free text to the edge filter.
    private(set) var usedAttributes: Set<Int> = []
    private(set) var usedTexts: Set<Int> = []

    init(_ scanned: UnsafeBufferPointer<UInt8>, range: Range<Int>, isLatin: Bool) {
        self.scanned = scanned
        self.range = range
        self.isLatin = isLatin
    }

    /// The elements of a name, in document order.
    func all(_ name: String) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }

    func children(of node: Int, _ name: String) -> [Int] { nodes[node].children.filter { nodes[$0].name == name } }

    func child(of node: Int, _ name: String) -> Int? { nodes[node].children.first { nodes[$0].name == name } }

    /// Whether an element stands inside another of a name.
    func isInside(_ node: Int, _ name: String) -> Bool {
        var at = nodes[node].parent
        while let parent = at {
            if nodes[parent].name == name { return true }
            at = nodes[parent].parent
        }
        return false
    }

    // MARK: Values

    /// An attribute's value, trimmed; nil where it is missing or blank.
    mutating func attribute(_ node: Int, _ name: String) -> XMLText? {
        for index in nodes[node].attributes where attributes[index].name == name {
            usedAttributes.insert(index)
            let text = XMLText(scanned, attributes[index].value, isLatin: isLatin).trimmed
            return text.isEmpty ? nil : text
        }
        return nil
    }

    /// The text inside an element, its pieces joined and trimmed.
    mutating func text(_ node: Int) -> XMLText? {
        var joined = XMLText()
        for index in nodes[node].texts {
            usedTexts.insert(index)
            joined.append(XMLText(scanned, texts[index].range, isLatin: isLatin, isLiteral: texts[index].isLiteral))
        }
        let text = joined.trimmed
        return text.isEmpty ? nil : text
    }

    /// A value however it is written: as an attribute, as a child's text, or as a child's code.
    mutating func value(_ node: Int, _ names: String...) -> XMLText? {
        for name in names {
            if let value = attribute(node, name) { return value }
            guard let child = child(of: node, name) else { continue }
            if let value = text(child) { return value }
            for code in ["CODE", "LOCATIONCODE", "NUMBER", "ID"] {
                if let value = attribute(child, code) { return value }
            }
        }
        return nil
    }
}

extension XMLTree {
    /// Reads the document that begins at a place; a refusal says that it must not be read.
    ///
    /// - Parameter leaves: elements that hold text only; one whose end tag was lost ends where another begins.
    /// - Returns: nil where no element follows.
    init?(
        _ scanned: UnsafeBufferPointer<UInt8>, from start: Int, isLatin: Bool, leaves: Set<String> = [],
        limits: XMLLimits
    ) throws(XMLRefusal) {
        var scanner = XMLScanner(scanned, at: start, limits: limits)
        var tree = XMLTree(scanned, range: start..<start, isLatin: isLatin)
        var open: [Int] = []
        var isRootClosed = false
        while true {
            let before = scanner.position
            guard let token = try scanner.next() else { break }
            if scanner.position - start > limits.documentBytes { throw .tooLong }
            switch token {
            case .instruction(let range, let isDeclaration):
                if isDeclaration, !tree.nodes.isEmpty {
                    scanner.position = range.lowerBound
                    tree.close(&open, at: range.lowerBound, isCut: !isRootClosed)
                    tree.range = start..<range.lowerBound
                    self = tree
                    return
                }
                tree.comments.append(range)
            case .comment(let range): tree.comments.append(range)
            case .malformed(let range):
                tree.note("markup that is none, passed over")
                tree.comments.append(range)
            case .text(let range, let isLiteral):
                guard range.contains(where: { scanned[$0] > 0x20 }) else { break }
                guard let parent = open.last else {
                    if isRootClosed {
                        // Rubbish behind the document is none of it.
                        tree.range = start..<before
                        self = tree
                        return
                    }
                    tree.comments.append(range)
                    break
                }
                tree.texts.append(Text(range: range, isLiteral: isLiteral))
                tree.nodes[parent].texts.append(tree.texts.count - 1)
            case .start(let tag):
                if isRootClosed {
                    // The next document.
                    tree.range = start..<before
                    self = tree
                    return
                }
                if let last = open.last, leaves.contains(tree.nodes[last].name) {
                    tree.note("element without its end tag")
                    tree.nodes[last].lastNumber = tree.nodes.count
                    tree.nodes[last].range = tree.nodes[last].range.lowerBound..<before
                    open.removeLast()
                }
                try tree.open(tag, scanner, &open, limits)
                isRootClosed = open.isEmpty
            case .end(let name, let tag):
                tree.end(scanner.local(name), tag, scanner, &open)
                isRootClosed = !tree.nodes.isEmpty && open.isEmpty
            }
        }
        guard !tree.nodes.isEmpty else { return nil }
        tree.close(&open, at: scanned.count, isCut: !isRootClosed)
        tree.range = start..<scanned.count
        self = tree
    }

    private mutating func open(
        _ tag: XMLTag, _ scanner: XMLScanner, _ open: inout [Int], _ limits: XMLLimits
    ) throws(XMLRefusal) {
        guard open.count < limits.depth else { throw .tooDeep }
        guard nodes.count < limits.elements else { throw .tooManyElements }
        let first = attributes.count
        for attribute in scanner.attributes {
            attributes.append(Attribute(name: plain(attribute.name), value: attribute.value))
        }
        let number = nodes.count + 1
        let node = Node(
            name: plain(scanner.local(tag.name)), number: number, parent: open.last, depth: open.count,
            range: tag.range, lastNumber: number, attributes: first..<attributes.count)
        nodes.append(node)
        if let parent = open.last { nodes[parent].children.append(number - 1) }
        if tag.isOdd { note("tag that is not well formed, read as far as it goes") }
        if !tag.isEmpty { open.append(number - 1) }
    }

    /// Closes the element of a name with all that was left open inside; an end without a start is passed over.
    private mutating func end(_ name: Range<Int>, _ tag: Range<Int>, _ scanner: XMLScanner, _ open: inout [Int]) {
        let plain = plain(name)
        guard let place = open.lastIndex(where: { nodes[$0].name == plain }) else {
            return note("end tag without its start, passed over")
        }
        if place != open.count - 1 { note("element without its end tag") }
        while open.count > place {
            let node = open.removeLast()
            nodes[node].lastNumber = nodes.count
            nodes[node].range = nodes[node].range.lowerBound..<tag.upperBound
        }
    }

    private mutating func close(_ open: inout [Int], at end: Int, isCut cut: Bool) {
        isCut = cut
        while let node = open.popLast() {
            nodes[node].lastNumber = nodes.count
            nodes[node].range = nodes[node].range.lowerBound..<end
        }
    }

    /// The most oddities that are kept.
    private static let mostOddities = 200

    private mutating func note(_ text: StaticString) {
        if oddities.count < XMLTree.mostOddities { oddities.append(Oddity(number: max(1, nodes.count), text: text)) }
    }

    private func plain(_ name: Range<Int>) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(name.count)
        for index in name where scanned[index] != UInt8(ascii: "_") && scanned[index] != UInt8(ascii: "-") {
            letters.append(scanned[index] &- 97 < 26 ? scanned[index] &- 32 : scanned[index])
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
