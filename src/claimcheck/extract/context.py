"""From numbers to statements: names, who says what, who did what, what a number is a value of, vague wordings.

All of it reads the document's prose itself, so every offset is the document's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from zlib import adler32, crc32

from claimcheck.extract.attributions import Words, find_attributions
from claimcheck.extract.attributions.uncued import Uncued, turns
from claimcheck.extract.attributions.voice import Person, resolved, voices
from claimcheck.extract.entities import find_entities
from claimcheck.extract.modality import Moods, MoodWords
from claimcheck.extract.relations import Found, find_relations
from claimcheck.extract.wordings import Wordlist, find_wordings
from claimcheck.language import analysis
from claimcheck.language.words import words_of
from claimcheck.languages import Language
from claimcheck.languages.extra import extra
from claimcheck.model import Article, Claim, ClaimType, Document, Modality, Span, Value
from claimcheck.model.analysis import Analysis
from claimcheck.model.claim import About, Attribution, Relation
from claimcheck.model.entity import Mention
from claimcheck.model.measure import Measure
from claimcheck.reference import EntityIndex
from claimcheck.statements import find_abouts

SURROUNDINGS = 24


@cache
def _words(code: str) -> Words | None:
    table, language = extra(code, "attribution"), words_of(code)
    return Words(table, language) if table and language is not None else None


@cache
def _moods(code: str) -> MoodWords:
    return MoodWords(extra(code, "attribution"))


@cache
def _wordlist(code: str) -> Wordlist:
    return Wordlist(extra(code, "wording"))


def _put_abouts(claims: list[Claim], abouts: dict[int, About]) -> None:
    for at, about in abouts.items():
        claims[at] = claims[at]._replace(about=about)


def in_context(
    document: Document, claims: Sequence[Claim], unread: tuple[Span, ...], language: Language, known: EntityIndex
) -> Article:
    """The article with all its claims in order: numbers with what they speak of, statements, relations, voices."""
    mentions = find_entities(document.prose, document, language, known)
    read = analysis(document)
    said = attributions_of(document, language.code, mentions, read)
    sources = [each.source.span for each in said if each.source is not None]
    found = [*claims, *(_claim(document, "attribution", each.span, each) for each in said)]
    if read is not None:
        _put_abouts(found, find_abouts(read, language.code, claims, mentions, sources))
    about = [claim for claim in found if not isinstance(claim.value, Attribution)]
    relations, moods = _stated(document, find_relations(document, read, language.code, about, mentions))
    found += relations
    if extra(language.code, "attribution"):
        found = _voiced(document, found, said, Moods(document.prose, _moods(language.code), read), moods)
    found.sort(key=lambda claim: (claim.span.start, -claim.span.end, claim.type))
    numbers = [claim for claim in claims if isinstance(claim.value, Measure)]
    wordings = find_wordings(document, _wordlist(language.code), numbers, mentions)
    return Article(document, tuple(found), unread, mentions, wordings, read)


def attributions_of(
    document: Document, code: str, mentions: Sequence[Mention] = (), grammar: Analysis | None = None
) -> list[Attribution]:
    """The statements of a segmented document with their speakers; none in a language without words for them.

    Whom a pronoun or a short name among the speakers means is told where `mentions` has the persons of the document.
    """
    words = _words(code)
    if words is None:
        return []
    said = find_attributions(
        document.prose,
        document.sentences,
        document.quotations,
        document.headline,
        words,
        written=document.text,
        grammar=grammar,
    )
    people = [Person(each.span, each.name) for each in mentions if each.kind == "person"]
    said = resolved(document, said, people, words) + turns(document, words)
    return said if grammar is None else said + Uncued(document, people, words, grammar).beside(said)


def relations_of(article: Article, code: str) -> list[Claim]:
    """The relations of an article that has its numbers and names, with how they are meant; whose words is left open."""
    document = article.document
    stated = find_relations(document, article.analysis, code, article.claims, article.mentions)
    found, moods = _stated(document, stated)
    if not extra(code, "attribution"):
        return found
    return _voiced(document, found, (), Moods(document.prose, _moods(code), article.analysis), moods)


def _stated(document: Document, stated: Sequence[Found]) -> tuple[list[Claim], dict[str, Modality | Span]]:
    """Relations as claims, and by id how they are meant, or the word whose clause tells."""
    found = [_claim(document, "relation", each.span, each.relation) for each in stated]
    return found, {claim.id: each.meant or each.stated for claim, each in zip(found, stated, strict=True)}


def _claim(document: Document, kind: ClaimType, span: Span, value: Value) -> Claim:
    text = document.text
    words = text[span.start : span.end]
    around = text[max(0, span.start - SURROUNDINGS) : span.end + SURROUNDINGS].encode("utf-8", "surrogatepass")
    what = value.predicate if isinstance(value, Relation) else ""
    name = f"{crc32(around):08x}{adler32((kind + what + words).encode('utf-8', 'surrogatepass')):08x}"
    return Claim(kind, span, words, value, name)


def _voice(ids: Sequence[str], which: int | None, own: str) -> str | None:
    """The statement that covers a claim, if it is not the claim itself."""
    return None if which is None or ids[which] == own else ids[which]


def _mood(moods: Moods, sentence: Span, by: Modality | Span) -> Modality:
    return by if isinstance(by, str) else moods.of(sentence, by)


def _voiced(
    document: Document,
    claims: Sequence[Claim],
    said: Sequence[Attribution],
    moods: Moods,
    told: Mapping[str, Modality | Span],
) -> list[Claim]:
    """The claims with whose words they are, and how they are meant."""
    ids = [claim.id for claim in claims if isinstance(claim.value, Attribution)]
    covering = voices(said, [claim.span for claim in claims])
    sentences, at = document.sentences, 0
    voiced = list(claims)
    for i in sorted(range(len(claims)), key=lambda i: claims[i].span):
        claim = claims[i]
        voice = _voice(ids, covering[i], claim.id)
        if isinstance(claim.value, Attribution):
            kind = _meant(claim.value, sentences, moods)
        else:
            while at + 1 < len(sentences) and sentences[at].end <= claim.span.start:
                at += 1
            kind = _mood(moods, sentences[at], told.get(claim.id, claim.span))
        if voice is not None or kind != claim.modality:
            voiced[i] = claim._replace(voice=voice, modality=kind)
    return voiced


def _meant(said: Attribution, sentences: Sequence[Span], moods: Moods) -> Modality:
    """How a statement is meant: "Kern will say that" is a plan, whatever it is that he will say."""
    if said.cue is None:
        return "fact"
    at = bisect_right(sentences, said.cue.span.start, key=lambda each: each.start) - 1
    return moods.of(sentences[max(at, 0)], said.cue.span, said.content.span)
