"""Sentences of ours that the workspace keeps in English, said in the language spoken when shown.

They are known again by the sentence they were made from, so that nothing kept has to change.
"""

import re
from functools import cached_property

from qualdesk.core.wording import spoken, tr


class KeptWords:
    """The sentences some text may have been made of, each as it would be given to ``tr``."""

    def __init__(self, *sentences: str) -> None:
        self._sentences = sentences

    def shown(self, kept: str) -> str:
        """A kept text in the language spoken, sentence by sentence.

        What none of the sentences fits stands there as it is, for nobody may lose a word of it.
        """
        if spoken() == "en":
            return kept
        said: list[str] = []
        rest = kept
        while rest:
            found = self._first(rest)
            if found is None:
                return " ".join([*said, rest])
            said.append(found[0])
            rest = rest[found[1] :].lstrip(" ")
        return " ".join(said)

    def _first(self, text: str) -> tuple[str, int] | None:
        """The sentence the text begins with, and how much of the text it is."""
        for sentence, pattern in self._patterns:
            found = pattern.match(text)
            if found:
                return tr(sentence, **found.groupdict()), found.end()
        return None

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((one, _pattern(one)) for one in self._sentences)


def _pattern(sentence: str) -> re.Pattern[str]:
    """What a text made from the sentence looks like: its places hold whatever stood there."""
    parts = re.split(r"\{(\w+)\}", sentence)
    whole = "".join(
        f"(?P<{part}>.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    # A place at the end is somebody's words: all that follows is theirs.
    end = "(?= |$)" if parts[-1] else "$"
    return re.compile(f"{whole}{end}", re.DOTALL)
