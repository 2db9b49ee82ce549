// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact

/// Bytes of a message as text.
extension EdifactBytes {
    /// The bytes as they are; ISO 8859-1 where they are no UTF-8 (syntax level UNOC).
    var verbatim: String {
        if count <= 15 {
            var isASCII = true
            let text = String(unsafeUninitializedCapacity: 15) { out in
                var all: UInt8 = 0
                for i in 0..<count {
                    let byte = base[i]
                    out[i] = byte
                    all |= byte
                }
                isASCII = all < 0x80
                return isASCII ? count : 0
            }
            if isASCII { return text }
        }
        if let text = String(validating: buffer, as: UTF8.self) { return text }
        var text = ""
        for byte in buffer { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    /// Trimmed, in upper case; nil when nothing is left.
    @inline(__always)
    var upper: String? {
        let view = trimmed
        return view.count == 0 ? nil : view.upperCasedText
    }

    /// In upper case, not trimmed.
    var upperCasedText: String {
        guard count <= 15 else { return longUpper }
        var isASCII = true
        let text = String(unsafeUninitializedCapacity: 15) { out in
            var all: UInt8 = 0
            for i in 0..<count {
                let byte = base[i]
                out[i] = upperCased(byte)
                all |= byte
            }
            isASCII = all < 0x80
            return isASCII ? count : 0
        }
        return isASCII ? text : verbatim.uppercased()
    }

    private var longUpper: String {
        var isASCII = true
        let text = String(unsafeUninitializedCapacity: count) { out in
            var all: UInt8 = 0
            for i in 0..<count {
                let byte = base[i]
                out[i] = upperCased(byte)
                all |= byte
            }
            isASCII = all < 0x80
            return isASCII ? count : 0
        }
        return isASCII ? text : verbatim.uppercased()
    }

    /// A country code in three letters as far as known, in upper case.
    var country: String? {
        let view = trimmed
        guard view.count <= 2 else { return view.upperCasedText }
        if view.count == 2 {
            let packed = CountryCodes.alpha3(packedAlpha2: view.key)
            guard packed != 0 else { return view.upperCasedText }
            return String(unsafeUninitializedCapacity: 3) { out in
                out[0] = UInt8(truncatingIfNeeded: packed >> 16)
                out[1] = UInt8(truncatingIfNeeded: packed >> 8)
                out[2] = UInt8(truncatingIfNeeded: packed)
                return 3
            }
        }
        return view.count == 0 ? nil : CountryCodes.alpha3(view.upperCasedText)
    }

    /// The sixteen digits of a national identity number, if that is what the bytes are.
    var nik: NIK? {
        let view = trimmed
        guard view.count == 16, view.isDigits else { return nil }
        return try? NIK(parsing: view.verbatim)
    }

    /// The end of the element's bytes joined on: from this view's start to `end`.
    func extended(to end: EdifactBytes) -> EdifactBytes {
        EdifactBytes(base: base, count: Swift.max(count, (end.base + end.count) - base))
    }
}

/// Non-empty parts joined by `separator`; nil when there is none.
func joined(_ parts: [String?], by separator: String) -> String? {
    let present = parts.compactMap { $0 }
    return present.isEmpty ? nil : present.joined(separator: separator)
}
