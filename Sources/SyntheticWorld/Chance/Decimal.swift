// SPDX-License-Identifier: Apache-2.0

/// Decimal digits of a number that is not negative, with zeros on the left up to `width`.
func decimal(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}
