"""The roles of words decided in their context where nouns have no capital letter, before phrases are read."""

from __future__ import annotations

from claimcheck.language.row import CLOSED, NOT_PASSED, PASSED, Row, particle
from claimcheck.languages.word_roles import (
    ACCUSATIVE, ADJECTIVE, ADVERB, AUXILIARY, BE, BECOME, BOUNDING, CAPITAL, COMMA, COMPARATOR, DETERMINER, DO, FINITE,
    GENITIVE, GERUND, HAVE, INFINITIVE, MARK, MODAL, NOMINATIVE, NOUN, NUMBER, PARTICIPLE, PAST, PLURAL, PLURAL_VERB,
    POSSESSIVE, PREPOSITION, PRESENT, PRONOUN, QUESTION, QUOTE, RELATIVE, SINGULAR, SINGULAR_VERB, STOP, SUBJUNCTIVE,
    SUBORDINATOR, TIME, TO, USUAL_ADJECTIVE, USUAL_NOUN, USUAL_VERB, VERB,
)  # fmt: skip

VERBAL = VERB | PAST | PRESENT | SUBJUNCTIVE | SINGULAR_VERB | PLURAL_VERB
NOMINAL = NOUN | PLURAL
LEADS = DETERMINER | NUMBER | POSSESSIVE
OF_PHRASE = NOUN | ADJECTIVE | NUMBER | CAPITAL | GERUND | PARTICIPLE
EITHER = NOUN | ADJECTIVE


def without_capitals(row: Row) -> None:
    """Noun, verb or adjective by the word before and the word behind, from left to right."""
    roles = row.roles
    _name_modals(row)
    for at, role in enumerate(roles):
        if role & CAPITAL and _is_name(row, at):
            roles[at] = (role & (CAPITAL | TIME | PLURAL | ADJECTIVE)) | NOUN
        elif role & (POSSESSIVE | QUOTE):
            _clitic(row, at)
        elif role & TO:
            roles[at] = particle(row, at)
        elif role & CLOSED and not role & VERB:
            _closed(row, at)
        elif not role & (AUXILIARY | MARK) and _several(role):
            roles[at] = _open(row, at)
    _settle(row)


def _name_modals(row: Row) -> None:
    """Read what looks like a modal verb as a noun right behind an article: "the will", "a can"."""
    for at in row.where(range(1, row.count), MODAL):
        if row.has(at - 1, DETERMINER, PRONOUN):
            row.roles[at] = NOUN


def _several(role: int) -> bool:
    """Whether a word may be of several open classes, or of none that is known."""
    return bool(role & VERB) or role & EITHER == EITHER or not role & (EITHER | NUMBER)


def _is_name(row: Row, at: int) -> bool:
    """Whether a word has its capital letter, or all of them, as a name."""
    role = row.roles[at]
    if role & CLOSED and _acronym(row, at):
        return True
    adverb = role & CLOSED == ADVERB and (role & (VERB | EITHER) or row.low[at] not in row.words.closed)  # "Kelly"
    return not row.begins(at) and bool(adverb or not role & CLOSED or role & (MODAL | TIME))


def _acronym(row: Row, at: int) -> bool:
    """Whether a word is in capital letters, but not those beside it ("the US and")."""

    def capitals(k: int) -> bool:
        word = row.text[row.starts[k] : row.ends[k]] if 0 <= k < row.count else ""
        return len(word) > 1 and word.isupper()

    return capitals(at) and not (capitals(at - 1) or capitals(at + 1))


def _settle(row: Row) -> None:
    """What may still be a noun is one; what may be past tense or participle stays doubtful."""
    roles = row.roles
    for at in range(row.count):
        if roles[at] & NOUN and roles[at] & VERB:
            roles[at] &= ~(VERB | PAST)
        elif roles[at] & FINITE and roles[at] & PARTICIPLE and not roles[at] & AUXILIARY:
            row.doubtful.append(at)


