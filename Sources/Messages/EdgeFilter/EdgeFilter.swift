// SPDX-License-Identifier: Apache-2.0

/// Overwrites what a passenger-analysis unit must not keep: card numbers and what tells of health or belief.
///
/// ICAO Annex 9, chapter 9: sensitive data are neither used nor kept. The place decides, not the look alone: names,
/// documents, tickets, telephones and bag tags are never touched.
public enum EdgeFilter {
    /// Filters the bytes of one or more messages; bytes that no reader understands come back as they are.
    /// The length stays, but for UTF-16, which comes back as UTF-8.
    public static func filter(_ received: [UInt8]) -> FilteredMessage {
        let bytes = received.withUnsafeBufferPointer { InputRepair.repaired($0) } ?? received
        return bytes.withUnsafeBytes { input in
            var findings = FilterFindings()
            MessageDecoder.forEachUnit(in: input, decoding: false, cardTokens: [:]) { unit in
                findings.append(unit.findings)
            }
            return FilteredMessage(received: bytes, findings: findings, pieces: [0..<bytes.count])
        }
    }
}
