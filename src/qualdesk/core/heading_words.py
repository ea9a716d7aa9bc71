"""The words lists are headed by, in English, German, French, Spanish and Japanese."""

import re

from qualdesk.core.headings import plain_heading
from qualdesk.core.list_fields import Field

_WORDS: dict[Field, str] = {
    Field.NAME: "name; full name; contact name; contact; lead name; lead; customer name; customer; "
    "client name; client; attendee; attendee name; participant; user name original name; person; "
    "person name; visitor; visitor name; registrant; participant name; name of contact; your name; "
    "first and last name; name surname; first name last name; contact person; prospect; "
    "what is your name; what is your full name; "
    "ansprechpartner; ansprechpartnerin; teilnehmer; teilnehmername; kontakt; kontaktperson; "
    "kontaktname; vor und nachname; vorname nachname; vollstandiger name; besucher; "
    "nom; nom complet; nom et prenom; nom prenom; prenom nom; nom du contact; interlocuteur; "
    "nombre; nombre completo; nombre y apellido; nombre y apellidos; nombre del contacto; "
    "persona de contacto; asistente; "
    "氏名; お名前; 名前; ご氏名; ご芳名; 担当者名; ご担当者名; 担当者; ご担当者; "
    "参加者名; 来場者名; 顧客名; 連絡先名",
    Field.FIRST_NAME: "first name; firstname; first; fname; given name; given names; forename; "
    "vorname; "
    "vornamen; rufname; prenom; prenoms; nombre de pila; nombres; primer nombre; "
    "attendee first name; buyer first name; "
    "名; 下の名前; ファーストネーム",
    Field.LAST_NAME: "last name; lastname; last; lname; surname; family name; nachname; "
    "familienname; zuname; nom de famille; apellido; apellidos; primer apellido; "
    "attendee last name; buyer last name; 姓; 苗字; 名字; ラストネーム",
    Field.TITLE: "title; job title; jobtitle; position; role; function; job role; job; "
    "what is your job title; job position; designation; occupation; your role; "
    "funktion; stelle; position im unternehmen; "
    "stellenbezeichnung; berufsbezeichnung; beruf; rolle; fonction; poste; intitule du poste; "
    "titre; metier; cargo; puesto; puesto de trabajo; funcion; "
    "役職; 役職名; 肩書; 肩書き; 職位; 職種",
    Field.DEPARTMENT: "department; dept; division; business unit; abteilung; bereich; "
    "departement entreprise; departamento; "
    "部署; 部署名; 所属; 所属部署; 部門; 部課名",
    Field.COMPANY: "company; company name; organisation; organization; organisation name; "
    "organization name; account; account name; company account; firm; employer; business; "
    "what is the name of your company; which company do you work for; "
    "what company do you work for; business name; company organization; "
    "company organisation; your company; workplace; "
    "institution; firma; firmenname; unternehmen; unternehmensname; arbeitgeber; betrieb; "
    "entreprise; nom de l entreprise; nom entreprise; societe; nom de la societe; "
    "raison sociale; organisme; employeur; empresa; nombre de la empresa; nombre empresa; "
    "compania; organizacion; razon social; "
    "会社名; 会社; 貴社名; 御社名; 企業名; 法人名; 勤務先; 勤務先名; 団体名; 組織名; "
    "会社名 団体名",
    Field.ABOUT_COMPANY: "about the company; company description; company info; about company",
    Field.EMAIL: "email; e mail; mail; email address; e mail address; work email; business email; "
    "corporate email; company email; primary email; secondary email; personal email; email work; "
    "email home; email other; lead email; user email; attendee email; your email; email id; "
    "mail address; e mail adresse; mailadresse; geschaftliche e mail; courriel; adresse email; "
    "adresse e mail; adresse electronique; adresse mail; adresse courriel; correo; "
    "correo electronico; direccion de correo; direccion de correo electronico; direccion de email; "
    "メールアドレス; メール; eメール; eメールアドレス; "
    "電子メール; 会社メールアドレス; mail アドレス",
    Field.PHONE: "phone; phone number; phone no; telephone; telephone number; telephone no; tel; "
    "tel no; number; business phone; work phone; work phone number; phone work; phone home; "
    "home phone; phone other; other phone; primary phone; lead phone; user phone; contact number; "
    "contact phone; your phone; phone e164; telefon; telefonnummer; telefonnr; telefon nr; "
    "telefon geschaftlich; festnetz; festnetznummer; rufnummer; tel nr; telefono; "
    "business phone number; numero de telephone; numero telephone; no de telephone; "
    "n de telephone; telephone fixe; "
    "telephone professionnel; tel fixe; numero de telefono; no de telefono; n de telefono; "
    "numero telefono; telefono fijo; "
    "telefono de contacto; telefono de trabajo; "
    "電話番号; 電話; お電話番号; ご連絡先電話番号; 連絡先電話番号; "
    "固定電話; 連絡先",
    Field.DIRECT_PHONE: "direct phone; direct line; direct dial; direct; direct number; "
    "direct phone number; durchwahl; durchwahlnummer; direktwahl; ligne directe; "
    "telephone direct; linea directa; telefono directo; 直通; 直通電話; 直通電話番号",
    Field.MOBILE: "mobile; mobile phone; mobile number; mobile no; mobile phone number; cell; "
    "cell phone; cell number; cellphone; phone mobile; mobil; mobilnummer; mobiltelefon; "
    "mobilfunknummer; telefon mobil; handy; handynummer; portable; telephone portable; "
    "tel portable; telephone mobile; numero de portable; mobile professionnel; movil; "
    "telefono movil; celular; telefono celular; numero de movil; whatsapp; whatsapp number; "
    "携帯電話; 携帯; 携帯番号; 携帯電話番号; スマートフォン",
    Field.MAIN_PHONE: "company phone; company phone number; organization phone; switchboard; "
    "main phone; main line; main number; office; office phone; reception; zentrale; "
    "telefonzentrale; firmentelefon; standard; standard telephonique; telephone standard; "
    "centralita; telefono empresa; telefono de la empresa; 代表電話; 代表電話番号; "
    "会社電話番号; 会社電話",
    Field.CITY: "city; town; ort; stadt; wohnort; ville; commune; ciudad; localidad; municipio; "
    "poblacion; place; mailing city; billing city; city town; "
    "市区町村; 市町村; 市区郡; 市区; 市町村名",
    Field.SUBDIVISION: "state; province; state province; state region; bundesland; "
    "kanton; departement; provincia; estado; comunidad autonoma; county state; us state; "
    "mailing state; billing state; state or province; 都道府県; 県; 都道府県名",
    Field.POSTCODE: "zip; zip code; zipcode; postcode; post code; postal code; plz; postleitzahl; "
    "code postal; cp; codigo postal; zip postal code; zip postcode; mailing zip; "
    "郵便番号",
    Field.COUNTRY: "country; country code; country region; country region name; country name; "
    "country territory; nation; land; staat; pays; pais; mailing country; billing country; "
    "国; 国名; 国 地域; 所在国",
    Field.LANGUAGE: "language; languages; preferred language; sprache; sprachen; langue; langues; "
    "idioma; idiomas; 言語; 使用言語; 希望言語",
    Field.ZONE: "time zone; timezone; zone; zeitzone; fuseau horaire; zona horaria; "
    "タイムゾーン; 時間帯 タイムゾーン",
    Field.EXTERNAL_ID: "id; lead id; leadid; external id; record id; recordid; contact id; "
    "contactid; attendee id; "
    "badge id; badge; badge number; badge no; crm id; lead number; kundennummer; kunden nr; "
    "kontakt id; uid; uuid; numero client; numero de cliente; id cliente; "
    "顧客id; 顧客番号; リードid; 会員番号; 管理番号",
    Field.SOURCE: "source; lead source; leadsource; source type; original source; quelle; "
    "herkunft; leadquelle; origin; origine; origine du lead; source du lead; fuente; origen; "
    "origen del lead; リードソース; 流入元; 獲得元; 情報源; 参加経路",
    Field.NOTE: "note; notes; stand note; booth note; stand notes; booth notes; comment; comments; "
    "remark; remarks; message; your message; description; further information; "
    "additional comments; notiz; notizen; bemerkung; bemerkungen; kommentar; kommentare; "
    "anmerkung; anmerkungen; hinweis; hinweise; freitext; gesprachsnotiz; gesprachsnotizen; "
    "nachricht; mitteilung; remarque; remarques; commentaire; commentaires; observations; "
    "precisions; notas; nota; comentario; comentarios; observaciones; mensaje; observacion; "
    "備考; 備考欄; コメント; メモ; ご要望; ご質問; ご質問 ご要望; "
    "お問い合わせ内容; 問い合わせ内容; 自由記入欄; 自由記述; "
    "メッセージ; 商談メモ; 特記事項",
    Field.SCANNED_AT: "scanned at; scanned on; scan time; scan date; captured at; capture date; "
    "capture time; scan timestamp; time scanned; date scanned; gescannt am; erfasst am; "
    "scanzeit; scanne le; date de scan; escaneado el; fecha de escaneo; "
    "スキャン日時; 読取日時; 来場日時; 名刺交換日; 来訪日時",
    Field.SCANNED_BY: "scanned by; captured by; stand staff; booth staff; note by; staff; "
    "collected by; gescannt von; erfasst von; scanne par; escaneado por; "
    "スキャン担当者; 対応者; 自社担当者",
    Field.SUBMITTED_AT: "submitted at; submitted on; submitted; submission date; submission time; "
    "submission date time; submit date; submitted time; date submitted; time submitted; "
    "lead submit time; timestamp; registration time; registration date; registered at; "
    "registered on; date of registration; sign up date; form submitted at; zeitstempel; "
    "eingereicht am; gesendet am; ausgefullt am; anmeldedatum; registriert am; horodateur; "
    "date de soumission; date d inscription; envoye le; marca temporal; fecha de envio; "
    "fecha de registro; fecha de inscripcion; タイムスタンプ; 送信日時; "
    "回答日時; 申込日時; 登録日時",
    Field.DEMO: "demo; demos; demo seen; demo watched; saw demo; saw the demo; product demo; "
    "vorfuhrung; demonstration; demostracion; デモ; デモ視聴; デモ見学",
    Field.ASKED_FOR_CALL: "asked for a call; asked for call; call requested; please call me; "
    "call me; wants a call; callback requested; call back requested; ruckruf; ruckruf gewunscht; "
    "ruckrufwunsch; bitte um ruckruf; rappel; souhaite un rappel; etre rappele; "
    "souhaite etre rappele; desea llamada; desea que le llamen; llamada solicitada; "
    "電話希望; 電話連絡希望; 折り返し希望",
    Field.GIVEAWAY: "giveaway; took giveaway; took the giveaway; prize draw; raffle; competition; "
    "gewinnspiel; give away; tombola; sorteo; ノベルティ; 抽選; 景品",
    Field.MINUTES: "minutes; minutes attended; time in session; time in session minutes; "
    "attendance minutes; attendance duration minutes; duration minutes; viewing minutes; minuten; "
    "teilnahmedauer minuten; minutos; minutos de asistencia; 視聴時間 分; 参加時間 分; "
    "視聴分数",
    Field.JOINED_AT: "join time; joined at; beitrittszeit; heure d arrivee; hora de ingreso; "
    "参加時刻; 入室時刻",
    Field.ATTENDED: "attended; attendance; teilgenommen; a participe; present; presence; asistio; "
    "asistencia; 参加; 出席; 参加状況; 出席状況",
    Field.NO_SHOW: "no show; noshow; nicht erschienen; absent; no asistio; 欠席",
    Field.DOWNLOAD: "download; downloads; downloaded; white paper; whitepaper; asset; ebook; "
    "content downloaded; heruntergeladen; telechargement; descarga; ダウンロード; "
    "ダウンロード資料; 資料名",
    Field.DO_NOT_CONTACT: "do not contact; do not call; do not phone; dnc; no contact; no calls; "
    "opt out; opted out; phone opt out; call opt out; unsubscribed; kein kontakt; nicht anrufen; "
    "nicht kontaktieren; keine anrufe; kontaktsperre; anrufsperre; telefonsperre; werbesperre; "
    "sperrvermerk; werbewiderspruch; bloctel; lista robinson; robinson; ne pas contacter; "
    "ne pas appeler; ne pas demarcher; no contactar; no llamar; 連絡不可; 電話不可; "
    "電話ng; 連絡禁止; 架電禁止; 架電不可",
    Field.MAY_CALL: "may call; may we call; may we call you; phone consent; consent to call; "
    "call consent; consent phone; consent to be called; phone opt in; call opt in; "
    "consent to contact; contact consent; ok to call; telefon einwilligung; einwilligung telefon; "
    "einwilligung anruf; anruf erlaubt; telefonische kontaktaufnahme; consentement telephone; "
    "consentement appel; accord telephone; consentimiento telefonico; consentimiento llamada; "
    "電話可; 電話連絡可; 連絡可; 電話連絡への同意",
    Field.CONSENT_AT: "consent date; consent time; consent given at; consent given on; "
    "consented at; opt in date; opt in time; opted in at; gdpr consent date; date of consent; "
    "einwilligung am; einwilligungsdatum; datum der einwilligung; eingewilligt am; "
    "date du consentement; date de consentement; fecha de consentimiento; "
    "fecha del consentimiento; 同意日; 同意日時",
    Field.CONSENT_WORDS: "consent text; consent wording; consent statement; opt in text; "
    "opt in wording; gdpr consent text; einwilligungstext; wortlaut der einwilligung; "
    "texte du consentement; texto del consentimiento; 同意文; 同意文言",
    Field.NO_EMAIL: "email opt out; e mail opt out; has opted out of email; no email; no emails; "
    "do not email; unsubscribed from all email; email unsubscribed; newsletter opt out; "
    "keine e mails; keine e mail; pas d e mail; ne pas envoyer d e mail; no enviar correo; "
    "メール配信停止; 配信停止; メール不可",
    Field.STATUS: "registration status; attendee status; order status; ticket status; order type; "
    "approval status; anmeldestatus; buchungsstatus; statut de l inscription; "
    "estado de la inscripcion; 申込状況; 登録状況",
    Field.IGNORED: "row; why it was left out",
    Field.IS_TEST: "is test; test; test lead; test row; testlead; テスト",
}
SURE: dict[str, Field] = {
    plain_heading(word): field for field, words in _WORDS.items() for word in words.split("; ")
}
"""The field of a heading, as compared."""

