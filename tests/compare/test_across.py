"""What ties two articles: agreement, update, conflict, and what must stay apart."""

from __future__ import annotations

from itertools import permutations

import pytest

from claimcheck.extract import read_article
from claimcheck.link.across import across
from claimcheck.model import Article, Document
from claimcheck.model.report import Tie
from claimcheck.segment import segment


def article(text: str, path: str, language: str = "de", published: str | None = "2031-05-12") -> Article:
    return read_article(segment(Document.from_text(text, path=path, language=language, published=published)))


def ties(*texts: str, languages: str = "de", days: tuple[str, ...] = ()) -> tuple[Tie, ...]:
    codes = languages.split() * len(texts)
    dates = days or ("2031-05-12",) * len(texts)
    return across([article(text, f"{n}.txt", codes[n], dates[n]) for n, text in enumerate(texts)])


def numbers(found: tuple[Tie, ...]) -> list[tuple[str, str, str]]:
    return [(tie.relation, tie.a.text, tie.b.text) for tie in found if tie.aspect != "name"]


FIRST = "Das Werk in Lindow kostet nach Angaben der Nordwerk AG {} und entsteht bis 2034 am alten Hafen."
SECOND = "Nach Angaben der Nordwerk AG kostet das Werk in Lindow {} und entsteht bis 2034 am alten Hafen."


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("61 Millionen Euro", "61 Millionen Euro", "agrees"),
        ("61 Millionen Euro", "61,3 Mio. Euro", "agrees"),
        ("rund 60 Millionen Euro", "61,3 Millionen Euro", "agrees"),
        ("mehr als 60 Millionen Euro", "61,3 Millionen Euro", "agrees"),
        ("61 Millionen Euro", "einundsechzig Millionen Euro", "agrees"),
        ("61 Millionen Euro", "68 Millionen Euro", "conflicts"),
        ("61 Millionen Euro", "61 Milliarden Euro", "conflicts"),
        ("bis zu 61 Millionen Euro", "bis zu 68 Millionen Euro", "conflicts"),
    ],
)
def test_one_amount_in_two_articles(one: str, two: str, relation: str) -> None:
    found = numbers(ties(FIRST.format(one), SECOND.format(two)))
    assert (relation, one, two) in found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Das Werk in Lindow kostet 61 Millionen Euro.", "Das Werk in Marbeck kostet 68 Millionen Euro."),
        ("In Lindow gelten 12 Patienten als genesen.", "In Lindow gelten 12 Brücken als gesperrt, 15 Straßen auch."),
        ("Im Mai 2030 kamen 61.000 Gäste in den Hafen.", "Im Juni 2030 kamen 68.000 Gäste in den Hafen."),
        ("Ursprünglich sollte das Werk 61 Millionen Euro kosten.", "Das Werk soll nun 68 Millionen Dollar kosten."),
    ],
)
def test_another_place_thing_time_or_unit_is_no_conflict(one: str, two: str) -> None:
    assert not [tie for tie in ties(one, two) if tie.relation == "conflicts"]


def test_a_number_is_paired_once() -> None:
    found = ties(
        "Im Stadtrat von Lindow stimmten 41 Delegierte für das Hafengesetz, 12 dagegen, acht enthielten sich.",
        "Für das Hafengesetz stimmten im Stadtrat von Lindow 41 Delegierte, 12 dagegen, acht enthielten sich.",
    )
    agreeing = [tie for tie in found if tie.aspect == "value"]
    assert [tie.a.text.split()[0] for tie in agreeing] == ["41", "12", "acht"]
    assert all(tie.a.text == tie.b.text for tie in agreeing)


def test_a_value_the_other_article_also_states_is_no_conflict() -> None:
    one = "Das Werk in Lindow kostet die Nordwerk AG 61 Millionen Euro."
    two = (
        "Das Werk in Lindow kostet die Nordwerk AG 68 Millionen Euro. "
        "Früher hieß es, das Werk in Lindow kostet 61 Millionen Euro."
    )
    assert not [tie for tie in ties(one, two) if tie.relation == "conflicts"]


