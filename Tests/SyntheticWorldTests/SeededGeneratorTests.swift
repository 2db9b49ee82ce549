// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SyntheticWorld

@Suite struct SeededGeneratorTests {
    @Test func `the sequence of seed zero is that of the published algorithm`() {
        var generator = SeededGenerator(seed: 0)
        #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
        #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    }

    @Test func `draws stay in their range`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<1000 {
            #expect((0..<10).contains(generator.below(10)))
            #expect((3...5).contains(generator.within(3...5)))
        }
    }
}
