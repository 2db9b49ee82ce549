// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Messages
internal import Screening

/// What is sealed of a message: its bytes, the tokens of its cards, and what the edge filter overwrote, in one piece.
///
/// Version (1), length of the bytes (4), bytes, number of tokens (4), each offset (4) and token (16), number of filter
/// counts (4), each length of the category (1), category, count (4); version 2 goes on with the profile: length of its
/// name (1), name, version (4), record (16). Numbers big-endian.
struct MessageBytes: Equatable {
    var bytes: [UInt8]
    var cardTokens: [Int: BlindToken]
    var filtered: [String: Int]
    /// The version of the carrier profile that the message is read by.
    var profile: ProfileStamp?

    private static let version: UInt8 = 1
    private static let versionWithProfile: UInt8 = 2

    var encoded: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 16 + cardTokens.count * 20 + filtered.count * 24)
        out.append(profile == nil ? MessageBytes.version : MessageBytes.versionWithProfile)
        MessageBytes.append(bytes.count, to: &out)
        out.append(contentsOf: bytes)
        MessageBytes.append(cardTokens.count, to: &out)
        for (offset, token) in cardTokens.sorted(by: { $0.key < $1.key }) {
            MessageBytes.append(offset, to: &out)
            out.append(contentsOf: token.bytes)
        }
        MessageBytes.append(filtered.count, to: &out)
        for (category, count) in filtered.sorted(by: { $0.key < $1.key }) {
            let name = category.utf8.prefix(255)
            out.append(UInt8(name.count))
            out.append(contentsOf: name)
            MessageBytes.append(count, to: &out)
        }
        if let profile {
            let name = profile.id.utf8.prefix(255)
            out.append(UInt8(name.count))
            out.append(contentsOf: name)
            MessageBytes.append(profile.version, to: &out)
            out.append(contentsOf: profile.record.bytes)
        }
        return out
    }

    init(
        bytes: [UInt8], cardTokens: [Int: BlindToken], filtered: [String: Int], profile: ProfileStamp? = nil
    ) {
        self.profile = profile
        self.bytes = bytes
        self.cardTokens = cardTokens
        self.filtered = filtered
    }

    init(encoded: [UInt8]) throws {
        var rest = encoded[...]
        let version = rest.popFirst()
        guard version == MessageBytes.version || version == MessageBytes.versionWithProfile else {
            throw MessageBytes.damaged
        }
        bytes = Array(try MessageBytes.take(try MessageBytes.number(&rest), from: &rest))
        cardTokens = [:]
        for _ in 0..<(try MessageBytes.number(&rest)) {
            let offset = try MessageBytes.number(&rest)
            guard let token = BlindToken(bytes: try MessageBytes.take(16, from: &rest)) else {
                throw MessageBytes.damaged
            }
            cardTokens[offset] = token
        }
        filtered = [:]
        for _ in 0..<(try MessageBytes.number(&rest)) {
            guard let length = rest.popFirst() else { throw MessageBytes.damaged }
            let name = String(decoding: try MessageBytes.take(Int(length), from: &rest), as: UTF8.self)
            filtered[name] = try MessageBytes.number(&rest)
        }
        if version == MessageBytes.versionWithProfile {
            guard let length = rest.popFirst() else { throw MessageBytes.damaged }
            let name = String(decoding: try MessageBytes.take(Int(length), from: &rest), as: UTF8.self)
            let number = try MessageBytes.number(&rest)
            guard let record = RecordID<CarrierProfile>(bytes: try MessageBytes.take(16, from: &rest)) else {
                throw MessageBytes.damaged
            }
            profile = ProfileStamp(id: name, version: number, record: record)
        }
        guard rest.isEmpty else { throw MessageBytes.damaged }
    }

    private static var damaged: StoreError { .damaged(reason: "a stored message cannot be read") }

    private static func append(_ number: Int, to out: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(clamping: number).bigEndian) { out.append(contentsOf: $0) }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) throws -> Int {
        try take(4, from: &rest).reduce(0) { $0 << 8 | Int($1) }
    }

    private static func take(_ count: Int, from rest: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
        guard rest.count >= count else { throw damaged }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
