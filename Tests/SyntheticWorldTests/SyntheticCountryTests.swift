// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Testing

@testable import SyntheticWorld

@Suite struct SyntheticCountryTests {
    static let made: Result<MemorySink, any Error> = Result { try MemorySink.world(MemorySink.configuration) }
    let world: MemorySink

    init() throws { world = try Self.made.get() }

    @Test func `equal seeds give equal bytes, others do not`() throws {
        #expect(try MemorySink.world(MemorySink.configuration).digest == world.digest)
        var other = MemorySink.configuration
        other.seed += 1
        #expect(try MemorySink.world(other).digest != world.digest)
        other = MemorySink.configuration
        other.anchorMinutes += 61
        #expect(try MemorySink.world(other).digest != world.digest)
    }

    @Test func `file names sort as the files were sent and the feed lists them all`() {
        let names = world.messages.map(\.fileName)
        #expect(names == names.sorted())
        #expect(Set(names).count == names.count)
        #expect(world.rows(.feed).map { $0[1] } == names)
        let times = world.messages.map(\.sentAt)
        #expect(times == times.sorted())
        #expect(times.contains { $0 > MemorySink.configuration.anchorMinutes })
    }

    @Test func `segment counts and terminators are wrong only where truth says so`() {
        for message in world.messages where message.kind == .paxlst || message.kind == .pnrgov {
            let checker = SegmentChecker(message.bytes)
            #expect(checker.countsAreRight != message.damages.contains(.segmentCount), "\(message.fileName)")
            #expect(checker.endsWithTerminator != message.damages.contains(.terminatorMissing), "\(message.fileName)")
            #expect(checker.all("UNH").count == checker.all("UNT").count)
            #expect(checker.tag(0) == "UNB" && checker.tag(checker.segments.count - 1) == "UNZ")
        }
    }

    @Test(arguments: SentMessageDamage.allCases) func `every damage occurs, and seldom`(damage: SentMessageDamage) {
        let share = world.messages.count { $0.damages.contains(damage) } * 1000 / world.messages.count
        if ![.parts, .partMissing].contains(damage) {
            #expect(world.messages.contains { $0.damages.contains(damage) })
        }
        #expect(share < (damage == .parts || damage == .typeB ? 250 : 40))
    }

    @Test func `identical repeats have the bytes of the first`() throws {
        for message in world.messages where message.damages.contains(.duplicate) {
            let same = world.messages.filter { $0.bytes == message.bytes }
            #expect(same.count >= 2)
        }
    }

