"""Whoever said no is never offered, dialled, handed on or loaded again, in any order of acts.

An oracle of its own keeps who said no to whom; the desk is asked after each act. A tenth of a
second each: ``QUALDESK_SEQUENCES=10000`` runs as many as the promise names.
"""

import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from calls import a_campaign, answer_all_it_takes
from makers import make_clock
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Contact, Lead
from qualdesk.core.sources import CallLimits
from qualdesk.desk import Desk
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead, load_leads
from qualdesk.store.overview import upcoming

SEQUENCES = int(os.environ.get("QUALDESK_SEQUENCES", "15"))
# So many share a workspace: what one client's people said is nothing to another's.
A_FILE = 20
ACTS = 12
EVERYTHING = (
    *("load", "say_no", "take_back", "work", "offered", "load_numbers", "lift_list", "erase"),
    "wait",
)
CLIENTS = ("North", "South")
MAIN = "+493023125100"
ALL_DAY = CallLimits(
    hours=(0, 24 * 60), days=frozenset(range(7)), max_per_day=9, min_gap=timedelta(0)
)
Key = tuple[str, str]


@dataclass(frozen=True)
class Someone:
    """A person as the world knows them, whatever a list makes of them."""

    name: str
    company: str
    own: tuple[str, ...]
    email: str


WORLD = (
    Someone("Ada Quist", "Pumps", ("+493023125101",), "ada@pumps.example"),
    Someone("Ben Ode", "Pumps", ("+493023125102", "+442079460102"), "ben@pumps.example"),
    Someone("Cy Roe", "Valves", ("+12125550103",), "cy@valves.example"),
    Someone("Dee Fox", "Valves", (), "dee@valves.example"),
)
NAMES = {one.name.casefold() for one in WORLD}
SPELLINGS: dict[str, tuple[Callable[[str], str], ...]] = {
    "+49": (
        lambda it: it,
        lambda it: f"0{it[3:5]} / {it[5:]}",
        lambda it: f"0049-{it[3:5]}-{it[5:8]} {it[8:]}",
        lambda it: f"+49 (0) {it[3:5]} {it[5:]}",
    ),
    "+44": (lambda it: it, lambda it: f"0044 (0)20 {it[5:9]} {it[9:]}"),
    "+12": (lambda it: it, lambda it: f"+1 ({it[2:5]}) {it[5:8]}-{it[8:]}"),
}


def spelt(dice: random.Random, e164: str) -> str:
    return dice.choice(SPELLINGS[e164[:3]])(e164)


