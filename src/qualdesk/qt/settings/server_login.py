"""A login on a team's server in the settings: who it is, what is wrong with it, its password."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.bootstrap import forget_password, has_kept_password
from qualdesk.core.errors import QualdeskError
from qualdesk.core.team import Standing, role_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.settings.rows import Place, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

WHO: Final = tr_later("{name}, {role}, by the login {login}.")
NOBODY: Final = tr_later("The server does not say who you are: the name you typed counts.")
KEPT: Final = tr_later("This computer's keyring has it.")
NOT_KEPT: Final = tr_later(
    "It is not kept here: if the server wants one, it is asked at each start."
)
FORGOTTEN: Final = tr_later("Forgotten. It is asked at the next start.")


class ServerLogin(QWidget):
    """Rows that are there on a server only."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._address = ""
        self.who = SettingRow(tr("Your login"), tr("Looking."))
        self.faults: list[Banner] = []
        self.forget = PushButton(tr("Forget the password"), icon="trash-2", height=34)
        self.password = SettingRow(tr("Your password"), tr("Looking."), self.forget)
        self._faults = QVBoxLayout()
        self._faults.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.who)
        column.addLayout(self._faults)
        column.addWidget(self.password)
        self.forget.clicked.connect(self._forget)
        self.hide()

    def show_login(self, address: str, standing: Standing) -> None:
        """Show whose login it is, and look whether its password is kept here."""
        self._address = address
        reveal(self, shown=True)
        self.who.say(who_says(standing), "text2")
        for each in self.faults:
            self._faults.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.faults = [Banner("warn", one.says, one.do) for one in standing.faults]
        for each in self.faults:
            self._faults.addWidget(each)
        self._place.work.long(
            lambda _desk, _progress: has_kept_password(address),
            self._show_password,
            owner=self,
            refused=self._unknown,
        )

    def _show_password(self, is_kept: bool) -> None:  # noqa: FBT001 - what comes back from the lane
        self.password.say(tr(KEPT if is_kept else NOT_KEPT), "text2")
        self.forget.setEnabled(is_kept)

    def _forget(self) -> None:
        address = self._address
        self.forget.setEnabled(False)
        self._place.work.long(
            lambda _desk, _progress: forget_password(address),
            lambda _none: self.password.say(tr(FORGOTTEN), "text2"),
            owner=self,
            refused=self._unknown,
        )

    def _unknown(self, error: QualdeskError) -> None:
        self.password.say(error.says)


def who_says(standing: Standing) -> str:
    """Whose login this is, in a sentence."""
    me = standing.me
    if me is None:
        return tr(NOBODY)
    return tr(WHO, name=me.name, role=role_words(me.role), login=me.login)
