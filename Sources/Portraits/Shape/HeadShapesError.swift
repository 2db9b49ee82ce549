// SPDX-License-Identifier: Apache-2.0

/// The reason why the head shapes cannot be used.
public enum HeadShapesError: Error, Equatable, Sendable {
    /// The folder has no mesh; the path is what was looked for.
    case missing(folder: String)
    /// A line of a file is not what the format says.
    case damaged(file: String, line: Int)
}

extension HeadShapesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let folder):
            "no head shapes in \(folder); run scripts/setup.sh heads, or scripts/head-shapes.sh with that folder"
        case .damaged(let file, let line):
            "\(file) is damaged at line \(line); remove the folder and run scripts/head-shapes.sh again"
        }
    }

    /// A value of a bounded set for metrics.
    public var code: String {
        switch self {
        case .missing: "missing"
        case .damaged: "damaged"
        }
    }
}
