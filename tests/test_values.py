"""The named tuples of the package behave as those of typing."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from claimcheck.values import NamedTuple


class Own(NamedTuple):
    """Ours."""

    first: int
    second: str = "b"
    third: tuple[int, ...] = ()

    def doubled(self) -> int:
        """A method of its own."""
        return 2 * self.first


class Theirs(typing.NamedTuple):
    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


def test_values_are_tuples_with_names() -> None:
    own, theirs = Own(1, third=(2,)), Theirs(1, third=(2,))
    assert own == theirs == (1, "b", (2,))
    assert hash(own) == hash(theirs)
    assert (own.first, own.second, own.third, own.doubled()) == (1, "b", (2,), 2)
    assert repr(own) == repr(theirs).replace("Theirs", "Own")
    assert own._asdict() == theirs._asdict()
    assert (Own._fields, Own.__match_args__, Own.__doc__) == (Theirs._fields, Theirs.__match_args__, "Ours.")


def test_values_are_changed_by_copying() -> None:
    assert Own(1)._replace(second="c") == (1, "c", ())
    assert isinstance(Own(1)._replace(first=2), Own)
    with pytest.raises(ValueError, match="fourth"):
        Own(1)._replace(fourth=2)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Own(1).first = 2  # type: ignore[misc]
    assert Own._make([1, "x", ()]) == (1, "x", ())
    with pytest.raises(TypeError):
        Own._make([1])


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, "b", (), 4), {}), ((1,), {"first": 1}), ((1,), {"x": 1})])
def test_wrong_arguments_are_a_type_error(given: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    for kind in (Own, Theirs):
        with pytest.raises(TypeError):
            kind(*given, **named)


def test_values_survive_pickling_and_copying() -> None:
    own = Own(1, "c", (3,))
    for copied in (pickle.loads(pickle.dumps(own)), copy.copy(own), copy.deepcopy(own)):
        assert copied == own
        assert type(copied) is Own


def test_a_class_can_be_matched() -> None:
    match Own(1, "c"):
        case Own(first=1, second=text):
            assert text == "c"
        case _:
            raise AssertionError
