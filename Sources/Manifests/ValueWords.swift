// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Gazetteer
internal import Travel
internal import Wording

/// Countries by alpha-2, alpha-3 and by their names and people in both languages.
enum CountryWords {
    /// The alpha-3 code; nil for what is no country.
    static func code(_ cell: String) -> String? {
        let word = CellText.folded(cell)
        guard !word.isEmpty, word.utf8.count <= 60 else { return nil }
        if let code = byWord[word] { return code }
        let upper = word.uppercased()
        switch upper.utf8.count {
        case 1: return upper == "D" ? "DEU" : nil
        case 2:
            let code = CountryCodes.alpha3(upper)
            return code == upper ? nil : code
        case 3: return CountryCodes.isAlpha3(upper) || special.contains(upper) ? upper : nil
        default: break
        }
        // `ID - INDONESIA`, `WNI (Indonesia)`, `IDN/INDONESIA`.
        let words = word.split(separator: " ")
        guard (2...6).contains(words.count) else { return nil }
        if let code = byWord[words.dropFirst().joined(separator: " ")], words[0].count <= 3 { return code }
        let tail = words[words.count - 1]
        if tail.count <= 3, let code = byWord[words.dropLast().joined(separator: " ")] { return code }
        return nil
    }

    /// Codes of ICAO Doc 9303 part 3, section 5, that are no countries.
    private static let special: Set<String> = ["XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "EUE", "RKS"]

    private static let byWord: [String: String] = {
        var table: [String: String] = [:]
        let languages = Language.allCases.map { Words($0) }
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for a in letters {
            for b in letters {
                let pair = String([a, b])
                let code = CountryCodes.alpha3(pair)
                guard code != pair else { continue }
                for words in languages {
                    let name = CellText.folded(words.country(code))
                    if name.count > 3 { table[name] = code }
                }
            }
        }
        for (code, words) in people { for word in words { table[word] = code } }
        return table
    }()

    /// What lists say besides the names on screens: people, short names, old names.
    private static let people: [(String, [String])] = [
        (
            "IDN",
            [
                "indonesian", "wni", "indo", "ina", "republik indonesia", "republic of indonesia", "indonesians",
                "orang indonesia",
            ]
        ),
        ("SGP", ["singaporean", "singapore", "singapura", "spore", "sgpr", "warga singapura"]),
        ("MYS", ["malaysian", "malaysia", "msia"]),
        (
            "CHN",
            [
                "chinese", "china", "tiongkok", "cina", "prc", "rrt", "republik rakyat tiongkok",
                "peoples republic of china",
            ]
        ),
        ("IND", ["indian", "india"]), ("JPN", ["japanese", "japan", "jepang"]),
        ("KOR", ["korean", "south korea", "korea selatan", "korea", "republic of korea", "republik korea", "s korea"]),
        ("PRK", ["north korea", "korea utara"]), ("PHL", ["filipino", "filipina", "philippines", "philippine"]),
        ("THA", ["thai", "thailand"]), ("VNM", ["vietnamese", "vietnam", "viet nam"]),
        ("MMR", ["myanmar", "burmese", "burma", "burmese myanmar"]), ("BGD", ["bangladeshi", "bangladesh"]),
        ("PAK", ["pakistani", "pakistan"]), ("LKA", ["sri lankan", "sri lanka"]),
        ("NPL", ["nepalese", "nepali", "nepal"]),
        ("AUS", ["australian", "australia", "aussie"]), ("NZL", ["new zealander", "new zealand", "selandia baru"]),
        (
            "USA",
            [
                "american", "united states", "united states of america", "amerika serikat", "amerika", "u s a",
                "us citizen",
            ]
        ),
        (
            "GBR",
            [
                "british", "uk", "united kingdom", "great britain", "inggris", "britain", "british citizen",
                "inggris raya", "england",
            ]
        ),
        ("NLD", ["dutch", "netherlands", "the netherlands", "belanda", "holland"]),
        ("DEU", ["german", "germany", "jerman"]), ("FRA", ["french", "france", "prancis", "perancis"]),
        ("RUS", ["russian", "russia", "rusia", "russian federation", "federasi rusia"]),
        ("TWN", ["taiwanese", "taiwan", "taiwan province of china"]),
        ("HKG", ["hong kong", "hongkong", "hong konger"]),
        ("BRN", ["bruneian", "brunei", "brunei darussalam"]), ("KHM", ["cambodian", "cambodia", "kamboja"]),
        ("LAO", ["laotian", "laos", "lao"]), ("TLS", ["timor leste", "east timor", "timorese"]),
        ("PNG", ["papua new guinea", "papua nugini"]),
        ("SAU", ["saudi", "saudi arabia", "arab saudi", "saudi arabian"]),
        ("ARE", ["emirati", "uae", "united arab emirates", "uni emirat arab"]),
        ("TUR", ["turkish", "turkey", "turki", "turkiye"]),
        ("CAN", ["canadian", "canada", "kanada"]), ("ITA", ["italian", "italy", "italia"]),
        ("ESP", ["spanish", "spain", "spanyol"]),
        ("CHE", ["swiss", "switzerland"]), ("SWE", ["swedish", "sweden", "swedia"]),
        ("NOR", ["norwegian", "norway", "norwegia"]),
        ("IRN", ["iranian", "iran"]), ("IRL", ["irish", "ireland", "irlandia"]), ("NGA", ["nigerian", "nigeria"]),
        ("ZAF", ["south african", "south africa", "afrika selatan"]), ("EGY", ["egyptian", "egypt", "mesir"]),
        ("YEM", ["yemeni", "yemen", "yaman"]), ("POL", ["polish", "poland", "polandia"]),
        ("BEL", ["belgian", "belgium", "belgia"]),
        ("UKR", ["ukrainian", "ukraine", "ukraina"]), ("BRA", ["brazilian", "brazil", "brasil"]),
        ("DNK", ["danish", "denmark"]),
        ("PRT", ["portuguese", "portugal", "portugis"]), ("FIN", ["finnish", "finland", "finlandia"]),
    ]
}

/// How a column writes the sexes.
enum SexWords {
    /// `P` beside `W` is pria; beside `L`, or alone, perempuan.
    static func isMaleFemaleByPW(_ cells: some Sequence<String>) -> Bool {
        var hasW = false
        for cell in cells {
            let word = CellText.folded(cell)
            if word == "l" || word == "m" || word == "f" { return false }
            if word == "w" { hasW = true }
        }
        return hasW
    }

