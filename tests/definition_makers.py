"""Definitions, standings and trials for tests of the definition page: as drawn, all invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from qualdesk.core.conditions import Answered, Equals, OneOf
from qualdesk.core.criteria import Criterion, Definition, Side, Signature, Tier
from qualdesk.core.definition import VerdictKind
from qualdesk.core.definition_changes import compare_definitions
from qualdesk.core.drafts import OPEN, SIGNED, DefinitionDraft, Remark, SideState, Standing
from qualdesk.core.lifts import Compared, Lift
from qualdesk.core.missing import MissingQuestion
from qualdesk.core.questions import Option, Question, QuestionId, QuestionKind
from qualdesk.core.replay import Cell, Result, Trial, trial_of
from qualdesk.core.scripts import CallScript, Stage, StageKind
from qualdesk.core.shares import Share

NOW = datetime(2026, 3, 17, 10, 24, tzinfo=UTC)


def options(*pairs: str) -> tuple[Option, ...]:
    return tuple(Option(value=key, label=label) for key, label in (p.split("=") for p in pairs))


def asked(key: str, ask: str, kind: QuestionKind = QuestionKind.WORDS, *labels: str) -> Question:
    return Question(id=QuestionId(key), kind=kind, say=ask, ask=ask, options=options(*labels))


SCRIPT = CallScript(
    id="stand",
    name="Stand leads",
    version=3,
    stages=(
        Stage(
            kind=StageKind.DISCOVER,
            questions=(
                asked("need", "What are you working on?"),
                asked("today", "How do you do that today?"),
            ),
        ),
        Stage(
            kind=StageKind.FIT,
            questions=(
                asked(
                    "role",
                    "What is your part in the decision?",
                    QuestionKind.CHOICE,
                    "decides=Decides",
                    "recommends=Recommends",
                    "uses=Uses it",
                    "outside=Outside",
                ),
                asked(
                    "date",
                    "When must it be running?",
                    QuestionKind.CHOICE,
                    "3=Within 3 months",
                    "9=Within 9 months",
                    "12=Within 12 months",
                    "no=No date yet",
                ),
                asked(
                    "region",
                    "Where is the site?",
                    QuestionKind.CHOICE,
                    "uk=UK",
                    "de=DE",
                    "fr=FR",
                    "es=ES",
                    "at=AT",
                    "else=Elsewhere",
                ),
                asked(
                    "money",
                    "Has money been set aside?",
                    QuestionKind.CHOICE,
                    "set=Set aside",
                    "planned=Planned",
                    "open=Open",
                ),
                asked("sites", "How many sites?", QuestionKind.NUMBER),
            ),
        ),
        Stage(
            kind=StageKind.NEXT_STEP,
            questions=(
                asked("wants_call", "Would you like a call?", QuestionKind.YES_NO),
                asked("referral", "Who else should we talk to?", QuestionKind.PERSON),
            ),
        ),
    ),
)


def criterion(key: str, label: str, question: str, points: int, **more: Any) -> Criterion:
    return Criterion(id=key, label=label, question=QuestionId(question), points=points, **more)


def one_of(question: str, *values: str) -> OneOf:
    return OneOf(question=question, values=values)


VERSION_3 = Definition(
    id="qualified-lead",
    name="Qualified lead",
    version=3,
    threshold=70,
    criteria=(
        criterion(
            "need",
            "Real need",
            "need",
            25,
            must_have=True,
            means="a problem in their own words, at least one",
        ),
        criterion(
            "role",
            "Right person",
            "role",
            15,
            must_have=True,
            met_when=one_of("role", "decides", "recommends"),
            not_a_fit_when=Equals(question="role", value="outside"),
        ),
        criterion(
            "date",
            "Date",
            "date",
            20,
            must_have=True,
            met_when=one_of("date", "3", "9", "12"),
        ),
        criterion(
            "wants_call",
            "Wants a call",
            "wants_call",
            5,
            must_have=True,
            met_when=Equals(question="wants_call", value="yes"),
        ),
        criterion(
            "region",
            "Region we serve",
            "region",
            8,
            must_have=True,
            met_when=one_of("region", "uk", "de", "fr", "es"),
        ),
        criterion("today", "What they use today", "today", 10),
        criterion("money", "Money", "money", 17, met_when=one_of("money", "set", "planned")),
    ),
    signatures=(
        Signature(side=Side.MARKETING, name="Pia Okafor", signed_on=date(2026, 2, 27)),
        Signature(side=Side.SALES, name="Lena Brandt", signed_on=date(2026, 3, 2)),
    ),
)


def version_4() -> Definition:
    """The draft as drawn: a nearer date, one region more, and a name counts."""
    changed = {
        "date": {"met_when": one_of("date", "3", "9")},
        "region": {"met_when": one_of("region", "uk", "de", "fr", "es", "at")},
    }
    criteria = tuple(replace(one, **changed.get(one.id, {})) for one in VERSION_3.criteria)  # type: ignore[arg-type]
    named = criterion(
        "named",
        "Named someone else",
        "referral",
        5,
        met_when=Answered(question="referral"),
    )
    return replace(VERSION_3, version=4, criteria=(*criteria, named), signatures=())


TIER = Tier(
    id="early",
    label="Right person, no need yet",
    threshold=40,
    must_haves=("role", "wants_call"),
    means="a name to call again in autumn",
)


def a_standing(
    draft: Definition | None = None,
    *,
    in_force: Definition | None = VERSION_3,
    sales: str = OPEN,
    remarks: bool = True,
    **more: Any,
) -> Standing:
    words = draft or version_4()
    changes = compare_definitions(in_force, words, SCRIPT) if in_force is not None else ()
    at = datetime(2026, 3, 17, 9, 12, tzinfo=UTC)
    said = (
        Remark(
            version=4,
            who="Pia Okafor",
            says="All four leads above nine months came back from sales.",
            said_at=datetime(2026, 3, 17, 9, 10, tzinfo=UTC),
            side=Side.MARKETING,
        ),
        Remark(
            version=4,
            who="Lena Brandt",
            says="Agreed. Keep the yes to a call as a must-have.",
            said_at=datetime(2026, 3, 17, 9, 48, tzinfo=UTC),
            side=Side.SALES,
        ),
    )
    return Standing(
        draft=DefinitionDraft(definition=words, revision=2, based_on=3),
        in_force=in_force,
        sides=(
            SideState(side=Side.MARKETING, name="Pia Okafor", signed_at=at, state=SIGNED),
            SideState(
                side=Side.SALES,
                name="Lena Brandt",
                signed_at=at if sales == SIGNED else None,
                state=sales,
            ),
        ),
        changes=changes,
        remarks=said if remarks else (),
        **more,
    )


QUALIFIED, NURTURE = VerdictKind.QUALIFIED, VerdictKind.NURTURE
_LEADS: tuple[tuple[int, bool, VerdictKind, Result, int], ...] = (
    # points, passes the must-haves, what it was, what became of it, how many
    (35, False, NURTURE, Result.NOT_HANDED, 7),
    (44, False, NURTURE, Result.NOT_HANDED, 13),
    (52, True, NURTURE, Result.NOT_HANDED, 17),
    (55, True, QUALIFIED, Result.SENT_BACK, 1),
    (58, True, NURTURE, Result.TAKEN, 1),
    (63, True, NURTURE, Result.NOT_HANDED, 10),
    (65, True, QUALIFIED, Result.SENT_BACK, 2),
    (66, True, QUALIFIED, Result.TAKEN, 1),
    (72, True, QUALIFIED, Result.NOT_HANDED, 6),
    (75, True, QUALIFIED, Result.SENT_BACK, 2),
    (78, True, QUALIFIED, Result.TAKEN, 5),
    (82, True, QUALIFIED, Result.NOT_HANDED, 3),
    (85, True, QUALIFIED, Result.SENT_BACK, 1),
    (86, True, QUALIFIED, Result.TAKEN, 8),
    (88, True, QUALIFIED, Result.WON, 3),
    (92, True, QUALIFIED, Result.TAKEN, 3),
    (95, True, QUALIFIED, Result.LOST, 1),
    (101, True, QUALIFIED, Result.WON, 1),
)


def a_trial(
    draft: Definition | None = None,
    leads: int | None = None,
    against: Definition | None = VERSION_3,
) -> Trial:
    """A trial on leads as drawn; with ``leads`` on so many at 52 points."""
    cells = {
        Cell(points=points, passes=passes, below=NURTURE, was=was, result=result): many
        for points, passes, was, result, many in _LEADS
    }
    if leads is not None:
        cells = {next(iter(cells)): leads}
    return trial_of(
        draft or version_4(),
        against,
        cells,
        lifts=LIFTS,
        missing_questions=(MissingQuestion(reason="Already in talks with us", leads=3),),
    )


def compared(met: tuple[int, int], not_met: tuple[int, int]) -> Compared:
    return Compared(met=Share(yes=met[0], of=met[1]), not_met=Share(yes=not_met[0], of=not_met[1]))


LIFTS = (
    Lift(
        criterion="need",
        label="Real need",
        taken=compared((58, 66), (14, 40)),
        won=compared((22, 40), (4, 34)),
    ),
    Lift(
        criterion="role",
        label="Right person",
        taken=compared((40, 62), (28, 44)),
        won=compared((9, 31), (11, 33)),
    ),
    Lift(
        criterion="date",
        label="Date",
        taken=compared((20, 60), (38, 46)),
        won=compared((2, 12), (3, 9)),
    ),
)
