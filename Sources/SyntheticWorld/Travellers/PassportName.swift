// SPDX-License-Identifier: Apache-2.0

import Civil
import Population

/// How a registered name becomes the two name fields of a passport and a booking.
enum PassportName {
    private static let titles: Set<String> = ["H", "HJ", "DRS", "DRA", "IR", "R", "RR"]

    /// Surname and given name; one-word names take the usual stopgaps (AIRIMP: repeated, FNU, LNU, or left out).
    static func split(_ resident: Resident, using generator: inout SeededGenerator) -> (String, String) {
        var words = resident.name.split(separator: " ").map(String.init)
        if words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
        if words.count == 1 {
            let word = words[0]
            switch generator.below(10) {
            case 0, 1, 2: return (word, word)
            case 3, 4: return (word, "FNU")
            case 5: return ("LNU", word)
            case 6: return (word, "")
            default:
                // Umrah asks for two names: the father's follows.
                let father = resident.fatherName.split(separator: " ").last.map(String.init) ?? word
                return (father, word)
            }
        }
        if generator.chance(permille: 120) { return (words[0], words.dropFirst().joined(separator: " ")) }
        return (words[words.count - 1], words.dropLast().joined(separator: " "))
    }
}
