"""Items of Wikidata: the JSON dump, a subset of its lines, or the JSON of single items.

Which statements become which claims is data: wikidata.yaml beside this file. Deprecated statements are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck import datafile, languages
from claimcheck.reference.build import Builder
from claimcheck.reference.importers.row import Lines
from claimcheck.reference.importers.rows import objects
from claimcheck.reference.plain import period

Plain = dict[str, Any]
HERE = Path(__file__).parent
SOURCE: Plain = {"publisher": "Wikidata", "url": "https://www.wikidata.org/wiki/{item}"}
FROM, TO, AT = "P580", "P582", "P585"
GRAINS = {"9": 4, "10": 7, "11": 10}
MAX_STATEMENTS = 2_000


class Property(BaseModel):
    """What the statements of one property become: the item and the value as arguments, words that go with them.

    `value` is the argument that the statement's item fills, "number" its quantity, "date" its time.
    """

    model_config = ConfigDict(extra="forbid")
    predicate: str
    subject: str
    value: str
    words: dict[str, str] = {}
    measure: str | None = None
    noun: str | None = None
    exclusive: list[str] = []


class Mapping(BaseModel):
    """wikidata.yaml."""

    model_config = ConfigDict(extra="forbid")
    properties: Annotated[dict[str, Property], Field(min_length=1)]
    kinds: dict[Literal["person", "organisation", "product", "place"], list[str]]
    units: dict[str, str]


def wikidata(lines: Lines, builder: Builder) -> None:
    """Adds every item with its names, and a claim for each statement that wikidata.yaml knows."""
    reader = _Reader(datafile.load(HERE / "wikidata.yaml", Mapping), builder)
    for number, item in objects(lines, "entities"):
        try:
            reader.item(item)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            lines.report(number, f"this is no item of Wikidata ({type(error).__name__}: {str(error)[:80]})")


class _Reader:
    def __init__(self, mapping: Mapping, builder: Builder) -> None:
        self.properties = mapping.properties
        self.kinds = {item: kind for kind, items in mapping.kinds.items() for item in items}
        self.units = mapping.units
        self.codes = (*languages.known(), "mul")
        self.builder = builder

    def item(self, item: Plain) -> None:
        """One item; ValueError, KeyError or TypeError where it is none. Properties and lexemes are passed over."""
        if item.get("type", "item") != "item":
            return
        identity = item["id"]
        if not isinstance(identity, str) or not identity[1:].isdigit():
            raise ValueError(f"the id {str(identity)[:40]!r}")
        statements = item.get("claims") or {}
        self._names(identity, item, statements.get("P31", ()))
        for name, rows in statements.items():
            for statement in rows[:MAX_STATEMENTS] if name in self.properties else ():
                self._statement(identity, statement, self.properties[name])

    def _names(self, identity: str, item: Plain, kinds: Sequence[Plain]) -> None:
        """Adds the item with its names in the known languages, if it has one; `kinds` say what it is."""
        labels, aliases = item.get("labels") or {}, item.get("aliases") or {}
        names = [labels[code]["value"] for code in self.codes if code in labels]
        if names:
            names += [each["value"] for code in self.codes for each in aliases.get(code, ())]
            kind = next((self.kinds[each] for each in map(_item, kinds) if each in self.kinds), None)
            self.builder.entity(identity, names[0], dict.fromkeys(names[1:]), kind=kind)

    def _statement(self, identity: str, statement: Plain, wanted: Property) -> None:
        snak = statement["mainsnak"]
        if statement.get("rank") == "deprecated" or snak.get("snaktype") != "value":
            return
        if (said := self._said(snak["datavalue"]["value"], wanted)) is None:
            return
        words = {role: [[word, None]] for role, word in wanted.words.items()}
        plain: Plain = {"arguments": {wanted.subject: [["", identity]], **words, **said.pop("arguments", {})}, **said}
        plain |= {key: each for key in ("measure", "exclusive") if (each := getattr(wanted, key))}
        self._dated(plain, statement.get("qualifiers") or {})
        self.builder.claim(statement.get("id") or f"{identity}-{snak['property']}", wanted.predicate, plain)

    def _said(self, value: Plain, wanted: Property) -> Plain | None:
        """What a statement adds to a claim: a date, a number or an argument; None where it is of no use."""
        if wanted.value == "date":
            written = _time(value)
            return None if written is None else {"date": written}
        if wanted.value != "number":
            return {"arguments": {wanted.value: [["", value["id"]]]}}
        unit = self.units.get(value["unit"].rpartition("/")[2])
        number = {"number": value["amount"].lstrip("+"), "unit": unit, "noun": wanted.noun}
        return None if unit is None else {"value": {key: each for key, each in number.items() if each}}

    def _dated(self, plain: Plain, qualifiers: Plain) -> None:
        """The validity dates and the day of a statement, from its qualifiers."""
        valid = {}
        for name, key in ((FROM, "from"), (TO, "to"), (AT, "date")):
            for snak in qualifiers.get(name, ())[:1]:
                if snak.get("snaktype") == "value" and (written := _time(snak["datavalue"]["value"])) is not None:
                    if key == "date":
                        plain.setdefault(key, written)
                    else:
                        valid[key] = written
        if valid:
            plain["valid"] = valid


def _item(statement: Plain) -> str:
    value = statement["mainsnak"].get("datavalue", {}).get("value")
    return str(value["id"]) if isinstance(value, dict) and "id" in value else ""


def _time(value: Plain) -> str | None:
    """The EDTF date of a time; None for one before our era, coarser than a year, or in another calendar."""
    written, length = value["time"], GRAINS.get(str(value["precision"]))
    if length is None or written[0] != "+" or not value.get("calendarmodel", "").endswith("Q1985727"):
        return None
    date: str = written[1 : 1 + length]
    try:
        return period(date).edtf
    except ValueError:
        return None
