# SPDX-License-Identifier: Apache-2.0
"""Whole names as the registry holds them, by culture, sex and year of birth."""
import composition as c
import words as w
import words2 as v

# share of names with one, two, three, four words, for people born before 1960, before 1985, before 2005, later
LENGTHS = {"M": ((.76, .20, .03, .01), (.60, .30, .08, .02), (.40, .39, .18, .03), (.11, .43, .38, .08)),
           "F": ((.82, .15, .02, .01), (.64, .27, .07, .02), (.42, .38, .17, .03), (.11, .42, .39, .08))}


def cohort(year):
    """0 for the oldest to 3 for the youngest names."""
    return 0 if year < 1960 else 1 if year < 1985 else 2 if year < 2005 else 3


class Namer:
    """Draws names; `family` is a word that relatives share (clan, or a father's last word), or None."""

    def __init__(self, draw):
        self.draw = draw

    def name(self, sex, year, culture, family=None, order=1):
        """A full name, upper case, as registered."""
        draw, age = self.draw, cohort(year)
        parts = getattr(self, "_" + culture.lower())(sex, age, family, order)
        parts = [self._respelled(part, age) for part in parts]
        text = " ".join(parts)
        if len(text) > 60:
            text = " ".join(parts[:3])[:60].strip()
        if age < 3 and draw.chance(.012):
            text = self._titled(text, sex)
        return text

    def family(self, culture):
        """A name that a whole family carries, or None where there is no such custom."""
        draw = self.draw
        if culture == "BATAK":
            return draw.ranked(v.BATAK, 1.5)
        if culture == "EAST":
            return draw.ranked(v.EAST, 1.2)
        if culture == "CHINESE":
            return draw.ranked(v.CHINESE_FAMILY, 1.5)
        if culture == "ARAB":
            return draw.ranked(v.ARAB, 1.3)
        return None

    def _respelled(self, word, age):
        draw = self.draw
        if age < 2 and draw.chance((.055, .02)[age]):
            return c.old_spelling(draw, word)
        if draw.chance((.03, .035, .05, .08)[age]):
            return c.drift(draw, word)
        return word

    def _titled(self, text, sex):
        draw = self.draw
        if draw.chance(.5):
            return ("H. " if sex == "M" else "HJ. ") + text
        return text + ", " + draw.pick(("S.PD", "SE", "SH", "ST", "S.AG", "A.MD", "S.KOM"))

    def _count(self, sex, age):
        at, count = self.draw.unit(), 1
        for share in LENGTHS[sex][age]:
            at -= share
            if at < 0:
                return count
            count += 1
        return 4

    # The general Javanese and Islamic stock

    def _first(self, sex, age):
        draw, at, male = self.draw, self.draw.unit(), sex == "M"
        if age == 3:
            if at < .30:
                return draw.ranked(w.MODERN_M if male else w.MODERN_F, 1.5)
            if at < .52:
                return c.coined(draw, sex)
            if at < .72 and male:
                return draw.pick(v.MUHAMMAD)
            if at < .88:
                return draw.ranked(w.ISLAM_M if male else w.ISLAM_F, 1.6)
        elif age == 2:
            if at < .22:
                return draw.ranked(w.MODERN_M if male else w.MODERN_F, 1.5)
            if at < .30:
                return c.coined(draw, sex)
            if at < .42 and male:
                return draw.pick(v.MUHAMMAD)
            if at < .60:
                return draw.ranked(w.ISLAM_M if male else w.ISLAM_F, 1.6)
        elif at < .05 and male:
            return draw.pick(v.MUHAMMAD)
        elif at < .22:
            return draw.ranked(w.ISLAM_M if male else w.ISLAM_F, 1.6)
        elif at < .30:
            return c.islamic(draw, sex)
        return draw.ranked(w.JAVA_M if male else w.JAVA_F, 1.5)

    def _last(self, sex, age):
        draw, at, male = self.draw, self.draw.unit(), sex == "M"
        if at < .12:
            return c.javanese(draw, sex) if age < 2 else c.coined(draw, sex)
        if at < .30:
            return draw.ranked(w.ISLAM_LAST_M if male else w.ISLAM_LAST_F, 1.5)
        if at < .36 and not male:
            return c.feminine(draw.ranked(w.JAVA_LAST_M, 1.4))
        if at < .40:
            return c.islamic(draw, sex)
        return draw.ranked(w.JAVA_LAST_M if male else w.JAVA_LAST_F, 1.5)

    def _single(self, sex, age):
        draw, at = self.draw, self.draw.unit()
        if age < 2:
            return c.javanese(draw, sex) if at < .72 else c.islamic(draw, sex)
        if at < .4:
            return c.islamic(draw, sex)
        return self._last(sex, age) if at < .7 else self._first(sex, age).replace("M.", "MUHAMMAD")

    def _java(self, sex, age, family, order):
        count = self._count(sex, age)
        if count == 1:
            return [self._single(sex, age)]
        parts = [self._first(sex, age)]
        if parts[0] == "ABDUL":
            parts.append(self.draw.ranked(w.ISLAM_ATTRIBUTE, 1.5))
        elif parts[0] == "SITI" and self.draw.chance(.7):
            parts.append(self.draw.ranked(w.ISLAM_F[1:], 1.4))
        while len(parts) < count - 1:
            parts.append(self._first(sex, age).replace("M.", "FAJAR"))
        if len(parts) < count or len(parts) == 1:
            parts.append(family or self._last(sex, age))
        return parts

    def _regional(self, sex, age, family, firsts, lasts, share):
        """Culture tables for a share of the words, the general stock for the rest."""
        draw, count = self.draw, self._count(sex, age)
        if count == 1:
            if draw.chance(.5):
                return [draw.ranked(firsts, 1.3)]
            return [c.islamic(draw, sex) if draw.chance(.7) else draw.ranked(lasts, 1.2)]
        parts = [draw.ranked(firsts, 1.4) if draw.chance(share) else self._first(sex, age)]
        while len(parts) < count - 1:
            parts.append(self._first(sex, age).replace("M.", "RIZAL"))
        parts.append(family or (draw.ranked(lasts, 1.4) if draw.chance(share + .1) else self._last(sex, age)))
        return parts

    def _sunda(self, sex, age, family, order):
        male = sex == "M"
        return self._regional(sex, age, family, w.SUNDA_M if male else w.SUNDA_F,
                              w.SUNDA_LAST_M if male else w.SUNDA_LAST_F, (.75, .6, .35, .12)[age])

    def _malay(self, sex, age, family, order):
        if self.draw.chance(.3):
            return [c.islamic(self.draw, sex)] + ([family or self.draw.ranked(v.MALAY_LAST, 1.3)] if age > 1 else [])
        return self._regional(sex, age, family, v.MALAY_M if sex == "M" else v.MALAY_F, v.MALAY_LAST, (.6, .5, .35, .15)[age])

    def _bugis(self, sex, age, family, order):
        return self._regional(sex, age, family, v.BUGIS_M if sex == "M" else v.BUGIS_F, v.BUGIS_LAST, (.6, .5, .3, .2)[age])

    def _sasak(self, sex, age, family, order):
        return self._regional(sex, age, family, v.SASAK_M if sex == "M" else v.SASAK_F,
                              v.SASAK_M[3:] if sex == "M" else v.SASAK_F[3:], (.7, .5, .35, .2)[age])

    # Peoples with clan or birth-order names

    def _batak(self, sex, age, family, order):
        draw, male = self.draw, sex == "M"
        clan = family or draw.ranked(v.BATAK, 1.5)
        first = draw.ranked(v.CHRISTIAN_M if male else v.CHRISTIAN_F, 1.3) if draw.chance(.6) else self._first(sex, age)
        parts = [first]
        if draw.chance((.15, .3, .45, .6)[age]):
            parts.append(draw.ranked(v.CHRISTIAN_M if male else v.CHRISTIAN_F, 1.1) if draw.chance(.4) else self._last(sex, age))
        if draw.chance(.9):
            if not male and draw.chance(.06):
                parts.append("BR")
            parts.append(clan)
        return parts

    def _east(self, sex, age, family, order):
        draw, male = self.draw, sex == "M"
        table = v.CHRISTIAN_M if male else v.CHRISTIAN_F
        parts = [draw.ranked(table, 1.4)]
        if draw.chance((.3, .4, .5, .6)[age]):
            parts.append(draw.ranked(table, 1.1) if draw.chance(.7) else c.coined(draw, sex))
        parts.append(family or draw.ranked(v.EAST, 1.2))
        return parts

    def _chinese(self, sex, age, family, order):
        draw, male = self.draw, sex == "M"
        family = family or draw.ranked(v.CHINESE_FAMILY, 1.5)
        if family in v.CHINESE_OLD and draw.chance((.8, .5, .2, .1)[age]):
            return [family, draw.ranked(v.CHINESE_GIVEN, 1.2), draw.ranked(v.CHINESE_GIVEN, 1.2)]
        parts = [draw.ranked(v.WESTERN_M if male else v.WESTERN_F, 1.3)]
        if draw.chance((.05, .2, .4, .6)[age]):
            parts.append(draw.ranked(v.WESTERN_M if male else v.WESTERN_F, 1.1))
        if draw.chance(.85):
            parts.append(family)
        return parts

    def _bali(self, sex, age, family, order):
        draw, male = self.draw, sex == "M"
        word = draw.pick(v.BALI_ORDER[(order - 1) % 4])
        word = ("PUTU" if male else word) if word == "LUH" else word
        at = draw.unit()
        if at < .08:
            parts = ["I", "GUSTI", word] if male else ["I", "GUSTI", "AYU", word]
        elif at < .12:
            parts = ["IDA", "BAGUS" if male else "AYU"]
        else:
            parts = (["I" if male else "NI"] if draw.chance((.95, .85, .6, .3)[age]) else []) + [word]
        if draw.chance((.05, .15, .4, .6)[age]):
            parts.append(self._first(sex, age).replace("M.", "EKA"))
        parts.append(draw.ranked(v.BALI_M if male else v.BALI_F, 1.3))
        return parts

    def _arab(self, sex, age, family, order):
        draw = self.draw
        parts = [draw.ranked(w.ISLAM_M if sex == "M" else w.ISLAM_F, 1.4)]
        if draw.chance(.4):
            parts += ["BIN" if sex == "M" else "BINTI"][:draw.below(2)] + [draw.ranked(w.ISLAM_M, 1.3)]
        parts.append(family or draw.ranked(v.ARAB, 1.3))
        return parts
