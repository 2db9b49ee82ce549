// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// Where a probe comes from: a station's camera, or a still that an officer put in within a case.
public enum FaceOrigin: Hashable, Sendable, CustomStringConvertible {
    case station(StationName)
    /// By whom, and within which case.
    case still(RecordID<Officer>, caseNumber: String)

    /// As it stays when those it is about lose their names: a still's case is what somebody wrote.
    func forgotten(_ text: String) -> FaceOrigin {
        if case .still(let officer, _) = self { .still(officer, caseNumber: text) } else { self }
    }

    private static let stillStart = "still-"

    /// The station, where it is one.
    public var station: StationName? { if case .station(let name) = self { name } else { nil } }

    /// Where it happened; nil for a still.
    public var post: PostCode? { station?.post }

    /// The act that the audit log knows it by.
    var action: AuditAction { station == nil ? .searchFace : .runStation }

    /// The station's name, or a still's officer with the case.
    public var description: String {
        switch self {
        case .station(let name): name.description
        case .still(let officer, let caseNumber): Self.stillStart + "\(officer) " + caseNumber
        }
    }

    /// Nil where the text names no origin.
    init?(_ text: String) {
        if let name = StationName(text) {
            self = .station(name)
            return
        }
        let parts = text.dropFirst(Self.stillStart.count).split(separator: " ", maxSplits: 1)
        guard text.hasPrefix(Self.stillStart), parts.count == 2, let officer = RecordID<Officer>(String(parts[0]))
        else {
            return nil
        }
        self = .still(officer, caseNumber: String(parts[1]))
    }
}

extension FaceOrigin: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let origin = FaceOrigin(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the origin of a face")
        }
        self = origin
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
