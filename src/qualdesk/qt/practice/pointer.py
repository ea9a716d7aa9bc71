"""Which key comes next in a practice call: a gentle pointer, never in the way. No window here."""

from dataclasses import replace
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.practice import PlayedCall
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.flow import CallState, Flow


@frozen
class Pointer:
    """What to do next, and the command whose key does it, by its id in the shortcut table.

    ``says`` may name keys by their commands, in braces. ``key`` is one that works in a field only,
    as Enter does. ``names`` is whom they named, for the words that say so.
    """

    says: str
    command: str = ""
    key: str = ""
    names: str = ""


def pointer(
    flow: Flow,
    played: PlayedCall,
    question: Question | None,
    *,
    heard: bool,
    is_all_asked: bool = False,
) -> Pointer:
    """What to do next, in the language the window speaks.

    ``heard``: they have answered the question on the card. ``is_all_asked``: that answer is kept
    and no other question is left.
    """
    found = _next(flow, played, question, heard=heard, is_all_asked=is_all_asked)
    says = tr(found.says, names=found.names) if found.names else tr(found.says)
    return replace(found, says=says)


def _next(
    flow: Flow, played: PlayedCall, question: Question | None, *, heard: bool, is_all_asked: bool
) -> Pointer:
    match flow.state:
        case CallState.READY:
            return _READY
        case CallState.DIALLING:
            return _REACHED if played.says else _RINGS
        case CallState.ON_A_CALL:
            talk = _in_the_talk(played, question, heard=heard, is_all_asked=is_all_asked)
            return _END if flow.chosen else talk
        case CallState.WRAPPING_UP:
            return _SAVE if flow.chosen else _CHOOSE
        case CallState.BREAK:
            return _BREAK
        case _:
            return Pointer(says="")


def _in_the_talk(
    played: PlayedCall, question: Question | None, *, heard: bool, is_all_asked: bool
) -> Pointer:
    if played.is_objecting:
        return _OBJECTS
    if played.leaves:
        return _LEAVES
    if not heard or question is None:
        return _ASK
    if played.names:
        return Pointer(says=_NAMES, names=played.names, command="referral")
    if is_all_asked:
        return _ASKED
    return _BY_KIND.get(question.kind, _BY_NUMBER)


_READY: Final = Pointer(
    says=tr_later("Read who they are and why they are on the list. Then dial. No phone rings."),
    key="Enter",
)
_RINGS: Final = Pointer(says=tr_later("It rings. In real life: nobody there?"), command="outcome_1")
_REACHED: Final = Pointer(
    says=tr_later("They answered. Say that you reached them."), command="primary"
)
_ASK: Final = Pointer(says=tr_later("Read the words on the card aloud, then listen."))
_OBJECTS: Final = Pointer(
    says=tr_later("They object. Find words for that by a few letters."), command="question_jump"
)
_LEAVES: Final = Pointer(
    says=tr_later("They have to go. Agree on the time: type thu 10:30, then Enter."),
    command="outcome_6",
)
_NAMES: Final = tr_later("They named {names}. Add them, then go on with Enter.")
_BY_NUMBER: Final = Pointer(
    says=tr_later("Press the number of their answer, type a few of their words, go on."),
    key="Enter",
)
_IN_WORDS: Final = Pointer(
    says=tr_later("Type what they said, in their words, and go on."), key="Enter"
)
_ASKED: Final = Pointer(
    says=tr_later("Everything is asked. Choose how it ended: {outcome_6} to {outcome_9}.")
)
_BY_KIND: Final = {
    QuestionKind.WORDS: _IN_WORDS,
    QuestionKind.PERSON: _IN_WORDS,
    QuestionKind.NUMBER: _IN_WORDS,
    QuestionKind.PERIOD: _IN_WORDS,
    QuestionKind.DATE: _IN_WORDS,
    QuestionKind.SLOT: _IN_WORDS,
    QuestionKind.READ_ALOUD: _ASKED,
}
_END: Final = Pointer(
    says=tr_later("Say goodbye. One key ends the call and saves."), command="primary"
)
_CHOOSE: Final = Pointer(
    says=tr_later("Choose how it ended: {outcome_4}, or {outcome_6} to {outcome_9}.")
)
_SAVE: Final = Pointer(says=tr_later("Save it, and see how it went."), command="primary")
_BREAK: Final = Pointer(says=tr_later("A break. Come back when you like."), command="break")
