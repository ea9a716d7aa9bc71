"""What callers of a campaign can offer on a call: material, mails, a message on the machine."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.languages import language_tag
from qualdesk.core.wording import tr

MOST_MATERIALS = 9
"""As many as there are digits to choose one by."""
_LONGEST_NAME, _LONGEST_TEXT, _MOST_MESSAGES = 80, 2000, 9


@frozen
class Voicemail:
    """How messages are left on machines while that is what the campaign is for (D8).

    Attributes:
        text: what is said on the machine.
        most: how many messages one person gets, at least one.
        follow_up: the day on their clock on which those who got their last message are called
            again; None: as after any call nobody answered.
    """

    is_on: bool = False
    text: str = ""
    most: int = 1
    follow_up: date | None = None


@frozen
class Offers:
    """What can be offered on a call of a campaign.

    Attributes:
        materials: what can be sent to whoever asks for it (D7).
        opt_in: the words of the question that lets mails be sent, by the tag of the language.
    """

    materials: tuple[str, ...] = ()
    opt_in: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    voicemail: Voicemail = Voicemail()

    def wording(self, language: str) -> tuple[str, str]:
        """The words of the opt-in in that language, or the nearest there are, and their tag."""
        wanted = (language, language.partition("-")[0], *self.opt_in)
        tag = next((tag for tag in wanted if tag in self.opt_in), "")
        return self.opt_in.get(tag, ""), tag


NO_OFFERS = Offers()


def checked(offers: Offers) -> Offers:
    """The offers as they are kept: nothing twice, nothing empty.

    Raises:
        Refused: something is too long, too many, or in a language nobody knows.
    """
    materials = tuple(dict.fromkeys(one.strip() for one in offers.materials if one.strip()))
    if len(materials) > MOST_MATERIALS:
        raise Refused(
            tr(
                "At most {most} things can be chosen from. Leave some out.",
                most=MOST_MATERIALS,
            )
        )
    if any(len(one) > _LONGEST_NAME for one in materials):
        raise Refused(tr("Name each thing in at most {longest} characters.", longest=_LONGEST_NAME))
    voicemail = offers.voicemail
    words = {_tag(tag): text.strip() for tag, text in offers.opt_in.items() if text.strip()}
    _check_texts((*words.values(), voicemail.text))
    if not 1 <= voicemail.most <= _MOST_MESSAGES:
        raise Refused(
            tr(
                "Between 1 and {most} messages can be left for one person.",
                most=_MOST_MESSAGES,
            )
        )
    return Offers(
        materials=materials,
        opt_in=MappingProxyType(words),
        voicemail=Voicemail(
            is_on=voicemail.is_on,
            text=voicemail.text.strip(),
            most=voicemail.most,
            follow_up=voicemail.follow_up,
        ),
    )


def _check_texts(texts: Iterable[str]) -> None:
    if any(len(text) > _LONGEST_TEXT for text in texts):
        raise Refused(
            tr(
                "These words are too long. Keep them under {longest} characters.",
                longest=_LONGEST_TEXT,
            )
        )


def _tag(said: str) -> str:
    tag = language_tag(said)
    if not tag:
        raise Refused(
            tr("“{said}” is no language known here. Write it like German, or de.", said=said)
        )
    return tag
