"""Postcodes that say which clock people live by, where the country or the state does not.

Prefixes of postcodes against zones of the tz database. Where a prefix lies on two clocks both
stand; what is not listed is decided by the state or the country. Sources: the tz database
(zone.tab and the notes of northamerica, southamerica, australasia, europe and asia); the areas
of three digits of the United States Postal Service (Publication 65, L002) with the borders of
49 CFR part 71; the forward sortation areas of Canada Post; Australia Post's ranges; Correios,
Sepomex and Russian Post for the first digits of a region.
"""

_EASTERN, _CENTRAL, _MOUNTAIN = "America/New_York", "America/Chicago", "America/Denver"
_PACIFIC, _ARIZONA, _BOISE = "America/Los_Angeles", "America/Phoenix", "America/Boise"
_INDIANA, _DETROIT = "America/Indiana/Indianapolis", "America/Detroit"

# First and last area of three digits, and the state they lie in.
_US_STATES = """
005 005 NY|006 007 PR|009 009 PR|010 027 MA|028 029 RI|030 038 NH|039 049 ME|050 054 VT|055 055 MA
056 059 VT|060 069 CT|070 089 NJ|100 149 NY|150 196 PA|197 199 DE|200 200 DC|201 201 VA|202 205 DC
206 219 MD|220 246 VA|247 268 WV|270 289 NC|290 299 SC|300 319 GA|320 339 FL|341 342 FL|344 344 FL
346 347 FL|349 349 FL|350 369 AL|370 385 TN|386 397 MS|398 399 GA|400 427 KY|430 459 OH|460 479 IN
480 499 MI|500 528 IA|530 549 WI|550 567 MN|570 577 SD|580 588 ND|590 599 MT|600 629 IL|630 658 MO
660 679 KS|680 693 NE|700 714 LA|716 729 AR|730 732 OK|733 733 TX|734 749 OK|750 799 TX|800 816 CO
820 831 WY|832 838 ID|840 847 UT|850 865 AZ|870 884 NM|885 885 TX|889 898 NV|900 961 CA|967 968 HI
970 979 OR|980 994 WA|995 999 AK
"""

# In states on two clocks: the areas that differ from the most of it, or lie on both.
_US_SPLIT: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "AK": (("America/Anchorage",), {"995": ("America/Adak", "America/Anchorage")}),
    "AZ": ((_ARIZONA,), dict.fromkeys(("860", "865"), (_MOUNTAIN, _ARIZONA))),
    "FL": ((_EASTERN,), {"324": (_CENTRAL, _EASTERN), "325": (_CENTRAL,)}),
    "ID": ((_BOISE,), {"835": (_BOISE, _PACIFIC), "838": (_PACIFIC,)}),
    "IN": (
        (_INDIANA,),
        {
            **dict.fromkeys(("463", "465", "475", "479"), (_CENTRAL, _INDIANA)),
            **dict.fromkeys(("464", "476", "477"), (_CENTRAL,)),
        },
    ),
    "KS": ((_CENTRAL,), dict.fromkeys(("677", "678"), (_CENTRAL, _MOUNTAIN))),
    "KY": (
        (_EASTERN,),
        {
            **dict.fromkeys(("401", "426", "427"), (_CENTRAL, _EASTERN)),
            **dict.fromkeys(("420", "421", "422", "423", "424"), (_CENTRAL,)),
        },
    ),
    "MI": ((_DETROIT,), dict.fromkeys(("498", "499"), (_CENTRAL, _DETROIT))),
    "ND": (
        (_CENTRAL,),
        dict.fromkeys(("585", "586", "588"), (_CENTRAL, _MOUNTAIN)),
    ),
    "NE": (
        (_CENTRAL,),
        {**dict.fromkeys(("690", "691", "692"), (_CENTRAL, _MOUNTAIN)), "693": (_MOUNTAIN,)},
    ),
    "NV": ((_PACIFIC,), {"898": (_MOUNTAIN, _PACIFIC)}),
    "OR": ((_PACIFIC,), {"979": (_BOISE, _PACIFIC)}),
    "SD": (
        (_CENTRAL,),
        {**dict.fromkeys(("575", "576"), (_CENTRAL, _MOUNTAIN)), "577": (_MOUNTAIN,)},
    ),
    "TN": (
        (_CENTRAL,),
        {
            **dict.fromkeys(("373", "377"), (_CENTRAL, _EASTERN)),
            **dict.fromkeys(("374", "376", "378", "379"), (_EASTERN,)),
        },
    ),
    "TX": (
        (_CENTRAL,),
        {"798": (_CENTRAL, _MOUNTAIN), **dict.fromkeys(("799", "885"), (_MOUNTAIN,))},
    ),
}

