"""Unknown organisations: names with a legal form, a last word like "Group", a first one like "Universität"."""

from __future__ import annotations

from claimcheck.extract.entities.scan import Draft, Scanner

MOST_WORDS = 5
NEAR = 40
COMPANY = frozenset(("Co.", "Cie."))


def organisations(scan: Scanner, text: str, tokens: list[Draft]) -> list[Draft]:
    """Drafts of organisations; they may overlap known names, which then come first where they begin earlier."""
    found: list[Draft] = []
    joiners = frozenset(scan.table["joiners"])
    for token in tokens:
        parts = token.parts
        if parts is None or token.names:
            continue
        draft = None
        if "legal" in parts or "last" in parts:
            draft = _before(scan, text, token)
        elif "head" in parts:
            draft = _behind(scan, text, token, joiners)
        if draft is not None:
            draft.kind, draft.name = "organisation", text[draft.start : draft.end]
            if found and found[-1].start == draft.start:
                found.pop()
            found.append(draft)
    return found


def _before(scan: Scanner, text: str, token: Draft) -> Draft | None:
    """The capitalised words before a legal form or a last word, as far as they belong to the name."""
    end = token.start - 1
    if end < 1 or text[end] != " ":
        return None
    if text[end - 1] == ",":
        end -= 1
    start = _first_word(scan, text, end)
    name = text[start:end]
    if not name[:1].isupper() or not any(char.isalpha() for char in name) or name in scan.legal:
        return None
    return Draft(start, token.end, token.word_end)


def _first_word(scan: Scanner, text: str, end: int) -> int:
    """Where the name begins that ends here; the end itself where no word of a name does."""
    start = at = end
    words = 0
    while words < MOST_WORDS:
        begin = scan.word_start(text, at)
        word = text[begin:at]
        if word in scan.joints or (not word and text[at - 1 : at] in {"&", "+"}):
            begin = min(begin, at - 1)
            if not _joins(scan, text, begin):
                break
        elif not scan.is_name_word(word) or scan.ends_as_company(word) or (word.endswith(".") and word not in COMPANY):
            break
        else:
            words += 1
            start = begin
            if text[begin - 1 : begin] != " ":
                break
        at = begin - 1
    return start


def _joins(scan: Scanner, text: str, begin: int) -> bool:
    """Whether the word before "and" belongs to the same name; in "Anna Kern and Nordwerk Inc." the two are two."""
    joined = scan.word_start(text, begin - 1) if text[begin - 1 : begin] == " " else begin
    other = text[joined : begin - 1]
    if not other[:1].isupper() or other in scan.never or other in scan.legal:
        return False
    return scan.first.isdisjoint(text[max(0, begin - NEAR) : begin].split()[-3:])


def _behind(scan: Scanner, text: str, token: Draft, joiners: frozenset[str]) -> Draft | None:
    """The name behind a first word: "Universität Marbeck", "Institut für Hafenbau"."""
    at = token.end
    if text[at : at + 1] != " " or token.word_end != token.end:
        return None
    end = scan.word_end(text, at + 1)
    if text[at + 1 : end] in joiners:
        at = end
        end = scan.word_end(text, at + 1)
    if not _is_name(scan, text[at + 1 : end]):
        return None
    start = scan.word_start(text, token.start) if text[token.start - 1 : token.start] == "-" else token.start
    if not scan.nouns_capitalised:
        start, end = _widened(scan, text, start, end, joiners)
    word = text[scan.word_start(text, end) : end]
    ending = next((len(each) for each in scan.genitive if not each.isalpha() and word.endswith(each)), 0)
    return Draft(start, end - ending, end)


def _is_name(scan: Scanner, word: str) -> bool:
    if not scan.is_name_word(word) or not word[0].isalpha() or word in scan.first:
        return False
    return {"head", "last", "legal"}.isdisjoint(scan.words.get(word, ()))


def _widened(scan: Scanner, text: str, start: int, end: int, joiners: frozenset[str]) -> tuple[int, int]:
    """All capitalised words around: "Lindow Institute for International Trade", where only names have capitals."""
    for _ in range(MOST_WORDS):
        stop = scan.word_end(text, end + 1)
        if text[end : end + 1] != " ":
            break
        if text[end + 1 : stop] in joiners:
            stop = scan.word_end(text, stop + 1)
        word = text[max(end + 1, scan.word_start(text, stop)) : stop]
        if not scan.is_name_word(word) or word in scan.first:
            break
        end = stop
    for _ in range(MOST_WORDS):
        begin = scan.word_start(text, start - 1)
        if text[start - 1 : start] != " " or not scan.is_name_word(text[begin : start - 1]) or text[start - 2] == ".":
            break
        start = begin
    return start, end
