"""What calls can end with in this workspace: the program's catalogue, or one of its own."""

from functools import lru_cache
from pathlib import Path

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import DocumentRefused, NotFound, Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.wording import tr, tr_n
from qualdesk.files.outcomes import outcomes_in, shipped_outcomes, shipped_text
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.own_outcomes import keep_outcomes, kept_outcomes


@frozen
class OutcomesUsed:
    """Which catalogue counts from now on, in a sentence."""

    says: str
    catalogue: Catalogue
    changes: Changes = NO_CHANGES


class Outcomes:
    """The catalogue of the workspace. A desk that is open goes by a new one when it opens anew."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def catalogue(self) -> Catalogue:
        """What calls can end with here."""
        with self._store.reading() as tx:
            return catalogue_of(tx)

    def written(self) -> str:
        """The catalogue as it is written, to be copied, changed and given to :meth:`use`."""
        with self._store.reading() as tx:
            return kept_outcomes(tx) or shipped_text()

    def use(self, path: Path | str) -> OutcomesUsed:
        """Go by the catalogue in that file from now on. Old calls keep what they ended with.

        Raises:
            DocumentRefused: it is no such catalogue, or lacks what the program itself gives;
                every problem is named with its place.
        """
        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise DocumentRefused(
                tr(
                    "{name} cannot be read. Choose the file with the outcomes again.",
                    name=path.name,
                ),
                [Problem(place=path.name, says=f"{error}.")],
            ) from error
        found = outcomes_in(text, path.name)
        with self._store.transaction() as tx:
            keep_outcomes(tx, text)
            note(tx, self._caller, "chose outcomes", "workspace", "outcomes", codes=_codes(found))
        says = tr_n(
            len(_codes(found)),
            "{n} outcome. Each desk goes by it when it opens anew.",
            "{n} outcomes. Each desk goes by them when it opens anew.",
        )
        return OutcomesUsed(says=says, catalogue=found)

    def use_shipped(self) -> OutcomesUsed:
        """Go by the catalogue that comes with the program again."""
        with self._store.transaction() as tx:
            keep_outcomes(tx, "")
            note(tx, self._caller, "chose the program's outcomes", "workspace", "outcomes")
        says = tr("The program's own outcomes. Each desk goes by them when it opens anew.")
        return OutcomesUsed(says=says, catalogue=shipped_outcomes())


def catalogue_of(tx: Transaction) -> Catalogue:
    """What calls can end with in this workspace."""
    text = kept_outcomes(tx)
    return _own(text) if text else shipped_outcomes()


def words_of(tx: Transaction, code: str) -> tuple[str, str]:
    """The label and the AAPOR code of an outcome that a call once ended with.

    Of a code the workspace has given up, what the program says of it; else the code itself.
    """
    for catalogue in (catalogue_of(tx), shipped_outcomes()):
        try:
            outcome = catalogue.outcome(code)
        except NotFound:
            continue
        return outcome.label, outcome.aapor
    return code, ""


def labels_of(catalogue: Catalogue) -> dict[str, str]:
    """The words for every code a call may have ended with, those given up since among them."""
    return {one.code: tr(one.label) for each in (shipped_outcomes(), catalogue) for one in each}


def _codes(catalogue: Catalogue) -> list[str]:
    return [outcome.code for outcome in catalogue]


@lru_cache(maxsize=4)
def _own(text: str) -> Catalogue:
    return outcomes_in(text)
