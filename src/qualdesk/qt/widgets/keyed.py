"""A choice by keys: what is chosen stays chosen when other words, or other values, are offered."""

from collections.abc import Sequence

from qualdesk.qt.widgets.fields import Choice


class KeyedChoice(Choice):
    """One of a few values, each with a key; it is not told who chose when others are offered."""

    def __init__(self, name: str) -> None:
        self._keys: tuple[str, ...] = ()
        super().__init__(name)

    @property
    def key(self) -> str:
        """The key of what is chosen; empty where nothing is offered."""
        at = self.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    def offer(self, values: Sequence[tuple[str, str]]) -> None:
        """Offer these, each a key and its words; what is chosen stays so while it is offered."""
        keys = tuple(key for key, _ in values)
        words = [words for _, words in values]
        if keys == self._keys and words == [self.itemText(at) for at in range(self.count())]:
            return
        before = self.key
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._keys = keys
        self.set_values(words)
        self.choose(before if before in keys else next(iter(keys), ""))
        self.blockSignals(was)
        self.updateGeometry()

    def choose(self, key: str) -> None:
        """Choose what has this key, where it is offered."""
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))
