// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import Identity

/// Photographs on the wire. The raw form of the registry's own face service is in no public code that was found; third
/// parties' wrappers show a JPEG of at most 500 kB going out with the number and a figure coming back. So this follows the
/// form of the data and verification services, and reads what it meets with care (docs/registry.md).
extension RegistryWire {
    /// The largest photograph that is taken from an answer.
    private static let photographBytes = 1024 * 1024

    /// The body of a question; a picture goes as `FOTO` in base64, and `TRESHOLD` says that an opinion is wanted.
    static func body(_ question: RegistryFaceQuestion, user: String, password: String, threshold: Int) -> [UInt8] {
        var fields = ["NIK": question.nik.description, "user_id": user, "password": password]
        if case .compare(_, let picture) = question {
            fields["FOTO"] = Data(picture).base64EncodedString()
            fields["TRESHOLD"] = "\(threshold)"
        }
        let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
        return Array(data ?? Data("{}".utf8))
    }

    /// What an answer says of the photograph of the number that was asked about.
    static func outcome(_ body: [UInt8], of question: RegistryFaceQuestion) -> RegistryFaceOutcome {
        guard let root = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else {
            return .failed(.unreachable)
        }
        guard let rows = root["content"] as? [[String: Any]] else {
            if let text = text(root, ["RESPON", "RESPONSE", "RESPONSE_DESC", "message"]) { return faceRefusal(text) }
            return .failed(.unreachable)
        }
        guard rows.count == 1 else { return .found(.told(rows.isEmpty ? .notFound : .unreadable, score: nil)) }
        let row = Dictionary(rows[0].map { ($0.key.uppercased(), $0.value) }, uniquingKeysWith: { a, _ in a })
        if let text = text(row, ["RESPON", "RESPONSE"]) { return faceRefusal(text) }
        switch question {
        case .compare: return .found(opinion(row, of: question.nik))
        case .photograph: return .found(photograph(row, of: question.nik))
        }
    }

    private static func faceRefusal(_ text: String) -> RegistryFaceOutcome {
        let words = text.lowercased()
        func says(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
        if says("wajah tidak terdeteksi", "no face") { return .found(.told(.noFace, score: nil)) }
        if says("foto tidak ditemukan", "foto tidak tersedia", "photo not found") {
            return .found(.told(.noPhotograph, score: nil))
        }
        if says("ukuran foto", "format foto", "foto tidak valid") { return .found(.told(.pictureRefused, score: nil)) }
        if says("layanan") && says("tidak aktif", "tidak tersedia") { return .found(.told(.notOffered, score: nil)) }
        switch refusal(text) {
        case .failed(let why): return .failed(why)
        case .found(.notFound): return .found(.told(.notFound, score: nil))
        case .found(.unusable(let reason)): return .found(.told(RegistryFaceAnswer(reason), score: nil))
        case .found: return .found(.told(.unreadable, score: nil))
        }
    }

    /// `{"NIK":"Sesuai","FOTO":"Sesuai (91.2)"}`, or a figure under `SCORE` alone.
    private static func opinion(_ row: [String: Any], of nik: NIK) -> RegistryFaceFinding {
        if let own = text(row, ["NIK"]) {
            if let number = try? NIK(parsing: own) {
                if number != nik { return .told(.unreadable, score: nil) }
            } else if degree(own) == .differs {
                return .told(.notFound, score: nil)
            }
        }
        let figure = text(row, ["SCORE", "SKOR", "MATCHSCORE"]).flatMap(number)
        guard let answer = text(row, ["FOTO", "WAJAH"]) else {
            return figure.map { .told(.scored, score: $0) } ?? .told(.unreadable, score: nil)
        }
        let words = answer.lowercased()
        guard words.contains("sesuai") else { return .told(.unreadable, score: nil) }
        return .told(words.hasPrefix("tidak") ? .differs : .agrees, score: number(answer) ?? figure)
    }

    private static func photograph(_ row: [String: Any], of nik: NIK) -> RegistryFaceFinding {
        guard let number = text(row, ["NIK"]), (try? NIK(parsing: number)) == nik else {
            return .told(.unreadable, score: nil)
        }
        guard let encoded = text(row, ["FOTO"]) else { return .told(.noPhotograph, score: nil) }
        // Some send it as the address of an image, or in lines.
        let plain = encoded.hasPrefix("data:") ? encoded.drop { $0 != "," }.dropFirst() : encoded[...]
        guard let data = Data(base64Encoded: String(plain), options: .ignoreUnknownCharacters), !data.isEmpty,
            data.count <= photographBytes
        else { return .told(.unreadable, score: nil) }
        return .photograph(Array(data))
    }

    /// The first figure of a text; a comma may stand for the point.
    private static func number(_ text: String) -> Double? {
        let part = text.split { !$0.isNumber && $0 != "." && $0 != "," }.first { $0.contains { $0.isNumber } }
        return part.flatMap { Double($0.replacing(",", with: ".")) }.flatMap { $0.isFinite ? $0 : nil }
    }
}
