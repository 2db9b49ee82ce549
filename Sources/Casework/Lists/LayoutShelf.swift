// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Manifests
internal import Screening

/// The layouts of operators' tables, as the decision log remembers them: the newest version of each.
public struct LayoutShelf: Sendable {
    /// A layout with who wrote it.
    public struct Entry: Sendable {
        public var layout: ManifestLayout
        public var atMilliseconds: Int64
        public var officer: RecordID<Officer>?
    }

    /// The most decisions that are looked through.
    public static let limit = 10_000

    /// The newest version of each operator's table, newest first.
    public let entries: [Entry]

    /// Reads the decision log.
    public init(_ store: any CaseworkStore) async throws(CaseworkError) {
        let records: [DecisionRecord]
        do {
            records = try await store.decisions(
                kinds: [.layoutWritten], post: nil, sinceMilliseconds: 0, limit: LayoutShelf.limit)
        } catch { throw .store(error) }
        var newest: [String: Entry] = [:]
        for record in records {
            guard case .layoutWritten(let layout) = record.decision else { continue }
            let key = layout.operatorCode + "\u{1F}" + layout.fingerprint
            if let held = newest[key], held.layout.version >= layout.version { continue }
            newest[key] = Entry(layout: layout, atMilliseconds: record.atMilliseconds, officer: record.officer)
        }
        entries = newest.values.sorted {
            ($1.atMilliseconds, $0.layout.operatorCode) < ($0.atMilliseconds, $1.layout.operatorCode)
        }
    }

    /// The layout of an operator's table; without an operator the only one that the header fits.
    public func entry(operatorCode: String?, fingerprint: String) -> Entry? {
        let fitting = entries.filter { $0.layout.fingerprint == fingerprint }
        if let operatorCode { return fitting.first { $0.layout.operatorCode == operatorCode } }
        return fitting.count == 1 ? fitting.first : nil
    }
}

extension OfficerActs {
    /// Remembers how an operator's table is read, as a new version; nothing where the last version says the same.
    ///
    /// - Returns: the version that stands afterwards.
    public func writeLayout(
        _ draft: ManifestDraft, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> Int? {
        guard let operatorCode = draft.voyage.operatorCode else {
            throw .invalid(field: "operator", why: "the operator's name")
        }
        let last = try await LayoutShelf(store).entry(operatorCode: operatorCode, fingerprint: draft.fingerprint)
        guard let layout = draft.remembering(after: last?.layout) else { return nil }
        if let last, layout.says(last.layout) { return last.layout.version }
        let change = CaseworkChange(decisions: [record(.layoutWritten(layout), by: mandate, now)])
        try await write(
            change, .submitManifest, by: mandate, now, subjects: [], detail: "layout version=\(layout.version)")
        return layout.version
    }
}
