// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

// The rows of docs/house.txt: a target names only targets of lower rows.
let row0: [Target.Dependency] = ["Civil", "Delimited", "Metering", "Travel", "Population", "Mandate", "Edifact"]
let row1: [Target.Dependency] = ["Messages", "Identity", "Gazetteer", "Wording", "Drawing", "CardReader"]
let row2: [Target.Dependency] = ["Safeguards", "Watchlists", "Manifests", "SyntheticWorld"]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")

func room(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil,
    swift: [SwiftSetting] = [], linker: [LinkerSetting] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings + swift,
        linkerSettings: linker)
}

func tests(_ room: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: room + "Tests", dependencies: [.target(name: room)] + dependencies, resources: resources,
        swiftSettings: settings)
}

let package = Package(
    name: "cermat",
    products: [
        .executable(name: "cermat", targets: ["cermat"]),
        .executable(name: "cermat-verify", targets: ["cermat-verify"]),
        // The rooms that read outside bytes, for the fuzz targets in Fuzz/.
        .library(name: "CardReader", targets: ["CardReader"]),
        .library(name: "Civil", targets: ["Civil"]),
        .library(name: "Edifact", targets: ["Edifact"]),
        .library(name: "Faces", targets: ["Faces"]),
        .library(name: "Gazetteer", targets: ["Gazetteer"]),
        .library(name: "Identity", targets: ["Identity"]),
        .library(name: "Mandate", targets: ["Mandate"]),
        .library(name: "Manifests", targets: ["Manifests"]),
        .library(name: "Messages", targets: ["Messages"]),
        .library(name: "Watchlists", targets: ["Watchlists"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    ],
    targets: [
        .target(name: "CEdifactScan"),
        .systemLibrary(name: "CArgon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CPNG", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CTurboJPEG", providers: [.apt(["libturbojpeg0-dev"])]),
        .target(name: "COpenVINO", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CFaceKernels"),
        room("Civil", []),
        room("Delimited", []),
        room("Metering", []),
        room("Travel", ["Civil"]),
        room("Population", ["Civil"]),
        room("Mandate", ["Civil"]),
        room("Edifact", ["Civil", "CEdifactScan"]),
        room("Messages", row0),
        room("Identity", row0),
        room("Gazetteer", row0),
        room("Wording", row0),
        room("Drawing", row0),
        room("CardReader", row0),
        room("Faces", row0 + ["CFaceKernels", "COpenVINO", "CPNG", "CTurboJPEG", crypto]),
        room("Portraits", []),
        room("Safeguards", row0 + ["CArgon2", crypto, .product(name: "Yams", package: "Yams")]),
        room("Watchlists", row0 + ["Identity"]),
        room("Manifests", row0 + ["Gazetteer", "Wording"]),
        room("SyntheticWorld", row0 + ["Gazetteer", "Portraits"]),
        room("Screening", row0 + row1 + ["Safeguards", "Watchlists"]),
        room(
            "Casework",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Manifests", "Screening", "Faces", .product(name: "Yams", package: "Yams"),
            ]),
        room("Quality", row0 + row1 + ["Safeguards", "Watchlists", "Manifests", "Screening", "Casework"]),
        room(
            "SQLiteStore",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Screening", "Casework", "Quality", "Faces",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        room("Intake", row0 + row1 + ["Safeguards", "Watchlists", "Screening", "Casework", log]),
        room("TestSupport", row0 + row1 + ["Faces", "Safeguards", "Watchlists", "Screening", "Casework", "Quality"]),
        room(
            "CivilRegistryClient",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Screening", "Casework",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        room(
            "CardReaderHost",
            row0 + row1 + [
                log, .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        room(
            "CameraHost",
            row0 + row1 + [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        room(
            "RegistrySimulator",
            row0 + row1 + [
                log, .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        room(
            "Desk",
            row0 + row1 + row2 + [
                "Screening", "Casework", "Quality", "Faces", log, crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Assets/desk.css"), .embedInCode("Assets/desk.js"),
                .embedInCode("Assets/faces.js"), .embedInCode("Assets/mark.svg"),
            ]),
        .executableTarget(
            name: "cermat",
            dependencies: row0 + row1 + row2 + [
                "CMalloc", "Screening", "Casework", "Quality", "SQLiteStore", "Intake", "CivilRegistryClient",
                "RegistrySimulator",
                "CardReaderHost", "CameraHost", "Desk", "Faces", "Portraits", log, crypto,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "cermat-verify", dependencies: ["Civil", "Mandate", "Safeguards"], swiftSettings: settings),
        tests("Civil", []),
        tests("Mandate", ["Civil"]),
        tests("CardReaderHost", row0 + ["CardReader", log]),
        tests("Population", ["Civil"]),
        tests("Identity", row0),
        tests("Gazetteer", row0),
        tests(
            "Wording",
            row0 + row2 + [
                "Messages", "Identity", "Gazetteer", "Drawing", "CardReader", "Faces", "Screening", "Casework",
                "Quality",
            ]),
        tests("CardReader", ["Civil"]),
        tests("Faces", ["Civil", "CPNG", "CTurboJPEG"]),
        tests("Drawing", row0, resources: [.copy("Golden")]),
        tests("Safeguards", row0 + [crypto]),
        tests("SyntheticWorld", row0 + ["Gazetteer", "Portraits"]),
        tests("Portraits", ["Faces", crypto]),
        tests("Edifact", ["Civil", "CEdifactScan"]),
        tests("Messages", row0),
        tests("CameraHost", []),
        tests("Delimited", []),
        tests("Metering", []),
        tests("Manifests", row0 + ["Gazetteer", "Messages", "Wording"]),
        tests("Watchlists", row0 + ["Identity", "Safeguards"]),
        tests("Screening", row0 + ["Identity", "Watchlists"]),
        tests("Casework", row0 + row1 + ["Faces", "Safeguards", "Watchlists", "Screening", "TestSupport"]),
        tests(
            "Quality",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Manifests", "Screening", "Casework", "TestSupport", "SQLiteStore",
            ]),
        tests(
            "SQLiteStore",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Screening", "Casework", "Quality", "Faces", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], resources: [.copy("Fixtures")]),
        tests(
            "Desk",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Manifests", "Screening", "Casework", "Quality", "TestSupport", "Intake",
                "Faces", log, crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        tests(
            "CivilRegistryClient",
            row0 + row1 + [
                "Safeguards", "Watchlists", "Screening", "Casework", "TestSupport", "RegistrySimulator", log,
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        tests(
            "Intake", row0 + row1 + ["Safeguards", "Watchlists", "Screening", "Casework", "TestSupport", "SQLiteStore"]),
    ]
)
