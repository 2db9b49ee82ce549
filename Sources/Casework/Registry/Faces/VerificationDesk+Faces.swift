// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
internal import Screening
public import Travel

extension VerificationDesk {
    /// How a question about a photograph stands.
    public enum FaceStanding: Hashable, Sendable {
        case answered(RegistryFaceFinding, agreement: String, atMilliseconds: Int64)
        /// Nobody was asked, or nobody answered, and why.
        case notAsked(RegistryHold)
    }

    /// What the agreement gives of faces.
    public nonisolated var faceAccess: RegistryServiceTerms.FaceAccess { terms.service.face }

    /// Asks about one resident's photograph for an officer who waits at a post: out of turn, within the same quota as every
    /// other question. That it is asked is in the audit log before anything leaves, and the registry's word in the decision
    /// log before it is shown; a photograph is in neither, and is not kept here.
    ///
    /// - Throws: ``CaseworkError/store(_:)``, and then nothing was asked or nothing is shown.
    public func ask(
        _ question: RegistryFaceQuestion, about traveller: Traveller?, by mandate: Mandated
    ) async throws(CaseworkError) -> FaceStanding {
        let asked = now()
        if let hold = governor.hold(reserve: inFlight.count + facesInFlight, now: asked) { return .notAsked(hold) }
        facesInFlight += 1
        defer { facesInFlight -= 1 }
        let subjects = [traveller.map { "traveller:\($0.id)" }, traveller.map { "voyage:\($0.voyage)" }]
        let event = AuditEvent(
            .verifyHolder, by: mandate, atMilliseconds: asked,
            subjects: subjects.compactMap(\.self)
                + ["resident:\(tokeniser.token(.nik, question.nik.description))"],
            detail: "registry face " + terms.service.face.rawValue)
        do { try await store.appendAudit([event]) } catch { throw .store(error) }
        switch await asker.ask(question) {
        case .failed(let why):
            governor.failed(why, now: now())
            return .notAsked(
                governor.hold(reserve: 0, now: now()) ?? .failing(why, retryAtMilliseconds: now()))
        case .found(let finding):
            governor.succeeded()
            governor.count(1, on: RegistryTerms.day(asked))
            let reply = RegistryFaceReply(
                nik: question.nik, voyage: traveller?.voyage, traveller: traveller?.id, answer: finding.answer,
                score: finding.score, agreement: terms.agreement, atMilliseconds: asked)
            let record = DecisionRecord(.registryFaceReplied(reply), by: mandate, atMilliseconds: asked)
            do { try await store.record(CaseworkChange(decisions: [record]), audit: []) } catch {
                throw .store(error)
            }
            return .answered(finding, agreement: terms.agreement, atMilliseconds: asked)
        }
    }
}
