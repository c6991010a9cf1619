"""Two articles on one event, in words of their own: what stands for what, and what is of something else."""

from __future__ import annotations

import pytest

from claimcheck.link.across.page import Page
from claimcheck.link.across.story import one_story, partners
from tests.compare.test_across import article, ties

FIRST = """Kran stürzt auf Schulhof in Lindow

Ein Baukran ist am Montag in Lindow auf den Hof der Astrid-Roth-Schule gestürzt. Der Kran gehört der Baufirma Meerkamp.
Kinder waren wegen der Ferien nicht auf dem Schulhof. {}
Bürgermeisterin Anna Kolberg dankte der Feuerwehr von Lindow. Die Baufirma Meerkamp sprach von einer Sturmböe.
"""
SECOND = """Nach dem Sturz des Krans: Schule in Lindow bleibt zu

Die Astrid-Roth-Schule in Lindow bleibt nach dem Sturz eines Baukrans auf den Schulhof geschlossen. {}
Der Kran der Baufirma Meerkamp war am Montag in den Ferien umgestürzt, Kinder waren nicht auf dem Hof.
Bürgermeisterin Anna Kolberg lobte die Feuerwehr, die Baufirma Meerkamp verwies auf eine Sturmböe.
"""
DAYS = ("2031-05-12", "2031-05-13")


def told(one: str, two: str) -> list[tuple[str, str, str, str]]:
    found = ties(FIRST.format(one), SECOND.format(two), days=DAYS)
    return [
        (tie.relation, tie.aspect, tie.a.text, tie.b.text) for tie in found if tie.aspect not in ("name", "speaker")
    ]


def conflicts(one: str, two: str) -> list[tuple[str, str]]:
    return [(a, b) for relation, _, a, b in told(one, two) if relation == "conflicts"]


def story(one: str, two: str, days: int = 1) -> bool:
    return one_story(*(Page(article(text, f"{n}.txt"), n) for n, text in enumerate((one, two))), days)


def test_one_event_is_known_by_its_names() -> None:
    assert story(FIRST.format(""), SECOND.format(""))
    assert not story(FIRST.format(""), SECOND.format(""), days=60)


def test_another_event_is_not() -> None:
    other = SECOND.format("").replace("Lindow", "Marbeck").replace("Astrid-Roth-Schule", "Rathausbrücke")
    other = other.replace("Anna Kolberg", "Karl Meier").replace("Meerkamp", "Südbau").replace("Kran", "Bagger")
    other = other.replace("krans", "baggers").replace("Schulhof", "Uferweg").replace("Schule", "Brücke")
    assert not story(FIRST.format(""), other)


def test_what_either_article_counts_but_once_is_compared() -> None:
    assert conflicts("Danach verluden 38 Lastwagen den Schutt.", "Um alles wegzubringen, brauchte es 83 Lastwagen.")
    assert not conflicts(
        "Danach verluden 38 Lastwagen den Schutt, später kamen noch zwölf Lastwagen.",
        "Um alles wegzubringen, brauchte es 90 Lastwagen.",
    )


def test_a_count_of_two_things_is_not_one_of_them() -> None:
    assert not conflicts("Danach kamen 38 Lastwagen und Bagger.", "Um alles wegzubringen, brauchte es 83 Lastwagen.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Im Dorf Olsum wurden 38 Dächer beschädigt.", "Im Dorf Rehna wurden 83 Dächer beschädigt."),
        ("Beim Sturm vor einem Jahr fielen 38 Bäume um.", "Diesmal fielen 83 Bäume um."),
        ("Der Schaden liegt bei 38 Millionen Euro.", "Der Kran hat 83 Millionen Euro gekostet."),
    ],
)
def test_another_place_time_or_measure_of_one_event(one: str, two: str) -> None:
    assert not conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Der Ausleger ragt 62 Meilen in die Bucht.", "In die Bucht ragt der Ausleger 100 Kilometer."),
        ("Die Sperre dauert zwölf Monate.", "Ein Jahr dauert die Sperre."),
        ("Der Neubau kostet 38,4 Millionen Euro.", "Den Neubau bezahlt die Stadt mit 38 Millionen Euro."),
        ("Beschädigt wurden mehr als 200 Fenster.", "Beschädigt wurden mehr als 240 Fenster."),
        ("Versichert war der Kran mit 340.000 Euro.", "Versichert war der Kran mit 343.200 Euro."),
    ],
)
def test_one_value_in_another_unit_or_rounding_agrees(one: str, two: str) -> None:
    found = told(one, two)
    assert any(relation == "agrees" and aspect == "value" for relation, aspect, _, _ in found)
    assert not conflicts(one, two)


def test_what_is_set_anew_is_newer() -> None:
    found = told(
        "Die Baufirma Meerkamp bietet der Schule 38.000 Euro an.",
        "Die Baufirma Meerkamp erhöhte ihr Angebot an die Schule auf 45.000 Euro.",
    )
    assert ("updates", "value", "38.000 Euro", "45.000 Euro") in found


