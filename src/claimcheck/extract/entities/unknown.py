"""Names nobody knows: organisations by legal form, last or first word; persons by first name or title."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.entities.scan import Draft, Scanner, begins_sentence

LONGEST = 5
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


def _may_begin_company(scan: Scanner, word: str) -> bool:
    """Whether a word is one of a name, ends none of a company, and is no shortened one but "Co."."""
    shortened = word.endswith(".") and word not in COMPANY
    return scan.is_name_word(word) and not shortened and not scan.ends_as_company(word)


def _first_word(scan: Scanner, text: str, end: int) -> int:
    """Where the name begins that ends here; the end itself where no word of a name does."""
    start = at = end
    words = 0
    while words < LONGEST:
        begin = scan.word_start(text, at)
        word = text[begin:at]
        if word in scan.joints or (not word and text[at - 1 : at] in {"&", "+"}):
            begin = min(begin, at - 1)
            if not _joins(scan, text, begin):
                break
        elif not _may_begin_company(scan, word):
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
    for _ in range(LONGEST):
        stop = scan.word_end(text, end + 1)
        if text[end : end + 1] != " ":
            break
        if text[end + 1 : stop] in joiners:
            stop = scan.word_end(text, stop + 1)
        word = text[max(end + 1, scan.word_start(text, stop)) : stop]
        if not scan.is_name_word(word) or word in scan.first:
            break
        end = stop
    for _ in range(LONGEST):
        begin = scan.word_start(text, start - 1)
        if text[start - 1 : start] != " " or not scan.is_name_word(text[begin : start - 1]) or text[start - 2] == ".":
            break
        start = begin
    return start, end


MOST_WORDS = 5


def persons(scan: Scanner, text: str, tokens: list[Draft]) -> list[Draft]:
    """Drafts of persons that no known name covers."""
    found: list[Draft] = []
    taken = 0
    for token in tokens:
        if token.names:
            taken = max(taken, token.end)
        elif token.start >= taken and token.parts is not None:
            draft = _person_at(scan, text, token, token.parts)
            if draft is not None:
                found.append(draft)
                taken = draft.end
    return found


def _person_at(scan: Scanner, text: str, token: Draft, parts: dict[str, Any]) -> Draft | None:
    if "first" in parts or ("doubtful" in parts and not begins_sentence(text, token.start)):
        return _full_name(scan, text, token.start)
    if "title" in parts and token.word_end == token.end:
        return _after_title(scan, text, token.end)
    return None


def _may_be_named(scan: Scanner, word: str) -> bool:
    """Whether a word may be one of the name of a person."""
    return scan.is_name_word(word) and word[0].isalpha() and word not in scan.legal


def _full_name(scan: Scanner, text: str, start: int) -> Draft | None:
    """A first name, further ones, initials and particles, then one surname."""
    end = scan.word_end(text, start)
    if not _may_begin(text, start, end):
        return None
    for _ in range(MOST_WORDS):
        begin = end + 1
        if text[end:begin] != " ":
            return None
        end = scan.word_end(text, begin)
        word = text[begin:end]
        if len(word) == 1 and word.isupper():
            end += text[end : end + 1] == "."
        elif word not in scan.particles:
            if not _may_be_named(scan, word):
                return None
            following = text[end + 1 : scan.word_end(text, end + 1)] if text[end : end + 1] == " " else ""
            if word not in scan.first or not scan.is_name_word(following):
                return _with_surname(scan, text, start, (begin, end), following)
    return None


def _with_surname(scan: Scanner, text: str, start: int, last: tuple[int, int], following: str) -> Draft | None:
    """The person whose surname is the last word, or the one after it."""
    end = last[1]
    if _goes_on(scan, text, end, following):
        last, following = (end + 1, scan.word_end(text, end + 1)), ""
    return _person(scan, text, start, last, following)


def _may_begin(text: str, start: int, end: int) -> bool:
    """Whether a first name stands alone: not behind a number, not in a compound, of nothing but letters."""
    if start and (text[start - 1] == "-" or (text[start - 1] == " " and text[max(0, start - 2) : start - 1].isdigit())):
        return False
    return end <= start or text[start:end].replace("-", "").isalpha()


def _goes_on(scan: Scanner, text: str, end: int, following: str) -> bool:
    """Whether one more capitalised word belongs to the name: "Anna Lee Kern"; not in a headline of capitals."""
    if scan.nouns_capitalised or not scan.is_name_word(following) or not following.isalpha():
        return False
    parts = scan.words.get(following, {"first": True})
    after = end + 1 + len(following)
    return ("first" in parts or "doubtful" in parts) and not text[after : after + 2].strip()[:1].isupper()


def _person(scan: Scanner, text: str, start: int, last: tuple[int, int], following: str) -> Draft | None:
    """The draft, unless the name goes on as that of an organisation or a street."""
    surname, end = last
    tail = text[surname:end].rpartition("-")[2]
    if following in scan.legal or _ends_other_name(scan, following) or _ends_other_name(scan, tail):
        return None
    name_end = end - _ending(scan, text, surname, end, following)
    if name_end - surname < 2:
        return None
    draft = Draft(start, name_end, end)
    draft.kind, draft.name = "person", text[start:name_end]
    return draft


def _ending(scan: Scanner, text: str, surname: int, end: int, following: str) -> int:
    """How long the genitive ending of a surname is: "Kerns Firma" has one, "Hendricks sagt" has none."""
    for ending in scan.genitive:
        if text.endswith(ending, surname, end):
            if not ending.isalpha():
                return len(ending)
            if (
                scan.nouns_capitalised
                and following[:1].isupper()
                and end - surname > 3
                and not text.endswith("ss", surname, end)
            ):
                return len(ending)
    return 0


def _ends_other_name(scan: Scanner, word: str) -> bool:
    parts = scan.words.get(word) or scan.words.get(word.rstrip("s")) or {}
    return "last" in parts or "head" in parts


def _after_title(scan: Scanner, text: str, end: int) -> Draft | None:
    """ "Präsident Wessel", "Dr. Anna Kern": the name behind a title."""
    begin = end + 1
    if text[end:begin] != " ":
        return None
    stop = scan.word_end(text, begin)
    word = text[begin:stop]
    if word in scan.first:
        return _full_name(scan, text, begin)
    if word in scan.table["role_of_name"]:  # "Chef von Nordwerk": what the title belongs to, not a surname
        return None
    if word in scan.particles and word not in scan.articles:
        stop = scan.word_end(text, stop + 1)
        word = text[scan.word_start(text, stop) : stop]
    if not _is_surname(scan, word):
        return None
    further = scan.word_end(text, stop + 1) if text[stop : stop + 1] == " " else stop
    following = text[stop + 1 : further]
    if scan.is_name_word(following) and following.replace("-", "").isalpha():
        longer = text[further : further + 2].strip()[:1].isupper()
        return None if longer else _person(scan, text, begin, (stop + 1, further), "")
    draft = _person(scan, text, begin, (begin, stop), "")
    if draft is not None:
        draft.form = "short"
    return draft


def _is_surname(scan: Scanner, word: str) -> bool:
    """Whether a word behind a title is a name that the language does not know as something else."""
    if not scan.is_name_word(word) or len(word) < 3 or scan.words.get(word) or scan.ends_as_company(word):
        return False
    return word.replace("-", "").replace("’", "").replace("'", "").isalpha() and not (word.isupper() and len(word) < 5)
