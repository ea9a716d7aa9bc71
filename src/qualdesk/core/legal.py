"""What a person is to the law: where they may be, what kind of person, what they gave."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from qualdesk.core.area_codes import state_of
from qualdesk.core.calling_codes import country_alone
from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.frozen import frozen
from qualdesk.core.leads import Contact
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.rules import Audience, Ground, Legal


@frozen
class ListWord:
    """What a list says of its people: its own permission, what they are, whose clock it keeps."""

    permission: Permission | None = None
    audience: Audience | None = None
    zone: str = "UTC"

    def over_says(self, at: datetime) -> str:
        """The sentence that says that its permission has ended by ``at``, empty otherwise."""
        return self.permission.over_says(at, self.zone) if self.permission else ""


@frozen
class Word:
    """What campaign and lists together say of a person."""

    audience: Audience | None = None
    grounds: frozenset[Ground] = frozenset()


def word_on(
    campaign: CampaignPlan, lists: Sequence[ListWord], at: datetime, *, is_referred: bool = False
) -> Word:
    """What a campaign and somebody's lists say of them at that time.

    A list's own word comes before the campaign's; of two lists the stricter is believed about
    what somebody is, and what either permits is given. Who was named by somebody else and is
    on no list has not consented themselves. A rehearsal, where nobody is phoned, is no consumer's.
    """
    said = {one.audience for one in lists if one.audience is not None}
    strict = [one for one in _STRICTEST if one in said]
    theirs = campaign.source.permission if campaign.source else None
    ours = None if theirs is None or campaign.permission_over(at) else theirs
    held = [one.permission or ours for one in lists if not one.over_says(at)]
    grounds = grounds_of(filter(None, held if lists else [ours]))
    if is_referred and not lists:
        grounds = grounds and frozenset({Ground.LAWFUL_BASIS})
    ours_are = Audience.BUSINESS if campaign.source == REHEARSAL else None
    audience = strict[0] if strict else campaign.audience or ours_are
    return Word(audience=audience, grounds=grounds)


def legal_of(
    contact: Contact,
    *,
    audience: Audience | None = None,
    grounds: frozenset[Ground] = frozenset(),
    region: str = "",
) -> Legal:
    """What a person is to the law.

    ``audience`` is what their list or campaign says they are, None when neither does;
    ``grounds`` what the permissions of both give, as :func:`word_on` finds them; ``region`` the
    campaign's country, for who gives no sign of where they are.
    """
    numbers = [phone.e164 for phone in contact.dialable]
    return Legal(
        places=places_of(
            contact.country, contact.subdivision, contact.postcode, numbers, region=region
        ),
        audience=audience_of(audience, has_company=bool(contact.company_name.strip())),
        grounds=grounds,
    )


def audience_of(said: Audience | None, *, has_company: bool) -> Audience:
    """What kind of person somebody is: as it was said, else business when a company is named."""
    if said is not None:
        return said
    return Audience.BUSINESS if has_company else Audience.UNKNOWN


def grounds_of(permissions: Iterable[Permission]) -> frozenset[Ground]:
    """What permissions give together; a consent that leaves the phone out gives nothing."""
    return frozenset(
        _GROUNDS[one.basis]
        for one in permissions
        if one.basis is not None and (one.basis is not Basis.CONSENT or one.covers_phone)
    )


def places_of(
    country: str, subdivision: str, postcode: str, numbers: Iterable[str], *, region: str = ""
) -> frozenset[str]:
    """Every place a person may be in: ``DE``, ``US-FL``. Each one's rules count.

    The address, and beside it each number that says where its owner is. A number that does not
    (toll-free, a mobile of a country on many clocks) counts only where there is no address. An
    American area code names the state when no address does; one of Florida or Oklahoma always
    counts, because their law presumes so. ``region`` is taken when all this says nothing.
    """
    home = _states_of(country, subdivision, postcode)
    found = set(_named(country, home)) if country else set()
    for number in numbers:
        theirs, is_placed = _country_of(number, home=country)
        if theirs and (is_placed or not country):
            state = state_of(number)
            is_heard = bool(state) and (state in _PRESUMED or country != "US" or not home)
            found.update(_named(theirs, (state,) if is_heard else ()))
    with_state = {place.partition("-")[0] for place in found if "-" in place}
    return frozenset(found - with_state) or frozenset(filter(None, (region.upper(),)))


def _states_of(country: str, subdivision: str, postcode: str) -> frozenset[str]:
    if not subdivision and country != "US":
        return frozenset()
    # The tables of states are read when an address may name one.
    from qualdesk.core.places import states_of

    return states_of(country, subdivision, postcode)


def _country_of(number: str, *, home: str) -> tuple[str, bool]:
    """The country of a number, and whether it says where its owner is, beside an address there.

    The library of numbers, a third as much again as all our own rules, is read only where the
    calling code leaves a question: which of its countries, or whether they live in another.
    """
    if state_of(number):
        return "US", True
    alone = country_alone(number)
    if alone and home in {"", alone}:
        return alone, True
    from qualdesk.core.phones import number_country

    return number_country(number)


def _named(country: str, states: Iterable[str]) -> Iterator[str]:
    """A country, or its states, with the country whose law reaches there as well."""
    named = [f"{country}-{state}" for state in states]
    yield from named or (country,)
    if country in _UNDER:
        yield _UNDER[country]


_STRICTEST = (Audience.CONSUMER, Audience.UNKNOWN, Audience.BUSINESS)
_GROUNDS = {
    Basis.CONSENT: Ground.CONSENT,
    Basis.EXISTING_RELATIONSHIP: Ground.EXISTING_RELATIONSHIP,
    Basis.LEGITIMATE_INTEREST: Ground.LAWFUL_BASIS,
    Basis.INQUIRY: Ground.LAWFUL_BASIS,
    Basis.REFERRAL: Ground.LAWFUL_BASIS,
}
# Fla. Stat. 501.616 and Okla. Stat. 15 s. 775C: the area code is presumed to reach the state.
_PRESUMED = {"FL", "OK"}
# Countries to ISO, with the country whose law on calls is theirs too.
_UNDER = {
    **dict.fromkeys(("GF", "GP", "MQ", "RE", "YT", "BL", "MF", "PM"), "FR"),
    **dict.fromkeys(("AS", "GU", "MP", "PR", "VI"), "US"),
    **dict.fromkeys(("CC", "CX", "NF"), "AU"),
}
