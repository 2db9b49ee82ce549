// SPDX-License-Identifier: Apache-2.0

/// What is behind a person.
public enum Backdrop: Hashable, Sendable {
    /// The identity card's: red for odd years of birth, blue for even ones.
    case cardRed, cardBlue
    /// A passport's.
    case white
    /// A wall with a lamp, lighter on one side.
    case wall

    /// The card's backdrop for a year of birth.
    public static func card(birthYear: Int) -> Backdrop { birthYear % 2 == 0 ? .cardBlue : .cardRed }

    func colours(width: Int, height: Int) -> [SIMD3<Float>] {
        let (top, bottom) = shades
        var colours: [SIMD3<Float>] = []
        colours.reserveCapacity(width * height)
        for y in 0..<height {
            let row = blend(top, bottom, Float(y) / Float(height))
            for x in 0..<width {
                let side = self == .wall ? 1.12 - 0.3 * Float(x) / Float(width) : 1
                colours.append(row * side)
            }
        }
        return colours
    }

    private var shades: (SIMD3<Float>, SIMD3<Float>) {
        switch self {
        case .cardRed: (FacePalette.linear(SIMD3(178, 38, 40)), FacePalette.linear(SIMD3(164, 32, 36)))
        case .cardBlue: (FacePalette.linear(SIMD3(42, 96, 170)), FacePalette.linear(SIMD3(34, 84, 156)))
        case .white: (FacePalette.linear(SIMD3(236, 238, 240)), FacePalette.linear(SIMD3(224, 226, 230)))
        case .wall: (FacePalette.linear(SIMD3(176, 178, 174)), FacePalette.linear(SIMD3(122, 122, 120)))
        }
    }
}
