"""All that is kept about a person, in words: what each value is called, and no mark of ours.

Files for programs hold the marks themselves.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, Final

from qualdesk.core.country_names import name_and_code
from qualdesk.core.events import Attendance
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.languages import language_name
from qualdesk.core.lead_words import lead_words
from qualdesk.core.leads import Bucket
from qualdesk.core.permission import Basis
from qualdesk.core.questions import Question, QuestionId
from qualdesk.core.sources import SourceType
from qualdesk.core.wording import tr, tr_later

Row = Mapping[str, Any]


@frozen
class PersonWords:
    """What a workspace calls the things that are kept about somebody.

    Attributes:
        outcomes: what calls can end with, by code, in the language spoken.
        questions: the questions of the scripts they were asked by, by id.
    """

    outcomes: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[QuestionId, Question] = field(default_factory=dict)

    def cell(self, part: str, column: str, row: Row) -> str:
        """One value of a row in words; empty where nothing is kept."""
        value = row.get(column)
        if part == "answer" and column in {"question", "value"}:
            return self._answer(column, row)
        return self._say(column, value, part)

    def _answer(self, column: str, row: Row) -> str:
        asked = self.questions.get(QuestionId(str(row.get("question"))))
        if column == "question":
            return (asked.ask or asked.say) if asked else _plain(str(row.get("question") or ""))
        if row.get("does_not_know"):
            return tr("Does not know")
        value = row.get("value")
        kept = tuple(value) if isinstance(value, list) else value
        return asked.label_of(kept) if asked else self._say(column, value)

    def _say(self, column: str, value: Any, part: str = "") -> str:
        if value is None or value in ("", [], {}):
            return ""
        if isinstance(value, bool):
            return tr("yes") if value else tr("no")
        if isinstance(value, dict):
            said = {one: self._say(one, of) for one, of in value.items() if one not in _OURS}
            return "\n".join(_line(heading(one), of) for one, of in said.items() if of)
        if isinstance(value, list):
            return ", ".join(filter(None, (self._say(column, one, part) for one in value)))
        return self._text(column, str(value), part)

    def _text(self, column: str, text: str, part: str) -> str:
        if column in _OUTCOMES:
            return self.outcomes.get(text) or _plain(text)
        known = _OF_PART.get((part, column)) or _VALUES.get(column)
        if known is not None:
            return known(text)
        if len(text) > _DAY and text[10:11] == "T" and text[:4].isdigit():
            return text[:16].replace("T", " ")
        # A mark nobody named: rather its words than the mark. What people typed stays as it is.
        return text if column in _TYPED else _plain(text)


def heading(column: str) -> str:
    """What stands above a column, or before a value."""
    known = _HEADINGS.get(column)
    return tr(known) if known else column.replace("_", " ").capitalize()


def _line(head: str, says: str) -> str:
    """A value behind its heading; one of several lines stands below it."""
    return f"{head}:\n{says}" if "\n" in says else f"{head}: {says}"


def _plain(mark: str) -> str:
    """The words a mark is made of."""
    return mark.replace("_", " ").capitalize() if _MARK.fullmatch(mark) else mark


def _named(words: Mapping[str, str]) -> Callable[[str], str]:
    return lambda mark: tr(words[mark]) if mark in words else _plain(mark)


def _labelled(kind: Callable[[str], Any], marks: Iterable[str]) -> Callable[[str], str]:
    there = frozenset(marks)
    return lambda mark: str(kind(mark).label) if mark in there else _plain(mark)


_DAY: Final = 19
_MARK: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")
_TYPED: Final = frozenset(
    {
        *("note", "words", "says", "raw", "text", "wording", "evidence", "file_name", "value"),
        *("external_id", "address", "name", "caller", "owner", "by", "login", "reason"),
    }
)
# What a list cost says nothing about anybody on it; the numbers of rows nothing to anybody.
_OURS: Final = frozenset({"cost", "currency", "lead_id", "attempt_id", "answer_id", "id"})
_OUTCOMES: Final = frozenset({"outcome", "last_outcome"})
_VALUES: Final[Mapping[str, Callable[[str], str]]] = {
    "attendance": _labelled(Attendance, [one.value for one in Attendance]),
    "event_answer": _labelled(Attendance, [one.value for one in Attendance]),
    "type": _labelled(SourceType, [one.value for one in SourceType]),
    "source": _labelled(SourceType, [one.value for one in SourceType]),
    "basis": _labelled(Basis, [one.value for one in Basis]),
    "country": name_and_code,
    "language": language_name,
    "languages": language_name,
    "state_reason": lead_words,
    "kept_out": lead_words,
    "became": _labelled(ItemState, [one.value for one in ItemState]),
    "result": _labelled(ItemState, [one.value for one in ItemState]),
    "channel": _named({"mail": tr_later("E-mail"), "phone": tr_later("Phone")}),
    "recycled_to": _named({"queue": tr_later("the queue"), "nurture": tr_later("nurture")}),
    "answered_in": _named(
        {
            "app": tr_later("in qualdesk"),
            "sheet": tr_later("in the answer sheet"),
            "form": tr_later("in the answer page"),
            "crm": tr_later("in their own system"),
        }
    ),
    "does": _named(
        {
            "call": tr_later("A call"),
            "record_answer": tr_later("An answer"),
            "clear_answer": tr_later("An answer taken back"),
            "write_note": tr_later("A note"),
            "leave_message": tr_later("A message"),
            "start_attempt": tr_later("A call begun"),
            "open_fit": tr_later("Fit opened early"),
            "speak": tr_later("Another language"),
            "finish": tr_later("An outcome"),
            "finish_without_call": tr_later("An outcome without a call"),
            "do_not_call": tr_later("Not to be called"),
            "skip": tr_later("Skipped"),
            "refer": tr_later("Somebody they named"),
        }
    ),
    "choice": _named({"left": tr_later("left as it is"), "taken": tr_later("taken")}),
}
_OF_PART: Final[Mapping[tuple[str, str], Callable[[str], str]]] = {
    ("lead", "state"): _labelled(Bucket, [one.value for one in Bucket]),
    ("handed_over", "state"): _labelled(ItemState, [one.value for one in ItemState]),
    ("handoff_item", "state"): _labelled(ItemState, [one.value for one in ItemState]),
    ("handoff_dispute", "about"): _labelled(ItemState, [one.value for one in ItemState]),
    ("handoff_dispute", "state"): _named(
        {
            "open": tr_later("Not decided yet"),
            "stands": tr_later("The answer stands"),
            "changed": tr_later("The answer was changed"),
            "withdrawn": tr_later("Withdrawn"),
        }
    ),
    ("contact_phone", "kind"): _named(
        {
            "direct": tr_later("Direct line"),
            "mobile": tr_later("Mobile"),
            "main": tr_later("Main line"),
            "unknown": tr_later("Not known"),
        }
    ),
    ("contact_phone", "state"): _named(
        {
            "valid": tr_later("Can be dialled"),
            "possible": tr_later("Can perhaps be dialled"),
            "no_area_code": tr_later("Lacks its area code"),
            "lost_digits": tr_later("Lost digits"),
            "broken": tr_later("Cannot be dialled"),
            "out_of_service": tr_later("Out of service"),
            "wrong_person": tr_later("Somebody else's"),
            "do_not_call": tr_later("Not to be called"),
        }
    ),
    ("touchpoint", "kind"): _named(
        {
            "scan": tr_later("Badge scanned"),
            "demo": tr_later("Saw a demo"),
            "attended": tr_later("Attended"),
            "no_show": tr_later("Did not come"),
            "asked_for_call": tr_later("Asked for a call"),
            "giveaway": tr_later("Took a giveaway"),
            "download": tr_later("Downloaded"),
            "form_answer": tr_later("Answer in a form"),
            "note": tr_later("Note"),
            "visit": tr_later("Visit"),
            "other": tr_later("Other"),
        }
    ),
    ("callback", "kind"): _named(
        {"fixed": tr_later("At an agreed time"), "open": tr_later("No time agreed")}
    ),
    ("callback", "state"): _named(
        {
            "set": tr_later("Agreed"),
            "kept": tr_later("Kept"),
            "dropped": tr_later("No longer wanted"),
        }
    ),
    ("meeting", "kind"): _named(
        {"live": tr_later("Put through on the line"), "slot": tr_later("At an agreed time")}
    ),
    ("suppression", "scope"): _named(
        {
            "number": tr_later("This number"),
            "person": tr_later("This person"),
            "email": tr_later("This address"),
            "company": tr_later("The whole company"),
            "house": tr_later("By nobody here"),
        }
    ),
    ("suppression", "client"): lambda kept: tr("All clients") if kept == "*" else kept,
    ("claim_log", "kind"): _named(
        {
            "open": tr_later("The lead in hand"),
            "next": tr_later("The lead after it"),
            "undo": tr_later("To take an outcome back"),
            "offline": tr_later("For work without a line"),
        }
    ),
    ("claim_log", "how"): _named(
        {
            "claim": tr_later("Came to a caller's desk"),
            "peek_next": tr_later("Seen as one of the next"),
            "find_caller_back": tr_later("Looked up when somebody called back"),
            "company_strip": tr_later("Seen beside a colleague"),
            "my_recent": tr_later("Seen among a caller's last calls"),
        }
    ),
}
_HEADINGS: Final = {
    "about": tr_later("About"),
    "address": tr_later("Address"),
    "agreed_by": tr_later("Agreed with"),
    "also_named": tr_later("Also named"),
    "amount": tr_later("Amount"),
    "answer_until": tr_later("Answer by"),
    "answered_at": tr_later("Answered on"),
    "answered_by": tr_later("Answered by"),
    "answered_in": tr_later("Answered"),
    "arrived_at": tr_later("Arrived"),
    "asked_at": tr_later("Asked on"),
    "asked_by": tr_later("Asked by"),
    "asked_for_call": tr_later("Asked for a call"),
    "at": tr_later("When"),
    "attempts": tr_later("Calls tried"),
    "attendance": tr_later("How they stand with the event"),
    "basis": tr_later("Ground"),
    "batch_email": tr_later("Its address"),
    "batch_receiver": tr_later("The batch went to"),
    "because": tr_later("Because"),
    "became": tr_later("Became"),
    "became_at": tr_later("Became it on"),
    "became_because": tr_later("Why"),
    "brief": tr_later("Brief for sales"),
    "by": tr_later("Noted by"),
    "callback_owner": tr_later("Called back by"),
    "caller": tr_later("Caller"),
    "campaign": tr_later("Campaign"),
    "channel": tr_later("Channel"),
    "choice": tr_later("What was decided"),
    "city": tr_later("City"),
    "client": tr_later("Client"),
    "comes_from": tr_later("Comes from"),
    "company": tr_later("Company"),
    "country": tr_later("Country"),
    "decided_at": tr_later("Decided on"),
    "decided_by": tr_later("Decided by"),
    "did": tr_later("What they did"),
    "do_next": tr_later("What to do next"),
    "does": tr_later("What"),
    "download_only": tr_later("Only downloaded"),
    "due_at": tr_later("Due"),
    "e164": tr_later("Number"),
    "email": tr_later("E-mail"),
    "emails": tr_later("Addresses"),
    "ended_at": tr_later("Ended"),
    "engagement": tr_later("Things they did there"),
    "event_answer": tr_later("Their answer about the event"),
    "evidence": tr_later("Evidence"),
    "expires_at": tr_later("Ends"),
    "extension": tr_later("Extension"),
    "external_id": tr_later("Number in the list"),
    "facts": tr_later("Facts"),
    "file_name": tr_later("File"),
    "finished_at": tr_later("Finished"),
    "first_name": tr_later("First name"),
    "frameworks": tr_later("Frameworks"),
    "giveaway_only": tr_later("Only took the giveaway"),
    "given_at": tr_later("When"),
    "given_on": tr_later("Given on"),
    "held_back": tr_later("Held back"),
    "held_by": tr_later("Held back by"),
    "hint": tr_later("Hint"),
    "how": tr_later("How"),
    "in_one_line": tr_later("In one line"),
    "kept_out": tr_later("Kept out"),
    "kind": tr_later("Kind"),
    "label": tr_later("Label"),
    "language": tr_later("Language"),
    "languages": tr_later("Languages"),
    "last_attempt_at": tr_later("Last call"),
    "last_name": tr_later("Last name"),
    "last_outcome": tr_later("How the last call ended"),
    "left_by": tr_later("Left by"),
    "lifted_at": tr_later("Lifted"),
    "loaded_at": tr_later("Loaded"),
    "login": tr_later("Login"),
    "made_at": tr_later("Kept since"),
    "name": tr_later("Name"),
    "note": tr_later("Note"),
    "number": tr_later("Number"),
    "nurture": tr_later("Nurture"),
    "nurture_track": tr_later("Nurture"),
    "on_behalf_of": tr_later("On behalf of"),
    "one_line": tr_later("In one line"),
    "opportunity": tr_later("Opportunity"),
    "outcome": tr_later("How it ended"),
    "owner": tr_later("Owner"),
    "permission": tr_later("Permission"),
    "phone": tr_later("Phone"),
    "phones": tr_later("Numbers"),
    "place": tr_later("Place"),
    "points": tr_later("Points"),
    "postcode": tr_later("Postcode"),
    "pushed_by": tr_later("Put first by"),
    "question": tr_later("Question"),
    "raw": tr_later("As it came"),
    "read_at": tr_later("Read on"),
    "read_by": tr_later("Read by"),
    "reason": tr_later("Reason"),
    "receiver": tr_later("To whom"),
    "receiver_email": tr_later("Their address"),
    "recycled_at": tr_later("Came back to us"),
    "recycled_because": tr_later("Why it came back"),
    "recycled_to": tr_later("Came back to"),
    "referred": tr_later("Named by somebody"),
    "responding_to": tr_later("Responding to"),
    "result": tr_later("Result"),
    "said": tr_later("What they said"),
    "said_at": tr_later("Said on"),
    "said_by": tr_later("Said by"),
    "salesperson": tr_later("Salesperson"),
    "saw_demo": tr_later("Saw a demo"),
    "says": tr_later("Words"),
    "scope": tr_later("Covers"),
    "sent_at": tr_later("Sent"),
    "settled_at": tr_later("Decided on"),
    "settled_by": tr_later("Decided by"),
    "signals": tr_later("What the source says"),
    "source": tr_later("Source"),
    "started_at": tr_later("Began"),
    "starts_at": tr_later("When"),
    "state": tr_later("How it stands"),
    "state_reason": tr_later("Why it stands so"),
    "subdivision": tr_later("State or province"),
    "text": tr_later("Words"),
    "threshold": tr_later("Points needed"),
    "title": tr_later("Title"),
    "told_at": tr_later("Told on"),
    "type": tr_later("Kind of source"),
    "until": tr_later("Until"),
    "value": tr_later("Value"),
    "wall": tr_later("Agreed time"),
    "wanted_on": tr_later("Wanted on"),
    "was_reached": tr_later("Was reached"),
    "what": tr_later("What"),
    "where": tr_later("Where"),
    "who": tr_later("Who"),
    "why": tr_later("Why"),
    "wording": tr_later("Wording"),
    "words": tr_later("In their words"),
    "zone": tr_later("Clock"),
    "zones": tr_later("Clocks"),
}
