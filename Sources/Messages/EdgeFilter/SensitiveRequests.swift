// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// The special service request codes (IATA AIRIMP) that tell of health or belief.
enum SensitiveRequests {
    /// The category of a four-letter code packed big-endian. Every code that ends in `ML` is a meal.
    @inline(__always)
    static func category(of key: UInt32) -> SensitiveCategory? {
        if key > 0xFF_FFFF, key & 0xFFFF == 0x4D4C { return .meal }
        return medical(key) ? .medical : nil
    }

    private static func medical(_ key: UInt32) -> Bool {
        switch key {
        case edifactKey("WCHR"), edifactKey("WCHS"), edifactKey("WCHC"), edifactKey("WCHP"), edifactKey("WCMP"),
            edifactKey("WCBD"), edifactKey("WCBW"), edifactKey("WCLB"), edifactKey("WCOB"), edifactKey("MEDA"),
            edifactKey("BLND"), edifactKey("DEAF"), edifactKey("DPNA"), edifactKey("MAAS"), edifactKey("OXYG"),
            edifactKey("STCR"), edifactKey("LEGB"), edifactKey("LEGL"), edifactKey("LEGR"), edifactKey("ESAN"),
            edifactKey("SVAN"), edifactKey("PPOC"), edifactKey("MEQT"), edifactKey("DIAB"), edifactKey("PREG"):
            true
        default: false
        }
    }
}
