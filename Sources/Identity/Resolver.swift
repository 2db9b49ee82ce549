// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// Says which blind tokens stand for the person behind a traveller, so that journeys under renewed documents and
/// changed
/// spellings come together.
///
/// The exact resolver uses equal documents and folded names with birth dates; the probabilistic matcher takes its place
/// without a change elsewhere.
public protocol Resolver: Sendable {
    /// Tokens of the person; two travellers that share one are the same person.
    func personTokens(of facts: IdentityFacts) -> [BlindToken]
}

/// Equal documents, equal folded name with equal birth date: nothing else.
public struct ExactResolver: Resolver {
    private let tokens: IdentityTokens

    public init(tokeniser: any Tokeniser) { tokens = IdentityTokens(tokeniser: tokeniser) }

    public func personTokens(of facts: IdentityFacts) -> [BlindToken] { tokens.person(facts) }
}
