// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Messages
import Safeguards
import Screening
import TestSupport
import Travel
import Watchlists

/// A customs unit in memory: store, screener, acts, and messages about flights from Singapore to Jakarta.
final class SmallUnit {
    struct Ports: PortDirectory {
        func isHome(_ code: String) -> Bool? { ["CGK": true, "SIN": false][code] }
        func utcOffsetMinutes(_ code: String) -> Int? { ["CGK": 420, "SIN": 480][code] }
    }

    let store: MemoryStore
    let vault = EphemeralKeyVault()
    let screener: Screener
    let acts: OfficerActs
    let reader: VoyageReader
    let officer = Mandated(
        officer: RecordID(high: 1, low: 1), role: .officer, post: PostCode("CGK"),
        grant: PurposeGrant(purpose: .arrivalControl, reference: "ST-1", expiresAtMilliseconds: .max))
    private var clock: Int64 = 1_768_400_000_000
    private var sent = 0

    init() {
        let store = MemoryStore(vault: vault)
        let vault = vault
        let decode: @Sendable (StoredMessage) -> ReceivedMessage = {
            MessageDecoder.messages(in: $0.bytes).first ?? ReceivedMessage(kind: .unknown)
        }
        let assembler = VoyageAssembler(tokeniser: vault, ports: Ports())
        self.store = store
        screener = Screener(
            store: store, tokeniser: vault, resolver: ExactResolver(tokeniser: vault), assembler: assembler,
            decode: decode,
            clock: { 0 })
        acts = OfficerActs(store: store, tokeniser: vault)
        reader = VoyageReader(store: store, assembler: assembler, decode: decode)
    }

    /// The next moment.
    func now() -> Int64 {
        clock += 60_000
        return clock
    }

    /// Sends a PAXLST about ZZ 825 on a day of January 2026, and screens.
    func send(
        _ function: String = "745", day: Int = 15, at time: String, _ people: [(String, String, String, String)] = [],
        niks: [String: String] = [:], locators: [String: String] = [:]
    ) async throws {
        sent += 1
        var text =
            "UNA:+.? 'UNB+UNOA:4+ZZ+ID+\(time)+R\(sent)++APIS'UNH+1+PAXLST:D:12B:UN:IATA+R\(sent)'BGM+\(function)'"
        text += "TDT+20+ZZ825+++ZZ'LOC+125+SIN'DTM+189:2601\(day)0930:201'LOC+87+CGK'DTM+232:2601\(day)1015:201'"
        for (surname, given, born, passport) in people {
            text += "NAD+FL+++\(surname):\(given)'ATT+2++M'DTM+329:\(born)'NAT+2+IDN'RFF+ABO:P\(passport)'"
            if let locator = locators[passport] { text += "RFF+AVF:\(locator)'" }
            text += "DOC+P:110:111+\(passport)'LOC+91+IDN'"
            if let nik = niks[passport] { text += "DOC+I:110:111+\(nik)'LOC+91+IDN'" }
        }
        text += "CNT+42:\(people.count)'UNT+9+1'UNZ+1+R\(sent)'"
        let bytes = Array(text.utf8)
        let token = vault.token(.message, bytes)
        let entry = InboxEntry(
            id: RecordID(high: token.high, low: token.low), receivedAtMilliseconds: now(), origin: "test",
            state: .pending,
            bytes: bytes)
        _ = try await store.append([entry], audit: [])
        try await screen()
    }

    /// Screens until nothing is pending.
    func screen() async throws {
        while !(try await screener.screenPending()).isDrained {}
    }

    /// Adds a watched person and screens.
    @discardableResult
    func watch(
        _ surname: String, _ given: String, born: String? = nil, passport: String? = nil, expiry: String = "2026-12-31"
    ) async throws -> WatchlistEntry {
        var columns = [
            "KIND": "person", "SURNAME": surname, "GIVEN": given, "OWNER": "P2", "BASIS": "ND-1/2026",
            "CATEGORY": "narcotics",
            "REVIEW_DATE": "2026-01-10", "EXPIRY": expiry, "REASON": "periksa bagasi",
        ]
        columns["DOB"] = born
        columns["DOC_NO"] = passport
        let draft = try WatchlistDraft(columns: columns, list: "T", tokens: IdentityTokens(tokeniser: vault))
        let entry = try await acts.writeEntry(draft, by: officer, atMilliseconds: now())
        try await screen()
        return entry
    }

    /// All hits, by voyage.
    func hits() async throws -> [Hit] { try await store.hits(HitQuery()).map(\.hit).sorted { $0.voyage < $1.voyage } }
}

/// The resolver under the unit's keys.
struct ExactResolverForTests {
    let vault: EphemeralKeyVault
    var resolver: ExactResolver { ExactResolver(tokeniser: vault) }
}
