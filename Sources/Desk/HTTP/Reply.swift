// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Mandate

/// What a page or interface answers; the gate adds headers and writes the audit record before a byte of it leaves.
struct Reply: Sendable {
    enum Body: Sendable {
        case none
        case page(String)
        case json([UInt8])
        /// One JSON object a line.
        case lines([UInt8])
        /// Plain text to keep as a file.
        case download([UInt8], name: String)
        case asset([UInt8], type: String)
        /// Text for a machine.
        case text(String, type: String)
        /// Server-sent events.
        case events(AsyncStream<String>)
    }

    /// What happens to the session cookie.
    enum CookieChange: Sendable {
        case set(name: CookieName, value: String)
        case clear(CookieName)
    }

    var status: HTTPResponse.Status = .ok
    var body: Body
    var location: String?
    /// The opaque identifiers of what is shown, for the audit record.
    var shown: [String] = []
    var detail: String?
    /// Whether a service wrote the record in the transaction of the act.
    var isRecorded = false
    var retryAfterSeconds: Int?
    var cookies: [CookieChange] = []
    /// Whether the page may use the camera.
    var usesCamera = false
    /// Whether the answer never changes under its address.
    var isImmutable = false

    /// A page that shows some records.
    static func page(_ html: String, shown: [String] = [], detail: String? = nil) -> Reply {
        Reply(body: .page(html), shown: shown, detail: detail)
    }

    /// Goes elsewhere after an act that wrote its own record (303, so that reloading does not repeat it).
    static func done(_ location: String) -> Reply {
        Reply(status: .seeOther, body: .none, location: location, isRecorded: true)
    }

    static func json(_ bytes: [UInt8], shown: [String] = []) -> Reply { Reply(body: .json(bytes), shown: shown) }
}

/// The desk's cookies.
enum CookieName: String, Sendable {
    case session = "cermat"
    /// Ties the sign-in form to the browser that fetched it.
    case door = "cermat-door"
}