def _clitic(row: Row, at: int) -> None:
    before = row.role(at - 1)
    if before & PRONOUN and not before & NOUN and not row.has(at, QUOTE):
        row.roles[at] = BE | FINITE | SINGULAR_VERB
        row.lemmas[at] = "be"
    elif not row.has(at, QUOTE) or _owns(row, at):
        row.roles[at] = POSSESSIVE


def _owns(row: Row, at: int) -> bool:
    """Whether an apostrophe marks the owner before it ("the workers' union") and ends no quotation."""
    ends = row.low[at] in "'’" and row.low[at - 1].endswith("s") and row.ends[at - 1] == row.starts[at]
    return ends and row.has(at + 1, ~0, MARK) and not any(_opens(row, k) for k in range(at))


def _opens(row: Row, at: int) -> bool:
    """Whether a token is a single quotation mark that no word stands right before."""
    return row.low[at] in "'’‘" and (at == 0 or row.ends[at - 1] < row.starts[at])


def _closed(row: Row, at: int) -> None:
    """Determiner or pronoun, preposition or particle."""
    role, behind = row.roles[at], row.role(at + 1)
    if row.has(at - 1, BE) and behind & (LEADS | GERUND) and row.take_for_verb(at, GERUND):
        return  # "is considering a sale"
    if row.has(at + 1, ADVERB, VERB | NOUN) and row.has(at + 2, ADJECTIVE | NUMBER):
        behind = row.role(at + 2)
    nominal = bool(behind & OF_PHRASE) and not behind & (AUXILIARY | MARK)
    if role & DETERMINER and role & PRONOUN:
        role = _pointing(row, at, behind, nominal)
    if role & PREPOSITION and role & ADVERB:
        bounds = role & BOUNDING and behind & NUMBER and not row.has(at - 1, VERB)
        opens = not bounds and (nominal or behind & (DETERMINER | PRONOUN | QUOTE))
        role &= ~ADVERB if opens else ~PREPOSITION
    row.roles[at] = role


def _pointing(row: Row, at: int, behind: int, nominal: bool) -> int:
    """Determiner, pronoun or what stands beside an auxiliary: by the word behind."""
    role = row.roles[at]
    if behind & COMPARATOR and row.has(at + 2, NUMBER):
        return role & ~PRONOUN
    if behind & FINITE and (not behind & (NOUN | ADJECTIVE) or _relative(row, at)):
        return role & ~DETERMINER
    if behind & NOUN and not _agreeing(role, behind):
        return role & ~PRONOUN
    if row.has(at - 1, AUXILIARY) and behind & (INFINITIVE | PARTICIPLE) and row.has(at, ~0, ACCUSATIVE | GENITIVE):
        return ADVERB  # "have both left", "must either pay"
    if role & PLURAL and behind & (GERUND | PARTICIPLE) and row.has(at + 2, PREPOSITION | DETERMINER | TO | NUMBER):
        return role & ~DETERMINER  # "those living in …"
    acting = behind & (USUAL_VERB | FINITE) == USUAL_VERB | FINITE and not behind & (ADJECTIVE | PARTICIPLE)
    return role & ~PRONOUN if nominal and not acting else _before_determiner(role, behind)


def _agreeing(role: int, verb: int) -> bool:
    """Whether a pronoun and a verb can be of one number."""
    return not ((role & PLURAL and verb & SINGULAR_VERB) or (role & SINGULAR and verb & PLURAL_VERB))


def _before_determiner(role: int, behind: int) -> int:
    """Before another determiner: "all the", "half the" – but a pronoun in "gave her the", "what the"."""
    if not behind & DETERMINER or (behind & RELATIVE and behind & PRONOUN):
        return role & ~DETERMINER
    if not behind & PRONOUN and not role & (QUESTION | SINGULAR | ACCUSATIVE | GENITIVE):
        return role & ~PRONOUN
    return role if role & PLURAL else role & ~DETERMINER


def _relative(row: Row, at: int) -> bool:
    """Whether a word stands where a relative pronoun does: behind a noun or a comma."""
    behind = row.role(at + 1)
    if not row.roles[at] & RELATIVE or not row.role(at - 1) & (NOUN | COMMA | PREPOSITION):
        return False
    after = row.role(at + 2) & (DETERMINER | NUMBER | PREPOSITION | PRONOUN | STOP)
    return bool(behind & (PAST | AUXILIARY) or (behind & SINGULAR_VERB and after))


