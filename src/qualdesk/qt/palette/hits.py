"""What a search lists, line by line: headings, people, companies, commands, things to do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qualdesk.core.frozen import frozen
from qualdesk.core.identity import folded
from qualdesk.core.wording import tr
from qualdesk.qt.shortcuts import Shortcut

if TYPE_CHECKING:
    from qualdesk.desk.searching import Found, FoundCompany, FoundLead

Act = Callable[[], None]


@frozen
class Hit:
    """One line of the list; a heading when there is nothing to do with it.

    Attributes:
        line: a second line below the title, empty for none.
        keys: the id of the command whose key stands at the end, or a key; empty for none.
        act: what Enter does; ``more`` is what Tab does, None when there is no more.
    """

    title: str
    line: str = ""
    icon: str = ""
    keys: str = ""
    act: Act | None = None
    more: Act | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the cursor passes over it."""
        return self.act is None

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(filter(None, (self.title, self.line)))


def lead_hits(
    found: "Found", act: "Callable[[FoundLead], None]", more: "Callable[[FoundLead], None]"
) -> list[Hit]:
    """The people of a search, under their heading."""
    if not found.leads:
        return []
    hits = [
        Hit(
            title=one.name,
            line=f"{one.line}.",
            icon="user" if one.may_be_called else "ban",
            act=_with(act, one),
            more=_with(more, one),
        )
        for one in found.leads
    ]
    return [Hit(title=tr("Leads")), *hits]


def company_hits(found: "Found", act: "Callable[[FoundCompany], None]") -> list[Hit]:
    """The companies of a search, under their heading."""
    hits = [
        Hit(title=one.name, line=one.line, icon="building-2", act=_with(act, one))
        for one in found.companies
    ]
    return [Hit(title=tr("Companies")), *hits] if hits else []


def command_hits(
    text: str, table: Sequence[Shortcut], run: Callable[[str], None], *, most: int = 6
) -> list[Hit]:
    """The commands whose words begin with what was typed, those that begin with it first."""
    words = folded(text).split()
    fitting = [each for each in table if _says(tr(each.does), words)]
    fitting.sort(key=lambda each: not folded(tr(each.does)).startswith(" ".join(words)))
    hits = [_command(each, run) for each in fitting[:most]]
    return [Hit(title=tr("Commands")), *hits] if hits else []


def _command(each: Shortcut, run: Callable[[str], None]) -> Hit:
    """A command on one line, or on two where its words are many."""
    title, line = tr(each.does), ""
    if len(title) > _ONE_LINE:
        end = next((mark for mark in (". ", ": ", "; ") if mark in title), "")
        title, _, line = title.partition(end) if end else (title, "", "")
    icon = _icon(each.id)
    return Hit(title=title, line=line, icon=icon, keys=each.id, act=_with(run, each.id))


def _says(does: str, words: Sequence[str]) -> bool:
    there = folded(does).replace(",", " ").replace(":", " ").split()
    return all(any(one.startswith(word) for one in there) for word in words)


def _with(act: Callable[..., None], what: object) -> Act:
    return lambda: act(what)


def _icon(command: str) -> str:
    for start, icon in _ICONS.items():
        if command.startswith(start):
            return icon
    return "arrow-right"


_ONE_LINE = 60
_ICONS = {
    "do_not_call": "ban",
    "referral": "user-plus",
    "outcome": "check",
    "go_desk": "headset",
    "go_lists": "list-checks",
    "go_campaigns": "flag",
    "go_handoff": "send",
    "undo": "undo-2",
    "redo": "repeat",
    "help": "life-buoy",
    "settings": "sliders-horizontal",
    "copy": "copy",
    "note": "pencil-line",
    "question": "message-square",
    "dial": "phone",
    "calling_back": "phone-incoming",
    "import": "upload",
    "new": "plus",
    "refresh": "refresh-cw",
    "find": "search",
    "pin": "pin",
    "break": "pause",
}
