"""What sales answered in a sheet or a page is read back; nothing but the rows named moves (T4)."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handoff_makers import a_package, an_item
from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff import Package
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import BatchId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.desk import answering
from qualdesk.desk.answering import Answering
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.way_back import WayBack
from qualdesk.files.answer_form import HEADINGS, answer_sheet
from qualdesk.files.answer_page import answer_page
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.suppression import suppress
from way_back_makers import LENA, SAM, answer, bucket, leave, qualify

Sent = tuple[Package, dict[str, LeadId]]
NAMES = ("Katrin Albers", "Marcus Hale", "Ines Fournier", "Jonas Weber")
WAYS = ("sheet", "form")


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


@pytest.fixture
def sales(store: Store) -> Answering:
    return Answering(store, "Rosa")


def sent(store: Store, campaign: Campaign, *names: str, to: Any = LENA, number: int = 1) -> Sent:
    """A batch that has left, as its package; and which lead is whose."""
    leads = {name: qualify(store, campaign, name) for name in names}
    batch, ids = leave(store, campaign, *leads.values(), to=to)
    return package_of(campaign, batch, number, leads, ids, to), leads


def package_of(
    campaign: Campaign,
    batch: BatchId,
    number: int,
    leads: dict[str, LeadId],
    ids: dict[LeadId, ItemId],
    to: Any = LENA,
) -> Package:
    items = [an_item(name, id=ids[lead], receiver=to) for name, lead in leads.items()]
    reasons = campaign.handoff.reasons
    return a_package(*items, batch_id=batch, number=number, campaign=campaign.name, reasons=reasons)


def said(path: Path, way: str, package: Package, answers: dict[str, dict[str, str]]) -> Path:
    """The file as it comes back, answered by name."""
    path = path / f"answers.{'xlsx' if way == 'sheet' else 'html'}"
    (in_sheet if way == "sheet" else in_page)(path, package, answers)
    return path


def in_sheet(path: Path, package: Package, answers: dict[str, dict[str, str]]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(package)))
    sheet = book["Answers"]
    for row in sheet.iter_rows(min_row=2):
        for field, value in answers.get(str(row[2].value), {}).items():
            row[FIELDS[field]].value = value
    book.save(path)


def in_page(path: Path, package: Package, answers: dict[str, dict[str, str]]) -> None:
    def fill(form: dict[str, Any]) -> None:
        for lead in form["leads"]:
            lead.update(answers.get(lead["name"], {}))

    path.write_bytes(changed(answer_page(package), fill))


def as_csv(rows: list[dict[str, str]], batch: str) -> bytes:
    """Our sheet as a spreadsheet program saves it where a comma parts decimals."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    for row in rows:
        cells = ["", *(row[name] for name in ("takes", "reason", "note"))]
        deal = [row[name] for name in ("opportunity", "amount", "currency")]
        writer.writerow([row["id"], batch, row["name"], *cells, *deal])
    return text.getvalue().encode(errors="ignore")


