// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Faces
internal import Foundation

/// Where the face engine lies: `--engine`, else `CERMAT_FACES`, else `.cermat/faces` of the product's folder, else
/// `/var/lib/cermat/faces`.
struct FaceEngineOption: ParsableArguments {
    @Option(help: "The folder of the face engine, as scripts/setup.sh faces makes it.")
    var engine: String?

    /// The folder, whether it is there or not.
    var folder: String { FaceEngineOption.place(named: engine) }

    /// The folder that was named, else the usual places.
    static func place(named engine: String? = nil) -> String {
        if let named = engine ?? ProcessInfo.processInfo.environment["CERMAT_FACES"] { return named }
        if let home = try? ProductHome.find().folder.appendingPathComponent(".cermat/faces").path,
            FileManager.default.fileExists(atPath: home)
        {
            return home
        }
        return "/var/lib/cermat/faces"
    }

    /// Opens runtime and models; without them the command ends and says what to run.
    func open() throws -> FaceModels {
        do { return try FaceModels(folder: folder) } catch { throw CommandFailure.exit("\(error)") }
    }
}
