// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Travel

/// Changes of tables of codes: in force at once, in the log, taken back, and what a file would change.
@Suite struct TableDeskTests {
    static let now: Int64 = 1_768_400_000_000
    let store = MemoryStore(vault: EphemeralKeyVault())
    let shipped: GazetteerIndex
    let desk: TableDesk
    let mandate = Mandated(officer: RecordID(high: 1, low: 1), role: .administrator, post: nil, grant: nil)

    init() throws {
        shipped = try GazetteerIndex(
            ports: Array(
                "CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nCGK,Soekarno-Hatta,IDN,Asia/Jakarta,420,air\nSIN,Changi,SGP,Asia/Singapore,480,air\n"
                    .utf8),
            carriers: Array("CODE,NAME,COUNTRY,MODE\nGA,Garuda Indonesia,IDN,air\n".utf8))
        desk = TableDesk(store: store, live: LiveGazetteer(shipped))
    }

    static func port(_ code: String, _ name: String) -> GazetteerRow {
        GazetteerRow([
            .code: code, .name: name, .country: "IDN", .zone: "Asia/Jayapura", .offset: "540", .mode: "air",
        ])
    }

    func put(_ row: GazetteerRow, _ now: Int64 = TableDeskTests.now) async throws {
        try await desk.put(row, in: .ports, reason: "surat DJPU", by: mandate, atMilliseconds: now)
    }

