// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Travel

/// A voyage in the making that remembers its work: a later message costs what it adds, an earlier one begins anew.
struct VoyageDraft {
    /// A merged traveller with what was derived from it; the status is left to the voyage.
    struct Merged {
        var traveller: Traveller
        var tokens: [BlindToken]?
        var isDisputed: Bool
        var tally: TravellerTally
    }

    /// In their own order.
    private(set) var messages: [DecodedMessage] = []
    private(set) var clusters = ClusterBuilder()
    /// By cluster.
    var merged: [Merged?] = []

    /// Adds messages that are not held yet.
    mutating func add(_ new: [DecodedMessage], assembler: VoyageAssembler) {
        let sorted = new.sorted { $0.order < $1.order }
        guard let first = sorted.first else { return }
        // A corrected list changes what earlier messages stand for.
        let isCorrection = sorted.contains { $0.message.listKey != nil } && !messages.isEmpty
        if let last = messages.last, first.order < last.order || isCorrection {
            let all = (messages + sorted).sorted { $0.order < $1.order }
            self = VoyageDraft()
            append(all, assembler)
        } else {
            append(sorted, assembler)
        }
    }

    private mutating func append(_ sorted: [DecodedMessage], _ assembler: VoyageAssembler) {
        // Lists come with all messages held: they are added from the start.
        let replaced = ListRevisions(sorted).replaced
        for decoded in sorted {
            messages.append(decoded)
            guard decoded.message.effect.namesTravellers else { continue }
            for place in clusters.add(
                assembler.parts(of: decoded, isReplaced: replaced.contains(decoded.id)))
            {
                while merged.count <= place { merged.append(nil) }
                merged[place] = nil
            }
        }
    }

    /// How much memory the draft stands for: the travellers in its messages, and one.
    var weight: Int { messages.reduce(1) { $0 + $1.message.travellers.count } }
}

extension MessageEffect {
    /// Whether the message's travellers are people to list, to bring up to date or to withdraw.
    var namesTravellers: Bool {
        switch self {
        case .report, .replaceTravellers, .cancelTravellers: true
        default: false
        }
    }
}
