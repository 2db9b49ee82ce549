// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact

/// Bytes of a message as text.
extension EdifactBytes {
    /// The bytes as they are; ISO 8859-1 where they are no UTF-8 (syntax level UNOC).
    var verbatim: String {
        if let text = SmallText.verbatim(self) { return text }
        // ASCII as nearly always; the validating initialiser is slow.
        if !isEmpty, !buffer.contains(where: { $0 >= 0x80 }) { return String(decoding: buffer, as: UTF8.self) }
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
    @inline(__always)
    var upperCasedText: String { SmallText.upper(self) ?? longUpper }

    @inline(never)
    private var longUpper: String {
        var isASCII = true
        let text = String(unsafeUninitializedCapacity: Swift.max(count, 8)) { out in
            guard let target = out.baseAddress else { return 0 }
            isASCII = UpperCase.copy(base, count, to: target)
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

/// The parts that are not blank, in upper case, joined by comma and blank; nil when there is none.
func joinedLine(_ parts: EdifactBytes...) -> String? {
    // Up to 1,024 bytes lie on the stack.
    let room = 1024 - EdifactBytes.slack
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { buffer in
        guard let base = buffer.baseAddress else { return nil }
        var count = 0
        for part in parts {
            let view = part.trimmed.slice(0, 255)
            guard view.count > 0, count + view.count + 2 <= room else { continue }
            if count > 0 {
                base[count] = UInt8(ascii: ",")
                base[count + 1] = 0x20
                count += 2
            }
            (base + count).update(from: view.base, count: view.count)
            count += view.count
        }
        return count == 0 ? nil : EdifactBytes(base: base, count: count).upperCasedText
    }
}
