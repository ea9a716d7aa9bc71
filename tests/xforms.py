"""What other programs make of a form: its conditions, in XPath 1.0 as XForms means it.

The evaluator is elementpath, which shares nothing with the product. What XForms adds to XPath
(``selected``, and that dates are compared as such) is said in the XPath it stands for, after the
ODK specification.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import elementpath
from elementpath import XPath1Parser
from pyxform.xls2xform import convert

from qualdesk.core.conditions import AnswerValue

_XF = "{http://www.w3.org/2002/xforms}"
_NODE = r"(/data[\w/]*)"


def form_holds(condition: str, root: ET.Element) -> bool:
    """Whether a condition over nodes such as ``/data/need`` holds; one not answered is empty."""
    # What XPath 1.0 says of a node beside a number; the evaluator fails on an empty one.
    text = re.sub(rf"{_NODE}\s+([<>!]?=|[<>]) (-?[\d.]+)", r"number(\1) \2 \3", condition)
    # A node bound as a date counts in days where it is compared with one.
    text = re.sub(rf"{_NODE}\s+([<>]) date\('([^']+)'\)", _in_days, text)
    text = re.sub(rf"selected\(\s*{_NODE}\s*, ('[^']*')\)", _contains, text)
    answer = elementpath.select(root, f"boolean({text})", parser=XPath1Parser)
    assert isinstance(answer, bool)
    return answer


def as_text(value: AnswerValue) -> str:
    """A value as a form's node holds it."""
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    if isinstance(value, float):
        return format(value, "f")
    return "" if value is None else str(value)


class Form:
    """A workbook as pyxform turns it into a form, and what the form asks.

    Attributes:
        binds: what the form says of each node, by its path, in the order of the form.
    """

    def __init__(self, workbook: Path) -> None:
        made = convert(xlsform=workbook, validate=False).xform
        binds = ET.fromstring(made).iter(_XF + "bind")  # noqa: S314 - it was made just now
        self.binds = {
            path: bind
            for bind in binds
            if not (path := bind.get("nodeset", "")).startswith("/data/meta")
        }

    def asked(self, answers: dict[str, AnswerValue]) -> list[str]:
        """What is shown, in order, to somebody who answers so; what is hidden stays empty."""
        data = ET.Element("data")
        nodes = {}
        for path in self.binds:
            _, _, stage, name = path.split("/")
            parent = data.find(stage)
            nodes[name] = ET.SubElement(
                ET.SubElement(data, stage) if parent is None else parent, name
            )
        shown = []
        for name, bind in zip(nodes, self.binds.values(), strict=True):
            relevant = bind.get("relevant")
            if relevant is None or form_holds(relevant, data):
                nodes[name].text = as_text(answers.get(name))
                shown.append(name)
        return shown


def _in_days(found: re.Match[str]) -> str:
    return f"number(translate({found[1]}, '-', '')) {found[2]} {found[3].replace('-', '')}"


def _contains(found: re.Match[str]) -> str:
    return f"contains(concat(' ', {found[1]}, ' '), concat(' ', {found[2]}, ' '))"
