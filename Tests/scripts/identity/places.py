# SPDX-License-Identifier: Apache-2.0
"""An invented country: provinces 01-09 and 40-49 (codes that were never issued), their regencies and districts.

Each province has a mixture of cultures, a habit of heaping unknown birth dates, and a weight; names are invented.
"""
from draw import Table

START = "KAR SEL BAN WUL TAM GIR LEM PAR SIN MER TUN DAL RAN BOL KES PEL MUN WAN TIL SAM LOR NGA JEL BAT RUM PAD KOL TER GUM SUR".split()
MIDDLE = "A I U E O AN ING UNG ARA ELA IRA OLO AMBA INTA URI ANDA".split()
END = "RUNG BAYA LANG SARI NGAN WATU REJA MAYA TANG RAYU LIRI DUNG KASA GALA NTAN BURU PULA RAGA LOMA WENI SONG DORI JATI".split()
FRONT = "TANJUNG MUARA SUMBER KARANG BANDAR UJUNG SUNGAI PULAU GUNUNG TELUK RANTAU LUBUK BATU BUKIT".split()
SIDES = "UTARA SELATAN BARAT TIMUR TENGAH HULU HILIR JAYA RAYA LAMA BARU".split()
STREETS = "MELATI MAWAR KENANGA CEMPAKA ANGGREK RAJAWALI MERPATI GARUDA PAHLAWAN PEMUDA VETERAN MASJID PASAR STASIUN KAMBOJA DURIAN MANGGIS RAMBUTAN CENDANA JATI FLAMBOYAN TERATAI ELANG NURI BANGAU".split()

# culture mixtures: Javanese, Sundanese, Malay, Batak, East, Chinese, Balinese, Bugis, Sasak, Arab
CULTURES = "JAVA SUNDA MALAY BATAK EAST CHINESE BALI BUGIS SASAK ARAB".split()
MIXTURES = {
    "01": (5, 1, 40, 45, 5, 3, 0, 0, 0, 1), "02": (15, 3, 73, 4, 1, 3, 0, 0, 0, 1), "03": (35, 12, 45, 3, 1, 3, 1, 0, 0, 0),
    "04": (45, 22, 14, 6, 2, 8, 1, 1, 0, 1), "05": (8, 86, 2, 1, 0, 2, 0, 0, 0, 1), "06": (93, 2, 1, 1, 0, 2, 0, 0, 0, 1),
    "07": (95, 1, 1, 0, 0, 2, 0, 0, 0, 1), "08": (20, 1, 1, 1, 1, 2, 74, 0, 0, 0), "09": (8, 0, 6, 0, 2, 1, 4, 2, 76, 1),
    "40": (3, 0, 1, 1, 93, 1, 0, 1, 0, 0), "41": (18, 1, 62, 2, 6, 10, 0, 1, 0, 0), "42": (20, 1, 72, 1, 2, 2, 0, 1, 0, 1),
    "43": (4, 0, 2, 1, 8, 2, 1, 82, 0, 0), "44": (5, 0, 6, 1, 75, 5, 2, 6, 0, 0), "45": (8, 1, 12, 1, 68, 1, 0, 9, 0, 0),
    "46": (15, 1, 3, 2, 70, 1, 0, 8, 0, 0), "47": (94, 2, 1, 0, 0, 2, 0, 0, 0, 1), "48": (40, 40, 8, 3, 1, 7, 0, 0, 0, 1),
    "49": (18, 2, 50, 4, 2, 23, 0, 1, 0, 0)}
WEIGHTS = {"01": 6, "02": 4, "03": 6, "04": 8, "05": 17, "06": 14, "07": 15, "08": 4, "09": 3, "40": 3, "41": 3, "42": 3,
           "43": 5, "44": 2, "45": 1, "46": 2, "47": 5, "48": 5, "49": 3}
# share of unknown birth dates set to a fixed day among people born before 1965 (a fifth of that afterwards)
HEAPING = {"01": .06, "02": .14, "03": .08, "04": .02, "05": .06, "06": .05, "07": .12, "08": .22, "09": .34, "40": .18,
           "41": .08, "42": .15, "43": .22, "44": .05, "45": .15, "46": .38, "47": .10, "48": .04, "49": .03}


