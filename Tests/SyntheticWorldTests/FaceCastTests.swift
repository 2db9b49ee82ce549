// SPDX-License-Identifier: Apache-2.0

import Foundation
import Portraits
import Synchronization
import Testing

@testable import SyntheticWorld

@Suite struct FaceCastTests {
    private func country(seed: UInt64 = 11) throws -> SyntheticCountry {
        var plan = MemorySink.configuration
        plan.seed = seed
        return try SyntheticCountry(configuration: plan, gazetteer: try MemorySink.gazetteer())
    }

    @Test func `cards are of coming travellers first, then of residents, each person once and grown up`() throws {
        let country = try country()
        let cast = FaceCast(country)
        let travelling = cast.travellers(atMost: .max)
        #expect(travelling.count > 50)
        #expect(travelling.allSatisfy { $0.passport != nil })
        #expect(travelling.contains { $0.nik == nil } && travelling.contains { $0.nik != nil })
        let wished = travelling.count + 40
        let cards = cast.cards(atMost: wished)
        #expect(cards.count == wished)
        #expect(cards.prefix(travelling.count).map(\.numbers) == travelling.map(\.numbers))
        #expect(Set(cards.map(\.subject.identity)).count == wished)
        let today = country.configuration.anchorMinutes / 1440
        #expect(cards.allSatisfy { $0.subject.age(onDay: today) >= FaceStudio.cardAge })
        #expect(cast.cards(atMost: 5).count == 5)
        #expect(cast.cards(atMost: 0).isEmpty)
    }

    @Test func `a person of interest passes as often as asked and no oftener`() throws {
        let cast = FaceCast(try country())
        let passing = cast.passersBy(20, every: 10)
        #expect(passing.count == 20)
        #expect(passing.indices.filter { passing[$0].listID != nil } == [9, 19])
        #expect(passing[9].identity != passing[19].identity)
    }

    @Test func `those who are measured are of different households`() throws {
        let people = FaceCast(try country()).unrelated(atMost: 60)
        let households = people.compactMap { person -> Int? in
            if case .resident(let household, _) = person.identity { household } else { nil }
        }
        #expect(people.count == 60 && Set(households).count == 60)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.heads + "/stamp")))
    func `an album has the same bytes again, bears its mark and counts to its end`() throws {
        let country = try country()
        let studio = FaceStudio(country, shapes: try HeadShapes(folder: Self.heads))
        let counted = Mutex<[Int]>([])
        func album() throws -> [String: Data] {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: folder) }
            let plan = FaceAlbumPlan(cards: 1, wanted: 0, passersBy: 0)
            let total = try FaceAlbum(country, studio: studio, folder: folder).write(plan) { done, total in
                #expect(total == 2)
                counted.withLock { $0.append(done) }
            }
            #expect(total == 2)
            var files: [String: Data] = [:]
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                files[path] = try? Data(contentsOf: folder.appendingPathComponent(path))
            }
            return files
        }
        let (first, again) = (try album(), try album())
        #expect(first == again)
        #expect(counted.withLock { $0 } == [1, 2, 1, 2])
        let pictures = first.filter { $0.key.hasSuffix(".jpg") }
        #expect(pictures.count == 2)
        #expect(pictures.values.allSatisfy { $0.range(of: Data(InventedMark.words.utf8)) != nil })
        #expect(first["faces/registry/000001.jpg"] != first["faces/counter/000001.jpg"])
        let list = String(decoding: first["faces/registry.csv"] ?? Data(), as: UTF8.self)
        #expect(list.hasPrefix("PICTURE,NIK,DOC_NO,DOC_ISSUER\nregistry/000001.jpg,"))
    }

    /// What scripts/setup.sh heads put into this working copy.
    private static let heads = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".cermat/heads").path
}
