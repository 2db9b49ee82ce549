// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Civil
internal import Foundation
internal import Identity
internal import Population

/// `cermat registry show`: what an index and the changes beside it say of one number.
struct RegistryShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what the index holds of one number, letter for letter, or check the whole file.")

    @Option(help: "The index file.")
    var registry: String

    @Argument(help: "A NIK of sixteen digits.")
    var nik: String?

    @Flag(help: "Compute the checksums of all parts, which reads the whole file; without a number this is all.")
    var verify = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard nik != nil || verify else { throw ValidationError("give a NIK, or --verify") }
        let index = try PopulationIndex(path: registry, isVerifying: verify)
        guard let nik else {
            let changes = index.latestChange.map { ", changes until \($0)" } ?? ""
            print("\(index.residentCount) residents\(changes), version \(index.version), all checksums hold")
            if let details = try PopulationDetails(beside: registry, of: index, isVerifying: true) {
                print("details of \(details.count) residents, all checksums hold")
            }
            return
        }
        guard let number = try? NIK(parsing: nik) else { throw ValidationError("a NIK has sixteen digits") }
        let cards = index.familyCards(of: number).filter { $0.until != nil }
        guard let row = index.row(of: number), let resident = index.resident(row: row) else {
            try show([], cards)
            throw CommandFailure.exit("the index does not hold this number")
        }
        let fields = [
            ("NIK", resident.nik.description), ("NO_KK", resident.familyCard.description),
            ("NAMA_LGKP", resident.name), ("TMPT_LHR", resident.birthPlace),
            ("TGL_LHR", resident.birthDate.description), ("JENIS_KLMIN", resident.sex.rawValue),
            ("STAT_HBKEL", resident.relation.label), ("NAMA_LGKP_AYAH", resident.fatherName),
            ("KODE_WILAYAH", resident.region.description),
        ]
        // An index is shown without what belongs to another one.
        var details: ResidentDetails?
        var refusal: PopulationIndexError?
        do throws(PopulationIndexError) {
            details = try PopulationDetails(beside: registry, of: index, isVerifying: verify)?.details(of: number)
        } catch { refusal = error }
        try show(fields + (details.map(Self.fields) ?? []), cards)
        if let refusal { throw CommandFailure.exit("\(registry).details: \(refusal)") }
    }

    /// What is kept for display alone, under the names of the columns.
    private static func fields(_ details: ResidentDetails) -> [(name: String, value: String)] {
        let further = [("KEL_NAME", details.village), ("KODE_POS", details.postcode)]
        return [
            ("NAMA_LGKP_IBU", details.motherName), ("ALAMAT", details.address), ("NO_RT", details.neighbourhood),
            ("NO_RW", details.community),
        ] + further.filter { !$0.1.isEmpty }
    }

    /// Prints the fields of a resident, if any, and former family cards.
    private func show(_ fields: [(name: String, value: String)], _ cards: [Membership]) throws {
        if json, !fields.isEmpty {
            var object: [String: Any] = Dictionary(uniqueKeysWithValues: fields)
            if !cards.isEmpty {
                object["FORMER_CARDS"] = cards.map { card in
                    [
                        "NO_KK": card.familyCard.description, "STAT_HBKEL": card.relation.label,
                        "FROM": card.from?.description ?? "", "UNTIL": card.until?.description ?? "",
                    ]
                }
            }
            let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
            print(String(decoding: data, as: UTF8.self))
        } else {
            for (name, value) in fields { print("\(name): \(value)") }
            for card in cards {
                let from = card.from.map { "from \($0) " } ?? ""
                print(
                    "FORMER_CARD: \(card.familyCard), \(card.relation.label), \(from)until \(card.until?.description ?? "")"
                )
            }
        }
    }
}
