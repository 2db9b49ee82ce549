// SPDX-License-Identifier: Apache-2.0

import Foundation
import Intake
import SQLiteStore
import Safeguards
import TestSupport
import Testing

@Suite struct CanaryTests {
    @Test func `nothing of a message is in the data folder in the clear`() async throws {
        let folder = try TemporaryFolder()
        let vault = EphemeralKeyVault()
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        let pipeline = try IntakePipeline(store: store, tokeniser: vault, clock: { 1_768_000_000_000 })
        for input in [IntakeFixtures.pnrgov(), IntakeFixtures.manifest(), IntakeFixtures.garbage] {
            #expect(try await pipeline.take(input, origin: "feed").count == 1)
        }
        let bytes = Data(try folder.contents())
        #expect(bytes.count > 10_000)
        for canary in IntakeFixtures.canaries { #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(canary)") }
    }
}
