"""Mails without a mail server: a file a mail program opens to send, or a link that begins one."""

from urllib.parse import quote

from qualdesk.core.mails import Outgoing, mail_address, one_line
from qualdesk.core.plain_text import without_tricks
from qualdesk.links.mail_messages import message_of

LONGEST_LINK = 2_000
"""Letters of a mailto link: longer ones are cut or refused by some programs (Windows: 2,083)."""


def mail_file(mail: Outgoing) -> bytes:
    """The mail as an .eml file, which mail programs open ready to be sent, attachments and all.

    Raises:
        Refused: the address is none.
    """
    message = message_of(mail)
    # What makes mail programs open it as one to send, not as one received.
    message["X-Unsent"] = "1"
    return message.as_bytes()


def mail_link(mail: Outgoing) -> str:
    """A link that begins the mail in the computer's own program: without what is attached.

    Its text is cut at a line where the link would become too long.

    Raises:
        Refused: the address is none.
    """
    subject = quote(one_line(mail.subject), safe="")
    start = f"mailto:{quote(mail_address(mail.address), safe='@')}?subject={subject}&body="
    body = ""
    for line in without_tricks(mail.text).splitlines():
        # RFC 6068 wants line ends of both signs.
        more = quote(line, safe="") + "%0D%0A"
        if len(start) + len(body) + len(more) > LONGEST_LINK:
            break
        body += more
    return start + body
