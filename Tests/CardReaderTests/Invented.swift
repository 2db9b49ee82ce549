// SPDX-License-Identifier: Apache-2.0

import CardReader
import Civil
import Testing

/// A small seeded generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Invented events; the region code of the number exists nowhere.
enum Invented {
    static let nik: NIK = {
        guard let nik = try? NIK(parsing: "0102014107900009") else { fatalError("a number with a possible date") }
        return nik
    }()

    static func event(_ random: inout SeededGenerator) -> ReaderEvent {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .ready(name: Bool.random(using: &random) ? text(&random) : nil)
        case 1: .alive
        case 2: .gone
        case 3: .fault(ReaderFault.allCases.randomElement(using: &random) ?? .device)
        default:
            CardReading(
                number: .random(in: 1...UInt32.max, using: &random), nik: nik,
                name: Bool.random(using: &random) ? text(&random) : nil,
                birthDate: CivilDate(daysSinceEpoch: .random(in: -20_000...19_000, using: &random)),
                birthPlace: Bool.random(using: &random) ? text(&random) : nil,
                sex: Sex.allCases.randomElement(using: &random)
            ).map(ReaderEvent.reading) ?? .alive
        }
    }

    /// A text of any script, with blanks, signs of the protocol, and an X so that it is not blank.
    static func text(_ random: inout SeededGenerator) -> String {
        let scalars = Array("ABCXYZ abc=%&+é'-.Ω語🙂\u{301}".unicodeScalars)
        var result = "X"
        for _ in 0..<Int.random(in: 0..<60, using: &random) {
            result.unicodeScalars.append(scalars.randomElement(using: &random) ?? "X")
        }
        return result
    }
}