class World:
    """One workspace, two clients, and what each of them may not do."""

    def __init__(self, folder: Path, store: Store, clock: SetClock, seed: int) -> None:
        self.dice = random.Random(seed)
        self.folder, self.store, self.clock = folder, store, clock
        names = [f"{client} {seed}" for client in CLIENTS]
        self.campaigns = {
            name: a_campaign(store, name=name, client=name, region="DE", limits=ALL_DAY).id
            for name in names
        }
        self.desks = [Desk(store, clock, f"{name} {seed}") for name in ("Ana", "Ben")]
        self.supervisor = Desk(store, clock, "Maya")
        # What was said, by its number, or that of its list: to which client, and whom it stops.
        self.said: dict[object, tuple[str, frozenset[Key]]] = {}
        self.done: Counter[str] = Counter()

    def forbidden(self, client: str) -> set[Key]:
        return {key for whose, keys in self.said.values() if whose == client for key in keys}

    def leads(self) -> list[LeadId]:
        with self.store.reading() as tx:
            rows = sa.select(schema.lead.c.id).join(
                schema.contact, schema.contact.c.id == schema.lead.c.contact_id
            )
            alive = rows.where(
                schema.contact.c.erased_at.is_(None),
                schema.lead.c.campaign_id.in_(self.campaigns.values()),
            ).order_by(schema.lead.c.id)
            return [LeadId(one) for one in tx.connection.scalars(alive)]

    def lead(self, lead_id: LeadId) -> Lead:
        with self.store.reading() as tx:
            return load_lead(tx, lead_id)

    def client_of(self, lead_id: LeadId) -> str:
        campaign = self.lead(lead_id).campaign_id
        return next(client for client, its in self.campaigns.items() if its == campaign)

    def keys_of(self, lead_id: LeadId, scope: str, number: str) -> frozenset[Key]:
        """What a no at that scope stops, by the rules of the house, from what is shown."""
        contact = self.lead(lead_id).contact
        shown = {("number", phone.e164) for phone in contact.phones if phone.e164}
        if scope == "number":
            return frozenset({("number", number)})
        keys = known_of(contact)
        company = {key for key in keys if key[0] == "company"}
        keys |= shown - {("number", MAIN)}
        if scope == "person":
            keys -= company
        return frozenset(keys or shown)

    # What people do.

    def load(self) -> None:
        client = self.dice.choice(list(self.campaigns))
        rows = [self.row(one) for one in self.dice.sample(WORLD, self.dice.randint(1, 3))]
        self.supervisor.intake.load(rows, campaign=self.campaigns[client])

    def row(self, one: Someone) -> dict[str, str]:
        numbers = [spelt(self.dice, it) for it in (*one.own, MAIN) if self.dice.random() < 0.7]
        row = {"phone": " ; ".join(numbers)} if numbers else {}
        if self.dice.random() < 0.8:
            row["name"] = self.dice.choice([str, str.upper, str.lower])(one.name)
            row["company"] = self.dice.choice(["{}", "{} GmbH", "{} gmbh"]).format(one.company)
        if self.dice.random() < 0.5 or not row:
            row["email"] = self.dice.choice([one.email, one.email.upper()])
        return row

    def say_no(self) -> None:
        lead_id = self.pick()
        if lead_id is None:
            return
        desk = self.dice.choice(self.desks)
        scope = self.dice.choice(["person", "person", "number", "company"])
        numbers = [one.e164 for one in self.lead(lead_id).contact.phones if one.e164]
        if scope == "number" and not numbers:
            return
        number = self.dice.choice(numbers) if scope == "number" else ""
        act = (self.client_of(lead_id), self.keys_of(lead_id, scope, number))
        desk.calling.do_not_call(lead_id, scope=scope, number=number)
        newest = self.supervisor.do_not_call.said(lead_id)[0]
        self.said[newest.id] = act
        if self.dice.random() < 0.3:
            self.clock.advance(timedelta(seconds=self.dice.choice([1, 10])))
            desk.calling.undo()
            del self.said[newest.id]

    def take_back(self) -> None:
        lead_id = self.pick()
        if lead_id is None:
            return
        said = self.supervisor.do_not_call.said(lead_id)
        holding = [one.id for one in said if one.holds and one.id in self.said]
        if holding:
            one = self.dice.choice(holding)
            self.supervisor.do_not_call.lift_one(one, "They called us")
            del self.said[one]

    def load_numbers(self) -> None:
        client = self.dice.choice(list(self.campaigns))
        one = self.dice.choice([it for it in WORLD if it.own])
        number = self.dice.choice(one.own)
        path = self.folder / f"no{self.dice.random()}.csv"
        path.write_text(f"Phone\n{spelt(self.dice, number)}\n", encoding="utf-8")
        done = self.supervisor.do_not_call.load(path, client=client, region="DE")
        self.said["list", done.list.id] = (client, frozenset({("number", number)}))

    def lift_list(self) -> None:
        lists = [key for key in self.said if isinstance(key, tuple)]
        if lists:
            key = self.dice.choice(lists)
            self.supervisor.do_not_call.lift(key[1], "A mistake")
            del self.said[key]

    def erase(self) -> None:
        lead_id = self.pick()
        if lead_id is None:
            return
        who = self.supervisor.erasing.person(lead_id)
        mine = [one for one in who.leads if one in self.leads()]
        acts = [(self.client_of(one), self.keys_of(one, "person", "")) for one in mine]
        self.supervisor.erasing.erase(lead_id)
        self.said |= {object(): act for act in acts}

    def work(self) -> None:
        desk = self.dice.choice(self.desks)
        client, campaign = self.dice.choice(list(self.campaigns.items()))
        card = desk.calling.next_lead(campaign)
        if isinstance(card, NothingToCall):
            return
        self.done["offered"] += 1
        if card.attempt is None:
            client = self.client_of(card.lead.id)
            self.check(card.lead, self.forbidden(client))
        act = self.dice.choice([self.talk, self.dial, self.refer, self.change_number])
        act(desk, card)

    def talk(self, desk: Desk, card: CallCard) -> None:
        if card.attempt is None:
            attempt = desk.calling.start_attempt(card.lead.id)
            answer_all_it_takes(desk.calling, attempt.id)
            desk.calling.finish(attempt.id, self.dice.choice(["qualified", "no_answer", "busy"]))

    def dial(self, desk: Desk, card: CallCard) -> None:
        """By hand, any number anybody ever wrote down of them."""
        numbers = [phone.e164 for phone in card.lead.contact.phones if phone.e164]
        if not numbers:
            # Erased during this call, or back on the desk after an undo: a number is to be found.
            is_told = card.attempt is not None or not card.decision.is_allowed
            assert is_told, "somebody without a number is offered"
            return
        attempt = desk.calling.start_attempt(card.lead.id, self.dice.choice(numbers))
        no = self.forbidden(self.client_of(card.lead.id))
        assert ("number", attempt.number) not in no, "dialled"
        desk.calling.release(attempt.id)

    def refer(self, desk: Desk, card: CallCard) -> None:
        one = self.dice.choice(WORLD)
        number = spelt(self.dice, self.dice.choice(one.own)) if one.own else ""
        how = self.dice.choice(["now", "queue"])
        desk.calling.refer(card.lead.id, name=one.name, number=number, email=one.email, how=how)
        desk.calling.skip(card.lead.id)

    def change_number(self, desk: Desk, card: CallCard) -> None:
        number = self.dice.choice([it for one in WORLD for it in one.own])
        attempt = desk.calling.start_attempt(card.lead.id)
        desk.calling.finish(attempt.id, "number_changed", new_number=spelt(self.dice, number))

    def wait(self) -> None:
        self.clock.advance(timedelta(minutes=self.dice.choice([0, 1, 45, 300, 1500])))
        self.supervisor.keeper.tick()

    def pick(self) -> LeadId | None:
        leads = self.leads()
        return self.dice.choice(leads) if leads else None

    # What must hold after each of it.

    def check(self, lead: Lead, no: set[Key]) -> None:
        contact = lead.contact
        dialled = {("number", phone.e164) for phone in contact.dialable}
        assert not dialled & no, "a number that said no can be dialled"
        assert not known_of(contact) & no, "somebody who said no is offered"

    def look(self) -> None:
        for client, campaign in self.campaigns.items():
            no = self.forbidden(client)
            with self.store.reading() as tx:
                offered = upcoming(tx, "somebody else", campaign, limit=9)
                for lead in load_leads(tx, [one.lead_id for one in offered]).values():
                    assert lead.contact.dialable, "offered without a number"
                    self.check(lead, no)

    def look_at_batches(self) -> None:
        for client, campaign in self.campaigns.items():
            no = self.forbidden(client)
            for leaving in self.supervisor.handoff.next_batch(campaign).ready:
                contact = self.lead(leaving.lead_id).contact
                assert not known_of(contact) & no, "handed on after they said no"
            assert self.supervisor.floor.buckets(campaign).adds_up


