// SPDX-License-Identifier: Apache-2.0

extension Picture {
    /// The picture as JPEG; nil where the library refuses, as it does without memory.
    public var jpeg: [UInt8]? { JPEGEncoding().encode(self) }
}
