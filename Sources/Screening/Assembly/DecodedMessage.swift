// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A stored message with its values and its place in the order of its voyage.
public struct DecodedMessage: Hashable, Sendable {
    public var id: RecordID<ReceivedMessage>
    public var receivedAtMilliseconds: Int64
    /// When it was first screened; nil where that was not recorded.
    public var screenedAtMilliseconds: Int64?
    public var order: MessageOrder
    public var source: SourceKind
    /// Whether it could not be read when it came, and was read later.
    public var wasQuarantined: Bool
    public var message: ReceivedMessage

    /// Orders the message by its own time, by that of its receipt where it has none.
    ///
    /// - Parameter origin: where it came from; `desk:` marks documents typed at a post, ``replayPrefix`` before the
    ///   origin a message that was in quarantine.
    public init(
        id: RecordID<ReceivedMessage>, receivedAtMilliseconds: Int64, origin: String, message: ReceivedMessage,
        screenedAtMilliseconds: Int64? = nil
    ) {
        self.id = id
        self.receivedAtMilliseconds = receivedAtMilliseconds
        self.screenedAtMilliseconds = screenedAtMilliseconds
        self.message = message
        wasQuarantined = origin.hasPrefix(DecodedMessage.replayPrefix)
        let came = wasQuarantined ? origin.dropFirst(DecodedMessage.replayPrefix.count) : origin[...]
        let minutes = message.preparedAt?.minutesSinceEpoch ?? Int(receivedAtMilliseconds / 60_000)
        order = MessageOrder(minutes: minutes, revision: message.revision, message: id)
        source =
            switch message.kind {
            case .pnrgov: .pnr
            case .manifest, .mrz: came.hasPrefix("desk:") ? .desk : .manifest
            default: .api
            }
    }
}

extension DecodedMessage {
    /// What stands before the origin of a message that came out of the quarantine.
    public static let replayPrefix = "replay:"

    /// Decodes a stored message.
    public init(_ stored: StoredMessage, decode: (StoredMessage) -> ReceivedMessage) {
        self.init(
            id: stored.id, receivedAtMilliseconds: stored.receivedAtMilliseconds, origin: stored.origin,
            message: decode(stored), screenedAtMilliseconds: stored.screenedAtMilliseconds)
    }
}

/// What assembly must know of ports: the program hands in its gazetteer.
public protocol PortDirectory: Sendable {
    /// Grows whenever an answer may have changed.
    var version: Int { get }
    /// Whether the port lies in the country that the unit serves; nil when the port is unknown.
    func isHome(_ code: String) -> Bool?
    /// The port's distance from UTC in minutes; nil when unknown.
    func utcOffsetMinutes(_ code: String) -> Int?
}

extension PortDirectory {
    /// Of a directory that never changes.
    public var version: Int { 0 }
}
