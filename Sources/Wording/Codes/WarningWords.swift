// SPDX-License-Identifier: Apache-2.0

/// What a warning means for the reading, and what the sender is to do about it, by its stable code.
enum WarningWords {
    static let meaning: [String: Phrase] = [
        "segment-count": Phrase(
            "Bagian pesan mungkin hilang di jalan, atau pengirim salah menghitung. Semua yang ada dibaca.",
            "Part of the message may have been lost on the way, or the sender counts wrongly. All that is there was read."
        ),
        "reference-mismatch": Phrase(
            "Awal dan akhir mungkin berasal dari dua pesan yang tersambung. Isinya dibaca sebagai satu pesan.",
            "Beginning and end may come from two messages run together. The content was read as one message."),
        "message-end-missing": Phrase(
            "Pesan terpotong; penumpang sesudah potongan tidak diketahui.",
            "The message was cut off; travellers behind the cut are not known."),
        "part-missing": Phrase(
            "Penumpang pada bagian yang belum datang tidak diketahui.",
            "The travellers in the missing part are not known."),
        "total-mismatch": Phrase(
            "Ada orang yang dinyatakan tetapi tidak disebut, atau sebaliknya.",
            "Somebody is declared and not listed, or the other way round."),
        "unknown-segment": Phrase(
            "Isi segmen itu tidak dipakai; penumpangnya tetap dibaca.",
            "The segment's content is not used; its traveller was read all the same."),
        "unknown-qualifier": Phrase(
            "Nilai di belakang penanda itu tidak dipakai; penumpangnya tetap dibaca.",
            "The value behind the qualifier is not used; its traveller was read all the same."),
        "unknown-message-type": Phrase(
            "Tidak ada yang dibaca dari pesan ini.", "Nothing was read from this message."),
        "unknown-function": Phrase(
            "Perubahan atau pembatalan dapat salah dibaca sebagai laporan baru.",
            "A change or a cancellation may be mistaken for a new report."),
        "unreadable-date": Phrase(
            "Tanggal itu dikosongkan; pencocokan menjadi lemah.", "The date was left empty; matching becomes weaker."),
        "unreadable-value": Phrase("Nilai itu dikosongkan.", "The value was left empty."),
        "unreadable-segment": Phrase(
            "Isi segmen itu hilang; biasanya ada baris asing atau pemisah yang salah.",
            "The segment's content is lost; usually a foreign line or a wrong separator."),
        "dangling-release": Phrase(
            "Huruf terakhir segmen mungkin hilang.", "The last character of the segment may be missing."),
        "segment-too-long": Phrase(
            "Yang melampaui batas tidak dibaca; biasanya sebuah penutup segmen hilang.",
            "What goes beyond the limit was not read; usually a terminator is missing."),
        "voyage-missing": Phrase(
            "Penumpangnya tidak dapat ditempatkan pada perjalanan mana pun.",
            "Its travellers cannot be placed on any voyage."),
        "name-missing": Phrase(
            "Orang ini tidak dapat dicocokkan dengan siapa pun.", "This person cannot be matched with anybody."),
        "identity-conflict": Phrase(
            "Kedua nilai disimpan; petugas melihat keduanya.", "Both values are kept; officers see both."),
        "interchange-header-missing": Phrase(
            "Pengirim dan waktu kirim tidak diketahui.", "Sender and time of sending are not known."),
        "bad-row": Phrase(
            "Orang pada baris itu tidak terbaca, sebagian atau seluruhnya.",
            "The person of that row was not read, in part or at all."),
        "unknown-column": Phrase("Isi kolom itu tidak dipakai.", "The column's content is not used."),
        "missing-column": Phrase("Nilai kolom itu kosong untuk semua orang.", "Its value is empty for everybody."),
        "bad-encoding": Phrase(
            "Huruf yang rusak dapat mengubah nama.", "Damaged characters may change a name."),
        "check-digit": Phrase(
            "Sedikitnya satu huruf atau angka salah baca, atau dokumennya tidak asli; nilai dipakai seperti terbaca.",
            "At least one character was misread, or the document is not genuine; values are used as read."),
        "name-cut": Phrase(
            "Nama lengkap mungkin lebih panjang daripada yang tercetak di zona itu.",
            "The full name may be longer than the zone prints."),
        "zone-repaired": Phrase(
            "Huruf kecil, spasi atau pengisi dibetulkan; bandingkan dengan dokumennya.",
            "Lower case, blanks or fillers were put right; compare with the document."),
        "no-message": Phrase(
            "Tidak ada penumpang yang terbaca; kiriman ini masuk karantina.",
            "No traveller was read; this input goes into quarantine."),
        "too-many-warnings": Phrase(
            "Masih ada penyimpangan lain di pesan ini.", "There are further oddities in this message."),
    ]

