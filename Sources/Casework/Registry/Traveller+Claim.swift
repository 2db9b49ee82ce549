// SPDX-License-Identifier: Apache-2.0

public import Identity
public import Travel

extension Traveller {
    /// What the messages say of who the traveller is, to be compared with the registry.
    public var claim: TravellerClaim {
        TravellerClaim(
            surname: surname.current, given: given.current, birth: birthDate.current, sex: sex.current,
            birthPlace: birthPlace.current, nik: nik.current)
    }
}
