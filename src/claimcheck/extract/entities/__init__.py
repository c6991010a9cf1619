"""Names in an article: known entities by one automaton, unknown ones where the words around them prove it.

    find_entities(text, document, language, known) -> (Mention, …)      in the order of the text, none overlapping

`text` is the document's prose; offsets are into it. What is a name only perhaps is no mention.
"""

from __future__ import annotations

from datetime import date

from claimcheck.extract.entities.roles import with_roles
from claimcheck.extract.entities.scan import Draft, Scanner, apart
from claimcheck.extract.entities.short import certain, short_names
from claimcheck.extract.entities.unknown import organisations, persons
from claimcheck.languages import Language
from claimcheck.languages.extra import extra
from claimcheck.model import Document, Span
from claimcheck.model.entity import EntityKind, Mention
from claimcheck.reference import EntityIndex
from claimcheck.reference.base import Name

__all__ = ["find_entities", "scanner"]


def scanner(language: Language, known: EntityIndex) -> Scanner:
    """The automaton of a language's words and all known names, built once for both."""
    built: Scanner | None = known.scanners.get(language.code)
    if built is None:
        built = known.scanners[language.code] = Scanner(language.code, extra(language.code, "entities"), known)
    return built


def find_entities(text: str, document: Document, language: Language, known: EntityIndex) -> tuple[Mention, ...]:
    """The names in the text with what they mean; see the module."""
    scan = scanner(language, known)
    if not scan.table:
        return ()
    found = scan.tokens(text)
    given = [_known(scan, text, token, document.published) for token in found if token.names]
    given = certain(scan, text, given, document.sentences)
    drafts = apart([*given, *organisations(scan, text, found), *persons(scan, text, found), *_places(text, found)])
    drafts = with_roles(scan, text, drafts, found)
    drafts = apart([*drafts, *short_names(scan, text, drafts)])
    return tuple(_mention(scan, text, draft) for draft in drafts)


def _known(scan: Scanner, text: str, token: Draft, on: date | None) -> Draft:
    """The draft of a known name, its meaning as of the day the article was published."""
    held: list[Name] = [each for each in token.names if each.held_on(on)] or list(token.names)
    full = [each for each in held if each.form != "short"]
    token.waits = not full
    token.entities = ids = tuple(dict.fromkeys(each.entity for each in full or held))
    first = scan.known.entities[ids[0]]
    token.kind = first.kind
    token.end, token.word_end = scan.with_legal_form(text, token.end, token.word_end)
    if len(ids) == 1:
        token.form, token.name = (full or held)[0].form, first.name
    else:
        token.form, token.name = "shared", text[token.start : token.end]
    return token


def _places(text: str, found: list[Draft]) -> list[Draft]:
    """Places the language knows by name."""
    places = [token for token in found if token.parts and "place" in token.parts and not token.names]
    for token in places:
        token.kind, token.name = "place", text[token.start : token.end]
    return places


def _mention(scan: Scanner, text: str, draft: Draft) -> Mention:
    single = draft.entities[0] if len(draft.entities) == 1 else None
    kind = draft.kind
    if single is not None and (entity := scan.known.entities.get(single)) is not None:
        kind = entity.kind
    elif not draft.entities and scan.known.beyond is not None:
        single, kind = _beyond(scan, draft)
    return Mention(
        Span(draft.start, draft.end),
        text[draft.start : draft.end],
        single,
        kind,
        draft.name,
        draft.form,
        draft.word_end,
        draft.entities if single is None else (),
        draft.role,
    )


def _beyond(scan: Scanner, draft: Draft) -> tuple[str | None, EntityKind | None]:
    """The entity and kind of a name that only a further list of names knows."""
    beyond = scan.known.resolve(draft.name)
    if len(beyond) == 1 and (draft.kind is None or beyond[0].kind in (None, draft.kind)):
        return beyond[0].id, draft.kind or beyond[0].kind
    draft.entities = tuple(each.id for each in beyond)
    return None, draft.kind
