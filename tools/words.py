"""Writes `languages/<code>/words.txt`: inflected forms (of verbs; in English of other words too) with their lemmas.

The tables come from published packages, none of which is needed at run time: simplemma (MIT; German, inverted from
form → lemma to lemma → forms), LemmInflect (MIT; English, from the SPECIALIST lexicon) and the word list of Brill's
tagger (MIT) as TextBlob ships it. A line is a form and its readings, `lemma:tags`, separated by tabs; lines are sorted
by code points, so that a form can be looked up in the file as it stands.

Beside it, `vocabulary.bin` tells of many more words that they are of the language; where nouns have capitals, of these
(`languages/vocabulary.py`; from simplemma).

Run: python tools/words.py
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import files
from pathlib import Path
from typing import Any

import yaml

from claimcheck.languages.vocabulary import packed

HERE = Path(__file__).parent.parent / "src" / "claimcheck" / "languages"
UNSTRESSED = ("be", "ver", "er", "ent", "emp", "zer", "miss")
# Principal parts of the strong and irregular verbs without a prefix: infinitive, present, past, participle.
STRONG = {
    lemma: (present, past, participle)
    for lemma, present, past, participle in (
        line.split()
        for line in """
backen backt backte/buk gebacken
befehlen befiehlt befahl befohlen
beginnen beginnt begann begonnen
beißen beißt biss gebissen
bergen birgt barg geborgen
bersten birst barst geborsten
bewegen bewegt bewegte/bewog bewegt/bewogen
biegen biegt bog gebogen
bieten bietet bot geboten
binden bindet band gebunden
bitten bittet bat gebeten
blasen bläst blies geblasen
bleiben bleibt blieb geblieben
braten brät briet gebraten
brechen bricht brach gebrochen
brennen brennt brannte gebrannt
bringen bringt brachte gebracht
denken denkt dachte gedacht
dringen dringt drang gedrungen
empfehlen empfiehlt empfahl empfohlen
essen isst aß gegessen
fahren fährt fuhr gefahren
fallen fällt fiel gefallen
fangen fängt fing gefangen
fechten ficht focht gefochten
finden findet fand gefunden
flechten flicht flocht geflochten
fliegen fliegt flog geflogen
fliehen flieht floh geflohen
fließen fließt floss geflossen
fressen frisst fraß gefressen
frieren friert fror gefroren
geben gibt gab gegeben
gebären gebärt gebar geboren
gehen geht ging gegangen
gelingen gelingt gelang gelungen
gelten gilt galt gegolten
genesen genest genas genesen
genießen genießt genoss genossen
geschehen geschieht geschah geschehen
gewinnen gewinnt gewann gewonnen
gießen gießt goss gegossen
gleichen gleicht glich geglichen
gleiten gleitet glitt geglitten
graben gräbt grub gegraben
greifen greift griff gegriffen
haben hat hatte gehabt
halten hält hielt gehalten
hängen hängt hing/hängte gehangen/gehängt
hauen haut haute/hieb gehauen
heben hebt hob gehoben
heißen heißt hieß geheißen
helfen hilft half geholfen
kennen kennt kannte gekannt
klingen klingt klang geklungen
kneifen kneift kniff gekniffen
kommen kommt kam gekommen
kriechen kriecht kroch gekrochen
laden lädt lud geladen
lassen lässt ließ gelassen
laufen läuft lief gelaufen
leiden leidet litt gelitten
leihen leiht lieh geliehen
lesen liest las gelesen
liegen liegt lag gelegen
lügen lügt log gelogen
meiden meidet mied gemieden
messen misst maß gemessen
misslingen misslingt misslang misslungen
nehmen nimmt nahm genommen
nennen nennt nannte genannt
pfeifen pfeift pfiff gepfiffen
preisen preist pries gepriesen
raten rät riet geraten
geraten gerät geriet geraten
reiben reibt rieb gerieben
reißen reißt riss gerissen
reiten reitet ritt geritten
rennen rennt rannte gerannt
riechen riecht roch gerochen
ringen ringt rang gerungen
rinnen rinnt rann geronnen
rufen ruft rief gerufen
saufen säuft soff gesoffen
schaffen schafft schaffte/schuf geschafft/geschaffen
scheiden scheidet schied geschieden
scheinen scheint schien geschienen
schieben schiebt schob geschoben
schießen schießt schoss geschossen
schlafen schläft schlief geschlafen
schlagen schlägt schlug geschlagen
schleichen schleicht schlich geschlichen
schleifen schleift schleifte/schliff geschleift/geschliffen
schließen schließt schloss geschlossen
schmeißen schmeißt schmiss geschmissen
schmelzen schmilzt schmolz geschmolzen
schneiden schneidet schnitt geschnitten
schreiben schreibt schrieb geschrieben
schreien schreit schrie geschrien
schreiten schreitet schritt geschritten
schweigen schweigt schwieg geschwiegen
schwellen schwillt schwoll geschwollen
schwimmen schwimmt schwamm geschwommen
schwinden schwindet schwand geschwunden
schwingen schwingt schwang geschwungen
schwören schwört schwor geschworen
sehen sieht sah gesehen
senden sendet sandte/sendete gesandt/gesendet
singen singt sang gesungen
sinken sinkt sank gesunken
sinnen sinnt sann gesonnen
sitzen sitzt saß gesessen
sprechen spricht sprach gesprochen
springen springt sprang gesprungen
stechen sticht stach gestochen
stecken steckt steckte/stak gesteckt
stehen steht stand gestanden
stehlen stiehlt stahl gestohlen
steigen steigt stieg gestiegen
sterben stirbt starb gestorben
stoßen stößt stieß gestoßen
streichen streicht strich gestrichen
streiten streitet stritt gestritten
tragen trägt trug getragen
treffen trifft traf getroffen
treiben treibt trieb getrieben
treten tritt trat getreten
trinken trinkt trank getrunken
trügen trügt trog getrogen
tun tut tat getan
verderben verdirbt verdarb verdorben
verdrießen verdrießt verdross verdrossen
vergessen vergisst vergaß vergessen
verlieren verliert verlor verloren
wachsen wächst wuchs gewachsen
waschen wäscht wusch gewaschen
weichen weicht wich gewichen
weisen weist wies gewiesen
wenden wendet wandte/wendete gewandt/gewendet
werben wirbt warb geworben
werden wird wurde geworden
werfen wirft warf geworfen
wiegen wiegt wog gewogen
winden windet wand gewunden
wissen weiß wusste gewusst
wringen wringt wrang gewrungen
ziehen zieht zog gezogen
zwingen zwingt zwang gezwungen
können kann konnte gekonnt
müssen muss musste gemusst
dürfen darf durfte gedurft
mögen mag mochte gemocht
sollen soll sollte gesollt
wollen will wollte gewollt
""".strip().splitlines()
    )
}
MOST_SHORT = 3
COMMONER = ("gehören",)
"""Verbs with "ge" whose forms are hardly ever the participle of the verb without it: "das Haus gehört der Stadt"."""

OUTDATED = ("heuen", "letzen")
"""Verbs hardly anybody uses, with forms that everybody uses otherwise, "der letzte", "heute": only with a prefix."""


def german() -> dict[str, dict[str, set[str]]]:
    """Form → lemma → tags: i infinitive, t present, d past, k and K the two subjunctives, p participle."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory  # noqa: PLC0415

    forms_of: dict[str, set[str]] = defaultdict(set)
    for form, lemma in DefaultDictionaryFactory().get_dictionary("de").items():
        verbal = lemma.endswith(("en", "rn", "ln", "tun", "sein")) and lemma.islower() and form.islower()
        if verbal and lemma.isalpha() and form.isalpha() and len(lemma) > MOST_SHORT:
            forms_of[lemma].add(form)
    grammar = _data("de", "grammar")
    separable, inseparable = grammar["separable"], grammar["inseparable"]
    bases: set[str] = set(STRONG)
    for lemma in sorted(forms_of, key=lambda each: (len(each), each)):
        forms = forms_of[lemma]
        if len(forms) < 6 or not any(form.endswith("t") for form in forms):
            continue
        if any(lemma.startswith(each) and lemma[len(each) :] in bases for each in (*separable, *inseparable)):
            stem = lemma[:-2]
            weak = stem + "te" in forms or stem + "ete" in forms
            if not (weak and any(lemma[len(each) :] in STRONG for each in inseparable if lemma.startswith(each))):
                continue
        bases.add(lemma)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    senses = _data("de", "senses")
    wanted = {lemma for words in senses["nouns"].values() for lemma in words}
    for form, lemma in DefaultDictionaryFactory().get_dictionary("de").items():
        if lemma in wanted and form[:1].isupper():
            found[form][lemma].add("n")
    for lemma in wanted:
        found[lemma][lemma].add("n")
    for group in senses["verbs"].values():
        bases |= {lemma for lemma in group["lemmas"] if not _composed(lemma, bases, (*separable, *inseparable))}
    prefixed = {prefix + lemma for prefix in inseparable for lemma in OUTDATED}
    for lemma in sorted(bases.difference(OUTDATED) | prefixed.intersection(forms_of)):
        for form, tag in _conjugated(lemma):
            found[form][lemma].add(tag)
    for lemma in COMMONER:
        shared = defaultdict(set)
        for form, tag in _conjugated(lemma):
            shared[form].add(tag)
        found.update({form: {lemma: tags} for form, tags in shared.items() if form in found})
    return found


