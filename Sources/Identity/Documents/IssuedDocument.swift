// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// That a travel document was issued to a resident, in 24 bytes. The document's number is not kept, only a hash of its letters
/// and digits, by which it is found.
struct IssuedDocument: SortedRecord, Hashable {
    /// The hash of the document's number.
    let key: UInt64
    /// The resident's number, and above its 54 bits ten that sum up the record.
    private let holder: UInt64
    /// The first day of its validity, and the first day after, since 1970.
    let from: Int32
    let until: Int32

    /// Before every day, and after every day.
    static let always = Int32.min...Int32.max

    init(_ number: [UInt8], nik: UInt64, from: Int32, until: Int32) {
        key = Self.hash(number)
        holder = Self.check(key, nik, from, until) << 54 | nik
        self.from = from
        self.until = until
    }

    /// The resident's number; nil where the record is damaged.
    var nik: UInt64? {
        let nik = holder & (1 << 54 - 1)
        return holder >> 54 == Self.check(key, nik, from, until) && Digits.isPossibleNIK(nik) ? nik : nil
    }

    /// Whether the document was valid on a day.
    func isValid(on day: Int32) -> Bool { from <= day && day < until }

    /// The order of the file: by document, then as it was valid.
    static func precedes(_ a: IssuedDocument, _ b: IssuedDocument) -> Bool {
        (a.key, a.from, a.until, a.holder) < (b.key, b.from, b.until, b.holder)
    }

    /// A document number's letters and digits, upper case; nil where they are fewer than four or more than 32.
    static func plain(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var plain: [UInt8] = []
        for byte in text {
            let upper = byte &- 97 < 26 ? byte - 32 : byte
            guard upper &- 48 < 10 || upper &- 65 < 26 else { continue }
            guard plain.count < 32 else { return nil }
            plain.append(upper)
        }
        return plain.count >= 4 ? plain : nil
    }

    /// Fowler, Noll and Vo, then mixed: documents of a nation seldom share one of 64 bits.
    static func hash(_ number: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in number { hash = (hash ^ UInt64(byte)) &* 0x1000_0000_01B3 }
        return mixed(hash)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    private static func check(_ key: UInt64, _ nik: UInt64, _ from: Int32, _ until: Int32) -> UInt64 {
        let days = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: until))
        return mixed(mixed(key ^ nik) ^ days) >> 54
    }
}
