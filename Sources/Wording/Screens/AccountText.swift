// SPDX-License-Identifier: Apache-2.0

/// Accounts of officers.
public enum AccountText: String, ScreenText {
    case title, lead, login, loginHint, displayName, role, posts, postsHint, active, inactive, add, submit, saved
    case ownNumber, ownNumberHint, ownFamilyCard, ownFamilyCardHint, resetPassword, loginTaken, ownAccount, endsSessions

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Akun", "Accounts")
        case .lead:
            Phrase("Akun, peran, dan pos. Tanpa data penumpang.", "Accounts, roles and posts. No passenger data.")
        case .login: Phrase("Nama masuk", "Sign-in name")
        case .loginHint:
            Phrase("3 sampai 40 huruf a-z, angka, titik, tanda hubung", "3 to 40 of a-z, digits, dot and hyphen")
        case .ownNumber: Phrase("NIK petugas (boleh kosong)", "Officer's own identity number (may be empty)")
        case .ownNumberHint:
            Phrase(
                "16 angka. Hanya disimpan sebagai tanda yang tidak dapat dibaca kembali, supaya pencocokan NIK sendiri diketahui.",
                "16 digits. Kept only as a mark that cannot be read back, so that a look-up of one's own number is noticed."
            )
        case .ownFamilyCard:
            Phrase("Nomor kartu keluarga petugas (boleh kosong)", "Officer's own family card number (may be empty)")
        case .ownFamilyCardHint:
            Phrase(
                "16 angka. Hanya disimpan sebagai tanda yang tidak dapat dibaca kembali, supaya pembacaan keluarga sendiri diketahui.",
                "16 digits. Kept only as a mark that cannot be read back, so that reading of one's own family is noticed."
            )
        case .displayName: Phrase("Nama", "Name")
        case .role: Phrase("Peran", "Role")
        case .posts: Phrase("Pos", "Posts")
        case .postsHint:
            Phrase("Kode pos dipisah koma, misalnya CGK, HLP", "Post codes with commas, for example CGK, HLP")
        case .active: Phrase("Aktif", "Active")
        case .inactive: Phrase("Tidak aktif", "Not active")
        case .add: Phrase("Tambah akun", "Add an account")
        case .submit: Phrase("Simpan akun", "Save the account")
        case .saved: Phrase("Akun disimpan.", "The account is saved.")
        case .resetPassword: Phrase("Kata sandi sementara", "Temporary password")
        case .loginTaken: Phrase("Nama masuk ini sudah dipakai.", "This sign-in name is taken.")
        case .ownAccount: Phrase("Anda tidak dapat mematikan akun sendiri.", "You cannot switch off your own account.")
        case .endsSessions: Phrase("Perubahan mengakhiri sesi petugas ini.", "A change ends this officer's sessions.")
        }
    }
}
