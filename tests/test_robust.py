"""Any text is read without a fault, and every place reported is where the text says it is.

Sentences are cut, joined and sown with odd numbers and characters, always the same ones. What the program stumbles over
is a problem of the report, so that problems count as faults here; a traceback is shown instead.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import get_args

import pytest

import claimcheck
from claimcheck.model.claim import LabelType
from claimcheck.report import REPORTERS, parts
from claimcheck.report.words import words

GERMAN = """\
Der Umsatz der Nordwerk AG stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 25 Prozent.
Am Montag, dem 3. Juni 2024, kamen 84.000 Besucher in die Halle, im Vorjahr waren es 70.000.
Meike Dassow, 1948 in Lindow geboren, starb 2019 im Alter von 71 Jahren.
„Wir bauen 300 Stellen ab, davon 120 in Lindow“, sagte der Vorsitzende Jonte Reiff am Dienstag.
Von den 48 Hallen sind 30 beheizt, die übrigen 18 nicht; das sind 37,5 Prozent.
Zwei Drittel der 1.200 Befragten, also 800 Menschen, lehnen das ab.
Bei dem Unfall auf der A 14 wurden zwölf Reisende verletzt, vier davon schwer.
Die Bank zahlt 3,5 Milliarden Dollar (3,2 Milliarden Euro) für Alsterlicht, so Reiff.
Das Spiel endete 3:2 (1:1), vor 25.000 Zuschauern, in der 90. Minute fiel das letzte Tor.
Vor zehn Jahren, 2014, hatte die Stadt 52 000 Einwohner, heute sind es 10 Prozent mehr.
Der Zug fährt 140 km in 1,5 Stunden, im Schnitt 93 km/h, ab 7.45 Uhr.
Zwischen 200 und 300 Familien warten im ersten Quartal 2025 auf Wohnungen mit 80 m².
Der älteste Läufer ist 93, der jüngste 17 Jahre alt, beide kommen aus Kieritz.
Laut Polizei fuhr der 45-Jährige in der Nacht zum Sonntag mit 2,1 Promille durch Lindow.
Die Inflation sank im Mai um 0,4 Prozentpunkte auf 2,4 Prozent, nach 2,8 Prozent im April.
Als erste Frau leitet seit 1. Januar Ines Tarnow das Amt; ihr Vorgänger war von 1999 bis 2023 da.
Es war der dritte Sieg in Folge, der 7. in dieser Saison 2023/24.
Jeder vierte Haushalt, 25 Prozent, heizt noch mit Öl, doppelt so viele wie 1990 mit Gas.
""".splitlines()
ENGLISH = """\
Revenue at Northmill rose from $400 million to $500 million, up 25 percent, in the third quarter.
On Monday, June 3, 2024, some 84,000 people came, against 70,000 the year before.
Mae Dorrin, born in 1948 in Linfield, died in 2019 at the age of 71.
"We will cut 300 jobs, 120 of them in Linfield," said the chairman, Jon Reaf, on Tuesday.
Of the 48 halls, 30 are heated and the remaining 18 are not, which is 37.5 percent.
Two thirds of the 1,200 people asked, or 800, are against it.
Twelve passengers were injured in the crash on the A14, four of them seriously.
The bank is to pay £3.2bn ($3.9 billion) for Alsterlight, according to Reaf.
The match ended 3-2 in front of 25,000 people, with the last goal in the 90th minute.
Ten years ago, in 2014, the town had 52,000 residents; today there are 10 per cent more.
The train covers 140 km in 1.5 hours, an average of 93 km/h, from 7.45 a.m.
Between 200 and 300 families wait for homes of 80 square metres in the first half of 2025.
The oldest runner is 93 and the youngest 17, and both come from Kerrow.
Inflation fell by 0.4 percentage points to 2.4 percent in May, from 2.8 percent in April.
Ines Tarn has led the agency since January 1; her predecessor held the post from 1999 to 2023.
It was their third win in a row and the 7th in the 2023/24 season, the biggest since 1985.
One in four households, 25 percent, still heats with oil, twice as many as with gas in 1990.
The shares fell 5 percent to 38 euros after losses deepened from 1.2 million to 51.6 million.
""".splitlines()
FIGURES = """
0 00 0,000,000 0.000.000 012,345,678 1.20.000 25'445'00 -0 0,0 0.0 1e999 1/0 0/0 ½ ² ١٢٣ １２３ XVII MMMM 9999 0001
31.02.2024 32. 0. 99. 31.12.9999 0001-01-01 9999-12-31 2024-02-30 13/13/2024 24:00 25:61 99:99 0:0 0% -100% 1000% €0 $0
1.000.000.000.000.000.000 0-jährige 0-fache 2023/99 1999-0000 -459,67 5-3 1..5 1,5,5 0Uhr 10000
"""
WORDED = """\
vor 10.000 Jahren
in 9000 years
born in 1940, 9999 and died
geboren 9999
(* 0001; † 9999)
zwischen 5 und 3
0 von 0
1 in 0
pro 0 Einwohner
am 31. Juni
February 30
eine Billion Billiarden
99999999999 Jahre
vor 2030 Jahren und 3 Wochen
the first 999999999999 weeks of 2031
-459,67 °F kilometers (0.0 miles)
""".splitlines()
NUMBERS = [*re.findall(r"\S+", FIGURES), *WORDED, "9" * 24, "9" * 400, "0," + "0" * 20 + "1"]
CHARACTERS = [
    *"\0\t\n\r\x1b\x85\xa0\xad\u0301\u200b\u202e\u2028\ufeff\ud800\udfffßſİﬁ„“”»«'\"’()[]<>–—−/%‰°…,.;:!?*#|`=&\\"
]
CHARACTERS += ["\n\n", "<!-- claimcheck: ignore core/x -->", "http://", "www.", "\U0001f600"]
DAYS = [None, None, "2024-06-04", "2024-02-29", "0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31"]
FIGURE = re.compile(r"\d[\d.,]*")
ROUNDS = 150


def spoilt(dice: random.Random, language: str) -> str:
    """Some sentences, with a few things done to them."""
    own, other = (GERMAN, ENGLISH) if language == "de" else (ENGLISH, GERMAN)
    text = dice.choice((" ", "\n\n", "")).join(dice.choice(own) for _ in range(dice.randint(1, 3)))
    for _ in range(dice.randint(1, 4)):
        at, to = sorted(dice.randrange(len(text) + 1) for _ in range(2))
        match dice.randrange(8):
            case 0 | 1 | 2 if found := list(FIGURE.finditer(text)):
                place = dice.choice(found)
                text = text[: place.start()] + dice.choice(NUMBERS) + text[place.end() :]
            case 3:
                text = text[:at] + dice.choice(CHARACTERS) + text[at:]
            case 4:
                text = text[:at] if dice.random() < 0.5 else text[at:]
            case 5:
                text = text[:at] + dice.choice(other)[dice.randrange(40) :]
            case 6:
                text = text[:to] + text[at:to] * 2 + text[to:]
            case 7:
                text = text[:at] + f" {dice.choice(NUMBERS)} " + text[at:]
    return text


def document(dice: random.Random, path: str, language: str, text: str | None = None) -> claimcheck.Document:
    text = spoilt(dice, language) if text is None else text
    return claimcheck.Document.from_text(text, path=path, language=language, published=dice.choice(DAYS))


def astray(report: claimcheck.Report) -> Iterator[object]:
    """Whatever claims to stand where something else stands."""
    texts = {each.document.path: each.document.text for each in report.readable()}
    for article in report.readable():
        text = article.document.text
        yield from (each for each in article.claims if text[each.span.start : each.span.end] != each.text)
        spans = (*article.unread, *article.document.sentences, *(each.span for each in article.mentions))
        yield from (each for each in spans if not 0 <= each.start <= each.end <= len(text))
    places = [each for finding in report.findings for each in finding.places]
    places += [each for support in report.support for each in (support, *support.evidence)]
    places += [each for tie in report.links for each in (tie.a, tie.b)]
    for each in places:
        if texts[each.path][each.span.start : each.span.end] != each.text:
            yield each


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("seed", range(2))
def test_nothing_fails_and_nothing_is_astray(seed: int, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_TRACEBACK", "1")
    dice = random.Random(f"{language} {seed}")
    for _ in range(ROUNDS):
        one = document(dice, "one.txt", language)
        like = FIGURE.sub(lambda each: dice.choice((each.group(), dice.choice(NUMBERS))), one.text)
        other = document(dice, "other.txt", language, like if dice.random() < 0.5 else None)
        checked = claimcheck.check(one, sources=other)
        for report in (checked, claimcheck.compare([one, other])):
            assert list(astray(report)) == [], (one.text, other.text)
            form = dice.choice(tuple(REPORTERS))
            "".join(parts(form, REPORTERS)(report, words("en"))).encode("utf-8", "backslashreplace")
        told = tuple(each for each in claimcheck.extract(one) if each.type not in get_args(LabelType))
        assert told == checked.articles[0].claims


CUT = {
    "de": "Es gibt auch Gerüchte, nach denen die Halle verkauft ist, aber Warnungen vom Amt, dass so, wie Reiff sagt, "
    "„alles gut ausgeht“, gab es zwar, doch laut Frau von Dassow, die sie leitet, gegenüber der Zeitung: Nein.",
    "en": "There are rumours, however, that the hall is sold, but a warning by the office, according to which, as Reaf "
    "said, “all is well”, came late, and Mrs van Dorrin, who runs it, told the paper so: No.",
}


@pytest.mark.parametrize("language", CUT)
def test_a_text_may_end_behind_any_word(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_TRACEBACK", "1")
    whole = CUT[language]
    for cut in (each.end() for each in re.finditer(r"\W+|\w+", whole)):
        report = claimcheck.check(claimcheck.Document.from_text(whole[:cut], path="one.txt", language=language))
        assert list(astray(report)) == [], whole[:cut]
