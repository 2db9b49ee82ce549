// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct PnrgovReaderTests {
    private func only(_ text: String) throws -> ReceivedMessage {
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        return try #require(messages.first)
    }

    @Test func `reads every value of the reference message`() throws {
        let message = try only(Samples.pnrgov())
        #expect(message.travellers.count == 1)
        let traveller = try #require(message.travellers.first)
        #expect(traveller.surname == "SANTOSO")
        #expect(traveller.given == "BUDI EKO")
        #expect(traveller.givenReceived == "BUDI EKO MR")
        #expect(traveller.documents.map(\.number) == ["C1234567"])
        #expect(traveller.seat == "12A")
        #expect(traveller.seats == [ReceivedSeat(number: "12A", from: "SIN", to: "CGK")])
        #expect(traveller.bags?.tags == ["0126012345", "0126012346"])
        #expect(traveller.bags?.weightKilograms == 31)
        #expect(traveller.checkedInAt?.description == "2026-01-15T07:45")
        let booking = try #require(message.bookings.first)
        #expect(booking.recordLocator == "X7K2PQ")
        #expect(booking.bookedAt?.description == "2025-12-02T11:22")
        #expect(booking.agency == ReceivedAgency(id: "15300000", city: "JKT", country: "ID"))
        #expect(booking.itinerary.map(\.number) == ["0835", "0825"])
        #expect(booking.itinerary.map(\.status) == ["HK", "HK"])
        #expect(booking.tickets == ["1261234567890"])
        #expect(booking.payments.map(\.currency) == ["USD"])
        #expect(booking.contacts.contains(ReceivedContact(kind: .phone, value: "628121234567")))
        #expect(booking.contacts.contains(ReceivedContact(kind: .address, value: "JL MERDEKA 1, JAKARTA, 10110, ID")))
    }

    @Test func `history and check-in make no travellers`() throws {
        let history =
            "ABI+4+X:GS+SIN++GA'DAT+T:021225:1125'SAC+++X'TIF+GONE+OLD MR:A:9'TVL+150126+SIN+CGK+GA+825:Y'RPI+1+NN'"
        let message = try only(Samples.pnrgov(end: history))
        #expect(message.travellers.count == 1)
        #expect(message.bookings.first?.itinerary.count == 2)
    }

    @Test func `a name without documents stays`() throws {
        let message = try only(Samples.pnrgov(name: "TIF+SALIM+NASIR:A:2'"))
        #expect(message.travellers.map(\.given) == ["BUDI EKO", "NASIR"])
        #expect(message.bookings.first?.travellers == [0, 1])
    }

    @Test func `documents of the whole booking and of a flight find their bearers`() throws {
        let text = Samples.pnrgov(
            name: "TIF+SALIM+DREW:A:2.1'",
            end: "TVL+160126:0930:160126:1015+CGK+SUB+GA+300:Y'"
                + "SSR+DOCS:HK:1:GA:::CGK:SUB:/P/IDN/B7654321/IDN/01JAN70/M/01AUG29/SALIM/DREW+::2'"
                + "SSR+DOCS:HK:1:GA:::CGK:SUB:/P/IDN/C1234567/IDN/12APR85/M/01AUG29/SANTOSO/BUDI/EKO+::1'")
        let message = try only(text)
        #expect(message.travellers.map { $0.documents.map(\.number) } == [["C1234567"], ["B7654321"]])
        #expect(message.travellers[1].birthDate?.description == "1970-01-01")
    }

    @Test func `infants in their parent's group are themselves`() throws {
        let text = Samples.pnrgov(
            name: "SSR+DOCS:HK:1:GA:::::/P/IDN/D1111111/IDN/20SEP24/FI/01AUG29/SANTOSO/SARI DEWI'TIF+SANTOSO+SARI:IN:2'"
                + "SSR+INFT:HK:1:GA:::SIN:CGK:SANTOSO/SARI 20SEP24+::1'")
        let message = try only(text)
        #expect(message.travellers.map { $0.documents.map(\.number) } == [["C1234567"], ["D1111111"]])
        let lap = try only(Samples.pnrgov(name: "SSR+INFT:HK:1:GA:::SIN:CGK:SANTOSO/RINA 20SEP24+::1'"))
        #expect(lap.travellers.map(\.given) == ["BUDI EKO", "RINA"])
        #expect(lap.travellers[1].birthDate?.description == "2024-09-20")
    }

    @Test func `reads contacts, identity numbers and frequent flyers`() throws {
        let text = Samples.pnrgov(
            name: "SSR+CTCE:HK:1:GA:::::BUDI..EKO//EXAMPLE.COM'SSR+CTCM:HK:1:GA:::::62 812-3456789 ID'FTI+GA:123456789'"
                + "SSR+FOID:HK:1:GA:::::NI0012341204850001'SSR+DOCO:HK:1:GA:::::/JAKARTA/V/V123/TOKYO/22DEC06/JPN'")
        let traveller = try #require(try only(text).travellers.first)
        #expect(traveller.contacts.map(\.value) == ["BUDI_EKO@EXAMPLE.COM", "628123456789"])
        #expect(traveller.nik?.description == "0012341204850001")
        #expect(traveller.loyalty == ["GA123456789"])
        #expect(traveller.documents.map(\.type) == ["P", "V"])
        #expect(traveller.documents.last?.issued?.description == "2006-12-22")
        #expect(traveller.birthPlace == "JAKARTA")
    }

    @Test func `codeshares come by a second TVL or by TRA`() throws {
        let text = Samples.pnrgov().replacing("+SIN+CGK+GA+825:Y'", with: "+SIN+CGK+KL:GA+4567:Y'TVL+++++825:Y'")
        let message = try only(text)
        #expect(message.voyage.codeshares == ["KL4567"])
        #expect(message.bookings.first?.itinerary.last?.operating == "GA0825")
    }

    @Test func `split bookings and cancelled ones say so`() throws {
        let split = try only(Samples.pnrgov(end: "EQN+1'RCI+GA:ABCDEF'"))
        #expect(split.bookings.first?.splitFrom == "ABCDEF")
        let cancelled = try only(
            "UNB+IATA:1+GA+ID+260114:0930+1'UNH+1+PNRGOV:13:1:IA'MSG+:141'ORG+GA'TVL+150126:0930::1015+SIN+CGK+GA+825'EQN+1'"
                + "SRC'RCI+GA:X7K2PQ'ORG'UNT+8+1'UNZ+1+1'")
        #expect(cancelled.bookings.first?.isCancelled == true)
    }
}
