// SPDX-License-Identifier: Apache-2.0

/// What the registry says of a resident, byte for byte: what goes into an index and comes out of it.
struct ExtractedResident: Hashable, Sendable {
    var nik: UInt64
    var card: UInt64
    /// The birth date, in days from ``IndexLayout/firstDay``.
    var day: Int
    var isFemale: Bool
    var relation: UInt8
    var region: Int
    var name: [UInt8]
    var father: [UInt8]
    var place: [UInt8]

    /// Keeps a row of an extract whose texts are about to go; doubled quotes of names are halved as an index has them.
    init(_ row: ExtractRow, hasQuotes: Bool) {
        func text(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
            guard hasQuotes, bytes.contains(0x22) else { return Array(bytes) }
            return Array(String(decoding: bytes, as: UTF8.self).replacing("\"\"", with: "\"").utf8)
        }
        self.init(
            nik: row.nik, card: row.card, day: row.day, isFemale: row.isFemale, relation: row.relation,
            region: row.region, name: text(row.name), father: text(row.father), place: Array(row.place))
    }

    init(
        nik: UInt64, card: UInt64, day: Int, isFemale: Bool, relation: UInt8, region: Int, name: [UInt8],
        father: [UInt8], place: [UInt8]
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
    }

    /// Lends the resident as a row of an extract.
    func withRow(_ body: (ExtractRow) -> Void) {
        name.withUnsafeBufferPointer { name in
            father.withUnsafeBufferPointer { father in
                place.withUnsafeBufferPointer { place in
                    body(
                        ExtractRow(
                            nik: nik, card: card, day: day, isFemale: isFemale, relation: relation, region: region,
                            name: name, father: father, place: place))
                }
            }
        }
    }
}
