// SPDX-License-Identifier: Apache-2.0

import Safeguards
import Testing

@Suite struct CheckpointFileTests {
    private let signer = EphemeralKeyVault().auditSigner
    private let chain = AuditSamples.chain(4)
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func point(_ index: Int) throws -> AuditCheckpoint {
        try signer.checkpoint(node: "cgk-1", head: chain[index].head, atMilliseconds: 7)
    }

    @Test func `lines are added, and read from file and folder`() throws {
        let file = CheckpointFile(folder: folder.path, node: "cgk-1")
        for index in 0..<4 { try file.append(try point(index)) }
        for place in [folder.path, file.path] {
            let lines = CheckpointLines(try CheckpointLines.bytes(at: place, node: "cgk-1"))
            #expect(lines.checkpoints == (try (0..<4).map { try point($0) }))
            #expect(lines.torn.isEmpty && lines.unreadable.isEmpty && lines.description.isEmpty)
        }
    }

    @Test func `a line torn by a power cut is ended and passed over`() throws {
        let line = try point(1).description
        for length in [1, 20, 90, line.count - 1] {
            try folder.write("cgk-1.checkpoints", try point(0).description + "\n" + line.prefix(length))
            try CheckpointFile(folder: folder.path, node: "cgk-1").append(try point(2))
            let lines = CheckpointLines(try CheckpointLines.bytes(at: folder.path, node: "cgk-1"))
            #expect(lines.checkpoints == [try point(0), try point(2)])
            #expect(lines.torn == [2] && lines.unreadable.isEmpty)
        }
    }

    @Test func `a line that somebody changed is named`() throws {
        let line = try point(0).description
        for changed in [line.uppercased(), "x" + line, line + "0", "hello"] {
            #expect(CheckpointLines(Array((line + "\n" + changed + "\n").utf8)).unreadable == [2], "\(changed)")
        }
    }

    @Test func `an absent folder is not made`() throws {
        let file = CheckpointFile(folder: folder.path + "/mount", node: "cgk-1")
        do {
            try file.append(try point(0))
            Issue.record("written")
        } catch let error as SafeguardsError {
            #expect(error.code == "checkpoint-not-written" && error.description.contains("mounted"))
        }
    }
}
