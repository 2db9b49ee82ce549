// SPDX-License-Identifier: Apache-2.0

/// Why a value is overwritten before anything is stored.
public enum SensitiveCategory: String, Hashable, Sendable, Codable, CaseIterable {
    /// Meal wishes, which tell of religion or health.
    case meal
    /// Assistance and health.
    case medical
    /// Words of religion or belief in free text.
    case religion
    /// Card numbers.
    case card
}