def test_the_number_with_which_both_articles_open() -> None:
    first = "Bei einem Kransturz in Lindow sind 14 Menschen verletzt worden. " + FIRST.format("").replace("\n", " ")
    second = "Verletzt: So endete für 19 Menschen der Montag. " + SECOND.format("").replace("\n", " ")
    found = ties(first, second, days=("2031-05-12", "2031-05-12"))
    assert ("conflicts", "14 Menschen", "19 Menschen") in [(tie.relation, tie.a.text, tie.b.text) for tie in found]


def test_a_place_lies_in_another() -> None:
    page = Page(article("In Lindow (Brandenburg) regnet es. Später regnet es in Marbeck in Westfalen.", "0.txt"), 0)
    assert len(page.nested) == 2


def test_who_says_it_tells_little_of_what_is_said() -> None:
    assert not conflicts(
        "Bürgermeisterin Anna Kolberg sagte, die Turnhalle koste 38 Millionen Euro.",
        "Bürgermeisterin Anna Kolberg sagte, die Mensa koste 52 Millionen Euro.",
    )


def test_an_older_value_needs_three_days_in_order() -> None:
    texts = [f"Bei dem Grubenunglück in Lindow starben {count} Menschen, sagte die Polizei." for count in (12, 18, 12)]
    rising = ("2031-05-12", "2031-05-13", "2031-05-14")
    assert [tie.aspect for tie in ties(*texts, days=rising) if tie.relation == "conflicts"] == ["older"]
    assert not [tie for tie in ties(*texts, days=("2031-05-12", "2031-05-14", "2031-05-13")) if tie.aspect == "older"]
    texts[2] += " Dann waren es 18 Menschen."
    assert not [tie for tie in ties(*texts, days=rising) if tie.aspect == "older"]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("Dabei wurden 31 Menschen verletzt.", "Verletzt wurden 46 Anwohner.", []),  # a count of the next day
        ("Der Schaden liegt bei sechs Millionen Euro.", "Versichert sind neun Millionen Euro Schaden.", []),
        ("Die Miete kostet sechs Millionen Euro.", "Neun Millionen Euro Miete kostet das Haus.", []),
        ("Die Mieten stiegen um neun Prozent.", "Um neun Prozent fielen die Mieten.", "direction"),
        ("Im Saal sind acht Paare.", "Noch elf Paare waren gekommen.", []),  # another count of one noun
        ("Die Fabrik hat 19.000 Spinde.", "Über 19.000 Spinde hat die Fabrik.", []),
        ("Die Strecke ist 180,2 Kilometer lang.", "180 Kilometer lang ist die Strecke.", []),
        ("Die Feuerwehr schickte Frank Mikkel.", "Handelschef Brian Mikkel kam.", []),
        ("Heiner Tappert fand die Worte.", "Auf der Bühne stand Heinz Tappert.", "person"),
        ("Damals entstand ein Schaden von sechs Millionen Euro.", "Versichert sind neun Millionen Euro Schaden.", []),
        ("Architekt Matthias Brehm kam.", "Architekt Michael Brehm sagte nichts.", "person"),
        ("Architekt Heinz Brehm kam.", "Architekt Heinrich Brehm sagte nichts.", []),
        ("Architekt Matthias Brehm kam.", "Die Kellnerin Martina Brehm sagte nichts.", []),
        ("Gutachterin Miriam Sattelberg kam.", "Miriam Sattelberger sagte nichts.", "spelling"),
        ("Gutachter Jörg Petzold kam.", "Joerg Petzold sagte nichts.", []),
        ("Maren Stölting (SPD) kam.", "Maren Stölting (CDU) sagte nichts.", "actors"),
    ],
)
def test_one_thing_in_other_words(one: str, two: str, found: str | list[str]) -> None:
    aspects = [aspect for relation, aspect, _, _ in told(one, two) if relation == "conflicts"]
    assert [aspect.replace("value", "measure") for aspect in aspects] == ([found] if found else [])


def test_of_many_articles_those_on_one_event_are_laid_side_by_side() -> None:
    """All of a group, however large, and of the others nearly none, though all of them speak of the mayor of Lindow."""
    report = "In {} brannte am Montag die Halle der Firma {}. {} sprach mit der Bürgermeisterin von Lindow."
    towns = ["Marbeck", "Quellstadt", "Torfheim", "Ulmbach", "Weidenau", "Zarnow"]
    texts = [
        f"{report.format(town, f'{town}werk', f'{town}er Feuerwehrmann Kern{town}')} Artikel {town}{number}."
        for town in towns
        for number in range(12)
    ]
    pages = [Page(article(text, f"{n}.txt"), n) for n, text in enumerate(texts)]
    assert set(partners(pages)) == {
        (i, j) for i in range(len(pages)) for j in range(i + 1, len(pages)) if i // 12 == j // 12
    }
    assert partners(pages[10:12]) == partners(pages[11:13]) == [(0, 1)]
