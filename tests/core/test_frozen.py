"""A value is what ``dataclass(frozen=True, kw_only=True, slots=True)`` would make of it."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from qualdesk.core.frozen import frozen


@frozen
class Person:
    """Somebody invented."""

    name: str
    towns: list[str] = field(default_factory=list)
    age: int = 30
    key: str = field(default="", repr=False, compare=False)
    words: dict[str, str] = field(default_factory=dict, hash=False)
    shout: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shout", self.name.upper())


@frozen
class Caller(Person):
    line: int = 1


@frozen
class Nothing:
    pass


@frozen
class Own:
    size: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


@frozen
class Pair:
    first: int
    second: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PythonsPair:
    first: int
    second: tuple[int, ...] = ()


def test_it_is_given_by_name_and_says_which_name_is_missing() -> None:
    assert Person(name="Ada").age == 30
    with pytest.raises(TypeError, match=r"Person.__init__\(\) missing 1 required .* 'name'"):
        Person(age=3)
    with pytest.raises(TypeError):
        Person("Ada")
    with pytest.raises(TypeError, match="town"):
        Person(name="Ada", town="Hull")


def test_each_has_its_own_of_what_is_made_anew() -> None:
    one, other = Person(name="Ada"), Person(name="Ada")
    one.towns.append("Hull")
    assert other.towns == []


def test_nothing_of_it_can_be_set_or_deleted_and_nothing_added() -> None:
    ada = Person(name="Ada")
    for name in ("name", "unheard_of"):
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(ada, name, "Bea")
    with pytest.raises(FrozenInstanceError, match="age"):
        del ada.age
    assert not hasattr(ada, "__dict__")


def test_equal_are_those_whose_compared_fields_are() -> None:
    assert Person(name="Ada") == Person(name="Ada", key="other")
    assert Person(name="Ada") != Person(name="Bea")
    assert Person(name="Ada") != Caller(name="Ada")
    assert Nothing() == Nothing()
    assert Own(size=1) == Own(size=2)


def test_a_hash_is_of_the_fields_that_count_for_it() -> None:
    @frozen
    class Said:
        what: str
        words: dict[str, str] = field(hash=False)

    assert hash(Said(what="a", words={})) == hash(Said(what="a", words={"b": "c"})) == hash(("a",))
    assert hash(Own(size=1)) == 7
    assert len({Nothing(), Nothing()}) == 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(Person(name="Ada"))


def test_it_is_said_without_what_is_kept_from_being_said() -> None:
    said = repr(Person(name="Ada", key="secret"))
    assert said == "Person(name='Ada', towns=[], age=30, words={}, shout='ADA')"


def test_python_knows_it_as_a_dataclass() -> None:
    ada = Caller(name="Ada", line=2)
    assert is_dataclass(ada)
    assert [one.name for one in fields(ada)][-2:] == ["shout", "line"]
    assert replace(ada, name="Bea").shout == "BEA"
    assert asdict(Pair(first=1)) == {"first": 1, "second": ()}
    assert Person.__doc__ == "Somebody invented."


def test_it_is_copied_and_sent_as_it_stands() -> None:
    ada = Caller(name="Ada", towns=["Hull"])
    assert copy.deepcopy(ada) == ada
    assert pickle.loads(pickle.dumps(ada)) == ada  # noqa: S301 - its own words


def test_its_init_is_written_once_somebody_makes_the_first() -> None:
    @frozen
    class New:
        size: int

    before = New.__init__
    with pytest.raises(TypeError, match=r"New.__init__\(\) takes 1 positional argument"):
        New(1)
    written = New.__init__
    New(size=1)
    assert before is not written
    assert New.__init__ is written


def test_a_class_below_it_that_is_no_value_is_made_as_it_is() -> None:
    class Loud(Pair):
        pass

    assert Loud(first=1).first == 1
    assert type(Loud(first=2)) is Loud


@pytest.mark.parametrize("given", [{"first": 1}, {"first": 1, "second": (2,)}])
def test_it_is_what_python_would_have_made(given: dict[str, Any]) -> None:
    ours, pythons = Pair(**given), PythonsPair(**given)
    assert repr(ours) == repr(pythons).replace("PythonsPair", "Pair")
    assert hash(ours) == hash(pythons)
    assert asdict(ours) == asdict(pythons)
    assert Pair.__slots__ == PythonsPair.__slots__
    assert Pair.__match_args__ == PythonsPair.__match_args__
