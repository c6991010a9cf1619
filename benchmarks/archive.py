"""Looking up a draft in an archive, and what an archive adds to a check.

    python benchmarks/archive.py [ARTICLES]

Fills an archive with invented articles, then takes sixty drafts that tell of some of them with other figures. Processor
time; the least of three runs of a draft counts.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from claimcheck.archive import open_to_read, open_to_write
from claimcheck.archive.schema import terms
from claimcheck.inputs import read_articles
from claimcheck.link.across.page import Page
from claimcheck.model import Article, Document
from claimcheck.pipeline import check

DRAFTS = 60
SENTENCES = (
    "Der Stadtrat von {place} hat den Bau der Halle {thing} für {n} Millionen Euro beschlossen.",
    "{person}, Sprecherin der {firm} AG, nannte am {day}. Mai 2031 einen Anteil von {m} Prozent.",
    "In {place} arbeiten nach Angaben der {firm} AG rund {n}00 Menschen am Werk {thing}.",
    "„Wir bauen {thing} in {m} Monaten“, sagte {person} in {place}.",
    "Die Strecke von {place} nach {thing} ist {n} Kilometer lang, {m} mehr als geplant.",
)
SYLLABLES = ("bra", "den", "fel", "gor", "hal", "kim", "lun", "mar", "nor", "pel", "ros", "sta", "tol", "wen", "zir")


def word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).title()


def article(number: int, path: str, change: int = 0) -> Article:
    chance = random.Random(number)
    text = []
    for _ in range(4):
        names = {name: word(chance) for name in ("place", "thing", "firm", "person")}
        for sentence in SENTENCES:
            n, m, day = (chance.randrange(2, 29) for _ in range(3))
            text.append(sentence.format(n=n + change, m=m, day=day, **names))
    document = Document.from_text("\n".join(text), path, language="de", published=f"2031-05-{12 + bool(change)}")
    return read_articles(document, date=None, language=None)[0][0]


def least(action: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        action()
        times.append(1000 * (time.process_time() - start))
    return min(times)


def told(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    worst = ordered[int(0.95 * len(ordered))]
    print(f"{name:9} median {median(ordered):6.2f} ms, 95 % {worst:6.2f} ms, most {ordered[-1]:6.2f} ms")


def main(size: int, file: Path) -> None:
    start = time.process_time()
    with open_to_write(file) as archive:
        claims = 0
        for number in range(size):
            each = article(number, f"{number}.txt")
            archive.add(each)
            claims += len(each.claims)
    taken = time.process_time() - start
    print(f"archive   {size:,} articles, {claims:,} claims, {size / taken:,.0f} articles a second")
    drafts = [article(number * max(1, size // DRAFTS), f"neu {number}.txt", change=1) for number in range(DRAFTS)]
    with open_to_read(file) as archive:
        keys = [(terms(Page(draft, 0)), draft.document.published) for draft in drafts]
        told("lookup", [least(lambda key=key: archive.related(*key)) for key in keys])
    documents = [draft.document for draft in drafts]
    alone = [least(lambda each=each: check(each)) for each in documents]
    more = [
        least(lambda each=each: check(each, archive=file)) - one for each, one in zip(documents, alone, strict=True)
    ]
    told("more", more)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 300, Path(scratch) / "a.archive")
