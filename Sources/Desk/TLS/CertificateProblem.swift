// SPDX-License-Identifier: Apache-2.0

/// Why a certificate cannot be used, with what to do. Paths only, nothing of a key.
public enum CertificateProblem: Error, Hashable, CustomStringConvertible {
    case missing(String, reason: String)
    /// Others may read the key.
    case openKey(String)
    case unreadableCertificate(String)
    case unreadableKey(String)
    /// Each can be read, but the key is another certificate's.
    case mismatch(certificate: String, key: String)

    /// A stable word of a bounded set.
    public var code: String {
        switch self {
        case .missing: "certificate-missing"
        case .openKey: "certificate-key-open"
        case .unreadableCertificate: "certificate-unreadable"
        case .unreadableKey: "certificate-key-unreadable"
        case .mismatch: "certificate-mismatch"
        }
    }

    public var description: String {
        switch self {
        case .missing(let path, let reason):
            "cannot read \(path): \(reason); name PEM files in tls-certificate and tls-key that the service may read"
        case .openKey(let path):
            "\(path) may be read by others or written by its group; chmod 600 it (or 640 with a group of the service's own)"
        case .unreadableCertificate(let path): "\(path) holds no certificate in PEM, the server's own first"
        case .unreadableKey(let path): "\(path) holds no private key in PEM without a passphrase"
        case .mismatch(let certificate, let key):
            "the key in \(key) is not that of the first certificate in \(certificate); give the pair that belongs together"
        }
    }
}
