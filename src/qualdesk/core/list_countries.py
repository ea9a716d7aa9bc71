"""The question of the country: numbers without a ``+`` in rows that name no country."""

from collections import Counter
from collections.abc import Container, Sequence

from qualdesk.core.country_names import country_name, in_country, looks_like, name_and_code
from qualdesk.core.frozen import frozen
from qualdesk.core.intake import ReadRow
from qualdesk.core.leads import Phone, PhoneState
from qualdesk.core.list_answers import COUNTRY, FOR_RESEARCH
from qualdesk.core.list_checks import (
    MOST_ROWS_SHOWN,
    CheckedRow,
    CheckGroup,
    Offer,
    Option,
    RowTone,
    Section,
)
from qualdesk.core.list_choices import RowMend
from qualdesk.core.list_heaps import TO_RESEARCH, Fate, settled
from qualdesk.core.list_questions import leave_out
from qualdesk.core.list_words import cell, choose_once, share
from qualdesk.core.phone_notes import note_words
from qualdesk.core.phones import calling_code, read_lines, region_of, shown
from qualdesk.core.places import country_of
from qualdesk.core.wording import tr, tr_n

ANOTHER = "another"
_LIKELY = 4


@frozen
class _Asking:
    """A row that asks: who it is, its number as written, and as it was read."""

    number: int
    name: str
    company: str
    raw: str
    phone: Phone | None
    is_out: bool


