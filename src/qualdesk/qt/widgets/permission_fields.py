"""On what ground people may be called, as the fields of a card."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.permission import PHONE, Basis, Permission
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Choice, Field, Tick
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal

_BASES: Final = tuple(Basis)
_A_YEAR: Final = timedelta(days=365)


class PermissionFields(Card):
    """The ground, in a sentence, since when, where from and how it can be shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.basis = Choice(
            tr("The ground"), [tr("Not chosen yet"), *(each.label for each in _BASES)]
        )
        self.says = Field(
            tr("Why they may be called"), tr("They ticked “You may phone me” on the form")
        )
        self.given = Tick(tr("Given on"))
        self.given_on = DayField(tr("The day it was given"))
        self.where = Field(tr("Where it was given"), tr("On the form at our stand"))
        self.evidence = Field(tr("Where the proof is kept"), tr("A folder, a number"))
        self.wording = Field(tr("Version of the wording"), tr("Form 7, March"))
        self.phone = Tick(tr("It covers the phone"))
        self.ends = Tick(tr("It ends on"))
        self.expires = DayField(tr("The last day it holds"))
        self._scope: tuple[str, ...] = ()
        self._lay_out()
        for field in (self.says, self.where, self.evidence, self.wording):
            field.textChanged.connect(self._look)
        for tick in (self.given, self.phone, self.ends):
            tick.toggled.connect(self._look)
        for day in (self.given_on, self.expires):
            day.changed.connect(self._look)
        self.basis.currentIndexChanged.connect(self._look)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """The fields in the order in which Tab goes through them."""
        return (
            *(self.basis, self.says, self.given, self.given_on, self.where),
            *(self.evidence, self.wording, self.phone, self.ends, self.expires),
        )

    def field_of(self, gap: str) -> QWidget | None:
        """Where the answer to a gap is written, None when it is no field of these."""
        fields: dict[str, QWidget] = {
            "basis": self.basis,
            "says": self.says,
            "given_on": self.given,
            "where": self.where,
            "evidence": self.evidence,
            "wording": self.wording,
            "scope": self.phone,
        }
        return fields.get(gap)

    def fill(self, permission: Permission | None, today: date) -> None:
        """Show a permission; with None nobody has said anything yet."""
        shown = permission or Permission()
        self._scope = shown.scope
        self.basis.setCurrentIndex(_BASES.index(shown.basis) + 1 if shown.basis else 0)
        self.says.setText(shown.says)
        self.where.setText(shown.where)
        self.evidence.setText(shown.evidence)
        self.wording.setText(shown.wording)
        for field in (self.says, self.where, self.evidence, self.wording):
            # A long answer is read from its beginning.
            field.setCursorPosition(0)
        self.phone.setChecked(PHONE in shown.scope)
        self.given.setChecked(shown.given_on is not None)
        self.given_on.set_day(shown.given_on or today)
        self.ends.setChecked(shown.expires is not None)
        self.expires.set_day(shown.expires or today + _A_YEAR)
        self._look()

    def permission(self) -> Permission | None:
        """What stands in the fields, None when nothing does."""
        at = self.basis.currentIndex()
        consent = at > 0 and _BASES[at - 1] is Basis.CONSENT
        others = tuple(one for one in self._scope if one != PHONE)
        written = Permission(
            basis=_BASES[at - 1] if at > 0 else None,
            says=self.says.text().strip(),
            given_on=self.given_on.day if self.given.isChecked() else None,
            where=self.where.text().strip(),
            evidence=self.evidence.text().strip(),
            wording=self.wording.text().strip() if consent else "",
            scope=(*((PHONE,) if self.phone.isChecked() else ()), *others) if consent else (),
            expires=self.expires.day if self.ends.isChecked() else None,
        )
        return None if written == Permission() else written

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(9)
        column.addWidget(PlainLabel(tr("Why they may be called"), face="body_strong"))
        labelled(column, tr("The ground"), self.basis)
        labelled(column, tr("In a sentence"), self.says)
        column.addLayout(_beside(self.given, self.given_on))
        labelled(column, tr("Where it was given"), self.where)
        proof = QHBoxLayout()
        proof.setSpacing(10)
        labelled(proof, tr("Where the proof is kept"), self.evidence)
        self._of_consent = QWidget()
        wording = QVBoxLayout(self._of_consent)
        wording.setContentsMargins(0, 0, 0, 0)
        labelled(wording, tr("Version of the wording"), self.wording)
        proof.addWidget(self._of_consent)
        column.addLayout(proof)
        column.addWidget(self.phone)
        column.addLayout(_beside(self.ends, self.expires))
        column.addStretch(1)

    def _look(self, *_changed: object) -> None:
        at = self.basis.currentIndex()
        consent = at > 0 and _BASES[at - 1] is Basis.CONSENT
        reveal(self._of_consent, shown=consent)
        reveal(self.phone, shown=consent)
        reveal(self.given_on, shown=self.given.isChecked())
        reveal(self.expires, shown=self.ends.isChecked())
        self.changed.emit()


def _beside(tick: Tick, day: DayField) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(tick)
    row.addWidget(day)
    row.addStretch(1)
    return row
