"""Answers from which nobody can be told: drawn for a round of rating, and forgotten when asked."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Contact
from qualdesk.core.questions import Answer, QuestionId, QuestionKind
from qualdesk.core.rating import masked
from qualdesk.core.scripts import CallScript, live_answers
from qualdesk.desk.versions import script_version
from qualdesk.store import finished, ratings
from qualdesk.store.database import Transaction
from qualdesk.store.leads import load_leads

Nameless = dict[str, dict[str, Any]]
SOMEBODY = "[somebody]"
"""What stands in the place of a person who was named."""


def drawn(tx: Transaction, campaign_id: CampaignId, most: int) -> list[Nameless]:
    """The answers of finished leads drawn by lot, at most so many."""
    salt = f"{tx.now.isoformat()}/{campaign_id}/"
    there = sorted(ratings.finished_leads(tx, campaign_id), key=lambda one: _lot(salt, one))[:most]
    facts = sorted(finished.of_leads(tx, there), key=lambda one: _lot(salt, one.lead_id))
    return [_nameless(script, answers, contact) for script, answers, contact in _said(tx, facts)]


def forget(tx: Transaction, leads: Sequence[LeadId]) -> None:
    """Take the words of these leads out of every round: they are about to be erased.

    What they chose stays, for it is anybody's; their words are theirs even without a name.
    """
    spoken: set[tuple[str, str]] = set()
    for script, answers, contact in _said(tx, _as_they_were_drawn(tx, leads)):
        for question, said in _nameless(script, answers, contact).items():
            kept = script.question(question)
            is_free = kept is None or kept.kind is QuestionKind.WORDS
            texts = [said["words"], said["value"] if is_free else ""]
            spoken |= {(question, text) for text in texts if text}
    if spoken:
        ratings.forget_words(tx, spoken)


def _as_they_were_drawn(tx: Transaction, leads: Sequence[LeadId]) -> list[finished.Unseen]:
    """These leads as they stood when rounds began: a later call may have taken words back."""
    return [
        replace(one, at=at, has_left=True)
        for one in finished.of_leads(tx, leads)
        for made_at in ratings.moments(tx)
        for at in sorted({made_at, min(made_at, one.at)})
    ]


def _said(
    tx: Transaction, leads: Sequence[finished.Unseen]
) -> Iterable[tuple[CallScript, Mapping[QuestionId, Answer], Contact]]:
    people = load_leads(tx, sorted({one.lead_id for one in leads}))
    for one in finished.said_by(tx, leads):
        if one.lead.lead_id in people:
            script = script_version(tx, one.script)
            assert script is not None
            yield script, one.answers, people[one.lead.lead_id].contact


def _lot(salt: str, lead_id: LeadId) -> bytes:
    return hashlib.sha256(f"{salt}{lead_id}".encode()).digest()


def _nameless(
    script: CallScript, answers: Mapping[QuestionId, Answer], contact: Contact
) -> Nameless:
    kinds = {question.id: question.kind for question in script.questions}
    hidden = _mask(kinds, answers, contact)
    found: Nameless = {}
    for question, answer in live_answers(script, answers).items():
        value: Any = answer.value
        words = hidden(answer.words)
        if kinds[question] is QuestionKind.PERSON:
            value, words = SOMEBODY if value or words else None, ""
        elif kinds[question] is QuestionKind.WORDS and value is not None:
            value = hidden(str(value))
        found[str(question)] = {
            "value": list(value) if isinstance(value, tuple) else value,
            "words": words,
            "does_not_know": answer.does_not_know,
        }
    return found


def _mask(
    kinds: Mapping[QuestionId, QuestionKind],
    answers: Mapping[QuestionId, Answer],
    contact: Contact,
) -> Callable[[str], str]:
    """What hides the person, their company, and whoever they named, in any words."""
    # Whom they named may be spoken of in other answers, also in those that do not count.
    named = [
        word
        for question, answer in answers.items()
        if kinds.get(question) is QuestionKind.PERSON
        for word in f"{answer.value or ''} {answer.words}".split()
        if word[0].isupper()
    ]
    names = [contact.name, contact.first_name, contact.last_name, *named]
    companies = [contact.company.name] if contact.company else []
    return lambda words: masked(words, names, companies)
