// SPDX-License-Identifier: Apache-2.0

import Testing
import Wording

/// The fixed texts of the screens.
@Suite struct ScreenTextTests {
    static let texts: [any ScreenText] = {
        var all: [any ScreenText] = []
        all += CommonText.allCases as [any ScreenText]
        all += NavigationText.allCases as [any ScreenText]
        all += SignInText.allCases as [any ScreenText]
        all += PurposeText.allCases as [any ScreenText]
        all += BoardText.allCases as [any ScreenText]
        all += VoyageText.allCases as [any ScreenText]
        all += TravellerText.allCases as [any ScreenText]
        all += HitText.allCases as [any ScreenText]
        all += DecisionText.allCases as [any ScreenText]
        all += ExaminationText.allCases as [any ScreenText]
        all += HandoverText.allCases as [any ScreenText]
        all += SearchText.allCases as [any ScreenText]
        all += QuarantineText.allCases as [any ScreenText]
        all += WatchlistText.allCases as [any ScreenText]
        all += AuditText.allCases as [any ScreenText]
        all += AccountText.allCases as [any ScreenText]
        all += PostText.allCases as [any ScreenText]
        all += RegistryText.allCases as [any ScreenText]
        all += LookUpText.allCases as [any ScreenText]
        all += ReaderText.allCases as [any ScreenText]
        all += ReviewText.allCases as [any ScreenText]
        all += PersonText.allCases as [any ScreenText]
        all += HolderText.allCases as [any ScreenText]
        all += RegistryFaceText.allCases as [any ScreenText]
        all += VisitorText.allCases as [any ScreenText]
        all += ZoneText.allCases as [any ScreenText]
        all += StateText.allCases as [any ScreenText]
        all += HelpText.allCases as [any ScreenText]
        all += TourText.allCases as [any ScreenText]
        all += QualityText.allCases as [any ScreenText]
        all += StatusText.allCases as [any ScreenText]
        all += HoldText.allCases as [any ScreenText]
        all += ReportText.allCases as [any ScreenText]
        all += RevealText.allCases as [any ScreenText]
        all += ManifestText.allCases as [any ScreenText]
        all += TableText.allCases as [any ScreenText]
        all += FeedText.allCases as [any ScreenText]
        all += StationText.allCases as [any ScreenText]
        all += StillText.allCases as [any ScreenText]
        all += FaceReviewText.allCases as [any ScreenText]
        all += FaceFigureText.allCases as [any ScreenText]
        all += GalleryText.allCases as [any ScreenText]
        all += FigureText.allCases as [any ScreenText]
        return all
    }()

    /// All phrases, the codes' included.
    static let phrases: [Phrase] = texts.map(\.phrase) + WordFamily.allCases.flatMap { $0.words.values }

    @Test func `is trimmed and present in every language`() {
        #expect(Self.texts.count > 400)
        for phrase in Self.phrases {
            for language in Language.allCases {
                let text = phrase[language]
                #expect(!text.isEmpty)
                #expect(text.first != " " && text.last != " " && !text.contains("  "), "\(text)")
            }
            #expect(
                phrase.indonesian.last == "." ? phrase.english.last == "." : phrase.english.last != ".", "\(phrase)")
        }
    }

    @Test(arguments: [
        "perlindungan", "Cina", "accomplice", "komplotan", "tersangka", "suspect", "voyage ", "Perlindungan",
    ])
    func `keeps to the word list`(word: String) {
        for phrase in Self.phrases {
            let text = word == "suspect" || word == "accomplice" ? phrase.english : phrase.indonesian
            #expect(!text.contains(word), "\(text)")
        }
    }

    @Test func `picks the language of a browser`() {
        #expect(Language(acceptLanguage: "en-GB,en;q=0.9") == .english)
        #expect(Language(acceptLanguage: "id-ID,id;q=0.9,en;q=0.8") == .indonesian)
        #expect(Language(acceptLanguage: "nl, en;q=0.5") == .english)
        #expect(Language(acceptLanguage: "") == .indonesian)
        #expect(Language(acceptLanguage: String(repeating: ",", count: 100_000)) == .indonesian)
    }
}
