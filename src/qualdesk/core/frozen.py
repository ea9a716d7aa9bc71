"""What the house makes its values with: frozen, given by name, its ``__init__`` written when used.

A value is a dataclass: ``fields``, ``replace``, ``asdict`` and the type checker know it as one. But
Python writes and compiles six methods for each dataclass as its module is read, and a start reads
some three hundred. Here five are the same for all values, and ``__init__``, which has to be quick,
is written when somebody makes the first (docs/decisions/013).
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, Never, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: _Class, /) -> _Class:
    """Make the class a value, as ``dataclass(frozen=True, kw_only=True, slots=True)`` would.

    What counts for equality, for the hash and in ``repr`` is said with ``field``; what is not given
    (``init=False``) is set in ``__post_init__``. Methods the class brings of its own stay.
    """
    own = frozenset(vars(cls))
    # Without a word of its own Python would write its signature there, and read it all for that.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: Any = dataclass(init=False, repr=False, eq=False, kw_only=True, slots=True)(cls)
    parts = fields(made)
    compared = _getter([one.name for one in parts if one.compare])
    counted = _getter(
        [one.name for one in parts if (one.compare if one.hash is None else one.hash)]
    )

    def first_init(self: object, *unnamed: object, **given: object) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *unnamed, **given)

    def equal(self: object, other: object) -> bool:
        is_same_kind = self.__class__ is other.__class__
        return compared(self) == compared(other) if is_same_kind else NotImplemented

    methods = {
        "__init__": first_init,
        "__eq__": equal,
        "__hash__": lambda self: hash(counted(self)),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state,
        "__setstate__": _take_state,
    }
    for name in methods.keys() - own:
        setattr(made, name, methods[name])
    return made  # type: ignore[no-any-return]


def _getter(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """What reads these of a value, as a tuple."""
    if not names:
        return lambda _self: ()
    found = attrgetter(*names)
    return found if len(names) > 1 else lambda self: (found(self),)


def _init(cls: type) -> Callable[..., None]:
    """The ``__init__`` Python writes for a frozen dataclass."""
    known: dict[str, Any] = {"_keep": object.__setattr__, "_unsaid": MISSING}
    asked, does = [], []
    for one in fields(cls):
        name, worth, else_ = one.name, one.name, ""
        if not one.init:
            continue
        if one.default_factory is not MISSING:
            known[f"_made_{name}"] = one.default_factory
            worth, else_ = f"_made_{name}() if {name} is _unsaid else {name}", "=_unsaid"
        elif one.default is not MISSING:
            known[f"_usual_{name}"] = one.default
            else_ = f"=_usual_{name}"
        asked.append(f"{name}{else_}")
        does.append(f"_keep(self, {name!r}, {worth})")
    if hasattr(cls, "__post_init__"):
        does.append("self.__post_init__()")
    given = ", ".join(["self", "*", *asked] if asked else ["self"])
    # The names are those of a class of the house; dataclasses does the same.
    exec(f"def __init__({given}): {'; '.join(does) or 'pass'}", known)  # noqa: S102
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _worth: object) -> Never:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> Never:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _take_state(self: Any, state: list[object]) -> None:
    for one, worth in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, worth)
