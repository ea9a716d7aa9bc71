"""Tables of countries and states: their names, and the time zones they lie in.

Zones follow the tz database's zone.tab (public domain). Of zones whose clocks have agreed for
years one stands for all. Where a state lies in two zones both are named: a person there is
called only when it is working time on either clock.
"""

from qualdesk.core.identity import folded

# Countries on one clock.
_ONE_CLOCK = """
AD=Europe/Andorra AE=Asia/Dubai AF=Asia/Kabul AG=America/Antigua AI=America/Anguilla
AL=Europe/Tirane AM=Asia/Yerevan AO=Africa/Luanda AR=America/Argentina/Buenos_Aires
AS=Pacific/Pago_Pago AT=Europe/Vienna AW=America/Aruba AX=Europe/Mariehamn AZ=Asia/Baku
BA=Europe/Sarajevo BB=America/Barbados BD=Asia/Dhaka BE=Europe/Brussels BF=Africa/Ouagadougou
BG=Europe/Sofia BH=Asia/Bahrain BI=Africa/Bujumbura BJ=Africa/Porto-Novo
BL=America/St_Barthelemy BM=Atlantic/Bermuda BN=Asia/Brunei BO=America/La_Paz
BQ=America/Kralendijk BS=America/Nassau BT=Asia/Thimphu BW=Africa/Gaborone BY=Europe/Minsk
BZ=America/Belize CC=Indian/Cocos CF=Africa/Bangui CG=Africa/Brazzaville CH=Europe/Zurich
CI=Africa/Abidjan CK=Pacific/Rarotonga CM=Africa/Douala CN=Asia/Shanghai CO=America/Bogota
CR=America/Costa_Rica CU=America/Havana CV=Atlantic/Cape_Verde CW=America/Curacao
CX=Indian/Christmas CY=Asia/Nicosia CZ=Europe/Prague DE=Europe/Berlin DJ=Africa/Djibouti
DK=Europe/Copenhagen DM=America/Dominica DO=America/Santo_Domingo DZ=Africa/Algiers
EE=Europe/Tallinn EG=Africa/Cairo EH=Africa/El_Aaiun ER=Africa/Asmara ET=Africa/Addis_Ababa
FI=Europe/Helsinki FJ=Pacific/Fiji FK=Atlantic/Stanley FO=Atlantic/Faroe FR=Europe/Paris
GA=Africa/Libreville GB=Europe/London GD=America/Grenada GE=Asia/Tbilisi GF=America/Cayenne
GG=Europe/Guernsey GH=Africa/Accra GI=Europe/Gibraltar GM=Africa/Banjul GN=Africa/Conakry
GP=America/Guadeloupe GQ=Africa/Malabo GR=Europe/Athens GS=Atlantic/South_Georgia
GT=America/Guatemala GU=Pacific/Guam GW=Africa/Bissau GY=America/Guyana HK=Asia/Hong_Kong
HN=America/Tegucigalpa HR=Europe/Zagreb HT=America/Port-au-Prince HU=Europe/Budapest
IE=Europe/Dublin IL=Asia/Jerusalem IM=Europe/Isle_of_Man IN=Asia/Kolkata IO=Indian/Chagos
IQ=Asia/Baghdad IR=Asia/Tehran IS=Atlantic/Reykjavik IT=Europe/Rome JE=Europe/Jersey
JM=America/Jamaica JO=Asia/Amman JP=Asia/Tokyo KE=Africa/Nairobi KG=Asia/Bishkek
KH=Asia/Phnom_Penh KM=Indian/Comoro KN=America/St_Kitts KP=Asia/Pyongyang KR=Asia/Seoul
KW=Asia/Kuwait KY=America/Cayman LA=Asia/Vientiane LB=Asia/Beirut LC=America/St_Lucia
LI=Europe/Vaduz LK=Asia/Colombo LR=Africa/Monrovia LS=Africa/Maseru LT=Europe/Vilnius
LU=Europe/Luxembourg LV=Europe/Riga LY=Africa/Tripoli MA=Africa/Casablanca MC=Europe/Monaco
MD=Europe/Chisinau ME=Europe/Podgorica MF=America/Marigot MG=Indian/Antananarivo
MH=Pacific/Majuro MK=Europe/Skopje ML=Africa/Bamako MM=Asia/Yangon MO=Asia/Macau
MP=Pacific/Saipan MQ=America/Martinique MR=Africa/Nouakchott MS=America/Montserrat
MT=Europe/Malta MU=Indian/Mauritius MV=Indian/Maldives MW=Africa/Blantyre MY=Asia/Kuala_Lumpur
MZ=Africa/Maputo NA=Africa/Windhoek NC=Pacific/Noumea NE=Africa/Niamey NF=Pacific/Norfolk
NG=Africa/Lagos NI=America/Managua NL=Europe/Amsterdam NO=Europe/Oslo NP=Asia/Kathmandu
NR=Pacific/Nauru NU=Pacific/Niue OM=Asia/Muscat PA=America/Panama PE=America/Lima
PH=Asia/Manila PK=Asia/Karachi PL=Europe/Warsaw PM=America/Miquelon PN=Pacific/Pitcairn
PR=America/Puerto_Rico PS=Asia/Hebron PW=Pacific/Palau PY=America/Asuncion QA=Asia/Qatar
RE=Indian/Reunion RO=Europe/Bucharest RS=Europe/Belgrade RW=Africa/Kigali SA=Asia/Riyadh
SB=Pacific/Guadalcanal SC=Indian/Mahe SD=Africa/Khartoum SE=Europe/Stockholm SG=Asia/Singapore
SH=Atlantic/St_Helena SI=Europe/Ljubljana SJ=Arctic/Longyearbyen SK=Europe/Bratislava
SL=Africa/Freetown SM=Europe/San_Marino SN=Africa/Dakar SO=Africa/Mogadishu
SR=America/Paramaribo SS=Africa/Juba ST=Africa/Sao_Tome SV=America/El_Salvador
SX=America/Lower_Princes SY=Asia/Damascus SZ=Africa/Mbabane TC=America/Grand_Turk
TD=Africa/Ndjamena TF=Indian/Kerguelen TG=Africa/Lome TH=Asia/Bangkok TJ=Asia/Dushanbe
TK=Pacific/Fakaofo TL=Asia/Dili TM=Asia/Ashgabat TN=Africa/Tunis TO=Pacific/Tongatapu
TR=Europe/Istanbul TT=America/Port_of_Spain TV=Pacific/Funafuti TW=Asia/Taipei
TZ=Africa/Dar_es_Salaam UA=Europe/Kyiv UG=Africa/Kampala UY=America/Montevideo UZ=Asia/Tashkent
VA=Europe/Vatican VC=America/St_Vincent VE=America/Caracas VG=America/Tortola
VI=America/St_Thomas VN=Asia/Ho_Chi_Minh VU=Pacific/Efate WF=Pacific/Wallis WS=Pacific/Apia
YE=Asia/Aden YT=Indian/Mayotte ZA=Africa/Johannesburg ZM=Africa/Lusaka ZW=Africa/Harare
"""

