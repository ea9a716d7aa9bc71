"""Faults in the shape of a document, told in plain sentences at their keys.

A document with a fault in its shape cannot be built, and what it means cannot be checked. So
that a person still hears everything at once, each faulty question or criterion is replaced by
a stand-in, and what is then wrong with the rest is told as well.
"""

import copy
import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import QuestionKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.document_plain import Plain
from qualdesk.files.fault_words import in_words

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value inside the plain values: keys, and places in a list from 0."""


@frozen
class Fault:
    """One fault of the shape: where, and in words."""

    way: Way
    says: str

    @property
    def problem(self) -> Problem:
        """The fault as it is told, its place counted from 1."""
        return Problem(place=place_of(self.way), says=self.says)


@frozen
class Mended:
    """A document with stand-ins for its faulty parts, which are named by ``broken``."""

    plain: Plain
    broken: frozenset[str]

    def explains(self, problem: Problem) -> bool:
        """Whether a problem comes from a stand-in, and has been told by its fault."""
        return any(f"{problem.place}.".startswith(f"{place}.") for place in self.broken)


def place_of(way: Way) -> str:
    """A way as written for people: ``stages.2.questions.1.say``, counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in way)


def faults_in(plain: Plain, refused: "ValidationError") -> list[Fault]:
    """Every fault once, in the order of the file.

    Where a value may be of several kinds, the validator names each kind it is not; that is one
    fault.
    """
    found: dict[Way, list[ErrorDetails]] = {}
    for error in refused.errors(include_url=False):
        found.setdefault(_real_way(plain, error), []).append(error)
    return [Fault(way=way, says=_sentence(way, errors)) for way, errors in found.items()]


def mended_script(plain: Plain, faulty: Iterable[Way]) -> Mended | None:
    """The script with stand-ins; None when a stage itself is faulty, and nothing can be said."""
    return _mended(plain, faulty, ("stages", "questions"), _SCRIPT_ANYWAY, _stand_in_question)


def mended_definition(plain: Plain, faulty: Iterable[Way]) -> Mended | None:
    """The definition with stand-ins for its faulty criteria."""
    return _mended(plain, faulty, ("criteria",), _DEFINITION_ANYWAY, _stand_in_criterion)


_SCRIPT_ANYWAY: Mapping[str, object] = {"id": "x", "name": "x", "version": 1}
_DEFINITION_ANYWAY: Mapping[str, object] = {**_SCRIPT_ANYWAY, "threshold": 1}
# A tuple: a file may hold a list where a kind belongs, and a set could not even look it up.
_KINDS = tuple(kind.value for kind in QuestionKind)
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


def _mended(
    plain: Plain,
    faulty: Iterable[Way],
    lists: tuple[str, ...],
    anyway: Mapping[str, object],
    stand_in: Callable[[Any, str], Plain],
) -> Mended | None:
    depth = 2 * len(lists)
    mended = copy.deepcopy(plain)
    broken: set[str] = set()
    for way in faulty:
        if len(way) >= depth and way[:depth:2] == lists:
            holder: Any = mended
            for part in way[: depth - 1]:
                holder = holder[part]
            place = place_of(way[:depth])
            if place not in broken:
                holder[way[depth - 1]] = stand_in(holder[way[depth - 1]], place.replace(".", "_"))
                broken.add(place)
        elif way and way[0] != lists[0]:
            key = str(way[0])
            mended.pop(key, None)
            mended.update({key: anyway[key]} if key in anyway else {})
            broken.add(key)
        else:
            return None
    return Mended(plain=mended, broken=frozenset(broken))


def _stand_in_question(faulty: Any, name: str) -> Plain:
    """A question that others may refer to, about which nothing else can be said."""
    given = faulty if isinstance(faulty, dict) else {}
    kind = given.get("kind") if given.get("kind") in _KINDS else QuestionKind.WORDS.value
    return {"id": _id_of(given, name), "kind": kind, "say": "x", "ask": "x"}


