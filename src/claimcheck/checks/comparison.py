"""What a check hands back: one comparison, with everything a finding needs if it failed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any, NamedTuple, Protocol

from claimcheck.model import Claim, Measure, Span
from claimcheck.model.comparison import EVIDENCE_FROM_TEXT, Evidence, Outcome, RoleName, Slot
from claimcheck.model.interval import rounded_to
from claimcheck.model.link import Dossier, Word
from claimcheck.model.report import Article
from claimcheck.statements.dimension import UNSTATED, dimension, measure
from claimcheck.statements.evidence import Grounds, Stand, joint, stands
from claimcheck.statements.words import alike

_PLAIN = re.compile(r"(?<![\dX.-])\d+(?:\.\d+)?(?![\dX-])")


class Write:
    """Numbers, weekdays, dates and lengths of time in the notation of one language."""

    __slots__ = ("decimal", "format", "group", "language", "lengths", "months", "weekdays")

    def __init__(self, language: str, notation: Mapping[str, Any]) -> None:
        self.language = language
        self.decimal: str = notation["decimal"]
        self.group: str = notation["group"]
        self.weekdays: list[str] = notation["weekdays"]
        self.months: list[str] = notation["months"]
        self.format: str = notation["date"]
        self.lengths: dict[str, list[str]] = notation["lengths"]

    def __call__(self, number: Decimal) -> str:
        """All digits of the number, in groups of three from five digits on."""
        whole, _, part = f"{abs(number):f}".partition(".")
        part = part.rstrip("0")
        if len(whole) > 4:
            whole = f"{int(whole):,}".replace(",", self.group)
        return ("−" if number < 0 else "") + whole + (self.decimal + part if part else "")

    def digits(self, text: str) -> str:
        """A text that has its numbers in plain notation, with them in this one; the digits of dates stay."""
        return _PLAIN.sub(lambda found: self(Decimal(found[0])), text)

    def weekday(self, number: int) -> str:
        """The name of a day of the week, 0 for Monday."""
        return self.weekdays[number]

    def date(self, day: date) -> str:
        """A day as people write it: "14. Mai 2025"."""
        return self.format.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def length(self, number: int, unit: str) -> str:
        """A length of time: "7 Jahre"; `unit` is year, month, week or day."""
        return f"{number} {self.lengths[unit][number != 1]}"


class Role(NamedTuple):
    """A place with the part it plays in the comparison; `path` is None where the comparison is within one article."""

    name: RoleName
    span: Span
    text: str
    path: str | None = None


class Mend(NamedTuple):
    """One replacement that would make the statement true."""

    span: Span
    replacement: str


class Comparison(NamedTuple):
    """One comparison: how it came out, the claims compared, their roles, what the message may quote, repairs.

    `values` are texts for the places of a message; the texts of the roles are among them. `spoken`: whether the words
    are those of a speaker and not of the author, so that a finding is at most a hint; None: as quotation marks tell.
    `covered`: another comparison that fails says the same already. `evidence` is why the operands belong together;
    None: as clauses, marks and nouns of the text show. `asks`: nothing is compared, but what is missing is asked for.
    `slot`: what the values themselves say against their being of one thing.
    """

    outcome: Outcome
    claims: tuple[Claim, ...]
    roles: tuple[Role, ...]
    values: tuple[tuple[str, str], ...] = ()
    computation: str = ""
    mends: tuple[Mend, ...] = ()
    spoken: bool | None = None
    covered: bool = False
    evidence: Evidence | None = None
    asks: bool = False
    slot: Slot | None = None


def judged(fits: bool) -> Outcome:
    """How a comparison came out."""
    return "holds" if fits else "fails"


def doubted(fits: bool, *, far: bool) -> Slot | None:
    """The slot of a comparison whose values are so far apart that they are of two things."""
    return "value" if far and not fits else None


class Check(Protocol):
    """One kind of check; the arguments it is made with are the keys that a rule may set."""

    @property
    def names(self) -> tuple[str, ...]:
        """The {names} that a message may use."""

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """Every comparison that can be made in the article; `write` shows a number in the reader's notation."""


def role(name: RoleName, claim: Claim) -> Role:
    """The role of a claim."""
    return Role(name, claim.span, claim.text)


def word_role(name: RoleName, word: Word) -> Role:
    """The role of a word that states something by itself."""
    return Role(name, word.span, word.text)


def rounded(value: Decimal, stated: Decimal | None) -> Decimal:
    """A computed value with one digit more than was stated, and never fewer than two digits that count."""
    exponent = stated.as_tuple().exponent if stated is not None else 0
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    places = min(places + 1, 4)
    if value and abs(value) < 1:
        places = max(places, 1 - value.adjusted())
    return rounded_to(value, -places).normalize()


def one_line(text: str) -> str:
    """The words in one line."""
    return " ".join(text.split())


def sign(first: Decimal, second: Decimal) -> str:
    """How two numbers stand to each other."""
    return "<" if first < second else ">" if first > second else "="


def equal_or_not(first: Decimal, second: Decimal, *, fits: bool) -> str:
    """Whether two numbers are one, as far as their wording tells."""
    return "=" if first == second else "≈" if fits else "≠"


def signed(value: Decimal, write: Write) -> str:
    """A change with its sign: "+25", "−20"."""
    return ("+" if value >= 0 else "−") + write(abs(value))


class Made(NamedTuple):
    """One reading, compared: `evidence` as the constraint gave it, `slip`: what is stated is a slip away."""

    comparison: Comparison
    evidence: Evidence | None
    slip: bool


