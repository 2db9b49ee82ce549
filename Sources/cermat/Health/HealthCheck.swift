// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Desk
internal import Faces
internal import Foundation
internal import Identity
internal import Intake
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// Looks at an installation as its engineer would.
struct HealthCheck {
    let folder: DataFolder
    let now: Int64
    /// Also what takes minutes: the whole database, the whole audit chain.
    var isThorough = false
    /// With which the server ends TLS; nil where it does not.
    var certificate: CertificateFiles?
    /// A verdict on the audit chain that somebody keeps; without it the chain is followed here.
    var auditVerdict: (@Sendable () async -> AuditVerdict?)?
    /// How many records of reviews somebody who follows the log could not open; without it they are opened here.
    var unreadableReviews: (@Sendable () async -> Int?)?

    private static let hour: Int64 = 3_600_000
    /// Chains up to this length are followed at every look.
    private static let shortChain: Int64 = 50_000

    func state() async throws -> InstallationState {
        let health = try await folder.store.health(atMilliseconds: now, isThorough: isThorough)
        var found = [disk(), clock(health), keys(), policy(), database(health), log(health)]
        found.append(try await audit(health))
        found += [pending(health), quarantine(health)]
        found.append(try await carriers())
        found.append(try await feeds())
        found += [refused(), registry(), faceModels(health)]
        let run = try? RetentionRun(folder)
        let outlook = await run?.outlook(now)
        found.append(await retention(run, outlook))
        found.append(backup(health))
        if let faces = try await faces() { found.append(faces) }
        if let records = try await faceRecords() { found.append(records) }
        if let certificate { found.append(Self.certificate(certificate, now: now)) }
        return InstallationState(findings: found, retention: outlook)
    }

    // MARK: The machine

    private func disk() -> HealthFinding {
        guard let room = DiskRoom(at: folder.path) else { return HealthFinding(.disk, .fault, "?") }
        let grade: HealthGrade = room.free < 4 * room.reserve ? .fault : room.share < 0.1 ? .notice : .good
        return HealthFinding(.disk, grade, "\(Self.bytes(room.free)), \(Int(room.share * 100)) %")
    }

    /// The newest audit record is never of the future, and the clock never far from what the machine has run since it was
    /// believed; a clock that nobody sets is worth a notice.
    private func clock(_ health: StoreHealth) -> HealthFinding {
        if let newest = health.newestAuditAt, newest - now > 300_000 {
            return HealthFinding(.clock, .fault, "-\((newest - now) / 1000) s")
        }
        let set = ClockFile(in: folder.path).anchor?.difference(at: .now) ?? 0
        if set < -ClockAnchor.stepMilliseconds || set > ClockAnchor.doubtMilliseconds {
            return HealthFinding(.clock, .fault, (set < 0 ? "" : "+") + "\(Int64((Double(set) / 1000).rounded())) s")
        }
        return HealthFinding(.clock, ClockDiscipline.isSet ? .good : .notice, WallClock.text(now))
    }

    private func keys() -> HealthFinding {
        let published = try? InputFile("\(folder.path)/\(DataFolder.keys)/\(FileKeyVault.auditKeyFileName)").bytes
        let line = String(decoding: published ?? [], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        // The vault itself opened, with owner and mode as they should be, or there would be no folder to look at.
        let agrees = AuditPublicKey(line) == folder.vault.auditSigner.publicKey
        return HealthFinding(.keys, agrees ? .good : .fault, FileKeyVault.auditKeyFileName)
    }

    private func policy() -> HealthFinding {
        do {
            _ = try folder.readPolicy()
            return HealthFinding(.policy, .good, DataFolder.policy)
        } catch { return HealthFinding(.policy, .fault, "\(error)") }
    }

    // MARK: The store

    private func database(_ health: StoreHealth) -> HealthFinding {
        let figure = "\(Self.bytes(health.databaseBytes)), v\(health.schemaVersion)"
        guard let damage = health.damage, !damage.isEmpty else { return HealthFinding(.database, .good, figure) }
        return HealthFinding(.database, .fault, damage)
    }

    private func log(_ health: StoreHealth) -> HealthFinding {
        let grade: HealthGrade = health.logBytes > 1 << 30 ? .fault : health.logBytes > 256 << 20 ? .notice : .good
        return HealthFinding(.log, grade, Self.bytes(health.logBytes))
    }

    private func audit(_ health: StoreHealth) async throws -> HealthFinding {
        guard isThorough || health.auditRecords <= Self.shortChain else {
            return HealthFinding(.audit, .good, "\(health.auditRecords)")
        }
        let kept = isThorough ? nil : await auditVerdict?()
        let verdict =
            if let kept { kept } else {
                try await folder.store.verifyAudit(publicKey: folder.vault.auditSigner.publicKey)
            }
        switch verdict {
        case .intact(let head): return HealthFinding(.audit, .good, "\(head.sequence)")
        case .restored(let head, let missing):
            let gaps = missing.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ", ")
            return HealthFinding(.audit, .notice, "\(head.sequence), -\(gaps)")
        case .broken(let fault):
            return HealthFinding(.audit, .fault, "\(fault.sequence): \(fault.kind.rawValue)")
        }
    }

