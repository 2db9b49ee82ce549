// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Messages
import Screening
import TestSupport
import Travel
import Watchlists

/// Manifests of small sailings, and a screener that reads them.
enum ScreeningFixture {
    struct Ports: PortDirectory {
        func isHome(_ code: String) -> Bool? { code.hasPrefix("ID") }
        func utcOffsetMinutes(_ code: String) -> Int? { code.hasPrefix("ID") ? 420 : 480 }
    }

    /// One sailing's list with travellers numbered from `first`.
    static func manifest(_ sailing: Int, first: Int, travellers: Int) -> [UInt8] {
        var text = "MODE,CARRIER,NUMBER,CONVEYANCE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,"
        text += "DOC_TYPE,DOC_NO,DOC_ISSUER\r\n"
        for number in first..<(first + travellers) {
            text += "sea,,\(sailing),MV KENARI,SGSIN,IDBTM,2026-01-15T09:30,2026-01-15T10:15,passenger,"
            text += "KANARI\(number),BURUNG,1985-04-12,M,IDN,P,X\(1_000_000 + number),IDN\r\n"
        }
        return Array(text.utf8)
    }

    static func entry(_ manifest: [UInt8], _ tokeniser: some Tokeniser, at milliseconds: Int64 = 5) -> InboxEntry {
        let token = tokeniser.token(.message, manifest)
        return InboxEntry(
            id: RecordID(high: token.high, low: token.low), receivedAtMilliseconds: milliseconds, origin: "ferry",
            state: .pending, bytes: manifest)
    }

    static func screener(_ store: any ScreeningStore, _ tokeniser: any Tokeniser) -> Screener {
        Screener(
            store: store, tokeniser: tokeniser, resolver: ExactResolver(tokeniser: tokeniser),
            assembler: VoyageAssembler(tokeniser: tokeniser, ports: Ports()),
            decode: { stored in MessageDecoder.messages(in: stored.bytes).first ?? ReceivedMessage(kind: .unknown) },
            clock: { 7 })
    }

    /// Screens until nothing is pending.
    static func drain(_ screener: Screener, limit: Int = 7) async throws {
        for _ in 0..<1_000 where try await screener.screenPending(limit: limit).isDrained { return }
    }

    /// Writes an entry for a document number.
    static func watch(
        _ document: String, _ number: UInt64, _ store: any CaseworkStore, _ tokeniser: any Tokeniser
    ) async throws -> WatchlistEntry {
        var entry = StoreSamples.entry(number)
        entry.subject = .document(number: document, issuer: nil)
        try await store.record(
            CaseworkChange(
                decisions: [
                    DecisionRecord(
                        id: RecordID(high: number, low: 1), atMilliseconds: Int64(number), officer: nil, post: nil,
                        decision: .entryWritten(entry))
                ], entryTokens: [entry.id: entry.matchTokens(IdentityTokens(tokeniser: tokeniser))]), audit: [])
        return entry
    }
}
