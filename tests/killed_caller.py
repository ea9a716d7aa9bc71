"""A caller who answers without end, for the test that kills them: a program of its own.

Started once, it forks a new caller for each line it reads. Each one opens the workspace anew,
says hello with its process id, takes up its call or starts one, and records answers. It says
each answer's id only when the desk has said that it is saved.
"""

import os
import sys
from uuid import uuid4

from qualdesk.core.clock import SystemClock
from qualdesk.desk.calling import Calling
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store.database import Store


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def answer_without_end(url: str) -> None:
    store = Store(url, clock=SystemClock())
    desk = Calling(store, store.clock, "Ana", shipped_outcomes())
    card = desk.next_lead()
    attempt = card.attempt or desk.start_attempt(card.lead.id)
    say("call", attempt.id)
    number = 0
    while True:
        number += 1
        answer_id = str(uuid4())
        desk.record_answer(
            attempt.id, f"question_{number % 7}", f"{answer_id}", answer_id=answer_id
        )
        say("kept", answer_id)


def main() -> None:
    url = sys.argv[1]
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                answer_without_end(url)
            finally:
                os._exit(1)
        say("caller", child)
        os.waitpid(child, 0)
        say("gone", child)


if __name__ == "__main__":
    main()
