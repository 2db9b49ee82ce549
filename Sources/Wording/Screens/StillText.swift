// SPDX-License-Identifier: Apache-2.0

/// A still picture of a case, searched once among the persons of interest.
public enum StillText: String, ScreenText {
    case title, lead, picture, explains, choose, search, searched, confirmedLead

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Foto perkara", "Picture of a case")
        case .lead:
            Phrase(
                "Satu foto dari perkara yang dinyatakan dicari sekali di antara orang yang diawasi. Dua orang lain memastikan.",
                "One picture of the declared case is searched once among the persons of interest. Two others confirm.")
        case .picture: Phrase("Foto dari perkara", "The picture of the case")
        case .explains:
            Phrase(
                "Tidak ada yang ditampilkan sebelum dua pemeriksa memastikan. Foto yang tidak cocok dengan siapa pun tidak disimpan.",
                "Nothing is shown before two reviewers have confirmed. A picture that matches nobody is not kept.")
        case .choose: Phrase("Pilih foto", "Choose a picture")
        case .search: Phrase("Cari sekali", "Search once")
        case .searched:
            Phrase(
                "Foto sudah dicari. Jika dua pemeriksa memastikan, hasilnya muncul di halaman ini.",
                "The picture was searched. Where two reviewers confirm, the answer appears on this page.")
        case .confirmedLead:
            Phrase(
                "Dari foto Anda dalam perkara ini, dua belas jam terakhir. Petunjuk, bukan bukti.",
                "Of your pictures within this case, the last twelve hours. A lead, no proof.")
        }
    }
}
