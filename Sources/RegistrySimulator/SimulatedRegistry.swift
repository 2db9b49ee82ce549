// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
public import Identity
internal import Population

/// What the simulated service answers to a question, without HTTP: a faithful imitation of shapes and errors that public
/// client code shows, over an index of invented residents. No part of it is the registry's.
public actor SimulatedRegistry {
    private let index: PopulationIndex
    private let photographs: SimulatedPhotographs
    public private(set) var behaviour: SimulatorBehaviour
    private let day: @Sendable () -> Int64
    private var counted: (day: Int64, answers: Int) = (0, 0)
    /// How often each question was answered, by its body without the password.
    private var ledger: [String: Int] = [:]

    /// - Parameter day: the number of the registry's day, for its quota.
    public init(
        index: PopulationIndex, photographs: SimulatedPhotographs = .none, behaviour: SimulatorBehaviour,
        day: @escaping @Sendable () -> Int64
    ) {
        self.index = index
        self.photographs = photographs
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
    func answer(_ fields: [String: String]) async -> [UInt8]? {
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
        // A picture is not kept, not even here.
        question["FOTO"] = fields["FOTO"].map { "\($0.hashValue)" }
        ledger[
            question.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&"), default: 0] += 1
        guard let nik = (fields["NIK"] ?? fields["nik"]).flatMap({ try? NIK(parsing: $0) }),
            let row = index.row(of: nik), let resident = index.resident(row: row)
        else { return page([["RESPON": error("Data Tidak Ditemukan")]]) }
        if let sent = fields["FOTO"] { return page([await compared(sent, resident, fields)]) }
        return page([fields["TRESHOLD"] == nil ? data(resident) : verified(resident, fields)])
    }

    /// Whether a sent picture shows the resident, as the service says it.
    private func compared(_ sent: String, _ resident: IndexedResident, _ fields: [String: String]) async -> [String:
        Any]
    {
        guard let compare = photographs.compare else {
            return ["RESPON": error("Layanan Verifikasi Wajah Tidak Aktif")]
        }
        guard let picture = Data(base64Encoded: sent) else { return ["RESPON": error("Format Foto Tidak Sesuai")] }
        guard picture.count <= SimulatedPhotographs.limitBytes else {
            return ["RESPON": error("Ukuran Foto Melebihi Batas")]
        }
        guard let kept = photographs.photograph(resident.nik) else { return ["RESPON": error("Foto Tidak Ditemukan")] }
        guard let percent = await compare(Array(picture), kept) else {
            return ["RESPON": error("Wajah Tidak Terdeteksi")]
        }
        let threshold = fields["TRESHOLD"].flatMap { Double($0) } ?? 100
        let verdict = percent >= threshold ? "Sesuai" : "Tidak Sesuai"
        return ["NIK": "Sesuai", "FOTO": verdict + " (\((percent * 100).rounded() / 100))"]
    }

    private func data(_ resident: IndexedResident) -> [String: Any] {
        var row: [String: Any] = [
            "NIK": resident.nik.description, "NO_KK": resident.familyCard.description, "NAMA_LGKP": resident.name,
            "TMPT_LHR": resident.birthPlace, "TGL_LHR": resident.birthDate.description,
            "JENIS_KLMIN": resident.sex == .female ? "Perempuan" : "Laki-Laki",
            "STAT_HBKEL": resident.relation.label, "NAMA_LGKP_AYAH": resident.fatherName, "EKTP_STATUS": "SUDAH",
        ]
        if let photograph = photographs.photograph(resident.nik) {
            row["FOTO"] = Data(photograph).base64EncodedString()
        }
        return row
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
