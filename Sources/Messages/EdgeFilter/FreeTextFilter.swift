// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// The edge filter's look at one segment: requests, payments and free text; everything else is no place for cards.
enum FreeTextFilter {
    /// Whether segments of this tag may hold what must go.
    @inline(__always)
    static func concerns(_ tag: UInt32) -> Bool {
        switch tag {
        case Tag.ssr, Tag.fop, Tag.ift, Tag.lts, Tag.ftx: true
        default: false
        }
    }

    /// Looks at the current segment and overwrites, as later reads see it, what must go.
    @inline(__always)
    static func inspect(_ scanner: inout SegmentScanner, _ findings: inout FilterFindings) {
        switch scanner.tag {
        case Tag.ssr: inspectRequest(&scanner, &findings)
        case Tag.fop: inspectPayment(&scanner, &findings)
        case Tag.ift, Tag.lts: inspectText(&scanner, &findings, from: 1)
        case Tag.ftx where scanner.value(1).key != Qualifier.bag: inspectText(&scanner, &findings, from: 1)
        default: break
        }
    }

    /// Special service requests: those of a sensitive code lose code and text, others are searched as free text.
    private static func inspectRequest(_ scanner: inout SegmentScanner, _ findings: inout FilterFindings) {
        let view = scanner.view()
        let code = view.value(1, 1)
        switch code.trimmed.key {
        case Request.docs, Request.doco, Request.doca, Request.tkne, Request.seat, Request.nsst, Request.foid,
            Request.ctcm, Request.ctcp, Request.ctce, Request.fqtv, Request.inft, Request.chld:
            return
        default: break
        }
        if let category = SensitiveRequests.category(of: code.trimmed.key) {
            findings.counts[category, default: 0] += 1
            overwrite(&scanner, code.trimmed, &findings)
            // Components 1 to 4 are code, status, number and airline, 7 and 8 the ports.
            for component in [5, 6] + Array(9..<max(9, view.componentCount(1) + 1)) {
                overwrite(&scanner, view.value(1, component), &findings)
            }
            for element in 2..<max(2, view.elementCount) {
                overwrite(&scanner, view.value(element, 1), &findings)
            }
        }
        // What stands in the place of a port or of a traveller's mark may be anything.
        inspectText(&scanner, &findings, from: 1, firstComponent: 5)
    }

    /// Forms of payment: the account of every card, but for its last four digits.
    private static func inspectPayment(_ scanner: inout SegmentScanner, _ findings: inout FilterFindings) {
        let view = scanner.view()
        for element in 1..<max(1, view.elementCount) {
            let account = view.value(element, 5).trimmed
            guard account.count > 4, let card = CardNumbers.account(account) else { continue }
            overwrite(&scanner, card, in: account, &findings)
        }
    }

    /// Free text: a value with a sensitive word goes whole, a card number all but its last four digits.
    private static func inspectText(
        _ scanner: inout SegmentScanner, _ findings: inout FilterFindings, from firstElement: Int,
        firstComponent: Int = 1
    ) {
        let view = scanner.view()
        if isHarmless(view, findings) { return }
        for element in firstElement..<max(firstElement, view.elementCount) {
            let first = element == 1 ? firstComponent : 1
            let count = view.componentCount(element)
            guard first <= count else { continue }
            for component in first...count {
                let text = view.value(element, component)
                guard text.count >= SensitiveWords.shortest else { continue }
                let traits = SensitiveWords.traits(of: text, findings.words)
                if let category = traits.category {
                    findings.counts[category, default: 0] += 1
                    overwrite(&scanner, text, &findings)
                } else if traits.mayHoldCard {
                    for card in CardNumbers.inFreeText(text) { overwrite(&scanner, card, in: text, &findings) }
                }
            }
        }
    }

    /// Whether no value of a short segment can hold what must go; its words are looked at all at once.
    @inline(__always)
    private static func isHarmless(_ view: SegmentView, _ findings: borrowing FilterFindings) -> Bool {
        guard let (text, separators) = view.short else { return false }
        let (letters, digits) = text.wordMasks
        guard SensitiveWords.category(letters, text, findings.words) == nil else { return false }
        guard digits.nonzeroBitCount >= SensitiveWords.fewestCardDigits else { return true }
        var start = 0
        var left = separators
        while left != 0 {
            let end = left.trailingZeroBitCount
            left &= left &- 1
            let before = digits & ((1 &<< UInt64(truncatingIfNeeded: end)) &- 1)
            let own = before &>> UInt64(truncatingIfNeeded: start)
            if own.nonzeroBitCount >= SensitiveWords.fewestCardDigits, mayHoldCard(text.slice(start, end), own) {
                return false
            }
            start = end &+ 1
        }
        return true
    }

    /// Whether a text with many digits, whose places are given, holds a card number.
    @inline(__always)
    private static func mayHoldCard(_ text: EdifactBytes, _ digits: UInt64) -> Bool {
        // Of the numbers with so few digits only some of Visa are cards' (``CardNumbers``); telephones have as many.
        let isShort = digits.nonzeroBitCount == SensitiveWords.fewestCardDigits
        if isShort, text[digits.trailingZeroBitCount] != UInt8(ascii: "4") { return false }
        return !CardNumbers.inFreeText(text).isEmpty
    }

    /// Overwrites a card number but for its last four digits.
    private static func overwrite(
        _ scanner: inout SegmentScanner, _ card: CardNumbers.Found, in text: EdifactBytes,
        _ findings: inout FilterFindings
    ) {
        findings.counts[.card, default: 0] += 1
        if let digits = card.digits {
            let view = text.slice(card.range.lowerBound, card.range.upperBound)
            findings.cards.append(CardFinding(offset: scanner.rawOffset(of: view), digits: digits))
        }
        for hidden in card.hidden {
            overwrite(&scanner, text.slice(hidden.lowerBound, hidden.upperBound), &findings)
        }
    }

    /// Overwrites a view for later reads and notes the bytes of the input that it came from.
    static func overwrite(_ scanner: inout SegmentScanner, _ view: EdifactBytes, _ findings: inout FilterFindings) {
        guard view.count > 0 else { return }
        if scanner.flags.isDisjoint(with: [.released, .folded]) {
            let start = scanner.rawOffset(of: view)
            findings.overwritten.append(start..<(start + view.count))
        } else {
            // Release characters and line breaks stay where they are, so that the text keeps its length.
            for index in 0..<view.count {
                let place = scanner.rawOffset(of: view.slice(index, index + 1))
                if let last = findings.overwritten.last, last.upperBound == place {
                    findings.overwritten[findings.overwritten.count - 1] = last.lowerBound..<(place + 1)
                } else {
                    findings.overwritten.append(place..<(place + 1))
                }
            }
        }
        scanner.overwrite(view, with: FilterFindings.filler)
    }
}
