// SPDX-License-Identifier: Apache-2.0

/// How many messages to screen at once: more of them while each batch must handle far more travellers than it adds.
///
/// A batch costs something for each traveller of its voyages. So where messages of a very large voyage wait, they are
/// taken in fewer and larger batches.
struct BatchSize {
    private static let smallest = 64
    private static let largest = 512
    /// Below this many travellers a batch takes no time worth saving.
    private static let worthwhile = 4_000
    private static let ratio = 8

    private(set) var messages = BatchSize.smallest

    /// Learns what a batch did.
    /// - Parameters:
    ///   - handled: travellers in all messages of its voyages.
    ///   - added: travellers in its own messages.
    mutating func note(handled: Int, added: Int) {
        let isHeavy = handled > BatchSize.worthwhile && handled > BatchSize.ratio * added
        messages = isHeavy ? min(BatchSize.largest, messages * 2) : max(BatchSize.smallest, messages / 2)
    }
}
