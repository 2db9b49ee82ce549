// SPDX-License-Identifier: Apache-2.0

internal import Gazetteer
internal import Screening

/// The gazetteer as assembly asks for it.
struct GazetteerPorts: PortDirectory {
    let gazetteer: GazetteerIndex

    func isHome(_ code: String) -> Bool? { gazetteer.port(code)?.isDomestic }
    func utcOffsetMinutes(_ code: String) -> Int? { gazetteer.port(code)?.utcOffsetMinutes }
}
