// SPDX-License-Identifier: Apache-2.0

/// A protocol buffers message as a list of fields in their order, enough to read an ONNX graph and write it again.
struct ProtobufMessage {
    enum Value {
        case varint(UInt64)
        case fixed64(ArraySlice<UInt8>)
        case bytes(ArraySlice<UInt8>)
        case fixed32(ArraySlice<UInt8>)
    }

    var fields: [(number: Int, value: Value)] = []

    init() {}

    /// Parses a message; nil when the bytes are not one. Complexity: O(fields), bytes are shared.
    init?(_ bytes: ArraySlice<UInt8>) {
        var place = bytes.startIndex
        func varint() -> UInt64? {
            var value: UInt64 = 0
            for shift in stride(from: 0, to: 70, by: 7) {
                guard place < bytes.endIndex else { return nil }
                let byte = bytes[place]
                place += 1
                value |= UInt64(byte & 0x7F) << UInt64(shift)
                if byte & 0x80 == 0 { return value }
            }
            return nil
        }
        func take(_ count: UInt64) -> ArraySlice<UInt8>? {
            guard count <= UInt64(bytes.endIndex - place) else { return nil }
            defer { place += Int(count) }
            return bytes[place..<place + Int(count)]
        }
        while place < bytes.endIndex {
            guard let key = varint(), key >> 3 > 0, key >> 3 < 1 << 29 else { return nil }
            let number = Int(key >> 3)
            switch key & 7 {
            case 0:
                guard let value = varint() else { return nil }
                fields.append((number, .varint(value)))
            case 1:
                guard let value = take(8) else { return nil }
                fields.append((number, .fixed64(value)))
            case 2:
                guard let length = varint(), let value = take(length) else { return nil }
                fields.append((number, .bytes(value)))
            case 5:
                guard let value = take(4) else { return nil }
                fields.append((number, .fixed32(value)))
            default: return nil
            }
        }
    }

    /// The bytes of every field of this number that holds bytes.
    func all(_ number: Int) -> [ArraySlice<UInt8>] {
        fields.compactMap { field in
            if field.number == number, case .bytes(let value) = field.value { return value }
            return nil
        }
    }

    /// The texts of every field of this number.
    func texts(_ number: Int) -> [String] { all(number).map { String(decoding: $0, as: UTF8.self) } }

    /// Whole numbers of this number, packed or not.
    func integers(_ number: Int) -> [Int64]? {
        var values: [Int64] = []
        for field in fields where field.number == number {
            switch field.value {
            case .varint(let value): values.append(Int64(bitPattern: value))
            case .bytes(let packed):
                guard let inner = ProtobufMessage.packed(packed) else { return nil }
                values += inner
            case .fixed32, .fixed64: return nil
            }
        }
        return values
    }

    private static func packed(_ bytes: ArraySlice<UInt8>) -> [Int64]? {
        var values: [Int64] = []
        var (value, shift): (UInt64, UInt64) = (0, 0)
        for byte in bytes {
            guard shift < 70 else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0 {
                values.append(Int64(bitPattern: value))
                (value, shift) = (0, 0)
            }
        }
        return shift == 0 ? values : nil
    }

    mutating func add(_ number: Int, bytes: some Sequence<UInt8>) { fields.append((number, .bytes(Array(bytes)[...]))) }

    mutating func add(_ number: Int, integer: Int64) { fields.append((number, .varint(UInt64(bitPattern: integer)))) }

    /// The message as bytes.
    var serialized: [UInt8] {
        var out: [UInt8] = []
        func put(_ value: UInt64) {
            var rest = value
            while rest >= 0x80 {
                out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            out.append(UInt8(truncatingIfNeeded: rest))
        }
        for field in fields {
            let number = UInt64(field.number) << 3
            switch field.value {
            case .varint(let value):
                put(number)
                put(value)
            case .fixed64(let bytes):
                put(number | 1)
                out += bytes
            case .bytes(let bytes):
                put(number | 2)
                put(UInt64(bytes.count))
                out += bytes
            case .fixed32(let bytes):
                put(number | 5)
                out += bytes
            }
        }
        return out
    }
}
