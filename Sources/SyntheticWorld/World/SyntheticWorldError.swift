// SPDX-License-Identifier: Apache-2.0

/// The reason why a synthetic country cannot be made.
public enum SyntheticWorldError: Error, Equatable, Sendable {
    case badConfiguration([Problem])
    /// The gazetteer lacks a port that the timetable uses.
    case unknownPort(String)

    /// A setting outside its range.
    public enum Problem: String, Hashable, Sendable, CaseIterable {
        case residents, days, voyagesPerDay, travellersPerFlight, anchor

        /// The range that is accepted.
        public var expected: String {
            switch self {
            case .residents: "1 to 2,000,000,000 residents"
            case .days: "1 to 3650 days"
            case .voyagesPerDay: "6 to 5000 voyages a day"
            case .travellersPerFlight: "5 to 500 travellers a flight"
            case .anchor: "an anchor between the years 2000 and 2060"
            }
        }
    }
}

extension SyntheticWorldError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badConfiguration(let problems): "expected " + problems.map(\.expected).joined(separator: "; ")
        case .unknownPort(let code): "the table of ports has no \(code); use Tables/ports.csv"
        }
    }

    /// A value of a bounded set for metrics.
    public var code: String {
        switch self {
        case .badConfiguration: "bad-configuration"
        case .unknownPort: "unknown-port"
        }
    }
}
