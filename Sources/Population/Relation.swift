// SPDX-License-Identifier: Apache-2.0

/// The relation of a resident to the head of the household (STAT_HBKEL of the civil registry).
public enum Relation: Int, Hashable, Sendable, Codable, CaseIterable {
    case head = 1
    case husband = 2
    case wife = 3
    case child = 4
    case childInLaw = 5
    case grandchild = 6
    case parent = 7
    case parentInLaw = 8
    case otherRelative = 9
    case householdHelp = 10
    case other = 11

    /// The label that the registry's services return.
    public var label: String {
        switch self {
        case .head: "KEPALA KELUARGA"
        case .husband: "SUAMI"
        case .wife: "ISTRI"
        case .child: "ANAK"
        case .childInLaw: "MENANTU"
        case .grandchild: "CUCU"
        case .parent: "ORANG TUA"
        case .parentInLaw: "MERTUA"
        case .otherRelative: "FAMILI LAIN"
        case .householdHelp: "PEMBANTU"
        case .other: "LAINNYA"
        }
    }

    /// Whether the person is kin of the head by blood or marriage.
    public var isKin: Bool { rawValue >= 2 && rawValue <= 9 }

    /// Parses a code (`4`, `04`) or a label in any case (`Anak`); anything else gives nil.
    public init?(parsing text: some StringProtocol) {
        if let code = Int(text) {
            self.init(rawValue: code)
            return
        }
        let upper = text.uppercased()
        guard let match = Relation.allCases.first(where: { $0.label == upper }) else { return nil }
        self = match
    }
}
