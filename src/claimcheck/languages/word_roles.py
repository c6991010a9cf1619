"""The roles of a word in its sentence, as bits."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal[
    # closed classes
    "determiner", "pronoun", "expletive", "reflexive", "relative", "question", "subordinator",
    "doubtful_subordinator", "comparator", "purpose", "to", "coordinator", "clause_coordinator", "preposition",
    "postposition", "have", "be", "become", "do", "modal", "negation", "adverb", "particle", "number", "time",
    "daypart", "bounding",
    # what determiners and pronouns tell
    "nominative", "accusative", "dative", "genitive", "singular", "plural", "masculine",
    # what modal verbs tell
    "possibility", "necessity", "plan", "future",
    # open classes and forms
    "noun", "adjective", "finite", "infinitive", "to_infinitive", "participle", "gerund", "past", "present",
    "subjunctive", "singular_verb", "plural_verb", "usual_noun", "usual_verb", "usual_adjective", "possessive",
    # what a reader sees of the token itself
    "capital", "comma", "colon", "semicolon", "dash", "open", "close", "quote", "stop", "asking",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)
BITS: dict[str, int] = {name: 1 << at for at, name in enumerate(ROLES)}

(
    DETERMINER, PRONOUN, EXPLETIVE, REFLEXIVE, RELATIVE, QUESTION, SUBORDINATOR, DOUBTFUL, COMPARATOR, PURPOSE, TO,
    COORDINATOR, CLAUSE_COORDINATOR, PREPOSITION, POSTPOSITION, HAVE, BE, BECOME, DO, MODAL, NEGATION, ADVERB,
    PARTICLE, NUMBER, TIME, DAYPART, BOUNDING, NOMINATIVE, ACCUSATIVE, DATIVE, GENITIVE, SINGULAR, PLURAL, MASCULINE,
    POSSIBILITY, NECESSITY, PLAN, FUTURE, NOUN, ADJECTIVE, FINITE, INFINITIVE, TO_INFINITIVE, PARTICIPLE, GERUND,
    PAST, PRESENT, SUBJUNCTIVE, SINGULAR_VERB, PLURAL_VERB, USUAL_NOUN, USUAL_VERB, USUAL_ADJECTIVE, POSSESSIVE,
    CAPITAL, COMMA, COLON, SEMICOLON, DASH, OPEN, CLOSE, QUOTE, STOP, ASKING,
) = BITS.values()  # fmt: skip

AUXILIARY = HAVE | BE | BECOME | DO | MODAL
VERB = FINITE | INFINITIVE | TO_INFINITIVE | PARTICIPLE | GERUND
BREAK = COLON | SEMICOLON | DASH
MARK = COMMA | BREAK | OPEN | CLOSE | QUOTE | STOP
CASE = NOMINATIVE | ACCUSATIVE | DATIVE | GENITIVE


def named(bits: int) -> tuple[str, ...]:
    """The names of the roles in a set of bits, in a fixed order."""
    return tuple(name for name, bit in BITS.items() if bits & bit)
