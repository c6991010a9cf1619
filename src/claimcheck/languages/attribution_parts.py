"""The parts of attribution.yaml: verbs of saying, phrases, the mood of reported speech, speakers, modality."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from claimcheck.languages.numbers import Shape, Words
from claimcheck.languages.voice_roles import Takes


class Verbs(Shape):
    """Verbs that take the same: conjugation → verbs, each its stems with "/" between them, "|" behind a particle.

    takes: quote = words in quotation marks · that = a clause with a conjunction · bare = one without · tail = a clause
    before them ("…, sagt Kern") · to = an infinitive · ask = a question · person = whom it is told · cited = in the
    passive its subject is the speaker · assess = a thing "as" something · about = a phrase that tells what of · from =
    the speaker is what it comes from ("geht aus dem Bericht hervor"). Verbs that take nothing only show who speaks.
    """

    takes: list[Takes]
    verbs: dict[str, Words]


class Phrases(Shape):
    """Cues that are no verbs.

    before, behind: stand before or behind the speaker ("laut", "zufolge") · noun_before, noun_behind: a preposition
    before or behind a noun of saying ("nach Angaben", "seiner Meinung nach") · nouns: those nouns · seeking: how words
    begin after which the preposition is theirs ("Suche nach") · speakers: the nouns
    that may be the speaker themselves, papers: those that are it with their genitive ("nach einem Bericht der") ·
    sayings: nouns that a clause with what is said follows ("die Warnung, dass") ·
    so, as: "so Kern", "wie Kern sagte" · hence: "demnach", hence_mood: only in reported mood, hence_relative:
    "wonach" · nobody: "heißt es".
    """

    before: Words
    behind: Words
    noun_before: Words
    noun_behind: Words
    nouns: Words
    seeking: Words
    speakers: Words
    papers: Words
    sayings: Words
    so: Words
    as_: Annotated[Words, Field(alias="as")]
    hence: Words
    hence_mood: Words
    hence_relative: Words
    nobody: Words


class Mood(Shape):
    """The subjunctive of reported speech.

    forms are nothing else, second stand elsewhere too, stems have `ending` added, words with one of `endings` are
    forms too, and `particles` may stand before them all. doubtful: words that are more often something else.
    """

    forms: Words
    second: Words
    stems: Words
    ending: str
    endings: Words
    particles: Words
    doubtful: Words


class Speakers(Shape):
    """Nouns for speakers: without a name, before a name, before the colon of a headline.

    roles are endings of words for those who speak, things of words for what does not, unless it ends like a role.
    persons are pronouns for one person.
    """

    anonymous: Words
    titles: Words
    headline: Words
    roles: Words
    things: Words
    persons: Words


class ModalityLimits(Shape):
    """Where words of `modality` mean something else, and words that mean something only where they stand.

    counts: words right behind a negation that leave the number standing ("nicht nur") · behind: negations that count
    behind a claim too ("zahlt 300 Euro nicht") · hearsay: verbs that tell a rumour where one of `hearsay_ends` closes
    the clause ("soll … gezahlt haben") · opening: words that only set a condition at the beginning of a sentence
    ("Sollte …") · names: words that are names where they have a capital ("May") · future: verbs that speak of the
    future where a word with one of the endings `infinitives` closes the clause that does not begin like one of the
    `participles` ("wird … bauen").
    """

    counts: Words
    behind: Words
    hearsay: Words
    hearsay_ends: Words
    opening: Words
    names: Words
    future: Words
    infinitives: Words
    participles: Words


class Endings(Shape):
    """How words look that no list has.

    verb: finite verbs where nouns are capitalised, indicative: those that report no words, inflected: where they are
    not · gerund: "lying" · infinitive, joined_infinitive: the latter with its "zu" inside · adjective,
    adjective_genitive, name_genitive, plural, plural_verb: as they say.
    """

    verb: Words
    indicative: Words
    inflected: Words
    gerund: Words
    infinitive: Words
    joined_infinitive: Words
    adjective: Words
    adjective_genitive: Words
    name_genitive: Words
    plural: Words
    plural_verb: Words
