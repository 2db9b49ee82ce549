// SPDX-License-Identifier: Apache-2.0

/// What the registry says of a resident beyond what people are told apart by, letter for letter; empty where it says
/// nothing. For display, never for matching.
public struct ResidentDetails: Hashable, Sendable {
    /// NAMA_LGKP_IBU.
    public let motherName: String
    /// ALAMAT: street and house.
    public let address: String
    /// NO_RT, the neighbourhood unit.
    public let neighbourhood: String
    /// NO_RW, the community unit of some neighbourhoods.
    public let community: String
    /// KEL_NAME, the village or ward; extracts may do without.
    public let village: String
    /// KODE_POS; extracts may do without.
    public let postcode: String

    init(_ details: ExtractedDetails) {
        func text(_ field: DetailField) -> String { String(decoding: details[field], as: UTF8.self) }
        motherName = text(.mother)
        address = text(.address)
        neighbourhood = text(.neighbourhood)
        community = text(.community)
        village = text(.village)
        postcode = text(.postcode)
    }
}

/// The parts of ``ResidentDetails`` in the order in which they are kept.
enum DetailField: Int, CaseIterable {
    case mother, address, neighbourhood, community, village, postcode

    /// The column of an extract that has it.
    var column: ResidentColumns.Column {
        switch self {
        case .mother: .mother
        case .address: .address
        case .neighbourhood: .neighbourhood
        case .community: .community
        case .village: .village
        case .postcode: .postcode
        }
    }

    /// The most bytes of a text that is kept.
    static let mostTextBytes = 4096
}

/// Details byte for byte: what goes into a file and comes out of it.
struct ExtractedDetails: Hashable, Sendable {
    private var texts = [[UInt8]](repeating: [], count: DetailField.allCases.count)

    init() {}

    /// Keeps the details of a row whose texts are about to go; doubled quotes are halved.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: [Range<Int>], hasQuotes: Bool) {
        for field in DetailField.allCases {
            let text = UnsafeBufferPointer(rebasing: bytes[place[field.column.rawValue]])
            self[field] = hasQuotes && text.contains(0x22) ? Self.halved(text) : Array(text)
        }
    }

    subscript(field: DetailField) -> [UInt8] {
        get { texts[field.rawValue] }
        set { texts[field.rawValue] = newValue }
    }

    /// Whether every text is short enough to be kept.
    var areKept: Bool { texts.allSatisfy { $0.count <= DetailField.mostTextBytes } }

    /// The bytes of a quoted field, its doubled quotes halved.
    static func halved(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        Array(String(decoding: text, as: UTF8.self).replacing("\"\"", with: "\"").utf8)
    }
}
