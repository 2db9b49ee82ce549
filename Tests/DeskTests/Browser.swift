// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HummingbirdTesting
import Mandate
import NIOCore
import Testing

/// A browser as far as the desk can tell: keeps cookies, fills in the form token.
actor Browser {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    private(set) var token = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    struct Answer: Sendable {
        let status: Int
        let body: String
        let headers: HTTPFields
        var location: String? { headers[.location] }
    }

    @discardableResult
    func get(_ path: String) async throws -> Answer { try await send(.get, path, body: nil, type: nil) }

    /// Sends a form with the token of the last page, or with another.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)], csrf: String? = nil, site: String = "same-origin")
        async throws -> Answer
    {
        let all = [("csrf", csrf ?? token)] + fields
        let body = all.map { Browser.encoded($0.0) + "=" + Browser.encoded($0.1) }.joined(separator: "&")
        return try await send(.post, path, body: body, type: "application/x-www-form-urlencoded", site: site)
    }

    /// Sends bytes as a page's script does.
    func send(_ bytes: [UInt8], to path: String, type: String) async throws -> Answer {
        try await send(.post, path, body: nil, type: type, bytes: bytes)
    }

    /// Sends a file as a form does.
    func upload(_ bytes: [UInt8], as name: String, to path: String) async throws -> Answer {
        let head = "--B\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"f.jpg\"\r\n\r\n"
        return try await send(
            Array(head.utf8) + bytes + Array("\r\n--B--\r\n".utf8), to: path,
            type: "multipart/form-data; boundary=B")
    }

    /// Signs in with name and password.
    func signIn(_ role: Role, login: String? = nil) async throws {
        try await get("/masuk")
        let answer = try await post("/masuk", [("nama", login ?? role.rawValue), ("sandi", DeskBench.password)])
        #expect(answer.status == 303, "\(role) signs in")
        try await get("/tujuan")
    }

    /// Declares a purpose.
    func declare(_ purpose: Purpose, reference: String = "ST-1/2026") async throws -> Answer {
        let answer = try await post("/tujuan", [("tujuan", purpose.rawValue), ("nomor", reference)])
        try await get("/bantuan")
        return answer
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: String?, type: String?, site: String = "same-origin",
        bytes: [UInt8]? = nil
    ) async throws -> Answer {
        var headers = HTTPFields()
        if !cookies.isEmpty { headers[.cookie] = cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ") }
        if let type { headers[.contentType] = type }
        if method == .post, let name = HTTPField.Name("sec-fetch-site") { headers[name] = site }
        if bytes != nil, let name = HTTPField.Name("x-csrf-token") { headers[name] = token }
        let content = bytes.map { ByteBuffer(bytes: $0) } ?? body.map { ByteBuffer(string: $0) }
        let response = try await client.executeRequest(uri: path, method: method, headers: headers, body: content)
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if cookie.contains("Max-Age=0") {
                cookies[String(pair[0])] = nil
            } else {
                cookies[String(pair[0])] = String(pair[1])
            }
        }
        let text = String(buffer: response.body)
        if let found = text.firstRange(of: "name=\"csrf\" value=\"") {
            token = String(text[found.upperBound...].prefix(64))
        }
        return Answer(status: response.status.code, body: text, headers: response.headers)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == 45
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(Character(Unicode.Scalar(byte))) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
