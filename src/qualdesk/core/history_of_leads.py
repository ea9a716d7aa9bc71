"""What the history says was done about one lead: calls, its place in the queue, what sales said."""

from typing import Final

from qualdesk.core.history_sentences import HistoryKind, said
from qualdesk.core.wording import tr_later

_CALLS, _QUEUE, _NO = HistoryKind.CALLS, HistoryKind.QUEUE, HistoryKind.DO_NOT_CALL
_HANDOFF = HistoryKind.HANDOFF
OF_CALLS: Final = {
    "outcome *": said(_CALLS, tr_later("Called {name}: {rest}"), silent="call"),
    "undid *": said(_CALLS, tr_later("Took back the outcome of {name}: {rest}")),
    "took back *": said(_CALLS, tr_later("Took back what was noted about {name}: {rest}")),
    "saved too late": said(
        _CALLS, tr_later("Ended a call with {name} when somebody else had the lead by then")
    ),
    "left a late save": said(
        _CALLS, tr_later("Left on record only what was saved late about {name}")
    ),
    "took a late save": said(
        _CALLS, tr_later("Let a call with {name} count that was saved late"), silent="call"
    ),
    "took a late save back": said(
        _CALLS, tr_later("Took back the choice about what was saved late about {name}")
    ),
    "opened fit early": said(
        _CALLS, tr_later("Opened Fit with {name} before discovery had its answers")
    ),
    "called anyway": said(
        _CALLS, tr_later("Called {name} although a rule speaks against it: {rule}"), silent="call"
    ),
    "gave back": said(_CALLS, tr_later("Gave {name} back without a call"), silent="call"),
    "looked up": said(_CALLS, tr_later("Looked up {name}")),
    "took up": said(
        _CALLS,
        tr_later("Took a call from {name}, who was with {had_it}"),
        unless=("had_it", tr_later("Took a call from {name}")),
        silent="call",
    ),
    "left a message": said(_CALLS, tr_later("Left a message about {name}")),
    "referred": said(
        _CALLS,
        tr_later("Noted that {by} named {name}, who is here already"),
        unless=("existing", tr_later("Added {name}, whom {by} named")),
    ),
    "found out": said(_CALLS, tr_later("Found something out about {name}")),
    "found a number": said(_CALLS, tr_later("Found a number of {name}")),
    "was asked for material": said(_CALLS, tr_later("Was asked by {name} for material")),
    "sent material": said(_CALLS, tr_later("Sent material to {name}")),
    "noted a yes to mails": said(_CALLS, tr_later("Noted that {name} said yes to mails")),
    "handed over on the line": said(
        _CALLS, tr_later("Handed {name} over to sales during the call")
    ),
    "booked a talk with sales": said(_CALLS, tr_later("Booked a talk with sales for {name}")),
    "found a call fine": said(
        _CALLS, tr_later("Looked at a call with {name} and found it fine"), silent="call"
    ),
    "left a note on a call": said(
        _CALLS, tr_later("Looked at a call with {name} and left its caller a note"), silent="call"
    ),
    "took a review back": said(
        _CALLS, tr_later("Took back what was said of a call with {name}"), silent="call"
    ),
    "erased": said(
        _NO, tr_later("Erased somebody. Calls of theirs: {calls:,}, rows of lists: {rows:,}")
    ),
    "let go": said(
        _NO,
        tr_later(
            "Erased somebody who was kept long enough. Calls of theirs: {calls:,}, rows of "
            "lists: {rows:,}"
        ),
    ),
    "gave a person their data": said(
        _NO, tr_later("Wrote down all that is kept about {name}"), silent="kind"
    ),
}
OF_THE_QUEUE: Final = {
    "kept as next": said(_QUEUE, tr_later("Kept {name} as their next call")),
    "gave a promise to anyone": said(
        _QUEUE, tr_later("Let anybody keep the promise to call {name} back")
    ),
    "opened a promise to anyone": said(
        _QUEUE,
        tr_later("Let anybody keep the late promise of {owner} to call {name} back"),
        unless=("owner", tr_later("Let anybody keep the late promise to call {name} back")),
    ),
    "gave a promise back to its caller": said(
        _QUEUE, tr_later("Gave the promise to call {name} back to whoever made it")
    ),
    "gave the lead to a caller": said(
        _QUEUE,
        tr_later("Gave {name} to {to}; the call back was promised by {owner}"),
        unless=("owner", tr_later("Gave {name} to {to}")),
    ),
    "took the lead back from a caller": said(
        _QUEUE, tr_later("Took {name} back from the caller who was to have it next")
    ),
    "took over": said(_QUEUE, tr_later("Took {name} over from {of}")),
    "pinned a lead": said(_QUEUE, tr_later("Let {name} be called before all others")),
    "unpinned a lead": said(_QUEUE, tr_later("Let {name} stand where the chances put it")),
    "kept a lead out": said(_QUEUE, tr_later("Kept {name} out of the queue")),
    "let a lead in": said(_QUEUE, tr_later("Let {name} into the queue again")),
    "recycled": said(_QUEUE, tr_later("Sent {name} on by hand: {to}")),
}
WITH_SALES: Final = {
    "read": said(_HANDOFF, tr_later("Read what is known of {name}"), silent="item"),
    "took": said(_HANDOFF, tr_later("Took {name}"), silent="item"),
    "sent back": said(_HANDOFF, tr_later("Sent {name} back"), silent="item"),
    "took an answer back": said(
        _HANDOFF, tr_later("Took the answer about {name} back"), silent="item"
    ),
    "took an act back": said(
        _HANDOFF, tr_later("Took back what was done last about {name}"), silent="item"
    ),
    "disputed": said(
        _HANDOFF, tr_later("Disputed the answer about {name}"), silent="dispute about"
    ),
    "reviewed": said(
        _HANDOFF, tr_later("Decided a dispute about {name}: {decided}"), silent="dispute"
    ),
    "withdrew a dispute": said(
        _HANDOFF, tr_later("Withdrew a dispute about {name}"), silent="dispute"
    ),
    "held back": said(_HANDOFF, tr_later("Kept {name} out of the next batches")),
    "put back": said(_HANDOFF, tr_later("Let {name} leave with the next batch again")),
    "changed the one line": said(_HANDOFF, tr_later("Changed the one line about {name}")),
    "chose who gets it": said(_HANDOFF, tr_later("Chose who of sales gets {name}")),
}
