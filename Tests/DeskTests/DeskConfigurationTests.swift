// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Desk

@Suite struct DeskConfigurationTests {
    @Test(arguments: [
        ("127.0.0.1", false, true), ("localhost", false, true), ("::1", false, true),
        ("0.0.0.0", false, false), ("10.0.0.5", false, false), ("::", false, false), ("desk.example", false, false),
        ("0.0.0.0", true, true),
    ])
    func `plain HTTP stays on the machine`(host: String, isBehindTLS: Bool, isFine: Bool) {
        var configuration = DeskConfiguration()
        configuration.host = host
        configuration.isBehindTLS = isBehindTLS
        let problems = configuration.problems()
        #expect(problems.isEmpty == isFine)
        #expect(isFine || problems[0].contains("tls-certificate") && problems[0].contains("behind-tls"))
    }
}
