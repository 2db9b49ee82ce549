// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing
import Wording

/// Numbers, dates and sentences in both languages.
@Suite struct SentenceTests {
    let id = Words(.indonesian)
    let en = Words(.english)

    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-45_000, "-45.000"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ]) func `groups whole numbers by three`(value: Int, text: String) {
        #expect(id.number(value) == text)
        #expect(en.number(value) == text.split(separator: ".").joined(separator: ","))
    }

    @Test(arguments: [
        (1234.5, 1, "1.234,5"), (0.05, 1, "0,1"), (0.0499, 1, "0,0"), (2, 2, "2,00"), (-1.25, 1, "-1,3"),
        (-0.01, 1, "0,0"),
        (999.999, 2, "1.000,00"), (1e20, 1, "1e+20"), (3.5, 0, "4"),
    ]) func `writes decimals with a comma`(value: Double, decimals: Int, text: String) {
        #expect(id.number(value, decimals: decimals) == text)
    }

    @Test func `writes quantities, shares and sizes`() {
        #expect(id.quantity(1.25) == "1,25")
        #expect(id.quantity(3) == "3")
        #expect(en.quantity(0.5) == "0.5")
        #expect(en.quantity(1200) == "1,200")
        #expect(id.percent(0.953, decimals: 1) == "95,3%")
        #expect(id.size(bytes: 512) == "512 B")
        #expect(id.size(bytes: 12_300) == "12,3 kB")
        #expect(en.size(bytes: 999_950) == "1.0 MB")
        #expect(en.number(Double.nan, decimals: 2) == "nan")
    }

    @Test func `writes dates as officers do`() throws {
        let day = try #require(CivilDate(year: 2026, month: 11, day: 23))
        #expect(id.longDate(day) == "Senin, 23 November 2026")
        #expect(en.longDate(day) == "Monday, 23 November 2026")
        #expect(id.shortDate(day) == "23 Nov")
        let time = try #require(CivilDateTime(date: day, hour: 14, minute: 3))
        #expect(id.time(time, zone: "WIB") == "14.03 WIB")
        #expect(en.longDateTime(time, zone: "WIT") == "Monday, 23 November 2026 at 14:03 WIT")
        #expect(id.longDateTime(time) == "Senin, 23 November 2026 pukul 14.03")
        #expect(id.date(try #require(PartialDate(iso: "1985"))) == "1985")
        #expect(id.date(try #require(PartialDate(iso: "1985-08"))) == "Agustus 1985")
        #expect(id.date(try #require(PartialDate(iso: "1985-08-04"))) == "4 Agustus 1985")
    }

    @Test(arguments: [
        ("1970-01-01", "Kamis"), ("1969-12-31", "Rabu"), ("2024-02-29", "Kamis"), ("0001-01-01", "Senin"),
    ])
    func `names the day of the week`(text: String, name: String) throws {
        #expect(id.weekday(try #require(CivilDate(iso: text))) == name)
    }

    @Test func `writes moments in the post's zone`() {
        // 2026-01-15T07:03:22Z
        let moment: Int64 = 1_768_460_602_000
        #expect(id.dataAsOf(milliseconds: moment, utcOffsetMinutes: 420, zone: "WIB") == "Data per 14.03.22 WIB")
        #expect(en.dataAsOf(milliseconds: moment, utcOffsetMinutes: 540, zone: "WIT") == "Data as of 16:03:22 WIT")
        #expect(id.moment(milliseconds: moment, utcOffsetMinutes: 420, zone: "WIB") == "15 Jan 14.03 WIB")
        #expect(id.moment(milliseconds: .max, utcOffsetMinutes: 420, zone: nil).isEmpty == false)
        #expect(id.moment(milliseconds: .min, utcOffsetMinutes: -720, zone: nil) == "–")
        #expect(
            id.feedStopped(sinceMilliseconds: moment, utcOffsetMinutes: 420, zone: "WIB")
                == "Aliran data terputus sejak 14.03 WIB: yang tampil mungkin sudah lama.")
    }

    @Test(arguments: [
        (80, "tiba dalam 1 jam 20 menit", "arrives in 1 h 20 min"), (60, "tiba dalam 1 jam", "arrives in 1 h"),
        (5, "tiba dalam 5 menit", "arrives in 5 min"), (0, "tiba sekarang", "arriving now"),
        (-12, "mendarat 12 menit lalu", "landed 12 min ago"),
        (-1500, "mendarat 1 hari 1 jam lalu", "landed 1 day 1 h ago"),
    ]) func `counts down to an arrival`(minutes: Int, indonesian: String, english: String) {
        #expect(id.arrival(inMinutes: minutes) == indonesian)
        #expect(en.arrival(inMinutes: minutes) == english)
    }

    @Test func `counts things`() {
        #expect(en.hits(1) == "1 hit")
        #expect(en.hits(2) == "2 hits")
        #expect(id.updates(3) == "3 pembaruan")
        #expect(id.travellers(1187) == "1.187 penumpang")
        #expect(id.segments(first: 12, last: 18) == "segmen 12–18")
        #expect(en.segments(first: 4, last: 4, isManifest: true) == "line 4")
        #expect(en.filtered(1, category: "meal") == "1 value overwritten before storing (meal wishes)")
        #expect(
            id.parts(held: [1, 3], missing: [2], isEndKnown: true)
                == "bagian 1 dan 3 dari 3 sudah diterima, bagian 2 belum")
        #expect(
            en.parts(held: [3], missing: [1, 2], isEndKnown: true) == "part 3 of 3 received, parts 1 and 2 missing")
        #expect(
            en.parts(held: [1, 2, 3, 4, 6], missing: [5], isEndKnown: false)
                == "parts 1–4 and 6 received, part 5 missing, the final part missing")
        #expect(id.countdown(minutes: -72) == "-1.12")
        #expect(en.countdown(minutes: 5) == "+0:05")
        #expect(id.countdown(minutes: .min).isEmpty == false)
    }

    @Test func `explains reasons in plain words`() {
        #expect(
            id.reasonSentence(kind: "birth-date-differs", observed: "1985-04-12", expected: "1985", source: "pnr")
                == "Tanggal lahir berbeda: 12 April 1985 menurut PNR, 1985 pada entri.")
        #expect(
            en.reasonSentence(kind: "document-equal", observed: "C1234567 IDN", expected: "C1234567", source: "api")
                == "Document number C1234567 IDN in the API is exactly that of the entry.")
        #expect(
            id.reasonSentence(kind: "nationality-equal", observed: "CHN", expected: "CHN", source: nil)
                == "Kewarganegaraan sama: Tiongkok.")
        #expect(id.reasonSentence(kind: "new-kind", observed: "a", expected: "b", source: nil) == "new-kind: a / b")
        #expect(
            id.reasonSentence(kind: "birth-date-equal", observed: "••••", expected: "••••", source: nil)
                == "Tanggal lahir sama: ••••.")
    }

    @Test func `tells age and rank`() throws {
        let day = try #require(CivilDate(iso: "2026-04-11"))
        #expect(id.age(born: try #require(PartialDate(iso: "1985-04-12")), on: day) == "40 tahun")
        #expect(id.age(born: try #require(PartialDate(iso: "1985-04-11")), on: day) == "41 tahun")
        #expect(id.age(born: try #require(PartialDate(iso: "1985")), on: day) == "sekitar 41 tahun")
        #expect(id.rank(72) == "tinggi (72)")
        #expect(en.rank(0) == "no hit")
        #expect(id.country("CHN") == "Tiongkok")
        #expect(id.countryWithCode("NLD") == "Belanda (NLD)")
        #expect(id.country("QQQ") == "QQQ")
    }
}
