// SPDX-License-Identifier: Apache-2.0

import Mandate
import Testing

@Suite struct BlindTokenTests {
    /// Keeps what it is given, to see what reaches the hash.
    private struct Mirror: Tokeniser {
        func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return BlindToken(high: UInt64(value.count), low: hash)
        }
    }

    @Test func `comes back from text and bytes`() {
        let token = BlindToken(high: 0x0123_4567_89ab_cdef, low: 42)
        #expect(BlindToken(token.description) == token)
        #expect(BlindToken(bytes: token.bytes) == token)
        #expect(BlindToken("xyz") == nil)
        #expect(BlindToken(bytes: [1]) == nil)
        #expect(BlindToken(high: 0, low: 43) < token)
    }

    @Test func `lists of parts do not collide`() {
        let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], []]
        #expect(Set(lists.map { Mirror().token(.name, parts: $0) }).count == lists.count)
        #expect(Mirror().token(.name, "ab") == Mirror().token(.name, Array("ab".utf8)))
    }
}
