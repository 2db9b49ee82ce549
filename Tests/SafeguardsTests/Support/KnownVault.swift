// SPDX-License-Identifier: Apache-2.0

import Safeguards

/// A vault with known keys, whose tokens, seals and signatures were computed by Python's `cryptography` 48.0.0.
enum KnownVault {
    static let file = """
        cermat-keys 1
        wrapping 1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        current 1
        token 202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f
        audit 404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f
        sum 49c97e122f85b4a4f4e4dd8f35201739c99aba5290603eb6fd49b217e0dfb2ee

        """

    static func open() throws -> FileKeyVault {
        let folder = try ScratchFolder()
        try folder.write(FileKeyVault.fileName, file)
        return try FileKeyVault(at: folder.path)
    }

    /// Bytes of hexadecimal digits.
    static func bytes(_ digits: String) -> [UInt8] {
        var rest = Substring(digits)
        var bytes: [UInt8] = []
        while let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
