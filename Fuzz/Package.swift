// swift-tools-version: 6.2
import PackageDescription

/// A fuzz target: libFuzzer brings `main`, so there is none here (`scripts/fuzz.sh` builds and runs them).
func fuzz(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

func room(_ name: String) -> Target.Dependency { .product(name: name, package: "cermat") }

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "cermat", path: "..")],
    targets: [
        .target(name: "FuzzChecks", dependencies: [room("Edifact"), room("Messages")]),
        .target(name: "FuzzPeople", dependencies: [room("Civil"), room("Identity")]),
        fuzz("FuzzEdifact", ["FuzzChecks", room("Edifact")]),
        fuzz("FuzzXML", ["FuzzChecks"]),
        fuzz("FuzzMRZ", ["FuzzChecks"]),
        fuzz("FuzzManifest", ["FuzzChecks"]),
        fuzz("FuzzForm", []),
        fuzz("FuzzList", [room("Civil"), room("Gazetteer"), room("Manifests")]),
        fuzz("FuzzWatchlist", [room("Identity"), room("Mandate"), room("Watchlists")]),
        fuzz("FuzzPicture", [room("Faces")]),
        fuzz("FuzzReader", [room("CardReader")]),
        fuzz("FuzzRegistry", ["FuzzPeople", room("Identity")]),
        fuzz("FuzzIndex", ["FuzzPeople", room("Identity")]),
        fuzz("FuzzDetails", ["FuzzPeople", room("Identity")]),
        fuzz("FuzzChanges", ["FuzzPeople", room("Identity")]),
        fuzz("FuzzDocuments", ["FuzzPeople", room("Identity")]),
        fuzz("FuzzTravellers", ["FuzzPeople", room("Identity")]),
    ])
