"""The weekly digest as a page for any browser, and as a table."""

from functools import cache
from html import escape

from qualdesk.core.digest import Digest, Need, Objection, Saying
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import english
from qualdesk.resources import shipped

HEADINGS = ("Week", "Campaigns", "Part", "Question or reason", "People", "Kind", "Says", "Times")
"""Part is "need" or "objection"; Kind is "all", "chosen", "said" or "does not know"."""


@english()
def digest_page(digest: Digest) -> bytes:
    """The digest in UTF-8, whole; a page opened from a file loads nothing at all.

    What people said is text, whatever it looks like.
    """
    body = "".join(
        (
            f"<header><div><h1>{_say(digest.week.label)}</h1>",
            f"<p>{_say(', '.join(digest.campaigns))}</p>",
            f'<p class="small">{_conversations(digest)}</p></div></header>\n',
            _section("What people need", "".join(map(_need, digest.needs))),
            _section("Why people said no, or not now", "".join(map(_objection, digest.objections))),
            "" if not digest.is_empty else "<section><p>Nobody said anything.</p></section>\n",
            f"<footer>{_FOOTER}</footer>",
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>What people said: {_say(digest.week.label)}</title>\n"
        f"<style>\n{_style()}{_OWN_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    ).encode()


@english()
def digest_rows(digest: Digest) -> list[list[str]]:
    """The digest as rows under :data:`HEADINGS`, in the order of the page."""
    head = [digest.week.code, ", ".join(digest.campaigns)]
    rows: list[list[str]] = []
    for need in digest.needs:
        part = [*head, "need", need.asked, str(need.people)]
        rows.append([*part, "all", "", str(need.people)])
        rows += [[*part, "chosen", one.says, str(one.count)] for one in need.chosen]
        rows += [[*part, "said", one.says, str(one.count)] for one in need.said]
        if need.does_not_know:
            rows.append([*part, "does not know", "", str(need.does_not_know)])
    for objection in digest.objections:
        reason = _reason(objection)
        part = [*head, "objection", reason, str(objection.people)]
        rows.append([*part, "all", "", str(objection.people)])
        rows += [[*part, "said", one.says, str(one.count)] for one in objection.said]
    return rows


def _need(need: Need) -> str:
    counts = "".join(f"<dt>{one.count}</dt><dd>{_say(one.says)}</dd>" for one in need.chosen)
    if need.does_not_know:
        counts += f"<dt>{need.does_not_know}</dt><dd>Do not know</dd>"
    answered = "1 answer" if need.people == 1 else f"{need.people} answers"
    return (
        f'<h3>{_say(need.asked)} <span class="small">{answered}</span></h3>'
        f"{f'<dl>{counts}</dl>' if counts else ''}{_quotes(need.said, need.more)}"
    )


def _objection(objection: Objection) -> str:
    people = "1 person" if objection.people == 1 else f"{objection.people} people"
    return (
        f'<h3>{_say(_reason(objection))} <span class="small">{people}</span></h3>'
        f"{_quotes(objection.said, objection.more)}"
    )


def _reason(objection: Objection) -> str:
    if not objection.reason or objection.reason == objection.outcome:
        return objection.outcome
    return f"{objection.outcome}: {objection.reason}"


def _quotes(said: tuple[Saying, ...], more: int) -> str:
    quotes = "".join(
        f"<blockquote>“{_say(one.says)}”{f' <b>x {one.count}</b>' if one.count > 1 else ''}"
        "</blockquote>"
        for one in said
    )
    return quotes + (f'<p class="small">And {more} more.</p>' if more else "")


def _conversations(digest: Digest) -> str:
    many = (
        "1 conversation" if digest.conversations == 1 else f"{digest.conversations} conversations"
    )
    return f"{many} in that week"


def _section(title: str, body: str) -> str:
    return f"<section><h2>{title}</h2>{body}</section>\n" if body else ""


def _say(text: str) -> str:
    return escape(without_tricks(text).strip())


@cache
def _style() -> str:
    return shipped("handoff", "brief.css").read_text(encoding="utf-8")


_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_OWN_STYLE = (
    "h3 { margin: .8rem 0 .2rem; font-size: 1rem; font-weight: 600; }\n"
    "dl { grid-template-columns: 3rem 1fr; }\ndt { text-align: right; }\n"
)
_FOOTER = (
    "Names, numbers and addresses of everybody the desk knows are left out. Read it once before "
    "you send it on: a name that stands nowhere else cannot be recognised."
)
