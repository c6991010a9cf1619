"""Sums, votes, prices of each, lists and headlines in further wordings, every wrong one with a right twin."""

from __future__ import annotations

import pytest
from by_examples import BY_EXAMPLES

from claimcheck import Document, check

WRONG = [
    (
        "de",
        "Die neue Brücke in Lindow kostet 18,6 Millionen Euro. Vom Bund kommen 9,4 Millionen, vom Land 5,1 "
        "Millionen, die restlichen 3,1 Millionen trägt die Stadt.",
        None,
    ),
    (
        "en",
        "The new library cost $12.4 million. The state gave $5.2 million, the county $4.1 million; the "
        "remaining $2.1 million came from donors.",
        None,
    ),
    (
        "de",
        "Für die 8000-Einwohner-Gemeinde bedeutet das Defizit von 4 Millionen Euro eine Last von, "
        "rechnerisch, 5000 Euro für jeden Einwohner.",
        None,
    ),
    (
        "de",
        "Die 12.000-Einwohner-Stadt sitzt auf 36 Millionen Euro Schulden, das macht 300 Euro für jeden Bürger.",
        None,
    ),
    ("de", "18 der 25 Abgeordneten stimmten dafür, sechs dagegen, drei enthielten sich.", None),
    (
        "de",
        "Der Rat hat 30 Mitglieder. Mit 19 zu zehn Stimmen bei vier Enthaltungen wurde der Antrag angenommen.",
        None,
    ),
    ("en", "Twelve of the 20 councillors backed the plan, seven were against and three abstained.", None),
    ("en", "All 40 members were present when the motion passed by 24 votes to 15, with three abstentions.", None),
    (
        "de",
        "Beide Betriebe, die Gießerei Lorbach, das Walzwerk Dassow und die Schmiede Marbeck, schließen im Herbst.",
        None,
    ),
    ("de", "Alle drei Bewerber, Anna Roth, Jens Kolbe, Uwe Tamm und Ilka Menz, stellen sich am Montag vor.", None),
    ("en", "Both airlines, Nordair, Flyco and Skyways, declined to comment.", None),
    ("en", "All three suspects, Ian Pell, Marcus Troy, Joe Kent and Abel Foss, were released.", None),
    ("de", "Die Quote fiel von 7,5 auf 6,0 Prozent und sank damit um bloß 1,5 Prozent.", None),
    ("de", "Befragt wurden zwölf Bürgermeister aus dem Kreis. 45 Prozent wollen ihre Schwimmbäder schließen.", None),
    ("en", "We surveyed the nine councillors in the district: 50% said they would resign.", None),
    ("de", "Im Betrieb Lorbach kletterte die Zahl der gebauten Traktoren im vergangenen Jahr von 4800 auf 4100.", None),
    ("de", "Bei der Fluglinie sank der Anteil der verspäteten Maschinen im Sommer von 18 auf 23 Prozent.", None),
    (
        "de",
        "Die Genossenschaft baute 40 Häuser. Der Bau kostete 12 Millionen Euro; im Schnitt kam jedes Haus auf"
        " 30.000 Euro.",
        None,
    ),
    ("en", "All 96 guests – 50 Britons, 30 Germans and 26 Poles – were led to safety.", None),
    ("de", "Alle 60 Passagiere – 25 Polen, 20 Dänen und 25 Schweden – blieben unverletzt.", None),
    ("en", "The council will pay £90m over six years, or £1.5m a year, for the repairs.", None),
    ("de", "Das Land gibt 80 Millionen Euro in vier Jahren, also 2 Millionen Euro pro Jahr, für Deiche aus.", None),
    (
        "en",
        "The island has 9,000 residents on 30 sq km, which works out at 30 people per square kilometre, and "
        "400 hotel beds are planned.",
        None,
    ),
    (
        "de",
        "4,8 Millionen Euro zahlt der Betreiber Keltec für zwei Turbinen, sagte ein Sprecher.",
        "Keltec zahlt 4,8 Milliarden Euro für Turbinen",
    ),
    (
        "en",
        "Keltec is to pay $56 million for the rival maker of turbines, it said on Monday.",
        "Keltec to pay $65 million for rival maker of turbines",
    ),
    (
        "de",
        "Bei einem Brand in Lindow sind vier Menschen gestorben. Die vier Bewohner starben in der Nacht.",
        "Drei Tote bei Brand in Lindow",
    ),
    ("de", "Die Tschechin siegte in zwei Sätzen mit 6:4, 3:6, 7:5.", None),
    ("de", "Roth siegte in drei Sätzen 7:6 (7:5), 6:4 gegen Kolbe.", None),
    ("en", "Roth won 6-4, 3-6 and 7-5 in two sets.", None),
    ("en", "The three donors gave £200, £300 and £450, a total of £850.", None),
    ("en", "The package costs $60 billion, or $75 for each of the country's 80 million people.", None),
    ("en", "The team won 14 medals: five gold, four silver and six bronze.", None),
    ("de", "Das Paket kostet 60 Milliarden Euro, pro Kopf der 80 Millionen Einwohner also 75 Euro.", None),
]
RIGHT = [
    ("en", "The three donors gave £200, £300 and £350, a total of £850.", None),
    ("en", "The package costs $60 billion, or $750 for each of the country's 80 million people.", None),
    ("en", "The team won 15 medals: five gold, four silver and six bronze.", None),
    ("de", "Das Paket kostet 60 Milliarden Euro, pro Kopf der 80 Millionen Einwohner also 750 Euro.", None),
    (
        "de",
        "Die neue Brücke in Lindow kostet 18,6 Millionen Euro. Vom Bund kommen 9,4 Millionen, vom Land 5,1 "
        "Millionen, die restlichen 4,1 Millionen trägt die Stadt.",
        None,
    ),
    (
        "de",
        "Die neue Brücke in Lindow kostet 18,6 Millionen Euro. Vom Bund kommen 9,4 Millionen, davon 5,1 "
        "Millionen sofort, die restlichen 4,3 Millionen im kommenden Jahr.",
        None,
    ),
    (
        "en",
        "The new library cost $12.4 million. The state gave $5.2 million, the county $4.1 million; the "
        "remaining $3.1 million came from donors.",
        None,
    ),
    (
        "de",
        "Die 12.000-Einwohner-Stadt sitzt auf 36 Millionen Euro Schulden, das macht 3000 Euro für jeden Bürger.",
        None,
    ),
    ("de", "16 der 25 Abgeordneten stimmten dafür, sechs dagegen, drei enthielten sich.", None),
    (
        "de",
        "Der Rat hat 33 Mitglieder. Mit 19 zu zehn Stimmen bei vier Enthaltungen wurde der Antrag angenommen.",
        None,
    ),
    ("en", "Twelve of the 22 councillors backed the plan, seven were against and three abstained.", None),
    ("de", "Beide Betriebe, die Gießerei Lorbach und das Walzwerk Dassow, schließen im Herbst.", None),
    ("de", "Beide Männer, Jens Kolbe, Maler, und Olaf Tamm, Dachdecker, wurden gerettet.", None),
    ("de", "Alle drei Bewerber, Anna Roth, Jens Kolbe und Ilka Menz, stellen sich am Montag vor.", None),
    ("en", "Both airlines, Nordair and Flyco, declined to comment.", None),
    ("en", "All four suspects, Ian Pell, Marcus Troy, Joe Kent and Abel Foss, were released.", None),
    ("de", "Die Quote fiel von 7,5 auf 6,0 Prozent und sank damit um bloß 1,5 Prozentpunkte.", None),
    ("de", "Befragt wurden zwölf Bürgermeister aus dem Kreis. 42 Prozent wollen ihre Schwimmbäder schließen.", None),
    ("en", "We surveyed the nine councillors in the district: 56% said they would resign.", None),
    ("de", "Im Betrieb Lorbach kletterte die Zahl der gebauten Traktoren im vergangenen Jahr von 4100 auf 4800.", None),
    (
        "de",
        "Die Genossenschaft baute 40 Häuser. Der Bau kostete 12 Millionen Euro; im Schnitt kam jedes Haus auf"
        " 300.000 Euro.",
        None,
    ),
    ("en", "All 106 guests – 50 Britons, 30 Germans and 26 Poles – were led to safety.", None),
    ("en", "The council will pay £90m over six years, or £15m a year, for the repairs.", None),
    ("de", "Das Land gibt 80 Millionen Euro in vier Jahren, also 20 Millionen Euro pro Jahr, für Deiche aus.", None),
    (
        "en",
        "The island has 9,000 residents on 30 sq km, which works out at 300 people per square kilometre, and "
        "400 hotel beds are planned.",
        None,
    ),
    (
        "de",
        "4,8 Milliarden Euro zahlt der Betreiber Keltec für zwei Turbinen, sagte ein Sprecher.",
        "Keltec zahlt 4,8 Milliarden Euro für Turbinen",
    ),
    (
        "de",
        "Bei einem Brand in Lindow sind drei Menschen gestorben. Die drei Bewohner starben in der Nacht.",
        "Drei Tote bei Brand in Lindow",
    ),
    ("de", "Die Nacht wird kalt: Die Werte sinken auf 4 bis 1 Grad.", None),
    ("de", "Die Tschechin siegte in drei Sätzen mit 6:4, 3:6, 7:5.", None),
    ("de", "Roth siegte in zwei Sätzen 7:6 (7:5), 6:4 gegen Kolbe.", None),
    ("de", "Roth lag nach zwei Sätzen zurück, gewann aber 4:6, 3:6, 7:5, 6:1, 6:2.", None),
]


def _loud(language: str, text: str, title: str | None) -> list[str]:
    document = Document.from_text(text, path="a.txt", language=language, title=title)
    return [each.rule for each in check([document], rules=BY_EXAMPLES).findings if each.level in ("error", "warning")]


@pytest.mark.parametrize(("language", "text", "title"), WRONG)
def test_the_numbers_do_not_agree(language: str, text: str, title: str | None) -> None:
    assert _loud(language, text, title)


@pytest.mark.parametrize(("language", "text", "title"), RIGHT)
def test_the_numbers_agree(language: str, text: str, title: str | None) -> None:
    assert not _loud(language, text, title)
