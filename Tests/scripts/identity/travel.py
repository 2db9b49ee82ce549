# SPDX-License-Identifier: Apache-2.0
"""Who travels with whom: parties on flights, with members that the registry does not hold."""
from people import CHILD, HEAD, HUSBAND, WIFE, YEAR, Brood, Person
from rates import CHANNELS, UNREGISTERED

KINDS = (("solo", 50), ("couple", 9), ("family", 15), ("friends", 6.5), ("umrah", .8), ("labour", .75), ("school", .35))
FOREIGN = (("MYS", 48), ("SGP", 18), ("PHL", 8), ("BRN", 4), ("THA", 5), ("SAU", 3), ("YEM", 2), ("TLS", 4), ("NLD", 3), ("", 5))
LOCATOR = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Flight:
    """A flight with what its carrier sends: two carriers' messages differ more than two passengers' do."""
    __slots__ = ("name", "date", "place", "nik", "residence", "dates", "sexes")

    def __init__(self, draw):
        self.name = draw.pick(("X1", "Y2", "Q9", "W8", "Z3", "V7")) + f"{draw.between(20, 990):04d}"
        self.date = f"{YEAR}-{draw.between(1, 12):02d}-{draw.between(1, 28):02d}"
        self.place = draw.pick((0, 0, .02, .05, .1, .8))          # share of rows with each field
        self.nik = draw.pick((.02, .02, .05, .05, .6))
        self.residence = draw.pick((0, .1, .2, .8))
        self.dates = draw.pick((.004, .004, .006, .01, .1))       # share of missing birth dates
        self.sexes = draw.pick((.005, .01, .02, .08))


class Party:
    """People who travel together; `members` holds (person, locator) pairs."""
    __slots__ = ("kind", "flight", "channel", "members")

    def __init__(self, kind, flight, channel):
        self.kind, self.flight, self.channel, self.members = kind, flight, channel, []


