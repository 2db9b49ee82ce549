// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import TestSupport
import Testing

@testable import CivilRegistryClient

/// Answers about photographs as they may come: read with care, and never a crash.
@Suite struct RegistryFaceWireTests {
    private static func nik() throws -> NIK { try NIK(parsing: "0101011204850001") }

    private static func told(_ json: String) throws -> RegistryFaceOutcome {
        RegistryWire.outcome(Array(json.utf8), of: .compare(try nik(), picture: [1]))
    }

    private static let words: [(String, RegistryFaceAnswer, Double?)] = [
        (#"{"content":[{"NIK":"Sesuai","FOTO":"Sesuai (91,2)"}]}"#, .agrees, 91.2),
        (#"{"content":[{"nik":"0101011204850001","foto":"TIDAK SESUAI","score":"12.6"}]}"#, .differs, 12.6),
        (#"{"content":[{"NIK":"Sesuai","FOTO":"Sesuai"}]}"#, .agrees, nil),
        // A figure without a verdict is told as that: nobody here knows from where on it agrees.
        (#"{"content":[{"matchScore":"14.25"}]}"#, .scored, 14.25),
        (#"{"content":[{"matchScore":9}]}"#, .scored, 9),
        (#"{"content":[{"NIK":"0101015507870002","FOTO":"Sesuai (99)"}]}"#, .unreadable, nil),
        (#"{"content":[{"NIK":"Tidak Sesuai","FOTO":"Sesuai (99)"}]}"#, .notFound, nil),
        (#"{"content":[{"NIK":"Sesuai"}]}"#, .unreadable, nil),
        (#"{"content":[{"FOTO":"ya"}]}"#, .unreadable, nil),
        (#"{"content":[]}"#, .notFound, nil),
        (#"{"content":[{"FOTO":"Sesuai"},{"FOTO":"Sesuai"}]}"#, .unreadable, nil),
        (#"{"RESPON":"WAJAH TIDAK TERDETEKSI"}"#, .noFace, nil),
        (#"{"content":[{"RESPON":"Customer Meninggal Dunia"}]}"#, .deceased, nil),
        (#"{"content":[{"RESPON":"Data Ganda"}]}"#, .duplicate, nil),
        (#"{"content":[{"RESPON":"Foto Tidak Ditemukan"}]}"#, .noPhotograph, nil),
    ]

    @Test(arguments: words)
    func `says what the registry said, and no more`(json: String, answer: RegistryFaceAnswer, score: Double?) throws {
        #expect(try Self.told(json) == .found(.told(answer, score: score)))
    }

    @Test(arguments: [
        (#"{"content":[{"RESPON":"Kuota Akses Hari ini telah Habis"}]}"#, RegistryFailure.quotaExhausted),
        (#"{"content":[{"RESPON":"Instansi Tidak Aktif"}]}"#, .agencyInactive),
        (#"{"content":[{"RESPON":"IP Address Tidak Sesuai"}]}"#, .addressRefused), ("[]", .unreachable),
        ("", .unreachable),
    ])
    func `failures say nothing of the person`(json: String, why: RegistryFailure) throws {
        #expect(try Self.told(json) == .failed(why))
    }

    @Test func `a photograph comes in lines or as the address of an image, and of this number alone`() throws {
        let picture = (0..<3_000).map { UInt8(truncatingIfNeeded: $0) }
        let lines = Data(picture).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        func told(_ nik: String, _ text: String) throws -> RegistryFaceOutcome {
            let body = try JSONSerialization.data(withJSONObject: ["content": [["NIK": nik, "FOTO": text]]])
            return RegistryWire.outcome(Array(body), of: .photograph(try Self.nik()))
        }
        #expect(try told("0101011204850001", lines) == .found(.photograph(picture)))
        let address = "data:image/jpeg;base64," + Data(picture).base64EncodedString()
        #expect(try told("0101011204850001", address) == .found(.photograph(picture)))
        #expect(try told("0101015507870002", lines) == .found(.told(.unreadable, score: nil)))
        let large = Data(repeating: 1, count: 1024 * 1024 + 3).base64EncodedString()
        #expect(try told("0101011204850001", large) == .found(.told(.unreadable, score: nil)))
    }

    @Test(arguments: 0..<100) func `damaged answers are told as something`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var bytes = Array(#"{"content":[{"NIK":"0101011204850001","FOTO":"AAECAwQF","SCORE":"1.5"}],"size":1}"#.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1 where bytes.count > 2: bytes.remove(at: place)
            default: bytes.insert(bytes[place], at: place)
            }
        }
        for question in [RegistryFaceQuestion.photograph(try Self.nik()), .compare(try Self.nik(), picture: [1])] {
            switch RegistryWire.outcome(bytes, of: question) {
            case .found(.photograph(let picture)): #expect(picture.count <= bytes.count)
            case .found, .failed: break
            }
        }
    }
}
