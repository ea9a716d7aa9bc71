"""The rates of the work as data: what each is called, how it is worked out, from which figures.

Contact and cooperation follow AAPOR's Standard Definitions as far as a desk that calls for sales
has the same cases: whoever was called is a case, whoever was spoken to a contact, and a
conversation that ended in a verdict an interview. A report prints each formula beside its rate,
so that nobody must guess what was divided by what.
"""

from collections.abc import Mapping

from qualdesk.core.frozen import frozen
from qualdesk.core.shares import Share
from qualdesk.core.wording import tr, tr_later


@frozen
class Rate:
    """A rate: so many of those.

    Attributes:
        code: what reports and files call it; never changes.
        numerator, denominator: codes of :data:`FIGURES`. Every lead of the numerator is one of
            the denominator.
        kept_name, kept_formula: in English; :attr:`name` and :attr:`formula` are what is shown.
        aapor: the rate of AAPOR's Standard Definitions it follows, empty where there is none.
    """

    code: str
    kept_name: str
    kept_formula: str
    numerator: str
    denominator: str
    aapor: str = ""

    @property
    def name(self) -> str:
        """The rate as the screen says it."""
        return tr(self.kept_name)

    @property
    def formula(self) -> str:
        """How it is worked out, in words."""
        return tr(self.kept_formula)

    def of(self, figures: Mapping[str, int]) -> Share:
        """The rate from figures by their codes; a figure nobody counted is 0."""
        return Share(yes=figures.get(self.numerator, 0), of=figures.get(self.denominator, 0))


def figure_words(code: str) -> str:
    """What a figure counts, in words.

    Raises:
        KeyError: there is no figure with that code.
    """
    return tr(FIGURES[code])


FIGURES: Mapping[str, str] = {
    "total": tr_later("all leads of the list"),
    "called": tr_later("leads called at least once"),
    "finished": tr_later("leads that are finished: they wait for no call any more"),
    "reached": tr_later("leads of whom somebody was spoken to"),
    "cooperated": tr_later(
        "leads reached whose conversation ended in a verdict: qualified, nurture or not a fit"
    ),
    "qualified": tr_later("leads that qualified, whatever became of it at sales"),
    "handed": tr_later("leads that went on to sales and were not recalled"),
    "answered": tr_later("leads sales answered: taken or sent back"),
    "taken": tr_later("leads sales took"),
    "giveaway": tr_later("leads that came for the giveaway alone"),
    "dials": tr_later("calls dialled by us that ended with an outcome and were not undone"),
    "dials_answered": tr_later("calls of those in which somebody was spoken to"),
}
"""What each figure counts. A figure of leads counts each lead once."""

RATES: tuple[Rate, ...] = (
    Rate(
        code="followed_up",
        kept_name=tr_later("Followed up"),
        kept_formula=tr_later("leads called at least once / all leads of the list"),
        numerator="called",
        denominator="total",
    ),
    Rate(
        code="finished",
        kept_name=tr_later("Finished"),
        kept_formula=tr_later("leads that wait for no call any more / all leads of the list"),
        numerator="finished",
        denominator="total",
    ),
    Rate(
        code="contact",
        kept_name=tr_later("Contact rate"),
        kept_formula=tr_later("leads reached / leads called at least once"),
        numerator="reached",
        denominator="called",
        aapor="CON1",
    ),
    Rate(
        code="cooperation",
        kept_name=tr_later("Cooperation rate"),
        kept_formula=tr_later(
            "leads reached that ended in a verdict (qualified, nurture, not a fit) / leads reached"
        ),
        numerator="cooperated",
        denominator="reached",
        aapor="COOP1",
    ),
    Rate(
        code="qualification",
        kept_name=tr_later("Qualification rate"),
        kept_formula=tr_later("leads qualified / leads reached"),
        numerator="qualified",
        denominator="reached",
    ),
    Rate(
        code="acceptance",
        kept_name=tr_later("Acceptance rate"),
        kept_formula=tr_later("leads sales took / leads sales answered"),
        numerator="taken",
        denominator="answered",
    ),
    Rate(
        code="pass_through",
        kept_name=tr_later("Pass-through"),
        kept_formula=tr_later("leads that went on to sales / all leads of the list"),
        numerator="handed",
        denominator="total",
    ),
    Rate(
        code="giveaway",
        kept_name=tr_later("Giveaway rate"),
        kept_formula=tr_later("leads that came for the giveaway alone / all leads of the list"),
        numerator="giveaway",
        denominator="total",
    ),
    Rate(
        code="answer",
        kept_name=tr_later("Calls answered"),
        kept_formula=tr_later("calls in which somebody was spoken to / calls dialled"),
        numerator="dials_answered",
        denominator="dials",
    ),
)
"""The rates in the order reports print them."""


def rate(code: str) -> Rate:
    """The rate with that code.

    Raises:
        KeyError: there is none.
    """
    return _BY_CODE[code]


_BY_CODE: Mapping[str, Rate] = {one.code: one for one in RATES}
