"""A stated step against old and new value: "rose by 3000 to 12,000, from 10,000"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, role
from claimcheck.checks.readings import difference, middle
from claimcheck.checks.repair import mend
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import possible
from claimcheck.model.link import Change, Dossier


class Difference:
    """Fails where in no reading the step leads from the old to the new value, up or down."""

    names = ("old", "new", "by", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each change whose old value, new value and step are stated."""
        for link in dossier.links:
            if not isinstance(link, Change):
                continue
            readings = [each for each in link.readings if each.old and each.new and each.step]
            if not readings:
                continue
            fits = False
            for reading in readings:
                assert reading.step is not None
                step, found = measure(reading.step), difference(reading)
                if step is None or found is None:
                    continue
                stated = possible(step)
                fits = fits or stated.meets(found) or stated.meets(-found)
            old, new, by = readings[0]
            assert old is not None and new is not None and by is not None
            first, last = middle(old), middle(new)
            if fits or first is None or last is None:
                yield Comparison(False, (old, new, by))
                continue
            result = abs(last - first)
            values = (("old", old.text), ("new", new.text), ("by", by.text), ("result", write(result)))
            high, low = max(first, last), min(first, last)
            yield Comparison(
                True,
                (old, new, by),
                (role("old", old), role("new", new), role("by", by)),
                values,
                f"{write(high)} − {write(low)} = {write(result)}",
                mend(by, result, write),
            )
