// SPDX-License-Identifier: Apache-2.0

/// Why a new password was refused.
public enum PasswordProblem: Hashable, Sendable {
    case tooShort(minimumCharacters: Int)
    case tooLong(maximumBytes: Int)
    /// It is on the list of common ones, or one of them with letters and digits around it.
    case common
    /// It repeats a character or a short piece, or runs along the alphabet or the digits.
    case tooRegular
    case containsLogin
}

/// What a new password must be: long, and not what everybody tries first (OWASP ASVS 5.0, 6.2.1 to 6.2.4 and 6.2.9).
public struct PasswordRules: Sendable {
    /// Cermat's default; ASVS 6.2.1 asks for at least eight.
    public var minimumCharacters = 12
    /// A bound on work, well above ASVS 6.2.9's 64 characters.
    public static let maximumBytes = 1_024

    public init() {}

    /// What is wrong with a new password; nil when it will do. No rule about kinds of characters (ASVS 6.2.5).
    public func problem(with password: String, login: String) -> PasswordProblem? {
        guard password.utf8.count <= Self.maximumBytes else { return .tooLong(maximumBytes: Self.maximumBytes) }
        guard password.count >= minimumCharacters else { return .tooShort(minimumCharacters: minimumCharacters) }
        let plain = password.lowercased()
        if login.count >= 4 && plain.contains(login.lowercased()) { return .containsLogin }
        let letters = plain.filter { $0.isLetter }
        if Self.common.contains(plain) || Self.commonWords.contains(letters) { return .common }
        return Self.isRegular(Array(plain.unicodeScalars.map(\.value))) ? .tooRegular : nil
    }

    /// A piece of up to six characters repeated, or nothing but steps of the same size.
    private static func isRegular(_ scalars: [UInt32]) -> Bool {
        for period in 1...6 where scalars.count >= 2 * period {
            if (period..<scalars.count).allSatisfy({ scalars[$0] == scalars[$0 - period] }) { return true }
        }
        let steps = zip(scalars.dropFirst(), scalars).map { Int64($0) - Int64($1) }
        return steps.allSatisfy { abs($0) == 1 || abs($0) == 9 }
    }

    /// Long ones among those that attackers try first.
    private static let common: Set<String> = [
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qazxsw23edc", "q1w2e3r4t5y6", "qwertyuiop[]", "qazwsxedcrfv", "123qweasdzxc",
        "123456qwerty", "123456abcdef", "0987654321qwerty", "1q2w3e4r5t6y7u8i", "zaq12wsxcde3", "!qaz2wsx#edc",
        "p@ssw0rd1234", "p@ssw0rd123!", "passw0rd1234", "adm1n1strat0r", "17081945merdeka",
    ]

    /// Words that stay when digits and signs are taken away.
    private static let commonWords: Set<String> = [
        "password", "passwords", "passwordpassword", "mypassword", "adminpassword", "admin", "adminadmin",
        "administrator", "qwerty", "qwertyuiop", "qwertyuiopasdf", "qwertyqwerty", "qwertyuiopasdfghjkl",
        "asdfghjkl", "zxcvbnm", "welcome", "letmein", "letmeinplease", "iloveyou", "iloveyouforever", "changeme",
        "changemenow", "secret", "rahasia", "rahasiabanget", "katasandi", "sandi", "selamatdatang", "sayang",
        "sayangku", "akucintakamu", "indonesia", "indonesiaraya", "indonesiaku", "merdeka", "bismillah",
        "alhamdulillah", "bhinnekatunggalika", "jakarta", "beacukai", "beacukaiku", "beacukaiindonesia",
        "customs", "kepabeanan", "kemenkeu", "djbc", "cermat", "cermatcermat", "superman", "football", "garuda",
    ]
}
