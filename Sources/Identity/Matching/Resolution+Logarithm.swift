// SPDX-License-Identifier: Apache-2.0

internal import Glibc

extension Resolution {
    static func power(_ exponent: Double) -> Double { exp2(exponent) }
    static func log(_ value: Double) -> Double { log2(max(value, 1e-300)) }
}
