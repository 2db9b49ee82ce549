// SPDX-License-Identifier: Apache-2.0

/// Words of what may be done and of what was done.
enum ActionWords {
    /// What the policy grants or not, in the infinitive.
    static let action: [String: Phrase] = [
        "view-board": Phrase("melihat papan", "see the board"),
        "view-voyage": Phrase("melihat manifes", "see a voyage"),
        "view-traveller": Phrase("melihat kartu penumpang", "see a traveller card"),
        "view-source": Phrase("melihat pesan sumber", "see a source message"),
        "view-hits": Phrase("melihat kecocokan", "see hits"),
        "search": Phrase("mencari", "search"),
        "view-quarantine": Phrase("melihat karantina", "see the quarantine"),
        "view-watchlist": Phrase("melihat daftar pantau", "see the watchlist"),
        "edit-watchlist": Phrase("mengubah daftar pantau", "change the watchlist"),
        "judge": Phrase("menilai kecocokan", "judge a hit"),
        "assign": Phrase("menugaskan kecocokan", "assign a hit"),
        "record-outcome": Phrase("mencatat pemeriksaan", "record an examination"),
        "view-handover": Phrase("melihat serah terima jaga", "see the hand-over"),
        "write-handover": Phrase("menulis catatan serah terima", "write a hand-over note"),
        "take-over": Phrase("mengambil alih jaga", "take over a shift"),
        "enter-document": Phrase("mengetik dokumen di pos", "type a document at the post"),
        "submit-manifest": Phrase("menyerahkan daftar penumpang", "hand in a passenger list"),
        "view-decisions": Phrase("melihat keputusan", "see decisions"),
        "view-audit": Phrase("melihat jejak audit", "see the audit trail"),
        "view-accounts": Phrase("melihat akun", "see accounts"),
        "edit-account": Phrase("mengubah akun", "change an account"),
        "view-status": Phrase("melihat keadaan sistem", "see the system's state"),
        "view-quality": Phrase("melihat mutu data pengangkut", "see the quality of carriers' data"),
        "try-message": Phrase("mencoba pesan", "try a message"),
        "write-letter": Phrase("menyusun surat kepada pengangkut", "write a letter to a carrier"),
        "view-profiles": Phrase("melihat profil pengangkut", "see carrier profiles"),
        "edit-profile": Phrase("mengubah profil pengangkut", "change a carrier profile"),
        "replay-quarantine": Phrase("membaca ulang karantina", "read the quarantine again"),
        "ingest": Phrase("memasukkan pesan", "hand in messages"),
        "export": Phrase("mengekspor data", "export data"),
        "reveal": Phrase("membuka samaran", "unmask"),
    ]

    /// What the audit log says was done.
    static let done: [String: Phrase] = [
        "sign-in": Phrase("masuk", "signed in"),
        "sign-out": Phrase("keluar", "signed out"),
        "declare-purpose": Phrase("menyatakan tujuan akses", "declared a purpose"),
        "view-board": Phrase("melihat papan", "saw the board"),
        "view-voyage": Phrase("melihat manifes", "saw a voyage"),
        "view-traveller": Phrase("melihat kartu penumpang", "saw a traveller card"),
        "view-source": Phrase("melihat pesan sumber", "saw a source message"),
        "view-hits": Phrase("melihat kecocokan", "saw hits"),
        "search": Phrase("mencari", "searched"),
        "view-quarantine": Phrase("melihat karantina", "saw the quarantine"),
        "view-watchlist": Phrase("melihat daftar pantau", "saw the watchlist"),
        "view-handover": Phrase("melihat serah terima jaga", "saw the hand-over"),
        "view-decisions": Phrase("melihat keputusan", "saw decisions"),
        "view-audit": Phrase("melihat jejak audit", "saw the audit trail"),
        "view-accounts": Phrase("melihat akun", "saw accounts"),
        "view-status": Phrase("melihat keadaan sistem", "saw the system's state"),
        "view-quality": Phrase("melihat mutu data pengangkut", "saw the quality of carriers' data"),
        "try-message": Phrase("mencoba pesan", "tried a message"),
        "write-letter": Phrase("menyusun surat kepada pengangkut", "wrote a letter to a carrier"),
        "view-profiles": Phrase("melihat profil pengangkut", "saw carrier profiles"),
        "edit-profile": Phrase("mengubah profil pengangkut", "changed a carrier profile"),
        "replay-quarantine": Phrase("membaca ulang karantina", "read the quarantine again"),
        "export": Phrase("mengekspor data", "exported data"),
        "ingest": Phrase("memasukkan pesan", "handed in messages"),
        "screen": Phrase("mengolah pesan", "screened messages"),
        "judge": Phrase("menilai kecocokan", "judged a hit"),
        "assign": Phrase("menugaskan kecocokan", "assigned a hit"),
        "record-outcome": Phrase("mencatat pemeriksaan", "recorded an examination"),
        "edit-watchlist": Phrase("mengubah daftar pantau", "changed the watchlist"),
        "write-handover": Phrase("menulis catatan serah terima", "wrote a hand-over note"),
        "take-over": Phrase("mengambil alih jaga", "took over the shift"),
        "enter-document": Phrase("mengetik dokumen di pos", "typed a document at the post"),
        "submit-manifest": Phrase("mengolah daftar penumpang", "worked on a passenger list"),
        "edit-account": Phrase("mengubah akun", "changed an account"),
        "push-board": Phrase("menerima pembaruan papan", "received a board update"),
        "initialise": Phrase("menyiapkan folder data", "set up the data folder"),
        "rebuild": Phrase("menyusun ulang data turunan", "rebuilt derived data"),
        "checkpoint": Phrase("menandatangani titik periksa", "signed a checkpoint"),
        "reveal": Phrase("membuka samaran", "unmasked"),
    ]

    static let outcome: [String: Phrase] = [
        "done": Phrase("terlaksana", "done"),
        "refused": Phrase("ditolak", "refused"),
        "failed": Phrase("gagal", "failed"),
    ]

    static let fault: [String: Phrase] = [
        "altered": Phrase("isi catatan diubah", "the record was changed"),
        "missing": Phrase("catatan hilang", "the record is missing"),
        "reordered": Phrase("catatan tidak pada urutannya", "the record is out of order"),
        "unlinked": Phrase(
            "catatan tidak menyambung dengan yang sebelumnya", "the record does not follow the one before"),
        "cut": Phrase("rantai terpotong sebelum titik periksa", "the chain ends before a checkpoint"),
        "rewritten": Phrase("rantai ditulis ulang", "the chain was written anew"),
        "checkpoint-forged": Phrase("titik periksa tidak asli", "a checkpoint is not genuine"),
    ]
}