NOT_ABOUT_CALLS = re.compile(
    r"\b(?:e ?mails?|mailings?|newsletters?|fax|sms|texts?|cookies?|photos?|images?|post"
    r"|recordings?|videos?|media|third part(?:y|ies)|data sharing"
    r"|terms|conditions|privacy policy|read)\b"
)
"""Words of a consent or a refusal that is about something else than being phoned."""

LIKELY: tuple[tuple[re.Pattern[str], Field], ...] = (
    (
        re.compile(r"\b(?:consent|opt(?:ed)? ?in|einwilligung|consentement)\b.*"
                   r"\b(?:date|time|at|on|datum|am|zeit|fecha)$"),
        Field.CONSENT_AT,
    ),
    (
        re.compile(r"\b(?:do not|no|not|never) (?:call|calls|contact|phone)\b"
                   r"|\bopt(?:ed)? ?out\b|\bnicht (?:anrufen|kontaktieren)\b"
                   r"|\b(?:werbe|telefon|anruf|kontakt)sperre\b|\b(?:werbe)?widerspruch\b"
                   r"|\bopposition\b.*\b(?:demarchage|appels?|telephon(?:e|ique))\b"),
        Field.DO_NOT_CONTACT,
    ),
    (
        re.compile(r"\b(?:call me|call(?:ed)? back|callback|asked for a call|ruckruf|rappel)\b"
                   r"|折り返し|電話希望"),
        Field.ASKED_FOR_CALL,
    ),
    (
        re.compile(r"\b(?:consent|consented|opt(?:ed)? ?in|may (?:we |i )?(?:call|phone|contact)"
                   r"|contact me (?:by|on|via)|to be (?:called|contacted|phoned)"
                   r"|einwilligung|einverstandnis|dsgvo|gdpr|rgpd|consentement|consentimiento)\b"
                   r"|同意"),
        Field.MAY_CALL,
    ),
    (
        re.compile(r"\be ?mail\b(?!.*\b(?:opt|sent|status|opened|clicked|type|valid|verified"
                   r"|bounced?|domain|consent|campaign|subject)\b)|\bcorreo\b|\bcourriel\b"
                   r"|メール(?!.*(?:配信|停止|同意))"),
        Field.EMAIL,
    ),
    (
        re.compile(r"\b(?:mobile|cell|handy|whatsapp|movil)\b(?!.*\b(?:type|kind|app)\b)|携帯"),
        Field.MOBILE,
    ),
    (
        re.compile(r"\b(?:phone|telephone|telefon|telefono|tel)\b(?!.*\b(?:type|kind|model"
                   r"|consent|system|status|valid|verified)\b)|電話番号"),
        Field.PHONE,
    ),
    (re.compile(r"^contact$|\bfull name\b|氏名|担当者名"), Field.NAME),
    (re.compile(r"\bfirst name\b|\bvorname\b|\bprenom\b"), Field.FIRST_NAME),
    (re.compile(r"\blast name\b|\bnachname\b|\bapellidos?\b"), Field.LAST_NAME),
    (
        re.compile(r"\b(?:company|organi[sz]ation|firma) name\b|\bcompany\b$"
                   r"|\b(?:unternehmen|entreprise|empresa)\b$|会社名|企業名|法人名"),
        Field.COMPANY,
    ),
    (re.compile(r"\b(?:job title|position)\b|役職"), Field.TITLE),
    # Beside a state it is something smaller; alone it is the best there is.
    (re.compile(r"^(?:county|region)$"), Field.SUBDIVISION),
    (re.compile(r"\b(?:notes?|comments?)\b|備考"), Field.NOTE),
    (re.compile(r"\bgiveaway\b"), Field.GIVEAWAY),
    (re.compile(r"\bdemo\b"), Field.DEMO),
    (re.compile(r"\btime zone\b"), Field.ZONE),
)  # fmt: skip
"""What the words in a longer heading speak for; the first that fits."""