# Elsewhere: prefixes, the longest decides.
_PREFIXES = {
    "CA": """
A America/St_Johns|A0K A0P America/Goose_Bay America/St_Johns|A0R A2V America/Goose_Bay
B C America/Halifax|E America/Moncton|G H J America/Toronto
G0G America/Blanc-Sablon America/Toronto|G4T America/Halifax
K L M N P America/Toronto|P8N P8T P9A P9N P0W P0X P0Y America/Winnipeg
P0T P0V America/Toronto America/Winnipeg|R America/Winnipeg|S America/Regina
S9V America/Edmonton|T America/Edmonton|V America/Vancouver
V0A V0B V0C V1G V1J America/Edmonton America/Vancouver|V1A V1C America/Edmonton
X0A X0C America/Iqaluit America/Rankin_Inlet|X0B X0E X0G X1A America/Edmonton|Y America/Whitehorse
""",
    "AU": """
02 1 2 Australia/Sydney|2880 Australia/Broken_Hill
2898 Australia/Lord_Howe|3 8 Australia/Melbourne|4 9 Australia/Brisbane|5 Australia/Adelaide
6 Australia/Perth|6443 Australia/Eucla Australia/Perth|7 Australia/Hobart
0872 Australia/Adelaide Australia/Darwin Australia/Perth|08 Australia/Darwin
""",
    "ES": "0 1 2 3 4 5 Europe/Madrid|35 38 Atlantic/Canary",
    "PT": "1 2 3 4 5 6 7 8 Europe/Lisbon|90 91 92 93 94 Atlantic/Madeira|95 96 97 98 99 "
    "Atlantic/Azores",
    "BR": """
0 1 2 3 8 90 91 92 93 94 95 96 97 98 99 70 71 72 73 74 75 76 America/Sao_Paulo
40 41 42 43 44 45 46 47 48 America/Bahia|49 57 America/Maceio
50 51 52 53 54 55 56 America/Recife|53990 America/Noronha|58 59 60 61 62 63 64 65 America/Fortaleza
66 67 68 America/Belem|689 America/Belem|69 America/Manaus|699 America/Rio_Branco
693 America/Boa_Vista|6988 America/Manaus America/Rio_Branco|77 America/Araguaina
768 769 America/Porto_Velho|78 America/Cuiaba|79 America/Campo_Grande
""",
    "MX": """
0 1 20 24 28 29 30 34 35 36 37 38 39 4 5 60 61 62 68 69 7 86 9 America/Mexico_City
21 22 America/Tijuana|23 80 81 82 America/Mazatlan|63 America/Mazatlan America/Mexico_City
25 26 27 65 87 88 89 America/Matamoros America/Monterrey|64 66 67 America/Monterrey
31 33 America/Chihuahua|32 America/Chihuahua America/Ciudad_Juarez America/Ojinaga
77 America/Cancun|83 84 85 America/Hermosillo
""",
    "RU": """
1 2 3 40 42 43 44 60 61 Europe/Moscow|236 237 238 Europe/Kaliningrad
410 411 412 413 Europe/Saratov|414 415 416 Europe/Astrakhan|426 427 443 444 445 446 Europe/Samara
432 433 Europe/Ulyanovsk|450 451 452 453 454 455 456 457 460 461 462 Asia/Yekaterinburg
614 615 616 617 618 619 62 640 641 Asia/Yekaterinburg|644 645 646 Asia/Omsk
630 631 632 633 Asia/Novosibirsk|634 635 636 Asia/Tomsk|649 656 657 658 659 Asia/Barnaul
650 651 652 653 654 Asia/Novokuznetsk|647 648 655 660 661 662 663 667 668 Asia/Krasnoyarsk
664 665 666 669 670 671 Asia/Irkutsk|672 673 674 687 Asia/Chita|675 676 Asia/Yakutsk
677 Asia/Yakutsk|678 Asia/Srednekolymsk Asia/Vladivostok Asia/Yakutsk
679 680 681 682 690 691 692 Asia/Vladivostok|685 686 Asia/Magadan|693 Asia/Sakhalin
694 Asia/Sakhalin Asia/Srednekolymsk|683 684 688 Asia/Kamchatka|689 Asia/Anadyr
""",
}


def _areas() -> dict[str, str]:
    """Each area of three digits of the United States and its state."""
    states = {}
    for span in _US_STATES.replace("\n", "|").strip("|").split("|"):
        first, last, state = span.split()
        states.update({f"{area:03}": state for area in range(int(first), int(last) + 1)})
    return states


def _prefixes(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in table.replace("\n", "|").strip("|").split("|"):
        words = entry.split()
        zones = tuple(sorted(word for word in words if "/" in word))
        found.update({word: zones for word in words if "/" not in word})
    return found


STATE_OF_AREA = _areas()
"""The state of a US postcode, by its first three digits."""
ZONES_OF_AREA = {
    area: others.get(area, most)
    for area, state in STATE_OF_AREA.items()
    if state in _US_SPLIT
    for most, others in [_US_SPLIT[state]]
}
"""The zones of a US postcode in a state on two clocks, by its first three digits."""
ZONES_OF_PREFIX = {country: _prefixes(table) for country, table in _PREFIXES.items()}
"""Per country: the zones of postcodes by how they begin; the longest beginning counts."""
