"""The roles of words and of verb forms around a statement, as bits: what attribution.yaml compiles to."""

from __future__ import annotations

from typing import Literal, get_args

WordRole = Literal[
    "determiner", "demonstrative", "own", "indefinite", "genitive", "oblique", "dative_too", "pronoun",
    "subject", "first_person", "nobody", "generic", "reflexive", "possessive", "preposition", "belongs",
    "origin", "place", "name_link", "that", "question", "subordinator", "relative", "conjunction", "and",
    "cause", "then", "purpose", "adverb", "have", "passive", "to", "particle", "finite", "day", "negation",
    "plural", "whose", "rejecting", "along", "pointing",
]  # fmt: skip
FormKind = Literal["finite", "infinitive", "participle", "mood", "gerund", "state"]
Takes = Literal["quote", "that", "bare", "tail", "to", "ask", "person", "cited", "from"]

WORD_ROLES: tuple[str, ...] = (
    *get_args(WordRole), "before", "behind", "noun_before", "noun_behind", "noun", "speaker_noun", "paper", "saying",
    "so", "as", "hence", "hence_mood", "hence_relative", "hearsay", "anonymous", "title", "headline", "mood",
    "second", "doubtful", "cue", "framed", "attributive",
)  # fmt: skip
BITS: dict[str, int] = {name: 1 << i for i, name in enumerate(WORD_ROLES)}
(
    DETERMINER, DEMONSTRATIVE, OWN, INDEFINITE, GENITIVE, OBLIQUE, DATIVE_TOO, PRONOUN, SUBJECT, FIRST_PERSON,
    NOBODY, GENERIC, REFLEXIVE, POSSESSIVE, PREPOSITION, BELONGS, ORIGIN, PLACE, NAME_LINK, THAT, QUESTION,
    SUBORDINATOR, RELATIVE, CONJUNCTION, AND, CAUSE, THEN, PURPOSE, ADVERB, HAVE, PASSIVE, TO, PARTICLE, FINITE,
    DAY, NEGATION, PLURAL, WHOSE, REJECTING, ALONG, POINTING, BEFORE, BEHIND, NOUN_BEFORE,
    NOUN_BEHIND, NOUN, SPEAKER_NOUN, PAPER, SAYING, SO, AS, HENCE,
    HENCE_MOOD, HENCE_RELATIVE, HEARSAY, ANONYMOUS, TITLE, HEADLINE, MOOD, SECOND, DOUBTFUL, CUE,
    FRAMED, ATTRIBUTIVE,
) = BITS.values()  # fmt: skip

# What a reader sees of a token itself.
_NEXT = len(WORD_ROLES)
CAPITAL, NUMBER, COMMA, COLON, SEMICOLON, DASH, OPEN, CLOSE, STOP, QUOTE, LONG = (1 << (_NEXT + i) for i in range(11))
EDGE = COMMA | COLON | SEMICOLON | DASH | STOP | OPEN | CLOSE
BREAK = COLON | SEMICOLON | STOP
VERBAL = FINITE | MOOD | SECOND | HAVE | PASSIVE

FORM_BITS: dict[FormKind, int] = {"finite": 1, "infinitive": 2, "participle": 4, "mood": 8, "gerund": 16, "state": 32}
F_FINITE, F_INFINITIVE, F_PARTICIPLE, F_MOOD, F_GERUND, F_STATE = FORM_BITS.values()
TAKE_BITS: dict[Takes, int] = {
    "quote": 1, "that": 2, "bare": 4, "tail": 8, "to": 16, "ask": 32, "person": 64, "cited": 128,
    "from": 256,
}  # fmt: skip
T_QUOTE, T_THAT, T_BARE, T_TAIL, T_TO, T_ASK, T_PERSON, T_CITED, T_FROM = TAKE_BITS.values()
