// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One traveller of a list, as it goes into the manifest.
public struct ListedTraveller: Hashable, Sendable {
    public var role = "passenger"
    public var surname = ""
    public var given = ""
    public var birthDate: PartialDate?
    public var birthPlace = ""
    public var sex: Sex?
    public var nationality: String?
    public var documentType: String?
    public var documentNumber = ""
    public var documentIssuer: String?
    public var documentExpiry: PartialDate?
    public var nik: NIK?
    public var seat = ""

    public init() {}
}

/// What a row says about its voyage, where the table has columns for it.
struct RowVoyage: Hashable {
    var number: String?
    var conveyance: String?
    var imo: String?
    var plate: String?
    var from: String?
    var to: String?
    var departure: CivilDateTime?
    var arrival: CivilDateTime?
}

/// A row as read.
public struct ManifestRow: Hashable, Sendable {
    /// One cell of a mapped column that is odd.
    public struct Mark: Hashable, Sendable {
        public var column: Int
        public var problem: CellProblem
    }

    public var line: Int
    public var traveller: ListedTraveller?
    public var refusal: RowRefusal?
    public var marks: [Mark] = []
    var voyage = RowVoyage()

    init(line: Int) { self.line = line }
}
