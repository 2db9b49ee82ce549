// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// What a cluster is compared by: each different face once, however often lists repeat it.
struct ClusterEvidence {
    private var faces: Set<TravellerFace> = []
    private var lastMessage: RecordID<ReceivedMessage>?
    /// The faces of the last message alone.
    private var lastFaces: Set<TravellerFace> = []

    /// How many different faces there are.
    var count: Int { faces.count }

    /// Adds a contribution; messages come in their order, each at once. Whether its face is new.
    mutating func add(_ said: SaidOfTraveller) -> Bool {
        let message = said.contribution.order.message
        if message != lastMessage {
            lastMessage = message
            lastFaces = []
        }
        lastFaces.insert(said.face)
        return faces.insert(said.face).inserted
    }

    /// How strongly a further contribution belongs here; nil when it cannot be the same person.
    ///
    /// Two travellers of one message are two people, unless a list repeats somebody with the same document.
    func affinity(_ said: SaidOfTraveller) -> Int? {
        let face = said.face
        if said.contribution.order.message == lastMessage {
            for own in lastFaces where !own.sharesDocument(with: face) || own.birthDate != face.birthDate { return nil }
        }
        let best = faces.lazy.map { $0.points(face) }.max() ?? .min
        return best > 3 ? best : nil
    }

    /// The keys under which the cluster is found, all of them.
    var keys: Set<JoinKey> {
        var keys: Set<JoinKey> = []
        var names: Set<[String]> = []
        var births: Set<PartialDate> = []
        var isOpen = false
        for face in faces {
            keys.formUnion(JoinKey.strong(face))
            if !face.name.folded.isEmpty { names.insert(face.name.folded) }
            if let birth = face.birthDate, birth.day != nil { births.insert(birth) } else { isOpen = true }
        }
        // Names and birth dates that many documents' holders swap at will: found by the names alone.
        if names.count * births.count > ClusterEvidence.pairLimit { isOpen = true }
        for name in names {
            keys.insert(.name(name))
            if isOpen {
                keys.insert(.nameOfAnyBirth(name))
            } else {
                for birth in births { keys.insert(.nameBorn(name, birth)) }
            }
        }
        return keys
    }

    private static let pairLimit = 64
}

/// By what contributions about one person find each other; a shared key is needed, not enough.
///
/// A name together with a birth date is a key of its own: on a voyage with thousands of one name only those are compared
/// whose dates could agree, since nothing but a shared reference or document makes up for dates that differ.
enum JoinKey: Hashable {
    case reference(String)
    case document(String)
    case booking(String, born: PartialDate)
    /// Everybody of the folded name.
    case name([String])
    /// Those of the name of whom some message gives no full birth date.
    case nameOfAnyBirth([String])
    case nameBorn([String], PartialDate)

    /// All keys by which a contribution looks for its cluster.
    static func wanted(_ face: TravellerFace) -> [JoinKey] {
        var keys = strong(face)
        guard !face.name.folded.isEmpty else { return keys }
        if let birth = face.birthDate, birth.day != nil {
            keys.append(.nameBorn(face.name.folded, birth))
            keys.append(.nameOfAnyBirth(face.name.folded))
        } else {
            keys.append(.name(face.name.folded))
        }
        return keys
    }

    /// The keys without the name.
    static func strong(_ face: TravellerFace) -> [JoinKey] {
        var keys: [JoinKey] = []
        keys.reserveCapacity(5)
        if let reference = face.reference { keys.append(.reference(reference)) }
        for number in face.documentNumbers { keys.append(.document(number)) }
        if let locator = face.locator, let birth = face.birthDate { keys.append(.booking(locator, born: birth)) }
        return keys
    }
}
