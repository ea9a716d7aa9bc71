"""What a lead is to the queue: its key, its role by the job title, how far it went, since when."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_makers import NOW, TRAITS
from qualdesk.core.leads import signals_of
from qualdesk.core.roles import role_of
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.core.traits import Interest, Role, Traits, anchored, interest_of

SHOW, WEBINAR = SourceType.TRADE_SHOW, SourceType.WEBINAR


def interest_after(source: SourceType, *kinds: str) -> Interest:
    """How far somebody went who did these things."""
    did = tuple(Touchpoint(kind=TouchpointKind(kind), says=kind) for kind in kinds)
    return interest_of(signals_of(source, did))


@given(traits=TRAITS)
def test_a_key_says_all_that_leads_share_and_nothing_else(traits: Traits) -> None:
    anchor = traits.anchor.replace(minute=0) if traits.anchor else None
    again = Traits.from_key(traits.key)
    assert again.anchor == anchor
    assert again.key == traits.key
    assert Traits.from_key(again.key) == again


def test_who_was_not_sorted_yet_has_no_traits() -> None:
    assert Traits.from_key("") == Traits()


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("", Role.UNKNOWN),
        ("  ", Role.UNKNOWN),
        ("CEO", Role.EXECUTIVE),
        ("Chief Technology Officer", Role.EXECUTIVE),
        ("CTO & Co-Founder", Role.EXECUTIVE),
        ("CISO", Role.EXECUTIVE),
        ("Vice President, Operations", Role.EXECUTIVE),
        ("SVP Sales", Role.EXECUTIVE),
        ("Owner", Role.EXECUTIVE),
        ("Managing Director", Role.EXECUTIVE),
        ("Geschäftsführerin", Role.EXECUTIVE),
        ("GESCHÄFTSFÜHRER", Role.EXECUTIVE),
        ("Geschaeftsfuehrer", Role.EXECUTIVE),
        ("Inhaber", Role.EXECUTIVE),
        ("Vorständin", Role.EXECUTIVE),
        ("PDG", Role.EXECUTIVE),
        ("Directrice générale", Role.EXECUTIVE),
        ("Gérant", Role.EXECUTIVE),
        ("Consejera delegada", Role.EXECUTIVE),
        ("Directora General", Role.EXECUTIVE),
        ("Amministratore delegato", Role.EXECUTIVE),
        ("Titolare", Role.EXECUTIVE),
        ("Eigenaar", Role.EXECUTIVE),
        ("Algemeen directeur", Role.EXECUTIVE),
        ("Head of Packaging", Role.HEAD),
        ("Production Manager", Role.HEAD),
        ("Team lead", Role.HEAD),
        ("Director of Engineering", Role.HEAD),
        ("Vertriebsleiterin", Role.HEAD),
        ("Leitung Einkauf", Role.HEAD),
        ("Direktor Technik", Role.HEAD),
        ("Chef de service", Role.HEAD),
        ("Responsable des achats", Role.HEAD),
        ("Jefa de producción", Role.HEAD),
        ("Responsabile acquisti", Role.HEAD),
        ("Direttrice marketing", Role.HEAD),
        ("Hoofd inkoop", Role.HEAD),
        ("Teamleider logistiek", Role.HEAD),
        ("Engineer", Role.SPECIALIST),
        ("Product owner", Role.SPECIALIST),
        ("Sales Executive", Role.SPECIALIST),
        ("Assistant to the CEO", Role.SPECIALIST),
        ("Assistenz der Geschäftsführung", Role.SPECIALIST),
        ("Secrétaire de direction", Role.SPECIALIST),
        ("Referent des Vorstands", Role.SPECIALIST),
        ("Sachbearbeiterin", Role.SPECIALIST),
        ("Comptable", Role.SPECIALIST),
        ("=HYPERLINK(1)", Role.SPECIALIST),
    ],
)
def test_a_title_says_the_role_in_the_languages_lists_come_in(title: str, role: Role) -> None:
    assert role_of(title) is role


@given(title=st.text(max_size=200))
def test_no_title_breaks_the_reading(title: str) -> None:
    assert role_of(title) in Role


def test_interest_grows_with_what_somebody_did() -> None:
    """Q2, O5: a giveaway alone is the least, a download alone hardly more."""
    assert interest_after(SHOW, "giveaway") is Interest.GIVEAWAY
    assert interest_after(SHOW, "scan") is Interest.SCANNED
    assert interest_after(SHOW, "scan", "note") is Interest.LOOKED
    assert interest_after(SHOW, "scan", "demo") is Interest.ENGAGED
    assert interest_after(SHOW, "scan", "note", "visit") is Interest.ENGAGED
    assert interest_after(SHOW, "giveaway", "demo") is Interest.ENGAGED
    assert interest_after(SourceType.CONTENT_DOWNLOAD, "download") is Interest.DOWNLOAD
    assert interest_after(WEBINAR, "no_show") is Interest.SCANNED
    assert interest_after(WEBINAR, "attended") is Interest.LOOKED


def test_asking_for_a_call_is_not_counted_as_interest_a_second_time() -> None:
    assert interest_after(SHOW, "scan", "asked_for_call") is Interest.SCANNED


def test_interest_begins_on_the_hour_of_a_form_and_on_the_day_of_anything_else() -> None:
    at = datetime(2026, 3, 17, 9, 59, 58, 123, tzinfo=UTC)
    assert anchored(SourceType.CONTACT_FORM, at) == datetime(2026, 3, 17, 9, tzinfo=UTC)
    assert anchored(SHOW, at) == datetime(2026, 3, 17, tzinfo=UTC)
    assert anchored(SHOW, None) is None


def test_who_stands_on_a_bought_list_began_nothing() -> None:
    """So all of them share a stack, whenever the list was loaded."""
    assert anchored(SourceType.LIST, NOW) is None
    assert anchored(SourceType.RESEARCH, NOW) is None


@given(hours=st.integers(-12, 14), minutes=st.integers(0, 100_000))
def test_an_anchor_is_never_later_than_the_interest_whatever_the_zone(
    hours: int, minutes: int
) -> None:
    at = (NOW + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=hours)))
    anchor = anchored(SourceType.CONTACT_FORM, at)
    assert anchor is not None
    assert timedelta() <= at - anchor < timedelta(hours=1)
    assert Traits.from_key(Traits(anchor=anchor).key).anchor == anchor
