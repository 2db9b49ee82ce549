// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer

@testable import SyntheticWorld

/// Keeps a small world in memory.
struct MemorySink: WorldSink {
    var tables: [WorldTable: [UInt8]] = [:]
    var messages: [SentMessage] = []

    mutating func append(_ bytes: [UInt8], to table: WorldTable) { tables[table, default: []] += bytes }
    mutating func write(_ message: SentMessage) { messages.append(message) }
    mutating func finish() {}

    /// The lines of a table below its header, split at commas.
    func rows(_ table: WorldTable) -> [[String]] {
        String(decoding: tables[table] ?? [], as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// FNV-1a over everything.
    var digest: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        for table in WorldTable.allCases { add(tables[table] ?? []) }
        for message in messages {
            add(message.fileName.utf8)
            add(message.bytes)
        }
        return hash
    }

    static func gazetteer() throws -> GazetteerIndex {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func table(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: root.appendingPathComponent("Tables/\(name).csv")))
        }
        return try GazetteerIndex(ports: table("ports"), carriers: table("carriers"), countries: table("countries"))
    }

    static func world(_ configuration: SyntheticWorldConfiguration) throws -> MemorySink {
        var sink = MemorySink()
        try WorldWriter(SyntheticCountry(configuration: configuration, gazetteer: gazetteer())).write(to: &sink)
        return sink
    }

    /// Small enough for a test, large enough that every damage occurs.
    static let configuration = SyntheticWorldConfiguration(
        residents: 4000, days: 6, voyagesPerDay: 60, travellersPerFlight: 20, seed: 11)
}
