// SPDX-License-Identifier: Apache-2.0

internal import COpenVINO

/// One compiled model with its input and outputs, used by one thread at a time.
///
/// A class because it owns memory of the library.
final class FaceNetwork {
    private let handle: OpaquePointer
    private let inputs: Int

    init(_ handle: OpaquePointer, inputs: Int) {
        self.handle = handle
        self.inputs = inputs
    }

    deinit { cermat_ov_free(handle) }

    /// Lets the caller fill the input and computes; the outputs are read with ``output(_:count:)`` afterwards.
    func infer(fill: (UnsafeMutableBufferPointer<Float>) -> Void) throws(FaceEngineError) {
        fill(UnsafeMutableBufferPointer(start: cermat_ov_input(handle), count: inputs))
        if let message = RuntimeMessage.reading({ cermat_ov_infer(handle, $0) }) {
            throw .runtimeFailed(reason: message)
        }
    }

    /// The floats of a named output, which must be `count` of them.
    func output(_ name: String, count: Int) throws(FaceEngineError) -> [Float] {
        var values: UnsafePointer<Float>?
        var found = 0
        if let message = RuntimeMessage.reading({ cermat_ov_output(handle, name, &values, &found, $0) }) {
            throw .runtimeFailed(reason: message)
        }
        guard let values, found == count else {
            throw .runtimeFailed(reason: "output \(name) has \(found) numbers, expected \(count)")
        }
        return Array(UnsafeBufferPointer(start: values, count: count))
    }
}
