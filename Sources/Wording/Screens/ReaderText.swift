// SPDX-License-Identifier: Apache-2.0

/// Card readers at a post.
public enum ReaderText: String, ScreenText {
    case title, hint, ready, waiting, held, gone, use, takeOver, leave, cardRead, lookUp, leavesScreen

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Pembaca kartu", "Card readers")
        case .hint:
            Phrase(
                "Kartu yang dibaca hanya tampil pada petugas yang memakai pembaca itu.",
                "A card appears only to the officer who works with its reader.")
        case .ready: Phrase("siap", "ready")
        case .waiting: Phrase("siap, menunggu kartu", "ready, waits for a card")
        case .held: Phrase("dipakai petugas lain", "used by another officer")
        case .gone: Phrase("tidak terhubung", "not connected")
        case .use: Phrase("Pakai pembaca ini", "Use this reader")
        case .takeOver: Phrase("Ambil alih", "Take over")
        case .leave: Phrase("Lepaskan", "Leave it")
        case .cardRead: Phrase("Kartu yang dibaca", "Card that was read")
        case .lookUp: Phrase("Cocokkan kartu ini", "Look up this card")
        case .leavesScreen:
            Phrase("Hilang dari layar setelah satu menit.", "Leaves the screen after one minute.")
        }
    }
}