    @Test func `a row is added, corrected, withdrawn and returned, each with its decision`() async throws {
        try await put(Self.port("XQZ", "Uji"))
        #expect(desk.live.current.port("XQZ")?.utcOffsetMinutes == 540)
        try await put(Self.port("CGK", "Cengkareng"))
        #expect(desk.live.current.port("CGK")?.name == "Cengkareng")
        for stance in [GazetteerStance.withdrawn, .asShipped] {
            try await desk.set(
                "CGK", in: .ports, to: stance, reason: "uji", by: mandate, atMilliseconds: Self.now)
            #expect(desk.live.current.port("CGK")?.name == (stance == .withdrawn ? nil : "Soekarno-Hatta"))
        }
        try await desk.set("XQZ", in: .ports, to: .withdrawn, reason: "uji", by: mandate, atMilliseconds: Self.now)
        #expect(desk.live.current.port("XQZ") == nil && desk.listings(.ports).count == 2)
        let acts = try await desk.entries(atMilliseconds: Self.now).map(\.change.act)
        #expect(acts == [.added, .corrected, .withdrawn, .returned, .withdrawn])
        let audit = try await store.audit(AuditQuery(subject: "table:ports", actions: [.editTable]))
        #expect(audit.count == 5 && audit.last?.event.detail == "added rows=1")
        for reason in ["", "   ", " ab "] {
            await #expect(throws: CaseworkError.reasonRequired) {
                try await desk.put(
                    Self.port("XQY", "Uji"), in: .ports, reason: reason, by: mandate, atMilliseconds: Self.now)
            }
        }
        await #expect(throws: CaseworkError.invalid(field: "OFFSET", why: "wrong-offset")) {
            var row = Self.port("XQY", "Uji")
            row.values[.offset] = "420"
            try await desk.put(row, in: .ports, reason: "uji", by: mandate, atMilliseconds: Self.now)
        }
        #expect(desk.live.current.port("XQY") == nil)
    }

    @Test func `another process and a new start see the same rows`() async throws {
        try await put(Self.port("XQZ", "Uji"))
        let other = TableDesk(store: store, live: LiveGazetteer(shipped))
        try await other.refresh(atMilliseconds: Self.now)
        #expect(other.live.current.port("XQZ") != nil)
        try await put(Self.port("XQZ", "Uji Dua"), Self.now + 10)
        try await other.refresh(atMilliseconds: Self.now + 1_001)
        #expect(other.live.current.port("XQZ")?.name == "Uji Dua")
    }

    @Test func `the log is followed by its numbers, whatever the clock of who wrote says`() async throws {
        let tail = DecisionTail(store, kinds: [.tableChanged], limit: 2)
        #expect(try await tail.decisions(atMilliseconds: Self.now).records.isEmpty)
        // Clocks that are a day back, as of another machine or after a correction.
        for (number, name) in ["Satu", "Dua", "Tiga"].enumerated() {
            try await put(Self.port("XQZ", name), Self.now - 86_400_000 * Int64(number))
        }
        #expect(try await tail.decisions(atMilliseconds: Self.now + 500).records.isEmpty, "still fresh")
        let held = try await tail.decisions(atMilliseconds: Self.now + 1_000)
        #expect(held.records.count == 2 && held.sequence == 3, "the newest of the log")
        let other = TableDesk(store: store, live: LiveGazetteer(shipped))
        try await other.refresh(atMilliseconds: Self.now)
        #expect(other.live.current.port("XQZ")?.name == "Tiga")
    }

    @Test func `an overlay of earlier changes does not replace a later one`() async throws {
        let live = LiveGazetteer(shipped)
        var overlay = GazetteerOverlay()
        overlay[.ports, "CGK"] = .withdrawn
        live.apply(overlay, asOf: 7)
        live.apply(GazetteerOverlay(), asOf: 6)
        #expect(live.current.port("CGK") == nil && live.version == 1)
        live.apply(GazetteerOverlay(), asOf: 8)
        #expect(live.current.port("CGK") != nil && live.version == 2 && live.sequence == 8)
    }

    @Test func `a file is previewed, taken over as one change, and taken back`() async throws {
        let csv = """
            NAME,CODE,COUNTRY,ZONE,OFFSET,MODE,REMARK
            "Uji, Dua",XQZ,IDN,Asia/Jayapura,540,air,x
            Cengkareng,CGK,IDN,Asia/Jakarta,420,air,
            Changi,SIN,SGP,Asia/Singapore,480,air,
            Salah,XQY,IDN,Asia/Atlantis,420,air,
            Lagi,XQZ,IDN,Asia/Jayapura,540,air,
            """
        let file = try await desk.preview(Array(csv.utf8), of: .ports, atMilliseconds: Self.now)
        #expect(file.added.map(\.after[.name]) == ["Uji, Dua"] && file.changed.map(\.line) == [3])
        #expect(file.unchanged == 1 && file.changed.first?.before?[.name] == "Soekarno-Hatta")
        #expect(file.refused.map(\.line) == [5, 6])
        #expect(file.refused.map(\.problems.first?.kind) == [.unknownZone, .repeated])
        #expect(desk.live.current.port("XQZ") == nil, "a preview changes nothing")
        #expect(try await desk.take(file, reason: "daftar 2026", by: mandate, atMilliseconds: Self.now) == 2)
        #expect(desk.live.current.port("XQZ")?.name == "Uji, Dua")
        let export = TableExport.csv(desk.listings(.ports), of: .ports)
        let again = try await desk.preview(Array(export.utf8), of: .ports, atMilliseconds: Self.now)
        #expect(again.rows.isEmpty && again.refused.isEmpty && again.unchanged == 3, "an export says nothing new")
        await #expect(throws: CaseworkError.self) {
            _ = try await desk.take(again, reason: "daftar 2026", by: mandate, atMilliseconds: Self.now)
        }
        let id = try #require(try await desk.entries(atMilliseconds: Self.now).last?.record.id)
        try await put(Self.port("XQZ", "Lain"), Self.now + 1)
        await #expect(throws: CaseworkError.notAllowed(why: "XQZ was changed since")) {
            try await desk.undo(id, reason: "salah berkas", by: mandate, atMilliseconds: Self.now + 2)
        }
        let later = try #require(try await desk.entries(atMilliseconds: Self.now + 2).last?.record.id)
        try await desk.undo(later, reason: "kembali", by: mandate, atMilliseconds: Self.now + 3)
        try await desk.undo(id, reason: "salah berkas", by: mandate, atMilliseconds: Self.now + 4)
        #expect(desk.live.overlay.stances(.ports).isEmpty && desk.live.current.port("CGK")?.name == "Soekarno-Hatta")
    }

    @Test(arguments: [
        "", "CODE,NAME\nX,Y", "\u{0}\u{1}", String(repeating: "x", count: TableImport.byteLimit + 1),
        "CODE;NAME;COUNTRY;ZONE;OFFSET\n",
    ])
    func `refuses files that are no such table`(text: String) async throws {
        do {
            _ = try await desk.preview(Array(text.utf8), of: .ports, atMilliseconds: Self.now)
            Issue.record("taken")
        } catch {
            guard case .invalid(field: "file", _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func `reads semicolons and comments as spreadsheets write them`() async throws {
        let csv = "CODE;NAME;COUNTRY;MODE\r\n# catatan\r\nQG;Citilink;IDN;air\r\n"
        let file = try await desk.preview(
            Array(("\u{FEFF}" + csv).utf8), of: .carriers, atMilliseconds: Self.now)
        #expect(file.added.map(\.after[.name]) == ["Citilink"] && file.refused.isEmpty)
    }

    @Test func `coming voyages at a changed port are screened anew, past ones keep what they were`() async throws {
        let minute = Int(Self.now / 60_000)
        let coming = StoreSamples.facts(1, arrivalUTC: minute + 300)
        let past = StoreSamples.facts(2, arrivalUTC: minute - 3_000)
        let elsewhere = StoreSamples.facts(3, to: "DPS", arrivalUTC: minute + 300)
        _ = try await store.append((1...3).map { StoreSamples.message($0) }, audit: [])
        try await store.commit(
            ScreeningChanges(
                screened: (1...3).map { StoreSamples.screened($0, voyage: $0) },
                voyages: [coming, past, elsewhere].map { StoreSamples.change($0) }), audit: [])
        #expect(try await store.inboxCounts().pending == 0)
        var row = Self.port("CGK", "Cengkareng")
        row.values[.zone] = "Asia/Jakarta"
        row.values[.offset] = "420"
        try await put(row)
        #expect(try await store.pendingMessages(limit: 9).map(\.id) == [StoreSamples.id(1)])
    }
}