def changed(page: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    found = re.search(r'id="answers">(.*?)</script>', page.decode(), re.DOTALL)
    assert found is not None
    form = json.loads(found[1])
    change(form)
    block = json.dumps(form).replace("<", "\\u003c")
    return page.decode().replace(found[1], block).encode()


FIELDS = {"takes": 4, "reason": 5, "note": 6, "opportunity": 7, "amount": 8, "currency": 9}


def everything(store: Store) -> dict[str, dict[str, Any]]:
    """Each row of each table by its key."""
    with store.reading() as tx:
        return {
            table.name: {
                str([row[column.name] for column in table.primary_key]): dict(row)
                for row in tx.connection.execute(sa.select(table)).mappings()
            }
            for table in schema.metadata.sorted_tables
            # Counts follow the rows: test_floor_recount.py holds them.
            if table.name not in {"history_head", "tally", "tally_delta"}
        }


def touched(before: dict[str, Any], after: dict[str, Any]) -> dict[str, set[str]]:
    """The keys of the rows that are others now, by table."""
    changed_rows = {
        name: {
            key
            for key in rows.keys() | before[name].keys()
            if rows.get(key) != before[name].get(key)
        }
        for name, rows in after.items()
    }
    return {name: keys for name, keys in changed_rows.items() if keys}


def items_by_name(store: Store, batch: BatchId) -> dict[str, BatchItem]:
    return {item.name: item for item in WayBack(store, "Rosa").items(batch)}


@pytest.mark.parametrize("way", WAYS)
def test_sales_takes_with_an_opportunity_and_sends_back_with_a_reason(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path, way: str
) -> None:
    package, leads = sent(store, campaign, *NAMES[:3])
    (reason, *_) = package.reasons
    path = said(
        tmp_path,
        way,
        package,
        {
            "Katrin Albers": {
                "takes": "takes",
                "opportunity": "OPP-77",
                "amount": "12.500,50",
                "currency": "EUR",
                "note": "Calls her Thursday",
            },
            "Marcus Hale": {"takes": "sends back", "reason": reason, "note": "Left"},
        },
    )
    read = sales.answers(path)
    katrin, marcus, ines = (leads[name] for name in NAMES[:3])
    assert (read.taken, read.sent_back, read.waiting) == ((katrin,), (marcus,), 1)
    assert (read.problems, read.notes) == ((), ())
    assert (read.changes.leads, read.changes.batches) == ({katrin, marcus}, {package.batch_id})
    found = items_by_name(store, package.batch_id)
    item = found["Katrin Albers"]
    assert (item.opportunity, item.amount, item.currency) == ("OPP-77", Decimal("12500.5"), "EUR")
    assert item.note == "Calls her Thursday"
    assert (found["Marcus Hale"].reason, found["Marcus Hale"].note) == (reason, "Left")
    stands = [bucket(store, one) for one in (katrin, marcus, ines)]
    assert stands == [Bucket.TAKEN, Bucket.SENT_BACK, Bucket.IN_BATCH]
    with store.reading() as tx:
        where = sa.select(schema.handoff_item.c.answered_in).distinct()
        assert set(tx.connection.scalars(where)) == {way, ""}


@pytest.mark.parametrize("way", WAYS)
def test_what_sales_said_is_signed_by_whose_file_it_is_and_not_by_who_read_it(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path, way: str
) -> None:
    """T4: whoever reads a file in says nothing about a lead; both are named."""
    package, _ = sent(store, campaign, *NAMES[:2])
    sales.answers(said(tmp_path, way, package, {"Katrin Albers": {"takes": "takes"}}))
    found = items_by_name(store, package.batch_id)
    katrin = found["Katrin Albers"]
    assert (katrin.answered_by, katrin.read_in_by) == ("Lena Brandt", "Rosa")
    assert katrin.signed == "Lena Brandt, read in by Rosa"
    assert found["Marcus Hale"].signed == ""


@pytest.mark.parametrize("way", WAYS)
def test_the_same_file_twice_changes_nothing_at_all(
    store: Store, campaign: Campaign, sales: Answering, clock: SetClock, tmp_path: Path, way: str
) -> None:
    package, leads = sent(store, campaign, *NAMES[:2])
    taken = {"takes": "takes", "amount": "900 EUR", "note": "x"}
    back = {"takes": "sends back", "reason": package.reasons[0]}
    path = said(tmp_path, way, package, dict(zip(NAMES, (taken, back), strict=False)))
    sales.answers(path)
    before = everything(store)
    clock.advance(timedelta(days=3))
    again = sales.answers(path)
    assert touched(before, everything(store)) == {}
    assert set(again.already) == set(leads.values())
    assert (again.taken, again.sent_back, again.completed, again.problems) == ((), (), (), ())
    assert again.changes.leads == frozenset()


def test_nothing_but_the_rows_that_can_be_used_is_touched(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path
) -> None:
    """Every fault at once, around one good row: compared with the whole workspace of before."""
    package, leads = sent(store, campaign, *NAMES)
    other, others = sent(store, campaign, "Sven Thiel", to=SAM, number=2)
    recalled, _ = sent(store, campaign, "Olaf Brandt", number=3)
    WayBack(store, "Rosa").recall(recalled.batch_id, "Wrong list")
    erased, gone = sent(store, campaign, "Vera Lang", number=4)
    Erasing(store, SetClock(package.made_at), "Rosa").erase(gone["Vera Lang"])
    before = everything(store)
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(package)))
    sheet = book["Answers"]
    katrin, marcus, ines, jonas = (item.id for item in package.items)
    sheet["E2"] = "takes"  # Katrin, the good one
    sheet["E3"] = "sends back"  # Marcus, no reason
    sheet["A4"], sheet["E4"] = ines[:-1] + "x", "takes"  # Ines, id edited
    sheet["E5"] = "takes"  # Jonas, twice and differently
    title = package.title
    for row in (
        [jonas, title, "", "", "sends back", package.reasons[0]],
        [other.items[0].id, title, "", "", "takes"],
        [other.items[0].id, "", "", "", "takes"],
        [recalled.items[0].id, recalled.title, "", "", "takes"],
        [erased.items[0].id, erased.title, "", "", "takes"],
        ["", title, "", "", "takes"],
        [marcus, title, "", "", "perhaps"],
        [marcus, title, "", "", "takes", "", "", "", "12 k"],
    ):
        sheet.append(row)
    path = tmp_path / "answers.xlsx"
    book.save(path)
    read = sales.answers(path)
    assert read.taken == (leads["Katrin Albers"],)
    whom = {
        7: "Sven Thiel",
        8: "Sven Thiel",
        9: "Olaf Brandt",
        12: "Marcus Hale",
        13: "Marcus Hale",
    }
    assert [problem.place for problem in read.problems] == [
        f"Row {row}, {whom[row]}" if row in whom else f"Row {row}" for row in range(3, 14)
    ]
    says = [problem.says for problem in read.problems]
    for sentence, fault in zip(
        says,
        (
            "without a reason",
            "in none of our batches",
            "also answered in row 6",
            "also answered in row 5",
            "Rows of two batches are mixed",
            "Rows of two batches are mixed",
            "Rows of two batches are mixed",
            "Rows of two batches are mixed",
            "The id is missing",
            "“perhaps” is no answer",
            "“12 k” cannot be read",
        ),
        strict=True,
    ):
        assert fault in sentence
    moved = touched(before, everything(store))
    assert moved.pop("handoff_item") == {f"['{katrin}']"}
    assert moved.pop("lead") == {f"[{leads['Katrin Albers']}]"}
    assert len(moved.pop("history")) == 1
    assert moved == {}
    assert bucket(store, others["Sven Thiel"]) is Bucket.IN_BATCH


