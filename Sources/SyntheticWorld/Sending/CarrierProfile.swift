// SPDX-License-Identifier: Apache-2.0

/// How a carrier's systems write their messages.
struct CarrierProfile: Sendable {
    let carrier: String
    let paxlstVersion: String
    let pnrgovVersion: String
    /// Whether the functional group (UNG, UNE) is written.
    let hasGroup: Bool
    /// Whether messages come by teletype, in lines of 69 characters and in parts.
    let isTypeB: Bool
    let announces: Bool
    let breaksLines: Bool

    /// Carriers that send by teletype; none of them flies the demonstration's voyages.
    private static let teletypeCarriers: Set<String> = ["AK", "KE"]

    init(carrier: String) {
        self.carrier = carrier
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in carrier.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var generator = SeededGenerator(seed: hash)
        paxlstVersion = generator.pick(["D:02B", "D:05B", "D:12B", "D:12B"])
        pnrgovVersion = generator.pick(["11:1", "13:1", "13:1"])
        hasGroup = generator.chance(permille: 600)
        isTypeB = Self.teletypeCarriers.contains(carrier)
        announces = generator.chance(permille: 750)
        breaksLines = generator.chance(permille: 600)
    }

    /// The separators that the carrier uses.
    var syntax: EdifactSyntax {
        var syntax = EdifactSyntax.standard
        syntax.announces = announces
        syntax.breaksLines = breaksLines && !isTypeB
        return syntax
    }
}
