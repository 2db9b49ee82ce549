// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// A contact that free text gives: `CTCM 628121234567`, `CTC M 5432109876`, `CTCE A..B//MAIL.COM`.
struct ContactText {
    let kind: ContactKind
    let value: String

    init?(_ view: EdifactBytes) {
        var text = view.trimmed
        // An airline may stand before the code.
        if text.count > 4, text[2] == 0x20, text.dropping(3).hasPrefix("CTC") { text = text.dropping(3) }
        guard text.hasPrefix("CTC") else { return nil }
        var code = upperCased(text[3])
        var rest = text.dropping(4)
        if code == 0x20, text.count > 5, text[5] == 0x20 || text[5] == 0 {
            // `CTC M 123`.
            code = upperCased(text[4])
            rest = text.dropping(5)
        }
        if code == UInt8(ascii: "E") {
            guard let email = rest.email else { return nil }
            (kind, value) = (.email, email)
            return
        }
        // What is refused, or says something else, holds no telephone.
        guard let phone = rest.longestPhone else { return nil }
        (kind, value) = (.phone, phone)
    }
}

/// What an unstructured remark gives away (messages.md 4.4).
enum RemarkText {
    /// Telephones and e-mail addresses behind their codes.
    static func contacts(in text: EdifactBytes) -> [ContactText] {
        guard let first = firstCode(in: text, from: 0) else { return [] }
        var found: [ContactText] = []
        var next: Int? = first
        while let start = next, found.count < 16 {
            let behind = firstCode(in: text, from: start + 3)
            let piece = text.slice(start, behind ?? text.count)
            if let contact = contact(in: piece) { found.append(contact) }
            next = behind
        }
        return found
    }

    /// The next `CTC`, `APE` or `APM` that begins a word.
    private static func firstCode(in text: EdifactBytes, from: Int) -> Int? {
        var i = from
        while i + 4 < text.count {
            let a = text.base[i] & 0xDF
            if a == UInt8(ascii: "C") || a == UInt8(ascii: "A"), i == 0 || upperCased(text.base[i - 1]) &- 65 >= 26 {
                let key = text.slice(i, i + 3).key
                if key == edifactKey("CTC") || key == edifactKey("APE") || key == edifactKey("APM") { return i }
            }
            i += 1
        }
        return nil
    }

    private static func contact(in piece: EdifactBytes) -> ContactText? {
        if piece.hasPrefix("APE ") { return piece.dropping(4).email.map { ContactText(.email, $0) } }
        if piece.hasPrefix("APM ") || piece.hasPrefix("APM-") {
            return piece.dropping(4).phone.map { ContactText(.phone, $0) }
        }
        return ContactText(piece)
    }
}

extension ContactText {
    init(_ kind: ContactKind, _ value: String) {
        self.kind = kind
        self.value = value
    }
}

extension EdifactBytes {
    /// Whether the edge filter left nothing of the text.
    var isOverwritten: Bool {
        guard count > 0 else { return false }
        for i in 0..<count where base[i] != FilterFindings.filler { return false }
        return true
    }

    /// A telephone number behind a place and an airline: the digits from the first on, to the first letter.
    var longestPhone: String? {
        var i = 0
        while i < count, base[i] &- 48 > 9 { i += 1 }
        return dropping(i).phone
    }

    /// An e-mail address as airlines write it: `//` for the sign, `..` for an underscore, `./` for a hyphen; cut at a
    /// blank or a single slash behind the sign.
    var email: String? {
        var view = trimmed
        if view.hasPrefix("EK ") { view = view.dropping(3).trimmed }
        guard view.count <= 254 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256 + EdifactBytes.slack) { buffer in
            guard let out = buffer.baseAddress else { return nil }
            let count = view.copyEmail(to: out)
            return count == 0 ? nil : EdifactBytes(base: out, count: count).verbatim
        }
    }

    /// Writes the address into `out`, which holds no fewer bytes, and gives its length; 0 where there is no sign inside.
    private func copyEmail(to out: UnsafeMutablePointer<UInt8>) -> Int {
        var length = 0
        var hasSign = false
        var i = 0
        while i < count {
            let byte = upperCased(base[i])
            let next = self[i + 1]
            if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/"), !hasSign {
                out[length] = UInt8(ascii: "@")
                hasSign = true
                i += 2
            } else if byte == UInt8(ascii: "."), next == UInt8(ascii: ".") {
                out[length] = UInt8(ascii: "_")
                i += 2
            } else if byte == UInt8(ascii: "."), next == UInt8(ascii: "/") {
                out[length] = UInt8(ascii: "-")
                i += 2
            } else if byte == 0x20 || byte == UInt8(ascii: "/") {
                break
            } else {
                hasSign = hasSign || byte == UInt8(ascii: "@")
                out[length] = byte
                i += 1
            }
            length += 1
        }
        let isInside = length > 0 && out[0] != UInt8(ascii: "@") && out[length - 1] != UInt8(ascii: "@")
        return hasSign && isInside ? length : 0
    }
}
