// SPDX-License-Identifier: Apache-2.0

public import Screening

/// Where messages go in; the receipts come back, in the order of the messages, once all are on disk.
public protocol MessageEntrance: Sendable {
    /// Takes the messages of some bytes; throws ``EntranceRefusal`` when they cannot be taken.
    func submit(_ bytes: [UInt8], origin: String) async throws -> [InboxReceipt]
}

/// Why bytes were not taken; nothing is half-done, and sending them again changes nothing that was stored.
public enum EntranceRefusal: Error, Hashable {
    /// Queue or disk are full; try again later.
    case full(retryAfterSeconds: Int)
    case tooLarge(limitBytes: Int)
    case tooManyMessages(limit: Int)
}
