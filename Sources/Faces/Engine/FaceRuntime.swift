// SPDX-License-Identifier: Apache-2.0

internal import COpenVINO
internal import Foundation
internal import Synchronization

/// OpenVINO, opened by path at run time; the program links and runs without it.
///
/// A class because it stands for a library that stays open until the process ends; the library's core may be used from
/// any thread (OpenVINO, "Thread safety").
final class FaceRuntime: @unchecked Sendable {
    private let handle: OpaquePointer
    /// Held while a model is read: readers that begin at the same moment in one process sometimes find no reader for the
    /// model's format, each in a core of its own.
    private static let reading = Mutex(())

    /// Opens `runtime/libopenvino_c.so` in the engine's folder.
    init(folder: String) throws(FaceEngineError) {
        // It looks for its parts beside itself for as long as the process lives: a link there may go before that.
        let runtime = URL(fileURLWithPath: folder + "/runtime").resolvingSymlinksInPath().path
        let path = runtime + "/libopenvino_c.so"
        var opened: OpaquePointer?
        let message = RuntimeMessage.reading { cermat_ov_open(path, &opened, $0) }
        guard let opened else { throw .runtimeMissing(path: path, reason: message ?? "it does not open") }
        handle = opened
    }

    /// Compiles a model for inputs of 1 x 3 x `height` x `width`.
    func compile(_ model: [UInt8], width: Int, height: Int, threads: Int) throws(FaceEngineError) -> FaceNetwork {
        var network: OpaquePointer?
        let shape: [Int64] = [1, 3, Int64(height), Int64(width)]
        let message = FaceRuntime.reading.withLock { _ in
            model.withUnsafeBytes { bytes in
                RuntimeMessage.reading {
                    cermat_ov_compile(
                        handle, bytes.baseAddress, bytes.count, shape, Int32(max(1, threads)), &network, $0)
                }
            }
        }
        guard let network else { throw .runtimeFailed(reason: message ?? "no network") }
        return FaceNetwork(network, inputs: 3 * width * height)
    }
}
