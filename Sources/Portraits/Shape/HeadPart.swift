// SPDX-License-Identifier: Apache-2.0

/// What a triangle of the base mesh belongs to.
enum HeadPart: UInt8, Sendable {
    case skin, eye, lash

    /// The part of a group of the mesh file; nil for groups that are not drawn.
    init?(group: some StringProtocol) {
        switch group {
        case "body": self = .skin
        case "helper-l-eye", "helper-r-eye": self = .eye
        case _ where group.contains("eyelashes"): self = .lash
        default: return nil
        }
    }
}
