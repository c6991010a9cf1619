"""What pydantic finds wrong, in plain words, at the line and column of the key or value concerned."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import chain
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claimcheck.datafile.tree import Node, Place
from claimcheck.errors import Problem

Location = tuple[int | str, ...]
SHOWN = 20
UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")
EMPTY = (("too_short", 1), ("string_too_short", 1))
AT_KEY = (*UNKNOWN_KEY, "missing")


def problems(error: ValidationError, root: Node, name: str, adapter: TypeAdapter[Any]) -> list[Problem]:
    """Everything pydantic found, in the order of the file."""
    try:
        schema = adapter.json_schema()
    except Exception:  # a shape without a JSON schema only costs the list of what is known
        schema = {}
    found: dict[Place, list[str]] = {}
    for detail in error.errors(include_url=False):
        place, path, node = _walk(root, detail)
        message = _message(detail, path, node, schema)
        if message not in (messages := found.setdefault(place, [])):
            messages.append(message)
    return [Problem(name, message, *place) for place, messages in sorted(found.items()) for message in messages]


def _walk(root: Node, detail: ErrorDetails) -> tuple[Place, list[str], Node]:
    """The place of the error, the keys that lead to it and the value there.

    pydantic puts names of union members into the path that no file has; they are skipped.
    """
    tag = _quoted(str(detail["ctx"]["discriminator"]))[:1] if detail["type"].startswith("union_tag") else []
    node, place, path = root, (root.line, root.column), [""]
    for step in (*detail["loc"], *tag):
        inner = node.inside(step)
        if inner is None:
            continue
        if node.pairs is not None:
            path.append(str(step))
        place = (inner.line, inner.column) if node.pairs is None else node.keys[str(step)]
        node = inner
    at_key = detail["type"] in AT_KEY or "[key]" in detail["loc"] or path[-1:] != (tag or path[-1:])
    return place if at_key else (node.line, node.column), path, node


def _message(detail: ErrorDetails, path: Sequence[str], node: Node, schema: dict[str, Any]) -> str:
    kind, context, last = detail["type"], detail.get("ctx", {}), path[-1]
    if kind in ("literal_error", "enum"):
        return f"'{node.text}' is not possible here" + suggestion(str(node.text), _quoted(str(context["expected"])))
    if kind == "union_tag_invalid":
        tag, known = context["tag"], _quoted(context["expected_tags"])
        return f"no {path[-2] or last} is called '{tag}'" + suggestion(tag, known)
    if kind in UNKNOWN_KEY:
        return f"the key '{last}' is not known" + suggestion(last, _known_keys(schema, detail["loc"][:-1]))
    if kind in ("missing", "union_tag_not_found"):
        return f"the key {context.get('discriminator') or repr(detail['loc'][-1])} is missing"
    if node.is_empty():
        return f"a value is missing after '{last}'"
    if (kind, context.get("min_length")) in EMPTY:
        return f"'{last}' is empty; something must stand here"
    message = str(context.get("error", detail["msg"]))
    if kind not in ("value_error", "assertion_error"):
        message = message.replace("Input should be", "this should be").replace("dictionary", "mapping")
        message = message[0].lower() + message[1:].partition(" or instance of ")[0]
    return message


def suggestion(word: str, known: Sequence[str]) -> str:
    """The tail of a message: what was probably meant, and what is known."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    shown = ", ".join(known[:SHOWN]) + (", …" if len(known) > SHOWN else "")
    return (f"; did you mean '{near[0]}'?" if near else "") + (f" (known: {shown})" if known else "")


def _quoted(text: str) -> list[str]:
    return text.split("'")[1::2]


def _known_keys(schema: dict[str, Any], loc: Location) -> list[str]:
    """The keys that the shape knows at a place, read from its JSON schema."""
    definitions = schema.get("$defs", {})
    spots = _open(schema, definitions)
    for step in loc:
        inner = [each for spot in spots for each in _open(_inside(spot, step), definitions) if each]
        spots = inner or [spot for spot in spots if _is_tagged(spot, step)] or spots
    return list(dict.fromkeys(chain.from_iterable(spot.get("properties", ()) for spot in spots)))


def _is_tagged(spot: dict[str, Any], step: int | str) -> bool:
    return any(each.get("const") == step for each in spot.get("properties", {}).values())


def _inside(spot: dict[str, Any], step: int | str) -> dict[str, Any]:
    """The schema of what stands there under a key or a number."""
    named: dict[str, Any] = spot.get("properties", {})
    if step in named:
        return dict(named[str(step)])
    other = spot.get("items" if isinstance(step, int) and "items" in spot else "additionalProperties")
    return other if isinstance(other, dict) else {}


def _open(schema: dict[str, Any], definitions: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in schema:
        return _open(definitions[schema["$ref"].rsplit("/", 1)[-1]], definitions)
    members = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    return [spot for member in members for spot in _open(member, definitions)] or [schema]
