// SPDX-License-Identifier: Apache-2.0

/// Invented travel agencies.
enum Agencies {
    static let indonesian: [Agency] = [
        ("JKT", "AB12"), ("JKT", "QX07"), ("SUB", "SB31"), ("BTH", "BT09"), ("MES", "MD44"), ("DPS", "BL18"),
        ("UPG", "UP23"), ("JKT", "PK66"),
    ].enumerated().map { Agency(number: "153000\(10 + $0)", office: $1.1, city: $1.0, country: "ID") }

    static let foreign: [Agency] = [
        ("SIN", "SG"), ("KUL", "MY"), ("CAN", "CN"), ("SYD", "AU"), ("BKK", "TH"), ("DXB", "AE"), ("LON", "GB"),
        ("HKG", "HK"),
    ].enumerated().map { Agency(number: "327100\(20 + $0)", office: "F\(100 + $0)", city: $1.0, country: $1.1) }
}
