// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@testable import Manifests

/// What is handed in is what the manifest reader reads.
@Suite struct CanonicalManifestTests {
    @Test func `the reader of messages reads back what is written`() throws {
        var draft = try Invented.draft(ManifestDraftTests.indonesian)
        draft.voyage.number = "12"
        let group = try #require(draft.read().groups.first)
        var manifest = CanonicalManifest()
        let time = try #require(CivilDateTime(iso: "2026-03-12T08:00"))
        manifest.add(group.voyage, group.travellers, revision: .init(list: "1", number: 3), at: time)
        let message = try #require(MessageDecoder.messages(in: manifest.bytes).first)
        #expect(message.kind == .manifest && message.status == .accepted, "\(message.warnings)")
        #expect(message.revision == 3 && message.sender == "BF" && message.preparedAt == time)
        #expect(message.voyage.legs.first?.from == "IDBTC" && message.voyage.conveyance.name == "MV OCEANNA 5")
        #expect(message.travellers.map(\.surname) == group.travellers.map(\.surname))
        #expect(message.travellers.map(\.birthDate) == group.travellers.map(\.birthDate))
        #expect(message.travellers.map(\.birthPlace) == ["BATAM", "SINGAPURA", "JOHOR"])
        #expect(message.travellers.map { $0.documents.first?.number } == ["C1234567", "K7654321", "A98765432"])
        #expect(message.travellers.map(\.seat) == ["12A", "12B", "12C"])
        let text = String(decoding: manifest.bytes, as: UTF8.self)
        #expect(!text.contains("Islam") && !text.contains("Buddha"), "columns that are not needed stay outside")
    }

    @Test func `an empty list withdraws, quotes and commas survive`() throws {
        var voyage = ListVoyage()
        voyage.operatorCode = "BF"
        voyage.mode = .sea
        voyage.from = "SGHBF"
        voyage.to = "IDBTC"
        voyage.departure = CivilDateTime(iso: "2026-03-12T09:00")
        voyage.conveyance = "MV \"A, B\""
        let time = try #require(CivilDateTime(iso: "2026-03-12T08:00"))
        var manifest = CanonicalManifest()
        manifest.add(voyage, [], revision: .init(list: "2", number: 2), at: time)
        let message = try #require(MessageDecoder.messages(in: manifest.bytes).first)
        #expect(message.travellers.isEmpty && message.reference == "2")
        #expect(message.voyage.conveyance.name == "MV \"A, B\"")
    }
}
