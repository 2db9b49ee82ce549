// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// A reader at a post: `CGK`, or `CGK-lane2` where there are several. The token decides it, never the sender's word.
public struct ReaderName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let post: PostCode
    /// One to sixteen small letters and digits; nil for the post's only reader.
    public let place: String?

    /// Nil where the text is no such name.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let post = PostCode(first), post.description == first else { return nil }
        self.post = post
        guard parts.count == 2 else {
            place = nil
            return
        }
        guard (1...16).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) })
        else { return nil }
        place = String(parts[1])
    }

    public var description: String { post.description + (place.map { "-" + $0 } ?? "") }

    public static func < (a: ReaderName, b: ReaderName) -> Bool { a.description < b.description }
}
