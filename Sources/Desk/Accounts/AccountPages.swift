// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Wording

/// All accounts.
struct AccountsPage {
    let visit: Visit
    let accounts: [Account]

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(AccountText.title), current: .accounts).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(AccountText.title))
                html.add("p", ["class": "quiet"], words(AccountText.lead))
            }
            html.add("p", ["class": "toolbar"]) { html in
                html.add("a", ["class": "button primary", "href": "/akun/baru"], words(AccountText.add))
            }
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words("\(accounts.count) akun", "\(accounts.count) accounts"))
                TableParts.head(
                    [
                        words(AccountText.displayName), words(AccountText.login), words(AccountText.role),
                        words(AccountText.posts), words(CommonText.state),
                    ], &html)
                html.add("tbody") { html in
                    for account in accounts {
                        let officer = account.officer
                        html.add("tr", ["data-row": ""]) { html in
                            html.add("th", ["scope": "row"]) { html in
                                html.add("a", ["href": "/akun/\(officer.id)", "data-open": ""], officer.displayName)
                            }
                            html.add("td", ["class": "mono"], officer.login)
                            html.add("td", words.raised(words(.role, officer.role)))
                            html.add("td", ["class": "mono"], officer.posts.map(\.description).joined(separator: ", "))
                            html.add("td") { html in
                                html.add(
                                    "span", ["class": officer.isActive ? "tag ok" : "tag"],
                                    words(officer.isActive ? AccountText.active : AccountText.inactive))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The form of one account.
struct AccountPage {
    let visit: Visit
    let account: Account?

    func render() -> String {
        let words = visit.words
        let title = account?.officer.displayName ?? words(AccountText.add)
        return PageFrame(visit, title, current: .accounts).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/akun"], "← " + words(AccountText.title))
            }
            html.add("section", ["class": "card narrow"]) { html in
                html.add("h1", title)
                html.add("form", ["method": "post", "action": "/akun", "class": "stack"]) { html in
                    FormParts.token(visit, &html)
                    if let account {
                        html.void("input", ["type": "hidden", "name": "id", "value": "\(account.officer.id)"])
                        html.add("p") { html in
                            html.add("span", ["class": "quiet"], words(AccountText.login) + ": ")
                            html.add("span", ["class": "mono"], account.officer.login)
                        }
                    } else {
                        FormParts.field(
                            "masuk", words(AccountText.login), hint: words(AccountText.loginHint), isRequired: true,
                            limit: 40, &html)
                    }
                    FormParts.field(
                        "nama", words(AccountText.displayName), value: account?.officer.displayName, isRequired: true,
                        limit: 80, &html)
                    FormParts.choice(
                        "peran", words(AccountText.role),
                        Role.allCases.map { ($0.rawValue, words.raised(words(.role, $0))) },
                        selected: account?.officer.role.rawValue, isRequired: true, &html)
                    FormParts.field(
                        "pos", words(AccountText.posts),
                        value: account?.officer.posts.map(\.description).joined(separator: ", "),
                        hint: words(AccountText.postsHint), limit: 400, &html)
                    FormParts.field(
                        "nik", words(AccountText.ownNumber), hint: words(AccountText.ownNumberHint), limit: 16, &html)
                    FormParts.field(
                        "kk", words(AccountText.ownFamilyCard), hint: words(AccountText.ownFamilyCardHint), limit: 16,
                        &html)
                    FormParts.field(
                        "sandi", words(AccountText.resetPassword), type: "password",
                        hint: words(SignInText.passwordHint),
                        isRequired: account == nil, completion: "new-password", &html)
                    html.add("label", ["class": "option"]) { html in
                        html.void(
                            "input",
                            [
                                "type": "checkbox", "name": "aktif", "value": "1",
                                "checked": flag(account?.officer.isActive ?? true),
                            ])
                        html.add("span", words(AccountText.active))
                    }
                    html.add("p", ["class": "hint"], words(AccountText.endsSessions))
                    html.add("button", ["class": "button primary"], words(AccountText.submit))
                }
            }
        }
    }
}
