// SPDX-License-Identifier: Apache-2.0

import Wording

/// The keyboard map as a page, for when scripts are off.
enum HelpRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/bantuan", .signedIn) { visit in
            let words = visit.words
            let isOff = visit.signedIn?.isKeyboardOff == true
            return .page(
                PageFrame(visit, words(HelpText.title)).render { html in
                    html.add("h1", words(HelpText.title))
                    html.add("section", ["class": "card narrow"]) { html in
                        KeyboardHelp.table(visit, &html)
                        html.add("form", ["method": "post", "action": "/tampilan"]) { html in
                            FormParts.token(visit, &html)
                            html.void("input", ["type": "hidden", "name": "kembali", "value": "/bantuan"])
                            html.add(
                                "button", ["class": "button", "name": "tombol", "value": isOff ? "nyala" : "mati"],
                                words(isOff ? HelpText.switchOn : HelpText.switchOff))
                        }
                    }
                })
        }
    ]
}
