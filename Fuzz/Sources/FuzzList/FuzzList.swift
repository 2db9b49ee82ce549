// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Manifests

/// A list made by hand: every row is a traveller or has a reason, and what is written is a table again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzList(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    guard let today = CivilDate(year: 2026, month: 3, day: 12),
        let time = CivilDateTime(date: today, hour: 8, minute: 0),
        let gazetteer,
        let draft = try? ManifestDraft(bytes, today: today, gazetteer: gazetteer)
    else { return 0 }
    let reading = draft.read()
    precondition(reading.travellers + reading.refused.count == reading.rows.count, "a row is lost")
    var manifest = CanonicalManifest()
    for group in reading.groups { manifest.add(group.voyage, group.travellers, revision: .init(), at: time) }
    let again = try? Sheet(manifest.bytes)
    precondition(again != nil, "what is written is no table")
    return 0
}

private let gazetteer = try? GazetteerIndex(
    ports: Array("CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nIDBTC,Batam Centre,IDN,Asia/Jakarta,420,sea\n".utf8),
    carriers: Array("CODE,NAME,COUNTRY,MODE\nBF,Batam Fast Ferry,SGP,sea\n".utf8))
