"""What a person decided about a list comes back as it was kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.kept_choices import choices_of, kept_choices
from qualdesk.core.list_choices import NO_CHOICES, IfKnown, ListChoices, ListForm, RowMend

words = st.text(max_size=8)
every_choice = st.builds(
    ListChoices,
    form=st.builds(ListForm, sheet=words, header_row=st.none() | st.integers(0, 9)),
    mapping=st.dictionaries(words, words, max_size=3),
    region=words,
    day_first=st.none() | st.booleans(),
    answers=st.dictionaries(words, words, max_size=3),
    rows=st.dictionaries(
        st.integers(1, 99),
        st.builds(RowMend, region=words, cells=st.dictionaries(words, words, max_size=2),
                  leave_out=st.booleans()),
        max_size=3,
    ),
    if_known=st.sampled_from(IfKnown),
    only_new=st.booleans(),
    remember=st.booleans(),
)  # fmt: skip


@given(every_choice)
def test_choices_come_back_as_they_were_kept(choices: ListChoices) -> None:
    assert choices_of(json.loads(json.dumps(kept_choices(choices)))) == choices


def test_what_was_not_kept_is_as_usual() -> None:
    assert choices_of({}) == NO_CHOICES
    assert choices_of({"path": "/lists/fair.csv", "only_new": True}).only_new