def _stand_in_criterion(faulty: Any, name: str) -> Plain:
    """A must-have with points enough for any threshold, so that neither is missed."""
    given = faulty if isinstance(faulty, dict) else {}
    must = {"must_have": True, "points": 1_000}
    return {"id": _id_of(given, name), "label": "x", "question": "x", **must}


def _id_of(given: Plain, name: str) -> str:
    written = given.get("id")
    return written if isinstance(written, str) and _ID.fullmatch(written) else name


def _real_way(plain: Plain, error: "ErrorDetails") -> Way:
    """The way as far as it exists in the file; the validator adds names of its own kinds."""
    way: list[str | int] = []
    here: Any = plain
    for part in error["loc"]:
        if not _leads_on(here, part):
            return (*way, part) if error["type"] == "missing" else tuple(way)
        here = here[part]
        way.append(part)
    return tuple(way)


def _leads_on(here: object, part: str | int) -> bool:
    if isinstance(here, dict):
        return part in here
    return isinstance(here, list) and isinstance(part, int) and part < len(here)


def _sentence(way: Way, errors: "list[ErrorDetails]") -> str:
    error = errors[0]
    last = str(way[-1]) if way else ""
    match error["type"] if len(errors) == 1 else "several":
        case "several":
            says = tr("Write words in quotes, a number, or true or false.")
        case "value_error":
            says = str(error["ctx"]["error"])
        case "missing":
            says = tr("“{key}” is missing here. Add it.", key=last)
        case "extra_forbidden":
            says = _no_such_key(last)
        case "enum" | "literal_error":
            says = tr("Write one of: {known}.", known=_expected(error))
        case "string_pattern_mismatch":
            says = tr(_PATTERNS.get(last, _ID_RULE))
        case kind:
            sentence = _SENTENCES.get(kind, "")
            says = in_words(sentence, error.get("ctx", {})) if sentence else f"{error['msg']}."
    return says


def _no_such_key(key: str) -> str:
    close = get_close_matches(key, _keys(), n=1)
    hint = (
        tr("Did you mean “{key}”?", key=close[0])
        if close
        else tr("Remove it, or check its spelling.")
    )
    return f"{tr('There is no key “{key}” here.', key=key)} {hint}"


def _keys() -> list[str]:
    from qualdesk.files import document_models as models

    shapes = (
        models.ScriptShape,
        models.StageShape,
        models.QuestionShape,
        models.OptionShape,
        models.AsideShape,
        models.TranslationShape,
        models.QuestionWordsShape,
        models.DefinitionShape,
        models.CriterionShape,
        models.LevelShape,
        models.SignatureShape,
        models.ConditionShape,
    )
    return [field.alias or name for shape in shapes for name, field in shape.model_fields.items()]


def _expected(error: "ErrorDetails") -> str:
    return ", ".join(re.findall(r"'([^']*)'", str(error["ctx"]["expected"]))) or "true"


_ID_RULE = tr_later("Use small letters, figures and _ only, a letter first, at most 40 characters.")
_PATTERNS = {
    "language": tr_later("Write the language as a tag, for example en or de-AT."),
    "value": tr_later("Use small letters, figures and _ only, at most 40 characters."),
}
_SENTENCES = {
    "string_type": tr_later("Write words in quotes here."),
    "string_too_short": tr_later("This is empty. Write something."),
    "string_too_long": tr_later("This is too long. Shorten it to {max_length} characters."),
    "string_unicode": tr_later("These words hold characters that cannot be kept. Type them again."),
    "int_type": tr_later("Write a whole number here, without quotes."),
    "int_from_float": tr_later("Write a whole number here."),
    "bool_type": tr_later("Write true or false here, without quotes."),
    "list_type": tr_later("Write a list in [ ] here."),
    "dict_type": tr_later("Write a table in { } here."),
    "model_type": tr_later("Write a table in { } here."),
    "model_attributes_type": tr_later("Write a table in { } here."),
    "date_type": tr_later("Write a date like 2026-09-30."),
    "too_short": tr_later("This list is empty. Put something in it."),
    "greater_than_equal": tr_later("Write a number that is not below {ge}."),
    "less_than_equal": tr_later("Write a number that is not above {le}."),
    "finite_number": tr_later("Write a number that can be counted to."),
}
