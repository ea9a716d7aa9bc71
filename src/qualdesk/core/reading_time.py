"""How long a script takes to read aloud, from the number of its words."""

import re
from datetime import timedelta

from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.core.words import read

# Words a minute of someone who reads calmly to a stranger on the phone. Long words take longer:
# German and the Finnish have fewer of them to a minute than English.
_WORDS_A_MINUTE = {"en": 140, "es": 150, "fr": 145, "it": 145, "nl": 130, "de": 120, "fi": 105}
_USUAL = 130


def reading_time(script: CallScript) -> timedelta:
    """How long all words to read aloud take, each question once, without the answers.

    Read as for a source without words of its own, in the script's language. Objections, exits
    and voicemail are not among them: few calls need one.
    """
    said = " ".join(read(question.say, {}) for question in script.questions)
    return time_to_read(said, script.language)


def time_to_read(words: str, language: str = "en") -> timedelta:
    """How long these words take to read aloud, in whole seconds."""
    pace = _WORDS_A_MINUTE.get(language.partition("-")[0].casefold(), _USUAL)
    return timedelta(seconds=round(len(re.findall(r"\w+(?:['\u2019-]\w+)*", words)) * 60 / pace))


def spoken_minutes(length: timedelta) -> str:
    """A reading time in words: "about 4 minutes", "less than a minute"."""
    minutes = round(length.total_seconds() / 60)
    if minutes < 1:
        return tr("less than a minute")
    return tr("about a minute") if minutes == 1 else tr("about {minutes} minutes", minutes=minutes)
