"""What the queue believes and has learned, and writing another start value for the workspace."""

import json
from typing import Any

from qualdesk.core.belief_lines import BeliefLine, belief_lines
from qualdesk.core.errors import DocumentRefused, NotFound, Refused
from qualdesk.core.wording import tr
from qualdesk.files.beliefs import beliefs_from_plain, beliefs_to_plain, shipped_beliefs
from qualdesk.store import believed, ranking
from qualdesk.store.database import Transaction
from qualdesk.store.history import note


def lines(tx: Transaction) -> tuple[BeliefLine, ...]:
    """Every belief of the workspace, with what was learned since."""
    return belief_lines(believed.beliefs(tx), shipped_beliefs(), believed.learned(tx))


def write(tx: Transaction, who: str, key: str, value: float) -> BeliefLine:
    """Write another start value into the workspace's own version of the beliefs.

    Raises:
        NotFound: there is no such belief.
        Refused: the value cannot be one; the sentence says what can.
    """
    line = _line(tx, key)
    plain = beliefs_to_plain(believed.beliefs(tx))
    _put(plain, key, value)
    try:
        beliefs_from_plain(plain)
    except DocumentRefused as refused:
        says = refused.problems[0].says if refused.problems else refused.says
        raise Refused(f"{line.group}, {line.says}: {says}") from refused
    believed.keep_beliefs(tx, json.dumps(plain))
    ranking.make_due(tx)
    note(tx, who, "wrote a belief", "belief", key, value=value)
    return _line(tx, key)


def put_back(tx: Transaction, who: str, key: str | None = None) -> None:
    """Let the shipped start value count again: of one belief, or of all without ``key``.

    Raises:
        NotFound: there is no such belief.
    """
    if key is None:
        believed.keep_beliefs(tx, "")
        ranking.make_due(tx)
        note(tx, who, "put the beliefs back", "belief", "all")
        return
    _line(tx, key)
    plain = beliefs_to_plain(believed.beliefs(tx))
    _put(plain, key, _shipped_value(key))
    is_as_shipped = plain == beliefs_to_plain(shipped_beliefs())
    believed.keep_beliefs(tx, "" if is_as_shipped else json.dumps(plain))
    ranking.make_due(tx)
    note(tx, who, "put a belief back", "belief", key)


def _line(tx: Transaction, key: str) -> BeliefLine:
    for line in lines(tx):
        if line.key == key:
            return line
    raise NotFound(
        tr(
            "There is no belief “{key}” that can be written. “qualdesk queue beliefs” shows them.",
            key=key,
        )
    )


def _shipped_value(key: str) -> float | None:
    place: Any = beliefs_to_plain(shipped_beliefs())
    for part in key.split(".", _PARTS - 1):
        place = place.get(part) if isinstance(place, dict) else None
    return place if isinstance(place, int | float) else None


def _put(plain: dict[str, Any], key: str, value: float | None) -> None:
    *path, last = key.split(".", _PARTS - 1)
    place = plain
    for part in path:
        place = place.setdefault(part, {})
    if value is None:
        place.pop(last, None)
    else:
        place[last] = value


_PARTS = 3
