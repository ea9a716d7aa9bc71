"""Reading the people to practise on: one TOML file each, shipped with the program."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from qualdesk.core.errors import DocumentRefused, NotFound, Problem
from qualdesk.core.practice import Person, Reply
from qualdesk.core.wording import tr
from qualdesk.resources import shipped


@lru_cache(maxsize=1)
def shipped_people() -> tuple[Person, ...]:
    """The people that come with the program, in the order in which they are called.

    Raises:
        NotFound: they were not shipped.
        DocumentRefused: one of the files cannot be used.
    """
    folder = shipped("practice")
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    if not files:
        raise NotFound(
            tr("The practice calls were not shipped with this program. Install it anew.")
        )
    return tuple(sorted(map(read_person, files), key=lambda person: person.order))


def read_person(path: Path) -> Person:
    """Somebody to practise on, from their file.

    Raises:
        DocumentRefused: it cannot be read, or something is missing; the place is named.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(path, "", tr("It cannot be read: {why}.", why=error)) from error
    texts = {key: _text(path, written, key) for key in _TEXTS}
    order = written.get("order")
    if not isinstance(order, int) or isinstance(order, bool):
        raise _refused(path, "order", tr("Give the place of this call as a number."))
    fits = written.get("fits")
    if not isinstance(fits, list) or not fits or not all(isinstance(one, str) for one in fits):
        raise _refused(path, "fits", tr("Name at least one outcome that fits."))
    otherwise = written.get("otherwise", {})
    if not isinstance(otherwise, Mapping) or not isinstance(otherwise.get("words"), str):
        raise _refused(path, "otherwise.words", tr("Say what they answer to any other question."))
    return Person(
        order=order,
        **texts,
        fits=tuple(fits),
        replies=dict(_reply(path, one) for one in written.get("replies", [])),
        otherwise={key: str(says) for key, says in otherwise.items()},
    )


def _reply(path: Path, written: Mapping[str, Any]) -> tuple[str, Reply]:
    question = _text(path, written, "question")
    given = {key: str(written[key]) for key in _OF_A_REPLY if key in written}
    says = _text(path, written, "says")
    return question, Reply(says=says, **given, leaves=written.get("leaves") is True)


def _text(path: Path, written: Mapping[str, Any], key: str) -> str:
    said = written.get(key)
    if not isinstance(said, str) or not said.strip():
        raise _refused(path, key, tr("Write this down: nobody can be played without it."))
    return said.strip()


def _refused(path: Path, place: str, says: str) -> DocumentRefused:
    problem = Problem(place=place, says=says)
    what = tr("{file} is no practice call.", file=path.name)
    return DocumentRefused(f"{what} {problem}", [problem])


_TEXTS = (
    *("name", "title", "company", "city", "country", "zone", "phone", "email"),
    *("did", "note", "mood", "hello", "listens", "early", "bye", "wish"),
)
_OF_A_REPLY = ("value", "words", "objects", "objection", "names")
