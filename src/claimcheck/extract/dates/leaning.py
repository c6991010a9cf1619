"""Whether a sentence speaks of what was or of what will be, for dates whose year nobody wrote."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.extract.dates.scene import REACH, SENTENCE_ENDS, WORDS, Scene

SENTENCE_END = re.compile(r"(?<!\d)[.!?]\s*\Z")
SCRAP = 40
SHORTEST_PARTICIPLE = 6
Stretch = tuple[int, int]


def lean(scene: Scene, start: int, end: int, *, modal: bool = False) -> int:
    """-1 where the clause, or else the sentence, tells what was, +1 where it tells what will be, else 0.

    `modal`: "can", "must" speak of the future too, as they do of the days around today. -2 right behind a word such
    as "seit" leaves no future at all, +2 behind "bis" next to no past.
    """
    words = scene.text[max(0, start - 30) : start].lower().split()[-2:]
    last = words[-1] if words else ""
    if last in scene.cues["behind"]:
        return -2
    if modal and last in scene.cues["meant_for"]:
        return 1
    sentence = _sentence(scene, start, end)
    clause = _clause(scene, sentence, start, end)
    told = _told(scene, clause, modal=modal)
    if any(word in scene.cues["until"] for word in words):
        return 0 if told < 0 else 2
    if not told and modal and _comes(scene, clause[0], start, end):
        return 1
    return told or _told(scene, sentence, modal=modal) or _untold(scene, clause, last)


def _untold(scene: Scene, clause: Stretch, last: str) -> int:
    """The same without a verb that tells: a scrap of text is an entry in a calendar, and those look ahead."""
    scrap = len(scene.text) <= SCRAP and SENTENCE_END.search(scene.text) is None
    if scrap or last in scene.cues["ahead"]:
        return 1
    return -1 if _done(scene, clause) else 0


def _sentence(scene: Scene, start: int, end: int) -> Stretch:
    low, high = max(0, start - REACH), end + REACH
    for stop in SENTENCE_ENDS.finditer(scene.text, low, start):
        low = stop.end()
    after = SENTENCE_ENDS.search(scene.text, end, high)
    return low, high if after is None else after.start()


def _clause(scene: Scene, sentence: Stretch, start: int, end: int) -> Stretch:
    """What stands between the commas around a date."""
    low, high = sentence
    comma = scene.text.find(",", end, high)
    return max(low, scene.text.rfind(",", low, start) + 1), high if comma < 0 else comma


def _told(scene: Scene, stretch: Stretch, *, modal: bool) -> int:
    """Which there are more of, words of the past or of the future; "May" is no "may"."""
    past, future, modals = scene.cues["past"], scene.cues["future"], scene.cues["modal"] if modal else {}
    told = 0
    for word, then in pairwise([*WORDS.findall(scene.text[slice(*stretch)]), ""]):
        low = word.lower()
        told += (low in future or word in modals or f"{low} {then.lower()}" in future) - (low in past)
    return (told > 0) - (told < 0)


def _done(scene: Scene, stretch: Stretch) -> bool:
    """Whether a participle tells what was: "erst im Januar gegründet"."""
    begins, ends = tuple(scene.cues["participle"]), tuple(scene.cues["participle_ends"])
    words = [word for word in WORDS.findall(scene.text[slice(*stretch)]) if len(word) >= SHORTEST_PARTICIPLE]
    if any(word in scene.cues["modal"] for word in words):
        return False
    return any(word.islower() and word.startswith(begins) and word.endswith(ends) for word in words)


def _comes(scene: Scene, low: int, start: int, end: int) -> bool:
    """Whether a verb in the present tense stands right beside a day: "Am Samstag spielt", "kommt am Samstag"."""
    cues = scene.cues
    present = tuple(cues["present"])
    if not present:
        return False
    before = scene.text[low:start].split()
    led = bool(before) and before[-1].lower() in cues["at"]
    if led and len(before) == 1:
        word = scene.next_word(end)
    else:
        word = before[-2] if led else ""
        if word.startswith(tuple(cues["participle"])):
            return False
    return word.islower() and word.endswith(present) and word not in cues["not_present"]
