// SPDX-License-Identifier: Apache-2.0

/// Photographs of the registry or of passports: one holder is compared with their own photograph, and there is no search.
///
/// The type keeps its templates to itself, so that nobody can put them into a store that searches.
public struct VerificationGallery<Holder: Hashable & Sendable>: Sendable {
    /// The models that made the templates.
    public let engine: String
    private var templates: [Holder: FaceTemplate] = [:]

    public init(engine: String) { self.engine = engine }

    /// How many holders have a template.
    public var count: Int { templates.count }

    /// Keeps or replaces a holder's template.
    public mutating func enrol(_ holder: Holder, _ template: FaceTemplate) { templates[holder] = template }

    /// Forgets a holder; false when there was none.
    @discardableResult
    public mutating func forget(_ holder: Holder) -> Bool { templates.removeValue(forKey: holder) != nil }

    /// Compares a probe with one holder's own photograph; nil when there is none.
    public func compare(
        _ probe: FaceTemplate, with holder: Holder, by rule: VerificationRule
    ) throws(GalleryError) -> Verification? {
        guard rule.engine == engine else { throw .otherEngine }
        guard let template = templates[holder] else { return nil }
        return rule.verify(similarity: FaceTemplate.similarity(ofScore: probe.score(template)))
    }
}
