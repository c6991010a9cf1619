"""The work for one article grows with its length and no faster: steps are counted, no clock is read."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

import claimcheck
from claimcheck.extract.relations.lexicon import lexicon_of
from claimcheck.extract.relations.line import BLOCK, Article
from claimcheck.model import Document

SMALL, TIMES = 2_000, 4
LARGER = {"names": 8_000, "ages": 4_000}
"""Up to there new names that are alike still turn up, and sentences near the ends have fewer others around them."""
ROOM = 1.03
"""How much more than in proportion the longer text may cost: what is done once for an article is the less by then."""

NAMES = ("Berg", "Kron", "Lind", "Holm", "Thal", "Wess", "Mark", "Rieb", "Sand", "Dorn", "Fels", "Grun", "Hart")

KINDS = {
    "figures": "Die Zahl der Gäste stieg um 20 Prozent von 400 auf 480. Er zahlt 3 Millionen (4 Millionen Dollar). ",
    "quotations": "„Wir zahlen 5 Millionen Euro an alle“, sagte Tilda Kernbach. Kernbach: „Es sind 20 Prozent mehr.“ ",
    "dates": "Am Montag, den 14. Juni 2021, kam er, drei Jahre nach dem 3. Mai 2018. ",
    "deals": "Nordwerk übernimmt Alsterlicht für 3 Millionen Euro. Experten nennen es den größten Kauf der Welt. ",
    "ages": "Tilda Kernbach (58), geboren 1963, und Veit Rolander, 61, leben seit 20 Jahren in Lindow (Brandenburg). ",
    "garbled": "Es kostet 30 .00 Euro, 12,,50 Euro oder 5 billion Dollar, also 5 Milliarden Dollar. ",
    "one sentence": "Nordwerk übernimmt Alsterlicht für 3 Millionen Euro und Tilda Kernbach sagte, sie gehe, ",
    "headlines": "12 Menschen in Lindow\n\n",
}


def names(size: int) -> str:
    """Sentences that each speak of another person; many share a first name or a surname."""
    told, count = "", 0
    while len(told) < size:
        first, last = NAMES[count % 7], NAMES[count % 13] + NAMES[count // 13 % 13].lower()
        told += f"{first}a {last} aus Lindow kam. {last} sagte, {count + 30} Gäste seien da. "
        count += 1
    return told[:size]


def text(kind: str, size: int) -> str:
    return names(size) if kind == "names" else (KINDS[kind] * (size // len(KINDS[kind]) + 1))[:size]


def steps(written: str) -> int:
    """How many steps of the interpreter one check takes; every turn of a loop is some."""
    document = Document.from_text(written, language="de", published="2021-07-01")
    counted = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal counted
        del argument
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        counted += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        claimcheck.check([document])
    finally:
        sys.settrace(before)
    return counted


@pytest.mark.parametrize("kind", [*KINDS, "names"])
def test_four_times_the_text_is_four_times_the_work(kind: str) -> None:
    size = LARGER.get(kind, SMALL)
    claimcheck.check([Document.from_text(text(kind, TIMES * size), language="de", published="2021-07-01")])
    assert steps(text(kind, TIMES * size)) < TIMES * ROOM * steps(text(kind, size))


def test_a_word_is_looked_for_again_in_a_stretch_of_bounded_length() -> None:
    filler = "Der Rat tagt. " * (BLOCK // 14)
    text, lexicon = f"Nordwerk baut. {filler * 4}Die Nordwerk baut nun.", lexicon_of("de")
    assert lexicon is not None
    article = Article(text, lexicon, None)
    assert article.elsewhere(0, "Nordwerk") == (1, True)
    assert article.elsewhere(len(text) - 20, "Nordwerk") == (1, False)
