"""`NamedTuple` as typing has it, made five times as fast: every start makes more than a hundred of these classes.

typing compiles each annotation and the source of a constructor for every class, 0.15 ms and more each. Here the
constructor is a copy of one compiled for its number of fields, and annotations stay the strings they are. What the
package uses of the original is the same: fields, defaults, `_replace`, `_make`, `_asdict`, representation, pickling.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from types import CodeType, FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NamedTuple, Self

    __all__ = ["NamedTuple"]
else:
    try:
        from _collections import _tuplegetter
    except ImportError:  # an interpreter without it, as collections itself foresees
        _tuplegetter = None

    class _Row(tuple):
        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            row = tuple.__new__(cls, values)
            if len(row) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(row)}")
            return row

        def _replace(self, /, **changed: Any) -> Self:
            row = tuple.__new__(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return row

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            parts = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(parts)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, space)
            fields = tuple(space.get("__annotations__", ()))
            defaults = tuple(space.pop(field) for field in fields if field in space)
            if any(field in space or field.startswith("_") for field in fields):
                raise TypeError(f"{name}: the fields of a named tuple")
            new = FunctionType(
                _constructor(len(fields)).replace(co_varnames=("_cls", *fields)),
                {"_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{name}"},
                "__new__",
                defaults,
            )
            getters = {field: _getter(at) for at, field in enumerate(fields)}
            return type(
                name,
                (_Row,),
                {"__slots__": (), **space, **getters, "_fields": fields, "__match_args__": fields, "__new__": new}
                | {"_field_defaults": dict(zip(fields[len(fields) - len(defaults) :], defaults, strict=True))},
            )

    def _getter(at: int) -> object:
        return property(itemgetter(at)) if _tuplegetter is None else _tuplegetter(at, None)

    @cache
    def _constructor(count: int) -> CodeType:
        """The code of a constructor of so many fields."""
        names = "".join(f", a{at}" for at in range(count))
        made = eval(f"lambda _cls{names}: _new(_cls, ({names[2:]}{',' if count else ''}))")
        return made.__code__

    class NamedTuple(metaclass=_Maker):
        """What a class of named fields is derived from."""

        __slots__ = ()
