// SPDX-License-Identifier: Apache-2.0

/// The tour of the first five minutes.
public enum TourText: String, ScreenText {
    case title, start, stop, step, boardTitle, board, hitTitle, hit, compareTitle, compare, decideTitle, decide
    case auditTitle, audit

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Keliling lima menit", "A tour in five minutes")
        case .start: Phrase("Mulai keliling", "Start the tour")
        case .stop: Phrase("Akhiri keliling", "End the tour")
        case .step: Phrase("Langkah", "Step")
        case .boardTitle: Phrase("Papan bergerak", "The board moves")
        case .board:
            Phrase(
                "Perjalanan yang sudah tiba, dalam perjalanan, dan akan datang. Pembaruan menunggu sampai Anda siap.",
                "Voyages landed, on the way and due. Updates wait until you are ready.")
        case .hitTitle: Phrase("Kecocokan dijelaskan", "A hit explained")
        case .hit:
            Phrase(
                "Alasan lebih dulu, angka kemudian; setiap alasan membuka segmen pesannya.",
                "Reasons first, numbers later; every reason opens the segment of its message.")
        case .compareTitle: Phrase("API dan PNR", "API against PNR")
        case .compare:
            Phrase(
                "Dua sumber berdampingan; yang berbeda diberi tanda.",
                "Two sources side by side; what differs is marked.")
        case .decideTitle: Phrase("Petugas memutuskan", "An officer decides")
        case .decide:
            Phrase(
                "Seorang petugas menilai; petugas lain menemukan barang. Keduanya tercatat dengan nama.",
                "One officer judges; another finds goods. Both are recorded by name.")
        case .auditTitle: Phrase("Auditor melihat siapa yang melihat", "The auditor sees who looked")
        case .audit:
            Phrase(
                "Setiap pembacaan tercatat dalam rantai yang tidak dapat diubah diam-diam.",
                "Every read is in a chain that nobody can change in secret.")
        }
    }
}
