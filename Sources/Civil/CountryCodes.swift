// SPDX-License-Identifier: Apache-2.0

/// ISO 3166-1 country codes: two letters to three, with the special codes of travel documents (ICAO Doc 9303 part 3,
/// 5).
public enum CountryCodes {
    /// Five letters a country: alpha-2, then alpha-3.
    private static let table: StaticString = """
        AFAFGAXALAALALBDZDZAASASMADANDAOAGOAIAIAAQATAAGATGARARGAMARMAWABWAUAUSATAUTAZAZEBSBHSBHBHRBDBGDBBBRBBYBLRBEBEL\
        BZBLZBJBENBMBMUBTBTNBOBOLBQBESBABIHBWBWABVBVTBRBRAIOIOTBNBRNBGBGRBFBFABIBDICVCPVKHKHMCMCMRCACANKYCYMCFCAFTDTCD\
        CLCHLCNCHNCXCXRCCCCKCOCOLKMCOMCGCOGCDCODCKCOKCRCRICICIVHRHRVCUCUBCWCUWCYCYPCZCZEDKDNKDJDJIDMDMADODOMECECUEGEGY\
        SVSLVGQGNQERERIEEESTSZSWZETETHFKFLKFOFROFJFJIFIFINFRFRAGFGUFPFPYFTFATFGAGABGMGMBGEGEODEDEUGHGHAGIGIBGRGRCGLGRL\
        GDGRDGPGLPGUGUMGTGTMGGGGYGNGINGWGNBGYGUYHTHTIHMHMDVAVATHNHNDHKHKGHUHUNISISLININDIDIDNIRIRNIQIRQIEIRLIMIMNILISR\
        ITITAJMJAMJPJPNJEJEYJOJORKZKAZKEKENKIKIRKPPRKKRKORKWKWTKGKGZLALAOLVLVALBLBNLSLSOLRLBRLYLBYLILIELTLTULULUXMOMAC\
        MGMDGMWMWIMYMYSMVMDVMLMLIMTMLTMHMHLMQMTQMRMRTMUMUSYTMYTMXMEXFMFSMMDMDAMCMCOMNMNGMEMNEMSMSRMAMARMZMOZMMMMRNANAM\
        NRNRUNPNPLNLNLDNCNCLNZNZLNINICNENERNGNGANUNIUNFNFKMKMKDMPMNPNONOROMOMNPKPAKPWPLWPSPSEPAPANPGPNGPYPRYPEPERPHPHL\
        PNPCNPLPOLPTPRTPRPRIQAQATREREUROROURURUSRWRWABLBLMSHSHNKNKNALCLCAMFMAFPMSPMVCVCTWSWSMSMSMRSTSTPSASAUSNSENRSSRB\
        SCSYCSLSLESGSGPSXSXMSKSVKSISVNSBSLBSOSOMZAZAFGSSGSSSSSDESESPLKLKASDSDNSRSURSJSJMSESWECHCHESYSYRTWTWNTJTJKTZTZA\
        THTHATLTLSTGTGOTKTKLTOTONTTTTOTNTUNTRTURTMTKMTCTCATVTUVUGUGAUAUKRAEAREGBGBRUSUSAUMUMIUYURYUZUZBVUVUTVEVENVNVNM\
        VGVGBVIVIRWFWLFEHESHYEYEMZMZMBZWZWEXKXKXEUEUE
        """

    /// Alpha-3 codes packed big-endian, by alpha-2 as a number of base 26; 0 where there is none.
    private static let byAlpha2: [UInt32] = {
        var codes = [UInt32](repeating: 0, count: 26 * 26)
        table.withUTF8Buffer { text in
            for entry in stride(from: 0, to: text.count - 4, by: 5) {
                let index = Int(text[entry] - 65) * 26 + Int(text[entry + 1] - 65)
                codes[index] = UInt32(text[entry + 2]) << 16 | UInt32(text[entry + 3]) << 8 | UInt32(text[entry + 4])
            }
        }
        return codes
    }()

    /// The alpha-3 code of two upper-case letters, both packed big-endian; 0 where there is none.
    public static func alpha3(packedAlpha2 code: UInt32) -> UInt32 {
        let a = Int(code >> 8) - 65
        let b = Int(code & 255) - 65
        guard a >= 0, a < 26, b >= 0, b < 26 else { return 0 }
        return byAlpha2[a * 26 + b]
    }

    /// The alpha-3 code of a code as sent: two letters are looked up, `D` is Germany's in travel documents; others
    /// stay.
    public static func alpha3(_ code: some StringProtocol) -> String {
        let bytes = Array(code.utf8)
        if bytes == [UInt8(ascii: "D")] { return "DEU" }
        guard bytes.count == 2 else { return String(code) }
        let packed = alpha3(packedAlpha2: UInt32(bytes[0]) << 8 | UInt32(bytes[1]))
        guard packed != 0 else { return String(code) }
        return String(
            decoding: [UInt8(packed >> 16 & 255), UInt8(packed >> 8 & 255), UInt8(packed & 255)], as: UTF8.self)
    }

    /// Whether three letters are a known alpha-3 code.
    public static func isAlpha3(_ code: some StringProtocol) -> Bool {
        let bytes = Array(code.utf8)
        guard bytes.count == 3 else { return false }
        return byAlpha2.contains(UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2]))
    }
}
