"""The verbs of reports: why leads came back, what a taken one cost, statements."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from qualdesk.cli.plain import say
from qualdesk.core.costs import SourceCost, TypeCost, by_type
from qualdesk.core.left_leads import Scope
from qualdesk.core.lessons import CameBack, WhyBack
from qualdesk.core.periods import spelled_out
from qualdesk.core.shares import Share
from qualdesk.core.statements import Credit, Statement, StatementLine, Worth, fraction_words
from qualdesk.desk import Desk
from qualdesk.desk.statements import StatementFile

DONE = 0
Verb = Callable[[str, str], ArgumentParser]


def add_report_verbs(verb: Verb) -> None:
    """Add the reports with ``verb``, which makes one from its name and what it does."""
    why = verb("why-back", "why sales sent leads back: by criterion, caller, list, source")
    cost = verb("cost", "what a lead that sales took has cost, by source")
    for made in (why, cost):
        made.add_argument("--campaign", metavar="NAME", help="default: all of them")
        made.add_argument("--client", metavar="NAME", help="all campaigns of this client")
    why.add_argument("--period", default="", metavar="MONTH", help="2026-03, 2026-Q1, 2026")
    statement = verb("statement", "what sales took of whose leads, for pay and billing")
    statement.add_argument("--client", default="", metavar="NAME", help="default: the only one")
    statement.add_argument("--period", required=True, metavar="MONTH", help="2026-03, 2026-Q1")
    statement.add_argument(
        "--credit",
        choices=[one.value for one in Credit],
        default=Credit.LAST.value,
        help="whoever qualified a lead, or all who spoke with the person in equal parts",
    )
    statement.add_argument("--out", type=Path, metavar="FILE", help="write it; .pdf is paper")
    statement.add_argument(
        "--for-machines", action="store_true", help="CSV untouched, parts as exact fractions"
    )


def why_back(desk: Desk, asked: Namespace) -> int:
    """Why leads came back."""
    scope = Scope(campaign=asked.campaign, client=asked.client, period=asked.period)
    found = desk.lessons.why_back(scope)
    lines = [f"Came back: {_of(found.back)} that sales answered."]
    lines += [f"Not answered in time: {found.unanswered}. With sales: {found.waiting}."]
    parts = {
        "By criterion": found.criteria,
        "By who qualified them": found.callers,
        "By list": found.lists,
        "By source": found.sources,
    }
    for title, some in parts.items():
        lines += [f"{title}:", *(_group(one) for one in some)] if some else []
    say(_why_data(found), lines, as_data=asked.json)
    return DONE


def cost(desk: Desk, asked: Namespace) -> int:
    """What a taken lead cost."""
    found = desk.lessons.cost(Scope(campaign=asked.campaign, client=asked.client))
    lines = [_of_source(one) for one in found] or ["There is no campaign yet."]
    types = by_type(found)
    lines += ["By type of source:", *(_of_type(one) for one in types)] if found else []
    data = {"sources": list(map(_cost_data, found)), "types": list(map(_type_data, types))}
    say(data, lines, as_data=asked.json)
    return DONE


def statement(desk: Desk, asked: Namespace) -> int:
    """The statement of a client and a period, looked at or written."""
    credit = Credit(asked.credit)
    if asked.out is None:
        found = desk.statements.statement(asked.period, asked.client, credit=credit)
        written = []
    else:
        kind = _kind(asked.out, for_machines=asked.for_machines)
        done = desk.statements.write(
            asked.out, asked.period, asked.client, credit=credit, kind=kind
        )
        found = done.statement
        written = [f"Written: {done.path}"]
    lines = [
        f"{spelled_out(found.period)}: {_whole(found)}",
        *(_line(one) for one in found.lines),
        f"All: {_columns(found.total)}",
        *written,
    ]
    data = {
        "client": found.client,
        "period": found.period,
        "credit": found.credit,
        "made": found.made_at,
        "final": found.is_final,
        "waiting": found.waiting,
        "lines": [_line_data(one) for one in found.lines],
        "total": _line_data(found.total),
        "worth": [_worth_data(one) for one in found.worth],
        "file": asked.out,
    }
    say(data, lines, as_data=asked.json)
    return DONE


def _kind(path: Path, *, for_machines: bool) -> StatementFile:
    if path.suffix.lower() == ".pdf":
        return StatementFile.PAPER
    return StatementFile.MACHINES if for_machines else StatementFile.SPREADSHEET


def _group(one: CameBack) -> str:
    reasons = ", ".join(f"{reason} {leads}" for reason, leads in one.reasons)
    said = f"  {one.name or '(nobody said)'}: {_of(one.share)}"
    return f"{said}; {reasons}" if reasons else said


def _of(share: Share) -> str:
    return share.says if share.is_enough else f"{share.yes:,} of {share.of:,}"


def _why_data(found: WhyBack) -> dict[str, object]:
    return {
        "back": found.back.yes,
        "answered": found.back.of,
        "unanswered": found.unanswered,
        "waiting": found.waiting,
        "reasons": dict(found.reasons),
        "criteria": list(map(_group_data, found.criteria)),
        "callers": list(map(_group_data, found.callers)),
        "lists": list(map(_group_data, found.lists)),
        "sources": list(map(_group_data, found.sources)),
    }


def _group_data(one: CameBack) -> dict[str, object]:
    low, high = one.share.interval
    return {
        "name": one.name,
        "back": one.share.yes,
        "of": one.share.of,
        "low": round(low, 4),
        "high": round(high, 4),
        "enough": one.share.is_enough,
        "reasons": dict(one.reasons),
    }


def _of_source(one: SourceCost) -> str:
    spent = "nobody said what the list cost" if one.cost is None else _money(one.cost, one.currency)
    each = "" if one.per_taken is None else f", {_money(one.per_taken, one.currency)} each"
    hours = one.called.total_seconds() / 3600
    return (
        f"{one.name}: {spent}; taken {one.taken}{each}; went on {one.handed} of {one.loaded}; "
        f"giveaway only {one.giveaway}; {hours:.1f} h of calls"
        + (" (not in the cost: nobody said what an hour costs)" if one.hour_cost is None else "")
    )


def _of_type(one: TypeCost) -> str:
    each = "" if one.per_taken is None else f", {_money(one.per_taken, one.currency)} each"
    unsaid = f"; {one.unsaid} left out: nobody said the cost" if one.unsaid else ""
    spent = _money(one.cost, one.currency)
    return f"  {one.type.label}: {spent}; taken {one.taken}{each}{unsaid}"


def _money(amount: Decimal, currency: str) -> str:
    return f"{amount:,.2f} {currency}".strip()


def _cost_data(one: SourceCost) -> dict[str, object]:
    return {
        "campaign": one.name,
        "client": one.client,
        "type": one.type,
        "currency": one.currency,
        "cost": _text(one.cost),
        "list_cost": _text(one.list_cost),
        "calls_cost": _text(one.calls_cost),
        "per_taken": _text(one.per_taken),
        "taken": one.taken,
        "won": one.won,
        "handed": one.handed,
        "loaded": one.loaded,
        "giveaway": one.giveaway,
        "called": one.called,
    }


def _type_data(one: TypeCost) -> dict[str, object]:
    return {
        "type": one.type,
        "currency": one.currency,
        "campaigns": one.campaigns,
        "unsaid": one.unsaid,
        "taken": one.taken,
        "cost": _text(one.cost),
        "per_taken": _text(one.per_taken),
    }


def _text(amount: Decimal | None) -> str | None:
    """An amount as text, to the hundredth."""
    return None if amount is None else f"{amount:.2f}"


def _whole(found: Statement) -> str:
    stands = "final" if found.is_final else f"{fraction_words(found.total.open)} may still change"
    return f"{found.client or 'our own sales'}, {stands}, {found.waiting} with sales."


def _line(one: StatementLine) -> str:
    return f"  {one.campaign_name}, {one.caller or '(nobody)'}: {_columns(one)}"


def _columns(one: StatementLine) -> str:
    return ", ".join(f"{name} {fraction_words(value)}" for name, value in _values(one))


def _values(one: StatementLine) -> tuple[tuple[str, Fraction], ...]:
    return (
        ("taken", one.taken),
        ("sent back", one.sent_back),
        ("unanswered", one.recycled),
        ("disputed", one.disputed),
        ("won", one.won),
        ("lost", one.lost),
        ("open", one.open),
    )


def _worth_data(one: Worth) -> dict[str, str]:
    parts = {"taken": one.taken, "won": one.won, "lost": one.lost, "open": one.open}
    return {"currency": one.currency, **{name: str(part) for name, part in parts.items()}}


def _line_data(one: StatementLine) -> dict[str, object]:
    figures = {name.replace(" ", "_"): str(value) for name, value in _values(one)}
    return {
        "campaign": one.campaign_name,
        "caller": one.caller,
        "leads": str(one.leads),
        **figures,
        "open_until": one.open_until,
    }


VERBS = {
    ("report", "why-back"): why_back,
    ("report", "cost"): cost,
    ("report", "statement"): statement,
}
