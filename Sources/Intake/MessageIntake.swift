// SPDX-License-Identifier: Apache-2.0

internal import Mandate
internal import Messages
internal import Screening

/// Cuts an input into messages and filters each: pure, apart from the tokens made under the vault's key.
struct MessageIntake: Sendable {
    let tokeniser: any Tokeniser

    /// The messages of an input as they go into the inbox, read by the profiles given; nil when there are more than
    /// `limit`.
    func entries(
        _ bytes: [UInt8], origin: String, receivedAtMilliseconds: Int64, limit: Int, reader: ProfiledReader
    ) -> [InboxEntry]? {
        var entries: [InboxEntry] = []
        var count = 0
        MessageDecoder.decode(bytes) { unit in
            count += 1
            guard count <= limit else { return }
            entries += InboxEntry.entries(
                of: unit, reader: reader, tokeniser: tokeniser, origin: origin,
                receivedAtMilliseconds: receivedAtMilliseconds)
        }
        return count <= limit ? entries : nil
    }
}
