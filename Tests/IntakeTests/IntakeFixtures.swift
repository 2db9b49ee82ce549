// SPDX-License-Identifier: Apache-2.0

import Civil
import Synchronization

/// Synthetic messages with canary words that must never be found on disk.
enum IntakeFixtures {
    /// A PNRGOV message of one booking with a meal wish, a card and a religious remark.
    static func pnrgov(_ reference: String = "000001") -> [UInt8] {
        let segments = [
            "UNB+IATA:1+GA+IDCUS+260114:0800+\(reference)", "UNH+1+PNRGOV:13:1:IA+\(reference)", "MSG+:22",
            "ORG+GA:CGK", "TVL+150126:0930:150126:1015+SIN+CGK+GA+825", "EQN+1", "SRC", "RCI+GA:KNRI01::140126:0700",
            "SSR+VGML:HK:1:GA:::SIN:CGK",
            "SSR+DOCS:HK:1:GA:::::/P/IDN/X7654321K/IDN/12APR85/M/01AUG29/BURUNGKENARI/TITO",
            "TIF+BURUNGKENARI+TITO:A:1", "FOP+CC::310.00:VI:4111111111111111:1228", "IFT+4:28+NEEDS KOSHERCANARY MEAL",
            "TVL+150126:0930:150126:1015+SIN+CGK+GA+825:Y",
        ]
        let count = segments.count
        let tail = ["UNT+\(count)+1", "UNZ+1+\(reference)"]
        return Array(((segments + tail).joined(separator: "'") + "'").utf8)
    }

    /// Manifest of one sailing with one traveller.
    static func manifest(_ number: Int = 1) -> [UInt8] {
        Array(
            """
            MODE,CARRIER,NUMBER,CONVEYANCE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO
            sea,,\(number),MV KENARI,SGSIN,IDBTM,2026-01-15T09:30,2026-01-15T10:15,passenger,KENARI\(number),TITO,1985-04-12,M,IDN,P,X1234567

            """.utf8)
    }

    /// Bytes that no reader understands.
    static let garbage = Array("hello, this is not a message at all, only words\n".utf8)

    /// Words of the fixtures that must not be on disk in the clear.
    static let canaries = [
        "BURUNGKENARI", "TITO", "X7654321K", "KOSHERCANARY", "4111111111111111", "VGML", "KENARI", "X1234567",
        "not a message",
    ]
}

/// What a watcher told, in order: a class since closures of other tasks write to it.
final class Recorded<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }

    func add(_ value: Value) { values.withLock { $0.append(value) } }
}
