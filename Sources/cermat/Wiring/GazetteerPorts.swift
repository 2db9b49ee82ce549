// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Gazetteer
internal import Screening

/// The gazetteer as assembly asks for it.
struct GazetteerPorts: PortDirectory {
    let tables: LiveGazetteer

    var version: Int { tables.version }
    func isHome(_ code: String) -> Bool? { tables.current.port(code)?.isDomestic }
    func utcOffsetMinutes(_ code: String) -> Int? { tables.current.port(code)?.utcOffsetMinutes }
}
