"""Who said it and who did what to whom: speakers, names and relations of the draft against those of the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.constraints.letters import alike_but_for_accents, steps
from claimcheck.ground.match import Index, Places
from claimcheck.ground.quotes import Place
from claimcheck.ground.text import Text, doubles
from claimcheck.ground.words import Word
from claimcheck.languages.word_roles import DETERMINER
from claimcheck.model import Claim, Span
from claimcheck.model.claim import Argument, Attribution, Relation
from claimcheck.model.report import Evidence, Reason, Support, Verdict
from claimcheck.reference.predicates import arguments

FEWEST = 2
"""Words of a full name."""
LONG = 7
"""Letters of a last name in which two may differ by a slip."""


def judge_speakers(
    draft: Text, places: Sequence[Place], indexes: Sequence[Index], figures: Sequence[Mapping[int, Places]]
) -> list[Support]:
    """A verdict for each speaker of the draft, by name, whose words a source gives to somebody by name.

    `figures` are the places of the draft's numbers in each source.
    """
    found = []
    for said in draft.statements:
        if said.source is None or said.source_kind in ("pronoun", "anonymous", "none"):
            continue
        held = _quoted(said, places) or _reported(draft, said, indexes, figures)
        verdicts = [each for index, theirs in held if (each := _speaker(draft, said, index, theirs)) is not None]
        found += sorted(verdicts, key=lambda each: each.verdict != "supported")[:1]
    return found


Told = tuple[Index, Attribution]


def _quoted(said: Attribution, places: Sequence[Place]) -> list[Told]:
    """Who says in a source what the draft quotes."""
    here = (place for place in places if said.content.span.touches(place.quotation.span))
    return [(place.source, theirs) for place in here if (theirs := _theirs(place)) is not None]


def _reported(
    draft: Text, said: Attribution, indexes: Sequence[Index], figures: Sequence[Mapping[int, Places]]
) -> list[Told]:
    """Who says in the sources most of what the draft reports, the words of two at least."""
    told = [i for i in draft.at(said.content.span) if draft.words[i].content and i not in draft.behind]
    found = []
    for index, numbers in zip(indexes, figures, strict=True):
        places = [{at for at, _ in numbers.get(i) or index.places(draft.words[i])} for i in told]
        least = max(FEWEST, -(-len(told) // 2))
        found += [(index, theirs) for theirs in index.text.statements if _held(index, theirs, places) >= least]
    return found


def _held(index: Index, theirs: Attribution, places: Sequence[set[int]]) -> int:
    """How many words are among those of a statement."""
    there = index.text.at(theirs.content.span)
    return sum(not each.isdisjoint(there) for each in places)


def _speaker(draft: Text, mine: Attribution, index: Index, theirs: Attribution) -> Support | None:
    """Whether two who say one thing are one person; None where that cannot be told."""
    text = index.text
    if mine.source is None or theirs.source is None or not (_has_name(draft, mine) and _has_name(text, theirs)):
        return None
    tokens = [i for i in draft.at(mine.source.span) if draft.words[i].content]
    words, spoken = [draft.words[i] for i in tokens], {*text.at(theirs.source.span)}
    evidence = (Evidence(text.path, theirs.source.span, theirs.source.text),)
    support = Support(draft.path, mine.source.span, mine.source.text, "supported", "same", evidence)
    if _are_one(words, text, theirs, spoken):
        return support
    capital = any(draft.capital[i] for i in tokens)
    differ = capital and (_by_name(draft, mine) or _elsewhere(words, index, spoken))
    return support._replace(verdict="contradicted", reason="speaker") if differ else None


def _are_one(words: Sequence[Word], text: Text, theirs: Attribution, spoken: set[int]) -> bool:
    """Whether a word of the draft's speaker is one of the source's, or means the same; so too where it has none."""
    stems = {text.words[i].stem for i in spoken if text.words[i].content} | _stems(text, theirs.resolved)
    parts = {part for stem in stems for part in (stem, *stem.split("-"))}
    keys = {key for i in spoken for key in text.words[i].keys}
    if not stems:
        return True
    return any(
        not parts.isdisjoint((word.stem, *word.stem.split("-"))) or not keys.isdisjoint(word.keys) for word in words
    )


def _words(text: Text, span: Span) -> str:
    """What the file has there; names are compared with plain spaces."""
    return text.article.document.text[span.start : span.end]


def judge_people(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    """A verdict for each name of the draft in two words or more: of somebody whom a source names so, or otherwise."""
    kinds = {draft.at(each.span): each.kind for each in draft.article.mentions}
    taken = {i for tokens in kinds for i in tokens}
    rows = {each: None for each in doubles(draft) if taken.isdisjoint(each) and draft.quoted.isdisjoint(each)}
    found = (_named_person(draft, tokens, kind, indexes) for tokens, kind in {**kinds, **rows}.items())
    return [each for each in found if each is not None]


def _named_person(draft: Text, tokens: range, kind: str | None, indexes: Sequence[Index]) -> Support | None:
    """What the sources say to a name; nothing to capitals that nobody knows for a name and that none of them has."""
    if len(tokens) < FEWEST:
        return None
    if kind is None:
        tokens = tokens[-FEWEST:]  # an office may stand before a name
    there = [(index.text, at) for index in indexes for at in index.ends_of(draft.words[tokens[-1]])]
    same = [each for each in there if _spelled(draft, tokens, *each, kind)]
    if same:
        return _named(draft, tokens, "supported", "same", _evidence(*same[0], tokens))
    others = [each for index in indexes for each in _slips(draft, tokens, index.text, kind)]
    others = others or _others(draft, tokens, there, kind)
    if others:
        return _named(draft, tokens, "contradicted", "name", _evidence(*others[0], tokens[-FEWEST:]))
    absent = not there and _unknown(draft, tokens, kind, indexes)
    return _named(draft, tokens, "not_found", "name") if absent else None


def _others(draft: Text, tokens: range, there: Sequence[tuple[Text, int]], kind: str | None) -> list[tuple[Text, int]]:
    """Where the sources have the last name, if that is another person's wherever it ends a name."""
    named = [(text, at) for text, at in there if {at - 1, at} <= text.named]
    return named if all(_another(draft, tokens, *each, kind) for each in named) else []


