"""Sentences of a brief: how to reach somebody, and when."""

from qualdesk.core.handoff import full_day
from qualdesk.core.leads import Phone
from qualdesk.core.times import Promise, place_of
from qualdesk.core.wording import tr, tr_later


def phone_words(phone: Phone) -> str:
    """A number as people there write it, with its extension and its kind."""
    number = phone.shown or phone.e164
    if phone.extension and phone.extension not in number:
        number = tr("{number} ext. {extension}", number=number, extension=phone.extension)
    return f"{number} ({phone.kind.label})" if phone.kind.label else number


def when_to_call(
    phone: str, promise: Promise | None, words: str, zone: str, *, is_wanted: bool = True
) -> str:
    """When to call that number, or to write where it is empty.

    ``promise`` is the time agreed; ``words`` what they said of it where none was; ``zone`` their
    clock; ``is_wanted`` whether they said yes to a call, which is claimed of nobody else.
    """
    if promise is not None:
        says = _CALL_AT if phone else _WRITE_AT
        wall, place = promise.wall, place_of(promise.zone)
        return tr(says, phone=phone, day=full_day(wall.date()), at=wall, place=place)
    place = place_of(zone)
    if not is_wanted:
        return tr(_CALL_ONLY if phone else _WRITE_ONLY, phone=phone, place=place)
    if words:
        return tr(_CALL_WHEN if phone else _WRITE_WHEN, phone=phone, words=words, place=place)
    return tr(_CALL if phone else _WRITE, phone=phone, place=place)


_CALL_AT = tr_later("Call {phone} on {day} at {at:%H:%M} in {place}, as agreed.")
_WRITE_AT = tr_later("Write to them on {day} at {at:%H:%M} in {place}, as agreed.")
_CALL_WHEN = tr_later("Call {phone}. When: “{words}” ({place} time).")
_WRITE_WHEN = tr_later("Write to them. When: “{words}” ({place} time).")
_CALL = tr_later("Call {phone}: they said yes to a call. Their clock is {place}.")
_CALL_ONLY = tr_later("Call {phone}. Their clock is {place}.")
_WRITE_ONLY = tr_later("Write to them. Their clock is {place}.")
_WRITE = tr_later("Write to them: they said yes to a call. Their clock is {place}.")
