// SPDX-License-Identifier: Apache-2.0

public import Travel

/// One line of `cermat decode` (DESIGN.md section 6): every key is always there, nothing known is null.
public enum MessageJSON {
    /// The line for a message, without a line end.
    /// - Parameters:
    ///   - source: the name of the input.
    ///   - index: the message's place in it, from 0.
    public static func line(for message: ReceivedMessage, source: String, index: Int) -> String {
        String(decoding: bytes(for: message, source: source, index: index), as: UTF8.self)
    }

    /// The UTF-8 of ``line(for:source:index:)``.
    public static func bytes(for message: ReceivedMessage, source: String, index: Int) -> [UInt8] {
        var json = JSONText()
        json.bytes.reserveCapacity(512 + 768 * message.travellers.count + 512 * message.bookings.count)
        json.object { json in
            json.field("source", source)
            json.field("index", index)
            json.field("kind", message.kind.rawValue)
            json.field("function", message.function)
            json.field("version", message.version)
            json.field("reference", message.reference)
            json.field("status", message.status.rawValue)
            json.object("voyage") { write(message.voyage, &$0) }
            json.array("travellers", message.travellers) { write($1, &$0) }
            json.array("bookings", message.bookings) { write($1, &$0) }
            json.array("clearance", message.clearance) { json, clearance in
                json.object { json in
                    json.field("recordLocator", clearance.recordLocator)
                    json.field("passengerReference", clearance.passengerReference)
                    json.field("code", clearance.code)
                    json.field("text", clearance.text)
                    json.field("level", clearance.level.rawValue)
                }
            }
            json.object("totals") { json in
                json.field("declared", message.declaredTotal)
                json.field("found", message.foundTotal)
            }
            json.array("warnings", message.warnings) { json, warning in
                json.object { json in
                    json.field("code", warning.code)
                    json.field("segment", warning.segment)
                    json.field("text", warning.text)
                }
            }
            json.field("functionDetail", message.functionDetail)
            json.field("effect", message.effect.rawValue)
            json.field("sender", message.sender)
            json.field("recipient", message.recipient)
            json.field("preparedAt", message.preparedAt)
            json.field("revision", message.revision)
            json.field("transaction", message.transaction)
            json.array("parts", message.parts?.numbers ?? []) { $0.value($1) }
        }
        return json.bytes
    }

    private static func write(_ voyage: ReceivedVoyage, _ json: inout JSONText) {
        json.field("mode", voyage.mode.rawValue)
        json.field("carrier", voyage.carrier)
        json.field("number", voyage.number)
        json.field("suffix", voyage.suffix)
        json.field("codeshares", voyage.codeshares)
        json.object("conveyance") { json in
            json.field("name", voyage.conveyance.name)
            json.field("imo", voyage.conveyance.imo)
            json.field("plate", voyage.conveyance.plate)
        }
        json.array("legs", voyage.legs) { json, leg in
            json.object { json in
                json.field("carrier", leg.carrier)
                json.field("number", leg.number)
                json.field("operating", leg.operating)
                json.field("from", leg.from)
                json.field("to", leg.to)
                json.field("departure", leg.departure)
                json.field("arrival", leg.arrival)
            }
        }
    }
}
