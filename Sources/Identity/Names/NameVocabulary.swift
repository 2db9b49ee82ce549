// SPDX-License-Identifier: Apache-2.0

/// The words in a name field that are no name: placeholders, titles, degrees, patronym particles.
///
/// Own knowledge of public usage: reference/indonesia for titles and degrees, IATA passenger name conventions for MR,
/// MSTR, CHD and INF.
enum NameVocabulary {
    /// What a word may be besides a name.
    struct Roles: OptionSet {
        let rawValue: UInt32
        /// Stands for a name that is not there.
        static let placeholder = Roles(rawValue: 1)
        /// Falls away at the front of a part of a name.
        static let honour = Roles(rawValue: 2)
        /// Falls away at the end of a part of a name.
        static let ending = Roles(rawValue: 4)
        /// Is no name even where it is all that a part holds.
        static let neverAlone = Roles(rawValue: 8)
        /// A patronym particle that is never a name.
        static let patronym = Roles(rawValue: 16)
        /// A patronym particle between two names, a name or an initial elsewhere.
        static let weakPatronym = Roles(rawValue: 32)
        /// The Arabic article, written with the next word or apart.
        static let article = Roles(rawValue: 64)
        /// A word that only looks as if it began with the article.
        static let noArticle = Roles(rawValue: 128)
    }

    /// The roles of a word by its ``WordTable/key(_:)``.
    static func roles(_ key: UInt64) -> Roles { Roles(rawValue: table.value(key)) }

    /// Titles that carriers glue to the last given name, longest first so that MRS is tried before MS.
    static let gluedEndings: [[UInt8]] = ["MSTR", "MISS", "MRS", "MR", "MS"].map { Array($0.utf8) }
    /// Spellings of the word for servant that are glued to the name of God that follows.
    static let gluedFronts: [[UInt8]] = ["ABDUL", "ABDUR", "ABDUS"].map { Array($0.utf8) }

    private static let table: WordTable = {
        var entries: [UInt64: UInt32] = [:]
        func add(_ text: String, _ roles: Roles) {
            for word in text.split(whereSeparator: \.isWhitespace) {
                entries[WordTable.key(word.utf8), default: 0] |= roles.rawValue
            }
        }
        add(placeholders, .placeholder)
        for placeholder in ["FNU", "LNU", "NFN", "NLN", "XXX", "XX", "X"] {
            for ending in gluedEndings { add(placeholder + String(decoding: ending, as: UTF8.self), .placeholder) }
        }
        add(honours, .honour)
        add(salutations, [.honour, .ending, .neverAlone])
        add(learned, [.honour, .ending, .neverAlone])
        add("HAJI", [.honour, .ending])
        add(degrees, .ending)
        add("BINTI BINTE BINT BTE BNT IBN", .patronym)
        add("BIN BT B", .weakPatronym)
        add("AL EL", .article)
        add(withoutArticle, .noArticle)
        return WordTable(entries)
    }()

    private static let placeholders = """
        FNU LNU NFN NLN NMN NOFIRSTNAME NOLASTNAME NOSURNAME NOGIVENNAME NOGIVEN NONAME NOFAMILYNAME UNKNOWN
        FIRSTNAME LASTNAME SURNAME GIVENNAME
        """
    /// Not at the end: a last H or R is an initial, and KH a nickname.
    private static let honours = "H KH R RR RA RM RADEN TN NY SDR SDRI"
    private static let salutations = "MR MRS MS MISS MSTR MSTER MISTER CHD INF NYONYA HJ"
    private static let learned = "DR DRS DRA DRG DRH IR PROF"
    /// ST, SE, SH and the like are names elsewhere in the world, hence never at the front and never alone.
    private static let degrees = """
        SE SH ST SPD SPDI SPDSD SIP SIK SKOM SSOS SSOSI SAG SSI STP SPI SPT SKM SKEP SKED SFARM SSN SDS SKG
        SHUM SPSI STR STRKEB STRKES AMD AMDKEB AMDKEP MM MSI MSC MKES MPD MPDI MH MHUM MKN MKOM MT MAG MBA MSOS MAP
        MPH MED MAK MEC MIKOM MSN PHD LC BSC SPOG SPPD SPA SPB
        """
    /// Common names of Latin or Germanic origin that begin with the letters AL.
    private static let withoutArticle = """
        ALBERT ALBERTO ALBERTUS ALBERTINA ALBINO ALBINUS ALDRIAN ALDRICH ALDRIN ALFARO ALFIAN ALFIANI ALFIANSYAH
        ALFONSO ALFONSUS ALFRED ALFREDA ALFREDO ALFRIDA ALFANDI ALGERNON ALMEIDA ALMIRA ALMINA ALMANDO ALPHONSE
        ALPHONSO ALTHEA ALVARADO ALVARES ALVAREZ ALVARO ALVIAN ALVIANO ALSTON ALTON ALDIANO ALDIANSYAH ALTAMIRANO
        ALRIANI ALMAIDA ALFIRA ALMAGRO ALDERSON
        """
}
