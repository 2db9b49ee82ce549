// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Testing

@Suite struct StationPlanFileTests {
    private let good = """
        review-seconds: 40
        stations:
          - name: CGK-gate1
            place: Gerbang 1
            purpose: arrival-control
            hours: 22:00-06:00
            kind: gate-camera
            instruction: Antar ke meja pemeriksaan.
        """

    @Test func `reads stations`() throws {
        let plan = try #require(StationPlanFile(Array(good.utf8)).plan)
        let name = try #require(StationName("CGK-gate1"))
        let station = try #require(plan.station(name))
        #expect(plan.reviewSeconds == 40)
        #expect(station.hours.description == "22:00-06:00")
        #expect(station.purpose == .arrivalControl)
    }

    @Test(arguments: [
        ("CGK-gate1", "cgk-gate1"), ("CGK-gate1", "CGK-Gate 1"), ("arrival-control", "oversight"),
        ("22:00-06:00", "22:00-22:00"), ("22:00-06:00", "25:00-26:00"), ("kind: gate-camera", "kind: Gate"),
        ("review-seconds: 40", "review-seconds: 5"), ("place: Gerbang 1", "place: x"), ("    kind", "    sort"),
        ("instruction: Antar ke meja pemeriksaan.", "instruction: ''"),
    ]) func `says what is wrong`(old: String, new: String) {
        let file = StationPlanFile(Array(good.replacing(old, with: new).utf8))
        #expect(file.plan == nil)
        #expect(!file.problems.isEmpty)
    }

    @Test func `hours may pass midnight`() throws {
        let hours = try #require(StationHours("22:00-06:00"))
        #expect(hours.contains(minute: 23 * 60) && hours.contains(minute: 0) && !hours.contains(minute: 360))
        #expect(hours.contains(milliseconds: 15 * 3_600_000, utcOffsetMinutes: 420))
        #expect(StationHours.always.contains(minute: 1439))
    }
}
