// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity

/// Asks an index what the program asks it; a wrong answer traps, which the fuzzer takes for a crash.
public enum IndexQuestions {
    /// Reads residents and looks for travellers. An index of damaged bytes may answer anything that is possible.
    public static func ask(_ index: PopulationIndex) {
        // The first, the last and some between.
        let step = max(1, index.count / 50)
        var rows = Array(stride(from: 0, to: index.count, by: step))
        if index.count > 0 { rows.append(index.count - 1) }
        for row in rows { askFor(index.resident(row: row), in: index) }
        require(index.resident(row: index.count) == nil, "a resident behind the last")
        require(index.resident(row: -1) == nil, "a resident before the first")
        check(parties, in: index)
    }

    /// Reads every resident of an index of ours: each is there, and its number finds somebody of that number.
    public static func askAll(_ index: PopulationIndex) {
        for row in 0..<index.count {
            guard let resident = index.resident(row: row) else { fatalError("CHECK FAILED: a resident is lost") }
            // Two birth dates under one number are two residents, of whom the number finds one.
            let found = index.row(of: resident.nik).flatMap { index.resident(row: $0) }
            require(found?.nik == resident.nik, "a resident is not found by number")
        }
    }

    /// The answers about the travellers of some bookings are probabilities of residents.
    public static func check(_ parties: [[TravellerClaim]], in index: PopulationIndex) {
        var resolver = PartyResolver(index: index)
        for claims in parties {
            let resolutions = resolver.resolve(claims)
            require(resolutions.count == claims.count, "a traveller without an answer")
            for resolution in resolutions { check(resolution, in: index) }
        }
    }

    private static func check(_ resolution: Resolution, in index: PopulationIndex) {
        var sum = resolution.unregistered + resolution.otherProbability
        for ranked in resolution.ranked {
            require((0..<index.count).contains(ranked.candidate.row), "a candidate outside the index")
            require((0...1).contains(ranked.probability), "a probability outside 0...1")
            sum += ranked.probability
        }
        require(abs(sum - 1) < 1e-6, "probabilities that do not sum to 1")
    }

    private static func askFor(_ resident: IndexedResident?, in index: PopulationIndex) {
        guard let resident else { return }
        _ = index.row(of: resident.nik)
        check(
            [
                [
                    TravellerClaim(
                        surname: resident.name, given: nil, birth: PartialDate(resident.birthDate), sex: resident.sex,
                        birthPlace: resident.birthPlace)
                ]
            ], in: index)
    }

    /// Travellers who are in ``SampleRegistry``, nearly in it, or not at all.
    private static let parties: [[TravellerClaim]] = [
        [
            TravellerClaim(
                surname: "SANTOSO", given: "BUDI", birth: PartialDate(iso: "1960-01-01"), sex: .male,
                birthPlace: "BATAM",
                nik: try? NIK(parsing: "9999002801601000"), residence: "9999"),
            TravellerClaim(
                surname: "AMINAH", given: "SITI", birth: PartialDate(iso: "1961-02"), birthPlace: "TG PINANG"),
            TravellerClaim(surname: "YUSUF", given: "MOHAMAD", birth: PartialDate(iso: "1962-03-04")),
            TravellerClaim(surname: "NASIR", given: nil, birth: PartialDate(iso: "1963")),
            TravellerClaim(surname: nil, given: nil),
        ],
        [TravellerClaim(surname: "TAN", given: "MEI LING", nik: try? NIK(parsing: "9999004101601004"))],
        [TravellerClaim(surname: "WIRATAMA", given: "I MADE", birth: PartialDate(iso: "1850-01-01"))],
    ]

    private static func require(_ holds: Bool, _ text: @autoclosure () -> String) {
        if !holds { fatalError("CHECK FAILED: \(text())") }
    }
}
