// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// What unstructured remarks (LTS) give away besides contacts: payment, frequent flyers, seats (messages.md 4.4).
extension PnrgovReader {
    /// Looks through a remark; what the structured segments gave stays.
    mutating func mine(_ text: EdifactBytes) {
        guard let word = text.firstMinedWord else { return }
        let rest = text.dropping(word.end).trimmed
        switch word.kind {
        case .payment: minePayment(rest)
        case .loyalty: mineLoyalty(rest, in: text)
        case .seat: mineSeat(rest, in: text)
        }
    }

    /// `FP CASH`, `FP CC VI411111XXXXXX1111/1226`.
    private mutating func minePayment(_ text: EdifactBytes) {
        var payment: ReceivedPayment?
        for word in text.words {
            if word.matches("CASH") {
                payment = ReceivedPayment(form: "CA")
            } else if word.matches("CC") || word.hasPrefix("CC") && word.count > 8 {
                payment = ReceivedPayment(form: "CC")
            }
            if payment?.form == "CC", let digits = word.lastFourOfAccount { payment?.number = digits }
        }
        guard let payment else { return }
        let isKnown = booking.payments.contains {
            $0.form == payment.form && (payment.number == nil || $0.number == payment.number)
        }
        if !isKnown, booking.payments.count < 100 { booking.payments.append(payment) }
    }

    /// `SSR FQTVGAHK/ GA123456789 G/...`: the first word that is a number with an airline before it.
    private mutating func mineLoyalty(_ text: EdifactBytes, in whole: EdifactBytes) {
        guard let index = bearer(in: whole) else { return }
        for word in text.words where word.count >= 7 && word.count <= 25 {
            guard upperCased(word[0]) &- 65 < 26 || upperCased(word[1]) &- 65 < 26, word.dropping(2).isDigits else {
                continue
            }
            people[index].addLoyalty(airline: word.slice(0, 0), number: word)
            return
        }
    }

    /// `SEAT RS 17B SURNAME/GIVEN GA 825 15JAN26 SINCGK`.
    private mutating func mineSeat(_ text: EdifactBytes, in whole: EdifactBytes) {
        guard let index = bearer(in: whole), let seat = text.words.first(where: { $0.isSeat }) else { return }
        for word in text.words where word.count == 6 && word.isLetters {
            let from = word.slice(0, 3).upper
            let to = word.slice(3, 6).upper
            for place in 0..<flights.count where flights[place].from == from && flights[place].to == to {
                return takeSeat(seat, of: index, from: from, to: to, isFinal: false)
            }
        }
    }

    /// The traveller whose `SURNAME/GIVEN` stands in a remark, else the only one.
    private mutating func bearer(in text: EdifactBytes) -> Int? {
        let all = text.upperCasedText
        for index in firstTraveller..<people.count {
            guard let surname = notes[index - firstTraveller].bookedSurname ?? people[index].surname,
                let given = people[index].givenReceived ?? people[index].given
            else { continue }
            if all.holds(surname + "/" + given) { return index }
        }
        return onlyTraveller
    }
}

extension String {
    /// Whether the bytes of another text stand in this one; the standard search builds a table for each call.
    fileprivate func holds(_ other: String) -> Bool {
        var text = self
        var part = other
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
                for start in 0...(text.count - part.count) where text[start] == part[0] {
                    if text[start..<(start + part.count)].elementsEqual(part) { return true }
                }
                return false
            }
        }
    }
}

/// What a remark may be about.
private enum MinedKind { case payment, loyalty, seat }

extension EdifactBytes {
    /// The first word that says what a remark is about, and where it ends.
    fileprivate var firstMinedWord: (kind: MinedKind, end: Int)? {
        var i = 0
        while i + 2 <= count {
            let isStart = i == 0 || upperCased(base[i - 1]) &- 65 >= 26 && base[i - 1] &- 48 >= 10
            if isStart {
                let rest = dropping(i)
                if rest.hasPrefix("FP ") { return (.payment, i + 3) }
                if rest.hasPrefix("FQTV") { return (.loyalty, i + 4) }
                if rest.hasPrefix("SEAT RS ") { return (.seat, i + 8) }
            }
            i += 1
        }
        return nil
    }

    /// The words between blanks and slashes, at most sixty-four.
    fileprivate var words: [EdifactBytes] {
        var found: [EdifactBytes] = []
        var start = 0
        for i in 0...count where i == count || base[i] == 0x20 || base[i] == UInt8(ascii: "/") {
            if i > start, found.count < 64 { found.append(slice(start, i)) }
            start = i + 1
        }
        return found
    }

    fileprivate var isLetters: Bool {
        for i in 0..<count where upperCased(base[i]) &- 65 >= 26 { return false }
        return count > 0
    }

    /// The last four digits of a card's account, whose digits before may be overwritten.
    fileprivate var lastFourOfAccount: String? {
        guard count >= 12, count <= 25 else { return nil }
        let last = slice(count - 4, count)
        guard last.isDigits else { return nil }
        for i in 4..<(count - 4) where base[i] &- 48 > 9 && upperCased(base[i]) != UInt8(ascii: "X") { return nil }
        return last.verbatim
    }
}
