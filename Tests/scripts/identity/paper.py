# SPDX-License-Identifier: Apache-2.0
"""How the name on a traveller's paper differs from the registry's: customs, offices and ages, not slips."""
import re

import composition
import words2 as v
from rates import PAPER

SETS = {}
for _tag, _table in (("ARABIC", v.ARABIC_SETS), ("CHINESE", v.CHINESE_SETS)):
    for _set in _table:
        for _word in _set:
            SETS.setdefault(_word, (_tag, _set))
ARABIC_LETTERS = (("SY", "SH"), ("SH", "SY"), ("DZ", "Z"), ("TS", "TH"), ("KH", "H"), ("Q", "K"), ("AI", "AY"), ("OO", "U"), ("UDDIN", "UDDEEN"),
                  ("ULLAH", "OLLAH"), ("AH", "A"), ("F", "PH"), ("J", "DJ"), ("IYA", "IA"), ("HO", "HA"), ("RO", "RA"), ("ZH", "Z"))
CHINESE_LETTERS = (("TJ", "CH"), ("DJ", "J"), ("OE", "U"), ("HW", "H"), ("SIO", "XIO"), ("KH", "K"), ("Y", "J"), ("J", "R"), ("OK", "OCK"))


def registered_words(text):
    """The words of a registered name as papers print them: A-Z only, titles after a comma gone, H. and HJ. gone."""
    text = text.split(",")[0].replace("'", "")
    words = re.sub(r"[^A-Z ]", " ", text).split()
    while len(words) > 1 and words[0] in ("H", "HJ", "DR", "IR"):
        words = words[1:]
    return words


def write(draw, rates, row):
    """Fills `row.words`."""
    person, culture = row.person, row.person.home.culture
    words = registered_words(person.name)
    words = _forms(draw, rates, row, words, culture)
    words = _lengths(draw, rates, row, words)
    words = _kin_names(draw, rates, row, words)
    if rates.hit(PAPER, "TITLE", 4 if row.party.kind == "umrah" else 1):
        if draw.chance(.6):
            words = [draw.pick(("H", "HJ")[:2]) if person.age > 40 and draw.chance(.7) else draw.pick(v.TITLES_FRONT)] + words
        else:
            words = words + [draw.pick(v.TITLES_BACK)]
        row.tag("TITLE")
    row.words = words


def _forms(draw, rates, row, words, culture):
    """Other forms of the same words."""
    for at, word in enumerate(words):
        if (word in v.MUHAMMAD_ALL and (len(word) > 1 or at == 0)) and rates.hit(PAPER, "MUHAMMAD"):
            words[at] = draw.pick(v.MUHAMMAD_ALL)
            tag = "MUHAMMAD"
        elif word in v.AHMAD_ALL and rates.hit(PAPER, "AHMAD"):
            words[at] = draw.pick(v.AHMAD_ALL)
            tag = "AHMAD"
        elif word in v.ABDUL_ALL and at + 1 < len(words) and rates.hit(PAPER, "ABDUL"):
            words[at] = draw.pick(v.ABDUL_ALL)
            tag = "ABDUL"
        elif word in SETS and rates.hit(PAPER, SETS[word][0]):
            tag, others = SETS[word]
            words[at] = draw.pick(others)
        elif culture == "CHINESE" and rates.hit(PAPER, "CHINESE", .4):
            words[at] = composition.replace_once(draw, word, CHINESE_LETTERS)
            tag = "CHINESE"
        elif len(word) > 4 and rates.hit(PAPER, "ARABIC", .12):
            words[at] = composition.replace_once(draw, word, ARABIC_LETTERS)
            tag = "ARABIC"
        elif ("OE" in word or "DJ" in word or "TJ" in word) and rates.hit(PAPER, "NEW_SPELLING"):
            words[at] = composition.new_spelling(word)
            tag = "NEW_SPELLING"
        elif len(word) > 3 and rates.hit(PAPER, "OLD_SPELLING", .6 if row.person.age < 50 else 1.2):
            words[at] = composition.old_spelling(draw, word)
            tag = "OLD_SPELLING"
        elif rates.hit(PAPER, "RESPELT"):
            words[at] = composition.drift(draw, word)
            tag = "RESPELT"
        else:
            continue
        if words[at] != word:
            row.tag(tag)
    return words


def _lengths(draw, rates, row, words):
    """Words left out or shortened to initials."""
    if len(words) > 2 and rates.hit(PAPER, "DROP_MIDDLE"):
        del words[draw.between(1, len(words) - 2)]
        row.tag("DROP_MIDDLE")
    elif len(words) > 2 and rates.hit(PAPER, "INITIAL"):
        at = draw.between(0 if words[0] in v.MUHAMMAD_ALL else 1, len(words) - 2)
        words[at] = words[at][0]
        row.tag("INITIAL")
    if len(words) > 1 and rates.hit(PAPER, "DROP_LAST"):
        words.pop()
        row.tag("DROP_LAST")
    elif len(words) > 1 and rates.hit(PAPER, "DROP_FIRST"):
        words = words[1:]
        row.tag("DROP_FIRST")
    return words


def _kin_names(draw, rates, row, words):
    """A husband's, father's or second name that the registry does not have."""
    person = row.person
    if person.husband and rates.hit(PAPER, "MARRIED_ADDED"):
        words = words + registered_words(person.husband)[-1:]
        row.tag("MARRIED_ADDED")
    elif person.husband and len(words) > 1 and rates.hit(PAPER, "MARRIED_REPLACED"):
        words = words[:-1] + registered_words(person.husband)[-1:]
        row.tag("MARRIED_REPLACED")
    elif person.father:
        pilgrim = row.party.kind == "umrah" and len(words) < 3
        if rates.hit(PAPER, "FATHER_ADDED_MONONYM" if len(words) == 1 else "FATHER_ADDED", 3.5 if pilgrim and len(words) == 1 else 30 if pilgrim else 1):
            father = registered_words(person.father)
            words = words + (father[:1] if draw.chance(.6) else father[-1:] if draw.chance(.5) else father)
            row.tag("FATHER_ADDED")
        elif rates.hit(PAPER, "BIN", 8 if pilgrim else 5 if person.nationality == "MYS" else 1):
            words = words + ["BIN" if person.sex == "M" else "BINTI"] + registered_words(person.father)[:draw.between(1, 2)]
            row.tag("BIN")
    if rates.hit(PAPER, "ALIAS"):
        words = words + (["ALS"] if draw.chance(.4) else []) + [composition.javanese(draw, person.sex)]
        row.tag("ALIAS")
    return words[:6]