    static let remedy: [String: Phrase] = [
        "segment-count": Phrase(
            "Hitung segmen dari UNH sampai UNT, keduanya ikut, dan tulis jumlahnya di UNT.",
            "Count the segments from UNH to UNT, both included, and give the number in UNT."),
        "reference-mismatch": Phrase(
            "Ulangi di UNT nomor acuan yang sama dengan UNH.", "Repeat in UNT the reference that UNH gives."),
        "message-end-missing": Phrase(
            "Kirim ulang pesan lengkap sampai UNT dan UNZ.", "Send the whole message again, down to UNT and UNZ."),
        "part-missing": Phrase(
            "Kirim ulang bagian yang hilang dengan acuan UNH 3 yang sama.",
            "Send the missing part again under the same common reference (UNH 3)."),
        "total-mismatch": Phrase(
            "Nyatakan jumlah yang sebenarnya disebut; pada pesan bersambung jumlah seluruh bagian.",
            "Declare the number that is listed; in a divided message the total over all parts."),
        "unknown-segment": Phrase(
            "Pakai hanya segmen dari panduan, dengan pemisah yang benar di antaranya.",
            "Use only segments of the guide, with correct separators between them."),
        "unknown-qualifier": Phrase(
            "Pakai penanda dari daftar kode panduan.", "Use a qualifier of the guide's code list."),
        "unknown-message-type": Phrase(
            "Kirim PAXLST, PNRGOV atau CUSRES, dan tulis jenisnya di UNH 2.",
            "Send PAXLST, PNRGOV or CUSRES, and name the type in UNH 2."),
        "unknown-function": Phrase(
            "Pakai fungsi dari panduan, misalnya 745 untuk daftar penumpang, 250 untuk awak.",
            "Use a function of the guide, such as 745 for a passenger list, 250 for crew."),
        "unreadable-date": Phrase(
            "Tulis tanggal dalam bentuk yang dinyatakan penandanya, tanggal yang ada di kalender.",
            "Write dates in the form that the qualifier states, and dates that the calendar has."),
        "unreadable-value": Phrase(
            "Tulis nilai dalam bentuk menurut panduan.", "Write the value in the form of the guide."),
        "unreadable-segment": Phrase(
            "Hapus baris yang bukan segmen; akhiri setiap segmen dengan penutup yang dinyatakan UNA.",
            "Remove lines that are no segments; end each segment with the terminator that UNA names."),
        "dangling-release": Phrase(
            "Tulis tanda lepas sebagai ?? bila dimaksud sebagai huruf.",
            "Write the release character as ?? where it is meant as text."),
        "segment-too-long": Phrase(
            "Akhiri setiap segmen dengan penutupnya dan patuhi panjang menurut panduan.",
            "End each segment with its terminator and keep to the lengths of the guide."),
        "voyage-missing": Phrase(
            "Sebut pengangkut, nomor, pelabuhan dan waktu berangkat serta tiba.",
            "Name carrier, number, ports, and times of departure and arrival."),
        "name-missing": Phrase(
            "Beri nama keluarga, dan nama depan bila ada, seperti pada dokumen perjalanan.",
            "Give the surname, and the given name where there is one, as in the travel document."),
        "identity-conflict": Phrase(
            "Beri satu nilai untuk setiap orang, seperti pada dokumen perjalanan.",
            "Give one value for each person, as in the travel document."),
        "interchange-header-missing": Phrase(
            "Awali setiap kiriman dengan UNB.", "Begin each interchange with UNB."),
        "bad-row": Phrase(
            "Perbaiki baris itu menurut baris kepala dan kirim ulang berkasnya.",
            "Correct the row to fit the header line and send the file again."),
        "unknown-column": Phrase("Pakai nama kolom dari pola.", "Use the column names of the template."),
        "missing-column": Phrase("Tambahkan kolom itu di baris kepala.", "Add the column to the header line."),
        "bad-encoding": Phrase("Simpan berkas sebagai UTF-8.", "Save the file as UTF-8."),
        "check-digit": Phrase(
            "Pindai ulang dokumennya, atau periksa huruf demi huruf.",
            "Scan the document again, or check it character by character."),
        "name-cut": Phrase(
            "Ambil nama lengkap dari halaman data dokumen.", "Take the full name from the document's data page."),
        "zone-repaired": Phrase(
            "Kirim baris zona seperti tercetak, tanpa spasi, huruf besar semua.",
            "Send the zone's lines as printed, without blanks, in capitals."),
        "no-message": Phrase(
            "Kirim kiriman EDIFACT utuh dari UNB sampai UNZ, atau manifes dengan baris kepala.",
            "Send a whole EDIFACT interchange from UNB to UNZ, or a manifest with a header line."),
        "too-many-warnings": Phrase(
            "Perbaiki dulu penyimpangan yang disebut, lalu coba lagi.",
            "Mend the oddities that are named first, then try again."),
    ]
}
