// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Messages
import Testing
import Travel

@Suite struct ProfileFileTests {
    static let file = """
        # How ZZ Air sends
        id: zz-air
        title: "ZZ Air, check-in system \\"K\\""
        valid-from: "2026-03-01"
        senders: [ZZ, "ZZ*APIS"]
        carriers: [ZZ]
        kinds: [PAXLST]
        codes:
          document-types: {PP: P}
          sexes: {"1": M, "2": F}
          countries: {INA: IDN}
          roles: {PAX: passenger}
          qualifiers: {"RFF+LOCATOR": "RFF+AVF"}
        clock: {voyage: utc, prepared: "+420"}
        repairs:
          separators: ":+.? '"
          line-ended: true
          tags: {UIB: UNB}
          cut-lines: ["V.\\\\VDLG"]
          day-first-dates: ["329"]
        deviations: [wrong-totals, given-in-surname]
        """

    @Test func `a profile written out reads back the same`() throws {
        let file = ProfileFile(Array(Self.file.utf8))
        #expect(file.problems.isEmpty, "\(file.problems)")
        let profile = try #require(file.profile)
        #expect(profile.codes.sexes == ["1": .male, "2": .female] && profile.clock.prepared == .offset(420))
        #expect(profile.repairs.cutLines == ["V.\\VDLG"] && profile.isActive)
        #expect(ProfileFile(Array(profile.text.utf8)).profile == profile, "\(profile.text)")
    }

    @Test func `says everything that is wrong at once, with lines`() {
        let text = """
            id: Z Z
            carriers: ZZ
            kinds: [PAXLST, LETTER]
            valid-from: March
            colour: red
            codes:
              countries: {INA: Indonesia}
              sexes: {"1": male}
              qualifiers: {LOC: "RFF+AVF"}
            clock: {voyage: noon}
            repairs: {separators: "+", cut-lines: ["UNB"]}
            deviations: [late]
            """
        let file = ProfileFile(Array(text.utf8))
        #expect(file.profile == nil)
        #expect(file.problems.count >= 12, "\(file.problems.map(\.description))")
        #expect(file.problems.contains { $0.line == 5 && $0.text.contains("colour") })
    }

    @Test(arguments: ["", "[]", "id", "{", "id: aa\nsenders: [A]\nid: bb", "\u{0}"])
    func `refuses what is no profile without a crash`(text: String) {
        #expect(ProfileFile(Array(text.utf8)).profile == nil)
    }
}
