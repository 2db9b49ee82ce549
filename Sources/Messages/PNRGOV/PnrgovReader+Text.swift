// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Free text: OSI and other interactive free text (IFT), unstructured remarks (LTS).
extension PnrgovReader {
    /// The longest remark kept, and the most remarks of a booking.
    private static let longestRemark = 512
    private static let mostRemarks = 500

    /// `IFT+4:28::KL+CTC 7732486972-U`: 28 other service information, 43 sponsor.
    mutating func readText(_ segment: SegmentView) {
        guard hasBooking, part != .history else { return }
        switch segment.value(1, 2).trimmed.key {
        case edifactKey("15"), edifactKey("19"), edifactKey("63"): return
        case edifactKey("43"): return readSponsor(segment)
        default: break
        }
        for element in 2..<max(2, segment.elementCount) {
            let text = segment.element(element).trimmed
            guard !text.isEmpty else { continue }
            if let found = ContactText(text) {
                addContact(found.kind, found.value)
            } else {
                for found in RemarkText.contacts(in: text) { addContact(found.kind, found.value) }
                addRemark(text)
            }
        }
    }

    /// `IFT+4:43+TIMOTHY SIMS+2234 MAIN STREET ATLANTA+770 5632891`: who pays for somebody else.
    private mutating func readSponsor(_ segment: SegmentView) {
        if let address = segment.value(3).upper { booking.addContact(.address, address) }
        if let phone = segment.value(4).phone { booking.addContact(.phone, phone) }
    }

    mutating func addRemark(_ text: EdifactBytes) {
        guard booking.remarks.count < PnrgovReader.mostRemarks, !text.isOverwritten else { return }
        let remark = text.slice(0, PnrgovReader.longestRemark).upperCasedText
        booking.remarks.append(remark)
    }

    /// `LTS+text`, mined for telephones, e-mail and seats.
    mutating func readRemark(_ segment: SegmentView) {
        guard hasBooking else { return }
        let from = segment.value(1)
        guard !from.isEmpty else { return }
        let last = segment.element(segment.elementCount - 1)
        let text = from.extended(to: last).trimmed
        guard !text.isOverwritten else { return }
        for found in RemarkText.contacts(in: text) { booking.addContact(found.kind, found.value) }
        mine(text)
        addRemark(text)
    }
}
