// SPDX-License-Identifier: Apache-2.0

/// What is inherited besides the shape axes: each a value of -1...1.
enum FaceTrait: Int, CaseIterable, Sendable {
    /// Shares of the shapes' three ancestries: from west to east of the archipelago there are all mixtures.
    case east, west
    case skin, skinWarmth, freckles
    case hair, hairline, hairTexture
    case iris
    case browThickness, browHeight, browArch, browLength, browDensity, browInner
    case lipRedness, lipContrast
    case beard, weight
    case eyeShadow, cheekColour

    /// The place of the trait in ``FaceGenes/values``.
    var place: Int { ShapeAxis.all.count + rawValue }

    /// How many values a person has.
    static var valueCount: Int { ShapeAxis.all.count + allCases.count }
}
