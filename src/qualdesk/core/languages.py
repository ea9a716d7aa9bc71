"""A script read in one of its languages, and what of it is not translated yet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from qualdesk.core.questions import Aside, Option, Question
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.core.wording import tr, tr_later

LANGUAGE_NAMES = {
    "ar": tr_later("Arabic"),
    "bg": tr_later("Bulgarian"),
    "cs": tr_later("Czech"),
    "da": tr_later("Danish"),
    "de": tr_later("German"),
    "el": tr_later("Greek"),
    "en": tr_later("English"),
    "es": tr_later("Spanish"),
    "et": tr_later("Estonian"),
    "fi": tr_later("Finnish"),
    "fr": tr_later("French"),
    "ga": tr_later("Irish"),
    "hi": tr_later("Hindi"),
    "hr": tr_later("Croatian"),
    "hu": tr_later("Hungarian"),
    "it": tr_later("Italian"),
    "ja": tr_later("Japanese"),
    "ko": tr_later("Korean"),
    "lt": tr_later("Lithuanian"),
    "lv": tr_later("Latvian"),
    "nl": tr_later("Dutch"),
    "no": tr_later("Norwegian"),
    "nb": tr_later("Norwegian"),
    "pl": tr_later("Polish"),
    "pt": tr_later("Portuguese"),
    "ro": tr_later("Romanian"),
    "ru": tr_later("Russian"),
    "sk": tr_later("Slovak"),
    "sl": tr_later("Slovenian"),
    "sr": tr_later("Serbian"),
    "sv": tr_later("Swedish"),
    "sw": tr_later("Swahili"),
    "tr": tr_later("Turkish"),
    "uk": tr_later("Ukrainian"),
    "zh": tr_later("Chinese"),
}
"""What languages are called in English, by their tag; of two of one name the first is meant."""


def in_language(script: CallScript, language: str) -> CallScript:
    """The script with its words in that language, as the caller reads it.

    What is not translated stays in the first language. A language the script does not have
    gives the script itself.
    """
    translation = translation_of(script, language)
    if translation is None:
        return script
    return replace(
        script,
        language=translation.language,
        translations=(),
        voicemail=translation.voicemail or script.voicemail,
        objections=_asides(script.objections, translation.objections),
        exits=_asides(script.exits, translation.exits),
        stages=tuple(
            replace(
                stage,
                questions=tuple(
                    _question(question, translation.questions.get(question.id, _NOTHING))
                    for question in stage.questions
                ),
            )
            for stage in script.stages
        ),
    )


def translation_of(script: CallScript, language: str) -> Translation | None:
    """The script's translation into exactly that language; None for its first one."""
    return next((t for t in script.translations if t.language == language), None)


def language_for(script: CallScript, languages: Iterable[str]) -> str:
    """The language to read the script in for somebody who speaks these, the best one first.

    ``de-AT`` is read ``de`` where the script has no ``de-AT``, and the other way round. The
    script's first language where it has none of theirs.
    """
    for wanted in languages:
        spoken = _tag(wanted)
        for fits in (str.casefold, _without_region):
            for language in script.languages:
                if spoken and fits(language) == fits(spoken):
                    return language
    return script.language


def language_name(tag: str) -> str:
    """A language in words, its tag where no name is known: "German", "German (AT)"."""
    base, _, region = tag.partition("-")
    name = LANGUAGE_NAMES.get(base.casefold())
    if name is None:
        return tag
    return f"{tr(name)} ({region})" if region else tr(name)


def language_tag(typed: str) -> str:
    """The tag for a language as a person types it: "German", "Deutsch", "de-at"; else empty."""
    said = typed.strip()
    if found := re.fullmatch(_WITH_REGION, said):
        said = f"{_tag(found[1])}-{found[2]}"
    language, dash, region = _tag(said).partition("-")
    tag = f"{language}{dash}{region.upper()}"
    return tag if re.fullmatch(_LANGUAGE_TAG, tag) else ""


