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

    /// The messages, prepared: kept when the voyage begins anew.
    private var prepared: [RecordID<ReceivedMessage>: PreparedMessage] = [:]
    private var revisions = ListRevisions()
    private(set) var repeats = RepeatedMessages()

    /// Adds messages that are not held yet.
    mutating func add(_ new: [DecodedMessage], assembler: VoyageAssembler) {
        let sorted = new.sorted { $0.order < $1.order }
        guard let first = sorted.first else { return }
        for decoded in sorted {
            prepared[decoded.id] = PreparedMessage(
                identity: assembler.identity(of: decoded),
                said: decoded.message.effect.namesTravellers ? assembler.said(in: decoded) : [])
        }
        if let last = messages.last, first.order < last.order {
            var anew = VoyageDraft()
            anew.prepared = prepared
            anew.append((messages + sorted).sorted { $0.order < $1.order })
            self = anew
        } else {
            append(sorted)
        }
    }

    /// Leaves only some of the messages.
    mutating func keep(_ members: Set<RecordID<ReceivedMessage>>) {
        var anew = VoyageDraft()
        anew.prepared = prepared.filter { members.contains($0.key) }
        anew.append(messages.filter { members.contains($0.id) })
        self = anew
    }

    private mutating func append(_ sorted: [DecodedMessage]) {
        for decoded in sorted {
            messages.append(decoded)
            repeats.add(decoded)
            // A corrected list changes what earlier messages stand for.
            if let gone = revisions.add(decoded), gone != decoded.id { change(clusters.replace(gone)) }
            guard decoded.message.effect.namesTravellers, let said = prepared[decoded.id]?.said else { continue }
            change(clusters.add(said, isReplaced: revisions.replaced.contains(decoded.id)))
        }
    }

    private mutating func change(_ places: [Int]) {
        for place in places {
            while merged.count <= place { merged.append(nil) }
            merged[place] = nil
        }
    }

    /// Which voyage a message of the draft names, and by which leg.
    func identity(of decoded: DecodedMessage) -> VoyageIdentity? { prepared[decoded.id]?.identity }

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
