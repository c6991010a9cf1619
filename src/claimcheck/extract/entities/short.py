"""Short names of persons and companies an article has given in full: "Anna Kern … Kern", "Nordwerk AG … Nordwerk"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.extract.entities.scan import Draft, Scanner, begins_sentence
from claimcheck.model import Span

LEAST = 3


def short_names(scan: Scanner, text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts of all short forms of the names given in full, wherever they stand; those of two names mean neither."""
    owners: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.form in ("name", "wrong") and len(draft.entities) <= 1:
            for form in _forms(scan, draft):
                _add(owners, form, draft)
    if not owners:
        return []
    covered = {draft.start for draft in drafts}
    forms = sorted(owners)
    found = []
    for index, start, end in AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text):
        if start not in covered:
            short = _found(scan, text, start, end, owners[forms[index]])
            if short is not None:
                found.append(short)
    _share_full_names(drafts)
    return found


def _add(owners: dict[str, list[Draft]], form: str, draft: Draft) -> None:
    """Puts a name among those of one form, if it is none of them."""
    others = owners.setdefault(form, [])
    if all(_key(each) != _key(draft) for each in others):
        others.append(draft)


def _ending(scan: Scanner, text: str, end: int) -> int:
    """How long the ending of the genitive is that follows a name; 0 for none."""
    if text[end : end + 1] not in {"s", "'", "’"}:
        return 0
    return next((len(each) for each in scan.genitive if text.startswith(each, end)), 0)


def _found(scan: Scanner, text: str, start: int, end: int, owners: list[Draft]) -> Draft | None:
    """The draft of a short form that stands as a word, or of the whole name where it ends one."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "-@#/_."):
        return None
    ending = _ending(scan, text, end)
    if text[end + ending : end + ending + 1].isalnum() or _is_common(scan, text, start, end, owners[0]):
        return None
    whole = owners[0].name
    begin = end - len(whole)
    is_whole = len(owners) == 1 and begin >= 0 and text[begin:end] == whole
    return _short(text, begin if is_whole else start, end, end + ending, owners)


def _forms(scan: Scanner, draft: Draft) -> list[str]:
    """The short forms of one full name."""
    words = draft.name.split(" ")
    if draft.kind == "person" and len(words) > 1:
        forms = _surnames(scan, words)
    elif draft.kind == "organisation" and not draft.entities and words[-1] in scan.legal:
        forms = [_without_legal_form(scan, words)]
    else:
        return []
    return [form for form in forms if len(form) >= LEAST and form not in scan.never]


def _surnames(scan: Scanner, words: list[str]) -> list[str]:
    """The last word of a person's name, also with the particles before it."""
    forms = [words[-1]]
    at = len(words) - 1
    while at > 1 and words[at - 1] in scan.particles:
        at -= 1
        forms.append(" ".join(words[at:]))
    return forms


def _without_legal_form(scan: Scanner, words: list[str]) -> str:
    while len(words) > 1 and (words[-1] in scan.legal or words[-1] in {"&", "+"}):
        words = words[:-1]
    return " ".join(words).rstrip(",")


def _key(draft: Draft) -> str:
    return draft.entities[0] if draft.entities else draft.name


def _short(text: str, start: int, end: int, word_end: int, owners: list[Draft]) -> Draft:
    draft = Draft(start, end, word_end)
    draft.kind = owners[0].kind
    if len(owners) == 1:
        draft.entities, draft.name = owners[0].entities, owners[0].name
        draft.form = "name" if text[start:end] == draft.name else "short"
    else:
        draft.entities = tuple(identity for each in owners for identity in each.entities)
        draft.name, draft.form = text[start:end], "shared"
    return draft


def _is_common(scan: Scanner, text: str, start: int, end: int, owner: Draft) -> bool:
    """Whether the word is likely no name here ("der Kern"), or that of somebody else ("Franz Kern")."""
    if text[start - 1 : start] != " ":
        return owner.kind == "person" and text[end : end + 1] == "-" and scan.nouns_capitalised
    begin = scan.word_start(text, start - 1)
    before = text[begin : start - 1]
    if owner.kind == "organisation":
        return False
    if not before[:1].isupper():
        return scan.nouns_capitalised and before in scan.articles
    return _is_of_another(scan, text, begin, before, owner)


