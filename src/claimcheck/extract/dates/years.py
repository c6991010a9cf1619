"""Years, decades, centuries: "2031", "2031/32", "die Neunzigerjahre", "19. Jahrhundert"."""

from __future__ import annotations

from claimcheck.extract.dates.grammar import Match, Result, dated
from claimcheck.extract.dates.scene import NOT_A_YEAR_AFTER, Scene
from claimcheck.extract.dates.when import When

LIKELY_YEARS = range(1900, 2041)
SURE_YEARS = range(1980, 2041)
"""Counts of just this size are so rare that a noun behind the digits does not make them one."""
SHORTEST_DECADE = 7
GLUE_SIGNS = ("-", "–", "/", ":")


def year(match: Match) -> Result:
    """Such as "Jahr 2031"."""
    values = match.values
    return dated(match, When("year", values.get("year") or values["old_year"]))


def spelled_years(match: Match) -> Result:
    """Such as "nineteen eighty six": two spelled numbers that are a year together."""
    first, last = match.all("spelled")
    return {"spelled_year": first * 100 + last} if 10 <= first <= 20 else None


def bare_year(match: Match) -> Result:
    """A number of four digits, or a spelled one, that is a year and counts nothing."""
    if "spelled_year" in match.values:
        scene, following = match.scene, match.scene.next_word(match.end)
        if not scene.cued(match.start, "year") or (following and following not in scene.stops):
            return None
        return {"date": When("year", match.values["spelled_year"])}
    if match.scene.compound(match.start, match.end) or not is_year(
        match.scene, match.start, match.end, match.values["year"]
    ):
        return None
    return {"date": When("year", match.values["year"])}


def is_year(scene: Scene, start: int, end: int, number: int) -> bool:
    """Whether nothing around four digits speaks against a year, and enough for one."""
    if not _apart(scene, start, end):
        return False
    before, after = scene.text[start - 1 : start], scene.text[end : end + 1]
    ahead = scene.roles(end)
    if scene.counted(end) or ("to" in ahead and scene.number_behind(end)):
        return False
    roles = scene.roles_before(start)
    if any(role in NOT_A_YEAR_AFTER for role in roles):
        return False
    word = scene.before(start)
    cue = word.lower()
    if "hedge" in roles and cue not in scene.cues["year"]:
        return False
    if cue in scene.cues["certain"]:
        return True
    if _digits_before(scene, start):
        return False
    if number not in LIKELY_YEARS:
        following = scene.next_word(end)
        alone = not following or following in scene.stops or (scene.capitals and following.islower())
        return (cue == "(" and after == ")") or (cue in scene.cues["old"] and alone)
    following = scene.next_word(end)
    cued = cue in scene.cues["year"] or before in ("(", "/", "-", "–")
    if scene.capitals:
        if following[:1].isupper() and after in (" ", "\n") and not (cued and _year_before(scene, start)):
            return number in SURE_YEARS and number % 50 != 0 and not _counted(scene, following.lower())
        return True
    named = cue.endswith(("'s", "’s")) or (word[:1].isupper() and not following)
    if number in SURE_YEARS and number % 50 != 0 and (named or cue in scene.cues["attributive"]):
        return True  # "the 2028 election", "World Cup 2030"
    return cued and not (following[:1].islower() and cue in scene.cues["counting"] and following not in scene.stops)


def _apart(scene: Scene, start: int, end: int) -> bool:
    """Whether the signs that touch the digits leave them a year: no decimals, no money, no telephone number."""
    text = scene.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before in ".,:'’$€£#+_" or before.isalnum()):
        return False
    if after and (after in "%‰€$£_" or after.isalnum() or (after in ".,:" and text[end + 1 : end + 2].isdigit())):
        return False
    if before in ("-", "–", "/") and text[start - 2 : start - 1].isdigit():
        first = text[start - 5 : start - 1]
        outside = text[start - 6 : start - 5]
        number = outside == " " and text[start - 7 : start - 6].isdigit()
        joined = number or outside.isalnum() or outside in GLUE_SIGNS
        return first.isdigit() and int(first) in LIKELY_YEARS and not joined
    return True


def _counted(scene: Scene, noun: str) -> bool:
    """Whether a noun, or the last part of a compound one, is one of those that are counted in thousands."""
    return any(noun.endswith(word) for word in scene.cues["counted"])


def _digits_before(scene: Scene, start: int) -> bool:
    """Whether another number stands right before, with no sign between: "030 2031"."""
    word = scene.before(start)
    return word[:1].isdigit() and not word.endswith((".", ","))


def _year_before(scene: Scene, start: int) -> bool:
    """Whether this is the second of two years: "von 1999 bis 2008"."""
    words = scene.text[max(0, start - 20) : start].split()
    return len(words) >= 2 and any(
        word.isdigit() and len(word) == 4 and int(word) in LIKELY_YEARS for word in words[-2:]
    )


def joint_years(match: Match) -> Result:
    """Such as "die Jahre 2030 und 2031"."""
    years = match.all("year") or list(match.values["yearpair"])
    if years[0] >= years[1]:
        return None
    if "unit_year" not in match.values:
        scene = match.scene
        if years[0] not in LIKELY_YEARS or years[1] not in LIKELY_YEARS or scene.counted(match.end):
            return None
        before, after = scene.text[match.start - 1 : match.start], scene.text[match.end : match.end + 1]
        if before in GLUE_SIGNS or after in GLUE_SIGNS or _digits_before(scene, match.start):
            return None
        if scene.capitals and scene.next_word(match.end)[:1].isupper() and any(number % 50 == 0 for number in years):
            return None
        if "hedge" in scene.roles_before(match.start) or "label" in scene.roles_before(match.start):
            return None
    return dated(match, When("year", years[0], until=When("year", years[1])))


def slash_years(match: Match) -> Result:
    """Such as "2030/31": a season or a school year."""
    first, last = match.values["yearpair"]
    if first not in LIKELY_YEARS or (last > first + 1 and not match.scene.cued(match.start, "year")):
        return None
    return dated(match, When("year", first, until=When("year", last)))


def decade(match: Match) -> Result:
    """Such as "die 1990er-Jahre", "the nineties"."""
    value = match.values["decade"] if "decade" in match.values else match.values["spelled_decade"]
    if match.scene.cued(match.start, "own"):
        return {}  # "in her early twenties"
    if value % 100 == 0 and value < 2000 and "unit_year" not in match.values and not match.scene.capitals:
        return {}  # "the 1800s": ten years or a hundred
    start = next(atom.start for atom in match.atoms if {"decade", "spelled_decade"} & atom.symbols.keys())
    scene = match.scene
    following = scene.next_word(match.end)
    counted = scene.capitals and "unit_year" not in match.values and match.end - start < SHORTEST_DECADE
    if counted and following[:1].isupper():
        return None  # "50er Marke", "die 68er Bewegung"
    if value < 2000 and scene.text[start : start + 1].isdigit() and scene.text[start - 1 : start] in ("$", "€"):
        return None
    return dated(match, When("decade", value))


def century(match: Match) -> Result:
    """Such as "19. Jahrhundert" is 18XX."""
    rank = match.values["ord"]
    return dated(match, When("century", (rank - 1) * 100)) if 1 <= rank <= 22 else None
