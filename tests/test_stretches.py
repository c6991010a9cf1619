"""What a bisection over stretches says is what a look at each of them says."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Span
from claimcheck.model.compact import _DROP, _doubled
from claimcheck.model.span import Stretches

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 20), st.integers(1, 9))


@given(st.lists(SPANS), SPANS)
def test_the_answers_are_those_of_a_look_at_each(spans: list[Span], asked: Span) -> None:
    stretches = Stretches(spans)
    covering = [span for span in spans if span.covers(asked)]
    assert stretches.cover(asked) == bool(covering)
    assert sorted(stretches.covering(asked)) == sorted(covering)
    assert stretches.touch(asked) == any(span.touches(asked) for span in spans)
    assert stretches.hold(asked.start) == any(span.start <= asked.start < span.end for span in spans)


@given(st.text("a \n"))
def test_doubled_white_space_is_found_where_the_pattern_finds_it(prose: str) -> None:
    assert [match.span() for match in _doubled(prose)] == [match.span() for match in re.finditer(_DROP, prose)]
