"""The words of time of every language, and what no example of a rule can say: repairs, and lives that are two."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck import Document, check
from claimcheck.constraints.timing import timed, times_of
from claimcheck.extract import read_article
from claimcheck.languages import file, known
from claimcheck.model.link import Dossier
from claimcheck.rules.apply import marks
from claimcheck.segment import segment


def examples() -> list[tuple[str, str, str, bool]]:
    """Language, part, sentence, and whether the marked word must play the part."""
    found = []
    for code in known():
        path = Path(file(code, "timing"))
        if path.is_file():
            written = yaml.safe_load(path.read_text(encoding="utf-8"))
            for key, hit in (("examples", True), ("near_misses", False)):
                found += [(code, *each.split(": ", 1), hit) for each in written[key]]
    return found


@pytest.mark.parametrize(("code", "part", "marked", "hit"), examples())
def test_words_play_their_part(code: str, part: str, marked: str, hit: bool) -> None:
    text, spans = marks(marked)
    # only a sentence with a time has a line, so the date stands in the same one
    document = segment(Document.from_text(text.rstrip(".") + "; 2031-03-04.", language=code))
    times = times_of(read_article(document))
    assert times is not None
    line = times.lines[0]
    playing = [token.span for token, parts in zip(line.tokens, line.senses, strict=True) if part in parts]
    covered = {at for span in playing for at in range(*span)} - {at for at, sign in enumerate(text) if sign == " "}
    marked_at = {at for span in spans for at in range(*span)} - {at for at, sign in enumerate(text) if sign == " "}
    assert covered == marked_at if hit else not covered


def test_a_weekday_has_two_repairs() -> None:
    text = "Der Prozess beginnt am Montag, dem 13. Mai 2031, in Lindow."
    finding = check(Document.from_text(text, language="de", published="2031-05-02")).findings[0]
    assert [text[: r.span.start] + r.replacement + text[r.span.end :] for r in finding.repairs] == [
        "Der Prozess beginnt am Dienstag, dem 13. Mai 2031, in Lindow.",
        "Der Prozess beginnt am Montag, dem 12. Mai 2031, in Lindow.",
    ]


def test_an_age_has_two_repairs() -> None:
    text = "Runa Vehl, 1967 in Lindow geboren, ist 58 Jahre alt."
    finding = check(Document.from_text(text, language="de", published="2031-05-02")).findings[0]
    assert [repair.replacement for repair in finding.repairs] == ["64", "1973"]


def test_two_births_are_two_people() -> None:
    text = "Kern wurde 1967 geboren. Er ist 30 Jahre alt. Er wurde 1999 in Lindow geboren."
    article = read_article(segment(Document.from_text(text, language="de", published="2031-05-02")))
    assert not [found for found in timed(Dossier(article, ())) if found.kind in ("age", "age_at_event", "life_order")]


def test_time_grows_with_the_length() -> None:
    text = "Runa Vehl (58) sagte, sie sei 1967 in Lindow geboren und laut Kern die größte der Welt. " * 3000
    report = check(Document.from_text(text, language="de", published="2031-05-02"))
    assert report.articles
