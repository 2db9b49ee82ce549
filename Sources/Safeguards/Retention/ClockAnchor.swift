// SPDX-License-Identifier: Apache-2.0

/// What a machine's two clocks show at one moment.
public struct ClockReading: Hashable, Sendable {
    /// Tells this run of the machine from others; the steady clock begins anew with each.
    public let boot: String
    /// Milliseconds since 1970 UTC, by the clock that people and time servers set.
    public let wallMilliseconds: Int64
    /// Milliseconds since the machine began, sleep included, by the clock that nobody sets.
    public let steadyMilliseconds: Int64

    public init(boot: String, wallMilliseconds: Int64, steadyMilliseconds: Int64) {
        self.boot = boot
        self.wallMilliseconds = wallMilliseconds
        self.steadyMilliseconds = steadyMilliseconds
    }
}

/// By how much the wall clock was set since a moment at which it was believed, told by the steady clock.
///
/// Data are due by the wall clock, and what is forgotten does not come back: while the wall clock stands far ahead of what
/// the machine has run, nothing is forgotten until a person says that it is right, or until it is set back.
public struct ClockAnchor: Hashable, Sendable, Codable {
    private var boot: String
    private var wall: Int64
    private var steady: Int64
    /// What earlier runs of the machine left that nobody has confirmed.
    private var carried: Int64
    /// The difference that was recorded last.
    private var noted: Int64

    /// A smaller step is a time server's or a tired machine's.
    public static let stepMilliseconds: Int64 = 300_000
    /// Further ahead than this, nothing is forgotten.
    public static let doubtMilliseconds: Int64 = 3_600_000

    /// Believes the wall clock as it is now.
    ///
    /// - Parameter ahead: by how much it may be ahead already, where something says so.
    public init(_ reading: ClockReading, ahead: Int64 = 0) {
        boot = reading.boot
        wall = reading.wallMilliseconds
        steady = reading.steadyMilliseconds
        carried = ahead
        noted = ahead
    }

    /// By how many milliseconds the wall clock was set, forwards above 0; of another run of the machine only what was
    /// recorded is known.
    public func difference(at reading: ClockReading) -> Int64 {
        guard reading.boot == boot else { return noted.magnitude > Self.stepMilliseconds.magnitude ? noted : 0 }
        // Numbers from a damaged file wrap rather than stop the program.
        return carried &+ (reading.wallMilliseconds &- wall) &- (reading.steadyMilliseconds &- steady)
    }

    /// How far the clock is ahead, where that is too far to forget by; else nil.
    public func doubt(at reading: ClockReading) -> Int64? {
        let ahead = difference(at: reading)
        return ahead > Self.doubtMilliseconds ? ahead : nil
    }

    /// Goes on in this run of the machine; an anchor of this run stays as it is.
    public func continued(at reading: ClockReading) -> ClockAnchor {
        reading.boot == boot ? self : ClockAnchor(reading, ahead: difference(at: reading))
    }

    /// By how much the clock was set since this was asked last; nil for what is no more than a step.
    public mutating func note(_ reading: ClockReading) -> Int64? {
        let difference = difference(at: reading)
        let step = difference &- noted
        guard abs(Double(step)) > Double(Self.stepMilliseconds) else { return nil }
        noted = difference
        return step
    }
}
