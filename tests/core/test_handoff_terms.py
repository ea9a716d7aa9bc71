"""Terms of a hand-off are changed by several people and files, and nobody undoes another's word."""

from dataclasses import replace
from datetime import timedelta

from qualdesk.core.recycling import RecycleRule
from qualdesk.core.routing import Routing
from qualdesk.core.sources import HandoffTerms, changed_terms, terms_of_file

OPENED = HandoffTerms(receiver="Lena Brandt", batch_size=10)
RULES = Routing(per_day=4)


def test_what_somebody_did_not_change_stays_as_others_said_it_meanwhile() -> None:
    """The campaign page was open while rules were set at the command line."""
    meanwhile = replace(OPENED, routing=RULES, batch_size=50)
    edited = replace(OPENED, receiver="Sam Osei")
    assert changed_terms(OPENED, edited, meanwhile) == replace(meanwhile, receiver="Sam Osei")
    assert changed_terms(OPENED, OPENED, meanwhile) == meanwhile


def test_what_is_taken_back_by_hand_is_taken_back() -> None:
    with_rules = replace(OPENED, routing=RULES)
    assert changed_terms(with_rules, OPENED, with_rules) == OPENED


def test_a_file_that_says_nothing_of_rules_and_costs_leaves_them() -> None:
    kept = replace(
        OPENED,
        routing=RULES,
        recycle=(RecycleRule(when="unread", after_days=9),),
        criteria_of={"Wrong person": "person"},
        profile="zoho",
        channels=("mail",),
        hour_cost=30.0,
    )
    written = HandoffTerms(receiver="Jo", answer_within=timedelta(days=2))
    found = terms_of_file(kept, written)
    assert found == replace(
        kept, receiver="Jo", answer_within=timedelta(days=2), batch_size=written.batch_size
    )
    own = replace(written, routing=Routing(per_day=9), profile="hubspot")
    assert terms_of_file(kept, own).routing == Routing(per_day=9)
    assert terms_of_file(kept, own).profile == "hubspot"
