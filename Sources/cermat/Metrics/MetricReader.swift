// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Desk
internal import Foundation
internal import Metering
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// Reads the figures of an installation for machines; those that cost the store something at most once in five seconds.
actor MetricReader {
    private let folder: DataFolder
    private let meter: OperatingMeter
    private let registry: RegistryDesk
    private let certificate: CertificateFiles?
    private let startedAt: Int64
    private var held: (at: Int64, families: [MetricFamily])?

    init(
        _ folder: DataFolder, meter: OperatingMeter, registry: RegistryDesk, certificate: CertificateFiles?
    ) {
        self.folder = folder
        self.meter = meter
        self.registry = registry
        self.certificate = certificate
        startedAt = WallClock.nowMilliseconds
    }

    func families() async -> [MetricFamily] {
        let now = WallClock.nowMilliseconds
        if let held, (0..<5_000).contains(now - held.at) { return held.families + meter.families(now) }
        let found = await store(now) + machine(now) + duties(now)
        held = (now, found)
        return found + meter.families(now)
    }

    private func store(_ now: Int64) async -> [MetricFamily] {
        guard let figures = try? await folder.store.figures(), let counts = try? await folder.store.inboxCounts() else {
            return [MetricFamily("cermat_store_up", .gauge, "Whether the store answers.", 0)]
        }
        var messages = MetricFamily("cermat_messages", .gauge, "Messages of the ledger, by status.")
        for (status, count) in [
            ("stored", counts.stored), ("pending", counts.pending), ("quarantined", counts.quarantined),
            ("duplicate", counts.duplicates), ("forgotten", counts.forgotten),
        ] { messages.add([.init("status", status)], Double(count)) }
        let waiting = figures.oldestPendingAt.map { max(0, now - $0) / 1000 } ?? 0
        return [
            MetricFamily("cermat_store_up", .gauge, "Whether the store answers.", 1), messages,
            MetricFamily(
                "cermat_oldest_pending_seconds", .gauge, "Since the oldest waiting message arrived; 0 when none waits.",
                waiting),
            MetricFamily("cermat_hits_open", .gauge, "Hits that wait for an officer.", figures.openHits),
            MetricFamily("cermat_audit_records", .gauge, "Records of the audit log.", figures.auditRecords),
            MetricFamily("cermat_database_bytes", .gauge, "Size of the database.", figures.databaseBytes),
            MetricFamily("cermat_database_log_bytes", .gauge, "Size of its write-ahead log.", figures.logBytes),
        ]
    }

    private func machine(_ now: Int64) -> [MetricFamily] {
        var families = [
            MetricFamily(
                "cermat_start_time_seconds", .gauge, "When the server started, since 1970 UTC.", startedAt / 1000)
        ]
        if let room = DiskRoom(at: folder.path) {
            families += [
                MetricFamily("cermat_disk_free_bytes", .gauge, "Free on the disk of the data folder.", room.free),
                MetricFamily(
                    "cermat_disk_reserve_bytes", .gauge, "Kept back for audit records: messages are refused below.",
                    room.reserve),
            ]
        }
        // Linux: the second number counts resident pages.
        if let line = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        {
            families.append(
                MetricFamily(
                    "cermat_process_resident_bytes", .gauge, "Memory of the process.", pages * Int(getpagesize())))
        }
        return families
    }

    private func duties(_ now: Int64) async -> [MetricFamily] {
        var families: [MetricFamily] = []
        if let last = (try? RetentionRun(folder))?.lastRun {
            families.append(
                MetricFamily(
                    "cermat_retention_age_seconds", .gauge, "Since the retention schedule last ran.",
                    max(0, now - last.cutoffs.atMilliseconds) / 1000))
        }
        if let overview = await registry.verification?.overview() {
            families += [
                MetricFamily(
                    "cermat_registry_quota_left", .gauge, "Questions that the civil registry still answers today.",
                    max(0, overview.quota - overview.askedToday)),
                MetricFamily(
                    "cermat_registry_waiting", .gauge, "Questions that wait for the civil registry.", overview.waiting),
            ]
        }
        if let certificate, let found = try? certificate.read() {
            families.append(
                MetricFamily(
                    "cermat_certificate_end_seconds", .gauge, "When the TLS certificate ends, since 1970 UTC.",
                    found.validUntilMilliseconds / 1000))
        }
        return families
    }
}
