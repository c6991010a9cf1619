"""Whose words they are: the speaker the draft names against the one the source names; people no source knows."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.ground.match import Index
from claimcheck.ground.quotes import Place
from claimcheck.ground.text import TOKEN, Text
from claimcheck.ground.words import Word
from claimcheck.languages.clause_roles import DETERMINER
from claimcheck.model import Span
from claimcheck.model.attribution import Attribution
from claimcheck.model.support import Evidence, Support


def judge_speakers(draft: Text, places: Sequence[Place]) -> list[Support]:
    """A verdict for each quotation whose speaker both the draft and the source name."""
    found = []
    for place in places:
        span = place.quotation.span
        mine = next((each for each in draft.statements if each.content.span.touches(span) and each.source), None)
        if mine is None or mine.source is None or mine.source_kind in ("pronoun", "anonymous", "none"):
            continue
        theirs = _theirs(place)
        if theirs is None or theirs.source is None:
            continue
        text = place.source.text
        if not _named(draft, mine) or not _named(text, theirs):
            continue
        spoken = {*text.at(theirs.source.span)}
        stems = {text.words[i].stem for i in spoken if text.words[i].content} | _stems(text, theirs.resolved)
        parts = {part for stem in stems for part in stem.split("-")}
        keys = {key for i in spoken for key in text.words[i].keys}
        mine_words = [draft.words[i] for i in draft.at(mine.source.span) if draft.words[i].content]
        if not stems or not any(draft.capital[i] and draft.words[i].content for i in draft.at(mine.source.span)):
            continue
        if any(word.stem in stems or {*word.stem.split("-")} & parts for word in mine_words):
            continue
        if any(keys.intersection(word.keys) for word in mine_words):
            continue
        if not _by_name(draft, mine) and not _elsewhere(mine_words, place, spoken):
            continue
        span = mine.source.span
        evidence = Evidence(text.path, theirs.source.span, theirs.source.text)
        found.append(Support(draft.path, span, mine.source.text, "contradicted", "speaker", (evidence,)))
    return found


def judge_people(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    """People with first and last name whom no source names."""
    found = []
    for mention in draft.article.mentions:
        tokens = draft.at(mention.span)
        if mention.kind != "person" or len(tokens) < 2:
            continue
        last = draft.words[tokens[-1]]
        if not any(index.has(last.stem) or last.low in index.forms for index in indexes):
            found.append(Support(draft.path, mention.span, mention.text, "not_found", "name"))
    return found


def _by_name(text: Text, said: Attribution) -> bool:
    """Whether a name stands among the words for the speaker, and not only an office ("die Chefin des Verbands")."""
    if said.source is None:
        return False
    if said.resolved is not None and said.resolved != said.source.text:
        return True
    return any(_is_name(text, i) or _bare(text, i) for i in text.at(said.source.span))


def _bare(text: Text, i: int) -> bool:
    """Whether it is a capitalised word without an article: where nouns have capitals, perhaps a name."""
    word = text.words[i]
    if not text.capital[i] or not word.content or word.noun or text.language.common(word.low):
        return False
    return i == 0 or not text.words[i - 1].roles & DETERMINER


def _elsewhere(words: Sequence[Word], place: Place, spoken: set[int]) -> bool:
    """Whether the source has the words that stand for a speaker without a name, and only for somebody else."""
    places = [place.source.places(word) for word in words]
    return all(places) and not any(at in spoken for each in places for at, _ in each)


def _theirs(place: Place) -> Attribution | None:
    """The statement of the source that holds the words: the shortest one."""
    text = place.source.text
    span = Span(text.starts[place.first], text.ends[place.last - 1])
    holding = [each for each in text.statements if each.content.span.touches(span) and each.source]
    return min(holding, key=lambda each: each.content.span.end - each.content.span.start, default=None)


def _is_name(text: Text, i: int) -> bool:
    return i in text.named or (text.capital[i] and not text.language.nominal and text.words[i].content)


def _named(text: Text, said: Attribution) -> bool:
    if said.resolved is not None or said.source_kind == "named":
        return True
    return said.source is not None and any(_is_name(text, i) for i in text.at(said.source.span))


def _stems(text: Text, name: str | None) -> set[str]:
    return set() if name is None else {text.language.look(word).stem for word in TOKEN.findall(name)}
