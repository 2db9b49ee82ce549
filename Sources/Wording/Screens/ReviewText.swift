// SPDX-License-Identifier: Apache-2.0

/// Judging who a traveller is.
public enum ReviewText: String, ScreenText {
    case menu, title, lead, question, confirmedEarlier, rejectedEarlier, none, teaches, teachesHint,
        recorded

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Tinjau", "Review")
        case .title: Phrase("Antrean tinjauan identitas", "Identity review queue")
        case .lead:
            Phrase(
                "Penumpang yang paling meragukan dahulu: putusan atas mereka paling banyak menjelaskan.",
                "The most doubtful travellers first: a judgement on these teaches most.")
        case .question: Phrase("Apakah penumpang ini orang itu?", "Is the traveller that person?")
        case .confirmedEarlier:
            Phrase("Dipastikan orang yang sama dengan dokumen ini", "Confirmed with this document")
        case .rejectedEarlier:
            Phrase("Dinyatakan orang lain dengan dokumen ini", "Said to be somebody else with this document")
        case .none:
            Phrase("Tidak ada identitas yang perlu ditinjau.", "No identity needs a review.")
        case .teaches: Phrase("Keraguan (bit)", "Doubt (bits)")
        case .teachesHint:
            Phrase(
                "0 berarti pasti; 1 berarti dua kemungkinan yang seimbang.",
                "0 is certain; 1 is two possibilities that are even.")
        case .recorded: Phrase("Putusan identitas dicatat.", "The judgement of identity is recorded.")
        }
    }
}
