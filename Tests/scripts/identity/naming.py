# SPDX-License-Identifier: Apache-2.0
"""From the words on a paper to the surname and given name of a message: slips, cuts and carriers' conventions."""
import composition
import words2 as v
from rates import KEY, READ

OCR = (("O", "0"), ("I", "1"), ("I", "L"), ("L", "I"), ("B", "8"), ("S", "5"), ("RN", "M"), ("M", "RN"), ("G", "6"), ("Z", "2"), ("D", "O"),
       ("U", "V"), ("VV", "W"), ("H", "N"), ("E", "F"), ("C", "G"), ("Q", "O"), ("K", "X"), ("N", "W"), ("A", "4"), ("T", "I"), ("L", "1"))
ROWS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
SHORT = {"YOHANES": "HANES", "ALEXANDER": "ALEX", "STEFANUS": "STEFAN", "FRANSISKUS": "FRANS", "AGUSTINUS": "AGUS", "ANTONIUS": "ANTON",
         "KRISTINA": "TINA", "ELISABET": "ELIS", "THERESIA": "TERE", "SAMUEL": "SAM", "DANIEL": "DANI", "YOSEPH": "YOS", "BAMBANG": "BENG",
         "SLAMET": "MET", "ENDANG": "ENDANG", "MUHAMMAD": "MAMAT", "ABDULLAH": "DULLAH", "AMINAH": "MINAH", "FATIMAH": "IMAH", "KRISTIAN": "IAN"}


def neighbour(draw, letter):
    """A key beside the letter's own."""
    for number, keys in enumerate(ROWS):
        at = keys.find(letter)
        if at >= 0:
            beside = keys[max(0, at - 1):at] + keys[at + 1:at + 2]
            if number and draw.chance(.3):
                beside = ROWS[number - 1][at:at + 1] or beside
            return draw.pick(beside)
    return letter


def slip(draw, word):
    """One slip of the hand."""
    if len(word) < 3:
        return word
    at, kind = draw.below(len(word)), draw.unit()
    if kind < .30:
        return word[:at] + word[at + 1:]
    if kind < .60:
        return word[:at] + neighbour(draw, word[at]) + word[at + 1:]
    if kind < .72:
        return word[:at] + word[at] + word[at:]
    if kind < .92:
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    return word[:at] + neighbour(draw, word[at]) + word[at:]


def nickname(draw, word):
    """A call name: a known short form, the end of a Javanese name (SUMIYATI - YATI), or the beginning (GREGORIUS - GREG)."""
    if word in SHORT:
        return SHORT[word]
    if len(word) < 6:
        return word
    if draw.chance(.7):
        for length in (4, 5, 3):
            if word[-length] not in composition.VOWELS and word[-length + 1] in composition.VOWELS:
                return word[-length:]
    return word[:4] if word[3] not in composition.VOWELS else word[:3]


def write(draw, rates, row):
    """Sets surname and given name."""
    key, words = row.key, list(row.words)
    before = list(words)
    if key and rates.hit(KEY, "NICKNAME", key):
        words[0] = nickname(draw, words[0])
        _note(row, "NICKNAME", before, words)
    if len(words) > 2 and rates.hit(KEY, "INITIALS", key):
        words = [words[0]] + [word[0] for word in words[1:-1]] + words[-1:]
        row.tag("INITIALS")
    if rates.hit(KEY, "RESPELT_KEY", key):
        before, at = list(words), draw.below(len(words))
        words[at] = composition.drift(draw, words[at])
        _note(row, "RESPELT", before, words)
    for table, tag, factor, change in ((KEY, "SLIP", key, slip), (READ, "OCR", row.read, misread)):
        times = 2 if rates.hit(table, tag + "_TWICE", factor) else int(rates.hit(table, tag, factor))
        for _ in range(times):
            before, at = list(words), draw.below(len(words))
            words[at] = change(draw, words[at])
            _note(row, tag, before, words)
    if len(words) > 1 and rates.hit(KEY, "GLUED", key):
        at = draw.below(len(words) - 1)
        words[at:at + 2] = [words[at] + words[at + 1]]
        row.tag("GLUED")
    elif len(words[0]) > 7 and rates.hit(KEY, "SPLIT", key):
        at = draw.between(3, len(words[0]) - 3)
        words[0:1] = [words[0][:at], words[0][at:]]
        row.tag("SPLIT")
    if len(words) > 1 and rates.hit(KEY, "ORDER", key):
        draw.shuffle(words)
        row.tag("ORDER")
    _fields(draw, rates, row, words)
    _salutation(draw, rates, row)
    _cut(draw, rates, row)


def misread(draw, word):
    """One letter taken for another by a reader."""
    return composition.replace_once(draw, word, OCR)


def _note(row, tag, before, words):
    if before != words:
        row.tag(tag)


def _fields(draw, rates, row, words):
    """Surname and given name; single names follow the carrier's convention."""
    if len(words) == 1:
        form = draw.weighted((("", 38), ("DOUBLED", 24), ("FNU", 12), ("LNU", 9), ("XXX", 6), ("given", 6), ("X", 3), ("DOT", 2)))
        word = words[0]
        row.surname, row.given = {"": (word, ""), "DOUBLED": (word, word), "FNU": (word, "FNU"), "LNU": ("LNU", word), "XXX": ("XXX", word),
                                  "given": ("", word), "X": (word, "X"), "DOT": (word, word[0])}[form]
        if form and form != "given":
            row.tag({"X": "XXX", "DOT": "DOUBLED"}.get(form, form))
        return
    cut = len(words) - (1 if draw.chance(.8) else draw.between(1, len(words) - 1))
    if row.person.home.culture == "CHINESE" and words[0] in v.CHINESE_OLD:
        row.surname, row.given = words[0], " ".join(words[1:])
    else:
        row.surname, row.given = " ".join(words[cut:]), " ".join(words[:cut])
    if rates.hit(KEY, "REVERSED", row.key):
        row.surname, row.given = row.given, row.surname
        row.tag("REVERSED")
    elif rates.hit(KEY, "ONE_FIELD", row.key):
        whole = " ".join(words)
        row.surname, row.given = (whole, "") if draw.chance(.6) else ("", whole) if draw.chance(.3) else (whole, "FNU")
        row.tag("ONE_FIELD")


def salutation(person):
    """MR, MRS, MS, MSTR, MISS as a carrier would choose."""
    if person.age < 12:
        return "MSTR" if person.sex == "M" else "MISS"
    return "MR" if person.sex == "M" else "MRS" if person.husband else "MS"


def _salutation(draw, rates, row):
    if rates.hit(KEY, "SALUTATION_GLUED", row.key):
        row.given += salutation(row.person)
        row.tag("SALUTATION_GLUED")
    elif rates.hit(KEY, "SALUTATION", row.key):
        row.given = (row.given + " " + salutation(row.person)).strip()
        row.tag("SALUTATION")


def cut(row, length, tag):
    """Cuts the whole name to so many characters, at the end of the given name first."""
    over = len(row.surname) + len(row.given) + 1 - length
    if over <= 0:
        return
    if over < len(row.given):
        row.given = row.given[:-over].strip()
    else:
        row.given, row.surname = "", row.surname[:length].strip()
    row.tag(tag)


def _cut(draw, rates, row):
    if row.key and rates.hit(KEY, "CUT24", row.key):
        cut(row, 24, "CUT24")
    cut(row, 38, "CUT39")