class CountryQuestion:
    """Counts the rows that ask for a country, and where the people of the list are.

    Args:
        region: the country such rows were read in, empty when nobody knows it.
        of_campaign: the campaign's own country.
        answer: what a person answered, empty while nobody did.
        heading: the column the numbers stand in, for mending a row by hand.
        mended: rows whose country a person gave; they stay in sight.
    """

    def __init__(
        self,
        *,
        region: str,
        of_campaign: str,
        answer: str = "",
        heading: str = "",
        mended: Container[int] = (),
    ) -> None:
        self._mended = mended
        self._region = region
        self._of_campaign = of_campaign
        self._answer = country_of(answer) or answer
        self._heading = heading
        self._people = self._asking = 0
        self._are_in: Counter[str] = Counter()
        self._kept: list[_Asking] = []

    def see(self, row: ReadRow) -> None:
        """Count a row in."""
        self._people += 1
        if not row.asks_country and row.number not in self._mended:
            where = _country_of_row(row)
            if where:
                self._are_in[where] += 1
            return
        self._asking += 1
        if len(self._kept) < MOST_ROWS_SHOWN:
            self._kept.append(_asking(row))

    def group(self, fate: Fate) -> CheckGroup | None:
        """The question, None when no row asks it."""
        if not self._asking:
            return None
        likely = self._likely()
        valid = {
            region: {row.number for row in self._kept if _is_number_of(row.raw, region)}
            for region in likely
        }
        suggested = max(likely, key=lambda region: len(valid[region]), default="")
        asking = self._asking
        return CheckGroup(
            id=COUNTRY,
            section=Section.ASKS,
            title=tr("Country not clear"),
            says=tr_n(asking, "{n:,} number without a country", "{n:,} numbers without a country"),
            count=self._asking,
            heading=tr_n(
                asking,
                "{n:,} number could belong to more than one country",
                "{n:,} numbers could belong to more than one country",
            ),
            explains=" ".join(
                [
                    tr("These rows have no country, and the number does not start with +."),
                    choose_once(asking),
                    tr("You can still change a single row below."),
                ]
            ),
            options=tuple(self._options(likely, valid, suggested)),
            answer=self._answer,
            default=self._default,
            rows=settled((self._row(row, valid) for row in self._kept), fate),
        )

    @property
    def _default(self) -> str:
        return self._of_campaign or FOR_RESEARCH

    def _likely(self) -> list[str]:
        """The countries worth trying, without one twice: the answer, the campaign's, the list's."""
        said = (self._answer if country_of(self._answer) else "", self._region, self._of_campaign)
        in_list = (country for country, _ in self._are_in.most_common(_LIKELY))
        return [country for country in dict.fromkeys((*said, *in_list)) if country]

    def _options(
        self, likely: Sequence[str], valid: dict[str, set[int]], suggested: str
    ) -> list[Option]:
        named = dict.fromkeys((suggested, self._of_campaign, self._region))
        options = [
            Option(
                id=region,
                title=tr_n(
                    self._asking,
                    "Treat it as {country}",
                    "Treat them as {country}",
                    country=name_and_code(region),
                ),
                says=f"{self._how_many(len(valid[region]))} {self._why(region)}".strip(),
                is_suggested=region == suggested and bool(valid[region]),
            )
            for region in named
            if region in likely
        ]
        options.append(
            Option(
                id=ANOTHER,
                title=self._as_another(is_other=bool(options)),
                says=tr("You pick the country next."),
                wants="country",
            )
        )
        if not self._of_campaign or self._answer == FOR_RESEARCH:
            options.append(
                Option(
                    id=FOR_RESEARCH,
                    title=tr("Keep for Research"),
                    says=tr("Nobody is called before somebody finds the country out."),
                )
            )
        options.append(leave_out(self._asking))
        return options

    def _as_another(self, *, is_other: bool) -> str:
        many = self._asking
        if is_other:
            return tr_n(many, "Treat it as another country", "Treat them as another country")
        return tr_n(
            many, "Treat it as numbers of one country", "Treat them as numbers of one country"
        )

    def _how_many(self, valid: int) -> str:
        """How many become numbers that exist; of the first ones where there are very many."""
        whole = len(self._kept)
        if whole == self._asking == 1:
            return tr("It becomes a valid number.") if valid else tr("It becomes no valid number.")
        if whole == self._asking:
            return tr_n(
                valid,
                "{n:,} of {whole:,} becomes a valid number.",
                "{n:,} of {whole:,} become valid numbers.",
                whole=whole,
            )
        return tr_n(
            valid,
            "Of the first {whole:,}, {n:,} becomes a valid number.",
            "Of the first {whole:,}, {n:,} become valid numbers.",
            whole=whole,
        )

    def _why(self, region: str) -> str:
        here = self._are_in[region]
        if here:
            part = share(here, self._people)
            said = tr_n(
                1 if here == 1 < self._people else here + (here == 1),
                "{part} people in this file is in {country}.",
                "{part} people in this file are in {country}.",
                part=part,
                country=in_country(region),
            )
            return said[:1].upper() + said[1:]
        if region == self._of_campaign:
            return tr("{country} is the country of this campaign.", country=country_name(region))
        return ""

    def _row(self, row: _Asking, valid: dict[str, set[int]]) -> CheckedRow:
        phone = row.phone
        is_number = phone is not None and phone.state.is_dialable
        after = shown(phone.e164, phone.extension) if phone and phone.e164 else ""
        others = [region for region in valid if row.number in valid[region]]
        is_valid = phone is not None and phone.state is PhoneState.VALID
        offers: tuple[Offer, ...] = ()
        if row.is_out:
            result, tone = tr("Left out."), RowTone.OUT
        elif is_valid:
            result, tone = tr("Ready"), RowTone.READY
        elif others:
            best, tone = others[0], RowTone.LOOK
            result = looks_like(best)
            offers = (
                Offer(says=tr("Use {code}", code=calling_code(best)), mend=RowMend(region=best)),
            )
        else:
            result = tr("Check it.") if is_number else tr(TO_RESEARCH)
            tone = RowTone.LOOK
        if not is_valid and not others:
            offers = (Offer(says=tr("Edit"), heading=self._heading),)
        return CheckedRow(
            number=row.number,
            name=row.name,
            company=row.company,
            before=row.raw,
            after=after or ("" if others or phone is None else cell(note_words(phone.note))),
            result=result,
            tone=tone,
            offers=offers,
        )


def _asking(row: ReadRow) -> _Asking:
    contact = row.contact
    bare = [phone for phone in contact.phones if not phone.raw.lstrip().startswith("+")]
    phone = next(iter(bare or contact.phones), None)
    return _Asking(
        number=row.number,
        name=cell(contact.name),
        company=cell(contact.company_name),
        raw=cell(phone.raw) if phone else "",
        phone=phone,
        is_out=bool(row.left_out),
    )


def _country_of_row(row: ReadRow) -> str:
    """Where the person is: by their address, else by a number that names its country."""
    country = country_of(row.contact.country)
    if country:
        return country
    return next((region_of(phone.e164) for phone in row.contact.phones if phone.e164), "")


def _is_number_of(raw: str, region: str) -> bool:
    """Whether the text is a number that exists in the country, and is of that country."""
    return any(
        line.phone.state is PhoneState.VALID
        and calling_code(region) == calling_code(region_of(line.phone.e164))
        for line in read_lines(raw, region=region)
    )
