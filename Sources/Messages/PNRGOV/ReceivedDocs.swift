// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The fields of an SSR DOCS: type/issuer/number/nationality/birth/sex/expiry/surname/given/second given/H.
struct ReceivedDocs {
    var document = ReceivedDocument()
    var nationality: String?
    var birthDate: PartialDate?
    var sex: Sex?
    var isInfant = false
    var name: ReceivedName?
    var hasUnreadableDate = false

    /// - Parameter text: from the first slash on.
    init(_ text: EdifactBytes, _ years: YearRule) {
        var fields = SlashFields(text)
        // Some senders shift all by a field: the type then stands behind empty ones (messages.md, section 9, 16).
        while fields.shift < 3, fields[0].isEmpty, fields[1].isEmpty || fields[1].count <= 2, !fields[1].isEmpty,
            fields[5].count == 7, fields[4].count <= 3
        {
            fields.shift += 1
        }
        document.type = fields[0].upper
        document.issuer = fields[1].country
        document.number = fields[2].upper
        nationality = fields[3].country
        let birth = fields[4].trimmed
        birthDate = birth.isEmpty ? nil : birth.namedMonth(years, isBirth: true)
        let sexView = fields[5].trimmed
        sex = Sex(received: sexView)
        isInfant = sexView.count == 2 && upperCased(sexView[1]) == UInt8(ascii: "I")
        let expiry = fields[6].trimmed
        document.expiry = expiry.isEmpty ? nil : expiry.namedMonth(years, isBirth: false)
        hasUnreadableDate = (birthDate == nil && !birth.isEmpty) || (document.expiry == nil && !expiry.isEmpty)
        let surname = fields[7].trimmed
        guard !surname.isEmpty || !fields[8].isEmpty else { return }
        // Behind an association tail the fields repeat names.
        let isAssociated = surname.nameTail != nil || fields[8].nameTail != nil
        name = ReceivedName(surname: surname, given: fields[8], second: isAssociated ? nil : fields[9])
    }
}

/// The fields between slashes, up to sixteen.
struct SlashFields {
    private var starts: InlineArray<18, Int32> = .init(repeating: 0)
    private let count: Int
    private let text: EdifactBytes
    /// How many fields to pass over.
    var shift = 0

    /// - Parameter text: begins with a slash, or with the first field.
    @inline(__always)
    init(_ text: EdifactBytes) {
        self.text = text
        var n = 0
        let first = text[0] == UInt8(ascii: "/") ? 1 : 0
        starts[0] = Int32(first)
        var i = first
        while i < text.count {
            if text.base[i] == UInt8(ascii: "/"), n < 16 {
                n += 1
                starts[n] = Int32(i + 1)
            }
            i += 1
        }
        starts[n + 1] = Int32(text.count + 1)
        count = n + 1
    }

    subscript(_ index: Int) -> EdifactBytes {
        @inline(__always) get {
            let i = index + shift
            guard i < count else { return EdifactBytes(base: text.base, count: 0) }
            return EdifactBytes(base: text.base + Int(starts[i]), count: Int(starts[i + 1] - starts[i]) - 1)
        }
    }
}
