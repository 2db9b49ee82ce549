// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// What an input is, told from its content.
enum InputFormat {
    case edifact
    /// A manifest table with this column separator.
    case manifest(separator: UInt8)
    case xml
    case blank
    case unknown(reason: String)

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.allSatisfy({ $0 <= 0x20 }) {
            self = .blank
        } else if let separator = ManifestHeader.separator(of: bytes) {
            self = .manifest(separator: separator)
        } else if XMLStart.begins(bytes) {
            self = .xml
        } else if InterchangeStart.next(in: bytes, from: 0) != nil {
            self = .edifact
        } else {
            self = .unknown(reason: "neither EDIFACT, nor XML, nor a manifest with a header line")
        }
    }
}
