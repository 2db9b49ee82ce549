// SPDX-License-Identifier: Apache-2.0

/// Unmasking one traveller for a time, with a second person.
public enum RevealText: String, ScreenText {
    case title, lead, none, noneStanding, request, requestLead, requested, waiting, opened, until, approvedBy, approve
    case approved, decline, declined, needsSecond, standing, askedBy, caseNumber, caseHint

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Buka samaran", "Unmasking")
        case .lead:
            Phrase(
                "Yang disamarkan dari satu penumpang dibuka untuk peminta saja, untuk waktu terbatas; setiap pembacaan dicatat.",
                "What is masked of one traveller is opened to the one who asks only, for a limited time; each read is recorded."
            )
        case .none: Phrase("Tidak ada permintaan yang menunggu.", "No request waits.")
        case .noneStanding: Phrase("Tidak ada samaran yang sedang dibuka.", "Nothing is unmasked now.")
        case .request: Phrase("Minta buka samaran", "Ask to unmask")
        case .requestLead:
            Phrase("Orang kedua harus menyetujui permintaan ini.", "A second person must approve this request.")
        case .requested:
            Phrase("Permintaan dicatat dan menunggu orang kedua.", "The request waits for a second person.")
        case .waiting: Phrase("Permintaan menunggu", "Requests that wait")
        case .opened: Phrase("Samaran dibuka", "Unmasked")
        case .until: Phrase("sampai", "until")
        case .approvedBy: Phrase("disetujui oleh", "approved by")
        case .approve: Phrase("Setujui", "Approve")
        case .approved: Phrase("Permintaan disetujui.", "The request is approved.")
        case .decline: Phrase("Tolak", "Decline")
        case .declined: Phrase("Permintaan ditolak.", "The request is declined.")
        case .needsSecond: Phrase("Harus dijawab oleh orang lain.", "Somebody else must answer it.")
        case .standing: Phrase("Sedang dibuka", "Unmasked now")
        case .askedBy: Phrase("Peminta", "Asked by")
        case .caseNumber: Phrase("Nomor perkara", "Case number")
        case .caseHint: Phrase("3 sampai 64 huruf.", "3 to 64 characters.")
        }
    }
}
