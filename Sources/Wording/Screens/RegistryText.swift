// SPDX-License-Identifier: Apache-2.0

/// What the civil registry says of a traveller.
public enum RegistryText: String, ScreenText {
    case title, field, message, answer, weight, prior, priorDetail, total, agrees, differs, agreementOver, foreign
    case noNumber, notVerified, waiting, quota, failing, off, verified, likely, doubtful, otherOwner, unknownNumber
    case unusable, unreadable, note, byVerification, byExtract, unregistered, noCandidate
    case explain, version, identified, notRegistered, unclear, family, familyNote, familyNone, ownRelation
    case notAboard, bookedApart, threshold, waterfall, askedToday, waitingCount, answered, working
    case originQuoted, originConfirmed, originDocument, originPerson, originIssued
    case formerHousehold, until, otherCards, through, familyBookings, familyElsewhere, familyOtherPosts
    case regionIssued, regionUnknown, familyFormerly

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Catatan sipil", "Civil registry")
        case .field: Phrase("Unsur", "Element")
        case .message: Phrase("Menurut pesan", "In the messages")
        case .answer: Phrase("Catatan sipil", "Registry")
        case .weight: Phrase("Bobot (bit)", "Weight (bits)")
        case .prior: Phrase("Awal", "Prior")
        case .priorDetail:
            Phrase("sebelum ada yang dibandingkan", "before anything was compared")
        case .total: Phrase("Jumlah", "Total")
        case .agrees: Phrase("sesuai", "agrees")
        case .differs: Phrase("tidak sesuai", "differs")
        case .agreementOver:
            Phrase(
                "Perjanjian dengan catatan sipil tidak berlaku pada hari ini; tidak ada yang ditanyakan atau ditampilkan.",
                "The agreement with the civil registry does not hold today; nothing is asked and nothing is shown.")
        case .foreign:
            Phrase(
                "Bukan warga negara Indonesia menurut pesan; catatan sipil tidak ditanyai.",
                "Not an Indonesian citizen by the messages; the registry is not asked.")
        case .regionIssued: Phrase("NIK terbit di", "NIK issued in")
        case .regionUnknown:
            Phrase(
                "wilayah tidak ada di tabel; itu sendiri bukan tanda kesalahan",
                "region not in the table; by itself no sign of anything wrong")
        case .noNumber:
            Phrase(
                "Pesan tidak memuat NIK, jadi tidak ada yang dapat diverifikasi.",
                "The messages give no identity number, so there is nothing to verify.")
        case .notVerified: Phrase("Belum diverifikasi", "Not verified")
        case .waiting:
            Phrase(
                "Menunggu giliran; perjalanan yang lebih mendesak didahulukan.",
                "Waits its turn; more urgent voyages come first.")
        case .quota:
            Phrase(
                "Kuota hari ini habis; besok dilanjutkan.", "Today's quota is used up; it goes on tomorrow.")
        case .failing: Phrase("Catatan sipil tidak dapat ditanyai", "The registry cannot be asked")
        case .off: Phrase("Layanan catatan sipil tidak dipakai.", "The registry's service is not in use.")
        case .verified: Phrase("NIK miliknya", "Own number")
        case .likely: Phrase("NIK kemungkinan miliknya", "Probably the own number")
        case .doubtful: Phrase("NIK meragukan", "Doubtful number")
        case .otherOwner: Phrase("NIK tampaknya milik orang lain", "Seems to be somebody else's number")
        case .unknownNumber: Phrase("NIK tidak ada di catatan sipil", "The registry has no such number")
        case .unusable: Phrase("NIK tidak dapat dipakai", "The number cannot be used")
        case .unreadable: Phrase("Jawaban tidak terbaca", "The answer could not be read")
        case .note:
            Phrase(
                "Data yang keliru atau tidak terdaftar bukan alasan untuk memeriksa seseorang.",
                "Wrong data, or not being registered, is no reason to examine anybody.")
        case .originQuoted: Phrase("NIK dari pesan pengangkut.", "The number is from the carrier's messages.")
        case .originConfirmed:
            Phrase(
                "NIK dipastikan petugas untuk dokumen ini.", "An officer confirmed the number for this document.")
        case .originDocument:
            Phrase(
                "NIK dari perjalanan sebelumnya dengan dokumen yang sama; catatan sipil waktu itu memastikannya.",
                "The number is from an earlier journey with the same document; the registry confirmed it then.")
        case .originPerson:
            Phrase(
                "NIK dari perjalanan sebelumnya orang yang sama; catatan sipil waktu itu memastikannya.",
                "The number is from an earlier journey of the same person; the registry confirmed it then.")
        case .originIssued: Phrase("pemegang dokumen ini", "this document's holder")
        case .byVerification: Phrase("lewat layanan verifikasi", "by the verification service")
        case .byExtract: Phrase("dari salinan data setempat", "from the local extract")
        case .unregistered: Phrase("tidak terdaftar", "not registered")
        case .noCandidate:
            Phrase("Tidak ada penduduk yang mirip.", "No resident is alike.")
        case .explain: Phrase("Mengapa", "Why")
        case .version: Phrase("indeks", "index")
        case .identified: Phrase("Dikenali", "Identified")
        case .notRegistered: Phrase("Kemungkinan besar tidak terdaftar", "Most likely not registered")
        case .unclear: Phrase("Belum jelas siapa", "Unclear who")
        case .family: Phrase("Keluarga dalam perjalanan", "Family on the voyage")
        case .familyNote:
            Phrase(
                "Hubungan keluarga hanyalah keterangan; ia tidak pernah menjadi alasan pemeriksaan.",
                "Family ties are information only; they are never a reason to examine anybody.")
        case .familyNone:
            Phrase(
                "Tidak ada anggota KK lain dalam perjalanan ini.", "Nobody else of the family card is on this voyage.")
        case .ownRelation: Phrase("Penumpang ini", "This traveller")
        case .notAboard: Phrase("tidak ikut", "not on board")
        case .bookedApart: Phrase("pemesanan terpisah", "booked apart")
        case .formerHousehold: Phrase("pernah satu KK", "former household")
        case .otherCards: Phrase("Di KK lain", "On other family cards")
        case .through: Phrase("lewat", "through")
        case .familyBookings: Phrase("Pemesanan terpisah dalam keluarga ini", "Separate bookings of this family")
        case .familyElsewhere: Phrase("Keluarga di perjalanan lain", "Family on other voyages")
        case .familyFormerly: Phrase("Perjalanan lampau keluarga", "Former journeys of the family")
        case .familyOtherPosts: Phrase("Di pos lain", "At other posts")
        case .until: Phrase("hingga", "until")
        case .waterfall:
            Phrase(
                "Setiap batang mulai dari ujung batang sebelumnya; ke kanan berarti mendukung.",
                "Each bar begins where the one before ended; to the right speaks for.")
        case .threshold: Phrase("seimbang", "even")
        case .askedToday: Phrase("Ditanyakan hari ini", "Asked today")
        case .waitingCount: Phrase("Menunggu ditanyakan", "Waiting to be asked")
        case .answered: Phrase("Jawaban tersimpan", "Answers kept")
        case .working: Phrase("menjawab", "answers")
        }
    }
}
