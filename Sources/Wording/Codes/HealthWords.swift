// SPDX-License-Identifier: Apache-2.0

/// Words for the state of an installation, and what to do about it.
enum HealthWords {
    static let subject: [String: Phrase] = [
        "disk": Phrase("Ruang disk yang tersisa", "Disk space left"),
        "clock": Phrase("Jam mesin", "The machine's clock"),
        "keys": Phrase("Kunci", "Keys"),
        "policy": Phrase("Berkas kebijakan", "Policy file"),
        "database": Phrase("Basis data", "Database"),
        "log": Phrase("Log tulis basis data", "The database's write-ahead log"),
        "audit": Phrase("Rantai audit (jumlah catatan)", "Audit chain (records)"),
        "pending": Phrase("Pesan menunggu diolah", "Messages waiting to be screened"),
        "quarantine": Phrase("Pesan dikarantina dalam 24 jam", "Messages quarantined in 24 hours"),
        "carriers": Phrase("Pengangkut yang diam lebih dari 24 jam", "Carriers silent for more than 24 hours"),
        "feeds": Phrase("Saluran pengirim yang diam", "Silent feeds"),
        "refused": Phrase("Berkas yang ditolak dari folder", "Files refused from the folder"),
        "registry": Phrase("Data kependudukan", "Civil registry"),
        "face-models": Phrase("Model wajah", "Face models"),
        "face-records": Phrase("Catatan wajah yang rusak", "Face records that cannot be opened"),
        "certificate": Phrase("Sertifikat TLS (berlaku sampai)", "TLS certificate (valid until)"),
        "backup": Phrase("Cadangan terakhir", "Last backup"),
        "faces": Phrase("Wajah terdaftar (gambar, yang ikut dicari)", "Enrolled faces (pictures, those searched)"),
        "retention": Phrase("Retensi: terakhir dijalankan (jatuh tempo)", "Retention: last run (due)"),
    ]

    static let grade: [String: Phrase] = [
        "good": Phrase("baik", "good"),
        "notice": Phrase("perhatikan", "notice"),
        "fault": Phrase("gangguan", "fault"),
    ]

    static let remedy: [String: Phrase] = [
        "disk": Phrase(
            "Kosongkan ruang atau perbesar disk; 256 MB terakhir disimpan untuk catatan audit, dan pesan baru ditolak.",
            "Make room or enlarge the disk; the last 256 MB are kept for audit records, and new messages are refused."),
        "clock": Phrase(
            "Pasang dan periksa NTP (chrony atau systemd-timesyncd). Jam yang mundur membuat waktu catatan audit tidak masuk akal; selama jam terlalu maju, tidak ada yang dihapus. Jika jamnya benar: cermat retention run --clock-is-right",
            "Install and check NTP (chrony or systemd-timesyncd). A clock set back makes audit times absurd; while it is too far ahead, nothing is forgotten. Where it is right: cermat retention run --clock-is-right"
        ),
        "keys": Phrase(
            "keys/audit.pub tidak cocok dengan kunci audit. Pulihkan folder kunci dari cadangannya.",
            "keys/audit.pub does not go with the audit key. Restore the key folder from its backup."),
        "policy": Phrase(
            "Perbaiki policy.yaml; pesan menyebut baris dan sebabnya. Server tidak mulai tanpanya.",
            "Mend policy.yaml; the text names line and cause. A server does not start without it."),
        "database": Phrase(
            "Hentikan server dan pulihkan dari cadangan terakhir; simpan folder yang rusak.",
            "Stop the server and restore the latest backup; keep the damaged folder."),
        "log": Phrase(
            "Ada pembaca yang menahan log. Mulai ulang server; jika tetap besar, laporkan.",
            "Some reader holds the log. Restart the server; if it stays large, report it."),
        "audit": Phrase(
            "Catatan audit diubah, hilang, atau tertukar di nomor itu. Beri tahu pejabat pelindungan data; jangan hapus apa pun.",
            "An audit record was changed, lost or moved at that number. Tell the data-protection officer; delete nothing."
        ),
        "pending": Phrase(
            "Pastikan server berjalan; lihat lognya bila jumlahnya tetap.",
            "See that a server runs; read its log if the number stays."),
        "quarantine": Phrase(
            "Buka halaman Karantina: apakah satu pengangkut mengubah formatnya? Profil pengangkut dapat membacanya kembali.",
            "Open the page Quarantine: did one carrier change its format? A carrier profile can read it again."),
        "carriers": Phrase(
            "Hubungi pengangkut itu atau periksa salurannya; halaman Mutu menunjukkan perjalanan tanpa pesan.",
            "Ask the carrier or check the line; the page Quality shows voyages without messages."),
        "feeds": Phrase(
            "Buka halaman Saluran: hubungi kontak saluran itu; jika tokennya hilang atau bocor, ganti di sana.",
            "Open the page Feeds: call the feed's contact; if its token was lost or leaked, replace it there."),
        "refused": Phrase(
            "Lihat inbox/refused: berkas melewati batas atau tidak dapat dibaca. Kirim ulang, lalu hapus.",
            "Look into inbox/refused: files over a limit or unreadable. Send them again, then delete them."),
        "registry": Phrase(
            "Periksa registry.yaml: masa perjanjian, indeks, dan alamat layanan.",
            "Check registry.yaml: the agreement's days, the index, the service's address."),
        "face-models": Phrase(
            "Jalankan scripts/face-engine.sh; stasiun dan pencarian wajah tidak bekerja tanpanya.",
            "Run scripts/face-engine.sh; stations and the search of faces do not work without it."),
        "face-records": Phrase(
            "Yang lain tetap tampil; catatan yang rusak dilewati. Pulihkan dari cadangan terakhir yang utuh, atau musnahkan gambar itu.",
            "All others are shown; damaged ones are passed over. Restore the last whole backup, or destroy that picture."
        ),
        "certificate": Phrase(
            "Perbarui sertifikat dan kuncinya di tempat yang sama; server mengambilnya dalam beberapa detik tanpa mulai ulang.",
            "Renew certificate and key in their place; the server takes them within seconds, without a restart."),
        "faces": Phrase(
            "Gambar oleh model lain tidak ikut dicari. Jalankan: cermat face redescribe --data DIR; tanpa mesin wajah: scripts/face-engine.sh dahulu.",
            "Pictures by other models are not searched. Run: cermat face redescribe --data DIR; without the engine scripts/face-engine.sh first."
        ),
        "backup": Phrase(
            "Jalankan: cermat backup --data DIR --to FOLDER, setiap malam (cermat-backup.timer), dan simpan kuncinya di tempat lain.",
            "Run: cermat backup --data DIR --to FOLDER, each night (cermat-backup.timer), and keep the keys elsewhere."),
        "retention": Phrase(
            "Jalankan: cermat retention run. Server menjalankannya setiap malam; lihat mengapa tidak.",
            "Run: cermat retention run. A server does it each night; see why it did not."),
    ]
}
