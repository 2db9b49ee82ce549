// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Testing

@Suite struct VerificationTests {
    private func nik(_ text: String) throws -> NIK { try NIK(parsing: text) }

    @Test func `steps sum to the total that the probability is made of`() {
        let finding = RegistryFinding.compared(
            [.name: .alike(75), .birthDate: .differs, .sex: .agrees, .birthPlace: .agrees], record: nil)
        let verification = Verification(finding)
        #expect(verification.steps.count == 5 && verification.steps[0].field == nil)
        let odds = verification.probability / (1 - verification.probability)
        #expect(abs(odds.logTwo - verification.total) < 1e-9)
    }

    @Test func `what agrees speaks for, what differs against, and the more that agrees the likelier`() {
        var previous = 0.0
        for answers: [RegistryField: FieldAnswer] in [
            [.name: .differs, .birthDate: .differs], [.name: .alike(20), .birthDate: .agrees],
            [.name: .alike(70), .birthDate: .agrees], [.name: .agrees, .birthDate: .agrees],
            [.name: .agrees, .birthDate: .agrees, .sex: .agrees],
        ] {
            let probability = Verification(.compared(answers, record: nil)).probability
            #expect(probability > previous)
            previous = probability
        }
        #expect(previous > 0.999)
    }

    @Test func `a number of nobody is nobody's, and an unusable one tells nothing`() {
        #expect(Verification(.notFound).probability == 0)
        #expect(Verification(.unusable(.deceased)).probability == Verification.Weights.standard.ownNumber)
        #expect(Verification(.unreadable).steps.count == 1)
    }

    @Test(arguments: [
        ("SANTOSO", "BUDI EKO", "BUDI EKO SANTOSO", 100), ("SANTOSO", "BOEDI", "BUDI EKO SANTOSO", 100),
        ("FNU", "SITI", "SITI", 100), ("WIJAYA", "TONO", "BUDI EKO SANTOSO", 0),
    ])
    func `names are compared by their words, whatever was left out`(
        surname: String, given: String, registered: String, expected: Int
    ) throws {
        let record = RegistryRecord(nik: try nik("0101011204850001"), name: registered)
        let answers = RecordComparison.answers(TravellerClaim(surname: surname, given: given), record)
        #expect(answers[.name] == .alike(expected))
    }

    @Test func `only what both sides have is compared, and a partial date agrees as far as known`() throws {
        let record = RegistryRecord(
            nik: try nik("0101011204850001"), name: "BUDI", birthPlace: "KOTA AWAN",
            birthDate: CivilDate(year: 1985, month: 4, day: 12), sex: .male)
        let claim = TravellerClaim(
            surname: nil, given: nil, birth: PartialDate(year: 1985, month: 4), sex: .unspecified,
            birthPlace: "KAB. AWAN")
        let answers = RecordComparison.answers(claim, record)
        #expect(answers == [.birthDate: .agrees, .birthPlace: .agrees])
    }
}

extension Double {
    fileprivate var logTwo: Double {
        var (value, bits) = (self, 0.0)
        while value >= 2 { (value, bits) = (value / 2, bits + 1) }
        while value < 1 { (value, bits) = (value * 2, bits - 1) }
        var step = 0.5
        for _ in 0..<50 {
            value *= value
            if value >= 2 { (value, bits) = (value / 2, bits + step) }
            step /= 2
        }
        return bits
    }
}
