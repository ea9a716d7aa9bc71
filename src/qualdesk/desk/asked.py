"""How a question of a script does, from what people really answered."""

from qualdesk.core.asked import QuestionFacts, facts_of
from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId
from qualdesk.core.questions import QuestionId
from qualdesk.desk.versions import script_of
from qualdesk.store import campaigns
from qualdesk.store.asked import asked_calls, every_version
from qualdesk.store.database import Store


class AskedQuestions:
    """The questions of scripts as calls have found them."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def facts(
        self, script_id: str, question_id: str, campaign: str | CampaignId | None = None
    ) -> QuestionFacts:
        """How a question does in the newest calls, of one campaign or of all.

        Every version of the script counts that has the question: its id stays when its words
        change. A question that no version has yet was in no call.

        Raises:
            NotFound: there is no such campaign.
        """
        asked_for = QuestionId(question_id)
        with self._store.reading() as tx:
            of = None if campaign is None else campaigns.the_campaign(tx, campaign).id
            scripts = [(number, script_of(text)) for number, text in every_version(tx, script_id)]
            having = [
                (number, question)
                for number, script in scripts
                if (question := script.question(asked_for)) is not None
            ]
            if not having:
                return QuestionFacts()
            found = asked_calls(tx, [number for number, _ in having], asked_for, of)
        return facts_of(having[0][1], found.calls, found.asked)
