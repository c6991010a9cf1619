"""Where sentences, paragraphs and quotations end, in wordings of our own; "¦" stands behind a sentence."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import languages
from claimcheck.model import Document
from claimcheck.segment import segment

GERMAN = """
Nordwerk wächst.¦ Die Firma baut an.
Das Werk soll größer werden.¦Nordwerk zahlt dafür.
Das kostet viel Geld!¦Die Stadt zahlt.
Wer zahlt das?¦Niemand weiß es.
Er kam um 18 Uhr.¦Danach ging er.
Die Zahl stieg auf 2024.¦Nordwerk jubelte.
Die Löhne bei Gehalt.fyi sind niedrig.
Auf www.nordwerk.de/Presse.Archiv steht mehr.
Schreiben Sie an post@nordwerk.example oder kommen Sie.
Die Datei heißt bericht.pdf und ist alt.
Das gilt z.B. für Alsterstadt.
Das gilt z. B. für Alsterstadt.
Das gilt d. h. Nordwerk zahlt.
Das gilt u.a. Nordwerk und Südwerk.
Kaffee, Tee usw. sind teuer.
Es gibt Kaffee, Tee usw.¦ Die Preise steigen.
Am 3. Oktober wird gefeiert.
Am 3.Oktober wird gefeiert.
Die 3. Liga pausiert.
Im 20. Jahrhundert war das anders.
Am 12.03. Umzug, am 13.03. Feier.
Am 12.03.2031 begann es.¦ Danach war Ruhe.
Der Wert stieg von 13 auf 18.¦ Sie hoffen.
Das war 1998.¦ Nordwerk war klein.
Es bleibt bei Platz 3.¦ Das reicht nicht.
Ludwig XIV. war König.
Karl V. Anhänger jubelten.
Es war Ludwig XIV.¦ Er baute viel.
J. R. Kern kam zu spät.
Frau J. Kern kam zu spät.
Prof. Dr. Kern lehrt dort.
Prof. Dr.-Ing. Kern lehrt dort.
Er zahlt 3,5 Mio. Euro dafür.
Er zahlt 3,5 Mio.¦ Das ist viel.
Er zahlt 12.500 Euro.¦ Das ist viel.
Der Kurs lag bei 1.234,5 Punkten.
Die Kern GmbH & Co. KG baut an.
Er wohnt in der Hafenstr. 5 in Alsterstadt.
Siehe Art. 5 Abs. 2 der Satzung.
Siehe S. 5 und Nr. 12 der Liste.
Um 14.30 Uhr beginnt es.
Das war 44 v. Chr. in Alsterstadt.
„Wir wachsen.“¦ Kern lächelte.
„Wir wachsen“, sagte Kern.¦ „Wir bauen an.“
„Wer zahlt?“, fragte Kern.
„Wer zahlt?“ fragte Kern.
„Nein!“ rief sie.¦ Dann ging sie.
„Halt!“-Rufe waren zu hören.
Kern sagte: „Wir bauen.¦ Das dauert.“¦ Dann schwieg er.
"Wir wachsen."¦ Kern lächelte.
Kern sagte: "Wir wachsen."¦ "Und zwar schnell."
Er sagte "Ja."¦Dann ging er.
»Wir wachsen.«¦ Kern lächelte.
«Wir wachsen.»¦ Kern lächelte.
Das Werk schließt. (dpa)
Das Werk schließt. (dpa)¦ Der Betriebsrat klagt.
Das Werk schließt.¦ (Der Betriebsrat klagt.)
Das Werk (rund 300 Stellen) schließt.
Tja ...¦ Das war es.
Das war … nicht klug.
Er zögerte …¦ Dann kam sie.
Er sagte: „Das […] ist gut.“
Was nun?!¦ Niemand weiß es.
Nordstadt (dpa) - Die Firma baut an.
Das war gut.¦ – Kern lachte.
Er kam – endlich. – und blieb.
Die EZB.¦Zinsen steigen.
Das kostet 50 %.¦Die Stadt zahlt.
Er sah fern usw. und schlief.
Die Fa. Kern baut an.
Das Tempo lag bei 50 km/h.¦ Danach war Ruhe.
Version 2.0 ist da.¦ Sie ist gut.
Er traf Kern jr. in Alsterstadt.
Es geschah vor ca. 30 Jahren.
Die 1. Mannschaft siegte.¦ Die 2. Mannschaft verlor.
Plan B.¦ Das war es.
Die Tage (19./20. 9.) fallen aus.
Der 3./4. Mai fällt aus.
2. Was kostet das?¦ 3. Wer zahlt?
In der Saison 2030/31.¦ Nordwerk siegte.
Das Spiel endete 2:1.¦ Kern jubelte.
Er litt an Nordgrippe-19.¦ Kern pflegte ihn.
"""

ENGLISH = """
Northmill grows.¦ The firm expands.
The plant will be larger.¦Northmill pays for it.
Who pays?¦Nobody knows.
Mr. Kern met Mrs. Dale.
Dr. J. R. Kern left.
Northmill Inc. hired Kern.
He works for Northmill Inc.¦ The firm grows.
He moved to the U.S. in 2019.
He lives in the U.S.¦ The plant is there too.
It opens at 9 a.m. on Monday.
It opens at 9 a.m.¦ The doors close at noon.
It costs $3.5 million.¦ That is a lot.
It fell by 2.5 percent.¦ Kern was calm.
It grew from 13 to 18.¦ Kern was pleased.
World War II.¦ Kern was young.
He said no.¦ Kern left.
He is No. 5 on the list.
Fruit, e.g. apples, is cheap.
Fruit, i.e. Apples, is cheap.
On Jan. 5 he left.
He left in Jan. and came back.
Kern vs. Dale was a long case.
Gov. Kern and Sen. Dale agreed.
“We grow.”¦ Kern smiled.
“Why now?” Kern asked.
“Why now?” he asked.
“Why now?” Anna Kern asked.¦ Nobody knew.
"We grow," he said.¦ "We hire."
He said, “We grow.”¦ Then he left.
See northmill.com for more.
Lt. Col. Kern spoke.
Kern Jr. won.¦ His father lost.
Well...¦ That was it.
He waited … and left.
The plant closes. (Reuters)
St. Mary and Mt. Kern are near.
A. B. Kern wrote it.
He has a Ph.D. in law.¦ She has none.
He is 5 ft. tall.
"""


def marked(text: str, language: str | None) -> str:
    document = segment(Document.from_text(text, language=language))
    out, last = [], 0
    for sentence in document.sentences[:-1]:
        out += [text[last : sentence.end], "¦"]
        last = sentence.end
    return "".join(out) + text[last:]


def examples() -> list[tuple[str, str]]:
    data = Path(languages.__file__).parent
    shipped = [
        (p.parent.name, e)
        for p in data.glob("*/sentences.yaml")
        for e in yaml.safe_load(p.read_text("utf-8"))["examples"]
    ]
    own = [("de", line) for line in GERMAN.split("\n")] + [("en", line) for line in ENGLISH.split("\n")]
    return sorted(shipped) + [each for each in own if each[1]]


@pytest.mark.parametrize(("language", "text"), examples())
def test_sentence_ends(language: str, text: str) -> None:
    assert marked(text.replace("¦", ""), language) == text


@pytest.mark.parametrize(
    "text",
    [
        "Die Firma\nbaut ein Werk und zahlt dafür.",
        "Der Vorstand sprach gestern mit der\nPräsidentin von Nordwerk über die\nZukunft des Werks.",
        "Nordwerk zahlt rund 2,7\nMilliarden Euro für das Werk und\nbaut an.",
        "Am 3.\nOktober wird gefeiert.",
        "Das sagte Dr.\nKern.",
        "Er kaufte Äpfel, Birnen,\nPflaumen und Brot.",
        "Die Stadt zahlt viel\n– mehr als früher.",
        "Das kostet etwa\n50 Prozent mehr.",
    ],
)
def test_wrapped_lines_stay_together(text: str) -> None:
    assert len(segment(Document.from_text(text, language="de")).sentences) == 1


def test_blocks_end_sentences() -> None:
    text = (
        "Nordwerk baut an\n\nDie Firma wächst\nDas Werk ist neu. Es kostet viel.\n\n- erster Punkt\n- zweiter Punkt\n"
    )
    document = segment(Document.from_text(text, language="de"))
    assert [text[a:b] for a, b in document.sentences] == [
        "Nordwerk baut an",
        "Die Firma wächst",
        "Das Werk ist neu.",
        "Es kostet viel.",
        "- erster Punkt",
        "- zweiter Punkt",
    ]
    assert document.headline == (0, len("Nordwerk baut an"))
    assert [text[a:b] for a, b in document.list_items] == ["- erster Punkt", "- zweiter Punkt"]


def test_headline_needs_a_blank_line() -> None:
    assert segment(Document.from_text("Ein Satz.\nNoch einer.", language="de")).headline is None
    assert segment(Document.from_text("Nur ein Satz.", language="de")).headline is None


def test_a_second_call_changes_nothing() -> None:
    once = segment(Document.from_text("Ein Satz. Noch einer.", language="de"))
    assert segment(once) is once


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Er sagte „gut“ und „Das ist ‚sehr‘ gut“.", [("„gut“", 0), ("„Das ist ‚sehr‘ gut“", 0), ("‚sehr‘", 1)]),
        ("de", 'Er sagte "gut" und »sehr gut« und «fein».', [('"gut"', 0), ("»sehr gut«", 0), ("«fein»", 0)]),
        ("de", "„Wir gehen. Dann\n\nkommen wir.“", [("„Wir gehen. Dann", 0)]),
        ("de", "„Wir gehen“ und „bleiben", [("„Wir gehen“", 0), ("„bleiben", 0)]),
        ("de", "Kerns’ Haus, geht’s noch?", []),
        ("de", 'Ein 27" großer Schirm.', []),
        ("de", 'Er nannte „Nordwerk" und "Südwerk“ gut.', [('„Nordwerk"', 0), ('"Südwerk“', 0)]),
        ("en", "He said “it is ‘very’ good”.", [("“it is ‘very’ good”", 0), ("‘very’", 1)]),
        ("en", "The firm’s ‘new’ plant isn't Kern's.", [("‘new’", 0)]),
        ("en", 'He said "yes" and "no".', [('"yes"', 0), ('"no"', 0)]),
    ],
)
def test_quotations(language: str, text: str, expected: list[tuple[str, int]]) -> None:
    document = segment(Document.from_text(text, language=language))
    assert [(text[q.span.start : q.span.end], q.depth) for q in document.quotations] == expected


def test_regional_language_tags() -> None:
    assert segment(Document.from_text("Ja.", language="de-CH")).language == "de"


PIECES = st.sampled_from([*"aB3.!?…„“\"»«'()[]-–•,: \n\r\t\u00ad\u202f", "Die ", "z. B. ", "Wort", "12.", "\n\n", "- "])


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["de", "en", None]))
def test_divisions_are_ordered_apart_and_complete(text: str, language: str | None) -> None:
    document = segment(Document.from_text(text, language=language))
    for spans in (document.sentences, document.paragraphs, document.list_items):
        last = 0
        for start, end in spans:
            assert last <= start < end <= len(text)
            assert document.prose[start:end] == document.prose[start:end].strip()
            assert document.prose[start:end].strip()
            last = end
    covered = {at for span in document.sentences for at in range(*span)}
    assert all(at in covered for at, character in enumerate(document.prose) if not character.isspace())
    assert covered <= {at for span in document.paragraphs for at in range(*span)}
    for quotation in document.quotations:
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        assert any(p.covers(quotation.span) for p in document.paragraphs)
    assert len(document.prose) == len(document.text)


@pytest.mark.parametrize(
    "text",
    ["„" * 20_000, '"' * 20_000, "7" * 1_000_000, "." * 300_000, "x. " * 50_000, "a.B" * 50_000, "\n" * 300_000,
     " \n" * 100_000,
     "- \n" * 50_000, "(" * 50_000 + "." + ")" * 50_000, '."A' * 50_000, "http://" * 50_000, ". " + " " * 300_000],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """Quadratic work on any of these would take minutes."""
    segment(Document.from_text(text, language="de"))


def test_a_table_of_bars_is_no_prose() -> None:
    text = "Nordwerk wächst.\n\n| Jahr | Umsatz |\n|------|--------|\n| 2030 | 12 Euro |\n\nDas Werk baut an.\n"
    document = segment(Document.from_text(text, language="de"))
    assert [region.kind for region in document.regions] == ["table"]
    shown = [document.text[start:end] for start, end in document.sentences]
    assert shown == ["Nordwerk wächst.", "Das Werk baut an."]


@pytest.mark.parametrize(
    "text", ["Heute | Morgen | Gestern\n\nNordwerk baut an.", "Das Zeichen | steht da.\nUnd | hier."]
)
def test_single_bars_are_prose(text: str) -> None:
    assert segment(Document.from_text(text, language="de")).regions == ()


def test_a_bracket_glued_to_the_next_word_does_not_end_a_sentence() -> None:
    for text in (".\n()B", "Er ging. (Foto)Dann kam er."):
        sentences = [text[span.start : span.end] for span in segment(Document.from_text(text, language="de")).sentences]
        assert sentences[-1].startswith("(")
        assert text.endswith(sentences[-1])
