// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A legal hold as a retention report lists it: by record identifiers, no names.
public struct RetentionHold: Hashable, Sendable, CustomStringConvertible {
    /// The decision that placed it.
    public let id: RecordID<RetentionHold>
    public let voyage: RecordID<Voyage>
    /// Nil where the whole voyage is meant.
    public let traveller: RecordID<Traveller>?

    public init(id: RecordID<RetentionHold>, voyage: RecordID<Voyage>, traveller: RecordID<Traveller>?) {
        self.id = id
        self.voyage = voyage
        self.traveller = traveller
    }

    /// Reads a line `hold <record> <voyage> <traveller or ->`, cut at its blanks; nil for anything else.
    init?(words: [String]) {
        guard words.count == 4, words[0] == "hold", let id = RecordID<RetentionHold>(words[1]),
            let voyage = RecordID<Voyage>(words[2])
        else { return nil }
        let traveller = RecordID<Traveller>(words[3])
        guard traveller != nil || words[3] == "-" else { return nil }
        self.init(id: id, voyage: voyage, traveller: traveller)
    }

    public var description: String { "\(id) \(voyage) \(traveller.map { "\($0)" } ?? "-")" }
}
