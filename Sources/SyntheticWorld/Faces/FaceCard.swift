// SPDX-License-Identifier: Apache-2.0

/// Somebody of whom the registry or a passport has a photograph, with the numbers that name them.
struct FaceCard: Sendable {
    let subject: FaceSubject
    /// The identity number of a resident; a foreigner is named by the passport alone.
    var nik: String?
    var passport: Passport?

    /// The row of faces/registry.csv after its picture: NIK,DOC_NO,DOC_ISSUER. A resident is found by the identity number,
    /// as the import takes it before the document.
    var numbers: String { "\(nik ?? ""),\(passport?.number ?? ""),\(passport?.issuer ?? "")" }
}
