"""What a mail to a salesperson says: new leads, leads taken back, a reminder. English only."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import batch_title, full_day
from qualdesk.core.mails import About, one_line
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import english


@frozen
class MailedLead:
    """A lead as a mail names it: one line of the brief beside who they are, no number."""

    name: str
    company: str = ""
    one_line: str = ""


@frozen
class Telling:
    """What one salesperson is told of one batch.

    Attributes:
        receiver: their name; ``by`` is who of ours writes.
        answer_by: the day by which they answer.
        leads: theirs, in the order of the batch.
        left_out: how many leads of theirs are not named any more: somebody asked not to be
            called, or was erased, since the batch left.
        because: why leads are taken back.
        files: names of what is attached.
        too_big: names of what is not, because a mail cannot carry it.
    """

    about: About
    receiver: str
    campaign: str
    number: int
    answer_by: date
    leads: Sequence[MailedLead]
    by: str = ""
    left_out: int = 0
    because: str = ""
    files: Sequence[str] = ()
    too_big: Sequence[str] = ()

    @property
    def title(self) -> str:
        """The batch in words."""
        return batch_title(one_line(self.campaign, 80), self.number)


@english()
def subject_of(told: Telling) -> str:
    """The subject of the mail, one line."""
    day = full_day(told.answer_by)
    begins = {
        About.BATCH: f"{_leads(len(told.leads))} for you, answer by {day}",
        About.RECALL: f"Please leave {_leads(len(told.leads))} be",
        About.REMINDER: f"{_leads(len(told.leads))} wait for your answer by {day}",
    }
    return one_line(f"{begins[told.about]}: {told.title}", 160)


@english()
def text_of(told: Telling) -> str:
    """The mail in plain text."""
    parts = [f"Hello {one_line(told.receiver)},", *_before(told)]
    for place, lead in enumerate(told.leads, start=1):
        who = ", ".join(filter(None, (one_line(lead.name), one_line(lead.company))))
        says = one_line(lead.one_line, 240)
        parts.append(f"{place}. {who}" + (f"\n   {says}" if says else ""))
    parts += _after(told)
    if told.by:
        parts.append(one_line(told.by))
    return without_tricks("\n\n".join(parts)) + "\n"


@english()
def html_of(told: Telling) -> str:
    """The same as a page: no pictures, no links, nothing from the network."""
    leads = "".join(
        f"<li><b>{_safe(lead.name)}</b>{_after_comma(lead.company)}"
        f"<br>{_safe(lead.one_line, 240)}</li>"
        for lead in told.leads
    )
    before = "".join(f"<p>{escape(says)}</p>" for says in _before(told))
    after = "".join(f"<p>{escape(says)}</p>" for says in _after(told))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{_safe(told.title)}</title></head>"
        '<body style="font-family: sans-serif">'
        f"<p>Hello {_safe(told.receiver)},</p>{before}<ol>{leads}</ol>{after}"
        f"<p>{_safe(told.by)}</p></body></html>\n"
    )


def _before(told: Telling) -> list[str]:
    count, day = _leads(len(told.leads)), full_day(told.answer_by)
    if told.about is About.RECALL:
        says = [f"We take back {count} of {told.title}. Please do not contact them."]
        return [*says, f"Why: {one_line(told.because, 240)}"] if told.because else says
    if told.about is About.REMINDER:
        return [f"{count} of {told.title} wait for your answer. It is due by {day}."]
    return [f"{count} of {told.title} are for you. Please answer by {day}."]


def _after(told: Telling) -> list[str]:
    says = [f"{name}: {_FILES[name]}" for name in told.files if name in _FILES]
    if told.too_big:
        says.append(
            f"Too big for a mail: {', '.join(told.too_big)}. Ask us, and you get it another way."
        )
    if told.left_out:
        says.append(
            f"{_leads(told.left_out)} of this batch must not be contacted any more: leave out "
            "whoever stands in older files and not here."
        )
    return says


def _leads(count: int) -> str:
    return "1 lead" if count == 1 else f"{count:,} leads"


def _safe(text: str, letters: int = 120) -> str:
    return escape(one_line(text, letters))


def _after_comma(text: str) -> str:
    return f", {_safe(text)}" if text else ""


_FILES: Mapping[str, str] = {
    "briefs.pdf": "a page about each of them: why they qualify, and what to do next.",
    "answers.html": "say in your browser whether you take each of them or send it back, save it, "
    "and mail the saved file back to us.",
    "answers.xlsx": "the same for a spreadsheet program.",
    "talks.ics": "the times agreed with them, for your calendar.",
    "contacts.vcf": "their cards for your address book.",
}
