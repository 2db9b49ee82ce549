// SPDX-License-Identifier: Apache-2.0

/// The words that details are made of, numbered as they come, as far as a fixed room goes: the frequent ones come early,
/// and what comes when the room is used up is written out. So the words of any extract take bounded memory.
struct DetailWords {
    private var known = ByteInterner(capacity: 1 << 12)
    private let most: Int

    /// The most words that are numbered.
    static let mostWords = 1 << 22
    /// The most bytes of all of them: a part of this size is always summed when a file is opened.
    static let mostBytes = 1 << 26
    /// The most bytes of one.
    static let mostWordBytes = 64

    init(most: Int = Self.mostWords) { self.most = most }

    /// The number of a word; nil where it has none and there is no more room.
    mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        guard word.count <= Self.mostWordBytes else { return nil }
        guard known.count < most, known.bytes.count + word.count <= Self.mostBytes else { return known.find(word) }
        return known.intern(word)
    }

    /// Where each word begins in ``bytes``, and where the last one ends.
    var starts: [UInt32] { known.starts }
    var bytes: [UInt8] { known.bytes }
}
