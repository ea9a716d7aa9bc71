"""What may be wrong in a row and is not changed: told, so that somebody looks at it."""

from collections.abc import Iterator, Sequence

from qualdesk.core.emails import doubt
from qualdesk.core.leads import Contact, PhoneState
from qualdesk.core.list_words import cell
from qualdesk.core.person_names import two_people
from qualdesk.core.phone_notes import note_words
from qualdesk.core.wording import tr
from qualdesk.core.yes_no import is_yes, refuses


def doubts_of(
    contact: Contact, values: Sequence[str], *, width: int, consents: Sequence[int]
) -> Iterator[str]:
    """The doubts about a row, each a sentence.

    ``width`` is how many columns the list has, ``consents`` where those stand that say whether
    somebody may be called. A blank there is no no; but nobody said yes either.
    """
    if says := two_people(contact.name):
        yield says
    yield from filter(None, map(doubt, contact.emails))
    for phone in contact.phones:
        if phone.state is PhoneState.POSSIBLE:
            yield f"{cell(phone.raw)}: {note_words(phone.note)}"
    if any(values[width:]):
        yield tr("It has more cells than the list has columns: has something slipped?")
    for index in consents:
        if not values[index]:
            yield tr("The list does not say whether they may be called.")
        elif not (is_yes(values[index]) or refuses(values[index])):
            yield tr(
                "“{cell}” is neither yes nor no: may they be called?", cell=cell(values[index])
            )
