// SPDX-License-Identifier: Apache-2.0

/// What a person says of a feed, checked.
public struct FeedDraft: Hashable, Sendable {
    public let speaksFor: [String]
    public let contact: String
    public let silenceHours: Int

    /// The hours of silence that may be set: an hour to sixty days.
    public static let silenceRange = 1...1440
    public static let speaksForLimit = 20

    /// - Throws: `.invalid` naming the field: `carriers`, `contact`, `silence`.
    public init(speaksFor text: String, contact: String, silenceHours: Int?) throws(CaseworkError) {
        var codes: [String] = []
        for word in text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\n" || $0 == "\r" }) {
            let code = word.uppercased()
            guard code.utf8.count <= 35, code.utf8.allSatisfy({ (33...126).contains($0) && $0 != 60 && $0 != 62 })
            else { throw .invalid(field: "carriers", why: "codes with commas between") }
            if !codes.contains(code) { codes.append(code) }
        }
        guard (1...FeedDraft.speaksForLimit).contains(codes.count) else {
            throw .invalid(field: "carriers", why: "1 to \(FeedDraft.speaksForLimit) codes with commas between")
        }
        guard (3...200).contains(contact.count) else {
            throw .invalid(field: "contact", why: "3 to 200 characters")
        }
        guard let silenceHours, FeedDraft.silenceRange.contains(silenceHours) else {
            throw .invalid(
                field: "silence",
                why: "\(FeedDraft.silenceRange.lowerBound) to \(FeedDraft.silenceRange.upperBound) hours")
        }
        speaksFor = codes
        self.contact = contact
        self.silenceHours = silenceHours
    }
}