class District:
    """The smallest region here; `code` has six digits."""
    __slots__ = ("code", "name", "regency")

    def __init__(self, code, name, regency):
        self.code, self.name, self.regency = code, name, regency


class Regency:
    """A regency or city: its four-digit code, bare name, full name, province and districts."""
    __slots__ = ("code", "name", "full", "province", "districts", "heaping")

    def __init__(self, code, name, city, province, heaping):
        self.code, self.name, self.province, self.heaping = code, name, province, heaping
        self.full = ("KOTA " if city else "KABUPATEN ") + name
        self.districts = []


class Country:
    """All regions, with draws of a district in proportion to an uneven population."""

    def __init__(self, draw):
        self.used = set()
        self.provinces, self.regencies, self.mixtures = {}, [], {}
        districts, weights = [], []
        for code, weight in WEIGHTS.items():
            province = self._name(draw) + (" " + draw.pick(SIDES[:5]) if draw.chance(.4) else "")
            self.provinces[code] = province
            self.mixtures[code] = Table(CULTURES, MIXTURES[code])
            count = draw.between(9, 26)
            previous = None
            for number in range(1, count + 1):
                city = number > count * .75
                # a city often shares the bare name of a regency beside it
                name = previous if city and previous and draw.chance(.5) else self._name(draw)
                previous = name
                regency = Regency(f"{code}{number if not city else 70 + number:02d}", name, city, province,
                                  HEAPING[code] * (.3 + 1.4 * draw.unit()))
                self.regencies.append(regency)
                size = weight / count * (.15 + 2.2 * draw.unit() ** 2)
                total = draw.between(4, 9) if city else draw.between(8, 24)
                for k in range(1, total + 1):
                    own = name if k == 1 and draw.chance(.6) else self._name(draw)
                    if k > 2 and draw.chance(.25):
                        own = name + " " + draw.pick(SIDES)
                    district = District(f"{regency.code}{k:02d}", own, regency)
                    regency.districts.append(district)
                    districts.append(district)
                    weights.append(size / total * (.3 + 1.4 * draw.unit()))
        self._table = Table(districts, weights)

    def _name(self, draw):
        while True:
            name = draw.pick(START) + draw.pick(MIDDLE) + draw.pick(END)
            if draw.chance(.3):
                name = draw.pick(FRONT) + " " + name
            if name not in self.used:
                self.used.add(name)
                return name

    def district(self, draw):
        """A district, the populous ones more often."""
        return self._table.pick(draw)

    def near(self, draw, district):
        """Another district of the same regency, or (a third) of the same province."""
        if draw.chance(.67):
            return draw.pick(district.regency.districts)
        code = district.code[:2]
        while True:
            other = self.district(draw)
            if other.code[:2] == code or draw.chance(.02):
                return other

    def culture(self, draw, district):
        """The culture of a household that lives in a district."""
        return self.mixtures[district.code[:2]].pick(draw)


def registered_birth_place(draw, district):
    """How the registry writes the place of birth: mostly the bare regency name."""
    at = draw.unit()
    if at < .82:
        return district.regency.name
    if at < .92:
        return district.name
    if at < .96:
        return district.regency.full.replace("KABUPATEN", "KAB.")
    if at < .98:
        return district.regency.province
    name = district.regency.name
    at = draw.below(len(name) - 1)
    return name[:at] + name[at + 1:]


def address(draw):
    """A street address in one of the usual shapes."""
    at = draw.unit()
    if at < .45:
        return f"JL. {draw.pick(STREETS)} NO. {draw.between(1, 210)}"
    if at < .75:
        return draw.pick(("DUSUN ", "DSN. ", "KP. ", "LINGK. ")) + draw.pick(START) + draw.pick(MIDDLE) + draw.pick(END)
    if at < .9:
        return f"PERUM {draw.pick(STREETS)} {draw.pick(SIDES[7:])} BLOK {draw.pick('ABCDEFGH')}{draw.between(1, 20)}/{draw.between(1, 40)}"
    return f"GG. {draw.pick(STREETS)} {draw.pick(('I', 'II', 'III', 'IV'))}"
