# SPDX-License-Identifier: Apache-2.0
"""Carriers' messages of an invented day, composed around now. Every person here is made up."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7))
SGT = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Person:
    surname: str
    given: str
    born: str
    sex: str
    nation: str
    passport: str
    locator: str
    reference: str
    seat: str
    phone: str = ""

    @property
    def display(self):
        return f"{self.surname} / {self.given}"


# Watched by document, and the PNR gives another birth date: a hit with a disagreement.
COURIER = Person(
    "SURYANEGARA", "BIMO ADHI", "1985-04-12", "M", "IDN", "X9040117", "QZ7K2P", "TB0001", "14C", "628129040117"
)
# Travels in the same booking.
COMPANION = Person("SURYANEGARA", "LARAS AYU", "1988-09-30", "F", "IDN", "X9040118", "QZ7K2P", "TB0002", "14D")
# Watched only later, when the analyst adds an entry.
LATER = Person("VANDERMEULEN", "JORIS", "1979-02-03", "M", "NLD", "NX7713Z09", "PL4M9R", "TB0003", "21A")
# Of no interest to anybody; her data must stay masked.
BYSTANDER = Person("WIDHIARTA", "NI KADEK SEKAR", "1992-12-01", "F", "IDN", "X5550199", "HH2B8C", "TB0004", "7F")
# Watched, and cancelled while the officer looks.
LEAVER = Person("OKONKWO-TEST", "CHIDI", "1990-06-17", "M", "NGA", "A07719923", "ZZ1Q7W", "TB0005", "3A")
# A child on the watchlist of missing people.
CHILD = Person("PRAMUDITA", "ARKA", "2014-03-09", "M", "IDN", "X7007007", "KD5T3V", "TB0006", "9B")


@dataclass
class Flight:
    carrier: str
    number: str
    origin: str
    destination: str
    departure: datetime
    arrival: datetime
    people: list = field(default_factory=list)

    @property
    def designation(self):
        return f"{self.carrier} {self.number.zfill(4)}"


def flights(now):
    """The three flights of the day: due with the courier, due with the leaver, and one that appears later."""

    def at(minutes, zone):
        moment = now + timedelta(minutes=minutes)
        return moment.replace(second=0, microsecond=0).astimezone(zone)

    due = Flight("GA", "825", "SIN", "CGK", at(-20, SGT), at(85, WIB), [COURIER, COMPANION, LATER, BYSTANDER, CHILD])
    leaving = Flight("SQ", "956", "SIN", "CGK", at(30, SGT), at(140, WIB), [LEAVER, BYSTANDER])
    sudden = Flight("QZ", "267", "SIN", "CGK", at(60, SGT), at(170, WIB), [COMPANION])
    return due, leaving, sudden


def envelope(kind, carrier, version, moment, reference, body):
    sent = moment.strftime("%y%m%d:%H%M")
    body.append(f"UNT+{len(body) + 1}+{reference}")
    head = "UNOA:4" if kind == "PAXLST" else "IATA:1"
    lines = ["UNA:+.? '", f"UNB+{head}+{carrier}+IDCUSTOMS+{sent}+{reference}++{kind}"] + body + [f"UNZ+1+{reference}"]
    return (lines[0] + "'\n".join(lines[1:]) + "'\n").encode()


def passenger(person, flight):
    return [
        f"NAD+FL+++{person.surname}:{':'.join(person.given.split())}",
        f"ATT+2++{person.sex}",
        f"DTM+329:{person.born[2:].replace('-', '')}",
        f"LOC+178+{flight.origin}",
        f"LOC+179+{flight.destination}",
        f"NAT+2+{person.nation}",
        f"RFF+AVF:{person.locator}",
        f"RFF+ABO:{person.reference}",
        f"RFF+SEA:{person.seat}",
        f"DOC+P:110:111+{person.passport}",
        "DTM+36:310801",
        f"LOC+91+{person.nation}",
    ]


def paxlst(flight, people, sent, reference, begin="BGM+745"):
    """A passenger list; `BGM+745+XR` cancels the people, `BGM+266+CLOB` closes with them on board."""
    body = [
        f"UNH+{reference}+PAXLST:D:05B:UN:IATA",
        begin,
        f"RFF+TN:{reference}:::1",
        "NAD+MS+++OPS CONTROL CENTRE",
        f"TDT+20+{flight.carrier}{flight.number}+++{flight.carrier}",
        f"LOC+125+{flight.origin}",
        f"DTM+189:{flight.departure.strftime('%y%m%d%H%M')}:201",
        f"LOC+87+{flight.destination}",
        f"DTM+232:{flight.arrival.strftime('%y%m%d%H%M')}:201",
    ]
    for person in people:
        if "266" in begin:
            body += ["NAD+ZZZ", f"RFF+AVF:{person.locator}", f"RFF+ABO:{person.reference}"]
        else:
            body += passenger(person, flight)
    body.append(f"CNT+42:{len(people)}")
    return envelope("PAXLST", flight.carrier, "05B", sent, reference, body)


def pnrgov(flight, parties, sent, reference):
    """Bookings. The courier's birth date differs from the passenger list: 21 April, not 12 April."""

    def stamp(moment):
        return moment.strftime("%d%m%y:%H%M")

    body = [
        f"UNH+{reference}+PNRGOV:11:1:IA+{flight.carrier}{flight.number}",
        "MSG+:22",
        f"ORG+{flight.carrier}:{flight.origin}",
        f"TVL+{stamp(flight.departure)}:{stamp(flight.arrival)}+{flight.origin}+{flight.destination}"
        f"+{flight.carrier}+{flight.number}",
        f"EQN+{len(parties)}",
    ]
    booked = sent - timedelta(days=1)
    for party in parties:
        first = party[0]
        body += [
            "SRC",
            f"RCI+{flight.carrier}:{first.locator}::{stamp(booked)}",
            f"DAT+700:{stamp(sent)}+710:{stamp(booked)}",
            f"IFT+4:28::{flight.carrier}+CTCP {flight.origin} {first.phone or '6281200000001'} A",
            "ORG+1A:SIN+99900112:QRST+++T+ID+QRST",
        ]
        for index, person in enumerate(party):
            born = "1985-04-21" if person is COURIER else person.born
            dob = datetime.strptime(born, "%Y-%m-%d").strftime("%d%b%y").upper()
            given = person.given.split()
            body += [
                f"TIF+{person.surname}+{person.given}:A:{index + 1}",
                f"REF+:{person.reference}",
                f"SSR+DOCS:HK:1:{flight.carrier}:::::/P/{person.nation}/{person.passport}/{person.nation}/{dob}"
                f"/{person.sex}/01AUG31/{person.surname}/{'/'.join(given)}",
                f"SSR+SPML:HK:1:{flight.carrier}:::::CANARYMEAL KOSHER"
                if person is BYSTANDER
                else f"TKT+126{1000000000 + index}:T:1",
                "FOP+CA::310.00",
            ]
        body += [
            f"TVL+{stamp(flight.departure)}:{stamp(flight.arrival)}+{flight.origin}+{flight.destination}"
            f"+{flight.carrier}+{flight.number}:Y",
            f"RPI+{len(party)}+HK",
        ]
    return envelope("PNRGOV", flight.carrier, "11:1", sent, reference, body)


