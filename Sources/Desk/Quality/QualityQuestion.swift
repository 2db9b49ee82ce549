// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Quality

/// What a visitor asks for: a period that ends today, a post, a mode, perhaps a carrier.
struct QualityQuestion: Sendable {
    /// The days that can be chosen.
    static let periods = [7, 30, 90]
    /// The address of the figures of stations, and the months that can be chosen there.
    static let faces = "/mutu/wajah"
    static let faceMonths = [3, 12, 24]

    let path: String
    let days: Int
    let post: String?
    let mode: String?
    let carrier: String?
    let query: QualityQuery

    init(_ visit: Visit, path: String = "/mutu", carrier: String? = nil) {
        self.path = path
        self.carrier = carrier
        let wanted = visit.query["hari"].flatMap { Int($0) }
        days = wanted.flatMap { QualityQuestion.periods.contains($0) ? $0 : nil } ?? 30
        post = visit.query["pos"].flatMap { PostCode($0.uppercased()) }?.description
        mode = visit.query["moda"].flatMap { ["air", "sea", "land"].contains($0) ? $0 : nil }
        let today = visit.clock.now(visit.now)?.date.daysSinceEpoch ?? Int(visit.now / 86_400_000)
        query = QualityQuery(
            fromDay: today - days + 1, toDay: today, carrier: carrier, posts: post.map { [$0] }, mode: mode)
    }

    /// The address of the same question with another period or on another page.
    func address(_ path: String? = nil, days: Int? = nil) -> String {
        var address = (path ?? self.path) + "?hari=\(days ?? self.days)"
        if let post { address += "&pos=" + post }
        if let mode { address += "&moda=" + mode }
        return address
    }

    var detail: String {
        "quality days=\(days) post=\(post ?? "all") mode=\(mode ?? "all") carrier=\(carrier ?? "all")"
    }

    /// Whether a carrier's code or a sender's name can stand in an address.
    static func isCode(_ code: String) -> Bool {
        (1...20).contains(code.utf8.count)
            && code.utf8.allSatisfy {
                ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122) || $0 == 45
            }
    }
}
