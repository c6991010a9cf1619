"""A text beside a note that corrects it, and two versions of one text: only what contradicts is found."""

from __future__ import annotations

import pytest

from claimcheck import Document, Finding, compare
from claimcheck.rules.apply import marks

DAY = "2031-03-12"
FIRE = (
    "Brand in Lindow⏎⏎Am Dienstag gegen 17.30 Uhr brannte in der Kernstraße 12 ein Wohnhaus mit 18 Wohnungen. Ein "
    "53-jähriger Lindower rief die Feuerwehr, die mit 45 Kräften kam. Der Schaden beträgt 150.000 Euro. Hinweise nimmt "
    "die Polizei unter Telefon 04321-55110 entgegen."
)
CRASH = (
    "Crash in Lindow⏎⏎A silver Ford Focus hit a bus on Marbeck Road on Tuesday at 5:30 pm. The driver, a 53-year-old "
    "teacher from Lindow, and 15 passengers were hurt. The damage is put at $150,000. Police ask witnesses to call "
    "020 7946 0110."
)
NOTES = {
    "de street": (
        FIRE.replace("Kernstraße 12", "[[Kernstraße 12]]"),
        "Korrektur zu „Brand in Lindow“⏎⏎Das Wohnhaus steht nicht, wie gemeldet, in der Kernstraße 12, "
        "sondern in der [[Rothgasse 12]]. Wir bitten den Fehler zu entschuldigen.",
    ),
    "de time": (
        FIRE.replace("17.30 Uhr", "[[17.30 Uhr]]"),
        "Berichtigung: Brand in Lindow⏎⏎In unserer Meldung über den Brand des Wohnhauses wurde irrtümlich"
        " 17.30 Uhr angegeben. Richtig ist [[18.30 Uhr]].",
    ),
    "de count": (
        FIRE.replace("45 Kräften", "[[45]] Kräften"),
        "Brand in Lindow: Berichtigung⏎⏎In der Meldung zum Brand in Lindow muss es richtig heißen: Die "
        "Feuerwehr kam mit [[54]] Kräften, nicht mit 45.",
    ),
    "de amount": (
        FIRE.replace("150.000 Euro", "[[150.000 Euro]]"),
        "Korrektur: Brand in Lindow⏎⏎Statt 150.000 Euro muss es [[15.000 Euro]] heißen; der Schaden am "
        "Wohnhaus ist kleiner, als wir geschrieben haben.",
    ),
    "de phone": (
        FIRE.replace("04321-55110", "[[04321-55110]]"),
        "Korrektur zur Meldung „Brand in Lindow“⏎⏎Die Telefonnummer der Polizei lautet richtig: [[04321-51110]].",
    ),
    "de age": (
        FIRE.replace("53-jähriger", "[[53-jähriger]]"),
        "Berichtigung zum Brand in Lindow⏎⏎Der Mann, der die Feuerwehr rief, ist [[35 Jahre]] alt und "
        "nicht wie berichtet 53.",
    ),
    "de day": (
        FIRE.replace("Am Dienstag", "Am [[Dienstag]]"),
        "Brand in Lindow: Korrektur⏎⏎Uns ist ein Fehler unterlaufen. Das Wohnhaus brannte am [[Montag]], "
        "nicht am Dienstag.",
    ),
    "de person": (
        FIRE.replace("Lindower", "[[Lindower]]"),
        "Korrektur: Brand in Lindow⏎⏎Die Feuerwehr rief kein Nachbar. Der Anrufer ist nicht, wie "
        "geschrieben, ein Lindower, sondern ein [[Marbecker]].",
    ),
    "de trade": (
        FIRE.replace("Lindower", "[[Lindower]]"),
        "Nachtrag: Brand in Lindow⏎⏎Leider ist uns ein Fehler unterlaufen. Der Mann, der die Feuerwehr rief, war ein "
        "[[Marbecker]], kein Lindower.",
    ),
    "en street": (
        CRASH.replace("Marbeck Road", "[[Marbeck Road]]"),
        "Correction: Crash in Lindow⏎⏎An earlier version of this article said the bus was hit on Marbeck "
        "Road. It was hit on [[Kern Lane]].",
    ),
    "en time": (
        CRASH.replace("5:30 pm", "[[5:30 pm]]"),
        "Crash in Lindow: correction⏎⏎The car hit the bus at [[6:30 pm]], not 5:30 pm as originally reported.",
    ),
    "en count": (
        CRASH.replace("15 passengers", "[[15 passengers]]"),
        "Correction: Crash in Lindow⏎⏎A report on the crash misstated the number of passengers who were "
        "hurt. It was not 15 but [[50]].",
    ),
    "en amount": (
        CRASH.replace("$150,000", "[[$150,000]]"),
        "CORRECTED - Crash in Lindow⏎⏎Corrects damage in the bus crash in Lindow to [[$15,000]] from $150,000.",
    ),
    "en car": (
        CRASH.replace("Ford Focus", "[[Ford Focus]]"),
        "Crash in Lindow: correction⏎⏎The driver who hit the bus was in an [[Opel Astra]] rather than a "
        "Ford Focus, as we reported erroneously.",
    ),
    "en phone": (
        CRASH.replace("020 7946 0110", "[[020 7946 0110]]"),
        "Correction: Crash in Lindow⏎⏎The telephone number of the Lindow police should read: [[020 7946 0710]].",
    ),
    "en age": (
        CRASH.replace("53-year-old", "[[53-year-old]]"),
        "Correction: Crash in Lindow⏎⏎Because of an editing error, the article gave the wrong age for the"
        " driver. She is [[35]], not 53.",
    ),
}
VERSIONS = {
    "de street": (
        FIRE.replace("Kernstraße 12", "[[Kernstraße 12]]"),
        FIRE.replace("Kernstraße 12", "[[Kernstraße 112]]"),
    ),
    "de time": (FIRE.replace("17.30 Uhr", "[[17.30 Uhr]]"), FIRE.replace("17.30 Uhr", "[[18.30 Uhr]]")),
    "de count": (FIRE.replace("18 Wohnungen", "[[18]] Wohnungen"), FIRE.replace("18 Wohnungen", "[[28]] Wohnungen")),
    "en street": (CRASH.replace("Marbeck Road", "[[Marbeck Road]]"), CRASH.replace("Marbeck Road", "[[Kern Lane]]")),
    "en car": (CRASH.replace("Ford Focus", "[[Ford Focus]]"), CRASH.replace("Ford Focus", "[[Ford Fiesta]]")),
    "en day": (CRASH.replace("on Tuesday", "on [[Tuesday]]"), CRASH.replace("on Tuesday", "on [[Monday]]")),
}
SILENT = {
    "de reworded": (FIRE, FIRE.replace("brannte", "geriet").replace("ein Wohnhaus", "in Brand ein Haus")),
    "de added": (FIRE, FIRE + " Verletzt wurde niemand, sagte ein Sprecher am Mittwoch um 9 Uhr."),
    "de same street, shorter": (FIRE, FIRE.replace("Kernstraße 12", "Kernstraße")),
    "de appeal of another report": (
        FIRE,
        "Raub in Marbeck⏎⏎Zwei Männer überfielen am Montag einen Kiosk. Hinweise nimmt die Polizei unter Telefon "
        "04326-77120 entgegen.",
    ),
    "de one day after another": (
        "Wetter in Lindow⏎⏎Am Dienstag wird es 12 Grad warm, der Wind weht mit 40 Kilometern pro Stunde aus Westen.",
        "Wetter in Lindow⏎⏎Am Mittwoch wird es 15 Grad warm, der Wind weht mit 20 Kilometern pro Stunde aus Westen.",
    ),
    "de denied, no correction": (
        FIRE,
        "Brand in Lindow⏎⏎Das Feuer brach nicht in der Kernstraße aus, sondern in einem Keller der Rothgasse, sagt ein "
        "Nachbar der Feuerwehr.",
    ),
    "de stamp": ("Stand: 12.03.2031 17.30 Uhr⏎⏎" + FIRE, "Stand: 12.03.2031 19.10 Uhr⏎⏎" + FIRE),
    "de stamp before a sentence": (
        FIRE.replace("⏎⏎", "⏎⏎von LINDOW 12.03.2031 • 17:30 Uhr ", 1),
        FIRE.replace("⏎⏎", "⏎⏎von LINDOW 12.03.2031 • 19:10 Uhr ", 1),
    ),
    "en update": (
        CRASH.replace("15 passengers were hurt", "15 passengers were hurt so far"),
        CRASH.replace("15 passengers were hurt", "19 passengers were hurt so far"),
    ),
    "en reworded": (CRASH, CRASH.replace("hit a bus", "crashed into a bus")),
}


