// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Gazetteer
public import Mandate
public import Safeguards
public import Screening

/// What the desk calls; the program wires it.
public struct DeskServices: Sendable {
    public let store: any CaseworkStore
    public let tokeniser: any Tokeniser
    public let policy: Policy
    public let passwords: PasswordDesk
    public let voyages: VoyageReader
    public let acts: OfficerActs
    public let search: TravellerSearch
    public let journeys: EarlierJourneys
    public let gazetteer: GazetteerIndex
    public let intake: any MessageIntake
    /// The verdict of the last check of the audit chain.
    public let auditVerdict: @Sendable () async -> AuditVerdict?
    /// Milliseconds since 1970 UTC.
    public let now: @Sendable () -> Int64

    public init(
        store: any CaseworkStore, tokeniser: any Tokeniser, policy: Policy, passwords: PasswordDesk, voyages: VoyageReader,
        acts: OfficerActs, search: TravellerSearch, journeys: EarlierJourneys, gazetteer: GazetteerIndex,
        intake: any MessageIntake, auditVerdict: @escaping @Sendable () async -> AuditVerdict? = { nil },
        now: @escaping @Sendable () -> Int64
    ) {
        self.store = store
        self.tokeniser = tokeniser
        self.policy = policy
        self.passwords = passwords
        self.voyages = voyages
        self.acts = acts
        self.search = search
        self.journeys = journeys
        self.gazetteer = gazetteer
        self.intake = intake
        self.auditVerdict = auditVerdict
        self.now = now
    }
}

/// Where messages go in; the receipts come back once all are on disk.
public protocol MessageIntake: Sendable {
    /// Takes the messages of some bytes; throws ``StoreError/full`` or ``StoreError/busy`` when there is no room now.
    func submit(_ bytes: [UInt8], origin: String) async throws -> [InboxReceipt]
}
