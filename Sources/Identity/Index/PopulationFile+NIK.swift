// SPDX-License-Identifier: Apache-2.0

internal import Civil

extension PopulationFile {
    /// The row of a number, or nil where the index does not hold it.
    func row(nik: UInt64) -> Int? {
        let code = Int(nik / 10_000_000_000)
        let number = Int(nik / 10_000 % 1_000_000)
        let isFemale = number / 10_000 > 40
        let serial = Int(nik % 10_000)
        if let region = regionIndex(code) {
            let value = PackedNIK.pack(region: region, serial: serial, isFemale: isFemale)
            for century in [1900, 2000, 1800] {
                guard
                    let date = CivilDate(
                        year: century + number % 100, month: number / 100 % 100,
                        day: number / 10_000 - (isFemale ? 40 : 0)),
                    let found = search(value, in: rows(day: date.daysSinceEpoch - IndexLayout.firstDay))
                else { continue }
                return found
            }
        }
        return oddRow(nik)
    }

    /// All rows of a number: an extract may have it under two birth dates.
    func rows(nik: UInt64) -> [Int] {
        guard let first = row(nik: nik) else { return [] }
        guard let odd = oddRow(nik), odd != first else { return [first] }
        return [first, odd]
    }

    private func search(_ value: UInt32, in rows: Range<Int>) -> Int? {
        let niks = numbers(.niks)
        var low = rows.lowerBound
        var high = rows.upperBound
        while low < high {
            let middle = (low + high) / 2
            if niks[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < rows.upperBound && niks[low] == value ? low : nil
    }

    private func oddRow(_ nik: UInt64) -> Int? {
        let order = values(.oddOrder, UInt64.self)
        var low = 0
        var high = order.count / 2
        while low < high {
            let middle = (low + high) / 2
            if order[middle * 2] < nik { low = middle + 1 } else { high = middle }
        }
        guard low < order.count / 2, order[low * 2] == nik, order[low * 2 + 1] < UInt64(count) else { return nil }
        return Int(order[low * 2 + 1])
    }

    func regionIndex(_ code: Int) -> Int? {
        let regions = numbers(.regions)
        var low = 0
        var high = regions.count
        while low < high {
            let middle = (low + high) / 2
            if Int(regions[middle]) < code { low = middle + 1 } else { high = middle }
        }
        return low < regions.count && Int(regions[low]) == code ? low : nil
    }

    /// The sex of a row: that of its number, but of an odd one as the extract says.
    func isFemale(row: Int) -> Bool {
        let packed = packedNIK(row: row)
        if packed & PackedNIK.oddFlag == 0 { return packed & PackedNIK.femaleFlag != 0 }
        return oddNIK(packed) >> 63 != 0
    }
}
