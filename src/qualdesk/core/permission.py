"""On what ground people may be called, and how that can be shown two years later.

The grounds are those of the GDPR, art. 6(1)(a) and (f) with recital 47, as direct calling uses
them; what must be kept of a consent is art. 7(1), and in Germany § 7a UWG. No legal advice.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.times import day_words, instant_of
from qualdesk.core.wording import tr, tr_later

PHONE = "phone"
"""What the scope of a consent must name before anybody is phoned."""
LISTS_ARE_OVER = tr_later("The permission to call them has ended")
"""Why leads are kept out of the queue whose lists' own permissions have all ended."""


class Basis(StrEnum):
    """The ground on which people of a list may be called."""

    CONSENT = "consent"
    LEGITIMATE_INTEREST = "legitimate_interest"
    EXISTING_RELATIONSHIP = "existing_relationship"
    INQUIRY = "inquiry"
    REFERRAL = "referral"

    @property
    def label(self) -> str:
        """The ground as the screen says it."""
        return tr(_LABELS[self])


@frozen
class Gap:
    """Something that must be said before calls can start: which field, and the question."""

    field: str
    says: str


@frozen
class Permission:
    """Why people may be called.

    Attributes:
        basis: the ground, None while nobody has chosen one.
        says: the ground in a sentence, as a caller can give it to the person.
        given_on: the day it was given, or since when it holds.
        where: where it was obtained.
        evidence: where the proof is kept, a reference.
        wording: for consent, the version of the words they agreed to.
        scope: for consent, what it covers: ``phone``, ``e-mail`` ...
        expires: the last day it holds, None when it has no end.
    """

    basis: Basis | None = None
    says: str = ""
    given_on: date | None = None
    where: str = ""
    evidence: str = ""
    wording: str = ""
    scope: tuple[str, ...] = ()
    expires: date | None = None

    def gaps(self) -> tuple[Gap, ...]:
        """What is missing of it, each as a question."""
        consent = self.basis is Basis.CONSENT
        asked = (
            (self.basis, "basis", tr("On what ground may they be called?")),
            (self.says.strip(), "says", tr("What is the ground, in a sentence?")),
            (self.given_on, "given_on", tr("When was the permission given?")),
            (self.where.strip(), "where", tr("Where was the permission given?")),
            (not consent or self.evidence.strip(), "evidence", tr("Where is their consent kept?")),
            (
                not consent or self.wording.strip(),
                "wording",
                tr("Which wording did they agree to?"),
            ),
            (not consent or self.covers_phone, "scope", tr("Does their consent cover the phone?")),
        )
        return tuple(Gap(field=field, says=says) for answer, field, says in asked if not answer)

    @property
    def covers_phone(self) -> bool:
        """Whether the phone stands in its scope."""
        return PHONE in {one.strip().casefold() for one in self.scope}

    def ends_at(self, zone: str) -> datetime | None:
        """The instant at which its last day is over on that clock, None when it has no end."""
        if self.expires is None:
            return None
        return instant_of(datetime.combine(self.expires + timedelta(days=1), time()), zone)

    def over_says(self, at: datetime, zone: str) -> str:
        """The sentence that stops calls when it has ended by ``at``, empty while it holds."""
        end = self.ends_at(zone)
        if end is None or self.expires is None or at < end:
            return ""
        day = tr("{day} {year}", day=day_words(self.expires), year=self.expires.year)
        if self.basis is Basis.CONSENT:
            return tr("The consent to call them ended on {day}. Get a new one first.", day=day)
        return tr("The permission to call them ended on {day}. Get a new one first.", day=day)


def kept_out_words(because: str) -> str:
    """Why a lead is kept out, as it is shown: somebody's own words stay as they are."""
    return tr(LISTS_ARE_OVER) if because == LISTS_ARE_OVER else because


_LABELS = {
    Basis.CONSENT: tr_later("Consent"),
    Basis.LEGITIMATE_INTEREST: tr_later("Legitimate interest"),
    Basis.EXISTING_RELATIONSHIP: tr_later("Existing relationship"),
    Basis.INQUIRY: tr_later("They asked us"),
    Basis.REFERRAL: tr_later("Referral"),
}
