"""A mail as it goes over the line or into a file: its head, its words twice, what is attached."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from qualdesk.core.mails import MailAccount, Outgoing, mail_address, one_line
from qualdesk.core.plain_text import without_tricks

_NAME = 100
_SUBJECT = 200


def message_of(mail: Outgoing, account: MailAccount | None = None) -> EmailMessage:
    """The mail from this account; without one it has no sender, who is whoever opens it.

    Every text in its head is one line without control characters, so that no name of a lead, a
    campaign or a person can add a line of its own to it.

    Raises:
        Refused: an address is none.
    """
    message = EmailMessage(policy=SMTP)
    if account is not None:
        message["From"] = _address(account.name, account.address)
    message["To"] = _address(mail.name, mail.address)
    message["Subject"] = one_line(mail.subject, _SUBJECT)
    message["Date"] = mail.at
    message["Message-ID"] = mail.message_id
    # Nobody's absence note answers it (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    # Plain letters on the line: not every server on the way takes eight bits.
    message.set_content(without_tricks(mail.text), cte="quoted-printable")
    message.add_alternative(without_tricks(mail.html), subtype="html", cte="quoted-printable")
    for each in mail.attachments:
        main, _, sub = each.kind.partition("/")
        message.add_attachment(
            each.content, maintype=main, subtype=sub, filename=one_line(each.name)
        )
    return message


def _address(name: str, address: str) -> Address:
    local, _, domain = mail_address(address).rpartition("@")
    return Address(display_name=one_line(name, _NAME), username=local, domain=domain)
