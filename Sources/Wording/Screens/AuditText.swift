// SPDX-License-Identifier: Apache-2.0

/// The audit trail.
public enum AuditText: String, ScreenText {
    case title, lead, sequence, when, who, what, outcome, purpose, reference, subjects, detail, chain, intact, broken,
        restored
    case lastCheckpoint, filterOfficer, filterAction, filterSubject, older, heatmap, refusals, system, anonymous, none
    case alarms, alarmsNote, noAlarms, alarmCount, alarmSeen, alarmLookedAt, alarmOwn, alarmMark, alarmNote, alarmSaved
    case noFamilyAlarm

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Jejak audit", "Audit trail")
        case .lead:
            Phrase(
                "Siapa melihat atau mengubah apa, kapan, dan untuk tujuan apa. Tanpa data penumpang.",
                "Who saw or changed what, when, and for which purpose. No passenger data.")
        case .sequence: Phrase("Nomor urut", "Number")
        case .when: Phrase("Waktu", "When")
        case .who: Phrase("Siapa", "Who")
        case .what: Phrase("Apa", "What")
        case .outcome: Phrase("Hasil", "Outcome")
        case .purpose: Phrase("Tujuan", "Purpose")
        case .reference: Phrase("Nomor surat", "Reference")
        case .subjects: Phrase("Tentang", "About")
        case .detail: Phrase("Rincian", "Detail")
        case .chain: Phrase("Rantai catatan", "Chain of records")
        case .intact: Phrase("Rantai utuh sampai catatan terakhir.", "The chain is whole up to the last record.")
        case .restored:
            Phrase(
                "Rantai utuh, tetapi dipulihkan dari cadangan. Nomor yang hilang:",
                "The chain is whole, but restored from a backup. Numbers that are gone:")
        case .broken: Phrase("Rantai rusak.", "The chain is broken.")
        case .lastCheckpoint: Phrase("Titik periksa terakhir", "Last checkpoint")
        case .filterOfficer: Phrase("Petugas", "Officer")
        case .filterAction: Phrase("Tindakan", "Action")
        case .filterSubject: Phrase("Pengenal (siapa melihat siapa)", "Identifier (who saw whom)")
        case .older: Phrase("Catatan lebih lama", "Older records")
        case .heatmap: Phrase("Akses per petugas dan jam", "Access by officer and hour")
        case .refusals: Phrase("Penolakan", "Refusals")
        case .system: Phrase("program", "the program")
        case .anonymous: Phrase("belum masuk", "not signed in")
        case .alarms: Phrase("Alarm pembacaan", "Reading alarms")
        case .alarmsNote:
            Phrase(
                "Dua minggu terakhir. Alarm bukan tuduhan: nama yang sama atau malam yang sibuk tampak sama. Tanyakan kepada petugasnya.",
                "The last two weeks. An alarm accuses nobody: a namesake or a busy night looks the same. Ask the officer."
            )
        case .noFamilyAlarm:
            Phrase(
                "Alarm keluarga sendiri tidak bekerja di sini: nomor kartu keluarga hanya diketahui dari ekstrak catatan sipil atau layanan yang memberi data.",
                "The alarm about one's own family does not work here: family cards are known only from an extract of the civil registry or from a service that gives data."
            )
        case .noAlarms: Phrase("Tidak ada alarm.", "No alarm.")
        case .alarmCount: Phrase("Pembacaan", "Reads")
        case .alarmSeen: Phrase("Pemeriksaan", "Looked at")
        case .alarmLookedAt: Phrase("diperiksa", "looked at")
        case .alarmOwn:
            Phrase(
                "Tentang pembacaan Anda; orang lain yang memeriksanya.",
                "About your reading; somebody else looks at it.")
        case .alarmMark: Phrase("Tandai sudah diperiksa", "Mark as looked at")
        case .alarmNote: Phrase("Hasil pemeriksaan", "What was found")
        case .alarmSaved: Phrase("Alarm ditandai sudah diperiksa.", "The alarm is marked as looked at.")
        case .none: Phrase("Tidak ada catatan yang cocok.", "No record fits.")
        }
    }
}
