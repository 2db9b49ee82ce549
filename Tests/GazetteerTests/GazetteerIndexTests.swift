// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Gazetteer
import Testing
import Travel

@Suite struct GazetteerIndexTests {
    static func table(_ name: String) throws -> [UInt8] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appendingPathComponent("Tables/\(name).csv")))
    }

    let index: GazetteerIndex

    init() throws {
        index = try GazetteerIndex(
            ports: Self.table("ports"), carriers: Self.table("carriers"), countries: Self.table("countries"),
            regions: Self.table("regions"))
    }

    @Test(arguments: [
        ("CGK", "IDN", 420, TravelMode.air), ("DPS", "IDN", 480, .air), ("IDSKO", "IDN", 540, .land),
        ("IDBTC", "IDN", 420, .sea), ("SIN", "SGP", 480, .air), ("DEL", "IND", 330, .air),
    ])
    func `finds a port by its code`(code: String, country: String, offset: Int, mode: TravelMode) throws {
        let port = try #require(index.port(code))
        #expect(port.country == country)
        #expect(port.utcOffsetMinutes == offset)
        #expect(port.mode == mode)
        #expect(port.isDomestic == (country == "IDN"))
    }

    @Test func `every port lies in a known country and every Indonesian one in a zone of the same offset`() throws {
        #expect(index.ports.count >= 90)
        #expect(index.carriers.count >= 60)
        for port in index.ports {
            #expect(index.country(port.country) != nil, "\(port.code)")
            guard port.isDomestic else {
                #expect(port.indonesianZone == nil)
                continue
            }
            let zone = try #require(port.indonesianZone, "\(port.code)")
            #expect(zone.utcOffsetMinutes == port.utcOffsetMinutes)
        }
        #expect(Set(index.allPosts.compactMap(\.indonesianZone)) == Set(IndonesianZone.allCases))
        #expect(Set(index.allPosts.map(\.mode)) == [.air, .sea, .land])
    }

    @Test func `converts between the port's clock and UTC over midnight`() throws {
        let jayapura = try #require(index.port("DJJ"))
        let local = try #require(CivilDateTime(iso: "2026-01-01T00:30"))
        let utc = jayapura.utcMinutes(of: local)
        #expect(CivilDateTime(minutesSinceEpoch: utc)?.description == "2025-12-31T15:30")
        #expect(jayapura.localTime(utcMinutes: utc) == local)
    }

    @Test func `unknown codes give nil`() {
        #expect(index.port("ZZZ") == nil)
        #expect(index.carrier("ZZ") == nil)
        #expect(index.carrier("GA") == "Garuda Indonesia")
        #expect(index.country("ID")?.alpha3 == "IDN")
    }

    @Test func `a bad table names the line and the column`() {
        let header = "CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\n"
        let carriers = Array("CODE,NAME,COUNTRY,MODE\n".utf8)
        #expect(throws: GazetteerError.badLine(table: .ports, line: 2, column: "OFFSET")) {
            _ = try GazetteerIndex(ports: Array((header + "AAA,A,IDN,Asia/Jakarta,x,air\n").utf8), carriers: carriers)
        }
        #expect(throws: GazetteerError.badLine(table: .ports, line: 2, column: "MODE")) {
            _ = try GazetteerIndex(ports: Array((header + "AAA,A,IDN,Asia/Jakarta,0\n").utf8), carriers: carriers)
        }
        #expect(throws: GazetteerError.repeatedCode(table: .ports, line: 3)) {
            let line = "AAA,A,IDN,Asia/Jakarta,0,air\n"
            _ = try GazetteerIndex(ports: Array((header + line + line).utf8), carriers: carriers)
        }
        #expect(throws: GazetteerError.missingColumn(table: .carriers, column: "CODE")) {
            _ = try GazetteerIndex(ports: Array(header.utf8), carriers: [])
        }
    }
}
