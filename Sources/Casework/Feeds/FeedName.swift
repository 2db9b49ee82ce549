// SPDX-License-Identifier: Apache-2.0

/// The name of a feed: 2 to 40 of a-z, 0-9 and hyphen, beginning with a letter. It stands in logs, addresses and as the
/// origin of messages.
public struct FeedName: Hashable, Sendable, Codable, Comparable, LosslessStringConvertible {
    public let description: String

    /// Names that the program gives itself: the feed of `feed.token`, and the desk's own hand-ins.
    public static let reserved: Set<String> = ["feed", "desk"]

    /// Parses a name; anything else, and a reserved name, gives nil.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (2...40).contains(bytes.count), let first = bytes.first, (97...122).contains(first),
            bytes.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }),
            !FeedName.reserved.contains(text)
        else { return nil }
        description = text
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = FeedName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no name of a feed")
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public static func < (a: FeedName, b: FeedName) -> Bool { a.description < b.description }

    /// The origin of messages that a feed of some name hands in.
    public static func origin(_ name: String) -> String { "http:" + name }
}
