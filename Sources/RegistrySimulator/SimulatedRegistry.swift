// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
public import Identity
internal import Population

/// What the simulated service answers to a question, without HTTP: a faithful imitation of shapes and errors that public
/// client code shows, over an index of invented residents. No part of it is the registry's.
public actor SimulatedRegistry {
    private let index: PopulationIndex
    public private(set) var behaviour: SimulatorBehaviour
    private let day: @Sendable () -> Int64
    private var counted: (day: Int64, answers: Int) = (0, 0)
    /// How often each question was answered, by its body without the password.
    private var ledger: [String: Int] = [:]

    /// - Parameter day: the number of the registry's day, for its quota.
    public init(index: PopulationIndex, behaviour: SimulatorBehaviour, day: @escaping @Sendable () -> Int64) {
        self.index = index
        self.behaviour = behaviour
        self.day = day
    }

    /// Changes how the service behaves from now on.
    public func set(_ behaviour: SimulatorBehaviour) { self.behaviour = behaviour }

    /// How many questions were answered, and how many of those were answered before.
    public var tally: (answers: Int, repeated: Int) {
        (ledger.values.reduce(0, +), ledger.values.reduce(0) { $0 + $1 - 1 })
    }

    /// The JSON of an answer; nil where the service is down.
    func answer(_ fields: [String: String]) -> [UInt8]? {
        guard !behaviour.isDown else { return nil }
        guard fields["user_id"] == behaviour.user, fields["password"] == behaviour.password else {
            return page([["RESPON": error("Login Gagal")]])
        }
        let today = day()
        if counted.day != today { counted = (today, 0) }
        guard counted.answers < behaviour.dailyQuota else {
            return page([["RESPON": error("Kuota Akses Hari ini telah Habis")]])
        }
        counted.answers += 1
        var question = fields
        question["password"] = nil
        ledger[
            question.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&"), default: 0] += 1
        guard let nik = (fields["NIK"] ?? fields["nik"]).flatMap({ try? NIK(parsing: $0) }),
            let row = index.row(of: nik), let resident = index.resident(row: row)
        else { return page([["RESPON": error("Data Tidak Ditemukan")]]) }
        return page([fields["TRESHOLD"] == nil ? data(resident) : verified(resident, fields)])
    }

    private func data(_ resident: IndexedResident) -> [String: Any] {
        [
            "NIK": resident.nik.description, "NO_KK": resident.familyCard.description, "NAMA_LGKP": resident.name,
            "TMPT_LHR": resident.birthPlace, "TGL_LHR": resident.birthDate.description,
            "JENIS_KLMIN": resident.sex == .female ? "Perempuan" : "Laki-Laki",
            "STAT_HBKEL": resident.relation.label, "NAMA_LGKP_AYAH": resident.fatherName, "EKTP_STATUS": "SUDAH",
        ]
    }

    private func verified(_ resident: IndexedResident, _ fields: [String: String]) -> [String: Any] {
        let threshold = fields["TRESHOLD"].flatMap { Int($0) } ?? 100
        let record = RegistryRecord(
            nik: resident.nik, name: resident.name, birthPlace: resident.birthPlace, birthDate: resident.birthDate,
            sex: resident.sex)
        let claim = TravellerClaim(
            surname: nil, given: fields["NAMA_LGKP"], birth: fields["TGL_LHR"].flatMap { PartialDate(iso: $0) },
            sex: fields["JENIS_KLMIN"].map { $0.lowercased().hasPrefix("p") ? .female : .male },
            birthPlace: fields["TMPT_LHR"])
        var row: [String: Any] = ["NIK": "Sesuai"]
        for (field, answer) in RecordComparison.answers(claim, record) {
            row[key(field)] =
                switch answer {
                case .agrees: "Sesuai"
                case .differs: "Tidak Sesuai"
                case .alike(let percent): (percent >= threshold ? "Sesuai" : "Tidak Sesuai") + " (\(percent))"
                }
        }
        return row
    }

    private func key(_ field: RegistryField) -> String {
        switch field {
        case .name: "NAMA_LGKP"
        case .birthDate: "TGL_LHR"
        case .sex: "JENIS_KLMIN"
        case .birthPlace: "TMPT_LHR"
        }
    }

    private func error(_ text: String) -> String { behaviour.shouts ? text.uppercased() : text }

    private func page(_ content: [[String: Any]]) -> [UInt8] {
        let count = behaviour.liesAboutCounts ? 0 : content.count
        let body: [String: Any] = [
            "content": content, "lastPage": true, "numberOfElements": count, "totalElements": count * 7, "number": 0,
            "size": 1, "sort": NSNull(), "firstPage": true,
        ]
        let data = try? JSONSerialization.data(withJSONObject: body, options: [.sortedKeys])
        return Array(data ?? Data())
    }
}
