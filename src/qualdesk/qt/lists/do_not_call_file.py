"""A do-not-call list that is looked at: what it holds, for whom it is to count."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.client_field import ClientField
from qualdesk.qt.lists.country_row import CountryRow
from qualdesk.qt.lists.counts import first_of, rows_in_words
from qualdesk.qt.lists.do_not_call_lists import FOR
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark, IconRow
from qualdesk.qt.widgets.side import SideCard

if TYPE_CHECKING:
    from qualdesk.desk.do_not_call import SeenList, UnreadRow

_SIDE: Final = 340
_MOST_ROWS: Final = 7
_FOR_ALL_HERE: Final = tr_later("Nobody on it is called in any campaign here.")
_HASHED: Final = tr_later(
    "Hashes under the client's own key. It stays in the workspace, because numbers come in all "
    "the time, and is in no log and no export."
)


class FileView(QWidget):
    """What a file holds and what is not readable in it; nothing of it is kept yet."""

    region_picked = Signal(str)
    """The country of numbers without a plus."""
    key_pressed = Signal()
    """The file with the key of the hashes is to be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: SeenList | None = None
        self.key: Path | None = None
        self._title = PlainLabel(face="page_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        facts = QVBoxLayout()
        facts.setSpacing(8)
        self.facts: Pool[IconRow, tuple[str, str, str]] = Pool(facts, IconRow, _fill)
        unread = QVBoxLayout()
        unread.setSpacing(6)
        self.unread: Pool[IconRow, str] = Pool(unread, IconRow, _fill_unread)
        self._facts_rows, self._unread_rows = facts, unread
        self._unread_part, self._country_part = QWidget(), QWidget()
        self.country = CountryRow()
        self.client = ClientField()
        self._holds = PlainLabel(face="body", tone="text2", wrap=True)
        self._key_part = QWidget()
        self._key_says = PlainLabel(face="hint", tone="text2", wrap=True)
        self.choose_key = PushButton(tr("Choose the key's file…"), icon="folder")
        self._lay_out()
        self.country.picked.connect(self.region_picked)
        self.client.choice.currentIndexChanged.connect(lambda _at: self._tell_whom())
        self.choose_key.clicked.connect(self.key_pressed)
        self.setFocusProxy(self.country.field)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        for card, share in ((self._file_card(), 1), (self._whose_card(), 0)):
            column = QVBoxLayout()
            column.addWidget(card)
            column.addStretch(1)
            row.addLayout(column, share)

    def _file_card(self) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._says)
        head = QHBoxLayout()
        head.setSpacing(12)
        mark = IconMark("file-spreadsheet", "accent_text", 28)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.country.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        asks = tr("Which country are numbers without + from?")
        _under(self._country_part, PlainLabel(asks, face="body_strong"), self.country)
        title = PlainLabel(tr("Problems"), face="body_strong")
        _under(self._unread_part, title)
        self._unread_part.layout().addLayout(self._unread_rows)  # type: ignore[union-attr]
        column = QVBoxLayout(card)
        column.setContentsMargins(22, 20, 22, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self._facts_rows)
        column.addWidget(self._country_part)
        column.addWidget(self._unread_part)
        return card

    def _whose_card(self) -> Card:
        card = SideCard(_SIDE)
        _under(self._key_part, self._key_says, self.choose_key)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(tr("For whom it counts"), face="card_title"))
        column.addWidget(self.client)
        column.addWidget(self._holds)
        column.addWidget(self._key_part)
        return card

    def begin(self, path: Path) -> None:
        """Another file is being read: nothing is known of it."""
        self.seen, self.key = None, None
        self._title.setText(path.name)
        self._says.setText(tr("Being read. Nothing is kept."))
        self.facts.show(())
        self.unread.show(())
        for part in (self._country_part, self._unread_part, self._key_part):
            reveal(part, shown=False)
        self.country.field.clear()
        self._tell_whom()

    def show_seen(self, seen: "SeenList") -> None:
        """Show what the file holds."""
        self.seen = seen
        self._tell_whom()
        self._says.setText(tr("Nothing of it is kept yet."))
        self.facts.show(_facts(seen))
        self.country.show_country(seen.region)
        reveal(self._country_part, shown=not seen.is_hashed)
        self.unread.show(first_of([_row(one) for one in seen.unread], _MOST_ROWS))
        reveal(self._unread_part, shown=bool(seen.unread))
        self.show_key(self.key)
        reveal(self._key_part, shown=seen.is_hashed)

    def show_key(self, key: Path | None) -> None:
        """Say which file holds the key; what stands in it shows nowhere."""
        self.key = key
        chosen = tr("The key is in {file}.", file=key.name) if key else ""
        self._key_says.setText(" ".join(filter(None, (tr(_HASHED), chosen))))

    def refuse(self, says: str) -> None:
        """The file cannot be used: why, in place of what it holds."""
        self.seen = None
        self._says.setText(says)
        self.facts.show(())

    @property
    def can_load(self) -> bool:
        """Whether anything in it can be kept, and the key is there where one is needed."""
        seen = self.seen
        if seen is None or not seen.rows:
            return False
        return not seen.is_hashed or self.key is not None

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.country, self.client, self.choose_key)

    def _tell_whom(self) -> None:
        client = self.client.client
        is_one_of_several = self.client.choice.count() > 1
        known = FOR.get(client) if is_one_of_several or client else _FOR_ALL_HERE
        whom = tr("Nobody on it is called for {client}.", client=client)
        self._holds.setText(
            f"{tr(known) if known else whom} "
            + tr("Their leads leave the queue at once. You can take the list back as a whole.")
        )


def _facts(seen: "SeenList") -> list[tuple[str, str, str]]:
    rows = tr("{rows} readable", rows=rows_in_words(seen.rows))
    found = [("circle-check", rows, "ok") if seen.rows else ("triangle-alert", rows, "bad")]
    if seen.is_hashed:
        says = tr_n(seen.numbers, "{n:,} hash of a number", "{n:,} hashes of numbers")
        return [*found, ("shield-check", says, "text3"), *_left_out(seen)]
    if seen.numbers:
        found.append(("phone", tr_n(seen.numbers, "{n:,} number", "{n:,} numbers"), "text3"))
    if seen.emails:
        says = tr_n(seen.emails, "{n:,} mail address", "{n:,} mail addresses")
        found.append(("mail", says, "text3"))
    if seen.people:
        says = tr_n(
            seen.people, "{n:,} person by name and company", "{n:,} people by name and company"
        )
        found.append(("user", says, "text3"))
    if seen.extensions:
        says = tr_n(
            seen.extensions,
            "{n:,} row has an extension: the whole line is stopped",
            "{n:,} rows have an extension: the whole line is stopped",
        )
        found.append(("info", says, "info"))
    return [*found, *_left_out(seen)]


def _left_out(seen: "SeenList") -> list[tuple[str, str, str]]:
    if not seen.left_out:
        return []
    return [
        ("triangle-alert", tr("{rows} not readable", rows=rows_in_words(seen.left_out)), "warn")
    ]


def _row(one: "UnreadRow") -> str:
    return tr("Row {number}: {says}", number=one.row_number, says=one.says)


def _fill(row: IconRow, shown: tuple[str, str, str]) -> None:
    icon, text, tone = shown
    row.set(icon, text, tone=tone)


def _fill_unread(row: IconRow, says: str) -> None:
    row.set("triangle-alert", says, tone="warn")


def _under(place: QWidget, *parts: QWidget) -> None:
    """Put widgets under each other, with a line above them where the card goes on."""
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(Rule())
    for part in parts:
        column.addWidget(part)
