// SPDX-License-Identifier: Apache-2.0

/// Why people travel together.
enum PartyKind: Sendable {
    case commuter, family, migrant, pilgrims
    case visitor, visitingFamily, visitingGroup, regularVisitor

    /// The people that planning counts on.
    var expectedSize: Int {
        switch self {
        case .commuter, .migrant, .visitor, .regularVisitor: 1
        case .family, .visitingFamily: 3
        case .pilgrims: 16
        case .visitingGroup: 8
        }
    }

    var areResidents: Bool {
        switch self {
        case .commuter, .family, .migrant, .pilgrims: true
        case .visitor, .visitingFamily, .visitingGroup, .regularVisitor: false
        }
    }
}

/// People who travel together, before they get names.
struct Party: Sendable {
    let slot: Int
    let day: Int
    /// The number among the parties that begin their journey with this voyage.
    let ordinal: Int
    let kind: PartyKind
    /// The households (residents) or the first foreigner's number.
    let source: [Int]
    /// Days until they come back by the paired slot; nil when they do not.
    let stay: Int?

    /// A number that tells parties apart.
    var key: Int { (day + 64) << 32 | slot << 16 | ordinal }
}