@pytest.mark.parametrize("way", WAYS)
def test_answers_nobody_waits_for_are_named(
    store: Store, campaign: Campaign, sales: Answering, clock: SetClock, tmp_path: Path, way: str
) -> None:
    package, leads = sent(store, campaign, *NAMES[:2])
    Erasing(store, clock, "Rosa").erase(leads["Katrin Albers"])
    WayBack(store, "Rosa").recall(package.batch_id, "Wrong list")
    both = {name: {"takes": "takes"} for name in NAMES[:2]}
    read = sales.answers(said(tmp_path, way, package, both))
    assert (read.taken, read.changes.leads) == ((), frozenset())
    says = [str(problem) for problem in read.problems]
    assert len(says) == 2
    assert "was recalled" in says[1]
    place = "Row 3" if way == "sheet" else "Lead 2, Marcus Hale"
    assert says[1].startswith(f"{place}: ")


def test_a_file_of_another_workspace_is_said_and_its_rows_are_judged_by_their_ids(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path
) -> None:
    """A wrong manifest: what the file says of itself is not what we know of that batch."""
    package, leads = sent(store, campaign, "Katrin Albers")

    def edit(form: dict[str, Any]) -> None:
        form["batch"] = "Another fair, batch 9"
        form["leads"][0]["takes"] = "takes"
        form["leads"].append({**form["leads"][0], "id": "nobody's", "name": "Nobody"})

    path = tmp_path / "answers.html"
    path.write_bytes(changed(answer_page(package), edit))
    read = sales.answers(path)
    assert read.taken == (leads["Katrin Albers"],)
    whole, nobody = read.problems
    assert whole.place == "The whole file"
    assert whole.says == (
        "It says that it is of Another fair, batch 9, which is none of ours: it was edited, or "
        "comes from another workspace. Each row was looked at by its own id."
    )
    assert nobody.place == "Lead 2, Nobody"
    assert "in none of our batches" in nobody.says


@pytest.mark.parametrize("edited", ["\0", "\ud800", "9" * 5000, "' OR 1=1 --"])
def test_an_id_no_database_takes_is_one_we_never_gave(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path, edited: str
) -> None:
    """Q4: nothing in a file stops what else stands in it from being read."""
    package, leads = sent(store, campaign, *NAMES[:2])

    def edit(form: dict[str, Any]) -> None:
        for lead in form["leads"]:
            lead.update(takes="takes", reason="", note=edited[:9], opportunity=edited[:9])
        form["leads"][0]["id"] = edited
        form["leads"][0]["name"] = edited

    path = tmp_path / "answers.html"
    path.write_bytes(changed(answer_page(package), edit))
    read = sales.answers(path)
    assert read.taken == (leads[NAMES[1]],)
    (problem,) = read.problems
    nothing = not edited.strip("\0\ud800")
    assert ("id is missing" if nothing else "in none of our batches") in problem.says
    assert (problem.place + problem.says).encode()


