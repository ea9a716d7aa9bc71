"""Looking over the script while it is written: what is wrong, and what every call costs."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.definition import Definition
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.script_review import review
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.scripts.problem_places import Wrong, placed
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.work import Work

_PAUSE_MS: Final = 250


@frozen
class Checked:
    """What was found.

    Attributes:
        wrong: what keeps the script from being used; ``never`` the questions no call comes to.
        says: the line below the form when nothing is wrong.
        is_fine: the definition of the campaign misses nothing either.
    """

    wrong: tuple[Wrong, ...] = ()
    never: tuple[Wrong, ...] = ()
    says: str = ""
    is_fine: bool = True

    @property
    def all(self) -> tuple[Wrong, ...]:
        """Everything worth a look, what stops the script first."""
        return (*self.wrong, *self.never)

    @property
    def spots(self) -> frozenset[str]:
        """The spots something is wrong at."""
        return frozenset(wrong.spot for wrong in self.all if wrong.spot)


class Checking(QObject):
    """Asks the desk a moment after the last change; an older answer is passed over."""

    found = Signal()

    def __init__(self, writing: Writing, work: Work) -> None:
        super().__init__(writing)
        self._writing, self._work = writing, work
        self.checked = Checked()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        writing.changed.connect(self._timer.start)

    def look(self) -> None:
        """Look the script over now."""
        self._timer.stop()
        script, definition = self._writing.script, self._writing.definition

        def ask(desk: Desk) -> Checked:
            return check(desk, script, definition)

        def done(checked: Checked) -> None:
            if script is self._writing.script:
                self.checked = checked
                self.found.emit()

        self._work.ask(ask, done, owner=self, refused=_nothing)

    def next_after(self, at: Wrong | None, step: int) -> Wrong | None:
        """The next thing that is wrong, or the one before; round at the ends."""
        everything = self.checked.all
        if not everything:
            return None
        if at not in everything:
            return everything[0 if step > 0 else -1]
        return everything[(everything.index(at) + step) % len(everything)]


def check(desk: Desk, script: CallScript, definition: Definition | None) -> Checked:
    """Everything that is to be said of a script."""
    wrong = placed(desk.scripts.problems(script), script, definition)
    seen = review(script, definition)
    says = seen.says if definition else f"{tr('No definition looks at the answers.')} {seen.says}"
    return Checked(
        wrong=wrong,
        never=placed(seen.unreachable, script),
        says=says,
        is_fine=seen.is_fine,
    )


def _nothing(error: QualdeskError) -> None:
    """A check that cannot be made now is made with the next change."""
    del error
