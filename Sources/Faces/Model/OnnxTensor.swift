// SPDX-License-Identifier: Apache-2.0

/// A constant of an ONNX graph (onnx.proto, TensorProto), of the few types that quantised weights use.
struct OnnxTensor {
    /// The lengths of its sides.
    let dimensions: [Int]
    let values: Values

    enum Values {
        case floats([Float])
        case bytes([Int32])
        case integers([Int64])
    }

    init(dimensions: [Int], floats: [Float]) {
        self.dimensions = dimensions
        values = .floats(floats)
    }

    /// Reads a tensor; nil when it is of another type, or its length does not fit its sides.
    init?(_ message: ProtobufMessage) {
        guard let sides = message.integers(1), let type = message.integers(2)?.last else { return nil }
        var count = 1
        for side in sides {
            guard side >= 0, side <= 1 << 28 else { return nil }
            count *= Int(side)
            guard count <= 1 << 28 else { return nil }
        }
        dimensions = sides.map { Int($0) }
        let raw = message.all(9).last
        switch type {
        case 1:
            guard let bytes = raw ?? message.all(4).last, bytes.count == count * 4 else { return nil }
            values = .floats(OnnxTensor.floats(bytes))
        case 2, 3:
            if let raw {
                guard raw.count == count else { return nil }
                values = .bytes(raw.map { type == 2 ? Int32($0) : Int32(Int8(bitPattern: $0)) })
            } else {
                guard let list = message.integers(5), list.count == count else { return nil }
                values = .bytes(list.map { Int32(truncatingIfNeeded: $0) })
            }
        case 7:
            if let raw {
                guard raw.count == count * 8 else { return nil }
                values = .integers(
                    stride(from: raw.startIndex, to: raw.endIndex, by: 8).map { place in
                        raw[place..<place + 8].reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
                    })
            } else {
                guard let list = message.integers(7), list.count == count else { return nil }
                values = .integers(list)
            }
        default: return nil
        }
    }

    private static func floats(_ bytes: ArraySlice<UInt8>) -> [Float] {
        bytes.withUnsafeBytes { raw in
            (0..<raw.count / 4).map {
                Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
            }
        }
    }

    /// As a graph holds it, under a name.
    func message(named name: String) -> ProtobufMessage? {
        guard case .floats(let floats) = values else { return nil }
        var message = ProtobufMessage()
        for side in dimensions { message.add(1, integer: Int64(side)) }
        message.add(2, integer: 1)
        message.add(8, bytes: name.utf8)
        let raw = [UInt8](unsafeUninitializedCapacity: floats.count * 4) { buffer, count in
            for (index, value) in floats.enumerated() {
                UnsafeMutableRawBufferPointer(buffer).storeBytes(
                    of: value.bitPattern.littleEndian, toByteOffset: index * 4, as: UInt32.self)
            }
            count = floats.count * 4
        }
        message.add(9, bytes: raw)
        return message
    }

    /// The numbers that the quantised ones stand for: `(x - zero) * scale`, with a scale for each block along an axis
    /// (ONNX operator DequantizeLinear, version 21). A block of 0 means one scale for all, or one for each step of the axis.
    func dequantized(scale: OnnxTensor, zero: OnnxTensor?, axis: Int, block: Int) -> OnnxTensor? {
        guard case .bytes(let quantised) = values, case .floats(let scales) = scale.values else { return nil }
        var zeros = [Int32](repeating: 0, count: scales.count)
        if let zero {
            guard case .bytes(let given) = zero.values, given.count == scales.count else { return nil }
            zeros = given
        }
        if scales.count == 1 {
            let (one, nought) = (scales[0], zeros[0])
            return OnnxTensor(dimensions: dimensions, floats: quantised.map { Float($0 - nought) * one })
        }
        let place = axis < 0 ? axis + dimensions.count : axis
        guard dimensions.indices.contains(place), block >= 0 else { return nil }
        let steps = dimensions[place]
        let inner = dimensions[(place + 1)...].reduce(1, *)
        let size = max(1, block)
        let blocks = (steps + size - 1) / size
        let perLine = block > 0
        guard steps > 0, inner > 0, scales.count == (perLine ? quantised.count / steps * blocks : steps) else {
            return nil
        }
        var floats = [Float](repeating: 0, count: quantised.count)
        for index in quantised.indices {
            let (line, step, rest) = (index / (steps * inner), index / inner % steps, index % inner)
            let source = perLine ? (line * blocks + step / size) * inner + rest : step
            floats[index] = Float(quantised[index] - zeros[source]) * scales[source]
        }
        return OnnxTensor(dimensions: dimensions, floats: floats)
    }

    /// The same numbers under other sides; -1 is what remains, 0 keeps a side (ONNX operator Reshape).
    func reshaped(to shape: [Int64]) -> OnnxTensor? {
        guard case .floats(let floats) = values else { return nil }
        var sides: [Int] = []
        for (index, side) in shape.enumerated() {
            if side == 0 {
                guard dimensions.indices.contains(index) else { return nil }
                sides.append(dimensions[index])
            } else {
                guard side >= -1, side <= 1 << 28 else { return nil }
                sides.append(Int(side))
            }
        }
        if let open = sides.firstIndex(of: -1) {
            let rest = sides.filter { $0 != -1 }.reduce(1, *)
            guard rest > 0, floats.count % rest == 0 else { return nil }
            sides[open] = floats.count / rest
        }
        guard sides.allSatisfy({ $0 >= 0 }), sides.reduce(1, *) == floats.count else { return nil }
        return OnnxTensor(dimensions: sides, floats: floats)
    }
}
