// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// An appearance made ready for being compared: two with equal facts cannot be told apart.
struct PersonFacts: Hashable, Sendable {
    /// Which part of a name a word came in.
    enum Part: UInt8, Hashable, Sendable { case given, surname, unknown }

    struct Word: Hashable, Sendable {
        /// In ``PersonWords``.
        let number: UInt32
        let part: Part
    }

    struct Document: Hashable, Sendable {
        /// Letters and digits only, upper case, O and I in it left as they are.
        let number: [UInt8]
        /// Packed letters, 0 for none.
        let issuer: UInt32
        /// The first letter of the document code, 0 for none.
        let kind: UInt8
        let expiry: CivilDate?

        var name: DocumentName { DocumentName(number: number, issuer: issuer) }
    }

    /// What a document is called by, however much of it was sent.
    struct DocumentName: Hashable, Sendable {
        let number: [UInt8]
        let issuer: UInt32
    }

    /// The ways to read the name, the plain one first.
    let readings: [[Word]]
    let birth: PartialDate?
    /// Nil where not specified.
    let sex: Sex?
    /// Packed letters, 0 for none.
    let nationality: UInt32
    /// Sorted, none twice.
    let documents: [Document]
    /// A hash of all of it, the same in every run: it puts a pair in an order that arrival does not decide.
    let fingerprint: UInt64

    init(_ appearance: Appearance, words: inout PersonWords, shares: NameShares) {
        let name = NameWords(surname: appearance.surname, given: appearance.given)
        let hasBoth = appearance.surname?.isEmpty == false && appearance.given?.isEmpty == false
        let given = hasBoth ? NameWords(surname: nil, given: appearance.given).words : []
        func part(_ word: [UInt8]) -> Part { !hasBoth ? .unknown : given.contains(word) ? .given : .surname }
        var readings: [[Word]] = []
        for reading in [name.words] + name.alternatives {
            readings.append(
                reading.prefix(PersonFacts.wordLimit).map {
                    Word(number: words.number(of: $0, shares: shares), part: part($0))
                })
        }
        self.readings = readings
        birth = appearance.birth
        sex = appearance.sex == .unspecified ? nil : appearance.sex
        nationality = PersonFacts.country(appearance.nationality)
        documents = Set(appearance.documents.compactMap { PersonFacts.document($0) }).sorted {
            $0.number == $1.number ? $0.order < $1.order : $0.number.lexicographicallyPrecedes($1.number)
        }
        var hash = BlockHash.mix(UInt64(UInt32(bitPattern: birth?.packed ?? 0)), UInt64(nationality))
        hash = BlockHash.mix(hash, sex == .male ? 1 : sex == .female ? 2 : 0)
        for reading in readings {
            for word in reading {
                hash = BlockHash.mix(hash, words.hashes[Int(word.number)])
                hash = BlockHash.mix(hash, UInt64(word.part.rawValue))
            }
            hash = BlockHash.mix(hash, 3)
        }
        for document in documents {
            hash = BlockHash.mix(hash, BlockHash.of(4, document.number))
            hash = BlockHash.mix(hash, document.order)
        }
        fingerprint = hash
    }

    func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    /// No more words of a reading count.
    static let wordLimit = 8
    /// No more characters of a number count.
    static let numberLimit = 20

    /// The letters of a country's code, two or three, packed as three letters.
    private static func country(_ code: String?) -> UInt32 {
        guard let code else { return 0 }
        let letters = code.uppercased().utf8.filter { $0 &- 65 < 26 }
        guard letters.count <= 3 else { return 0 }
        let three = CountryCodes.alpha3(String(decoding: letters, as: UTF8.self))
        return three.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func document(_ document: Appearance.Document) -> Document? {
        let number = document.number.uppercased().utf8.filter { $0 &- 65 < 26 || $0 &- 48 < 10 }.prefix(numberLimit)
        guard isUsable(Array(number)) else { return nil }
        let kind = document.kind?.uppercased().utf8.first { $0 &- 65 < 26 } ?? 0
        return Document(
            number: Array(number), issuer: country(document.issuer), kind: kind, expiry: document.expiry)
    }

    /// Whether a number tells documents apart: not too short, not without digits, not one that stands for none.
    private static func isUsable(_ number: [UInt8]) -> Bool {
        guard number.count >= 5, number.contains(where: { $0 < 58 }), Set(number).count >= 3 else { return false }
        let steps = zip(number, number.dropFirst()).map { Int($1) - Int($0) }
        let isRun = steps.count { $0 == 1 || $0 == -9 } >= steps.count - 1
        return !isRun
    }
}

extension PersonFacts.Document {
    /// All but the number, as one value.
    var order: UInt64 {
        UInt64(issuer) << 40 | UInt64(kind) << 32 | UInt64(UInt32(bitPattern: expiry?.packed ?? 0))
    }
}
