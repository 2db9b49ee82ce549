// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// What an input is, told from its content.
enum InputFormat {
    case edifact
    /// A manifest table with this column separator.
    case manifest(separator: UInt8)
    case xml
    /// Machine readable zones, alone or behind crossings' lines.
    case zones
    case blank
    case unknown(reason: String)

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.allSatisfy({ $0 <= 0x20 }) {
            self = .blank
        } else if let separator = ManifestHeader.separator(of: bytes) {
            self = .manifest(separator: separator)
        } else if MRZReader.begins(bytes) {
            self = .zones
        } else if XMLStart.begins(bytes) {
            self = .xml
        } else if InterchangeStart.next(in: bytes, from: 0) != nil {
            self = .edifact
        } else if MRZReader.holds(bytes) {
            self = .zones
        } else {
            self = .unknown(
                reason: "neither EDIFACT, nor XML, nor a machine readable zone, nor a manifest with a header line")
        }
    }
}
