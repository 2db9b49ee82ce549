// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not a picture that can be used; no text holds anything of the picture.
public enum PictureError: Error, Hashable, Sendable {
    /// Neither JPEG nor PNG by its first bytes.
    case unknownFormat
    /// More bytes than the limit.
    case tooManyBytes(limit: Int)
    /// More pixels than the limit, as its header says.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// More progressive passes than a camera writes.
    case tooManyScans(limit: Int)
    /// The bytes end early or contradict themselves.
    case damaged(PictureFormat)
    /// A form of the format that is not read, such as a JPEG for print in four inks.
    case unsupported(PictureFormat)

    /// Every value of ``code``.
    public static let everyCode = [
        PictureError.unknownFormat, .tooManyBytes(limit: 0), .tooManyPixels(width: 0, height: 0, limit: 0),
        .tooManyScans(limit: 0), .damaged(.jpeg), .unsupported(.jpeg),
    ].map(\.code)

    /// A short name for metrics and tables.
    public var code: String {
        switch self {
        case .unknownFormat: "unknown-format"
        case .tooManyBytes: "too-many-bytes"
        case .tooManyPixels: "too-many-pixels"
        case .tooManyScans: "too-many-scans"
        case .damaged: "damaged"
        case .unsupported: "unsupported"
        }
    }
}

/// The formats that are read.
public enum PictureFormat: String, Hashable, Sendable {
    case jpeg = "JPEG"
    case png = "PNG"
}

extension PictureError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownFormat: "the file is neither JPEG nor PNG; save the picture in one of them"
        case .tooManyBytes(let limit): "the picture has more than \(limit / 1_048_576) MiB; save it smaller"
        case .tooManyPixels(let width, let height, let limit):
            "the picture says \(width) x \(height) pixels, more than \(limit / 1_000_000) million; save it smaller"
        case .tooManyScans(let limit): "the JPEG has more than \(limit) passes; save it again as a plain JPEG"
        case .damaged(let format): "the \(format.rawValue) is damaged or cut short; get the picture again"
        case .unsupported(let format): "this kind of \(format.rawValue) is not read; save it again in plain colours"
        }
    }
}
