// SPDX-License-Identifier: Apache-2.0

import Casework
import Drawing
import Gazetteer
import Mandate
import Travel
import Wording

/// The board: who arrives or leaves in the hours around now.
struct BoardPage {
    let visit: Visit
    let view: BoardView
    let lines: [BoardLine]
    /// How the asking at the civil registry goes; nil where no service is asked.
    let registry: VerificationDesk.Overview?
    /// Look-up alarms of the last day; nil for those who may not see decisions.
    let alarms: Int?

    private var words: Words { visit.words }
    private var isDeparture: Bool { view.direction == .departure }

    func render() -> String {
        let title = words(isDeparture ? BoardText.titleDepartures : BoardText.title)
        return PageFrame(visit, title, current: .board).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", title)
                html.add("p", ["class": "live-state", "id": "keadaan", "role": "status", "data-at": "\(visit.now)"]) {
                    html in
                    html.add("span", ["class": "dot", "aria-hidden": "true"], "")
                    html.add("span", ["data-live": ""], asOf)
                }
            }
            silence(&html)
            registryState(&html)
            lookUpAlarms(&html)
            toolbar(&html)
            figures(&html)
            table(&html)
            template(&html)
        }
    }

    private var asOf: String {
        let zone = visit.clock.zone
        return words.dataAsOf(milliseconds: visit.now, utcOffsetMinutes: zone.utcOffsetMinutes, zone: zone.label)
    }

    /// Says since when no message came.
    private func silence(_ html: inout Markup) {
        let last = lines.map(\.lastMessageAtMilliseconds).max() ?? 0
        let isSilent = last > 0 && visit.now - last > Int64(visit.configuration.silenceAfterMinutes) * 60_000
        html.add("p", ["class": "notice problem", "id": "macet", "role": "alert", "hidden": flag(!isSilent)]) { html in
            let zone = visit.clock.zone
            html.add("span", ["data-say": ""]) { html in
                guard isSilent else { return }
                html.say(
                    words.feedStopped(
                        sinceMilliseconds: last, utcOffsetMinutes: zone.utcOffsetMinutes, zone: zone.label))
            }
            html.add(
                "a", ["class": "button primary", "id": "masuk-lagi", "href": "/masuk", "hidden": ""],
                words(SignInText.title))
        }
    }

    /// Says when travellers are not verified, and why; the board goes on.
    private func registryState(_ html: inout Markup) {
        guard let registry, let hold = registry.hold else { return }
        html.add("p", ["class": "notice", "id": "catatan-sipil", "role": "status"]) { html in
            html.add("strong", words(RegistryText.notVerified) + ": ")
            html.say(RegistryHoldWords.text(hold, visit))
        }
    }

    /// Tells the supervisor; the live line keeps the count.
    private func lookUpAlarms(_ html: inout Markup) {
        guard let alarms else { return }
        html.add(
            "p", ["class": "notice problem", "id": "alarm", "role": "status", "hidden": flag(alarms == 0)]
        ) { html in
            html.add("strong", words(LookUpText.alarmsToday) + ": ")
            html.add("span", ["data-alarms": ""], words.number(alarms))
            html.say(" · ")
            html.add("a", ["href": "/keputusan#alarm"], words(NavigationText.decisions))
        }
    }

    private func toolbar(_ html: inout Markup) {
        html.add("div", ["class": "toolbar no-print"]) { html in
            html.add("div", ["class": "tabs", "role": "group", "aria-label": words("Arah", "Direction")]) { html in
                for (direction, text) in [
                    (TravelDirection.arrival, words(NavigationText.arrivals)),
                    (TravelDirection.departure, words(NavigationText.departures)),
                ] {
                    html.add(
                        "a",
                        [
                            "href": view.with { $0.direction = direction }.path,
                            "aria-current": direction == view.direction ? "true" : nil,
                        ], text)
                }
            }
            html.add("div", ["class": "tabs", "role": "group", "aria-label": words(CommonText.sortBy)]) { html in
                for (isByRank, text) in [(false, words(BoardText.sortTime)), (true, words(BoardText.sortRank))] {
                    html.add(
                        "a",
                        [
                            "href": view.with { $0.isByRank = isByRank }.path,
                            "aria-current": isByRank == view.isByRank ? "true" : nil,
                        ], "↓ " + text)
                }
            }
            html.add(
                "a",
                [
                    "class": "button small", "href": view.with { $0.hitsOnly.toggle() }.path,
                    "aria-current": view.hitsOnly ? "true" : nil,
                ], words(BoardText.hitsOnly))
            html.add("label", ["class": "filter"]) { html in
                html.add("span", ["class": "hidden"], words(CommonText.filter))
                html.void(
                    "input",
                    [
                        "type": "search", "id": "saring",
                        "placeholder": words("Saring: nomor, asal …", "Filter: number, origin …"),
                        "autocomplete": "off", "data-filter": "papan",
                    ])
            }
            html.add(
                "button",
                [
                    "type": "button", "class": "pill", "id": "pembaruan", "hidden": "",
                    "data-one": words.updates(1), "data-many": words.updates(2).replacing("2", with: "#"),
                ], "")
        }
    }

    private func figures(_ html: inout Markup) {
        html.add("dl", ["class": "figures line"]) { html in
            let waiting = lines.reduce(0) { $0 + $1.waiting }
            let items: [(String, Int, String)] = [
                (words.raised(words(FigureText.voyages)), lines.count, "voyages"),
                (words(BoardText.travellers), lines.reduce(0) { $0 + $1.travellers }, "travellers"),
                (words(HitText.waiting), waiting, waiting > 0 ? "waiting attention" : "waiting"),
                (words(.hitStatus, "judged-same"), lines.reduce(0) { $0 + $1.confirmed }, "confirmed"),
            ]
            for item in items {
                html.add("div", ["class": item.2]) { html in
                    html.add("dt", words.raised(item.0))
                    html.add("dd", ["data-figure": String(item.2.prefix { $0 != " " })], words.number(item.1))
                }
            }
        }
        if !lines.isEmpty { strip(&html) }
    }

    private func strip(_ html: inout Markup) {
        let minute = Int(visit.now / 60_000)
        let from = (minute - visit.configuration.boardHoursBack * 60) / 60 * 60
        let to = minute + visit.configuration.boardHoursAhead * 60
        let ticks = stride(from: from, through: to, by: 120).map {
            FigureTick($0, String(visit.clock.clock(utcMinutes: $0, now: visit.now).suffix(5)))
        }
        let strip = ArrivalStrip(
            title: words(BoardText.strip), summary: words.voyages(lines.count), fromUTC: from, toUTC: to,
            nowUTC: minute,
            ticks: ticks,
            arrivals: lines.compactMap { line in
                line.utcMinutes.map {
                    ArrivalStrip.Arrival(
                        atUTC: $0, time: line.time, designation: line.designation, travellers: line.travellers,
                        waitingHits: line.waiting)
                }
            },
            labels: ArrivalStrip.Labels(
                now: words(FigureText.now), time: words(BoardText.sortTime), voyage: words(FigureText.voyages),
                travellers: words(FigureText.travellers), hits: words(FigureText.hits)))
        html.add(
            "div",
            ["class": "strip no-print", "tabindex": "0", "role": "region", "aria-label": words(BoardText.strip)]
        ) { html in
            html.figure(strip, tableTitle: words(CommonText.showTable))
        }
    }

    private func table(_ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add(
                "table",
                [
                    "class": "board rows", "id": "papan",
                    "data-live-url": view.path.replacing("/papan", with: "/live/board"),
                    "data-sort": view.isByRank ? "rank" : "time",
                    "data-line-down": words(StateText.lineDown), "data-stale": words(StateText.stale),
                    "data-as-of": words(StateText.dataAsOf),
                    "data-since": words("sejak", "since"), "data-ended": words(SignInText.ended),
                ]
            ) { html in
                html.add("caption") { html in
                    html.say(
                        words(
                            "\(words.voyages(lines.count)), \(visit.configuration.boardHoursBack) jam terakhir dan "
                                + "\(visit.configuration.boardHoursAhead) jam ke depan",
                            "\(words.voyages(lines.count)), the last \(visit.configuration.boardHoursBack) hours and the "
                                + "next \(visit.configuration.boardHoursAhead)"))
                }
                html.add("thead") { html in
                    html.add("tr") { html in
                        html.add("th", ["scope": "col"], words(BoardText.voyage))
                        html.add("th", ["scope": "col"], words(VoyageText.route))
                        html.add(
                            "th", ["scope": "col", "class": "n"],
                            words(isDeparture ? BoardText.departure : BoardText.arrival)
                                + " (\(visit.clock.zone.label))")
                        html.add("th", ["scope": "col", "class": "n"], words(FigureText.countdown))
                        html.add("th", ["scope": "col", "class": "n"], words(BoardText.travellers))
                        html.add("th", ["scope": "col", "class": "n"], words("Naik", "Boarded"))
                        html.add("th", ["scope": "col", "class": "n"], words(BoardText.waiting))
                        html.add("th", ["scope": "col", "class": "n"], words("Sama", "Same"))
                        html.add("th", ["scope": "col"], words(BoardText.rank))
                        html.add("th", ["scope": "col"], words(BoardText.status))
                    }
                }
                html.add("tbody") { html in
                    for line in lines { row(line, &html) }
                }
            }
        }
        html.add("p", ["class": "empty", "id": "kosong", "hidden": flag(!lines.isEmpty)]) { html in
            html.say(
                isDeparture
                    ? words("Tidak ada keberangkatan dalam jangka waktu ini.", "No departures in this time span.")
                    : words(StateText.emptyBoard))
        }
    }

    /// The empty row that the live line fills.
    private func template(_ html: inout Markup) {
        html.add("template", ["id": "baris"]) { html in row(nil, &html) }
    }

    private func row(_ line: BoardLine?, _ html: inout Markup) {
        let zero = line.map { $0.waiting == 0 } ?? true
        html.add(
            "tr",
            [
                "data-id": line?.id, "data-utc": line?.utcMinutes.map { "\($0)" },
                "data-rank": line.map { "\($0.rank)" },
                "class": line.map { "status-" + $0.status.rawValue }, "data-row": "",
            ]
        ) { html in
            html.add("th", ["scope": "row"]) { html in
                html.add("a", ["href": line.map { "/perjalanan/" + $0.id }, "data-open": ""]) { html in
                    html.add("span", ["data-cell": "designation"], line?.designation ?? "")
                }
                html.add("span", ["class": "sub", "data-cell": "carrier"], line?.carrier ?? "")
                html.add("span", ["class": "sub face-mark", "data-cell": "facesText"], line?.facesText ?? "")
            }
            html.add("td", ["class": "route"]) { html in
                html.add("span", ["data-cell": "route"], line?.route ?? "")
                html.add("span", ["class": "sub", "data-cell": "routeNames"], line?.routeNames ?? "")
            }
            html.add("td", ["class": "n time", "data-cell": "time"], line?.time ?? "")
            html.add("td", ["class": "n countdown", "data-countdown": ""]) { html in
                if let minutes = line?.utcMinutes {
                    html.say(visit.clock.countdown(utcMinutes: minutes, now: visit.now))
                }
            }
            html.add("td", ["class": "n", "data-cell": "travellers"], line.map { words.number($0.travellers) } ?? "")
            html.add(
                "td", ["class": "n", "data-cell": "boarded"],
                line.map { $0.boarded > 0 ? words.number($0.boarded) : "–" } ?? "")
            html.add(
                "td", ["class": zero ? "n zero" : "n waiting", "data-cell": "waiting"],
                line.map { "\($0.waiting)" } ?? "")
            html.add(
                "td", ["class": "n", "data-cell": "confirmed"],
                line.map { $0.confirmed > 0 ? "\($0.confirmed)" : "–" } ?? "")
            html.add("td", ["class": "rank-cell"]) { html in RankMark.write(line?.rank ?? 0, words, &html) }
            html.add("td") { html in
                html.add(
                    "span", ["class": "tag status-" + (line?.status.rawValue ?? ""), "data-cell": "statusText"],
                    line?.statusText ?? "")
            }
        }
    }
}
