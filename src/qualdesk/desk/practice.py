"""Practice calls: each in a workspace to be thrown away, with one person, and how it went."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.practice import CallMade, Line, Person, what_went_well
from qualdesk.core.wording import tr
from qualdesk.desk.agreeing import Definitions
from qualdesk.desk.intake import Intake
from qualdesk.desk.library import Library
from qualdesk.desk.outcomes import words_of
from qualdesk.desk.versions import script_version
from qualdesk.files.practice import shipped_people
from qualdesk.resources import shipped
from qualdesk.store import calls
from qualdesk.store.answers import known_answers
from qualdesk.store.database import Store
from qualdesk.store.practice import leads_by_key

NAME = "Practice"
STARTS = datetime.fromisoformat("2026-03-17T10:04:00+01:00")
"""When a practice begins: a Tuesday morning on which everybody may be called."""


@frozen
class PracticeCall:
    """A call to practise: with whom, and its place among them, counted from 1."""

    person: Person
    lead_id: LeadId
    number: int
    of: int


class Practice:
    """Calls that count nowhere. It works on a workspace of its own and refuses any other."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def people(self) -> tuple[Person, ...]:
        """Whom one can practise on, in the order in which they are called.

        Raises:
            NotFound: they were not shipped.
        """
        return shipped_people()

    def begin(self, number: int) -> PracticeCall:
        """Bring the person of that call to the desk, counted from 1.

        Each call has a workspace of its own, so that nothing of the last one comes into it.

        Raises:
            NotFound: there are not so many calls.
            Refused: this workspace holds real work.
        """
        people = self.people()
        if not 1 <= number <= len(people):
            raise NotFound(
                tr("There are {count} calls to practise. Choose one of them.", count=len(people))
            )
        person = people[number - 1]
        campaign = self._campaign()
        with self._store.reading() as tx:
            lead_id = leads_by_key(tx, campaign.id).get(_key(person))
        if lead_id is None:
            intake = Intake(self._store, self._clock, self._caller)
            intake.load([_row(person)], campaign=campaign.id, region=person.country)
            with self._store.reading() as tx:
                lead_id = leads_by_key(tx, campaign.id)[_key(person)]
        return PracticeCall(person=person, lead_id=lead_id, number=number, of=len(people))

    def went(self, call: PracticeCall) -> tuple[Line, Line, Line]:
        """Three lines on how a call went: discovery first, their words, the next step."""
        with self._store.reading() as tx:
            last = calls.newest_call(tx, call.lead_id)
            if last is None:
                return what_went_well(_NOT_MADE, call.person, None)
            answers, _ = known_answers(tx, call.lead_id)
            made = CallMade(
                outcome=last.outcome,
                label=words_of(tx, last.outcome)[0],
                says=str((last.before or {}).get("says", "")),
                answers=tuple(answers.values()),
                fit_opened_early=last.fit_opened_early,
            )
            return what_went_well(made, call.person, script_version(tx, last.script_version_id))

    def _campaign(self) -> Campaign:
        """The campaign of the practice, made when it is not there yet.

        Raises:
            Refused: there is another one, so people's real work.
        """
        library = Library(self._store, self._clock, self._caller)
        found = library.campaigns()
        if any(one.campaign.name != NAME for one in found):
            raise Refused(
                tr(
                    "This workspace holds real work. Practise in one of its own: choose "
                    "Practise in the window."
                )
            )
        if found:
            return found[0].campaign
        made = library.new_from_files(NAME, source=shipped("samples", "packtech-expo.toml"))
        agreed = library.shipped_definition()
        signing = Definitions(self._store, self._clock, self._caller)
        for signature in agreed.signatures:
            signing.sign(agreed.id, signature.side, signature.name)
        return library.campaign(made.id)


def _key(person: Person) -> str:
    return f"practice-{person.order}"


def _row(person: Person) -> Mapping[str, Any]:
    """Somebody to practise on as a row of a list."""
    return {
        "external_id": _key(person),
        "name": person.name,
        "title": person.title,
        "company": person.company,
        "city": person.city,
        "country": person.country,
        "phone": person.phone,
        "email": person.email,
        "demo": person.did,
        "note": person.note,
    }


_NOT_MADE = CallMade(outcome="", label="", says="", answers=())
