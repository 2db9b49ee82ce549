// SPDX-License-Identifier: Apache-2.0

extension Words {
    /// A whole number with groups of three: `1.234.567` in Indonesian, `1,234,567` in English.
    public func number(_ value: some BinaryInteger) -> String {
        let digits = Array(String(value.magnitude).utf8)
        var text: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(groupSeparator) }
            text.append(digit)
        }
        return (value < 0 ? "-" : "") + String(decoding: text, as: UTF8.self)
    }

    /// A decimal number rounded half away from zero: `1.234,5` in Indonesian, `1,234.5` in English.
    ///
    /// - Parameter decimals: 0...6 digits after the separator; zeros at the end stay.
    public func number(_ value: Double, decimals: Int) -> String {
        let places = min(6, max(0, decimals))
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        guard value.isFinite, value.magnitude < 1e12 else { return value.description }
        let scaled = Int(value.magnitude * Double(scale) + 0.5)
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + number(scaled) }
        let fraction = String(scaled % scale)
        let zeros = String(repeating: "0", count: places - fraction.utf8.count)
        return sign + number(scaled / scale) + pick(",", ".") + zeros + fraction
    }

    /// A quantity with as many decimals as it needs, at most three: `1,25`, `3`.
    public func quantity(_ value: Double) -> String {
        for decimals in 0..<3 {
            let rounded = number(value, decimals: decimals)
            if rounded + (decimals == 0 ? pick(",", ".") : "") + String(repeating: "0", count: 3 - decimals)
                == number(value, decimals: 3)
            {
                return rounded
            }
        }
        return number(value, decimals: 3)
    }

    /// A fraction 0...1 as a percentage: `95,3%` in Indonesian, `95.3%` in English.
    public func percent(_ fraction: Double, decimals: Int = 0) -> String {
        number(fraction * 100, decimals: decimals) + "%"
    }

    /// A size in the largest unit that leaves a number below 1,000: `512 B`, `12,3 kB`, `4,0 MB`.
    public func size(bytes: Int) -> String {
        var value = Double(bytes)
        for unit in ["B", "kB", "MB", "GB"] {
            if value < 999.5 || unit == "GB" { return number(value, decimals: unit == "B" ? 0 : 1) + " " + unit }
            value /= 1000
        }
        return ""
    }

    private var groupSeparator: UInt8 { language == .indonesian ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}