    static func sex(_ cell: String, isPW: Bool) -> Sex? {
        switch CellText.folded(cell) {
        case "m", "male", "l", "laki laki", "laki", "lk", "lelaki", "pria", "man", "men", "boy", "lak", "cowok",
            "lelaki male", "laki laki male":
            .male
        case "p": isPW ? .male : .female
        case "f", "female", "perempuan", "pr", "wanita", "w", "woman", "women", "girl", "puan", "perempuan female":
            .female
        case "x", "u", "unspecified", "tidak ditentukan", "lainnya", "other": .unspecified
        default: nil
        }
    }

    /// What a title says of the sex.
    static func sex(title cell: String) -> Sex? {
        switch CellText.folded(cell) {
        case "mr", "mstr", "master", "tn", "tuan", "bapak", "bpk", "sdr", "sir", "encik", "en": .male
        case "mrs", "ms", "miss", "mdm", "madam", "ny", "nyonya", "nona", "nn", "ibu", "sdri", "puan", "cik", "mss":
            .female
        default: nil
        }
    }
}

/// Documents by the words of lists.
enum DocumentWords {
    /// P passport, I identity card, B border pass, F other; nil for what nobody knows.
    static func type(_ cell: String) -> String? {
        switch CellText.folded(cell) {
        case "p", "pp", "paspor", "passport", "pasport", "pa", "pd", "ps", "passpor", "paspor biasa",
            "ordinary passport", "paspor ri",
            "e paspor", "epaspor", "passport biasa", "pn":
            "P"
        case "i", "id", "ktp", "ic", "nric", "mykad", "identity card", "kartu identitas", "id card", "e ktp", "ektp",
            "nik", "c",
            "kartu tanda penduduk", "ac", "identitas":
            "I"
        case "b", "plb", "pas lintas batas", "border pass", "pass lintas batas", "pas lintas", "paslintas",
            "lintas batas":
            "B"
        case "v", "visa": "V"
        case "f", "other", "lainnya", "seaman book", "buku pelaut", "splp", "emergency passport", "sim", "cdc",
            "seamans book", "sb", "s":
            "F"
        default: nil
        }
    }
}

/// Who is aboard, by the words of lists.
enum RoleWords {
    static func role(_ cell: String) -> String? {
        switch CellText.folded(cell) {
        case "passenger", "pax", "penumpang", "p", "adt", "adult", "dewasa", "chd", "child", "anak", "anak anak", "inf",
            "infant", "bayi", "pelintas", "fl", "lansia", "senior":
            "passenger"
        case "crew", "awak", "abk", "kru", "c", "fm", "awak kapal", "nakhoda", "master", "captain", "kapten", "driver",
            "sopir", "pengemudi", "kernet", "mualim", "kkm":
            "crew"
        case "transit", "t", "ddu": "transit"
        default: nil
        }
    }
}

/// Ports by code and by name.
struct PortWords: Sendable {
    private let byCode: Set<String>
    private let byName: [(name: String, code: String)]
    private let modes: [String: TravelMode]

