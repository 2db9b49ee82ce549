// SPDX-License-Identifier: Apache-2.0

/// What somebody is to a resident, as family cards tell it: on a card a wife's child by an earlier marriage is a child, and
/// the head's wife a mother.
public enum Kinship: String, Hashable, Sendable, Codable, CaseIterable {
    case spouse, parent, child, sibling, grandparent, grandchild, cousin
    case auntOrUncle = "aunt-or-uncle"
    case nieceOrNephew = "niece-or-nephew"
    case parentInLaw = "parent-in-law"
    case childInLaw = "child-in-law"
    case siblingInLaw = "sibling-in-law"
    /// Kin, of a kind that the cards leave open.
    case relative

    /// What the resident is to that somebody.
    public var inverse: Kinship {
        switch self {
        case .parent: .child
        case .child: .parent
        case .grandparent: .grandchild
        case .grandchild: .grandparent
        case .auntOrUncle: .nieceOrNephew
        case .nieceOrNephew: .auntOrUncle
        case .parentInLaw: .childInLaw
        case .childInLaw: .parentInLaw
        case .spouse, .sibling, .cousin, .siblingInLaw, .relative: self
        }
    }

    /// What one is to another of the same family card; nil where they are no kin.
    ///
    /// - Parameters:
    ///   - other: the relation of the one to the head.
    ///   - own: the relation of the other, for whom is asked.
    public static func of(_ other: Relation, to own: Relation) -> Kinship? {
        guard own == .head || own.isKin, other == .head || other.isKin else { return nil }
        switch (own, other) {
        case (.head, .husband), (.head, .wife), (.husband, .head), (.wife, .head): return .spouse
        case (.parent, .parent), (.parentInLaw, .parentInLaw): return .spouse
        case (.head, .child), (.husband, .child), (.wife, .child), (.parent, .head): return .child
        case (.parentInLaw, .husband), (.parentInLaw, .wife): return .child
        case (.child, .head), (.child, .husband), (.child, .wife), (.head, .parent): return .parent
        case (.husband, .parentInLaw), (.wife, .parentInLaw): return .parent
        case (.child, .child): return .sibling
        case (.head, .grandchild), (.husband, .grandchild), (.wife, .grandchild): return .grandchild
        case (.parent, .child), (.parentInLaw, .child): return .grandchild
        case (.grandchild, .head), (.grandchild, .husband), (.grandchild, .wife): return .grandparent
        case (.child, .parent), (.child, .parentInLaw): return .grandparent
        case (.head, .childInLaw), (.husband, .childInLaw), (.wife, .childInLaw): return .childInLaw
        case (.parent, .husband), (.parent, .wife), (.parentInLaw, .head): return .childInLaw
        case (.childInLaw, .head), (.childInLaw, .husband), (.childInLaw, .wife): return .parentInLaw
        case (.husband, .parent), (.wife, .parent), (.head, .parentInLaw): return .parentInLaw
        // A grandchild's parent may be the head's child or their spouse, an in-law may be married to any of the children.
        default: return .relative
        }
    }

    /// What somebody's kin is to a resident: `Kinship.parent.then(.sibling)` is an aunt or uncle. Nil where that is no tie to
    /// speak of.
    public func then(_ next: Kinship) -> Kinship? {
        switch (self, next) {
        case (.spouse, .child), (.child, .sibling): .child
        case (.parent, .spouse), (.sibling, .parent): .parent
        case (.parent, .child), (.sibling, .sibling): .sibling
        case (.parent, .parent), (.grandparent, .spouse): .grandparent
        case (.child, .child), (.spouse, .grandchild): .grandchild
        case (.spouse, .parent): .parentInLaw
        case (.child, .spouse): .childInLaw
        case (.spouse, .sibling), (.sibling, .spouse): .siblingInLaw
        case (.parent, .sibling), (.auntOrUncle, .spouse): .auntOrUncle
        case (.sibling, .child), (.spouse, .nieceOrNephew): .nieceOrNephew
        case (.auntOrUncle, .child), (.parent, .nieceOrNephew): .cousin
        // A grandparent's child is a parent or an aunt or uncle; a parent's grandchild a child, or a sibling's.
        case (.grandparent, .child), (.parent, .grandchild): .relative
        default: nil
        }
    }

    /// Whether the way to further kin leads over them: in-laws' families are not told.
    public var leadsOn: Bool {
        switch self {
        case .spouse, .parent, .child, .sibling, .grandparent, .auntOrUncle: true
        case .grandchild, .cousin, .nieceOrNephew, .parentInLaw, .childInLaw, .siblingInLaw, .relative: false
        }
    }
}
