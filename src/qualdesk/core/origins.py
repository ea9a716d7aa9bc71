"""“Where did you get my number?”: the answer as sentences a caller can read out.

GDPR, art. 14(2)(f) and 21(4): the source of the data and the right to say no, at the latest with
the first call.
"""

from collections.abc import Sequence
from datetime import date

from qualdesk.core.cards import CallCard
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.sources import SourceCard, Touchpoint
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr


def origin_of(card: CallCard) -> tuple[str, ...]:
    """Where somebody's data comes from, why they may be called, and that they may say no.

    From the card alone, so that it is there without a line to the server too.
    """
    source = card.campaign.source
    said = [*_from_where(card, source)]
    grounds = card.permissions or ((source.permission,) if source and source.permission else ())
    for permission in grounds:
        said += _why(permission)
    if source and source.on_behalf_of.strip():
        said.append(tr("I am calling on behalf of {company}.", company=source.on_behalf_of.strip()))
    if source and source.owner.strip():
        said.append(
            tr("{who} answers questions about these data.", who=source.owner.strip().rstrip("."))
        )
    said.append(
        tr(
            "You can say no at any time: then we do not call you again. And we tell you all that "
            "we keep about you, or erase it, if you ask."
        )
    )
    return tuple(said)


def _from_where(card: CallCard, source: SourceCard | None) -> list[str]:
    referrers = card.referrers or ((card.referred_by,) if card.referred_by else ())
    if referrers:
        return [tr("{name} gave us your name.", name=referrers[0])]
    if source is None or not source.what.strip():
        return [tr("I cannot say it from here. I will find out and let you know.")]
    what = ", ".join(one.strip().rstrip(".") for one in (source.what, source.place) if one.strip())
    said = [tr("We have your details from: {what}.", what=what)]
    did = _did(card.lead.touchpoints)
    if did:
        said.append(did)
    elif source.responding_to.strip():
        to = source.responding_to.strip().rstrip(".")
        said.append(tr("You responded to: {what}.", what=to))
    return said


def _did(touchpoints: Sequence[Touchpoint]) -> str:
    """The first thing they did there that somebody saw, and when."""
    first = next((one for one in touchpoints if one.says.strip() and one.at is not None), None)
    if first is None or first.at is None:
        return ""
    day = _day(first.at.date())
    return tr("Written down on {day}: {what}.", day=day, what=first.says.strip().rstrip("."))


def _why(permission: Permission) -> list[str]:
    """On what ground they may be called, since when, and to which words they said yes."""
    says = permission.says.strip().rstrip(".")
    said = [tr("We may call you on this ground: {ground}.", ground=says)] if says else []
    if permission.given_on is not None:
        day, where = _day(permission.given_on), permission.where.strip().rstrip(".")
        consented = permission.basis is Basis.CONSENT
        if consented and where:
            said.append(tr("You agreed on {day}: {where}.", day=day, where=where))
        elif consented:
            said.append(tr("You agreed on {day}.", day=day))
        elif where:
            said.append(tr("It holds since {day}: {where}.", day=day, where=where))
        else:
            said.append(tr("It holds since {day}.", day=day))
    if permission.basis is Basis.CONSENT and permission.wording.strip():
        wording = permission.wording.strip().rstrip(".")
        said.append(tr("The words you agreed to: {wording}.", wording=wording))
    return said


def _day(day: date) -> str:
    return tr("{day} {year}", day=day_words(day), year=day.year)
