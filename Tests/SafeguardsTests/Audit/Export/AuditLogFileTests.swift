// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct AuditLogFileTests {
    private let signer = EphemeralKeyVault().auditSigner
    private let chain = AuditSamples.chain(12)
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func lines(from first: Int = 1) throws -> [String] {
        let before = first == 1 ? AuditChain.genesis(node: "cgk-1") : chain[first - 2].head
        let end = try signer.checkpoint(node: "cgk-1", head: chain[11].head, atMilliseconds: 9)
        return [AuditLogHeader(node: "cgk-1", before: before).description]
            + chain.dropFirst(first - 1).map { String(decoding: AuditLogRecord.line($0), as: UTF8.self) }
            + [end.description]
    }

    private func report(_ text: String, _ points: [AuditCheckpoint] = []) throws -> AuditLogReport {
        try folder.write("audit.log", text)
        return try AuditLogFile(FileSlice(path: folder.path + "/audit.log")).verify(
            checkpoints: points, publicKey: signer.publicKey)
    }

    private func report(_ lines: [String]) throws -> AuditLogReport {
        try report(lines.map { $0 + "\n" }.joined())
    }

    private func broken(_ number: Int64, _ kind: AuditFault.Kind) -> AuditVerdict {
        .broken(AuditFault(sequence: number, kind: kind))
    }

    @Test func `a whole log holds, from its beginning and from any record on`() throws {
        for first in 1...12 {
            let found = try report(try lines(from: first))
            #expect(found.verdict == .intact(chain[11].head) && found.first == Int64(first))
        }
        #expect(try report(lines(from: 5)).description.contains("nothing before it was checked"))
    }

    @Test func `records read back as they were written`() throws {
        for link in chain { #expect(AuditLogRecord.link(AuditLogRecord.line(link)) == link) }
        let line = String(decoding: AuditLogRecord.line(chain[0]), as: UTF8.self)
        for other in ["", line + " ", " " + line, "0" + line, "+" + line, line + "=", line.uppercased(), line + "\n"] {
            #expect(AuditLogRecord.link(Array(other.utf8)) == nil, "\(other)")
        }
    }

    @Test func `deleted, moved and repeated lines are named`() throws {
        let whole = try lines()
        for index in 1...12 {
            var changed = whole
            changed.remove(at: index)
            let number = Int64(index)
            #expect(try report(changed).verdict == broken(number, index == 12 ? .cut : .missing))
            changed.insert(whole[index], at: 1)
            #expect(try report(changed).verdict == (index == 1 ? .intact(chain[11].head) : broken(1, .reordered)))
            changed = whole
            changed.insert(whole[index], at: 13)
            #expect(try report(changed).verdict == broken(number, .reordered))
        }
        #expect(try report(Array(whole.dropFirst())).verdict == broken(0, .altered))
        #expect(try report(whole + [whole[3]]).verdict == broken(13, .altered), "a line after the end")
    }

    @Test func `a file that stops early is cut there`() throws {
        let whole = try lines()
        for count in 1...12 {
            #expect(try report(Array(whole.prefix(count))).verdict == broken(Int64(count), .cut))
        }
        let text = whole.map { $0 + "\n" }.joined()
        #expect(try report(String(text.dropLast())).verdict == broken(13, .cut))
        let torn = whole.prefix(6).map { $0 + "\n" }.joined() + whole[6].prefix(60)
        #expect(try report(torn).verdict == broken(6, .cut))
    }

    @Test(arguments: 0..<200) func `any changed byte is found in its record`(seed: UInt64) throws {
        var rng = SeededBits(seed: seed)
        let whole = try lines()
        let index = Int.random(in: 1...12, using: &rng)
        var bytes = Array(whole[index].utf8)
        let position = Int.random(in: 0..<bytes.count, using: &rng)
        bytes[position] ^= UInt8(1 << Int.random(in: 0..<7, using: &rng))
        var changed = whole
        changed[index] = String(decoding: bytes, as: UTF8.self)
        let found = try report(changed).verdict
        guard case .broken(let fault) = found else {
            Issue.record("seed \(seed): \(found)")
            return
        }
        #expect(fault.sequence == Int64(index), "seed \(seed): \(fault)")
    }

    @Test func `checkpoints before a part are counted, later ones must hold`() throws {
        let text = try lines(from: 6).map { $0 + "\n" }.joined()
        let points = try [chain[2], chain[7]].map {
            try signer.checkpoint(node: "cgk-1", head: $0.head, atMilliseconds: 3)
        }
        let found = try report(text, points)
        #expect(found.verdict == .intact(chain[11].head) && found.checkpointsBefore == 1)
        let other = AuditSamples.chain(12, seed: 5)
        let foreign = try signer.checkpoint(node: "cgk-1", head: other[7].head, atMilliseconds: 3)
        #expect(try report(text, [foreign]).verdict == .broken(AuditFault(records: 6...8, kind: .rewritten)))
    }

    @Test func `a header has one spelling`() throws {
        let line = try lines()[0]
        #expect(AuditLogHeader(Array(line.utf8))?.description == line)
        let damaged = [
            line + " ", line.replacing(" 0 ", with: " 00 "), line.replacing("log 1", with: "log 2"),
            line.replacing("cgk-1", with: "CGK"), "",
        ]
        for text in damaged { #expect(AuditLogHeader(Array(text.utf8)) == nil, "\(text)") }
    }
}
