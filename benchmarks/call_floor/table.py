"""The page with what was measured, from the lines of the runs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import mean
from typing import Any

OURS, BOUND, LISTED = "qualdesk", "bound", "list order"
# Least share of the bound, and of the best peer, by scenario.
TARGETS = {
    "scarce callers": (0.80, 1.15),
    "balanced": (0.89, 1.05),
    "abundant callers": (0.90, 1.03),
}
Line = Mapping[str, Any]


def page(lines: Iterable[Line], *, callers: int) -> str:
    """The whole page, as Markdown."""
    by_scenario: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    found = sorted(lines, key=lambda line: line["seed"])
    for line in found:
        by_scenario[line["scenario"]][line["policy"]].append(line)
    days = sorted({line["on"] for line in found})
    loads = [line["load"] for line in found]
    parts = [
        _INTRODUCTION.format(
            callers=callers,
            share="" if callers == 10 else f", scaled to {callers} callers",
            days=" to ".join(dict.fromkeys((days[0], days[-1]))),
            low=min(loads),
            high=max(loads),
        ),
        _means(by_scenario),
        _ratios(by_scenario),
        _kept(by_scenario),
        *(_by_seed(name, runs) for name, runs in by_scenario.items()),
    ]
    return "\n\n".join(parts) + "\n"


def total(line: Line) -> float:
    """Both weeks together."""
    return sum(line["worth"])


def best_peer(runs: Mapping[str, list[Line]], week: int | None = None) -> tuple[str, float]:
    """The peer with the highest mean over the seeds; of one week where that is asked."""
    theirs = {
        policy: mean(total(line) if week is None else line["worth"][week] for line in lines)
        for policy, lines in runs.items()
        if policy not in {OURS, BOUND}
    }
    name = max(theirs, key=theirs.__getitem__)
    return name, theirs[name]


def _means(by_scenario: Mapping[str, Mapping[str, list[Line]]]) -> str:
    policies = list(dict.fromkeys(policy for runs in by_scenario.values() for policy in runs))
    rows = [
        [policy, *(_mean(runs.get(policy, [])) for runs in by_scenario.values())]
        for policy in policies
    ]
    return "## Qualified conversations to be expected\n\n" + _table(["order", *by_scenario], rows)


def _mean(lines: list[Line]) -> str:
    if not lines:
        return ""
    drawn = mean(line["drawn"] for line in lines)
    return f"{mean(map(total, lines)):.1f} ({drawn:.0f})"


def _ratios(by_scenario: Mapping[str, Mapping[str, list[Line]]]) -> str:
    rows = []
    for name, runs in by_scenario.items():
        if OURS not in runs or len(runs) == 1:
            continue
        ours = mean(map(total, runs[OURS]))
        peer, theirs = best_peer(runs)
        of_bound, of_peer = TARGETS.get(name, (None, None))
        second_peer, second = best_peer(runs, 1)
        ours_then = mean(line["worth"][1] for line in runs[OURS])
        rows.append(
            [
                name,
                _aimed(ours / mean(map(total, runs[BOUND])), of_bound) if BOUND in runs else "",
                f"{_aimed(ours / theirs, of_peer)}, {peer}",
                f"{ours / mean(map(total, runs[LISTED])):.2f}" if LISTED in runs else "",
                f"{ours_then / second:.2f}, {second_peer}",
            ]
        )
    heads = ["", "of the bound", "of the best peer", "of list order", "second week, of its best"]
    return "## How qualdesk stands to them\n\n" + _table(heads, rows)


def _aimed(value: float, aim: float | None) -> str:
    return f"{value:.3f}" if aim is None else f"{value:.3f} (aim {aim:.2f})"


def _kept(by_scenario: Mapping[str, Mapping[str, list[Line]]]) -> str:
    rows = []
    for name, runs in by_scenario.items():
        lines = runs.get(OURS, [])
        if not lines:
            continue
        broken = sum(sum(line["violations"].values()) for line in lines)
        promises, late = (sum(line[key] for line in lines) for key in ("promises", "late"))
        share = 1 - late / promises if promises else 1.0
        dials = sum(line["dials"] for line in lines)
        rows.append([name, f"{dials:,}", f"{broken}", f"{promises:,}", f"{share:.2%}"])
    heads = ["qualdesk", "dials", "rules broken", "call backs promised", "kept within 5 minutes"]
    return "## Rules and promises\n\n" + _table(heads, rows)


def _by_seed(name: str, runs: Mapping[str, list[Line]]) -> str:
    seeds = sorted({line["seed"] for lines in runs.values() for line in lines})
    rows = []
    for policy, lines in runs.items():
        of_seed = {line["seed"]: line for line in lines}
        rows.append([policy, *(_weeks(of_seed.get(seed)) for seed in seeds)])
    heads = ["first + second week", *(f"seed {seed}" for seed in seeds)]
    return f"## Seed by seed: {name}\n\n" + _table(heads, rows)


def _weeks(line: Line | None) -> str:
    return "" if line is None else " + ".join(f"{week:.0f}" for week in line["worth"])


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


_INTRODUCTION = """# What the order of calls is worth

Written by `benchmarks/queue_quality.py`; run on {days}, with the machine at a load of {low} to
{high} on its two cores (which moves no figure here but the time it took).

A simulated floor: {callers} callers, two weeks, six campaigns, 40,000, 8,000 or 2,500 leads
for ten callers{share}. Hidden people decide who answers when and who qualifies. What is true of
them is drawn anew for each seed around published figures, and the program is not told: it
starts from the beliefs it ships with, or from the same upside down, and learns from its own
calls. It is driven through its public door. The peers work the same floor under the same
hours, limits, rests and promises, and differ in the order alone. The bound is the same index
with the true chances of each kind of lead in place of beliefs; it knows no person.

Compared are qualified conversations to be expected: the sum, over all dials that were made, of
the true chance that this dial brings one. What was drawn stands in brackets: it is noisier."""
