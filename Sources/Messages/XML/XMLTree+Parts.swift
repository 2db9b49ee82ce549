// SPDX-License-Identifier: Apache-2.0

internal import Travel

extension XMLTree {
    /// Where a document stands in a message of several, as the standard attributes of its root say: `TransactionIdentifier`
    /// names the message, `SequenceNmbr` numbers its parts, `TransactionStatusCode` tells the first (`Start`), those
    /// between (`InSeries`, `Continuation`, `Subsequent`) and the last (`End`).
    ///
    /// Nil for a whole message: without a status the number only counts what a sender sent.
    var partMark: PartMark? {
        var tree = self
        let root = nodes.indices.first { nodes[$0].name == PnrgovDocument.root } ?? 0
        let isFirst: Bool
        let isFinal: Bool
        switch tree.attribute(root, "TRANSACTIONSTATUSCODE")?.string.uppercased() {
        case "START": (isFirst, isFinal) = (true, false)
        case "INSERIES", "CONTINUATION", "SUBSEQUENT": (isFirst, isFinal) = (false, false)
        case "END": (isFirst, isFinal) = (false, true)
        default: return nil
        }
        let given = tree.attribute(root, "SEQUENCENMBR").flatMap { Int($0.string) }
        guard let number = given ?? (isFirst ? 1 : nil), number >= 1, number <= ReceivedParts.most else { return nil }
        // The only one.
        guard number > 1 || !isFinal else { return nil }
        let key = tree.reference(root).map {
            PartMark.Key(type: MessageKind.pnrgov.rawValue, reference: $0, sender: tree.sender)
        }
        return PartMark(key: key, number: number, isFinal: isFinal)
    }

    /// What names the message.
    mutating func reference(_ root: Int) -> String? {
        attribute(root, "TRANSACTIONIDENTIFIER")?.string.uppercased()
            ?? attribute(root, "ECHOTOKEN")?.string.uppercased()
    }

    /// The airline that sent it.
    var sender: String? {
        mutating get { all("ORIGINATOR").first.flatMap { attribute($0, "AIRLINECODE") }?.string.uppercased() }
    }
}
