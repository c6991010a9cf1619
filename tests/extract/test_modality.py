"""How claims of every type are meant: plan, possibility, condition, question, negated, or plain fact."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract
from claimcheck.extract.modality import Moods, MoodWords
from claimcheck.language import analysis
from claimcheck.languages.extra import extra
from claimcheck.model import Document, Span
from claimcheck.rules.apply import marks
from claimcheck.segment import segment

WORDS = {code: MoodWords(extra(code, "attribution")) for code in ("de", "en")}
CASES = {
    "de": {
        "fact": [
            "Nordwerk zahlt [[5 Millionen Euro]].",
            "Nordwerk zahlt nicht nur [[5 Millionen Euro]].",
            "Nordwerk zahlt nicht mehr als [[5 Millionen Euro]].",
            "Nordwerk zahlt [[5 Millionen Euro]], obwohl die Stadt helfen will.",
            "Das Soll liegt bei [[5 Millionen Euro]].",
            "Das Werk wird von [[300 Leuten]] gemieden.",
            "Die Halle wird für [[300 Leute]] umgebaut.",
            "Will Petrak zahlt [[300 Euro]].",
            "Die Miete, die Kern senken will, stieg auf [[300 Euro]].",
            "Kern, der nicht da war, zahlte [[300 Euro]].",
            "„Wer zahlt?“, fragte Kern vor [[300 Gästen]].",
            "Nordwerk schaffte es, [[300 Boote]] zu verkaufen.",
            "Nordwerk, das zu wachsen hofft, verkaufte [[300 Boote]].",
        ],
        "plan": [
            "Nordwerk will [[5 Millionen Euro]] zahlen.",
            "Nordwerk plant für [[2031]] eine Halle.",
            "Die Halle soll [[300 Plätze]] bieten.",
            "Nordwerk wird [[300 Leute]] einstellen.",
            "Nordwerk plant, bis 2031 [[300 Leute]] einzustellen.",
            "Die Halle soll, sagte Kern, [[300 Plätze]] bieten.",
            "Für die Halle sind [[5 Millionen Euro]] vorgesehen.",
            "Nordwerk hofft, im Mai [[300 Boote]] zu verkaufen.",
        ],
        "possibility": [
            "Nordwerk könnte [[5 Millionen Euro]] zahlen.",
            "Nordwerk soll [[5 Millionen Euro]] gezahlt haben.",
            "Kern will [[2019]] in Nordholm gewesen sein.",
            "Möglicherweise zahlt Nordwerk [[300 Euro]].",
            "Der Schaden dürfte bei [[20 Prozent]] liegen.",
        ],
        "condition": [
            "Wenn Nordwerk [[5 Millionen Euro]] zahlt, bleibt das Werk.",
            "Das Werk bleibt, aber nur falls [[300 Leute]] bleiben.",
            "Sollte Nordwerk [[5 Millionen Euro]] zahlen, bleibt das Werk.",
            "Wenn Nordwerk, das 1990 begann, [[5 Millionen Euro]] zahlt, bleibt das Werk.",
        ],
        "question": [
            "Zahlt Nordwerk [[5 Millionen Euro]]?",
            "„Sind es wirklich [[300 Leute]]?“, fragte Kern.",
        ],
        "negated": [
            "Nordwerk zahlt nicht [[5 Millionen Euro]].",
            "Nordwerk zahlt die [[5 Millionen Euro]] nicht.",
            "Nordwerk hat keine [[300 Leute]] eingestellt.",
        ],
    },
    "en": {
        "fact": [
            "Nordwerk paid [[$5 million]].",
            "Nordwerk paid not only [[$5 million]].",
            "In May [[2031]] the plant opened.",
            "[[May 5]] was cold.",
            "May 2031 saw [[300 guests]].",
            "Will Petrak paid [[$300]].",
            "Nordwerk managed to sell [[40 boats]].",
            "Nordwerk, which hopes to grow, sold [[40 boats]] to a shop.",
            "The hope to sell boats cost Nordwerk [[$5 million]].",
            "Nordwerk went to court and paid [[$5 million]].",
        ],
        "plan": [
            "Nordwerk plans to pay [[$5 million]].",
            "Nordwerk will hire [[300 people]].",
            "Activists hope to bring [[100,000 people]] into the streets.",
            "Nordwerk and Kern had hoped to sell [[40 boats]].",
            "The owners want to hire [[300 people]].",
            "The boats are expected to cost [[$5 million]].",
            "The hall is due to seat [[300 people]].",
            "The firm was not set to hire [[300 people]].",
        ],
        "possibility": ["Nordwerk might pay [[$5 million]].", "Nordwerk may pay [[$5 million]]."],
        "condition": [
            "If Nordwerk pays [[$5 million]], the plant stays.",
            "Nordwerk stays, but only if [[300 people]] do.",
        ],
        "question": ["Did Nordwerk pay [[$5 million]]?", "“Are there really [[300 people]]?” Kern asked."],
        "negated": ["Nordwerk did not pay [[$5 million]].", "Nordwerk didn’t pay [[$5 million]]."],
    },
}


@pytest.mark.parametrize(
    ("code", "marked", "kind"),
    [(code, text, kind) for code, kinds in CASES.items() for kind, texts in kinds.items() for text in texts],
)
def test_modality(code: str, marked: str, kind: str) -> None:
    text, spans = marks(marked)
    sentence = Span(0, len(text))
    document = Document.from_text(text, language=code)._replace(sentences=(sentence,))
    assert Moods(text, WORDS[code], analysis(document)).of(sentence, spans[0]) == kind


@pytest.mark.parametrize("code", list(CASES))
def test_every_language_has_every_modality(code: str) -> None:
    assert set(CASES[code]) == {"fact", "plan", "possibility", "condition", "question", "negated"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Nordwerk will 5 Millionen Euro zahlen. Es hat 300 Mitarbeiter.",
            {("amount", "plan"), ("quantity", "fact")},
        ),
        (
            "Bis 2031 könnten die Preise um 5 Prozent in drei Tagen steigen.",
            {("date", "possibility"), ("percentage", "possibility"), ("duration", "possibility")},
        ),
        (
            "Nordwerk könnte 2031 die Firma Alsterlicht übernehmen.",
            {("date", "possibility"), ("relation", "possibility")},
        ),
        (
            "Angeblich sagte Kern am Montag, dass 300 Leute gehen.",
            {("attribution", "possibility"), ("date", "possibility"), ("quantity", "fact")},
        ),
        ("Kern sagte, er werde bleiben.", {("attribution", "fact")}),
    ],
)
def test_modality_of_every_type(text: str, kinds: set[tuple[str, str]]) -> None:
    document = segment(Document.from_text(text, language="de", published="2030-05-14"))
    assert {(claim.type, claim.modality) for claim in extract(document)} == kinds


def test_what_is_said_is_not_how_it_is_said() -> None:
    document = segment(Document.from_text("Kern said the plant will hire 300 people.", language="en"))
    found = {claim.type: claim.modality for claim in extract(document)}
    assert found == {"attribution": "fact", "quantity": "plan"}


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("de", "Nordwerk hatte im Mai angekündigt, das Start-up Keltec für 6 Milliarden Euro zu übernehmen.", "plan"),
        ("de", "Nordwerk beschloss, Keltec zu übernehmen.", "plan"),
        ("de", "Nordwerk erwog, Keltec zu übernehmen.", "possibility"),
        ("en", "Nordwerk had promised to acquire Keltec.", "plan"),
        ("en", "Nordwerk agreed to buy Keltec for $5 million.", "plan"),
        ("en", "Nordwerk managed to buy Keltec.", "fact"),
    ],
)
def test_an_infinitive_is_meant_as_its_verb_says(code: str, text: str, meant: str) -> None:
    document = segment(Document.from_text(text, language=code))
    found = [claim.modality for claim in extract(document) if claim.type == "relation"]
    assert found == [meant]
