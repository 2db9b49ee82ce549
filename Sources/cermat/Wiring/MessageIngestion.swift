// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Intake
internal import Screening

/// Hands files to the intake pipeline, several at a time so that they share an fsync, and prints receipts in order.
struct MessageIngestion {
    private let pipeline: IntakePipeline
    /// Files on their way at the same time.
    private let width = 32
    private let printsReceipts: Bool

    init(_ folder: DataFolder, printsReceipts: Bool = true) throws {
        self.printsReceipts = printsReceipts
        pipeline = try folder.pipeline()
    }

    /// Whether everything was stored or known.
    /// - Parameter times: when files came, milliseconds since 1970 UTC, for history; the others come now.
    func ingest(_ paths: [String], times: [String: Int64] = [:]) async throws -> Bool {
        var clean = true
        let files = try MessageIngestion.files(paths)
        let pipeline = pipeline
        try await withThrowingTaskGroup(of: (Int, Handed).self) { group in
            var next = 0
            var printed = 0
            var finished: [Int: Handed] = [:]
            while printed < files.count {
                while next < files.count, next < printed + width {
                    let (number, path) = (next, files[next])
                    group.addTask { (number, await Handed(path, pipeline, times[path])) }
                    next += 1
                }
                guard let (number, handed) = try await group.next() else { break }
                finished[number] = handed
                while let handed = finished.removeValue(forKey: printed) {
                    if try !handed.report(printing: printsReceipts) { clean = false }
                    printed += 1
                }
            }
        }
        return clean
    }

    /// The files that paths stand for: a folder stands for those in it, in order of names; hidden and `.part` files
    /// wait.
    static func files(_ paths: [String]) throws -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw CommandFailure.exit("\(path) does not exist")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            where !name.hasPrefix(".") && !name.hasSuffix(".part") {
                var isSub: ObjCBool = false
                let inner = path + "/" + name
                if FileManager.default.fileExists(atPath: inner, isDirectory: &isSub), !isSub.boolValue {
                    files.append(inner)
                }
            }
        }
        return files
    }
}

/// What became of one file.
private enum Handed: Sendable {
    case receipts(name: String, [IntakeReceipt])
    case failed(name: String, reason: String, isFull: Bool)

    init(_ path: String, _ pipeline: IntakePipeline, _ time: Int64?) async {
        let name = path == "-" ? "-" : (path as NSString).lastPathComponent
        do {
            let input = try InputFile(path)
            self = .receipts(name: name, try await pipeline.take(input.bytes, origin: "file:" + name, receivedAt: time))
        } catch let error as IntakeError {
            self = .failed(name: name, reason: error.description, isFull: error.code == "full")
        } catch {
            self = .failed(name: name, reason: "cannot be read", isFull: false)
        }
    }

    /// Prints the receipts at once; whether all was well.
    func report(printing: Bool) throws -> Bool {
        switch self {
        case .receipts(let name, let receipts):
            var output = LineOutput()
            for receipt in receipts where printing {
                output.add(
                    "{\"file\":\(JSONText.quoted(name)),\"index\":\(receipt.index),\"id\":\"\(receipt.id)\",\"status\":\"\(receipt.outcome.rawValue)\"}"
                )
            }
            output.flush()
            return !receipts.contains { $0.outcome == .quarantined }
        case .failed(let name, let reason, let isFull):
            CommandFailure.say("\(name): \(reason)")
            if isFull {
                throw CommandFailure.exit("nothing more was taken; make room, then run the same command again")
            }
            return false
        }
    }
}

/// JSON strings.
enum JSONText {
    /// The text in quotes with what must be escaped escaped.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20: quoted += "\\u" + String(format: "%04x", scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
