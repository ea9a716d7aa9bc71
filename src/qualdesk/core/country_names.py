"""Countries as a screen names them: their name, their calling code, what their people are."""

from qualdesk.core.wording import tr, tr_later


def country_name(code: str) -> str:
    """The name of a country (ISO code); its code where we know no name."""
    return tr(_NAMES[code]) if code in _NAMES else code


def in_country(code: str) -> str:
    """The country as it stands behind "in": ``the United Kingdom``."""
    return tr(_BEHIND_IN[code], about="behind in") if code in _BEHIND_IN else country_name(code)


def name_and_code(code: str) -> str:
    """The country with its calling code: ``Germany, +49``."""
    # The library of numbers is not read for a name alone.
    from qualdesk.core.phones import calling_code

    calling = calling_code(code)
    return f"{country_name(code)}, {calling}" if calling else country_name(code)


def looks_like(code: str) -> str:
    """What a number of that country looks like, as a sentence such as "Looks British."."""
    if code in _LOOKS:
        return tr(_LOOKS[code])
    return tr("Fits {country}.", country=in_country(code))


# As they stand behind “in”; other languages bend more of them.
_BEHIND_IN = {
    "AE": tr_later("the United Arab Emirates", about="behind in"),
    "CH": tr_later("Switzerland", about="behind in"),
    "GB": tr_later("the United Kingdom", about="behind in"),
    "NL": tr_later("the Netherlands", about="behind in"),
    "PH": tr_later("the Philippines", about="behind in"),
    "SK": tr_later("Slovakia", about="behind in"),
    "TR": tr_later("Turkey", about="behind in"),
    "US": tr_later("the United States", about="behind in"),
}
_LOOKS = {
    "AT": tr_later("Looks Austrian."),
    "AU": tr_later("Looks Australian."),
    "BE": tr_later("Looks Belgian."),
    "BR": tr_later("Looks Brazilian."),
    "CA": tr_later("Looks Canadian."),
    "CH": tr_later("Looks Swiss."),
    "CZ": tr_later("Looks Czech."),
    "DE": tr_later("Looks German."),
    "DK": tr_later("Looks Danish."),
    "ES": tr_later("Looks Spanish."),
    "FI": tr_later("Looks Finnish."),
    "FR": tr_later("Looks French."),
    "GB": tr_later("Looks British."),
    "IE": tr_later("Looks Irish."),
    "IN": tr_later("Looks Indian."),
    "IT": tr_later("Looks Italian."),
    "JP": tr_later("Looks Japanese."),
    "LU": tr_later("Looks Luxembourgish."),
    "MX": tr_later("Looks Mexican."),
    "NL": tr_later("Looks Dutch."),
    "NO": tr_later("Looks Norwegian."),
    "PL": tr_later("Looks Polish."),
    "PT": tr_later("Looks Portuguese."),
    "SE": tr_later("Looks Swedish."),
    "US": tr_later("Looks American."),
}
_NAMES = {
    "AE": tr_later("United Arab Emirates"),
    "AR": tr_later("Argentina"),
    "AT": tr_later("Austria"),
    "AU": tr_later("Australia"),
    "BE": tr_later("Belgium"),
    "BG": tr_later("Bulgaria"),
    "BR": tr_later("Brazil"),
    "CA": tr_later("Canada"),
    "CH": tr_later("Switzerland"),
    "CL": tr_later("Chile"),
    "CN": tr_later("China"),
    "CO": tr_later("Colombia"),
    "CY": tr_later("Cyprus"),
    "CZ": tr_later("Czechia"),
    "DE": tr_later("Germany"),
    "DK": tr_later("Denmark"),
    "EE": tr_later("Estonia"),
    "EG": tr_later("Egypt"),
    "ES": tr_later("Spain"),
    "FI": tr_later("Finland"),
    "FR": tr_later("France"),
    "GB": tr_later("United Kingdom"),
    "GR": tr_later("Greece"),
    "HK": tr_later("Hong Kong"),
    "HR": tr_later("Croatia"),
    "HU": tr_later("Hungary"),
    "ID": tr_later("Indonesia"),
    "IE": tr_later("Ireland"),
    "IL": tr_later("Israel"),
    "IN": tr_later("India"),
    "IS": tr_later("Iceland"),
    "IT": tr_later("Italy"),
    "JP": tr_later("Japan"),
    "KE": tr_later("Kenya"),
    "KR": tr_later("South Korea"),
    "LT": tr_later("Lithuania"),
    "LU": tr_later("Luxembourg"),
    "LV": tr_later("Latvia"),
    "MA": tr_later("Morocco"),
    "MT": tr_later("Malta"),
    "MX": tr_later("Mexico"),
    "MY": tr_later("Malaysia"),
    "NG": tr_later("Nigeria"),
    "NL": tr_later("Netherlands"),
    "NO": tr_later("Norway"),
    "NZ": tr_later("New Zealand"),
    "PE": tr_later("Peru"),
    "PH": tr_later("Philippines"),
    "PK": tr_later("Pakistan"),
    "PL": tr_later("Poland"),
    "PT": tr_later("Portugal"),
    "RO": tr_later("Romania"),
    "RS": tr_later("Serbia"),
    "RU": tr_later("Russia"),
    "SA": tr_later("Saudi Arabia"),
    "SE": tr_later("Sweden"),
    "SG": tr_later("Singapore"),
    "SI": tr_later("Slovenia"),
    "SK": tr_later("Slovakia"),
    "TH": tr_later("Thailand"),
    "TR": tr_later("Turkey"),
    "TW": tr_later("Taiwan"),
    "UA": tr_later("Ukraine"),
    "US": tr_later("United States"),
    "VN": tr_later("Vietnam"),
    "ZA": tr_later("South Africa"),
}
