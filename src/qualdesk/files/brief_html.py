"""One lead's brief as a page of its own for any browser: one file, nothing loaded, no script."""

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from urllib.parse import quote

from qualdesk.core.handoff import Brief, Evidence, HandoffItem, Named, Standing
from qualdesk.core.plain_text import unquoted, without_tricks
from qualdesk.core.wording import english
from qualdesk.resources import shipped


@english()
def brief_page(item: HandoffItem, *, footer: str = "") -> bytes:
    """The brief in UTF-8, whole: nothing is cut, and it prints on paper as on a screen.

    What people wrote is text, whatever it looks like. The only links are to numbers and
    addresses that were read as such; a page opened from a file loads nothing at all.
    """
    brief = item.brief
    body = "".join(
        (
            _heading(item),
            _box("In one line", brief.in_one_line),
            _section("Why this is a qualified lead", _why(brief.why)),
            _section("What they said", _quotes(brief.said)),
            _section("Do next", _list(brief.do_next)),
            _section("Where it comes from", _paragraph(brief.comes_from.says)),
            _section("Also named", _list(_person(one) for one in brief.also_named)),
            _section("Note from the caller", _paragraph(brief.note)),
            _section("Why they may be called", _paragraph(brief.permission)),
            f"<footer>{_say(footer)}</footer>" if footer else "",
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Brief: {_say(brief.name)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    ).encode()


def _heading(item: HandoffItem) -> str:
    brief = item.brief
    receiver = item.receiver.name
    parts = [
        f'<p class="small">Brief for {_say(receiver)}</p>' if receiver else "",
        f"<h1>{_say(brief.name)}</h1>",
        f"<p>{_say(brief.subtitle)}</p>" if brief.subtitle else "",
        f"<p>{_reach(item)}</p>",
    ]
    return f"<header>\n<div>{''.join(parts)}</div>\n{_points(brief)}</header>\n"


def _points(brief: Brief) -> str:
    if brief.points is None:
        return ""
    needed = "points" if brief.threshold is None else f"points, {brief.threshold} needed"
    return f'<p class="points small"><b>{brief.points}</b>{needed}</p>\n'


def _reach(item: HandoffItem) -> str:
    """Numbers and addresses, each a link where it is surely what it looks like."""
    said = list(item.brief.phones)
    phones = item.lead.contact.dialable
    links = [
        f'<a href="tel:{phone.e164}">{_say(words)}</a>'
        if _NUMBER.fullmatch(phone.e164)
        else _say(words)
        for phone, words in zip(phones, said, strict=False)
    ]
    links += [_say(words) for words in said[len(links) :]]
    links += [_mail(email) for email in item.brief.emails]
    return " · ".join(links)


def _mail(email: str) -> str:
    plain = without_tricks(email).strip()
    return f'<a href="mailto:{escape(quote(plain, safe="@"))}">{escape(plain)}</a>'


def _why(why: Iterable[Evidence]) -> str:
    rows = []
    for proof in why:
        parts = [] if proof.standing is Standing.MET and proof.says else [proof.standing.label]
        says = ". ".join([*parts, *([proof.says] if proof.says else [])])
        mark = _MARKS[proof.standing]
        rows.append(f"<dt>{mark} {_say(proof.label)}</dt><dd>{_say(says)}</dd>")
    return f"<dl>{''.join(rows)}</dl>" if rows else ""


def _quotes(said: Iterable[str]) -> str:
    return "".join(f"<blockquote>“{_say(unquoted(words))}”</blockquote>" for words in said)


def _list(lines: Iterable[str]) -> str:
    rows = "".join(f"<li>{_say(line)}</li>" for line in lines)
    return f"<ul>{rows}</ul>" if rows else ""


def _person(one: Named) -> str:
    who = ", ".join(part for part in (one.name, one.title) if part)
    return " · ".join(part for part in (who, one.phone, one.email) if part)


def _box(title: str, text: str) -> str:
    if not text:
        return ""
    return f'<div class="line"><p class="small">{title}</p><p>{_say(text)}</p></div>\n'


def _section(title: str, body: str) -> str:
    return f"<section><h2>{title}</h2>{body}</section>\n" if body else ""


def _paragraph(text: str) -> str:
    return f"<p>{_say(text)}</p>" if text.strip() else ""


def _say(text: str) -> str:
    return escape(without_tricks(text).strip())


@cache
def _style() -> str:
    return shipped("handoff", "brief.css").read_text(encoding="utf-8")


_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_NUMBER = re.compile(r"\+\d{7,15}")
_MARKS = {
    Standing.MET: "✓",
    Standing.NOT_MET: "✗",
    Standing.NOT_KNOWN: "○",
    Standing.NOT_ASKED: "○",
}
