// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "cermat",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .target(name: "Civil", swiftSettings: settings),
        .target(name: "Travel", dependencies: ["Civil"], swiftSettings: settings),
        .target(name: "Mandate", dependencies: ["Civil"], swiftSettings: settings),
        .target(name: "Identity", dependencies: ["Civil", "Mandate"], swiftSettings: settings),
        .target(name: "Watchlists", dependencies: ["Civil", "Mandate", "Identity"], swiftSettings: settings),
        .target(
            name: "Screening", dependencies: ["Civil", "Travel", "Mandate", "Identity", "Watchlists"], swiftSettings: settings),
        .target(
            name: "Casework", dependencies: ["Civil", "Travel", "Mandate", "Identity", "Watchlists", "Screening"],
            swiftSettings: settings),
        .testTarget(name: "CivilTests", dependencies: ["Civil"], swiftSettings: settings),
        .testTarget(name: "IdentityTests", dependencies: ["Civil", "Mandate", "Identity"], swiftSettings: settings),
        .testTarget(
            name: "ScreeningTests",
            dependencies: ["Civil", "Travel", "Mandate", "Identity", "Watchlists", "Screening"], swiftSettings: settings),
    ]
)
