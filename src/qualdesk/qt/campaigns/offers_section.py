"""What callers can offer on a call: material, mails, and messages on machines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigning import Section
from qualdesk.core.languages import language_name
from qualdesk.core.offers import MOST_MATERIALS, NO_OFFERS, Offers, Voicemail
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.call_desk.words_field import GrowingField
from qualdesk.qt.campaigns.section import SectionCard, put
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.switch import Switch

_ACROSS: Final = 3
_LANGUAGES: Final = 4
_MOST: Final = (1, 2, 3, 5)
_A_WEEK: Final = timedelta(days=7)
_EXAMPLES: Final = (tr_later("Price list"), tr_later("Spec sheet"), tr_later("Case study"))
_READ_OUT: Final = tr_later("Callers read these words out, and they are kept with the yes.")
_AFTER_IT: Final = tr_later(
    "The key for voicemail leaves one and goes on; it says which message it is."
)


class OffersSection(SectionCard):
    """Material by name, the opt-in's words in each language, and how messages are left."""

    def __init__(self) -> None:
        super().__init__(Section.OFFERS, tr("Beside the outcome, while they are on the line."))
        self._kept: Offers = NO_OFFERS
        self._tags: tuple[str, ...] = ("en",)
        self.materials = [
            Field(
                tr("Material {number}", number=n),
                tr(_EXAMPLES[n - 1]) if n <= len(_EXAMPLES) else "",
            )
            for n in range(1, MOST_MATERIALS + 1)
        ]
        self._names = [PlainLabel(face="hint_medium", tone="text2") for _ in range(_LANGUAGES)]
        self.words = [
            GrowingField(
                tr("Question for mails {number}", number=n),
                tr("May we write to you about it, once a month?"),
            )
            for n in range(1, _LANGUAGES + 1)
        ]
        self.leaves = Switch(tr("Leave messages on machines"))
        self.text = GrowingField(
            tr("What is said on the machine"), tr("It is ... of ..., about ...")
        )
        self.most = Figures(tr("Messages for one person, at most"), _MOST, _messages)
        self.again = Tick(tr("After the last one, call again on"))
        self.day = DayField(tr("The day they are called again"))
        self._voicemail = QWidget()
        self._lay_out()
        self._listen()

    @override
    def fill(self, shown: Shown, today: date) -> None:
        kept = self._kept = shown.setup.campaign.offers
        typed = tuple(text for field in self.materials if (text := field.text().strip()))
        if typed != kept.materials:
            for at, field in enumerate(self.materials):
                put(field, kept.materials[at] if at < len(kept.materials) else "")
        self._room_for_more()
        self._tags = _languages(shown)
        for at, (name, words) in enumerate(zip(self._names, self.words, strict=True)):
            tag = self._tags[at] if at < len(self._tags) else ""
            language = language_name(tag.partition("-")[0])
            name.setText(tr("May we write to them? In {language}", language=language))
            words.setAccessibleName(tr("The question for mails, in {language}", language=language))
            _put_words(words, kept.opt_in.get(tag, ""))
            for part in (name, words):
                reveal(part, shown=bool(tag))
        mode = kept.voicemail
        self.leaves.setChecked(mode.is_on)
        _put_words(self.text, mode.text)
        self.most.set_figure(mode.most)
        self.again.setChecked(mode.follow_up is not None)
        if mode.follow_up != self.day.day:
            self.day.set_day(mode.follow_up or today + _A_WEEK)
        self._turned()

    @override
    def into(self, said: Settled) -> Settled:
        words = {**self._kept.opt_in}
        for tag, field in zip(self._tags, self.words, strict=False):
            words[tag] = field.toPlainText().strip()
        mode = Voicemail(
            is_on=self.leaves.isChecked(),
            text=self.text.toPlainText().strip(),
            most=self.most.figure,
            follow_up=self.day.day if self.again.isChecked() else None,
        )
        offers = Offers(
            materials=tuple(text for field in self.materials if (text := field.text().strip())),
            opt_in=MappingProxyType({tag: text for tag, text in words.items() if text}),
            voicemail=mode,
        )
        return replace(said, offers=offers)

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        voicemail = (self.leaves, self.text, self.most, self.again, self.day)
        return (*self.materials, *self.words, *voicemail)

    def _lay_out(self) -> None:
        body = self.body
        body.addWidget(
            PlainLabel(tr("What can be sent to them?"), face="hint_medium", tone="text2")
        )
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, field in enumerate(self.materials):
            grid.addWidget(field, at // _ACROSS, at % _ACROSS)
        body.addLayout(grid)
        body.addWidget(Rule())
        for name, words in zip(self._names, self.words, strict=True):
            body.addWidget(name)
            body.addWidget(words)
        body.addWidget(PlainLabel(tr(_READ_OUT), face="hint", tone="text2", wrap=True))
        body.addWidget(Rule())
        body.addWidget(self.leaves)
        inside = QVBoxLayout(self._voicemail)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.most, self.again, self.day):
            row.addWidget(part)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(PlainLabel(tr(_AFTER_IT), face="hint", tone="text2", wrap=True))
        body.addWidget(self._voicemail)

    def _listen(self) -> None:
        for field in self.materials:
            field.textChanged.connect(self._room_for_more)
            field.textChanged.connect(self.changed)
        for words in (*self.words, self.text):
            words.textChanged.connect(self.changed)
        self.most.currentIndexChanged.connect(self.changed)
        self.day.changed.connect(self.changed)
        for box in (self.leaves, self.again):
            box.toggled.connect(self._turned)
            box.toggled.connect(self.changed)

    def _room_for_more(self) -> None:
        """One row more than is filled: empty boxes to the end would look like a task."""
        filled = max(
            (n for n, one in enumerate(self.materials, 1) if one.text().strip()), default=0
        )
        rows = filled // _ACROSS + 1
        for at, field in enumerate(self.materials):
            reveal(field, shown=at // _ACROSS < rows)

    def _turned(self) -> None:
        reveal(self._voicemail, shown=self.leaves.isChecked())
        reveal(self.day, shown=self.again.isChecked())


def _languages(shown: Shown) -> tuple[str, ...]:
    """The languages the campaign's script is read in, and those that have words already."""
    setup = shown.setup
    script = setup.script
    document = next((one for one in shown.scripts if script and one.id == script.id), None)
    tags = (
        *((script.language,) if script else ()),
        *(document.languages if document else ()),
        *setup.campaign.offers.opt_in,
    )
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:_LANGUAGES] or ("en",)


def _put_words(field: GrowingField, text: str) -> None:
    """Show words, unless they stand there already: the cursor would jump."""
    if field.toPlainText().strip() != text:
        field.setPlainText(text)


def _messages(most: int) -> str:
    return tr_n(most, "At most {n} message each", "At most {n} messages each")
