// SPDX-License-Identifier: Apache-2.0

import NIOSSL

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a server's certificate and key lie, both PEM: the chain with the server's own first, and its key without a
/// passphrase.
public struct CertificateFiles: Hashable, Sendable {
    /// The chain's file; links are followed.
    public let certificate: String
    /// The key's file; links are followed, others may not read it.
    public let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// Reads both and proves that they go together.
    ///
    /// - Throws: ``CertificateProblem``.
    public func read() throws(CertificateProblem) -> ServerCertificate {
        let chainBytes = try Self.contents(certificate, isSecret: false)
        let keyBytes = try Self.contents(key, isSecret: true)
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(chainBytes), let leaf = chain.first else {
            throw .unreadableCertificate(certificate)
        }
        guard let secret = try? NIOSSLPrivateKey(bytes: keyBytes, format: .pem) else { throw .unreadableKey(key) }
        let found = ServerCertificate(
            chain: chain.map { .certificate($0) }, key: .privateKey(secret),
            validFromMilliseconds: Int64(leaf.notValidBefore) * 1000,
            validUntilMilliseconds: Int64(leaf.notValidAfter) * 1000)
        // Making the context is what compares the key with the certificate.
        guard (try? NIOSSLContext(configuration: found.configuration)) != nil else {
            throw .mismatch(certificate: certificate, key: key)
        }
        return found
    }

    /// What changes when either file is replaced; nil where one is missing.
    func stamp() -> [Int64]? {
        var found: [Int64] = []
        for path in [certificate, key] {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            found += [
                Int64(bitPattern: UInt64(status.st_ino)), Int64(status.st_size), Int64(status.st_mtim.tv_sec),
                Int64(status.st_mtim.tv_nsec), Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec),
            ]
        }
        return found
    }

    private static let limitBytes = 256 * 1024

    private static func contents(_ path: String, isSecret: Bool) throws(CertificateProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .missing(path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .missing(path, reason: "not a plain file")
        }
        // A group may read (root:cermat 0640 is how hosts hand a key to a service), nobody else.
        if isSecret, status.st_mode & 0o027 != 0 { throw .openKey(path) }
        guard status.st_size <= Self.limitBytes else { throw .missing(path, reason: "longer than 256 KiB") }
        var bytes = [UInt8](repeating: 0, count: Self.limitBytes)
        var filled = 0
        while filled < bytes.count {
            let count = bytes[filled...].withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .missing(path, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            filled += count
        }
        return Array(bytes[..<filled])
    }
}

// Inside the type the plain name is its own method.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
