// SPDX-License-Identifier: Apache-2.0

/// How a person looks on the day of a picture.
public struct Appearance: Hashable, Sendable {
    /// What is on the head.
    public enum Head: Int, Hashable, Sendable, CaseIterable {
        case cropped, short, parted, thinning, tiedBack, bob, hijab
    }

    /// Years, 17...100.
    public var age: Int
    public var isWoman: Bool
    public var head: Head
    /// 0 shaven to 1 full.
    public var beard: Float
    /// Which of the cloths and scarves is worn; any number.
    public var clothing: Int
    /// How much higher the hair begins than on most heads, in decimetres.
    func hairline(_ genes: FaceGenes) -> Float {
        0.06 * genes[.hairline] - 0.07 + (isWoman ? 0 : 0.06 * ramp(35, 75, Float(age)))
    }

    /// How far hair falls into the forehead, in decimetres, where it is combed to a side.
    func sweep(_ base: SIMD3<Float>) -> Float {
        switch head {
        case .parted: 0.20 * bump(base.x + 0.18, 0.55)
        case .bob: 0.26 * bump(base.x + 0.24, 0.55) + 0.10 * bump(base.x - 0.5, 0.25)
        case .short: 0.07 * bump(base.x, 0.6)
        case .cropped, .thinning, .tiedBack, .hijab: 0
        }
    }

    /// A person ages by dressing: years above 45 show grey in the hair. 0 to 1.
    var greyness: Float { ramp(42, 78, Float(age)) }

    public init(age: Int, isWoman: Bool, head: Head, beard: Float = 0, clothing: Int = 0) {
        self.age = min(max(age, 17), 100)
        self.isWoman = isWoman
        self.head = head
        self.beard = isWoman ? 0 : min(max(beard, 0), 1)
        self.clothing = clothing
    }

    /// A likely look for a person of an age; hair and scarf keep with the person, clothing changes.
    public init(
        age: Int, isWoman: Bool, genes: FaceGenes, clothing: Int
    ) {
        let draw = Int(genes.marks >> 7 & 1023)
        let head: Head
        if isWoman {
            head = draw < 560 ? .hijab : draw < 800 ? .tiedBack : .bob
        } else {
            let thins = age > 38 && genes.marks >> 20 & 3 == 0
            head = thins ? .thinning : draw < 330 ? .cropped : draw < 720 ? .short : .parted
        }
        let wears = genes.marks >> 24 & 7
        let beard: Float = wears < 4 ? 0 : wears < 6 ? 0.3 : 0.55 + 0.4 * genes[.beard]
        self.init(age: age, isWoman: isWoman, head: head, beard: beard, clothing: clothing)
    }
}
