"""Years: "2031", "2031/32", "(1832–1901)", and what looks like one and counts something."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from claimcheck.extract.dates.grammar import Match, Result, dated
from claimcheck.extract.dates.months import late_alone
from claimcheck.extract.dates.scene import NOT_A_YEAR_AFTER, Scene
from claimcheck.extract.dates.when import When

LIKELY_YEARS = range(1900, 2061)
SURE_YEARS = range(1980, 2041)
"""Counts of just this size are so rare that a noun behind the digits does not make them one."""
ROUND = 50
LONGEST_LIFE = 110
GLUE_SIGNS = ("-", "–", "/", ":")
SECOND = re.compile(r"[^\W\d_][\w’'-]* ?([^\W\d_]\w*)?")
PRETERITE = "te"
INITIALS = r"\b[A-ZÄÖÜ]{2,5}\b(?: [^\W\d_]+)? \Z"


def year(match: Match) -> Result:
    """Such as "Jahr 2031"."""
    return dated(match, When("year", match.year or match.values["old_year"])) if late_alone(match) else None


def spelled_years(match: Match) -> Result:
    """Such as "nineteen eighty six": two spelled numbers that are a year together."""
    first, last = match.all("spelled")
    return {"spelled_year": first * 100 + last} if 10 <= first <= 20 else None


class Around(NamedTuple):
    """The number that may be a year, and what stands right before and behind it.

    `cue` is the word before in lower case, `word` the same as written, `following` the word behind.
    """

    scene: Scene
    start: int
    end: int
    number: int
    word: str
    cue: str
    following: str
    roles: dict[str, Any]

    def cued(self, *names: str) -> bool:
        """Whether the word before is among the cues of one of these kinds."""
        return any(self.cue in self.scene.cues[name] for name in names)

    @property
    def after(self) -> str:
        """The character behind the digits."""
        return self.scene.text[self.end : self.end + 1]

    @property
    def hedged(self) -> bool:
        """Whether the word before is the last of a phrase that softens a number: "mehr als", but not "als"."""
        return self.scene.first_before(self.start) < self.start - len(self.word) - 1

    @property
    def small(self) -> bool:
        """Whether a small word follows that nothing counts."""
        following = self.following.lower()
        return following in self.scene.stops or following in self.scene.cues["small"]

    @property
    def alone(self) -> bool:
        """Whether nothing follows that the number could count."""
        return not self.following or self.small

    @property
    def certain(self) -> bool:
        """Whether hardly anything but a year has this size."""
        return self.number in SURE_YEARS and self.number % ROUND != 0


def bare_year(match: Match) -> Result:
    """A number of four digits, or a spelled one, that is a year and counts nothing."""
    scene = match.scene
    if "spelled_year" in match.values:
        following = scene.next_word(match.end)
        if not scene.cued(match.start, "year") or (following and following not in scene.stops):
            return None
        return {"date": When("year", match.values["spelled_year"])}
    number = match.values["year"]
    if scene.compound(match.start, match.end) and not scene.prefixed(match.start):
        return None
    return {"date": When("year", number)} if is_year(scene, match.start, match.end, number) else None


def is_year(scene: Scene, start: int, end: int, number: int) -> bool:
    """Whether nothing around four digits speaks against a year, and enough for one."""
    if not _apart(scene, start, end):
        return False
    word = scene.before(start)
    at = Around(scene, start, end, number, word, word.lower(), scene.next_word(end), scene.roles_before(start))
    if _counts(at):
        return False
    if at.cued("certain"):
        return True
    if _digits_before(scene, start):
        return False
    if number not in LIKELY_YEARS:
        return _old_year(at)
    return _year_where_nouns_have_capitals(at) if scene.capitals else _year_in_plain_words(at)


def _counts(at: Around) -> bool:
    """Whether the number is a measure, a label or a count by the words right beside it."""
    scene = at.scene
    if any(role in NOT_A_YEAR_AFTER for role in at.roles):
        return True
    if at.cued("within") and at.certain:
        return False  # "from 3,100 in 2031 to 4,200", "in 1993 of all years"
    if scene.counted(at.end) or at.following.lower() in scene.cues["counted"]:
        return True
    if "hedge" in at.roles and (at.hedged or not at.cued("year")):
        return not (at.certain and at.alone)
    return "to" in scene.roles(at.end) and scene.number_behind(at.end)


def _year_where_nouns_have_capitals(at: Around) -> bool:
    """A noun behind the digits is counted, unless it is none that people count in thousands."""
    scene, following = at.scene, at.following
    cued = at.cued("year") or scene.text[at.start - 1 : at.start] in ("(", "/", "-", "–")
    if at.number >= SURE_YEARS.stop and not cued:
        return at.number % 5 == 0 and at.word[:1].isupper()
    if following[:1].isupper() and at.after in (" ", "\n"):
        return (cued and _year_before(scene, at.start)) or (at.certain and not _counted(scene, following.lower()))
    noun = _noun_behind_adjective(at)
    return not noun or not (at.number % 100 == 0 or _counted(scene, noun.lower()))


def _year_in_plain_words(at: Around) -> bool:
    """Only few plural nouns are counted in thousands without a sign between the digits, and round numbers are."""
    scene = at.scene
    if at.cued("clock") and at.alone:
        return False  # an hour or a level: "at 2030"
    if at.number % ROUND:
        return True
    if at.following[:1].isupper() and (at.cued("attributive") or at.cue.endswith(("'s", "’s"))):
        return True
    if not (at.cued("year") or scene.text[at.start - 1 : at.start] in ("(", "/", "-", "–")):
        return False
    return at.alone or not (at.following.islower() and at.cued("counting"))


def _old_year(at: Around) -> bool:
    """A year of any century: in brackets, behind a word that expects one, or in a place where nothing is counted."""
    scene = at.scene
    if at.cue == "(" and at.after == ")":
        return True
    if at.number >= LIKELY_YEARS.stop:
        return at.cued("old") and at.alone
    if at.cued("of") and "value" not in scene.roles_before(at.start - len(at.word) - 1):
        return at.alone and scene.capitals and at.number % 10 != 0  # "der Vertrag von 1689"
    if at.cued("old"):
        return at.alone or (scene.capitals and at.following.islower() and not _noun_behind_adjective(at))
    happened = at.cue in (",", "(", "–", "-") and scene.happened(at.end)
    if happened or at.number % ROUND == 0 or "time" in at.roles:
        return happened
    return _old_where_nouns_have_capitals(at) if scene.capitals else _old_in_plain_words(at)


def _old_where_nouns_have_capitals(at: Around) -> bool:
    """Right behind a verb of one who does something, or before one at the end; in a text on history behind any word."""
    scene, text = at.scene, at.scene.text
    if not at.following.islower() or _noun_behind_adjective(at) or at.cued("generic", "own"):
        return False
    if re.compile(INITIALS).search(text, max(0, at.start - 30), at.start):
        return False  # "der TSV Lindow 1865"
    if at.cued("attributive"):
        return text[at.end + 1 + len(at.following) :][:1] in (",", ".", ";")  # "das 1859 erschien,"
    if scene.historic:
        return True
    plural = tuple(scene.cues["plural"])
    return at.word.islower() and not at.cue.endswith(plural) and (at.cued("past") or at.cue.endswith(PRETERITE))


def _old_in_plain_words(at: Around) -> bool:
    """As an attribute: before a name, or where thousands are written with a sign."""
    scene = at.scene
    if not at.cued("attributive") or not at.following:
        return scene.separated and at.alone and at.cued("year") and not at.cued("counting")
    return at.following[:1].isupper() or (scene.separated and at.number % 5 != 0)


def _noun_behind_adjective(at: Around) -> str:
    """The noun of "1361 bestätigte Fälle", or the word that joins another adjective; "" where nothing is counted so.

    An adjective may show that it is that of one thing, behind an article so does -e: "die 1925 gegründete Brauerei".
    """
    match = SECOND.match(at.scene.text, at.end + 1)
    if match is None or at.small or not at.following.islower():
        return ""
    if at.following.endswith((*at.scene.cues["singular"], *(["e"] if at.cued("attributive") else []))):
        return ""
    second = match[1] or ""
    inflected = at.following.endswith(tuple(at.scene.cues["inflected"]))
    return second if second[:1].isupper() or (inflected and second in at.scene.cues["pairing"]) else ""


def _apart(scene: Scene, start: int, end: int) -> bool:
    """Whether the signs that touch the digits leave them a year: no decimals, no money, no telephone number."""
    text = scene.text
    before = text[start - 1 : start]
    if before and (before in ".,:'’$€£#+_" or before.isalnum()):
        return False
    if scene.counts_on(end):
        return False
    if before in ("-", "–", "/") and text[start - 2 : start - 1].isdecimal():
        return _year_joined(text, start)
    return True


def _year_joined(text: str, start: int) -> bool:
    """Whether the digits before a dash or slash are a year too, and no part of anything longer."""
    first, outside = text[start - 5 : start - 1], text[start - 6 : start - 5]
    number = outside == " " and text[start - 7 : start - 6].isdecimal()
    joined = number or outside.isalnum() or outside in GLUE_SIGNS
    return first.isdecimal() and int(first) in LIKELY_YEARS and not joined


def _counted(scene: Scene, noun: str) -> bool:
    """Whether a noun, or the last part of a compound one, is one of those that are counted in thousands."""
    return any(noun.endswith(word) for word in scene.cues["counted"])


def _digits_before(scene: Scene, start: int) -> bool:
    """Whether another number stands right before, with no sign between: "030 2031"."""
    word = scene.before(start)
    return word[:1].isdecimal() and not word.endswith((".", ","))


def _year_before(scene: Scene, start: int) -> bool:
    """Whether this is the second of two years: "von 1999 bis 2008"."""
    words = scene.text[max(0, start - 20) : start].split()
    return len(words) >= 2 and any(
        word.isdecimal() and len(word) == 4 and int(word) in LIKELY_YEARS for word in words[-2:]
    )


def joint_years(match: Match) -> Result:
    """Such as "die Jahre 2030 und 2031", "(1832–1901)", "von 1809 bis 1882"."""
    first, last = match.all("year") or list(match.values["yearpair"])
    if first >= last:
        return None
    if "unit_year" not in match.values and not _two_years(match, first, last):
        return None
    return dated(match, When("year", first, until=When("year", last)))


def _two_years(match: Match, first: int, last: int) -> bool:
    """Whether two numbers of four digits are years without the word for it."""
    scene, start, end = match.scene, match.start, match.end
    if _joined_outside(match) or not {"hedge", "label"}.isdisjoint(scene.roles_before(start)):
        return False
    noun = scene.capitals and scene.next_word(end)[:1].isupper()
    if noun and any(number % ROUND == 0 for number in (first, last)):
        return False
    if first in LIKELY_YEARS and last in LIKELY_YEARS:
        return True
    bracket = scene.text[start - 1 : start] == "(" and scene.text[end : end + 1] in (")", ",", ";")
    return bracket or (not noun and _two_old_years(match, first, last))


def _joined_outside(match: Match) -> bool:
    """Whether two numbers are part of a longer row of digits, or count something."""
    scene, start, end = match.scene, match.start, match.end
    if scene.text[start - 1 : start] in GLUE_SIGNS or scene.text[end : end + 1] in GLUE_SIGNS:
        return True
    return scene.counted(end) or _digits_before(scene, start)


def _two_old_years(match: Match, first: int, last: int) -> bool:
    """Whether two numbers outside brackets are years of long ago: both not round, no longer apart than a life."""
    scene = match.scene
    following = scene.next_word(match.end)
    if last - first > LONGEST_LIFE or first % 10 == last % 10 == 0 or last > LIKELY_YEARS.stop:
        return False
    if scene.capitals:
        return True
    return (not following or following in scene.stops) and (scene.separated or "dash" in match.values)


def slash_years(match: Match) -> Result:
    """Such as "2030/31": a season or a school year; "1950-53": some years."""
    first, last = match.values["yearpair"]
    scene, text = match.scene, match.scene.text
    if first not in LIKELY_YEARS or text[match.start - 1 : match.start] in GLUE_SIGNS:
        return None
    if last > first + 1 and not scene.cued(match.start, "year"):
        noun = scene.capitals and scene.next_word(match.end)[:1].isupper()
        if noun or _digits_before(scene, match.start) or "/" in text[match.start : match.end]:
            return None
    return dated(match, When("year", first, until=When("year", last)))
