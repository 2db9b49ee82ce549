// SPDX-License-Identifier: Apache-2.0

internal import COpenVINO

/// Reads the one line that a call of the library leaves on failure.
enum RuntimeMessage {
    /// The message of a failed call; nil when it succeeded.
    static func reading(_ call: (UnsafeMutablePointer<CChar>) -> Int32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CERMAT_OV_ERROR_SIZE)) { buffer in
            buffer.initialize(repeating: 0)
            guard let place = buffer.baseAddress, call(place) != 0 else { return nil }
            return String(cString: place)
        }
    }
}
