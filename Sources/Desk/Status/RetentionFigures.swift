// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Wording

/// What was forgotten last and what is due, in figures without personal data.
struct RetentionFigures {
    let visit: Visit
    let outlook: RetentionOutlook

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add("h2", words(StatusText.retention))
        var items: [(StatusText, String)] = [
            (.keptWithNames, words.number(outlook.schedule.depersonaliseDays)),
            (.keptWithout, words.number(outlook.schedule.destroyDays)),
            (.dueNow, words.number(outlook.dueNow)), (.dueInAWeek, words.number(outlook.dueInAWeek)),
        ]
        items.append((.entriesDue, words.number(outlook.entriesDue)))
        items.append((.accountVersionsDue, words.number(outlook.accountVersionsDue)))
        items.append((.facesDue, words.number(outlook.facesDue)))
        items.append((.holds, words.number(outlook.holds.count)))
        items.append((.heldNow, words.number(outlook.heldNow)))
        if let run = outlook.lastRun {
            items.append((.lastRun, visit.clock.moment(run.cutoffs.atMilliseconds, now: visit.now)))
            items.append((.namesGone, words.number(run.tally[.voyagesDepersonalised])))
        } else {
            html.add("p", ["class": "quiet"], words(StatusText.retentionNever))
        }
        html.add("dl", ["class": "figures"]) { html in
            for (label, value) in items {
                html.add("div") { html in
                    html.add("dt", words(label))
                    html.add("dd", value)
                }
            }
        }
        if visit.allows(.viewHolds) {
            html.add("p") { html in html.add("a", ["href": "/penangguhan"], words(HoldText.title)) }
        }
    }
}
