# SPDX-License-Identifier: Apache-2.0
"""How often each error happens at medium hardness, and what changes it.

`key` errors come from hands (web forms, agents, telephone), `read` errors from swiped documents, `paper` errors are
differences between a passport and the registry and stay whatever the channel.
"""

HARDNESS = {"easy": .45, "medium": 1.0, "hard": 2.0}
# share of travellers (outside agents' groups), factor on key errors, factor on read errors
CHANNELS = {"swipe": (.38, .12, 1.0), "web": (.32, .8, 0.0), "agent": (.22, 1.5, .15), "phone": (.08, 2.2, 0.0)}

PAPER = {
    "MUHAMMAD": .30, "AHMAD": .12, "ABDUL": .15, "OLD_SPELLING": .025, "NEW_SPELLING": .30, "RESPELT": .035,
    "ARABIC": .10, "CHINESE": .14, "DROP_MIDDLE": .06, "DROP_LAST": .03, "DROP_FIRST": .008, "INITIAL": .025,
    "FATHER_ADDED": .012, "FATHER_ADDED_MONONYM": .13, "MARRIED_ADDED": .05, "MARRIED_REPLACED": .02, "BIN": .008,
    "TITLE": .012, "ALIAS": .006, "DATE_PAPER": .008, "DATE_PAPER_HEAPED": .06}
KEY = {
    "NICKNAME": .022, "GLUED": .02, "SPLIT": .008, "SLIP": .055, "SLIP_TWICE": .008, "ORDER": .015, "REVERSED": .03,
    "ONE_FIELD": .03, "CUT24": .06, "SALUTATION": .10, "SALUTATION_GLUED": .03, "INITIALS": .02, "RESPELT_KEY": .03,
    "DATE_SWAPPED": .012, "DATE_DIGIT": .012, "DATE_TRANSPOSED": .006, "DATE_YEAR": .012, "DATE_MONTH": .004,
    "DATE_HEAPED": .006, "DATE_DAY_OFF": .004, "DATE_CENTURY": .001, "DATE_OTHER_YEAR": .004, "SEX_WRONG": .008,
    "SEX_MISSING": .025, "NEIGHBOUR_DATE": .006, "NEIGHBOUR_SEX": .005, "NEIGHBOUR_DOCUMENT": .005}
READ = {"OCR": .02, "OCR_TWICE": .004, "DATE_READ": .003}
GROUP_HABITS = {
    "ALL_DATES_SWAPPED": .07, "ALL_YEARS_ONLY": .08, "ALL_0101": .07, "ALL_DATES_MISSING": .03, "ALL_DAY_OFF": .03,
    "ALL_REVERSED": .09, "ALL_TITLES_GLUED": .12, "ALL_CUT20": .07, "ALL_ONE_FIELD": .05, "ALL_GLUED": .03,
    "ALL_SAME_SEX": .03, "ALL_DROP_LAST": .02, "ROWS_SHIFTED": .06}
PLACE = (("registered", 42), ("PLACE_REGENCY", 18), ("PLACE_DISTRICT", 8), ("PLACE_PROVINCE", 7), ("PLACE_SHORT", 7),
         ("PLACE_MISSPELT", 9), ("PLACE_RESIDENCE", 6), ("PLACE_COUNTRY", 3))
NIK = {"NIK_DIGIT": .03, "NIK_SWAPPED": .02, "NIK_RELATIVE": .025, "NIK_OLD": .012}
RESIDENCE = (("name", 40), ("code4", 15), ("code6", 10), ("dotted", 8), ("full", 9), ("province", 8), ("country", 5), ("RESIDENCE_FORMER", 5))
# unregistered travellers: the share of parties (or of picks in groups) drawn that way
UNREGISTERED = {"ABSENT_FAMILY": .054, "ABSENT_MEMBER": .04, "FOREIGNER": .02, "UNREGISTERED_KIN": .022, "IMPOSTOR": .008}


class Rates:
    """The rates of one run: `hit(kind, tag, factor)` throws the die for one error."""

    def __init__(self, draw, hardness):
        self.draw, self.scale = draw, HARDNESS[hardness]

    def hit(self, table, tag, factor=1.0):
        return self.draw.unit() < min(.9, table[tag] * self.scale * factor)

    def happens(self, probability):
        """The same for a probability that is not in a table."""
        return self.draw.unit() < min(.9, probability * self.scale)
