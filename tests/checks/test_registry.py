"""Every check of the registry is there, and what it is said to read is something an article can have."""

from __future__ import annotations

from importlib import import_module
from inspect import isclass
from pathlib import Path

import pytest

import claimcheck.model
from claimcheck.checks import CHECKS, check_class

MODEL = Path(claimcheck.model.__file__).parent
TYPES = {
    name
    for path in MODEL.glob("*.py")
    for name, value in vars(import_module(f"claimcheck.model.{path.stem}")).items()
    if isclass(value) and path.stem != "__init__"
}


@pytest.mark.parametrize("kind", CHECKS)
def test_a_check_is_a_class_with_names_that_finds(kind: str) -> None:
    check = check_class(kind)
    assert isclass(check)
    assert callable(getattr(check, "find", None))
    assert all(isinstance(name, str) for name in check.names)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", CHECKS)
def test_what_a_check_reads_is_a_type_of_the_model(kind: str) -> None:
    reads = CHECKS[kind][2]
    assert reads is None or reads in TYPES


def test_the_registry_is_sorted() -> None:
    assert list(CHECKS) == sorted(CHECKS)
