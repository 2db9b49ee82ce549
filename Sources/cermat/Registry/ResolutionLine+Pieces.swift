// SPDX-License-Identifier: Apache-2.0

internal import Identity

extension ResolutionLine {
    /// The lines of a whole table in its order, made on several threads, a piece for each.
    func pieces(_ table: TravellerTable, _ resolutions: [Resolution], threads: Int) async -> [[String]] {
        let size = max(1, (table.ids.count + max(1, threads) - 1) / max(1, threads))
        return await withTaskGroup(of: (start: Int, lines: [String]).self) { group in
            for start in stride(from: 0, to: table.ids.count, by: size) {
                let writer = ResolutionLine(
                    index: PopulationIndex(sharing: index), prior: prior, explains: explains, model: model)
                group.addTask {
                    (
                        start,
                        (start..<min(start + size, table.ids.count)).map {
                            writer.text(table.ids[$0], table.claims[$0], resolutions[$0])
                        }
                    )
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.start < $1.start }.map(\.lines)
        }
    }
}
