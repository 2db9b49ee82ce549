// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@testable import CardReader

/// The line protocol of readers: what is written is read back, and nothing else is read at all.
@Suite struct ReaderLineTests {
    private func read(_ text: String) -> Result<ReaderEvent, ReaderLineError> {
        Result { () throws(ReaderLineError) in try ReaderLine.event(Array(text.utf8)) }
    }

    @Test(arguments: 0..<400) func `an event written is read back as it was`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let event = Invented.event(&random)
        let line = Array(ReaderLine.text(event).utf8)
        #expect(line.count <= ReaderLine.limitBytes)
        #expect(!line.contains(10) && !line.contains(13))
        #expect(try ReaderLine.event(line) == event)
    }

    @Test func `the longest texts of any script fit in a line`() throws {
        let text = String(repeating: "\u{1F600}", count: CardReading.longestText)
        let reading = try #require(
            CardReading(
                number: .max, nik: Invented.nik, name: text, birthDate: CivilDate(year: 1990, month: 1, day: 1),
                birthPlace: text, sex: .female))
        let line = Array(ReaderLine.text(.reading(reading)).utf8)
        #expect(line.count <= ReaderLine.limitBytes)
        #expect(try ReaderLine.event(line) == .reading(reading))
    }

    @Test(arguments: [
        ("", ReaderLineError.notOurs), ("CERMAT-READER", .otherVersion), ("CERMAT-READER 2 READY", .otherVersion),
        ("CERMAT-READER 1", .unknownWord), ("cermat-reader 1 READY", .notOurs), ("CERMAT-READER 1 ", .unknownWord),
        ("CERMAT-READER  1 READY", .otherVersion), ("CERMAT-READER 1 ready", .unknownWord),
        ("CERMAT-READER 1 READY ", .badCoding), ("CERMAT-READER 1 READY name=", .badValue),
        ("CERMAT-READER 1 READY name=a b", .badCoding), ("CERMAT-READER 1 READY name=%00", .badValue),
        ("CERMAT-READER 1 READY name=%ff", .badCoding), ("CERMAT-READER 1 READY name=%4", .badCoding),
        ("CERMAT-READER 1 READY name=%C2%85", .badValue), ("CERMAT-READER 1 READY name=%20%20", .badValue),
        ("CERMAT-READER 1 READY name=é", .badCoding), ("CERMAT-READER 1 READY name=a name=b", .repeatedField),
        ("CERMAT-READER 1 ALIVE x=1", .unknownField), ("CERMAT-READER 1 GONE now", .badCoding),
        ("CERMAT-READER 1 ERROR", .missingField), ("CERMAT-READER 1 ERROR code=fire", .badValue),
        ("CERMAT-READER 1 READING id=1", .missingField),
        ("CERMAT-READER 1 READING nik=0102014107900009", .missingField),
        ("CERMAT-READER 1 READING id=0 nik=0102014107900009", .badValue),
        ("CERMAT-READER 1 READING id=01 nik=0102014107900009", .badValue),
        ("CERMAT-READER 1 READING id=-1 nik=0102014107900009", .badValue),
        ("CERMAT-READER 1 READING id=4294967296 nik=0102014107900009", .badValue),
        ("CERMAT-READER 1 READING id=1 nik=010201410790000", .badValue),
        ("CERMAT-READER 1 READING id=1 nik=0102014107900000", .badValue),
        ("CERMAT-READER 1 READING id=1 nik=0102014107900009 birth=1990-02-30", .badValue),
        ("CERMAT-READER 1 READING id=1 nik=0102014107900009 birth=1990-02", .badValue),
        ("CERMAT-READER 1 READING id=1 nik=0102014107900009 sex=P", .badValue),
        ("CERMAT-READER 1 READING id=1 nik=0102014107900009 photo=AAAA", .unknownField),
        ("CERMAT-READER 1 READING id=1 nik=0102014107900009 fingerprint=AAAA", .unknownField),
        ("CERMAT-HOST 1 PING", .notOurs),
    ])
    func `a line that is not quite one is none`(line: String, why: ReaderLineError) {
        #expect(read(line) == .failure(why), "\(line)")
    }

    @Test func `a line longer than the limit is none, whatever it holds`() {
        let line = "CERMAT-READER 1 READY name=" + String(repeating: "a", count: ReaderLine.limitBytes)
        #expect(read(line) == .failure(.tooLong))
    }

    @Test(arguments: 0..<300) func `damaged lines and noise are refused or read as a whole event`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var line = Array(ReaderLine.text(Invented.event(&random)).utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !line.isEmpty {
                let at = Int.random(in: 0..<line.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: line[at] = UInt8.random(in: 0...255, using: &random)
                case 1: line.remove(at: at)
                case 2: line.insert(UInt8.random(in: 0...255, using: &random), at: at)
                default: line.removeLast(line.count - at)
                }
            }
            guard let event = try? ReaderLine.event(line) else { continue }
            // What was read is an event that has one spelling, and it says nothing that the line did not.
            #expect((try? ReaderLine.event(Array(ReaderLine.text(event).utf8))) == event)
            if case .reading(let reading) = event {
                #expect(String(decoding: line, as: UTF8.self).contains(reading.nik.description))
            }
        }
    }

    @Test func `commands are read back, and others are none`() throws {
        for command in [HostCommand.ping, .stop, .taken(1), .refused(.max)] {
            #expect(try HostCommand(Array(command.text.utf8)) == command)
        }
        for line in ["CERMAT-HOST 1 PING x=1", "CERMAT-HOST 1 TAKEN", "CERMAT-HOST 1 TAKEN id=0", "CERMAT-HOST 1 GO"] {
            #expect(throws: ReaderLineError.self) { try HostCommand(Array(line.utf8)) }
        }
    }

    @Test func `a reading says nothing of its bearer where it is printed by mistake`() throws {
        let reading = try #require(CardReading(number: 7, nik: Invented.nik, name: "TIRTA WULAN"))
        for text in ["\(reading)", String(reflecting: reading), "\(ReaderEvent.reading(reading))"] {
            #expect(!text.contains("TIRTA") && !text.contains(Invented.nik.description), "\(text)")
        }
    }
}
