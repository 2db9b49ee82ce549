// SPDX-License-Identifier: Apache-2.0

/// A row of an extract that is not in the index, and why. Holds no data of the person.
public struct SkippedRow: Hashable, Sendable {
    public enum Reason: String, Error, Hashable, Sendable, CaseIterable {
        case nik = "not a NIK of sixteen digits with a possible day, month and serial"
        case familyCard = "family card number not of sixteen digits"
        case birthDate = "birth date not YYYY-MM-DD, impossible, or outside 1850 to 2099"
        case sex = "sex neither label nor code"
        case relation = "relation neither label nor code"
        case region = "region code not of six digits"
        case name = "no name"
        case duplicate = "NIK was read before"
        case fields = "too few fields"
        case detail = "mother's name and address left out, since one has more than 4096 bytes; the resident is taken"
        case tooLong = "a name or place of more than 4096 bytes"
        case change = "change none of add, change, remove"
        case changeDate = "date of the change not YYYY-MM-DD, impossible, or outside 1850 to 2099"
        case registered = "to be added, but the NIK is registered"
        case unregistered = "to be changed or removed, but the NIK is not registered"
        case document = "document number not of 4 to 32 letters and digits"
        case validity = "FROM or UNTIL neither empty nor YYYY-MM-DD, impossible, or FROM not before UNTIL"
        case quotes = "a quote is not closed within the longest row"
    }

    /// The line of the extract, 1 for the column titles.
    public let line: Int
    public let reason: Reason
    /// Which of several extracts, 1 for the first.
    public let extract: Int

    init(line: Int, reason: Reason, extract: Int = 1) {
        self.line = line
        self.reason = reason
        self.extract = extract
    }
}
