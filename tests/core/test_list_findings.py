"""What is found in a list: every row on its heap, every count right, memory small."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from list_makers import a_phone, a_row, phones_of
from qualdesk.core.columns import guess_columns
from qualdesk.core.intake import (
    BY_YOU,
    CANCELLED,
    NOBODY,
    SAID_NO,
    TEST_ROW,
    ReadRow,
    RowReader,
)
from qualdesk.core.leads import PhoneState
from qualdesk.core.likeness import LikelyPair
from qualdesk.core.list_answers import ANSWERS, NUMBER_NOT_WHOLE, after_answers
from qualdesk.core.list_checks import (
    MOST_ROWS_SHOWN,
    CheckedRow,
    CheckGroup,
    Fix,
    FixKind,
    RowTone,
    Section,
)
from qualdesk.core.list_choices import ListChoices, RowMend
from qualdesk.core.list_findings import AboutList, Ending, Findings
from qualdesk.core.list_groups import ANOTHER_SAID_NO, EARLIER, GROUP_IDS, SKIPPED, SUPPRESSED
from qualdesk.core.list_heaps import Heap
from qualdesk.core.row_fixes import number_fixes
from qualdesk.core.sources import Touchpoint, TouchpointKind

ANSWERED_WORDS = ListChoices(answers={"dates": "words"})
GIVEAWAY = Touchpoint(kind=TouchpointKind.GIVEAWAY, says="Came only for the giveaway")


def seen(number: int) -> CheckedRow:
    return CheckedRow(
        number=number,
        name=f"Person {number}",
        company="",
        before="",
        after="",
        result="Ready",
        tone=RowTone.READY,
    )


def always(_what: str, _number: int) -> bool:
    """No row was merged into another one."""
    return True


def found(
    rows: Iterable[ReadRow],
    choices: ListChoices | None = None,
    *,
    about: AboutList | None = None,
    fates: Mapping[int, tuple[str, RowTone]] | None = None,
    still: Callable[[str, int], bool] | None = None,
    **ending: Any,
) -> dict[str, CheckGroup]:
    """The groups of a list by their ids, each id once."""
    choices = choices or ListChoices()
    findings = Findings(choices, of_campaign="DE", phone_heading="Phone")
    for row in rows:
        findings.see(after_answers(row, choices))
    fate = (fates or {}).get
    groups = findings.groups(
        Ending(fate=fate, seen=seen, still=still or always, about=about or AboutList(), **ending)
    )
    by_id = {group.id: group for group in groups}
    assert len(by_id) == len(groups)
    sections = [list(Section).index(group.section) for group in groups]
    assert sections == sorted(sections)
    return by_id


def date(text: str, after: str = "in words") -> Fix:
    """A date that was read; kept in its words when ``after`` is the same."""
    return Fix(kind=FixKind.DATE, before=text, after=after)


def kept(text: str) -> Fix:
    return date(text, text)


def test_a_list_without_a_problem_has_no_group() -> None:
    assert found(a_row(number) for number in range(2, 9)) == {}


def test_what_was_mended_is_counted_by_rows_with_an_example() -> None:
    number = Fix(kind=FixKind.NUMBER, before="040 66969 118", after="+49 40 66969118")
    name = Fix(kind=FixKind.NAME, before="KRÖGER SABINE", after="Sabine Kröger")
    groups = found([a_row(2, fixes=(number, number, name)), a_row(3, fixes=(number,)), a_row(4)])
    assert groups["numbers_in_one_form"].count == 2
    assert groups["numbers_in_one_form"].says == "040 66969 118 to +49 40 66969118"
    assert groups["numbers_in_one_form"].section is Section.FIXED
    assert groups["names_tidied"].heading == "1 name was tidied"
    (row,) = groups["names_tidied"].rows
    assert (row.number, row.before, row.after) == (2, "KRÖGER SABINE", "Sabine Kröger")


@pytest.mark.parametrize("kind", FixKind)
def test_every_kind_of_mending_has_a_group(kind: FixKind) -> None:
    groups = found([a_row(2, fixes=(Fix(kind=kind, before="12 Mar 2026", after="b"),))])
    (group,) = groups.values()
    assert group.count == 1
    assert group.rows[0].before == "12 Mar 2026"


def test_one_date_past_the_twelfth_tells_the_order_of_all() -> None:
    groups = found([a_row(2, fixes=(date("03/04/2026"),)), a_row(3, fixes=(date("25/04/2026"),))])
    assert groups["dates_read"].title == "Dates read as day, month"
    assert groups["dates_read"].count == 2
    american = found([a_row(2, fixes=(date("03/04/2026"),)), a_row(3, fixes=(date("04/25/2026"),))])
    assert american["dates_read"].title == "Dates read as month, day"


def test_dates_nobody_can_tell_are_asked_about_and_keep_their_words_meanwhile() -> None:
    rows = [a_row(2, fixes=(kept("03/04/2026"),)), a_row(3, fixes=(date("05/05/2026"),))]
    (group,) = found(rows).values()
    assert group.id == "dates"
    assert group.section is Section.ASKS
    assert group.count == 1, "the fifth of May is the same in either order"
    assert [option.says for option in group.options][:2] == [
        "03/04/2026 is 3 April.",
        "03/04/2026 is 4 March.",
    ]
    assert (group.default, group.answer) == ("words", "")
    assert [option.id for option in group.options if option.is_suggested] == ["day_first"]
    assert group.rows[0].result == "Kept as written."


def test_an_answered_order_of_dates_can_still_be_seen_and_changed() -> None:
    rows = [a_row(2, fixes=(date("03/04/2026", "Sat 4 Mar"),))]
    (answered,) = found(rows, ListChoices(day_first=False)).values()
    assert (answered.id, answered.answer) == ("dates", "month_first")
    assert answered.rows[0].after == "Sat 4 Mar"
    (words,) = found([a_row(2, fixes=(kept("03/04/2026"),))], ANSWERED_WORDS).values()
    assert words.answer == "words"


def test_dates_that_answer_it_themselves_are_no_question_though_somebody_chose() -> None:
    rows = [a_row(2, fixes=(date("03/04/2026"),)), a_row(3, fixes=(date("25/04/2026"),))]
    (group,) = found(rows, ListChoices(day_first=True)).values()
    assert (group.id, group.count) == ("dates_read", 2)


def test_a_proof_that_was_met_too_late_is_suggested() -> None:
    rows = [a_row(2, fixes=(kept("03/04/2026"),)), a_row(3, fixes=(kept("04/25/2026"),))]
    (group,) = found(rows).values()
    assert group.explains.startswith("Another date of the list shows that the month comes first.")
    assert [option.id for option in group.options if option.is_suggested] == ["month_first"]


def test_a_column_written_in_both_orders_is_asked_about() -> None:
    texts = ("03/04/2026", "25/04/2026", "04/25/2026")
    groups = found(a_row(at, fixes=(kept(text),)) for at, text in enumerate(texts, start=2))
    assert groups["dates"].count == 1
    assert groups["dates"].explains.startswith("Some dates show that the day comes first, others")


def test_dates_that_say_their_order_ask_nothing() -> None:
    texts = ("03.04.2026", "2026-04-03", "4 Mar 2026")
    groups = found(a_row(at, fixes=(date(text),)) for at, text in enumerate(texts, start=2))
    assert "dates" not in groups
    assert groups["dates_read"].count == 3


def test_numbers_that_lack_something_wait_for_research_and_can_be_mended() -> None:
    rows = [
        a_row(2, phones=(a_phone("2312541", PhoneState.NO_AREA_CODE),)),
        a_row(3, phones=(a_phone("4.41E+11", PhoneState.LOST_DIGITS),)),
        a_row(4, phones=(a_phone("12345", PhoneState.BROKEN),)),
        a_row(5, phones=(a_phone("12345", PhoneState.BROKEN), *phones_of("+49 40 66969 118"))),
    ]
    group = found(rows)["numbers"]
    assert group.count == 3, "a person with another number that works is no problem"
    assert group.says == "1 without area code, 1 with lost digits, 1 cannot be read"
    assert group.default == "research"
    assert [row.number for row in group.rows] == [2, 3, 4]
    assert {row.result for row in group.rows} == {"Goes to Research."}
    assert [offer.says for offer in group.rows[0].offers] == ["Edit"]


def test_numbers_left_out_by_the_answer_lie_on_both_heaps() -> None:
    rows = [a_row(2, phones=(a_phone("12345", PhoneState.BROKEN),)), a_row(3)]
    groups = found(rows, ListChoices(answers={"numbers": "leave_out"}))
    assert groups["numbers"].answer == "leave_out"
    assert groups["numbers"].rows[0].result == "Left out."
    assert groups["by_you"].heading == "You left 1 row out"
    assert groups["by_you"].rows[0].result == NUMBER_NOT_WHOLE
    assert "research" not in groups


def test_rows_without_a_country_are_one_question_and_no_other() -> None:
    rows = [
        a_row(2, phones=phones_of("040 66969 118", "DE"), asks_country=True),
        a_row(3, phones=phones_of("12345", "DE"), asks_country=True),
    ]
    assert list(found(rows)) == ["country"]
    left_out = found(rows, ListChoices(answers={"country": "leave_out"}))
    assert (left_out["country"].count, left_out["by_you"].count) == (2, 2)
    assert left_out["country"].options[0].says.startswith("1 of 2 becomes a valid number.")


@pytest.mark.parametrize(
    ("reason", "group"),
    [
        (SAID_NO, "said_no"),
        (TEST_ROW, "test_rows"),
        (CANCELLED, "cancelled"),
        (NOBODY, "nobody"),
        (BY_YOU, "by_you"),
        ("A reason that came later.", "others"),
    ],
)
def test_every_row_left_out_is_named_with_its_reason(reason: str, group: str) -> None:
    """O5: whatever the reason, also one nobody has words for yet."""
    (it,) = found([a_row(2, left_out=reason), a_row(3)]).values()
    assert (it.id, it.section, it.count) == (group, Section.LEFT_OUT, 1)
    assert (it.rows[0].result, it.rows[0].tone) == (reason, RowTone.OUT)


def test_reasons_found_by_planning_join_those_found_by_reading() -> None:
    planned = {
        reason: Heap(count=2, rows=[seen(at), seen(at + 1)])
        for at, reason in ((4, ANOTHER_SAID_NO), (7, SUPPRESSED), (9, EARLIER), (11, SKIPPED))
    }
    groups = found([a_row(6, left_out=SAID_NO)], left_out=planned)
    assert {group.id: group.count for group in groups.values()} == {
        "do_not_call": 2,
        "said_no": 3,
        "earlier": 2,
        "skipped": 2,
    }
    assert [row.number for row in groups["said_no"].rows] == [4, 5, 6]


def test_who_comes_last_or_cannot_be_called_yet_is_good_to_know() -> None:
    rows = [
        a_row(2, touchpoints=(GIVEAWAY,)),
        a_row(3, touchpoints=(GIVEAWAY, Touchpoint(kind=TouchpointKind.DEMO, says="Saw it"))),
        a_row(4, zones=()),
        a_row(5, phones=()),
    ]
    groups = found(rows, giveaway=1, zone_unknown=1, research=1)
    assert {group.id: [row.number for row in group.rows] for group in groups.values()} == {
        "giveaway": [2],
        "zone_unknown": [4],
        "research": [5],
    }
    assert groups["zone_unknown"].heading == "Nobody knows what time it is for 1 person"
    assert groups["research"].says == "They go to Research"


def test_rows_that_became_somebody_elses_are_not_counted_as_new_leads() -> None:
    """The count is that of leads, and no row is told that went another way."""
    rows = [a_row(2, phones=()), a_row(3, phones=()), a_row(4, phones=())]
    fates = {3: ("Joined with row 2.", RowTone.READY), 4: ("Updated.", RowTone.READY)}
    group = found(rows, fates=fates, research=1)["research"]
    assert (group.count, [row.number for row in group.rows]) == (1, [2])
    assert "research" not in found(rows, fates=fates, research=0)


def test_a_row_whose_person_got_a_number_from_another_row_is_not_told_without_one() -> None:
    rows = [a_row(2, phones=()), a_row(3, phones=())]
    group = found(rows, research=1, still=lambda what, row: (what, row) != ("research", 2))
    assert [row.number for row in group["research"].rows] == [3]


def test_people_known_and_rows_merged_are_told() -> None:
    groups = found(
        [a_row(2)],
        merged=Heap(count=3, rows=[seen(3)]),
        known=Heap(count=1, rows=[seen(2)]),
        silenced=Heap(count=1, rows=[seen(9)]),
    )
    assert groups["merged"].section is Section.FIXED
    assert groups["merged"].heading == "3 rows are merged into another row of the same person"
    assert groups["known"].heading == "1 person is already in qualdesk"
    assert groups["silenced"].count == 1


def test_the_file_beside_its_rows_is_told() -> None:
    about = AboutList(
        other_sheets=("Prices", "Hall plan"),
        twice={"Phone": ("Phone", "Mobile")},
        lines_aside=1,
    )
    groups = found([a_row(2)], about=about)
    assert groups["other_sheets"].heading == "2 other sheets are not loaded"
    assert groups["other_sheets"].says == "Prices, Hall plan"
    assert groups["columns_twice"].says == "Phone and Mobile both fit Phone."
    assert groups["lines_aside"].heading == "1 line outside the table is set aside"
    assert all(group.section is Section.KNOW for group in groups.values())


def test_addresses_that_may_hold_a_slip_are_shown_and_not_changed() -> None:
    row = replace(a_row(2, emails=("anna@elbkorn.exmaple",)), doubts=("Is it elbkorn.example?",))
    (group,) = found([row]).values()
    assert (group.id, group.count, group.section) == ("doubts", 1, Section.KNOW)
    (shown,) = group.rows
    assert (shown.before, shown.result) == ("anna@elbkorn.exmaple", "Is it elbkorn.example?")


def test_what_was_said_of_a_row_that_is_not_there_is_told() -> None:
    """Nothing a person says of a list is dropped without a word."""
    choices = ListChoices(rows={2: RowMend(leave_out=True), 900: RowMend(region="GB")})
    groups = found([a_row(2), a_row(3)], choices)
    assert groups["not_there"].heading == "1 row you mended is not in this list"


def test_look_alikes_are_shown_in_pairs_and_kept_both_until_somebody_says_otherwise() -> None:
    """O5: likeness alone joins nobody."""
    pairs = [LikelyPair(one=2, other=7, because="The names differ by one letter.")]
    group = found([a_row(2)], pairs=pairs)["same_person"]
    assert (group.count, group.says, group.default) == (2, "1 pair, both kept", "keep_both")
    assert [row.number for row in group.rows] == [2, 7]
    assert group.rows[1].after == "The names differ by one letter."
    chosen = ListChoices(answers={"same_person": "as_one"})
    answered = found([a_row(2)], chosen, pairs=pairs)["same_person"]
    assert answered.says == "1 pair, kept as one person"
    assert answered.rows[1].result == "Joined with row 2."


def test_pairs_are_never_cut_in_two() -> None:
    pairs = [LikelyPair(one=at, other=at + 1, because="Alike.") for at in range(2, 2000, 2)]
    group = found([a_row(2)], pairs=pairs)["same_person"]
    assert group.count == 2 * len(pairs)
    assert len(group.rows) == MOST_ROWS_SHOWN
    assert group.rows[-1].number == group.rows[-2].number + 1


def test_every_option_of_a_question_can_be_answered_and_its_default_is_one() -> None:
    rows = [
        a_row(2, phones=phones_of("040 66969 118", "DE"), asks_country=True),
        a_row(3, phones=(a_phone("12345", PhoneState.BROKEN),)),
        a_row(4, fixes=(kept("03/04/2026"),)),
    ]
    groups = found(rows, pairs=[LikelyPair(one=2, other=3, because="Alike.")])
    asking = [group for group in groups.values() if group.section is Section.ASKS]
    assert {group.id for group in asking} == set(ANSWERS)
    for group in asking:
        options = {option.id for option in group.options if not option.wants}
        assert group.default in options
        assert options <= {*ANSWERS[group.id], "DE"}


def test_every_group_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "choices.md").read_text(encoding="utf-8")
    for id_ in (*ANSWERS, *GROUP_IDS):
        assert f"`{id_}`" in page


def test_a_long_list_keeps_few_rows_and_counts_all() -> None:
    number = Fix(kind=FixKind.NUMBER, before="040 66969 118", after="+49 40 66969118")
    many = 3 * MOST_ROWS_SHOWN
    groups = found(
        [
            *(a_row(at, fixes=(number,)) for at in range(2, many + 2)),
            *(a_row(at, left_out=NOBODY) for at in range(many + 2, 2 * many + 2)),
        ]
    )
    for name in ("numbers_in_one_form", "nobody"):
        assert (groups[name].count, len(groups[name].rows)) == (many, MOST_ROWS_SHOWN)


def test_of_a_long_list_every_mended_number_is_counted_though_few_are_written_out() -> None:
    headings = ("Name", "Phone")
    numbers = (f"040 66969 {at % 1000:03}" for at in range(1200))
    reader = RowReader(guess_columns(headings), region="DE", tells_fixes=True)
    rows = (reader.read(at, ["Anna Berg", text]) for at, text in enumerate(numbers, start=2))
    group = found(rows)["numbers_in_one_form"]
    assert group.count == 1200
    assert {row.after[:7] for row in group.rows} == {"+49 40 "}
    written_so = a_row(2, phones=phones_of("+49 40 66969118")).contact
    assert not list(number_fixes(written_so, is_looked_at=False))


def test_what_strangers_wrote_is_one_short_line_without_tricks() -> None:
    nasty = "Anna\u202e\x00\n<b>Berg</b> " + "x" * 9000
    (group,) = found([a_row(2, name=nasty, left_out=NOBODY)]).values()
    name = group.rows[0].name
    assert name.startswith("Anna <b>Berg</b> x")
    assert len(name) <= 120
