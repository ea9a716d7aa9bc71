"""Who might be the same person although no exact key says so: suggested, never decided.

Two people are only compared when they share a block: a number, an address, a name at a place,
a company. Everybody with everybody would take hours on a long list. Fuzzy ratios are those of
RapidFuzz, 0 to 100, on text that is folded already.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from qualdesk.core.frozen import frozen
from qualdesk.core.identity import names_agree
from qualdesk.core.wording import listed, tr, tr_later

MOST_PEOPLE = 50_000
"""Lists longer than this are not searched for likeness: exact keys alone decide there."""


@frozen
class Likened:
    """What two people are compared by; everything folded as in :mod:`qualdesk.core.identity`.

    Attributes:
        id: what the pair names them by, a row number.
    """

    id: int
    name: str
    company: str = ""
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    city: str = ""
    postcode: str = ""


@frozen
class LikelyPair:
    """Two people who might be one, the earlier first, and why a person may think so."""

    one: int
    other: int
    because: str


def likely_pairs(people: Iterable[Likened]) -> Iterator[LikelyPair]:
    """The pairs worth a look, each once, in the order of the later one."""
    blocks = _Blocks()
    for one in people:
        for other in blocks.near(one):
            because = why_alike(other, one)
            if because:
                yield LikelyPair(one=other.id, other=one.id, because=because)
        blocks.add(one)


def why_alike(one: Likened, other: Likened) -> str:
    """Why two people might be one, in words; empty when they are likely two.

    Names that are nearly the same need one more thing in common, names that are only close
    need two. A number or an address, which hardly anybody shares by chance, counts for both.
    A single word is no name: it needs one thing more.
    """
    names = name_likeness(one.name, other.name)
    if names < _FAIR_NAMES:
        return ""
    common = list(_in_common(one, other))
    is_rare = any(rare for _, rare in common)
    is_full = " " in one.name and " " in other.name
    enough = 3 - (names >= _NEAR_NAMES) - is_full
    if not is_rare and (names < _CLOSE_NAMES or len(common) < enough):
        return ""
    said = listed(tr(says) for says in dict.fromkeys(says for says, _ in common))
    if one.name == other.name:
        return tr("Same name, {common}.", common=said)
    return tr("Names nearly the same, {common}.", common=said)


def name_likeness(one: str, other: str) -> float:
    """How alike two folded names are, 0 to 100; short forms and initials count as the name."""
    if not one or not other:
        return 0.0
    ours, theirs = _formal(one), _formal(other)
    if ours == theirs:
        return 100.0
    best = max(
        fuzz.token_sort_ratio(ours, theirs),
        fuzz.ratio(ours.replace(" ", ""), theirs.replace(" ", "")),
        _crosswise(ours.split(), theirs.split()),
    )
    if names_agree(ours, theirs):
        return max(best, float(_NEAR_NAMES))
    return best


def _crosswise(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """How alike the words are, each with its best match: a slip may change their order."""
    few, many = sorted((ours, theirs), key=len)
    if len(few) < _WORDS_OF_A_NAME:
        return max(fuzz.ratio(few[0], word) for word in many) - len(many) * _WORD_TOO_MANY
    left, total = list(many), 0.0
    for word in few:
        best = max(left, key=lambda other: fuzz.ratio(word, other))
        left.remove(best)
        likeness = fuzz.ratio(word, best)
        if likeness < _CLOSE_WORD:
            return 0.0
        total += likeness
    return total / len(few) - len(left) * _WORD_TOO_MANY


def _in_common(one: Likened, other: Likened) -> Iterator[tuple[str, bool]]:
    """What else two people share or nearly share, and whether it is rare."""
    if one.numbers & other.numbers:
        yield tr_later("the same number"), True
    elif any(_one_slip(a, b) for a in one.numbers for b in other.numbers):
        yield tr_later("numbers one digit apart"), False
    if one.emails & other.emails:
        # A mailbox of the house is shared by everybody in it.
        own = any(email.partition("@")[0] not in _OF_THE_HOUSE for email in one.emails)
        yield tr_later("the same e-mail"), own
    elif any(_near_address(a, b) for a in one.emails for b in other.emails):
        yield tr_later("e-mails nearly the same"), True
    if one.company and other.company:
        if one.company == other.company:
            yield tr_later("the same company"), False
        elif fuzz.token_set_ratio(one.company, other.company) >= _NEAR_COMPANY:
            yield tr_later("companies nearly the same"), False
    if one.postcode and one.postcode == other.postcode:
        yield tr_later("the same postcode"), False
    if one.city and other.city and fuzz.ratio(one.city, other.city) >= _NEAR_TOWN:
        yield tr_later("the same town"), False


def _one_slip(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other, score_cutoff=1) == 1


def _near_address(one: str, other: str) -> bool:
    """Whether two addresses differ by a slip: in the name before the @, or behind it."""
    name, _, domain = one.partition("@")
    other_name, _, other_domain = other.partition("@")
    if domain == other_domain:
        return fuzz.ratio(name, other_name) >= _NEAR_ADDRESS
    return (
        name == other_name
        and len(name) >= _LONG_NAME
        and fuzz.ratio(domain, other_domain) >= _NEAR_ADDRESS
    )


@dataclass(slots=True)
class _Blocks:
    """People by what they could have in common with a twin."""

    _members: defaultdict[str, list[Likened]] = field(default_factory=lambda: defaultdict(list))

    def near(self, one: Likened) -> Iterator[Likened]:
        """Those who share a block with somebody, each once; crowded blocks say nothing."""
        seen: set[int] = set()
        for key in _blocks_of(one):
            members = self._members.get(key, ())
            if len(members) > _CROWD:
                continue
            for other in members:
                if other.id not in seen:
                    seen.add(other.id)
                    yield other

    def add(self, one: Likened) -> None:
        """Let somebody be found from now on."""
        for key in _blocks_of(one):
            members = self._members[key]
            if len(members) <= _CROWD:
                members.append(one)


def _blocks_of(one: Likened) -> set[str]:
    words = _formal(one.name).split()
    keys = {f"n{number[-_LOCAL:]}" for number in one.numbers}
    keys.update(f"e{email.partition('@')[0]}" for email in one.emails)
    keys.update(f"d{email.partition('@')[2]}{words[-1][0]}" for email in one.emails if words)
    place, firm = one.postcode or one.city, one.company.partition(" ")[0]
    for word in words:
        start = word[:_START]
        if place:
            keys.add(f"p{place}|{start}")
        if one.city:
            keys.add(f"t{one.city[:_START]}|{word}")
        if firm:
            keys.add(f"c{firm}|{start}")
            keys.add(f"f{firm[:_START]}|{word}")
    if len(words) >= _WORDS_OF_A_NAME:
        keys.add(f"w{' '.join(sorted(words))}")
    return keys


def _formal(name: str) -> str:
    """A folded name with short forms written out and umlauts written one way."""
    for written, plain in _LETTERS:
        name = name.replace(written, plain)
    return " ".join(_SHORT_FORMS.get(word, word) for word in name.split())


_NEAR_NAMES, _CLOSE_NAMES, _FAIR_NAMES = 88, 74, 66
_CLOSE_WORD, _WORD_TOO_MANY, _WORDS_OF_A_NAME = 50, 4.0, 2
_NEAR_COMPANY, _NEAR_TOWN, _NEAR_ADDRESS, _LONG_NAME = 88, 80, 85, 5
_CROWD, _LOCAL, _START = 80, 7, 3
_OF_THE_HOUSE = frozenset(
    [
        "info",
        "office",
        "sales",
        "contact",
        "mail",
        "hello",
        "admin",
        "team",
        "support",
        "service",
        "kontakt",
        "buero",
        "post",
    ]
)
_LETTERS = (("ue", "u"), ("oe", "o"), ("ae", "a"), ("ph", "f"), ("th", "t"), ("ck", "k"))
_SHORT = {
    "robert": "bob rob robbie bobby bert", "william": "bill will billy willy liam",
    "richard": "rick dick rich ricky", "elizabeth": "liz beth lizzie betty eliza elisabeth",
    "margaret": "maggie meg peggy marge", "james": "jim jimmy jamie", "john": "jon johnny jack",
    "michael": "mike mick mikey michel", "thomas": "tom tommy", "edward": "ed eddie ted ned",
    "catherine": "cathy kate katie kathy katherine kathrin katrin", "anthony": "tony",
    "joseph": "joe joey", "charles": "charlie chuck", "christopher": "chris kit", "patricia":
    "pat patty trish", "susan": "sue susie suzanne", "david": "dave davy", "daniel": "dan danny",
    "matthew": "matt", "andrew": "andy drew", "steven": "steve stephen stefan stephan",
    "alexander": "alex sandy sascha", "benjamin": "ben benny", "samuel": "sam sammy",
    "gregory": "greg", "nicholas": "nick nico klaus", "johannes": "hannes hans", "josef": "sepp",
    "deborah": "deb debbie", "jennifer": "jen jenny", "rebecca": "becky", "victoria": "vicky",
    "friedrich": "fritz", "heinrich": "heinz", "franziska": "franzi", "maximilian": "max",
}  # fmt: skip
_SHORT_FORMS = {
    short: _full for full, shorts in _SHORT.items() for short in shorts.split() if (_full := full)
}
