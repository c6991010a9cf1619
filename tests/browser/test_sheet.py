"""The sheet as an editor works with it: in a browser, from a file, without a network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Document, check, compare
from claimcheck.ledger import read, written
from claimcheck.model import Report
from claimcheck.report.html import report
from claimcheck.report.words import words
from claimcheck.report.written import written as written_in

from .conftest import Tab

TEXT = (
    "Mehr Gäste in Dassow\n\n"
    "Von 480 Befragten stimmten 120 zu, das sind 30 Prozent. Danach kamen 17 Gäste, sagte Ina Dorn am Montag.\n\n"
    "Der Umsatz lag 2022 bei 400 Millionen Euro, 2023 bei 450 Millionen Euro und 2024 bei 500 Millionen Euro. Experten "
    "aus der Branche bewerten das Vorgehen der Lorbach AG als mutig."
)
OTHER = "Die Lorbach AG meldet Zahlen. Der Umsatz lag 2024 bei 500 Millionen Euro. Danach kamen 71 Gäste."
EVIL = "</script><script>alert(1)</script><img src=https://example.org/x onerror=alert(2)>\"' <b>fett</b>"


def article(text: str = TEXT, path: str = "entwurf.txt") -> Document:
    return Document.from_text(text, path, language="de", published="2025-06-19")


def opened(tab: Tab, folder: Path, result: Report | None = None, language: str = "de") -> str:
    """Writes the page and opens it; its address."""
    path = folder / "sheet.html"
    path.write_text(report(result or check(article()), words(language)), encoding="utf-8")
    tab.page.goto(path.as_uri())
    return path.as_uri()


def row(text: str) -> str:
    return f'.row:has(.claim:text-is("{text}"))'


def ticked(tab: Tab) -> list[str]:
    return tab.page.locator(".row:has(.tick:checked) .claim").all_inner_texts()


def forget(page: Any) -> None:
    """Empties the browser's store and opens the page anew; a download may still be replacing what ran in it."""
    page.reload()
    page.evaluate("localStorage.clear()")
    page.reload()


def test_ticks_survive_reload_export_and_import(tab: Tab, tmp_path: Path) -> None:
    address = opened(tab, tmp_path)
    page = tab.page
    page.fill(".me", "mk")
    page.locator(".me").blur()
    page.check(f"{row('480')} .tick")
    page.fill(f"{row('480')} .source", 'Umfrage „Dassow“ <2024> & "mehr"')
    page.check(f"{row('17')} .tick")
    page.click(f"{row('120')} .badge")
    page.fill(f"{row('120')} .source", "nur notiert")
    page.reload()
    assert ticked(tab) == ["480", "17"]
    assert page.input_value(f"{row('480')} .name") == "mk"
    assert page.input_value(f"{row('120')} .source") == "nur notiert"
    assert "2" in page.inner_text(".done")

    page.fill(f"{row('17')} .source", "Veranstalter")
    with page.expect_download() as download:
        page.click("[data-do=export]")
    assert download.value.suggested_filename == "entwurf.claims.json"
    saved = tmp_path / "entwurf.claims.json"
    download.value.save_as(saved)
    kept = read(str(saved))
    assert {(tick.identity.text, tick.by, tick.source) for tick in kept.ticks} == {
        ("480", "mk", 'Umfrage „Dassow“ <2024> & "mehr"'),
        ("17", "mk", "Veranstalter"),
    }
    assert saved.read_text(encoding="utf-8") == written(kept.ticks)

    forget(page)
    assert ticked(tab) == []
    page.set_input_files("#file", saved)
    page.locator(".tick:checked").nth(1).wait_for()  # reading a file takes its time; the page allows no script of ours
    assert (tab.wrong, tab.outside(address)) == ([], [])

    changed = TEXT.replace("17 Gäste", "19 Gäste")
    opened(tab, tmp_path, check(article(changed)._replace(ledger=kept)))
    forget(page)
    assert ticked(tab) == ["480"]
    assert "„17“" in page.inner_text(f"{row('19')} .lapsed")
    on = kept.ticks[0].on
    assert page.inner_text(f"{row('480')} .on") == written_in(words("de")).day(on)
    assert f"– mk, {written_in(words('de')).day(on)}, Veranstalter" in page.inner_text(".gone")
    page.uncheck(f"{row('480')} .tick")
    page.reload()
    assert ticked(tab) == []


def test_ticks_outlive_a_new_draft_and_never_leak_into_another_article(tab: Tab, tmp_path: Path) -> None:
    page, saved = tab.page, tmp_path / "saved.json"

    def exported() -> set[str]:
        with page.expect_download() as download:
            page.click("[data-do=export]")
        download.value.save_as(saved)
        return {tick.identity.text for tick in read(str(saved)).ticks}

    opened(tab, tmp_path)
    page.fill(".me", "mk")
    page.locator(".me").blur()
    for text in ("480", "17"):
        page.check(f"{row(text)} .tick")
        page.fill(f"{row(text)} .source", "Umfrage")
    opened(tab, tmp_path, check(article(OTHER)))
    assert (ticked(tab), page.locator(".gone:visible").count(), exported()) == ([], 0, set())
    page.check(f"{row('71')} .tick")
    page.fill(f"{row('71')} .source", "Veranstalter")

    opened(tab, tmp_path, check(article("Neu am Morgen\n\n" + TEXT.replace("17 Gäste", "19 Gäste") + " Es kamen 5.")))
    assert ticked(tab) == ["480"]
    assert "„17“" in page.inner_text(".gone")
    assert exported() == {"480"}
    opened(tab, tmp_path)
    assert ticked(tab) == ["480", "17"]


