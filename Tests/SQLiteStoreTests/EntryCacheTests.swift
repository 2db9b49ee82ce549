// SPDX-License-Identifier: Apache-2.0

import Casework
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing

@Suite struct EntryCacheTests {
    @Test func `sees at once what another process did to an entry`() async throws {
        let folder = try TemporaryFolder()
        let vault = EphemeralKeyVault()
        let one = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        let other = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        let entry = StoreSamples.entry(30)
        try await one.record(
            CaseworkChange(decisions: [StoreSamples.decision(1, .entryWritten(entry))], entryTokens: [:]), audit: [])
        #expect(try await one.entries([StoreSamples.id(30)]).first?.judgements.count == 0)
        for number: UInt64 in 2...4 {
            let hit = StoreSamples.hit(number, voyage: 1, traveller: number, entry: 30)
            try await other.record(
                CaseworkChange(decisions: [
                    StoreSamples.decision(
                        number, .judged(hit: StoreSamples.id(number), StoreSamples.judgement(of: hit)))
                ]), audit: [])
            #expect(try await one.entries([StoreSamples.id(30)]).first?.judgements.count == Int(number) - 1)
            #expect(try await one.entries([StoreSamples.id(30)]).first?.judgements.count == Int(number) - 1)
        }
    }
}