ASKS = re.compile(
    r"(?:how|why|when|which|what|who|where|do|does|did|is|are|have|has|would|will|can|could|should"
    r"|wie|was|wann|welche[rsmn]?|wer|wo|haben|nutzen|planen|combien|quel(?:le)?s?|quand|avez"
    r"|cuant[oa]s?|cual(?:es)?|cuando|tiene)\b"
)
"""How a question begins."""

NO_QUESTIONS = frozenset({Field.COMPANY, Field.DEMO, Field.GIVEAWAY, Field.ZONE, Field.TITLE})
"""What a question is not about only because it names it: “Would you like a demo?”."""

TYPED: tuple[str, ...] = (
    "name", "email", "phone", "company", "mobile", "first name", "last name", "full name",
    "job title", "company name", "phone number", "mobile phone", "email address", "telephone",
    "telefon", "telefonnummer", "country", "postcode", "organization", "organisation",
    "vorname", "nachname", "unternehmen", "prenom", "entreprise", "telefono", "apellidos",
    "empresa",
)  # fmt: skip
"""The headings in which a slip of the fingers is looked for."""

SURNAMES = frozenset({"name", "nom"})
"""Headings that mean the last name where another column holds the first name."""

SALUTATIONS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "prof dr", "sir", "madam", "herr", "frau"}
    | {"hr", "fr", "m", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "don", "dona"}
    | {"様", "divers"}
)
"""What stands under “Title” where it is not a job."""