def test_a_count_grows_with_time() -> None:
    text = "Bei dem Grubenunglück in Lindow starben bislang {} Menschen, teilte die Polizei mit."
    up = ties(text.format(12), text.format(18), days=("2031-05-12", "2031-05-13"))
    down = ties(text.format(18), text.format(12), days=("2031-05-12", "2031-05-13"))
    assert [tie.relation for tie in up if tie.aspect != "name"] == ["updates"]
    assert [(tie.relation, tie.aspect) for tie in down] == [("conflicts", "falling")]


def test_a_least_and_less_on_one_day_are_an_update() -> None:
    text = "Bei dem Grubenunglück in Lindow starben {} Menschen, teilte die Polizei mit."
    found = ties(text.format("mindestens sechs"), text.format("zwei"))
    assert not [tie for tie in found if tie.relation == "conflicts"]


def test_sentences_alike_of_two_days_tell_of_two_days() -> None:
    text = "Am Hafentor von Lindow hielten am Abend {} Lieferwagen, sagten die Händler vom Lindower Markt."
    assert [tie for tie in ties(text.format(50), text.format(80)) if tie.relation == "conflicts"]
    found = ties(text.format(50), text.format(80), days=("2031-05-12", "2031-05-13"))
    assert not [tie for tie in found if tie.relation == "conflicts"]


def test_two_languages() -> None:
    german = "Nordwerk hat 4,8 Milliarden Dollar in das Stahlwerk von Keltec in Lindow investiert."
    english = "Nordwerk has invested {} dollars in the steel mill of Keltec in Lindow."
    agree = ties(german, english.format("4.8 billion"), languages="de en")
    slip = ties(german, english.format("4.8 trillion"), languages="de en")
    assert ("agrees", "value") in [(tie.relation, tie.aspect) for tie in agree]
    assert ("conflicts", "scale") in [(tie.relation, tie.aspect) for tie in slip]


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = [FIRST.format("61 Millionen Euro"), SECOND.format("68 Millionen Euro"), FIRST.format("68 Millionen Euro")]
    articles = [article(text, f"{n}.txt") for n, text in enumerate(texts)]
    results = {frozenset(frozenset((tie.a, tie.b)) for tie in across(order)) for order in permutations(articles)}
    assert len(results) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "Kein Wort.", "9" * 100_000, "„" * 5_000, "1 " * 5_000])
def test_odd_texts(text: str) -> None:
    across([article(text, "0.txt"), article(text, "1.txt"), article("Das Werk kostet 61 Millionen Euro.", "2.txt")])


STORY = "Brand in Lindow: Im Möbelhaus Nordlicht am Hafen brach am {} Feuer aus, sagte Jana Moor von der Stadt Lindow. "


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bei den Älteren erreicht die CDU 34,3 Prozent.", "Vom Strom stammen 24,3 Prozent aus Wind."),
        ("Dabei war ihre Tochter Prinzessin Ada.", "Sie brachte ihre Tochter Ada mit."),
        ("Auch König Jörn kam.", "Auch ihr Schwiegervater Jörn kam."),
    ],
)
def test_what_two_articles_on_one_story_tell_of_several_things(one: str, two: str) -> None:
    found = ties(STORY.format("Montag") + one, STORY.format("Montag") + two)
    assert not [each for each in found if each.relation in ("conflicts", "differs")]


def test_the_only_amounts_of_two_articles_are_no_conflict() -> None:
    one, two = "Die Kombis gibt es ab 46.800 Euro.", "Gespendet hatten Gäste und Vereine 41.800 Euro."
    found = ties(STORY.format("Montag") + one, STORY.format("Montag") + two)
    assert {each.relation for each in found if "Euro" in each.a.text} == {"differs"}


