"""What a list could hold, made up for tests of the window: groups, rows before and after."""

from typing import Any

from qualdesk.core.list_checks import CheckedRow, CheckGroup, Offer, Option, RowTone, Section
from qualdesk.core.list_choices import LEAVE_OUT, RowMend

NAMES = (
    (41, "Sabine Kröger", "Molkerei Aller", "040 66969 118", "+49 40 66969 118"),
    (77, "Jonas Reuter", "Backhaus Reuter", "030 23125 417", "+49 30 23125 417"),
    (102, "Emily Sharp", "Avonbrook Dairy", "020 7946 0342", "+49 20 79460342"),
    (158, "Nadine Vogt", "Tiefkühl Vogt", "069 90009 286", "+49 69 90009 286"),
    (203, "Oliver Brandl", "Alpenkost", "089 99998 530", "+49 89 99998 530"),
    (266, "Meike Janssen", "Fisch Janssen", "040 66969 672", "+49 40 66969 672"),
    (311, "Ralf Simon", "Simon Convenience", "12345", "too short"),
    (390, "Tanja Wirth", "Rheinmarkt", "0221 4710 193", "+49 221 4710 193"),
    (512, "Kai Lorenz", "Nordfang", "040 66969 905", "+49 40 66969 905"),
)
HOSTILE = '<b>Ines</b> =HYPERLINK("x") \u202egnp.exe'


def row(number: int, name: str, company: str, before: str, after: str, **more: Any) -> CheckedRow:
    values: dict[str, Any] = {"result": "Ready", "tone": RowTone.READY, **more}
    return CheckedRow(
        number=number, name=name, company=company, before=before, after=after, **values
    )


def country_rows() -> tuple[CheckedRow, ...]:
    odd: dict[int, dict[str, Any]] = {
        102: {
            "result": "Looks British.",
            "tone": RowTone.LOOK,
            "offers": (
                Offer(says="Use +44", mend=RowMend(region="GB")),
                Offer(says="Edit", heading="Phone"),
            ),
        },
        311: {
            "result": "Left out.",
            "tone": RowTone.OUT,
            "offers": (Offer(says="Edit", heading="Phone"),),
        },
    }
    return tuple(row(*each, **odd.get(each[0], {})) for each in NAMES)


def country(answer: str = "") -> CheckGroup:
    return CheckGroup(
        id="country",
        section=Section.ASKS,
        title="Country not clear",
        says="9 numbers without a country",
        count=9,
        heading="9 numbers could belong to more than one country",
        explains="These rows have no country, and the number does not start with +. "
        "Choose once for all nine. You can still change a single row below.",
        options=(
            Option(
                id="DE",
                title="Treat them as Germany, +49",
                says="7 of 9 become valid numbers. 8 in 10 people in this file are in Germany.",
                is_suggested=True,
            ),
            Option(
                id="another",
                title="Treat them as another country",
                says="You pick the country next.",
                wants="country",
            ),
            Option(
                id=LEAVE_OUT,
                title="Leave these 9 out",
                says="They are saved to a file, so you can mend them later.",
            ),
        ),
        answer=answer,
        default="DE",
        rows=country_rows(),
    )


def same_person(answer: str = "as_one") -> CheckGroup:
    return CheckGroup(
        id="same_person",
        section=Section.ASKS,
        title="Same person twice",
        says="6 pairs, newest kept",
        count=12,
        heading="6 people could stand in this list twice",
        explains="Name and company are nearly the same, the numbers are not.",
        options=(
            Option(id="keep_both", title="Keep both", says="Each row becomes a lead of its own."),
            Option(id="as_one", title="Make one of each pair", says="Nothing of either is lost."),
        ),
        answer=answer,
        default="keep_both",
        rows=country_rows()[:2],
    )


def plain(ident: str, section: Section, title: str, says: str, count: int) -> CheckGroup:
    return CheckGroup(
        id=ident,
        section=section,
        title=title,
        says=says,
        count=count,
        heading=f"{title}: {count}",
        explains="Nothing has to be done.",
        rows=country_rows()[:4],
    )


def drawn_groups() -> tuple[CheckGroup, ...]:
    """The groups of the drawing."""
    fixed, out, know = Section.FIXED, Section.LEFT_OUT, Section.KNOW
    return (
        country(),
        same_person(),
        plain("number", fixed, "Numbers in one form", "040 66969 118 to +49 40 66969 118", 588),
        plain("name", fixed, "Names tidied", "KRÖGER SABINE to Sabine Kröger", 34),
        plain("date", fixed, "Dates read as day, month", "11.03.26 is 11 March 2026", 646),
        plain("do_not_call", out, "On the do-not-call list", "Always left out", 4),
        plain("no_reach", out, "No phone and no e-mail", "Nothing to reach them with", 2),
        plain("known", know, "Already in qualdesk", "Updated, their answers are kept", 21),
        plain("giveaway", know, "Came only for the giveaway", "Imported, ranked last", 91),
    )
