// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

extension PersonDesk: EarlierNumbers {
    /// What a journey that quoted a number leaves for later ones.
    struct Quoted {
        let nik: NIK
        /// Its documents, as ``papers(of:)`` writes them.
        let papers: Set<String>
    }

    public func earlierNumbers(of travellers: [Traveller]) async -> [RecordID<Traveller>: [EarlierNumber]] {
        travellers.reduce(into: [:]) { found, traveller in
            guard let journeys = view(of: traveller.id)?.journeys else { return }
            let papers = Self.papers(of: traveller)
            found[traveller.id] =
                journeys.compactMap { journey -> EarlierNumber? in
                    guard let quoted = quoted[journey.traveller] else { return nil }
                    return EarlierNumber(
                        nik: quoted.nik, traveller: journey.traveller, voyage: journey.voyage,
                        basis: papers.isDisjoint(with: quoted.papers) ? .person : .document)
                }.sorted { ($0.basis.rawValue, $0.traveller) < ($1.basis.rawValue, $1.traveller) }
        }
    }

    /// Number and issuer of each document.
    static func papers(of traveller: Traveller) -> Set<String> {
        Set(
            traveller.documents.compactMap { document in
                document.value.number.map { $0 + "/" + (document.value.issuer ?? "") }
            })
    }
}
