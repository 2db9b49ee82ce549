// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Safeguards
import Wording

/// The page of a request that was not answered: what happened, and what to do.
struct ProblemPage {
    let problem: DeskError
    let words: Words
    let signedIn: SignedIn?

    /// The whole document; it stands alone, since the frame's own data may be what failed.
    func render() -> String {
        Markup.document(words.language.rawValue, theme: signedIn?.theme) { html in
            PageHead.write(title, words, &html)
            html.add("body", ["class": "bare"]) { html in
                html.add("main", ["class": "problem-page", "id": "isi"]) { html in
                    html.add("p", ["class": "brand"]) { html in
                        html.add("span", ["class": "mark", "aria-hidden": "true"], "◈")
                        html.say("Cermat")
                    }
                    html.add("h1", title)
                    html.add("p", explanation)
                    html.add("p", ["class": "quiet mono"], "\(problem.status.code) · \(problem.code)")
                    html.add("p", ["class": "actions"]) { html in
                        if needsPurpose {
                            html.add("a", ["class": "button primary", "href": "/tujuan"], words(PurposeText.title))
                        }
                        if case .notSignedIn = problem {
                            html.add("a", ["class": "button primary", "href": "/masuk"], words(SignInText.title))
                        } else {
                            html.add("a", ["class": "button", "href": "/", "data-back": ""], words(CommonText.back))
                        }
                    }
                }
            }
        }
    }

    private var needsPurpose: Bool {
        switch problem {
        case .refused(_, .noPurpose), .refused(_, .purposeExpired), .refused(_, .postUnknown),
            .refused(_, .notForPurpose):
            true
        default: false
        }
    }

    private var title: String {
        switch problem {
        case .notSignedIn: words(SignInText.title)
        case .refused, .forged: words(StateText.refusedTitle)
        case .notFound, .casework(.unknown): words(StateText.notFoundTitle)
        case .forgotten: words(StateText.forgottenTitle)
        case .unavailable, .tooMany, .full, .casework(.store): words(StateText.busyTitle)
        default: words(StateText.invalidTitle)
        }
    }

    /// What happened, in a sentence.
    var explanation: String {
        switch problem {
        case .notSignedIn: words(SignInText.ended)
        case .refused(_, let why): words(.policyRefusal, why)
        case .forged:
            words(
                "Formulir ini bukan dari halaman yang sedang berlaku. Buka halamannya lagi, lalu ulangi.",
                "This form does not come from a page that is still valid. Open the page again and repeat.")
        case .notFound, .casework(.unknown): words(StateText.notFound)
        case .forgotten: words(StateText.forgotten)
        case .badRequest: words(.caseworkError, "invalid")
        case .tooLarge: words(StateText.tooLarge)
        case .timedOut: words(StateText.timedOut)
        case .tooMany, .full: words(StateText.tooMany)
        case .unavailable: words(StateText.auditDown)
        case .casework(.invalid(let field, let why)):
            words(.caseworkError, "invalid") + " " + FormProblemWords(field: field, why: why, words: words).text
        case .casework(let error): words(.caseworkError, error.code)
        case .station(let why): words(.stationRefusal, why.code)
        case .safeguards(.purposeRefused(let why)): words(.purposeProblem, why)
        case .safeguards(.passwordRefused(let why)): words(.passwordProblem, why.code)
        case .safeguards: words(StateText.internal)
        }
    }
}

extension Reply {
    /// A form again, with what was typed in it and what is wrong; throws on what the officer cannot mend there.
    static func again(_ error: any Error, _ visit: Visit, _ page: (String) -> String) throws -> Reply {
        let problem = DeskError(error)
        guard case .casework(.invalid) = problem else { throw problem }
        let text = ProblemPage(problem: problem, words: visit.words, signedIn: visit.signedIn).explanation
        var reply = Reply.page(page(text))
        reply.status = problem.status
        // Nothing was done and nothing shown but the officer's own typing.
        reply.isRecorded = true
        return reply
    }
}
