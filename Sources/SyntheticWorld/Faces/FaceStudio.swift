// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Portraits

/// Takes the pictures of a synthetic country's people: the registry's, an enrolment's, a camera's. Each is a function of
/// the country and the person alone.
public struct FaceStudio: Sendable {
    private let shapes: HeadShapes
    private let faces: FamilyFaces
    private let seed: UInt64
    private let today: Int

    /// The age from which people have an identity card, and so a photograph.
    static let cardAge = 17

    public init(_ country: SyntheticCountry, shapes: HeadShapes) {
        self.shapes = shapes
        seed = country.configuration.seed
        faces = FamilyFaces(seed: seed, households: country.registry.census.maker)
        today = country.configuration.anchorMinutes / 1440
    }

    /// How old somebody is on the country's day, in years.
    func age(of subject: FaceSubject) -> Int { subject.age(onDay: today) }

    /// The photograph of the identity card: from the front, some years old, before the card's red or blue.
    func registryPhotograph(_ subject: FaceSubject) -> [UInt8] {
        var chance = SeededGenerator(seed, .face, subject.identity.key, 10)
        let age = subject.age(onDay: today)
        let then = max(age - chance.below(7), Self.cardAge)
        return PortraitPainter().paint(
            model(subject, age: then, clothing: chance.below(1000)),
            view: PortraitView(turn: small(&chance, 3), nod: small(&chance, 3), lean: small(&chance, 2)),
            light: Lighting(side: small(&chance, 0.3), main: 0.7 + small(&chance, 0.05)),
            backdrop: .card(birthYear: subject.birthDate.year), grainSeed: UInt32(truncatingIfNeeded: chance.next())
        ).jpeg
    }

    /// A photograph of a file: of now, a little from the side, in some room's light.
    func enrolmentPhotograph(_ subject: FaceSubject) -> [UInt8] {
        var chance = SeededGenerator(seed, .face, subject.identity.key, 11)
        return PortraitPainter(width: 360, height: 480).paint(
            model(subject, age: subject.age(onDay: today), clothing: chance.below(1000)),
            view: PortraitView(turn: small(&chance, 14), nod: small(&chance, 7), lean: small(&chance, 4)),
            light: Lighting(
                side: small(&chance, 0.8), rise: 0.5 + small(&chance, 0.25), main: 0.65 + small(&chance, 0.1),
                ambient: 0.42, warmth: small(&chance, 1), grain: 3),
            backdrop: .wall, grainSeed: UInt32(truncatingIfNeeded: chance.next())
        ).jpeg
    }

    /// The frames of a camera at a gate, 640 by 480, as a person comes nearer in so many steps.
    func cameraFrames(
        _ subject: FaceSubject, of steps: Int, only: Range<Int>? = nil, _ body: (Int, [UInt8]) throws -> Void
    ) rethrows {
        var chance = SeededGenerator(seed, .face, subject.identity.key, 12)
        let (turn, sway, nod) = (small(&chance, 12), small(&chance, 0.12), small(&chance, 5))
        let model = model(subject, age: subject.age(onDay: today), clothing: chance.below(1000))
        let grain = UInt32(truncatingIfNeeded: chance.next())
        for step in only ?? 0..<steps {
            let way = Float(step) / Float(max(steps - 1, 1))
            // Left, right, left: a body sways as it walks.
            let beat: Float = [0, 1, 0, -1][step % 4]
            let view = PortraitView(
                turn: turn * (1 - way) + 2 * beat, nod: nod * (1 - way) + beat, lean: 1.2 * beat,
                distance: 26 - 14 * way, height: 8.2 - 3.8 * way, eyesAcross: 0.5 + sway * (1 - way) + 0.006 * beat,
                eyesDown: 0.36 + 0.05 * way)
            let light = Lighting(side: 0.35, rise: 0.8, main: 0.62, ambient: 0.44, warmth: 0.4, grain: 4)
            try body(
                step,
                PortraitPainter(width: 640, height: 480).paint(
                    model, view: view, light: light, backdrop: .wall, grainSeed: grain &+ UInt32(step)
                ).jpeg)
        }
    }

    private func model(_ subject: FaceSubject, age: Int, clothing: Int) -> HeadModel {
        let genes = faces.genes(subject.identity)
        let look = Appearance(age: age, isWoman: subject.sex == .female, genes: genes, clothing: clothing)
        return HeadModel(shapes, genes: genes, look: look)
    }

    /// A number within so much of 0, in steps of a thousandth.
    private func small(_ chance: inout SeededGenerator, _ most: Float) -> Float {
        Float(chance.within(-1000...1000)) / 1000 * most
    }
}
