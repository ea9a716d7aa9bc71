"""What is kept in English is said in the language of the window, and never the other way round."""

from collections.abc import Iterator

import pytest

from qualdesk.core import research
from qualdesk.core.kept_words import KeptWords
from qualdesk.core.leads import PhoneKind
from qualdesk.core.permission import LISTS_ARE_OVER, kept_out_words
from qualdesk.core.phone_notes import note_words
from qualdesk.core.phones import read_phones
from qualdesk.core.questions import Question, QuestionId, QuestionKind, check_answer
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.touchpoint_words import did_words
from qualdesk.core.wording import Language, english, speak, spoken, tr

GERMAN_NAMES = {
    "Sep": "Sep.",
    "Mar": "März",
    "Tue": "Di",
    "Thu": "Do",
    "Tuesday": "Dienstag",
    "Thursday": "Donnerstag",
    "March": "März",
    "{day} {month} {year}": "{day}. {month} {year}",
    "{days} {begins:%H:%M} to {ends:%H:%M}": "{days} {begins:%H:%M} bis {ends:%H:%M}",
    "Yes": "Ja",
    "No": "Nein",
}


def marked(text: str, about: str, count: int) -> str:
    """A language nobody speaks: English in angle quotes, by which a said sentence is known."""
    del about, count
    return f"«{text}»"


def named(text: str, about: str, count: int) -> str:
    """As much German as these tests need."""
    del about, count
    return GERMAN_NAMES.get(text, text)


@pytest.fixture
def _other_language() -> Iterator[None]:
    speak(Language(code="xx", translate=marked))
    yield
    speak(None)


@pytest.fixture
def _german() -> Iterator[None]:
    speak(Language(code="de", translate=named))
    yield
    speak(None)


