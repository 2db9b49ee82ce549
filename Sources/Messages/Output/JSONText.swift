// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Writes JSON (RFC 8259) into bytes.
struct JSONText {
    var bytes: [UInt8] = []
    private var needsComma = false

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    mutating func object(_ body: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ key: StaticString, _ elements: [Element], _ each: (inout JSONText, Element) -> Void)
    {
        self.key(key)
        open(UInt8(ascii: "["))
        for element in elements { each(&self, element) }
        close(UInt8(ascii: "]"))
    }

    mutating func object(_ key: StaticString, _ body: (inout JSONText) -> Void) {
        self.key(key)
        object(body)
    }

    mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        raw(key)
        raw("\":")
        needsComma = false
    }

    mutating func field(_ key: StaticString, _ value: String?) {
        self.key(key)
        self.value(value)
    }

    mutating func field(_ key: StaticString, _ value: Int?) {
        self.key(key)
        self.value(value)
    }

    mutating func field(_ key: StaticString, _ value: Bool) {
        self.key(key)
        if value { raw("true") } else { raw("false") }
        needsComma = true
    }

    mutating func field(_ key: StaticString, _ value: PartialDate?) {
        self.key(key)
        guard let value else { return null() }
        bytes.append(UInt8(ascii: "\""))
        digits(value.year, 4)
        if let month = value.month {
            bytes.append(UInt8(ascii: "-"))
            digits(month, 2)
        }
        if let day = value.day {
            bytes.append(UInt8(ascii: "-"))
            digits(day, 2)
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func field(_ key: StaticString, _ value: CivilDateTime?) {
        self.key(key)
        guard let value else { return null() }
        bytes.append(UInt8(ascii: "\""))
        digits(value.date.year, 4)
        bytes.append(UInt8(ascii: "-"))
        digits(value.date.month, 2)
        bytes.append(UInt8(ascii: "-"))
        digits(value.date.day, 2)
        bytes.append(UInt8(ascii: "T"))
        digits(value.hour, 2)
        bytes.append(UInt8(ascii: ":"))
        digits(value.minute, 2)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func field(_ key: StaticString, _ values: [String]) {
        array(key, values) { $0.value($1) }
    }

    mutating func value(_ value: String?) {
        separate()
        guard var value else { return null() }
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { text in
            let isPlain = text.allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F
            }
            if isPlain { bytes.append(contentsOf: text) } else { for byte in text { escape(byte) } }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func value(_ value: Int?) {
        separate()
        guard let value else { return null() }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
        needsComma = true
    }

    private mutating func null() {
        raw("null")
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func digits(_ value: Int, _ width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        case 0..<0x20, 0x7F:
            raw("\\u00")
            for nibble in [byte >> 4, byte & 15] {
                bytes.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
            }
        default: bytes.append(byte)
        }
    }
}
