# SPDX-License-Identifier: Apache-2.0
"""Makes single name words out of the tables: composed, coined and respelled, so that the vocabulary has a long tail."""
import words as w

VOWELS = set("AEIOU")
RESPELLINGS = (("I", "Y"), ("Y", "I"), ("F", "P"), ("SY", "S"), ("Z", "J"), ("KH", "H"), ("TH", "T"), ("DH", "D"), ("AH", "A"),
               ("UDDIN", "UDIN"), ("IA", "IYA"), ("IYA", "IA"), ("AI", "AE"), ("U", "O"), ("O", "U"), ("QO", "KO"), ("V", "P"),
               ("KS", "X"), ("NN", "N"), ("LL", "L"), ("D", "DH"), ("K", "Q"), ("S", "Z"), ("C", "CH"))
OLD_SPELLINGS = (("J", "DJ"), ("C", "TJ"), ("U", "OE"), ("Y", "J"), ("NY", "NJ"), ("SY", "SJ"), ("KH", "CH"))


def replace_once(draw, word, pairs):
    """Applies one pair that fits, at one random place; the word itself when none fits."""
    fitting = [pair for pair in pairs if pair[0] in word]
    if not fitting:
        return word
    old, new = draw.pick(fitting)
    places, at = [], word.find(old)
    while at >= 0:
        places.append(at)
        at = word.find(old, at + 1)
    at = draw.pick(places)
    return word[:at] + new + word[at + len(old):]


def old_spelling(draw, word):
    """The spelling from before 1972, as a whole (all OE, DJ, TJ) or in one place."""
    if draw.chance(.5):
        return replace_once(draw, word, OLD_SPELLINGS)
    changed = word.replace("J", "DJ").replace("NY", "NJ").replace("C", "TJ").replace("U", "OE")
    return changed.replace("Y", "J") if draw.chance(.4) else changed


def new_spelling(word):
    """The spelling since 1972 of a word written the old way."""
    for old, new in (("DJ", "\0"), ("TJ", "C"), ("NJ", "NY"), ("SJ", "SY"), ("OE", "U"), ("\0", "J")):
        word = word.replace(old, new)
    return word


def join(first, second):
    """Joins two name parts, keeping one of two equal letters and no clash of two vowels."""
    if first[-1] == second[0]:
        return first + second[1:]
    if first[-1] in VOWELS and second[0] in VOWELS:
        return first[:-1] + second
    return first + second


def javanese(draw, sex):
    """An old-style Javanese name such as SUKARMAN or WARTINAH."""
    word = draw.ranked(w.JAVA_START, 1.5)
    if draw.chance(.62):
        word = join(word, draw.ranked(w.JAVA_MIDDLE, 1.3))
    return join(word, draw.ranked(w.JAVA_END_M if sex == "M" else w.JAVA_END_F, 1.4))


def islamic(draw, sex):
    """A composed name of Islamic origin: SYAMSUDDIN, ABDURRAHMAN, NURJANAH, KHOIRUL ..."""
    at = draw.unit()
    if sex == "M":
        if at < .45:
            return join(draw.ranked(w.ISLAM_ROOT, 1.4), draw.pick(("UDDIN", "UDIN", "UDIN", "ULLAH", "ULAH", "URI", "IDIN", "AN")))
        if at < .6:
            word = draw.ranked(w.ISLAM_ATTRIBUTE)
            return "ABDU" + (word[0] if word[0] in "RSZD" else "L") + word
        if at < .8:
            return draw.ranked(w.ISLAM_ROOT) + draw.pick(("UL", "IL", "URRAHMAN", "URI", "AN"))
        return draw.ranked(w.ISLAM_M)
    if at < .5:
        return "NUR" + draw.pick(("", "", "", "", "UL", "IL")) + draw.ranked(w.ISLAM_LAST_F).replace("'", "")
    if at < .75:
        return draw.ranked(w.ISLAM_ROOT) + draw.pick(("IAH", "IYAH", "AH", "IATI", "INAH", "IDAH", "AWATI"))
    return draw.ranked(w.ISLAM_F)


def coined(draw, sex):
    """A modern coinage such as ZAVIRANA or KENRIZIO."""
    word = draw.ranked(w.COIN_START, 1.2)
    if draw.chance(.7):
        word = join(word, draw.pick(w.COIN_MIDDLE))
    return join(word, draw.ranked(w.COIN_END_M if sex == "M" else w.COIN_END_F, 1.2))


def feminine(word):
    """A woman's name from a man's last word: SUPRIYANTO to SUPRIYANTI, KURNIAWAN to KURNIAWATI."""
    for end, other in (("AWAN", "AWATI"), ("ANTO", "ANTI"), ("ONO", "INI"), ("MAN", "MAWATI"), ("O", "I"), ("AN", "ANI"), ("A", "ANI")):
        if word.endswith(end):
            return word[:-len(end)] + other
    return word + "AH"


def drift(draw, word):
    """A clerk's respelling of a word, as families hand on."""
    if len(word) < 4:
        return word
    at = draw.unit()
    if at < .12:
        return word[:-1] if word[-1] == "H" else word + "H" if word[-1] in "AI" else word
    if at < .2:
        at = draw.between(1, len(word) - 2)
        return word[:at] + word[at] + word[at:] if word[at] in "NLSDMTR" and word[at - 1] in VOWELS else word
    return word[0] + replace_once(draw, word[1:], RESPELLINGS)


def similar(draw, word):
    """A brother's or sister's name that starts alike: RINA - RINI - RINDI."""
    if len(word) < 4:
        return word
    keep = 3 if len(word) > 5 else 2
    while keep < len(word) - 1 and word[keep - 1] in VOWELS and draw.chance(.5):
        keep += 1
    while keep > 2 and word[keep - 1] not in VOWELS:
        keep -= 1
    ending = draw.pick(("NI", "NA", "NTI", "NDA", "RA", "SKA", "TA", "DI", "LIA", "LDI", "NDRA", "YANTO", "WAN", "YATI", "NTO", "RNA", "FAN", "SMAN"))
    return join(word[:keep], ending if word[keep - 1] in VOWELS else "A" + ending)
