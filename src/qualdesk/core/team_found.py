"""What was found when a team's server was looked over: what is right, and what is not."""

from qualdesk.core.frozen import frozen


@frozen
class Found:
    """One thing that was looked at.

    Attributes:
        what: the thing, in a few words.
        wrong: what is not as it should be, each in a sentence; empty where all is right.
        is_advice: whether it is the server's own matter, which setting up the team again does
            not put right.
    """

    what: str
    wrong: tuple[str, ...] = ()
    is_advice: bool = False

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.wrong


@frozen
class LookedOver:
    """All that was looked at, in order."""

    found: tuple[Found, ...]

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong at all."""
        return all(one.is_right for one in self.found)

    @property
    def can_be_mended(self) -> bool:
        """Whether setting up the team again puts some of it right."""
        return any(not one.is_right and not one.is_advice for one in self.found)
