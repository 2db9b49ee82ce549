// SPDX-License-Identifier: Apache-2.0

/// What a reader's program says in one line (docs/reader.md).
public enum ReaderEvent: Hashable, Sendable {
    /// The reader waits for cards; with the name of the device.
    case ready(name: String?)
    case reading(CardReading)
    /// A card that gave no reading, or trouble of the reader; the text is for the technician and never kept.
    case fault(ReaderFault)
    /// The answer to a ping.
    case alive
    /// The device was unplugged; the program may say ``ready(name:)`` again.
    case gone
}

/// Why there is no reading: a closed list, so that the desk has words for each.
public enum ReaderFault: String, Hashable, Sendable, CaseIterable {
    /// The chip gives no data, or data whose own check fails.
    case damagedCard = "damaged-card"
    /// Taken away while it was read.
    case removedEarly = "removed-early"
    /// Another kind of card.
    case otherCard = "other-card"
    /// The card did not answer in time.
    case slowCard = "slow-card"
    /// The reader itself.
    case device
}
