// SPDX-License-Identifier: Apache-2.0

/// Why a face should not be enrolled, and what to do about it.
public enum QualityReason: String, Hashable, Sendable, CaseIterable {
    case eyesTooClose = "eyes-too-close"
    case turnedAside = "turned-aside"
    case nodding
    case leaning
    case blurred
    case tooDark = "too-dark"
    case tooBright = "too-bright"
    case clipped
    case flat
    case cropped
    case unsure

    /// What the person who takes the picture does.
    public var advice: String {
        switch self {
        case .eyesTooClose: "the face is too small: use a picture taken nearer, or the original instead of a copy"
        case .turnedAside: "the head is turned aside: use a picture that looks into the camera"
        case .nodding: "the head is raised or lowered: use a picture at eye level"
        case .leaning: "the head leans: turn the picture upright"
        case .blurred: "the face is blurred: use a sharper picture"
        case .tooDark: "the face is too dark: use a picture with light on the face"
        case .tooBright: "the face is too bright: use a picture with less light"
        case .clipped: "parts of the face are plain black or white: use a picture with even light"
        case .flat: "the face has hardly any contrast: use a clearer picture"
        case .cropped: "the face is cut off by the edge: use a picture that shows all of it"
        case .unsure: "it is hardly a face: use a picture without mask, hand or hair before it"
        }
    }
}
