"""The team: who is logged in, who else is on it, what is wrong with this login."""

from qualdesk.core.team import ALONE, Person, Standing, Teammate, fault
from qualdesk.store.database import Store
from qualdesk.store.team import people


class Team:
    """Who works here as the server says it. In a file there is no team, and nothing to ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def me(self) -> Person | None:
        """Who is logged in; None in a file, without a team, and for a login that is nobody's."""
        return self.standing().me

    def standing(self) -> Standing:
        """How this login stands here, asked of the server now."""
        return standing_on(self._store)

    def only_calls(self) -> bool:
        """Whether others load the lists and set the rules: a caller of a team is logged in."""
        with self._store.reading() as tx:
            return tx.dialect.acts_only

    def wrong_clock(self) -> str:
        """That this computer's clock is not the server's, in words; empty where it is near it."""
        way = self._store.how_connected()
        return way.wrong_clock if way else ""

    def people(self) -> tuple[Teammate, ...]:
        """Everybody of the team, by name, with their role and when they were last seen."""
        with self._store.reading() as tx:
            return people.teammates(tx)


def standing_on(store: Store, *, thoroughly: bool = False) -> Standing:
    """How the login of a store's connections stands there; ``thoroughly`` for who can wait."""
    with store.reading() as tx:
        if not people.is_team(tx):
            return ALONE
        # Imported late: in a file there is nothing to check.
        from qualdesk.store.team import check

        me, found = people.who_am_i(tx), check.faults(tx, of_every_act=thoroughly)
        if me is None and not people.looks_after(tx):
            found = (*found, fault("nobody"))
    graver_first = sorted(found, key=lambda one: not one.is_grave)
    return Standing(is_team=True, me=me, faults=tuple(graver_first))
