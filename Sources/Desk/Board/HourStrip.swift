// SPDX-License-Identifier: Apache-2.0

import Wording

/// The hours around now at a glance: how many come when, and where hits wait. The table below holds the same.
struct HourStrip {
    let lines: [BoardLine]
    let clock: LocalClock
    let now: Int64

    func write(_ html: inout Markup) {
        let minute = Int(now / 60_000)
        let from = (minute - 6 * 60) / 60 * 60
        let width = 19 * 60
        html.add(
            "svg",
            [
                "class": "strip no-print", "viewBox": "0 0 \(width) 84", "role": "img", "preserveAspectRatio": "none",
                "aria-label": clock.words(BoardText.strip),
            ]
        ) { html in
            for hour in 0...19 {
                let x = hour * 60
                html.add("line", ["class": "grid", "x1": "\(x)", "x2": "\(x)", "y1": "0", "y2": "66"], "")
                if hour % 2 == 0, hour < 19 {
                    let label = clock.clock(utcMinutes: from + x, now: now)
                    html.add("text", ["class": "hour", "x": "\(x + 4)", "y": "80"], String(label.suffix(5)))
                }
            }
            let at = minute - from
            html.add("line", ["class": "now", "x1": "\(at)", "x2": "\(at)", "y1": "0", "y2": "70"], "")
            var lanes = [Int](repeating: -100, count: 5)
            for line in lines {
                guard let time = line.utcMinutes else { continue }
                let x = time - from
                guard x >= 0, x <= width else { continue }
                let lane = lanes.firstIndex { $0 <= x - 14 } ?? 0
                lanes[lane] = x
                let band = RankBand(rank: line.rank)
                let height = 10
                html.add("g", ["class": "mark " + band.rawValue]) { html in
                    html.add("title", "\(line.designation) · \(line.time) · \(clock.words(.rankBand, band))")
                    html.add(
                        "rect",
                        [
                            "x": "\(x - 6)", "y": "\(56 - lane * 13)", "width": "12", "height": "\(height)", "rx": "2",
                        ], "")
                }
            }
        }
    }
}
