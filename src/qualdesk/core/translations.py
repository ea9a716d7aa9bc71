"""The words of a script in another language; its questions, order and conditions stay the same.

What is not translated is empty here, and is read in the script's first language.
"""

from collections.abc import Mapping
from dataclasses import field

from qualdesk.core.frozen import frozen


@frozen
class AsideWords:
    """The words of a side case, an objection or an exit."""

    label: str = ""
    say: str = ""
    then: str = ""


@frozen
class QuestionWords:
    """The words of one question.

    Attributes:
        options: the label of an option, by its value.
        say_for: other words to read aloud, by the code of the source type.
        asides: the words of a side case, by its id.
    """

    say: str = ""
    ask: str = ""
    short: str = ""
    coach: str = ""
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict, hash=False)
    say_for: Mapping[str, str] = field(default_factory=dict, hash=False)
    asides: Mapping[str, AsideWords] = field(default_factory=dict, hash=False)


@frozen
class Translation:
    """A script's words in one language.

    Attributes:
        language: its tag, for example ``de`` or ``de-AT``.
        questions: the words of a question, by its id.
        objections, exits: the words of one, by its id.
    """

    language: str
    questions: Mapping[str, QuestionWords] = field(default_factory=dict, hash=False)
    voicemail: str = ""
    objections: Mapping[str, AsideWords] = field(default_factory=dict, hash=False)
    exits: Mapping[str, AsideWords] = field(default_factory=dict, hash=False)
