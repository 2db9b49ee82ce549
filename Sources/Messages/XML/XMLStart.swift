// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Tells XML from other inputs by its first bytes.
enum XMLStart {
    /// How far in an XML declaration is looked for behind headers of the transport.
    private static let reach = 4_096

    /// Whether the input begins with markup, byte order marks and blanks passed over, or has it behind some lines.
    ///
    /// An envelope of tags around an EDIFACT interchange is none: its interchange is what counts.
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.count >= 4 {
            switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
            case (0xFE, 0xFF, 0, UInt8(ascii: "<")), (0xFF, 0xFE, UInt8(ascii: "<"), 0),
                (0, UInt8(ascii: "<"), 0, _), (UInt8(ascii: "<"), 0, _, 0):
                return true
            default: break
            }
        }
        var at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at + 1 < bytes.count else { return false }
        if bytes[at] == UInt8(ascii: "<"), isMarkup(bytes[at + 1]) {
            return names(bytes) || InterchangeStart.next(in: bytes, from: at) == nil
        }
        guard let declaration = XMLDeclaration.next(bytes, from: at, before: reach) else { return false }
        let interchange = InterchangeStart.next(in: bytes, from: at)
        return interchange == nil || (interchange?.start ?? 0) > declaration && names(bytes)
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        XMLScanner.isNameStart(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    }

    /// Whether a tag of a PNRGOV document stands anywhere.
    private static func names(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let scanner = XMLScanner(bytes, at: 0)
        var at = 0
        while at + 4 < bytes.count {
            if bytes[at] == UInt8(ascii: "<") {
                var name = at + 1
                while name < bytes.count, name - at < 128, XMLScanner.isNameByte(bytes[name]) { name += 1 }
                let local = scanner.local((at + 1)..<name)
                switch String(decoding: bytes[local], as: UTF8.self) {
                case "PNR", "PNRs", "Flight", "FlightLeg", "Passenger", "IATA_PNRGOV_NotifRQ": return true
                default: at = max(name, at + 1)
                }
            } else {
                at += 1
            }
        }
        return false
    }
}
