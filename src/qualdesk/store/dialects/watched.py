"""A connection that notices when nothing comes back any more, also behind a go-between.

TCP notices a cable that is pulled. It does not notice a tunnel or a proxy that still takes what it
is given and carries it no further: then only asking the server anew tells.
"""

from collections.abc import Generator
from time import monotonic
from typing import Any

import psycopg
from psycopg import pq

# Seconds of silence after which the server is asked whether it is there; its answer may take two
# more. A statement that takes long is asked about again and again, which costs nothing.
_SILENCE = 2.0
_PING_TIMEOUT = "2"
_KEPT = ("host", "hostaddr", "port")


class WatchedConnection(psycopg.Connection[Any]):
    """Waits for a server only as long as there is one."""

    def wait(self, gen: Generator[Any, Any, Any], *args: Any, **kwargs: Any) -> Any:
        """As psycopg waits, with a look after the server when it is silent."""
        return super().wait(self._watch(gen), *args, **kwargs)

    def _watch(self, gen: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        """Pass everything on both ways, and count the seconds in which nothing comes.

        Raises:
            psycopg.OperationalError: the server does not answer any more.
        """
        heard = monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    heard = monotonic()
                elif monotonic() - heard > _SILENCE:
                    if not self._is_there():
                        gen.close()
                        self.pgconn.finish()
                        raise psycopg.OperationalError("The server does not answer any more.")
                    heard = monotonic()
                wanted = gen.send(ready)
        except StopIteration as ended:
            return ended.value

    def _is_there(self) -> bool:
        """Whether a server still answers there; what it answers does not matter."""
        known = {one.keyword: one.val for one in self.pgconn.info}
        words = {name.encode(): known.get(name.encode()) for name in _KEPT}
        asked = [b"%s=%s" % (name, value) for name, value in words.items() if value]
        asked.append(b"connect_timeout=" + _PING_TIMEOUT.encode())
        return pq.PGconn.ping(b" ".join(asked)) != pq.Ping.NO_RESPONSE
