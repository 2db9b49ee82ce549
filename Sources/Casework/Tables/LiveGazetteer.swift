// SPDX-License-Identifier: Apache-2.0

public import Gazetteer
internal import Synchronization

/// The tables of codes in force, for all that read them while they may change: a class since its readers share it.
public final class LiveGazetteer: Sendable {
    /// As shipped, without an installation's own rows.
    public let shipped: GazetteerIndex
    private let state: Mutex<(index: GazetteerIndex, overlay: GazetteerOverlay, version: Int)>

    public init(_ shipped: GazetteerIndex, overlay: GazetteerOverlay = GazetteerOverlay()) {
        self.shipped = shipped
        state = Mutex((shipped.applying(overlay), overlay, 0))
    }

    /// The tables in force.
    public var current: GazetteerIndex { state.withLock(\.index) }

    /// Grows with each change: who keeps what was derived from the tables drops it then.
    public var version: Int { state.withLock(\.version) }

    /// The installation's own rows.
    public var overlay: GazetteerOverlay { state.withLock(\.overlay) }

    /// Puts another overlay in force; costs nothing where it is the same.
    public func apply(_ overlay: GazetteerOverlay) {
        guard overlay != self.overlay else { return }
        let index = shipped.applying(overlay)
        state.withLock { $0 = (index, overlay, $0.version + 1) }
    }
}
