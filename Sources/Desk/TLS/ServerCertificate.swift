// SPDX-License-Identifier: Apache-2.0

import NIOSSL

/// A certificate with its key, read and proved to go together.
public struct ServerCertificate: Sendable {
    let chain: [NIOSSLCertificateSource]
    let key: NIOSSLPrivateKeySource
    /// Milliseconds since 1970 (UTC).
    public let validFromMilliseconds: Int64
    /// Milliseconds since 1970 (UTC).
    public let validUntilMilliseconds: Int64

    /// TLS 1.2 or 1.3 with forward secrecy (the library's own suites), no client certificates.
    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key)
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    /// What a connection uses instead of what the server started with.
    var override: NIOSSLContextConfigurationOverride {
        var changes = NIOSSLContextConfigurationOverride()
        changes.certificateChain = chain
        changes.privateKey = key
        return changes
    }
}
