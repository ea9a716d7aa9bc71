"""Choices about a list as they are kept, so that it can be loaded again the same way."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from qualdesk.core.list_choices import IfKnown, ListChoices, ListForm, RowMend
from qualdesk.core.rules import audience_named


def kept_choices(choices: ListChoices) -> dict[str, Any]:
    """The choices as plain values that JSON can hold."""
    plain = asdict(choices)
    plain["if_known"] = choices.if_known.value
    plain["audience"] = choices.audience.value if choices.audience else ""
    plain["attended_at"] = choices.attended_at.isoformat() if choices.attended_at else ""
    plain["rows"] = {str(number): mend for number, mend in plain["rows"].items()}
    return plain


def choices_of(kept: Mapping[str, Any]) -> ListChoices:
    """The choices as they were kept; what an older qualdesk did not keep is as usual."""
    known = {name: kept[name] for name in ListChoices.__dataclass_fields__ if name in kept}
    attended = known.get("attended_at")
    values: dict[str, Any] = {
        **known,
        "form": ListForm(**known.get("form", {})),
        "if_known": IfKnown(known.get("if_known", IfKnown.UPDATE)),
        "audience": audience_named(known.get("audience") or ""),
        "attended_at": datetime.fromisoformat(attended).astimezone(UTC) if attended else None,
        "rows": {int(number): RowMend(**mend) for number, mend in known.get("rows", {}).items()},
    }
    return ListChoices(**values)
