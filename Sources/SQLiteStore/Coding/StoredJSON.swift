// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Screening

/// Small values as JSON with sorted keys: equal values have equal bytes.
enum StoredJSON {
    static func bytes(_ value: some Encodable) throws -> [UInt8] { [UInt8](try data(value)) }

    static func text(_ value: some Encodable) throws -> String { String(decoding: try data(value), as: UTF8.self) }

    static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try value(type, from: Data(bytes))
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try value(type, from: Data(text.utf8))
    }

    private static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The decoder's own error would repeat the value, which may be personal.
    private static func value<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        do { return try JSONDecoder().decode(type, from: data) } catch {
            throw StoreError.damaged(reason: "a stored \(type) cannot be read")
        }
    }
}
