// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import Mandate
internal import Screening

extension RecordID {
    /// Sixteen bytes, big-endian, as stored.
    var blob: Data {
        var data = Data(capacity: 16)
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { data.append(contentsOf: $0) }
        return data
    }

    init(blob: Data) throws {
        guard blob.count == 16 else { throw StoreError.damaged(reason: "an identifier of \(blob.count) bytes") }
        self = blob.withUnsafeBytes { bytes in
            RecordID(
                high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    init?(optional blob: Data?) throws {
        guard let blob else { return nil }
        try self.init(blob: blob)
    }

    /// The first eight bytes: what indexes hold; rows found by it are compared with the whole.
    var indexed: Int64 { Int64(bitPattern: high) }
}

extension BlindToken {
    /// The first eight bytes: what indexes hold; rows found by it are compared with the whole.
    var indexed: Int64 { Int64(bitPattern: high) }
}

/// Lists of sixteen-byte values end to end, as index rows hold them.
enum PackedList {
    static func pack(_ tokens: [BlindToken]) -> Data { pack(tokens.map { ($0.high, $0.low) }) }

    static func pack<Kind>(_ ids: [RecordID<Kind>]) -> Data { pack(ids.map { ($0.high, $0.low) }) }

    static func tokens(_ data: Data) throws -> [BlindToken] {
        try words(data).map { BlindToken(high: $0.0, low: $0.1) }
    }

    static func ids<Kind>(_ data: Data) throws -> [RecordID<Kind>] {
        try words(data).map { RecordID(high: $0.0, low: $0.1) }
    }

    private static func pack(_ words: [(UInt64, UInt64)]) -> Data {
        var data = Data(capacity: words.count * 16)
        for word in words {
            withUnsafeBytes(of: (word.0.bigEndian, word.1.bigEndian)) { data.append(contentsOf: $0) }
        }
        return data
    }

    private static func words(_ data: Data) throws -> [(UInt64, UInt64)] {
        guard data.count % 16 == 0 else { throw StoreError.damaged(reason: "a list of \(data.count) bytes") }
        return data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: 16).map { offset in
                (
                    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
                    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
                )
            }
        }
    }
}