# Countries on several clocks, and the clocks their people live by.
_MANY_CLOCKS = {
    "AU": "Australia/Adelaide Australia/Brisbane Australia/Darwin Australia/Hobart "
    "Australia/Melbourne Australia/Perth Australia/Sydney",
    "BR": "America/Bahia America/Cuiaba America/Fortaleza America/Manaus America/Noronha "
    "America/Rio_Branco America/Sao_Paulo",
    "CA": "America/Edmonton America/Halifax America/Regina America/St_Johns America/Toronto "
    "America/Vancouver America/Whitehorse America/Winnipeg",
    "CD": "Africa/Kinshasa Africa/Lubumbashi",
    "CL": "America/Punta_Arenas America/Santiago Pacific/Easter",
    "EC": "America/Guayaquil Pacific/Galapagos",
    "ES": "Atlantic/Canary Europe/Madrid",
    "FM": "Pacific/Chuuk Pacific/Kosrae Pacific/Pohnpei",
    "GL": "America/Danmarkshavn America/Nuuk America/Scoresbysund America/Thule",
    "ID": "Asia/Jakarta Asia/Jayapura Asia/Makassar",
    "KI": "Pacific/Kanton Pacific/Kiritimati Pacific/Tarawa",
    "KZ": "Asia/Almaty Asia/Aqtobe",
    "MN": "Asia/Hovd Asia/Ulaanbaatar",
    "MX": "America/Cancun America/Ciudad_Juarez America/Hermosillo America/Mazatlan "
    "America/Mexico_City America/Tijuana",
    "NZ": "Pacific/Auckland Pacific/Chatham",
    "PF": "Pacific/Gambier Pacific/Marquesas Pacific/Tahiti",
    "PG": "Pacific/Bougainville Pacific/Port_Moresby",
    "PT": "Atlantic/Azores Atlantic/Madeira Europe/Lisbon",
    "RU": "Asia/Irkutsk Asia/Kamchatka Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk "
    "Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Europe/Kaliningrad Europe/Moscow "
    "Europe/Samara",
    "US": "America/Anchorage America/Chicago America/Denver America/Los_Angeles "
    "America/New_York America/Phoenix Pacific/Honolulu",
}

