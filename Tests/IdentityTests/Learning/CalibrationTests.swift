// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

@Suite struct CalibrationTests {
    private func report(_ labelled: Bool, sample: Int = 200) throws -> CalibrationReport {
        let made = try InventedRegistry.build(InventedRegistry.crowd(3_000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let travel = try InventedTravel(in: made.path, seed: 8, swapped: 3, slipped: 5)
        var calibration = Calibration(index: travel.index, prior: PartyResolver(index: travel.index).prior)
        for (place, resolution) in travel.resolve(.standard).enumerated() {
            calibration.add(
                travel.table.claims[place], resolution,
                label: labelled ? travel.labels.labels[travel.table.ids[place]] : nil)
        }
        calibration.measureUnlinkable(model: .standard, sample: sample)
        return calibration.report
    }

    @Test func `labels give precision, recall and calibration`() throws {
        let report = try report(true)
        #expect(report.travellers == 1_102)
        #expect(report.labelled == report.travellers)
        #expect(report.bins.reduce(0) { $0 + $1.travellers } == report.travellers)
        #expect(try #require(report.calibrationError) < 0.05)
        let half = try #require(report.thresholds.first)
        #expect(try #require(half.precision) > 0.97)
        #expect(try #require(half.recall) > 0.9)
        #expect(try #require(half.falseMatches) < 0.02)
        #expect(report.thresholds.map(\.matched) == report.thresholds.map(\.matched).sorted(by: >))
    }

    @Test func `without labels nothing is claimed that needs them`() throws {
        let report = try report(false)
        #expect(report.labelled == 0)
        #expect(report.calibrationError == nil)
        #expect(report.bins.allSatisfy { $0.right == nil })
        #expect(report.thresholds.allSatisfy { $0.precision == nil && $0.recall == nil && $0.falseMatches == nil })
        #expect(!report.weights.isEmpty)
    }

    @Test func `the more is told the fewer residents cannot be told apart`() throws {
        let report = try report(false)
        let shares = report.unlinkable.filter { $0.probability == 0.95 }.map(\.share)
        #expect(shares.count == 4)
        #expect(shares[0] >= shares[1])
        #expect(shares[1] >= shares[2])
        #expect(shares[2] < 0.1)
    }

    @Test func `the report is data and text without names`() throws {
        let report = try report(true, sample: 50)
        let read = try JSONDecoder().decode(CalibrationReport.self, from: try JSONEncoder().encode(report))
        #expect(read == report)
        let text = report.lines.joined(separator: "\n")
        #expect(text.contains("expected calibration error"))
        #expect(!text.contains("SANTOSO"))
    }

    @Test func `a label that is no NIK is left out with its line`() throws {
        let text = "TRAVELLER_ID,NIK\nA,0101011204850001\nB,\nC,12\n"
        let table = try Array(text.utf8).withUnsafeBufferPointer { try LabelTable($0) }
        #expect(table.labels["A"] == .resident(try NIK(parsing: "0101011204850001")))
        #expect(table.labels["B"] == .notRegistered)
        #expect(table.labels["C"] == nil)
        #expect(table.skippedLines == [4])
        #expect(throws: PopulationIndexError.self) {
            try Array("TRAVELLER_ID\n".utf8).withUnsafeBufferPointer { try LabelTable($0) }
        }
    }
}