def test_a_colleague_answers_some_of_anothers_leads(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path
) -> None:
    """Rows of the same batch that went to somebody else, pasted into one's own sheet, count."""
    leads = {name: qualify(store, campaign, name) for name in NAMES[:2]}
    batch, ids = leave(store, campaign, *leads.values(), to=SAM)
    package = package_of(campaign, batch, 1, leads, ids, LENA)
    path = said(tmp_path, "sheet", package, {"Marcus Hale": {"takes": "takes"}})
    read = sales.answers(path)
    assert read.taken == (leads["Marcus Hale"],)
    assert items_by_name(store, batch)["Marcus Hale"].answered_by == "Lena Brandt"
    (note,) = read.notes
    assert note.place == "Row 3"
    assert note.says == (
        "Marcus Hale went to Sam Osei. The answer came in the file of Lena Brandt, and counts."
    )


def test_an_answer_about_somebody_who_said_no_since_is_kept_and_said(
    store: Store, campaign: Campaign, sales: Answering, tmp_path: Path
) -> None:
    package, leads = sent(store, campaign, "Katrin Albers")
    with store.transaction() as tx:
        who = {"asked_by": "them", "by": "Ana", "reason": "asked", "client": ""}
        suppress(tx, scope="person", lead_id=leads["Katrin Albers"], **who)
    read = sales.answers(said(tmp_path, "form", package, {"Katrin Albers": {"takes": "takes"}}))
    assert read.taken == (leads["Katrin Albers"],)
    (note,) = read.notes
    assert note.place == "Lead 1, Katrin Albers"
    assert note.says.startswith("Katrin Albers asked not to be called since")
    assert bucket(store, leads["Katrin Albers"]) is not Bucket.WAITING


def test_what_sales_adds_later_is_kept_and_what_stood_stays(
    store: Store, campaign: Campaign, sales: Answering, clock: SetClock, tmp_path: Path
) -> None:
    package, leads = sent(store, campaign, "Katrin Albers")
    first = {"takes": "takes", "note": "Calls her"}
    sales.answers(said(tmp_path, "sheet", package, {"Katrin Albers": first}))
    answered_at = items_by_name(store, package.batch_id)["Katrin Albers"].answered_at
    clock.advance(timedelta(days=20))
    more = {**first, "opportunity": "OPP-1", "amount": "5.000", "currency": "EUR"}
    read = sales.answers(said(tmp_path, "form", package, {"Katrin Albers": more}))
    assert (read.completed, read.taken) == ((leads["Katrin Albers"],), ())
    assert read.changes.batches == {package.batch_id}
    item = items_by_name(store, package.batch_id)["Katrin Albers"]
    assert (item.opportunity, item.amount, item.note) == ("OPP-1", Decimal(5000), "Calls her")
    assert item.answered_at == answered_at
    other = {**more, "amount": "6.000"}
    read = sales.answers(said(tmp_path, "form", package, {"Katrin Albers": other}))
    assert "already said “5000” of Katrin Albers" in read.problems[0].says
    assert items_by_name(store, package.batch_id)["Katrin Albers"].amount == Decimal(5000)


def test_a_large_file_is_written_in_steps_and_named_in_its_order(
    store: Store,
    campaign: Campaign,
    sales: Answering,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 2)
    package, leads = sent(store, campaign, *NAMES)
    answers = {
        "Katrin Albers": {"takes": "takes"},
        "Marcus Hale": {"takes": "sends back"},
        "Ines Fournier": {"takes": "takes"},
        "Jonas Weber": {"takes": "takes"},
    }
    read = sales.answers(said(tmp_path, "form", package, answers))
    assert read.taken == tuple(lead for name, lead in leads.items() if name != "Marcus Hale")
    assert [problem.place for problem in read.problems] == ["Lead 2, Marcus Hale"]
    with store.reading() as tx:
        notes = entries(tx, "handoff_batch", package.batch_id)
        assert [one.details for one in notes] == [{"leads": 1}, {"leads": 2}]
        assert verify(tx) is None