ZONES_OF_COUNTRY = {
    **{pair[:2]: (pair[3:],) for pair in _ONE_CLOCK.split()},
    **{country: tuple(zones.split()) for country, zones in _MANY_CLOCKS.items()},
}

# Old names of zones that numbers are still known by, and those of zone.tab (tz database 2025b,
# its file "backward"). One clock under two names would be two clocks of one person.
_OLD_NAMES = """
Africa/Asmera=Africa/Asmara America/Buenos_Aires=America/Argentina/Buenos_Aires
America/Godthab=America/Nuuk Asia/Calcutta=Asia/Kolkata Asia/Choibalsan=Asia/Ulaanbaatar
Asia/Katmandu=Asia/Kathmandu Asia/Rangoon=Asia/Yangon Asia/Saigon=Asia/Ho_Chi_Minh
Atlantic/Faeroe=Atlantic/Faroe Europe/Kiev=Europe/Kyiv Pacific/Enderbury=Pacific/Kanton
Pacific/Ponape=Pacific/Pohnpei Pacific/Truk=Pacific/Chuuk
"""
NAME_OF_ZONE = dict(pair.split("=") for pair in _OLD_NAMES.split())

# Name, code, zones. Two zones where the state's people live by two clocks.
_STATES = {
    "US": """
Alabama|AL|America/Chicago
Alaska|AK|America/Anchorage America/Adak
Arizona|AZ|America/Phoenix America/Denver
Arkansas|AR|America/Chicago
California|CA|America/Los_Angeles
Colorado|CO|America/Denver
Connecticut|CT|America/New_York
Delaware|DE|America/New_York
District of Columbia|DC|America/New_York
Florida|FL|America/New_York America/Chicago
Georgia|GA|America/New_York
Hawaii|HI|Pacific/Honolulu
Idaho|ID|America/Boise America/Los_Angeles
Illinois|IL|America/Chicago
Indiana|IN|America/Indiana/Indianapolis America/Chicago
Iowa|IA|America/Chicago
Kansas|KS|America/Chicago America/Denver
Kentucky|KY|America/New_York America/Chicago
Louisiana|LA|America/Chicago
Maine|ME|America/New_York
Maryland|MD|America/New_York
Massachusetts|MA|America/New_York
Michigan|MI|America/Detroit America/Chicago
Minnesota|MN|America/Chicago
Mississippi|MS|America/Chicago
Missouri|MO|America/Chicago
Montana|MT|America/Denver
Nebraska|NE|America/Chicago America/Denver
Nevada|NV|America/Los_Angeles America/Denver
New Hampshire|NH|America/New_York
New Jersey|NJ|America/New_York
New Mexico|NM|America/Denver
New York|NY|America/New_York
North Carolina|NC|America/New_York
North Dakota|ND|America/Chicago America/Denver
Ohio|OH|America/New_York
Oklahoma|OK|America/Chicago
Oregon|OR|America/Los_Angeles America/Boise
Pennsylvania|PA|America/New_York
Rhode Island|RI|America/New_York
South Carolina|SC|America/New_York
South Dakota|SD|America/Chicago America/Denver
Tennessee|TN|America/Chicago America/New_York
Texas|TX|America/Chicago America/Denver
Utah|UT|America/Denver
Vermont|VT|America/New_York
Virginia|VA|America/New_York
Washington|WA|America/Los_Angeles
West Virginia|WV|America/New_York
Wisconsin|WI|America/Chicago
Wyoming|WY|America/Denver
Puerto Rico|PR|America/Puerto_Rico
""",
    "CA": """
Alberta|AB|America/Edmonton
British Columbia|BC|America/Vancouver America/Edmonton
Manitoba|MB|America/Winnipeg
New Brunswick|NB|America/Moncton
Newfoundland and Labrador|NL|America/St_Johns America/Goose_Bay
Northwest Territories|NT|America/Edmonton
Nova Scotia|NS|America/Halifax
Nunavut|NU|America/Iqaluit America/Rankin_Inlet America/Edmonton
Ontario|ON|America/Toronto America/Winnipeg
Prince Edward Island|PE|America/Halifax
Quebec|QC|America/Toronto America/Blanc-Sablon America/Halifax
Saskatchewan|SK|America/Regina America/Edmonton
Yukon|YT|America/Whitehorse
""",
    "AU": """
Australian Capital Territory|ACT|Australia/Sydney
New South Wales|NSW|Australia/Sydney Australia/Broken_Hill
Northern Territory|NT|Australia/Darwin
Queensland|QLD|Australia/Brisbane
South Australia|SA|Australia/Adelaide
Tasmania|TAS|Australia/Hobart
Victoria|VIC|Australia/Melbourne
Western Australia|WA|Australia/Perth
""",
    "BR": """
Acre|AC|America/Rio_Branco
Alagoas|AL|America/Maceio
Amapá|AP|America/Belem
Amazonas|AM|America/Manaus America/Rio_Branco
Bahia|BA|America/Bahia
Ceará|CE|America/Fortaleza
Distrito Federal|DF|America/Sao_Paulo
Espírito Santo|ES|America/Sao_Paulo
Goiás|GO|America/Sao_Paulo
Maranhão|MA|America/Fortaleza
Mato Grosso|MT|America/Cuiaba
Mato Grosso do Sul|MS|America/Campo_Grande
Minas Gerais|MG|America/Sao_Paulo
Pará|PA|America/Belem
Paraíba|PB|America/Fortaleza
Paraná|PR|America/Sao_Paulo
Pernambuco|PE|America/Recife America/Noronha
Piauí|PI|America/Fortaleza
Rio de Janeiro|RJ|America/Sao_Paulo
Rio Grande do Norte|RN|America/Fortaleza
Rio Grande do Sul|RS|America/Sao_Paulo
Rondônia|RO|America/Porto_Velho
Roraima|RR|America/Boa_Vista
Santa Catarina|SC|America/Sao_Paulo
São Paulo|SP|America/Sao_Paulo
Sergipe|SE|America/Maceio
Tocantins|TO|America/Araguaina
""",
    "MX": """
Aguascalientes|AGS|America/Mexico_City
Baja California|BC|America/Tijuana
Baja California Sur|BCS|America/Mazatlan
Campeche|CAMP|America/Mexico_City
Chiapas|CHIS|America/Mexico_City
Chihuahua|CHIH|America/Chihuahua America/Ciudad_Juarez America/Ojinaga
Ciudad de México|CDMX|America/Mexico_City
Mexico City|DF|America/Mexico_City
Coahuila|COAH|America/Matamoros America/Monterrey
Colima|COL|America/Mexico_City
Durango|DGO|America/Mexico_City
Guanajuato|GTO|America/Mexico_City
Guerrero|GRO|America/Mexico_City
Hidalgo|HGO|America/Mexico_City
Jalisco|JAL|America/Mexico_City
Estado de México|MEX|America/Mexico_City
Michoacán|MICH|America/Mexico_City
Morelos|MOR|America/Mexico_City
Nayarit|NAY|America/Mazatlan America/Mexico_City
Nuevo León|NL|America/Matamoros America/Monterrey
Oaxaca|OAX|America/Mexico_City
Puebla|PUE|America/Mexico_City
Querétaro|QRO|America/Mexico_City
Quintana Roo|QROO|America/Cancun
San Luis Potosí|SLP|America/Mexico_City
Sinaloa|SIN|America/Mazatlan
Sonora|SON|America/Hermosillo
Tabasco|TAB|America/Mexico_City
Tamaulipas|TAMPS|America/Matamoros America/Monterrey
Tlaxcala|TLAX|America/Mexico_City
Veracruz|VER|America/Mexico_City
Yucatán|YUC|America/Mexico_City
Zacatecas|ZAC|America/Mexico_City
""",
    "RU": """
Moscow|MOW|Europe/Moscow
Moskva|Москва|Europe/Moscow
Saint Petersburg|SPE|Europe/Moscow
St. Petersburg|Санкт-Петербург|Europe/Moscow
Krasnodar|KDA|Europe/Moscow
Rostov|ROS|Europe/Moscow
Nizhny Novgorod|NIZ|Europe/Moscow
Tatarstan|TA|Europe/Moscow
Voronezh|VOR|Europe/Moscow
Kaliningrad|KGD|Europe/Kaliningrad
Samara|SAM|Europe/Samara
Udmurtia|UD|Europe/Samara
Saratov|SAR|Europe/Saratov
Astrakhan|AST|Europe/Astrakhan
Ulyanovsk|ULY|Europe/Ulyanovsk
Bashkortostan|BA|Asia/Yekaterinburg
Chelyabinsk|CHE|Asia/Yekaterinburg
Orenburg|ORE|Asia/Yekaterinburg
Perm|PER|Asia/Yekaterinburg
Sverdlovsk|SVE|Asia/Yekaterinburg
Tyumen|TYU|Asia/Yekaterinburg
Kurgan|KGN|Asia/Yekaterinburg
Omsk|OMS|Asia/Omsk
Novosibirsk|NVS|Asia/Novosibirsk
Tomsk|TOM|Asia/Tomsk
Altai|ALT|Asia/Barnaul
Kemerovo|KEM|Asia/Novokuznetsk
Krasnoyarsk|KYA|Asia/Krasnoyarsk
Irkutsk|IRK|Asia/Irkutsk
Buryatia|BU|Asia/Irkutsk
Amur|AMU|Asia/Yakutsk
Sakha|SA|Asia/Srednekolymsk Asia/Vladivostok Asia/Yakutsk
Khabarovsk|KHA|Asia/Vladivostok
Primorsky|PRI|Asia/Vladivostok
Magadan|MAG|Asia/Magadan
Sakhalin|SAK|Asia/Sakhalin Asia/Srednekolymsk
Kamchatka|KAM|Asia/Kamchatka
""",
    "PT": """
Madeira|30|Atlantic/Madeira
Açores|20|Atlantic/Azores
Azores|Região Autónoma dos Açores|Atlantic/Azores
""",
    "ES": """
Las Palmas|GC|Atlantic/Canary
Santa Cruz de Tenerife|TF|Atlantic/Canary
Canarias|CN|Atlantic/Canary
""",
}

