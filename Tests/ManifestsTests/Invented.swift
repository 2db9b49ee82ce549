// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

@testable import Manifests

/// A small gazetteer and a day for tests.
enum Invented {
    static let gazetteer: GazetteerIndex = {
        let ports = """
            CODE,NAME,COUNTRY,ZONE,OFFSET,MODE
            IDBTC,Batam Centre,IDN,Asia/Jakarta,420,sea
            SGHBF,HarbourFront (Singapore),SGP,Asia/Singapore,480,sea
            MYSTL,Stulang Laut (Johor Bahru),MYS,Asia/Kuala_Lumpur,480,sea
            IDENT,PLBN Entikong,IDN,Asia/Jakarta,420,land
            """
        let carriers = "CODE,NAME,COUNTRY,MODE\nBF,Batam Fast Ferry,SGP,sea\n"
        guard let index = try? GazetteerIndex(ports: Array(ports.utf8), carriers: Array(carriers.utf8)) else {
            preconditionFailure("the tables are well formed")
        }
        return index
    }()

    static let today: CivilDate = {
        guard let day = CivilDate(year: 2026, month: 3, day: 12) else { preconditionFailure("a day of the calendar") }
        return day
    }()

    static func draft(_ text: String) throws -> ManifestDraft { try draft(Array(text.utf8)) }

    static func draft(_ bytes: [UInt8]) throws -> ManifestDraft {
        try ManifestDraft(bytes, today: today, gazetteer: gazetteer)
    }
}

extension ManifestDraft {
    /// What the columns are taken for, in order.
    var fields: [ManifestField?] { columns.map(\.field) }
    /// The travellers of all voyages.
    var travellers: [ListedTraveller] { read().groups.flatMap(\.travellers) }
    /// The marks of the row on a line.
    func marks(line: Int) -> [CellProblem] {
        read().rows.first { $0.line == line }.map { $0.marks.map(\.problem) } ?? []
    }
}

/// A seeded generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
