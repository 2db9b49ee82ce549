// SPDX-License-Identifier: Apache-2.0

/// A voyage that runs every day at the same time.
struct VoyageSlot: Sendable {
    let index: Int
    let route: Route
    /// Whether it comes to Indonesia.
    let isArrival: Bool
    let carrier: String
    /// The number without the carrier, as the carrier writes it.
    let number: String
    /// Minutes after the same minute of the day as the anchor's, 0...1439, at which it departs.
    let phase: Int
    /// The mean number of travellers.
    let load: Int
    /// The slot that brings travellers back, or brought them.
    var pair: Int?
    /// The name, IMO number or plate of the ship or bus.
    let conveyance: Conveyance

    var from: String { isArrival ? route.abroad : route.post }
    var to: String { isArrival ? route.post : route.abroad }
}

/// The ship or bus of a slot.
struct Conveyance: Hashable, Sendable {
    var name = ""
    var imo = ""
    var plate = ""
}
