"""The questions of an XLSForm: its survey sheet, with the choices, read into plain values."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from qualdesk.core.conditions import All, Condition
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.questions import MOST_OPTIONS, YES_NO, QuestionKind
from qualdesk.core.scripts import StageKind
from qualdesk.core.wording import tr
from qualdesk.files.document_faults import Way
from qualdesk.files.document_plain import Plain, plain_condition
from qualdesk.files.xlsform_book import SheetRow
from qualdesk.files.xlsform_columns import CHOICES, SURVEY
from qualdesk.files.xlsform_gathering import Gathered, put, said
from qualdesk.files.xlsform_writing import YES_NO_LIST
from qualdesk.files.xlsform_xpath import condition_of

MOST_CHOICES = 50
"""A longer list is none to ask by; up to it, it is for the draft to be made shorter."""


@dataclass(kw_only=True, slots=True)
class _Group:
    """A group that is open: where it began, and when its questions are asked."""

    row: int
    what: str
    when: Condition | None = None


@dataclass(kw_only=True, slots=True)
class _Survey:
    """The survey as far as it was read.

    Attributes:
        kinds: the questions so far.
        used: the lists of choices that a question takes its options from.
        taken_apart: groups that are no stage; their questions stand on their own.
    """

    gathered: Gathered
    lists: dict[str, list[SheetRow]]
    has_stages: bool
    stages: list[Plain] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    kinds: dict[str, QuestionKind] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    taken_apart: list[str] = field(default_factory=list)


def survey_of(gathered: Gathered) -> tuple[list[Plain], list[str]]:
    """The stages with their questions, and in sentences what of the form has no place in them."""
    rows = [row for row in gathered.book.sheet(SURVEY).rows if not _is_off(row)]
    begun = _survey(gathered, rows)
    for row in rows:
        _read_row(begun, row)
    _refuse_nothing(gathered, begun)
    for group in begun.groups:
        gathered.refuse(
            SURVEY, group.row, tr("This {group} is not ended. Add “end_group”.", group=group.what)
        )
    if not begun.stages:
        begun.stages.append({"kind": StageKind.DISCOVER.value, "questions": []})
    passed_over = []
    if begun.taken_apart:
        passed_over.append(
            tr(
                "Groups that are no stage were taken apart; their questions keep their "
                "order and conditions: {groups}.",
                groups=", ".join(begun.taken_apart),
            )
        )
    unused = [name for name in begun.lists if name not in begun.used]
    if unused:
        passed_over.append(tr("Lists of choices nobody uses: {lists}.", lists=", ".join(unused)))
    return begun.stages, passed_over


def _refuse_nothing(gathered: Gathered, begun: _Survey) -> None:
    """Refuse a survey that asks nothing; without its columns nothing in it can be found."""
    sheet = gathered.book.sheet(SURVEY)
    missing = [column for column in ("type", "name") if not sheet.has(column)]
    for column in missing:
        says = tr(
            "There is no column “{column}” here. Every question has a type and a name.",
            column=column,
        )
        gathered.refuse(SURVEY, sheet.heading_row, says)
    if not missing and not begun.kinds and not gathered.problems:
        says = tr("Nothing is asked on this sheet. Write a question under the headings.")
        gathered.refuse(SURVEY, sheet.heading_row, says)


def _survey(gathered: Gathered, rows: Iterable[SheetRow]) -> _Survey:
    lists: dict[str, list[SheetRow]] = {}
    for row in gathered.book.sheet(CHOICES).rows:
        name = row.get("list_name")
        if name and row.get("name"):
            gathered.refuse_columns(CHOICES, row)
            choices = lists.setdefault(name, [])
            if any(row.get("name") == other.get("name") for other in choices):
                says = tr(
                    "The choice “{choice}” is twice in the list “{list}”. Keep one.",
                    choice=row.get("name"),
                    list=name,
                )
                gathered.refuse(CHOICES, row.number, says, "name")
            else:
                choices.append(row)
        elif name or row.get("name"):
            missing = "name" if name else "list_name"
            says = tr("“{column}” is empty. Every choice has a list and a name.", column=missing)
            gathered.refuse(CHOICES, row.number, says, missing)
    has_stages = any(_is_begin(row) and row.get("name") in _STAGES for row in rows)
    return _Survey(gathered=gathered, lists=lists, has_stages=has_stages)


def _read_row(survey: _Survey, row: SheetRow) -> None:
    name, written = row.get("name"), " ".join(row.get("type").split())
    kind = written.lower().replace("_", " ")
    if not kind:
        if name:
            says = tr("“type” is empty. Write text, select_one, note or another type.")
            survey.gathered.refuse(SURVEY, row.number, says, "type")
    elif kind.startswith(("begin", "end ")) and not _OF_THE_CALL.fullmatch(kind):
        _read_group(survey, row, kind)
    # Every call keeps its times and its caller by itself.
    elif not _OF_THE_CALL.fullmatch(kind):
        _read_question(survey, row, kind, written)


def _read_group(survey: _Survey, row: SheetRow, kind: str) -> None:
    refuse, what = survey.gathered.refuse, (*kind.split(), "")[1]
    if kind.startswith("end"):
        if not survey.groups:
            refuse(SURVEY, row.number, tr("Nothing is open that could end here."), "type")
        else:
            survey.groups.pop()
        return
    group = _Group(row=row.number, what=what, when=_asked_when(survey, row))
    survey.groups.append(group)
    if what != "group":
        says = tr(
            "A call cannot go through a {group}. Ask for each one, or for the one that counts.",
            group=what,
        )
        refuse(SURVEY, row.number, says, "type")
    elif row.get("name") not in _STAGES:
        survey.gathered.refuse_columns(SURVEY, row)
        survey.taken_apart.append(row.get("name") or tr("row {number}", number=row.number))
    elif len(survey.groups) > 1:
        refuse(
            SURVEY, row.number, tr("A stage cannot stand in another. End that one first."), "type"
        )
    else:
        _begin_stage(survey, row.get("name"), row.number)


def _begin_stage(survey: _Survey, kind: str, row: int) -> None:
    survey.stages.append({"kind": kind, "questions": []})
    survey.gathered.stands(("stages", len(survey.stages) - 1), SURVEY, row)


def _read_question(survey: _Survey, row: SheetRow, kind: str, written: str) -> None:
    gathered, name = survey.gathered, row.get("name")
    if not name:
        says = tr("“name” is empty. Write a short name; it stays whatever the words become.")
        gathered.refuse(SURVEY, row.number, says, "name")
        return
    if name in survey.kinds or name in gathered.not_taken:
        gathered.refuse(
            SURVEY, row.number, tr("The name “{name}” is used twice.", name=name), "name"
        )
        return
    found = _kind_of(survey, row, kind, written)
    if found is None:
        gathered.not_taken.add(name)
        return
    gathered.refuse_columns(SURVEY, row)
    if survey.has_stages and not survey.groups:
        says = tr(
            "This stands outside of the stages. Move it between a begin_group and its end_group."
        )
        gathered.refuse(SURVEY, row.number, says, "type")
    if not survey.stages:
        _begin_stage(survey, StageKind.DISCOVER.value, row.number)
    questions = survey.stages[-1]["questions"]
    way: Way = ("stages", len(survey.stages) - 1, "questions", len(questions))
    gathered.stands(way, SURVEY, row.number)
    question = {"id": name, "kind": found.value, **_words_of(gathered, row, found)}
    condition = _whole_condition(survey, _asked_when(survey, row))
    if condition is not None:
        question["ask_when"] = plain_condition(condition)
    if found in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        question["options"] = _options(survey, written, way, name)
    questions.append(question | _switches(gathered, row))
    survey.kinds[name] = found


def _kind_of(survey: _Survey, row: SheetRow, kind: str, written: str) -> QuestionKind | None:
    """The kind of question a type stands for; None when it was refused."""
    refuse = survey.gathered.refuse
    chosen = _CHOSEN.fullmatch(kind)
    if chosen:
        return _choice_kind(survey, row, written, several=chosen["several"] is not None)
    found = _KINDS.get(kind)
    if found is None:
        says = tr(
            "A script has no question of the type “{type}”. Taken are: text, integer, "
            "decimal, date, select_one, select_multiple, note.",
            type=written,
        )
        refuse(SURVEY, row.number, says, "type")
        return None
    own = row.get("kind")
    if own and found is QuestionKind.WORDS and own in _KINDS_OF_TEXT:
        return QuestionKind(own)
    if own and own != found.value:
        says = tr(
            "“{kind}” does not fit here. A text can be: {known}.",
            kind=own,
            known=", ".join(sorted(_KINDS_OF_TEXT)),
        )
        refuse(SURVEY, row.number, says, "kind")
    return found


def _choice_kind(
    survey: _Survey, row: SheetRow, written: str, *, several: bool
) -> QuestionKind | None:
    refuse, words = survey.gathered.refuse, written.split()
    if re.search(r"or[ _]other$|specify[ _]other$", written.lower()):
        says = tr("Leave out “or_other”: their own words can be kept beside every answer.")
        refuse(SURVEY, row.number, says, "type")
        return None
    if words[-1] not in survey.lists:
        says = tr(
            "There is no list “{list}” on the sheet “choices”. Put its choices there.",
            list=words[-1],
        )
        refuse(SURVEY, row.number, says, "type")
        return None
    survey.used.add(words[-1])
    choices = len(survey.lists[words[-1]])
    if choices > MOST_CHOICES:
        says = tr(
            "“{list}” has {n} choices. Nobody listens to more than {most}.",
            list=words[-1],
            n=choices,
            most=MOST_OPTIONS,
        )
        refuse(SURVEY, row.number, says, "type")
        return None
    if several:
        return QuestionKind.CHOICES
    names = sorted(choice.get("name") for choice in survey.lists[words[-1]])
    is_yes_no = words[-1] == YES_NO_LIST and names == sorted(option.value for option in YES_NO)
    return QuestionKind.YES_NO if is_yes_no else QuestionKind.CHOICE


def _words_of(gathered: Gathered, row: SheetRow, kind: QuestionKind) -> Plain:
    """What is said and shown of a question; other languages go to their translations."""
    plain: Plain = {"say": ""}
    name = row.get("name")
    for column, key in _WORDS.items():
        first, others = gathered.split(SURVEY, row, column)
        if first:
            plain[key] = said(first) if key == "say" else first
        for translation, text in others:
            put(translation, ("questions", name, key), said(text) if key == "say" else text)
            _stands_translated(gathered, translation, name, row)
    tags = [tag.strip() for tag in row.get("tags").split(",") if tag.strip()]
    if tags:
        plain["tags"] = tags
    # A form made elsewhere has no short form for lists: what is asked stands there then.
    if not gathered.book.sheet(SURVEY).has("ask") and kind is not QuestionKind.READ_ALOUD:
        plain["ask"] = plain["say"]
        for translation in gathered.translations.values():
            words = translation.get("questions", {}).get(name, {})
            if "say" in words:
                words["ask"] = words["say"]
    return plain


def _stands_translated(gathered: Gathered, words: Plain, name: str, row: SheetRow) -> None:
    place = list(gathered.translations).index(words["language"])
    gathered.stands(("translations", place, "questions", name), SURVEY, row.number)


def _options(survey: _Survey, written: str, way: Way, question: str) -> list[Plain]:
    options = []
    gathered = survey.gathered
    for place, row in enumerate(survey.lists[written.rsplit(maxsplit=1)[-1]]):
        gathered.stands((*way, "options", place), CHOICES, row.number)
        label, others = gathered.split(CHOICES, row, "label")
        options.append({"value": row.get("name"), "label": label})
        for translation, text in others:
            put(translation, ("questions", question, "options", row.get("name")), text)
    return options


def _switches(gathered: Gathered, row: SheetRow) -> Plain:
    """Whether they must know, and whether their own words are kept."""
    found: Plain = {}
    for column, key, off in (("required", "may_not_know", True), ("own_words", "own_words", False)):
        text = row.get(column).lower()
        if text not in _SAID_YES | _SAID_NO | {""}:
            gathered.refuse(SURVEY, row.number, tr("Write yes or no here, or nothing."), column)
        elif text and (text in _SAID_YES) is off:
            found[key] = False
    return found


def _asked_when(survey: _Survey, row: SheetRow) -> Condition | None:
    text = row.get("relevant")
    try:
        return condition_of(text, survey.kinds)
    except DocumentRefused as refused:
        # What waits for a row that was refused itself is mended with that row.
        if not any(name and name in text for name in survey.gathered.not_taken):
            survey.gathered.refuse(SURVEY, row.number, refused.says, "relevant")
        return None


def _whole_condition(survey: _Survey, own: Condition | None) -> Condition | None:
    parts = [group.when for group in survey.groups if group.when is not None]
    if own is not None:
        parts.append(own)
    return parts[0] if len(parts) == 1 else All(parts=tuple(parts)) if parts else None


def _is_begin(row: SheetRow) -> bool:
    return row.get("type").lower().replace("_", " ").split() == ["begin", "group"]


def _is_off(row: SheetRow) -> bool:
    return row.get("disabled").lower() in _SAID_YES


_STAGES = {kind.value for kind in StageKind}
_SAID_YES = {"yes", "true", "true()", "1"}
_SAID_NO = {"no", "false", "false()", "0"}
_KINDS = {
    "text": QuestionKind.WORDS,
    "string": QuestionKind.WORDS,
    "integer": QuestionKind.NUMBER,
    "int": QuestionKind.NUMBER,
    "decimal": QuestionKind.NUMBER,
    "date": QuestionKind.DATE,
    "note": QuestionKind.READ_ALOUD,
}
_KINDS_OF_TEXT = {
    kind.value for kind in (QuestionKind.PERSON, QuestionKind.PERIOD, QuestionKind.SLOT)
}
_WORDS = {"label": "say", "hint": "coach", "ask": "ask", "short": "short", "unit": "unit"}
_CHOSEN = re.compile(
    r"(?:select one|select1|(?P<several>select multiple|select all that apply))"
    r"(?: from| using)? \S+(?: \S+)*"
)
_OF_THE_CALL = re.compile(
    r"(?:get )?(?:(?:start|end)(?: time)?|today|device ?id|username|user ?name|email|phone ?number"
    r"|sim ?(?:id|serial)|subscriber ?id|imei|audit)|uri:\w+"
)
