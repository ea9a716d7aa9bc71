"""What is kept or written down is English, whatever language the window speaks.

A workspace is shared by people with windows in several languages, and the program reads back what
it keeps. So one day of work is done twice: in English, and in a language that marks every word
that is said. Nothing marked may be in the workspace or in a file, and both days end alike.
"""

import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from makers import make_card, make_clock
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import CampaignPeople
from qualdesk.core.cards import CallCard
from qualdesk.core.criteria import Side
from qualdesk.core.ids import CampaignId, LeadId, MeetingId
from qualdesk.core.members import read_hours
from qualdesk.core.offers import Offers
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.core.times import Promise
from qualdesk.core.wording import Language, speak
from qualdesk.desk import Desk

OPENS, CLOSES = "⟦", "⟧"
GIVEN = {
    "need": "a line in autumn, four hours a week are lost on the old sealers",
    "role": "decides",
    "date": "6_to_12_months",
    "money": "set_aside",
    "region": "germany_austria",
    "today": "by hand",
    "wants_call": "yes",
}
# How the calls end, in the order of the queue, and what is said beside it.
ENDINGS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("qualified", {}),
    ("no_answer", {"hint": "mornings are best"}),
    ("voicemail_left", {}),
    ("busy", {}),
    ("gatekeeper", {"hint": "back on Thursday"}),
    ("wrong_number", {}),
    ("nurture", {"reason": "No date in sight"}),
    ("not_qualified", {"reason": "No need"}),
    ("partial", {"callback_at": Promise(wall=datetime(2026, 3, 18, 10), zone="Europe/Berlin")}),  # noqa: DTZ001 - wall time
    ("callback_open", {}),
    ("wrong_person", {}),
    ("refused_soft", {}),
    ("do_not_call", {"asked_by": "the person", "scope": "person"}),
    ("voicemail_none", {}),
    ("bad_number", {}),
    ("number_changed", {"new_number": "+49 40 66969 802"}),
    ("fax", {}),
    ("technical", {}),
    ("language", {}),
    ("research", {"note": "Which of the two Albers is it?"}),
    ("duplicate", {"note": "twice in the list"}),
    ("to_supervisor", {"note": "asks for a discount"}),
)
MESSY = """Name,Firma,Telefon,E-Mail,What they did,Do not contact,Date
Anna Roth,Tau GmbH,030 23125 431,anna@tau.example,Watched the demo,,03.04.2026
Bo Thal,Tau GmbH,n/a,bo@tau.example,Visited the stand,,17.03.2026
Bo Thal,Tau GmbH,030 23125 432,bo@tau.example,Asked for a call,,17.03.2026
Cleo Dorn,Rho AG,4.93E+11,,Downloaded the guide,yes,
,,,,,,
Dora Elm,,call me,dora@,,,someday
Kim Albers 1,Elbkorn 1,+49 40 66969 201,kim1@elbkorn.example,Came for the giveaway,,
"""


