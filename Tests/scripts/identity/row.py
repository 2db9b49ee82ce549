# SPDX-License-Identifier: Apache-2.0
"""One line of travellers.csv while it is being made, with its error tags."""

COLUMNS = "TRAVELLER_ID PNR FLIGHT FLIGHT_DATE SURNAME GIVEN DOB SEX BIRTH_PLACE NATIONALITY DOC_TYPE DOC_NO NIK RESIDENCE PHONE EMAIL SEAT".split()


class Row:
    """`words` is the name as the traveller's paper has it; surname and given are cut from it by `naming.py`."""
    __slots__ = ("person", "party", "pnr", "words", "surname", "given", "date", "sex", "place", "nationality", "document_type",
                 "document", "nik", "residence", "phone", "email", "seat", "tags", "key", "read")

    def __init__(self, person, party, pnr, key, read):
        self.person, self.party, self.pnr, self.key, self.read = person, party, pnr, key, read
        self.tags = [person.why] if not person.registered else []
        self.surname = self.given = self.date = self.sex = self.place = self.nationality = self.document_type = ""
        self.document = self.nik = self.residence = self.phone = self.email = self.seat = ""
        self.words = []

    def tag(self, name):
        """Notes an error once."""
        if name not in self.tags:
            self.tags.append(name)

    def line(self, identifier):
        flight = self.party.flight
        return (identifier, self.pnr, flight.name, flight.date, self.surname, self.given, self.date, self.sex, self.place,
                self.nationality, self.document_type, self.document, self.nik, self.residence, self.phone, self.email, self.seat)
