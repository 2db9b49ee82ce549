// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// The name of a station: a post and a place there, `CGK-gerbang1`.
public struct StationName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let post: PostCode
    /// One to sixteen small letters and digits.
    public let place: String

    /// Nil where the text is no such name.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let post = PostCode(parts[0]), post.description == parts[0],
            (1...16).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) })
        else { return nil }
        self.post = post
        place = String(parts[1])
    }

    public var description: String { post.description + "-" + place }

    public static func < (a: StationName, b: StationName) -> Bool { a.description < b.description }
}

extension StationName: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = StationName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a station's name")
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
