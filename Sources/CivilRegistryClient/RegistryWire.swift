// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import Identity
internal import Population

/// The bodies of the registry's web services, as public client code shows them (docs/registry.md): a question as JSON, and
/// answers in which errors come with HTTP 200 and counts cannot be trusted.
enum RegistryWire {
    /// The largest answer that is read; in data mode a photograph may come with it.
    static let limitBytes = 2 * 1024 * 1024

    /// The body of a question.
    static func body(
        _ question: RegistryQuestion, mode: RegistryServiceTerms.Mode, user: String, password: String, threshold: Int
    ) -> [UInt8] {
        var fields: [String: String] = [
            "NIK": question.nik.description, "user_id": user, "password": password,
        ]
        if mode == .verification {
            let name = [question.claim.given, question.claim.surname].compactMap(\.self).joined(separator: " ")
            if !name.isEmpty { fields["NAMA_LGKP"] = name }
            // A service compares whole dates; a partial one would be a contradiction where there is none.
            if let date = question.claim.birth?.date { fields["TGL_LHR"] = date.description }
            if let place = question.claim.birthPlace { fields["TMPT_LHR"] = place }
            if let sex = question.claim.sex, let label = label(sex) { fields["JENIS_KLMIN"] = label }
            fields["TRESHOLD"] = "\(threshold)"
        }
        let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
        return Array(data ?? Data("{}".utf8))
    }

    /// What an answer says of the number that was asked about.
    ///
    /// Only the rows of `content` count; `totalElements` and its kin are not believed. An answer of several rows, of
    /// another number, or of no known shape is ``RegistryFinding/unreadable``.
    static func outcome(
        _ body: [UInt8], of question: RegistryQuestion, mode: RegistryServiceTerms.Mode
    ) -> RegistryOutcome {
        guard let root = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else {
            return .failed(.unreachable)
        }
        guard let rows = root["content"] as? [[String: Any]] else {
            if let text = text(root, ["RESPON", "RESPONSE", "RESPONSE_DESC", "message"]) { return refusal(text) }
            return .failed(.unreachable)
        }
        guard rows.count == 1 else { return .found(rows.isEmpty ? .notFound : .unreadable) }
        let row = Dictionary(rows[0].map { ($0.key.uppercased(), $0.value) }, uniquingKeysWith: { a, _ in a })
        if let text = text(row, ["RESPON", "RESPONSE"]) { return refusal(text) }
        let finding = mode == .data ? record(row, question) : answers(row)
        return .found(finding)
    }

    static func refusal(_ text: String) -> RegistryOutcome {
        let words = text.lowercased()
        func says(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
        if says("kuota") { return .failed(.quotaExhausted) }
        if says("login gagal", "user id tidak aktif") { return .failed(.loginRefused) }
        if says("ip address") { return .failed(.addressRefused) }
        if says("instansi tidak aktif") { return .failed(.agencyInactive) }
        if says("tidak ditemukan", "not found") { return .found(.notFound) }
        if says("meninggal") { return .found(.unusable(.deceased)) }
        if says("ganda") { return .found(.unusable(.duplicate)) }
        if says("inactive", "tidak aktif", "non aktif", "nonaktif") { return .found(.unusable(.inactive)) }
        return .found(.unreadable)
    }

    private static func record(_ row: [String: Any], _ question: RegistryQuestion) -> RegistryFinding {
        guard let number = text(row, ["NIK"]), let nik = try? NIK(parsing: number), nik == question.nik,
            let name = text(row, ["NAMA_LGKP"])
        else { return .unreadable }
        let record = RegistryRecord(
            nik: nik, name: name, birthPlace: text(row, ["TMPT_LHR"]),
            birthDate: text(row, ["TGL_LHR"]).flatMap(date), sex: text(row, ["JENIS_KLMIN"]).flatMap(sex),
            familyCard: text(row, ["NO_KK"]).flatMap { FamilyCardNumber(parsing: $0) },
            relation: text(row, ["STAT_HBKEL"]).flatMap { Relation(parsing: $0) })
        return .compared(RecordComparison.answers(question.claim, record), record: record)
    }

    private static func answers(_ row: [String: Any]) -> RegistryFinding {
        if let own = text(row, ["NIK"]), degree(own) == .differs { return .notFound }
        var found: [RegistryField: FieldAnswer] = [:]
        let keys: [(String, RegistryField)] = [
            ("NAMA_LGKP", .name), ("TGL_LHR", .birthDate), ("JENIS_KLMIN", .sex), ("TMPT_LHR", .birthPlace),
        ]
        for (key, field) in keys {
            if let answer = text(row, [key]).flatMap(degree) { found[field] = answer }
        }
        return found.isEmpty ? .unreadable : .compared(found, record: nil)
    }

    /// `Sesuai`, `Tidak Sesuai`, `Sesuai (87)`; nil for anything else.
    static func degree(_ text: String) -> FieldAnswer? {
        let words = text.lowercased()
        guard words.contains("sesuai") else { return nil }
        let digits = words.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
        if let digits, (0...100).contains(digits) { return .alike(digits) }
        return words.hasPrefix("tidak") ? .differs : .agrees
    }

    static func text(_ row: [String: Any], _ keys: [String]) -> String? {
        for key in keys {
            switch row[key] {
            case let text as String:
                let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
                if !trimmed.isEmpty { return trimmed }
            case let number as NSNumber: return number.stringValue
            default: continue
            }
        }
        return nil
    }

    /// `1985-04-12`, `12-04-1985`, `1985-04-12 00:00:00`.
    private static func date(_ text: String) -> CivilDate? {
        let day = text.prefix(10)
        if let date = CivilDate(iso: day) { return date }
        let parts = day.split(whereSeparator: { $0 == "-" || $0 == "/" }).compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    }

    private static func sex(_ text: String) -> Sex? {
        switch text.lowercased().prefix(1) {
        case "l", "m": .male
        case "p", "f": .female
        default: nil
        }
    }

    private static func label(_ sex: Sex) -> String? {
        switch sex {
        case .male: "Laki-Laki"
        case .female: "Perempuan"
        case .unspecified: nil
        }
    }
}
