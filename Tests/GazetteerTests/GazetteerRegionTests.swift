// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Testing

/// Regions by the first digits of a NIK.
@Suite struct GazetteerRegionTests {
    let shipped: GazetteerIndex

    init() throws {
        shipped = try GazetteerIndex(
            ports: GazetteerIndexTests.table("ports"), carriers: GazetteerIndexTests.table("carriers"),
            regions: GazetteerIndexTests.table("regions"))
    }

    @Test func `holds every province, and each regency and city lies in one of them`() {
        let provinces = shipped.regions.filter { $0.code.count == 2 }
        #expect(provinces.count == 38 && shipped.regions.count == 38 + 514)
        for region in shipped.regions where region.code.count == 4 {
            #expect(shipped.region(String(region.code.prefix(2))) != nil, "\(region.code)")
            let isCity = (71...99).contains(Int(region.code.suffix(2)) ?? 0)
            #expect(region.name.hasPrefix(isCity ? "Kota " : "Kabupaten "), "\(region.code) \(region.name)")
        }
    }

    @Test(
        arguments: [
            (320_000, ["Jawa Barat"]), (327_301, ["Kota Bandung", "Jawa Barat"]), (110_000, ["Aceh"]),
            (329_999, ["Jawa Barat"]), (0, []), (20_101, []), (9_9999, []), (990_101, []), (-1, []), (1_000_000, []),
        ] as [(Int, [String])])
    func `names the regions of a number, the smallest first`(region: Int, names: [String]) {
        #expect(shipped.regions(ofNIK: region).map(\.name) == names)
    }

    @Test func `an installation's own rows name districts and regions that are no more`() {
        var overlay = GazetteerOverlay()
        for (code, name) in [("327301", "Uji Satu"), ("54", "Provinsi Lama"), ("0301", "Kota Awan")] {
            overlay[.regions, code] = .row(GazetteerRow([.code: code, .name: name]))
        }
        overlay[.regions, "11"] = .withdrawn
        let index = shipped.applying(overlay)
        #expect(index.regions(ofNIK: 327_301).map(\.name) == ["Uji Satu", "Kota Bandung", "Jawa Barat"])
        #expect(index.regions(ofNIK: 540_102).map(\.name) == ["Provinsi Lama"])
        #expect(index.regions(ofNIK: 30_102).isEmpty, "a part without its province says nothing")
        #expect(index.regions(ofNIK: 110_101).isEmpty, "what is withdrawn is not known")
    }

    @Test(
        arguments: [
            ("32", nil), ("3273", nil), ("327301", nil), ("00", nil), ("3", .badCode), ("327", .badCode),
            ("3273011", .badCode), ("3A", .badCode), ("", .missing),
        ] as [(String, GazetteerRowProblem.Kind?)])
    func `knows the shapes of regions' codes`(code: String, kind: GazetteerRowProblem.Kind?) {
        let check = GazetteerRowCheck(shipped) { _ in nil }
        let row = GazetteerRow([.code: code, .name: "Uji"])
        #expect(check.problems(row, in: .regions).map(\.kind) == [kind].compactMap(\.self))
    }
}
