// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// How far the quarantine has been read again: a line and a bar, kept up to date by the page's script.
struct ReplayProgress {
    private let job: ReplayJob?
    private let words: Words

    init(_ job: ReplayJob?, _ words: Words) {
        self.job = job
        self.words = words
    }

    private var isDone: Bool { job?.isFinished ?? true }

    /// `Being read again: 120 of 3,000 · Out of quarantine: 40 messages`.
    private var text: String {
        guard let job else { return "" }
        let looked = words.number(job.outcome.looked) + " " + words(ProfileText.replayOf) + " " + words.messages(total)
        let state = words(job.isFinished ? ProfileText.replayDone : .replayRunning)
        let out = words(ProfileText.replayed) + ": " + words.messages(job.outcome.readable)
        return state + ": " + looked + " · "
            + (job.outcome.readable == 0 && isDone ? words(ProfileText.replayedNone) : out)
    }

    /// Messages that came while it ran are looked at too.
    private var total: Int { max(job?.total ?? 0, job?.outcome.looked ?? 0) }

    /// For the script; nothing in it says of what or whom the messages were.
    var json: String {
        DeskJSON.object([
            "text": DeskJSON.quoted(text), "looked": "\(job?.outcome.looked ?? 0)", "total": "\(total)",
            "isDone": "\(isDone)",
        ])
    }

    func write(_ html: inout Markup) {
        guard let job else { return }
        html.add(
            "p",
            ["class": isDone ? "notice ok" : "notice", "role": "status", "data-replay": isDone ? nil : "/api/replay"]
        ) { html in
            html.add("span", ["data-replay-said": ""], text)
            guard !isDone else { return }
            html.say(" ")
            html.add(
                "progress",
                [
                    "max": "\(max(1, total))", "value": "\(job.outcome.looked)",
                    "aria-label": words(ProfileText.replayRunning),
                ], "")
        }
    }
}
