// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Testing
import Travel

/// An installation's own rows over the shipped ones, and what is refused.
@Suite struct GazetteerOverlayTests {
    let shipped: GazetteerIndex
    let check: GazetteerRowCheck

    init() throws {
        shipped = try GazetteerIndex(
            ports: GazetteerIndexTests.table("ports"), carriers: GazetteerIndexTests.table("carriers"),
            countries: GazetteerIndexTests.table("countries"), regions: GazetteerIndexTests.table("regions"))
        check = GazetteerRowCheck(shipped) {
            ["Asia/Jakarta": 420, "Asia/Singapore": 480, "Europe/Amsterdam": 60][$0]
        }
    }

    static func port(_ changes: [GazetteerColumn: String] = [:]) -> GazetteerRow {
        var row: [GazetteerColumn: String] = [
            .code: "XQZ", .name: "Bandara Uji", .country: "IDN", .zone: "Asia/Jakarta", .offset: "420", .mode: "air",
        ]
        row.merge(changes) { $1 }
        return GazetteerRow(row)
    }

    @Test func `every shipped row passes its own check and comes back equal`() throws {
        let offsets = Dictionary(
            shipped.ports.map { ($0.zoneName, $0.utcOffsetMinutes) }, uniquingKeysWith: { a, _ in a })
        let own = GazetteerRowCheck(shipped) { offsets[$0] }
        for table in GazetteerTable.allCases {
            for row in shipped.rows(table) { #expect(own.problems(row, in: table).isEmpty, "\(row)") }
        }
        let same = shipped.applying(GazetteerOverlay())
        #expect(same.ports == shipped.ports && same.carriers == shipped.carriers)
        #expect(same.countries == shipped.countries && same.regions == shipped.regions)
    }

    @Test func `adds, corrects and withdraws, and says where a row comes from`() throws {
        var overlay = GazetteerOverlay()
        overlay[.ports, "XQZ"] = .row(Self.port())
        overlay[.ports, "SIN"] = .row(
            Self.port([.code: "SIN", .name: "Changi Baru", .country: "SGP", .zone: "Asia/Singapore", .offset: "480"]))
        overlay[.carriers, "GA"] = .withdrawn
        let index = shipped.applying(overlay)
        #expect(index.port("XQZ")?.isDomestic == true && index.port("SIN")?.name == "Changi Baru")
        #expect(index.carrier("GA") == nil && index.ports.count == shipped.ports.count + 1)
        #expect(index.allPosts.contains { $0.code == "XQZ" })
        let origins = Dictionary(
            shipped.listings(.ports, under: overlay).map { ($0.code, $0.origin) }, uniquingKeysWith: { a, _ in a })
        #expect(origins["XQZ"] == .added && origins["SIN"] == .corrected && origins["CGK"] == .shipped)
        #expect(shipped.listings(.carriers, under: overlay).first { $0.code == "GA" }?.origin == .withdrawn)
        overlay[.carriers, "GA"] = .asShipped
        #expect(shipped.applying(overlay).carrier("GA") != nil)
        #expect(overlay.stances(.carriers).isEmpty)
    }

    @Test(
        arguments: [
            ([:], nil), ([.icao: "WIQZ", .latitude: "-6.1", .longitude: "106.6"], nil),
            ([.code: "IDXQZ", .mode: "sea"], nil), ([.code: "XQZ", .mode: "sea"], .badCode),
            ([.code: "SGXQZ"], .badCode),
            ([.code: "ID1QZ", .mode: "land"], .badCode), ([.code: "xqz"], .badCode), ([.name: ""], .missing),
            ([.name: "a\nb"], .badCharacter), ([.name: "<script>"], .badCharacter),
            ([.name: String(repeating: "a", count: 81)], .tooLong), ([.country: "ID"], .unknownCountry),
            ([.zone: "Asia/Atlantis"], .unknownZone), ([.offset: "480"], .wrongOffset),
            ([.offset: "7 jam"], .wrongOffset),
            ([.mode: "rail"], .unknownMode), ([.icao: "WI"], .badICAO),
            ([.latitude: "91", .longitude: "0"], .badCoordinate), ([.latitude: "x", .longitude: "0"], .badCoordinate),
            ([.latitude: "1"], .halfCoordinate), ([.latitude: "nan", .longitude: "0"], .badCoordinate),
        ] as [([GazetteerColumn: String], GazetteerRowProblem.Kind?)])
    func `says what is wrong with a port`(changes: [GazetteerColumn: String], kind: GazetteerRowProblem.Kind?) {
        let found = check.problems(Self.port(changes), in: .ports).map(\.kind)
        if let kind { #expect(found.contains(kind), "\(found)") } else { #expect(found.isEmpty, "\(found)") }
    }

    @Test(
        arguments: [
            ("GA", "air", nil), ("3K", "air", nil), ("GIA", "air", nil), ("12", "air", .badCode),
            ("FERRY1", "sea", nil),
            ("FERRY1", "air", .badCode), ("g", "air", .badCode), ("TOOLONGCODE", "sea", .badCode),
        ] as [(String, String, GazetteerRowProblem.Kind?)])
    func `knows the shapes of carriers' codes`(code: String, mode: String, kind: GazetteerRowProblem.Kind?) {
        let row = GazetteerRow([.code: code, .name: "Uji", .country: "IDN", .mode: mode])
        #expect(check.problems(row, in: .carriers).map(\.kind) == [kind].compactMap(\.self))
    }

    @Test func `a country may not take another's two letters`() {
        let row = GazetteerRow([.alpha3: "XQZ", .alpha2: "SG", .englishName: "Test", .indonesianName: "Uji"])
        #expect(check.problems(row, in: .countries) == [GazetteerRowProblem(.alpha2, .repeated)])
    }
}
