// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Testing

@Suite struct EphemeralKeyVaultTests {
    private let vault = EphemeralKeyVault()
    private let context = SealContext(table: "traveller", record: Array("T1".utf8))

    @Test(arguments: 0..<100) func `seal then open is identity`(seed: UInt64) throws {
        var rng = SeededBits(seed: seed)
        let plain = rng.bytes(upTo: 3_000)
        let place = SealContext(table: "t\(seed)", record: rng.bytes(upTo: 40))
        let key = try vault.makeKey(try #require(RetentionClass.allCases.randomElement(using: &rng)))
        let sealed = try vault.seal(plain, with: key, context: place)
        #expect(sealed.count == plain.count + 28)
        #expect(try vault.open(sealed, with: key, context: place) == plain)
        #expect(try vault.seal(plain, with: key, context: place) != sealed, "a nonce was used twice")
    }

    @Test func `any changed byte of the sealed value is found`() throws {
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal(Array("SANTOSO/BUDI EKO".utf8), with: key, context: context)
        for index in sealed.indices {
            for bit in 0..<8 {
                var damaged = sealed
                damaged[index] ^= 1 << UInt8(bit)
                #expect(throws: KeyVaultError.notAuthentic) { try vault.open(damaged, with: key, context: context) }
            }
        }
        for count in 0..<sealed.count {
            #expect(throws: KeyVaultError.notAuthentic) {
                try vault.open(Array(sealed.prefix(count)), with: key, context: context)
            }
        }
    }

    @Test func `any changed byte of the wrapped key is found`() throws {
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal([1, 2, 3], with: key, context: context)
        for index in key.bytes.indices {
            var bytes = key.bytes
            bytes[index] ^= 0x80
            let damaged = WrappedKey(id: key.id, retention: key.retention, bytes: bytes)
            #expect(throws: KeyVaultError.notAuthentic) { try vault.open(sealed, with: damaged, context: context) }
            #expect(throws: KeyVaultError.notAuthentic) { try vault.seal([1], with: damaged, context: context) }
        }
    }

    @Test func `a destroyed key opens nothing`() throws {
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal([1, 2, 3], with: key, context: context)
        for bytes in [[], [UInt8](repeating: 0, count: key.bytes.count)] {
            let destroyed = WrappedKey(id: key.id, retention: key.retention, bytes: bytes)
            #expect(throws: KeyVaultError.notAuthentic) { try vault.open(sealed, with: destroyed, context: context) }
        }
        let other = try vault.makeKey(.passengerData)
        #expect(throws: KeyVaultError.notAuthentic) { try vault.open(sealed, with: other, context: context) }
    }

    @Test func `a key moved to another record or retention class opens nothing`() throws {
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal([1, 2, 3], with: key, context: context)
        let longer = WrappedKey(id: key.id, retention: .decision, bytes: key.bytes)
        let moved = WrappedKey(
            id: RecordID(high: key.id.high, low: ~key.id.low), retention: key.retention, bytes: key.bytes)
        #expect(throws: KeyVaultError.notAuthentic) { try vault.open(sealed, with: longer, context: context) }
        #expect(throws: KeyVaultError.notAuthentic) { try vault.open(sealed, with: moved, context: context) }
    }

    @Test(arguments: [
        SealContext(table: "voyage", record: Array("T1".utf8)),
        SealContext(table: "traveller", record: Array("T2".utf8)),
        // The same bytes, cut elsewhere.
        SealContext(table: "travellerT", record: Array("1".utf8)), SealContext(table: "", record: []),
    ])
    func `a sealed value moved to another place does not open`(place: SealContext) throws {
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal([1, 2, 3], with: key, context: context)
        #expect(throws: KeyVaultError.notAuthentic) { try vault.open(sealed, with: key, context: place) }
    }

    @Test func `another vault opens nothing and makes other tokens`() throws {
        let key = try vault.makeKey(.passengerData)
        let sealed = try vault.seal([1, 2, 3], with: key, context: context)
        let other = EphemeralKeyVault()
        #expect(throws: KeyVaultError.notAuthentic) { try other.open(sealed, with: key, context: context) }
        #expect(other.token(.document, "C1") != vault.token(.document, "C1"))
    }

    @Test func `tokens are equal for equal values of one domain only`() {
        var seen: Set<BlindToken> = []
        for domain in TokenDomain.allCases {
            for value in ["", "C1234567", "C1234568", "C1234567 "] {
                #expect(vault.token(domain, value) == vault.token(domain, value))
                #expect(seen.insert(vault.token(domain, value)).inserted, "\(domain) \(value)")
            }
        }
        // A value cannot reach over into its domain: "name" + "-and-birth..." is not "name-and-birth" + "...".
        #expect(vault.token(.name, "-and-birth\0x") != vault.token(.nameAndBirth, "x"))
    }
}
