// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Wording

/// Turns replies and problems into responses; the one place that writes headers and status codes.
struct ReplyWriter: Sendable {
    let configuration: DeskConfiguration
    /// Draws the page of a problem.
    let problemPage: @Sendable (DeskError, SignedIn?, Words, String) -> String

    /// The response to a reply whose record is on disk.
    func response(_ reply: Reply) -> Response {
        var headers = SecurityHeaders.fields(
            isSecure: configuration.isSecure, isImmutable: reply.isImmutable, usesCamera: reply.usesCamera)
        if let location = reply.location { headers[.location] = location }
        if let seconds = reply.retryAfterSeconds { headers[.retryAfter] = "\(seconds)" }
        for cookie in reply.cookies { headers.append(HTTPField(name: .setCookie, value: text(cookie))) }
        switch reply.body {
        case .none: return Response(status: reply.status, headers: headers)
        case .page(let html):
            headers[.contentType] = "text/html; charset=utf-8"
            return Response(
                status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
        case .json(let bytes):
            headers[.contentType] = "application/json"
            return Response(
                status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .lines(let bytes):
            headers[.contentType] = "application/x-ndjson"
            return Response(
                status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .download(let bytes, let name):
            headers[.contentType] = "text/plain; charset=utf-8"
            headers[.contentDisposition] = "attachment; filename=\"\(name)\""
            return Response(
                status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .asset(let bytes, let type):
            headers[.contentType] = type
            return Response(
                status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .text(let text, let type):
            headers[.contentType] = type
            return Response(
                status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        case .events(let stream):
            headers[.contentType] = "text/event-stream; charset=utf-8"
            let body = ResponseBody { writer in
                for await event in stream.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: event))
                }
                try await writer.finish(nil)
            }
            return Response(status: reply.status, headers: headers, body: body)
        }
    }

    /// The response to a problem: a page, or problem+json (RFC 9457).
    func failure(_ problem: DeskError, signedIn: SignedIn?, arrival: Arrival) async -> Response {
        let words = Words(signedIn?.language ?? arrival.language)
        var reply = Reply(status: problem.status, body: .none)
        if case .tooMany(let seconds) = problem { reply.retryAfterSeconds = seconds }
        if problem.status == .serviceUnavailable { reply.retryAfterSeconds = 5 }
        if case .notSignedIn = problem, !arrival.isInterface {
            if arrival.isSafeMethod {
                reply.status = .seeOther
                reply.location = signedIn?.mustChangePassword == true ? "/sandi" : "/masuk"
                return response(reply)
            }
        }
        if arrival.isInterface {
            var answer = response(reply)
            answer.headers[.contentType] = "application/problem+json"
            let fields = [
                "{\"type\":\"about:blank\"", "\"status\":\(problem.status.code)",
                "\"title\":\(DeskJSON.quoted(problem.status.reasonPhrase))",
                "\"code\":\(DeskJSON.quoted(problem.code))}",
            ]
            answer.body = ResponseBody(byteBuffer: ByteBuffer(string: fields.joined(separator: ",")))
            return answer
        }
        reply.body = .page(problemPage(problem, signedIn, words, arrival.path))
        return response(reply)
    }

    private func text(_ change: Reply.CookieChange) -> String {
        let prefix = configuration.isSecure ? "__Host-" : ""
        let tail = "; Path=/; HttpOnly; SameSite=Strict" + (configuration.isSecure ? "; Secure" : "")
        switch change {
        case .set(let name, let value): return prefix + name.rawValue + "=" + value + tail
        case .clear(let name): return prefix + name.rawValue + "=; Max-Age=0" + tail
        }
    }
}