def known_of(contact: Contact) -> set[Key]:
    """Who somebody is, apart from their numbers, as people read it."""
    company = contact.company_name.casefold().removesuffix(" gmbh")
    keys = {("email", one.casefold()) for one in contact.emails}
    if contact.name.casefold() in NAMES:
        keys.add(("person", f"{contact.name.casefold()} at {company}"))
    return keys | ({("company", company)} if company else set())


def run(world: World, seed: int) -> None:
    """One sequence of acts, each followed by a look at all that is offered."""
    acts = [
        *(world.load, world.load, world.say_no, world.say_no, world.take_back, world.work),
        *(world.work, world.work, world.load_numbers, world.lift_list, world.erase),
        world.wait,
    ]
    world.load()
    try:
        for _ in range(ACTS):
            act = world.dice.choice(acts)
            # What is refused is no fault: nobody may be called is one of the answers.
            with suppress(QualdeskError):
                act()
                world.done[act.__name__] += 1
            world.look()
        world.look_at_batches()
    except AssertionError as error:
        raise AssertionError(f"sequence {seed}: {error}") from error


def test_nobody_who_said_no_is_called_whatever_is_done_in_which_order(
    sqlite_template: Path,
) -> None:
    """Model 6, O5, O7, Q6: at intake, claim and dial, also after erasing, in any spelling."""
    first = random.randrange(10**6)
    done: Counter[str] = Counter()
    for begin in range(first, first + SEQUENCES, A_FILE):
        with tempfile.TemporaryDirectory() as folder:
            path = shutil.copy(sqlite_template, folder)
            clock = make_clock()
            store = Store(f"sqlite:///{path}", clock=clock, durable=False)
            for seed in range(begin, min(begin + A_FILE, first + SEQUENCES)):
                world = World(Path(folder), store, clock, seed)
                run(world, seed)
                done += world.done
            store.close()
    assert min(done[act] for act in EVERYTHING) > 0, f"nothing of a kind was done: {done}"