    @Test func `declared totals are those found over all parts`() {
        var found: [String: Int] = [:]
        var declared: [String: Int] = [:]
        for message in world.messages
        where message.kind == .paxlst && message.damages.allSatisfy({ $0 == .parts || $0 == .typeB }) {
            let checker = SegmentChecker(message.bytes)
            guard let header = checker.all("UNH").first, let count = checker.all("CNT").first else { continue }
            found[header[3][0], default: 0] += checker.all("NAD").count { $0[1] != ["MS"] }
            declared[header[3][0]] = Int(count[1][1])
        }
        #expect(!found.isEmpty)
        for (reference, total) in found { #expect(declared[reference] == total, "\(reference)") }
    }

    @Test func `messages in parts begin with 01:C, end with F and lose nobody`() throws {
        let configuration = SyntheticWorldConfiguration(residents: 2000, days: 1, voyagesPerDay: 60, seed: 11)
        let country = try SyntheticCountry(configuration: configuration, gazetteer: MemorySink.gazetteer())
        var flags: [[[String]]] = []
        var last: String?
        country.forEachMessage { message in
            guard flags.count < 400, message.kind == .paxlst, message.damages == [.parts, .typeB] else { return }
            guard let header = SegmentChecker(message.bytes).all("UNH").first else { return }
            if header[3][0] == last { flags[flags.count - 1].append(header[4]) } else { flags.append([header[4]]) }
            last = header[3][0]
        }
        #expect(!flags.isEmpty)
        for parts in flags {
            #expect(parts.first == ["01", "C"])
            #expect(parts.last == [parts.count < 10 ? "0\(parts.count)" : "\(parts.count)", "F"])
            #expect(parts.dropFirst().dropLast().allSatisfy { $0.count == 1 })
        }
    }

    @Test func `sea and land are there`() {
        let texts = world.messages.filter { $0.kind == .manifest }.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(texts.contains { $0.contains("\nsea,") })
        #expect(texts.contains { $0.contains("\nland,") && $0.contains(",KB7") })
        let ships = world.messages.filter { $0.kind == .paxlst }.flatMap { SegmentChecker($0.bytes).all("TDT") }
        #expect(ships.contains { $0.count == 9 && $0[8][0].utf8.count == 7 })
    }

    @Test func `sensitive values and card numbers are there to be filtered`() {
        let text = world.messages.filter { $0.kind == .pnrgov }.map { String(decoding: $0.bytes, as: UTF8.self) }
            .joined()
        for word in ["MOML", "VGML", "WCHR", "MEDA", ":400000", ":XXXXXXXXXXXX", "HALAL"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func `reductions, changed flights, answers of the authority and documents are there`() throws {
        let lists = world.messages.filter { $0.kind == .paxlst }.flatMap { SegmentChecker($0.bytes).all("BGM") }
        #expect(Set(lists.compactMap { $0.count > 2 ? $0[2].first : nil }).isSuperset(of: ["XR", "RP", "CF", "CLOB"]))
        let listed = Set(
            world.messages.filter { $0.kind == .paxlst }.flatMap { SegmentChecker($0.bytes).all("RFF") }
                .filter { $0[1].first == "ABO" }.map { $0[1][1] })
        let answers = world.messages.filter { $0.kind == .cusres }
        #expect(!answers.isEmpty)
        for answer in answers {
            let checker = SegmentChecker(answer.bytes)
            #expect(checker.countsAreRight && checker.all("ERP").count == checker.all("ERC").count)
            let named = checker.all("RFF").filter { $0[1].first == "ABO" }.map { $0[1][1] }
            #expect(named.count == checker.all("ERP").count && listed.isSuperset(of: named))
        }
        let documents = world.messages.filter { $0.kind == .document }
        #expect(!documents.isEmpty)
        for document in documents {
            let text = String(decoding: document.bytes, as: UTF8.self)
            #expect(
                document.fileName.hasSuffix("-pnrgov-xml.xml") && document.damages.allSatisfy { !$0.isOfInterchanges })
            #expect(text.hasPrefix("<?xml") && text.hasSuffix("</IATA_PNRGOV_NotifRQ>"))
            for name in ["PNR", "Passenger", "Flight", "DOC_SSR", "CheckInInfo"] {
                let opened = text.ranges(of: "<\(name)>").count + text.ranges(of: "<\(name) ").count
                #expect(opened == text.ranges(of: "</\(name)>").count, "\(document.fileName) \(name)")
            }
        }
    }

    @Test func `one carrier has a code of its own for passports, which needs a profile`() {
        let codes = world.messages.filter { $0.kind == .paxlst && !$0.damages.contains(.lowerCase) }.flatMap {
            message in
            SegmentChecker(message.bytes).all("DOC").map { (String(message.voyage.prefix(2)), $0[1][0]) }
        }
        #expect(Set(codes.filter { $0.0 == "SV" }.map(\.1)).isSubset(of: ["PP", "I"]))
        #expect(codes.contains { $0 == ("SV", "PP") })
        #expect(!codes.contains { $0.0 != "SV" && $0.1 == "PP" })
    }

    @Test func `truth stays in its own folder`() {
        for table in WorldTable.allCases where !table.isTruth {
            let text = String(decoding: world.tables[table] ?? [], as: UTF8.self)
            #expect(!text.isEmpty)
            for pattern in CourierPattern.allCases { #expect(!text.contains(pattern.label)) }
            #expect(!text.contains("network"))
        }
        #expect(world.rows(.truthTravellers).count > 2000)
        #expect(world.rows(.truthMessages).count == world.messages.count)
    }

    @Test func `the watchlist names people on the later voyages in every form`() {
        let rows = world.rows(.watchlist)
        #expect(rows.allSatisfy { $0.count == 20 })
        #expect(Set(rows.map { $0[1] }).isSuperset(of: ["person", "document"]))
        let truth = world.rows(.truthWatchlist).filter { !$0[2].isEmpty }
        let people = Set(world.rows(.truthTravellers).map { $0[6] })
        #expect(truth.count > 5)
        #expect(truth.allSatisfy { people.contains($0[1]) })
    }

    @Test func `past seizures name travellers of the truth before the anchor`() {
        let anchor = MessageTime.iso(MemorySink.configuration.anchorMinutes + 540)
        let documents = Set(world.rows(.truthTravellers).map { $0[9] })
        let rows = world.rows(.seizures)
        #expect(!rows.isEmpty)
        for row in rows { #expect(documents.contains(row[5]) && row[1] < anchor) }
    }

    @Test func `a cancellation and a close-out are planned for Jakarta just after the anchor`() throws {
        let anchor = MemorySink.configuration.anchorMinutes
        let events = world.rows(.truthDemoEvents)
        #expect(Set(events.map { $0[1] }) == ["cancellation", "close-out"])
        for event in events {
            let at = try #require(CivilDateTime(iso: event[0])).minutesSinceEpoch
            #expect(at > anchor && at <= anchor + 300)
            #expect(event[2].hasSuffix("-CGK"))
            let naming = world.messages.filter { message in
                message.kind == .paxlst
                    && SegmentChecker(message.bytes).all("RFF").contains { $0[1] == ["ABO", event[3]] }
            }
            #expect(naming.contains { $0.sentAt <= anchor + 240 && $0.sentAt < at }, "listed before")
            let code = event[1] == "cancellation" ? "XR" : "CLOB"
            let done = naming.first { SegmentChecker($0.bytes).all("BGM").first?.last == [code] }
            #expect(done?.sentAt == at)
            #expect(done?.damages == [], "shown as it is planned")
            #expect(world.rows(.watchlist).contains { $0[8] == event[7] }, "the person is listed by document")
        }
    }

    @Test func `sizes out of range are refused with all reasons`() {
        let bad = SyntheticWorldConfiguration(residents: 0, days: 0, voyagesPerDay: 1)
        #expect(throws: SyntheticWorldError.badConfiguration([.residents, .days, .voyagesPerDay])) {
            try bad.validate()
        }
    }

    @Test func `each carrier keeps its habit, and truth says so`() {
        func share(_ damage: SentMessageDamage, _ carrier: String) -> Double {
            let own = world.messages.filter { $0.voyage.hasPrefix(carrier) }
            return Double(own.count { $0.damages.contains(damage) }) / Double(max(1, own.count))
        }
        for (damage, carrier, other) in [
            (SentMessageDamage.newReference, "QZ", "SQ"), (.late, "TR", "SQ"), (.wrongTotal, "SQ", "QZ"),
        ] { #expect(share(damage, carrier) > 2 * share(damage, other), "\(damage)") }
        let rows = world.rows(.truthTravellers)
        func missing(_ carrier: String) -> Double {
            let own = rows.filter { $0[0].hasPrefix(carrier) && $0[3] == "passenger" }
            return Double(own.count { $0[11] == "birth-missing" }) / Double(max(1, own.count))
        }
        #expect(missing("MH") > 0.1 && missing("SQ") < 0.05)
    }

    @Test func `some carriers close with those who stayed behind`() {
        let details = Set(
            world.messages.flatMap { message in
                message.kind == .paxlst ? SegmentChecker(message.bytes).all("BGM").compactMap { $0.last?.first } : []
            })
        #expect(details.isSuperset(of: ["CLOB", "CLNB", "CL"]))
    }
}
