// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
internal import Mandate
public import Screening
internal import Synchronization
public import Travel

/// Gathers travellers into persons across journeys, in memory, from the voyages of the days that are looked back; the
/// same whatever order the voyages are read in. What officers said outranks it, and is taken back when asked.
public actor PersonDesk {
    /// Another journey of the same person, and why it is held to be.
    public struct Journey: Hashable, Sendable {
        public let traveller: RecordID<Traveller>
        public let voyage: RecordID<Voyage>
        /// How it compares with the journey asked about; nil where officers or a third journey join the two.
        public let link: PersonLink?
    }

    /// A person as seen from one journey.
    public struct View: Hashable, Sendable {
        public let person: RecordID<Traveller>
        public let journeys: [Journey]
        /// The last made first.
        public let judgements: [PersonJudgement]
    }

    private let store: any CaseworkStore
    private let voyages: VoyageReader
    private let daysBack: Int
    private let now: @Sendable () -> Int64
    private var persons = Persons()
    /// Whether a voyage is being gathered, which nothing else here can interrupt.
    private let isGathering = Atomic(false)
    private var seen: [RecordID<Voyage>: Int64] = [:]
    private var members: [RecordID<Voyage>: Set<RecordID<Traveller>>] = [:]
    private var voyageOf: [RecordID<Traveller>: RecordID<Voyage>] = [:]
    /// The numbers that journeys quoted.
    private(set) var quoted: [RecordID<Traveller>: Quoted] = [:]
    /// Judgements as they were made, and where the journeys that they name are now: a traveller's identifier changes
    /// when an earlier message about them comes late.
    private var made: [RecordID<PersonJudgement>: PersonJudgement] = [:]
    private var current: [RecordID<Traveller>: RecordID<Traveller>] = [:]
    /// The journeys that judgements name.
    private var judged: Set<RecordID<Traveller>> = []
    private var lastChange: Int64 = -1
    private var wholeScanAt: Int64 = .min

    /// More journeys of a person are counted, not shown.
    public static let mostJourneys = 100
    private static let pollMilliseconds = 5_000
    private static let voyageLimit = 1_000_000
    /// News come of voyages around now; the older ones are looked through again only so often.
    private static let wholeScanMilliseconds: Int64 = 600_000
    private static let wait = Duration.milliseconds(10)
    private static let mostWaits = 30
    private static let minutesAround = (back: 2 * 1_440, ahead: 30 * 1_440)

    public init(
        store: any CaseworkStore, voyages: VoyageReader, daysBack: Int = 400, now: @escaping @Sendable () -> Int64
    ) {
        self.store = store
        self.voyages = voyages
        self.daysBack = daysBack
        self.now = now
    }

    /// Reads what officers said; to be called once, before ``run()``.
    public func load() async throws(StoreError) {
        let records = try await store.decisions(
            kinds: [.personJudged], post: nil, sinceMilliseconds: 0, limit: 10_000_000)
        for record in records.reversed() { take(record) }
    }

    /// Follows the voyages for as long as the task lives.
    public func run() async throws {
        while true {
            // What fails here fails at the store, and the next round tries again.
            try? await scan()
            try await Task.sleep(for: .milliseconds(Self.pollMilliseconds))
        }
    }

    /// Reads the voyages that have news.
    public func scan() async throws {
        let change = try await store.changeCount()
        guard change != lastChange else { return }
        let isWhole = wholeScanAt == .min || now() - wholeScanAt >= Self.wholeScanMilliseconds
        let minute = Int(now() / 60_000)
        var rows: [BoardRow] = []
        for direction in [TravelDirection.arrival, .departure] {
            rows += try await store.board(
                BoardQuery(
                    posts: nil, direction: direction,
                    fromUTC: minute - (isWhole ? daysBack * 1_440 : Self.minutesAround.back),
                    toUTC: minute + Self.minutesAround.ahead,
                    limit: Self.voyageLimit))
        }
        if isWhole {
            let known = Set(rows.map(\.facts.id))
            for id in seen.keys where !known.contains(id) { leave(id) }
        }
        for row in rows where row.summary.forgottenAtMilliseconds != nil { leave(row.facts.id) }
        for row in rows where seen[row.facts.id] != row.summary.lastMessageAtMilliseconds {
            if row.summary.forgottenAtMilliseconds == nil, let voyage = try await voyages.voyage(row.facts.id) {
                take(voyage)
            }
            seen[row.facts.id] = row.summary.lastMessageAtMilliseconds
            try Task.checkCancellation()
        }
        lastChange = change
        if isWhole { wholeScanAt = now() }
    }

    /// The other journeys of a traveller's person; nil where the traveller has not been read yet.
    public func view(of traveller: RecordID<Traveller>) -> View? {
        guard let person = persons.person(of: traveller) else { return nil }
        let journeys = person.members.filter { $0 != traveller }.prefix(Self.mostJourneys).compactMap {
            other -> Journey? in
            guard let voyage = voyageOf[other] else { return nil }
            return Journey(
                traveller: other, voyage: voyage,
                link: persons.link(traveller, other).flatMap { $0.weight >= persons.threshold ? $0 : nil })
        }
        return View(person: person.id, journeys: journeys, judgements: persons.judgements(on: person))
    }

    /// The same for a page, which does not wait long: nil too where many travellers of like names are just being gathered.
    public nonisolated func promptView(of traveller: RecordID<Traveller>) async throws -> View? {
        for _ in 0..<Self.mostWaits where isGathering.load(ordering: .relaxed) {
            try await Task.sleep(for: Self.wait)
        }
        return isGathering.load(ordering: .relaxed) ? nil : await view(of: traveller)
    }

    /// Takes a decision more; others than of persons change nothing.
    public func take(_ record: DecisionRecord) {
        guard case .personJudged(let decision) = record.decision else { return }
        switch decision.act {
        case .judged(let judgement):
            made[judgement.id] = judgement
            judged.formUnion([judgement.first, judgement.second])
            judge(judgement)
        case .undone(let id):
            made[id] = nil
            judged = Set(made.values.flatMap { [$0.first, $0.second] })
            _ = persons.undo(id)
        }
    }

    private func judge(_ judgement: PersonJudgement) {
        let first = current[judgement.first] ?? judgement.first
        let second = current[judgement.second] ?? judgement.second
        _ = persons.undo(judgement.id)
        guard
            let placed = PersonJudgement(
                id: judgement.id, first, second, judgement.verdict, made: judgement.made)
        else { return }
        _ = persons.judge(placed)
    }

    private func take(_ voyage: Voyage) {
        isGathering.store(true, ordering: .relaxed)
        defer { isGathering.store(false, ordering: .relaxed) }
        var present: Set<RecordID<Traveller>> = []
        var appearances: [Appearance] = []
        var moved = false
        for traveller in voyage.travellers where traveller.status != .cancelled {
            present.insert(traveller.id)
            voyageOf[traveller.id] = voyage.id
            quoted[traveller.id] = traveller.nik.current.map { Quoted(nik: $0, papers: Self.papers(of: traveller)) }
            appearances.append(Appearance(traveller, on: voyage.facts))
            for part in traveller.contributions where judged.contains(part.id) {
                if current.updateValue(traveller.id, forKey: part.id) != traveller.id { moved = true }
            }
        }
        _ = persons.add(contentsOf: appearances)
        remove((members[voyage.id] ?? []).subtracting(present))
        members[voyage.id] = present
        if moved { for judgement in made.values.sorted(by: { $0.made < $1.made }) { judge(judgement) } }
    }

    private func remove(_ travellers: Set<RecordID<Traveller>>) {
        for gone in travellers {
            _ = persons.remove(gone)
            voyageOf[gone] = nil
            quoted[gone] = nil
        }
    }

    private func leave(_ voyage: RecordID<Voyage>) {
        remove(members.removeValue(forKey: voyage) ?? [])
        seen[voyage] = nil
    }
}
