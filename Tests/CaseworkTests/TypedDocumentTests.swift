// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Messages
import Testing
import Travel

@Suite struct TypedDocumentTests {
    @Test func `a typed document comes back as the traveller on today's crossing`() throws {
        let document = TypedDocument(
            surname: "D'SOUZA, \"RIO\"", given: "ANA", birthDate: PartialDate(iso: "1990-02"), sex: .female,
            nationality: "TLS", documentType: "P", documentNumber: "C998877", documentIssuer: "TLS", expiry: nil)
        let post = try #require(PostCode("IDMTN"))
        let time = try #require(CivilDateTime(iso: "2026-01-15T08:30"))
        let bytes = try document.manifestBytes(mode: .land, post: post, isArrival: true, at: time)
        let message = try #require(MessageDecoder.messages(in: bytes).first)
        #expect(message.kind == .manifest)
        #expect(message.preparedAt == time)
        let traveller = try #require(message.travellers.first)
        #expect(traveller.given == "ANA")
        #expect(traveller.birthDate == PartialDate(iso: "1990-02"))
        #expect(traveller.documents.first?.number == "C998877")
        #expect(message.voyage.legs.first?.to == "IDMTN")
    }
}
