// SPDX-License-Identifier: Apache-2.0

/// The mark that every picture bears: a strip with words along the lower edge, and the same words in the file.
public enum InventedMark {
    /// What pictures say of themselves.
    public static let words = "ORANG REKAAN / INVENTED PERSON"

    /// Draws the strip: black letters on white, as large as the width allows.
    static func stamp(_ rgb: inout [UInt8], width: Int, height: Int) {
        let letters = Array(words.utf8)
        let scale = max(min(width / (letters.count * 6 + 4), 3), 1)
        let stripHeight = 9 * scale + 2
        guard height > stripHeight * 3 else { return }
        let top = height - stripHeight
        for place in top * width * 3..<height * width * 3 { rgb[place] = 240 }
        var left = max((width - letters.count * 6 * scale) / 2, 0)
        for letter in letters {
            for (row, bits) in (glyphs[letter] ?? []).enumerated() {
                for column in 0..<5 where bits >> (4 - column) & 1 == 1 {
                    for dy in 0..<scale {
                        for dx in 0..<scale {
                            let x = left + column * scale + dx
                            let y = top + (row + 1) * scale + 1 + dy
                            guard x < width, y < height else { continue }
                            for channel in 0..<3 { rgb[(y * width + x) * 3 + channel] = 20 }
                        }
                    }
                }
            }
            left += 6 * scale
        }
    }

    /// Five by seven dots a letter, a row a number.
    private static let glyphs: [UInt8: [UInt8]] = [
        UInt8(ascii: "A"): [14, 17, 17, 31, 17, 17, 17], UInt8(ascii: "D"): [30, 17, 17, 17, 17, 17, 30],
        UInt8(ascii: "E"): [31, 16, 16, 30, 16, 16, 31], UInt8(ascii: "G"): [14, 17, 16, 23, 17, 17, 14],
        UInt8(ascii: "I"): [14, 4, 4, 4, 4, 4, 14], UInt8(ascii: "K"): [17, 18, 20, 24, 20, 18, 17],
        UInt8(ascii: "N"): [17, 25, 21, 19, 17, 17, 17], UInt8(ascii: "O"): [14, 17, 17, 17, 17, 17, 14],
        UInt8(ascii: "P"): [30, 17, 17, 30, 16, 16, 16], UInt8(ascii: "R"): [30, 17, 17, 30, 20, 18, 17],
        UInt8(ascii: "S"): [15, 16, 16, 14, 1, 1, 30], UInt8(ascii: "T"): [31, 4, 4, 4, 4, 4, 4],
        UInt8(ascii: "V"): [17, 17, 17, 17, 17, 10, 4], UInt8(ascii: "/"): [1, 2, 2, 4, 8, 8, 16],
    ]
}
