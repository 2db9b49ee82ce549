// SPDX-License-Identifier: Apache-2.0

/// The sign-in page.
public enum SignInText: String, ScreenText {
    case title, login, password, submit, wrong, inactive, ended, signedOut, recorded, demoTitle, demoHint, newPassword
    case repeatPassword, passwordsDiffer, mustChange, passwordHint

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Masuk", "Sign in")
        case .login: Phrase("Nama masuk", "Sign-in name")
        case .password: Phrase("Kata sandi", "Password")
        case .submit: Phrase("Masuk ke Cermat", "Sign in to Cermat")
        case .wrong: Phrase("Nama masuk atau kata sandi salah.", "The sign-in name or password is wrong.")
        case .inactive:
            Phrase("Akun ini tidak aktif. Hubungi administrator.", "This account is not active. Ask the administrator.")
        case .ended:
            Phrase(
                "Sesi Anda berakhir. Masuk lagi untuk melanjutkan.",
                "Your session has ended. Sign in again to go on.")
        case .signedOut: Phrase("Anda sudah keluar.", "You have signed out.")
        case .recorded:
            Phrase("Setiap akses dicatat: siapa, kapan, untuk apa.", "Every access is recorded: who, when, what for.")
        case .demoTitle: Phrase("Masuk sebagai (peraga)", "Sign in as (demonstration)")
        case .demoHint:
            Phrase(
                "Pilih peran; tujuan akses sudah diisi. Hanya pada komputer ini.",
                "Choose a role; the purpose is filled in. On this computer only.")
        case .newPassword: Phrase("Kata sandi baru", "New password")
        case .repeatPassword: Phrase("Ulangi kata sandi baru", "Repeat the new password")
        case .passwordsDiffer: Phrase("Kedua kata sandi tidak sama.", "The two passwords differ.")
        case .mustChange: Phrase("Ganti kata sandi sebelum melanjutkan.", "Change your password before you go on.")
        case .passwordHint:
            Phrase(
                "Paling sedikit 12 huruf; kalimat yang mudah diingat lebih baik.",
                "At least 12 characters; a sentence that you can remember is best.")
        }
    }
}
