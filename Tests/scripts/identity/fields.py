# SPDX-License-Identifier: Apache-2.0
"""Dates, sex, places, numbers and contacts of a row."""
import datetime

import naming
from people import DAYS, HEAPS
from rates import KEY, NIK, PAPER, PLACE, READ, RESIDENCE


def text(date):
    return f"{date[0]:04d}-{date[1]:02d}-{date[2]:02d}"


def valid(date):
    """True for a day that exists."""
    try:
        datetime.date(*date)
        return True
    except ValueError:
        return False


def other_day(date, days):
    """The date so many days later."""
    return tuple((datetime.date(*date) + datetime.timedelta(days)).timetuple()[:3])


def digit_slip(draw, digits):
    """One digit typed as a neighbour on the keypad or any other."""
    at = draw.below(len(digits))
    digit = int(digits[at])
    new = (digit + draw.pick((-3, -1, 1, 3))) % 10 if draw.chance(.7) else (digit + draw.between(1, 9)) % 10
    return digits[:at] + str(new) + digits[at + 1:]


def transpose(draw, digits):
    """Two neighbouring digits changed over."""
    at = draw.below(len(digits) - 1)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:]


def _retyped(draw, date, change):
    """A date with a changed digit string that is still a date (an impossible one would have been refused)."""
    for _ in range(20):
        digits = change(draw, f"{date[2]:02d}{date[1]:02d}{date[0]:04d}")
        new = (int(digits[4:]), int(digits[2:4]), int(digits[:2]))
        if new != date and 1910 < new[0] <= 2026 and valid(new):
            return new
    return date


def write_date(draw, rates, row):
    """The birth date, as the paper has it and as it was typed."""
    date, key, home = row.person.date, row.key, row.person.origin
    if row.person.age > 45 and rates.hit(PAPER, "DATE_PAPER_HEAPED", home.regency.heaping * 4):
        date = (date[0] + draw.pick((0, 0, 0, -1, 1, 2)), *draw.pick(HEAPS))
        if date != row.person.date:
            row.tag("DATE_PAPER")
    elif rates.hit(PAPER, "DATE_PAPER"):
        date = (date[0] + draw.pick((-2, -1, 1, 2, 0)), date[1], draw.between(1, DAYS[date[1]]))
        if date != row.person.date:
            row.tag("DATE_PAPER")
    if rates.hit(KEY, "DATE_SWAPPED", key) and date[2] <= 12 and date[1] != date[2]:
        date = (date[0], date[2], date[1])
        row.tag("DATE_SWAPPED")
    for tag, change in (("DATE_DIGIT", digit_slip), ("DATE_TRANSPOSED", transpose)):
        if rates.hit(KEY, tag, key):
            new = _retyped(draw, date, change)
            if new != date:
                row.tag(tag)
            date = new
    if rates.hit(READ, "DATE_READ", row.read):
        date = _retyped(draw, date, digit_slip)
        row.tag("DATE_DIGIT")
    if rates.hit(KEY, "DATE_DAY_OFF", key):
        date = other_day(date, draw.pick((-1, 1)))
        row.tag("DATE_DAY_OFF")
    if rates.hit(KEY, "DATE_OTHER_YEAR", key):
        date = (date[0] + draw.pick((-10, -1, 1, 10)), date[1], min(date[2], DAYS[date[1]]))
        row.tag("DATE_OTHER_YEAR")
    if rates.hit(KEY, "DATE_HEAPED", key):
        date = (date[0], *draw.pick(HEAPS))
        row.tag("DATE_HEAPED")
    if rates.hit(KEY, "DATE_CENTURY", key) and date[0] < 2000:
        date = (date[0] + 100 if date[0] < 1927 else date[0] - 100, date[1], min(date[2], 28))
        row.tag("DATE_CENTURY")
    row.date = text(date)
    if rates.happens(row.party.flight.dates):
        row.date = ""
        row.tag("DATE_MISSING")
    elif rates.hit(KEY, "DATE_YEAR", key):
        row.date = row.date[:4]
        row.tag("DATE_YEAR_ONLY")
    elif rates.hit(KEY, "DATE_MONTH", key):
        row.date = row.date[:7]
        row.tag("DATE_MONTH_ONLY")


def forget_hidden(row):
    """Takes back the tags of date errors that a missing or shortened date no longer shows."""
    if len(row.date) < 10 and text(row.person.date).startswith(row.date):
        row.tags = [tag for tag in row.tags if not tag.startswith("DATE_") or tag.endswith(("_ONLY", "_MISSING"))]


