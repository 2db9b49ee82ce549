// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// The bounded set of warning codes, so that they may label metrics.
public enum WarningCode: String, CaseIterable, Sendable {
    case segmentCount = "segment-count"
    case referenceMismatch = "reference-mismatch"
    case messageEndMissing = "message-end-missing"
    case partMissing = "part-missing"
    case totalMismatch = "total-mismatch"
    case unknownSegment = "unknown-segment"
    case unknownQualifier = "unknown-qualifier"
    case unknownMessageType = "unknown-message-type"
    case unknownFunction = "unknown-function"
    case unreadableDate = "unreadable-date"
    case unreadableValue = "unreadable-value"
    case unreadableSegment = "unreadable-segment"
    case danglingRelease = "dangling-release"
    case segmentTooLong = "segment-too-long"
    case voyageMissing = "voyage-missing"
    case nameMissing = "name-missing"
    case identityConflict = "identity-conflict"
    case interchangeHeaderMissing = "interchange-header-missing"
    case badRow = "bad-row"
    case unknownColumn = "unknown-column"
    case missingColumn = "missing-column"
    case badEncoding = "bad-encoding"
    case checkDigit = "check-digit"
    case nameCut = "name-cut"
    case zoneRepaired = "zone-repaired"
    case noMessage = "no-message"
    case tooManyWarnings = "too-many-warnings"
}

extension ReceivedMessage {
    /// The most warnings that a message keeps; one more says that there were others.
    static let mostWarnings = 100

    mutating func warn(_ code: WarningCode, segment: Int?, _ text: @autoclosure () -> String) {
        if status == .accepted { status = .warned }
        if warnings.count < ReceivedMessage.mostWarnings {
            warnings.append(MessageWarning(code: code.rawValue, segment: segment, text: text()))
        } else if warnings.count == ReceivedMessage.mostWarnings {
            warnings.append(
                MessageWarning(
                    code: WarningCode.tooManyWarnings.rawValue, segment: segment, text: "further warnings left out"))
        }
    }
}
