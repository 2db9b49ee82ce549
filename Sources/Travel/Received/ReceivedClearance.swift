// SPDX-License-Identifier: Apache-2.0

/// An answer of a state's system: about one traveller or a whole message (CUSRES), or why a message was refused (ACKRES).
public struct ReceivedClearance: Hashable, Sendable, Codable {
    public var level: ClearanceLevel
    public var recordLocator: String?
    public var passengerReference: String?
    /// `0Z` may board, `1Z` may not, `2Z` and `4Z` more is needed; at message level `0` accepted, `1` error, `118` and
    /// others as sent.
    public var code: String
    public var text: String?

    public init(
        level: ClearanceLevel = .traveller, recordLocator: String? = nil, passengerReference: String? = nil,
        code: String, text: String? = nil
    ) {
        self.level = level
        self.recordLocator = recordLocator
        self.passengerReference = passengerReference
        self.code = code
        self.text = text
    }

    /// An answer without a level is about a traveller.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        level = try container.decodeIfPresent(ClearanceLevel.self, forKey: .level) ?? .traveller
        recordLocator = try container.decodeIfPresent(String.self, forKey: .recordLocator)
        passengerReference = try container.decodeIfPresent(String.self, forKey: .passengerReference)
        code = try container.decode(String.self, forKey: .code)
        text = try container.decodeIfPresent(String.self, forKey: .text)
    }
}

/// The answers about one traveller that carriers know (IATA API-PNR toolkit; messages.md section 3).
public enum ClearanceCode: String, Hashable, Sendable, Codable, CaseIterable {
    case mayBoard = "0Z"
    case mayNotBoard = "1Z"
    case furtherChecks = "2Z"
    case insufficientData = "4Z"
}

/// What an answer is about (ERP: 1 the whole message, 2 one traveller).
public enum ClearanceLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case message, traveller
}
