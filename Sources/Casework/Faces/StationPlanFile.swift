// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Mandate
internal import Safeguards
internal import Yams

/// Reads `stations.yaml` and notes everything that is wrong with it at once.
public struct StationPlanFile: Sendable {
    /// Nil where there are ``problems``.
    public private(set) var plan: StationPlan?
    public private(set) var problems: [String] = []

    /// The most stations of an installation.
    public static let limit = 200

    public init(_ bytes: [UInt8]) {
        var reader = SettingsReader()
        var seconds = StationPlan.standardReviewSeconds
        var stations: [FaceStation] = []
        if let root = reader.root(bytes) {
            let top = reader.entries(root, "the file", ["review-seconds", "stations"])
            reader.set(top["review-seconds"], "review-seconds", 10...300, &seconds)
            let nodes = top["stations"]?.sequence.map(Array.init) ?? []
            if top["stations"] != nil, top["stations"]?.sequence == nil { reader.note("stations is a list") }
            if nodes.count > Self.limit { reader.note("at most \(Self.limit) stations") }
            stations = nodes.prefix(Self.limit).compactMap { StationPlanFile.station($0, &reader) }
        }
        for (name, count) in Dictionary(grouping: stations, by: \.name).mapValues(\.count) where count > 1 {
            reader.note("\(name) stands twice")
        }
        problems = reader.problems
        if problems.isEmpty { plan = StationPlan(stations: stations, reviewSeconds: seconds) }
    }

    private static func station(_ node: Node, _ reader: inout SettingsReader) -> FaceStation? {
        let own = reader.entries(
            node, "a station", ["name", "place", "purpose", "hours", "kind", "instruction"])
        guard let name = own["name"]?.string.flatMap({ StationName($0) }) else {
            reader.note("name is a post and a place, such as CGK-gerbang1")
            return nil
        }
        var purpose = Purpose.arrivalControl
        reader.set(own["purpose"], "\(name): purpose", &purpose)
        if purpose != .arrivalControl, purpose != .departureControl {
            reader.note("\(name): purpose is arrival-control or departure-control")
        }
        let hours = own["hours"].map { $0.string.flatMap { StationHours($0) } } ?? .always
        if hours == nil { reader.note("\(name): hours are such as 06:00-22:00") }
        let kind = PictureKind(own["kind"]?.string ?? "")
        if kind == nil { reader.note("\(name): kind is the sort of picture that was measured, such as gate-camera") }
        var place = "", instruction = ""
        reader.set(own["place"], &place)
        reader.set(own["instruction"], &instruction)
        if !(3...80).contains(place.count) { reader.note("\(name): place says in 3 to 80 characters where it stands") }
        if !(3...300).contains(instruction.count) {
            reader.note("\(name): instruction says in 3 to 300 characters what is done with a confirmed match")
        }
        guard let hours, let kind else { return nil }
        return FaceStation(
            name: name, place: place, purpose: purpose, hours: hours, kind: kind, instruction: instruction)
    }
}