def test_what_two_articles_on_one_story_state_as_one() -> None:
    one = STORY.format("12. Mai 2031") + "Kapitän Meent Habber half. Gegründet wurde es 1987, gebaut in 37 Wochen."
    two = STORY.format("12. Mai 2031") + "Es half auch Meent Habber, der 1987 kam. Die Arbeit dauerte 37 Wochen."
    found = {(each.relation, each.a.text, each.b.text) for each in ties(one, two)}
    assert {("agrees", "Meent Habber", "Meent Habber"), ("agrees", "37 Wochen", "37 Wochen")} <= found


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Die Halle, 1987 gebaut, brannte aus.", "Das 44 Jahre alte Haus brannte aus.", True),
        ("Seit 2005 leitet Jana Moor die Wehr.", "Die Wehr hat sie seit 26 Jahren geleitet.", True),
        ("Die Halle, 1986 gebaut, brannte aus.", "Das 44 Jahre alte Haus brannte aus.", False),
    ],
)
def test_a_year_and_how_long_ago_it_was(one: str, two: str, same: bool) -> None:
    found = ties(STORY.format("Montag") + one, STORY.format("Montag") + two)
    assert any(each.relation == "agrees" and "Jahr" in each.b.text for each in found) is same


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("Der Vertrag mit Nordwerk läuft 24 Monate.", "Die Laufzeit beträgt 27 Monate.", "conflicts"),
        ("Der Umsatz sank um acht Prozent.", "Das war ein Zuwachs von acht Prozent.", "conflicts"),
        ("Die Wahlbeteiligung stieg deutlich.", "Die Wahlbeteiligung fiel.", "conflicts"),
        ("Die Aktionäre bekommen 1,10 Euro je Aktie.", "Er schlägt 80 Cent pro Anteilsschein vor.", "conflicts"),
        (
            "„Wir sehen noch nicht das Ende“, sagte Jana Kern.",
            "„Wir sehen schon das Ende“, sagte Jana Kern.",
            "conflicts",
        ),
        (
            "Die Polizei gab die Höhe des Schadens mit 60 Millionen Euro an.",
            "Der Schaden liegt bei 40 Millionen Euro.",
            "conflicts",
        ),
        ("Jana Wirtz stürzte acht Meter tief.", "Sie fiel aus 18 Metern Höhe.", "conflicts"),
        ("Der Wagen war mit 80 km/h unterwegs.", "Mit 110 km/h raste er in die Kurve.", "conflicts"),
        ("Die Wahlbeteiligung soll steigen.", "Die Wahlbeteiligung fiel.", None),
        ("Der Vertrag läuft bis zu 24 Monate.", "Die Laufzeit beträgt bis zu 27 Monate.", None),
        ("Bürgermeisterin Jana Wirtz kam.", "Dafür dankte die frühere Finanzchefin Jana Wirtz.", None),
    ],
)
def test_what_an_article_tells_but_once(one: str, two: str, relation: str | None) -> None:
    found = ties(STORY.format("Montag") + one, STORY.format("Montag") + two)
    assert {each.relation for each in found} - {"agrees", "differs"} == ({relation} if relation else set())


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Finanzchefin Jana Wirtz kam aus Marbeck.", "Dafür dankte Vorstandschefin Jana Wirtz.", "two offices"),
        ("Trainer Jan Wirtz kam aus Marbeck.", "Dafür dankte Co-Trainer Jan Wirtz.", "two offices"),
        ("Trainer Jan Wirtz kam aus Marbeck.", "Dafür dankte Chefcoach Jan Wirtz.", None),
        ("Sie flohen in Richtung Norden.", "Der Wagen raste nach Süden davon.", "direction"),
        ("Der Zug fuhr von Marbeck nach Kolm.", "Der Zug war aus Kolm mit Ziel Marbeck gekommen.", "direction"),
        ("Der Zug fuhr von Marbeck nach Kolm.", "Der Zug fuhr in Richtung Kolm davon.", None),
        ("Ein Zeuge ist 35 und half.", "Ein 53 Jahre alter Zeuge half.", "age"),
        ("Die Besucherzahl stieg.", "Die Besucherzahl sank.", "visitors"),
        ("Der Sturm riss den Deich bei Kolmhaven auf.", "Gebrochen ist der Deich nahe Osterwarf.", "the place of dyke"),
        ("Betroffen ist das Werk Rehfelden.", "Der Abbau trifft das Werk Oberkolmen.", "the place of works"),
        ("Die Zentrale bleibt in Rehfelden.", "Der Firmensitz zieht nach Oberkolmen.", "the place of headquarters"),
        ("Die Zentrale bleibt in Rehfelden.", "Von Rehfelden zieht der Firmensitz nach Oberkolmen.", None),
        ("Bei fünf Grad Celsius froren alle.", "Die Temperatur lag bei 41 Grad Fahrenheit.", None),
    ],
)
def test_what_two_texts_have_left(one: str, two: str, reason: str | None) -> None:
    found = ties(STORY.format("Montag") + one, STORY.format("Montag") + two)
    assert [each.reason.rpartition(": ")[2] for each in found if each.relation == "differs"] == (
        [] if reason is None else [f"one person in {reason}" if reason == "two offices" else reason]
    )


