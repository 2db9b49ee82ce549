// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Writes segments of a PNRGOV message from values of a document, and keeps where every byte came from.
///
/// So one reader serves both forms of the message: what it says of segments and of bytes is turned back into elements
/// and bytes of the document.
struct PnrgovScript {
    private(set) var bytes: [UInt8] = Array("UNA:+.? '".utf8)
    /// The scanned bytes of each byte, of no length for our own.
    private var starts: [Int32] = Array(repeating: 0, count: 9)
    private var lengths: [UInt8] = Array(repeating: 0, count: 9)
    /// The elements that each segment speaks of; entry 0 is segment 1.
    private(set) var spans: [ElementSpan] = []
    /// Where accounts of payments begin: scanned byte and byte here.
    private(set) var accounts: [(scanned: Int, here: Int)] = []

    /// What did not fit; no reader sees it, the edge filter does.
    private(set) var tails: [XMLText] = []

    /// The longest text of one component; the scanner's segments are longer.
    static let longestText = 8_000

    func origin(_ index: Int) -> Range<Int> {
        let start = Int(starts[index])
        return start..<(start + Int(lengths[index]))
    }

    /// Writes a segment; empty parts at the end of elements and of the segment are left out.
    mutating func write(_ tag: String, _ span: ElementSpan, _ elements: [[ScriptPart]] = [], account: (Int, Int)? = nil)
    {
        spans.append(span)
        own(tag)
        let used = elements.lastIndex { $0.contains { !$0.isEmpty } } ?? -1
        for (place, element) in elements.prefix(used + 1).enumerated() {
            put(UInt8(ascii: "+"))
            let last = element.lastIndex { !$0.isEmpty } ?? -1
            for (index, part) in element.prefix(last + 1).enumerated() {
                if index > 0 { put(UInt8(ascii: ":")) }
                switch part {
                case .none: break
                case .own(let word): released(word)
                case .text(let text):
                    if let account, account == (place, index), !text.isEmpty {
                        accounts.append((text.origin(0).lowerBound, bytes.count))
                    }
                    released(text)
                }
            }
        }
        put(UInt8(ascii: "'"))
    }

    private mutating func own(_ word: String) { for byte in word.utf8 { put(byte) } }

    private mutating func put(_ byte: UInt8) {
        bytes.append(byte)
        starts.append(starts.last ?? 0)
        lengths.append(0)
    }

    private mutating func released(_ word: String) {
        for byte in word.utf8 {
            if PnrgovScript.serves(byte) { put(UInt8(ascii: "?")) }
            put(byte < 0x20 ? 0x20 : byte)
        }
    }

    private mutating func released(_ text: XMLText) {
        if text.count > PnrgovScript.longestText {
            tails.append(text.slice(PnrgovScript.longestText..<text.count))
        }
        for index in 0..<min(text.count, PnrgovScript.longestText) {
            let byte = text.bytes[index]
            // A service segment's name inside text begins nothing.
            if PnrgovScript.serves(byte) || (isService(byte) && isBehindService) { put(UInt8(ascii: "?")) }
            let origin = text.origin(index)
            bytes.append(byte < 0x20 ? 0x20 : byte)
            starts.append(Int32(clamping: origin.lowerBound))
            lengths.append(UInt8(clamping: origin.count))
        }
    }

    private static func serves(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "?")
    }

    /// The third letter of UNA, UNB, UNH.
    private func isService(_ byte: UInt8) -> Bool {
        let letter = upperCased(byte)
        return letter == UInt8(ascii: "A") || letter == UInt8(ascii: "B") || letter == UInt8(ascii: "H")
    }

    private var isBehindService: Bool {
        bytes.count >= 2 && upperCased(bytes[bytes.count - 2]) == UInt8(ascii: "U")
            && upperCased(bytes[bytes.count - 1]) == UInt8(ascii: "N")
    }
}

/// One component of a segment.
enum ScriptPart {
    case none
    /// Words of our own: codes, counts, dates in the message's form.
    case own(String)
    case text(XMLText)

    init(_ text: XMLText?) { self = text.map { .text($0) } ?? .none }
    init(_ word: String?) { self = word.map { .own($0) } ?? .none }

    var isEmpty: Bool {
        switch self {
        case .none: true
        case .own(let word): word.isEmpty
        case .text(let text): text.isEmpty
        }
    }
}

/// Elements (start tags) of the document, by number.
struct ElementSpan {
    let first: Int
    let last: Int
}
