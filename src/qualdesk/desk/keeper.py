"""What the program's timer does: the clock's own work, off everybody's path."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import WorkspaceUnreachable
from qualdesk.core.frozen import frozen
from qualdesk.desk.attending import catch_up
from qualdesk.desk.forecast_levers import LeverSteps
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.late import Late
from qualdesk.desk.ordering import Ordering
from qualdesk.desk.recovery import Recovery
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import (
    finished,
    keeping,
    permission_ends,
    queue,
    ranking,
    report_schedules,
    resorting,
    retention,
    stacks,
)
from qualdesk.store.callbacks import note_missed
from qualdesk.store.claim_limits import thin_log
from qualdesk.store.database import Store
from qualdesk.store.dialects import Hold
from qualdesk.store.suppression_lift import lapse_some
from qualdesk.store.tally import add_up, has_deltas

if TYPE_CHECKING:
    from qualdesk.core.retention import Terms
    from qualdesk.desk.report_schedules import ReportSchedules

__all__ = ["Hold", "Keeper", "Step"]

_AT_ONCE = 500
# To sort so many takes a fifth of what a caller may be made to wait.
_SORTED_AT_ONCE = 200
# How many times at most in one go; what is left comes with the next.
_ROUNDS = 100
_LAPSE_AT_ONCE = 50
# A few seconds of work in chunks; an old workspace is taken in within an hour, not at a click.
FINISHED_AT_ONCE = 3_000

# To see that nobody is due to be erased means to look at all people.
_LOOKS_AGAIN: Final = timedelta(hours=1)
_PLACE: Final = "keeper"
_CAN_WAIT: Final = frozenset({"finished", "reports", "retention", "disclosed", "backup"})


@frozen
class Step:
    """A piece of the clock's own work, which waits for none of the others.

    Attributes:
        name: one word, for whoever reads what a keeper did.
        do: does what is due by now, cheap when nothing is; what it touched, if that is shown.
        is_light: done by every window each minute, also while a keeper is at work.
    """

    name: str
    do: Callable[[], Changes | None]
    is_light: bool = False


class Keeper:
    """Keeps the queue in step with the clock. Nothing breaks when it is late.

    Rooms for which something is due once a day or never are read when it is: every window does
    this round right after its start. ``schedules`` gives that with the reports.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        caller: str,
        schedules: "Callable[[], ReportSchedules] | None" = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._schedules = schedules or self._own_schedules
        self._ordering = Ordering(store, shipped_outcomes())
        self._clocks, self._late = Clocks(store, caller), Late(store, clock, caller)
        self._levers = LeverSteps(store, caller)
        self._recovery = Recovery(store)
        # Nobody was due by these terms, and they are asked again then.
        self._nobody_by: Terms | None = None
        self._nobody_until = datetime.min.replace(tzinfo=UTC)

    def steps(self) -> tuple[Step, ...]:
        """What is to be done each minute, in this order; each step stands by itself."""
        return (
            Step(name="sales", do=self._clocks.tick),
            Step(name="wishes", do=self._late.stop_who_asked),
            Step(name="rested", do=self._wake, is_light=True),
            Step(name="cells", do=self._follow_cells),
            Step(name="lapsed", do=self._lapse),
            Step(name="permissions", do=self._end_permissions),
            Step(name="attendance", do=lambda: catch_up(self._store)),
            Step(name="levers", do=self._levers.put_right),
            Step(name="sorting", do=self._sort),
            Step(name="order", do=self._ordering.keep_up),
            Step(name="counts", do=self._add_up),
            Step(name="finished", do=self._take_in_finished),
            Step(name="retention", do=self._keep_to_terms),
            Step(name="disclosed", do=self._forget_disclosed),
            Step(name="reports", do=self._make_reports),
            Step(name="backup", do=self._recovery.keep_daily),
        )

    def tick(self) -> Changes:
        """Bring back who has rested, end holds that ran out, work out calling hours ahead.

        Promises that nobody kept in time are written down as missed.
        Leads whose own window has closed are not reached from then on; those whose lists'
        permission has ended are kept out until it holds again. Leads are compared with a list of
        those who came, where that was broken off. What a desk that died
        left of a published list's cells is put in order, some leads at a time. Once an hour the
        floor's calls are learned from and all stacks ranked; each quarter of an hour those again
        that a claim can come to. Leads that were finished are taken in, some thousands at most, so
        that trying a definition on them need not do it all while somebody waits. What sales did not
        read or answer in time comes back by the campaign's rules. What a change of the forecast
        did that was broken off half way is put back. What was counted for the Floor
        is added up, who was shown which lead long ago is forgotten, reports that are made by
        themselves are made, and a day after the last backup
        of a file the next is.

        A step that fails keeps no other from its work; it is raised when all are done.
        """
        return Changes(queue=True) | self._do(self.steps())

    def help_out(self) -> Changes:
        """What a window does each minute: all of it, or little while a keeper is at work.

        A keeper that was not heard of for three minutes is gone, and the window does it all; that
        of a caller of a team does little then as well.
        """
        with self._store.reading() as tx:
            is_kept = tx.dialect.acts_only or keeping.is_kept(tx)
        if not is_kept:
            return self.tick()
        return Changes(queue=True) | self._do([each for each in self.steps() if each.is_light])

    def do(self, step: Step) -> Changes:
        """One step; other desks are told to look again where it touched something."""
        with self._store.quietly(), self._store.for_all():
            changes = step.do() or NO_CHANGES
        if changes != NO_CHANGES:
            self._store.hints.note()
        return changes

    def catch_up(self) -> None:
        """The same where nobody did it for an hour: before a command, when no window is open."""
        with self._store.reading() as tx:
            is_late = not tx.dialect.acts_only and ranking.is_stale(tx)
        if is_late:
            # Nobody waits for finished leads here: whoever tries a definition takes them in. And
            # no command waits for reports to be counted and sent.
            self._do([each for each in self.steps() if each.name not in _CAN_WAIT])

    def take_place(self) -> Hold | None:
        """The keeper's place, None while another keeper has it, here or on another computer.

        Kept until it is released, the program ends, or the server goes away.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        return self._store.hold(_PLACE)

    def beat(self) -> None:
        """Say to every window that a keeper is at work."""
        with self._store.quietly(), self._store.transaction() as tx:
            keeping.beat(tx)

    def rest(self) -> None:
        """Say to every window that this keeper ends: they do its work themselves again."""
        with self._store.quietly(), self._store.transaction() as tx:
            keeping.rest(tx)

    def _do(self, steps: Sequence[Step]) -> Changes:
        """All of these steps, whatever fails; what failed last is raised at the end.

        Once the server cannot be reached the rest is not tried: each would wait for it in vain.
        """
        touched: list[Changes] = []
        away: list[Step] = []

        def do(step: Step) -> None:
            if away:
                return
            try:
                touched.append(self.do(step))
            except WorkspaceUnreachable:
                away.append(step)
                raise

        with ExitStack() as whatever_fails:
            for step in reversed(steps):
                whatever_fails.callback(do, step)
        return reduce(or_, touched, NO_CHANGES)

    def _wake(self) -> None:
        """Who has rested can be called again; promises nobody kept are written down."""
        with self._store.transaction() as tx:
            queue.wake(tx)
            note_missed(tx)

    def _follow_cells(self) -> None:
        with self._store.transaction() as tx:
            stacks.merge_some(tx, _AT_ONCE)
            resorting.follow_rules(tx)

    def _sort(self) -> None:
        """Put leads that are something else to the law now in their place."""
        for _ in range(_ROUNDS):
            with self._store.transaction() as tx:
                if not resorting.sort_marked(tx, _SORTED_AT_ONCE):
                    break

    def _add_up(self) -> None:
        """Add up what was counted for the Floor since."""
        with self._store.reading() as tx:
            is_more = has_deltas(tx)
        while is_more:
            with self._store.transaction() as tx:
                is_more = add_up(tx)

    def _end_permissions(self) -> None:
        """Keep the leads of lists out whose permission has ended."""
        with self._store.reading() as tx:
            over = permission_ends.ended_lists(tx)
        for list_id in over:
            after: int | None = 0
            while after is not None:
                with self._store.transaction() as tx:
                    after = permission_ends.keep_out_some(tx, list_id, after, _AT_ONCE)

    def _forget_disclosed(self) -> None:
        """Who was shown which lead stays known for as long as it is kept, and no longer."""
        is_more = True
        while is_more:
            with self._store.transaction() as tx:
                is_more = thin_log(tx)

    def _make_reports(self) -> None:
        """Make the reports that are due by themselves; what came of each is kept with it."""
        with self._store.reading() as tx:
            is_any = any(one.is_on for one in report_schedules.schedules(tx))
        if is_any:
            self._schedules().make_due()

    def _own_schedules(self) -> "ReportSchedules":
        from qualdesk.desk.notifying import Notifying
        from qualdesk.desk.report_schedules import ReportSchedules

        mine = (self._store, self._clock, self._caller)
        return ReportSchedules(*mine, Notifying(*mine))

    def _take_in_finished(self) -> None:
        """Take in leads that were finished, for whoever tries a definition on them."""
        with self._store.reading() as tx:
            is_any = bool(finished.unseen(tx))
        if is_any:
            from qualdesk.desk.trying import Trying

            Trying(self._store, self._clock, self._caller).catch_up(most=FINISHED_AT_ONCE)

    def _keep_to_terms(self) -> Changes | None:
        """Let go of people who were kept for as long as the terms allow, where that is wanted.

        Where nobody is due it looks again in an hour, or by other terms: to see that nobody is
        means to look at all of them.
        """
        with self._store.reading() as tx:
            said = retention.terms(tx)
        now = self._clock.now()
        if not said.by_itself or (said == self._nobody_by and now < self._nobody_until):
            return None
        from qualdesk.desk.erasing import Erasing
        from qualdesk.desk.retention import Retention

        mine = (self._store, self._clock, self._caller)
        done = Retention(*mine, Erasing(*mine)).tick()
        if done is None:
            self._nobody_by, self._nobody_until = said, now + _LOOKS_AGAIN
        return done

    def _lapse(self) -> None:
        """End do-not-calls that were kept for their time."""
        is_more = True
        while is_more:
            with self._store.transaction() as tx:
                is_more = lapse_some(tx, _LAPSE_AT_ONCE) is not None
