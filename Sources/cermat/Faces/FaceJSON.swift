// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// JSON as the commands about faces print it.
enum FaceJSON {
    /// A share with its 95 % interval.
    struct Rate: Encodable {
        let count, of: Int
        let value, lower, upper: Double

        init(_ share: Proportion) {
            (count, of, value, lower, upper) = (share.count, share.total, share.value, share.lower, share.upper)
        }
    }

    /// A calibration file; the command ends with what is wrong.
    static func calibration(_ path: String) throws -> Calibration {
        let bytes = try InputFile(path).bytes
        guard let table = try? JSONDecoder().decode(Calibration.self, from: Data(bytes)), table.isSound else {
            throw CommandFailure.exit("\(path) is no calibration; make one with cermat face evaluate --calibration")
        }
        return table
    }
}