    private func pending(_ health: StoreHealth) -> HealthFinding {
        let seconds = health.oldestPendingAt.map { (now - $0) / 1000 } ?? 0
        let grade: HealthGrade = seconds > 600 ? .fault : seconds > 60 ? .notice : .good
        return HealthFinding(.pending, grade, health.pending == 0 ? "0" : "\(health.pending), \(seconds) s")
    }

    private func quarantine(_ health: StoreHealth) -> HealthFinding {
        let share = health.received == 0 ? 0 : Double(health.quarantined) / Double(health.received)
        let grade: HealthGrade =
            health.quarantined < 3 || share < 0.02 ? .good : share < 0.2 ? .notice : .fault
        return HealthFinding(.quarantine, grade, "\(health.quarantined) / \(health.received)")
    }

    private func carriers() async throws -> HealthFinding {
        let all = try await folder.store.carrierSilences(atMilliseconds: now)
        let silent = all.filter { now - $0.lastReceivedAtMilliseconds > 24 * Self.hour }.sorted {
            $0.lastReceivedAtMilliseconds < $1.lastReceivedAtMilliseconds
        }
        return Self.silence(
            .carriers, silent.map { "\($0.carrier) \((now - $0.lastReceivedAtMilliseconds) / Self.hour) h" },
            of: all.count)
    }

    /// Who is silent, the longest first: a few by name, all of them a fault.
    private static func silence(_ subject: HealthSubject, _ silent: [String], of count: Int) -> HealthFinding {
        guard !silent.isEmpty else { return HealthFinding(subject, .good, "\(count)") }
        let rest = silent.count > 8 ? " +\(silent.count - 8)" : ""
        return HealthFinding(
            subject, silent.count == count ? .fault : .notice, silent.prefix(8).joined(separator: ", ") + rest)
    }

    private func feeds() async throws -> HealthFinding {
        let states = try await FeedDesk(store: folder.store).states(
            of: folder.store, countingSince: now - 24 * Self.hour, atMilliseconds: now
        ).filter { !$0.feed.isWithdrawn }
        let silent = states.filter(\.isSilent).sorted { $0.quietHours > $1.quietHours }
        return Self.silence(.feeds, silent.map { "\($0.feed.name) \($0.quietHours) h" }, of: states.count)
    }

    /// A night may be missed; after a week nobody would like to lose what came since.
    private func backup(_ health: StoreHealth) -> HealthFinding {
        guard let last = health.lastBackupAt else { return HealthFinding(.backup, .notice, "-") }
        let hours = max(0, now - last) / Self.hour
        return HealthFinding(.backup, hours > 168 ? .fault : hours > 48 ? .notice : .good, "\(hours) h")
    }

    /// Pictures that other models described are not searched: somebody enrolled would walk by. Nil where none is enrolled.
    private func faces() async throws -> HealthFinding? {
        let totals = try await folder.store.faceTotals()
        guard totals.all > 0 else { return nil }
        guard let engine = try? FaceModels.identity(ofFolder: FaceEngineOption.place()) else {
            return HealthFinding(.faces, .notice, "\(totals.all), 0")
        }
        let elsewhere = totals.elsewhere(than: engine)
        return HealthFinding(.faces, elsewhere > 0 ? .fault : .good, "\(totals.all), \(totals.all - elsewhere)")
    }

