// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Messages
public import Screening

/// The carrier profiles of a data folder: versions in the decision log, each saved by a named officer, none ever lost.
public struct CarrierProfiles: Sendable {
    private let store: any CaseworkStore
    private let offset: @Sendable (String) -> Int?

    /// The most versions that are looked through.
    private static let versionLimit = 10_000

    /// - Parameter offset: a port's distance from UTC in minutes.
    public init(store: any CaseworkStore, offset: @escaping @Sendable (String) -> Int?) {
        self.store = store
        self.offset = offset
    }

    /// A version with who saved it, and when.
    public struct Version: Hashable, Sendable {
        public let saved: SavedProfile
        public let officer: RecordID<Officer>?
        public let atMilliseconds: Int64
    }

    /// All versions of all profiles, newest first.
    public func versions() async throws(StoreError) -> [Version] {
        let records = try await store.decisions(
            kinds: [.profileSaved], post: nil, sinceMilliseconds: 0, limit: CarrierProfiles.versionLimit)
        return records.compactMap { record in
            guard case .profileSaved(let saved) = record.decision else { return nil }
            return Version(saved: saved, officer: record.officer, atMilliseconds: record.atMilliseconds)
        }
    }

    /// The latest version of each profile, by name.
    public func latest() async throws(StoreError) -> [Version] {
        var newest: [String: Version] = [:]
        for version in try await versions()
        where version.saved.version > newest[version.saved.profile.id]?.saved.version ?? 0 {
            newest[version.saved.profile.id] = version
        }
        return newest.values.sorted { $0.saved.profile.id < $1.saved.profile.id }
    }

    /// Reads by the versions in force.
    public func reader() async throws(StoreError) -> ProfiledReader {
        let saved = try await latest().map(\.saved).filter(\.profile.isActive)
        return ProfiledReader(saved, offset: offset)
    }

    /// Reads by the versions in force with one profile in another form: what would be, were it saved.
    public func reader(trying profile: CarrierProfile) async throws(StoreError) -> ProfiledReader {
        let others = try await latest().map(\.saved).filter { $0.profile.isActive && $0.profile.id != profile.id }
        let tried = SavedProfile(record: RecordID(high: 0, low: 0), version: 0, profile: profile)
        return ProfiledReader([tried] + others, offset: offset)
    }

    /// Saves a version; equal to the one in force it is refused.
    public func save(
        _ profile: CarrierProfile, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> SavedProfile {
        let known: [Version]
        do { known = try await latest() } catch { throw .store(error) }
        let last = known.first { $0.saved.profile.id == profile.id }?.saved
        guard last?.profile != profile else { throw .notAllowed(why: "the same as version \(last?.version ?? 0)") }
        var generator = SystemRandomNumberGenerator()
        let id = RecordID<DecisionRecord>.random(using: &generator)
        let saved = SavedProfile(
            record: RecordID(of: id), version: (last?.version ?? 0) + 1, profile: profile)
        let record = DecisionRecord(
            id: id, atMilliseconds: now, officer: mandate?.officer, post: mandate?.post, decision: .profileSaved(saved))
        let event = AuditEvent(
            .editProfile, by: mandate, atMilliseconds: now,
            subjects: ["profile:\(profile.id)"], detail: "version=\(saved.version)")
        do { try await store.record(CaseworkChange(decisions: [record]), audit: [event]) } catch { throw .store(error) }
        return saved
    }
}
