// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
internal import Mandate

/// A question to the registry: whether the quoted number and what the messages say of its bearer belong together.
public struct RegistryQuestion: Hashable, Sendable {
    public var nik: NIK
    public var claim: TravellerClaim

    /// Nil where the claim quotes no number.
    public init?(_ claim: TravellerClaim) {
        guard let nik = claim.nik else { return nil }
        self.nik = nik
        self.claim = claim
    }

    /// Equal for questions that one answer serves: in data mode the number alone, else all that is compared.
    func token(_ mode: RegistryServiceTerms.Mode, _ tokeniser: any Tokeniser) -> BlindToken {
        var parts = ["registry", mode.rawValue, nik.description]
        if mode == .verification {
            parts += [
                claim.surname ?? "", claim.given ?? "", claim.birth?.description ?? "", claim.sex?.rawValue ?? "",
                claim.birthPlace ?? "",
            ]
        }
        return tokeniser.token(.nik, parts: parts)
    }
}

/// Asks the registry's service: one question, one answer or the reason why there is none.
public protocol RegistryAsking: Sendable {
    func ask(_ question: RegistryQuestion) async -> RegistryOutcome

    /// Asks about one resident's photograph; the picture of question and answer is kept nowhere.
    func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome
}

/// What came of a question.
public enum RegistryOutcome: Hashable, Sendable {
    case found(RegistryFinding)
    case failed(RegistryFailure)
}

/// Why there is no answer. None of these says anything of the traveller.
public enum RegistryFailure: String, Hashable, Sendable, Codable, CaseIterable {
    /// "Kuota Akses Hari ini telah Habis".
    case quotaExhausted = "quota-exhausted"
    /// "Login Gagal", "User ID Tidak Aktif".
    case loginRefused = "login-refused"
    /// "IP Address Tidak Sesuai".
    case addressRefused = "address-refused"
    /// "Instansi Tidak Aktif".
    case agencyInactive = "agency-inactive"
    /// Nobody answers, or the answer is no answer of the service.
    case unreachable
    case timedOut = "timed-out"
}
