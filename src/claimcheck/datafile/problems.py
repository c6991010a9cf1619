"""What pydantic finds wrong, in plain words, at the line and column of the key or value concerned."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claimcheck.datafile.tree import Node, Place
from claimcheck.errors import Problem

Location = tuple[int | str, ...]
SHOWN = 20
UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")


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
    node, place, path = root, (root.line, root.column), [""]
    for step in detail["loc"]:
        if node.pairs is not None and str(step) in node.pairs:
            path.append(str(step))
            place, node = node.keys[str(step)], node.pairs[str(step)]
        elif node.items is not None and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = (node.line, node.column)
    if detail["type"].startswith("union_tag"):
        tag = _quoted(str(detail["ctx"]["discriminator"]))[0]
        if node.pairs is not None and tag in node.pairs:
            node = node.pairs[tag]
            path.append(tag)
            place = (node.line, node.column)
    elif detail["type"] not in (*UNKNOWN_KEY, "missing") and "[key]" not in detail["loc"]:
        place = (node.line, node.column)
    return place, path, node


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
    if kind in ("too_short", "string_too_short") and context.get("min_length") == 1:
        return f"'{last}' is empty; something must stand here"
    if kind in ("value_error", "assertion_error"):
        return str(context.get("error", detail["msg"]))
    message = detail["msg"].replace("Input should be", "this should be").replace("dictionary", "mapping")
    return message[0].lower() + message[1:].partition(" or instance of ")[0]


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
        tagged = [s for s in spots if any(p.get("const") == step for p in s.get("properties", {}).values())]
        spots = inner or tagged or spots
    return list(dict.fromkeys(key for spot in spots for key in spot.get("properties", {})))


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
