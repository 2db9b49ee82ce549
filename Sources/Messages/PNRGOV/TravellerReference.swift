// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// How messages refer to a traveller: `1`, `01`, `1.1`; compared as numbers.
struct TravellerReference: Equatable {
    let major: Int
    let minor: Int

    static let none = TravellerReference(major: -1, minor: 0)

    private init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    @inline(__always)
    init(_ view: EdifactBytes) {
        guard view.count > 0 else {
            self = .none
            return
        }
        if view.count == 1, view.base[0] &- 48 <= 9 {
            self.init(major: Int(view.base[0] &- 48), minor: 0)
            return
        }
        self.init(long: view.trimmed)
    }

    private init(long view: EdifactBytes) {
        let dot = view.firstIndex(of: UInt8(ascii: ".")) ?? view.count
        guard let major = view.slice(0, dot).number else {
            self = .none
            return
        }
        self.init(major: major, minor: view.dropping(dot + 1).number ?? 0)
    }

    /// Whether both may mean the same person: `1` is `1.1` where nothing else tells.
    func mayBe(_ other: TravellerReference) -> Bool {
        major >= 0 && major == other.major && (minor == other.minor || minor <= 1 && other.minor <= 1)
    }
}
