"""Kinds of lists whose headings are known: what each is called, its columns, what to clean."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from qualdesk.core.frozen import frozen
from qualdesk.core.headings import own_headings, plain_heading
from qualdesk.core.identity import folded
from qualdesk.core.list_fields import Field
from qualdesk.core.wording import tr_later

Clean = Callable[[Sequence[str]], list[str]]


@frozen
class Preset:
    """A kind of list that is known by its headings.

    Attributes:
        says: the sentence that names it to a person.
        needs: one heading of each of these must be there, as compared.
        only: further headings it may have; empty when any others may stand beside.
        fields: what its columns are, by heading as compared. IGNORED is what nobody needs to
            see: it stays with the row as it was read.
        words: what a cell means, by heading and by the cell, folded.
        marks: the prefix a program puts before ids and numbers, as a pattern.
        test_mark: how every text of a test row begins.
    """

    id: str
    says: str
    needs: tuple[frozenset[str], ...]
    only: frozenset[str] = frozenset()
    fields: Mapping[str, Field] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    marks: str = ""
    test_mark: str = ""

    def fits(self, headings: frozenset[str]) -> bool:
        """Whether a list with these headings is one of this kind."""
        if not all(headings & one_of for one_of in self.needs):
            return False
        return not self.only or headings <= self.only.union(*self.needs)

    def is_test(self, cells: Sequence[str]) -> bool:
        """Whether a row was made to try the form out."""
        mark = self.test_mark
        return bool(mark) and any(cell.lstrip().lower().startswith(mark) for cell in cells)


def preset_of(headings: Sequence[str]) -> Preset | None:
    """The kind of list these are the headings of, None for no kind we know."""
    own = own_headings(headings)
    return next((preset for preset in PRESETS if preset.fits(own)), None)


def cleaner(preset: Preset | None, headings: Sequence[str]) -> Clean | None:
    """What brings the rows of such a list into plain words; None where nothing is to be done."""
    if preset is None or not (preset.words or preset.marks):
        return None
    of_column = {
        index: preset.words[plain]
        for index, plain in enumerate(map(plain_heading, headings))
        if plain in preset.words
    }
    marks = re.compile(preset.marks) if preset.marks else None

    def clean(cells: Sequence[str]) -> list[str]:
        kept = [marks.sub("", cell) for cell in cells] if marks else list(cells)
        for index, words in of_column.items():
            if index < len(kept):
                kept[index] = words.get(folded(kept[index]), kept[index])
        return kept

    return clean


def _of(*headings: str) -> tuple[frozenset[str], ...]:
    """Needs, each written with ``|`` between the headings of which one must be there."""
    return tuple(frozenset(one.split("|")) for one in headings)


def _as(by_field: Mapping[Field, str]) -> dict[str, Field]:
    return {word: field for field, words in by_field.items() for word in words.split("; ")}


_SALESFORCE = _as({
    Field.COMPANY: "company account; company; account name",
    Field.NO_EMAIL: "has opted out of email; email opt out",
    Field.SUBDIVISION: "state province; mailing state province",
    Field.POSTCODE: "zip postal code; mailing zip postal code",
    Field.OTHER: "status; lead status; lead owner; contact owner; owner; rating; industry; "
    "salutation; has opted out of fax; fax opt out",
    Field.IGNORED: "is deleted; master record id; record type id; owner id; created by id; "
    "last modified by id; system modstamp; is converted; converted account id; "
    "converted contact id; converted opportunity id; is unread by owner; jigsaw; "
    "jigsaw contact id; photo url; last viewed date; last referenced date; unread; "
    "individual id; reports to id; clean status; account id",
})  # fmt: skip

PRESETS: tuple[Preset, ...] = (
    Preset(
        id="zoom",
        says=tr_later("This is a Zoom attendee report."),
        needs=_of("attended", "join time", "leave time", "time in session minutes"),
        fields=_as({
            Field.NAME: "user name original name; user name",
            Field.ATTENDED: "attended",
            Field.MINUTES: "time in session minutes",
            Field.JOINED_AT: "join time",
            Field.SUBMITTED_AT: "registration time",
            Field.STATUS: "approval status",
            Field.COUNTRY: "country region name",
            Field.IGNORED: "leave time; is guest; registrant id",
        }),
    ),
    Preset(
        id="zoom_meeting",
        says=tr_later("This is a Zoom report of who was in a meeting."),
        needs=_of("name original name|user name original name", "join time", "leave time",
                  "duration minutes|total duration minutes"),
        fields=_as({
            Field.NAME: "name original name; user name original name",
            Field.EMAIL: "user email; email",
            Field.MINUTES: "duration minutes; total duration minutes",
            Field.JOINED_AT: "join time",
            Field.IGNORED: "leave time; guest; is guest; in waiting room; recording consent; "
            "recording disclaimer response",
        }),
    ),
    Preset(
        id="meta",
        says=tr_later("These are leads from a Facebook or Instagram form."),
        needs=_of("created time", "platform|is organic|adset id",
                  "form id|form name|ad id|ad name|adset id"),
        fields=_as({
            Field.EXTERNAL_ID: "id",
            Field.SUBMITTED_AT: "created time",
            Field.IGNORED: "ad id; adset id; campaign id; form id; is organic; adset name",
            Field.OTHER: "ad name; campaign name; form name; platform; lead status",
        }),
        words={"platform": {"fb": "Facebook", "ig": "Instagram", "msg": "Messenger"}},
        marks=r"^\s*(?:l|p|z|ag|as|ad|c|f):\s*(?=[+(]*\d)",
        test_mark="<test lead",
    ),
    Preset(
        id="eventbrite",
        says=tr_later("This is an Eventbrite list of attendees."),
        needs=_of("order", "order date", "ticket type", "attendee|attendee status"),
        fields=_as({
            Field.EXTERNAL_ID: "attendee",
            Field.SUBMITTED_AT: "order date",
            Field.STATUS: "attendee status",
            Field.OTHER: "order; group; order type; ticket type; quantity; buyer first name; "
            "buyer last name; buyer name; buyer email; purchaser first name; purchaser last name; "
            "purchaser email; purchaser city; purchaser state; purchaser country",
            Field.IGNORED: "price tier; currency; total paid; fees paid; tax paid; "
            "eventbrite fees; eventbrite payment processing; delivery method; barcode; "
            "attendee tracking link; affiliate; ticket price",
        }),
        words={"attendee status": {"not attending": "Cancelled, not attending"}},
    ),
    Preset(
        id="google",
        says=tr_later("These are leads from a Google form extension."),
        needs=_of("lead id", "gcl id|gclid|google click id", "form id|campaign id|asset id"),
        fields=_as({
            Field.EXTERNAL_ID: "lead id",
            Field.SUBMITTED_AT: "lead submit time; submission time; time of submission",
            Field.IS_TEST: "is test",
            Field.IGNORED: "gcl id; gclid; google click id; form id; campaign id; adgroup id; "
            "ad group id; creative id; asset id; asset group id; api version; google key",
            Field.OTHER: "campaign; campaign name; form name; lead stage",
        }),
    ),
    Preset(
        id="linkedin",
        says=tr_later("These are leads from a LinkedIn form."),
        needs=_of("test lead|is test lead",
                  "submitted at|lead submitted at|form submitted at|timestamp",
                  "lead type|form name|form id|campaign name|creative name|account name"),
        fields=_as({
            Field.EXTERNAL_ID: "id; lead id",
            Field.SUBMITTED_AT: "submitted at; lead submitted at; form submitted at; timestamp",
            Field.IS_TEST: "test lead; is test lead",
            Field.OTHER: "account name; campaign name; creative name; form name; lead type",
            Field.IGNORED: "form id; campaign id; creative id; account id; campaign group id; "
            "versioned form urn; owner; associated entity",
        }),
    ),
    Preset(
        id="salesforce",
        says=tr_later("This is an export from Salesforce."),
        needs=_of("is converted|has opted out of email|system modstamp|company account"
                  "|state province|zip postal code|mailing state province",
                  "owner id|lead owner|contact owner|account owner|lead status|converted|unread"),
        fields=_SALESFORCE,
    ),
    Preset(
        id="salesforce",
        says=tr_later("This is an export from Salesforce."),
        needs=_of("owner id", "lead source|account id"),
        fields=_SALESFORCE,
    ),
    Preset(
        id="zoho",
        says=tr_later("This is an export from Zoho CRM."),
        needs=_of("lead owner|contact owner|lead owner id|contact owner id",
                  "lead source|lead status",
                  "skype id|secondary email|no of employees|email opt out|lead owner id"
                  "|contact owner id"),
        fields=_as({
            Field.NAME: "lead name; contact name; full name",
            Field.EMAIL: "email; secondary email",
            Field.NO_EMAIL: "email opt out; unsubscribed mode",
            Field.EXTERNAL_ID: "record id; lead id; contact id",
            Field.OTHER: "lead owner; contact owner; lead status; rating; industry; salutation; "
            "no of employees; annual revenue; created by; modified by",
            Field.IGNORED: "lead owner id; contact owner id; created by id; modified by id; tag; "
            "locked; layout id; unsubscribed time; record image",
        }),
    ),
    Preset(
        id="hubspot",
        says=tr_later("This is an export from HubSpot."),
        needs=_of("record id|record id contact|contact id|vid",
                  "lifecycle stage|marketing contact status|original source|hub spot owner"
                  "|original traffic source|last activity date|primary associated company"),
        fields=_as({
            Field.EXTERNAL_ID: "record id; record id contact; contact id; vid",
            Field.NO_EMAIL: "unsubscribed from all email; opted out of email",
            Field.SOURCE: "original source; original traffic source",
            Field.COMPANY: "company name; associated company; primary associated company",
            Field.OTHER: "contact owner; lead status; lifecycle stage; marketing contact status; "
            "original source drill down; create date; last activity date; last modified date",
            Field.IGNORED: "associated company ids; primary associated company id; "
            "associated company id; associated contact ids; associated deal ids",
        }),
    ),
    Preset(
        id="pipedrive",
        says=tr_later("This is an export from Pipedrive."),
        needs=_of("person name|person email|person email work|person phone|person phone work",
                  "organization name|lead title|deal title|person owner|person organization"
                  "|organization owner|person id"),
        fields=_as({
            Field.NAME: "person name",
            Field.FIRST_NAME: "person first name",
            Field.LAST_NAME: "person last name",
            Field.COMPANY: "organization name; person organization; organization",
            Field.EMAIL: "person email; person email work; person email home; person email other",
            Field.PHONE: "person phone; person phone work; person phone home; person phone other",
            Field.MOBILE: "person phone mobile",
            Field.TITLE: "person job title",
            Field.EXTERNAL_ID: "lead id; person id; deal id",
            Field.OTHER: "lead title; deal title; person owner; organization owner; lead owner; "
            "person label; lead label; lead source; deal stage",
            Field.IGNORED: "organization id; person update time; lead update time; "
            "person next activity date; person last activity date",
        }),
    ),
    Preset(
        id="talque",
        says=tr_later("These look like contacts scanned with talque."),
        needs=_of("first name", "last name", "email", "company name", "job title", "origin"),
        only=frozenset({"country", "phone", "note", "notes"}),
        fields={"origin": Field.OTHER},
    ),
    Preset(
        id="validar",
        says=tr_later("These look like badge scans from Validar."),
        needs=_of("first name", "last name", "job title", "company", "email address", "country"),
        only=frozenset({"phone", "notes", "scanned at", "scan time"}),
    ),
    Preset(
        id="badge_scans",
        says=tr_later("These look like badge scans."),
        needs=_of("badge id|badge number|badge no|badge|scan id|badge type",
                  "scanned at|scan time|scan date|scanned on|captured at|capture date|scanned by"
                  "|captured by|time scanned|date scanned|scan timestamp"),
        fields={"badge type": Field.OTHER, "scan id": Field.EXTERNAL_ID},
    ),
)  # fmt: skip
"""The kinds of lists we know; the first that fits counts."""
