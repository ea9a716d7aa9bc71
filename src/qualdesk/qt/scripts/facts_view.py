"""How a question does in real calls: asked, answered, does not know, time, and the answers."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.agreement import CriterionAgreement
from qualdesk.core.asked import QuestionFacts
from qualdesk.core.shares import too_few
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.parts import Caption
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.shares import Share, SharesBar

_FILLS: Final = ("accent", "call_fill", "ok_fill", "warn_fill", "info_fill", "edge")
_TENTHS: Final = 10
_MOST_SHARES: Final = 6


class FactsView(QWidget):
    """Four numbers, how the answers spread, and whether two people judge them alike."""

    def __init__(self) -> None:
        super().__init__()
        self._in_campaign = False
        self._calls = PlainLabel(face="hint", tone="text2")
        self._none = PlainLabel(face="body", tone="text2", wrap=True)
        self._tiles = {name: _Tile(tr(name)) for name in _NAMES}
        self._bar = SharesBar(tr("Answers"))
        self._legend = PlainLabel(face="hint", tone="text2", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Caption(tr("How this question does")), 1)
        head.addWidget(self._calls)
        tiles = QGridLayout()
        tiles.setSpacing(9)
        for place, tile in enumerate(self._tiles.values()):
            tiles.addWidget(tile, 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        judged = QVBoxLayout()
        judged.setSpacing(4)
        self._judged: Pool[IconRow, CriterionAgreement] = Pool(judged, _line, _show_line)
        column.addLayout(head)
        column.addLayout(tiles)
        for part in (self._none, self._bar, self._legend):
            column.addWidget(part)
        column.addLayout(judged)
        self.show_facts(None)

    def show_where(self, *, in_campaign: bool) -> None:
        """Say of which calls this is: of those of the campaign, else of all."""
        self._in_campaign = in_campaign

    def show_facts(self, facts: QuestionFacts | None, reason: str = "") -> None:
        """Show these; without any, ``reason`` says why there are none."""
        has = facts is not None and facts.asked > 0
        for tile in self._tiles.values():
            reveal(tile, shown=has)
        self._none.setText(reason or tr("It was in no call yet."))
        reveal(self._none, shown=not has)
        if facts is None or not has:
            self._calls.setText("")
            reveal(self._bar, shown=False)
            reveal(self._legend, shown=False)
            return
        self._calls.setText(_calls(facts.calls, in_campaign=self._in_campaign))
        seconds = facts.median_seconds
        values = (
            share(facts.asked, facts.calls),
            share(facts.answered, facts.asked),
            share(facts.does_not_know, facts.asked),
            tr("not known") if seconds is None else tr("{seconds:.0f} s", seconds=seconds),
        )
        for tile, value in zip(self._tiles.values(), values, strict=True):
            tile.show_value(value)
        self._show_spread(facts)

    def show_agreement(self, agreement: Sequence[CriterionAgreement]) -> None:
        """Say whether two people who heard the answers judged them alike, a line a criterion."""
        self._judged.show(agreement)

    @property
    def says(self) -> tuple[str, ...]:
        """The numbers as they are read."""
        return tuple(tile.accessibleName() for tile in self._tiles.values() if tile.isVisible())

    def _show_spread(self, facts: QuestionFacts) -> None:
        given = [one for one in facts.spread if one[1]][:_MOST_SHARES]
        shares = [
            Share(count=count, says=label, fill=_FILLS[place])
            for place, (label, count) in enumerate(given)
        ]
        self._bar.set_shares(shares)
        fits = self._bar.sizeHint().width() <= max(self.width(), 420)
        # Long answers: the bar without its line, and the words wrapped below it.
        self._legend.setText("" if fits else ", ".join(each.text for each in shares))
        reveal(self._bar, shown=bool(shares) and fits)
        reveal(self._legend, shown=bool(shares) and not fits)


class _Tile(Card):
    """One number with its name."""

    def __init__(self, name: str) -> None:
        super().__init__(ground="sunken", line=None, radius=8)
        self._name = name
        self._value = PlainLabel(face="page_title")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 7)
        column.setSpacing(0)
        column.addWidget(PlainLabel(name, face="hint_medium", tone="text2"))
        column.addWidget(self._value)

    def show_value(self, value: str) -> None:
        """Show another number."""
        self._value.setText(value)
        self.setAccessibleName(f"{self._name}: {value}")


def _line() -> IconRow:
    return IconRow("users", face="hint", tone="text2")


def _show_line(row: IconRow, one: CriterionAgreement) -> None:
    icon, tone = ("triangle-alert", "warn") if one.is_poor else ("users", "text3")
    row.set(icon, judged_alike(one), tone=tone)


_NAMES: Final = (
    tr_later("Asked in"),
    tr_later("Answered"),
    tr_later("Does not know"),
    tr_later("Time to answer"),
)


def judged_alike(one: CriterionAgreement) -> str:
    """Whether two people judged a criterion alike, in a sentence; and what to do if not."""
    kappa = one.kappa
    counts: dict[str, Any] = {"criterion": one.label, "alike": kappa.agreed, "all": kappa.n}
    if not kappa.is_enough:
        alike = tr("{criterion}: two people judged this alike in {alike} of {all}.", **counts)
        few = tr("That is {too_few} to say anything.", too_few=too_few(kappa.n))
        return f"{alike} {few}"
    if kappa.value is None or kappa.interval is None:
        return tr(_BY_CHANCE, **counts)
    low, high = kappa.interval
    measured: dict[str, Any] = {"kappa": kappa.value, "low": low, "high": high}
    return tr(_POOR if kappa.is_poor else _MEASURED, **counts, **measured)


def share(part: int, whole: int) -> str:
    """A share in words: "96%", and "2 of 6" where there are fewer than ten."""
    if not whole:
        return tr("none yet")
    if whole < _TENTHS:
        return tr("{part} of {whole}", part=part, whole=whole)
    return tr("{share:.0%}", share=part / whole)


def _calls(count: int, *, in_campaign: bool) -> str:
    """How many calls the facts are of."""
    if in_campaign:
        return tr_n(count, "{n:,} call in this campaign", "{n:,} calls in this campaign")
    return tr_n(count, "{n:,} call", "{n:,} calls")


_BY_CHANCE: Final = tr_later(
    "{criterion}: two people judged this alike in {alike} of {all}, always the same way: "
    "whether by chance cannot be told."
)
_MEASURED: Final = tr_later(
    "{criterion}: two people judged this alike in {alike} of {all}; "
    "kappa {kappa:.2f} ({low:.2f} to {high:.2f})."
)
_POOR: Final = tr_later(
    "{criterion}: two people judged this alike in {alike} of {all}; "
    "kappa {kappa:.2f} ({low:.2f} to {high:.2f}): poor, make the answers plainer."
)
