// SPDX-License-Identifier: Apache-2.0

import Edifact
import Testing
import Travel

@testable import Messages

@Suite struct SmallTextTests {
    @Test(arguments: 0...40) func `texts of any length are those of the standard initialiser`(count: Int) {
        let letters = Array("abcXYZ0123 -/'?zyxwvutsrqponmlkjihgfedcbaABCDEFG".utf8)
        letters.withUnsafeBufferPointer { buffer in
            for start in 0..<3 {
                let view = EdifactBytes(
                    base: buffer.baseAddress! + start, count: min(count, letters.count - start - 16))
                let plain = String(decoding: view.buffer, as: UTF8.self)
                #expect(view.verbatim == plain)
                #expect(view.upperCasedText == plain.uppercased())
                #expect(view.upperCasedText.utf8.count == view.count)
                #expect(Set([view.upperCasedText]).contains(plain.uppercased()))
            }
        }
    }

    @Test(arguments: ["é", "JOSÉ", "ÅNGSTRÖM", "ñandú y más"]) func `text beyond ASCII is kept`(text: String) {
        text.withView { view in
            #expect(view.verbatim == text)
            #expect(view.upperCasedText == text.uppercased())
        }
    }

    @Test func `bytes that are no UTF-8 are read as ISO 8859-1`() {
        let bytes: [UInt8] = [0x4A, 0x4F, 0x53, 0xC9] + [UInt8](repeating: 0, count: 16)
        bytes.withUnsafeBufferPointer { buffer in
            #expect(EdifactBytes(base: buffer.baseAddress!, count: 4).upperCasedText == "JOSÉ")
        }
    }
}

@Suite struct TravellerLayoutTests {
    @Test func `the texts of a traveller lie side by side from the first byte on`() {
        #expect(MemoryLayout<ReceivedTraveller>.offset(of: \.surname) == 0)
        #expect(MemoryLayout<ReceivedTraveller>.offset(of: \.seat) == (ReceivedTraveller.textCount - 1) * 16)
    }

    @Test(arguments: ["SHORT", "a text of more than fifteen bytes"]) func `a traveller is like new when reset`(
        text: String
    ) {
        var traveller = ReceivedTraveller(role: .crew)
        for place in [\ReceivedTraveller.surname, \.given, \.address, \.nationality, \.recordLocator, \.seat] {
            traveller[keyPath: place] = text
        }
        traveller.bags = ReceivedBags(count: 2, tags: [text], pieces: [ReceivedBagPiece(tag: text)])
        traveller.seats = [ReceivedSeat(number: text)]
        traveller.contacts = [ReceivedContact(kind: .phone, value: text)]
        traveller.tickets = [text, text]
        traveller.reset()
        #expect(traveller == ReceivedTraveller(role: .unknown))
    }
}
