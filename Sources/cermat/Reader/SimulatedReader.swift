// SPDX-License-Identifier: Apache-2.0

internal import CardReader
internal import Foundation

/// Plays a script on standard output as a reader's program does, and heeds the host on standard input.
struct SimulatedReader {
    let script: ReaderScript
    let name: String
    let every: Double
    let slowMilliseconds: Int
    let loops: Bool

    func run() async {
        Self.heed()
        Self.say(ReaderLine.text(.ready(name: name)))
        var shown: UInt32 = 0
        repeat {
            for act in script.acts { await play(act, &shown) }
        } while loops && !script.acts.isEmpty
        // Without a card, until the host goes.
        while true { try? await Task.sleep(for: .seconds(3_600)) }
    }

    private func play(_ act: ReaderScript.Act, _ shown: inout UInt32) async {
        switch act {
        case .card(let card):
            await Self.wait(Int(every * 1_000) + slowMilliseconds)
            shown += 1
            let again = CardReading(
                number: shown, nik: card.nik, name: card.name, birthDate: card.birthDate, birthPlace: card.birthPlace,
                sex: card.sex)
            if let again { Self.say(ReaderLine.text(.reading(again))) }
        case .fault(let fault):
            await Self.wait(Int(every * 1_000) + slowMilliseconds)
            Self.say(ReaderLine.text(.fault(fault)))
        case .wait(let milliseconds): await Self.wait(milliseconds)
        case .unplugged(let milliseconds):
            Self.say(ReaderLine.text(.gone))
            await Self.wait(milliseconds)
            Self.say(ReaderLine.text(.ready(name: name)))
        case .rubbish: Self.say("Segmentation fault (core dumped)")
        case .crash: Glibc.exit(139)
        case .hang:
            Self.isHung.store(true)
            while true { try? await Task.sleep(for: .seconds(3_600)) }
        }
    }

    private static func wait(_ milliseconds: Int) async { try? await Task.sleep(for: .milliseconds(milliseconds)) }

    private static let isHung = HungFlag()

    /// Answers the host on a thread of its own, since reading blocks; ends the program where the host says so or goes.
    private static func heed() {
        Thread.detachNewThread {
            while let line = readLine(strippingNewline: true) {
                guard !isHung.load(), let command = try? HostCommand(Array(line.utf8)) else { continue }
                switch command {
                case .ping: say(ReaderLine.text(.alive))
                case .stop: Glibc.exit(0)
                case .taken, .refused: break
                }
            }
            Glibc.exit(0)
        }
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
