"""What helps to read a list before it is looked at: the script's questions, the last list."""

from collections.abc import Sequence

from qualdesk.core.campaigns import Campaign
from qualdesk.core.columns import Because, Column, Field
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question
from qualdesk.core.remembered import Remembered
from qualdesk.desk.versions import script_version
from qualdesk.store.database import Transaction
from qualdesk.store.list_mappings import remember, remembered_for


@frozen
class ListMemory:
    """The questions a form may have answered (O6), and how the source was read the last time."""

    questions: tuple[Question, ...] = ()
    remembered: Remembered | None = None


NO_MEMORY = ListMemory()


def list_memory(tx: Transaction, campaign: Campaign, headings: Sequence[str]) -> ListMemory:
    """What is known for a list with these headings that goes into the campaign.

    Only of the campaign's own client: lists of different clients are kept apart (O7).
    """
    script = script_version(tx, campaign.script_version_id)
    asked = [question for question in script.questions if question.is_asked] if script else []
    return ListMemory(
        questions=tuple(asked),
        remembered=remembered_for(tx, campaign.client, headings),
    )


def keep_columns(
    tx: Transaction, campaign: Campaign, columns: Sequence[Column], caller: str
) -> None:
    """Remember how the columns were read, for the next list from this source.

    What nobody knew anything of is not remembered, nor what only the values said: the next
    guess may be better, and the next values say it anew.
    """
    last = Remembered(
        headings=tuple(column.heading for column in columns),
        fields={
            column.heading: column.meaning
            for column in columns
            if column.because in _SAID
            or (column.field is not Field.OTHER and column.because is not Because.VALUES)
        },
    )
    remember(tx, campaign.client, last, caller)


_SAID = frozenset({Because.YOURS, Because.REMEMBERED})
