"""The reference: what is known about entities, from reviewed YAML files and from large imported bases.

The interface that extractors, links and checks use; nothing below it is needed outside this package.

    reference = open_reference()                          # the shipped claims
    reference = open_reference([Path("ours/"), Path("wikidata.claims")])   # and the user's own: folders, imported bases
    reference = open_reference(shipped=False)             # nothing at all (--no-reference)

    reference.resolve("OpenAI")          -> (Entity,)     every known entity that bears the name; () unknown, 2+ shared
    reference.entity("openai")           -> Entity | None
    reference.about("io", "acquires")    -> (ReferenceClaim, …)   claims with the entity in any argument
    reference.about("io", "acquires", "target")                   … in this argument
    reference.claim("io-acquirer")       -> ReferenceClaim | None
    reference.may_mean("Facebook", "meta")   -> bool      may these words mean the entity (any name, former, wrong or
                                                          short one, its parent or a part of it)? For proofs of the
                                                          contrary: a contradiction needs `not may_mean(…)`.
    reference.suggest("Brookings Instituton") -> (Entity, …)      like spellings, never merged silently
    reference.names                      -> EntityIndex   for extract.entities.find_entities

Entity ids are folded names ("sam-altman", "scale-ai"); those of a Wikidata import are its own ("Q312").
Predicates and their arguments are the literal table in `predicates.py`. A claim's `value` is a `Measure` that keeps its
stated digits, so `model.bounds` gives its interval; `accepted` are further figures that must not become errors.
Everything is looked up by entity, in constant time, and built when it is asked for. Imported bases are SQLite files,
opened read-only on the first lookup that the folders cannot answer.
"""

from __future__ import annotations

from claimcheck.reference.base import EntityIndex, Reference
from claimcheck.reference.opening import NOTHING, open_reference

__all__ = ["NOTHING", "EntityIndex", "Reference", "open_reference"]
