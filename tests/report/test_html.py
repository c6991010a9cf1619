"""The page: nothing an article says is markup, every claim is there once, every link leads somewhere."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from claimcheck import Document, check, compare
from claimcheck.ledger.identity import identities
from claimcheck.model import Report
from claimcheck.model.ledger import Ledger, Tick
from claimcheck.report.html import report
from claimcheck.report.html.charts import series, timeline
from claimcheck.report.html.marked import blocks
from claimcheck.report.html.status import Statuses
from claimcheck.report.html.view import View
from claimcheck.report.words import words

from . import samples

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' {{ 7*7 }} javascript:alert(3) \u202eab <!--"
ATTRIBUTES = {
    "accept", "accesskey", "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "aria-live", "aria-pressed",
    "autocomplete", "charset", "class", "content", "data-claim", "data-claims", "data-do", "data-filter", "data-of",
    "data-status", "dir", "for", "height", "hidden", "href", "http-equiv", "id", "lang", "max", "maxlength", "multiple",
    "name", "open", "preserveaspectratio", "rel", "role", "scope", "size", "tabindex", "title", "type", "value",
    "viewbox", "width",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would make of a page: its tags with attributes, scripts, and the text that is shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inside: dict[str, str] = {"script": "", "style": "", "": ""}
        self.scripts: list[str] = []
        self.within = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in ("script", "style"):
            self.within = tag
            self.scripts += [""] * (tag == "script")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.within:
            self.within = ""

    def handle_data(self, data: str) -> None:
        self.inside[self.within] += data
        if self.within == "script":
            self.scripts[-1] += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]

    @property
    def data(self) -> dict[str, list[dict[str, list[dict[str, str]]]]]:
        found: dict[str, list[dict[str, list[dict[str, str]]]]] = json.loads(self.scripts[0])
        return found


def article(text: str, path: str = "a.txt", published: str = "2025-06-19", language: str = "de") -> Document:
    return Document.from_text(text, path, language=language, published=published)


def statuses(result: Report) -> dict[str, str]:
    (one,) = result.articles
    found = Statuses(result)
    return {claim.text: found.of(one.document.path, claim).name for claim in one.claims}


FAILS = "Von 480 Befragten stimmten 120 zu, das sind 30 Prozent. Danach kamen 17 Gäste."
SERIES = "Der Umsatz lag 2022 bei 400 Millionen Euro, 2023 bei 450 Millionen Euro und 2024 bei 500 Millionen Euro."


def test_nothing_an_article_says_is_markup() -> None:
    text = f"{EVIL} sagt: {FAILS}\n\n„{EVIL}“, sagte Ina <u>Dassow</u> am Montag, dem 13. Mai 2025. {SERIES}"
    documents = [article(text, f"{EVIL}.txt")._replace(title=EVIL), article(FAILS, "b.txt")]
    for result in (check(documents, sources=[article(text, f"s{EVIL}.txt")]), compare(documents)):
        finding = samples.finding(samples.place("480", text=text, path=documents[0].path), message=EVIL)
        shown = report(result._replace(findings=(*result.findings, finding)), words("de"))
        page = Page(shown)
        assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
        assert not {tag for tag, _ in page.tags} & {"u", "img", "iframe", "object", "embed", "form", "base"}
        assert len(page.scripts) == 2
        assert "alert(" not in page.scripts[1]
        assert all(link.startswith("#") or link == "data:," for link in page.values("href"))
        assert not page.values("src")
        assert page.inside[""].count("<script>alert(1)</script>") > 2
        assert "49" not in {line.strip() for line in page.inside[""].splitlines()}
        assert page.data["articles"][0]["path"] == documents[0].path
        assert "\u202e" not in shown


def test_only_its_own_script_and_style_run() -> None:
    page = Page(report(check(article(FAILS)), words("de")))
    policy = next(attributes["content"] for tag, attributes in page.tags if attributes.get("http-equiv"))
    for name, text in (("script-src", page.scripts[1]), ("style-src", page.inside["style"])):
        hashed = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none';")
    assert not page.values("style")
    assert not re.search(r"url\(|@import|https?:", page.inside["style"] + page.scripts[1])


def test_every_claim_has_one_row_and_every_link_an_end() -> None:
    one = article(
        f"Lorbach schließt Werk\n\nDie Lorbach AG schließt das Werk Dassow. Betroffen sind 340 Leute. {SERIES}"
    )
    two = article("Die Lorbach AG schließt das Werk Dassow. Betroffen sind 430 Leute. " + FAILS, "b.txt")
    result = compare([one, two])
    assert result.findings
    page = Page(report(result, words("en")))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    rows = [each["id"] for known in page.data["articles"] for each in known["claims"]]
    assert [each for each in ids if re.fullmatch(r"a\d+c\d+", each)] == sorted(rows, key=ids.index)
    assert len(rows) == sum(len(each.claims) for each in result.articles)


def test_the_whole_text_is_shown() -> None:
    text = f"{FAILS}\n\n- Ein Punkt\n- {SERIES}\n\nEin Rest,\nauf zwei Zeilen."
    (one,) = check(article(text)).articles
    shown = "".join(piece.text for block in blocks(one.document, ()) for piece in block.stretches)
    assert re.sub(r"[\s-]", "", shown) == re.sub(r"[\s-]", "", text)


def test_the_status_of_a_claim() -> None:
    assert statuses(check(article(FAILS))) == {
        "480": "finding", "120": "finding", "30 Prozent": "finding", "17": "open",
    }  # fmt: skip
    assert statuses(check(article(FAILS.replace("30", "25"))))["25 Prozent"] == "holds"
    source = article("An der Umfrage nahmen 480 Befragte teil. Danach kamen 17 Gäste.", "s.txt")
    held = statuses(check(article("An der Umfrage nahmen 480 Befragte teil. 93 Hunde bellten."), sources=[source]))
    assert held == {"480": "supported", "93": "source"}


def test_a_day_that_exists_is_not_yet_right() -> None:
    assert statuses(check(article("Tag der Eröffnung: 3. Mai 1911."))) == {"3. Mai 1911": "open"}


def test_what_has_been_ticked_is_in_the_page() -> None:
    (one,) = check(article(FAILS)).articles
    same, other = identities(one)[0], identities(one)[3]._replace(value="18", claim="0" * 16)
    day = one.document.published
    assert day is not None
    ledger = Ledger("a.claims.json", tuple(Tick(each, "mk", day, "Statistik") for each in (same, other)))
    page = Page(report(check(one.document._replace(ledger=ledger)), words("de")))
    ticks = {each["claim"]: each["lapse"] for each in page.data["articles"][0]["ticks"]}
    assert ticks == {same.claim: None, other.claim: "value"}
    assert "Abgehakt von mk am 19. Juni 2025 mit Statistik als „17“: bedeutet jetzt etwas anderes." in page.inside[""]
    assert page.data["articles"][0]["file"] == "a.claims.json"


def test_workings_are_written_as_everywhere_else() -> None:
    place = samples.place("480", text=FAILS, path="a.txt")
    workings = ("480 ≠ 408", "lorbach-staff: 14300 EUR", "vierzig")
    found = tuple(samples.finding(place)._replace(computation=each) for each in workings)
    (sheet,) = View(check(article(FAILS))._replace(findings=found), words("de")).sheets()
    assert [(each.label, each.working) for each in sheet.cards] == [
        ("Zum Vergleich", "480 ≠ 408"), ("Referenz", "lorbach-staff: 14.300 EUR"), ("", ""),
    ]  # fmt: skip
    source = article("Zur Schau kamen am Samstag 12300 Gäste und am Sonntag 13000 Gäste.", "s.txt")
    (sheet,) = View(check(article("Zusammen kamen 25300 Gäste."), sources=[source]), words("de")).sheets()
    assert [each.workings for each in sheet.rows] == [("12.300 + 13.000 = 25.300",)]


@pytest.mark.parametrize("path", ["a.jsonl#7", "-"])
def test_an_article_without_a_file_of_its_own_offers_no_ledger(path: str) -> None:
    alone, among = (report(check(article(FAILS, each)), words("de")) for each in ("a.txt", path))
    assert [page.count('data-do="export"') for page in (alone, among)] == [1, 0]
    assert ("eine eigene Datei" in alone, "eine eigene Datei" in among) == (False, True)
    assert Page(among).data["articles"][0]["file"] is None


def test_charts() -> None:
    (one,) = check(article(SERIES + " Das Werk entstand am 3. Mai 1911.")).articles
    (chart,) = series(one)
    assert (chart.title, [(bar.label, bar.percent) for bar in chart.bars]) == (
        "Umsatz", [("2022", "80.0"), ("2023", "90.0"), ("2024", "100.0")],
    )  # fmt: skip
    assert [(str(moment.day), moment.gap) for moment in timeline(one)] == [
        ("1911-05-03", 0), ("2022-01-01", 4), ("2023-01-01", 2), ("2024-01-01", 2), ("2025-06-19", 3),
    ]  # fmt: skip
    (none,) = check(article("Der Umsatz lag 2022 bei 400 Millionen Euro.")).articles
    assert (series(none), timeline(none)) == ((), ())


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_speaks_one_language(language: str) -> None:
    shown = report(samples.full(), words(language))
    assert f'<html lang="{language}">' in shown
    assert shown == report(samples.full(), words(language))
    assert ("abgehakt" in shown) == (language == "de")


def test_a_finding_is_marked_where_it_stands() -> None:
    page = Page(report(samples.full(), words("de")))
    marked = [attributes for _, attributes in page.tags if "l-error" in attributes.get("class", "").split()]
    assert {"a1p" + str(samples.span(text).start) for text in ("12 Prozent", "42 Prozent", "15 Prozentpunkten")} <= {
        attributes.get("id") for attributes in marked
    }
