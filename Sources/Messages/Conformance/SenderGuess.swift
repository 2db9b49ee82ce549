// SPDX-License-Identifier: Apache-2.0

/// Finds who sent bytes that no reader understands: the second element of whatever looks like a UNB.
public enum SenderGuess {
    /// How far into the bytes a UNB is looked for.
    private static let reach = 4_096

    /// The sender in upper case; nil where nothing looks like a UNB with a sender.
    public static func sender(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(reach).map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
        let mark = Array("UNB".utf8)
        var at = 0
        while at + 8 < head.count {
            guard head[at..<(at + 3)].elementsEqual(mark) else {
                at += 1
                continue
            }
            var place = at + 3
            while place < head.count, head[place] == 0x20 { place += 1 }
            at += 3
            guard place < head.count, !isWord(head[place]) else { continue }
            let elements = head[(place + 1)...].split(
                separator: head[place], maxSplits: 2, omittingEmptySubsequences: false)
            guard elements.count >= 2, (3...9).contains(elements[0].count) else { continue }
            // The first character of the syntax identifier's element that is no letter or digit parts components.
            let component = elements[0].first { !isWord($0) }
            let sender = elements[1].prefix { $0 != component && $0 > 0x20 && $0 < 0x7F }
            if (2...35).contains(sender.count) { return String(decoding: sender, as: UTF8.self) }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool { (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) }
}
