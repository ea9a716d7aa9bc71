"""What differs between two versions of a script, place by place, for reading side by side.

Questions are told apart by their ids, so other words and another place are not a new question.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from qualdesk.core.changes import Change
from qualdesk.core.condition_words import condition_words
from qualdesk.core.questions import Aside, Question
from qualdesk.core.script_uses import name_of
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.core.wording import tr, tr_later


def compare_scripts(was: CallScript, now: CallScript) -> tuple[Change, ...]:
    """Every difference from one version to another, in the order of the newer one.

    Equal scripts have none, whatever their version numbers; different ones have at least one.
    """
    return tuple(
        change
        for change in (
            *_plain("", "", _script_texts(was), _script_texts(now)),
            *_questions(was, now),
            *_asides("objections", _OBJECTION, was.objections, now.objections),
            *_asides("exits", _EXIT, was.exits, now.exits),
            *_translations(was, now),
        )
        if change.was != change.now
    )


_OBJECTION = tr_later("Objection {name}")
_EXIT = tr_later("Exit {name}")
_IF = tr_later("{question}, if {name}")
_ORDERS = {
    _OBJECTION: tr_later("Objection, order"),
    _EXIT: tr_later("Exit, order"),
    _IF: tr_later("{question}, if, order"),
}
_Texts = Mapping[str, tuple[str, str]]
"""A text by its key: what the reader calls it, and the text."""


def _plain(place: str, label: str, was: _Texts, now: _Texts) -> Iterator[Change]:
    for key in (*now, *(key for key in was if key not in now)):
        name, after = now.get(key, ("", ""))
        old_name, before = was.get(key, ("", ""))
        called = name or old_name
        yield Change(
            place=f"{place}.{key}" if place else key,
            label=f"{label}, {called}" if label else called[:1].upper() + called[1:],
            was=before,
            now=after,
        )


def _script_texts(script: CallScript) -> _Texts:
    return {
        "name": (tr("name"), script.name),
        "language": (tr("first language"), script.language),
        "voicemail": (tr("words for a voicemail"), script.voicemail),
    }


def _questions(was: CallScript, now: CallScript) -> Iterator[Change]:
    before = {question.id: question for question in was.questions}
    after = {question.id: question for question in now.questions}
    moved = _moved(was, now)
    for key, question in after.items():
        name = name_of(question)
        if key not in before:
            yield Change(
                place=key, label=tr("{name}, new", name=name), was="", now=_whole(now, question)
            )
            continue
        if key in moved:
            yield Change(
                place=f"{key}.place",
                label=tr("{name}, place", name=name),
                was=_where(was, key),
                now=_where(now, key),
            )
        texts = _question_texts(was, before[key]), _question_texts(now, question)
        yield from _plain(key, name, *texts)
        asides = before[key].asides, question.asides
        yield from _asides(f"{key}.asides", _IF, *asides, question=name)
    for key, question in before.items():
        if key not in after:
            label = tr("{question}, taken out", question=name_of(question))
            yield Change(place=key, label=label, was=_whole(was, question), now="")


def _question_texts(script: CallScript, question: Question) -> _Texts:
    condition = question.ask_when
    words = {
        "say": (tr("read aloud"), question.say),
        **{
            f"say_for.{s}": (tr("read aloud for {source}", source=s), said)
            for s, said in question.say_for.items()
        },
        "ask": (tr("in lists"), question.ask),
        "short": (tr("name"), question.short),
        "coach": (tr("hint for the caller"), question.coach),
        "kind": (tr("kind of answer"), question.kind.value),
        "unit": (tr("unit"), question.unit),
    }
    options = {
        f"options.{o.value}": (tr("answer {value}", value=o.value), o.label)
        for o in question.options
    }
    order = ", ".join(option.value for option in question.options)
    switches = {
        "own_words": (tr("their own words"), _switch(on=question.own_words)),
        "may_not_know": (tr("does not know"), _switch(on=question.may_not_know)),
    }
    return {
        **words,
        **options,
        "options": (tr("order of the answers"), order),
        "ask_when": (
            tr("asked only when"),
            condition_words(condition, script) if condition else "",
        ),
        "tags": (tr("feeds"), ", ".join(question.tags)),
        **switches,
    }


def _switch(*, on: bool) -> str:
    return tr("kept", about="answers") if on else tr("not kept", about="answers")


def _whole(script: CallScript, question: Question) -> str:
    """A question that has no other side to compare with, on a few lines."""
    options = ", ".join(option.label for option in question.options)
    when = condition_words(question.ask_when, script) if question.ask_when else ""
    lines = (
        question.say or name_of(question),
        options,
        tr("Only when {when}", when=when) if when else "",
    )
    return "\n".join(line for line in lines if line)


def _where(script: CallScript, question_id: str) -> str:
    for stage in script.stages:
        for number, question in enumerate(stage.questions, 1):
            if question.id == question_id:
                return f"{stage.kind.label}, {number}"
    return ""


def _moved(was: CallScript, now: CallScript) -> frozenset[str]:
    """The questions that were moved, as few as explain the new order."""
    before, after = ([q.id for q in script.questions] for script in (was, now))
    common = set(before) & set(after)
    stayed_in_stage = {key for key in common if was.stage_of(key) is now.stage_of(key)}
    old, new = ([key for key in order if key in stayed_in_stage] for order in (before, after))
    stayed: set[str] = set()
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        stayed.update(old[block.a : block.a + block.size])
    return frozenset(common - stayed)


def _asides(
    place: str, label: str, was: Sequence[Aside], now: Sequence[Aside], *, question: str = ""
) -> Iterator[Change]:
    before, after = _by_key(was), _by_key(now)
    for key in (*after, *(key for key in before if key not in after)):
        aside = after.get(key) or before[key]
        yield Change(
            place=f"{place}.{key}",
            label=tr(label, name=aside.label, question=question).strip(),
            was=_aside_words(before.get(key)),
            now=_aside_words(after.get(key)),
        )
    order = [", ".join(aside.label for aside in asides) for asides in (was, now)]
    if list(before) != list(after) and set(before) == set(after):
        named = tr(_ORDERS[label], question=question)
        yield Change(place=place, label=named, was=order[0], now=order[1])


def _by_key(asides: Iterable[Aside]) -> dict[str, Aside]:
    return {aside.id or str(number): aside for number, aside in enumerate(asides, 1)}


def _aside_words(aside: Aside | AsideWords | None) -> str:
    if aside is None:
        return ""
    return "\n".join(part for part in (aside.label, aside.say, aside.then) if part)


def _translations(was: CallScript, now: CallScript) -> Iterator[Change]:
    before, after = ({t.language: t for t in script.translations} for script in (was, now))
    for language in (*after, *(one for one in before if one not in after)):
        if (language in before) is not (language in after):
            change = (tr("not there"), tr("there"))
            change = change if language in after else change[::-1]
            place = f"translations.{language}"
            yield Change(
                place=place,
                label=tr("In {language}", language=language),
                was=change[0],
                now=change[1],
            )
        texts = (_translated(side.get(language)) for side in (before, after))
        yield from _plain(
            f"translations.{language}", tr("In {language}", language=language), *texts
        )


def _translated(translation: Translation | None) -> _Texts:
    if translation is None:
        return {}
    texts = {"voicemail": translation.voicemail}
    asides = {"objections": translation.objections, "exits": translation.exits}
    for question, words in translation.questions.items():
        texts |= {f"{question}.{key}": said for key, said in _said_in(words).items()}
        asides[f"{question}.asides"] = words.asides
    for place, said_asides in asides.items():
        texts |= {f"{place}.{key}": _aside_words(words) for key, words in said_asides.items()}
    return {key: (key, said) for key, said in texts.items()}


def _said_in(words: QuestionWords) -> Mapping[str, str]:
    return {
        "say": words.say,
        **{f"say_for.{source}": said for source, said in words.say_for.items()},
        "ask": words.ask,
        "short": words.short,
        "coach": words.coach,
        "unit": words.unit,
        **{f"options.{value}": label for value, label in words.options.items()},
    }
