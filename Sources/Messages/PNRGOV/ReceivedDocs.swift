// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// What an SSR DOCS says, kept until the person is known.
struct ReceivedDocs {
    var document = ReceivedDocument()
    var nationality: String?
    var birthDate: PartialDate?
    var sex: Sex?
    var isInfant = false
    var name: ReceivedName?

    init() {}

    init(_ fields: borrowing DocsFields) {
        document = ReceivedDocument(
            type: fields.type.upper, number: fields.number.upper, issuer: fields.issuer.country, expiry: fields.expiry)
        nationality = fields.nationality.country
        birthDate = fields.birthDate
        sex = fields.sex
        isInfant = fields.isInfant
        if fields.hasName { name = ReceivedName(surname: fields.surname, given: fields.given, second: fields.second) }
    }
}

/// The fields of an SSR DOCS: type/issuer/number/nationality/birth/sex/expiry/surname/given/second given/H.
struct DocsFields: ~Copyable {
    let type: EdifactBytes
    let issuer: EdifactBytes
    let number: EdifactBytes
    let nationality: EdifactBytes
    let birthDate: PartialDate?
    let sex: Sex?
    let isInfant: Bool
    let expiry: PartialDate?
    let surname: EdifactBytes
    let given: EdifactBytes
    let second: EdifactBytes?
    let hasUnreadableDate: Bool

    var hasName: Bool { !surname.isEmpty || !given.isEmpty }

    /// - Parameter text: from the first slash on.
    init(_ text: EdifactBytes, _ years: YearRule) {
        var fields = SlashFields(text)
        // Some senders shift all by fields (messages.md, section 9, 16).
        if fields[0].count != 1 { fields.findShift() }
        type = fields[0].trimmed
        issuer = fields[1]
        number = fields[2].trimmed
        nationality = fields[3]
        let birth = fields[4].trimmed
        birthDate = birth.isEmpty ? nil : birth.namedMonth(years, isBirth: true)
        let sexView = fields[5].trimmed
        sex = Sex(received: sexView)
        isInfant = sexView.count == 2 && upperCased(sexView[1]) == UInt8(ascii: "I")
        let expiryView = fields[6].trimmed
        expiry = expiryView.isEmpty ? nil : expiryView.namedMonth(years, isBirth: false)
        hasUnreadableDate = (birthDate == nil && !birth.isEmpty) || (expiry == nil && !expiryView.isEmpty)
        surname = fields[7].trimmed
        given = fields[8]
        // Behind an association tail the fields repeat names.
        let isAssociated = surname.nameTail != nil || given.nameTail != nil
        second = isAssociated ? nil : fields[9]
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
        if text.count <= 64 {
            var slashes = text.places(of: UInt8(ascii: "/")) & ~UInt64(first)
            while slashes != 0, n < 16 {
                n &+= 1
                starts[n] = Int32(truncatingIfNeeded: slashes.trailingZeroBitCount &+ 1)
                slashes &= slashes &- 1
            }
        } else {
            for place in first..<text.count where text.base[place] == UInt8(ascii: "/") && n < 16 {
                n &+= 1
                starts[n] = Int32(truncatingIfNeeded: place &+ 1)
            }
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

extension SlashFields {
    /// Passes over fields before the type, which stands four before the birth date: empty ones, or a status such as HK1.
    @inline(never)
    mutating func findShift() {
        guard !self[4].isNamedDate else { return }
        for place in 1...3 {
            guard self[place + 4].isNamedDate, self[place + 3].count <= 3, self[place].trimmed.count &- 1 < 2 else {
                continue
            }
            let isFree = (0..<place).allSatisfy { self[$0].isEmpty || self[$0].isRequestStatus }
            if isFree {
                shift = place
                return
            }
        }
    }

    /// A field counted with the shift taken into account, empty before the first.
    func field(_ index: Int) -> EdifactBytes {
        index + shift >= 0 ? self[index] : self[1_000]
    }
}

extension EdifactBytes {
    /// Whether these have the form `12APR85`.
    fileprivate var isNamedDate: Bool { count == 7 && pair(0) != nil && pair(5) != nil && self[2] >= 65 }

    /// Whether these have the form `HK1`.
    fileprivate var isRequestStatus: Bool {
        count == 3 && upperCased(self[0]) &- 65 < 26 && upperCased(self[1]) &- 65 < 26 && self[2] &- 48 <= 9
    }

    /// Without a slash in front.
    var withoutSlash: EdifactBytes { self[0] == UInt8(ascii: "/") ? dropping(1) : self }
}

extension ReceivedName {
    /// Whether the first given name is the same.
    func sharesGiven(with other: String?) -> Bool {
        guard let given, let other else { return false }
        return given.split(separator: " ").first == other.split(separator: " ").first
    }
}
