// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One person as one message names them.
public struct ReceivedTraveller: Hashable, Sendable {
    /// Upper case, titles and `-1` tails removed; nil in close-outs that give references only.
    public var surname: String?
    public var given: String?
    /// The forms received, where they differ from the above.
    public var surnameReceived: String?
    public var givenReceived: String?
    /// ISO 3166-1 alpha-3 as far as known.
    public var nationality: String?
    public var residence: String?
    public var birthPlace: String?
    public var address: String?
    public var embark: String?
    public var debark: String?
    public var recordLocator: String?
    /// The carrier's unique reference of this passenger (RFF+ABO, REF).
    public var passengerReference: String?
    /// The seat on the voyage of the message.
    public var seat: String?
    // The texts end here: readers clear those above at once, which a test holds to.
    public var role: TravellerRole
    public var birthDate: PartialDate?
    public var sex: Sex?
    /// Whether the nationality was concluded from the birth country or the document's issuer.
    public var isNationalityDerived: Bool
    public var seats: [ReceivedSeat]
    /// Sixteen digits found where an identity number stands; a candidate, not a fact.
    public var nik: NIK?
    /// Nil where the message says nothing of bags.
    public var bags: ReceivedBags? {
        get { hasBags ? bagStore : nil }
        set {
            hasBags = newValue != nil
            bagStore = newValue ?? ReceivedBags()
        }
    }
    /// The bags, blank while there are none: apart from the optional, so that the memory of their lists can be kept.
    package var bagStore: ReceivedBags
    package var hasBags: Bool
    /// Best document first.
    public var documents: [ReceivedDocument]
    public var contacts: [ReceivedContact]
    /// Frequent flyer numbers, carrier and number in one.
    public var loyalty: [String]
    /// Ticket numbers given for this person, with a coupon where one was sent (RFF+YZY).
    public var tickets: [String]
    /// When checked in, by the carrier's clock (PNRGOV DAT+2).
    public var checkedInAt: CivilDateTime?
    public var span: SegmentSpan?

    public init(role: TravellerRole = .unknown) {
        self.role = role
        surname = nil
        given = nil
        surnameReceived = nil
        givenReceived = nil
        birthDate = nil
        sex = nil
        nationality = nil
        isNationalityDerived = false
        residence = nil
        birthPlace = nil
        address = nil
        embark = nil
        debark = nil
        recordLocator = nil
        passengerReference = nil
        seat = nil
        seats = []
        nik = nil
        bagStore = ReceivedBags()
        hasBags = false
        documents = []
        contacts = []
        loyalty = []
        tickets = []
        checkedInAt = nil
        span = nil
    }
}

/// What a person does on board.
public enum TravellerRole: String, Hashable, Sendable, Codable, CaseIterable {
    case passenger, crew, transit, unknown
}

/// A seat between two ports.
public struct ReceivedSeat: Hashable, Sendable, Codable {
    public var number: String
    public var from: String?
    public var to: String?

    @inlinable
    public init(number: String, from: String? = nil, to: String? = nil) {
        self.number = number
        self.from = from
        self.to = to
    }
}

/// Checked baggage of one person.
public struct ReceivedBags: Hashable, Sendable, Codable {
    public var count: Int?
    /// Kilograms; pounds are converted and rounded to the nearest kilogram.
    public var weightKilograms: Int?
    /// Tag numbers, sequences expanded.
    public var tags: [String]
    public var pieces: [ReceivedBagPiece]
    /// The pool that the bags belong to: its figures are those of all its members and count once.
    public var pool: ReceivedBagPool?

    public init(count: Int? = nil, weightKilograms: Int? = nil, tags: [String] = [], pieces: [ReceivedBagPiece] = []) {
        self.count = count
        self.weightKilograms = weightKilograms
        self.tags = tags
        self.pieces = pieces
        pool = nil
    }
}

/// The baggage of several people checked in as one (PNRGOV TBD, HP and MP).
public struct ReceivedBagPool: Hashable, Sendable, Codable {
    /// Whether the person is the pool's head, who answers for it.
    public var isHead: Bool
    /// The check-in number or ticket of the pool's head, where given.
    public var reference: String?

    public init(isHead: Bool, reference: String?) {
        self.isHead = isHead
        self.reference = reference
    }
}

/// One tagged bag.
public struct ReceivedBagPiece: Hashable, Sendable, Codable {
    public var tag: String
    public var airline: String?
    public var destination: String?

    @inlinable
    public init(tag: String, airline: String? = nil, destination: String? = nil) {
        self.tag = tag
        self.airline = airline
        self.destination = destination
    }
}

/// A travel document as sent.
public struct ReceivedDocument: Hashable, Sendable {
    /// `P` passport, `V` visa, `I` identity card and others as sent; nil when not given.
    public var type: String?
    public var number: String?
    public var issuer: String?
    public var expiry: PartialDate?
    public var issued: PartialDate?
    public var placeOfIssue: String?

    @inlinable
    public init(
        type: String? = nil, number: String? = nil, issuer: String? = nil, expiry: PartialDate? = nil,
        issued: PartialDate? = nil, placeOfIssue: String? = nil
    ) {
        self.type = type
        self.number = number
        self.issuer = issuer
        self.expiry = expiry
        self.issued = issued
        self.placeOfIssue = placeOfIssue
    }
}

/// A way to reach somebody.
public struct ReceivedContact: Hashable, Sendable, Codable {
    public var kind: ContactKind
    /// Telephone numbers as digits, e-mail addresses in upper case, postal addresses on one line.
    public var value: String

    @inlinable
    public init(kind: ContactKind, value: String) {
        self.kind = kind
        self.value = value
    }
}

/// The kinds of contact.
public enum ContactKind: String, Hashable, Sendable, Codable, CaseIterable {
    case phone, email, address
}
