// SPDX-License-Identifier: Apache-2.0

public import Gazetteer
internal import Synchronization

/// The tables of codes in force, for all that read them while they may change: a class since its readers share it.
public final class LiveGazetteer: Sendable {
    /// As shipped, without an installation's own rows.
    public let shipped: GazetteerIndex
    private let state: Mutex<(index: GazetteerIndex, overlay: GazetteerOverlay, version: Int, sequence: Int64)>

    public init(_ shipped: GazetteerIndex, overlay: GazetteerOverlay = GazetteerOverlay()) {
        self.shipped = shipped
        state = Mutex((shipped.applying(overlay), overlay, 0, 0))
    }

    /// The tables in force.
    public var current: GazetteerIndex { state.withLock(\.index) }

    /// Grows with each change: who keeps what was derived from the tables drops it then.
    public var version: Int { state.withLock(\.version) }

    /// The installation's own rows.
    public var overlay: GazetteerOverlay { state.withLock(\.overlay) }

    /// The number in the decision log of the change that was put in force last; 0 where none was.
    public var sequence: Int64 { state.withLock(\.sequence) }

    /// Puts another overlay in force, unless a later one is: several follow the log, each at its own pace.
    ///
    /// - Parameter sequence: the number of the change that it is the sum of.
    public func apply(_ overlay: GazetteerOverlay, asOf sequence: Int64) {
        guard sequence > self.sequence else { return }
        let index = overlay == self.overlay ? nil : shipped.applying(overlay)
        state.withLock { state in
            guard sequence > state.sequence else { return }
            state.sequence = sequence
            if let index { (state.index, state.overlay, state.version) = (index, overlay, state.version + 1) }
        }
    }
}
