"""Gathers the texts the window shows into resources/languages, and says what is untranslated.

Without arguments it gathers, keeps what is translated and makes the files the window loads.
"""

import argparse
import ast
import json
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import PySide6
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "languages"
LANGUAGES = ("de",)
CONTEXT = "qualdesk"


class Text(NamedTuple):
    """One text to translate; ``one`` is its form for a single thing, where it counts."""

    many: str
    about: str = ""
    one: str = ""


class Missing(Exception):
    """A text that cannot be gathered, because it is not written out where it is given."""


@cache
def gathered() -> dict[Text, str]:
    """Every text of the program, with the first file it stands in."""
    found: dict[tuple[str, str], tuple[Text, str]] = {}
    for text, where in _of_program():
        known, there = found.setdefault((text.many, text.about), (text, where))
        if bool(known.one) != bool(text.one):
            raise Missing(f"{where}: counted in one place, and not in {there}: {text.many!r}")
    return dict(found.values())


def _of_program() -> Iterator[tuple[Text, str]]:
    for path in sorted((ROOT / "src" / "qualdesk").rglob("*.py")):
        where = path.relative_to(ROOT / "src" / "qualdesk").as_posix()
        for text in _of_module(ast.parse(path.read_text(encoding="utf-8")), where):
            yield text, where
    for says, where in _of_data():
        yield Text(says), where


def _of_module(tree: ast.Module, where: str) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, where)
        elif isinstance(node, ast.ClassDef) and where == "core/errors.py" and node.bases:
            yield Text((ast.get_docstring(node, clean=False) or "").strip())


