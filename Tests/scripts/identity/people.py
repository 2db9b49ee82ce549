# SPDX-License-Identifier: Apache-2.0
"""The invented population: people in households, with names, dates, numbers and moves that hang together."""
import composition
from places import address, registered_birth_place

YEAR = 2026
DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
HEAPS = ((1, 1), (1, 1), (1, 1), (7, 1), (7, 1), (7, 1), (12, 31), (12, 31), (8, 17), (5, 5))
HEAD, HUSBAND, WIFE, CHILD, CHILD_IN_LAW, GRANDCHILD, PARENT, PARENT_IN_LAW, RELATIVE = (
    "KEPALA KELUARGA", "SUAMI", "ISTRI", "ANAK", "MENANTU", "CUCU", "ORANG TUA", "MERTUA", "FAMILI LAIN")


class Person:
    """One person; `registered` is false for those who are kept out of residents.csv, `why` says what they are then."""
    __slots__ = ("nik", "name", "place", "date", "sex", "relation", "mother", "father", "home", "origin", "registered", "why",
                 "travels", "husband", "claimed_nik", "nationality")

    def __init__(self, name, date, sex, relation, mother, father, home, origin):
        self.name, self.date, self.sex, self.relation = name, date, sex, relation
        self.mother, self.father, self.home, self.origin = mother, father, home, origin
        self.registered, self.why, self.travels = True, "", False
        self.nik = self.place = ""
        self.husband = self.claimed_nik = None
        self.nationality = "IDN"

    @property
    def age(self):
        return YEAR - self.date[0]


class Household:
    """People on one family card."""
    __slots__ = ("kk", "address", "rt", "rw", "district", "former", "moved", "culture", "members")


class Brood:
    """Brothers and sisters: the same parents, and habits of naming that they share."""

    def __init__(self, draw, father, mother, culture, family):
        self.father, self.mother, self.culture, self.family = father, mother, culture, family
        last = father.split(",")[0].split()[-1]
        if family is None and culture != "BALI" and len(last) > 3 and draw.chance(.2):
            self.family = last
        self.alike = draw.chance(.12)
        self.common = draw.chance(.1)
        self.first = {}
        self.order = 0

    def name(self, draw, namer, sex, year):
        """A name for the next child."""
        self.order += 1
        name = namer.name(sex, year, self.culture, self.family, self.order)
        if self.culture in ("BALI", "CHINESE"):
            return name
        words = name.split()
        if self.alike and self.first:
            words[0] = composition.similar(draw, draw.pick(list(self.first.values())))
        elif self.common and sex in self.first and len(words) > 1:
            words[0] = self.first[sex]
        else:
            self.first[sex] = words[0]
        return " ".join(words)


