// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// Puts message bodies into interchanges, with the damage that was planned.
struct MessageEnvelope {
    let profile: CarrierProfile
    let voyage: WorldVoyage
    let plan: PlannedMessage

    /// The interchanges of a message: one, or one for each part when it goes by teletype.
    func files(
        _ items: Int, perPart: Int, type: String, second: ((inout SegmentBuffer) -> Void)? = nil,
        body: (Range<Int>, inout SegmentBuffer) -> Void
    ) -> [[UInt8]] {
        let parts = profile.isTypeB && second == nil ? max(1, (items + perPart - 1) / perPart) : 1
        return (0..<parts).map { part in
            let range = parts == 1 ? 0..<items : part * perPart..<min(items, (part + 1) * perPart)
            return interchange(type, part: part, of: parts, size: range.count * 900, second: second) {
                body(range, &$0)
            }
        }
    }

    private var syntax: EdifactSyntax {
        guard plan.damages.contains(.ownSeparators) else { return profile.syntax }
        var syntax = EdifactSyntax.unusual[plan.ordinal % EdifactSyntax.unusual.count]
        syntax.breaksLines = profile.syntax.breaksLines
        return syntax
    }

    private func interchange(
        _ type: String, part: Int, of parts: Int, size: Int, second: ((inout SegmentBuffer) -> Void)?,
        body: (inout SegmentBuffer) -> Void
    ) -> [UInt8] {
        let carrier = profile.carrier
        let isPNR = type == "PNRGOV"
        let control = carrier + decimal(voyage.id % 1_000_000, 6) + decimal(plan.ordinal * 10 + part, 4)
        let time = MessageTime.clock(plan.preparedAt)
        let date = MessageTime.yymmdd(time.date)
        let clock = MessageTime.hhmm(time)
        let version = isPNR ? profile.pnrgovVersion : profile.paxlstVersion
        var buffer = SegmentBuffer(syntax: syntax, capacity: size + 800)
        buffer.segment(
            "UNB",
            [
                isPNR ? ["IATA", "1"] : ["UNOA", "4"], [carrier], ["IDCUSTOMS"], [date, clock], [control], [""],
                [isPNR ? "PNRGOV" : "APIS"],
            ])
        if profile.hasGroup {
            let agency = isPNR ? "IA" : "UN"
            buffer.segment(
                "UNG", [[type], [carrier], ["IDCUSTOMS"], [date, clock], ["1"], [agency], version.versionParts])
        }
        let identifier = version.versionParts
        let partNumber = decimal(part + 1, 2)
        let flag =
            parts == 1 ? ["01", "F"] : part == 0 ? ["01", "C"] : part == parts - 1 ? [partNumber, "F"] : [partNumber]
        let sailing = MessageTime.clock(voyage.departure, offset: voyage.from.utcOffsetMinutes)
        let common = "\(carrier)\(voyage.slot.number)/\(MessageTime.yymmdd(sailing.date))/\(decimal(plan.ordinal, 2))"
        let name = isPNR ? ["PNRGOV"] + identifier + ["IA"] : ["PAXLST"] + identifier + ["UN", "IATA"]
        buffer.segment("UNH", [[control], name, [common], flag])
        body(&buffer)
        let wrong = plan.damages.contains(.segmentCount) ? 3 + plan.ordinal : 0
        buffer.segment("UNT", [["\(buffer.messageSegments + 1 + wrong)"], [control]])
        if let second {
            buffer.segment("UNH", [[control + "B"], name, [common + "B"], ["01", "F"]])
            second(&buffer)
            buffer.segment("UNT", [["\(buffer.messageSegments + 1)"], [control + "B"]])
        }
        let messages = second == nil ? "1" : "2"
        if profile.hasGroup { buffer.segment("UNE", [[messages], ["1"]]) }
        // UNZ counts groups, or messages where there is no group.
        buffer.segment("UNZ", [[profile.hasGroup ? "1" : messages], [control]])
        if plan.damages.contains(.terminatorMissing) { buffer.dropLastTerminator() }
        var bytes = buffer.bytes
        if plan.damages.contains(.lowerCase) { bytes = bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 } }
        return profile.isTypeB ? teletype(bytes, time: clock) : bytes
    }

    /// The Type-B envelope: address lines between SOH and STX, text in lines of 69 characters up to ETX.
    private func teletype(_ text: [UInt8], time: String) -> [UInt8] {
        var bytes: [UInt8] = [1]
        bytes += Array("QK JKTPXXS\r\n.\(voyage.slot.from)RM\(profile.carrier) \(time)\r\n".utf8)
        bytes.append(2)
        var start = 0
        while start < text.count {
            let end = min(text.count, start + 69)
            bytes += text[start..<end]
            bytes += [13, 10]
            start = end
        }
        bytes.append(3)
        return bytes
    }
}

extension String {
    /// The parts of a version such as `D:05B`.
    fileprivate var versionParts: [String] { split(separator: ":").map(String.init) }
}
