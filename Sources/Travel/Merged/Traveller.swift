// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One person on one voyage, merged from all messages about them.
public struct Traveller: Hashable, Sendable, Identifiable {
    /// The identity of the earliest contribution; see ``Contribution``.
    public var id: RecordID<Traveller>
    public var voyage: RecordID<Voyage>
    public var role: TravellerRole
    public var status: TravellerStatus
    public var surname: SourcedField<String>
    public var given: SourcedField<String>
    public var birthDate: SourcedField<PartialDate>
    public var sex: SourcedField<Sex>
    public var nationality: SourcedField<String>
    public var residence: SourcedField<String>
    public var birthPlace: SourcedField<String>
    public var embark: SourcedField<String>
    public var debark: SourcedField<String>
    public var seat: SourcedField<String>
    public var nik: SourcedField<NIK>
    public var bags: SourcedField<ReceivedBags>
    /// Every document ever received; one entry a number, current before superseded.
    public var documents: [Observation<ReceivedDocument>]
    public var contacts: [Observation<ReceivedContact>]
    public var recordLocators: [String]
    public var passengerReferences: [String]
    public var loyalty: [String]
    /// Keyed tokens of the cards that paid for the person's tickets, thirty-two hexadecimal digits each.
    public var cardTokens: [String]
    public var checkedInAt: CivilDateTime?
    /// What a state's system answered the carrier about the person (CUSRES), the latest first; a fact of the record.
    public var clearances: [Observation<ReceivedClearance>]
    /// What the person was merged from, in message order.
    public var contributions: [Contribution]

    public init(id: RecordID<Traveller>, voyage: RecordID<Voyage>) {
        self.id = id
        self.voyage = voyage
        role = .unknown
        status = .expected
        surname = SourcedField()
        given = SourcedField()
        birthDate = SourcedField()
        sex = SourcedField()
        nationality = SourcedField()
        residence = SourcedField()
        birthPlace = SourcedField()
        embark = SourcedField()
        debark = SourcedField()
        seat = SourcedField()
        nik = SourcedField()
        bags = SourcedField()
        documents = []
        contacts = []
        recordLocators = []
        passengerReferences = []
        loyalty = []
        cardTokens = []
        checkedInAt = nil
        clearances = []
        contributions = []
    }

    /// Surname and given name in one line, blank where neither is known.
    public var displayName: String {
        switch (surname.current, given.current) {
        case (let surname?, let given?): surname + " / " + given
        case (let surname?, nil): surname
        case (nil, let given?): given
        case (nil, nil): ""
        }
    }

    /// Whether the person is under 18 on a day, as far as the birth date tells; an unknown date counts as adult (R21).
    public func isChild(on day: CivilDate) -> Bool {
        guard let birth = birthDate.current else { return false }
        let years = day.year - birth.year
        guard years <= 18 else { return false }
        if years < 18 { return true }
        guard let month = birth.month else { return true }
        if month != day.month { return day.month < month }
        return birth.day.map { day.day < $0 } ?? true
    }
}

/// Where a traveller stands.
public enum TravellerStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Listed; the voyage is not closed.
    case expected
    /// Named on board by a close-out.
    case boarded
    /// The voyage closed without them.
    case notOnBoard = "not-on-board"
    /// Withdrawn by the carrier, alone or with the booking or voyage.
    case cancelled
}

/// What one message said about one traveller: a stable pointer that outlives every merge.
public struct Contribution: Hashable, Sendable, Codable {
    /// Derived from message and index; a traveller's id is that of its earliest contribution.
    public var id: RecordID<Traveller>
    public var source: SourceKind
    public var order: MessageOrder
    /// The index into the message's travellers.
    public var index: Int
    public var span: SegmentSpan?

    public init(id: RecordID<Traveller>, source: SourceKind, order: MessageOrder, index: Int, span: SegmentSpan?) {
        self.id = id
        self.source = source
        self.order = order
        self.index = index
        self.span = span
    }
}