class Day:
    """A broad day of work on one workspace, and what came of its acts."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, make_clock()
        self.came: list[object] = []
        self.desk, self.rosa = self._opened("Maya Lind"), self._opened("Rosa Lim")
        self.campaign = self._campaign()

    def work(self) -> list[object]:
        """All of it, in order."""
        for acts in (
            self.prepare,
            self.load_lists,
            self.supervise,
            self.call_all,
            self.around_calls,
            self.agree,
            self.hand_over,
            self.never_call,
        ):
            acts()
        self.desk.close()
        self.rosa.close()
        return self.came

    def prepare(self) -> None:
        desk = self.desk
        desk.scripts.new("Of our own")
        people = CampaignPeople(marketing="Pia Okafor", sales="Lena Brandt", supervisor="Rosa Lim")
        desk.campaigning.set_people(self.campaign, people)
        offers = Offers(materials=("Price list",), opt_in={"en": "May we mail you?"})
        desk.campaigning.set_offers(self.campaign, offers)
        hours = read_hours("mon-fri 08:00-18:00")
        desk.people.set_details("Lena Brandt", role="sales", languages=["German", "en"])
        desk.people.set_hours("Lena Brandt", duty=hours, zone="Europe/Berlin")
        desk.people.set_hours("Maya Lind", shifts=hours, zone="Europe/Berlin")
        desk.outcomes.use(self._file("outcomes.toml", desk.outcomes.written()))
        desk.queue.set_belief(desk.queue.beliefs()[0].key, 0.2)

    def load_lists(self) -> None:
        rows = [
            {
                "external_id": f"scan-{number}",
                "name": f"Kim Albers {number}",
                "company": f"Elbkorn {number}",
                "phone": f"+49 40 66969 {200 + number}",
                "email": f"kim{number}@elbkorn.example",
                "zone": "Europe/Berlin",
                "country": "DE",
                "title": "Head of Packaging",
                "asked_for_call": number == 1,
            }
            for number in range(1, len(ENDINGS) + 12)
        ]
        intake = self.desk.intake
        intake.load(rows, campaign=self.campaign, region="DE")
        messy, left_out = self._file("messy.csv", MESSY), self.folder / "left out.csv"
        found = intake.preview(messy, self.campaign)
        self.came.append([(one.heading, one.field) for one in found.columns])
        made = intake.load(messy, campaign=self.campaign, left_out=left_out)
        self.came.append((made.new, made.updated, made.merged, made.left_out))
        other = self._file("other.csv", "Name,Firma,Telefon\nAnn Berg,Tau,030 23125 417\n")
        again = intake.load(other, campaign=self.campaign, region="DE")
        assert again.list_id is not None
        intake.undo(again.list_id)

    def supervise(self) -> None:
        over, (*_, late, last) = self.rosa.supervising, self._leads()[:20]
        over.weigh(self.campaign, 150)
        over.giveaway_last(self.campaign, on=True)
        over.pin(last)
        over.unpin(last)
        over.keep_out(late, "on holiday")
        over.let_in(late)
        self.rosa.supervising.push(last, "Maya Lind")

    def call_all(self) -> None:
        calling = self.desk.calling
        for outcome, beside in ENDINGS:
            call = calling.start_attempt(self._next().lead.id)
            for question, value in GIVEN.items() if outcome == "qualified" else ():
                calling.record_answer(call.id, question, value)
            calling.write_note(call.id, "They like numbers.")
            ended = calling.finish(call.id, outcome, **beside)
            self.came.append((outcome, ended.bucket, ended.next_at))
            self.clock.advance(timedelta(minutes=1))
        calling.release(calling.start_attempt(self._next().lead.id).id)
        lead = self._next().lead
        call, time = calling.start_attempt(lead.id), calling.read_time("tomorrow 10:30", lead.id)
        self.came.append(time.promise)
        calling.finish(call.id, "callback_fixed", callback_at=time.promise)
        calling.undo(call.id)
        calling.finish(call.id, "nurture")
        self.clock.advance(timedelta(minutes=1))
        for reason in ("bad_moment", "in words of our own"):
            calling.skip(self._next().lead.id, reason)
            calling.undo()
            calling.skip(self._next().lead.id, reason)
            self.clock.advance(timedelta(minutes=1))
        calling.finish_without_call(self._next().lead.id, "wrong_number")
        self.clock.advance(timedelta(minutes=1))
        (mine,) = self.desk.researching.mine()
        self.desk.researching.found(mine.lead_id, note="It is the tall one")

    def around_calls(self) -> None:
        desk, calling, lead = self.desk, self.desk.calling, self._next().lead
        call = calling.start_attempt(lead.id)
        for question, value in GIVEN.items():
            calling.record_answer(call.id, question, value, words="as they said")
        desk.beside.send_material(call.id, "Price list", address="kim@elbkorn.example")
        desk.beside.opt_in(call.id, address="kim@elbkorn.example")
        slot = desk.meetings.read_slot("thu 10:30", lead.id, "Lena Brandt")
        self.came.append(slot.promise)
        assert slot.promise is not None
        talk = desk.meetings.book(call.id, "Lena Brandt", slot.promise)
        desk.meetings.write_invitation(MeetingId(talk.number), self.folder)
        desk.meetings.hand_over(call.id, "Lena Brandt")
        calling.refer(lead.id, name="Nora Weiss", title="Plant manager", number="030 23125 419")
        calling.finish(call.id, "qualified")
        self.clock.advance(timedelta(minutes=1))
        self.rosa.search.leave_message(lead.id, "They called back", "Maya Lind")
        self.rosa.search.look_up(lead.id)
        self.came.append(len(desk.search.find("Albers").leads))

    def agree(self) -> None:
        agreed = self.desk.definitions
        for side, name in ((Side.MARKETING, "Pia Okafor"), (Side.SALES, "Lena Brandt")):
            agreed.sign("qualified-lead", side, name)
        agreed.say("qualified-lead", "Read it again.", "Pia Okafor", Side.MARKETING)
        agreed.withdraw("qualified-lead", Side.SALES, "Too broad", "Lena Brandt")
        agreed.new("A second one", "qualified-lead")
        self.desk.trying.catch_up()

    def hand_over(self) -> None:
        handoff, out = self.desk.handoff, self.folder / "for sales"
        done = handoff.export(self.campaign, out, receiver="Lena Brandt")
        book = openpyxl.load_workbook(done.folder / "answers.xlsx")
        (first, *others), sheet = done.leads, book["Answers"]
        for row, said in enumerate(("takes", *("sends back" for _ in others)), start=2):
            sheet.cell(row, 5).value = said
            sheet.cell(row, 6).value = "" if said == "takes" else "No date in sight"
        book.save(self.folder / "answered.xlsx")
        read = handoff.answers(self.folder / "answered.xlsx")
        assert (read.taken, list(read.sent_back), read.problems) == ((first,), others, ())
        handoff.recycle(others[0])
        self.came.append(len(others))

    def never_call(self) -> None:
        desk = self.desk
        text = "Telefon\n+49 40 66969 230\nn/a\n+49 40 66969 231\n"
        loaded = desk.do_not_call.load(self._file("no.csv", text), client="Nordline", region="DE")
        self.came.append((loaded.rows, loaded.left_out))
        desk.do_not_call.export(self.folder / "all.txt", client="Nordline", key=None)
        desk.do_not_call.lift(loaded.list.id, "It was the wrong file")
        desk.erasing.erase(self._leads()[12])
        self.clock.advance(timedelta(days=20))
        desk.keeper.catch_up()
        self.came.append(Counter(desk.calling.card(one).lead.bucket for one in self._leads()[:12]))

    def _campaign(self) -> CampaignId:
        window = CallWindow(closes_at=datetime(2026, 3, 27, 16, tzinfo=UTC), zone="Europe/Berlin")
        made = self.desk.library.new_campaign(
            "PackTech",
            client="Nordline",
            region="DE",
            source=make_card(type=SourceType.TRADE_SHOW, on_behalf_of="Nordline", nurture="News"),
            window=window,
        )
        self.desk.library.set_script(made.id, self.desk.library.shipped_script())
        self.desk.library.set_definition(made.id, self.desk.library.shipped_definition())
        return made.id

    def _opened(self, caller: str) -> Desk:
        address = f"sqlite:///{self.folder / 'desk.sqlite'}"
        return open_desk(address, clock=self.clock, caller=caller, durable=False)

    def _file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def _next(self) -> CallCard:
        card = self.desk.calling.next_lead()
        assert isinstance(card, CallCard), card
        return card

    def _leads(self) -> list[LeadId]:
        with closing(sqlite3.connect(self.folder / "desk.sqlite")) as there:
            return [LeadId(one) for (one,) in there.execute("SELECT id FROM lead ORDER BY id")]


def marked(text: str, about: str, count: int) -> str:
    """A language in which every word that is said can be told from what is kept."""
    del about, count
    return f"{OPENS}{text}{CLOSES}"


def in_workspace(path: Path) -> Iterator[tuple[str, str]]:
    """Every text of every table, with where it stands; what is JSON is read."""
    with closing(sqlite3.connect(path)) as there:
        tables = there.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            found = there.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - its own names
            columns = [column[0] for column in found.description]
            for row in found:
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, str | bytes):
                        yield f"{table}.{column}", _plain(value)


def in_files(folder: Path) -> Iterator[tuple[str, str]]:
    """What every file holds, and every part of a workbook."""
    for path in folder.rglob("*"):
        if not path.is_file() or ".sqlite" in path.name:
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                yield from ((f"{path.name}: {n}", _plain(parts.read(n))) for n in parts.namelist())
        else:
            yield path.name, _plain(path.read_bytes())


def _plain(value: str | bytes) -> str:
    text = value if isinstance(value, str) else value.decode("utf-8", "replace")
    return text.replace("\\u27e6", OPENS).replace("\\u27e7", CLOSES)


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Day]]:
    """The same day in English and in the marked language."""
    done = {}
    try:
        for code, language in (("en", None), ("xx", Language(code="xx", translate=marked))):
            speak(language)
            done[code] = Day(tmp_path_factory.mktemp(code))
            done[code].work()
        yield done
    finally:
        speak(None)


def test_nothing_in_the_workspace_is_in_the_language_of_the_window(days: dict[str, Day]) -> None:
    held = list(in_workspace(days["xx"].folder / "desk.sqlite"))
    assert len({where for where, text in held if text}) > 120, "the day was broad"
    assert [(where, text[:200]) for where, text in held if OPENS in text or CLOSES in text] == []


def test_nothing_in_a_file_is_in_the_language_of_the_window(days: dict[str, Day]) -> None:
    held = list(in_files(days["xx"].folder))
    names = {where.partition(":")[0] for where, _ in held}
    assert {"answers.xlsx", "leads.xlsx", "left out.csv", "all.txt", "manifest.json"} <= names
    assert any(name.endswith(".ics") for name in names)
    assert any(name.endswith(".pdf") for name in names)
    assert [(where, text[:200]) for where, text in held if OPENS in text] == []


def test_the_day_ends_alike_in_both_languages(days: dict[str, Day]) -> None:
    """What was typed, read back, looked up and compared was understood."""
    assert days["xx"].came == days["en"].came
    english, other = (
        Counter(where for where, text in in_workspace(day.folder / "desk.sqlite") if text)
        for day in (days["en"], days["xx"])
    )
    assert other == english
