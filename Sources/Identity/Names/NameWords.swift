// SPDX-License-Identifier: Apache-2.0

/// The words of a name as received: letters A-Z, without placeholders, titles and patronym particles.
///
/// Order is kept, given name before surname, since a word's place can matter; comparing may ignore it. Written for
/// Indonesian names of any number of words and for what travel systems do to them (reference/indonesia, "Names").
///
/// Decisions: a name is never left without a word, hence a person called H or registered as FNU/LNU keeps that. AL and
/// EL join the word behind them (AL HABSYI is ALHABSYI). B, BT and BIN fall away between two names only, and BIN also
/// before a surname: WANG/BIN is a Chinese name. A digit between two letters is read as the letter that it resembles.
/// Letters of other scripts become Latin ones (`OtherScripts`). No more than the first ``wordLimit`` words and the
/// first ``letterLimit`` letters of a word are kept.
public struct NameWords: Hashable, Sendable {
    /// The most words of a name that are kept.
    public static var wordLimit: Int { NameLimits.words }
    /// The most letters of a word that are kept, one more than the name field of a machine readable zone holds.
    public static var letterLimit: Int { NameLimits.letters }
    /// The most other readings that are offered.
    static let alternativeLimit = 4

    /// The words in the order given name, surname; none twice, none empty, A-Z only.
    public let words: [[UInt8]]
    /// Other ways to read the same name, none equal to ``words`` and mostly none at all.
    ///
    /// A title glued to the last given name taken off (BUDIMR), ABDUL and AL parted from a glued word, AL or a last BIN
    /// left out, two letters for one with a mark as machine readable zones have them (MUELLER).
    public let alternatives: [[[UInt8]]]

    /// Reads a name that came as surname and given name; either may be absent or hold anything.
    public init(surname: String?, given: String?) {
        let bareGiven = NameTokens(given, style: .bare)
        let bareSurname = NameTokens(surname, style: .bare)
        var readings = NameReadings(given: bareGiven.tokens, surname: bareSurname.tokens)
        if bareGiven.hasTwoStyles || bareSurname.hasTwoStyles {
            readings.add(
                NameReadings(
                    given: NameTokens(given, style: .machineZone).tokens,
                    surname: NameTokens(surname, style: .machineZone).tokens))
        }
        self.init(readings)
    }

    /// Reads a name that came in one piece.
    ///
    /// What stands before the first slash, comma or `<<` is the surname, unless only titles follow it; a name without
    /// these is in the order in which it is spoken.
    public init(full: String?) {
        let tokens = NameTokens(full, style: .bare)
        var readings = NameReadings(full: tokens.tokens)
        if tokens.hasTwoStyles {
            readings.add(NameReadings(full: NameTokens(full, style: .machineZone).tokens))
        }
        self.init(readings)
    }

    private init(_ readings: NameReadings) {
        words = readings.first
        alternatives = Array(readings.others.prefix(Self.alternativeLimit))
    }
}