    init(_ gazetteer: GazetteerIndex) {
        byCode = Set(gazetteer.ports.map(\.code))
        modes = Dictionary(gazetteer.ports.map { ($0.code, $0.mode) }, uniquingKeysWith: { a, _ in a })
        var names: [(String, String)] = []
        for port in gazetteer.ports where port.mode != .air {
            let bare = port.name.prefix { $0 != "(" }
            names.append((CellText.folded(bare), port.code))
            names.append((CellText.folded(port.name), port.code))
        }
        // Other spellings of the terminals between Batam, Bintan, Singapore and Johor.
        for (name, code) in [
            ("batam center", "IDBTC"), ("batam centre", "IDBTC"), ("harbourfront", "SGHBF"), ("harbour front", "SGHBF"),
            ("singapore cruise centre", "SGHBF"), ("tanjungpinang", "IDTNJ"), ("tanjung pinang", "IDTNJ"),
            ("sri bintan pura", "IDTNJ"), ("karimun", "IDTJB"), ("tanah merah ferry terminal", "SGTNM"),
            ("johor stulang", "MYSTL"), ("berjaya waterfront", "MYSTL"), ("nongsa", "IDNGS"), ("nongsa pura", "IDNGS"),
            ("teluk senimba", "IDHBB"),
        ] where gazetteer.port(code) != nil {
            names.append((name, code))
        }
        byName = names.filter { $0.0.count >= 4 }.sorted { $0.0.count > $1.0.count }
    }

    /// The port's code; for what no table knows the text itself where it has the shape of a code, else nil.
    func code(_ cell: String) -> String? {
        let upper = cell.uppercased().filter { $0 != " " && $0 != "-" }
        if byCode.contains(upper) { return upper }
        let word = CellText.folded(cell)
        if let known = byName.first(where: { $0.name == word }) { return known.code }
        if let known = byName.first(where: { word.contains($0.name) }) { return known.code }
        guard (3...5).contains(upper.utf8.count), upper.utf8.count != 4,
            upper.utf8.allSatisfy({ ($0 >= 65 && $0 <= 90) || ($0 >= 50 && $0 <= 57) }), cell.utf8.count <= 6,
            upper.utf8.count == 3 || CountryCodes.alpha3(upper.prefix(2)) != String(upper.prefix(2))
        else { return nil }
        return upper
    }

    /// How people travel between two places, where the tables know one and do not contradict themselves.
    func mode(from: String?, to: String?) -> TravelMode? {
        let known = Set([from, to].compactMap { $0.flatMap { modes[$0] } })
        return known.count == 1 ? known.first : nil
    }

    /// Whether a table knows the cell as a port.
    func knows(_ cell: String) -> Bool {
        guard let code = code(cell) else { return false }
        return byCode.contains(code)
    }
}
