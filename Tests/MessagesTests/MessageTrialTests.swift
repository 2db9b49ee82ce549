// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

@Suite struct MessageTrialTests {
    private static let list = """
        UNA:+.? '
        UNB+UNOA:4+GA+IDCUST+261118:0900+1'
        UNH+1+PAXLST:D:05B:UN:IATA'
        BGM+745'
        TDT+20+GA0825+++GA'
        LOC+125+SIN'
        DTM+189:2611180930:201'
        LOC+87+CGK'
        DTM+232:2611181015:201'
        NAD+FL+++SANTOSO:BUDI'
        ATT+2++M'
        DTM+329:850412'
        NAT+2+IDN'
        DOC+P:110:111+C1234567'
        NAD+FL+++KENARI:LARAS'
        ATT+2++F'
        DOC+P:110:111+C7654321'
        CNT+42:2'
        UNT+17+1'
        UNZ+1+1'
        """

    private func fields(_ trial: MessageTrial, _ number: Int) -> Set<ReadField> {
        Set((trial.readings[number] ?? []).map(\.field))
    }

    @Test func `says what was read from each segment`() throws {
        let trial = try #require(MessageTrials(Array(Self.list.utf8)).trials.first)
        #expect(trial.message.travellers.count == 2)
        #expect(fields(trial, 1) == [.sender, .recipient, .preparedAt])
        #expect(fields(trial, 5) == [.port])
        #expect(fields(trial, 9).isSuperset(of: [.surname, .given]))
        #expect(!fields(trial, 9).contains(.document))
        #expect(fields(trial, 10) == [.sex])
        #expect(fields(trial, 11) == [.birthDate])
        #expect(fields(trial, 13).contains(.document))
        #expect(trial.readings[16]?.contains(ReadValue(.traveller(1), .document, "P C7654321")) == true)
        #expect(trial.readings[13]?.contains { $0.owner == .traveller(1) } == false)
    }

    @Test func `numbers its pieces as warnings do, and shows what does not count apart`() throws {
        let trial = try #require(MessageTrials(Array((Self.list + "\ntrailing rubbish").utf8)).trials.first)
        #expect(trial.text.unit == .segment)
        #expect(trial.text.pieces.compactMap(\.number) == Array(1...19))
        #expect(trial.text.pieces.first?.number == nil && trial.text.pieces.first?.text == "UNA:+.? '")
        #expect(trial.text.pieces.first { $0.number == 9 }?.tag == "NAD")
    }

    @Test func `tells overwritten values from the sender's own characters`() throws {
        let text = Self.list.replacing("ATT+2++M'", with: "FTX+AAA+++XXXX CARD 4111111111111111'\nATT+2++M'")
        let trial = try #require(MessageTrials(Array(text.utf8)).trials.first)
        let piece = try #require(trial.text.pieces.first { $0.tag == "FTX" })
        #expect(trial.filtered == [.card: 1])
        #expect(piece.runs.filter(\.isOverwritten).map(\.text) == ["XXXXXXXXXXXX"])
        #expect(piece.runs.first?.text.contains("XXXX CARD") == true)
    }

    @Test func `every row of a manifest is its traveller's`() throws {
        let csv = """
            CARRIER,NUMBER,FROM,TO,DEPARTURE,SURNAME,GIVEN,DOC_NO
            GA,0825,SIN,CGK,2026-11-18T09:30,KENARI,LARAS,C1
            GA,0825,SIN,CGK,2026-11-18T09:30,SANTOSO,,C2
            """
        let trial = try #require(MessageTrials(Array(csv.utf8)).trials.first)
        #expect(trial.text.unit == .line)
        #expect(trial.readings[2]?.contains(ReadValue(.traveller(0), .surname, "KENARI")) == true)
        #expect(trial.readings[3]?.contains(ReadValue(.traveller(1), .surname, "SANTOSO")) == true)
    }

    @Test func `reads what a booking's segments give, names in two places included`() throws {
        let text = """
            UNB+IATA:1+GA+IDPNRGOV+260114:0930+42++PNRGOV'
            UNH+42+PNRGOV:13:1:IA+GA825/150126/0930'
            MSG+:22'
            ORG+GA:SIN'
            TVL+150126:0930:150126:1015+SIN+CGK+GA+825'
            EQN+1'
            SRC'
            RCI+GA:X7K2PQ::021225:1122'
            TIF+SANTOSO+BUDI MR:A:1'
            SSR+DOCS:HK:1:GA:::::/P/IDN/C1234567/IDN/12APR85/M/01AUG29/SANTOSO/BUDI'
            FOP+CA::310.00'
            UNT+11+42'
            UNZ+1+42'
            """
        let trial = try #require(MessageTrials(Array(text.utf8)).trials.first)
        let docs = try #require(trial.text.pieces.first { $0.tag == "SSR" }?.number)
        let tif = try #require(trial.text.pieces.first { $0.tag == "TIF" }?.number)
        #expect(trial.readings[docs]?.contains(ReadValue(.traveller(0), .document, "P C1234567")) == true)
        #expect(fields(trial, tif).contains(.surname))
        #expect(fields(trial, try #require(trial.text.pieces.first { $0.tag == "FOP" }?.number)) == [.payment])
        #expect(fields(trial, try #require(trial.text.pieces.first { $0.tag == "RCI" }?.number)).contains(.locator))
    }

    @Test func `counts messages beyond the limit without reading them`() {
        let many = String(repeating: Self.list + "\n", count: MessageTrials.limitMessages + 3)
        let trials = MessageTrials(Array(many.utf8))
        #expect(trials.found == MessageTrials.limitMessages + 3 && trials.trials.count == MessageTrials.limitMessages)
    }
}
