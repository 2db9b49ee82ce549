// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity

/// What a look-up found.
enum LookUpFinding {
    /// The service's answer, or why there is none.
    case standing(TravellerClaim, VerificationDesk.Standing)
    /// The extract's record under the number; nil where nobody has it.
    case record(TravellerClaim, RegistryRecord?)
    /// The residents whom a document may belong to.
    case candidates(TravellerClaim, ExtractDesk.Answer)
    /// Neither a number nor a name to compare.
    case nothingToAsk

    /// The residents whose data are shown.
    var residents: [NIK] {
        switch self {
        case .standing(_, .answered(let reply)): [reply.nik]
        case .record(_, let record): record.map { [$0.nik] } ?? []
        case .candidates(_, let answer): answer.candidates.map(\.resident.nik)
        case .standing, .nothingToAsk: []
        }
    }
}
