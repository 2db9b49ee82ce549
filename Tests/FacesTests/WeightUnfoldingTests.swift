// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Faces

@Suite struct WeightUnfoldingTests {
    private func tensor(_ name: String, _ sides: [Int64], type: Int64, raw: [UInt8]) -> ProtobufMessage {
        var message = ProtobufMessage()
        for side in sides { message.add(1, integer: side) }
        message.add(2, integer: type)
        message.add(8, bytes: name.utf8)
        message.add(9, bytes: raw)
        return message
    }

    private func floats(_ values: [Float]) -> [UInt8] {
        values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) } }
    }

    private func node(_ kind: String, _ inputs: [String], _ output: String, _ numbers: [(String, Int64)] = [])
        -> ProtobufMessage
    {
        var message = ProtobufMessage()
        for input in inputs { message.add(1, bytes: input.utf8) }
        message.add(2, bytes: output.utf8)
        message.add(4, bytes: kind.utf8)
        for (name, value) in numbers {
            var attribute = ProtobufMessage()
            attribute.add(1, bytes: name.utf8)
            attribute.add(3, integer: value)
            message.add(5, bytes: attribute.serialized)
        }
        return message
    }

    private func file(_ nodes: [ProtobufMessage], _ constants: [ProtobufMessage]) -> [UInt8] {
        var graph = ProtobufMessage()
        for node in nodes { graph.add(1, bytes: node.serialized) }
        graph.add(2, bytes: "g".utf8)
        for constant in constants { graph.add(5, bytes: constant.serialized) }
        var input = ProtobufMessage()
        input.add(1, bytes: "w".utf8)
        graph.add(11, bytes: input.serialized)
        var data = ProtobufMessage()
        data.add(1, bytes: "data".utf8)
        graph.add(11, bytes: data.serialized)
        var model = ProtobufMessage()
        model.add(1, integer: 8)
        model.add(7, bytes: graph.serialized)
        return model.serialized
    }

    /// Two lines of five weights in blocks of three along the second side, then taken as 5 x 2.
    private var quantised: [UInt8] {
        file(
            [
                node("DequantizeLinear", ["w", "s", "z"], "plain", [("axis", 1), ("block_size", 3)]),
                node("Reshape", ["plain", "shape"], "turned"),
                node("Gemm", ["data", "turned"], "out"),
            ],
            [
                tensor("w", [2, 5], type: 3, raw: [1, 2, 3, 4, 5, 255, 254, 253, 128, 127]),
                tensor("s", [2, 2], type: 1, raw: floats([0.5, 2, 1, 0.25])),
                tensor("z", [2, 2], type: 3, raw: [0, 1, 255, 0]),
                tensor("shape", [2], type: 7, raw: [5, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 255, count: 8)),
            ])
    }

    @Test func `weights become what their blocks say`() throws {
        let unfolded = try WeightUnfolding.unfold(quantised)
        let model = try #require(ProtobufMessage(unfolded[...]))
        let graphBytes = try #require(model.all(7).first)
        let graph = try #require(ProtobufMessage(graphBytes))
        #expect(graph.all(1).count == 1)
        let constants = graph.all(5).compactMap { ProtobufMessage($0) }
        #expect(constants.map { $0.texts(8) } == [["turned"]])
        let weights = try #require(OnnxTensor(constants[0]))
        #expect(weights.dimensions == [5, 2])
        guard case .floats(let values) = weights.values else {
            Issue.record("no floats")
            return
        }
        // (1 2 3 | 4 5) with 0.5 and (2, zero 1); (-1 -2 -3 | -128 127) with (1, zero -1) and 0.25.
        #expect(values == [0.5, 1, 1.5, 6, 8, 0, -1, -2, -32, 31.75])
        // A constant among the inputs is no input; what is left is the picture.
        #expect(graph.all(11).compactMap { ProtobufMessage($0)?.texts(1) } == [["data"]])
        #expect(model.integers(1) == [8])
    }

    @Test func `a plain model stays as it is`() throws {
        let plain = file([node("Relu", ["data"], "out")], [])
        #expect(try WeightUnfolding.unfold(plain) == plain)
    }

    @Test func `damaged models are refused or unfolded, never more`() {
        #expect(throws: FaceEngineError.self) { try WeightUnfolding.unfold([1, 2, 3]) }
        #expect(throws: FaceEngineError.self) { try WeightUnfolding.unfold([]) }
        var numbers = SeededNumbers(4)
        for _ in 0..<3000 {
            var bytes = quantised
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            _ = try? WeightUnfolding.unfold(bytes)
        }
    }
}