class Travel:
    """Forms parties out of a population."""

    def __init__(self, draw, population, namer):
        self.draw, self.population, self.namer = draw, population, namer
        self.absent = [h for h in population.households if not h.members[0].registered and not h.members[-1].registered]
        self.partial = [h for h in population.households if any(not p.registered for p in h.members)]
        self.near = {}
        for home in population.households:
            self.near.setdefault(home.district.regency.code, []).append(home)
        self.locators = set()

    def parties(self, travellers):
        """Parties until there are enough travellers; the last party is cut."""
        draw, made, out = self.draw, 0, []
        flights = [Flight(draw) for _ in range(max(3, travellers // 110))]
        while made < travellers:
            kind = draw.weighted(KINDS)
            channel = "agent" if kind in ("umrah", "labour", "school") else draw.weighted([(n, c[0]) for n, c in CHANNELS.items()])
            party = Party(kind, draw.pick(flights), channel)
            people = getattr(self, "_" + kind)()
            people = people[:travellers - made]
            self._book(party, people)
            made += len(people)
            out.append(party)
        return out

    def _book(self, party, people):
        """Gives the members their locators; families and groups are sometimes booked in pieces."""
        draw = self.draw
        pieces = 1
        if len(people) > 2 and party.kind in ("family", "friends") and draw.chance(.17):
            pieces = 2
        elif len(people) > 9 and draw.chance(.4):
            pieces = draw.between(2, 4)
        locators = [self._locator() for _ in range(pieces)]
        size = -(-len(people) // pieces) if people else 1
        for at, person in enumerate(people):
            party.members.append((person, locators[at // size]))

    def _locator(self):
        while True:
            text = "".join(self.draw.pick(LOCATOR) for _ in range(6))
            if text not in self.locators:
                self.locators.add(text)
                return text

    # picking people

    def _take(self, person):
        person.travels = True
        return person

    def _free(self, home, low, high, sex=None):
        return [p for p in home.members if not p.travels and low <= p.age <= high and (sex is None or p.sex == sex)]

    def _home(self, homes=None):
        """A household, drawn so that a twelfth or so of the travellers turn out to be unregistered."""
        draw, at = self.draw, self.draw.unit()
        if homes is None and self.absent and at < UNREGISTERED["ABSENT_FAMILY"]:
            return draw.pick(self.absent)
        if homes is None and self.partial and at < UNREGISTERED["ABSENT_FAMILY"] + .03:
            return draw.pick(self.partial)
        return draw.pick(homes or self.population.households)

    def one(self, low=18, high=85, sex=None, homes=None):
        """One person of an age and sex, or one of the kinds of unregistered people."""
        draw, at = self.draw, self.draw.unit()
        if homes is None and at < UNREGISTERED["FOREIGNER"]:
            return self._foreigner(low, high, sex)
        if at < UNREGISTERED["FOREIGNER"] + UNREGISTERED["UNREGISTERED_KIN"]:
            return self._kin(homes, low, high, sex)
        missing = self.partial if homes is None and draw.chance(UNREGISTERED["ABSENT_MEMBER"]) else None
        for attempt in range(400):
            if attempt == 60:
                homes = missing = None
            free = self._free(draw.pick(missing) if missing else self._home(homes), low, high, sex)
            if missing:
                free = [p for p in free if not p.registered]
            if free:
                person = self._take(draw.pick(free))
                return self._impostor(person) if person.registered and draw.chance(UNREGISTERED["IMPOSTOR"]) else person
        return self._foreigner(low, high, sex)

    def _foreigner(self, low, high, sex):
        draw = self.draw
        sex = sex or draw.pick("MF")
        year = YEAR - draw.between(max(low, 5), min(high, 75))
        nation = draw.weighted(FOREIGN)
        culture = draw.weighted((("MALAY", 5), ("CHINESE", 2), ("ARAB", 1.2), ("EAST", 1), ("JAVA", 1)))
        home = draw.pick(self.population.households)
        person = Person(self.namer.name(sex, year, culture, self.namer.family(culture)), self.population.birth(year, home.district)[0], sex,
                        "", "", self.namer.name("M", year - 28, culture), home, home.district)
        person.place = draw.pick(("MELAKA", "IPOH", "SINGAPURA", "DILI", "KUCHING", "MINDANAO", "HADHRAMAUT", ""))
        person.registered, person.why, person.nationality = False, "FOREIGNER", nation
        return person

    def _kin(self, homes, low, high, sex):
        """A brother, sister or child of registered people, who is not registered."""
        draw = self.draw
        for _ in range(50):
            home = draw.pick(homes or self.population.households)
            other = draw.pick(home.members)
            year = other.date[0] + draw.between(-8, 8)
            if low <= YEAR - year <= high and other.registered:
                break
        year = min(max(year, YEAR - 90), YEAR)
        brood = Brood(draw, other.father, other.mother, home.culture, None)
        words = other.name.split()
        brood.first = {other.sex: words[0]}
        if len(words) > 1 and home.culture in ("BATAK", "EAST", "CHINESE", "ARAB"):
            brood.family = words[-1] if home.culture != "CHINESE" or len(words[-1]) > 4 else None
        sex = sex or draw.pick("MF")
        person = Person(brood.name(draw, self.namer, sex, year), self.population.birth(year, home.district)[0], sex, CHILD,
                        other.mother, other.father, home, other.origin)
        person.place, person.registered, person.why = other.place, False, "UNREGISTERED_KIN"
        person.nik = self.population.number(other.origin, person.date, sex)
        return person

    def _impostor(self, real):
        """Someone who travels with a real resident's name and date, but a different sex or a NIK of nobody."""
        draw = self.draw
        person = Person(real.name, real.date, real.sex, real.relation, real.mother, real.father, real.home, real.origin)
        person.place, person.husband, person.registered = real.place, real.husband, False
        if draw.chance(.5):
            person.sex, person.why = ("F" if real.sex == "M" else "M"), "IMPOSTOR_SEX"
        else:
            person.why = "IMPOSTOR_NIK"
            person.claimed_nik = self.population.number(self.population.country.district(draw), self.population.birth(real.date[0], real.origin)[0], real.sex)
        return person

    # kinds of parties

    def _solo(self):
        return [self.one()]

    def _friends(self):
        low = self.draw.between(17, 50)
        return [self.one(low, low + 12) for _ in range(self.draw.between(2, 6))]

    def _couple(self):
        for _ in range(60):
            home = self._home()
            pair = [p for p in home.members if p.relation in (HEAD, WIFE, HUSBAND) and not p.travels]
            if len(pair) == 2:
                return [self._take(p) for p in pair]
        return [self.one(), self.one()]

    def _family(self):
        draw = self.draw
        for _ in range(60):
            home = self._home()
            free = [p for p in home.members if not p.travels]
            if len(free) > 1:
                if draw.chance(.35):
                    free = draw.sample(free, draw.between(2, len(free)))
                people = [self._take(p) for p in free]
                if draw.chance(.06):
                    people.append(self._kin([home], 1, 80, None))
                return people
        return [self.one(), self.one()]

    def _homes_near(self):
        return self.near[self.draw.pick(self.population.households).district.regency.code]

    def _umrah(self):
        """Older people of one or two regencies, half of them with husband or wife."""
        draw, people = self.draw, []
        size, homes = draw.between(10, 45), self._homes_near()
        if draw.chance(.4):
            homes = homes + self._homes_near()
        while len(people) < size:
            person = self.one(38, 78, None, homes)
            people.append(person)
            if person.relation in (HEAD, WIFE) and draw.chance(.55):
                people += [self._take(p) for p in person.home.members if p.relation in (HEAD, WIFE) and not p.travels and p is not person
                           and person.why != "UNREGISTERED_KIN"]
        if draw.chance(.8):
            people += [self.one(25, 55)]
        return people[:45]

    def _labour(self):
        draw = self.draw
        sex = "F" if draw.chance(.6) else "M"
        homes = self._homes_near()
        return [self.one(19, 42, sex if draw.chance(.93) else None, homes if draw.chance(.8) else None) for _ in range(draw.between(10, 45))]

    def _school(self):
        draw = self.draw
        low, homes = draw.pick((11, 13, 16)), self._homes_near()
        return [self.one(low, low + 2, None, homes) for _ in range(draw.between(10, 38))] + [self.one(25, 58, None, homes) for _ in range(draw.between(1, 4))]