def _open(row: Row, at: int) -> int:
    """What a word of the open classes is here."""
    roles, before = row.roles, at - 1
    role = roles[at]
    while before >= 0 and roles[before] & PASSED and not roles[before] & NOT_PASSED:
        before -= 1
    last, behind = row.role(before), row.role(at + 1)
    told = _helped(role, last, behind)
    if told is None and _led(row, before, last):
        told = _led_on(row, at, before, behind)
    if told is None:
        told = _behind_pronoun(row, at, before)
    return _free(row, at, last, behind) if told is None else told


def _helped(role: int, last: int, behind: int) -> int | None:
    """Behind an auxiliary or a particle the form that it wants; None elsewhere."""
    if role & INFINITIVE and last & (TO | MODAL | DO) and not last & NOUN:
        return role & ~(NOMINAL | FINITE | PARTICIPLE | PAST | ADJECTIVE | ADVERB)
    bare = INFINITIVE | USUAL_VERB
    if last & COMPARATOR and role & bare == bare and behind & (DETERMINER | PRONOUN | NUMBER):
        return role & INFINITIVE
    if last & HAVE and role & PARTICIPLE:
        return role & ~(NOMINAL | FINITE | PAST | ADJECTIVE | ADVERB)
    return _after_be(role, behind) if last & (BE | BECOME) else None


def _after_be(role: int, behind: int) -> int:
    if role & (PARTICIPLE | GERUND):  # "is building a road", but "the issue is housing"
        acts = role & GERUND and behind & (LEADS | CAPITAL | PRONOUN)
        gone = NOMINAL | ADJECTIVE if acts else 0 if role & USUAL_NOUN else NOMINAL
        return role & ~(FINITE | PAST | INFINITIVE | PRESENT | gone)
    return role & ~VERBAL if role & (NOUN | ADJECTIVE) else role


def _led(row: Row, before: int, last: int) -> bool:
    """Whether the words before make a phrase that still wants its noun."""
    if last & NUMBER:
        here, behind = row.role(before + 1), row.role(before + 2)
        if here & PAST:
            return bool(behind & NOUN) and not behind & (CAPITAL | VERB)
        return bool(here & (NOUN | ADJECTIVE))
    if last & (LEADS | PREPOSITION) and (last & DETERMINER or not last & PRONOUN):
        return True
    return bool(last & ADJECTIVE and (not last & NOUN or last & USUAL_ADJECTIVE) and not last & VERB)


def _led_on(row: Row, at: int, before: int, behind: int) -> int | None:
    """Within a phrase; None where a second reading of the word is that the phrase has ended before it."""
    role, last = row.roles[at], row.role(before)
    counted = last & NUMBER and row.has(before - 1, DETERMINER | POSSESSIVE)
    if role & FINITE and not counted and _perhaps_apart(last, role, behind):
        row.doubtful.append(at)
    again = at in row.barred and role & FINITE and last & (NUMBER | NOUN | RELATIVE | ADJECTIVE)
    if _has_object(role, last, behind):
        return role & ~(NOMINAL | ADJECTIVE | ADVERB)
    return None if again else _within(role, behind)


def _has_object(role: int, last: int, behind: int) -> bool:
    """Whether a form in -ing stands between a preposition and its object: "by cutting its price"."""
    led = role & GERUND and last & PREPOSITION and not last & DETERMINER
    return bool(led and behind & (LEADS | PRONOUN))


def _perhaps_apart(last: int, role: int, behind: int) -> bool:
    """Whether a phrase may end before a word it could go on with ("the fair | draws", "40 | work")."""
    if last & NUMBER:
        return not role & NOUN if role & PAST else bool(role & PLURAL_VERB) and not behind & (NOUN | ADJECTIVE)
    usual = role & USUAL_VERB or (last & NOUN and role & SINGULAR_VERB)
    return bool(last & RELATIVE or (last & ADJECTIVE and usual))


