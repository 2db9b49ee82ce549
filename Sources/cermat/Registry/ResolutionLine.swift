// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import Identity

/// A traveller's resolution as a line of JSON (DESIGN section 6).
struct ResolutionLine {
    let index: PopulationIndex
    let prior: Double
    let explains: Bool
    /// The model that the resolutions were made with.
    var model = MatchModel.standard

    func text(_ id: String, _ claim: TravellerClaim, _ resolution: Resolution) -> String {
        let best = resolution.ranked.first
        let isFound = (best?.probability ?? 0) > resolution.unregistered
        var line = "{\"travellerId\":\(quoted(id)),\"nik\":"
        line += isFound ? quoted(nik(best)) : "null"
        line += ",\"probability\":\(share(isFound ? best?.probability ?? 0 : resolution.unregistered))"
        line += ",\"score\":" + (best.map { String(format: "%.2f", $0.logOdds) } ?? "null") + ",\"candidates\":["
        for (place, ranked) in resolution.ranked.enumerated() {
            if place > 0 { line += "," }
            line += "{\"nik\":\(quoted(nik(ranked))),\"probability\":\(share(ranked.probability))"
            if explains { line += ",\"evidence\":[" + steps(ranked, claim).joined(separator: ",") + "]" }
            line += "}"
        }
        line +=
            "],\"others\":{\"count\":\(resolution.otherCount),\"probability\":\(share(resolution.otherProbability))}}"
        return line
    }

    private func nik(_ ranked: Resolution.Ranked?) -> String {
        ranked.flatMap { index.resident(row: $0.candidate.row)?.nik.description } ?? ""
    }

    private func steps(_ ranked: Resolution.Ranked, _ claim: TravellerClaim) -> [String] {
        index.evidence(for: ranked.candidate, of: claim, prior: prior, model: model).map { step in
            "{\"comparison\":\(quoted(step.comparison.rawValue)),\"level\":\(quoted(step.level.label)),\"weight\":"
                + String(format: "%.2f", step.weight)
                + ",\"traveller\":\(quoted(step.traveller)),\"resident\":\(quoted(step.resident))\(words(step))}"
        }
    }

    /// How the words of a name were compared; nothing for other steps.
    private func words(_ step: Evidence) -> String {
        guard !step.words.isEmpty else { return "" }
        let parts = step.words.map { word in
            "{\"traveller\":\(quoted(word.claimed)),\"resident\":\(quoted(word.registered)),\"relation\":"
                + quoted(word.relation.rawValue) + ",\"weight\":" + String(format: "%.2f", word.weight) + "}"
        }
        return ",\"words\":[" + parts.joined(separator: ",") + "]"
    }

    /// Six decimals.
    private func share(_ value: Double) -> String {
        let millionths = Int((min(max(value, 0), 1) * 1e6).rounded())
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    private func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20: out += String(format: "\\u%04x", scalar.value)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
