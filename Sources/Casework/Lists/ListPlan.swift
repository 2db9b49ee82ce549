// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Manifests
internal import Messages
public import Screening
public import Travel

/// What handing in a list would do: the table to hand in, and for each voyage how it differs from the earlier list.
public struct ListPlan: Sendable {
    /// One voyage of the list.
    public struct Part: Sendable {
        public var voyage: RecordID<Voyage>
        public var facts: VoyageFacts
        public var travellers: Int
        public var revision: CanonicalManifest.Revision
        /// The list that stands now and would be replaced.
        public var earlier: DecodedMessage?
        public var comparison: ListComparison?
        /// Whether the earlier list says the same of the voyage itself.
        public var isSameVoyage: Bool
        /// Lists of the same operator on the voyage that stay.
        public var otherLists: Int
    }

    /// The manifest table for the intake.
    public var bytes: [UInt8]
    public var parts: [Part]

    /// Whether everything was handed in before, so that nothing would change.
    public var isKnown: Bool {
        !parts.isEmpty && parts.allSatisfy { $0.isSameVoyage && $0.comparison?.isEqual ?? false }
    }
}

/// What a list is to do with an earlier one of the same operator and voyage.
public enum ListIntent: Hashable, Sendable {
    /// Takes the place of the operator's list of the voyage, if there is one.
    case replace
    /// Takes the place of one list, named by its message.
    case replaceMessage(RecordID<ReceivedMessage>)
    /// Stands beside earlier lists.
    case add
}

/// Finds out what handing in a list would do.
public struct ListPlanner: Sendable {
    private let store: any CaseworkStore
    private let assembler: VoyageAssembler
    private let decodeStored: @Sendable (StoredMessage) -> ReceivedMessage

    public init(
        store: any CaseworkStore, assembler: VoyageAssembler,
        decode: @escaping @Sendable (StoredMessage) -> ReceivedMessage
    ) {
        self.store = store
        self.assembler = assembler
        decodeStored = decode
    }

    /// The plan of a list that is ready.
    public func plan(
        _ reading: ManifestReading, intent: ListIntent, at messageTime: CivilDateTime
    ) async throws(CaseworkError) -> ListPlan {
        var manifest = CanonicalManifest()
        var parts: [ListPlan.Part] = []
        let named = try await namedList(intent)
        for group in reading.groups {
            var probe = CanonicalManifest()
            probe.add(group.voyage, group.travellers, revision: .init(), at: messageTime)
            guard let message = MessageDecoder.messages(in: probe.bytes).first else { continue }
            let decoded = DecodedMessage(
                id: RecordID(high: 0, low: 0), receivedAtMilliseconds: 0, origin: "", message: message)
            let identity = assembler.identity(of: decoded)
            let known = try await lists(of: identity.id)
            let sender = message.sender ?? ""
            let own = known.standing.filter { $0.key.sender == sender }
            var earlier: DecodedMessage?
            var revision = CanonicalManifest.Revision()
            switch intent {
            case .replaceMessage:
                earlier = named
                guard named?.message.sender == sender else {
                    throw .invalid(field: "operator", why: "the operator of the list to be replaced")
                }
            case .replace: earlier = own.min { $0.key.list < $1.key.list }?.value
            case .add: revision.list = "\((own.keys.compactMap { Int($0.list) }.max() ?? 0) + 1)"
            }
            if let earlier {
                revision.list = earlier.message.reference ?? "1"
                let current = known.standing[ListRevisions.Key(sender: sender, list: revision.list)]
                revision.number = max(earlier.message.revision, current?.message.revision ?? 0) + 1
            }
            manifest.add(group.voyage, group.travellers, revision: revision, at: messageTime)
            var facts = VoyageFacts(id: identity.id, mode: message.voyage.mode, direction: identity.direction)
            facts.carrier = message.voyage.carrier
            facts.number = message.voyage.number
            facts.conveyance = message.voyage.conveyance
            facts.from = identity.leg?.from
            facts.to = identity.leg?.to
            facts.departure = identity.leg?.departure
            facts.arrival = identity.leg?.arrival
            parts.append(
                ListPlan.Part(
                    voyage: identity.id, facts: facts, travellers: message.travellers.count, revision: revision,
                    earlier: earlier, comparison: earlier.map { compare($0, message) },
                    isSameVoyage: earlier?.message.voyage == message.voyage,
                    otherLists: own.count - (earlier == nil ? 0 : 1)))
        }
        if let named, !parts.contains(where: { $0.voyage == assembler.identity(of: named).id }) {
            // The corrected list is of another voyage: on the earlier one nobody of it travels.
            manifest.add(withdrawing: named.message, at: messageTime)
        }
        return ListPlan(bytes: manifest.bytes, parts: parts)
    }

    private func compare(_ earlier: DecodedMessage, _ message: ReceivedMessage) -> ListComparison {
        ListComparison(earlier: earlier.message.travellers, later: message.travellers) {
            assembler.contributionID(earlier, $0)
        }
    }

    private func namedList(_ intent: ListIntent) async throws(CaseworkError) -> DecodedMessage? {
        guard case .replaceMessage(let id) = intent else { return nil }
        let found: StoredMessage?
        do { found = try await store.message(id) } catch { throw .store(error) }
        guard let found else { throw .unknown }
        let decoded = DecodedMessage(found, decode: decodeStored)
        guard decoded.message.listKey != nil else {
            throw .invalid(field: "replaces", why: "the message of a list that was handed in by hand")
        }
        return decoded
    }

    private func lists(of voyage: RecordID<Voyage>) async throws(CaseworkError) -> ListRevisions {
        let known: [VoyageKnowledge]
        do { known = try await store.knowledge(of: [voyage], held: []) } catch {
            throw .store(.failed(reason: "voyage"))
        }
        return ListRevisions((known.first?.messages ?? []).map { DecodedMessage($0, decode: decodeStored) })
    }
}

extension CanonicalManifest {
    /// Adds an empty revision of a list that was stored.
    mutating func add(withdrawing message: ReceivedMessage, at messageTime: CivilDateTime) {
        var voyage = ListVoyage()
        voyage.mode = message.voyage.mode
        voyage.operatorCode = message.sender
        voyage.number = message.voyage.number
        voyage.conveyance = message.voyage.conveyance.name
        voyage.imo = message.voyage.conveyance.imo
        voyage.plate = message.voyage.conveyance.plate
        voyage.from = message.voyage.legs.first?.from
        voyage.to = message.voyage.legs.first?.to
        voyage.departure = message.voyage.legs.first?.departure
        voyage.arrival = message.voyage.legs.first?.arrival
        let revision = Revision(list: message.reference ?? "1", number: message.revision + 1)
        add(voyage, [], revision: revision, at: messageTime)
    }
}
