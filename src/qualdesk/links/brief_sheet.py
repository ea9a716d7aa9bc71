"""A brief as the words and boxes of one sheet of paper, held to a length that fits it."""

import json
from functools import cache
from html import escape
from typing import Any

from qualdesk.core.handoff import Brief, Evidence, Named, Standing
from qualdesk.core.plain_text import shortened, unquoted, without_tricks
from qualdesk.resources import shipped


class Sheet:
    """The brief as HTML, every value escaped, every text and list held to a length."""

    def __init__(self, points: float, letters: int, entries: int) -> None:
        self._points = points
        self._letters = letters
        self._entries = entries
        self._is_cut = False

    def html(self, brief: Brief, receiver: str) -> str:
        """The whole page, in the order sales reads it."""
        parts = [
            self._heading(brief, receiver),
            self._one_line(brief.in_one_line),
            self._section("Why this is a qualified lead", self._why(brief.why)),
            self._section("What they said", self._said(brief.said)),
            self._section("Do next", self._do_next(brief.do_next)),
            self._section("Where it comes from", self._text(brief.comes_from.says)),
            self._section("Also named", self._named(brief.also_named)),
            self._section("Note from the caller", self._text(brief.note)),
            self._section("Why they may be called", self._text(brief.permission)),
        ]
        if self._is_cut:
            parts.append(
                self._small("Shortened to one page. The whole text is in leads.jsonl.", "text3")
            )
        return "".join(parts)

    def _heading(self, brief: Brief, receiver: str) -> str:
        reach = " · ".join((*brief.phones[:4], *brief.emails[:3]))
        left = [
            self._small(f"Brief for {receiver}", "text3") if receiver else "",
            self._name(brief.name),
            self._small(brief.subtitle, "text2"),
            self._small(reach, "text"),
        ]
        right = ""
        if brief.points is not None:
            needed = (
                f"points, {brief.threshold} needed" if brief.threshold is not None else "points"
            )
            right = (
                f'<p align="right" style="{_FLUSH} font-size:{self._points * 2:.1f}pt; '
                f'font-weight:600; color:{ink("accent_text")}">{brief.points}</p>'
                f'<p align="right" style="{_FLUSH} font-size:{self._points * 0.85:.1f}pt; '
                f'color:{ink("text3")}">{needed}</p>'
            )
        return (
            f'<table width="100%" cellpadding="0" cellspacing="0"><tr><td width="76%">'
            f"{''.join(left)}</td><td>{right}</td></tr></table>"
        )

    def _name(self, name: str) -> str:
        size = f"font-size:{self._points * 1.8:.1f}pt"
        return f'<p style="{_FLUSH} {size}; font-weight:600">{self._say(name, 120)}</p>'

    def _one_line(self, text: str) -> str:
        if not text:
            return ""
        return _gap(10) + _box(
            "accent_soft",
            f'<p style="{_FLUSH} font-size:{self._points * 0.85:.1f}pt; '
            f'color:{ink("accent_text")}">In one line</p>'
            f'<p style="{_FLUSH} font-size:{self._points * 1.15:.1f}pt; font-weight:500">'
            f"{self._say(text)}</p>",
        )

    def _section(self, title: str, body: str) -> str:
        if not body:
            return ""
        return f'<p style="margin:11px 0 3px 0; font-weight:600">{escape(title)}</p>{body}'

    def _why(self, why: tuple[Evidence, ...]) -> str:
        rows = []
        for proof in self._first(why):
            mark, colour = _MARKS[proof.standing]
            plain = proof.says or proof.standing.label
            said = plain if proof.standing is Standing.MET else f"{proof.standing.label}. {plain}"
            said = proof.standing.label if plain == proof.standing.label else said
            rows.append(
                f'<tr><td width="4%" style="color:{ink(colour)}">{mark}</td>'
                f'<td width="28%" style="color:{ink("text2")}">'
                f"{self._say(proof.label, 80)}</td><td>{self._say(said)}</td></tr>"
            )
        return _table(rows)

    def _said(self, said: tuple[str, ...]) -> str:
        quotes = "<br/>".join(f"“{self._say(unquoted(words))}”" for words in self._first(said))
        return _box("sunken", f'<p style="{_FLUSH}">{quotes}</p>', edge="accent") if quotes else ""

    def _do_next(self, steps: tuple[str, ...]) -> str:
        return _table(
            [
                f'<tr><td width="4%" style="color:{ink("accent_text")}">→</td>'
                f"<td>{self._say(step)}</td></tr>"
                for step in self._first(steps)
            ]
        )

    def _named(self, named: tuple[Named, ...]) -> str:
        rows = []
        for person in self._first(named):
            who = ", ".join(part for part in (person.name, person.title) if part)
            reach = " · ".join(part for part in (person.phone, person.email) if part)
            rows.append(
                f'<tr><td width="60%">{self._say(who, 160)}</td>'
                f'<td align="right" style="color:{ink("text2")}">'
                f"{self._say(reach, 120)}</td></tr>"
            )
        return _table(rows)

    def _text(self, text: str) -> str:
        if not text:
            return ""
        return f'<p style="{_FLUSH} color:{ink("text2")}">{self._say(text)}</p>'

    def _small(self, text: str, colour: str) -> str:
        if not text:
            return ""
        return (
            f'<p style="margin:2px 0 0 0; font-size:{self._points * 0.9:.1f}pt; '
            f'color:{ink(colour)}">{self._say(text, 300)}</p>'
        )

    def _first(self, things: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(things) > self._entries:
            self._is_cut = True
        return things[: self._entries]

    def _say(self, text: str, at_most: int = 100_000) -> str:
        """The text as HTML that says exactly the text, cut with "..." where it is too long."""
        plain = without_tricks(text).strip()
        if self._letters < _ROOM_FOR_LINES:
            plain = " ".join(plain.split())
        short = shortened(plain, min(at_most, self._letters))
        self._is_cut = self._is_cut or short != plain
        return escape(short).replace("\n", "<br/>")


def _box(fill: str, body: str, edge: str = "") -> str:
    bar = f'<td width="3" bgcolor="{ink(edge)}"></td>' if edge else ""
    return (
        f'<table width="100%" cellpadding="0" cellspacing="0"><tr>{bar}'
        f'<td bgcolor="{ink(fill)}" style="padding:8px 10px">{body}</td></tr></table>'
    )


def _table(rows: list[str]) -> str:
    if not rows:
        return ""
    return f'<table width="100%" cellpadding="1" cellspacing="0">{"".join(rows)}</table>'


def _gap(pixels: int) -> str:
    return f'<p style="margin:0; font-size:1pt; line-height:{pixels}px">&nbsp;</p>'


@cache
def ink(role: str) -> str:
    """A colour of the light look: paper is white whatever the window wears."""
    tokens = json.loads(shipped("theme", "tokens.json").read_text(encoding="utf-8"))
    return str(tokens["light"][role])


_FLUSH = "margin:0;"
_MARKS = {
    Standing.MET: ("✓", "ok"),
    Standing.NOT_MET: ("✗", "bad"),
    Standing.NOT_KNOWN: ("○", "warn"),
    Standing.NOT_ASKED: ("○", "text3"),
}
_ROOM_FOR_LINES = 1200
