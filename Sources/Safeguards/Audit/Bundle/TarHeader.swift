// SPDX-License-Identifier: Apache-2.0

/// The 512 bytes before a file in a tar archive (POSIX.1-1988 ustar): plain files, mode 0644, nobody's.
struct TarHeader: Hashable, Sendable {
    static let blockBytes = 512
    /// Eleven octal digits hold a length below this.
    static let limitBytes: UInt64 = 1 << 33

    let name: String
    let count: UInt64
    /// Seconds since 1970 UTC.
    let modified: UInt64

    /// A name of 1 to 99 characters a-z, 0-9, full stop, hyphen, slash, capitals; a length below 8 GiB.
    init?(name: String, count: UInt64, modified: UInt64) {
        let isName = name.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (45...57).contains($0)
        }
        guard (1...99).contains(name.utf8.count), isName, !name.contains(".."), !name.hasPrefix("/"),
            count < Self.limitBytes, modified < Self.limitBytes
        else { return nil }
        self.name = name
        self.count = count
        self.modified = modified
    }

    /// Reads a header; anything but what ``bytes`` gives is refused, so that no byte of it may change unseen.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.blockBytes,
            let count = UInt64(String(decoding: bytes[124..<135], as: UTF8.self), radix: 8),
            let modified = UInt64(String(decoding: bytes[136..<147], as: UTF8.self), radix: 8)
        else { return nil }
        let name = String(decoding: bytes[..<100].prefix { $0 != 0 }, as: UTF8.self)
        self.init(name: name, count: count, modified: modified)
        guard self.bytes == bytes else { return nil }
    }

    /// How many zeros follow the contents up to a whole block.
    var padding: Int { Int((512 - count % 512) % 512) }

    /// The block.
    var bytes: [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockBytes)
        func put(_ text: String, _ at: Int) { block.replaceSubrange(at..<at + text.utf8.count, with: text.utf8) }
        func octal(_ value: UInt64, _ digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(name, 0)
        put("0000644", 100)
        put("0000000", 108)
        put("0000000", 116)
        put(octal(count, 11), 124)
        put(octal(modified, 11), 136)
        put("        ", 148)
        put("0", 156)
        put("ustar", 257)
        put("00", 263)
        put(octal(block.reduce(0) { $0 + UInt64($1) }, 6), 148)
        block[154] = 0
        return block
    }
}
