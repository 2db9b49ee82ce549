// SPDX-License-Identifier: Apache-2.0

/// Writes elements, attributes and text of a document.
struct MarkupBuffer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func declare() { add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        start(name, attributes)
        add(">")
    }

    mutating func close(_ name: String) { add("</\(name)>") }

    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        start(name, attributes)
        add("/>")
    }

    mutating func text(_ name: String, _ text: String) {
        open(name)
        escaped(text)
        close(name)
    }

    private mutating func start(_ name: String, _ attributes: [(String, String)]) {
        add("<\(name)")
        for (key, value) in attributes {
            add(" \(key)=\"")
            escaped(value)
            add("\"")
        }
    }

    private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            case UInt8(ascii: "'"): add("&apos;")
            default: bytes.append(byte)
            }
        }
    }
}
