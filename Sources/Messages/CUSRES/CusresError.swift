// SPDX-License-Identifier: Apache-2.0

/// Why a CUSRES cannot be written. Descriptions hold no personal data.
public enum CusresError: Error, Hashable, Sendable {
    /// Nobody is named who decided.
    case nobodyDecided
    case noAnswer
    /// An answer about a traveller without record locator and passenger reference.
    case unnamedTraveller(answer: Int)
    /// A field that is empty, too long, or holds what the field may not hold.
    case badField(String)

    /// A stable code for programs.
    public var code: String {
        switch self {
        case .nobodyDecided: "nobody-decided"
        case .noAnswer: "no-answer"
        case .unnamedTraveller: "unnamed-traveller"
        case .badField: "bad-field"
        }
    }
}

extension CusresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nobodyDecided:
            "no person is named who decided; give decidedBy the officer's name or staff number"
        case .noAnswer: "there is no answer to write; give at least one in answers"
        case .unnamedTraveller(let answer):
            "answer \(answer) names no traveller; give recordLocator, passengerReference or both, or level message"
        case .badField(let field):
            "\(field) is empty, too long or holds characters that a message cannot carry; use printable ASCII"
        }
    }
}
