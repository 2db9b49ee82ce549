// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

/// Holds the certificate in use and takes a renewed one while the server runs.
///
/// A class because the server's connections and the watch share it. New connections get the renewed certificate, running ones go on.
public final class CertificateKeeper: Sendable {
    private struct Held {
        var certificate: ServerCertificate
        var stamp: [Int64]?
    }

    private let files: CertificateFiles
    private let held: Mutex<Held>

    /// Reads the files.
    ///
    /// - Throws: ``CertificateProblem``.
    public init(_ files: CertificateFiles) throws(CertificateProblem) {
        self.files = files
        // The stamp is taken first, so that a change while the files are read is seen at the next look.
        let stamp = files.stamp()
        held = Mutex(Held(certificate: try files.read(), stamp: stamp))
    }

    /// The one that new connections get.
    public var certificate: ServerCertificate { held.withLock { $0.certificate } }

    /// What a look at the files found.
    enum Look: Hashable {
        case unchanged, renewed
        /// The one before goes on being used.
        case refused(CertificateProblem)
    }

    /// Takes the files anew where one was replaced. What cannot be used is tried again when a file changes again:
    /// between the replacement of a certificate and of its key the two do not go together.
    func look() -> Look {
        let stamp = files.stamp()
        guard stamp != held.withLock({ $0.stamp }) else { return .unchanged }
        do throws(CertificateProblem) {
            let fresh = try files.read()
            held.withLock { $0 = Held(certificate: fresh, stamp: stamp) }
            return .renewed
        } catch {
            held.withLock { $0.stamp = stamp }
            return .refused(error)
        }
    }

    /// The server's configuration; each connection asks for the certificate of its moment.
    var configuration: TLSConfiguration {
        var configuration = certificate.configuration
        configuration.sslContextCallback = { [self] _, promise in promise.succeed(certificate.override) }
        return configuration
    }
}

/// Looks at the certificate's files while the server runs.
struct CertificateWatch: Service {
    let keeper: CertificateKeeper
    let interval: Duration
    let logger: Logger

    func run() async throws {
        while !Task.isCancelled && !Task.isShuttingDownGracefully {
            do { try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) } } catch { return }
            switch keeper.look() {
            case .unchanged: continue
            case .renewed: logger.notice("certificate renewed")
            case .refused(let problem):
                logger.error("certificate not renewed, the one before stays", metadata: ["code": "\(problem.code)"])
            }
        }
    }
}