def _unknown(draft: Text, tokens: range, kind: str | None, indexes: Sequence[Index]) -> bool:
    """Whether no source knows a person, or any word of another name."""
    if kind is None or kind == "person":
        return kind is not None
    return not any(index.places(draft.words[i]) for i in tokens for index in indexes)


def _named(draft: Text, tokens: range, verdict: Verdict, reason: Reason, *evidence: Evidence) -> Support:
    span = Span(draft.starts[tokens[0]], draft.ends[tokens[-1]])
    return Support(draft.path, span, _words(draft, span), verdict, reason, evidence)


def _spelled(draft: Text, tokens: range, text: Text, last: int, kind: str | None) -> bool:
    """Whether the words of the source up to a token are those of the name, endings apart; a person's bend by "s"."""
    first = last - len(tokens) + 1
    pairs = [(draft.words[one], text.words[two]) for one, two in zip(tokens, range(first, last + 1), strict=False)]
    if first < 0 or any(one.stem != two.stem for one, two in pairs):
        return False
    return kind != "person" or last not in text.people or _one_name(pairs[-1][0].low, pairs[-1][1].low)


def _slips(draft: Text, tokens: range, text: Text, kind: str | None) -> Iterator[tuple[Text, int]]:
    """Where a source has somebody with the same first name whose last name a slip of the pen makes the draft's."""
    first, last = draft.words[tokens[-FEWEST]].low, draft.words[tokens[-1]].low
    for mention in text.article.mentions:
        there = text.at(mention.span)
        if len(there) < FEWEST or "person" not in (kind, mention.kind) or text.words[there[-FEWEST]].low != first:
            continue
        other = text.words[there[-1]].low
        if not _one_name(last, other) and steps(last, other) <= (1 if min(len(last), len(other)) < LONG else FEWEST):
            yield text, there[-1]


def _one_name(one: str, two: str) -> bool:
    """Whether two are one name, a genitive and accents apart."""
    return any(alike_but_for_accents(a, b) for a, b in ((one, two), (one + "s", two), (one, two + "s")))


