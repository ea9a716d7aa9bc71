"""A figure chosen from the usual ones, in words."""

from collections.abc import Callable, Sequence

from qualdesk.qt.widgets.fields import Choice


class Figures(Choice):
    """One of a few figures; an unusual one that is kept already is offered as well."""

    def __init__(self, name: str, usual: Sequence[int], words: Callable[[int], str]) -> None:
        self._usual = tuple(usual)
        self._words = words
        self._offered = self._usual
        super().__init__(name, [words(each) for each in usual])

    @property
    def figure(self) -> int:
        """The figure chosen."""
        return self._offered[max(self.currentIndex(), 0)]

    def set_figure(self, figure: int) -> None:
        """Show this figure, among the usual ones or beside them."""
        offered = tuple(sorted({*self._usual, figure}))
        if offered != self._offered:
            self._offered = offered
            self.set_values([self._words(each) for each in offered])
        self.setCurrentIndex(offered.index(figure))
