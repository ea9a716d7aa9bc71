"""A store on a machine that goes off, for tests of what is left behind."""

from contextlib import AbstractContextManager

from qualdesk.store.database import Store, Transaction


class PowerCutError(Exception):
    """The machine went off."""


class DyingStore(Store):
    """A store that stops doing anything after so many transactions."""

    left = 10_000

    def transaction(self) -> AbstractContextManager[Transaction]:
        self.left -= 1
        if self.left < 0:
            raise PowerCutError
        return super().transaction()
