// SPDX-License-Identifier: Apache-2.0

internal import Identity

/// An index with what lies beside it: the index answers also where a companion is refused.
struct HeldIndex: Sendable {
    let index: PopulationIndex
    let details: HeldCompanion<PopulationDetails>
    let documents: HeldCompanion<DocumentHistory>

    init(_ index: PopulationIndex, at path: String) {
        self.index = index
        details = HeldCompanion { () throws(PopulationIndexError) in
            try PopulationDetails.version(beside: path, of: index)
        } open: { () throws(PopulationIndexError) in
            try PopulationDetails(beside: path, of: index)
        }
        documents = HeldCompanion { () throws(PopulationIndexError) in
            try DocumentHistory.version(beside: path)
        } open: { () throws(PopulationIndexError) in
            try DocumentHistory(beside: path)
        }
    }

    /// Whether other companions than these lie beside the index now.
    func isOutdated(at path: String) -> Bool {
        let details = CompanionMark { () throws(PopulationIndexError) in
            try PopulationDetails.version(beside: path, of: index)
        }
        let documents = CompanionMark { () throws(PopulationIndexError) in
            try DocumentHistory.version(beside: path)
        }
        return details != self.details.mark || documents != self.documents.mark
    }
}

/// Tells whether a file beside an index is another than before.
enum CompanionMark: Equatable {
    case none
    case version(String)
    case refused(PopulationIndexError)

    init(_ version: () throws(PopulationIndexError) -> String?) {
        do throws(PopulationIndexError) {
            self = try version().map { .version($0) } ?? .none
        } catch { self = .refused(error) }
    }
}

/// A file beside an index as it was when it was looked at.
struct HeldCompanion<Content: Sendable>: Sendable {
    let mark: CompanionMark
    private let content: Result<Content?, PopulationIndexError>

    init(
        version: () throws(PopulationIndexError) -> String?, open: () throws(PopulationIndexError) -> Content?
    ) {
        mark = CompanionMark(version)
        do throws(PopulationIndexError) { content = .success(try open()) } catch { content = .failure(error) }
    }

    /// The content; nil where there is none. Throws why it is refused.
    func get() throws(PopulationIndexError) -> Content? { try content.get() }

    /// The content; nil where there is none, or none that can be read.
    var value: Content? { (try? content.get()) ?? nil }

    /// Why it is not read; nil where it is, or there is none.
    var refusal: PopulationIndexError? { if case .failure(let error) = content { error } else { nil } }

    var isThere: Bool { mark != .none }
}
