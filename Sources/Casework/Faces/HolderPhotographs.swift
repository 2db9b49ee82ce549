// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Mandate
public import Safeguards
public import Screening

/// Whose photograph it is, by a keyed token: no number is kept.
public struct PhotographHolder: Hashable, Sendable {
    public let token: BlindToken

    /// The resident of a number.
    public init(resident: NIK, tokeniser: some Tokeniser) {
        token = tokeniser.token(.faceHolder, parts: ["resident", resident.description])
    }

    /// The holder of a document; letters and digits of its number count. Nil where fewer than four remain, or the issuer is
    /// no code of two or three letters.
    public init?(document number: String, issuer: String, tokeniser: some Tokeniser) {
        let plain = number.uppercased().utf8.filter { (65...90).contains($0) || (48...57).contains($0) }
        let country = issuer.uppercased()
        guard plain.count >= 4, (2...3).contains(country.utf8.count),
            country.utf8.allSatisfy({ (65...90).contains($0) })
        else { return nil }
        token = tokeniser.token(.faceHolder, parts: ["document", country, String(decoding: plain, as: UTF8.self)])
    }
}

/// A photograph of the registry or of a passport on its way into the verification gallery.
public struct HolderPhotograph: Sendable {
    public let holder: PhotographHolder
    /// Keyed hash of the file, so that the same again changes nothing.
    public let id: BlindToken
    public let engine: String
    public let face: EnrolmentFace
    public let lastDay: CivilDate
    public let atMilliseconds: Int64

    public init(
        holder: PhotographHolder, id: BlindToken, engine: String, face: EnrolmentFace, lastDay: CivilDate,
        atMilliseconds: Int64
    ) {
        self.holder = holder
        self.id = id
        self.engine = engine
        self.face = face
        self.lastDay = lastDay
        self.atMilliseconds = atMilliseconds
    }

    /// The identity of a file's bytes as a photograph of a holder that is kept until a day.
    public static func id(
        of bytes: [UInt8], holder: PhotographHolder, lastDay: CivilDate, tokeniser: some Tokeniser
    ) -> BlindToken {
        tokeniser.token(.face, holder.token.bytes + Array(lastDay.description.utf8) + bytes)
    }
}

/// Where photographs of holders are kept, sealed like faces of the other gallery.
///
/// The one way to a template names its holder: nobody can be searched here (R48).
public protocol HolderPhotographStore: Sendable {
    /// Writes photographs, each in the place of its holder's earlier one, whose key is destroyed; with the audit record in
    /// one transaction.
    ///
    /// - Parameter register: takes the keys that go, before they do.
    func importPhotographs(
        _ photographs: [HolderPhotograph], register: DestructionRegisterFile, audit: [AuditEvent],
        atMilliseconds now: Int64
    ) async throws(StoreError)

    /// Which of some files are there, described by the models in use; handing in another one again describes it again.
    func photographs(known ids: [BlindToken], engine: String) async throws(StoreError) -> Set<BlindToken>

    /// The template of one holder, and the models that made it; nil where there is none or its time is over.
    func holderTemplate(
        of holder: PhotographHolder, today: CivilDate
    ) async throws(StoreError) -> (template: FaceTemplate, engine: String)?

    /// The portrait of one holder.
    func holderPortrait(of holder: PhotographHolder, today: CivilDate) async throws(StoreError) -> FacePortrait?

    func holderPhotographCount() async throws(StoreError) -> Int
}

/// The stored verification gallery: one holder is compared with their own photograph.
public struct HolderVerification: Sendable {
    private let store: any HolderPhotographStore

    public init(store: any HolderPhotographStore) { self.store = store }

    /// Compares a face with one holder's own photograph; nil when there is none. Whoever calls records it first.
    ///
    /// - Throws: ``GalleryError/otherEngine`` for a photograph or rule of other models, or ``StoreError``.
    public func compare(
        _ embedding: FaceEmbedding, with holder: PhotographHolder, by rule: VerificationRule, atMilliseconds now: Int64
    ) async throws -> Verification? {
        guard let kept = try await store.holderTemplate(of: holder, today: FaceDay.of(milliseconds: now)) else {
            return nil
        }
        var gallery = VerificationGallery<BlindToken>(engine: kept.engine)
        gallery.enrol(holder.token, kept.template)
        return try gallery.compare(FaceTemplate(embedding), with: holder.token, by: rule)
    }
}
