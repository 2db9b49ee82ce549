// SPDX-License-Identifier: Apache-2.0

import Safeguards
import Testing

@Suite struct BearerSecretTests {
    @Test func `is known again by its digest and hides in text`() {
        var generator = SystemRandomNumberGenerator()
        let secret = BearerSecret.random(using: &generator)
        #expect(secret.text.count == 64 && BearerDigest(of: secret.text).matches(secret.digest))
        #expect(!BearerDigest(of: secret.text + "0").matches(secret.digest))
        #expect(!BearerSecret.random(using: &generator).digest.matches(secret.digest))
        #expect(!"\(secret) \(String(reflecting: secret))".contains(secret.text))
        // SHA-256 of the empty text, FIPS 180-4.
        #expect(BearerDigest(of: "").bytes.prefix(4) == [0xE3, 0xB0, 0xC4, 0x42])
    }
}
