// SPDX-License-Identifier: Apache-2.0

/// The letters and folds of a few words in one piece of memory that does not move.
final class WordBuffer {
    private let storage: UnsafeMutablePointer<UInt8>
    /// Start of the letters, of the fold, and the end, of each word.
    private let starts: UnsafeMutablePointer<Int>
    private let kins: UnsafeMutablePointer<UInt32>
    private let glances: UnsafeMutablePointer<WordGlance>
    let count: Int

    init(_ words: [ComparableWord]) {
        count = words.count
        storage = .allocate(capacity: max(1, words.reduce(0) { $0 + $1.letters.count + $1.folded.count }))
        starts = .allocate(capacity: words.count * 2 + 1)
        kins = .allocate(capacity: max(1, words.count))
        glances = .allocate(capacity: max(1, words.count))
        var at = 0
        for (number, word) in words.enumerated() {
            (starts + number * 2).initialize(to: at)
            for letter in word.letters {
                (storage + at).initialize(to: letter)
                at += 1
            }
            (starts + number * 2 + 1).initialize(to: at)
            for letter in word.folded {
                (storage + at).initialize(to: letter)
                at += 1
            }
            (kins + number).initialize(to: word.kin)
            (glances + number).initialize(
                to: WordGlance(letters: word.letters, folded: word.folded, kin: word.kin))
        }
        (starts + words.count * 2).initialize(to: at)
    }

    deinit {
        storage.deallocate()
        starts.deallocate()
        kins.deallocate()
        glances.deallocate()
    }

    func letters(_ word: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + starts[word * 2], count: starts[word * 2 + 1] - starts[word * 2])
    }

    func folded(_ word: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + starts[word * 2 + 1], count: starts[word * 2 + 2] - starts[word * 2 + 1])
    }

    /// What of a word tells at a glance that another is unlike it.
    func glance(_ word: Int) -> WordGlance { glances[word] }

    func kin(_ word: Int) -> UInt32 { kins[word] }
}
