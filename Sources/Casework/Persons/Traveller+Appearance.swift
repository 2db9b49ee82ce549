// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

extension Appearance {
    /// A traveller of a voyage, as far as it tells who the person is.
    init(_ traveller: Traveller, on facts: VoyageFacts) {
        self.init(
            id: traveller.id, surname: traveller.surname.current, given: traveller.given.current,
            birth: traveller.birthDate.current, sex: traveller.sex.current, nationality: traveller.nationality.current,
            documents: traveller.documents.compactMap { document in
                document.value.number.map {
                    Appearance.Document(
                        number: $0, issuer: document.value.issuer, kind: document.value.type,
                        expiry: document.value.expiry?.date)
                }
            }, travelled: (facts.arrival ?? facts.departure)?.date)
    }
}
