"""S4 in a call: where somebody's data comes from, said so that it can be read out."""

from dataclasses import replace
from datetime import UTC, date, datetime

from qualdesk.core.origins import origin_of
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.sources import SourceCard, SourceType, Touchpoint, TouchpointKind

GIVEN = Permission(
    basis=Basis.CONSENT,
    says="You ticked the box for calls",
    given_on=date(2026, 2, 17),
    where="the booth form at PackTec",
    evidence="form 81",
    wording="Call me about machines, version 2",
    scope=("phone",),
)
SOURCE = SourceCard(
    type=SourceType.TRADE_SHOW,
    what="PackTec 2026",
    place="Hall 4",
    who="Visitors",
    responding_to="a demo",
    owner="Tom Reyes",
    on_behalf_of="Northwind",
    permission=GIVEN,
)


class _Bare:
    """As much of a card as the answer needs."""

    def __init__(self, source: SourceCard | None, **more: object) -> None:
        self.campaign = type("Campaign", (), {"source": source})()
        self.lead = type("Lead", (), {"touchpoints": more.get("did", ())})()
        self.permissions = more.get("permissions", ())
        self.referrers = more.get("referrers", ())
        self.referred_by = ""


def _said(source: SourceCard | None, **more: object) -> tuple[str, ...]:
    return origin_of(_Bare(source, **more))  # type: ignore[arg-type]


def test_the_source_the_ground_the_words_and_the_right_to_say_no_are_said() -> None:
    assert _said(SOURCE)[:-1] == (
        "We have your details from: PackTec 2026, Hall 4.",
        "You responded to: a demo.",
        "We may call you on this ground: You ticked the box for calls.",
        "You agreed on Tue 17 Feb 2026: the booth form at PackTec.",
        "The words you agreed to: Call me about machines, version 2.",
        "I am calling on behalf of Northwind.",
        "Tom Reyes answers questions about these data.",
    )
    assert _said(SOURCE)[-1].startswith("You can say no at any time")


def test_what_they_did_there_comes_before_what_everybody_responded_to() -> None:
    at = datetime(2026, 2, 17, 10, tzinfo=UTC)
    demo = Touchpoint(kind=TouchpointKind.DEMO, says="Watched the demo", at=at)
    said = _said(SOURCE, did=(demo,))
    assert said[1] == "Written down on Tue 17 Feb 2026: Watched the demo."


def test_a_lists_own_permission_stands_for_that_of_its_campaign() -> None:
    own = replace(GIVEN, basis=Basis.INQUIRY, says="You wrote to us", where="", wording="")
    said = _said(SOURCE, permissions=(own,))
    assert "We may call you on this ground: You wrote to us." in said
    assert "It holds since Tue 17 Feb 2026." in said
    assert not [one for one in said if "ticked" in one]


def test_who_was_named_by_somebody_is_told_by_whom() -> None:
    assert _said(SOURCE, referrers=("Olaf Brandt",))[0] == "Olaf Brandt gave us your name."


def test_where_nobody_wrote_it_down_nothing_is_made_up() -> None:
    first, last = _said(None)
    assert first.startswith("I cannot say it from here")
    assert last.startswith("You can say no")
