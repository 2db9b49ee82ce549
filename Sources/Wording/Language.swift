// SPDX-License-Identifier: Apache-2.0

/// The languages of the screens; Indonesian comes first.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    /// The language's name in itself, for the switch between them.
    public var ownName: String {
        switch self {
        case .indonesian: "Bahasa Indonesia"
        case .english: "English"
        }
    }

    /// The first language of an `Accept-Language` header that Cermat speaks; Indonesian where there is none.
    public init(acceptLanguage header: some StringProtocol) {
        for range in header.prefix(200).split(separator: ",") {
            let tag = range.drop { $0 == " " }.prefix(2).lowercased()
            if let language = Language(rawValue: tag) {
                self = language
                return
            }
        }
        self = .indonesian
    }
}