def _data(code: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / code / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def _composed(lemma: str, bases: set[str], prefixes: Iterable[str]) -> bool:
    """Whether a verb is a known one, or a known one behind prefixes."""
    if lemma in bases:
        return True
    return any(
        lemma.startswith(each) and len(lemma) > len(each) + 2 and _composed(lemma[len(each) :], bases, prefixes)
        for each in prefixes
    )


def _conjugated(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb by rule: of a weak one from its stem, of a strong one from its principal parts."""
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    sonant = stem[-1:] in "mn" and len(stem) > 2 and stem[-2] not in "aeiouäöülrmn" and not _lengthened(stem)
    link = "e" if stem.endswith(("d", "t")) or sonant else ""
    yield lemma, "i"
    yield (stem[:-2] + "le" if lemma.endswith("eln") else stem + "e"), "k"
    parts = STRONG.get(lemma)
    if parts is None:
        yield stem + link + "t", "t"
        yield _second_person(stem + link + "t"), "u"
        yield from ((stem + link + end, "d") for end in ("te", "ten"))
        if lemma.startswith((*UNSTRESSED, "ge")) or lemma.endswith("ieren"):
            yield f"{stem}{link}t", "p"
        if not lemma.startswith(UNSTRESSED) and not lemma.endswith("ieren"):
            yield f"ge{stem}{link}t", "p"
        return
    present, past, participle = parts
    yield present, "t"
    yield _second_person(present), "u"
    for each in past.split("/"):
        yield each, "d"
        yield (each + "n" if each.endswith("e") else each + "en"), "d"
        turned = _umlaut(each)
        yield from ((turned + end, "K") for end in (("", "n") if each.endswith("e") else ("e", "en")))
    yield from ((each, "p") for each in participle.split("/"))


def _second_person(present: str) -> str:
    stem = present.removesuffix("t") if not present.endswith("tt") else present[:-1]
    return stem + ("t" if stem.endswith(("s", "ß", "z", "x")) else "st")


def _lengthened(stem: str) -> bool:
    return stem[-2] == "h" and stem[-3] in "aeiouäöü"


def _umlaut(past: str) -> str:
    """The past with the vowel of its subjunctive: kam – käm(e), zog – zög(e); "ie" and "i" stay."""
    for at, letter in enumerate(past):
        if letter in "aou" and "au" not in past:
            return past[:at] + {"a": "ä", "o": "ö", "u": "ü"}[letter] + past[at + 1 :]
        if letter in "aeiouäöü":
            break
    return past


BRILL = {"N": "N", "V": "V", "J": "J", "R": "R", "I": "P", "P": "O", "D": "D", "M": "M", "C": "C", "W": "W"}


BRITISH = (
    ("our", "or"),
    ("tre", "ter"),
    ("mme", "m"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ogue", "og"),
    ("ll", "l"),
    ("nce", "nse"),
)
"""What British spellings have in place of American ones, which the word list has only."""


def english() -> dict[str, dict[str, set[str]]]:
    """Form → lemma → tags: b base, s third person, d past, p participle, g gerund, n m a r; N V J R: most often."""
    usual = _usual()
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for lemma, kind, *forms in csv.reader(_lines("lemminflect", "infl_lu.csv.gz")):
        if not lemma.isalpha() or not lemma.islower():
            continue
        if kind == "verb" or (kind in KINDS and _american(lemma, usual)):
            for tag, form in _inflected(lemma, kind, forms, usual):
                found[form][lemma].add(tag)
    _more_nouns(found, usual)
    for group in _data("en", "senses")["verbs"].values():
        for lemma in group["lemmas"]:
            if "b" not in found.get(lemma, {}).get(lemma, ()):
                for tag, form in _regular(lemma):
                    found[form][lemma].add(tag)
    for form, readings in found.items():
        tag = usual.get(_american(form, usual), "")
        for tags in readings.values():
            if tag and tag[0] in "NVJR" and _fits(tag, tags):
                tags.add(tag[0])
    return found


KINDS = {"verb": ("b", "dpgs"), "noun": ("n", "m"), "adj": ("a", "aa"), "adv": ("r", "rr")}


def _usual() -> dict[str, str]:
    """What a form is most often, as a tag of the Penn treebank."""
    usual: dict[str, str] = {}
    for line in _lines("textblob", "en-lexicon.txt"):
        word, _, tag = line.strip().partition(" ")
        if word and word[0].isalpha() and tag and tag[0] in BRILL:
            usual.setdefault(word, tag)
    return usual


def _american(form: str, usual: dict[str, str]) -> str:
    """A form as the word list spells it; "" where it has none of it."""
    if form in usual:
        return form
    spelt = (form.replace(british, american) for british, american in BRITISH if british in form)
    return next((each for each in spelt if each in usual), "")


def _inflected(lemma: str, kind: str, forms: list[str], usual: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The forms of a lemma with their tags; what is regular in the past is a participle too."""
    base, tags = KINDS[kind]
    yield base, lemma
    for tag, each in zip(tags, forms, strict=False):
        for form in each.split("/"):
            if form.isalpha() and form.islower() and (form != lemma or tag != "m" or usual.get(form) == "NNS"):
                yield tag, form
    if kind == "verb":
        yield from (("p", form) for form in forms[0].split("/") if form and (not forms[1] or form.endswith("ed")))


def _regular(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb the lexicon leaves out."""
    stem = lemma.removesuffix("e")
    yield from (("b", lemma), ("s", lemma + "s"), ("d", stem + "ed"), ("p", stem + "ed"), ("g", stem + "ing"))


def _more_nouns(found: dict[str, dict[str, set[str]]], usual: dict[str, str]) -> None:
    """Nouns that the lexicon leaves out, by what a form, or the form without its ending, most often is."""
    for form, readings in found.items():
        tags = set().union(*readings.values())
        if not tags.isdisjoint("nm"):
            continue
        tag = usual.get(_american(form, usual))
        if tag in ("NN", "NNS"):
            readings[min(readings)].add("n" if tag == "NN" else "m")
        elif "s" in tags and any(usual.get(_american(lemma, usual)) == "NN" for lemma in readings):
            readings[min(readings)].add("m")


VERB_FORMS = {"VB": "b", "VBP": "b", "VBZ": "s", "VBD": "d", "VBN": "p", "VBG": "g"}


def _fits(usual: str, tags: Iterable[str]) -> bool:
    """Whether a reading has the form that a word has most often."""
    if usual.startswith("V"):
        return VERB_FORMS.get(usual, "") in tags
    return usual[0] == "J" or not set({"N": "nm", "R": "r"}[usual[0]]).isdisjoint(tags)


def _lines(package: str, name: str) -> list[str]:
    """The lines of a file that a package ships, without importing the package."""
    place = next(each for each in files(package) or () if each.name == name).locate()
    content = Path(str(place)).read_bytes()
    return (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8").splitlines()


SHORTEST_WORD = 5
"""Shorter ones are never asked for."""


def vocabulary(code: str) -> bytes:
    """The words of one language in all forms; where nouns have capitals, the common nouns.

    These have other forms than the genitive in s, which names have as well.
    """
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory  # noqa: PLC0415

    nouns = _data(code, "grammar")["noun_capitals"]
    forms_of: dict[str, set[str]] = defaultdict(set)
    for form, lemma in DefaultDictionaryFactory().get_dictionary(code).items():
        if all(each[:1].isupper() is nouns and each.isalpha() for each in (form, lemma)):
            forms_of[lemma] |= {lemma, form}
    common = (forms for lemma, forms in forms_of.items() if not nouns or forms - {lemma, f"{lemma}s"})
    return packed({form for forms in common for form in forms if len(form) >= SHORTEST_WORD})


def table(code: str) -> str:
    """The content of the file of one language."""
    found = {"de": german, "en": english}[code]()
    lines = [
        form + "".join(f"\t{lemma}:{''.join(sorted(tags))}" for lemma, tags in sorted(readings.items()))
        for form, readings in found.items()
        if len(form) > 1
    ]
    return "\n".join(sorted(lines)) + "\n"


if __name__ == "__main__":
    for code in ("de", "en"):
        (HERE / code / "words.txt").write_text(table(code), encoding="utf-8")
        (HERE / code / "vocabulary.bin").write_bytes(vocabulary(code))