def untranslated(script: CallScript, language: str) -> tuple[str, ...]:
    """The places whose words are read in the first language still: ``need.say``, ``voicemail``."""
    translation = translation_of(script, language)
    if translation is None:
        return ()
    return tuple(_missing(script, translation))


_WITH_REGION = r"(.+?) \((\w{2,8})\)"
_LANGUAGE_TAG = r"[a-z]{2,3}(-[A-Z0-9]{2,8})?"
# As people of the country, or their badge, write it.
_OWN_NAMES = {
    "deutsch": "de",
    "dansk": "da",
    "español": "es",
    "français": "fr",
    "francais": "fr",
    "italiano": "it",
    "nederlands": "nl",
    "norsk": "no",
    "polski": "pl",
    "português": "pt",
    "suomi": "fi",
    "svenska": "sv",
    "türkçe": "tr",
    "čeština": "cs",
}
_NOTHING = QuestionWords()
_NO_WORDS = AsideWords()


def _tag(language: str) -> str:
    """The tag of a language as a list has it: "de", "de_AT", "German", "Deutsch"."""
    said = language.strip().replace("_", "-").casefold()
    own = _OWN_NAMES.get(said)
    return own or next(
        (
            tag
            for tag, name in LANGUAGE_NAMES.items()
            if said in (name.casefold(), tr(name).casefold())
        ),
        said,
    )


def _without_region(language: str) -> str:
    return language.casefold().partition("-")[0]


def _asides(asides: tuple[Aside, ...], words: Mapping[str, AsideWords]) -> tuple[Aside, ...]:
    return tuple(_aside(aside, words.get(aside.id, _NO_WORDS)) for aside in asides)


def _aside(aside: Aside, words: AsideWords) -> Aside:
    return replace(
        aside,
        label=words.label or aside.label,
        say=words.say or aside.say,
        then=words.then or aside.then,
    )


def _question(question: Question, words: QuestionWords) -> Question:
    # An opener for one source that is not translated gives way to the translated words for
    # everybody: half a call in a language the person does not speak is worse than a plain opener.
    openers = {
        source: words.say_for.get(source) or ("" if words.say else said)
        for source, said in question.say_for.items()
    }
    return replace(
        question,
        say=words.say or question.say,
        ask=words.ask or question.ask,
        short=words.short or question.short,
        coach=words.coach or question.coach,
        unit=words.unit or question.unit,
        options=tuple(
            Option(value=option.value, label=words.options.get(option.value) or option.label)
            for option in question.options
        ),
        say_for={source: said for source, said in openers.items() if said},
        asides=_asides(question.asides, words.asides),
    )


def _missing(script: CallScript, translation: Translation) -> Iterator[str]:
    if script.voicemail and not translation.voicemail:
        yield "voicemail"
    for question in script.questions:
        words = translation.questions.get(question.id, _NOTHING)
        for name in ("say", "ask", "short", "coach", "unit"):
            if getattr(question, name) and not getattr(words, name):
                yield f"{question.id}.{name}"
        for option in question.options:
            if option.label and not words.options.get(option.value):
                yield f"{question.id}.options.{option.value}"
        for source in question.say_for:
            if not words.say_for.get(source):
                yield f"{question.id}.say_for.{source}"
        yield from _missing_asides(f"{question.id}.asides", question.asides, words.asides)
    yield from _missing_asides("objections", script.objections, translation.objections)
    yield from _missing_asides("exits", script.exits, translation.exits)


def _missing_asides(
    place: str, asides: Iterable[Aside], words: Mapping[str, AsideWords]
) -> Iterator[str]:
    for number, aside in enumerate(asides, 1):
        said = words.get(aside.id, _NO_WORDS)
        for name in ("label", "say", "then"):
            if getattr(aside, name) and not getattr(said, name):
                yield f"{place}.{aside.id or number}.{name}"
