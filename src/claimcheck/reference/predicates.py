"""The predicates of the reference and their arguments: "!" marks those that must be there, "*" names of entities.

An argument without "*" is plain words ("research and development"). A new predicate is one line here.
"""

from __future__ import annotations

PREDICATES: dict[str, tuple[str, ...]] = {
    "acquires": ("acquirer!*", "target!*"),
    "acquisition_failed": ("acquirer!*", "target!*"),
    "age": ("person!*",),
    "announced": ("party!*", "deal!"),
    "appointed": ("person!*", "role!", "organization*"),
    "board_member": ("person!*", "organization!*"),
    "born": ("person!*", "place*"),
    "capital_of": ("place!*", "country!*"),
    "compensation": ("about!", "organization*", "publisher*"),
    "completed": ("party!*", "deal!"),
    "count": ("about!", "publisher*"),
    "defeated": ("winner!*", "loser!*"),
    "died": ("person!*", "place*"),
    "founded": ("founder*", "organization!*"),
    "elected": ("person!*", "role!", "organization*"),
    "former_name": ("organization!*", "former!"),
    "has_role": ("person!*", "role!", "organization*"),
    "headcount": ("organization!*",),
    "holds_stake": ("holder!*", "target!*"),
    "invests": ("investor!*", "target!*"),
    "is_a": ("entity!*", "class!"),
    "joins": ("person!*", "organization!*", "from*"),
    "leads": ("person!*", "organization!*"),
    "leads_ranking": ("entity!*", "field!", "publisher*"),
    "leaves": ("person!*", "organization!*"),
    "located_in": ("entity!*", "place!*"),
    "member_of": ("person!*", "organization!*"),
    "name": ("organization!*", "type", "place"),
    "not_employed_by": ("person!*", "organization!*"),
    "offers": ("payer!*", "to!"),
    "part_of": ("entity!*", "whole!*"),
    "pays": ("payer!*", "for!", "target*"),
    "plans": ("organization!*", "object!"),
    "population": ("place!*",),
    "property": ("entity!*", "property!"),
    "published": ("publication!", "publisher!*"),
    "raises": ("organization!*",),
    "regards_as_competitor": ("holder!*", "target!*"),
    "released": ("organization!*", "product!*"),
    "revenue": ("organization!*",),
    "said": ("speaker!*", "content!", "medium", "role", "organization*"),
    "share": ("about!", "publisher*"),
    "spends": ("spender!*", "purpose!"),
    "succeeds": ("person!*", "predecessor!*"),
    "trend": ("about!", "publisher*"),
    "valued_at": ("organization!*",),
}


def arguments(predicate: str) -> dict[str, tuple[bool, bool]]:
    """Of every argument whether it must be there and whether it names an entity."""
    return {each.rstrip("!*"): ("!" in each, "*" in each) for each in PREDICATES[predicate]}
