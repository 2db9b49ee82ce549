// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Messages
import Wording

/// The profiles with their latest versions.
struct CarrierListPage {
    let visit: Visit
    let profiles: [CarrierProfiles.Version]
    let officers: [String: String]

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(ProfileText.heading), current: .carriers).render { html in
            html.add("h1", words(ProfileText.heading))
            html.add("p", ["class": "quiet"], words(ProfileText.lead))
            if profiles.isEmpty {
                html.add("p", ["class": "empty"], words(ProfileText.empty))
            } else {
                html.add("table", ["class": "rows"]) { html in
                    html.add("caption", words(ProfileText.heading))
                    TableParts.head(
                        [
                            words(ProfileText.title), "#" + words(ProfileText.version), words(CommonText.state),
                            words(CommonText.date), words(ProfileText.savedBy),
                        ], &html)
                    html.add("tbody") { html in for version in profiles { row(version, words, &html) } }
                }
            }
            guard visit.allows(.editProfile) else {
                return html.add("p", ["class": "hint"], words(ProfileText.noAccess))
            }
            html.add("details", ["class": "card", "open": flag(profiles.isEmpty)]) { html in
                html.add("summary", words(ProfileText.new))
                CarrierForm(visit: visit, text: CarrierForm.pattern).write(&html)
            }
        }
    }

    private func row(_ version: CarrierProfiles.Version, _ words: Words, _ html: inout Markup) {
        let profile = version.saved.profile
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                html.add("a", ["href": "/pengangkut/\(profile.id)", "data-open": ""], profile.title)
                html.add("span", ["class": "sub mono"], (profile.senders + profile.carriers).joined(separator: " "))
            }
            html.add("td", ["class": "n"], "\(version.saved.version)")
            html.add("td", words(profile.isActive ? ProfileText.active : ProfileText.inactive))
            html.add("td", visit.clock.moment(version.atMilliseconds, now: visit.now))
            html.add("td", version.officer.flatMap { officers["\($0)"] } ?? words(DecisionText.systemActor))
        }
    }
}

/// One profile: its text to change, and all versions with what each changed.
struct CarrierPage {
    let visit: Visit
    /// Newest first.
    let versions: [CarrierProfiles.Version]
    let officers: [String: String]

    func render() -> String {
        let words = visit.words
        let title = versions.first?.saved.profile.title ?? ""
        return PageFrame(visit, title, current: .carriers).render { html in
            CarrierForm.crumbs(words, &html)
            html.add("h1", title)
            if let latest = versions.first {
                if visit.allows(.editProfile) {
                    html.add("div", ["class": "card"]) { html in
                        CarrierForm(visit: visit, text: latest.saved.profile.text).write(&html)
                    }
                } else {
                    html.add("pre", ["class": "card hex"], latest.saved.profile.text)
                }
            }
            html.add("h2", words(ProfileText.versions))
            for (index, version) in versions.enumerated() {
                let before = index + 1 < versions.count ? versions[index + 1].saved.profile.text : nil
                write(version, before, isLatest: index == 0, words, &html)
            }
        }
    }

    private func write(
        _ version: CarrierProfiles.Version, _ before: String?, isLatest: Bool, _ words: Words, _ html: inout Markup
    ) {
        html.add("details", ["class": "card", "open": flag(isLatest)]) { html in
            html.add("summary") { html in
                html.say(
                    words(ProfileText.version) + " \(version.saved.version) · "
                        + visit.clock.moment(version.atMilliseconds, now: visit.now) + " · "
                        + (version.officer.flatMap { officers["\($0)"] } ?? words(DecisionText.systemActor)))
            }
            if let before {
                html.add("p", ["class": "hint"], words(ProfileText.difference))
                difference(from: before, to: version.saved.profile.text, words, &html)
            } else {
                html.add("p", ["class": "hint"], words(ProfileText.first))
                html.add("pre", ["class": "hex"], version.saved.profile.text)
            }
            if !isLatest, visit.allows(.editProfile) {
                html.add("form", ["method": "post", "action": "/pengangkut"]) { html in
                    FormParts.token(visit, &html)
                    html.void("input", ["type": "hidden", "name": "teks", "value": version.saved.profile.text])
                    html.add(
                        "button", ["class": "button", "name": "aksi", "value": "simpan"],
                        words(ProfileText.putBack) + ": v\(version.saved.version)")
                }
            }
        }
    }

    private func difference(from old: String, to new: String, _ words: Words, _ html: inout Markup) {
        let (old, new) = (old.split(separator: "\n"), new.split(separator: "\n"))
        html.add("ul", ["class": "plain difference"]) { html in
            for change in new.difference(from: old) {
                html.add("li", ["class": "mono"]) { html in
                    switch change {
                    case .remove(_, let line, _):
                        html.add("del", ["title": words(ProfileText.removed)], "− " + line)
                    case .insert(_, let line, _):
                        html.add("ins", ["title": words(ProfileText.added)], "+ " + line)
                    }
                }
            }
        }
    }
}
