// SPDX-License-Identifier: Apache-2.0

/// What is looked at to say how an installation is.
public enum HealthSubject: String, Hashable, Sendable, Codable, CaseIterable {
    case disk, clock, keys, policy, database, log
    case audit, pending, quarantine, carriers, feeds, refused, registry, retention, backup, certificate, faces
    case faceModels = "face-models"
    case faceRecords = "face-records"
}

/// How it is.
public enum HealthGrade: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case good, notice, fault

    public static func < (a: HealthGrade, b: HealthGrade) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .good: 0
        case .notice: 1
        case .fault: 2
        }
    }
}

/// One thing that was looked at. No personal data: figures, codes of carriers, names of files.
public struct HealthFinding: Hashable, Sendable {
    public var subject: HealthSubject
    public var grade: HealthGrade
    /// What was measured, short: `73.2 GB, 24 %`.
    public var figure: String

    public init(_ subject: HealthSubject, _ grade: HealthGrade, _ figure: String) {
        self.subject = subject
        self.grade = grade
        self.figure = figure
    }
}
