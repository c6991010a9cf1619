"""One person under two names: halves exchanged or mixed, another first name, another end of the surname."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from claimcheck.constraints.letters import begin_alike, is_common, shared, steps
from claimcheck.constraints.sexes import family_told
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import CAPITAL, NOUN, PLURAL_VERB, QUOTE
from claimcheck.model.analysis import Chunk, Clause, Sentence, Token
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.model.entity import Mention
from claimcheck.model.report import Article
from claimcheck.model.span import Span

SHORTEST = 6
EARLY = 8
"""In so many first sentences what a text is about is introduced."""
FEW_PEOPLE = 4
SHORT_FORM = 3
"""So many first letters in common make one first name a short form of the other."""
MOST_NAMED = 8
"""In an article with more names than this two have halves in common by chance."""
MOST_STEPS = 2
"""By so many letters a name may differ where others come without being introduced."""
OTHERS = 2
"""So many other words that may be names nothing introduces show that none need be."""
LONGER = re.compile(r" [^\W\d_a-zß][^\W\d_]")
CAPITALISED = re.compile(r"\b[^\W\d_a-zß]\w+")
TWO_NOUNS = re.compile(r"\b[^\W\d_]+ (?:[^\W\d_]+ )?[^\W\d_a-zß]\w+ [^\W\d_a-zß]\w{3,}")
"""Two capitalised words behind another one: what an apposition may be found in."""


def renamed(article: Article) -> Iterator[Judged]:
    """Every full name that comes again, every one whose halves the article gives to others, and every other first name
    of its only person.
    """
    full = _full_names(article)
    for first, *later in full.values():
        if later:
            yield told_otherwise(*(Part(each.span, each.text) for each in (later[0], first)), fits=True)
    yield from _exchanged(article, full)
    if 1 < len(full) <= MOST_NAMED:
        yield from _mixed(article, full)
        yield from _first_names(article, full)


def _full_names(article: Article) -> dict[tuple[str, str], list[Mention]]:
    """The persons named with one first name and one surname."""
    full: dict[tuple[str, str], list[Mention]] = {}
    for each in article.mentions:
        first, blank, last = each.text.partition(" ")
        goes_on = LONGER.match(article.document.prose, each.word_end)  # "Sophie Kern Lohkamp"
        whole = blank and " " not in last and first[0].isupper() and not goes_on
        if each.kind == "person" and whole and each.entity is None:
            full.setdefault((first, last), []).append(each)
    return full


def _judged(slip: Mention, name: Mention) -> Judged:
    return told_otherwise(Part(slip.span, slip.text), Part(name.span, name.text))


def told_otherwise(slip: Part, name: Part, *, fits: bool = False) -> Judged:
    """A name that should be another one."""
    values, shown = (("name", slip.text), ("other", name.text)), f"{name.text} {'=' if fits else '≠'} {slip.text}"
    return Judged("name", fits, (("claim", slip), ("other", name)), values, shown, mend=Part(slip.span, name.text))


def _exchanged(article: Article, full: dict[tuple[str, str], list[Mention]]) -> Iterator[Judged]:
    """ "Konrad Ludwig … Ludwig Konrad"."""
    prose, told, table = article.document.prose, set(), extra(article.document.language, "entities")
    for (first, last), mentions in full.items():
        if f"{last} {first}" not in prose:
            continue
        one, two, name = re.escape(first), re.escape(last), mentions[0].span
        match = re.search(rf"(?<![\w-])(?<!{one} ){two} {one}(?![\w-]| {two})", prose)
        if match is None or first == last or (last, first) in told:
            continue
        told.add((first, last))
        right, slip = sorted((Span(*match.span()), name))
        behind = {prose[each.end + 1 :].partition(" ")[0] for each in (right, slip)}
        before = prose[: slip.start].rstrip().rpartition(" ")[2].lower()
        meant = before in table.get("articles", ())  # "der Huber Franz"
        if not meant and behind.isdisjoint(table.get("particles", ())):
            yield told_otherwise(*(Part(each, prose[each.start : each.end]) for each in (slip, right)))


def _mixed(article: Article, full: dict[tuple[str, str], list[Mention]]) -> Iterator[Judged]:
    """The first name of one and the surname of another of two persons who were named side by side before."""
    for one, two in permutations(full, 2):
        mixed = full.get((one[0], two[1]), [])
        if len(mixed) == 1 and mixed[0].role is None and one[0] != two[0] and one[1] != two[1]:
            slip, right = mixed[0], full[one][0]
            if right.span < slip.span > full[two][0].span and _is_beside(article, full[one], full[two]):
                yield _judged(slip, right)


def _is_beside(article: Article, one: list[Mention], two: list[Mention]) -> bool:
    """Whether one sentence names both."""
    number = (lambda offset: -1) if article.analysis is None else article.analysis.number
    return not {number(each.span.start) for each in one}.isdisjoint(number(each.span.start) for each in two)


def _first_names(article: Article, full: dict[tuple[str, str], list[Mention]]) -> Iterator[Judged]:
    """Two first names before one surname, where the article speaks of no family: like each other, or of one sex and the
    second told of by nothing else. Of many people two may have one surname.
    """
    if len(full) > FEW_PEOPLE or family_told(article.document):
        return
    sexes = extra(article.document.language, "people").get("first_names", {})
    for (first, last), (second, other) in combinations(full, 2):
        one, two = full[first, last][0], full[second, other][0]
        same = (
            last == other and shared(first, second) < SHORT_FORM and sexes.get(first) is sexes.get(second) is not None
        )
        if same and not _is_explained(article.document.prose, one.span, two.span) and len(full[second, other]) == 1:
            yield _judged(two, one)


def _is_explained(prose: str, one: Span, two: Span) -> bool:
    """Whether a comma or bracket tells who the second of two is, or both stand in one sentence."""
    around = prose[max(0, two.start - 2) : two.start].strip()[-1:] + prose[two.end : two.end + 2].strip()[:1]
    return "." not in prose[one.end : two.start] or any(mark in around for mark in ",(–—")


def surnames_changed(article: Article, spelled: set[str]) -> Iterator[Judged]:
    """Every name that stands for itself as the subject of a clause, begins like one that was introduced, and is
    nowhere introduced itself; not those that are `spelled` in two ways.
    """
    named: dict[str, list[tuple[Part, bool]]] = {}
    known = {word for each in article.mentions for word in each.text.split()}
    for part, surely in _introduced(article):
        known.add(part.text)
        named.setdefault(part.text[:3], []).append((part, surely))
    genitive = "s" in extra(article.document.language, "entities").get("genitive", ())
    for word, whole in _unknown_words(article, known | spelled, set(named)):
        near = named.get(word.text[:3], ())
        like = [part for part, sure in near if _like(word.text, part.text, genitive, sure=sure and whole)]
        if len(like) == 1 and _is_meant(article, known, word, like[0]):
            yield told_otherwise(word, like[0])


def _is_meant(article: Article, known: set[str], word: Part, name: Part) -> bool:
    """Whether a word that no other begins like means a name that it is like: by a letter or two, or where nearly all
    names are introduced.
    """
    if (
        word.span < name.span
        or sum(each.startswith(word.text) for each in CAPITALISED.findall(article.document.prose)) != 1
    ):
        return False
    others = {each.text for each, whole in _unknown_words(article, known) if whole} - {word.text}
    return steps(word.text, name.text) <= MOST_STEPS or len(others) < OTHERS


def _unknown_words(article: Article, known: set[str], begins: set[str] | None = None) -> Iterator[tuple[Part, bool]]:
    """The bare words that the language has not and that are no known names; of those sentences only that have a
    capitalised word with one of some beginnings.
    """
    words = words_of(article.document.language or "")
    for sentence in _sentences_with(article, known, begins):
        for part, whole in bare_words(sentence):
            if part.text not in known and words is not None and not is_common(words, part.text):
                yield part, whole


def _sentences_with(article: Article, known: set[str], begins: set[str] | None) -> Iterator[Sentence]:
    """The sentences with a capitalised word, with one of some beginnings, that is no known name."""
    analysis, prose = article.analysis, article.document.prose
    for number, span in enumerate(() if analysis is None else analysis.spans):
        words = {*CAPITALISED.findall(prose, span.start, span.end)} - known
        if analysis is not None and any(begins is None or word[:3] in begins for word in words):
            yield analysis.sentence(number)


def _like(word: str, name: str, genitive: bool, *, sure: bool) -> bool:
    """Whether a word may stand for a name: it begins like it, or has one s more where that is no genitive.

    What is not surely a name must be more like it.
    """
    if word.rstrip("s") == name.rstrip("s"):
        return not genitive and len(name) >= SHORTEST
    ends = word[-SHORT_FORM:] == name[-SHORT_FORM:] and steps(word, name) <= SHORT_FORM
    same = shared(word, name) > SHORT_FORM or steps(word, name) == 1
    return word.isalpha() and same and begin_alike(word, name) and (sure or ends or shared(word, name) > SHORT_FORM + 1)


def _introduced(article: Article) -> list[tuple[Part, bool]]:
    """The surnames that stand behind a first name, and the names behind a noun with its article ("der Maschinenbauer
    Lohkamp"), once each, with whether it is the former.
    """
    seen: dict[str, tuple[Part, bool]] = {}
    for each in article.mentions:
        first, _, last = each.text.rpartition(" ")
        if each.kind == "person" and first:
            seen.setdefault(last, (Part(Span(each.span.end - len(last), each.span.end), last), True))
    analysis, table = article.analysis, extra(article.document.language, "entities")
    if analysis is not None and table.get("nouns_capitalised"):
        for number in range(min(len(analysis.spans), EARLY)):
            start, end = analysis.spans[number]
            if not TWO_NOUNS.search(article.document.prose, start, end):
                continue
            for part in _apposed(analysis.sentence(number), tuple(table["company_nouns"])):
                seen.setdefault(part.text, (part, False))
    return [*seen.values()]


def _apposed(sentence: Sentence, firms: tuple[str, ...]) -> Iterator[Part]:
    """The last of two nouns in a phrase with an article, the first of which is one for a firm."""
    for chunk in sentence.chunks:
        last, before = sentence.tokens[chunk.last - 1], sentence.tokens[max(chunk.first, chunk.last - 2)]
        nouns = last.roles & before.roles & CAPITAL and last.roles & before.roles & NOUN
        if (
            chunk.determiner is not None
            and chunk.last - chunk.first > 2
            and nouns
            and len(last.text) >= SHORTEST
            and before.low.endswith(firms)
        ):
            yield Part(last.span, last.text)


def bare_words(sentence: Sentence) -> Iterator[tuple[Part, bool]]:
    """The single capitalised words that are subjects in the singular, as names are, or stand where the speaker does
    ("…“, beschwichtigte Kern"), and the first halves of compounds ("Kern-Chef"), with whether it is a whole word.
    """
    tokens = sentence.tokens
    for clause in sentence.clauses:
        for chunk in _told_of(sentence, clause):
            if _is_bare(sentence, clause, chunk):
                yield Part(tokens[chunk.head].span, tokens[chunk.head].text), True
    yield from ((part, False) for part in map(_first_half, tokens) if part is not None)


def _told_of(sentence: Sentence, clause: Clause) -> Iterator[Chunk]:
    """The subject of a clause, and behind a quotation what may be it."""
    if clause.subject is not None:
        yield clause.subject
    verb = clause.verb or 0
    if any(token.roles & QUOTE for token in sentence.tokens[max(0, verb - 2) : verb]):
        yield from clause.objects


def _first_half(token: Token) -> Part | None:
    name, *rest = token.text.split("-")
    if len(rest) != 1 or not token.roles & CAPITAL:  # "Hermann-Lohkamp-Platz" has a first name
        return None
    return Part(Span(token.span.start, token.span.start + len(name)), name)


def _is_bare(sentence: Sentence, clause: Clause, subject: Chunk) -> bool:
    """Whether a subject is one capitalised noun with nothing before it, of a verb in the singular."""
    token = sentence.tokens[subject.head]
    alone = subject.last - subject.first == 1 and token.roles & CAPITAL and token.roles & NOUN
    verb = 0 if clause.verb is None else sentence.tokens[clause.verb].roles
    return bool(alone) and verb != 0 and not verb & PLURAL_VERB
