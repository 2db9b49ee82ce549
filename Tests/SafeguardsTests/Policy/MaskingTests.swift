// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards
import Testing

@Suite struct MaskingTests {
    @Test(arguments: [
        ("C1234567", Masking.Form.document, "C•••••67"), ("C12345", .document, "C•••45"), ("12345", .document, "•••••"),
        ("BUDI EKO SANTOSO", .name, "B••• E••• S•••"), ("+62 812-3456-789", .phone, "•••••789"),
        ("12345", .phone, "•••••"),
        ("budi@example.invalid", .email, "b•••@•••"), ("@x", .email, "•••"), ("budi", .email, "•••"),
        ("9901015504850001", .nik, "••••••••••••0001"), ("990101", .nik, "••••••"), ("1985-04-12", .date, "1985-••-••"),
        ("12 April", .date, "•••"), ("Jalan Melati 5", .text, "•••"), ("", .text, ""), ("", .nik, ""),
    ])
    func `covers`(value: String, form: Masking.Form, covered: String) {
        #expect(Masking.mask(value, as: form) == covered)
    }

    @Test(arguments: 0..<300) func `once covered stays as it is and shows little`(seed: UInt64) {
        var rng = SeededBits(seed: seed)
        let alphabet = Array("ABCxyz0123456789 @-+éß")
        let value = String(
            (0..<Int.random(in: 0...24, using: &rng)).compactMap { _ in alphabet.randomElement(using: &rng) })
        for form in Masking.Form.allCases {
            let covered = Masking.mask(value, as: form)
            #expect(Masking.mask(covered, as: form) == covered, "seed \(seed), \(form): \(value)")
            let open = covered.filter { $0 != "•" && $0 != " " && $0 != "@" && $0 != "-" }
            let limit = form == .name ? value.split(separator: " ").count : 4
            #expect(open.count <= limit, "seed \(seed), \(form): \(value) -> \(covered)")
        }
    }

    @Test func `renders by visibility`() {
        #expect(Masking.render("C1234567", as: .document, .shown) == "C1234567")
        #expect(Masking.render("C1234567", as: .document, .masked) == "C•••••67")
        #expect(Masking.render("C1234567", as: .document, .denied) == nil)
    }
}
