// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import Wording

/// Counts what became of pictures, tells refusals as they come, and how far the run is.
actor FaceIntakeTally {
    /// A refused picture, one JSON object a line.
    private struct Refusal: Encodable {
        let picture: String
        let codes: [String]
        let id: [String]
        let en: [String]
    }

    /// The last line.
    private struct Summary: Encodable {
        let pictures, enrolled, known, describedAgain, refused: Int
        let reasons: [String: Int]
        let seconds, perSecond: Double
    }

    private let total: Int
    private let began = ContinuousClock.now
    private var said = ContinuousClock.now
    private var enrolled = 0
    private var known = 0
    private var describedAgain = 0
    private(set) var refused = 0
    private var reasons: [String: Int] = [:]

    init(total: Int) { self.total = total }

    func count(_ verdict: EnrolmentVerdict, _ path: String) throws {
        switch verdict {
        case .enrolled: enrolled += 1
        case .known: known += 1
        case .describedAgain: describedAgain += 1
        default: return try refuse(path, [verdict.rawValue])
        }
        tell()
    }

    func refuse(_ path: String, _ codes: [String]) throws {
        refused += 1
        for code in codes { reasons[code, default: 0] += 1 }
        func words(_ language: Language) -> [String] {
            codes.map { Wording.text(WordingKey(.faceIntake, $0), language) }
        }
        print(
            try SortedJSON.line(
                Refusal(picture: path, codes: codes, id: words(.indonesian), en: words(.english))))
        tell()
    }

    private func tell() {
        guard said.duration(to: .now) >= .seconds(2) else { return }
        said = .now
        CommandFailure.say(
            "\(enrolled + known + describedAgain + refused) of \(total): \(enrolled) enrolled, \(known) known, "
                + "\(describedAgain) described again, \(refused) refused")
    }

    /// Prints the last line.
    func finish() throws {
        let seconds = began.duration(to: .now).seconds
        let done = enrolled + describedAgain + refused
        print(
            try SortedJSON.line(
                Summary(
                    pictures: enrolled + known + describedAgain + refused, enrolled: enrolled, known: known,
                    describedAgain: describedAgain, refused: refused,
                    reasons: reasons, seconds: (seconds * 10).rounded() / 10,
                    perSecond: seconds > 0 ? (Double(done) / seconds * 10).rounded() / 10 : 0)))
    }
}
