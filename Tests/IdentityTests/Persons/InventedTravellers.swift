// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Travel

/// Seeded people of no country's registry who travel for twelve years, and what carriers write down of them: renewed
/// documents, names after marriage, other romanisations, twins, namesakes, slips, a relative's document in the wrong row.
struct InventedTravellers {
    private(set) var appearances: [Appearance] = []
    /// Which person each appearance is of.
    private(set) var truth: [RecordID<Traveller>: Int] = [:]
    private var state: UInt64
    private var people: [Someone] = []

    struct Someone {
        var given: [String]
        var surname: String
        var birth: CivilDate
        var sex: Sex
        var nation: Int
        var number: String
        var expiry: CivilDate
    }

    init(people count: Int, seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        while people.count < count {
            let someone = invent()
            people.append(someone)
            if chance(20) { people.append(relative(of: someone, isTwin: chance(300))) }
            if chance(30) { people.append(namesake(of: someone)) }
        }
        for number in people.indices { travel(number) }
        for place in appearances.indices.reversed() { appearances.swapAt(place, below(place + 1)) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    /// True so many times in a thousand.
    mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

    private mutating func pick(_ list: [String]) -> String {
        // The first names of a list are the most common.
        list[min(below(list.count), below(list.count))]
    }

    private mutating func word(_ nation: Nation, _ list: [String]) -> String {
        if below(100) < nation.common { return pick(list) }
        return (0..<2 + below(2)).map { _ in nation.syllables[below(nation.syllables.count)] }.joined()
    }

    private mutating func invent() -> Someone {
        let place = min(below(Nation.all.count), below(Nation.all.count))
        let nation = Nation.all[place]
        let sex: Sex = chance(500) ? .male : .female
        var given = [word(nation, nation.given)]
        if below(100) < nation.second { given.append(word(nation, nation.given)) }
        let isHeaped = chance(15)
        let year = 1945 + below(65)
        let birth =
            CivilDate(year: year, month: isHeaped ? 1 : 1 + below(12), day: isHeaped ? 1 : 1 + below(28))
            ?? Self.start
        return Someone(
            given: given, surname: word(nation, nation.surnames), birth: birth, sex: sex, nation: place,
            number: number(), expiry: Self.start.adding(days: below(3650)) ?? Self.start)
    }

    private mutating func number() -> String {
        let letters = Array("ABCEGHKLMNPRTXZ")
        let digits = (0..<8).map { _ in String(below(10)) }.joined()
        return (chance(600) ? String(letters[below(letters.count)]) : "") + digits
    }

    private mutating func relative(of someone: Someone, isTwin: Bool) -> Someone {
        var other = invent()
        other.surname = someone.surname
        other.nation = someone.nation
        other.given = someone.given.map { _ in word(Nation.all[someone.nation], Nation.all[someone.nation].given) }
        if other.given == someone.given { other.given = ["OTHER" + someone.given[0]] }
        guard isTwin else { return other }
        other.birth = someone.birth
        // Twins apply for their passports together.
        other.expiry = someone.expiry
        other.number = String(someone.number.dropLast()) + String(below(10))
        if other.number == someone.number { other.number = number() }
        if chance(700) { other.sex = someone.sex }
        return other
    }

    private mutating func namesake(of someone: Someone) -> Someone {
        var other = invent()
        other.given = someone.given
        other.surname = someone.surname
        other.nation = someone.nation
        other.sex = someone.sex
        return other
    }

    /// 1 January 2015.
    static let start = PartialDate(year: 2015, month: 1, day: 1).flatMap(\.date) ?? birthday
    private static let birthday = CivilDate(daysSinceEpoch: 0).unsafelyUnwrapped

    private mutating func travel(_ person: Int) {
        var day = below(1500)
        repeat {
            guard let date = Self.start.adding(days: day) else { return }
            if date > people[person].expiry || chance(25) { renew(person, on: date) }
            appear(person, on: date)
            day += 20 + below(1200)
        } while day < 4380 && !chance(220)
    }

    private mutating func renew(_ person: Int, on date: CivilDate) {
        people[person].number = number()
        people[person].expiry = date.adding(days: 3650 - below(200)) ?? date
        let nation = Nation.all[people[person].nation]
        if people[person].sex == .female, chance(120) { people[person].surname = word(nation, nation.surnames) }
        // Another romanisation in the new document.
        if chance(100) {
            people[person].surname = nation.variants[people[person].surname] ?? people[person].surname
            people[person].given = people[person].given.map { nation.variants[$0] ?? $0 }
        }
    }

    private mutating func appear(_ person: Int, on date: CivilDate) {
        let someone = people[person]
        let nation = Nation.all[someone.nation]
        let id = RecordID<Traveller>(high: next(), low: next())
        var given = someone.given
        var surname = someone.surname
        if given.count > 1, chance(60) { given.removeLast() }
        if given.count > 1, chance(30) { given = [given.joined()] }
        if chance(25) { given[0] = slipped(given[0]) }
        if chance(15) { surname = slipped(surname) }
        if chance(30) { given.append("MR") }
        if chance(30) { (given, surname) = ([surname], given.joined(separator: " ")) }
        var appearance = Appearance(id: id, surname: surname, given: given.joined(separator: " "), travelled: date)
        if !chance(30) { appearance.birth = PartialDate(chance(15) ? slipped(someone.birth) : someone.birth) }
        if !chance(80) { appearance.sex = chance(8) ? (someone.sex == .male ? .female : .male) : someone.sex }
        if !chance(40) { appearance.nationality = nation.code }
        if !chance(50) {
            var owner = someone
            // An agent puts the document of the next row here.
            if chance(3), people.indices.contains(person + 1) { owner = people[person + 1] }
            appearance.documents = [
                Appearance.Document(
                    number: chance(8) ? slipped(owner.number) : owner.number, issuer: chance(60) ? nil : nation.code,
                    kind: "P", expiry: chance(200) ? nil : owner.expiry)
            ]
        }
        appearances.append(appearance)
        truth[id] = person
    }

    private mutating func slipped(_ text: String) -> String {
        var letters = Array(text)
        guard letters.count >= 3 else { return text }
        let place = below(letters.count - 1)
        switch below(3) {
        case 0: letters.swapAt(place, place + 1)
        case 1: letters[place] = letters[place].isNumber ? Character(String(below(10))) : "E"
        default: if letters[place].isLetter { letters.remove(at: place) }
        }
        return String(letters)
    }

    private mutating func slipped(_ date: CivilDate) -> CivilDate {
        let other =
            switch below(4) {
            case 0: CivilDate(year: date.year, month: date.day, day: date.month)
            case 1: CivilDate(year: date.year + 1, month: date.month, day: date.day)
            case 2: CivilDate(year: date.year, month: date.month, day: date.day + 1)
            default: CivilDate(year: date.year, month: 1 + below(12), day: 1 + below(28))
            }
        return other ?? date
    }
}

extension InventedTravellers {
    /// How often two names of a nation are common ones, and of what its other names are made.
    struct Nation {
        let code: String
        let surnames: [String]
        let given: [String]
        let syllables: [String]
        /// Names from the lists, in a hundred.
        let common: Int
        /// People with two given names, in a hundred.
        let second: Int
        let variants: [String: String]

        init(
            _ code: String, _ surnames: String, _ given: String, _ syllables: String, common: Int, second: Int,
            variants: [String: String] = [:]
        ) {
            self.code = code
            self.surnames = surnames.split(separator: " ").map { String($0) }
            self.given = given.split(separator: " ").map { String($0) }
            self.syllables = syllables.split(separator: " ").map { String($0) }
            self.common = common
            self.second = second
            self.variants = variants
        }

        static let all: [Nation] = [
            Nation(
                "CHN", "WANG LI ZHANG LIU CHEN YANG HUANG ZHAO WU ZHOU XU SUN MA ZHU HU GUO HE LIN GAO LUO",
                "WEI JING MIN LEI JUN YAN JIE TAO CHAO HUI XIAOMING YUTING ZIHAN HAORAN MENGYAO JIAYI",
                "XIAO YU ZI HAO MENG JIA WEN QIANG HONG BO RUI SHAN", common: 75, second: 0),
            Nation(
                "MYS", "TAN LIM LEE WONG ABDULLAH ISMAIL RAMASAMY SUBRAMANIAM IBRAHIM RAZAK",
                "MOHD SITI WEI MUHAMMAD NUR AHMAD KUMAR HUI MEI AZMAN ROSLAN", "ZA RI FAH MAN SHA DI NAZ LI NA HAK",
                common: 60, second: 60, variants: ["MOHD": "MUHAMMAD", "WONG": "HUANG"]),
            Nation(
                "AUS", "SMITH JONES WILLIAMS BROWN WILSON TAYLOR NGUYEN MARTIN WHITE ANDERSON",
                "JAMES JOHN MICHAEL DAVID SARAH EMMA JESSICA OLIVER JACK CHARLOTTE",
                "AL BER TON WICK HAM LEY FORD GRA DEN SON",
                common: 45, second: 55),
            Nation(
                "IND", "SINGH KUMAR SHARMA PATEL GUPTA REDDY NAIR DAS KHAN RAO",
                "RAVI ANIL SUNIL PRIYA LAKSHMI RAJESH SANJAY AMIT DEEPA KAVITA",
                "VEN KA TESH RA MA NATH PRA SAD SU RESH GO PAL",
                common: 55, second: 35),
            Nation(
                "KOR", "KIM LEE PARK CHOI JUNG KANG CHO YOON JANG LIM",
                "MINJUN JIHYE SEOYEON HYUNWOO JI MIN SOO YOUNG EUNJI",
                "MIN JI SEO HYUN WOO JUN YEON SU BIN HEE", common: 50, second: 40,
                variants: ["LEE": "YI", "PARK": "PAK"]),
            Nation(
                "RUS", "IVANOV SMIRNOV KUZNETSOV POPOV VASILIEV PETROV SOKOLOV MIKHAILOV NOVIKOV FEDOROV",
                "ALEKSANDR SERGEI DMITRII ANDREI ELENA OLGA NATALIA IRINA ANNA MARIIA",
                "KO VA LEN BOR IS TOV MIR GRA DOV KIN SKII", common: 50, second: 10,
                variants: ["SERGEI": "SERGEY", "DMITRII": "DMITRY", "MARIIA": "MARIA", "ALEKSANDR": "ALEXANDER"]),
            Nation(
                "SAU", "ALGHAMDI ALHARBI ALQAHTANI ALZAHRANI ALSHEHRI ALOTAIBI HASSAN SALEH",
                "MOHAMMED ABDULLAH AHMED FAHAD YOUSEF FATIMAH NORAH SARA KHALID ALI",
                "SHA RI FAD WAL JA BER MU TA RAK ZI",
                common: 65, second: 40, variants: ["MOHAMMED": "MUHAMMAD", "YOUSEF": "YUSUF", "AHMED": "AHMAD"]),
            Nation(
                "DEU", "MUELLER SCHMIDT SCHNEIDER FISCHER WEBER MEYER WAGNER BECKER SCHULZ HOFFMANN",
                "THOMAS MICHAEL ANDREAS STEFAN JULIA ANNA LAURA KATHARINA LUKAS FELIX",
                "KRA MER HART WIG STEIN BACH LAND AU ER HOLZ",
                common: 40, second: 30),
        ]
    }
}
