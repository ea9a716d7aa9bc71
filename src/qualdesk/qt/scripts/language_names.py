"""Languages by their names: what a supervisor types, and the tag a script keeps."""

import re
from typing import Final

_NAMES: Final = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nb": "Norwegian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_name(tag: str) -> str:
    """The name of a language: "German", "German (AT)"; an unknown tag stays as it is."""
    language, _, region = tag.partition("-")
    name = _NAMES.get(language.casefold(), "")
    if not name:
        return tag
    return f"{name} ({region.upper()})" if region else name


def code_of(typed: str) -> str:
    """The tag for a name or a tag as typed; empty where it is neither."""
    said = typed.strip()
    for tag, name in _NAMES.items():
        if said.casefold() == name.casefold():
            return tag
    found = re.fullmatch(r"(.+?) \((\w{2,8})\)", said)
    if found:
        language = code_of(found[1])
        return f"{language}-{found[2].upper()}" if language else ""
    language, dash, region = said.replace("_", "-").partition("-")
    tag = f"{language.casefold()}{dash}{region.upper()}"
    return tag if _TAG.fullmatch(tag) else ""
