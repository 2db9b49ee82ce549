// SPDX-License-Identifier: Apache-2.0

/// The columns of a manifest table (DESIGN.md section 6).
enum ManifestColumn: String, CaseIterable {
    case mode = "MODE"
    case carrier = "CARRIER"
    case number = "NUMBER"
    case conveyance = "CONVEYANCE"
    case imo = "IMO"
    case plate = "PLATE"
    case from = "FROM"
    case to = "TO"
    case departure = "DEPARTURE"
    case arrival = "ARRIVAL"
    case role = "ROLE"
    case surname = "SURNAME"
    case given = "GIVEN"
    case birthDate = "DOB"
    case sex = "SEX"
    case nationality = "NATIONALITY"
    case documentType = "DOC_TYPE"
    case documentNumber = "DOC_NO"
    case documentIssuer = "DOC_ISSUER"
    case documentExpiry = "DOC_EXPIRY"
    case nik = "NIK"
    case seat = "SEAT"
    case messageTime = "MESSAGE_TIME"
    case birthPlace = "BIRTH_PLACE"
    /// Who sent the list, which of that sender's lists on the voyage it is, and its revision: of lists with the same
    /// operator and number the highest revision stands, and whoever it does not name no longer travels.
    case listOperator = "OPERATOR"
    case list = "LIST"
    case revision = "REVISION"
}

/// The header line of a manifest table.
enum ManifestHeader {
    /// The separator of a table whose first line names surnames and at least three columns more; nil for anything else.
    static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
        var start = 0
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        var end = start
        while end < bytes.count, end - start < 4096, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        // Interchanges come first: their one line may be long.
        guard end - start >= 16, !(upperKey(bytes, start) == 0x55_4E) else { return nil }
        let line = String(decoding: bytes[start..<end], as: UTF8.self).uppercased()
        for separator in [",", ";", "\t"] as [Character] {
            let names = line.split(separator: separator).map { name in
                String(name.filter { $0 != "\"" && $0 != " " })
            }
            let known = names.filter { ManifestColumn(rawValue: $0) != nil }
            if known.contains("SURNAME") || known.contains("DOC_NO"), known.count >= 4 {
                return separator.asciiValue
            }
        }
        return nil
    }

    /// The first two letters: `UN` begins every EDIFACT service segment and no column.
    private static func upperKey(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16 {
        UInt16(bytes[at] & 0xDF) << 8 | UInt16(bytes[at + 1] & 0xDF)
    }
}
