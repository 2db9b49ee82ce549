// SPDX-License-Identifier: Apache-2.0

import Messages
import Travel

/// Composed messages about invented people.
enum Samples {
    /// The passenger list of messages.md 2.7, its traveller's segments given.
    static func paxlst(
        bgm: String = "BGM+745'", traveller: String = standardTraveller, cnt: String = "CNT+42:1'",
        part: String = "01:F",
        reference: String = "GA825260115", date: String = "260115:0410"
    ) -> String {
        let body =
            bgm + "RFF+TN:GA000000017:::1'NAD+MS+++GARUDA OPS'COM+62 21 5550100:TE'TDT+20+GA825+++GA'"
            + "LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'" + traveller + cnt
        let count = body.filter { $0 == "'" }.count - body.components("?'") + 2
        return "UNA:+.? 'UNB+UNOA:4+GA*APIS+IDCUSTOMS+\(date)+GA00017++APIS'UNG+PAXLST+GA+IDCUSTOMS+\(date)+1+UN+D:12B'"
            + "UNH+GA00017+PAXLST:D:12B:UN:IATA+\(reference)+\(part)'" + body
            + "UNT+\(count)+GA00017'UNE+1+1'UNZ+1+GA00017'"
    }

    static let standardTraveller =
        "NAD+FL+++SANTOSO:BUDI:EKO'ATT+2++M'DTM+329:850412'MEA+CT++:2'GEI+4+173'FTX+BAG+++GA012345:2'LOC+22+CGK'"
        + "LOC+178+AMS'LOC+179+CGK'NAT+2+IDN'RFF+AVF:X7K2PQ'RFF+ABO:GA000170001'RFF+SEA:012A'"
        + "DOC+P:110:111+C1234567'DTM+36:290801'LOC+91+IDN'"

    /// The booking of messages.md 4.6, with more segments behind the name and at the end.
    static func pnrgov(name: String = "", end: String = "", tif: String = "TIF+SANTOSO+BUDI EKO MR:A:1'") -> String {
        "UNA:+.? 'UNB+IATA:1+GA+IDPNRGOV+260114:0930+42++PNRGOV'UNH+42+PNRGOV:13:1:IA+GA825/150126/0930+01:F'MSG+:22'"
            + "ORG+GA:SIN'TVL+150126:0930:150126:1015+SIN+CGK+GA+825'EQN+1'SRC'RCI+GA:X7K2PQ::021225:1122'"
            + "DAT+700:140126:0901+710:021225:1125'IFT+4:28::GA+CTCM 628121234567'ORG+1A:JKT+15300000:AB12+++T+ID+0001AASU'"
            + "ADD++700:JL MERDEKA 1:JAKARTA:::ID:10110:62215550100'" + tif
            + "SSR+DOCS:HK:1:GA:::::/P/IDN/C1234567/IDN/12APR85/M/01AUG29/SANTOSO/BUDI/EKO'" + name
            + "TKT+1261234567890:T:1'MON+B:250.00:USD+T:310.00:USD'FOP+CA::310.00'"
            + "TVL+140126:2110:150126:1605+AMS+SIN+KL+835:Y'RPI+1+HK'TVL+150126:0930:150126:1015+SIN+CGK+GA+825:Y'RPI+1+HK'"
            + "SSR+SEAT:HK:1:GA:::SIN:CGK+12A::1:N'DAT+2:150126:0745'ORG+GA:SIN'TRI++044:::1'TIF+SANTOSO+BUDI EKO:A:1'"
            + "SSD+12A++++Y'TBD++2:31:700+++GA:0126012345:2:CGK'" + end + "UNT+28+42'UNZ+1+42'"
    }

    static func decode(_ text: String) -> [ReceivedMessage] { MessageDecoder.messages(in: Array(text.utf8)) }
}

extension String {
    /// How often a piece occurs.
    func components(_ piece: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.range(of: piece) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}

extension Substring {
    /// The first occurrence, compared byte by byte.
    func range(of piece: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(piece) { return start..<index(start, offsetBy: piece.count) }
            start = index(after: start)
        }
        return nil
    }
}
