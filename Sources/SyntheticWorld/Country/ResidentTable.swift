// SPDX-License-Identifier: Apache-2.0

import Civil
import Population

/// Writes residents.csv in the columns of `cermat registry build`.
enum ResidentTable {
    static let header =
        "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,"
        + "KODE_WILAYAH\n"

    /// Appends one line.
    static func append(_ resident: Resident, to bytes: inout [UInt8]) {
        append(resident.nik.description, to: &bytes)
        append(resident.familyCard.description, to: &bytes)
        append(resident.name, to: &bytes)
        append(resident.birthPlace, to: &bytes)
        append(resident.birthDate.description, to: &bytes)
        append(resident.sex == .female ? "PEREMPUAN" : "LAKI-LAKI", to: &bytes)
        append(resident.relation.label, to: &bytes)
        append(resident.motherName, to: &bytes)
        append(resident.fatherName, to: &bytes)
        append(resident.address, to: &bytes)
        append(decimal(resident.neighbourhood, 3), to: &bytes)
        append(decimal(resident.community, 3), to: &bytes)
        bytes.append(contentsOf: resident.region.description.utf8)
        bytes.append(10)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: ","))
    }
}
