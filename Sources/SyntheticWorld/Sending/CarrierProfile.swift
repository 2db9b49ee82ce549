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
    /// Whether bookings go as XML documents.
    let sendsDocuments: Bool
    /// Whether those who leave a party are taken off by `745+RP` instead of `745+XR`.
    let reducesParties: Bool
    /// How the carrier writes a passport's type: one writes a code of its own, which only a profile explains.
    let passportCode: String

    /// Carriers that send by teletype; none of them flies the demonstration's voyages.
    private static let teletypeCarriers: Set<String> = ["AK", "KE"]
    private static let documentCarriers: Set<String> = ["CX", "JQ", "KL", "VA"]
    private static let reducingCarriers: Set<String> = ["GA", "MH", "QF", "TG"]

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
        sendsDocuments = Self.documentCarriers.contains(carrier)
        reducesParties = Self.reducingCarriers.contains(carrier)
        passportCode = carrier == "SV" ? "PP" : "P"
    }

    /// The separators that the carrier uses.
    var syntax: EdifactSyntax {
        var syntax = EdifactSyntax.standard
        syntax.announces = announces
        syntax.breaksLines = breaksLines && !isTypeB
        return syntax
    }
}
