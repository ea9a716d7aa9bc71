"""The forecast in a sentence, what closes the gap, and the way to what stands in its way."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.forecast_values import Forecast
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.floor.forecast_days import closed_at
from qualdesk.qt.floor.lever_words import missed_of
from qualdesk.qt.plain import PlainLabel, name_aloud, plain_tooltip
from qualdesk.qt.shortcuts import keys_of, printed
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

# From this chance on a list is on its way to be finished.
_LIKELY: Final = 0.5
_ICONS: Final = {"warn": "triangle-alert", "ok": "circle-check", "info": "info"}


class ForecastBanner(Card):
    """A tinted line above the chart; as calm where too little is known as where all is well."""

    try_asked = Signal()
    reasons_asked = Signal()
    """The leads that more callers do not help are asked for."""

    def __init__(self) -> None:
        super().__init__(ground="info_soft", line=None, radius=8)
        self._mark = IconMark("info", "info", 18)
        self.title = PlainLabel(face="text_strong", wrap=True)
        self.text = PlainLabel(face="hint", tone="text2", wrap=True)
        self.why = PlainLabel(face="hint", tone="text2", wrap=True)
        self.reasons = LinkButton(tr("Show these leads"))
        self.trying = PushButton(tr("Try changes…"), icon="sliders-horizontal", height=32)
        words = QVBoxLayout()
        words.setSpacing(1)
        # A widget of its own: an empty layout would let the words have no width at all.
        self._because = QWidget()
        because = QVBoxLayout(self._because)
        because.setContentsMargins(0, 0, 0, 0)
        because.setSpacing(2)
        because.addWidget(self.why)
        because.addWidget(self.reasons, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addWidget(self._because)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.trying)
        self.trying.clicked.connect(self.try_asked)
        self.say_keys()
        self.reasons.clicked.connect(self.reasons_asked)

    def say_keys(self) -> None:
        """The tip of the button names its key."""
        says = tr("Try changes and see whether the list would be finished")
        plain_tooltip(self.trying, f"{says} ({printed(keys_of('try_changes'))})")

    def show_forecast(self, forecast: Forecast) -> None:
        """Say how it stands."""
        is_over = forecast.closes_at is not None and forecast.closes_at <= forecast.at
        if is_over:
            tone, title, text = _when_over(forecast)
        elif forecast.unknown or forecast.finished is None:
            tone, title, text = "info", forecast.unknown or forecast.says, ""
        else:
            is_likely = forecast.chance is None or forecast.chance >= _LIKELY
            tone = "ok" if is_likely and not missed_of(forecast) else "warn"
            title, text = forecast.says, " ".join(each.says for each in forecast.closings)
        why = "" if is_over else forecast.why
        self._mark.set(_ICONS[tone], tone)
        self.set_ground(f"{tone}_soft")
        self.why.setText(why)
        reveal(self._because, shown=bool(why))
        for label, says in ((self.title, title), (self.text, text)):
            label.setText(says)
            reveal(label, shown=bool(says))
        reveal(self.trying, shown=not is_over and forecast.finished is not None)
        name_aloud(self, " ".join(filter(None, (title, text, why))))


def _when_over(forecast: Forecast) -> tuple[str, str, str]:
    """What is said of a window that has closed: what was reached, and what was missed."""
    closed = forecast.closes_at or forecast.at
    title = tr(
        "The window closed on {when}.",
        when=time_words(closed, forecast.zone, now=forecast.at),
    )
    then = closed_at(forecast)
    parts = [tr("{n:,} of {total:,} leads were finished by then.", n=then, total=forecast.total)]
    missed = forecast.total - then
    if missed:
        parts.append(tr_n(missed, "{n} lead was missed.", "{n:,} leads were missed."))
    if forecast.finished_now > then:
        parts.append(tr("{n:,} more since.", n=forecast.finished_now - then))
    return "warn" if missed else "ok", title, " ".join(parts)
