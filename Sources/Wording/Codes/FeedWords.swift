// SPDX-License-Identifier: Apache-2.0

/// Words of what is done to feeds.
enum FeedWords {
    static let act: [String: Phrase] = [
        "added": Phrase("ditambahkan", "added"),
        "changed": Phrase("keterangan diubah", "description changed"),
        "rotated": Phrase("token diganti", "token replaced"),
        "withdrawn": Phrase("dicabut", "withdrawn"),
    ]
}