def write_sex(draw, rates, row):
    row.sex = row.person.sex
    if rates.hit(KEY, "SEX_WRONG", row.key):
        row.sex = "F" if row.sex == "M" else "M"
        row.tag("SEX_WRONG")
    elif rates.happens(row.party.flight.sexes):
        row.sex = ""
        row.tag("SEX_MISSING")


def write_place(draw, rates, row, country):
    """The place of birth, mostly missing, in many forms."""
    person = row.person
    if not draw.chance(row.party.flight.place) or not person.place:
        return
    form, origin = draw.weighted(PLACE), person.origin
    row.place = person.place
    if person.why == "FOREIGNER":
        return
    bare = person.place.replace("KAB. ", "").replace("KOTA ", "")
    if form == "PLACE_REGENCY":
        row.place = draw.pick(("KAB ", "KABUPATEN ", "KAB. ", "KOTA ")) + bare
    elif form == "PLACE_DISTRICT":
        row.place = draw.pick(origin.regency.districts).name if draw.chance(.5) else origin.name
    elif form == "PLACE_PROVINCE":
        row.place = country.provinces[origin.code[:2]]
    elif form == "PLACE_SHORT":
        words = bare.split()
        row.place = words[0][:3] + " " + words[1] if len(words) > 1 else bare[:draw.pick((3, 4, 5, 8))]
    elif form == "PLACE_MISSPELT":
        row.place = naming.slip(draw, bare)
    elif form == "PLACE_RESIDENCE":
        row.place = person.home.district.regency.name
    elif form == "PLACE_COUNTRY":
        row.place = draw.pick(("INDONESIA", "IDN", "ID"))
    if row.place != person.place:
        row.tag(form if form != "registered" else "PLACE_REGENCY")


def write_nik(draw, rates, row, population):
    person = row.person
    if person.claimed_nik:
        row.nik = person.claimed_nik
        return
    if person.why in ("FOREIGNER", "IMPOSTOR_SEX") or not draw.chance(row.party.flight.nik) or not person.nik:
        return
    row.nik = person.nik
    if rates.hit(NIK, "NIK_DIGIT"):
        row.nik = digit_slip(draw, row.nik)
        row.tag("NIK_DIGIT")
    elif rates.hit(NIK, "NIK_SWAPPED"):
        row.nik = transpose(draw, row.nik)
        if row.nik != person.nik:
            row.tag("NIK_SWAPPED")
    elif rates.hit(NIK, "NIK_RELATIVE") and len(person.home.members) > 1:
        others = [p for p in person.home.members if p is not person]
        row.nik = others[0].nik if draw.chance(.7) else draw.pick(others).nik
        row.tag("NIK_RELATIVE")
    elif rates.hit(NIK, "NIK_OLD"):
        row.nik = population.number(population.country.near(draw, person.origin), person.date, person.sex)
        row.tag("NIK_OLD")


def write_residence(draw, rates, row, country):
    if not draw.chance(row.party.flight.residence):
        return
    person, district = row.person, row.person.home.district
    form = draw.weighted(RESIDENCE)
    if person.why == "FOREIGNER":
        row.residence = person.nationality
        return
    if form == "RESIDENCE_FORMER":
        if person.origin.code[:4] != district.code[:4]:
            row.tag(form)
        district, form = person.origin, "name"
    regency, code = district.regency, district.code
    row.residence = {"name": regency.name, "code4": code[:4], "code6": code, "dotted": f"{code[:2]}.{code[2:4]}.{code[4:]}",
                     "full": regency.full, "province": country.provinces[code[:2]], "country": "IDN"}[form]


def write_rest(draw, row, seat):
    """Document, nationality, contacts and seat."""
    person = row.person
    row.nationality = "" if draw.chance(.03) else person.nationality
    if row.nik and draw.chance(.5):
        row.document_type, row.document = "I", row.nik
    elif not draw.chance(.04):
        row.document_type = "P"
        row.document = (draw.pick("ABCEX") if person.nationality == "IDN" else draw.pick("HKGP")) + f"{draw.between(0, 9999999):07d}"
    row.seat = f"{seat // 6 % 38 + 1}{'ABCDEF'[seat % 6]}" if draw.chance(.6) else ""


def write_contacts(draw, rows):
    """One telephone and address for a booking, mostly."""
    phone = f"+62800{draw.between(0, 9999999):07d}" if draw.chance(.4) else ""
    name = rows[0].words[0].lower() if rows[0].words else "x"
    email = f"{name}{draw.between(1, 999)}@example.com" if draw.chance(.25) else ""
    for row in rows:
        row.phone, row.email = phone, email
