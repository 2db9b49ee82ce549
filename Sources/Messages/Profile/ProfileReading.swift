// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// A message as a profile reads it, with the bytes that it stands in as received.
public struct ProfileReading: Sendable {
    public let message: ReceivedMessage
    /// The message's bytes as received.
    public let receivedBytes: [UInt8]
    /// The same bytes after the edge filter; positions are those of ``receivedBytes``.
    public let filtered: [UInt8]
    public let filteredCounts: [SensitiveCategory: Int]
    /// Overwritten card numbers by their place in ``filtered``.
    public let cards: [CardFinding]
    /// The text that was read: ``filtered`` as the profile repairs it, whose segments warnings count.
    public let shown: [UInt8]
    let shownOverwritten: [Range<Int>]
    /// The profile that it was read by; nil for a rest that stayed unreadable.
    public let profile: ProfileStamp?
}

/// Reads messages as carrier profiles say. Profiles are handed in by the caller: nothing here is global.
public struct ProfiledReader: Sendable {
    public let profiles: [SavedProfile]
    private let offset: @Sendable (String) -> Int?

    /// - Parameters:
    ///   - profiles: the versions in force; the first that fits a message is used.
    ///   - offset: a port's distance from UTC in minutes.
    public init(_ profiles: [SavedProfile], offset: @escaping @Sendable (String) -> Int?) {
        self.profiles = profiles
        self.offset = offset
    }

    /// The messages that a profile makes of one that was cut out of an input; nil where none applies.
    public func readings(of unit: DecodedUnit) -> [ProfileReading]? {
        guard !profiles.isEmpty else { return nil }
        let isRead = unit.message.status != .quarantined && unit.message.kind != .unknown
        for saved in profiles {
            let profile = saved.profile
            guard isRead ? profile.applies(to: unit.message) : profile.mayConcern(unit.receivedBytes) else { continue }
            if profile.changesBytes {
                if let found = repaired(unit.receivedBytes, saved) { return found }
            } else if isRead {
                var message = unit.message
                profile.correct(&message, offset: offset)
                let filtered = unit.filtered()
                return [
                    ProfileReading(
                        message: message, receivedBytes: unit.receivedBytes, filtered: filtered.bytes,
                        filteredCounts: filtered.counts, cards: filtered.cards, shown: filtered.bytes,
                        shownOverwritten: filtered.overwritten, profile: saved.stamp)
                ]
            }
        }
        return nil
    }

    /// Reads a stored message again by the version that it was read by when it came.
    public static func message(
        in bytes: [UInt8], cardTokens: [Int: String] = [:], by profile: CarrierProfile,
        offset: (String) -> Int?
    ) -> ReceivedMessage? {
        var read: ReceivedMessage?
        if profile.changesBytes {
            let text = RepairedText(bytes, profile.repairs, beginnings: profile.beginnings)
            let places = cardTokens.isEmpty ? [:] : text.places()
            var tokens: [Int: String] = [:]
            for (place, token) in cardTokens { if let now = places[place] { tokens[now] = token } }
            let all = MessageDecoder.messages(in: text.bytes, cardTokens: tokens)
            read = all.first { $0.status != .quarantined && $0.kind != .unknown } ?? all.first
        } else {
            read = MessageDecoder.messages(in: bytes, cardTokens: cardTokens).first
        }
        guard var message = read else { return nil }
        profile.correct(&message, offset: offset)
        return message
    }

    /// What the repaired bytes hold; nil unless a message of the carrier is among it.
    private func repaired(_ bytes: [UInt8], _ saved: SavedProfile) -> [ProfileReading]? {
        let profile = saved.profile
        let text = RepairedText(bytes, profile.repairs, beginnings: profile.beginnings)
        var found: [ProfileReading] = []
        var isRead = false
        MessageDecoder.decode(text.bytes) { unit in
            var message = unit.message
            let isOwn =
                message.status != .quarantined && message.kind != .unknown && profile.applies(to: message)
            if isOwn {
                isRead = true
                profile.correct(&message, offset: offset)
            }
            if let reading = Self.reading(message, unit, text, bytes, isOwn ? saved.stamp : nil) {
                found.append(reading)
            }
        }
        return isRead ? found : nil
    }

    private static func reading(
        _ message: ReceivedMessage, _ unit: DecodedUnit, _ text: RepairedText, _ original: [UInt8],
        _ stamp: ProfileStamp?
    ) -> ProfileReading? {
        let pieces = unit.pieces.compactMap { text.original($0) }
        guard !pieces.isEmpty else { return nil }
        let received = pieces.flatMap { original[$0] }
        let filtered = unit.filtered()
        // From a place in the unit's own repaired bytes to one in its own original bytes.
        let repairedPlaces = unit.pieces.flatMap { Array($0) }
        func place(_ offset: Int) -> Int? {
            guard repairedPlaces.indices.contains(offset) else { return nil }
            let origin = text.origin[repairedPlaces[offset]]
            var before = 0
            for piece in pieces {
                if piece.contains(origin) { return before + origin - piece.lowerBound }
                before += piece.count
            }
            return nil
        }
        var bytes = received
        for range in filtered.overwritten {
            for index in range { if let place = place(index) { bytes[place] = FilterFindings.filler } }
        }
        return ProfileReading(
            message: message, receivedBytes: received, filtered: bytes, filteredCounts: filtered.counts,
            cards: filtered.cards.compactMap { card in
                place(card.offset).map { CardFinding(offset: $0, digits: card.digits) }
            }, shown: filtered.bytes, shownOverwritten: filtered.overwritten, profile: stamp)
    }
}

extension CarrierProfile {
    /// Whether bytes are changed before they are read.
    var changesBytes: Bool { !repairs.isEmpty || !beginnings.isEmpty }

    /// Beginnings of segments with the carrier's codes, each with the one that our readers know.
    var beginnings: [String: String] {
        var all = codes.qualifiers
        for (own, sex) in codes.sexes { all["ATT+2++" + own] = "ATT+2++" + sex.rawValue }
        for (own, role) in codes.roles {
            switch role {
            case .passenger: all["NAD+" + own] = "NAD+FL"
            case .crew: all["NAD+" + own] = "NAD+FM"
            case .transit: all["NAD+" + own] = "NAD+DDU"
            case .unknown: break
            }
        }
        return all
    }
}
