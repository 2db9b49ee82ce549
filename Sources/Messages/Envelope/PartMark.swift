// SPDX-License-Identifier: Apache-2.0

/// Which part of which message something is, as its header says.
struct PartMark {
    /// What the parts of one message have in common.
    struct Key: Hashable {
        /// `PAXLST`; of a document that of the message it stands for.
        let type: String
        let reference: String
        let sender: String?
    }

    /// Nil where the header names no reference: then it stands alone.
    let key: Key?
    /// From 1 on.
    let number: Int
    let isFinal: Bool

    /// Whether a part cannot belong to a set of these numbers: its number is there, or the set has its end before it or
    /// goes on behind it.
    func isOther(numbers: [Int], final: Int?) -> Bool {
        if numbers.contains(number) { return true }
        if let final, isFinal || number > final { return true }
        return isFinal && numbers.contains { $0 > number }
    }
}

extension MessageHeader {
    /// UNH 4.
    var partMark: PartMark {
        PartMark(
            key: reference.map { PartMark.Key(type: type, reference: $0, sender: sender) }, number: part,
            isFinal: isFinalPart)
    }
}