def _is_of_another(scan: Scanner, text: str, begin: int, before: str, owner: Draft) -> bool:
    """Whether the word with a capital letter before a surname makes it the name of somebody else."""
    if before in scan.first:
        return not owner.name.startswith(before)
    if before in scan.never:
        return before.lower() in scan.articles
    told = scan.is_role(before) or scan.ends_as_person(before)
    return not (told or before == owner.name.split(" ")[-2] or begins_sentence(text, begin))


def _share_full_names(drafts: list[Draft]) -> None:
    """A surname behind a title is that of the only full name with it."""
    full: dict[str, list[Draft]] = {}
    people = [draft for draft in drafts if draft.kind == "person"]
    for draft in people:
        if draft.form == "name" and len(draft.entities) <= 1:
            _add(full, draft.name.rpartition(" ")[2], draft)
    for draft in people:
        if draft.form == "short" and not draft.entities:
            owners = full.get(draft.name.rpartition(" ")[2], [])
            if len(owners) == 1:
                draft.entities, draft.name = owners[0].entities, owners[0].name


AFTER = frozenset("(/_")
BEFORE = frozenset("./_-")


def certain(scan: Scanner, text: str, drafts: list[Draft], sentences: Sequence[Span]) -> list[Draft]:
    """The drafts that stand: an ambiguous name only beside a company noun or a neighbour its entity lists.

    A short name of a known entity stands only where the article also gives a full one.
    """
    entities = scan.known.entities
    full = (identity for draft in drafts if not draft.waits for identity in draft.entities)
    given = {identity for identity in full if not entities[identity].ambiguous}
    beside = _Neighbours(drafts, sentences, len(text))

    def stands(draft: Draft) -> bool:
        if draft.waits:
            return not given.isdisjoint(draft.entities)
        if not any(entities[each].ambiguous for each in draft.entities):
            return True
        wanted = {each for identity in draft.entities for each in entities[identity].beside}
        near = not _glued(text, draft) and not wanted.isdisjoint(beside.of(draft))
        return near or _company(scan, text, draft)

    return [draft for draft in drafts if stands(draft)]


class _Neighbours:
    """The known entities in each sentence."""

    def __init__(self, drafts: list[Draft], sentences: Sequence[Span], end: int) -> None:
        self._drafts, self._sentences, self._end = drafts, sentences, end
        self._starts = [span.start for span in sentences]
        self._places = [draft.start for draft in drafts]
        self._known: dict[Span, frozenset[str]] = {}

    def of(self, draft: Draft) -> frozenset[str]:
        """Those in the sentence of a name."""
        sentence = _sentence(draft, self._sentences, self._starts, self._end)
        if sentence not in self._known:
            low, high = bisect_left(self._places, sentence.start), bisect_left(self._places, sentence.end)
            self._known[sentence] = frozenset(each for other in self._drafts[low:high] for each in other.entities)
        return self._known[sentence]


def _sentence(draft: Draft, sentences: Sequence[Span], starts: list[int], end: int) -> Span:
    """The sentence a name stands in, else the stretch between two sentences."""
    i = bisect_right(starts, draft.start) - 1
    if i >= 0 and draft.start < sentences[i].end:
        return sentences[i]
    return Span(sentences[i].end if i >= 0 else 0, starts[i + 1] if i + 1 < len(starts) else end)


def _company(scan: Scanner, text: str, draft: Draft) -> bool:
    """Whether the word before is one for a company: "Firma io", "the startup io"."""
    if text[draft.start - 1 : draft.start] != " ":
        return False
    before = text[scan.word_start(text, draft.start - 1) : draft.start - 1]
    return scan.ends_as_company(before)


def _glued(text: str, draft: Draft) -> bool:
    """Whether a bracket, a stroke or a hyphen glues the name to something else."""
    return text[draft.end : draft.end + 1] in AFTER or text[draft.start - 1 : draft.start] in BEFORE