def _of_call(node: ast.Call, where: str) -> Iterator[Text]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name not in {"tr", "tr_n", "tr_later", "counted"}:
        return
    about = next((_literal(each.value) for each in node.keywords if each.arg == "about"), "") or ""
    given = [_literal(argument) for argument in node.args]
    match name, given:
        case "tr_n", [_, str(one), str(many)]:
            yield Text(many, about, one)
        case "counted", [_, str(one)]:
            yield Text(f"{{n:,}} {one}s", "", f"{{n:,}} {one}")
        case "counted", [_, str(one), str(many)]:
            yield Text(f"{{n:,}} {many}", "", f"{{n:,}} {one}")
        case "tr" | "tr_later", [str(text)]:
            yield Text(text, about)
        case "counted", _:
            return
        case "tr" | "tr_n", _ if not any(isinstance(each, ast.JoinedStr) for each in node.args):
            return
        case _:
            raise Missing(f"{where}:{node.lineno}: {name} takes texts that are written out")


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _of_data() -> Iterator[tuple[str, str]]:
    resources = ROOT / "resources"
    for each in json.loads((resources / "theme" / "shortcuts.json").read_text(encoding="utf-8")):
        yield each["does"], "resources/theme/shortcuts.json"
    for kind in ("outcome", "skip"):
        held = tomllib.loads((resources / f"{kind}s.toml").read_text(encoding="utf-8"))
        for each in held[kind]:
            for text in (each["label"], *each.get("reasons", ())):
                yield text, f"resources/{kind}s.toml"
    for path in sorted((resources / "rules").glob("*.toml")):
        for each in tomllib.loads(path.read_text(encoding="utf-8"))["rule_set"]:
            for text in filter(None, (each["name"], each.get("notes"))):
                yield text, "resources/rules"
    for path in sorted((resources / "crm").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for text in filter(None, (table["name"], table.get("says"))):
            yield text, "resources/crm"


def translated(code: str) -> dict[tuple[str, str], list[str]]:
    """The translations there are: by English text and what it is about, one or more forms."""
    path = FOLDER / f"qualdesk_{code}.ts"
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        held = message.find("translation")
        if held is None or held.get("type") == "unfinished":
            continue
        forms = [form.text or "" for form in held.iter("numerusform")] or [held.text or ""]
        found[message.findtext("source") or "", message.findtext("comment") or ""] = forms
    return found


def written(code: str, texts: dict[Text, str], known: dict[tuple[str, str], list[str]]) -> str:
    """The file for Qt's tools, in a steady order."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(texts):
        counts = {"numerus": "yes"} if text.one else {}
        message = ET.SubElement(context, "message", counts)
        ET.SubElement(message, "source").text = text.many
        if text.about:
            ET.SubElement(message, "comment").text = text.about
        if text.one:
            ET.SubElement(message, "extracomment").text = f"One: {text.one}"
        forms = known.get((text.many, text.about), [])
        held = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if text.one:
            for form in forms or ["", ""]:
                ET.SubElement(held, "numerusform").text = form
        elif forms:
            held.text = forms[0]
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return f"{head}{ET.tostring(root, encoding='unicode')}\n"


def compiled(code: str, into: Path) -> None:
    """Make the file the window loads, with Qt's own tool."""
    tool = Path(PySide6.__file__).parent / "lrelease"
    source, made = FOLDER / f"qualdesk_{code}.ts", into.with_suffix(".made")
    subprocess.run(  # noqa: S603 - Qt's tool on our own files
        [str(tool), "-silent", str(source), "-qm", str(made)], check=True
    )
    # Put in its place whole: a window that has the old one open reads it straight from the disk.
    made.replace(into)


def take(code: str, path: Path) -> None:
    """Add translations: {"English": "translation" or [one, many]}; "English|about" where so."""
    texts, known = gathered(), translated(code)
    keys = {(f"{t.many}|{t.about}" if t.about else t.many): t for t in texts}
    for key, value in json.loads(path.read_text(encoding="utf-8")).items():
        if key not in keys:
            print(f"not a text of the program: {key!r}", file=sys.stderr)
        elif value:
            text = keys[key]
            forms = [value] if isinstance(value, str) else list(value)
            known[text.many, text.about] = forms * 2 if text.one and len(forms) == 1 else forms
    _save(code, texts, known)


def _save(code: str, texts: dict[Text, str], known: dict[tuple[str, str], list[str]]) -> None:
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"qualdesk_{code}.ts"
    path.write_text(written(code, texts, known), encoding="utf-8")
    compiled(code, FOLDER / f"qualdesk_{code}.qm")


def still_open(code: str) -> dict[Text, str]:
    """The texts without a translation, with where they stand."""
    known = translated(code)
    return {
        text: where for text, where in gathered().items() if (text.many, text.about) not in known
    }


def check(code: str) -> list[str]:
    """What is missing, wrong or stale, a line each."""
    texts, known = gathered(), translated(code)
    lines = []
    for text, where in texts.items():
        forms = known.get((text.many, text.about))
        if forms is None:
            lines.append(f"{code}: not translated: {text.many} ({where})")
        else:
            lines += [f"{code}: {what}: {text.many} ({where})" for what in wrong(text, forms)]
    kept = (FOLDER / f"qualdesk_{code}.ts").read_text(encoding="utf-8")
    if kept != written(code, texts, known) or stale(code, known):
        lines.append(f"{code}: run .ci/languages.py: its files no longer match the program")
    return lines


def wrong(text: Text, forms: list[str]) -> Iterator[str]:
    """What is wrong with a translation: its forms, the places in it, how it ends."""
    if len(forms) != (2 if text.one else 1):
        yield "another number of forms"
    # “One lead” may stand where English counts “1 lead”.
    may_lack = {"n"} if text.one else set()
    for form in forms:
        if _places(text.many) - _places(form) > may_lack or _places(form) - _places(text.many):
            yield "its places are others"
        # “min” may be “Min.”: a short word with its point is no sentence.
        is_sentence = form.endswith(".") and len(form.split()[-1]) > len("Sept.")
        if is_sentence and not text.many.endswith((".", ".)", "…")):
            yield "ends otherwise"


def _places(text: str) -> set[str]:
    """The names of the places of a text; its braces as they are where they make no sense."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set(text) & {"{", "}"}


def stale(code: str, known: dict[tuple[str, str], list[str]]) -> bool:
    """Whether the file the window loads says anything else than the one people translate."""
    made = QTranslator()
    if not made.load(str(FOLDER / f"qualdesk_{code}.qm")):
        return True
    return any(
        made.translate(CONTEXT, text, about or None, count) != form
        for (text, about), forms in known.items()
        for count, form in (enumerate(forms, start=1) if len(forms) > 1 else [(-1, forms[0])])
    )


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 when incomplete")
    parser.add_argument("--take", type=Path, help="take translations: JSON, English to translation")
    parser.add_argument("--open", type=Path, help="write what is untranslated, as JSON")
    parser.add_argument("--language", metavar="CODE", help="this one alone, as fr; default: all")
    asked = parser.parse_args()
    codes = (asked.language,) if asked.language else LANGUAGES
    if asked.take and len(codes) > 1:
        parser.error("say which language these translations are in: --language CODE")
    for code in codes:
        if asked.check:
            lines = check(code)
            print("\n".join(lines) or f"{code}: complete")
            if lines:
                return 1
        elif asked.take:
            take(code, asked.take)
        elif asked.open:
            rows = [
                {"english": f"{t.many}|{t.about}" if t.about else t.many, "one": t.one, "in": where}
                for t, where in still_open(code).items()
            ]
            asked.open.write_text(json.dumps(rows, indent=0, ensure_ascii=False), encoding="utf-8")
        else:
            _save(code, gathered(), translated(code))
            print(f"{code}: {len(still_open(code))} of {len(gathered())} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