def watchlist(today):
    """The entries at the start of the day."""
    review = (today + timedelta(days=60)).isoformat()
    expiry = (today + timedelta(days=120)).isoformat()
    head = (
        "LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,"
        "OWNER,BASIS,CATEGORY,GRADING,REVIEW_DATE,EXPIRY,REASON"
    )
    rows = [
        f"T-1,person,{COURIER.surname},{COURIER.given},{COURIER.born},M,IDN,P,{COURIER.passport},IDN,,,,"
        f"P2 Soekarno-Hatta,NHI-7/2026,narcotics,B2,{review},{expiry},Periksa bagasi",
        f"T-2,person,{LEAVER.surname},{LEAVER.given},{LEAVER.born},M,NGA,P,{LEAVER.passport},NGA,,,,"
        f"P2 Soekarno-Hatta,NHI-9/2026,currency,B2,{review},{expiry},Uang tunai besar",
        f"T-3,document,,,,,,P,{CHILD.passport},IDN,,,,P2 Soekarno-Hatta,NI-3/2026,other,A1,{review},{expiry},"
        "Anak dicari keluarganya",
    ]
    return "\n".join([head] + rows) + "\n"


def expired_entry(today):
    """A file with one entry that is no longer valid, for a traveller who is listed."""
    head = watchlist(today).splitlines()[0]
    review = (today - timedelta(days=40)).isoformat()
    expiry = (today - timedelta(days=30)).isoformat()
    row = (
        f"T-9,person,{LATER.surname},{LATER.given},{LATER.born},{LATER.sex},{LATER.nation},P,{LATER.passport},"
        f"{LATER.nation},,,,P2 Soekarno-Hatta,NHI-1/2026,narcotics,B2,{review},{expiry},Entri lama"
    )
    return head + "\n" + row + "\n"
