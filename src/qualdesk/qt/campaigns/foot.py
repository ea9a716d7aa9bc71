"""The bar below a campaign's page: where it stands, pausing it, and the one big key."""

from PySide6.QtWidgets import QVBoxLayout

from qualdesk.core.campaigning import CampaignSetup
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.footer import Footer


class PageFoot(Footer):
    """Leads to what is missing, one after the other; when nothing stops calls, to the calls."""

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = False
        self._says = PlainLabel(face="body_strong", elide=True)
        self._hint = PlainLabel(face="hint", tone="text2", elide=True)
        self.pause = PushButton(tr("Pause calls"), icon="pause")
        self.main = MainButton(tr("Start calling"), "headset")
        self.main.setEnabled(False)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._says)
        words.addWidget(self._hint)
        self.row.addLayout(words, 1)
        self.row.addWidget(self.pause)
        self.row.addWidget(self.main)

    def show_setup(self, setup: CampaignSetup) -> None:
        """Show where the campaign stands and what the big key does."""
        paused = setup.campaign.is_paused
        self.is_ready = setup.calls_may_start and not paused
        self.pause.set(
            tr("Go on calling") if paused else tr("Pause calls"),
            icon="play" if paused else "pause",
        )
        if self.is_ready:
            self.main.set(tr("Start calling"), icon="headset", keys="primary")
        else:
            self.main.set(tr("Next missing thing"), icon="arrow-right", keys="primary")
        self.main.setEnabled(self.is_ready or bool(setup.todo))
        first = setup.todo[0].says if setup.todo else ""
        if paused:
            self._says.setText(tr("Paused: nobody is offered its leads"))
        else:
            self._says.setText(setup.says or tr("Calls can start"))
        self._hint.setText(first or tr("Callers get its leads in the order of the queue."))
