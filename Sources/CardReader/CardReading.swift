// SPDX-License-Identifier: Apache-2.0

public import Civil

/// What a reader read from one identity card: a closed list of elements, so that nothing else can get in (R27, R29:
/// no photograph, fingerprint or signature has a place here).
public struct CardReading: Hashable, Sendable {
    /// The reader's count of its readings since it was started, from 1; a repeat is known by it.
    public let number: UInt32
    public let nik: NIK
    /// One to ``longestText`` characters without control characters.
    public let name: String?
    public let birthDate: CivilDate?
    /// As ``name``.
    public let birthPlace: String?
    public let sex: Sex?

    /// The most characters of a name or place.
    public static let longestText = 100

    /// Nil where the number is 0, or a text is empty, too long, or holds control characters.
    public init?(
        number: UInt32, nik: NIK, name: String? = nil, birthDate: CivilDate? = nil, birthPlace: String? = nil,
        sex: Sex? = nil
    ) {
        guard number > 0, [name, birthPlace].allSatisfy({ $0.map(Self.isText) ?? true }) else { return nil }
        self.number = number
        self.nik = nik
        self.name = name
        self.birthDate = birthDate
        self.birthPlace = birthPlace
        self.sex = sex
    }

    /// Whether a text may stand in a reading.
    static func isText(_ text: String) -> Bool {
        (1...longestText).contains(text.count) && text.utf8.count <= 4 * longestText
            && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            && text.contains { !$0.isWhitespace }
    }
}

extension CardReading: CustomStringConvertible, CustomDebugStringConvertible {
    /// The count alone: a reading that gets into a log by mistake says nothing of anybody.
    public var description: String { "reading \(number)" }
    public var debugDescription: String { description }
}