def test_a_file_that_was_read_half_way_is_read_to_its_end_the_next_time(
    store: Store,
    campaign: Campaign,
    sales: Answering,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 1)
    package, leads = sent(store, campaign, *NAMES[:3])
    all_of_them = {name: {"takes": "takes"} for name in NAMES[:3]}
    path = said(tmp_path, "form", package, all_of_them)
    keep = answering.keep_answer

    def keep_until_the_power_fails(tx: Any, one: SalesAnswer, *given: Any, **more: Any) -> None:
        keep(tx, one, *given, **more)
        if one.row == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(answering, "keep_answer", keep_until_the_power_fails)
    with pytest.raises(KeyboardInterrupt):
        sales.answers(path)
    stands = [bucket(store, lead) for lead in leads.values()]
    assert stands == [Bucket.TAKEN, Bucket.IN_BATCH, Bucket.IN_BATCH]
    monkeypatch.undo()
    read = sales.answers(path)
    assert (read.already, len(read.taken)) == ((leads["Katrin Albers"],), 2)
    assert {bucket(store, lead) for lead in leads.values()} == {Bucket.TAKEN}
    with store.reading() as tx:
        assert verify(tx) is None


def test_what_somebody_answers_while_a_file_is_read_stands(
    store: Store,
    campaign: Campaign,
    sales: Answering,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Between the look at the file and the writing a colleague was quicker, at the desk."""
    package, leads = sent(store, campaign, *NAMES[:2])
    both = {name: {"takes": "takes"} for name in NAMES[:2]}
    path = said(tmp_path, "form", package, both)
    judge = answering.judge_answers
    looked: list[int] = []

    def judge_and_be_late(*given: Any) -> Any:
        found = judge(*given)
        if not looked:
            looked.append(1)
            answer(store, ItemId(package.items[0].id), package.reasons[0])
        return found

    monkeypatch.setattr(answering, "judge_answers", judge_and_be_late)
    read = sales.answers(path)
    assert read.taken == (leads["Marcus Hale"],)
    (problem,) = read.problems
    assert problem.says.startswith(f"Sales already sent it back: {package.reasons[0]}")
    assert bucket(store, leads["Katrin Albers"]) is Bucket.SENT_BACK


cells = st.fixed_dictionaries(
    {
        "takes": st.sampled_from(["", "takes", "takes", "sends back", "perhaps"]),
        "reason": st.sampled_from(["", "", "Wrong person", "Bored"]),
        "opportunity": st.sampled_from(["", "", "OPP-1"]),
        "amount": st.sampled_from(["", "", "1.200,50", "12 k"]),
        "currency": st.sampled_from(["", "", "EUR"]),
        "note": st.sampled_from(["", "", "Soon", "\x00\ud800"]),
    }
)
ids = st.sampled_from(["own", "own", "own", "upper", "other", "none", ""])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), ids, cells), max_size=6), st.sampled_from(WAYS))
def test_any_file_touches_only_leads_whose_ids_stand_in_rows_that_were_used(
    sqlite_store: Store, tmp_path: Path, rows: list[Any], way: str
) -> None:
    """Whatever was done to page or sheet: each row counts once, and nothing else moves (T4)."""
    with sqlite_store.transaction() as tx:
        campaign = make_campaign(tx)
    package, leads = sent(sqlite_store, campaign, *NAMES)
    other, _ = sent(sqlite_store, campaign, "Sven Thiel", number=2)
    known = [item.id for item in package.items]
    kinds = {"other": other.items[0].id, "none": "nobody's", "": ""}
    form = [
        {
            **said_of,
            "name": NAMES[at],
            "id": kinds.get(kind, known[at].upper() if kind == "upper" else known[at]),
        }
        for at, kind, said_of in rows
    ]
    path = tmp_path / "answers"
    if way == "form":
        page = answer_page(package)
        path.write_bytes(changed(page, lambda whole: whole.update(leads=form)))
    else:
        path.write_bytes(as_csv(form, package.title))
    before = everything(sqlite_store)
    read = Answering(sqlite_store, "Rosa").answers(path)
    full = [one for one in form if any(one[name].strip() for name in one if name != "name")]
    used = (*read.taken, *read.sent_back, *read.completed, *read.already)
    assert len(used) + read.waiting + len(read.problems) == len(full)
    moved = touched(before, everything(sqlite_store))
    of_item = dict(zip(leads.values(), known, strict=True))
    wanted = {f"['{of_item[lead]}']" for lead in (*read.taken, *read.sent_back)}
    assert moved.pop("handoff_item", set()) == wanted
    assert moved.pop("lead", set()) == {f"[{lead}]" for lead in (*read.taken, *read.sent_back)}
    moved.pop("history", None)
    assert moved == {}
    again = Answering(sqlite_store, "Rosa").answers(path)
    assert set(again.already) == {*read.taken, *read.sent_back}
    assert again.problems == read.problems
