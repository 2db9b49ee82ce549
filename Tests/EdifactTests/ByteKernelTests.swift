// SPDX-License-Identifier: Apache-2.0

import CEdifactScan
import Edifact
import Testing

@Suite struct ByteKernelTests {
    private static let alphabet = Array("AZaz09 -/'`{\u{e9}".utf8)

    private func random(_ count: Int, _ rng: inout SeededGenerator) -> [UInt8] {
        let bytes = (0..<count).map { _ in Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &rng)] }
        return bytes + [UInt8](repeating: 0x2D, count: 16)
    }

    @Test(arguments: 0...64) func `bytes looked at together are as those looked at one by one`(count: Int) {
        var rng = SeededGenerator(seed: UInt64(count))
        for _ in 0..<200 {
            random(count, &rng).withUnsafeBufferPointer { buffer in
                let base = buffer.baseAddress!
                let words = cedifact_find_words(base, count)
                let slowWords = cedifact_find_words_scalar(base, count)
                #expect(words.letters == slowWords.letters && words.digits == slowWords.digits)
                let name = cedifact_find_name(base, count)
                let slowName = cedifact_find_name_scalar(base, count)
                #expect(name.blanks == slowName.blanks && name.tails == slowName.tails)
                #expect(name.others == slowName.others)
                let slashes = (0..<count).reduce(UInt64(0)) { $0 | (buffer[$1] == 0x2F ? 1 << UInt64($1) : 0) }
                #expect(cedifact_find_byte(base, count, 0x2F) == slashes)
            }
        }
    }

    @Test(arguments: 0...16) func `short texts are those of the scalar reference`(count: Int) {
        var rng = SeededGenerator(seed: UInt64(100 + count))
        for round in 0..<400 {
            var bytes = random(count, &rng)
            // Most random texts are neither plain nor ASCII.
            if round % 2 == 0 { for i in 0..<count { bytes[i] = UInt8.random(in: 0x30...0x60, using: &rng) } }
            bytes.withUnsafeBufferPointer { buffer in
                let upper = cedifact_upper(buffer.baseAddress!, count)
                let slowUpper = cedifact_text_scalar(buffer.baseAddress!, count, 0)
                #expect(upper.low == slowUpper.low && upper.high == slowUpper.high)
                let plain = cedifact_plain(buffer.baseAddress!, count)
                let slowPlain = cedifact_text_scalar(buffer.baseAddress!, count, 1)
                #expect(plain.low == slowPlain.low && plain.high == slowPlain.high)
            }
        }
    }
}