def _is_told(finding: Finding) -> bool:
    return finding.level != "hint" and len({place.path for place in finding.places}) > 1


def _compared(texts: tuple[str, str], language: str) -> tuple[list[list[tuple[str, str]]], list[tuple[str, str]]]:
    plain, wanted = zip(*(marks(text.replace("⏎", "\n")) for text in texts), strict=True)
    documents = [
        Document.from_text(text, path=f"{name}.txt", language=language, published=DAY)
        for name, text in zip("ab", plain, strict=True)
    ]
    found = [each for each in compare(documents).findings if _is_told(each)]
    spans = [
        (f"{name}.txt", text[each[0].start : each[0].end]) for name, text, each in zip("ab", plain, wanted, strict=True)
    ]
    return [[(place.path, place.text) for place in each.places] for each in found], spans


@pytest.mark.parametrize("name", NOTES)
def test_a_note_contradicts_what_it_takes_back(name: str) -> None:
    found, wanted = _compared(NOTES[name], name[:2])
    assert any(all(b in d or d in b for (_, b), (_, d) in zip(each, wanted, strict=True)) for each in found), found


@pytest.mark.parametrize("name", VERSIONS)
def test_versions_differ_in_one_place(name: str) -> None:
    found, wanted = _compared(VERSIONS[name], name[:2])
    assert found == [wanted]


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_contradicted(name: str) -> None:
    plain = [text.replace("⏎", "\n") for text in SILENT[name]]
    documents = [
        Document.from_text(text, path=f"{at}.txt", language=name[:2], published=DAY) for at, text in enumerate(plain)
    ]
    found = compare(documents).findings
    assert [each.message for each in found if _is_told(each)] == []
