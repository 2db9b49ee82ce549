// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import Civil
public import Mandate
public import Quality
internal import Safeguards
internal import Screening
internal import Travel
internal import Watchlists

/// A store in memory for tests, plainly written: the slow reference that other stores are compared with.
public actor MemoryStore: CaseworkStore {
    struct Held {
        var message: StoredMessage
        var cursor: Int64
        var screened: ScreenedMessage?
        var quarantineReason: String?
        var sender: String?
        var repeats = 0
    }

    struct HeldVoyage {
        var facts: VoyageFacts
        var summary: VoyageSummary
        var travellers: [RecordID<Traveller>: TravellerIndex] = [:]
        var due: Int64 = 0
        var tally = VoyageTally()
    }

    struct HeldEntry {
        var entry: WatchlistEntry
        var tokens: [BlindToken]
        var version: Int64
        var touched: Int64
        var number: Int
    }

    let vault: any Tokeniser
    let node: String
    /// By when carriers' messages are due.
    public let qualityRules: QualityRules

    var inbox: [Held] = []
    var places: [RecordID<ReceivedMessage>: Int] = [:]
    var duplicates = 0
    var heldVoyages: [RecordID<Voyage>: HeldVoyage] = [:]
    var heldHits: [RecordID<Hit>: (hit: Hit, decided: Int64)] = [:]
    var log: [DecisionRecord] = []
    var heldEntries: [RecordID<WatchlistEntry>: HeldEntry] = [:]
    var heldAccounts: [RecordID<Officer>: Account] = [:]
    var links: [(link: AuditLink, event: AuditEvent)] = []
    var heldFaces: [HeldFace] = []
    /// Pictures of confirmed faces.
    var heldProbes: [RecordID<ReviewedFace>: ConfirmedProbe] = [:]
    /// Numbers the changes of faces.
    var faceChange: Int64 = 0
    var changes: Int64 = 0
    var acts: Int64 = 0
    /// The act that last changed the ports.
    var portsAct: Int64 = 0
    /// What happens elsewhere while decisions are written.
    var meanwhile: (@Sendable () async -> Void)?

    public init(vault: any Tokeniser, node: String = "memory", qualityRules: QualityRules = QualityRules()) {
        self.qualityRules = qualityRules
        self.vault = vault
        self.node = node
    }

    /// Lets something happen each time before decisions are written, as a slow disk does.
    public func beforeRecording(_ body: @escaping @Sendable () async -> Void) { meanwhile = body }

    func chain(_ events: [AuditEvent]) {
        let head = links.last?.link.head ?? AuditChain.genesis(node: node)
        links += zip(AuditChain.links(after: head, events), events).map { ($0, $1) }
    }

    /// Marks the latest message of voyages as pending.
    func rederive(_ voyages: Set<RecordID<Voyage>>, act: Int64) {
        for voyage in voyages {
            heldVoyages[voyage]?.due = act
            if let place = inbox.lastIndex(where: { $0.screened?.voyage == voyage && $0.message.state != .quarantined })
            {
                inbox[place].message.state = .pending
            }
        }
    }

    func voyages(carryingAny tokens: Set<BlindToken>) -> Set<RecordID<Voyage>> {
        Set(
            heldVoyages.filter { _, held in
                held.travellers.values.contains { !tokens.isDisjoint(with: $0.tokens) }
            }.keys)
    }
}
