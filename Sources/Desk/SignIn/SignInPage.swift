// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Wording

/// The page before any other.
struct SignInPage {
    let visit: Visit
    let problem: String?

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(SignInText.title)).render { html in
            html.add("div", ["class": "door"]) { html in
                html.add("section", ["class": "card"]) { html in
                    html.add("h1", words(SignInText.title))
                    html.add("p", ["class": "quiet"], words(CommonText.productLine))
                    if let problem {
                        html.add("p", ["class": "notice problem", "role": "alert"], problem)
                    } else if visit.query["keluar"] != nil {
                        html.add("p", ["class": "notice", "role": "status"], words(SignInText.signedOut))
                    }
                    html.add("form", ["method": "post", "action": "/masuk", "class": "stack"]) { html in
                        FormParts.token(visit, &html)
                        FormParts.field(
                            "nama", words(SignInText.login), isRequired: true, limit: 40, completion: "username", &html)
                        FormParts.field(
                            "sandi", words(SignInText.password), type: "password", isRequired: true,
                            completion: "current-password", &html)
                        html.add("button", ["class": "button primary"], words(SignInText.submit))
                    }
                    html.add("p", ["class": "hint"], words(SignInText.recorded))
                }
                if visit.configuration.isDemo { demo(words, &html) }
            }
        }
    }

    private func demo(_ words: Words, _ html: inout Markup) {
        html.add("section", ["class": "card demo", "aria-labelledby": "peraga"]) { html in
            html.add("h2", ["id": "peraga"], words(SignInText.demoTitle))
            html.add("p", ["class": "synthetic"], words(CommonText.synthetic))
            html.add("p", ["class": "hint"], words(SignInText.demoHint))
            html.add("form", ["method": "post", "action": "/masuk/peran", "class": "roles"]) { html in
                FormParts.token(visit, &html)
                for demo in DemoOfficer.all {
                    html.add("button", ["class": "role", "name": "peran", "value": demo.role.rawValue]) { html in
                        html.add("strong", words.raised(words(.role, demo.role)))
                        html.add("span", words(.purpose, demo.purpose))
                    }
                }
            }
        }
    }
}

/// Where an officer changes their password.
struct PasswordPage {
    let visit: Visit
    var problem: String?

    func render() throws(DeskError) -> String {
        let words = visit.words
        let signedIn = try visit.officer()
        return PageFrame(visit, words(SignInText.newPassword)).render { html in
            html.add("section", ["class": "card narrow"]) { html in
                html.add("h1", words(SignInText.newPassword))
                if signedIn.mustChangePassword { html.add("p", words(SignInText.mustChange)) }
                if let problem { html.add("p", ["class": "notice problem", "role": "alert"], problem) }
                html.add("form", ["method": "post", "action": "/sandi", "class": "stack"]) { html in
                    FormParts.token(visit, &html)
                    FormParts.field(
                        "lama", words(SignInText.password), type: "password", isRequired: true,
                        completion: "current-password", &html)
                    FormParts.field(
                        "baru", words(SignInText.newPassword), type: "password", hint: words(SignInText.passwordHint),
                        isRequired: true, completion: "new-password", &html)
                    FormParts.field(
                        "ulang", words(SignInText.repeatPassword), type: "password", isRequired: true,
                        completion: "new-password", &html)
                    html.add("button", ["class": "button primary"], words(CommonText.save))
                }
            }
        }
    }
}