def chosen(readings: Sequence[Made]) -> Comparison:
    """The comparison of a statement that can be read in several ways, licensed ones first.

    If any reading holds, it holds: those who write are nearly always right. Else the first that is licensed fails, or
    unlicensed the only one of which a slip of the pen makes what is stated. All others leave it undecided.
    """
    readings = [each for each in readings if each.comparison.slot is None] or readings
    alone: Evidence = "unique" if len(readings) == 1 else "nearness"
    for each in readings:
        if each.comparison.outcome == "holds":
            return each.comparison._replace(evidence=each.evidence or alone)
    first = readings[0]
    if first.evidence is not None:
        return first.comparison._replace(evidence=first.evidence)
    return _only_slip(readings)


def _only_slip(readings: Sequence[Made]) -> Comparison:
    """The only one of unlicensed readings of which a slip of the pen makes what is stated; else nothing is decided."""
    slips = [each for each in readings if each.slip]
    if len(slips) == 1:
        return slips[0].comparison._replace(evidence="unique")
    return readings[0].comparison._replace(outcome="undecided", evidence="nearness")


DIGITS = re.compile(r"[0-9](?:[0-9]|[.,'’   ](?=[0-9]))*")


def mend(claim: Claim, number: Decimal, write: Write) -> tuple[Mend, ...]:
    """The claim with this number in its own scale ("500 million" to "480"); none where it is not in digits."""
    value = claim.value
    runs = list(DIGITS.finditer(claim.text[:200]))
    if not isinstance(value, Measure) or value.number is None or not value.number or len(runs) != 1:
        return ()
    shown = _shown(runs[0].group(), value.number)
    if shown is None:
        return ()
    span = Span(claim.span.start + runs[0].start(), claim.span.start + runs[0].end())
    return (Mend(span, write(number / shown)),)


def _shown(digits: str, number: Decimal) -> Decimal | None:
    """The power of ten between the digits and the number they stand for; None where the notation is unclear."""
    plain = re.sub(r"[^0-9]", "", digits)
    ratio = abs(number) / Decimal(plain) if plain.strip("0") else Decimal(0)
    if not ratio or ratio.normalize().as_tuple().digits != (1,):
        return None
    decimals = 0
    last = re.search(r"[.,]([0-9]{1,2})$", digits)
    if last:
        decimals = len(last.group(1))
    return ratio * Decimal(10) ** decimals


SUMMED = frozenset({"share", "total"})
OF_ONE = frozenset({"change", "difference", "direction", "factor", "points", "share"})
"""The kinds whose operands are told of one subject; what each of many costs and what they are together need not be."""
UNTIED: tuple[Evidence, ...] = ("equal_slots", "nearness")


def _joined(article: Article, kind: str, found_at: list[Stand]) -> list[Grounds]:
    """What joins each number to the next; of a total and its parts what joins them as a list."""
    pairs = [joint(article.document, one, two) for one, two in pairwise(found_at)]
    return _listed(pairs, found_at) if kind == "total" else pairs


def grounds(article: Article, comparison: Comparison, kind: str) -> Grounds:
    """The evidence, and the slot that speaks against comparing, if one does; `kind` is that of the check."""
    if comparison.evidence is not None or comparison.asks:
        return comparison.evidence or "wording", comparison.slot
    found_at = stands(article.analysis, sorted({role.span for role in comparison.roles}))
    if not found_at:
        return "nearness", None
    if len(found_at) == 1:
        return "wording", comparison.slot
    found = _joined(article, kind, found_at)
    weakest, _ = max(found, key=lambda each: EVIDENCE_FROM_TEXT.index(each[0]))
    return weakest, comparison.slot or _of_kind(kind, comparison) or _of_subjects(kind, comparison, found)


def _of_kind(kind: str, comparison: Comparison) -> Slot | None:
    """What speaks against a comparison of this kind by its own operands."""
    if kind in SUMMED and _of_two_units(comparison.claims):
        return "unit"
    return "noun" if kind == "total" and _of_two_nouns(comparison.claims) else None


def _of_subjects(kind: str, comparison: Comparison, found: list[Grounds]) -> Slot | None:
    """Whether what must be told of one thing is told of two, or is planned once and a fact once."""
    if kind not in OF_ONE:
        return None
    if slots := [slot for _, slot in found if slot is not None]:
        return slots[0]
    loose = any(evidence in UNTIED for evidence, _ in found)
    return "status" if loose and len({claim.modality for claim in comparison.claims}) > 1 else None


def _of_two_units(claims: tuple[Claim, ...]) -> bool:
    """Whether a bare number stands beside one with a unit of its own, and no scale word says that they share it."""
    bare = [claim for claim in claims if dimension(claim) == UNSTATED]
    units = {dimension(claim) for claim in claims} - {UNSTATED, "percent"}
    return bool(units - {""}) and any((value := measure(claim)) and not value.rounded for claim in bare)


def _of_two_nouns(claims: tuple[Claim, ...]) -> bool:
    """Whether two parts are counted alike, and as another thing than the total: 568 seats, 14 and 13 provinces."""
    whole, *parts = [value.noun if (value := measure(claim)) else None for claim in claims]
    named = [noun for noun in parts if noun]
    return bool(whole) and any(alike(one, two) and not alike(one, whole or "") for one, two in combinations(named, 2))


def _listed(found: list[Grounds], stands: list[Stand]) -> list[Grounds]:
    """The joints of a list: where a word has pointed to the whole, the members behind it belong to it."""
    for at in range(1, len(found)):
        same = stands[at].number == stands[at + 1].number
        if same and found[at - 1][0] == "anaphor" and found[at] == ("nearness", None):
            found[at] = "anaphor", None
    return found
