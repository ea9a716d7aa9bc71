"""Sixty things a stranger could write into a form, and a server that counts who came to look."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MEGABYTE = 1024 * 1024


def payloads(server: str, file: str) -> tuple[str, ...]:
    """Sixty hostile texts; those that would load something point at ``server`` or ``file``."""
    return (
        *_rich(),
        *_loading(server, file),
        *_slow(),
        *_turning(),
        *_steering(),
        *_meaning_something(server),
        *_long(),
    )


def _rich() -> Sequence[str]:
    """Markup that a widget guessing rich text would show as such."""
    return (
        "<b>Ines</b> Fournier",
        "O'Neil & <i>Sons",
        "&lt;b&gt;not bold&lt;/b&gt;",
        "<h1>SALE</h1>",
        "<font color=red size=7>red</font>",
        "<span style='font-size:200px'>large</span>",
        "<p align=right>right</p>",
        "<!DOCTYPE html><html><body>page</body></html>",
        "<style>* { color: red }</style>styled",
        "<script>alert(1)</script>",
        "<a href='tel:+4930231250'>call me</a>",
        "<marquee>moves</marquee>",
        "<br><br><br><hr>",
        "# Heading **bold** _it_ [link](https://leads.example)",
        "]]><![CDATA[<b>x</b>]]>",
    )


def _loading(server: str, file: str) -> Sequence[str]:
    """What would read a file or ask the network."""
    return (
        f"<img src='{server}/lead.png' width=400 height=400>",
        f"<img src='file://{file}'>",
        f"<body background='{server}/ground.png'>x</body>",
        f"<link rel=stylesheet href='{server}/look.css'>",
        f"<iframe src='{server}/frame'></iframe>",
        f"<object data='{server}/thing'></object>",
        f"<div style='background:url({server}/back.png)'>x</div>",
        f"<style>@import url({server}/import.css);</style>x",
        f"![picture]({server}/mark.png)",
        "<img src='//files.example/share/x.png'>",
        "<img src=':/qt-project.org/styles/commonstyle/images/up-32.png'>",
        "<img src='data:image/svg+xml;base64,PHN2Zy8+'>",
    )


def _slow() -> Sequence[str]:
    """What takes a layout engine that believes it for minutes."""
    return (
        "<table border=1><tr><td>" * 30,
        "<ul><li>" * 200,
        "<div>" * 5000,
        "a\u0301" * 2000,
        "Z" + "\u0335\u0336\u0337\u0338" * 500,
    )


def _turning() -> Sequence[str]:
    """What turns the direction of reading, or hides letters."""
    return (
        "Ines\u202egpj.exe",
        "\u2067Ines\u2066 Fournier\u2069",
        "\u202a\u202b\u202d\u202ccall 112\u202c",
        "\u200f\u200eInes\u061c",
        "In\u00ades\u200b\u200c\u200dFournier\ufeff",
        "\u05d0\u05d1\u05d2 Ines 123 \u0627\u0628",
    )


def _steering() -> Sequence[str]:
    """Characters that steer a terminal, a line, or a field."""
    return (
        "\x1b[31mred\x1b[0m",
        "Ines\x00Fournier",
        "line one\nline two\r\nline three\rline four",
        "\t\tInes\t\x0b\x0cFournier",
        "\x07\x08\x7f\x9b2J",
        "Ines\u2028Fournier\u2029Lyon",
        "\ud800Ines\udfff".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        "&Ines && &Fournier",
    )


def _meaning_something(server: str) -> Sequence[str]:
    """What is a command in another place: a template, a sheet, a query, a path, a link."""
    return (
        "{{lead.name}} {{caller.name|x}}",
        "{0} {} {name!r} %s %n %(x)s",
        "{l.__init__.__globals__}",
        "${7*7} #{7*7} {%raw%}",
        f'=HYPERLINK("{server}/sheet","click")',
        "=cmd|' /C calc'!A0",
        "+SUM(1+1)*cmd",
        "@SUM(A1)",
        "'; DROP TABLE lead; --",
        "../../../../etc/hostname",
        "javascript:alert(1)",
    )


def _long() -> Sequence[str]:
    """More than anything has room for."""
    return (
        "W" * 5000,
        "Ines Fournier " * (MEGABYTE // 14),
        "\u0627" * 40_000,
    )


@dataclass
class Server:
    """A server on this machine that nobody is to ask for anything."""

    address: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def counting_server() -> Iterator[Server]:
    """Runs it meanwhile; what it was asked for stands in ``asked``."""
    asked: list[str] = []

    class Counting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Counting) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{server.server_port}", asked)
        finally:
            server.shutdown()
            thread.join()