# Per country: its states by folded name and by code, each with its zones, and with its code.
ZONES_OF_STATE: dict[str, dict[str, tuple[str, ...]]] = {}
CODES_OF_STATE: dict[str, dict[str, str]] = {}
for _country, _table in _STATES.items():
    _states = ZONES_OF_STATE.setdefault(_country, {})
    _codes = CODES_OF_STATE.setdefault(_country, {})
    for _line in _table.split("\n"):
        if _line:
            _name, _code, _zones = _line.split("|")
            _states[folded(_name)] = _states[folded(_code)] = tuple(sorted(_zones.split()))
            _codes[folded(_name)] = _codes[folded(_code)] = _code

# Names people write, in English, German, French and Spanish; the three-letter code first.
_NAMES = """
AE:are united arab emirates, uae, emirates, vereinigte arabische emirate, emirats arabes unis,
  emiratos arabes unidos
AR:arg argentina, argentinien, argentine
AT:aut austria, österreich, autriche, oesterreich, オーストリア
AU:aus australia, australien, australie, オーストラリア
BE:bel belgium, belgien, belgique, bélgica, belgië
BG:bgr bulgaria, bulgarien, bulgarie
BR:bra brazil, brasilien, brésil, brasil
CA:can canada, kanada, canadá
CH:che switzerland, schweiz, suisse, suiza, svizzera
CL:chl chile, chili
CN:chn china, chine, people's republic of china, 中国
CO:col colombia, kolumbien, colombie
CY:cyp cyprus, zypern, chypre, chipre
CZ:cze czechia, czech republic, tschechien, tschechische
  republik, česko, tchéquie, república checa, chequia
DE:deu germany, deutschland, allemagne, alemania, germania, brd, ドイツ
DK:dnk denmark, dänemark, danemark, dinamarca, danmark
EE:est estonia, estland, estonie
EG:egy egypt, ägypten, égypte, egipto
ES:esp spain, spanien, espagne, españa, スペイン
FI:fin finland, finnland, finlande, finlandia, suomi
FR:fra france, frankreich, francia, フランス
GB:gbr united kingdom, uk, u.k., great britain, britain, england, scotland, wales, northern
  ireland, großbritannien, vereinigtes königreich, royaume-uni, angleterre, reino unido, inglaterra,
  イギリス, 英国
GR:grc greece, griechenland, grèce, grecia, hellas
HK:hkg hong kong, hongkong
HR:hrv croatia, kroatien, croatie, croacia
HU:hun hungary, ungarn, hongrie, hungría, magyarország
ID:idn indonesia, indonesien, indonésie
IE:irl ireland, éire, irland, irlande, irlanda, republic of ireland
IL:isr israel, israël
IN:ind india, indien, inde
IS:isl iceland, island, islande, islandia
IT:ita italy, italien, italie, italia
JP:jpn japan, japon, japón, 日本, 日本国
KE:ken kenya, kenia
KR:kor south korea, korea, republic of korea, südkorea, corée du sud, corea del sur, 韓国
LT:ltu lithuania, litauen, lituanie, lituania
LU:lux luxembourg, luxemburg, luxemburgo
LV:lva latvia, lettland, lettonie, letonia
MA:mar morocco, marokko, maroc, marruecos
MT:mlt malta, malte
MX:mex mexico, mexiko, mexique, méxico
MY:mys malaysia, malaisie, malasia
NG:nga nigeria, nigéria
NL:nld netherlands, the netherlands, holland, niederlande, pays-bas, países bajos, nederland
NO:nor norway, norwegen, norvège, noruega, norge
NZ:nzl new zealand, neuseeland, nouvelle-zélande, nueva zelanda
PE:per peru, pérou, perú
PH:phl philippines, philippinen, filipinas
PK:pak pakistan, pakistán
PL:pol poland, polen, pologne, polonia, polska
PT:prt portugal
RO:rou romania, rumänien, roumanie, rumania
RS:srb serbia, serbien, serbie
RU:rus россия, russia, russian federation, russland, russie, rusia
SA:sau saudi arabia, saudi-arabien, arabie saoudite, arabia saudita
SE:swe sweden, schweden, suède, suecia, sverige
SG:sgp singapore, singapur, singapour
SI:svn slovenia, slowenien, slovénie, eslovenia
SK:svk slovakia, slowakei, slovaquie, eslovaquia
TH:tha thailand, thaïlande, tailandia
TR:tur turkey, türkiye, türkei, turquie, turquía
TW:twn taiwan
UA:ukr ukraine, ucrania
US:usa united states, united states of america, u.s., u.s.a., america, vereinigte staaten,
  états-unis, estados unidos, ee. uu., eeuu, アメリカ, アメリカ合衆国, 米国
VN:vnm vietnam, viet nam
ZA:zaf south africa, südafrika, afrique du sud, sudáfrica
"""

COUNTRY_OF_NAME: dict[str, str] = {country.lower(): country for country in ZONES_OF_COUNTRY}
for _line in _NAMES.replace("\n  ", " ").split("\n"):
    if _line:
        _country, _rest = _line.split(":")
        _code, _rest = _rest.split(" ", 1)
        for _name in (_code, *_rest.split(", ")):
            COUNTRY_OF_NAME[_name] = _country
