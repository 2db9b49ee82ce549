// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards

/// A vault that counts how many sealed records were opened.
struct CountingVault: KeyVault {
    private let vault = EphemeralKeyVault()
    let openings = StatementCount()

    func makeKey(_ retention: RetentionClass) throws(KeyVaultError) -> WrappedKey { try vault.makeKey(retention) }

    func seal(_ plain: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        try vault.seal(plain, with: key, context: context)
    }

    func open(_ sealed: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        openings.add()
        return try vault.open(sealed, with: key, context: context)
    }

    func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken { vault.token(domain, value) }
}
