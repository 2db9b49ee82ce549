// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Turns what was read of the script back into elements and bytes of the document, and lets the edge filter see what
/// the script does not hold.
struct PnrgovScriptResult {
    var document: PnrgovDocument
    let source: XMLInput

    func turnBack(_ message: inout ReceivedMessage, _ findings: inout FilterFindings) {
        nameMessage(&message)
        turnBackNumbers(&message)
        var filtered = FilterFindings()
        filtered.counts = findings.counts
        for range in findings.overwritten {
            for index in range { overwrite(document.script.origin(index), &filtered) }
        }
        for card in findings.cards {
            let start = document.script.origin(card.offset).lowerBound
            filtered.cards.append(
                CardFinding(offset: source.source(start..<start).lowerBound, digits: card.digits))
        }
        filterRest(&filtered)
        findings = filtered
        for warning in document.warnings { message.warn(warning.code, segment: warning.number, warning.text) }
        for oddity in document.tree.oddities {
            message.warn(.unreadableSegment, segment: oddity.number, "\(oddity.text)")
        }
        if document.tree.isCut {
            message.warn(
                .messageEndMissing, segment: document.tree.nodes.count,
                "document without its end, cut short or damaged")
        }
        if source.hasBadCharacters { message.warn(.badEncoding, segment: nil, "characters that are none in UTF-16") }
    }

    private func nameMessage(_ message: inout ReceivedMessage) {
        var document = document
        let root = document.tree.nodes.indices.first { document.tree.nodes[$0].name == PnrgovDocument.root } ?? 0
        let version = document.tree.attribute(root, "VERSION")?.string
        message.version = "XML" + (version.map { ":" + $0 } ?? "")
        message.preparedAt = document.preparedAt(root)
        message.reference = document.tree.reference(root)
        message.sender = document.tree.sender
        message.recipient = nil
        // Several legs that the bookings share are several flights: no number is the voyage's.
        if message.voyage.legs.count > 1, Set(message.voyage.legs.map(\.number)).count > 1 {
            message.voyage.number = nil
            message.voyage.suffix = nil
            message.voyage.codeshares = []
            if Set(message.voyage.legs.map(\.carrier)).count > 1 { message.voyage.carrier = nil }
        }
    }

    private func turnBackNumbers(_ message: inout ReceivedMessage) {
        let spans = document.script.spans
        func element(_ segment: Int, last: Bool) -> Int {
            guard !spans.isEmpty else { return 1 }
            let span = spans[max(0, min(segment - 1, spans.count - 1))]
            return last ? span.last : span.first
        }
        func turned(_ span: SegmentSpan?) -> SegmentSpan? {
            span.map {
                SegmentSpan(first: element(Int($0.first), last: false), last: element(Int($0.last), last: true))
            }
        }
        for index in message.travellers.indices {
            message.travellers[index].span = turned(message.travellers[index].span)
        }
        for index in message.bookings.indices {
            guard let span = message.bookings[index].span else { continue }
            message.bookings[index].span = turned(SegmentSpan(first: Int(span.first), last: Int(span.first)))
        }
        for index in message.warnings.indices {
            message.warnings[index].segment = message.warnings[index].segment.map { element($0, last: false) }
        }
    }

    // MARK: The edge filter

    private func overwrite(_ scanned: Range<Int>, _ findings: inout FilterFindings) {
        guard !scanned.isEmpty else { return }
        let range = source.source(scanned)
        guard source.isWide else { return findings.overwrite(range) }
        // Of each pair the lower byte becomes the filler and the higher one zero.
        for low in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
            findings.overwrite((source.isBigEndian ? low + 1 : low)..<(source.isBigEndian ? low + 2 : low + 1))
            findings.cleared.append(source.isBigEndian ? low : low + 1)
        }
    }

    /// Values that no reader asked for are free text: unknown elements, comments, accounts in odd places.
    private func filterRest(_ findings: inout FilterFindings) {
        let tree = document.tree
        for (index, attribute) in tree.attributes.enumerated() where !tree.usedAttributes.contains(index) {
            filter(XMLText(tree.scanned, attribute.value, isLatin: tree.isLatin), attribute.name, &findings)
        }
        for (index, text) in tree.texts.enumerated() where !tree.usedTexts.contains(index) {
            filter(
                XMLText(tree.scanned, text.range, isLatin: tree.isLatin, isLiteral: text.isLiteral), nil, &findings)
        }
        for comment in tree.comments {
            filter(XMLText(tree.scanned, comment, isLatin: tree.isLatin, isLiteral: true), nil, &findings)
        }
        for tail in document.script.tails { filter(tail, nil, &findings) }
    }

    private func filter(_ text: XMLText, _ name: String?, _ findings: inout FilterFindings) {
        guard text.count >= SensitiveWords.shortest else { return }
        let bytes = text.bytes + [UInt8](repeating: 0, count: EdifactBytes.slack)
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let view = EdifactBytes(base: base, count: text.count)
            let isAccount = name?.hasSuffix("ACCOUNTNBR") ?? false || name?.hasSuffix("CARDNUMBER") ?? false
            let cards = isAccount ? [CardNumbers.account(view)].compactMap(\.self) : CardNumbers.inFreeText(view)
            let category =
                name == "SSRCODE"
                ? SensitiveRequests.category(of: view.trimmed.key)
                : isAccount ? nil : SensitiveWords.traits(of: view).category
            if let category {
                findings.counts[category, default: 0] += 1
                for index in 0..<text.count { overwrite(text.origin(index), &findings) }
                return
            }
            for card in cards {
                findings.counts[.card, default: 0] += 1
                if let digits = card.digits {
                    let start = text.origin(card.range.lowerBound)
                    findings.cards.append(CardFinding(offset: source.source(start).lowerBound, digits: digits))
                }
                for hidden in card.hidden { for index in hidden { overwrite(text.origin(index), &findings) } }
            }
        }
    }
}

extension FilterFindings {
    /// Notes bytes to overwrite, joined with those noted last.
    mutating func overwrite(_ range: Range<Int>) {
        if let last = overwritten.last, last.upperBound == range.lowerBound {
            overwritten[overwritten.count - 1] = last.lowerBound..<range.upperBound
        } else {
            overwritten.append(range)
        }
    }
}