def _another(draft: Text, tokens: range, text: Text, last: int, kind: str | None) -> bool:
    """Whether two who share their last name, one of them known for a person, have first names of two beginnings."""
    ours, theirs = draft.words[tokens[-2]].low, text.words[last - 1].low
    if kind != "person" and last not in text.people:
        return False
    return not ours.startswith(theirs) and not theirs.startswith(ours)


def _evidence(text: Text, last: int, tokens: range) -> Evidence:
    span = Span(text.starts[last - len(tokens) + 1], text.ends[last])
    return Evidence(text.path, span, _words(text, span))


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


def _elsewhere(words: Sequence[Word], index: Index, spoken: set[int]) -> bool:
    """Whether the source has the words that stand for a speaker without a name, and only for somebody else."""
    places = [index.places(word) for word in words]
    return all(places) and not any(at in spoken for each in places for at, _ in each)


def _theirs(place: Place) -> Attribution | None:
    """The statement of the source that holds the words: the shortest one."""
    text = place.source.text
    span = Span(text.starts[place.first], text.ends[place.last - 1])
    holding = [each for each in text.statements if each.content.span.touches(span) and each.source]
    return min(holding, key=lambda each: each.content.span.end - each.content.span.start, default=None)


def _is_name(text: Text, i: int) -> bool:
    return i in text.named or (text.capital[i] and not text.language.nominal and text.words[i].content)


def _has_name(text: Text, said: Attribution) -> bool:
    if said.resolved is not None or said.source_kind == "named":
        return True
    return said.source is not None and any(_is_name(text, i) for i in text.at(said.source.span))


def _stems(text: Text, name: str | None) -> set[str]:
    return set() if name is None else {text.language.look(word).stem for word in name.split()}


def judge_parts(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    """A verdict for each relation between two names that a source states of the same two: alike, or turned round."""
    found = []
    for claim in draft.article.claims:
        if isinstance(claim.value, Relation) and (ours := _two(claim.value)) is not None:
            held = [
                (text, other, same)
                for text in (index.text for index in indexes)
                for other in text.relations
                if (same := _alike(draft, claim, ours, text, other)) is not None
            ]
            held.sort(key=lambda each: not each[2])  # one source that has it so is enough
            if held:
                text, other, same = held[0]
                there = other.span
                evidence = Evidence(text.path, there, text.article.document.text[there.start : there.end])
                verdict: Verdict = "supported" if same else "contradicted"
                reason: Reason = "same" if same else "roles"
                found.append(Support(draft.path, claim.span, claim.text, verdict, reason, (evidence,)))
    return found


def _two(relation: Relation) -> tuple[Argument, Argument] | None:
    """The two names of a relation; None if it has fewer, or if they may change places."""
    named = [role for role, (_, entity) in arguments(relation.predicate).items() if entity]
    held = [argument for role, argument in relation.arguments if role in named and not argument.implied]
    return (held[0], held[1]) if len(held) == 2 else None


def _alike(draft: Text, claim: Claim, ours: tuple[Argument, Argument], text: Text, other: Claim) -> bool | None:
    """Whether both relations have the same names in the same parts; False: in each other's; None: other names."""
    mine, theirs = claim.value, other.value
    assert isinstance(mine, Relation) and isinstance(theirs, Relation)
    there = _two(theirs) if mine.predicate == theirs.predicate else None
    if there is None or (claim.modality == "negated") != (other.modality == "negated"):
        return None
    straight = [_same(draft, one, text, two) for one, two in zip(ours, there, strict=True)]
    crossed = [_same(draft, one, text, two) for one, two in zip(ours, reversed(there), strict=True)]
    if all(straight) and not any(crossed):
        return True
    return False if all(crossed) and not any(straight) else None


def _same(draft: Text, one: Argument, text: Text, two: Argument) -> bool:
    if one.entity is not None and two.entity is not None:
        return one.entity == two.entity
    return bool(_argument_stems(draft, one) & _argument_stems(text, two))


def _argument_stems(text: Text, argument: Argument) -> set[str]:
    return {text.words[i].stem for i in text.at(argument.span) if text.capital[i] and text.words[i].content}