def _within(role: int, behind: int) -> int:
    """Behind an article, a number, a preposition: no finite verb."""
    acting, nominal = role & (PARTICIPLE | GERUND), behind & (NOUN | ADJECTIVE | CAPITAL)
    attribute = (role | ADJECTIVE) & ~(FINITE | INFINITIVE | PAST | PRESENT)
    if role & NUMBER:
        return role
    if role & (NOUN | ADJECTIVE):
        plain = VERBAL if behind & (EITHER | CAPITAL | NUMBER) or not role & NOUN else VERBAL | ADJECTIVE
        return attribute if acting and nominal else role & ~plain
    if role & GERUND and not behind & (NOUN | ADJECTIVE | CAPITAL | LEADS | PRONOUN):
        return NOUN
    return attribute if acting else (role & ~VERBAL) | NOUN


def _behind_pronoun(row: Row, at: int, before: int) -> int | None:
    """Behind a pronoun that may be a subject: its verb, unless an auxiliary or a verb before takes both."""
    role, last = row.roles[at], row.role(before)
    if not role & FINITE or not row.has(before, PRONOUN, NOUN | DETERMINER) or not last & NOMINATIVE:
        return None
    if role & INFINITIVE and row.has(before - 1, DO | MODAL):
        return role & ~(NOMINAL | ADJECTIVE | ADVERB | FINITE)
    if role & NOUN and last & SUBORDINATOR:
        row.doubtful.append(at)
    taken = last & ACCUSATIVE and row.has(before - 1, VERB) and row.has(at, NOUN | ADJECTIVE)
    return None if taken else role & ~(NOMINAL | ADJECTIVE | INFINITIVE)


def _free(row: Row, at: int, last: int, behind: int) -> int:
    """Where nothing before wants a noun or a verb: what it is most often, and in doubt where it may be the other."""
    role = row.roles[at]
    if role & GERUND and row.has(at + 1, NOUN, CAPITAL | LEADS):
        row.doubtful.append(at)
        if row.has(at + 2, FINITE, NOUN):
            return ADJECTIVE
    if role & CAPITAL and _before_name_or_deed(row, at) and row.has(at, INFINITIVE | SINGULAR_VERB, PAST):
        return CAPITAL | NOUN
    if role & FINITE and role & (NOUN | ADJECTIVE):
        row.doubtful.append(at)
    return role & ~(NOMINAL | ADJECTIVE) if _surely_verb(role, last, behind) else role


def _before_name_or_deed(row: Row, at: int) -> bool:
    """Whether a name follows, or a deed of what begins the sentence: "*Google* acquired"."""
    return row.has(at + 1, CAPITAL) or (row.begins(at) and row.has(at + 1, PAST, NOUN | USUAL_ADJECTIVE))


def _surely_verb(role: int, last: int, behind: int) -> bool:
    """Whether a form that may be a noun or an adjective too is most likely none here."""
    if role & GERUND:
        return _acts(role, last, behind)
    if role & PAST and _happened(role, last, behind):
        return True
    many, verb = NOUN | PLURAL, USUAL_VERB | PLURAL_VERB | FINITE
    return last & many == many and role & verb == verb


def _acts(role: int, last: int, behind: int) -> bool:
    """Whether a form in -ing has an object, or stands behind what opens a clause."""
    if behind & (LEADS | PRONOUN | CAPITAL) or not last or (last & COMMA and not role & USUAL_NOUN):
        return True
    opened = last & SUBORDINATOR and not last & PREPOSITION and not behind & FINITE
    return bool(opened or (last & PRONOUN and last & PLURAL and not last & NOUN))


def _happened(role: int, last: int, behind: int) -> bool:
    """Whether a form of the past that may be a noun or an adjective too is none here."""
    if last & COMMA and role & PARTICIPLE and behind & PREPOSITION:
        return True
    if last & NOUN and not role & (USUAL_NOUN | USUAL_ADJECTIVE):
        return True
    return bool(role & USUAL_VERB) and not last & FINITE
