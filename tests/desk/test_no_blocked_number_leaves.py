"""Whatever happens in whatever order: no export holds a number its client must not call (R16).

Run with QUALDESK_SEQUENCES=10000 for the full size; CI takes a few hundred of them by itself.
"""

import os
import random
import shutil
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress as whatever
from pathlib import Path
from uuid import uuid4

from handoff_makers import a_definition, a_script
from makers import make_clock, make_contact, make_lead
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.handoff import Contents
from qualdesk.core.ids import AnswerId, AttemptId, LeadId, SuppressionId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.suppression import fingerprints, suppress, suppressed_among
from qualdesk.store.suppression_lift import lift

SEQUENCES = int(os.environ.get("QUALDESK_SEQUENCES", "30"))
ACTS = 10
# A page for each lead says what the other files say, and takes most of the time.
QUICK = Contents(briefs=False, contacts=True)
NUMBERS = tuple(f"+49302312{ending}" for ending in ("5701", "5702", "5703", "5704", "5705"))
DOCUMENTED = {"need": "A new line", "date": "soon", "wants_call": "yes"}


def test_no_sequence_lets_a_blocked_number_leave(sqlite_template: Path) -> None:
    first = random.randrange(10**6)
    left = 0
    for seed in range(first, first + SEQUENCES):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(sqlite_template, Path(folder) / "desk.sqlite")
            months = Months(Path(folder), seed)
            try:
                months.go_by()
            finally:
                months.store.close()
            left += months.left
    assert left > SEQUENCES / 2, "hardly anything ever left"


class Months:
    """Leads qualify, people ask not to be called and think better of it, batches leave."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.folder = folder
        self.left = 0
        clock = make_clock()
        self.store = Store(f"sqlite:///{folder}/desk.sqlite", clock=clock, durable=False)
        self.handoff = Handoff(self.store, clock, "Rosa")
        library = Library(self.store, clock, "Rosa")
        terms = HandoffTerms(receiver="Lena Brandt", batch_size=3)
        self.campaign = library.new_campaign(
            "Fair", script=a_script(), definition=a_definition(), handoff=terms
        )
        self.leads: list[LeadId] = []
        self.asked: list[tuple[SuppressionId, ...]] = []

    def go_by(self) -> None:
        acts = (self.qualify, self.qualify, self.say_no, self.take_back, self.hand_over, self.say)
        for _ in range(ACTS):
            self.chance.choice(acts)()
        self.hand_over()

    def qualify(self) -> None:
        phones = self.chance.sample(NUMBERS, self.chance.choice((1, 2, 2)))
        with self.store.transaction() as tx:
            name = f"Lead {len(self.leads)}"
            lead_id = make_lead(tx, self.campaign, make_contact(tx, name, phones=phones))
            call = AttemptId(str(uuid4()))
            versions = (self.campaign.script_version_id, self.campaign.definition_version_id)
            begin(tx, call, lead_id, caller="Ana", number="+4930", token=1, versions=versions)
            for question, value in DOCUMENTED.items():
                said = Answer(question=QuestionId(question), value=value, words=self.words())
                keep_answer(
                    tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said
                )
            change_call(tx, call, outcome="qualified", ended_at=tx.now, note=self.words())
            place(tx, lead_id, Bucket.QUALIFIED)
        self.leads.append(lead_id)

    def say_no(self) -> None:
        if not self.leads:
            return
        scope = self.chance.choice(("number", "number", "person"))
        with self.store.transaction() as tx:
            done = suppress(
                tx,
                client="",
                scope=scope,
                lead_id=self.chance.choice(self.leads),
                number=self.chance.choice(NUMBERS) if scope == "number" else "",
                asked_by="",
                by="Ana",
                reason="asked",
            )
        self.asked.append(done.ids)

    def take_back(self) -> None:
        if self.asked:
            ids = self.asked.pop(self.chance.randrange(len(self.asked)))
            with self.store.transaction() as tx:
                lift(tx, ids, "wrong lead")

    def say(self) -> None:
        """A supervisor writes a line of their own."""
        if self.leads:
            lead_id = self.chance.choice(self.leads)
            with whatever(Refused):
                self.handoff.say_line(lead_id, self.words())

    def hand_over(self) -> None:
        with whatever(ExportRefused):
            done = self.handoff.export(self.campaign.id, self.folder / "out", contents=QUICK)
            self.left += len(done.leads)
            blocked = self.blocked()
            for path in done.files:
                for text in texts_of(path):
                    digits = digits_of(text)
                    found = [one for one in blocked if one[3:] in digits]
                    assert not found, f"{found} in {path.name}, seed {self.seed}"

    def blocked(self) -> list[str]:
        with self.store.reading() as tx:
            prints = fingerprints(tx)
            found = suppressed_among(tx, "", map(prints.number, NUMBERS))
            return [one for one in NUMBERS if prints.number(one) in found]

    def words(self) -> str:
        """What people write: at times with a number in it, in some spelling."""
        if self.chance.random() < 0.4:
            return self.chance.choice(("", "Likes numbers.", "14 people, 3 lines since 2019"))
        number = self.chance.choice(NUMBERS)
        return f"Ask Jens, {spelled(number, self.chance)}, mornings"


def spelled(number: str, chance: random.Random) -> str:
    """A German number as anybody may write it."""
    national = number[3:]
    begins = chance.choice(("+49", "0049", "+49 (0)", "0", "(0", "011 49 ", "49", "+ 4 9 "))
    marks = chance.choice(("", " ", ".", "-", "/", "\u00a0", "\u200b", " - "))
    every = chance.choice((1, 2, 3, 99))
    parts = [national[at : at + every] for at in range(0, len(national), every)]
    written = begins + marks.join(parts)
    if chance.random() < 0.2:
        written = "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in written)
    return written


def texts_of(path: Path) -> Iterator[str]:
    """All that a file says."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield book.read(name).decode("utf-8", "replace")
    else:
        yield path.read_bytes().decode("utf-8", "replace")


def digits_of(text: str) -> str:
    """Every digit of a text in a row: whatever stands between them hides nothing."""
    return "".join(
        str(unicodedata.digit(sign)) for sign in text if unicodedata.digit(sign, None) is not None
    )
