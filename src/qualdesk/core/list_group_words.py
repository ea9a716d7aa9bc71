"""What the groups of a list that ask nothing say of their rows."""

from collections.abc import Callable

from qualdesk.core.frozen import frozen
from qualdesk.core.list_checks import FixKind
from qualdesk.core.wording import tr_later, tr_n


@frozen
class GroupWords:
    """What a group says: its title, what is in it, the full statement by the count.

    ``keeps``: what stood in the file is kept.
    """

    id: str
    title: str
    says: str
    heading: Callable[[int], str]
    explains: str
    keeps: bool = False


KEPT = tr_later("What stood in the file is kept with the lead.")
_MEND = tr_later("Mend them in the file of rows left out, and load that file.")
FIXED = {
    FixKind.NUMBER: GroupWords(
        id="numbers_in_one_form",
        title=tr_later("Numbers in one form"),
        says=tr_later("As the phone dials them"),
        heading=lambda n: tr_n(
            n,
            "The number of {n} row was put in one form",
            "The numbers of {n:,} rows were put in one form",
        ),
        explains=tr_later("They are written as the phone dials them."),
        keeps=True,
    ),
    FixKind.NAME: GroupWords(
        id="names_tidied",
        title=tr_later("Names tidied"),
        says=tr_later("As people write them"),
        heading=lambda n: tr_n(n, "{n} name was tidied", "{n:,} names were tidied"),
        explains=tr_later("Their order, capitals and spaces were mended."),
        keeps=True,
    ),
    FixKind.DATE: GroupWords(
        id="dates_read",
        title=tr_later("Dates read"),
        says=tr_later("In one form"),
        heading=lambda n: tr_n(n, "{n} date was read", "{n:,} dates were read"),
        explains=tr_later("The whole column is read in one way."),
        keeps=True,
    ),
    FixKind.EMAIL: GroupWords(
        id="addresses_mended",
        title=tr_later("Addresses mended"),
        says=tr_later("So that mail arrives"),
        heading=lambda n: tr_n(
            n, "{n} e-mail address was mended", "{n:,} e-mail addresses were mended"
        ),
        explains=tr_later("Spaces, brackets and slips of the keyboard were taken out."),
        keeps=True,
    ),
    FixKind.SOURCE: GroupWords(
        id="sources_read",
        title=tr_later("Sources read"),
        says=tr_later("From the closed list"),
        heading=lambda n: tr_n(
            n, "The source of {n} row was read", "The sources of {n:,} rows were read"
        ),
        explains=tr_later("Each is one of the sources reports count by."),
        keeps=True,
    ),
}
MERGED = GroupWords(
    id="merged",
    title=tr_later("Same person in several rows"),
    says=tr_later("One lead, nothing lost"),
    heading=lambda n: tr_n(
        n,
        "{n} row is merged into another row of the same person",
        "{n:,} rows are merged into another row of the same person",
    ),
    explains=tr_later(
        "They share a number, an e-mail, or name and company, or you said so. All is kept."
    ),
)
LEFT_OUT = (
    GroupWords(
        id="do_not_call",
        title=tr_later("On the do-not-call list"),
        says=tr_later("Always left out"),
        heading=lambda n: tr_n(
            n, "{n} row is on the do-not-call list", "{n:,} rows are on the do-not-call list"
        ),
        explains=tr_later("Nobody may call them. That cannot be changed here."),
    ),
    GroupWords(
        id="said_no",
        title=tr_later("Said no in the list"),
        says=tr_later("Always left out"),
        heading=lambda n: tr_n(
            n, "{n} row says not to contact them", "{n:,} rows say not to contact them"
        ),
        explains=tr_later(
            "The list itself asks for it, in this row or in another one of the same person."
        ),
    ),
    GroupWords(
        id="test_rows",
        title=tr_later("Test rows"),
        says=tr_later("No people"),
        heading=lambda n: tr_n(n, "{n} row is a test", "{n:,} rows are tests"),
        explains=tr_later("The program that made the list wrote them to try itself."),
    ),
    GroupWords(
        id="cancelled",
        title=tr_later("Refunded or cancelled"),
        says=tr_later("By what the list says"),
        heading=lambda n: tr_n(
            n, "{n} row was refunded or cancelled", "{n:,} rows were refunded or cancelled"
        ),
        explains=tr_later(
            "If that is wrong: mend them in the file of rows left out, and load that file."
        ),
    ),
    GroupWords(
        id="nobody",
        title=tr_later("Nobody to reach"),
        says=tr_later("Nothing to reach or name them by"),
        heading=lambda n: tr_n(
            n,
            "{n} row names nobody who could be reached",
            "{n:,} rows name nobody who could be reached",
        ),
        explains=_MEND,
    ),
    GroupWords(
        id="earlier",
        title=tr_later("In an earlier list"),
        says=tr_later("You load only new rows"),
        heading=lambda n: tr_n(
            n,
            "{n} row was in an earlier list of this campaign",
            "{n:,} rows were in an earlier list of this campaign",
        ),
        explains=tr_later("You chose to load only what is new since then."),
    ),
    GroupWords(
        id="skipped",
        title=tr_later("Already in qualdesk"),
        says=tr_later("Left out, as you chose"),
        heading=lambda n: tr_n(n, "{n} person is known already", "{n:,} people are known already"),
        explains=tr_later("You chose to skip people who are known. Nothing of them was changed."),
    ),
    GroupWords(
        id="by_you",
        title=tr_later("Left out by you"),
        says=tr_later("By your answers"),
        heading=lambda n: tr_n(n, "You left {n} row out", "You left {n:,} rows out"),
        explains=tr_later("Take the answer back, or mend them in the file of rows left out."),
    ),
    GroupWords(
        id="others",
        title=tr_later("Other rows"),
        says=tr_later("Each with its reason"),
        heading=lambda n: tr_n(n, "{n} row is left out", "{n:,} rows are left out"),
        explains=_MEND,
    ),
)
KNOWN = {
    "known": GroupWords(
        id="known",
        title=tr_later("Already in qualdesk"),
        says=tr_later("Updated, their answers are kept"),
        heading=lambda n: tr_n(
            n, "{n} person is already in qualdesk", "{n:,} people are already in qualdesk"
        ),
        explains=tr_later("What is new is added. What callers wrote is never overwritten."),
    ),
    "kept_both": GroupWords(
        id="kept_both",
        title=tr_later("Already in qualdesk"),
        says=tr_later("A second person each, as you chose"),
        heading=lambda n: tr_n(
            n,
            "{n} person is already in qualdesk and becomes a second one",
            "{n:,} people are already in qualdesk and become second ones",
        ),
        explains=tr_later("Nothing of those who are there is changed."),
    ),
    "giveaway": GroupWords(
        id="giveaway",
        title=tr_later("Came only for the giveaway"),
        says=tr_later("Imported, ranked last"),
        heading=lambda n: tr_n(
            n, "{n} person came only for the giveaway", "{n:,} people came only for the giveaway"
        ),
        explains=tr_later("They are called after everybody else."),
    ),
    "zone_unknown": GroupWords(
        id="zone_unknown",
        title=tr_later("Time zone not known"),
        says=tr_later("Not called before it is known"),
        heading=lambda n: tr_n(
            n,
            "Nobody knows what time it is for {n} person",
            "Nobody knows what time it is for {n:,} people",
        ),
        explains=tr_later(
            "Add their country or state to the file and import it again: they are updated."
        ),
    ),
    "research": GroupWords(
        id="research",
        title=tr_later("No number to dial"),
        says=tr_later("They go to Research"),
        heading=lambda n: tr_n(
            n,
            "{n} lead has no number that can be dialled",
            "{n:,} leads have no number that can be dialled",
        ),
        explains=tr_later("Somebody finds a number first. Then they can be called."),
    ),
    "doubts": GroupWords(
        id="doubts",
        title=tr_later("Rows to look at"),
        says=tr_later("They may hold a slip"),
        heading=lambda n: tr_n(n, "{n} row may hold a slip", "{n:,} rows may hold a slip"),
        explains=tr_later("Nothing was changed in them. Mend a row here, or ask in the call."),
    ),
    "not_there": GroupWords(
        id="not_there",
        title=tr_later("Rows that are not there"),
        says=tr_later("What you said of them is not used"),
        heading=lambda n: tr_n(
            n,
            "{n} row you mended is not in this list",
            "{n:,} rows you mended are not in this list",
        ),
        explains=tr_later(
            "Rows are named by their number in the file. Look whether the file has changed."
        ),
    ),
    "silenced": GroupWords(
        id="silenced",
        title=tr_later("Known, and said no"),
        says=tr_later("They leave the queue"),
        heading=lambda n: tr_n(
            n,
            "{n} person in qualdesk asks not to be contacted",
            "{n:,} people in qualdesk ask not to be contacted",
        ),
        explains=tr_later("This list says so. Nobody calls them in this campaign any more."),
    ),
}
