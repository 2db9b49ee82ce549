// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Safeguards

/// How the desk listens and what it bears.
public struct DeskConfiguration: Sendable {
    /// The address to listen on; loopback unless clients come over TLS.
    public var host = "127.0.0.1"
    public var port = 8080
    /// Whether clients reach the desk over TLS (ended in front of it): cookies become `__Host-` and `Secure`, HSTS is sent.
    public var isBehindTLS = false
    /// The certificate with which the desk ends TLS itself; nil where it speaks plain HTTP.
    public var certificate: CertificateKeeper?
    /// How often the certificate's files are looked at for a renewed one.
    public var certificateLook = Duration.seconds(5)
    /// Whether browsers reach the desk over TLS, whoever ends it.
    var isSecure: Bool { isBehindTLS || certificate != nil }
    /// Offers "sign in as"; refused unless ``host`` is a loopback address.
    public var isDemo = false
    /// The largest form; watchlist files and messages have limits of their own.
    public var formLimitBytes = 64 * 1024
    public var watchlistFileLimitBytes = 16 * 1024 * 1024
    /// A message to try, pasted or dropped, as a form carries it.
    /// A passenger list made by hand, with the form around it.
    public var passengerListLimitBytes = 2 * 1024 * 1024 + 64 * 1024
    public var trialLimitBytes = 4 * 1024 * 1024
    /// Two pictures of a face.
    public var portraitLimitBytes = 16 * 1024 * 1024
    /// The largest set of pictures that is handed in for enrolment at one time.
    public var enrolmentLimitBytes = 64 * 1024 * 1024
    public var messageLimitBytes = 64 * 1024 * 1024
    /// What is borne of connections, bodies and feeds.
    public var limits = DeskLimits()
    /// Requests by address.
    public var requestLimit = RateLimit(burst: 400, refillMilliseconds: 10)
    /// The most sessions at a time; the one idle longest goes first.
    public var sessionLimit = 5_000
    /// The most readers of the live board.
    public var liveLimit = 500
    /// Open boards never rest, so that they may hold half the connections and card readers' pages a quarter: the rest is
    /// for who asks and for feeds.
    var boardStreams: Int { min(liveLimit, limits.connections / 2) }
    var readerStreams: Int { min(liveLimit, limits.connections / 4) }
    /// And so many for alerts of faces.
    var faceStreams: Int { min(liveLimit, limits.connections / 8) }
    /// How often the live board asks the store whether anything changed.
    public var livePoll = Duration.milliseconds(400)
    /// How often the audit log is looked at for reading out of the ordinary.
    public var readAlarmLook = Duration.seconds(10)
    public var liveHeartbeat = Duration.seconds(10)
    /// After so long without a message the board says that the feed is silent.
    public var silenceAfterMinutes = 30
    /// SHA-256 of each feed's bearer token, by the feed's name.
    public var feeds: [String: [UInt8]] = [:]
    /// SHA-256 of the bearer token of each card reader at a post.
    public var readers: [ReaderName: [UInt8]] = [:]
    /// SHA-256 of the bearer token of each station's fixed camera.
    public var cameras: [StationName: [UInt8]] = [:]
    /// SHA-256 of the bearer token that opens the metrics; nil where nobody may read them.
    public var metricsToken: [UInt8]?
    /// How far the board looks back and ahead.
    public var boardHoursBack = 6
    public var boardHoursAhead = 12

    public init() {}

    /// All that is wrong, in words.
    public func problems() -> [String] {
        var found: [String] = []
        if !(0...65_535).contains(port) { found.append("port is 0 to 65535") }
        if isDemo, !isLoopback {
            found.append("the demo signs in without passwords and listens on loopback only")
        }
        if !isLoopback, !isSecure {
            found.append(
                "plain HTTP on \(host) would carry names and passwords in the clear: give tls-certificate and tls-key, "
                    + "or listen on 127.0.0.1 behind a proxy that ends TLS, "
                    + "or say behind-tls: true where the proxy reaches this address over a guarded network")
        }
        for (name, digest) in feeds where digest.count != 32 {
            found.append("the token digest of feed \(name) has no 32 bytes")
        }
        for (name, digest) in readers where digest.count != 32 {
            found.append("the token digest of reader \(name) has no 32 bytes")
        }
        for (name, digest) in cameras where digest.count != 32 {
            found.append("the token digest of camera \(name) has no 32 bytes")
        }
        if let metricsToken, metricsToken.count != 32 {
            found.append("the token digest of the metrics has no 32 bytes")
        }
        if formLimitBytes < 1024 || messageLimitBytes < 1024 { found.append("body limits are 1024 bytes or more") }
        found += limits.problems()
        return found.sorted()
    }

    private var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}
