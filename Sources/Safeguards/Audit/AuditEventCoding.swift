// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
public import Mandate

/// Audit events as JSON with one spelling: keys sorted, absent values left out, no blanks, integers only.
///
/// `{"action":"judge","actor":{"id":"..","kind":"officer","post":"CGK","role":"officer"},"at":1764000000000,`
/// `"outcome":"done","purpose":"arrival-control","reference":"ST-12","subjects":["traveller:.."]}`
public enum AuditEventCoding {
    /// The one spelling of an event.
    public static func bytes(of event: AuditEvent) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256 + event.subjects.count * 44)
        append("{\"action\":", event.action.rawValue, to: &bytes)
        append(",\"actor\":{", to: &bytes)
        switch event.actor {
        case .officer(let id, let role, let post):
            append("\"id\":", id.description, to: &bytes)
            append(",\"kind\":", "officer", to: &bytes)
            if let post { append(",\"post\":", post.description, to: &bytes) }
            append(",\"role\":", role.rawValue, to: &bytes)
        case .system: append("\"kind\":", "system", to: &bytes)
        case .anonymous: append("\"kind\":", "anonymous", to: &bytes)
        }
        append("},\"at\":\(event.atMilliseconds)", to: &bytes)
        if let detail = event.detail { append(",\"detail\":", detail, to: &bytes) }
        append(",\"outcome\":", event.outcome.rawValue, to: &bytes)
        if let purpose = event.purpose { append(",\"purpose\":", purpose.rawValue, to: &bytes) }
        if let reference = event.reference { append(",\"reference\":", reference, to: &bytes) }
        append(",\"subjects\":[", to: &bytes)
        for (index, subject) in event.subjects.enumerated() { append(index == 0 ? "" : ",", subject, to: &bytes) }
        append("]}", to: &bytes)
        return bytes
    }

    /// The event behind its spelling; bytes in any other spelling are refused.
    public static func event(from bytes: [UInt8]) throws(SafeguardsError) -> AuditEvent {
        guard let read = try? JSONDecoder().decode(Spelling.self, from: Data(bytes)), let event = read.event,
            Self.bytes(of: event) == bytes
        else { throw .auditEventUnreadable }
        return event
    }

    /// Whether the bytes begin as an event of this action does; cheaper than reading it.
    static func isAction(_ action: AuditAction, _ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("{\"action\":\"\(action.rawValue)\",".utf8))
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }

    /// Appends `prefix` as it is and `value` as a JSON string (RFC 8259, 7: only what must be escaped is).
    private static func append(_ prefix: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: prefix.utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<32:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: Hexadecimal.text([byte]).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private struct Spelling: Decodable {
        struct Actor: Decodable {
            let kind: String
            let id: RecordID<Officer>?
            let role: Role?
            let post: PostCode?

            var actor: AuditActor? {
                switch (kind, id, role) {
                case ("officer", .some(let id), .some(let role)): .officer(id, role: role, post: post)
                case ("system", nil, nil): .system
                case ("anonymous", nil, nil): .anonymous
                default: nil
                }
            }
        }

        let action: AuditAction
        let actor: Actor
        let at: Int64
        let detail: String?
        let outcome: AuditOutcome
        let purpose: Purpose?
        let reference: String?
        let subjects: [String]

        var event: AuditEvent? {
            guard let who = actor.actor else { return nil }
            return AuditEvent(
                atMilliseconds: at, actor: who, action: action, outcome: outcome, purpose: purpose,
                reference: reference, subjects: subjects, detail: detail)
        }
    }
}
