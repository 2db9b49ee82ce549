// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// One hit with its reasons first: who, why in at most three sentences, what speaks against it, and the way to the card.
struct HitCard {
    let visit: Visit
    let hit: Hit
    let traveller: Traveller
    let facts: VoyageFacts
    var showsVoyage = false
    /// Whether two reviewers confirmed the person's face on this voyage.
    var isSeen = false

    private var words: Words { visit.words }
    private var lens: Lens { visit.lens(isHit: hit.status.standsOut) }

    func write(_ html: inout Markup) {
        let own = TravellerWords(traveller: traveller, lens: lens, words: words)
        html.add("article", ["class": "hit-card band-" + RankBand(rank: hit.rank).rawValue, "data-row": ""]) { html in
            html.add("header") { html in
                html.add("h3") { html in
                    html.add("a", ["href": "/penumpang/\(hit.traveller)", "data-open": ""], own.name)
                    if hit.isChild { html.add("span", ["class": "tag child"], words("anak", "child")) }
                }
                html.add("span", ["class": "tag"], words(.watchlistCategory, hit.category))
                if hit.status != .open {
                    html.add("span", ["class": "tag h-" + hit.status.rawValue], words(.hitStatus, hit.status))
                }
                if isSeen { html.add("span", ["class": "tag hit"], words(StationText.onBoard)) }
                html.add("span", ["class": "push"]) { html in RankMark.write(hit.rank, words, &html) }
            }
            if showsVoyage { voyage(&html) }
            HitReasons(hit: hit, lens: lens, words: words).sentences(&html)
        }
    }

    private func voyage(_ html: inout Markup) {
        html.add("p", ["class": "quiet"]) { html in
            html.add("a", ["href": "/perjalanan/\(facts.id)"], words.name(of: facts))
            html.say(" · " + words.route(of: facts))
            if let minutes = facts.postTimeUTC {
                html.say(
                    " · " + visit.clock.clock(utcMinutes: minutes, now: visit.now) + " " + visit.clock.zone.label
                        + " · ")
                let left = minutes - Int(visit.now / 60_000)
                html.add("strong", ["data-utc": "\(minutes)"]) { html in
                    html.say(
                        facts.direction == .departure
                            ? words.departure(inMinutes: left)
                            : words.arrival(inMinutes: left, mode: facts.mode.rawValue))
                }
            }
        }
    }
}

/// The reasons of a hit in words.
struct HitReasons {
    let hit: Hit
    let lens: Lens
    let words: Words

    /// At most three sentences for the match, the strongest first, and what speaks against it.
    func sentences(_ html: inout Markup) {
        let supporting = hit.reasons.filter { !$0.kind.isContrary }.prefix(3)
        let contrary = hit.reasons.filter(\.kind.isContrary)
        html.add("ul", ["class": "reasons"]) { html in
            for reason in supporting { html.add("li", sentence(reason)) }
            for reason in contrary.prefix(2) { html.add("li", ["class": "contrary"], sentence(reason)) }
        }
    }

    /// A reason in a sentence, its values as the policy shows them.
    func sentence(_ reason: HitReason) -> String {
        words.reasonSentence(
            kind: reason.kind.rawValue, observed: observed(reason), expected: expected(reason),
            source: reason.source?.rawValue)
    }

    func observed(_ reason: HitReason) -> String {
        lens.text(reason.observed, reason.kind.field, as: reason.kind.form) ?? "•••"
    }

    func expected(_ reason: HitReason) -> String {
        lens.text(reason.expected, .watchlistEntry, as: reason.kind.form)
            ?? Masking.mask(reason.expected, as: reason.kind.form)
    }
}

extension HitReasons {
    /// The two values of a reason in the words of its sentence, for a table.
    func inWords(_ reason: HitReason) -> (observed: String, expected: String) {
        let kind = reason.kind.rawValue
        return (words.readable(observed(reason), of: kind), words.readable(expected(reason), of: kind))
    }
}

extension HitReasonKind {
    /// The field that the reason speaks about.
    var field: DataField {
        switch self {
        case .documentEqual, .documentOtherIssuer: .document
        case .nameEqual, .nameFolded, .namePartial: .name
        case .birthDateEqual, .birthDatePartial, .birthDateDiffers: .birthDate
        case .sexEqual, .sexDiffers: .sex
        case .nationalityEqual, .nationalityDiffers: .nationality
        case .phoneEqual, .emailEqual: .contact
        case .cardEqual: .payment
        }
    }

    /// How its values are covered.
    var form: Masking.Form {
        switch self {
        case .documentEqual, .documentOtherIssuer: .document
        case .nameEqual, .nameFolded, .namePartial: .name
        case .birthDateEqual, .birthDatePartial, .birthDateDiffers: .date
        case .phoneEqual: .phone
        case .emailEqual: .email
        case .sexEqual, .sexDiffers, .nationalityEqual, .nationalityDiffers, .cardEqual: .text
        }
    }
}
