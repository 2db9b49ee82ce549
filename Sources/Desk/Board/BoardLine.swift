// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Screening
import Travel
import Wording

/// One voyage on a board, in words: the same for the page, the interface and the live line.
struct BoardLine: Hashable, Sendable {
    let id: String
    let designation: String
    let carrier: String
    let route: String
    let routeNames: String
    let mode: TravelMode
    /// The post's moment, minutes since 1970 UTC; nil where unknown.
    let utcMinutes: Int?
    let time: String
    let travellers: Int
    let boarded: Int
    let waiting: Int
    let confirmed: Int
    /// How many people two reviewers confirmed at a station, in words; empty where there are none.
    let facesText: String
    let faces: Int
    let rank: Int
    let status: VoyageStatus
    let statusText: String
    let lastMessageAtMilliseconds: Int64

    init(_ row: BoardRow, faces marks: FaceMarks, clock: LocalClock, services: DeskServices, now: Int64) {
        let facts = row.facts
        let words = clock.words
        id = facts.id.description
        designation = words.name(of: facts)
        carrier = facts.carrier.flatMap { services.gazetteer.carrier($0) } ?? facts.carrier ?? ""
        route = words.route(of: facts)
        routeNames = [facts.from, facts.to].map { code in
            code.flatMap { services.gazetteer.port($0)?.name } ?? code
                ?? (facts.mode == .land ? words(VoyageText.border) : words(CommonText.unknown))
        }.joined(separator: " → ")
        mode = facts.mode
        utcMinutes = facts.postTimeUTC
        time = facts.postTimeUTC.map { clock.clock(utcMinutes: $0, now: now) } ?? "–"
        travellers = row.summary.travellers
        boarded = row.summary.boarded
        waiting = row.summary.waitingHits
        confirmed = row.summary.judgedSameHits
        faces = marks.count(on: facts.id)
        facesText = faces == 0 ? "" : words(StationText.onBoard) + (faces == 1 ? "" : " ×\(faces)")
        rank = row.summary.topRank
        status = facts.status
        lastMessageAtMilliseconds = row.summary.lastMessageAtMilliseconds
        var text = words(.voyageStatus, facts.status)
        if facts.status == .scheduled, let minutes = facts.postTimeUTC {
            let minute = Int(now / 60_000)
            if facts.direction == .departure {
                text = minutes <= minute ? words("sudah berangkat", "departed") : words(BoardText.due)
            } else if minutes <= minute {
                text = words(BoardText.landed)
            } else {
                text =
                    facts.departureUTC.map { $0 <= minute } == true ? words(BoardText.onTheWay) : words(BoardText.due)
            }
        } else if facts.status == .closed {
            text = words("manifes tertutup", "closed")
        }
        statusText = words.raised(text)
    }

    /// The line for scripts and the interface.
    var json: String {
        DeskJSON.object([
            "id": DeskJSON.quoted(id), "designation": DeskJSON.quoted(designation), "carrier": DeskJSON.quoted(carrier),
            "route": DeskJSON.quoted(route), "routeNames": DeskJSON.quoted(routeNames),
            "mode": DeskJSON.quoted(mode.rawValue),
            "utcMinutes": DeskJSON.value(utcMinutes), "time": DeskJSON.quoted(time), "travellers": "\(travellers)",
            "boarded": "\(boarded)", "waiting": "\(waiting)", "confirmed": "\(confirmed)",
            "facesText": DeskJSON.quoted(facesText), "rank": "\(rank)",
            "bandClass": DeskJSON.quoted(RankBand(rank: rank).rawValue),
            "symbol": DeskJSON.quoted(RankBand(rank: rank).symbol),
            "status": DeskJSON.quoted(status.rawValue), "statusText": DeskJSON.quoted(statusText),
        ])
    }
}
