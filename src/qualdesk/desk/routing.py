"""Who gets which leads of a campaign: its rules, and whose account each company is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qualdesk.core.account_owners import AccountOwner
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.emails import is_address
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.identity import company_key
from qualdesk.core.ids import CampaignId
from qualdesk.core.members import Member
from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_checks import faults_of
from qualdesk.core.routing_rules import Routing, RoutingRule, RuleKind, RuleQuestion
from qualdesk.core.wording import tr
from qualdesk.desk.versions import script_version
from qualdesk.store import account_owners as accounts
from qualdesk.store import campaigns as kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_loads import load_of
from qualdesk.store.history import note
from qualdesk.store.members import members


@frozen
class OwnersLoaded:
    """What a list of accounts did.

    Attributes:
        kept: companies that have this owner from now on, or had them already.
        dropped: companies that belong to nobody any more.
        problems: rows that could not be used; each says why, and changed nothing.
    """

    kept: int
    dropped: int
    problems: tuple[Problem, ...]
    changes: Changes


class RoutingRules:
    """The rules of campaigns, and the accounts of clients."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def routing(self, campaign: str | CampaignId) -> Routing:
        """The rules of a campaign.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return kept.the_campaign(tx, campaign).handoff.routing

    def people(self, campaign: str | CampaignId) -> tuple[Receiving, ...]:
        """Who can get the campaign's leads: salespeople, and whoever a rule names; by name.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            terms = kept.the_campaign(tx, campaign).handoff
            named = {terms.receiver, *(who for rule in terms.routing.rules for who in rule.people)}
            team = {one.name: one for one in members(tx)}
            load = load_of(tx, team)
            now = tx.now
        here = (one for one in team.values() if not one.has_left(now))
        some = [one for one in here if one.role == "sales" or one.name in named]
        return tuple(
            Receiving(
                name=one.name,
                given_today=load.given_today.get(one.name, 0),
                per_day=terms.routing.cap_of(one.name),
                is_on_duty=one.is_on_duty(now) if one.duty else None,
                is_away=one.is_away(now),
            )
            for one in sorted(some, key=lambda one: one.name.casefold())
        )

    def questions(self, campaign: str | CampaignId) -> tuple[RuleQuestion, ...]:
        """The questions of the campaign's script whose answer can say who gets a lead.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            script = script_version(tx, kept.the_campaign(tx, campaign).script_version_id)
        asked = () if script is None else script.questions
        return tuple(
            RuleQuestion(
                id=one.id,
                label=one.short or one.ask or one.say,
                answers=tuple((answer.value, answer.label) for answer in one.choices),
            )
            for one in asked
            if one.choices
        )

    def set_routing(self, campaign: str | CampaignId, routing: Routing) -> Changes:
        """Give leads by these rules from the next batch on.

        Raises:
            NotFound: there is no such campaign.
            Refused: a rule would do nothing, or names somebody who does not work here.
        """
        with self._store.transaction() as tx:
            return self._set(tx, campaign, routing)

    def add_rule(self, campaign: str | CampaignId, rule: RoutingRule) -> Changes:
        """Add a rule: above the first that fits every lead, below which it would never be asked.

        Raises:
            NotFound: there is no such campaign.
            Refused: the rule would do nothing, or names somebody who does not work here.
        """
        with self._store.transaction() as tx:
            routing = kept.the_campaign(tx, campaign).handoff.routing
            rules = list(routing.rules)
            turns = (at for at, one in enumerate(rules) if one.kind is RuleKind.TURN)
            rules.insert(next(turns, len(rules)), rule)
            return self._set(tx, campaign, replace(routing, rules=tuple(rules)))

    def take_rules(self, campaign: str | CampaignId, path: Path) -> Changes:
        """Give leads by the rules in a file's ``[handoff]`` part; what else it says is left out.

        Raises:
            NotFound: there is no such campaign.
            DocumentRefused: the file cannot be used; every problem is named at its key.
            Refused: a rule names somebody who does not work here.
        """
        from qualdesk.files.campaigns import read_terms

        return self.set_routing(campaign, read_terms(Path(path)).routing)

    def owners(self, client: str = "") -> tuple[AccountOwner, ...]:
        """Whose account each company of a client is, by the name of the company.

        Raises:
            NotFound: no campaign is of that client.
        """
        with self._store.reading() as tx:
            return accounts.owners(tx, kept.client_named(tx, client))

    def load_owners(self, path: Path, client: str = "") -> OwnersLoaded:
        """Read a list of accounts. A row without an owner lets the company belong to nobody.

        Companies the list does not name stay as they are. Loading it twice changes nothing.

        Raises:
            ListRefused: it is no list, or one without companies or owners.
            NotFound: no campaign is of that client.
        """
        from qualdesk.files.account_owners import read_accounts

        rows = read_accounts(Path(path))
        with self._store.transaction() as tx:
            whose = kept.client_named(tx, client)
            found = _Accounts(members(tx))
            for row in rows:
                found.take(row.row, row.company, row.owner)
            accounts.keep_owners(tx, whose, found.owned.values(), by=self._caller)
            dropped = accounts.drop_owners(tx, whose, found.freed)
            note(
                tx,
                self._caller,
                "loaded accounts",
                "client",
                whose or "-",
                kept=len(found.owned),
                dropped=dropped,
            )
            there = [one.id for one in kept.campaigns(tx) if one.client == whose]
        did = found.owned or dropped
        return OwnersLoaded(
            kept=len(found.owned),
            dropped=dropped,
            problems=tuple(found.problems),
            changes=Changes(campaigns=frozenset(there)) if did else NO_CHANGES,
        )

    def _set(self, tx: Transaction, campaign: str | CampaignId, routing: Routing) -> Changes:
        found = kept.the_campaign(tx, campaign)
        # Who left may stay in a rule until somebody comes to it: the batch says it too.
        before = found.handoff.routing
        named = {who for rule in before.rules for who in rule.people}
        named |= {cap.salesperson for cap in before.caps}
        there = members(tx)
        known = {one.name for one in there if one.name in named or not one.has_left(tx.now)}
        faults = faults_of(routing, known | {found.handoff.receiver} - {""})
        if faults:
            raise Refused(" ".join(faults))
        kept.set_handoff(tx, found.id, replace(found.handoff, routing=routing))
        note(tx, self._caller, "changed who gets what", "campaign", found.id)
        return Changes(campaigns=frozenset({found.id}))


class _Accounts:
    """The rows of a list of accounts, each with the person of the team it means."""

    def __init__(self, team: Sequence[Member]) -> None:
        self.owned: dict[str, AccountOwner] = {}
        self.freed: set[str] = set()
        self.problems: list[Problem] = []
        self._names = {one.name.casefold(): one.name for one in team}
        self._names |= {one.email.casefold(): one.name for one in team if one.email}
        self._rows: dict[str, tuple[int, str]] = {}

    def take(self, row: int, company: str, owner: str) -> None:
        """Look at one row."""
        key = company_key(company)
        if not key:
            self._refuse(row, tr("There is no company in this row."))
            return
        name = self._names.get(owner.casefold(), "") if owner else ""
        if owner and not name:
            self._refuse(row, _nobody(owner))
            return
        before = self._rows.get(key)
        if before is not None and before[1] != name:
            says = tr(
                "{company} has another owner in row {row}. Keep one of the two.",
                company=company,
                row=before[0],
            )
            self._refuse(row, says)
            return
        self._rows[key] = (row, name)
        if name:
            self.owned[key] = AccountOwner(company=company, key=key, salesperson=name)
        else:
            self.freed.add(key)

    def _refuse(self, row: int, says: str) -> None:
        self.problems.append(Problem(place=tr("Row {row}", row=row), says=says))


def _nobody(owner: str) -> str:
    if is_address(owner):
        return tr("Nobody in the team has the address {address}.", address=owner)
    return tr("{name} is not in the team. Add them first, or choose somebody else.", name=owner)
