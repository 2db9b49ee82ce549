// SPDX-License-Identifier: Apache-2.0

internal import CFaceKernels

/// Which form of the search runs; all give the same integers.
public enum SearchLevel: Int32, Hashable, Sendable, CaseIterable {
    /// Plain C.
    case plain = 0
    case avx2 = 1
    /// AVX-512 with VNNI.
    case vnni = 2

    /// The fastest that this processor has.
    public static let best = SearchLevel(rawValue: cermat_face_best_level()) ?? .plain

    /// Those that this processor has.
    public static var available: [SearchLevel] { allCases.filter { $0.rawValue <= best.rawValue } }
}