@pytest.mark.usefixtures("_other_language")
class TestInAnotherLanguage:
    def test_a_kept_text_is_said_sentence_by_sentence(self) -> None:
        words = KeptWords("It rains.", "{name} has {count} umbrellas.")
        assert words.shown("It rains. Ana has 3 umbrellas.") == (
            "«It rains.» «Ana has 3 umbrellas.»"
        )

    def test_what_somebody_wrote_stays_as_it_is(self) -> None:
        words = KeptWords("It rains.")
        for said in ("on holiday", "It rains cats.", "", "{name} <b>It rains.</b>"):
            assert words.shown(said) == said

    def test_words_behind_a_sentence_of_ours_are_not_lost(self) -> None:
        assert (
            KeptWords("It rains.").shown("It rains. Bring {boots}") == "«It rains.» Bring {boots}"
        )

    def test_a_place_at_the_end_takes_all_of_somebodys_words(self) -> None:
        words = KeptWords("{by} was to find out: {asked}")
        assert words.shown("Ana was to find out: Which Albers? The tall one.") == (
            "«Ana was to find out: Which Albers? The tall one.»"
        )

    def test_what_is_written_down_stays_english(self) -> None:
        with english():
            assert tr("Call back") == "Call back"
            assert spoken() == "en"
        assert tr("Call back") == "«Call back»"

    def test_english_can_mark_a_whole_function(self) -> None:
        @english()
        def written() -> str:
            return tr("Call back")

        assert [written(), tr("Call back"), written()] == ["Call back", "«Call back»", "Call back"]

    @pytest.mark.parametrize(
        "text",
        [
            *("0049 30 23125 417", "+49 (0) 30 23125 417", "4.93E+11", "30 23125417", "n/a 12"),
            *("+999 12345678", "030 23125-417", "123", "Fax 030 23125 417", "1111111111"),
            *("4930231254170.0", "call me", "+44 1234", "030 23125 417 030 23125 417 123456"),
        ],
    )
    def test_every_note_on_a_number_is_said_in_it(self, text: str) -> None:
        for region in ("DE", "US", "GB", ""):
            for phone in read_phones(text, region=region, kind=PhoneKind.UNKNOWN):
                said = note_words(phone.note)
                assert "«" not in phone.note, "kept in English"
                assert not phone.note or (said.startswith("«") and said.endswith("»")), said

    def test_what_came_of_research_is_said_in_it(self) -> None:
        kept = research.back_reason(research.reason_for("Ana", "Which Albers is it?"))
        assert kept == "Back from research. Ana was to find out: Which Albers is it?"
        assert research.came_back(kept) == (
            "«Back from research.» «Ana was to find out: Which Albers is it?».",
        )
        nobody = research.back_reason(research.reason_for("Ana", ""))
        assert "«Ana was to look them up»" in research.came_back(nobody)[0]

    def test_why_a_lead_is_kept_out_is_said_in_it_when_it_is_ours(self) -> None:
        assert kept_out_words(LISTS_ARE_OVER) == f"«{LISTS_ARE_OVER}»"
        assert kept_out_words("They moved to Lisbon") == "They moved to Lisbon"

    @pytest.mark.parametrize(
        ("kept", "said"),
        [
            ("Watched the Axis 4 demo, 6 minutes", "«Watched the Axis 4 demo, 6 minutes»"),
            ("Watched the Axis 4 demo, 1 minute", "«Watched the Axis 4 demo, 1 minute»"),
            ("Scanned at the stand, day two", "«Scanned at the stand, day two»"),
            ("Downloaded: Buyer's guide", "«Downloaded: Buyer's guide»"),
            ("Attended 42 minutes, from 10:00", "«Attended 42 minutes, from 10:00»"),
            ("Asked for a phone call this week", "«Asked for a phone call» this week"),
            ("Hobbies: sailing", "Hobbies: sailing"),
        ],
    )
    def test_what_somebody_did_is_said_in_it(self, kept: str, said: str) -> None:
        assert did_words(Touchpoint(kind=TouchpointKind.OTHER, says=kept)) == said

    def test_a_note_is_somebodys_words_even_where_it_reads_like_ours(self) -> None:
        note = Touchpoint(kind=TouchpointKind.NOTE, says="Downloaded")
        assert did_words(note) == "Downloaded"


@pytest.mark.usefixtures("_german")
class TestWhatIsShownCanBeTyped:
    """The field of an answer holds what was shown of it: read again it must be the same (S4)."""

    @pytest.mark.parametrize(
        ("kind", "kept", "shown"),
        [
            (QuestionKind.DATE, "2026-09-30", "30. Sep. 2026"),
            (QuestionKind.DATE, "2026-03-02", "2. März 2026"),
            (QuestionKind.PERIOD, "2026-03", "März 2026"),
            (QuestionKind.PERIOD, "2026-Q4", "Q4 2026"),
            (QuestionKind.SLOT, "tue,thu 09:00-11:00", "Di, Do 09:00 bis 11:00"),
            (QuestionKind.SLOT, "2026-03-19 10:00-12:00", "19. März 2026 10:00 bis 12:00"),
        ],
    )
    def test_dates_periods_and_times(self, kind: QuestionKind, kept: str, shown: str) -> None:
        question = Question(id=QuestionId("when"), kind=kind, say="When?")
        assert question.label_of(kept) == shown
        assert check_answer(question, shown) == kept

    def test_yes_and_no_are_answers_in_both_languages(self) -> None:
        question = Question(id=QuestionId("wants_call"), kind=QuestionKind.YES_NO, say="Well?")
        assert [option.label for option in question.choices] == ["Ja", "Nein"]
        for typed in ("ja", "yes", "Ja"):
            assert check_answer(question, typed) == "yes"
        with english():
            assert question.label_of("no") == "No"


def test_in_english_nothing_is_looked_for() -> None:
    kept = "Downloaded: guide"
    assert did_words(Touchpoint(kind=TouchpointKind.DOWNLOAD, says=kept)) == kept