def test_until_when_something_holds_in_two_countries() -> None:
    found = ties(
        "Belgien hat den Flugverkehr mit Lindow gestoppt. Das Verbot gilt zunächst bis zum 1. August.",
        "In Polen ist der Flugverkehr mit Marbeck gestoppt. Das Verbot gilt zunächst bis 31. Juli.",
        days=("2031-07-20", "2031-07-21"),
    )
    assert "conflicts" not in {tie.relation for tie in found}


def test_a_value_that_the_other_article_states_for_the_same_thing_too() -> None:
    found = ties(
        "Die Regierung von Lindow hat beschlossen, die Warnung für 29 Länder im Norden ab dem 15. Juni aufzuheben.",
        "Die Regierung von Lindow beschloss, die Warnung am 15. Juni für 31 Länder im Norden aufzuheben. "
        "Für 29 Länder gilt das sofort, für Marland und Ostland erst später.",
    )
    assert "conflicts" not in {tie.relation for tie in found}


ONE_EVENT = "Das Fieber in Marbeck am Lindower See breitet sich aus, meldet das Hafenamt Lindow. {}"


@pytest.mark.parametrize(("two", "relation"), [("43.866", "updates"), ("34.181", "conflicts")])
def test_a_count_may_go_on_within_a_day_where_it_is_large_and_little_more(two: str, relation: str) -> None:
    found = ties(
        ONE_EVENT.format("Infiziert haben sich 43.181 Menschen."),
        ONE_EVENT.format(f"Mit dem Fieber infizierten sich {two} Menschen."),
    )
    assert [tie.relation for tie in found if tie.aspect != "name"] == [relation]


COLLISION = "Am Lindower Tor in Marbeck stießen zwei Trams zusammen. {} Die Linie 7 bleibt bis Freitag gesperrt."


def test_the_age_of_one_person_beside_the_ages_of_others() -> None:
    found = ties(
        COLLISION.format("Den Notruf wählte Karl Meier (53). Gefahren ist Anna Roth (31)."),
        COLLISION.format("Gefahren ist Anna Roth (31). Den Notruf wählte Karl Meier (35)."),
    )
    assert {("conflicts", "53", "35"), ("agrees", "31", "31")} <= set(numbers(found))


def test_the_ages_of_two_persons() -> None:
    found = ties(
        COLLISION.format("Gefahren ist Anna Roth. Die 31-Jährige blieb unverletzt."),
        COLLISION.format("Den Notruf wählte Karl Meier. Der 33-Jährige kam mit dem Schrecken davon."),
    )
    assert "conflicts" not in {tie.relation for tie in found}


@pytest.mark.parametrize(("two", "relation"), [("drei", "agrees"), ("vier", "updates"), ("fünf", "differs")])
def test_a_small_count_of_what_an_event_has(two: str, relation: str) -> None:
    found = ties(
        "Drei maskierte Räuber überfielen am Dienstag das Juweliergeschäft Roth am Lindower Tor in Marbeck.",
        f"Am Lindower Tor in Marbeck stürmten am Dienstag {two} Vermummte das Juweliergeschäft Roth.",
        days=("2031-05-14", "2031-05-14"),
    )
    assert relation in {tie.relation for tie in found if tie.a.text == "Drei"}


def test_two_values_of_earlier_times() -> None:
    found = ties(
        "Nordwerk kauft den Hafen in Lindow. Zuvor hatte Nordwerk 15 Millionen Euro für ein Lager in Lindow bezahlt.",
        "Nordwerk kauft den Hafen in Lindow. Im Jahr 2024 kaufte Nordwerk das Werk Alster für 19 Millionen Euro.",
    )
    assert "conflicts" not in {tie.relation for tie in found}


def test_an_amount_behind_by_is_a_change_only_where_something_moves() -> None:
    found = ties(
        COLLISION.format("Die Versicherten verloren zusammen 8,3 Millionen Euro."),
        COLLISION.format("Die Firma brachte ihre Kundschaft um 3,8 Millionen Euro."),
    )
    assert ("conflicts", "8,3 Millionen Euro", "3,8 Millionen Euro") in numbers(found)