class Population:
    """Builds households until enough residents are registered."""

    def __init__(self, draw, country, namer):
        self.draw, self.country, self.namer = draw, country, namer
        self.households, self.registered = [], 0
        self._serials, self._cards, self._clans = {}, {}, []

    def build(self, residents):
        while self.registered < residents:
            self._household()
        excess = self.registered - residents
        for person in reversed([p for h in self.households[-20:] for p in h.members]):
            if excess and person.registered:
                person.registered, person.why, excess = False, "ABSENT_MEMBER", excess - 1
        self.registered = residents

    # numbers and dates

    def birth(self, year, district):
        """A birth date before the year of travel; unknown days of old people are heaped, more so in some regencies."""
        draw, year = self.draw, min(year, YEAR - 1)
        heaping = district.regency.heaping * (1 if year < 1965 else .35 if year < 1985 else .05)
        if draw.chance(heaping):
            if year < 1975 and draw.chance(.3):
                year -= year % 5
            return (year, *draw.pick(HEAPS)), True
        month = draw.between(1, 12)
        return (year, month, draw.between(1, DAYS[month] + (month == 2 and year % 4 == 0))), False

    def number(self, district, date, sex, unsure=False):
        """A new NIK; a few do not agree with the record's date or sex."""
        draw, (year, month, day) = self.draw, date
        at = draw.unit()
        if unsure and at < .04:
            month, day = draw.pick(HEAPS)
        elif at < .0012 and day <= 12:
            month, day = day, month
        elif at < .0025:
            day = day % 28 + 1
        elif at < .0035:
            sex = "F" if sex == "M" else "M"
        elif at < .0045:
            year += draw.pick((-1, 1, -10, 2))
        stem = f"{district.code}{day + (40 if sex == 'F' else 0):02d}{month:02d}{year % 100:02d}"
        serial = self._serials.get(stem)
        serial = (1 if draw.chance(.75) else draw.between(2, 9)) if serial is None else serial + 1
        self._serials[stem] = serial
        return f"{stem}{serial:04d}"

    def _card(self, district):
        stem = f"{district.code}{self.draw.between(1, 28):02d}{self.draw.between(1, 12):02d}{self.draw.between(4, 25):02d}"
        self._cards[stem] = self._cards.get(stem, 0) + 1
        return f"{stem}{self._cards[stem]:04d}"

    def add(self, home, name, year, sex, relation, mother, father, origin, date=None):
        """Adds a person first registered in `origin`."""
        draw = self.draw
        unsure = False
        if date is None:
            date, unsure = self.birth(year, origin)
        person = Person(name, date, sex, relation, mother, father, home, origin)
        person.nik = self.number(origin, date, sex, unsure)
        at = draw.unit()
        birth = origin if at < .77 else self.country.near(draw, origin) if at < .92 else self.country.district(draw)
        person.place = registered_birth_place(draw, birth)
        home.members.append(person)
        return person

    # households

    def _origin(self, home, year):
        """Where a member of the household was first registered."""
        draw = self.draw
        if home.former and year < home.moved:
            return home.former
        if year > YEAR - 20:
            return home.district
        at = draw.unit()
        return home.district if at < .85 else self.country.near(draw, home.district) if at < .95 else self.country.district(draw)

    def _clan(self, culture, year):
        """The head's own parents: sometimes those of an earlier head, who is then a brother or sister."""
        draw = self.draw
        if self._clans and draw.chance(.25):
            clan, born = draw.pick(self._clans)
            if clan.culture == culture and abs(born - year) < 12:
                return clan
        family = self.namer.family(culture)
        father = self.namer.name("M", year - 28, culture, family, draw.between(1, 4))
        mother = self.namer.name("F", year - 24, culture, None, draw.between(1, 4))
        clan = Brood(draw, father, mother, culture, family)
        clan.order = draw.between(0, 3)
        if len(self._clans) < 400:
            self._clans.append((clan, year))
        else:
            self._clans[draw.below(400)] = (clan, year)
        return clan

    def _household(self):
        draw, country, namer = self.draw, self.country, self.namer
        home = Household()
        home.district = country.district(draw)
        home.culture = culture = country.culture(draw, home.district)
        home.former, home.moved = None, 0
        if draw.chance(.17):
            home.former = country.near(draw, home.district) if draw.chance(.45) else country.district(draw)
            home.moved = draw.between(2004, 2025)
            culture = home.culture = country.culture(draw, home.former)
        home.kk, home.address = self._card(home.district), address(draw)
        home.rt, home.rw, home.members = draw.between(1, 14), draw.between(1, 12), []

        age = int(20 + 64 * ((draw.unit() + draw.unit()) / 2) ** 1.25) if draw.chance(.9) else draw.between(19, 92)
        year = YEAR - age
        clan = self._clan(culture, year)
        woman = draw.chance(.09 + max(0, age - 45) * .007)
        sex = "F" if woman else "M"
        head = self.add(home, clan.name(draw, namer, sex, year), year, sex, HEAD, clan.mother, clan.father, self._origin(home, year))
        single = draw.chance(.5) if age < 27 else draw.chance(.06)
        spouse = None
        if not single and (not woman or draw.chance(.05)) and draw.chance(1 - max(0, age - 58) * .018):
            spouse = self._spouse(home, head, HUSBAND if woman else WIFE)
        if not single:
            self._children(home, head, spouse, clan.family if not woman else None)
        self._relatives(home, head, spouse, clan)
        self._leave_out(home)
        self.households.append(home)

    def _spouse(self, home, partner, relation):
        """A husband or wife, from the same culture mostly."""
        draw = self.draw
        sex = "M" if partner.sex == "F" else "F"
        year = partner.date[0] + (draw.between(-2, 9) if sex == "F" else -draw.between(-2, 9))
        year = min(year, YEAR - 17)
        culture = home.culture if draw.chance(.88) else self.country.culture(draw, home.district)
        clan = self._clan(culture, year)
        at = draw.unit()
        origin = partner.origin if at < .6 else self.country.near(draw, partner.origin) if at < .86 else self.country.district(draw)
        person = self.add(home, clan.name(draw, self.namer, sex, year), year, sex, relation, clan.mother, clan.father, origin)
        wife, husband = (person, partner) if sex == "F" else (partner, person)
        wife.husband = husband.name
        return person

    def _children(self, home, head, spouse, family):
        """The children still at home, twins at one birth in a hundred, and sometimes a married child's family."""
        draw, namer = self.draw, self.namer
        if head.sex == "M":
            father, mother_year = head.name, spouse.date[0] if spouse else head.date[0] + 3
            mother = spouse.name if spouse else namer.name("F", mother_year, home.culture)
        else:
            mother, mother_year = head.name, head.date[0]
            family = family or namer.family(home.culture)
            father = spouse.name if spouse else namer.name("M", head.date[0] - 4, home.culture, family)
        brood = Brood(draw, father, mother, home.culture, family)
        wanted = draw.weighted(((0, 6), (1, 16), (2, 36), (3, 25), (4, 11), (5, 5), (7, 1)))
        year = mother_year + draw.between(18, 29)
        for _ in range(wanted):
            if year > YEAR or year > mother_year + 45:
                break
            age = YEAR - year
            if age < 19 or draw.chance(.5 if age < 27 else .14):
                sex = "M" if draw.chance(.512) else "F"
                child = self.add(home, brood.name(draw, namer, sex, year), year, sex, CHILD, mother, father, self._origin(home, year))
                if draw.chance(.01):
                    self._twin(home, child, brood)
                elif age > 21 and head.age > 44 and draw.chance(.22):
                    self._married_child(home, child)
            year += 1 + draw.below(6)

    def _twin(self, home, child, brood):
        draw = self.draw
        sex = child.sex if draw.chance(.67) else ("F" if child.sex == "M" else "M")
        name = brood.name(draw, self.namer, sex, child.date[0])
        if draw.chance(.6):
            words, other = name.split(), child.name.split()
            words[0] = composition.similar(draw, other[0])
            if draw.chance(.5) and len(other) > 1 and sex == child.sex:
                words[1:] = other[1:]
            name = " ".join(words)
        self.add(home, name, 0, sex, CHILD, child.mother, child.father, child.origin, child.date)

    def _married_child(self, home, child):
        partner = self._spouse(home, child, CHILD_IN_LAW)
        father, mother = (child, partner) if child.sex == "M" else (partner, child)
        brood = Brood(self.draw, father.name, mother.name, home.culture, self.namer.family(home.culture) if child.sex == "F" else None)
        year = max(child.date[0], partner.date[0]) + self.draw.between(20, 27)
        for _ in range(self.draw.between(0, 3)):
            if year > YEAR:
                break
            sex = "M" if self.draw.chance(.512) else "F"
            self.add(home, brood.name(self.draw, self.namer, sex, year), year, sex, GRANDCHILD, mother.name, father.name, home.district)
            year += self.draw.between(2, 5)

    def _relatives(self, home, head, spouse, clan):
        draw, namer = self.draw, self.namer
        if 25 < head.age < 62 and draw.chance(.07):
            sex = "F" if draw.chance(.7) else "M"
            year = head.date[0] - draw.between(19, 33)
            self._elder(home, clan.mother if sex == "F" else clan.father, year, sex, PARENT)
        if spouse and 25 < head.age < 60 and draw.chance(.04):
            sex = "F" if draw.chance(.7) else "M"
            self._elder(home, spouse.mother if sex == "F" else spouse.father, spouse.date[0] - draw.between(19, 33), sex, PARENT_IN_LAW)
        if draw.chance(.045):
            if draw.chance(.5):
                year = min(YEAR - 6, head.date[0] + draw.between(-5, 14))
                sex = draw.pick("MF")
                self.add(home, clan.name(draw, namer, sex, year), year, sex, RELATIVE, clan.mother, clan.father, self._origin(home, year))
            else:
                year, sex = YEAR - draw.between(4, 60), draw.pick("MF")
                other = Brood(draw, namer.name("M", year - 28, home.culture), namer.name("F", year - 25, home.culture), home.culture, None)
                self.add(home, other.name(draw, namer, sex, year), year, sex, RELATIVE, other.mother, other.father, self._origin(home, year))

    def _elder(self, home, name, year, sex, relation):
        namer, culture = self.namer, home.culture
        father = namer.name("M", year - 28, culture, namer.family(culture))
        self.add(home, name, year, sex, relation, namer.name("F", year - 24, culture), father, self._origin(home, year))

    def _leave_out(self, home):
        """Whole households and single members whom the registry does not hold."""
        draw, members = self.draw, home.members
        at = draw.unit()
        if at < .02:
            for person in members:
                person.registered, person.why = False, "ABSENT_FAMILY"
        elif at < .05 and len(members) > 1:
            person = draw.pick(members)
            person.registered, person.why = False, "ABSENT_MEMBER"
        self.registered += sum(1 for person in members if person.registered)