def test_a_tick_on_what_a_source_supports_names_that_source(tab: Tab, tmp_path: Path) -> None:
    source = Document.from_text(OTHER.replace("71", "17"), "bericht:1.txt", language="de", published="2025-06-19")
    opened(tab, tmp_path, check(article(), sources=source))
    page = tab.page
    for text in ("17", "480", "500 Millionen Euro"):
        page.check(f"{row(text)} .tick")
    assert [page.input_value(f"{row(text)} .source") for text in ("17", "480")] == ["bericht:1.txt", ""]
    page.fill(f"{row('500 Millionen Euro')} .source", "Bilanz")
    page.reload()
    assert page.input_value(f"{row('500 Millionen Euro')} .source") == "Bilanz"


def test_what_is_no_ledger_changes_nothing(tab: Tab, tmp_path: Path) -> None:
    opened(tab, tmp_path)
    strange = tmp_path / "x.json"
    tick = {"claim": "<img src=x onerror=alert(1)>", "on": "2025-01-01"}
    for content in (
        "{",
        '{"schema": "claimcheck.ledger/1", "ticks": 3}',
        json.dumps({"schema": "claimcheck.ledger/1", "ticks": [tick]}),
    ):
        strange.write_text(content, encoding="utf-8")
        tab.page.set_input_files("#file", strange)
        tab.page.wait_for_selector(".note:has-text('x.json')")
        tab.page.evaluate("document.querySelector('.note').textContent = ''")
    assert (ticked(tab), tab.wrong) == ([], [])


def test_filters_keys_and_links(tab: Tab, tmp_path: Path) -> None:
    opened(tab, tmp_path)
    page = tab.page
    rows = page.locator(".row:visible").count()
    page.click("[data-filter=finding]")
    assert 0 < page.locator(".row:visible").count() < rows
    page.click("[data-filter=finding]")
    assert page.locator(".row:visible").count() == rows

    page.click(f"{row('17')} .claim")
    page.click("[data-filter=unticked]")
    assert page.locator(f"{row('17')}:visible").count() == 0
    page.click("[data-filter=unticked]")

    page.keyboard.press("f")
    assert "480" in page.inner_text(".card.current .working")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("s")
    page.keyboard.type("Akte x j")
    current = page.locator(".row.current")
    assert current.locator(".source").input_value() == "Akte x j"
    assert current.locator(".tick").is_checked()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help[open]").count() == 1
    page.click("[data-do=close]")

    page.click('a.m:has-text("450 Millionen Euro")')
    assert page.inner_text(".row.current .claim") == "450 Millionen Euro"
    page.click('.bars a:has-text("400 Millionen Euro")')
    assert page.inner_text(".row.current .claim") == "400 Millionen Euro"
    page.keyboard.press("l")
    assert page.locator(".words:visible").count() == 0
    assert tab.wrong == []


def test_a_page_of_nothing(tab: Tab, tmp_path: Path) -> None:
    opened(tab, tmp_path, check([]))
    for key in "jfxstl":
        tab.page.keyboard.press(key)
    assert tab.wrong == []


def test_several_articles_turn_like_pages(tab: Tab, tmp_path: Path) -> None:
    opened(tab, tmp_path, compare([article(), article(OTHER, "zweiter.txt")]))
    page = tab.page
    assert page.locator(".sheet:visible").count() == 1
    page.click('.facts tbody a[href^="#a2p"] >> nth=0')
    assert page.locator("#a2:visible").count() == 1
    assert page.locator("#a2 .on-now, #a2 :target").count() >= 1
    page.check("#a2 .tick >> nth=0")
    page.go_back()
    page.reload()
    assert page.locator('.done-of[data-of="a2"]').inner_text().startswith("1 ")
    assert tab.wrong == []


def test_a_hostile_article_runs_and_loads_nothing(tab: Tab, tmp_path: Path) -> None:
    hostile = article(f"{EVIL}\n\n{EVIL} sagt: {TEXT}", f"{EVIL}.txt")._replace(title=EVIL)
    address = opened(tab, tmp_path, check([hostile, article(EVIL + OTHER, "b.txt")], sources=[article(EVIL, "s.txt")]))
    tab.page.check(".tick >> nth=0")
    assert EVIL in tab.page.inner_text("h2 >> nth=0")
    assert tab.page.locator("img").count() == 0
    assert (tab.wrong, tab.outside(address)) == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fits(tab: Tab, tmp_path: Path, scheme: str) -> None:
    tab.page.emulate_media(color_scheme=scheme)
    pages = {
        "check": check(article(), sources=[article(OTHER, "quelle.txt")]),
        "compare": compare([article(), article(OTHER, "b.txt")]),
    }
    for name, result in pages.items():
        opened(tab, tmp_path, result, "en" if name == "compare" else "de")
        tab.page.check(".tick >> nth=0")
        tab.page.locator(".card summary").evaluate_all("all => all.forEach(one => { one.parentElement.open = true; })")
        assert tab.serious() == []
        for width in (320, 800):
            tab.page.set_viewport_size({"width": width, "height": 800})
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        tab.page.set_viewport_size({"width": 1366, "height": 900})
    tab.page.emulate_media(media="print")
    assert tab.page.locator(".bar:visible").count() == 0
    assert tab.page.locator(".by:visible").count() == tab.page.locator(".row:visible").count() > 0
