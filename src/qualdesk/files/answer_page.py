"""The page on which a salesperson answers in a browser: one file, nothing loaded, nothing sent."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape

from qualdesk.core.amounts import CURRENCIES
from qualdesk.core.handoff import HandoffItem, Package, full_day
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import english
from qualdesk.files.answer_form import SENDS_BACK, TAKES
from qualdesk.resources import shipped

FORMAT = 1
"""What a page says of the form its answers are kept in."""
BLOCK = "answers"
"""The id of the part of the page in which the answers stand, as JSON."""
ANSWERED = ("takes", "reason", "opportunity", "amount", "currency", "note")
"""What a salesperson fills in for a lead, by the names it is kept under in the page."""


@english()
def answer_page(package: Package) -> bytes:
    """The page in UTF-8, for the leads of ``package``: those of one person, or of a whole batch.

    It works opened from a file, without a network. Whatever is answered is written into the page
    itself at once; its button saves the page with the answers, to be mailed back. The only
    script that may run in it is ours, known to the browser by its fingerprint; what people wrote
    is data there, and shown as text.
    """
    title = _say(package.title)
    by = f"Answer by {full_day(package.answer_by)}."
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Answers: {title}</title>\n<style>{_shipped('answers.css')}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="soft">For {_say(package.receiver)}. {by}</p>\n'
        "<p>Say for each lead whether you take it or send it back. Then save, and mail the saved "
        "file to us.</p>\n"
        "<noscript><p><strong>This page needs JavaScript. Answer in answers.xlsx instead."
        "</strong></p></noscript>\n"
        f'<form id="leads" autocomplete="off"></form>\n</main>\n{_FOOTER}{_LEAD}'
        f'<script type="application/json" id="{BLOCK}">{_data(package)}</script>\n'
        f"<script>{_shipped('answers.js')}</script></body></html>"
    ).encode()


def _data(package: Package) -> str:
    """What the page knows, and where its answers stand. Nothing in it can end the script."""
    people = [one.name for one in package.receivers]
    name = f"{package.title}, {', '.join(people)}, answered"
    said = {
        "format": FORMAT,
        "batch_id": package.batch_id,
        "batch": package.title,
        "receivers": people,
        "reasons": list(package.reasons),
        "currencies": list(CURRENCIES),
        "save_as": f"{_NOT_IN_NAMES.sub(' ', without_tricks(name))[:100].strip()}.html",
        "leads": [_lead(item) for item in package.items],
    }
    return json.dumps(said, ensure_ascii=True).replace("<", "\\u003c")


def _lead(item: HandoffItem) -> dict[str, str]:
    brief = item.brief
    shown = {"name": brief.name, "company": brief.subtitle, "line": brief.in_one_line}
    return {
        "id": item.id,
        **{name: without_tricks(text).strip() for name, text in shown.items()},
        **dict.fromkeys(ANSWERED, ""),
    }


def _policy() -> str:
    style, script = (_fingerprint(_shipped(name)) for name in ("answers.css", "answers.js"))
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        "base-uri 'none'; form-action 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _shipped(name: str) -> str:
    return shipped("handoff", name).read_text(encoding="utf-8")


def _say(text: str) -> str:
    return escape(without_tricks(text).strip())


_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
_FOOTER = """<footer><div>
<p id="count" role="status"></p>
<progress id="done" value="0" max="1" aria-label="Answered"></progress>
<p id="says" role="alert"></p>
<button id="save" type="button">Save answers</button>
</div></footer>
"""
_LEAD = f"""<template id="lead"><fieldset>
<legend></legend>
<p class="company soft"></p>
<p class="line"></p>
<div class="choice">
<label><input type="radio" value=""> Not yet</label>
<label><input type="radio" value="{TAKES}"> Take it</label>
<label><input type="radio" value="{SENDS_BACK}"> Send it back</label>
</div>
<div class="more">
<label class="wide">Reason <select data-field="reason"></select></label>
<label>Opportunity ID <input type="text" data-field="opportunity" maxlength="200"></label>
<label>Amount <input type="text" data-field="amount" inputmode="decimal" maxlength="40"></label>
<label>Currency <select data-field="currency"></select></label>
<label class="wide">Note <textarea data-field="note" rows="2" maxlength="4000"></textarea></label>
</div>
<p class="fault" role="alert"></p>
</fieldset></template>
"""
