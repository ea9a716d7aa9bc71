"""What SQLAlchemy made of a statement, kept for all stores of the tests.

A program opens its workspace once and makes each of its statements once. A thousand tests open one
each, and made the same statements a thousand times over: a sixth of their processor time.
"""

from collections.abc import Hashable
from functools import wraps
from typing import Any

import sqlalchemy as sa
from sqlalchemy.util import LRUCache

from qualdesk.store.dialects.postgres import Postgres
from qualdesk.store.dialects.sqlite import Sqlite

_MOST = 6_000
_kept: LRUCache[tuple[Hashable, ...], Any] = LRUCache(_MOST)


class _OfAKind:
    """One engine's door to what is kept: engines that speak the same language share it."""

    def __init__(self, dialect: sa.Dialect) -> None:
        self._dialect = dialect

    def get(self, key: tuple[Hashable, ...], default: Any = None) -> Any:
        return _kept.get(self._shared(key), default)

    def __setitem__(self, key: tuple[Hashable, ...], made: Any) -> None:
        _kept[self._shared(key)] = made

    def _shared(self, key: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
        """Its key begins with the engine's own dialect."""
        one = self._dialect
        assert key[0] is one
        version = getattr(one, "server_version_info", None)
        return (type(one), one.driver, one.paramstyle, version, *key[1:])


def share_statements() -> None:
    """Every store opened from now on, in this process."""
    for kind in (Sqlite, Postgres):
        kind.make_engine = _sharing(kind.make_engine)  # type: ignore[method-assign]


def _sharing(make_engine: Any) -> Any:
    @wraps(make_engine)
    def shared(self: Any, url: sa.URL, *, durable: bool) -> sa.Engine:
        engine: sa.Engine = make_engine(self, url, durable=durable)
        engine._compiled_cache = _OfAKind(engine.dialect)
        return engine

    return shared
