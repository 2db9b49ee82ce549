// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// A name as the fields of a message give it, and its tidy form: upper case, no titles, no `-1` tails.
struct ReceivedName {
    var surname: String?
    var given: String?
    /// Set where they differ from the tidy forms.
    var surnameReceived: String?
    var givenReceived: String?

    init(
        surname: EdifactBytes, given: EdifactBytes, second: EdifactBytes? = nil, third: EdifactBytes? = nil,
        fourth: EdifactBytes? = nil
    ) {
        read(surname: surname, given: given, second: second, third: third, fourth: fourth)
    }

    /// Takes the fields of another name.
    @inline(never)
    mutating func read(
        surname: EdifactBytes, given: EdifactBytes, second: EdifactBytes? = nil, third: EdifactBytes? = nil,
        fourth: EdifactBytes? = nil
    ) {
        reset()
        let family = surname.trimmed
        let hasMore = (second?.count ?? 0) > 0 || (third?.count ?? 0) > 0 || (fourth?.count ?? 0) > 0
        let first = given.trimmed
        ReceivedName.tidy(
            family, withoutTitles: first.isEmpty && !hasMore ? .whole : .no, &self.surname, &surnameReceived)
        if hasMore {
            ReceivedName.joinGiven(first, second, third, fourth, &self.given, &givenReceived)
        } else {
            ReceivedName.tidy(first, withoutTitles: .given, &self.given, &givenReceived)
        }
    }

    /// A name that nothing is known of.
    init() {}

    /// Becomes like a new one.
    @inline(__always)
    mutating func reset() {
        surname.clear()
        given.clear()
        surnameReceived.clear()
        givenReceived.clear()
    }

    /// Whether titles are taken off: never, from a given name, or from a whole name in one field.
    enum Titles { case no, given, whole }

    static func joinGiven(
        _ first: EdifactBytes, _ second: EdifactBytes?, _ third: EdifactBytes?, _ fourth: EdifactBytes?,
        _ text: inout String?, _ asReceived: inout String?
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512 + EdifactBytes.slack) { buffer in
            guard let base = buffer.baseAddress else { return }
            var count = 0
            func append(_ part: EdifactBytes?) {
                guard let view = part?.trimmed, view.count > 0 else { return }
                if count > 0, count < 512 {
                    base[count] = 0x20
                    count += 1
                }
                let room = min(view.count, 512 - count)
                if room <= EdifactBytes.slack {
                    // As many as may be loaded; those too many are written over or left out.
                    UnsafeMutableRawPointer(base + count).copyMemory(from: view.base, byteCount: EdifactBytes.slack)
                } else {
                    (base + count).update(from: view.base, count: room)
                }
                count += room
            }
            append(first)
            append(second)
            append(third)
            append(fourth)
            tidy(EdifactBytes(base: base, count: count), withoutTitles: .given, &text, &asReceived)
        }
    }

    /// Puts down the tidy form and, where it differs, the form received.
    @inline(never)
    static func tidy(
        _ received: EdifactBytes, withoutTitles titles: Titles, _ text: inout String?, _ asReceived: inout String?
    ) {
        // One word in upper case, as most are.
        if let plain = SmallText.plain(received), received.count > 4 || (received.count > 0 && titles != .given) {
            text.take(plain)
            asReceived.take(nil)
            return
        }
        guard received.count > 0 else {
            text.take(nil)
            asReceived.take(nil)
            return
        }
        var view = received
        guard received.count <= 64 else {
            if let tail = view.nameTail { view = view.slice(0, tail).trimmed }
            if titles != .no { view = withoutTitles(view, isWhole: titles == .whole) }
            text.take(view.count == 0 ? nil : view.upperCasedText)
            asReceived.take(view.count == received.count && !received.hasLowerCase ? nil : received.verbatim)
            return
        }
        let (blanks, tails, others) = received.nameMasks
        if tails != 0 { view = view.slice(0, tails.trailingZeroBitCount).trimmed }
        if titles == .given || (titles == .whole && blanks != 0) {
            let last = view.dropping(view.count == received.count ? 64 &- blanks.leadingZeroBitCount : 0)
            // Without a title at the first or last word nothing is taken off; each has two to four letters.
            let first = blanks == 0 ? view : view.slice(0, blanks.trailingZeroBitCount)
            if last.count <= 4 || first.count <= 4 || tails != 0 {
                view = withoutTitles(view, isWhole: titles == .whole)
            }
        }
        text.take(view.count == 0 ? nil : view.upperCasedText)
        asReceived.take(view.count == received.count && others == 0 ? nil : received.verbatim)
    }

    /// Takes titles off both ends, only as whole words: NASIR, DREW and MSGR stay.
    private static func withoutTitles(_ name: EdifactBytes, isWhole: Bool) -> EdifactBytes {
        var view = name
        while let blank = view.lastBlank {
            guard isTitle(view.dropping(blank + 1)) else { break }
            view = view.slice(0, blank).trimmed
        }
        while let blank = view.firstIndex(of: 0x20) {
            guard isTitle(view.slice(0, blank)) else { break }
            view = view.dropping(blank + 1).trimmed
        }
        if !isWhole, isTitle(view) { return view.slice(0, 0) }
        return view
    }

    /// MR MRS MS MISS MSTR MDM DR SIR PROF (messages.md, section 6).
    @inline(__always)
    private static func isTitle(_ received: EdifactBytes) -> Bool {
        let isDotted = received[received.count - 1] == UInt8(ascii: ".")
        let word = isDotted ? received.slice(0, received.count - 1) : received
        guard word.count >= 2, word.count <= 4 else { return false }
        switch word.key {
        case edifactKey("MR"), edifactKey("MS"), edifactKey("DR"), edifactKey("MRS"), edifactKey("SIR"),
            edifactKey("MDM"), edifactKey("MISS"), edifactKey("MSTR"), edifactKey("PROF"):
            return true
        default: return false
        }
    }
}

