// SPDX-License-Identifier: Apache-2.0

/// One line of seizures.csv: goods found on a traveller before the anchor.
public struct SeizureLine: Hashable, Sendable {
    public var id: String
    /// Local time of the post.
    public var time: String
    public var post: String
    /// Carrier, number, local date of departure, ports.
    public var voyage: String
    public var travellerName: String
    public var document: String
    /// Heading of the harmonised system.
    public var goods: String
    public var quantity: Int
    public var unit: String
    public var concealment: String

    /// The header of seizures.csv.
    public static let header = "ID,TIME,POST,VOYAGE,TRAVELLER_NAME,DOC_NO,GOODS_CODE,QUANTITY,UNIT,CONCEALMENT"

    /// The line without its end.
    public var csv: String {
        [id, time, post, voyage, travellerName, document, goods, "\(quantity)", unit, concealment].joined(
            separator: ",")
    }
}
