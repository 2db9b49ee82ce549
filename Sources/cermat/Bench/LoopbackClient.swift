// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// The least of an HTTP/1.1 client: one kept connection to this machine, blocking, for benchmarks.
struct LoopbackClient {
    private let descriptor: Int32
    private var cookies: [String: String] = [:]
    private var cookie: String { cookies.map { $0.key + "=" + $0.value }.sorted().joined(separator: "; ") }

    enum Failure: Error {
        case connection
        case status(Int)
    }

    /// Connects to a port of 127.0.0.1.
    init(port: UInt16) throws(Failure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            Glibc.close(descriptor)
            throw .connection
        }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// A port that nobody listens on now.
    static func freePort() -> UInt16 {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(probe, $0, size)
                _ = getsockname(probe, $0, &size)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    func close() { Glibc.close(descriptor) }

    /// Signs in by the demonstration's button, with the token that its page carries.
    mutating func signIn(as role: String) throws(Failure) {
        let page = try exchange("GET /masuk HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        keepCookie(page.head)
        var body = "peran=" + role
        if let mark = page.body.range(of: "name=\"csrf\" value=\"") {
            body += "&csrf=" + page.body[mark.upperBound...].prefix { $0 != "\"" }
        }
        let answer = try exchange(
            "POST /masuk/peran HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nCookie: \(cookie)\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body
        )
        guard answer.status == 303 else { throw .status(answer.status) }
        keepCookie(answer.head)
    }

    private mutating func keepCookie(_ head: String) {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("set-cookie:") {
            let pair = line.dropFirst(11).split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies[pair[0].trimmingCharacters(in: .whitespaces)] = pair[1].isEmpty ? nil : String(pair[1])
        }
    }

    /// The body of a page.
    func page(_ path: String) throws(Failure) -> String {
        let answer = try exchange("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\n\r\n")
        guard answer.status == 200 else { throw .status(answer.status) }
        return answer.body
    }

    private func exchange(_ request: String) throws(Failure) -> (status: Int, head: String, body: String) {
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw .connection
        }
        var gathered: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var head: String?
        var wanted = Int.max
        while gathered.count < wanted {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { throw .connection }
            gathered.append(contentsOf: chunk[0..<count])
            if head == nil, let end = gathered.firstRange(of: Array("\r\n\r\n".utf8)) {
                let text = String(decoding: gathered[..<end.lowerBound], as: UTF8.self)
                head = text
                var length = 0
                for line in text.split(separator: "\r\n") where line.lowercased().hasPrefix("content-length:") {
                    length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) ?? 0
                }
                wanted = end.upperBound + length
                gathered.reserveCapacity(wanted)
            }
        }
        let text = head ?? ""
        let status = Int(text.dropFirst(9).prefix(3)) ?? 0
        return (status, text, String(decoding: gathered.dropFirst(text.utf8.count + 4), as: UTF8.self))
    }
}
