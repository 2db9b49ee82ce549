// SPDX-License-Identifier: Apache-2.0

import Crypto
import Faces
import Foundation
import Testing

@testable import Portraits

@Suite struct PortraitTests {
    private func person(_ seed: UInt64, clothing: Int = 3, age: Int? = nil) throws -> HeadModel {
        var numbers = SeededNumbers(state: seed)
        let genes = FaceGenes(using: &numbers)
        let look = Appearance(
            age: age ?? 20 + Int(seed * 13 % 45), isWoman: seed % 2 == 0, genes: genes, clothing: clothing)
        return HeadModel(try HeadFolder.shapes.get(), genes: genes, look: look)
    }

    @Test func `a written JPEG is read again nearly as it was, with its mark inside and on it`() throws {
        let (width, height) = (200, 90)
        let colours = (0..<width * height).map { place in
            SIMD3<Float>(Float(place % width) / 200, Float(place / width) / 90, 0.3)
        }
        let picture = PortraitPicture(colours: colours, width: width, height: height, finer: 1, grain: 0, seed: 1)
        let bytes = picture.jpeg
        #expect(Data(bytes).range(of: Data(InventedMark.words.utf8)) != nil)
        let read = try PictureReader().read(bytes)
        #expect((read.width, read.height) == (width, height))
        let error = zip(read.rgb, picture.rgb).reduce(0.0) { $0 + abs(Double($1.0) - Double($1.1)) }
        #expect(error / Double(read.rgb.count) < 4)
        let strip = picture.rgb.suffix(width * 3 * 8)
        #expect(strip.contains(20) && strip.filter { $0 == 240 }.count > strip.count / 2)
    }

    @Test func `children lie between their parents, strangers do not`() {
        var numbers = SeededNumbers(state: 4)
        func distance(_ a: FaceGenes, _ b: FaceGenes) -> Float {
            zip(a.values, b.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        for _ in 0..<20 {
            let (mother, father, stranger) = (
                FaceGenes(using: &numbers), FaceGenes(using: &numbers), FaceGenes(using: &numbers)
            )
            let child = FaceGenes(childOf: mother, and: father, using: &numbers)
            #expect(distance(child, mother) < distance(child, stranger) * 0.8)
            #expect(distance(child, father) < distance(child, stranger) * 0.8)
            #expect(child.values.allSatisfy { abs($0) <= 1 })
        }
    }

    @Test func `without head shapes the error says what to run`() {
        let error = #expect(throws: HeadShapesError.self) { try HeadShapes(folder: "/nowhere") }
        #expect(error.map { "\($0)".contains("scripts/setup.sh heads") } == true)
    }

    @Test func `numbers of shape files are read exactly`() {
        var line = ShapeLine(bytes: ArraySlice("12 -.004 1.5 0 x".utf8))
        #expect(line.integer() == 12)
        #expect([line.number(), line.number(), line.number(), line.number()] == [-0.004, 1.5, 0, nil])
        var face = ShapeLine(bytes: ArraySlice("1/2/3 4/5 6".utf8))
        #expect(face.corners() == [1, 4, 6])
    }

    @Test(.enabled(if: HeadFolder.isSetUp, "run scripts/setup.sh heads"))
    func `the same person gives the same bytes, and always these`() throws {
        let painter = PortraitPainter(width: 90, height: 120)
        let paint = {
            painter.paint(try person(6), view: PortraitView(turn: 5), light: Lighting(), backdrop: .cardBlue)
        }
        let picture = try paint()
        #expect(picture == (try paint()))
        let digest = SHA256.hash(data: picture.jpeg).map { String(format: "%02x", $0) }.joined()
        #expect(digest == "bb68af5f0584b9695d07b5bdac2923e24204c3745098a5dbac7942fbbe3b3f6d")
    }

    @Test(.enabled(if: HeadFolder.hasEngine, "run scripts/setup.sh heads and faces"))
    func `the engine finds each face, would enrol it, and knows it again in another pose, light and year`() throws {
        let engine = try FaceEngine(try FaceModels(folder: HeadFolder.engine))
        let painter = PortraitPainter(width: 225, height: 300)
        var pairs: [(FaceEmbedding, FaceEmbedding)] = []
        for seed in UInt64(1)...4 {
            let embeddings = try [
                painter.paint(
                    try person(seed, age: 30), view: PortraitView(), light: Lighting(),
                    backdrop: .card(birthYear: 1996)),
                painter.paint(
                    try person(seed, clothing: 9, age: 34), view: PortraitView(turn: 12, nod: -4),
                    light: Lighting(side: 0.7, main: 0.6), backdrop: .wall),
            ].map { painted in
                let picture = try PictureReader().read(painted.jpeg)
                let face = try EnrolmentStandard().choose(from: try engine.faces(in: picture))
                return try engine.embedding(of: face.aligned, mirrored: true)
            }
            pairs.append((embeddings[0], embeddings[1]))
        }
        for (place, pair) in pairs.enumerated() {
            let own = pair.0.similarity(to: pair.1)
            for (other, stranger) in pairs.enumerated() where other != place {
                #expect(pair.0.similarity(to: stranger.1) < own)
            }
        }
    }
}
