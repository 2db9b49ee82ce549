// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Testing

@Suite struct DestructionRegisterTests {
    private func ids(_ numbers: ClosedRange<UInt64>) -> [RecordID<WrappedKey>] {
        numbers.map { RecordID(high: $0, low: ~$0) }
    }

    @Test func `reads what was written`() throws {
        let text =
            DestructionRegister.line(ids(1...3), atMilliseconds: 20)
            + DestructionRegister.line([], atMilliseconds: 30)
            + DestructionRegister.line(ids(3...5), atMilliseconds: 25)
        let register = try DestructionRegister(Array(text.utf8))
        #expect(register.keys == Set(ids(1...5)))
        #expect(register.runs == 3 && register.lastAtMilliseconds == 30)
        #expect(try DestructionRegister([]).keys.isEmpty)
    }

    @Test func `a last line that was cut counts as far as it is whole`() throws {
        let whole = DestructionRegister.line(ids(1...1), atMilliseconds: 20)
        let last = DestructionRegister.line(ids(2...3), atMilliseconds: 30)
        for cut in 0..<last.utf8.count {
            let register = try DestructionRegister(Array((whole + last.prefix(cut)).utf8))
            #expect(register.keys.isSuperset(of: ids(1...1)) && register.keys.isSubset(of: ids(1...3)))
        }
        let register = try DestructionRegister(Array((whole + last.dropLast(9)).utf8))
        #expect(register.keys == Set(ids(1...2)))
    }

    @Test(arguments: ["rubbish 1\n", "cermat-destroyed-1\n", "cermat-destroyed-1 5 abc\n", "cermat-destroyed-2 5\n"])
    func `an unreadable line is an error, never passed over`(_ line: String) throws {
        let good = DestructionRegister.line(ids(1...1), atMilliseconds: 20)
        let error = #expect(throws: KeyVaultError.self) { try DestructionRegister(Array((good + line + good).utf8)) }
        #expect("\(String(describing: error))".contains("line 2"))
    }
}
