// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Counts the pictures of an album as several threads write them.
final class FaceAlbumTally: Sendable {
    let total: Int
    private let done = Atomic<Int>(0)
    private let progress: @Sendable (Int, Int) -> Void

    init(total: Int, progress: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.progress = progress
    }

    func add(_ count: Int) {
        progress(done.add(count, ordering: .relaxed).newValue, total)
    }
}
