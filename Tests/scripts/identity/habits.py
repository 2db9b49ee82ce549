# SPDX-License-Identifier: Apache-2.0
"""Errors that a whole booking shares: agents' habits, shifted rows, a relative's or neighbour's value in the wrong row."""
import fields
import naming
from rates import GROUP_HABITS, KEY


def agent(draw, rates, rows):
    """What one agent does to every row of the list."""
    on = {tag for tag in GROUP_HABITS if rates.hit(GROUP_HABITS, tag)}
    sex = draw.pick("MF")
    for row in rows:
        _names(draw, row, on)
        _dates(draw, row, on)
        if "ALL_SAME_SEX" in on and row.sex != sex:
            row.sex = sex
            row.tag("ALL_SAME_SEX")
    if "ROWS_SHIFTED" in on:
        _shift(draw, rows)


def _names(draw, row, on):
    if "ALL_DROP_LAST" in on and row.given and len(row.given.split()) > 1:
        row.given = row.given.rsplit(" ", 1)[0]
        row.tag("ALL_DROP_LAST")
    if "ALL_REVERSED" in on and row.given:
        row.surname, row.given = row.given, row.surname
        row.tag("ALL_REVERSED")
    elif "ALL_ONE_FIELD" in on and row.given:
        row.surname, row.given = f"{row.given} {row.surname}".strip(), ""
        row.tag("ALL_ONE_FIELD")
    if "ALL_GLUED" in on and " " in row.given + row.surname:
        row.surname, row.given = row.surname.replace(" ", ""), row.given.replace(" ", "")
        row.tag("ALL_GLUED")
    if "ALL_TITLES_GLUED" in on and "SALUTATION" not in row.tags and "SALUTATION_GLUED" not in row.tags:
        row.given += naming.salutation(row.person)
        row.tag("ALL_TITLES_GLUED")
    if "ALL_CUT20" in on:
        naming.cut(row, 20, "ALL_CUT20")


def _dates(draw, row, on):
    if len(row.date) < 10:
        return
    year, month, day = row.date.split("-")
    if "ALL_DATES_MISSING" in on:
        row.date = ""
        row.tag("ALL_DATES_MISSING")
    elif "ALL_YEARS_ONLY" in on:
        row.date = year
        row.tag("ALL_YEARS_ONLY")
    elif "ALL_0101" in on and draw.chance(.75):
        if (month, day) != ("01", "01"):
            row.date = year + "-01-01"
            row.tag("ALL_0101")
    elif "ALL_DATES_SWAPPED" in on and int(day) <= 12 and day != month:
        row.date = f"{year}-{day}-{month}"
        row.tag("ALL_DATES_SWAPPED")
    elif "ALL_DAY_OFF" in on:
        row.date = fields.text(fields.other_day((int(year), int(month), int(day)), -1))
        row.tag("ALL_DAY_OFF")


def _shift(draw, rows):
    """A column of a spreadsheet slid by one row over a stretch of the list."""
    if len(rows) < 4:
        return
    length = draw.between(3, min(9, len(rows)))
    start = draw.below(len(rows) - length + 1)
    part = rows[start:start + length]
    field, tag = draw.pick((("date", "SHIFTED_DATE"), ("date", "SHIFTED_DATE"), ("document", "SHIFTED_DOCUMENT"), ("sex", "SHIFTED_SEX"), ("nik", "SHIFTED_NIK")))
    values = [getattr(row, field) for row in part]
    for row, value in zip(part, values[1:] + values[:1]):
        if getattr(row, field) != value:
            row.tag(tag)
        setattr(row, field, value)


def neighbours(draw, rates, rows):
    """Single values taken from the row above or below, in any party."""
    for at, row in enumerate(rows):
        if len(rows) < 2:
            return
        other = rows[at - 1] if at else rows[1]
        for tag, field in (("NEIGHBOUR_DATE", "date"), ("NEIGHBOUR_SEX", "sex"), ("NEIGHBOUR_DOCUMENT", "document")):
            if rates.hit(KEY, tag, max(row.key, .3)) and getattr(row, field) != getattr(other, field):
                setattr(row, field, getattr(other, field))
                row.tag(tag)
