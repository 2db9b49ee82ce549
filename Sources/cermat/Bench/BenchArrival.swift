// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// One invented flight due in two hours, with a watchlist that names everybody's document.
struct BenchArrival {
    let message: [UInt8]
    let watchlist: [UInt8]

    init(nowMinutes: Int, travellers: Int) {
        func time(_ minutes: Int) -> String {
            guard let time = CivilDateTime(minutesSinceEpoch: minutes) else { return "" }
            return String("\(time)".filter { $0.isNumber }.dropFirst(2))
        }
        let sent = time(nowMinutes)
        // Singapore is eight hours ahead of UTC, Jakarta seven.
        let left = time(nowMinutes + 480)
        let due = time(nowMinutes + 540)
        var text =
            "UNA:+.? 'UNB+UNOA:4+ZZ+ID+\(sent.prefix(6)):\(sent.suffix(4))+R1++APIS'UNH+1+PAXLST:D:12B:UN:IATA+R1'BGM+745'"
            + "TDT+20+ZZ825+++ZZ'LOC+125+SIN'DTM+189:\(left):201'LOC+87+CGK'DTM+232:\(due):201'"
        var rows = "LIST_ID,KIND,DOC_NO,DOC_ISSUER,OWNER,BASIS,CATEGORY,REVIEW_DATE,EXPIRY,REASON\n"
        for number in 0..<travellers {
            text += "NAD+FL+++PENUMPANG:NOMOR \(number)'ATT+2++M'DTM+329:850412'NAT+2+IDN'RFF+ABO:P\(number)'"
            text += "DOC+P:110:111+XB\(100_000 + number)'LOC+91+IDN'"
            rows += "\(number),document,XB\(100_000 + number),IDN,P2,ND-1/2026,narcotics,2099-01-01,2099-12-31,bench\n"
        }
        text += "CNT+42:\(travellers)'UNT+9+1'UNZ+1+R1'"
        message = Array(text.utf8)
        watchlist = Array(rows.utf8)
    }
}
