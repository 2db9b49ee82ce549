// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Screening

/// Keeps a folder's tables of codes as other processes change them.
struct TableFollower {
    private let tables: TableDesk

    init(_ folder: DataFolder) { tables = folder.tables }

    /// Looks each second for as long as the task lives; a store that is away for a while is asked again.
    func run() async throws {
        while !Task.isCancelled {
            try? await tables.refresh(atMilliseconds: WallClock.nowMilliseconds)
            try await Task.sleep(for: .seconds(1))
        }
    }
}
