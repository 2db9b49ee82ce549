// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Safeguards

/// The separate verifier: needs an exported log and a public key, no data folder, no vault, no network.
@main
struct Main {
    static func main() {
        guard let arguments = Arguments(CommandLine.arguments.dropFirst()), let file = arguments.file else {
            say(Arguments.help)
            exit(64)
        }
        do {
            let isWhole = try arguments.isBundle ? verifyBundle(file, arguments) : verifyLog(file, arguments)
            exit(isWhole ? 0 : 1)
        } catch let refusal as Refusal {
            say("cermat-verify: " + refusal.text)
        } catch {
            say("cermat-verify: cannot read: \(error.localizedDescription)")
        }
        exit(64)
    }

    private static func verifyLog(_ path: String, _ arguments: Arguments) throws -> Bool {
        guard let keyPath = arguments.key else { throw Refusal(text: "--key is missing") }
        let key = try publicKey(keyPath)
        let log = try AuditLogFile(FileSlice(path: path))
        let kept = try checkpoints(arguments, node: log.header?.node)
        let report = try log.verify(checkpoints: kept.checkpoints, publicKey: key)
        print(report)
        if !kept.description.isEmpty { print(kept) }
        if arguments.checkpoints == nil {
            print("note: no checkpoints from outside; a log that was written anew as a whole would look the same")
        }
        return report.verdict.holds && kept.unreadable.isEmpty
    }

    private static func verifyBundle(_ path: String, _ arguments: Arguments) throws -> Bool {
        let key = try arguments.key.map(publicKey)
        let found = try AuditBundleCheck(FileSlice(path: path), key: key) { node in
            try checkpoints(arguments, node: node)
        }
        for line in found.problems + found.notes { print(line) }
        print(found.problems.isEmpty ? "the bundle holds" : "the bundle does not hold")
        return found.problems.isEmpty
    }

    private static func publicKey(_ path: String) throws -> AuditPublicKey {
        let bytes = try FileSlice(path: path).bytes(limitBytes: 4_096) ?? []
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let key = AuditPublicKey(text) else {
            throw Refusal(text: "\(path) is no public key: 64 hexadecimal digits are expected")
        }
        return key
    }

    private static func checkpoints(_ arguments: Arguments, node: String?) throws -> CheckpointLines {
        guard let path = arguments.checkpoints else { return CheckpointLines([]) }
        return CheckpointLines(try CheckpointLines.bytes(at: path, node: node ?? ""))
    }

    private static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// Why no verdict is given.
struct Refusal: Error {
    let text: String
}
