// SPDX-License-Identifier: Apache-2.0

/// A province, a regency or city, or a district, by the Ministry of Home Affairs' code.
public struct GazetteerRegion: Hashable, Sendable {
    /// Two digits of a province, four of a regency or city, six of a district.
    public let code: String
    public let name: String

    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

extension GazetteerIndex {
    /// The regions that a NIK's first six digits name, the smallest first: district, regency or city, province.
    ///
    /// They say where the person was first registered (PP 37/2007, art. 37), not where anybody lives. A level that the
    /// table lacks is left out; of a province that it lacks nothing is said, since its parts mean little alone.
    /// - Parameter region: the six digits as a number, as `NIK.region` gives them.
    public func regions(ofNIK region: Int) -> [GazetteerRegion] {
        guard (0...999_999).contains(region) else { return [] }
        let digits = "\(1_000_000 + region)".dropFirst()
        let found = [6, 4, 2].compactMap { self.region(String(digits.prefix($0))) }
        return found.last?.code.count == 2 ? found : []
    }
}
