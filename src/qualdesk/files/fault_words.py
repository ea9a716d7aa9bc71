"""Sentences about faults in a file, with what the validator says of each."""

from collections.abc import Mapping
from typing import Any

from qualdesk.core.wording import tr


def in_words(sentence: str, told: Mapping[str, Any]) -> str:
    """The sentence with those of the values told that it has a place for; other braces stay."""
    values = {name: value for name, value in told.items() if f"{{{name}}}" in sentence}
    return tr(sentence, **values)
