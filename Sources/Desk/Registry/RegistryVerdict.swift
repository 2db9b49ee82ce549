// SPDX-License-Identifier: Apache-2.0

import Casework
import Identity
import Wording

/// A traveller's standing with the registry in a few words and one of four looks.
struct RegistryVerdict: Hashable {
    enum Look: String { case good, fair, poor, open }

    let look: Look
    let text: RegistryText
    /// That the person is who the text says; nil where nothing was weighed.
    let probability: Double?

    /// Nil where nothing is to be said.
    init?(_ standing: RegistryDesk.Standing) {
        switch standing {
        case .none, .noAgreement, .foreign, .service(.noNumber): return nil
        case .service(.notVerified): self.init(.open, .notVerified)
        case .service(.answered(let reply)): self.init(reply.finding)
        case .extract(let answer, _):
            let best = answer.candidates.first?.probability ?? 0
            if best >= 0.95 {
                self.init(.good, .identified, best)
            } else if answer.unregistered >= 0.95 {
                self.init(.open, .notRegistered, answer.unregistered)
            } else {
                self.init(.fair, .unclear, max(best, 0))
            }
        }
    }

    init(_ finding: RegistryFinding) {
        switch finding {
        case .notFound: self.init(.poor, .unknownNumber)
        case .unusable: self.init(.poor, .unusable)
        case .unreadable: self.init(.open, .unreadable)
        case .compared:
            let probability = Verification(finding).probability
            switch probability {
            case 0.99...: self.init(.good, .verified, probability)
            case 0.8..<0.99: self.init(.fair, .likely, probability)
            case 0.2..<0.8: self.init(.fair, .doubtful, probability)
            default: self.init(.poor, .otherOwner, probability)
            }
        }
    }

    private init(_ look: Look, _ text: RegistryText, _ probability: Double? = nil) {
        self.look = look
        self.text = text
        self.probability = probability
    }

    /// Writes it as a sign with its probability, for a list; the words are there for who cannot see or hovers.
    func writeShort(_ words: Words, _ html: inout Markup) {
        let sign =
            switch look {
            case .good: "✓"
            case .fair: "?"
            case .poor: "✗"
            case .open: "–"
            }
        html.add("span", ["class": "tag registry-" + look.rawValue, "title": words(text)]) { html in
            html.add("span", ["class": "hidden"], words(text) + " ")
            html.add("span", ["aria-hidden": "true"], sign)
            if let probability { html.say(" " + words.probability(probability)) }
        }
    }

    /// Writes it as a tag.
    func write(_ words: Words, _ html: inout Markup) {
        html.add("span", ["class": "tag registry-" + look.rawValue]) { html in
            html.say(words(text))
            if let probability {
                html.say(" ")
                html.add("b", words.probability(probability))
            }
        }
    }
}

extension Words {
    /// A probability as a percentage that never claims certainty: `99,4%`, `> 99,9%`, `< 0,1%`.
    func probability(_ value: Double) -> String {
        if value > 0.999 { return "> " + percent(0.999, decimals: 1) }
        if value < 0.001 { return "< " + percent(0.001, decimals: 1) }
        return percent(value, decimals: value > 0.9 || value < 0.1 ? 1 : 0)
    }
}