@pytest.mark.parametrize(("two", "relation"), [("5,4", "conflicts"), ("6,1", "updates")])
def test_digits_in_another_order_are_no_later_count(two: str, relation: str) -> None:
    found = ties(
        COLLISION.format("Der Schaden beträgt 4,5 Millionen Euro."),
        COLLISION.format(f"Was verbrannte, war {two} Millionen Euro wert."),
        days=("2031-05-12", "2031-05-13"),
    )
    assert relation in {tie.relation for tie in found if tie.a.text == "4,5 Millionen Euro"}


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("Verkäufer ist die Familie Kern.", "Verkauft wird vom Investor Elbgeld.", "differs"),
        ("Verkäufer ist die Familie Kern.", "Verkäufer ist die Gründerfamilie Kern.", "agrees"),
        ("Als Unfallursache gilt ein Reifenschaden.", "Ursache war ein Fehler des Lenkers.", "differs"),
    ],
)
def test_what_a_story_has_one_of(one: str, two: str, relation: str) -> None:
    found = ties(COLLISION.format(one), COLLISION.format(two))
    assert relation in {tie.relation for tie in found if tie.reason.startswith("both say what it is")}


def test_a_name_in_two_spellings_where_one_article_alone_tells_that_it_is_one() -> None:
    text = "Two trams collided at the Lindow gate in Marbeck. {} Line 7 stays closed until Friday."
    found = ties(
        text.format("Zandra Keane, 47, took the wrong points."),
        text.format("Zandra Kean had set the points at the Lindow gate."),
        languages="en",
    )
    assert ("Zandra Keane", "Zandra Kean") in {(tie.a.text, tie.b.text) for tie in found if tie.aspect == "spelling"}


def test_counts_of_two_nouns_for_one_kind_of_thing_are_no_slip_of_the_point() -> None:
    found = ties(
        COLLISION.format("Die Behörde kennt 220 Tanker ohne Versicherung."),
        COLLISION.format("Auf dem See fahren täglich 2200 Schiffe."),
    )
    assert "conflicts" not in {tie.relation for tie in found}


MATCH = "Das Spiel zwischen Lindow und {} findet am {} in Lindow statt und wird im Fernsehen übertragen."


def test_a_date_that_goes_with_its_text_is_no_conflict() -> None:
    texts = (MATCH.format("Marbeck", "13. Mai 2031"), MATCH.format("Marbeck", "27. Mai 2031"))
    assert numbers(ties(*texts)) == [("conflicts", "13. Mai 2031", "27. Mai 2031")]
    assert numbers(ties(*texts, days=("2031-05-11", "2031-05-25"))) == []  # each tells of the match of its own week


def test_what_each_house_has_is_of_no_event() -> None:
    found = ties(
        COLLISION.format("Im Landtag von Lindow sitzen 620 Abgeordnete."),
        COLLISION.format("Die Bauernliste verfügt im Parlament über 152 Sitze."),
    )
    assert "conflicts" not in {tie.relation for tie in found}


@pytest.mark.parametrize(("first", "second", "found"), [("Mieten", "Mieten", True), ("Mieten", "Aktien", False)])
def test_a_rise_and_a_fall_are_of_one_thing(first: str, second: str, found: bool) -> None:
    texts = (f"Die {first} stiegen um 3,8 Prozent.", f"Die {second} fielen um vier Prozent.")
    links = ties(*(COLLISION.format(each) for each in texts))
    assert ("direction" in {tie.aspect for tie in links if tie.relation == "conflicts"}) is found


def test_short_texts_of_days_in_a_row_need_share_little() -> None:
    one = "Ein Laster ist am Montag in Marbeck umgestürzt. Er hatte 14 Kühe geladen, sagte die Feuerwehr in Lindow."
    two = (
        "Auf der Straße nach Marbeck liefen gestern Rinder umher. Die Feuerwehr fing die vierzehn Kühe wieder ein. "
        "Der Bauer Jan Moor holte sie am Abend mit seinem Anhänger ab, wie seine Nachbarin Uta Kern berichtet."
    )
    assert "agrees" in {tie.relation for tie in ties(one, two, days=("2031-05-13", "2031-05-14")) if "14" in tie.a.text}
