// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Travel

/// That an officer asked at a post who somebody is (requirement R27): in the decision log before anything is shown.
public struct ResidentLookUp: Hashable, Sendable, Codable {
    /// The token of the number that was asked about; nil where a document alone was scanned.
    public var resident: BlindToken?
    /// The traveller on today's voyages that the look-up is about.
    public var traveller: RecordID<Traveller>?
    /// Whether a document was read whose check digits are right: its bearer stands at the post.
    public var isScanned: Bool
    /// Why, where neither ties the look-up to somebody present; the supervisor sees these.
    public var reason: String?
    /// True where mother's name and address were asked for too; nil where not.
    public var asksDetails: Bool?

    public init(
        resident: BlindToken?, traveller: RecordID<Traveller>?, isScanned: Bool, reason: String? = nil,
        asksDetails: Bool? = nil
    ) {
        self.resident = resident
        self.traveller = traveller
        self.isScanned = isScanned
        self.reason = reason
        self.asksDetails = asksDetails
    }

    /// Whether the person is on a voyage, or at the post.
    public var isTied: Bool { traveller != nil || isScanned }
}
