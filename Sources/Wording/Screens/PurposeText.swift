// SPDX-License-Identifier: Apache-2.0

/// The page on which a purpose is declared.
public enum PurposeText: String, ScreenText {
    case title, lead, purpose, reference, referenceHint, legalBasis, post, submit, noneForRole, endsAt

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Nyatakan tujuan akses", "Declare the purpose of access")
        case .lead:
            Phrase(
                "Data penumpang hanya dibuka untuk suatu tujuan, dengan nomor surat tugas atau perkara.",
                "Passenger data open only for a purpose, with the number of a letter or case.")
        case .purpose: Phrase("Tujuan akses", "Purpose")
        case .reference: Phrase("Nomor surat tugas atau perkara", "Number of the letter or case")
        case .referenceHint: Phrase("Misalnya ST-123/KPU.03/2026", "For example ST-123/KPU.03/2026")
        case .legalBasis: Phrase("Dasar hukum", "Legal basis")
        case .post: Phrase("Pos tempat bertugas", "Post where you work")
        case .submit: Phrase("Nyatakan dan lanjutkan", "Declare and go on")
        case .noneForRole: Phrase("Peran ini tidak memerlukan tujuan akses.", "This role needs no purpose.")
        case .endsAt: Phrase("Berakhir", "Ends")
        }
    }
}
