// SPDX-License-Identifier: Apache-2.0

/// A direction in which heads differ: a target for each sense, on one side of the face or on both.
struct ShapeAxis: Sendable {
    /// Folder and name up to the last word, `l-` standing for both sides.
    let stem: String
    /// The last words of the file names for values below and above 0; nil where there is one only.
    let less: String?
    let more: String
    /// The share of a target that a value of 1 applies.
    let strength: Float

    private init(_ stem: String, _ senses: String, _ strength: Float) {
        self.stem = stem
        let words = senses.split(separator: "/").map(String.init)
        less = words.count > 1 ? words[0] : nil
        more = words.last ?? ""
        self.strength = strength
    }

    /// The names of the targets for one sense.
    func names(isMore: Bool) -> [String] {
        guard let word = isMore ? more : less else { return [] }
        let name = word.isEmpty ? stem : stem + "-" + word
        return stem.contains("/l-") ? [name, name.replacing("/l-", with: "/r-")] : [name]
    }

    /// All axes. Strengths are below the range of the shapes' authors, so that faces stay within what people look like.
    static let all: [ShapeAxis] = [
        ShapeAxis("head/head-oval", "", 0.5), ShapeAxis("head/head-round", "", 0.55),
        ShapeAxis("head/head-square", "", 0.5), ShapeAxis("head/head-rectangular", "", 0.45),
        ShapeAxis("head/head-triangular", "", 0.35), ShapeAxis("head/head-invertedtriangular", "", 0.4),
        ShapeAxis("head/head-diamond", "", 0.4), ShapeAxis("head/head-fat", "decr/incr", 0.7),
        ShapeAxis("head/head-scale-horiz", "decr/incr", 0.5), ShapeAxis("head/head-scale-vert", "decr/incr", 0.4),
        ShapeAxis("head/head-scale-depth", "decr/incr", 0.4), ShapeAxis("head/head-angle", "in/out", 0.3),
        ShapeAxis("forehead/forehead-scale-vert", "decr/incr", 0.7),
        ShapeAxis("forehead/forehead-temple", "decr/incr", 0.7),
        ShapeAxis("forehead/forehead-nubian", "decr/incr", 0.6),
        ShapeAxis("forehead/forehead-trans", "backward/forward", 0.6),
        ShapeAxis("eyebrows/eyebrows-angle", "down/up", 0.8), ShapeAxis("eyebrows/eyebrows-trans", "down/up", 0.8),
        ShapeAxis("eyebrows/eyebrows-trans", "backward/forward", 0.7),
        ShapeAxis("eyes/l-eye-scale", "decr/incr", 0.55), ShapeAxis("eyes/l-eye-trans", "in/out", 0.6),
        ShapeAxis("eyes/l-eye-trans", "down/up", 0.45), ShapeAxis("eyes/l-eye-corner1", "down/up", 0.7),
        ShapeAxis("eyes/l-eye-corner2", "down/up", 0.7), ShapeAxis("eyes/l-eye-epicanthus", "in/out", 0.7),
        ShapeAxis("eyes/l-eye-eyefold", "down/up", 0.7), ShapeAxis("eyes/l-eye-eyefold", "concave/convex", 0.6),
        ShapeAxis("eyes/l-eye-height1", "decr/incr", 0.55), ShapeAxis("eyes/l-eye-height2", "decr/incr", 0.55),
        ShapeAxis("eyes/l-eye-height3", "decr/incr", 0.55), ShapeAxis("eyes/l-eye-push1", "in/out", 0.6),
        ShapeAxis("eyes/l-eye-bag", "decr/incr", 0.7), ShapeAxis("eyes/l-eye-bag", "in/out", 0.5),
        ShapeAxis("nose/nose-scale-horiz", "decr/incr", 0.75), ShapeAxis("nose/nose-scale-vert", "decr/incr", 0.6),
        ShapeAxis("nose/nose-scale-depth", "decr/incr", 0.65), ShapeAxis("nose/nose-base", "down/up", 0.7),
        ShapeAxis("nose/nose-compression", "compress/uncompress", 0.55),
        ShapeAxis("nose/nose-curve", "concave/convex", 0.7), ShapeAxis("nose/nose-flaring", "decr/incr", 0.7),
        ShapeAxis("nose/nose-greek", "decr/incr", 0.55), ShapeAxis("nose/nose-hump", "decr/incr", 0.65),
        ShapeAxis("nose/nose-nostrils-angle", "down/up", 0.6),
        ShapeAxis("nose/nose-nostrils-width", "decr/incr", 0.7), ShapeAxis("nose/nose-point", "down/up", 0.7),
        ShapeAxis("nose/nose-point-width", "decr/incr", 0.7), ShapeAxis("nose/nose-septumangle", "decr/incr", 0.6),
        ShapeAxis("nose/nose-volume", "decr/incr", 0.7), ShapeAxis("nose/nose-width1", "decr/incr", 0.7),
        ShapeAxis("nose/nose-width2", "decr/incr", 0.7), ShapeAxis("nose/nose-width3", "decr/incr", 0.7),
        ShapeAxis("nose/nose-trans", "down/up", 0.5),
        ShapeAxis("cheek/l-cheek-bones", "decr/incr", 0.7), ShapeAxis("cheek/l-cheek-inner", "decr/incr", 0.6),
        ShapeAxis("cheek/l-cheek-volume", "decr/incr", 0.7), ShapeAxis("cheek/l-cheek-trans", "down/up", 0.6),
        ShapeAxis("mouth/mouth-scale-horiz", "decr/incr", 0.6), ShapeAxis("mouth/mouth-scale-vert", "decr/incr", 0.5),
        ShapeAxis("mouth/mouth-scale-depth", "decr/incr", 0.5), ShapeAxis("mouth/mouth-trans", "down/up", 0.5),
        ShapeAxis("mouth/mouth-trans", "backward/forward", 0.4), ShapeAxis("mouth/mouth-angles", "down/up", 0.4),
        ShapeAxis("mouth/mouth-cupidsbow", "decr/incr", 0.7),
        ShapeAxis("mouth/mouth-cupidsbow-width", "decr/incr", 0.6),
        ShapeAxis("mouth/mouth-lowerlip-height", "decr/incr", 0.6),
        ShapeAxis("mouth/mouth-lowerlip-volume", "decr/incr", 0.7),
        ShapeAxis("mouth/mouth-lowerlip-width", "decr/incr", 0.6),
        ShapeAxis("mouth/mouth-upperlip-height", "decr/incr", 0.6),
        ShapeAxis("mouth/mouth-upperlip-volume", "decr/incr", 0.7),
        ShapeAxis("mouth/mouth-upperlip-width", "decr/incr", 0.6),
        ShapeAxis("mouth/mouth-philtrum-volume", "decr/incr", 0.6),
        ShapeAxis("mouth/mouth-laugh-lines", "in/out", 0.5),
        ShapeAxis("chin/chin-bones", "decr/incr", 0.7), ShapeAxis("chin/chin-cleft", "decr/incr", 0.4),
        ShapeAxis("chin/chin-height", "decr/incr", 0.65), ShapeAxis("chin/chin-jaw-drop", "decr/incr", 0.6),
        ShapeAxis("chin/chin-prognathism", "decr/incr", 0.5), ShapeAxis("chin/chin-prominent", "decr/incr", 0.6),
        ShapeAxis("chin/chin-width", "decr/incr", 0.7), ShapeAxis("chin/chin-triangle", "", 0.4),
        ShapeAxis("ears/l-ear-scale", "decr/incr", 0.6), ShapeAxis("ears/l-ear-wing", "decr/incr", 0.5),
        ShapeAxis("ears/l-ear-lobe", "decr/incr", 0.6), ShapeAxis("ears/l-ear-rot", "backward/forward", 0.5),
        ShapeAxis("neck/neck-double", "decr/incr", 0.5), ShapeAxis("neck/neck-scale-horiz", "decr/incr", 0.4),
    ]
}
