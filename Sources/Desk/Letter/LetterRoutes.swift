// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import Gazetteer
import HTTPTypes
import Mandate
import Messages
import Travel
import Wording

/// Letters to carriers about their messages: from a trial, from one message, from all messages of a period.
enum LetterRoutes {
    /// The longest period of one letter.
    private static let longestDays = 92

    static let routes: [RouteDeclaration] = [
        .get("/surat", .policy(.writeLetter)) { visit in
            if let id = visit.query["pesan"] { return try await aboutMessage(id, visit) }
            guard visit.query["pengangkut"] != nil else { return .page(LetterPage(visit: visit).render()) }
            do { return try await aboutCarrier(visit) } catch {
                return try Reply.again(error, visit) { LetterPage(visit: visit, problem: $0).render() }
            }
        },
        .post("/surat", .policy(.writeLetter), body: .trial) { visit in
            guard let text = visit.form.verbatim("isi"), let data = Data(base64Encoded: text),
                data.count <= MessageTrials.limitBytes, !data.isEmpty
            else { throw DeskError.badRequest(field: "isi") }
            let report = ConformanceReport(Array(data))
            return answer(report, visit, source: .trial(text), detail: "trial bytes=\(data.count)", shown: [])
        },
    ]

    private static func aboutMessage(_ text: String, _ visit: Visit) async throws -> Reply {
        guard let id = RecordID<ReceivedMessage>(text), let found = try await inquiry(visit).message(id) else {
            throw DeskError.notFound
        }
        return answer(
            found.report, visit, source: .address("/surat?pesan=\(id)"), detail: "one message", shown: found.messages)
    }

    private static func aboutCarrier(_ visit: Visit) async throws -> Reply {
        let words = visit.words
        let carrier = (visit.query["pengangkut"] ?? "").uppercased()
        guard (2...35).contains(carrier.utf8.count), carrier.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw DeskError.casework(.invalid(field: words(LetterText.carrier), why: words("kode", "a code")))
        }
        guard let from = visit.query["dari"].flatMap({ CivilDate(iso: $0) }),
            let to = visit.query["sampai"].flatMap({ CivilDate(iso: $0) }), from <= to
        else {
            throw DeskError.casework(.invalid(field: words(LetterText.from), why: words("tanggal", "a date")))
        }
        guard to.daysSinceEpoch - from.daysSinceEpoch < longestDays else {
            throw DeskError.casework(.invalid(field: words(LetterText.from), why: words(LetterText.periodHint)))
        }
        let offset = Int64(visit.clock.zone.utcOffsetMinutes) * 60_000
        let found = try await inquiry(visit).messages(
            of: carrier, fromMilliseconds: Int64(from.daysSinceEpoch) * 86_400_000 - offset,
            toMilliseconds: Int64(to.daysSinceEpoch + 1) * 86_400_000 - offset)
        guard !found.messages.isEmpty else {
            return .page(LetterPage(visit: visit, problem: words(LetterText.noMessages)).render())
        }
        return answer(
            found.report, visit, source: .address("/surat?pengangkut=\(escaped(carrier))&dari=\(from)&sampai=\(to)"),
            detail: "messages=\(found.messages.count)", shown: Array(found.messages.suffix(50)), period: from...to,
            isCut: found.isCut)
    }

    private static func inquiry(_ visit: Visit) -> ConformanceInquiry {
        ConformanceInquiry(store: visit.services.store, decode: visit.services.decode)
    }

    /// The page of a letter, or the letter as a text to keep.
    private static func answer(
        _ report: ConformanceReport, _ visit: Visit, source: LetterPage.Source, detail: String,
        shown: [RecordID<ReceivedMessage>], period: ClosedRange<CivilDate>? = nil, isCut: Bool = false
    ) -> Reply {
        let asked = visit.query["bahasa"] ?? visit.form["bahasa"]
        let language = asked.flatMap { Language(rawValue: $0) } ?? visit.words.language
        let day = visit.clock.now(visit.now)?.date ?? CivilDate(daysSinceEpoch: Int(visit.now / 86_400_000))
        guard let day else { return .page(LetterPage(visit: visit).render()) }
        let letter = ConformanceLetter(report, language: language, on: day, period: period, isCut: isCut)
        let detail = detail + " findings=\(report.findings.count) language=\(language.rawValue)"
        let subjects = shown.map { "message:\($0)" }
        if (visit.query["bentuk"] ?? visit.form["bentuk"]) == "teks" {
            var reply = Reply(
                body: .download(Array(letter.text.utf8), name: "cermat-\(day)-\(language.rawValue).txt"))
            reply.shown = subjects
            reply.detail = detail
            return reply
        }
        return .page(
            LetterPage(visit: visit, letter: letter, source: source).render(), shown: subjects, detail: detail)
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}
