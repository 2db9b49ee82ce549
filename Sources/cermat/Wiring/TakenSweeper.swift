// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Removes files that were taken long enough ago: they hold messages in the clear, and the inbox holds them sealed.
struct TakenSweeper: Sendable {
    let folder: String
    let keepHours: Int

    /// Sweeps every minute until cancelled.
    func run() async throws {
        while !Task.isCancelled {
            sweep(before: Date().addingTimeInterval(-3600 * Double(keepHours)))
            try await Task.sleep(for: .seconds(60))
        }
    }

    /// Removes the files that were last changed before a moment; returns how many.
    @discardableResult
    func sweep(before limit: Date) -> Int {
        AgedFiles.paths(in: folder, before: limit).count {
            (try? FileManager.default.removeItem(atPath: $0)) != nil
        }
    }
}
