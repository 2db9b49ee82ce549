// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Faces
internal import Foundation
internal import Gazetteer
internal import Logging
internal import Mandate
internal import Safeguards

/// The stations of a data folder: `stations.yaml` says where, for what and when; `cameras/STATION.token` opens a fixed
/// camera's entrance.
enum StationWiring {
    static let file = "stations.yaml"
    static let cameras = "cameras"
    private static let ending = ".token"

    /// The desk of the stations; nil where none are configured.
    ///
    /// - Parameter gallery: the loaded gallery of persons of interest; without one the stations say what is missing.
    static func desk(
        _ folder: DataFolder, gallery: (any InterestGallery)?, models: SharedFaceModels, logger: Logger
    ) throws -> StationDesk? {
        let path = folder.path + "/" + file
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let read = StationPlanFile(try InputFile(path).bytes)
        guard let plan = read.plan else {
            throw CommandFailure.exit("\(path): " + read.problems.joined(separator: "; "), ExitCode(64))
        }
        let live = folder.liveTables
        return StationDesk(plan: plan, reader: reader(models, logger), gallery: gallery, store: folder.store) { post in
            live.current.port(post.description)?.utcOffsetMinutes ?? 420
        }
    }

    /// SHA-256 of each fixed camera's token, by station.
    static func digests(in data: String) throws -> [StationName: [UInt8]] {
        let place = data + "/" + cameras
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { return [:] }
        var found: [StationName: [UInt8]] = [:]
        for file in names.sorted() where file.hasSuffix(ending) {
            guard let name = StationName(String(file.dropLast(ending.count))) else {
                throw CommandFailure.exit(
                    "\(place)/\(file): the name is STATION.token, such as CGK-gerbang1.token", ExitCode(64))
            }
            let token = String(decoding: try InputFile(place + "/" + file).bytes, as: UTF8.self).trimmingCharacters(
                in: .whitespacesAndNewlines)
            guard token.utf8.count >= 16 else {
                throw CommandFailure.exit(
                    "\(place)/\(file): a token has 16 characters at least: openssl rand -hex 32", ExitCode(64))
            }
            found[name] = BearerDigest(of: token).bytes
        }
        return found
    }

    /// The face engine, where it is installed; without it the stations say what to run.
    private static func reader(_ models: SharedFaceModels, _ logger: Logger) -> EngineFrameReader? {
        do {
            return try EngineFrameReader(models.models())
        } catch {
            logger.notice("stations do not run: no face engine", metadata: ["reason": "\(error)"])
            return nil
        }
    }
}
