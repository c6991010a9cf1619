"""The ages of a person: what each is the age at, and those that contradict each other or a length of service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.link.timing.row import JOINTS, Row
from claimcheck.model import Claim, Duration, Measure, Period
from claimcheck.model.report import Article
from claimcheck.model.timing import Service, TwoAges

MOST = 12
MOST_AGES = 3
FIRST_WORDS = 4
NEAR_EVENT = 7


class Facts:
    """What is said of one person; `row` is the sentence where it was said last, `word` a name beside an age.

    `spans` are dates of a whole life, `lived` ages that may be the last or the present one, `events` dates of a life
    with whether no child has such a one, `at_event` dates with the age told for them.
    """

    __slots__ = ("at_event", "born", "died", "events", "last", "lived", "now", "row", "spans", "word")

    def __init__(self) -> None:
        self.row = 0
        self.word: str | None = None
        self.born: list[Claim] = []
        self.died: list[Claim] = []
        self.spans: list[Claim] = []
        self.now: list[Claim] = []
        self.last: list[Claim] = []
        self.lived: list[Claim] = []
        self.at_event: list[tuple[Claim, Claim]] = []
        self.events: list[tuple[Claim, bool]] = []


def read_ages(row: Row, facts: Facts) -> None:
    """Adds the ages of a sentence to what is known of its person, each where it belongs."""
    present = not row.has("deceased") and not _other_dates(row, facts)
    for at in row.places("age", "length"):
        said: object = row.claim(at).value
        value = said.measure if isinstance(said, Duration) else said
        if not isinstance(value, Measure) or value.hedge is not None or value.number is None:
            continue
        if row.items[at].kind == "age":
            _read_age(row, at, value, facts, present=present)
        elif value.unit == "year" and not row.role(at + 1, "not_length"):
            _read_years(row, at, facts, present=present)


def _other_dates(row: Row, facts: Facts) -> bool:
    """Whether a sentence tells of a certain date that is no birth."""
    dates = [row.claim(at) for at in row.places("date")]
    values = [claim.value for claim in dates if claim not in facts.born]
    return any(isinstance(value, Period) and value.start is not None and not value.relative for value in values)


def _read_years(row: Row, at: int, facts: Facts, *, present: bool) -> None:
    """A length in years that is an age: "at 66 years"; `present`: nothing says that it is that of another time."""
    claim = row.claim(at)
    at_age = row.role(at - 1, "at_age")
    if at_age and _at_death(row, at):
        facts.last.append(claim)
    elif at_age and (when := _event(row, at, facts)) is not None:
        facts.at_event.append((when, claim))
    elif present and _still(row, at):
        facts.now.append(claim)
    elif "-" in claim.text and _at_death(row, at):
        facts.last.append(claim)


def _read_age(row: Row, at: int, value: Measure, facts: Facts, *, present: bool) -> None:
    """A number that is an age."""
    claim = row.claim(at)
    beside = apposed(row, at, value)
    if beside and facts.word is None and row.items[at - 2].text[:1].isupper():
        facts.word = row.items[at - 2].text
    if row.role(at - 1, "at_age") and not beside:
        _at_some_time(row, at, facts, present=present)
    elif "-" in claim.text and _at_death(row, at):
        facts.last.append(claim)
    elif row.has("lived", at - 3, at) and (value.unit == "year" or row.mark(at + 1)):
        facts.lived.append(claim)
    elif present and not row.has("then", at - 2, at) and (beside or _said_now(row, at, value)):
        facts.now.append(claim)


def _at_some_time(row: Row, at: int, facts: Facts, *, present: bool) -> None:
    """An age behind "at": that of an event, of the death, or the present one."""
    claim = row.claim(at)
    if (when := _event(row, at, facts)) is not None:
        facts.at_event.append((when, claim))
    if _at_death(row, at):
        facts.last.append(claim)
    elif present and _still(row, at):
        facts.now.append(claim)


def _said_now(row: Row, at: int, value: Measure) -> bool:
    """Whether words say that a number is the present age of somebody."""
    if value.unit == "year":
        return "-" in row.claim(at).text or row.has("now", at - 5, at) or row.has("turns", at - 5, at)
    bare = row.has("now", at - 2, at) or row.has("turns", at - 2, at)
    return value.unit is None and bare and _ends(row, at + 1)


def _event(row: Row, at: int, facts: Facts) -> Claim | None:
    """The only date of the sentence beside the birth, if it stands near an age "at" which something happened."""
    dates = [place for place in row.places("date") if row.claim(place) not in facts.born]
    if len(dates) != 1 or abs(dates[0] - at) > NEAR_EVENT or row.claim(dates[0]) in facts.died:
        return None
    if any(item.text in JOINTS or "listing" in item.roles for item in row.between(at, dates[0])):
        return None
    value = row.claim(dates[0]).value
    if not isinstance(value, Period) or value.start is None or value.relative or "/" in value.edtf:
        return None
    return row.claim(dates[0])


def _still(row: Row, at: int) -> bool:
    """Whether an age behind "at" is the present one: "with her 61 years", "at 66, … is still"."""
    if row.role(at - 1, "owned_age"):
        return True
    if not row.role(at - 1, "at_age") or not row.has("now") or row.has("past"):
        return False
    if any("done" in item.roles and "born" not in item.roles for item in row.items):
        return False
    return row.role(at + 1, "still") or (row.mark(at + 1) == "," and row.has("still", at + 1))


def _at_death(row: Row, at: int) -> bool:
    """Whether the verb nearest to an age is that of a death: no joint and no other verb comes before it."""
    best: tuple[int, bool] | None = None
    for near, item in enumerate(row.items):
        verbs = item.roles & {"died", "grown", "did", "turns"}
        if verbs and near != at:
            joints = sum(each.text in JOINTS or "listing" in each.roles for each in row.between(near, at))
            cost = abs(near - at) + 4 * joints
            if best is None or (cost, "died" not in verbs) < best:
                best = (cost, "died" not in verbs)
    return best is not None and not best[1]


def apposed(row: Row, at: int, value: Measure) -> bool:
    """Whether a number stands like an age behind a name: "Kern (58)", "Kern, 58,"."""
    if value.unit not in (None, "year") or not row.items[at].text.isdecimal():
        return False
    before, after = row.mark(at - 1), row.mark(at + 1)
    if at < 2 or not row.items[at - 2].text[:1].isupper():
        return False
    return (before == "(" and after in (")", ",")) or (before == "," and after in (",", "."))


def _ends(row: Row, at: int) -> bool:
    """Whether the sentence or its clause ends here, or a date follows."""
    return bool(row.mark(at)) or row.role(at, "listing") or row.items[at].kind == "date"


def service(row: Row) -> Iterator[Service]:
    """Such as "the 38-year-old has run the café for 40 years": one age and one length behind "for" in one clause, the
    age perhaps behind ("for 40 years the 38-year-old has"), or in the sentence before.
    """
    ages = [at for at in row.places("age", "length") if _is_age(row, at)]
    lengths = [at for at in row.places("length") if at not in ages]
    if not ages and len(lengths) == 1:
        yield from _continued(row, lengths[0])
    if len(ages) == len(lengths) == 1 and _serves(row, ages[0], lengths[0]):
        age, at = ages[0], lengths[0]
        grown = row.has("serves", min(age, at), max(age, at) + 6)
        yield Service(row.claim(age), row.claim(at), grown, "an age and a length of service")


def _serves(row: Row, age: int, at: int) -> bool:
    """Whether an age and a length are those of one person and of what that person does, in one clause."""
    if len(row.names) > 1 or row.has("kin", 0, _clause_end(row, max(age, at))):
        return False
    ahead = at < age
    if abs(at - age) > MOST or not _so_long(row, at) or (ahead and not _alone(row, age)):
        return False
    between = row.items[at + 1 : age] if ahead else row.items[age + 2 : at]
    return not any(item.text in (*JOINTS, "(") for item in between)


def _continued(row: Row, at: int) -> Iterator[Service]:
    """The same where the sentence goes on with a pronoun from the one before, which gives one age and one name."""
    before = row.previous
    if before is None or row.names or before.has("kin") or row.has("kin") or len(before.names) != 1:
        return
    ages = [place for place in before.places("age", "length") if _is_age(before, place)]
    if len(ages) == 1 and row.has("pronoun", 0, FIRST_WORDS) and at <= MOST and _so_long(row, at):
        grown = row.has("serves", 0, at + 6)
        yield Service(before.claim(ages[0]), row.claim(at), grown, "the age of a person and a length of service")


def _clause_end(row: Row, at: int) -> int:
    """Where the clause of a place ends."""
    return next((place for place in range(at + 2, len(row.items)) if row.items[place].text in (",", ";")), at + MOST)


def _so_long(row: Row, at: int) -> bool:
    """Whether a length in years is how long something has gone on: "for 40 years", but not "the café open for 40"."""
    value = row.claim(at).value
    if not isinstance(value, Duration) or value.measure is None or value.measure.unit != "year":
        return False
    if not (row.role(at - 1, "since") or row.role(at - 1, "for_")):
        return False
    return not (row.role(at - 2, "definite") or row.role(at + 1, "not_length") or row.has("compared", at, at + 3))


def _is_age(row: Row, at: int) -> bool:
    """Whether a number is the age of somebody: "the 38-year-old", "Marsh, 28,"."""
    claim = row.claim(at)
    value = claim.value
    if not isinstance(value, Measure):
        return False
    return apposed(row, at, value) or (value.unit == "year" and value.hedge is None and "-" in claim.text)


class _Told:
    """The ages of an article: beside a name, standing for somebody, and how often each number is said."""

    def __init__(self, article: Article) -> None:
        people = [each for each in article.mentions if each.kind == "person"]
        self.full = {each.span.end for each in people if " " in each.text}
        self.named = {each.name for each in people}
        self.beside: dict[str, list[Claim]] = {}
        self.introduced: set[str] = set()
        self.definite: list[Claim] = []
        self.counts: Counter[str] = Counter()

    def read(self, row: Row, at: int) -> None:
        """Adds one age of a sentence."""
        claim = row.claim(at)
        value = claim.value
        if not isinstance(value, Measure) or value.hedge is not None or value.number is None:
            return
        self.counts[str(value.number)] += 1
        if row.has("then") or row.has("kin") or row.has("deceased"):
            return
        name = row.items[at - 2].text if apposed(row, at, value) else None
        if name is not None and sum(each.rpartition(" ")[2] == name for each in self.named) == 1:
            self._named(row, at, name)
        elif _alone(row, at) and value.unit == "year" and "-" in claim.text:
            self.definite.append(claim)

    def _named(self, row: Row, at: int, name: str) -> None:
        if _other_first(row, at - 3, name, self.named):
            return
        self.beside.setdefault(name, []).append(row.claim(at))
        if row.items[at - 2].end in self.full:
            self.introduced.add(name)


def two_ages(article: Article, rows: list[Row]) -> Iterator[TwoAges]:
    """Two ages of one person: both beside the name, or the second in "the 29-year-old" where only one is named.

    More than two numbers beside one name are no ages of a person.
    """
    told = _Told(article)
    for row in rows:
        for at in row.places("age"):
            told.read(row, at)
    for name, ages in told.beside.items():
        if name in told.introduced and len(ages) <= MOST_AGES and len({_number(each) for each in ages}) == 2:
            other = next(each for each in ages if _number(each) != _number(ages[0]))
            yield TwoAges(ages[0], other, "two ages beside one name")
    if len(told.named) != 1 or len(told.beside) != 1 or not told.introduced or len(told.counts) != 2:
        return
    first = next(iter(told.beside.values()))[0]
    for claim in told.definite:
        if _number(claim) != _number(first) and told.counts[str(_number(claim))] == 1:
            yield TwoAges(first, claim, "the age of the only person named, and another one")


def _other_first(row: Row, before: int, name: str, named: set[str]) -> bool:
    """Whether a capitalised word before the surname is not the first name that the article gives it."""
    word = row.items[before].text if before >= 0 and row.items[before].kind == "word" else ""
    return word[:1].isupper() and not any(each.endswith(name) and word in each.split() for each in named)


def _alone(row: Row, at: int) -> bool:
    """Whether an age stands for a person: "the 29-year-old", with no noun behind it."""
    if not row.role(at - 1, "definite"):
        return False
    behind = row.items[at + 1] if at + 1 < len(row.items) else None
    if behind is None or behind.kind == "mark":
        return True
    capital = row.items[at].text.partition("-")[2][:1].isupper()
    return capital or bool(behind.roles & {"was", "past", "now", "lasts", "shall"})


def _number(claim: Claim) -> object:
    return claim.value.number if isinstance(claim.value, Measure) else None
