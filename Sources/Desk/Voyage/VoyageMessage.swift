// SPDX-License-Identifier: Apache-2.0

import Travel

/// One message of a voyage, without its contents.
struct VoyageMessage: Sendable {
    let order: MessageOrder
    let receivedAtMilliseconds: Int64?
    let origin: String?
    let sizeBytes: Int
    let filtered: [String: Int]
    let kind: MessageKind?
    let function: String?
    let effect: MessageEffect?
    let declared: Int?
    let found: Int
    let warnings: [MessageWarning]
}
