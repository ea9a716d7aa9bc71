"""Settings of mails to sales: the server they go through, whom they come from, a try of it."""

import re
from typing import Final

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from qualdesk.bootstrap import has_mail_password, keep_mail_password
from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.mails import MailAccount, Security
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.settings import Settings

_USUAL: Final = Security.STARTTLS
_SERVER: Final = tr_later("As mail.example.com; with another port as mail.example.com:2525.")
_LOGIN: Final = tr_later("Empty if your server asks for none.")
_PASSWORD: Final = tr_later("It goes into this computer's keyring, into no file of qualdesk.")
KEPT: Final = tr_later("The keyring has it.")
NOT_KEPT: Final = tr_later(
    "This computer has no keyring for the password: it counts until you close qualdesk."
)
_TRY: Final = tr_later("Sends one mail to your own address.")
TRYING: Final = tr_later("Sending…")
NEEDED: Final = tr_later("Write the server and your address first.")
_PORT: Final = re.compile(r"(?P<host>[^:]*|\[.*\]):(?P<port>\d{1,5})")


class MailSection(Section):
    """Batches are mailed to salespeople through the server set here; without one they wait."""

    key = "mail"
    title = tr_later("Mail to sales")
    about = tr_later("Salespeople get a mail with their leads when a batch leaves.")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._shown: MailAccount | None = None
        self._typed = ""
        self.server = Field(tr("Mail server"), "mail.example.com")
        self.security = Choice(tr("How the line is secured"), [each.label for each in Security])
        self.security.setCurrentIndex(list(Security).index(Security.STARTTLS))
        self.login = Field(tr("Login"))
        self.password = Field(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.own_name = Field(tr("Your name on mails"), tr("First and last name"))
        self.address = Field(tr("Your mail address"), "you@example.com")
        self._fields = (self.server, self.login, self.own_name, self.address)
        for field in (*self._fields, self.password):
            field.setMinimumWidth(280)
        self.attempt = PushButton(tr("Send a mail to me"), icon="send", height=34)
        self.server_row = SettingRow(tr("Mail server"), tr(_SERVER), self.server)
        self.password_row = SettingRow(tr("Password"), tr(_PASSWORD), self.password)
        self.tried = SettingRow(tr("Try it"), tr(_TRY), self.attempt)
        self.security_row = SettingRow(tr("How the line is secured"), "", self.security)
        self.login_row = SettingRow(tr("Login"), tr(_LOGIN), self.login)
        self.name_row = SettingRow(tr("Your name on mails"), "", self.own_name)
        self.add_rows(
            (
                self.server_row,
                self.security_row,
                self.login_row,
                self.password_row,
                self.name_row,
                SettingRow(tr("Your mail address"), tr("Answers go there."), self.address),
                self.tried,
            )
        )
        self._listen()

    def _listen(self) -> None:
        for field in self._fields:
            field.editingFinished.connect(self._written)
        self.password.editingFinished.connect(self._password_written)
        self.security.activated.connect(lambda _at: self._written())
        self.server_row.back_pressed.connect(self._forget)
        self.security_row.back_pressed.connect(self._secure_as_usual)
        self.login_row.back_pressed.connect(lambda: self._empty(self.login))
        self.name_row.back_pressed.connect(lambda: self._empty(self.own_name))
        self.attempt.clicked.connect(self._try)

    @override
    def show_settings(self, settings: Settings) -> None:
        if settings.mail == self._shown:
            return  # what is being typed is not complete yet, and stays
        self._shown = account = settings.mail
        texts = ("", "", "", "")
        if account is not None:
            port = f":{account.port}" if account.port else ""
            texts = (f"{account.host}{port}", account.login, account.name, account.address)
            self.security.setCurrentIndex(list(Security).index(account.security))
        for field, text in zip(self._fields, texts, strict=True):
            if field.text().strip() != text:
                field.setText(text)
        self.server_row.show_changed(is_changed=account is not None)
        is_usual = account is None or account.security is _USUAL
        self.security_row.show_changed(is_changed=not is_usual)
        self.login_row.show_changed(is_changed=bool(account and account.login))
        self.name_row.show_changed(is_changed=bool(account and account.name))

    @override
    def opened(self) -> None:
        account = self._shown
        if account is None or not account.login:
            return
        self._place.work.long(
            lambda _desk, _progress: has_mail_password(account),
            lambda has: self.password_row.say(tr(KEPT) if has else "", "text2"),
            owner=self,
            refused=lambda error: self.password_row.say(error.says),
        )

    def _written(self) -> None:
        """Take the server as soon as mails could go through it; say why while they could not."""
        self.server_row.say()
        if not any(field.text().strip() for field in self._fields):
            self._forget()
            return
        if not (self.server.text().strip() and self.address.text().strip()):
            return
        try:
            account = self._account()
        except Refused as error:
            self.server_row.say(error.says)
            return
        if account != self._place.choices.settings.mail and self._place.choices.keep(mail=account):
            self._hand_password()

    def _account(self) -> MailAccount:
        """What is typed.

        Raises:
            Refused: no mail could go through it.
        """
        server = self.server.text().strip()
        parts = _PORT.fullmatch(server)
        host, port = (parts["host"], int(parts["port"])) if parts else (server, 0)
        return MailAccount(
            host=host,
            port=port,
            security=list(Security)[self.security.currentIndex()],
            login=self.login.text().strip(),
            name=" ".join(self.own_name.text().split()),
            address=self.address.text().strip(),
        )

    def _secure_as_usual(self) -> None:
        self.security.setCurrentIndex(list(Security).index(_USUAL))
        self._written()

    def _empty(self, field: Field) -> None:
        field.clear()
        self._written()

    def _forget(self) -> None:
        if self._place.choices.settings.mail is not None:
            self._place.choices.keep(mail=None)

    def _password_written(self) -> None:
        if self.password.text():
            self._typed = self.password.text()
            self.password.clear()
            self._hand_password()

    def _hand_password(self) -> None:
        """Hand what was typed to the keyring, beside the window: some of them ask first."""
        account, password = self._place.choices.settings.mail, self._typed
        if account is None or not password:
            return
        self._typed = ""

        def keep(desk: Desk, _progress: Progress) -> bool:
            desk.notifying.use_password(account, password)
            return keep_mail_password(account, password)

        def kept(is_kept: bool) -> None:  # noqa: FBT001 - as the lane hands it over
            self.password_row.say(tr(KEPT if is_kept else NOT_KEPT), "text2" if is_kept else "warn")

        self._place.work.long(
            keep, kept, owner=self, refused=lambda error: self.password_row.say(error.says)
        )

    def _try(self) -> None:
        account = self._place.choices.settings.mail
        if account is None:
            self.tried.say(tr(NEEDED))
            return
        self.tried.say(tr(TRYING), "text2")
        self.attempt.setEnabled(False)
        self._place.work.long(
            lambda desk, _progress: desk.notifying.try_account(account),
            lambda says: self._tried(says, "text2"),
            owner=self,
            refused=self._not_tried,
        )

    def _tried(self, says: str, tone: str) -> None:
        self.attempt.setEnabled(True)
        self.tried.say(says, tone)

    def _not_tried(self, error: QualdeskError) -> None:
        self._tried(error.says, "warn")