extension ReceivedTraveller {
    /// Takes a name as the fields of a message give it.
    @inline(never)
    mutating func takeName(
        surname: EdifactBytes, given: EdifactBytes, second: EdifactBytes? = nil, third: EdifactBytes? = nil,
        fourth: EdifactBytes? = nil
    ) {
        let hasMore = (second?.count ?? 0) > 0 || (third?.count ?? 0) > 0 || (fourth?.count ?? 0) > 0
        let first = given.trimmed
        ReceivedName.tidy(
            surname.trimmed, withoutTitles: first.isEmpty && !hasMore ? .whole : .no, &self.surname, &surnameReceived)
        if hasMore {
            ReceivedName.joinGiven(first, second, third, fourth, &self.given, &givenReceived)
        } else {
            ReceivedName.tidy(first, withoutTitles: .given, &self.given, &givenReceived)
        }
    }

    mutating func take(_ name: borrowing ReceivedName) {
        surname = name.surname
        given = name.given
        surnameReceived = name.surnameReceived
        givenReceived = name.givenReceived
    }
}

extension Sex {
    /// `M`, `F`; `X` and `U` (undisclosed) are unspecified; `MI`, `FI` are infants. What follows a repetition sign or
    /// filler behind the letter does not count.
    init?(received view: EdifactBytes) {
        guard view.count > 0 else { return nil }
        if view.count > 2, view[1] != UInt8(ascii: "*"), upperCased(view[1]) != UInt8(ascii: "X"),
            !view.matches("MALE"), !view.matches("FEMALE")
        {
            return nil
        }
        switch upperCased(view[0]) {
        case UInt8(ascii: "M"): self = .male
        case UInt8(ascii: "F"): self = .female
        case UInt8(ascii: "X"), UInt8(ascii: "U"): self = .unspecified
        default: return nil
        }
    }
}

extension EdifactBytes {
    /// Where a name association tail (`-1`, `-1SMITH`) begins.
    @inline(__always)
    var nameTail: Int? {
        guard count >= 2 else { return nil }
        if count <= 64 {
            let tails = nameMasks.tails
            return tails == 0 ? nil : tails.trailingZeroBitCount
        }
        for i in 0..<(count - 1) where base[i] == UInt8(ascii: "-") && base[i + 1] &- 48 <= 9 { return i }
        return nil
    }

    var hasLowerCase: Bool {
        for i in 0..<count where base[i] &- 97 < 26 || base[i] >= 0x80 { return true }
        return false
    }

    /// The offset of the last blank.
    @inline(__always)
    var lastBlank: Int? {
        var i = count - 1
        while i >= 0 {
            if base[i] == 0x20 { return i }
            i -= 1
        }
        return nil
    }
}
