// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Gazetteer

/// Where the product's own tables and policy lie: `CERMAT_HOME`, else the first folder above the program that has them.
struct ProductHome {
    let folder: URL

    /// Finds the folder; the error says what to set.
    static func find() throws -> ProductHome {
        if let named = ProcessInfo.processInfo.environment["CERMAT_HOME"] {
            return ProductHome(folder: URL(fileURLWithPath: named, isDirectory: true))
        }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        for _ in 0..<8 {
            for candidate in [folder, folder.appendingPathComponent("share/cermat")]
            where FileManager.default.fileExists(atPath: candidate.appendingPathComponent("Tables/ports.csv").path) {
                return ProductHome(folder: candidate)
            }
            folder.deleteLastPathComponent()
        }
        throw CommandFailure.exit(
            "Tables/ports.csv not found above \(program.path); set CERMAT_HOME to the product's folder")
    }

    /// A file's bytes.
    func bytes(_ path: String) throws -> [UInt8] {
        do { return Array(try Data(contentsOf: folder.appendingPathComponent(path))) } catch {
            throw CommandFailure.exit("cannot read \(path) in \(folder.path); set CERMAT_HOME to the product's folder")
        }
    }

    /// The gazetteer of ports, carriers, countries and regions.
    func gazetteer() throws -> GazetteerIndex {
        let countries = (try? bytes("Tables/countries.csv")) ?? []
        let regions = (try? bytes("Tables/regions.csv")) ?? []
        return try GazetteerIndex(
            ports: try bytes("Tables/ports.csv"), carriers: try bytes("Tables/carriers.csv"), countries: countries,
            regions: regions)
    }
}
