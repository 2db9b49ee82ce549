// SPDX-License-Identifier: Apache-2.0

internal import Faces

/// How many people a station searched, not in the log yet.
struct UncountedSearches: Hashable, Sendable {
    let kind: PictureKind
    /// When the first of them was searched.
    let since: Int64
    var people = 0
}
