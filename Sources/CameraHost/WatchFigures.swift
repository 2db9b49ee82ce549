// SPDX-License-Identifier: Apache-2.0

/// What a fixed camera sent and what became of it; counts alone.
public struct WatchFigures: Hashable, Sendable, Codable {
    /// Frames that were handed in.
    public var frames = 0
    /// Faces in them, a person counted in each frame.
    public var faces = 0
    /// People searched, each once.
    public var searched = 0
    /// Frames passed over because the desk was still busy with the one before.
    public var passedOver = 0
    /// Frames that were no pictures.
    public var unreadable = 0

    public init() {}

    /// Adds what the desk answered; the code of what stopped the station, where it did.
    public mutating func note(_ answer: CameraLink.Answer) -> String? {
        switch answer {
        case .seen(let faces, let searched):
            frames += 1
            self.faces += faces
            self.searched += searched
        case .busy: passedOver += 1
        case .unreadable: unreadable += 1
        case .notAdmitted: return "not-admitted"
        case .stopped(let code): return code
        case .away: return "away"
        }
        return nil
    }
}
