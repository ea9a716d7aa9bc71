"""A lead: one person at one company who came from a source, and where they stand."""

from datetime import datetime
from enum import StrEnum

from qualdesk.core.events import Attendance
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, CompanyId, ContactId, LeadId
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.core.wording import tr, tr_later


class Bucket(StrEnum):
    """Where a lead stands. Every lead is in exactly one (promise Q5)."""

    WAITING = "waiting"
    WITH_CALLER = "with_caller"
    CALLBACK = "callback"
    RESEARCH = "research"
    QUALIFIED = "qualified"
    IN_BATCH = "in_batch"
    TAKEN = "taken"
    SENT_BACK = "sent_back"
    NURTURE = "nurture"
    NOT_A_FIT = "not_a_fit"
    UNREACHABLE = "unreachable"
    DO_NOT_CALL = "do_not_call"
    WON = "won"
    LOST = "lost"

    @property
    def label(self) -> str:
        """The bucket as the screen says it."""
        return tr(_BUCKET_LABELS[self])


class PhoneKind(StrEnum):
    """What is known about the line behind a number."""

    DIRECT = "direct"
    MOBILE = "mobile"
    MAIN = "main"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The kind as the screen says it."""
        return tr(_PHONE_LABELS[self]) if _PHONE_LABELS[self] else ""


class PhoneState(StrEnum):
    """Whether a number can be dialled, and if not, why not."""

    VALID = "valid"
    POSSIBLE = "possible"
    NO_AREA_CODE = "no_area_code"
    LOST_DIGITS = "lost_digits"
    BROKEN = "broken"
    OUT_OF_SERVICE = "out_of_service"
    WRONG_PERSON = "wrong_person"
    DO_NOT_CALL = "do_not_call"

    @property
    def is_dialable(self) -> bool:
        """Whether this number may be offered to a caller."""
        return self is PhoneState.VALID or self is PhoneState.POSSIBLE


@frozen
class Phone:
    """A number of a person: ``e164`` is empty when it cannot be dialled; ``raw`` is never lost.

    Attributes:
        shown: the number as people of that country write it, for the screen.
        extension: digits to dial after the connection, empty when there are none.
        note: where it comes from or what was mended ("a lost leading zero was put back").
    """

    raw: str
    state: PhoneState
    e164: str = ""
    extension: str = ""
    kind: PhoneKind = PhoneKind.UNKNOWN
    shown: str = ""
    region: str = ""
    note: str = ""


@frozen
class Company:
    """The company somebody works at."""

    name: str
    id: CompanyId | None = None
    about: str = ""


@frozen
class Contact:
    """The human behind a lead.

    ``zones`` are the IANA zones they may be in, by their address and numbers; a call needs
    all of them to be inside calling hours. ``zone_basis`` says in words what that rests on.
    """

    name: str
    first_name: str = ""
    last_name: str = ""
    title: str = ""
    company: Company | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    city: str = ""
    subdivision: str = ""
    postcode: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    zone_basis: str = ""
    id: ContactId | None = None

    @property
    def dialable(self) -> tuple[Phone, ...]:
        """The numbers that may be dialled, best first."""
        return tuple(phone for phone in self.phones if phone.state.is_dialable)

    @property
    def company_name(self) -> str:
        """The company's name, or nothing."""
        return self.company.name if self.company else ""


@frozen
class Signals:
    """What the source says about a lead that moves its place in the queue.

    ``engagement`` counts the things the person did there beyond being scanned, 0 to 3.
    """

    source: SourceType = SourceType.OTHER
    asked_for_call: bool = False
    saw_demo: bool = False
    giveaway_only: bool = False
    download_only: bool = False
    engagement: int = 0
    referred: bool = False


@frozen
class Lead:
    """One person in one campaign, with all that a caller needs to see.

    ``attendance`` is how they stand with the campaign's event.
    """

    id: LeadId
    campaign_id: CampaignId
    contact: Contact
    signals: Signals
    bucket: Bucket
    touchpoints: tuple[Touchpoint, ...] = ()
    attempts: int = 0
    next_at: datetime | None = None
    reason: str = ""
    external_id: str = ""
    referred_by: LeadId | None = None
    attendance: Attendance = Attendance.UNSAID

    @property
    def attendance_says(self) -> str:
        """That in words; empty where nothing is said, or what they did at the event says it."""
        told = {TouchpointKind.ATTENDED, TouchpointKind.NO_SHOW}
        is_told = any(point.kind in told for point in self.touchpoints)
        was_there = self.attendance in {Attendance.ATTENDED, Attendance.NO_SHOW}
        is_silent = self.attendance is Attendance.UNSAID or (is_told and was_there)
        return "" if is_silent else self.attendance.label


def signals_of(source: SourceType, touchpoints: tuple[Touchpoint, ...]) -> Signals:
    """What a lead's touchpoints say for its place in the queue."""
    kinds = [touchpoint.kind.value for touchpoint in touchpoints]
    real = [kind for kind in kinds if kind not in _NO_INTEREST]
    return Signals(
        source=source,
        asked_for_call="asked_for_call" in kinds,
        saw_demo="demo" in kinds,
        giveaway_only="giveaway" in kinds and not real,
        download_only=source is SourceType.CONTENT_DOWNLOAD and set(real) <= {"download"},
        engagement=min(3, len(set(real))),
        referred=source is SourceType.REFERRAL,
    )


_NO_INTEREST = {"scan", "giveaway", "no_show", "other"}
_BUCKET_LABELS = {
    Bucket.WAITING: tr_later("Waiting"),
    Bucket.WITH_CALLER: tr_later("With a caller"),
    Bucket.CALLBACK: tr_later("Call back set"),
    Bucket.RESEARCH: tr_later("Research"),
    Bucket.QUALIFIED: tr_later("Qualified"),
    Bucket.IN_BATCH: tr_later("In a batch"),
    Bucket.TAKEN: tr_later("Taken by sales"),
    Bucket.SENT_BACK: tr_later("Sent back"),
    Bucket.NURTURE: tr_later("Nurture"),
    Bucket.NOT_A_FIT: tr_later("Not a fit"),
    Bucket.UNREACHABLE: tr_later("Not reached"),
    Bucket.DO_NOT_CALL: tr_later("Do not call"),
    Bucket.WON: tr_later("Won"),
    Bucket.LOST: tr_later("Lost"),
}
_PHONE_LABELS = {
    PhoneKind.DIRECT: tr_later("direct line"),
    PhoneKind.MOBILE: tr_later("mobile"),
    PhoneKind.MAIN: tr_later("main line"),
    PhoneKind.UNKNOWN: "",
}
