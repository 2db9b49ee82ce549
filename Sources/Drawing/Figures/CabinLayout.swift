// SPDX-License-Identifier: Apache-2.0

/// The letters of a cabin from left to right, in blocks between the aisles.
struct CabinLayout: Hashable {
    let blocks: [[Character]]

    /// The narrowest usual cabin that has all the letters seen; where there is none, the letters seen in three blocks.
    ///
    /// Airlines leave out I, and keep H, J, K for the right-hand window block of twin aisles.
    init(letters: Set<Character>) {
        for layout in Self.usual where letters.isSubset(of: layout.joined()) {
            blocks = layout
            return
        }
        let sorted = letters.sorted()
        let third = (sorted.count + 2) / 3
        blocks = stride(from: 0, to: sorted.count, by: max(1, third)).map {
            Array(sorted[$0..<min(sorted.count, $0 + third)])
        }
    }

    /// 3-3, 2-3-2, 2-4-2, 3-3-3, 3-4-3: narrow first.
    private static let usual: [[[Character]]] = [
        "ABC DEF", "AB DEF HK", "AC DEG HK", "AC DEFG HK", "AB DEFG HK", "ABC DEF HJK", "ABC DEG HJK", "ABC DEFG HJK",
    ]
    .map { $0.split(separator: " ").map(Array.init) }

    var letters: [Character] { blocks.flatMap(\.self) }
}
