"""What the history says was done with campaigns, lists, batches, documents and the team."""

from typing import Final

from qualdesk.core.history_sentences import HistoryKind, said
from qualdesk.core.wording import tr_later

_QUEUE, _LISTS, _CAMPAIGNS = HistoryKind.QUEUE, HistoryKind.LISTS, HistoryKind.CAMPAIGNS
_DOCUMENTS, _HANDOFF = HistoryKind.DOCUMENTS, HistoryKind.HANDOFF
_NO, _TEAM = HistoryKind.DO_NOT_CALL, HistoryKind.TEAM
_PLAN: Final = (
    (
        "tries_to",
        tr_later("tries for giveaways: {tries_to}, before: {tries_from}"),
    ),
    ("close_to", tr_later("closes {close_to}, before: {close_from}")),
    ("callers_to", tr_later("callers planned: {callers_to}, before: {callers_from}")),
    ("borrowed", tr_later("callers moved here: {borrowed:,}")),
    ("ended", tr_later("leads finished by it: {ended:,}")),
)
"""What a step of the forecast changed, each part where it did."""
OF_CAMPAIGNS: Final = {
    "applied a change of the forecast": said(
        _CAMPAIGNS, tr_later("Changed the plan of {name}"), parts=_PLAN
    ),
    "took back a change of the forecast": said(
        _CAMPAIGNS, tr_later("Took a change of the plan of {name} back"), parts=_PLAN
    ),
    "recounted": said(
        _CAMPAIGNS, tr_later("Counted the leads of {name} again. Numbers put right: {counts:,}")
    ),
    "made": said(_CAMPAIGNS, tr_later("Made the campaign {name}")),
    "paused": said(_CAMPAIGNS, tr_later("Paused {name}")),
    "went on": said(_CAMPAIGNS, tr_later("Let {name} go on")),
    "wrote the source card": said(
        _CAMPAIGNS, tr_later("Wrote why people are on the list of {name}")
    ),
    "changed the times": said(_CAMPAIGNS, tr_later("Changed the window or the tries of {name}")),
    "changed the hand-off": said(_CAMPAIGNS, tr_later("Changed the hand-off of {name}")),
    "changed who gets what": said(_CAMPAIGNS, tr_later("Changed who gets which leads of {name}")),
    "set the event": said(_CAMPAIGNS, tr_later("Set the event of {name}")),
    "set the people": said(_CAMPAIGNS, tr_later("Said who decides what in {name}")),
    "set what callers offer": said(_CAMPAIGNS, tr_later("Set what callers offer for {name}")),
    "set the script": said(_CAMPAIGNS, tr_later("Chose the script of {name}")),
    "set the script of before": said(
        _CAMPAIGNS, tr_later("Chose the script of {name} for the time before its event")
    ),
    "set the definition": said(_CAMPAIGNS, tr_later("Chose the definition of {name}")),
    "said the audience": said(
        _CAMPAIGNS,
        tr_later("Said what the people of {name} are to the law: {audience}"),
        unless=("audience", tr_later("Let what people of {name} are to the law be said by lead")),
    ),
    "weighed the campaign": said(_QUEUE, tr_later("Let {name} count for {percent} of 100")),
    "gave the campaign a share": said(
        _QUEUE,
        tr_later("Gave {name} {percent} of 100 calls at least"),
        unless=("percent", tr_later("Let {name} have no share of calls of its own")),
    ),
    "put giveaways last": said(
        _QUEUE,
        tr_later("Put giveaways last in {name}"),
        unless=("on", tr_later("Let giveaways come in their turn in {name}")),
    ),
    "set a calling rule aside": said(
        _CAMPAIGNS, tr_later("Let a calling rule not count for {name}: {rule}")
    ),
    "let a calling rule count again": said(
        _CAMPAIGNS, tr_later("Let a calling rule count for {name} again: {rule}")
    ),
    "began a round of rating": said(
        _DOCUMENTS, tr_later("Began a round of rating for {name}"), silent="round"
    ),
    "asked the list owner": said(
        _CAMPAIGNS, tr_later("Asked something about the list of {name}"), silent="question of_list"
    ),
    "answered about the list": said(
        _CAMPAIGNS,
        tr_later("Answered a question about the list of {name}, asked by {asked:,} callers"),
        one=("asked", tr_later("Answered a question about the list of {name}, asked once")),
        silent="question asked",
    ),
    "changed an answer about the list": said(
        _CAMPAIGNS, tr_later("Changed an answer about the list of {name}"), silent="question asked"
    ),
    "took an answer about the list back": said(
        _CAMPAIGNS,
        tr_later("Took an answer about the list of {name} back"),
        silent="question asked",
    ),
    "withdrew a question about the list": said(
        _CAMPAIGNS,
        tr_later("Withdrew a question about the list of {name}"),
        silent="question asked",
    ),
    "put a question about the list back": said(
        _CAMPAIGNS,
        tr_later("Put a question about the list of {name} back"),
        silent="question asked",
    ),
}
OF_LISTS: Final = {
    ("list", "loaded"): said(
        _LISTS,
        tr_later(
            "Loaded the list {name}. Rows: {rows:,}, new: {new:,}, updated: {updated:,}, "
            "merged: {merged:,}, left out: {left_out:,}"
        ),
    ),
    ("list", "resumed"): said(
        _LISTS,
        tr_later(
            "Loaded the list {name} to its end. Rows: {rows:,}, new: {new:,}, updated: "
            "{updated:,}, merged: {merged:,}, left out: {left_out:,}"
        ),
    ),
    ("list", "undone"): said(
        _LISTS,
        tr_later(
            "Took the list {name} back. Leads removed: {removed:,}, as before: {restored:,}, "
            "kept: {kept:,}"
        ),
    ),
    ("list", "wrote the permission"): said(
        _LISTS, tr_later("Wrote why people of the list {name} may be called")
    ),
    ("list", "said the audience"): said(
        _LISTS,
        tr_later("Said what the people of the list {name} are to the law: {audience}"),
        unless=(
            "audience",
            tr_later("Let the campaign say what people of the list {name} are to the law"),
        ),
    ),
    ("fates of a list", "exported"): said(
        _LISTS, tr_later("Wrote a file of what became of the list {name}. Rows: {rows:,}")
    ),
    ("past", "loaded"): said(
        _LISTS,
        tr_later("Loaded past calls, {name}. Rows: {rows:,}, left out: {left_out:,}"),
    ),
    ("past", "undone"): said(_LISTS, tr_later("Took past calls back, {name}. Rows: {rows:,}")),
    ("nurtured leads", "exported"): said(
        _LISTS, tr_later("Wrote a file of the nurtured leads of {name}: {leads:,}"),
        silent="everybody",
    ),
}  # fmt: skip
OF_BATCHES: Final = {
    "handed off": said(
        _HANDOFF,
        tr_later("Handed {leads:,} leads to sales: {name}"),
        one=("leads", tr_later("Handed 1 lead to sales: {name}")),
        silent="manifest",
    ),
    "came back": said(
        _HANDOFF,
        tr_later("{leads:,} leads came back unanswered: {name}"),
        one=("leads", tr_later("1 lead came back unanswered: {name}")),
    ),
    "recalled": said(
        _HANDOFF,
        tr_later("Recalled {name}. {leads:,} leads came back"),
        one=("leads", tr_later("Recalled {name}. 1 lead came back")),
    ),
    "saved mails": said(
        _HANDOFF,
        tr_later("Wrote {mails:,} mails about {name} into files"),
        one=("mails", tr_later("Wrote 1 mail about {name} into a file")),
    ),
    "told sales": said(
        _HANDOFF,
        tr_later("Told sales of {name}. Mails: {mails:,}"),
    ),
    "told by phone": said(_HANDOFF, tr_later("Told sales of {name} by phone")),
    "read answers": said(
        _HANDOFF,
        tr_later("Read answers about {leads:,} leads of {name}"),
        one=("leads", tr_later("Read an answer about 1 lead of {name}")),
    ),
}
OF_DOCUMENTS: Final = {
    ("definition", "took a file"): said(
        _DOCUMENTS, tr_later("Took the definition {name} from a file")
    ),
    ("definition", "put in force"): said(
        _DOCUMENTS, tr_later("Put version {version} of the definition {name} in force")
    ),
    ("definition", "signed"): said(
        _DOCUMENTS, tr_later("Signed version {version} of the definition {name} for {side}")
    ),
    ("definition", "withdrew"): said(
        _DOCUMENTS,
        tr_later("Withdrew the signature of {side} on version {version} of the definition {name}"),
    ),
    ("script", "published"): said(
        _DOCUMENTS, tr_later("Put version {version} of the script {name} to use")
    ),
    ("script", "took a file"): said(_DOCUMENTS, tr_later("Took the script {name} from a file")),
    ("script", "began"): said(_DOCUMENTS, tr_later("Began the script {name}")),
    ("script", "dropped the draft"): said(
        _DOCUMENTS, tr_later("Dropped the draft of the script {name}")
    ),
    ("definition", "began"): said(_DOCUMENTS, tr_later("Began the definition {name}")),
    ("definition", "dropped the draft"): said(
        _DOCUMENTS, tr_later("Dropped the draft of the definition {name}")
    ),
}
OF_THE_HOUSE: Final = {
    ("belief", "wrote a belief"): said(
        _QUEUE, tr_later("Wrote what the queue believes of {name}: {value}")
    ),
    ("belief", "put the beliefs back"): said(
        _QUEUE, tr_later("Put all that the queue believes back as it was shipped")
    ),
    ("belief", "put a belief back"): said(
        _QUEUE, tr_later("Put what the queue believes of {name} back as it was shipped")
    ),
    ("workspace", "chose outcomes"): said(
        _CAMPAIGNS, tr_later("Chose what a call can end with: {codes}")
    ),
    ("workspace", "chose the program's outcomes"): said(
        _CAMPAIGNS, tr_later("Chose the program's own outcomes again")
    ),
    ("crm_load", "read a CRM file"): said(
        _HANDOFF, tr_later("Read a file of a CRM, {name}. Won: {won:,}, lost: {lost:,}")
    ),
    ("crm_load", "took a CRM file back"): said(
        _HANDOFF, tr_later("Took a file of a CRM back, {name}. Leads: {leads:,}")
    ),
    ("crm_profile", "kept a table for a CRM"): said(
        _HANDOFF, tr_later("Kept the table {name} for a CRM")
    ),
    ("crm_profile", "removed a table for a CRM"): said(
        _HANDOFF, tr_later("Removed the table {name} for a CRM")
    ),
    ("client", "loaded accounts"): said(
        _HANDOFF,
        tr_later("Loaded whose account each company is. Kept: {kept:,}, dropped: {dropped:,}"),
    ),
    ("client", "wrote a statement"): said(
        _HANDOFF,
        tr_later("Wrote the statement of {period} into a file"),
        silent="credit kind",
    ),
    ("client", "set how long a no is kept"): said(
        _NO,
        tr_later("Said that a no is kept for {days:,} days"),
        unless=("days", tr_later("Said that a no is kept for ever")),
    ),
    ("client", "set how long people are kept"): said(
        _NO,
        tr_later("Said that people are kept for {months:,} months after the last contact"),
        unless=("months", tr_later("Took a term of its own away for which people are kept")),
    ),
    ("client", "set who lets people go"): said(
        _NO,
        tr_later("Let the timer erase people who were kept long enough"),
        unless=("by_itself", tr_later("Left it to people to erase who was kept long enough")),
    ),
    ("client", "wrote the record of processing"): said(
        _NO, tr_later("Wrote the record of processing into a file")
    ),
    ("do-not-call list", "loaded"): said(
        _NO,
        tr_later(
            "Loaded the do-not-call list {name}. Rows: {rows:,}, left out: {left_out:,}, added: "
            "{added:,}, leads stopped: {leads:,}"
        ),
    ),
    ("do-not-call list", "lifted"): said(
        _NO, tr_later("Lifted the do-not-call list {name}. Entries: {entries:,}")
    ),
    ("do-not-call numbers", "exported"): said(
        _NO,
        tr_later("Wrote a file of do-not-call numbers: {numbers:,}"),
        silent="as_hashes",
    ),
    ("do-not-call entries", "exported"): said(
        _NO, tr_later("Wrote a file of who said no: {entries:,}")
    ),
    ("do-not-call", "took back"): said(
        _NO, tr_later("Took a no back. Leads that may be called again: {leads:,}"), silent="scope"
    ),
    ("member", "wrote down hours"): said(_TEAM, tr_later("Wrote down the hours of {name}")),
    ("member", "wrote down a member"): said(_TEAM, tr_later("Wrote down what {name} does")),
    ("member", "wrote down days away"): said(_TEAM, tr_later("Wrote down when {name} is away")),
    ("member", "wrote down holidays"): said(
        _TEAM, tr_later("Wrote down the public holidays {name} keeps")
    ),
    ("member", "wrote down campaigns"): said(
        _TEAM, tr_later("Wrote down which campaigns {name} calls for")
    ),
    ("member", "wrote down that they left"): said(
        _TEAM, tr_later("Wrote down that {name} left"), silent="first was to away_until leads"
    ),
    ("member", "took back that they left"): said(_TEAM, tr_later("Took back that {name} left")),
    ("member", "took on again"): said(_TEAM, tr_later("Took {name} on again")),
    ("member", "removed from the list"): said(
        _TEAM, tr_later("Removed {name} from the list of people")
    ),
    ("member", "bound to a client"): said(
        _TEAM, tr_later("Wrote down for which client {name} works")
    ),
    ("client", "wrote down a client"): said(_TEAM, tr_later("Wrote down a client")),
    ("member", "set the days away"): said(
        _TEAM,
        tr_later("Said that {name} is away from {first}"),
        unless=("first", tr_later("Said that {name} is not away any more")),
    ),
    ("member", "moved a caller"): said(
        _TEAM,
        tr_later("Moved {name} to {to}"),
        unless=("to", tr_later("Let {name} call for whichever campaign is next")),
    ),
    ("member", "took a move back"): said(
        _TEAM,
        tr_later("Took a move back: {name} calls for {to}"),
        unless=("to", tr_later("Took a move back: {name} calls for whichever campaign is next")),
    ),
    ("member", "set limits"): said(
        _TEAM,
        tr_later("Let {name} be shown {per_hour:,} leads an hour and {per_day:,} a day: {because}"),
    ),
    ("member", "put limits back"): said(_TEAM, tr_later("Put the limits of {name} back")),
    ("workspace", "set the usual limits"): said(
        _TEAM,
        tr_later(
            "Let each caller be shown {per_hour:,} leads an hour and {per_day:,} a day: {because}"
        ),
    ),
    ("workspace", "put the usual limits back"): said(
        _TEAM, tr_later("Put the limits of each caller back")
    ),
    ("workspace", "showed callers by name"): said(
        _TEAM, tr_later("Let callers be shown by name on the Floor")
    ),
    ("workspace", "showed callers without names"): said(
        _TEAM, tr_later("Let callers be shown as seats on the Floor")
    ),
    ("report", "wrote a report"): said(
        _CAMPAIGNS,
        tr_later("Wrote a report of {campaign} into a file"),
        unless=("campaign", tr_later("Wrote a report into a file")),
    ),
    ("report_schedule", "made a schedule"): said(
        _CAMPAIGNS, tr_later("Let a report be made by itself, schedule {name}")
    ),
    ("report_schedule", "removed a schedule"): said(
        _CAMPAIGNS, tr_later("Removed schedule {name} of a report")
    ),
    ("report_schedule", "put a schedule back"): said(
        _CAMPAIGNS, tr_later("Put schedule {name} of a report back")
    ),
    ("report_schedule", "switched a schedule on"): said(
        _CAMPAIGNS, tr_later("Switched schedule {name} of a report on")
    ),
    ("report_schedule", "switched a schedule off"): said(
        _CAMPAIGNS, tr_later("Switched schedule {name} of a report off")
    ),
}