    /// Records of faces that are damaged, which pages pass over; pictures and templates too at a thorough look. Nil where all
    /// can be opened.
    private func faceRecords() async throws -> HealthFinding? {
        let followed = isThorough ? nil : await unreadableReviews?()
        var count = if let followed { followed } else { try await folder.store.unreadableFaceDecisions() }
        if isThorough { count += try await folder.store.unreadableFaces() }
        return count > 0 ? HealthFinding(.faceRecords, .fault, "\(count)") : nil
    }

    private func refused() -> HealthFinding {
        let path = folder.path + "/" + DataFolder.inbox + "/" + FolderWatcher.refusedFolder
        let count = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).count
        return HealthFinding(.refused, count > 0 ? .notice : .good, "\(count)")
    }

    // MARK: What laws and agreements ask for

    private func registry() -> HealthFinding {
        let path = folder.path + "/" + RegistryWiring.file
        guard let bytes = try? InputFile(path).bytes else { return HealthFinding(.registry, .good, "-") }
        let file = RegistryTermsFile(bytes)
        guard let terms = file.terms else {
            return HealthFinding(.registry, .fault, file.problems.joined(separator: "; "))
        }
        guard terms.access != .none else { return HealthFinding(.registry, .good, "-") }
        guard terms.holds(atMilliseconds: now) else { return HealthFinding(.registry, .fault, terms.agreement) }
        if terms.access == .extract {
            let index = terms.index.hasPrefix("/") ? terms.index : folder.path + "/" + terms.index
            do { _ = try PopulationIndex(path: index) } catch {
                return HealthFinding(.registry, .fault, "\(error)")
            }
        }
        let ends = !terms.holds(atMilliseconds: now + 30 * 24 * Self.hour)
        return HealthFinding(.registry, ends ? .notice : .good, terms.agreement)
    }

    /// The models, where stations or enrolled faces need them; all their bytes only at a thorough look.
    private func faceModels(_ health: StoreHealth) -> HealthFinding {
        let hasStations = FileManager.default.fileExists(atPath: folder.path + "/" + StationWiring.file)
        guard hasStations || health.hasFaces else { return HealthFinding(.faceModels, .good, "-") }
        let place = FaceEngineOption.place()
        do {
            let identity =
                isThorough ? try FaceModels(folder: place).identity : try FaceModels.identity(ofFolder: place)
            return HealthFinding(.faceModels, .good, identity)
        } catch { return HealthFinding(.faceModels, .fault, "\(error.code), \(place)") }
    }

    private func retention(_ run: RetentionRun?, _ outlook: RetentionOutlook?) async -> HealthFinding {
        guard let run, let outlook else {
            return HealthFinding(.retention, .fault, RetentionScheduleFile.name)
        }
        let isDoubtful = (try? await run.clockDoubt(now)) != nil
        guard let last = outlook.lastRun else {
            return HealthFinding(
                .retention, outlook.dueNow > 0 || isDoubtful ? .fault : .notice, "- (\(outlook.dueNow))")
        }
        let hours = (now - last.cutoffs.atMilliseconds) / Self.hour
        let grade: HealthGrade = isDoubtful ? .fault : hours > 36 ? .notice : .good
        return HealthFinding(.retention, grade, "\(hours) h (\(outlook.dueNow))")
    }

    private static func certificate(_ files: CertificateFiles, now: Int64) -> HealthFinding {
        do throws(CertificateProblem) {
            let found = try files.read()
            let days = (found.validUntilMilliseconds - now) / (24 * hour)
            let end = Date(timeIntervalSince1970: Double(found.validUntilMilliseconds) / 1000).formatted(
                .iso8601.year().month().day())
            let holds = found.validFromMilliseconds <= now && now < found.validUntilMilliseconds
            return HealthFinding(.certificate, !holds ? .fault : days < 30 ? .notice : .good, "\(end), \(days) d")
        } catch { return HealthFinding(.certificate, .fault, "\(error)") }
    }

    /// Bytes in words: `73.2 GB` (powers of ten).
    private static func bytes(_ count: Int) -> String {
        count < 1_000_000_000
            ? String(format: "%.1f MB", Double(count) / 1e6) : String(format: "%.1f GB", Double(count) / 1e9)
    }
}
