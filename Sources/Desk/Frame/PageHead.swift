// SPDX-License-Identifier: Apache-2.0

import Wording

/// The head of every page: title, style, script.
enum PageHead {
    /// - Parameter script: a further script that the page needs.
    static func write(_ title: String, _ words: Words, script: String? = nil, _ html: inout Markup) {
        html.add("head") { html in
            html.void("meta", ["charset": "utf-8"])
            html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.void("meta", ["name": "color-scheme", "content": "light dark"])
            html.add("title", title + " · Cermat")
            html.void("link", ["rel": "icon", "href": AssetShelf.path("mark.svg"), "type": "image/svg+xml"])
            html.void("link", ["rel": "stylesheet", "href": AssetShelf.path("desk.css")])
            html.add("script", ["type": "module", "src": AssetShelf.path("desk.js")], "")
            if let script { html.add("script", ["type": "module", "src": AssetShelf.path(script)], "") }
        }
    }
}
