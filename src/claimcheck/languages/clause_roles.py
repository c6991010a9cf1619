"""The roles of words in a clause, as bits: what the `words` of relation_verbs.yaml compile to."""

from __future__ import annotations

from typing import Literal, get_args

WordRole = Literal[
    "determiner", "accusative", "dative", "genitive", "possessive", "preposition", "conjunction", "subordinator",
    "relative", "pronoun", "have", "be", "passive", "modal", "negation", "adverb", "to", "particle", "class", "title",
    "former", "future", "generic", "enable", "control", "light", "through", "owner", "list",
]  # fmt: skip
WORD_ROLES: tuple[WordRole, ...] = get_args(WordRole)
BITS: dict[str, int] = {name: 1 << i for i, name in enumerate(WORD_ROLES)}
(
    DETERMINER, ACCUSATIVE, DATIVE, GENITIVE, POSSESSIVE, PREPOSITION, CONJUNCTION, SUBORDINATOR,
    RELATIVE, PRONOUN, HAVE, BE, PASSIVE, MODAL, NEGATION, ADVERB, TO, PARTICLE, CLASS, TITLE,
    FORMER, FUTURE, GENERIC, ENABLE, CONTROL, LIGHT, THROUGH, OWNER, LIST,
) = BITS.values()  # fmt: skip
_NEXT = len(WORD_ROLES)
CAPITAL, NUMBER, COMMA, BREAK, OPEN, CLOSE, QUOTE, CLAIM, TRIGGER = (1 << (_NEXT + i) for i in range(9))
FUNCTION = (
    DETERMINER | ACCUSATIVE | DATIVE | POSSESSIVE | PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN | HAVE
    | BE | PASSIVE | MODAL | NEGATION | ADVERB | TO | GENERIC
)  # fmt: skip
EDGE = COMMA | BREAK
