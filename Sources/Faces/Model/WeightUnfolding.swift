// SPDX-License-Identifier: Apache-2.0

/// Turns the block-quantised weights of an ONNX graph into plain 32-bit floats.
///
/// The models come with 8-bit weights and a scale for each block of 64, a form that the runtime does not read. What the
/// file says is computed here once at loading: `DequantizeLinear` of a constant, and a `Reshape` of that, become constants.
enum WeightUnfolding {
    /// The numbers of the fields used here (onnx.proto).
    private enum Field {
        static let graph = 7
        static let node = 1
        static let initializer = 5
        static let input = 11
        static let nodeInput = 1
        static let nodeOutput = 2
        static let nodeOperator = 4
        static let nodeAttribute = 5
        static let attributeName = 1
        static let attributeInteger = 3
        static let attributeTensor = 5
        static let tensorName = 8
    }

    /// The model with plain weights; a model without quantised constants comes back as it is.
    static func unfold(_ model: [UInt8]) throws(FaceEngineError) -> [UInt8] {
        guard var file = ProtobufMessage(model[...]),
            let place = file.fields.firstIndex(where: { $0.number == Field.graph }),
            case .bytes(let bytes) = file.fields[place].value, let graph = ProtobufMessage(bytes)
        else { throw .badModel(reason: "it is not an ONNX file") }
        var constants: [String: ProtobufMessage] = [:]
        for field in graph.all(Field.initializer) {
            guard let tensor = ProtobufMessage(field), let name = tensor.texts(Field.tensorName).last else {
                throw .badModel(reason: "a constant without a name")
            }
            constants[name] = tensor
        }
        var unfolded: [String: OnnxTensor] = [:]
        var kept: [ProtobufMessage] = []
        for field in graph.all(Field.node) {
            guard let node = ProtobufMessage(field), let output = node.texts(Field.nodeOutput).first else {
                throw .badModel(reason: "a step without an output")
            }
            if let tensor = try constant(node, constants: &constants, unfolded: unfolded) {
                unfolded[output] = tensor
            } else {
                kept.append(node)
            }
        }
        guard !unfolded.isEmpty else { return model }
        file.fields[place].value = .bytes(
            try assemble(graph, nodes: kept, constants: constants, unfolded: unfolded).serialized[...])
        return file.serialized
    }

    /// What a step gives when all that it takes is constant and it is one of the two kinds; nil for every other step.
    private static func constant(
        _ node: ProtobufMessage, constants: inout [String: ProtobufMessage], unfolded: [String: OnnxTensor]
    ) throws(FaceEngineError) -> OnnxTensor? {
        let inputs = node.texts(Field.nodeInput)
        let attributes = node.all(Field.nodeAttribute).compactMap { ProtobufMessage($0) }
        switch node.texts(Field.nodeOperator).last {
        case "Constant":
            // Kept as a step as well: only a reshape below may read its value here.
            if let output = node.texts(Field.nodeOutput).first,
                let tensor = attributes.first?.all(Field.attributeTensor).last, let value = ProtobufMessage(tensor)
            {
                constants[output] = value
            }
            return nil
        case "DequantizeLinear":
            guard inputs.count >= 2, let quantised = constants[inputs[0]] else { return nil }
            func attribute(_ name: String) -> Int? {
                attributes.first { $0.texts(Field.attributeName).last == name }?
                    .integers(Field.attributeInteger)?.last.map { Int(clamping: $0) }
            }
            let zero = inputs.count > 2 && !inputs[2].isEmpty ? constants[inputs[2]].flatMap { OnnxTensor($0) } : nil
            guard let x = OnnxTensor(quantised), let scale = constants[inputs[1]].flatMap({ OnnxTensor($0) }),
                let tensor = x.dequantized(
                    scale: scale, zero: zero, axis: attribute("axis") ?? 1, block: attribute("block_size") ?? 0)
            else { throw .badModel(reason: "quantised weights of a form that is not understood") }
            return tensor
        case "Reshape":
            guard inputs.count == 2, let source = unfolded[inputs[0]] else { return nil }
            guard let shape = constants[inputs[1]].flatMap({ OnnxTensor($0) }),
                case .integers(let sides) = shape.values,
                let tensor = source.reshaped(to: sides)
            else { throw .badModel(reason: "weights whose shape is not constant") }
            return tensor
        default: return nil
        }
    }

    /// The graph with the steps that remain, and only the constants that they use.
    private static func assemble(
        _ graph: ProtobufMessage, nodes: [ProtobufMessage], constants: [String: ProtobufMessage],
        unfolded: [String: OnnxTensor]
    ) throws(FaceEngineError) -> ProtobufMessage {
        var result = ProtobufMessage()
        var used: Set<String> = []
        for node in nodes {
            result.add(Field.node, bytes: node.serialized)
            used.formUnion(node.texts(Field.nodeInput))
        }
        let produced = Set(nodes.flatMap { $0.texts(Field.nodeOutput) })
        for name in used.subtracting(produced).sorted() {
            if let tensor = unfolded[name] {
                guard let message = tensor.message(named: name) else { throw .badModel(reason: "weights of no number") }
                result.add(Field.initializer, bytes: message.serialized)
            } else if let message = constants[name] {
                result.add(Field.initializer, bytes: message.serialized)
            }
        }
        for field in graph.fields where field.number != Field.node && field.number != Field.initializer {
            // Old files list their constants among the inputs; a constant is no input.
            if field.number == Field.input, case .bytes(let bytes) = field.value,
                let name = ProtobufMessage(bytes)?.texts(1).last, constants[name] != nil || unfolded[name] != nil
            {
                continue
            }
            result.fields.append(field)
        }
        return result
    }
}
