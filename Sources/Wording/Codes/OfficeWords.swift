// SPDX-License-Identifier: Apache-2.0

/// Words of the Mandate and Safeguards rooms' codes, apart from actions.
enum OfficeWords {
    static let role: [String: Phrase] = [
        "officer": Phrase("petugas jaga", "shift officer"),
        "analyst": Phrase("analis", "analyst"),
        "supervisor": Phrase("penyelia", "supervisor"),
        "intake-engineer": Phrase("teknisi penerimaan data", "intake engineer"),
        "administrator": Phrase("administrator", "administrator"),
        "auditor": Phrase("auditor", "auditor"),
        "data-protection-officer": Phrase("pejabat pelindungan data pribadi", "data-protection officer"),
    ]

    static let purpose: [String: Phrase] = [
        "arrival-control": Phrase("pengawasan kedatangan", "control of arrivals"),
        "departure-control": Phrase("pengawasan keberangkatan", "control of departures"),
        "targeting": Phrase("penargetan sebelum kedatangan", "targeting before arrival"),
        "post-seizure": Phrase("analisis pasca penindakan", "post-seizure analysis"),
        "supervision": Phrase("penyeliaan", "supervision"),
        "intake-repair": Phrase("perbaikan pesan yang tidak terbaca", "repair of unreadable messages"),
        "oversight": Phrase("pemeriksaan jejak audit", "audit"),
        "administration": Phrase("pengelolaan akun", "administration of accounts"),
    ]

    static let legalBasis: [String: Phrase] = [
        "PMK-166/2014; PER-06/BC/2021": Phrase(
            "PMK 166/PMK.04/2014 dan PER-06/BC/2021 (data penumpang)",
            "PMK 166/PMK.04/2014 and PER-06/BC/2021 (passenger data)"),
        "UU 10/1995 jo. UU 17/2006": Phrase(
            "UU 10/1995 jo. UU 17/2006 (Kepabeanan)", "Law 10/1995 as amended by Law 17/2006 (customs)"),
        "PER-06/BC/2021 (integritas)": Phrase(
            "PER-06/BC/2021 (keutuhan dan ketersediaan data)", "PER-06/BC/2021 (integrity and availability of data)"),
        "UU 27/2022": Phrase(
            "UU 27/2022 (Pelindungan Data Pribadi)", "Law 27/2022 (Personal Data Protection)"),
    ]

    static let retention: [String: Phrase] = [
        "registry": Phrase("jawaban catatan sipil", "answers of the civil registry"),
        "passenger-data": Phrase("data penumpang", "passenger data"),
        "quarantine": Phrase("karantina", "quarantine"),
        "watchlist": Phrase("daftar pantau", "watchlist"),
        "decision": Phrase("keputusan", "decisions"),
        "account": Phrase("akun", "accounts"),
    ]

    static let field: [String: Phrase] = [
        "name": Phrase("Nama", "Name"),
        "birth-date": Phrase("Tanggal lahir", "Birth date"),
        "birth-place": Phrase("Tempat lahir", "Place of birth"),
        "sex": Phrase("Jenis kelamin", "Sex"),
        "nationality": Phrase("Kewarganegaraan", "Nationality"),
        "residence": Phrase("Negara tempat tinggal", "Country of residence"),
        "document": Phrase("Dokumen perjalanan", "Travel document"),
        "nik": Phrase("NIK", "National identity number (NIK)"),
        "contact": Phrase("Telepon dan surel", "Telephone and e-mail"),
        "address": Phrase("Alamat", "Address"),
        "payment": Phrase("Cara pembayaran", "Form of payment"),
        "booking": Phrase("Pemesanan", "Booking"),
        "itinerary": Phrase("Rute", "Itinerary"),
        "companions": Phrase("Teman seperjalanan", "Co-travellers"),
        "seat": Phrase("Kursi", "Seat"),
        "baggage": Phrase("Bagasi", "Baggage"),
        "source-text": Phrase("Pesan sumber", "Source message"),
        "history": Phrase("Perjalanan terdahulu", "Earlier journeys"),
        "hits": Phrase("Kecocokan", "Hits"),
        "watchlist-entry": Phrase("Entri pantau", "Watchlist entry"),
        "remarks": Phrase("Catatan pemesanan", "Booking remarks"),
        "disagreements": Phrase("Perbedaan API dan PNR", "API and PNR disagreements"),
        "registry": Phrase("Catatan sipil", "Civil registry"),
        "mother-name": Phrase("Nama ibu", "Mother's name"),
        "family": Phrase("Keluarga dalam perjalanan", "Family on the voyage"),
    ]

    static let visibility: [String: Phrase] = [
        "shown": Phrase("ditampilkan", "shown"),
        "masked": Phrase("disamarkan", "masked"),
        "denied": Phrase("tidak ditampilkan untuk tujuan akses ini", "not shown for this purpose"),
    ]

    static let refusal: [String: Phrase] = [
        "not-for-role": Phrase("Peran Anda tidak berhak melakukan ini.", "Your role may not do this."),
        "no-purpose": Phrase("Nyatakan tujuan akses terlebih dahulu.", "Declare a purpose first."),
        "purpose-expired": Phrase(
            "Tujuan akses sudah berakhir; nyatakan lagi.", "The purpose has run out; declare it again."),
        "not-for-purpose": Phrase(
            "Tujuan akses yang dinyatakan tidak mencakup ini.", "The declared purpose does not cover this."),
        "post-unknown": Phrase("Pilih pos tempat Anda bertugas.", "Choose the post where you work."),
        "other-post": Phrase("Ini bukan pos Anda.", "This is not your post."),
        "own-acts": Phrase(
            "Ini tentang tindakan Anda sendiri; orang lain yang memeriksanya.",
            "This is about your own acts; somebody else looks at them."),
    ]

    static let purposeProblem: [String: Phrase] = [
        "not-for-role": Phrase(
            "Peran Anda tidak dapat menyatakan tujuan ini.", "Your role may not declare this purpose."),
        "bad-reference": Phrase(
            "Nomor surat tugas atau perkara: 3 sampai 64 huruf.", "Number of the letter or case: 3 to 64 characters."),
    ]

    static let passwordProblem: [String: Phrase] = [
        "too-short": Phrase("Kata sandi terlalu pendek.", "The password is too short."),
        "too-long": Phrase("Kata sandi terlalu panjang.", "The password is too long."),
        "common": Phrase("Kata sandi ini terlalu umum.", "The password is too common."),
        "too-regular": Phrase(
            "Kata sandi ini hanya urutan atau ulangan.", "The password is only a sequence or a repetition."),
        "contains-login": Phrase("Kata sandi memuat nama masuk.", "The password contains the sign-in name."),
    ]

    static let session: [String: Phrase] = [
        "active": Phrase("Sesi berlaku.", "The session is active."),
        "idle": Phrase(
            "Sesi berakhir karena lama tidak dipakai. Masuk lagi.",
            "The session ended after a time without use. Sign in again."),
        "too-old": Phrase("Sesi sudah terlalu lama. Masuk lagi.", "The session is too old. Sign in again."),
        "not-yet": Phrase("Jam server berubah. Masuk lagi.", "The server's clock has changed. Sign in again."),
    ]

    static let scope: [String: Phrase] = [
        "own": Phrase("pos sendiri", "own posts"),
        "all": Phrase("semua pos", "all posts"),
    ]
}
