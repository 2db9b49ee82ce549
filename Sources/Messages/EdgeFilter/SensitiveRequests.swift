// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// The special service request codes (IATA AIRIMP) that tell of health or belief.
enum SensitiveRequests {
    /// The category of a four-letter code packed big-endian. Every code that ends in `ML` is a meal.
    @inline(__always)
    static func category(of key: UInt32) -> SensitiveCategory? {
        if key > 0xFF_FFFF, key & 0xFFFF == 0x4D4C { return .meal }
        return medicalCodes.contains(key) ? .medical : nil
    }

    /// Codes that tell of assistance or health.
    static let medicalCodes: [UInt32] = [
        "WCHR", "WCHS", "WCHC", "WCHP", "WCMP", "WCBD", "WCBW", "WCLB", "WCOB", "MEDA", "BLND", "DEAF", "DPNA", "MAAS",
        "OXYG", "STCR", "LEGB", "LEGL", "LEGR", "ESAN", "SVAN", "PPOC", "MEQT", "DIAB", "PREG",
    ].map(edifactKey)
}
