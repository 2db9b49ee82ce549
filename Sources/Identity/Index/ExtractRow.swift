// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What the sexes and relations of an extract's rows mean, each label read once.
struct ExtractLabels {
    var sexes = LabelMemo<Bool>()
    var relations = LabelMemo<UInt8>()
}

/// A row of an extract whose fields are possible; its texts lie in the extract.
struct ExtractRow {
    let nik: UInt64
    let card: UInt64
    /// The birth date, in days from ``IndexLayout/firstDay``.
    let day: Int
    let isFemale: Bool
    let relation: UInt8
    let region: Int
    let name: UnsafeBufferPointer<UInt8>
    let father: UnsafeBufferPointer<UInt8>
    let place: UnsafeBufferPointer<UInt8>
    /// Birth date and sex as a number that agrees with them has them.
    let expectedNumber: UInt64

    /// Whether the number agrees neither with date nor sex, or with one of them only.
    var isOdd: Bool { nik / 10_000 % 1_000_000 != expectedNumber }

    init(
        nik: UInt64, card: UInt64, day: Int, isFemale: Bool, relation: UInt8, region: Int,
        name: UnsafeBufferPointer<UInt8>, father: UnsafeBufferPointer<UInt8>, place: UnsafeBufferPointer<UInt8>
    ) {
        self.nik = nik
        self.card = card
        self.day = day
        self.isFemale = isFemale
        self.relation = relation
        self.region = region
        self.name = name
        self.father = father
        self.place = place
        let date = CivilDate(daysSinceEpoch: day + IndexLayout.firstDay)
        expectedNumber =
            date.map { UInt64($0.day + (isFemale ? 40 : 0)) * 10_000 + UInt64($0.month * 100 + $0.year % 100) } ?? 0
    }

    /// Reads the fields that lie at the places of ``ResidentColumns/Column``.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: [Range<Int>], _ labels: inout ExtractLabels
    ) throws(SkippedRow.Reason) {
        typealias Column = ResidentColumns.Column
        func field(_ column: Column) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[place[column.rawValue]])
        }
        guard let nik = Digits.number(field(.nik), count: 16), Digits.isNIK(nik) else { throw .nik }
        guard let card = Digits.number(field(.card), count: 16) else { throw .familyCard }
        guard let day = Digits.day(field(.birth)) else { throw .birthDate }
        guard let isFemale = labels.sexes.value(field(.sex), Digits.isFemale) else { throw .sex }
        guard let relation = labels.relations.value(field(.relation), Digits.relation) else { throw .relation }
        guard let region = Digits.region(field(.region)) else { throw .region }
        let name = field(.name)
        guard name.contains(where: { $0 > 0x20 }) else { throw .name }
        self.init(
            nik: nik, card: card, day: day, isFemale: isFemale, relation: relation, region: region, name: name,
            father: field(.father), place: field(.place))
    }
}
