// SPDX-License-Identifier: Apache-2.0

import Faces
import Testing

@Suite struct EvaluationTests {
    @Test func `rates are counted at and above a threshold`() throws {
        let scores = ComparisonScores(
            genuine: [0.9, 0.5, 0.3, 0.8], impostor: (0..<1000).map { Float($0) / 2000 })
        let point = scores.point(at: 0.5)
        #expect(point.falseNonMatches == Proportion(1, of: 4))
        #expect(point.falseMatches == Proportion(0, of: 1000))
        let hundredth = try #require(scores.point(falseMatchRate: 0.01))
        #expect(hundredth.falseMatches == Proportion(10, of: 1000))
        #expect(scores.point(falseMatchRate: 0.0001) == nil)
    }

    @Test func `equal scores never exceed the rate that was asked for`() throws {
        let scores = ComparisonScores(genuine: [0.9], impostor: [Float](repeating: 0.4, count: 100) + [0.1, 0.45])
        let point = try #require(scores.point(falseMatchRate: 0.05))
        #expect(point.falseMatches.value <= 0.05)
    }

    @Test func `Wilson's interval agrees with published values`() {
        // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662.
        let share = Proportion(81, of: 263)
        #expect(abs(share.lower - 0.2553) < 5e-5)
        #expect(abs(share.upper - 0.3662) < 5e-5)
        #expect(Proportion(0, of: 0).upper == 1)
    }

    @Test func `the accuracy of well separated pairs is one, of coin throws about a half`() throws {
        var numbers = SeededNumbers(1)
        let apart = (0..<100).map { (similarity: Float($0 % 2), same: $0 % 2 == 1) }
        let whole = try #require(FoldedAccuracy(apart))
        #expect(whole.mean == 1)
        let thrown = (0..<4000).map { _ in
            (similarity: Float.random(in: 0...1, using: &numbers), same: Bool.random(using: &numbers))
        }
        let half = try #require(FoldedAccuracy(thrown))
        #expect(abs(half.mean - 0.5) < 0.05)
        #expect(FoldedAccuracy(Array(apart.prefix(5))) == nil)
    }

    /// Persons as directions, pictures as directions near them.
    private func people(_ count: Int, pictures: Int, blur: Float) -> [LabelledEmbedding] {
        var numbers = SeededNumbers(5)
        return (0..<count).flatMap { person in
            let face = numbers.embedding()
            return (0..<pictures).map { _ in
                let noise = numbers.embedding()
                let mixed = zip(face.values, noise.values).map { $0 + blur * $1 }
                return LabelledEmbedding(person: person, embedding: known(FaceEmbedding(normalising: mixed)))
            }
        }
    }

    @Test func `a search among clear faces misses nobody and alerts for no more strangers than allowed`() throws {
        let result = try #require(
            OpenSetSearch(people(150, pictures: 3, blur: 0.4), gallerySize: 100, falsePositiveRate: 0.02))
        #expect(result.falseNegatives.count == 0)
        #expect(result.falseNegatives.total == 200)
        #expect(result.rankOne.value == 1)
        #expect(result.falsePositives.value <= 0.02)
        #expect(OpenSetSearch(people(9, pictures: 2, blur: 0.4), gallerySize: 100, falsePositiveRate: 0.1) == nil)
    }

    @Test func `drawing persons gives a wider interval than drawing pairs`() throws {
        let persons = (0..<50).map { (errors: $0 < 3 ? 30 : 0, trials: 30) }
        let drawn = try #require(PersonResampling(persons))
        let pairs = Proportion(90, of: 1500)
        #expect(drawn.lower < pairs.lower)
        #expect(drawn.upper > pairs.upper)
        #expect((drawn.lower...drawn.upper).contains(0.06))
        #expect(PersonResampling([]) == nil)
    }

    @Test func `labels put pictures in groups of sex and age`() throws {
        let people = try #require(
            GroupLabels(csv: "\u{FEFF}person,AGE,sex\r\nAni,17,f\r\nBudi,60,m\nCici,,x\nDewi,old,\n"))
        #expect(people.groups(file: "a.jpg", person: "Ani") == ["age 0-17", "sex F"])
        #expect(people.groups(file: "b.jpg", person: "Budi") == ["age 60 and over", "sex M"])
        #expect(people.groups(file: "c.jpg", person: "Cici") == ["sex X"])
        #expect(people.groups(file: "d.jpg", person: "Dewi").isEmpty)
        let files = try #require(GroupLabels(csv: "FILE,AGE\na.jpg,44\nb.jpg,45\n"))
        #expect(files.groups(file: "a.jpg", person: "Ani") == ["age 30-44"])
        #expect(files.groups(file: "b.jpg", person: "Ani") == ["age 45-59"])
        #expect(GroupLabels(csv: "NAME,SEX\nAni,F\n") == nil)
        #expect(GroupLabels(csv: "FILE\na.jpg\n") == nil)
    }

    @Test func `persons drawn make the interval of a search wide where one person errs often`() throws {
        let clear = try #require(
            OpenSetSearch(people(150, pictures: 3, blur: 0.4), gallerySize: 100, falsePositiveRate: 0.02))
        #expect(clear.byPerson?.upper == 0)
        let hard = try #require(
            OpenSetSearch(people(150, pictures: 3, blur: 1.6), gallerySize: 100, falsePositiveRate: 0.02))
        let drawn = try #require(hard.byPerson)
        #expect(drawn.lower < hard.falseNegatives.value)
        #expect(drawn.upper > hard.falseNegatives.value)
    }
}
