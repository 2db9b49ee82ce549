// SPDX-License-Identifier: Apache-2.0

import Intake
import TestSupport
import Testing

@Suite struct ScreenerLockTests {
    @Test func `one holder at a time, the next when it lets go`() throws {
        let folder = try TemporaryFolder()
        let first = try #require(try ScreenerLock.acquire(at: folder.path))
        #expect(try ScreenerLock.acquire(at: folder.path) == nil)
        first.release()
        var second = try ScreenerLock.acquire(at: folder.path)
        #expect(second != nil)
        second = nil
        #expect(try ScreenerLock.acquire(at: folder.path) != nil)
    }

    @Test func `says which folder operation failed`() {
        #expect(throws: IntakeError.self) { try ScreenerLock.acquire(at: "/nonexistent-folder") }
    }
}
