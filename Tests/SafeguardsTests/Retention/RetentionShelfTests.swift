// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Safeguards

@Suite struct RetentionShelfTests {
    private let vault = EphemeralKeyVault()
    private let scratch: ScratchFolder
    private let shelf: RetentionShelf

    init() throws {
        scratch = try ScratchFolder()
        shelf = RetentionShelf(folder: scratch.path + "/retention")
    }

    private func save(_ mode: RetentionReport.Mode, at moment: Int64, keys: Int) throws {
        var tally = RetentionTally()
        tally[.keysDestroyed] = keys
        let report = RetentionReport(
            node: "node-1", mode: mode, cutoffs: RetentionSchedule().cutoffs(atMilliseconds: moment), tally: tally)
        _ = try shelf.save(report, text: vault.auditSigner.signed(report))
    }

    @Test func `the newest reports are listed with what they say, a changed one and a copied one as not signed`() throws
    {
        #expect(shelf.newest(9, signedBy: vault.auditSigner.publicKey).isEmpty)
        try save(.run, at: 1_000, keys: 1)
        try save(.rehearsal, at: 2_000, keys: 2)
        try save(.run, at: 10_000, keys: 3)
        let key = vault.auditSigner.publicKey
        #expect(shelf.newest(9, signedBy: key).map { $0.report?.tally[.keysDestroyed] } == [3, 2, 1])
        #expect(shelf.newest(2, signedBy: key).map(\.atMilliseconds) == [10_000, 2_000])
        #expect(shelf.newest(9, signedBy: key).map(\.mode) == [.run, .rehearsal, .run])
        #expect(shelf.newest(9, signedBy: EphemeralKeyVault().auditSigner.publicKey).allSatisfy { $0.report == nil })

        let file = shelf.folder + "/10000-run.txt"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("keys-destroyed 3", with: "keys-destroyed 4").write(
            toFile: file, atomically: true, encoding: .utf8)
        #expect(shelf.newest(1, signedBy: key).first?.report == nil)
        // A good report under another moment's or kind's name is none of that moment or kind.
        try FileManager.default.copyItem(atPath: shelf.folder + "/1000-run.txt", toPath: shelf.folder + "/3000-run.txt")
        try FileManager.default.copyItem(
            atPath: shelf.folder + "/2000-rehearsal.txt", toPath: shelf.folder + "/4000-run.txt")
        #expect(shelf.newest(3, signedBy: key).allSatisfy { $0.report == nil })
        try "x".write(toFile: shelf.folder + "/notes.txt", atomically: true, encoding: .utf8)
        #expect(shelf.newest(99, signedBy: key).count == 5)
    }

    @Test func `the last run is the newest in earnest that is signed`() throws {
        let key = vault.auditSigner.publicKey
        #expect(shelf.lastRun(signedBy: key) == nil)
        try save(.run, at: 1_000, keys: 1)
        try save(.rehearsal, at: 2_000, keys: 2)
        #expect(shelf.lastRun(signedBy: key)?.cutoffs.atMilliseconds == 1_000)
    }
}
