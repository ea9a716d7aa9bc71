<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>qualdesk</name>
  <message>
   <source>% of calls, their time</source>
   <translation>% der Anrufe, Ortszeit</translation>
  </message>
  <message>
   <source>(somebody who was erased)</source>
   <translation>(jemand Gelöschtes)</translation>
  </message>
  <message>
   <source>0 if nothing</source>
   <translation>0, wenn nichts</translation>
  </message>
  <message>
   <source>00 was read as +.</source>
   <translation>00 wurde als + gelesen.</translation>
  </message>
  <message>
   <source>1 lead came back unanswered: {name}</source>
   <translation>1 Lead kam unbeantwortet zurück: {name}</translation>
  </message>
  <message>
   <source>1 to 9, 0</source>
   <comment>key</comment>
   <translation>1 bis 9, 0</translation>
  </message>
  <message>
   <source>1 year</source>
   <translation>1 Jahr</translation>
  </message>
  <message>
   <source>10 years</source>
   <translation>10 Jahre</translation>
  </message>
  <message>
   <source>15 minutes before</source>
   <translation>15 Minuten vorher</translation>
  </message>
  <message>
   <source>2 years</source>
   <translation>2 Jahre</translation>
  </message>
  <message>
   <source>2026-04-01 to 2026-04-07 holiday; 2026-05-15</source>
   <translation>2026-04-01 bis 2026-04-07 Urlaub; 2026-05-15</translation>
  </message>
  <message>
   <source>3 years</source>
   <translation>3 Jahre</translation>
  </message>
  <message>
   <source>5 minutes before</source>
   <translation>5 Minuten vorher</translation>
  </message>
  <message>
   <source>5 years</source>
   <translation>5 Jahre</translation>
  </message>
  <message>
   <source>A backup needs a place of its own. Choose another file.</source>
   <translation>Eine Sicherung braucht einen eigenen Platz. Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>A backup was made before anything was mended: {file}</source>
   <translation>Vor der Reparatur wurde eine Sicherung gemacht: {file}</translation>
  </message>
  <message>
   <source>A batch is there already and is never written over. Choose another folder.</source>
   <translation>Dort ist schon ein Paket, das nie überschrieben wird. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>A break. Come back when you like.</source>
   <translation>Pause. Machen Sie weiter, wann Sie möchten.</translation>
  </message>
  <message>
   <source>A call</source>
   <translation>Ein Anruf</translation>
  </message>
  <message>
   <source>A call back waits for its caller</source>
   <translation>Rückruf wartet auf seinen Caller</translation>
  </message>
  <message>
   <source>A call begun</source>
   <translation>Ein begonnener Anruf</translation>
  </message>
  <message>
   <source>A call cannot go through a {group}. Ask for each one, or for the one that counts.</source>
   <translation>Ein Gespräch kann kein {group} durchlaufen. Fragen Sie nach jedem einzeln oder nach dem, das zählt.</translation>
  </message>
  <message>
   <source>A call is a number that was dialled, or a call that came in. All other lines count leads, each once.</source>
   <translation>Ein Anruf ist eine gewählte Nummer oder ein eingehender Anruf. Alle anderen Zeilen zählen Leads, jeden einmal.</translation>
  </message>
  <message>
   <source>A call nobody answers</source>
   <translation>Ein Anruf, den niemand annimmt</translation>
  </message>
  <message>
   <source>A caller gets it next</source>
   <translation>Ein Caller bekommt ihn als Nächstes</translation>
  </message>
  <message>
   <source>A caller has them open at this moment. Wait until the call is done.</source>
   <translation>Ein Caller hat den Lead gerade offen. Warten Sie, bis der Anruf zu Ende ist.</translation>
  </message>
  <message>
   <source>A campaign</source>
   <comment>report</comment>
   <translation>Eine Kampagne</translation>
  </message>
  <message>
   <source>A campaign holds the lists of one event or offer, and what callers must know about it. Make one, or drop a lead list here and you are asked for it.</source>
   <translation>Eine Kampagne enthält die Listen zu einer Veranstaltung oder einem Angebot und was Caller darüber wissen müssen. Legen Sie eine an, oder legen Sie eine Lead-Liste hier ab; dann werden Sie danach gefragt.</translation>
  </message>
  <message>
   <source>A campaign needs a name. Give it one that callers will recognise.</source>
   <translation>Eine Kampagne braucht einen Namen. Geben Sie einen, den die Caller wiedererkennen.</translation>
  </message>
  <message>
   <source>A campaign says where its leads come from and when to call them.</source>
   <translation>Eine Kampagne sagt, woher ihre Leads kommen und wann sie angerufen werden.</translation>
  </message>
  <message>
   <source>A campaign says where its leads come from, until when to call them, what callers ask and when a lead is qualified.</source>
   <translation>Eine Kampagne sagt, woher ihre Leads kommen, bis wann sie angerufen werden, was Caller fragen und wann ein Lead qualifiziert ist.</translation>
  </message>
  <message>
   <source>A campaign weighs from 10 to 1000 percent; 100 is as much as any other.</source>
   <translation>Eine Kampagne wird mit 10 bis 1000 Prozent gewichtet; 100 ist so viel wie jede andere.</translation>
  </message>
  <message>
   <source>A case to judge</source>
   <translation>Ein Fall zu beurteilen</translation>
  </message>
  <message>
   <source>A cell in it is too long to be read aloud. Shorten it.</source>
   <translation>Eine Zelle darin ist zu lang zum Vorlesen. Kürzen Sie sie.</translation>
  </message>
  <message>
   <source>A certificate file could not be read. Choose another one in the settings.</source>
   <translation>Eine Zertifikatsdatei war nicht lesbar. Wählen Sie in den Einstellungen eine andere.</translation>
  </message>
  <message>
   <source>A chance: 13 means 13 of 100.</source>
   <translation>Eine Chance: 13 heißt 13 von 100.</translation>
  </message>
  <message>
   <source>A city: Berlin, New York</source>
   <translation>Eine Stadt: Berlin, New York</translation>
  </message>
  <message>
   <source>A client needs a name of at most {most} letters.</source>
   <translation>Ein Auftraggeber braucht einen Namen mit höchstens {most} Zeichen.</translation>
  </message>
  <message>
   <source>A client's list of whom nobody may call for them. Drop one here, or choose its file: you see what it holds before anything is kept.</source>
   <translation>Die Liste eines Auftraggebers mit allen, die niemand für ihn anrufen darf. Legen Sie eine hier ab, oder wählen Sie ihre Datei: Sie sehen, was darin steht, bevor etwas gespeichert wird.</translation>
  </message>
  <message>
   <source>A column of the table</source>
   <translation>Eine Spalte der Tabelle</translation>
  </message>
  <message>
   <source>A conversation</source>
   <translation>Ein Gespräch</translation>
  </message>
  <message>
   <source>A day</source>
   <translation>Ein Tag</translation>
  </message>
  <message>
   <source>A day</source>
   <comment>report</comment>
   <translation>Ein Tag</translation>
  </message>
  <message>
   <source>A day needs %Y, %m and %d, such as %d.%m.%Y.</source>
   <translation>Ein Tag braucht %Y, %m und %d, etwa %d.%m.%Y.</translation>
  </message>
  <message>
   <source>A day or a week can be made by itself. Choose one of them.</source>
   <translation>Ein Tag oder eine Woche kann von selbst erstellt werden. Wählen Sie eins davon.</translation>
  </message>
  <message>
   <source>A day, for instance 1 Oct or 2026-10-01</source>
   <translation>Ein Tag, zum Beispiel 1. Okt. oder 2026-10-01</translation>
  </message>
  <message>
   <source>A day, month, quarter or year</source>
   <translation>Tag, Monat, Quartal oder Jahr</translation>
  </message>
  <message>
   <source>A day, month, quarter or year, for instance Q3 2026</source>
   <translation>Ein Tag, Monat, Quartal oder Jahr, zum Beispiel Q3 2026</translation>
  </message>
  <message>
   <source>A definition needs a name. Give it one that others will recognise.</source>
   <translation>Eine Definition braucht einen Namen. Geben Sie einen, den andere wiedererkennen.</translation>
  </message>
  <message>
   <source>A do-not-call is taken back by a supervisor, with a reason.</source>
   <translation>Eine Sperre nimmt die Teamleitung zurück, mit Begründung.</translation>
  </message>
  <message>
   <source>A factor: 1 changes nothing, 2 doubles the chance, 0.5 halves it.</source>
   <translation>Ein Faktor: 1 ändert nichts, 2 verdoppelt die Chance, 0,5 halbiert sie.</translation>
  </message>
  <message>
   <source>A few letters of it</source>
   <translation>Ein paar Buchstaben daraus</translation>
  </message>
  <message>
   <source>A file being imported: the row above holds the headings</source>
   <translation>Datei beim Einlesen: Die Zeile darüber hat die Überschriften</translation>
  </message>
  <message>
   <source>A file being imported: the row below holds the headings</source>
   <translation>Datei beim Einlesen: Die Zeile darunter hat die Überschriften</translation>
  </message>
  <message>
   <source>A file of earlier leads: what they answered, and what came of them. The template has a column for each question of the script and one for the result. Nobody in it is called.</source>
   <translation>Eine Datei früherer Leads: was sie geantwortet haben und was daraus wurde. Die Vorlage hat eine Spalte für jede Frage des Leitfadens und eine für das Ergebnis. Niemand daraus wird angerufen.</translation>
  </message>
  <message>
   <source>A file of past leads</source>
   <translation>Datei mit früheren Leads</translation>
  </message>
  <message>
   <source>A file your team's server gave you (.pem or .crt). Empty: those the computer believes.</source>
   <translation>Eine Datei vom Server des Teams (.pem oder .crt). Leer: die Zertifikate, denen der Computer vertraut.</translation>
  </message>
  <message>
   <source>A folder, a number</source>
   <translation>Ein Ordner, eine Nummer</translation>
  </message>
  <message>
   <source>A hint for the caller</source>
   <translation>Ein Hinweis für den Caller</translation>
  </message>
  <message>
   <source>A key needs = and a value. Words over several lines need three quotes at both ends.</source>
   <translation>Ein Schlüssel braucht = und einen Wert. Text über mehrere Zeilen braucht drei Anführungszeichen an beiden Enden.</translation>
  </message>
  <message>
   <source>A later file says what became of leads, too. Take number {number} back first.</source>
   <translation>Auch eine spätere Datei sagt, was aus Leads wurde. Nehmen Sie zuerst Nummer {number} zurück.</translation>
  </message>
  <message>
   <source>A lead is qualified with a yes to a call and</source>
   <translation>Qualifiziert ist ein Lead mit einem Ja zum Anruf und</translation>
  </message>
  <message>
   <source>A lead is qualified with all must-haves and</source>
   <translation>Qualifiziert ist ein Lead mit allen Muss-Kriterien und</translation>
  </message>
  <message>
   <source>A lead is qualified with the must-have and</source>
   <translation>Qualifiziert ist ein Lead mit dem Muss-Kriterium und</translation>
  </message>
  <message>
   <source>A limit is a whole number from 0 to {most:,}.</source>
   <translation>Eine Grenze ist eine ganze Zahl von 0 bis {most:,}.</translation>
  </message>
  <message>
   <source>A line</source>
   <translation>Eine Zeile</translation>
  </message>
  <message>
   <source>A line for the caller, told between two calls</source>
   <translation>Ein Satz für den Caller, gezeigt zwischen zwei Anrufen</translation>
  </message>
  <message>
   <source>A line for the next try</source>
   <translation>Eine Zeile für den nächsten Versuch</translation>
  </message>
  <message>
   <source>A line more, if it helps</source>
   <translation>Eine Zeile dazu, wenn es hilft</translation>
  </message>
  <message>
   <source>A list from the stand or the webinar says who came. Drop it here, or choose it.</source>
   <translation>Eine Liste vom Stand oder aus dem Webinar sagt, wer da war. Hier ablegen oder auswählen.</translation>
  </message>
  <message>
   <source>A list is being loaded. Wait for it, or stop it.</source>
   <translation>Eine Liste wird eingelesen. Warten Sie darauf, oder halten Sie es an.</translation>
  </message>
  <message>
   <source>A list is being worked on. Wait for it, or stop it.</source>
   <translation>Gerade wird eine Liste bearbeitet. Warten Sie, oder halten Sie das an.</translation>
  </message>
  <message>
   <source>A list is not closed. End it with ].</source>
   <translation>Eine Liste ist nicht geschlossen. Beenden Sie sie mit ].</translation>
  </message>
  <message>
   <source>A list says: do not contact.</source>
   <translation>Eine Liste sagt: kein Kontakt.</translation>
  </message>
  <message>
   <source>A login is made by whoever administers the server, at the command line, with the person's name and their role.</source>
   <translation>Einen Login legt an, wer den Server verwaltet: auf der Kommandozeile, mit Namen und Rolle der Person.</translation>
  </message>
  <message>
   <source>A login is only sent through TLS. Choose TLS or STARTTLS, or take it out.</source>
   <translation>Eine Anmeldung geht nur über TLS. Wählen Sie TLS oder STARTTLS, oder nehmen Sie sie heraus.</translation>
  </message>
  <message>
   <source>A made-up trade show with 110 leads, a script and a definition. Make three calls without a phone. Throw it away any time.</source>
   <translation>Eine erfundene Messe mit 110 Leads, Leitfaden und Definition. Führen Sie drei Gespräche ohne Telefon. Jederzeit wieder wegzuwerfen.</translation>
  </message>
  <message>
   <source>A message</source>
   <translation>Eine Nachricht</translation>
  </message>
  <message>
   <source>A name is needed: calls stand under it.</source>
   <translation>Ein Name ist nötig: Anrufe stehen darunter.</translation>
  </message>
  <message>
   <source>A name, and where</source>
   <translation>Ein Name, und wo</translation>
  </message>
  <message>
   <source>A name, if they gave one</source>
   <translation>Ein Name, falls genannt</translation>
  </message>
  <message>
   <source>A new one</source>
   <translation>Neuer Leitfaden</translation>
  </message>
  <message>
   <source>A note</source>
   <translation>Eine Notiz</translation>
  </message>
  <message>
   <source>A note on the list</source>
   <translation>Eine Notiz in der Liste</translation>
  </message>
  <message>
   <source>A number</source>
   <translation>Eine Zahl</translation>
  </message>
  <message>
   <source>A number in it is too large to be read. Shorten it.</source>
   <translation>Eine Zahl darin ist zu groß zum Lesen. Kürzen Sie sie.</translation>
  </message>
  <message>
   <source>A number is being looked for</source>
   <comment>what became of a row</comment>
   <translation>Nummer wird gesucht</translation>
  </message>
  <message>
   <source>A number is only asked for where the next one is dialled: after = next_number.</source>
   <translation>Eine Nummer wird nur erfragt, wo die nächste gewählt wird: after = next_number.</translation>
  </message>
  <message>
   <source>A number marked in the directory, or not listed at all, may not be called for advertising without an earlier relationship or consent. The number shown must be registered. How old a look into the directory may be was not seen. No calling hours were found.</source>
   <translation>Eine im Verzeichnis gekennzeichnete oder gar nicht eingetragene Nummer darf ohne frühere Beziehung oder Einwilligung nicht für Werbung angerufen werden. Die angezeigte Nummer muss eingetragen sein. Wie alt ein Blick ins Verzeichnis sein darf, war nicht zu finden. Anrufzeiten wurden nicht gefunden.</translation>
  </message>
  <message>
   <source>A number of {name} was put on the do-not-call list while the batch was written. Nothing has left. Export again: it goes without that number.</source>
   <translation>Eine Nummer von {name} kam auf die Sperrliste, während das Paket geschrieben wurde. Nichts ist hinausgegangen. Exportieren Sie erneut: Es geht ohne diese Nummer hinaus.</translation>
  </message>
  <message>
   <source>A number that was found</source>
   <translation>Eine gefundene Nummer</translation>
  </message>
  <message>
   <source>A number with a Florida area code is presumed to be in Florida.</source>
   <translation>Eine Nummer mit einer Vorwahl von Florida gilt als in Florida.</translation>
  </message>
  <message>
   <source>A number with an Oklahoma area code is presumed to be in Oklahoma.</source>
   <translation>Eine Nummer mit einer Vorwahl von Oklahoma gilt als in Oklahoma.</translation>
  </message>
  <message>
   <source>A number, for instance 420</source>
   <translation>Eine Zahl, zum Beispiel 420</translation>
  </message>
  <message>
   <source>A packaging show in Hall 4, 10 to 12 March</source>
   <translation>Eine Verpackungsmesse in Halle 4, 10. bis 12. März</translation>
  </message>
  <message>
   <source>A packaging show, 10 to 12 March</source>
   <translation>Eine Verpackungsmesse, 10. bis 12. März</translation>
  </message>
  <message>
   <source>A passphrase has at least {count} characters; four words are easy to keep in mind and hard to guess. Nothing was changed.</source>
   <translation>Eine Passphrase hat mindestens {count} Zeichen; vier Wörter sind leicht zu merken und schwer zu erraten. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>A person</source>
   <translation>Eine Person</translation>
  </message>
  <message>
   <source>A person's data</source>
   <translation>Daten einer Person</translation>
  </message>
  <message>
   <source>A place is not closed: write {{field}} or {{field|other words}}.</source>
   <translation>Eine Stelle ist nicht geschlossen: Schreiben Sie {{field}} oder {{field|andere Worte}}.</translation>
  </message>
  <message>
   <source>A port is a number from 1 to 65535.</source>
   <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
  </message>
  <message>
   <source>A question cannot wait for its own answer.</source>
   <translation>Eine Frage kann nicht auf ihre eigene Antwort warten.</translation>
  </message>
  <message>
   <source>A question without words</source>
   <translation>Eine Frage ohne Worte</translation>
  </message>
  <message>
   <source>A reason</source>
   <translation>Ein Grund</translation>
  </message>
  <message>
   <source>A report</source>
   <translation>Ein Bericht</translation>
  </message>
  <message>
   <source>A report is a .pdf or a .xlsx. Give it one of these endings.</source>
   <translation>Ein Bericht ist eine .pdf oder eine .xlsx. Geben Sie ihm eine dieser Endungen.</translation>
  </message>
  <message>
   <source>A round has 1 to {most} cases. {enough} are enough to say something.</source>
   <translation>Eine Runde hat 1 bis {most} Fälle. {enough} reichen für eine Aussage.</translation>
  </message>
  <message>
   <source>A rule on who gets leads</source>
   <translation>Regel, wer Leads bekommt</translation>
  </message>
  <message>
   <source>A script has no question of the type “{type}”. Taken are: text, integer, decimal, date, select_one, select_multiple, note.</source>
   <translation>Ein Leitfaden hat keine Frage vom Typ „{type}“. Möglich sind: text, integer, decimal, date, select_one, select_multiple, note.</translation>
  </message>
  <message>
   <source>A script has no “{column}”. Clear this cell, or take the row out.</source>
   <translation>Ein Leitfaden hat kein „{column}“. Leeren Sie diese Zelle oder nehmen Sie die Zeile heraus.</translation>
  </message>
  <message>
   <source>A script needs a name. Give it one that others will recognise.</source>
   <translation>Ein Leitfaden braucht einen Namen. Geben Sie einen, den andere wiedererkennen.</translation>
  </message>
  <message>
   <source>A script without a name</source>
   <translation>Ein Leitfaden ohne Namen</translation>
  </message>
  <message>
   <source>A second person each, as you chose</source>
   <translation>Je eine zweite Person, wie gewählt</translation>
  </message>
  <message>
   <source>A second person is needed.</source>
   <translation>Es fehlt eine zweite Person.</translation>
  </message>
  <message>
   <source>A share is from 0 to 100 percent of the calls.</source>
   <translation>Ein Anteil liegt zwischen 0 und 100 Prozent der Anrufe.</translation>
  </message>
  <message>
   <source>A sheet takes {most:,} rows, and these are {rows:,}. Write a .csv file.</source>
   <translation>Ein Tabellenblatt fasst {most:,} Zeilen, dies sind {rows:,}. Bitte eine .csv-Datei schreiben.</translation>
  </message>
  <message>
   <source>A small file can hold far more than it seems to.</source>
   <translation>Eine kleine Datei kann weit mehr enthalten, als es scheint.</translation>
  </message>
  <message>
   <source>A spreadsheet form cannot hold this as it stands. Change it, or write a TOML file, which holds all of a script.</source>
   <translation>Ein Tabellenformular kann das so nicht aufnehmen. Ändern Sie es oder schreiben Sie eine TOML-Datei, die alles aufnimmt.</translation>
  </message>
  <message>
   <source>A stage cannot stand in another. End that one first.</source>
   <translation>Ein Abschnitt kann nicht in einem anderen stehen. Beenden Sie den anderen zuerst.</translation>
  </message>
  <message>
   <source>A supervisor says what somebody does and how they are reached.</source>
   <translation>Was jemand tut und wie die Person erreichbar ist, legt die Teamleitung fest.</translation>
  </message>
  <message>
   <source>A supervisor says when somebody is away, and what they call for.</source>
   <translation>Wann jemand abwesend ist und wofür jemand anruft, legt die Teamleitung fest.</translation>
  </message>
  <message>
   <source>A supervisor says who has left.</source>
   <translation>Wer ausgeschieden ist, vermerkt die Teamleitung.</translation>
  </message>
  <message>
   <source>A table is not closed. End it with }, on the same line.</source>
   <translation>Eine Tabelle ist nicht geschlossen. Beenden Sie sie mit }, in derselben Zeile.</translation>
  </message>
  <message>
   <source>A taken lead cost</source>
   <translation>Kosten je Lead</translation>
  </message>
  <message>
   <source>A takes a lead, R sends it back, Enter opens its brief.</source>
   <translation>A nimmt den Lead, R gibt ihn zurück, Enter öffnet den Steckbrief.</translation>
  </message>
  <message>
   <source>A talk lasts {shortest} to {longest} minutes.</source>
   <translation>Ein Gespräch dauert {shortest} bis {longest} Minuten.</translation>
  </message>
  <message>
   <source>A team shares a workspace on a server. Move it there first: qualdesk move --to postgresql://server/desk</source>
   <translation>Ein Team teilt sich einen Arbeitsbereich auf einem Server. Ziehen Sie zuerst dorthin um: qualdesk move --to postgresql://server/desk</translation>
  </message>
  <message>
   <source>A team's workspace is backed up on its server: ask who runs it for pg_dump, which makes a file that pg_restore reads back.</source>
   <translation>Der Arbeitsbereich eines Teams wird auf seinem Server gesichert: Bitten Sie dort um pg_dump; die Datei liest pg_restore zurück.</translation>
  </message>
  <message>
   <source>A team's workspace is on its server. There is no file to decrypt.</source>
   <translation>Der Arbeitsbereich eines Teams liegt auf seinem Server. Es gibt keine Datei, die sich entschlüsseln ließe.</translation>
  </message>
  <message>
   <source>A team's workspace is put back on its server, with pg_restore.</source>
   <translation>Der Arbeitsbereich eines Teams wird auf seinem Server zurückgespielt, mit pg_restore.</translation>
  </message>
  <message>
   <source>A time to call</source>
   <translation>Ein Anruftermin</translation>
  </message>
  <message>
   <source>A visit costs nothing and takes an hour</source>
   <translation>Ein Besuch kostet nichts und dauert eine Stunde</translation>
  </message>
  <message>
   <source>A week</source>
   <comment>report</comment>
   <translation>Eine Woche</translation>
  </message>
  <message>
   <source>A week or more</source>
   <translation>Eine Woche oder mehr</translation>
  </message>
  <message>
   <source>A weekday is from 0, Monday, to 6, Sunday.</source>
   <translation>Ein Wochentag geht von 0, Montag, bis 6, Sonntag.</translation>
  </message>
  <message>
   <source>A window that closes has an end.</source>
   <translation>Eine Frist, die endet, hat ein Ende.</translation>
  </message>
  <message>
   <source>A window until {day}</source>
   <translation>Eine Frist bis {day}</translation>
  </message>
  <message>
   <source>A workbook is many files in one.</source>
   <translation>Eine Arbeitsmappe besteht aus vielen Dateien.</translation>
  </message>
  <message>
   <source>A {kind} question has no options of its own. Remove them, or make it a choice.</source>
   <translation>Eine Frage der Art {kind} hat keine eigenen Antworten. Entfernen Sie sie, oder machen Sie eine Auswahl daraus.</translation>
  </message>
  <message>
   <source>AAPOR code</source>
   <translation>AAPOR-Code</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Über qualdesk</translation>
  </message>
  <message>
   <source>About company</source>
   <translation>Über das Unternehmen</translation>
  </message>
  <message>
   <source>About the list of {name}</source>
   <translation>Zur Liste von {name}</translation>
  </message>
  <message>
   <source>About the list of {name}, not about this person: the answer stands beside every lead of it. You go on with your call.</source>
   <translation>Zur Liste von {name}, nicht zu dieser Person: Die Antwort steht dann bei jedem ihrer Leads. Ihr Anruf geht weiter.</translation>
  </message>
  <message>
   <source>About this list</source>
   <translation>Über diese Liste</translation>
  </message>
  <message>
   <source>About {minutes} min left</source>
   <translation>Noch etwa {minutes} Min.</translation>
  </message>
  <message>
   <source>About {rows}</source>
   <translation>Etwa {rows}</translation>
  </message>
  <message>
   <source>About {seconds} s left</source>
   <translation>Noch etwa {seconds} Sek.</translation>
  </message>
  <message>
   <source>Above or below it, set aside</source>
   <translation>Darüber oder darunter, beiseitegelegt</translation>
  </message>
  <message>
   <source>Acceptance rate</source>
   <translation>Annahmequote</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a column</source>
   <translation>Spalte hinzufügen</translation>
  </message>
  <message>
   <source>Add a criterion</source>
   <translation>Kriterium hinzufügen</translation>
  </message>
  <message>
   <source>Add a group</source>
   <translation>Gruppe hinzufügen</translation>
  </message>
  <message>
   <source>Add a question</source>
   <translation>Frage hinzufügen</translation>
  </message>
  <message>
   <source>Add a referral</source>
   <translation>Empfehlung anlegen</translation>
  </message>
  <message>
   <source>Add a referral at {name}</source>
   <translation>Empfehlung bei {name} anlegen</translation>
  </message>
  <message>
   <source>Add a referral with this name?</source>
   <translation>Empfehlung mit diesem Namen anlegen?</translation>
  </message>
  <message>
   <source>Add a rule</source>
   <translation>Regel hinzufügen</translation>
  </message>
  <message>
   <source>Add a rule by an answer</source>
   <translation>Regel nach einer Antwort hinzufügen</translation>
  </message>
  <message>
   <source>Add a rule by region</source>
   <translation>Regel nach Region hinzufügen</translation>
  </message>
  <message>
   <source>Add a rule for all others</source>
   <translation>Regel für alle übrigen anlegen</translation>
  </message>
  <message>
   <source>Add a rule for {country}</source>
   <translation>Regel für {country} anlegen</translation>
  </message>
  <message>
   <source>Add a side case</source>
   <translation>Nebenfall hinzufügen</translation>
  </message>
  <message>
   <source>Add an answer</source>
   <translation>Antwort hinzufügen</translation>
  </message>
  <message>
   <source>Add another way to qualify</source>
   <translation>Weiteren Weg zur Qualifizierung hinzufügen</translation>
  </message>
  <message>
   <source>Add one</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add or remove somebody</source>
   <translation>Jemanden hinzufügen oder entfernen</translation>
  </message>
  <message>
   <source>Add referral</source>
   <translation>Empfehlung anlegen</translation>
  </message>
  <message>
   <source>Add the rule</source>
   <translation>Regel anlegen</translation>
  </message>
  <message>
   <source>Add their country or state to the file and import it again: they are updated.</source>
   <translation>Ergänzen Sie Land oder Bundesland in der Datei, und lesen Sie sie erneut ein: Sie werden aktualisiert.</translation>
  </message>
  <message>
   <source>Add this language</source>
   <translation>Sprache hinzufügen</translation>
  </message>
  <message>
   <source>Add to the queue</source>
   <translation>In die Warteschlange</translation>
  </message>
  <message>
   <source>Added by itself</source>
   <translation>Kommt von selbst dazu</translation>
  </message>
  <message>
   <source>Added {name}, whom {by} named</source>
   <translation>{name} angelegt, genannt von {by}</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Address of your own</source>
   <translation>Eigene Adresse</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>Adressen</translation>
  </message>
  <message>
   <source>Addresses mended</source>
   <translation>Adressen korrigiert</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Administrator</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nach</translation>
  </message>
  <message numerus="yes">
   <source>After a no: not for {n} days</source>
   <extracomment>One: After a no: not for {n} day</extracomment>
   <translation>
    <numerusform>Nach einem Nein: {n} Tag lang nicht</numerusform>
    <numerusform>Nach einem Nein: {n} Tage lang nicht</numerusform>
   </translation>
  </message>
  <message>
   <source>After the import you can undo it for 30 days.</source>
   <translation>Danach 30 Tage lang rücknehmbar.</translation>
  </message>
  <message>
   <source>After the last contact with them. A client or a campaign may have a term of its own: see qualdesk retention at the command line. A no is kept by its own term.</source>
   <translation>Nach dem letzten Kontakt. Ein Auftraggeber oder eine Kampagne kann eine eigene Frist haben: qualdesk retention auf der Kommandozeile. Ein Nein hat seine eigene Frist.</translation>
  </message>
  <message>
   <source>After the last one, call again on</source>
   <translation>Nach der letzten wieder anrufen am</translation>
  </message>
  <message>
   <source>After the usual rest</source>
   <translation>Nach der üblichen Ruhezeit</translation>
  </message>
  <message>
   <source>After “{after}” a lead stands in {buckets}.</source>
   <translation>Nach „{after}“ steht ein Lead in {buckets}.</translation>
  </message>
  <message>
   <source>Against</source>
   <translation>Dagegen</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Einig</translation>
  </message>
  <message>
   <source>Agreed by marketing and sales, {day} {month}</source>
   <translation>Von Marketing und Vertrieb vereinbart, {day}. {month}</translation>
  </message>
  <message>
   <source>Agreed time</source>
   <translation>Vereinbarte Zeit</translation>
  </message>
  <message>
   <source>Agreed with</source>
   <translation>Vereinbart mit</translation>
  </message>
  <message>
   <source>Alabama</source>
   <translation>Alabama</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All are answered</source>
   <translation>Alle sind beantwortet</translation>
  </message>
  <message>
   <source>All are kept: {fields}.</source>
   <translation>Alle bleiben: {fields}.</translation>
  </message>
  <message>
   <source>All back to normal</source>
   <translation>Alle zurücksetzen</translation>
  </message>
  <message>
   <source>All calls are in it, also those that came in, were undone, or still go on.</source>
   <translation>Enthalten sind alle Anrufe, auch eingehende, zurückgenommene und laufende.</translation>
  </message>
  <message>
   <source>All calls from here</source>
   <translation>Alle Anrufe von hier</translation>
  </message>
  <message>
   <source>All campaigns</source>
   <translation>Alle Kampagnen</translation>
  </message>
  <message>
   <source>All clients</source>
   <translation>Alle Auftraggeber</translation>
  </message>
  <message>
   <source>All e-mails but the first</source>
   <translation>Alle E-Mails außer der ersten</translation>
  </message>
  <message>
   <source>All its times are on one clock.</source>
   <translation>Alle Zeiten folgen einer Uhr.</translation>
  </message>
  <message>
   <source>All keys are on {file}.</source>
   <translation>Alle Tasten stehen in {file}.</translation>
  </message>
  <message>
   <source>All leads</source>
   <translation>Alle Leads</translation>
  </message>
  <message>
   <source>All leads of the list</source>
   <translation>Alle Leads der Liste</translation>
  </message>
  <message>
   <source>All of it is finished.</source>
   <translation>Alles ist erledigt.</translation>
  </message>
  <message>
   <source>All of it may just be finished by {day}.</source>
   <translation>Bis {day} wird vielleicht gerade noch alles erledigt.</translation>
  </message>
  <message>
   <source>All of it will very likely be finished by {day}.</source>
   <translation>Bis {day} wird sehr wahrscheinlich alles erledigt.</translation>
  </message>
  <message>
   <source>All of them</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All of them are kept, the first one leads.</source>
   <translation>Alle bleiben, die erste führt.</translation>
  </message>
  <message>
   <source>All of {client}</source>
   <translation>Alle von {client}</translation>
  </message>
  <message>
   <source>All qualified leads are held back. Put one back to hand it over.</source>
   <translation>Alle qualifizierten Leads sind zurückgestellt. Nehmen Sie einen wieder auf, um ihn zu übergeben.</translation>
  </message>
  <message>
   <source>All scripts: choose another, or begin one</source>
   <translation>Alle Leitfäden: einen anderen wählen oder beginnen</translation>
  </message>
  <message>
   <source>All steps are done</source>
   <translation>Alle Schritte sind erledigt</translation>
  </message>
  <message>
   <source>All that are late</source>
   <translation>Alle überfälligen</translation>
  </message>
  <message>
   <source>All that is kept about them</source>
   <translation>Alles, was über die Person gespeichert ist</translation>
  </message>
  <message>
   <source>All that matters in one text</source>
   <translation>Alles Wichtige in einem Text</translation>
  </message>
  <message>
   <source>All who may be contacted</source>
   <translation>Alle, die kontaktiert werden dürfen</translation>
  </message>
  <message numerus="yes">
   <source>All {must_haves} must-haves are met, with {points}; {n} are needed.</source>
   <extracomment>One: All {must_haves} must-haves are met, with {points}; {n} is needed.</extracomment>
   <translation>
    <numerusform>Alle {must_haves} Muss-Kriterien sind erfüllt: {points}, nötig ist {n}.</numerusform>
    <numerusform>Alle {must_haves} Muss-Kriterien sind erfüllt: {points}, nötig sind {n}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All {n:,} late call backs are open to anyone already.</source>
   <extracomment>One: The late call back is open to anyone already.</extracomment>
   <translation>
    <numerusform>Der überfällige Rückruf ist schon für alle frei.</numerusform>
    <numerusform>Alle {n:,} überfälligen Rückrufe sind schon für alle frei.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All {n:,} leads fit</source>
   <extracomment>One: The {n:,} lead fits</extracomment>
   <translation>
    <numerusform>Der {n:,} Lead passt</numerusform>
    <numerusform>Alle {n:,} Leads passen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All {n:,} rows of the file are accounted for.</source>
   <extracomment>One: The {n:,} row of the file is accounted for.</extracomment>
   <translation>
    <numerusform>Die {n:,} Zeile der Datei ist verbucht.</numerusform>
    <numerusform>Alle {n:,} Zeilen der Datei sind verbucht.</numerusform>
   </translation>
  </message>
  <message>
   <source>All {tries} tries are used up.</source>
   <translation>Alle {tries} Versuche sind verbraucht.</translation>
  </message>
  <message>
   <source>Allow “does not know”</source>
   <translation>„Weiß nicht“ zulassen</translation>
  </message>
  <message>
   <source>Already in qualdesk</source>
   <translation>Schon in qualdesk</translation>
  </message>
  <message>
   <source>Already in qualdesk.</source>
   <translation>Schon in qualdesk.</translation>
  </message>
  <message>
   <source>Also asked as: {words}</source>
   <translation>Auch gefragt als: {words}</translation>
  </message>
  <message>
   <source>Also at hand</source>
   <translation>Auch griffbereit</translation>
  </message>
  <message>
   <source>Also by mail to</source>
   <translation>Auch per E-Mail an</translation>
  </message>
  <message>
   <source>Also in {file}.</source>
   <translation>Auch in: {file}.</translation>
  </message>
  <message>
   <source>Also keep their own words</source>
   <translation>Auch den Wortlaut festhalten</translation>
  </message>
  <message>
   <source>Also named</source>
   <translation>Auch genannt</translation>
  </message>
  <message>
   <source>Also with Ctrl and plus, minus or 0.</source>
   <translation>Auch mit Strg und Plus, Minus oder 0.</translation>
  </message>
  <message>
   <source>Alt+{key} belongs to “{outcome}” already. Choose another.</source>
   <translation>Alt+{key} gehört schon zu „{outcome}“. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>Always asked.</source>
   <translation>Wird immer gefragt.</translation>
  </message>
  <message>
   <source>Always left out</source>
   <translation>Immer ausgelassen</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>An address begins with a word and a colon, as {example}.</source>
   <translation>Eine Adresse beginnt mit einem Wort und einem Doppelpunkt, wie {example}.</translation>
  </message>
  <message>
   <source>An address has plain letters, digits and signs only, and no spaces.</source>
   <translation>Eine Adresse hat nur einfache Buchstaben, Ziffern und Zeichen und keine Leerzeichen.</translation>
  </message>
  <message>
   <source>An address of your own</source>
   <translation>Eigene Adresse</translation>
  </message>
  <message>
   <source>An answer</source>
   <translation>Eine Antwort</translation>
  </message>
  <message>
   <source>An answer can be disputed for</source>
   <translation>Antworten sind anfechtbar</translation>
  </message>
  <message>
   <source>An answer can be taken back for ten seconds. This one stands.</source>
   <translation>Eine Antwort lässt sich zehn Sekunden lang zurücknehmen. Diese gilt.</translation>
  </message>
  <message>
   <source>An answer taken back</source>
   <translation>Eine zurückgenommene Antwort</translation>
  </message>
  <message numerus="yes">
   <source>An encryption that was ended half way left {n:,} files that may be readable: {where}.</source>
   <extracomment>One: An encryption that was ended half way left a file that may be readable: {where}.</extracomment>
   <translation>
    <numerusform>Eine abgebrochene Verschlüsselung hat eine Datei hinterlassen, die lesbar sein kann: {where}.</numerusform>
    <numerusform>Eine abgebrochene Verschlüsselung hat {n:,} Dateien hinterlassen, die lesbar sein können: {where}.</numerusform>
   </translation>
  </message>
  <message>
   <source>An older copy of the same table said 21:00; the earlier hour is kept.</source>
   <translation>Eine ältere Fassung derselben Tabelle nannte 21:00; die frühere Uhrzeit gilt.</translation>
  </message>
  <message>
   <source>An older qualdesk made the source, and nothing was changed there. To bring it up to date first: --bring-up-to-date</source>
   <translation>Die Quelle stammt von einem älteren qualdesk; dort wurde nichts geändert. Um sie erst auf den neuen Stand zu bringen: --bring-up-to-date</translation>
  </message>
  <message>
   <source>An outcome</source>
   <translation>Ein Ergebnis</translation>
  </message>
  <message>
   <source>An outcome without a call</source>
   <translation>Ein Ergebnis ohne Anruf</translation>
  </message>
  <message>
   <source>And {more:,} more.</source>
   <translation>Und {more:,} weitere.</translation>
  </message>
  <message numerus="yes">
   <source>And {n} more.</source>
   <extracomment>One: And {n} more.</extracomment>
   <translation>
    <numerusform>Und {n} weiterer.</numerusform>
    <numerusform>Und {n} weitere.</numerusform>
   </translation>
  </message>
  <message>
   <source>Another date of the list shows that the day comes first.</source>
   <translation>Ein anderes Datum der Liste zeigt, dass der Tag vorn steht.</translation>
  </message>
  <message>
   <source>Another date of the list shows that the month comes first.</source>
   <translation>Ein anderes Datum der Liste zeigt, dass der Monat vorn steht.</translation>
  </message>
  <message>
   <source>Another desk has taken batch {number} over. Look at the list again.</source>
   <translation>Ein anderer Arbeitsplatz hat Paket {number} übernommen. Sehen Sie noch einmal in die Liste.</translation>
  </message>
  <message>
   <source>Another desk took this list over, because this one did not answer for a while. Nothing of it is lost: load it again.</source>
   <translation>Ein anderer Arbeitsplatz hat diese Liste übernommen, weil dieser eine Weile nicht antwortete. Nichts ist verloren: Lesen Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>Another language</source>
   <translation>Weitere Sprache</translation>
  </message>
  <message>
   <source>Another program has a file there open. Close it there, or choose another folder.</source>
   <translation>Ein anderes Programm hat dort eine Datei geöffnet. Schließen Sie sie, oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Another row of this list says: do not contact.</source>
   <translation>Eine andere Zeile dieser Liste sagt: kein Kontakt.</translation>
  </message>
  <message>
   <source>Another script counts from the next lead on.</source>
   <translation>Ein anderer Leitfaden gilt ab dem nächsten Lead.</translation>
  </message>
  <message>
   <source>Another start value</source>
   <translation>Anderer Startwert</translation>
  </message>
  <message>
   <source>Another way to qualify</source>
   <translation>Weiterer Weg zur Qualifizierung</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Answer by</source>
   <translation>Antwort bis</translation>
  </message>
  <message>
   <source>Answer for everybody</source>
   <translation>Für alle antworten</translation>
  </message>
  <message>
   <source>Answer in a form</source>
   <translation>Antwort in einem Formular</translation>
  </message>
  <message>
   <source>Answer them</source>
   <translation>Beantworten</translation>
  </message>
  <message>
   <source>Answer to: {question}</source>
   <translation>Antwort auf: {question}</translation>
  </message>
  <message>
   <source>Answer {number}</source>
   <translation>Antwort {number}</translation>
  </message>
  <message>
   <source>Answer: {question}</source>
   <translation>Antwort: {question}</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Answered</source>
   <comment>by sales</comment>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Answered a question about the list of {name}, asked by {asked:,} callers</source>
   <translation>Frage zur Liste von {name} beantwortet, gestellt von {asked:,} Callern</translation>
  </message>
  <message>
   <source>Answered a question about the list of {name}, asked once</source>
   <translation>Frage zur Liste von {name} beantwortet, einmal gestellt</translation>
  </message>
  <message>
   <source>Answered by</source>
   <translation>Beantwortet von</translation>
  </message>
  <message>
   <source>Answered by sales</source>
   <translation>Vom Vertrieb beantwortet</translation>
  </message>
  <message>
   <source>Answered on</source>
   <translation>Beantwortet am</translation>
  </message>
  <message>
   <source>Answered {answered}, not known {not_known}.</source>
   <translation>Beantwortet {answered}, nicht gewusst {not_known}.</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Answers</source>
   <comment>people who pick up</comment>
   <translation>Nimmt ab</translation>
  </message>
  <message>
   <source>Answers by</source>
   <translation>Antwortet bis</translation>
  </message>
  <message>
   <source>Answers due {day}</source>
   <translation>Antworten bis {day}</translation>
  </message>
  <message>
   <source>Answers from sales</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Answers go there.</source>
   <translation>Antworten gehen dorthin.</translation>
  </message>
  <message>
   <source>Answers read: {counts}.</source>
   <translation>Antworten gelesen: {counts}.</translation>
  </message>
  <message>
   <source>Answers that count, any where none is ticked</source>
   <translation>Antworten, die zählen; jede, wo keine angekreuzt ist</translation>
  </message>
  <message>
   <source>Answers to: {question}</source>
   <translation>Antworten auf: {question}</translation>
  </message>
  <message>
   <source>Answers were asked for by {day}.</source>
   <translation>Um Antwort war bis {day} gebeten.</translation>
  </message>
  <message>
   <source>Answers: {question}</source>
   <translation>Beantwortet: {question}</translation>
  </message>
  <message>
   <source>Any answer</source>
   <translation>Jede Antwort</translation>
  </message>
  <message>
   <source>Any number</source>
   <translation>Beliebig viele</translation>
  </message>
  <message>
   <source>Any one of a group is enough: name of the group</source>
   <translation>Eines der Gruppe genügt: Name der Gruppe</translation>
  </message>
  <message>
   <source>Any reason to wait</source>
   <translation>Jeder Grund zu warten</translation>
  </message>
  <message>
   <source>Anybody</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Anyone</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>Angewendet</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <source>Apr</source>
   <comment>month</comment>
   <translation>Apr.</translation>
  </message>
  <message>
   <source>April</source>
   <comment>month</comment>
   <translation>April</translation>
  </message>
  <message>
   <source>Arabic</source>
   <translation>Arabisch</translation>
  </message>
  <message>
   <source>Are they meant?</source>
   <translation>Ist diese Person gemeint?</translation>
  </message>
  <message>
   <source>Argentina</source>
   <translation>Argentinien</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Eingegangen</translation>
  </message>
  <message>
   <source>Arrows move, digits write hours as 9:00-12:30 13:00-17:00, A says away, L has left, Ctrl+C and Ctrl+V carry a day, PgUp and PgDn turn the week. Hours count in every week.</source>
   <translation>Pfeiltasten bewegen den Cursor, Ziffern schreiben Zeiten wie 9:00-12:30 13:00-17:00, A heißt abwesend, L ausgeschieden, Strg+C und Strg+V übertragen einen Tag, Bild auf und Bild ab blättern um eine Woche. Die Zeiten gelten jede Woche.</translation>
  </message>
  <message>
   <source>As a page</source>
   <translation>Als Seite</translation>
  </message>
  <message>
   <source>As before it was chosen</source>
   <translation>Wie vor der Wahl von Hand</translation>
  </message>
  <message>
   <source>As far as can be told nothing is missing. The damaged file is as it was.</source>
   <translation>Soweit erkennbar, fehlt nichts. Die beschädigte Datei ist, wie sie war.</translation>
  </message>
  <message>
   <source>As it came</source>
   <translation>Wie es kam</translation>
  </message>
  <message>
   <source>As it is</source>
   <translation>Wie es ist</translation>
  </message>
  <message>
   <source>As it stands beside a lead</source>
   <translation>So steht er neben dem Lead</translation>
  </message>
  <message>
   <source>As it stands: {verdict}</source>
   <translation>Nach jetzigem Stand: {verdict}</translation>
  </message>
  <message>
   <source>As it stood on {day}, times in UTC. Names of callers are of people who work here.</source>
   <translation>Stand vom {day}, Zeiten in UTC. Namen von Callern sind die von Menschen, die hier arbeiten.</translation>
  </message>
  <message>
   <source>As mail.example.com; with another port as mail.example.com:2525.</source>
   <translation>Wie mail.example.com; mit anderem Port wie mail.example.com:2525.</translation>
  </message>
  <message>
   <source>As many to hand off</source>
   <translation>Gleich viele zu übergeben</translation>
  </message>
  <message>
   <source>As much as any other, {percent} percent</source>
   <translation>So viel wie jede andere, {percent} Prozent</translation>
  </message>
  <message>
   <source>As people here know it</source>
   <translation>Wie sie hier bekannt ist</translation>
  </message>
  <message>
   <source>As people write them</source>
   <translation>So, wie man sie schreibt</translation>
  </message>
  <message>
   <source>As sentences name it</source>
   <translation>Wie Sätze es nennen</translation>
  </message>
  <message>
   <source>As the campaign says.</source>
   <translation>Wie in der Kampagne.</translation>
  </message>
  <message>
   <source>As the computer</source>
   <translation>Wie der Computer</translation>
  </message>
  <message>
   <source>As the computer follows it through the day.</source>
   <translation>Folgt tagsüber der Einstellung des Computers.</translation>
  </message>
  <message>
   <source>As the last time</source>
   <translation>Wie beim letzten Mal</translation>
  </message>
  <message>
   <source>As the phone dials them</source>
   <translation>So, wie das Telefon sie wählt</translation>
  </message>
  <message>
   <source>As the source says</source>
   <translation>Wie bei der Herkunft</translation>
  </message>
  <message>
   <source>As: mon-fri 9:00-17:00; sat 9:00-12:00. Call backs outside go to anyone.</source>
   <translation>Etwa: mo-fr 9:00-17:00; sa 9:00-12:00. Rückrufe außerhalb gehen an alle.</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Ask before you send again what may have gone: {names}.</source>
   <translation>Fragen Sie nach, bevor Sie noch einmal senden, was vielleicht ankam: {names}.</translation>
  </message>
  <message>
   <source>Ask supervisor</source>
   <translation>Teamleitung fragen</translation>
  </message>
  <message>
   <source>Ask the list owner</source>
   <translation>Zur Liste fragen</translation>
  </message>
  <message>
   <source>Ask the list owner something about the list</source>
   <translation>Zur Liste etwas fragen</translation>
  </message>
  <message>
   <source>Ask the supervisor</source>
   <translation>Teamleitung fragen</translation>
  </message>
  <message>
   <source>Ask this only when</source>
   <translation>Nur fragen, wenn gilt</translation>
  </message>
  <message>
   <source>Ask your supervisor for the address. Nothing is kept before it worked.</source>
   <translation>Fragen Sie die Teamleitung nach der Adresse. Bevor es klappt, wird nichts gespeichert.</translation>
  </message>
  <message>
   <source>Asked by</source>
   <translation>Gewünscht von</translation>
  </message>
  <message>
   <source>Asked for a call</source>
   <translation>Hat um Anruf gebeten</translation>
  </message>
  <message>
   <source>Asked for a phone call</source>
   <translation>Hat um einen Anruf gebeten</translation>
  </message>
  <message>
   <source>Asked for a phone call: {words}</source>
   <translation>Hat um einen Anruf gebeten: {words}</translation>
  </message>
  <message>
   <source>Asked for call</source>
   <translation>Bat um Anruf</translation>
  </message>
  <message>
   <source>Asked from top to bottom, after whom a supervisor chose and who owns the account. What no rule fits goes to whom the campaign names.</source>
   <translation>Von oben nach unten gefragt, nach der Wahl von Hand und dem Kundenbetreuer. Worauf keine Regel passt, bekommt, wen die Kampagne nennt.</translation>
  </message>
  <message>
   <source>Asked in</source>
   <translation>Gestellt in</translation>
  </message>
  <message numerus="yes">
   <source>Asked in {asked} of {n:,} calls.</source>
   <extracomment>One: Asked in {asked} of {n} call.</extracomment>
   <translation>
    <numerusform>Gefragt in {asked} von {n} Anruf.</numerusform>
    <numerusform>Gefragt in {asked} von {n:,} Anrufen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Asked not to be called</source>
   <translation>Möchte nicht mehr angerufen werden</translation>
  </message>
  <message>
   <source>Asked not to be called on {day}. That has ended.</source>
   <translation>Wollte am {day} nicht mehr angerufen werden. Das ist abgelaufen.</translation>
  </message>
  <message>
   <source>Asked on</source>
   <translation>Gefragt am</translation>
  </message>
  <message>
   <source>Asked something about the list of {name}</source>
   <translation>Etwas zur Liste von {name} gefragt</translation>
  </message>
  <message numerus="yes">
   <source>Asked together with others: “{asks}”. You are told when it is answered.</source>
   <extracomment>One: You have asked this already. You are told when it is answered.</extracomment>
   <translation>
    <numerusform>Das haben Sie schon gefragt. Sie erfahren die Antwort.</numerusform>
    <numerusform>Gefragt zusammen mit anderen: „{asks}“. Sie erfahren die Antwort.</numerusform>
   </translation>
  </message>
  <message>
   <source>Asked. The list owner or a supervisor answers it for everybody.</source>
   <translation>Gefragt. Wer für die Liste zuständig ist oder die Teamleitung antwortet für alle.</translation>
  </message>
  <message>
   <source>Asks for {grounds} before a call</source>
   <translation>Vor einem Anruf nötig: {grounds}</translation>
  </message>
  <message>
   <source>At an agreed time</source>
   <translation>Zu einer vereinbarten Zeit</translation>
  </message>
  <message>
   <source>At another time</source>
   <translation>Zu anderer Zeit</translation>
  </message>
  <message>
   <source>At hand all through the call. {question_jump} finds them by their words.</source>
   <translation>Während des ganzen Gesprächs griffbereit. {question_jump} findet sie nach Worten.</translation>
  </message>
  <message>
   <source>At least one try, on at least one day, must be allowed.</source>
   <translation>Mindestens ein Versuch an mindestens einem Tag muss erlaubt sein.</translation>
  </message>
  <message>
   <source>At least presumed consent: there must be facts from which an interest in this call follows.</source>
   <translation>Mindestens mutmaßliche Einwilligung: Es muss Tatsachen geben, aus denen ein Interesse an diesem Anruf folgt.</translation>
  </message>
  <message>
   <source>At least so many of 100 calls go to it while it can be called.</source>
   <translation>Mindestens so viele von 100 Anrufen gehen an sie, solange sie angerufen werden kann.</translation>
  </message>
  <message>
   <source>At least {percent} of 100 calls</source>
   <translation>Mindestens {percent} von 100 Anrufen</translation>
  </message>
  <message>
   <source>At most a day for each person</source>
   <translation>Höchstens je Person und Tag</translation>
  </message>
  <message>
   <source>At most in a batch</source>
   <translation>Höchstens in einem Paket</translation>
  </message>
  <message>
   <source>At most {count}</source>
   <translation>Höchstens {count}</translation>
  </message>
  <message>
   <source>At most {limits}</source>
   <translation>Höchstens {limits}</translation>
  </message>
  <message>
   <source>At most {most} things can be chosen from. Leave some out.</source>
   <translation>Höchstens {most} Dinge stehen zur Wahl. Lassen Sie einige weg.</translation>
  </message>
  <message numerus="yes">
   <source>At most {n} messages each</source>
   <extracomment>One: At most {n} message each</extracomment>
   <translation>
    <numerusform>Höchstens {n} Nachricht pro Person</numerusform>
    <numerusform>Höchstens {n} Nachrichten pro Person</numerusform>
   </translation>
  </message>
  <message>
   <source>At once, or: thu, 1 Sep, in 2 weeks</source>
   <translation>Sofort oder: do; 1. Sep.; in 2 Wochen</translation>
  </message>
  <message>
   <source>At what time</source>
   <translation>Um wie viel Uhr</translation>
  </message>
  <message>
   <source>At work then: {names}.</source>
   <translation>Dann im Dienst: {names}.</translation>
  </message>
  <message>
   <source>At {threshold} points {qualified:,} of {leads:,} leads are qualified: {taken:,} sales took, {sent_back:,} were sent back.</source>
   <translation>Bei {threshold} Punkten sind {qualified:,} von {leads:,} Leads qualifiziert: {taken:,} hat der Vertrieb angenommen, {sent_back:,} kamen zurück.</translation>
  </message>
  <message>
   <source>Attended</source>
   <translation>War dabei</translation>
  </message>
  <message>
   <source>Attended 1 minute</source>
   <translation>1 Minute dabei</translation>
  </message>
  <message>
   <source>Attended 1 minute, from {when}</source>
   <translation>1 Minute dabei, ab {when}</translation>
  </message>
  <message>
   <source>Attended {minutes} minutes</source>
   <translation>{minutes} Minuten dabei</translation>
  </message>
  <message>
   <source>Attended {minutes} minutes, from {when}</source>
   <translation>{minutes} Minuten dabei, ab {when}</translation>
  </message>
  <message>
   <source>Attended {minutes} minutes, joined {times} times</source>
   <translation>{minutes} Minuten dabei, {times}-mal beigetreten</translation>
  </message>
  <message>
   <source>Attended {minutes} minutes, joined {times} times, from {when}</source>
   <translation>{minutes} Minuten dabei, {times}-mal beigetreten, ab {when}</translation>
  </message>
  <message>
   <source>Auditor</source>
   <translation>Prüfer</translation>
  </message>
  <message>
   <source>Aug</source>
   <comment>month</comment>
   <translation>Aug.</translation>
  </message>
  <message>
   <source>August</source>
   <comment>month</comment>
   <translation>August</translation>
  </message>
  <message>
   <source>Australia</source>
   <translation>Australien</translation>
  </message>
  <message>
   <source>Australia, Telemarketing and Research Calls Industry Standard 2017</source>
   <translation>Australien, Telemarketing and Research Calls Industry Standard 2017</translation>
  </message>
  <message>
   <source>Austria</source>
   <translation>Österreich</translation>
  </message>
  <message>
   <source>Austria, Germany</source>
   <translation>Österreich, Deutschland</translation>
  </message>
  <message>
   <source>Austria, advertising calls: only with consent, companies too</source>
   <translation>Österreich, Werbeanrufe: nur mit Einwilligung, auch bei Unternehmen</translation>
  </message>
  <message>
   <source>Authority</source>
   <translation>Entscheidungsbefugnis</translation>
  </message>
  <message>
   <source>Away</source>
   <translation>Abwesend</translation>
  </message>
  <message>
   <source>Away today.</source>
   <translation>Heute abwesend.</translation>
  </message>
  <message>
   <source>BANT, CHAMP and MEDDIC</source>
   <translation>BANT, CHAMP und MEDDIC</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back</source>
   <comment>from a break</comment>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Back at {at:%H:%M}</source>
   <translation>Zurück um {at:%H:%M}</translation>
  </message>
  <message>
   <source>Back from research.</source>
   <translation>Zurück aus der Nachforschung.</translation>
  </message>
  <message>
   <source>Back to normal</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Back to real work</source>
   <translation>Zurück zur echten Arbeit</translation>
  </message>
  <message>
   <source>Back to the Floor</source>
   <translation>Zurück zum Team</translation>
  </message>
  <message>
   <source>Back to the batch</source>
   <translation>Zurück zum Paket</translation>
  </message>
  <message>
   <source>Back to the criteria</source>
   <translation>Zurück zu den Kriterien</translation>
  </message>
  <message>
   <source>Back to the desk</source>
   <translation>Zurück zum Arbeitsplatz</translation>
  </message>
  <message>
   <source>Back to the lists</source>
   <translation>Zurück zu den Listen</translation>
  </message>
  <message>
   <source>Back to the queue</source>
   <translation>Zurück in die Warteschlange</translation>
  </message>
  <message>
   <source>Back to the queue at once</source>
   <translation>Sofort zurück in die Warteschlange</translation>
  </message>
  <message>
   <source>Back to the shipped value</source>
   <translation>Zurück zum mitgelieferten Wert</translation>
  </message>
  <message>
   <source>Back to {name}</source>
   <translation>Zurück zu {name}</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Backspace</source>
   <comment>key</comment>
   <translation>Rücktaste</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Backups by themselves</source>
   <translation>Automatische Sicherungen</translation>
  </message>
  <message>
   <source>Backups made before</source>
   <translation>Frühere Sicherungen</translation>
  </message>
  <message>
   <source>Backups made before now still hold them: replace them.</source>
   <translation>Frühere Sicherungen enthalten die Person noch: Bitte ersetzen.</translation>
  </message>
  <message>
   <source>Backups that stay</source>
   <translation>Sicherungen, die bleiben</translation>
  </message>
  <message>
   <source>Badge scanned</source>
   <translation>Badge gescannt</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Gewichtung</translation>
  </message>
  <message>
   <source>Balance between campaigns</source>
   <translation>Gewichtung der Kampagnen</translation>
  </message>
  <message>
   <source>Baltic</source>
   <translation>Baltisch</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>Paket</translation>
  </message>
  <message>
   <source>Batch {number}</source>
   <translation>Paket {number}</translation>
  </message>
  <message>
   <source>Batch {number} has left: {leads}, {files}</source>
   <translation>Paket {number} ist unterwegs: {leads}, {files}</translation>
  </message>
  <message>
   <source>Batch {number} is being written</source>
   <translation>Paket {number} wird geschrieben</translation>
  </message>
  <message numerus="yes">
   <source>Batch {number} recalled: {n:,} leads are ours again.</source>
   <extracomment>One: Batch {number} recalled: {n:,} lead is ours again.</extracomment>
   <translation>
    <numerusform>Paket {number} zurückgerufen: {n:,} Lead gehört wieder uns.</numerusform>
    <numerusform>Paket {number} zurückgerufen: {n:,} Leads gehören wieder uns.</numerusform>
   </translation>
  </message>
  <message>
   <source>Batch {number} was not taken back.</source>
   <translation>Paket {number} wurde nicht zurückgeholt.</translation>
  </message>
  <message>
   <source>Batch {number} was recalled already.</source>
   <translation>Paket {number} wurde schon zurückgerufen.</translation>
  </message>
  <message>
   <source>Batch {number} was recalled, so nothing is to be done about {name} any more.</source>
   <translation>Paket {number} wurde zurückgerufen. Bei {name} ist nichts mehr zu tun.</translation>
  </message>
  <message>
   <source>Batch {number} was recalled.</source>
   <translation>Paket {number} wurde zurückgerufen.</translation>
  </message>
  <message>
   <source>Batch {number} was taken back. Tell them that.</source>
   <translation>Paket {number} wurde zurückgeholt. Melden Sie das.</translation>
  </message>
  <message>
   <source>Batch {number}, {day}</source>
   <translation>Paket {number}, {day}</translation>
  </message>
  <message>
   <source>Batch {number}: no lead is ticked</source>
   <translation>Paket {number}: kein Lead angehakt</translation>
  </message>
  <message numerus="yes">
   <source>Batch {number}: {n:,} leads to {people}, answers by {day}</source>
   <extracomment>One: Batch {number}: {n:,} lead to {people}, answers by {day}</extracomment>
   <translation>
    <numerusform>Paket {number}: {n} Lead an {people}, Antwort bis {day}</numerusform>
    <numerusform>Paket {number}: {n:,} Leads an {people}, Antwort bis {day}</numerusform>
   </translation>
  </message>
  <message>
   <source>Batch {number}: {taken} taken, {back} sent back, {waiting} waiting</source>
   <translation>Paket {number}: {taken} angenommen, {back} zurück, {waiting} offen</translation>
  </message>
  <message>
   <source>Batches that have left</source>
   <translation>Übergebene Pakete</translation>
  </message>
  <message>
   <source>Became</source>
   <translation>Wurde</translation>
  </message>
  <message>
   <source>Became it on</source>
   <translation>Wurde es am</translation>
  </message>
  <message>
   <source>Because</source>
   <translation>Weil</translation>
  </message>
  <message>
   <source>Becomes</source>
   <translation>Wird zu</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vor</translation>
  </message>
  <message>
   <source>Before the event</source>
   <translation>Vor der Veranstaltung</translation>
  </message>
  <message>
   <source>Before this call</source>
   <translation>Vor diesem Anruf</translation>
  </message>
  <message>
   <source>Began</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Began a round of rating for {name}</source>
   <translation>Beurteilungsrunde für {name} begonnen</translation>
  </message>
  <message>
   <source>Began the definition {name}</source>
   <translation>Definition {name} begonnen</translation>
  </message>
  <message>
   <source>Began the script {name}</source>
   <translation>Leitfaden {name} begonnen</translation>
  </message>
  <message>
   <source>Begin a round of 30</source>
   <translation>Runde mit 30 beginnen</translation>
  </message>
  <message>
   <source>Begin again</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>Begin again from the older one</source>
   <translation>Neu mit der älteren beginnen</translation>
  </message>
  <message>
   <source>Begin empty</source>
   <translation>Leer beginnen</translation>
  </message>
  <message>
   <source>Begin like the one above</source>
   <translation>Wie der obige beginnen</translation>
  </message>
  <message>
   <source>Begin without a list</source>
   <translation>Ohne Liste beginnen</translation>
  </message>
  <message>
   <source>Being read. Nothing is kept.</source>
   <translation>Wird gelesen. Nichts wird gespeichert.</translation>
  </message>
  <message>
   <source>Being undone</source>
   <translation>Wird zurückgenommen</translation>
  </message>
  <message>
   <source>Being written</source>
   <translation>Wird geschrieben</translation>
  </message>
  <message>
   <source>Belgium</source>
   <translation>Belgien</translation>
  </message>
  <message>
   <source>Belief</source>
   <translation>Annahme</translation>
  </message>
  <message>
   <source>Beside it</source>
   <translation>Daneben</translation>
  </message>
  <message>
   <source>Beside the norms</source>
   <translation>Neben den Normen</translation>
  </message>
  <message>
   <source>Beside the others</source>
   <translation>Neben den anderen</translation>
  </message>
  <message>
   <source>Beside the outcome</source>
   <translation>Neben dem Ergebnis</translation>
  </message>
  <message>
   <source>Beside the outcome, while they are on the line.</source>
   <translation>Neben dem Ergebnis, noch während des Gesprächs.</translation>
  </message>
  <message>
   <source>Best hours: {few}.</source>
   <translation>Beste Stunden: {few}.</translation>
  </message>
  <message>
   <source>Best: {begins} to {ends}. The queue already prefers these hours.</source>
   <translation>Am besten: {begins} bis {ends} Uhr. Die Warteschlange bevorzugt diese Stunden schon.</translation>
  </message>
  <message>
   <source>Better now than later</source>
   <translation>Jetzt besser als später</translation>
  </message>
  <message>
   <source>Between</source>
   <translation>Zwischen</translation>
  </message>
  <message>
   <source>Between 1 and {most} messages can be left for one person.</source>
   <translation>Einer Person lassen sich 1 bis {most} Nachrichten hinterlassen.</translation>
  </message>
  <message>
   <source>Bigger text and controls</source>
   <translation>Text und Bedienung größer</translation>
  </message>
  <message>
   <source>Binding for those who adopted the code; taken as the careful reading for all. The register of objections covers mobiles since 27 July 2022; how old a scrub may be was not seen in the text. The number shown must be reachable.</source>
   <translation>Bindend für alle, die den Kodex angenommen haben; vorsichtshalber hier für alle. Das Widerspruchsregister umfasst seit dem 27. Juli 2022 auch Mobilnummern; wie alt ein Abgleich sein darf, stand nicht im Text. Die angezeigte Nummer muss erreichbar sein.</translation>
  </message>
  <message>
   <source>Book it</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Booked a talk with sales for {name}</source>
   <translation>Gespräch mit dem Vertrieb für {name} vereinbart</translation>
  </message>
  <message>
   <source>Borrowed</source>
   <translation>Ausgeliehen</translation>
  </message>
  <message>
   <source>Both</source>
   <translation>Beide</translation>
  </message>
  <message>
   <source>Both are kept: {fields}.</source>
   <translation>Beide bleiben: {fields}.</translation>
  </message>
  <message>
   <source>Both are laid over the answers of all finished leads.</source>
   <translation>Beide werden auf die Antworten aller abgeschlossenen Leads angewendet.</translation>
  </message>
  <message>
   <source>Both call {both:,} of {leads:,} qualified. Marketing alone {marketing:,} more, sales alone {sales:,} more.</source>
   <translation>Beide nennen {both:,} von {leads:,} qualifiziert. Nur das Marketing {marketing:,} weitere, nur der Vertrieb {sales:,} weitere.</translation>
  </message>
  <message>
   <source>Both have judged this round. Begin another to judge again.</source>
   <translation>Beide haben diese Runde beurteilt. Beginnen Sie eine neue, um noch einmal zu beurteilen.</translation>
  </message>
  <message>
   <source>Both sides say the same of all {leads:,} finished leads.</source>
   <translation>Beide Seiten sagen bei allen {leads:,} abgeschlossenen Leads dasselbe.</translation>
  </message>
  <message>
   <source>Brackets stand too deep in one another. Make it simpler.</source>
   <translation>Klammern sind zu tief verschachtelt. Vereinfachen Sie.</translation>
  </message>
  <message>
   <source>Brazil</source>
   <translation>Brasilien</translation>
  </message>
  <message>
   <source>Break</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Brief</source>
   <translation>Steckbrief</translation>
  </message>
  <message>
   <source>Brief for sales</source>
   <translation>Steckbrief für den Vertrieb</translation>
  </message>
  <message>
   <source>Brief for {receiver}</source>
   <translation>Steckbrief für {receiver}</translation>
  </message>
  <message>
   <source>Brief of the lead</source>
   <translation>Steckbrief des Leads</translation>
  </message>
  <message>
   <source>Briefs as PDF</source>
   <translation>Steckbriefe als PDF</translation>
  </message>
  <message>
   <source>Bring in {who}, whom they named.</source>
   <translation>{who} einbeziehen, wie genannt.</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>Bulgaria</source>
   <translation>Bulgarien</translation>
  </message>
  <message>
   <source>Bulgarian</source>
   <translation>Bulgarisch</translation>
  </message>
  <message>
   <source>Businesses</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Besetzt</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>By account owner</source>
   <translation>Nach Kundenbetreuer</translation>
  </message>
  <message>
   <source>By an answer</source>
   <translation>Nach einer Antwort</translation>
  </message>
  <message>
   <source>By caller</source>
   <translation>Nach Caller</translation>
  </message>
  <message>
   <source>By campaign</source>
   <translation>Nach Kampagne</translation>
  </message>
  <message>
   <source>By criterion</source>
   <translation>Nach Kriterium</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>By its heading</source>
   <translation>Laut Überschrift</translation>
  </message>
  <message>
   <source>By its values</source>
   <translation>Laut Werten</translation>
  </message>
  <message>
   <source>By itself</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>By itself: the timer erases who is due, a few each minute. Look at the list first.</source>
   <translation>Automatisch: Wessen Frist abgelaufen ist, wird gelöscht, jede Minute einige. Sehen Sie sich zuerst die Liste an.</translation>
  </message>
  <message>
   <source>By list</source>
   <translation>Nach Liste</translation>
  </message>
  <message>
   <source>By nobody here</source>
   <translation>Von niemandem hier</translation>
  </message>
  <message>
   <source>By number, address or name. Somebody may ask for all that is kept about them, or to be erased.</source>
   <translation>Suche nach Nummer, Adresse oder Namen. Jeder kann Auskunft über alles verlangen, was über ihn gespeichert ist, oder die Löschung.</translation>
  </message>
  <message>
   <source>By region</source>
   <translation>Nach Region</translation>
  </message>
  <message>
   <source>By seat.</source>
   <translation>Nach Plätzen.</translation>
  </message>
  <message>
   <source>By source</source>
   <translation>Nach Herkunft</translation>
  </message>
  <message>
   <source>By the hour in which a call began, on the campaign's clock.</source>
   <translation>Nach der Stunde, in der ein Anruf begann, auf der Uhr der Kampagne.</translation>
  </message>
  <message>
   <source>By these, {verdict}</source>
   <translation>Danach gilt: {verdict}</translation>
  </message>
  <message>
   <source>By type of source</source>
   <translation>Nach Art der Herkunft</translation>
  </message>
  <message>
   <source>By what is known of each</source>
   <translation>Je nachdem, was bekannt ist</translation>
  </message>
  <message>
   <source>By what the list says</source>
   <translation>Laut Liste</translation>
  </message>
  <message>
   <source>By when</source>
   <translation>Bis wann</translation>
  </message>
  <message>
   <source>By which rule they get it</source>
   <translation>Nach welcher Regel es dorthin geht</translation>
  </message>
  <message>
   <source>By who qualified them</source>
   <translation>Nach Caller</translation>
  </message>
  <message>
   <source>By whom</source>
   <translation>Von wem</translation>
  </message>
  <message>
   <source>By your answers</source>
   <translation>Nach Ihren Antworten</translation>
  </message>
  <message>
   <source>By {day} {year}</source>
   <translation>Bis {day} {year}</translation>
  </message>
  <message>
   <source>Bytes that changed inside a word nobody can tell: compare with a backup or a list where it matters. The damaged file is as it was.</source>
   <translation>Bytes, die sich mitten in einem Wort geändert haben, erkennt niemand: Vergleichen Sie mit einer Sicherung oder einer Liste, wo es darauf ankommt. Die beschädigte Datei ist, wie sie war.</translation>
  </message>
  <message>
   <source>CSV for the CRM</source>
   <translation>CSV fürs CRM</translation>
  </message>
  <message>
   <source>CSV for {crm}</source>
   <translation>CSV für {crm}</translation>
  </message>
  <message>
   <source>Call</source>
   <comment>telling sales</comment>
   <translation>Anruf</translation>
  </message>
  <message>
   <source>Call anyway</source>
   <translation>Trotzdem anrufen</translation>
  </message>
  <message>
   <source>Call anyway, say why</source>
   <translation>Trotzdem anrufen, mit Grund</translation>
  </message>
  <message>
   <source>Call back</source>
   <translation>Rückruf</translation>
  </message>
  <message>
   <source>Call back agreed</source>
   <comment>what became of a row</comment>
   <translation>Rückruf vereinbart</translation>
  </message>
  <message>
   <source>Call back at a time</source>
   <translation>Rückruf zu einer Zeit</translation>
  </message>
  <message>
   <source>Call back due {at}</source>
   <translation>Rückruf fällig {at}</translation>
  </message>
  <message>
   <source>Call back promised</source>
   <translation>Rückruf zugesagt</translation>
  </message>
  <message>
   <source>Call back set</source>
   <translation>Rückruf vereinbart</translation>
  </message>
  <message>
   <source>Call back {at}</source>
   <translation>Rückruf {at}</translation>
  </message>
  <message>
   <source>Call back, no time agreed</source>
   <translation>Rückruf, ohne Zeit</translation>
  </message>
  <message>
   <source>Call backs</source>
   <translation>Rückrufe</translation>
  </message>
  <message>
   <source>Call backs at a time they named</source>
   <translation>Rückrufe zu einer genannten Zeit</translation>
  </message>
  <message>
   <source>Call backs that are late</source>
   <translation>Überfällige Rückrufe</translation>
  </message>
  <message>
   <source>Call script</source>
   <translation>Leitfaden</translation>
  </message>
  <message>
   <source>Call somebody else first</source>
   <translation>Zuerst jemand anderen anrufen</translation>
  </message>
  <message>
   <source>Call them next</source>
   <translation>Als Nächstes anrufen</translation>
  </message>
  <message>
   <source>Call {at} instead</source>
   <translation>Stattdessen {at} anrufen</translation>
  </message>
  <message>
   <source>Call {name} anyway</source>
   <translation>{name} trotzdem anrufen</translation>
  </message>
  <message>
   <source>Call {number} of {of}, {clock} on the practice clock</source>
   <translation>Anruf {number} von {of}, {clock} auf der Übungsuhr</translation>
  </message>
  <message>
   <source>Call {phone} on {day} at {at:%H:%M} in {place}, as agreed.</source>
   <translation>{phone} anrufen am {day} um {at:%H:%M} in {place}, wie vereinbart.</translation>
  </message>
  <message>
   <source>Call {phone}. Their clock is {place}.</source>
   <translation>{phone} anrufen. Ortszeit: {place}.</translation>
  </message>
  <message>
   <source>Call {phone}. When: “{words}” ({place} time).</source>
   <translation>{phone} anrufen. Wann: „{words}“ (Zeit in {place}).</translation>
  </message>
  <message>
   <source>Call {phone}: they said yes to a call. Their clock is {place}.</source>
   <translation>{phone} anrufen: Einem Anruf wurde zugestimmt. Ortszeit: {place}.</translation>
  </message>
  <message>
   <source>Callable now</source>
   <translation>Jetzt anrufbar</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Angerufen</translation>
  </message>
  <message>
   <source>Called again from</source>
   <translation>Wieder anrufen ab</translation>
  </message>
  <message>
   <source>Called again, with what sales said</source>
   <translation>Wird wieder angerufen, mit den Worten des Vertriebs</translation>
  </message>
  <message>
   <source>Called although: {rule} Because: {because}</source>
   <translation>Angerufen, obwohl: {rule} Grund: {because}</translation>
  </message>
  <message>
   <source>Called anyway: {reason}</source>
   <translation>Trotzdem angerufen: {reason}</translation>
  </message>
  <message>
   <source>Called at least once</source>
   <translation>Mindestens einmal angerufen</translation>
  </message>
  <message>
   <source>Called back by</source>
   <translation>Rückruf durch</translation>
  </message>
  <message>
   <source>Called by</source>
   <translation>Angerufen von</translation>
  </message>
  <message numerus="yes">
   <source>Called by {caller}, {day}, {n} calls in all</source>
   <extracomment>One: Called by {caller}, {day}, {n} call in all</extracomment>
   <translation>
    <numerusform>Angerufen von {caller}, {day}, insgesamt {n} Anruf</numerusform>
    <numerusform>Angerufen von {caller}, {day}, insgesamt {n} Anrufe</numerusform>
   </translation>
  </message>
  <message>
   <source>Called once.</source>
   <translation>Einmal angerufen.</translation>
  </message>
  <message>
   <source>Called so far</source>
   <translation>Bisher angerufen</translation>
  </message>
  <message>
   <source>Called {name} although a rule speaks against it: {rule}</source>
   <translation>{name} angerufen, obwohl eine Regel dagegen spricht: {rule}</translation>
  </message>
  <message>
   <source>Called {name}: {rest}</source>
   <translation>{name} angerufen: {rest}</translation>
  </message>
  <message>
   <source>Called {n} times.</source>
   <translation>{n}-mal angerufen.</translation>
  </message>
  <message>
   <source>Called, nobody reached yet</source>
   <comment>what became of a row</comment>
   <translation>Angerufen, noch niemand erreicht</translation>
  </message>
  <message>
   <source>Caller</source>
   <translation>Caller</translation>
  </message>
  <message>
   <source>Caller</source>
   <comment>by name</comment>
   <translation>Caller</translation>
  </message>
  <message>
   <source>Caller</source>
   <comment>who called</comment>
   <translation>Angerufen von</translation>
  </message>
  <message>
   <source>Caller {n}</source>
   <translation>Caller {n}</translation>
  </message>
  <message>
   <source>Caller {seat}</source>
   <translation>Caller {seat}</translation>
  </message>
  <message>
   <source>Callers</source>
   <translation>Caller</translation>
  </message>
  <message>
   <source>Callers and other supervisors read it.</source>
   <translation>Caller und andere Teamleitungen lesen es.</translation>
  </message>
  <message>
   <source>Callers are shown as seats: “Caller 3” is one person, for today.</source>
   <translation>Caller werden als Plätze gezeigt: „Caller 3“ ist für heute eine bestimmte Person.</translation>
  </message>
  <message>
   <source>Callers are shown by name.</source>
   <translation>Caller werden mit Namen gezeigt.</translation>
  </message>
  <message>
   <source>Callers get its leads in the order of the queue.</source>
   <translation>Caller bekommen ihre Leads in der Reihenfolge der Warteschlange.</translation>
  </message>
  <message>
   <source>Callers have nothing to read from yet</source>
   <translation>Caller haben noch nichts zum Vorlesen</translation>
  </message>
  <message>
   <source>Callers more</source>
   <translation>Caller mehr</translation>
  </message>
  <message>
   <source>Callers must know who they call, and why.</source>
   <translation>Caller müssen wissen, wen sie anrufen und warum.</translation>
  </message>
  <message>
   <source>Callers read these three answers before every call.</source>
   <translation>Caller lesen diese drei Antworten vor jedem Anruf.</translation>
  </message>
  <message>
   <source>Callers read these words out, and they are kept with the yes.</source>
   <translation>Caller lesen diese Worte vor; sie werden mit dem Ja aufbewahrt.</translation>
  </message>
  <message>
   <source>Callers read this before every call.</source>
   <translation>Caller lesen das vor jedem Anruf.</translation>
  </message>
  <message>
   <source>Callers see what stands in the file.</source>
   <translation>Caller sehen, was in der Datei steht.</translation>
  </message>
  <message>
   <source>Calling</source>
   <translation>Telefonieren</translation>
  </message>
  <message>
   <source>Calling ends</source>
   <translation>Ende der Anrufe</translation>
  </message>
  <message>
   <source>Calling ends on</source>
   <translation>Anrufe enden am</translation>
  </message>
  <message>
   <source>Calling ends, on their clock</source>
   <translation>Anrufe bis, nach ihrer Uhr</translation>
  </message>
  <message>
   <source>Calling has no end</source>
   <translation>Anrufe ohne Ende</translation>
  </message>
  <message>
   <source>Calling hours</source>
   <translation>Anrufzeiten</translation>
  </message>
  <message>
   <source>Calling hours by country</source>
   <translation>Anrufzeiten nach Land</translation>
  </message>
  <message>
   <source>Calling hours must start before they end, within one day.</source>
   <translation>Anrufzeiten müssen vor ihrem Ende beginnen, am selben Tag.</translation>
  </message>
  <message>
   <source>Calling hours of which country</source>
   <translation>Anrufzeiten welches Landes</translation>
  </message>
  <message>
   <source>Calling rule</source>
   <translation>Anrufregel</translation>
  </message>
  <message>
   <source>Calling rules</source>
   <translation>Anrufregeln</translation>
  </message>
  <message>
   <source>Calling starts</source>
   <translation>Beginn der Anrufe</translation>
  </message>
  <message>
   <source>Calling starts on</source>
   <translation>Anrufe beginnen am</translation>
  </message>
  <message>
   <source>Calling starts, on their clock</source>
   <translation>Anrufe ab, nach ihrer Uhr</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Anrufe</translation>
  </message>
  <message>
   <source>Calls answered</source>
   <translation>Angenommene Anrufe</translation>
  </message>
  <message>
   <source>Calls are looked at again by a supervisor.</source>
   <translation>Anrufe sieht sich die Teamleitung an.</translation>
  </message>
  <message>
   <source>Calls can start</source>
   <translation>Anrufe können beginnen</translation>
  </message>
  <message>
   <source>Calls can start.</source>
   <translation>Anrufe können beginnen.</translation>
  </message>
  <message>
   <source>Calls on {day} at {hour}, {outcome}</source>
   <translation>Anrufe am {day} um {hour} Uhr, {outcome}</translation>
  </message>
  <message>
   <source>Calls per hour</source>
   <translation>Anrufe je Stunde</translation>
  </message>
  <message>
   <source>Calls say</source>
   <translation>Laut Anrufen</translation>
  </message>
  <message>
   <source>Calls tried</source>
   <translation>Anrufversuche</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Zurückgekommen</translation>
  </message>
  <message>
   <source>Came back to</source>
   <translation>Kam zurück an</translation>
  </message>
  <message>
   <source>Came back to us</source>
   <translation>Kam zu uns zurück</translation>
  </message>
  <message>
   <source>Came back unanswered</source>
   <translation>Ohne Antwort zurück</translation>
  </message>
  <message>
   <source>Came back: {reasons}</source>
   <translation>Zurück: {reasons}</translation>
  </message>
  <message>
   <source>Came back: {where}</source>
   <translation>Zurück: {where}</translation>
  </message>
  <message>
   <source>Came for the giveaway alone</source>
   <translation>Kam nur für das Give-away</translation>
  </message>
  <message>
   <source>Came only for the giveaway</source>
   <translation>Kam nur für das Give-away</translation>
  </message>
  <message>
   <source>Came to a caller's desk</source>
   <translation>Kam zu einem Caller</translation>
  </message>
  <message>
   <source>Came to us within a day</source>
   <translation>Kam in den letzten 24 Stunden zu uns</translation>
  </message>
  <message>
   <source>Came to us within the hour</source>
   <translation>Kam in der letzten Stunde zu uns</translation>
  </message>
  <message>
   <source>Campaign</source>
   <translation>Kampagne</translation>
  </message>
  <message>
   <source>Campaign counts {weight:.0%}</source>
   <translation>Kampagne zählt {weight:.0%}</translation>
  </message>
  <message>
   <source>Campaign files</source>
   <translation>Kampagnendateien</translation>
  </message>
  <message>
   <source>Campaign or list</source>
   <translation>Kampagne oder Liste</translation>
  </message>
  <message>
   <source>Campaigns</source>
   <translation>Kampagnen</translation>
  </message>
  <message>
   <source>Campaigns and lists</source>
   <translation>Kampagnen und Listen</translation>
  </message>
  <message>
   <source>Campaigns they call for</source>
   <translation>Kampagnen, für die die Person anruft</translation>
  </message>
  <message>
   <source>Campaigns, scripts, definitions and the team, the newest first.</source>
   <translation>Kampagnen, Leitfäden, Definitionen und das Team, Neuestes zuerst.</translation>
  </message>
  <message>
   <source>Can be called later too</source>
   <translation>Geht auch später</translation>
  </message>
  <message>
   <source>Can be called now</source>
   <translation>Jetzt anrufbar</translation>
  </message>
  <message>
   <source>Can be dialled</source>
   <translation>Kann gewählt werden</translation>
  </message>
  <message>
   <source>Can perhaps be dialled</source>
   <translation>Kann vielleicht gewählt werden</translation>
  </message>
  <message>
   <source>Canada</source>
   <translation>Kanada</translation>
  </message>
  <message>
   <source>Canada, Unsolicited Telecommunications Rules</source>
   <translation>Kanada, Unsolicited Telecommunications Rules</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancel import</source>
   <translation>Einlesen abbrechen</translation>
  </message>
  <message>
   <source>Cannot be dialled</source>
   <translation>Kann nicht gewählt werden</translation>
  </message>
  <message>
   <source>Cannot come</source>
   <translation>Kann nicht kommen</translation>
  </message>
  <message>
   <source>Cannot tell</source>
   <translation>Unklar</translation>
  </message>
  <message>
   <source>Careful: {warning}</source>
   <translation>Achtung: {warning}</translation>
  </message>
  <message>
   <source>Case study</source>
   <translation>Fallstudie</translation>
  </message>
  <message>
   <source>Case {number}</source>
   <translation>Fall {number}</translation>
  </message>
  <message>
   <source>Case {place} of {of}</source>
   <translation>Fall {place} von {of}</translation>
  </message>
  <message>
   <source>Case {place} of {of}, {label}: {means}. 1 met, 2 not met, 3 cannot tell</source>
   <translation>Fall {place} von {of}, {label}: {means}. 1 erfüllt, 2 nicht erfüllt, 3 unklar</translation>
  </message>
  <message>
   <source>Cases judged</source>
   <translation>Beurteilte Fälle</translation>
  </message>
  <message>
   <source>Central European: Polish, Czech, Hungarian</source>
   <translation>Mitteleuropäisch: Polnisch, Tschechisch, Ungarisch</translation>
  </message>
  <message>
   <source>Challenges</source>
   <translation>Herausforderungen</translation>
  </message>
  <message>
   <source>Champion</source>
   <translation>Fürsprache</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Change it</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Change keys</source>
   <translation>Tasten ändern</translation>
  </message>
  <message>
   <source>Change the answer to: {question}</source>
   <translation>Antwort ändern: {question}</translation>
  </message>
  <message>
   <source>Change the column</source>
   <translation>Spalte ändern</translation>
  </message>
  <message>
   <source>Change the rule</source>
   <translation>Regel ändern</translation>
  </message>
  <message>
   <source>Change this</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Change this answer</source>
   <translation>Diese Antwort ändern</translation>
  </message>
  <message>
   <source>Changed an answer about the list of {name}</source>
   <translation>Antwort zur Liste von {name} geändert</translation>
  </message>
  <message>
   <source>Changed the hand-off of {name}</source>
   <translation>Übergabe von {name} geändert</translation>
  </message>
  <message>
   <source>Changed the one line about {name}</source>
   <translation>Den einen Satz zu {name} geändert</translation>
  </message>
  <message>
   <source>Changed the plan of {name}</source>
   <translation>Plan von {name} geändert</translation>
  </message>
  <message>
   <source>Changed the window or the tries of {name}</source>
   <translation>Frist oder Versuche von {name} geändert</translation>
  </message>
  <message>
   <source>Changed who gets which leads of {name}</source>
   <translation>Geändert, wer welche Leads von {name} bekommt</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>Chart</source>
   <translation>Diagramm</translation>
  </message>
  <message>
   <source>Chart of the forecast</source>
   <translation>Diagramm der Prognose</translation>
  </message>
  <message>
   <source>Check database</source>
   <translation>Datenbank prüfen</translation>
  </message>
  <message>
   <source>Check it again</source>
   <translation>Wieder voll prüfen</translation>
  </message>
  <message>
   <source>Check it.</source>
   <translation>Bitte prüfen.</translation>
  </message>
  <message>
   <source>Check the columns</source>
   <translation>Spalten prüfen</translation>
  </message>
  <message>
   <source>Check the rows</source>
   <translation>Zeilen prüfen</translation>
  </message>
  <message>
   <source>Check {server} again</source>
   <translation>{server} wieder voll prüfen</translation>
  </message>
  <message>
   <source>Checking the rows</source>
   <translation>Zeilen werden geprüft</translation>
  </message>
  <message>
   <source>Chile</source>
   <translation>Chile</translation>
  </message>
  <message>
   <source>China</source>
   <translation>China</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>Chinesisch</translation>
  </message>
  <message>
   <source>Chinese, simplified</source>
   <translation>Chinesisch, vereinfacht</translation>
  </message>
  <message>
   <source>Chinese, traditional</source>
   <translation>Chinesisch, traditionell</translation>
  </message>
  <message>
   <source>Choice</source>
   <translation>Auswahl</translation>
  </message>
  <message>
   <source>Choose</source>
   <translation>Auswählen</translation>
  </message>
  <message>
   <source>Choose a day to answer by that is still to come.</source>
   <translation>Wählen Sie für die Antwort einen Tag, der noch kommt.</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen …</translation>
  </message>
  <message>
   <source>Choose a lead by its number.</source>
   <translation>Wählen Sie einen Lead über seine Ziffer.</translation>
  </message>
  <message>
   <source>Choose a lead to read its brief.</source>
   <translation>Wählen Sie einen Lead, um den Steckbrief zu lesen.</translation>
  </message>
  <message>
   <source>Choose a person</source>
   <translation>Person wählen</translation>
  </message>
  <message>
   <source>Choose a reason by its number.</source>
   <translation>Wählen Sie einen Grund über seine Ziffer.</translation>
  </message>
  <message>
   <source>Choose an outcome</source>
   <translation>Ergebnis wählen</translation>
  </message>
  <message>
   <source>Choose an outcome by its number or letter.</source>
   <translation>Wählen Sie ein Ergebnis über Ziffer oder Buchstaben.</translation>
  </message>
  <message>
   <source>Choose another file…</source>
   <translation>Andere Datei wählen …</translation>
  </message>
  <message>
   <source>Choose another filter, or look for another place.</source>
   <translation>Wählen Sie einen anderen Filter, oder suchen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>Choose another filter, or search less.</source>
   <translation>Wählen Sie einen anderen Filter, oder suchen Sie weniger genau.</translation>
  </message>
  <message>
   <source>Choose another place.</source>
   <translation>Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>Choose another time.</source>
   <translation>Wählen Sie eine andere Zeit.</translation>
  </message>
  <message>
   <source>Choose how it ended: {outcome_4}, or {outcome_6} to {outcome_9}.</source>
   <translation>Wählen Sie, wie es endete: {outcome_4} oder {outcome_6} bis {outcome_9}.</translation>
  </message>
  <message>
   <source>Choose how the call ended: Alt 4, Alt 6 to Alt 9, or Alt 0 for more.</source>
   <translation>Wählen Sie, wie der Anruf endete: Alt 4, Alt 6 bis Alt 9 oder Alt 0 für weitere.</translation>
  </message>
  <message>
   <source>Choose once for all {count:,}.</source>
   <translation>Einmal für alle {count:,} wählen.</translation>
  </message>
  <message>
   <source>Choose once for both.</source>
   <translation>Einmal für beide wählen.</translation>
  </message>
  <message>
   <source>Choose once.</source>
   <translation>Einmal wählen.</translation>
  </message>
  <message>
   <source>Choose one: {reasons}.</source>
   <translation>Wählen Sie einen: {reasons}.</translation>
  </message>
  <message>
   <source>Choose the folder and add</source>
   <translation>Ordner wählen und anlegen</translation>
  </message>
  <message>
   <source>Choose the key's file…</source>
   <translation>Schlüsseldatei wählen …</translation>
  </message>
  <message>
   <source>Choose the question that finds this out.</source>
   <translation>Wählen Sie die Frage, die das herausfindet.</translation>
  </message>
  <message>
   <source>Choose the script callers read from.</source>
   <translation>Wählen Sie den Leitfaden für die Gespräche.</translation>
  </message>
  <message>
   <source>Choose where it goes, by number.</source>
   <translation>Wählen Sie mit einer Ziffer, wohin er geht.</translation>
  </message>
  <message>
   <source>Choose why by its number: whoever called them reads it.</source>
   <translation>Wählen Sie den Grund per Ziffer: Wer angerufen hat, liest ihn.</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Auswählen …</translation>
  </message>
  <message>
   <source>Chose the definition of {name}</source>
   <translation>Definition für {name} gewählt</translation>
  </message>
  <message>
   <source>Chose the program's own outcomes again</source>
   <translation>Wieder die Ergebnisse des Programms gewählt</translation>
  </message>
  <message>
   <source>Chose the script of {name}</source>
   <translation>Leitfaden für {name} gewählt</translation>
  </message>
  <message>
   <source>Chose the script of {name} for the time before its event</source>
   <translation>Leitfaden für {name} für die Zeit vor der Veranstaltung gewählt</translation>
  </message>
  <message>
   <source>Chose what a call can end with: {codes}</source>
   <translation>Gewählt, womit ein Anruf enden kann: {codes}</translation>
  </message>
  <message>
   <source>Chose who of sales gets {name}</source>
   <translation>Gewählt, wer im Vertrieb {name} bekommt</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Von Hand gewählt</translation>
  </message>
  <message>
   <source>Chosen by you</source>
   <translation>Von Ihnen gewählt</translation>
  </message>
  <message>
   <source>Chosen by {name}</source>
   <translation>Gewählt von {name}</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Auftraggeber</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>Uhr</translation>
  </message>
  <message>
   <source>Clocks</source>
   <translation>Fristen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close this line</source>
   <translation>Diese Zeile schließen</translation>
  </message>
  <message>
   <source>Close what lies on top; what was typed stays</source>
   <translation>Schließen, was obenauf liegt; Getipptes bleibt</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Closed {day}</source>
   <translation>Zu seit {day}</translation>
  </message>
  <message>
   <source>Closes within a day</source>
   <translation>Endet binnen eines Tages</translation>
  </message>
  <message>
   <source>Closes {day}</source>
   <translation>Endet {day}</translation>
  </message>
  <message>
   <source>Closes {day}, {at:%H:%M}</source>
   <translation>Endet {day}, {at:%H:%M}</translation>
  </message>
  <message>
   <source>Closing exits</source>
   <translation>Ausstiege</translation>
  </message>
  <message>
   <source>Colombia</source>
   <translation>Kolumbien</translation>
  </message>
  <message>
   <source>Column of the CRM</source>
   <translation>Spalte im CRM</translation>
  </message>
  <message>
   <source>Column {number}</source>
   <translation>Spalte {number}</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Columns not read: {columns}.</source>
   <translation>Nicht gelesene Spalten: {columns}.</translation>
  </message>
  <message>
   <source>Columns of a sheet</source>
   <translation>Spalten eines Blatts</translation>
  </message>
  <message>
   <source>Columns of the file</source>
   <translation>Spalten der Datei</translation>
  </message>
  <message>
   <source>Columns of the table</source>
   <translation>Spalten der Tabelle</translation>
  </message>
  <message>
   <source>Come back</source>
   <translation>Weitermachen</translation>
  </message>
  <message>
   <source>Come back from the break</source>
   <translation>Pause beenden</translation>
  </message>
  <message>
   <source>Comes from</source>
   <translation>Stammt von</translation>
  </message>
  <message>
   <source>Comes with the program</source>
   <translation>Gehört zum Programm</translation>
  </message>
  <message>
   <source>Coming up</source>
   <translation>Als Nächstes</translation>
  </message>
  <message>
   <source>Comma</source>
   <translation>Komma</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Companies</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>Companies that have an owner</source>
   <translation>Firmen mit Betreuer</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare a question with a value: two questions, or two values, cannot be compared.</source>
   <translation>Vergleichen Sie eine Frage mit einem Wert: Zwei Fragen oder zwei Werte gehen nicht.</translation>
  </message>
  <message>
   <source>Compare with</source>
   <translation>Vergleichen mit</translation>
  </message>
  <message>
   <source>Compare with a version</source>
   <translation>Mit einer Version vergleichen</translation>
  </message>
  <message>
   <source>Compared with version {version}.</source>
   <translation>Verglichen mit Version {version}.</translation>
  </message>
  <message>
   <source>Compared with what was handed to sales.</source>
   <translation>Verglichen mit dem, was der Vertrieb bekam.</translation>
  </message>
  <message>
   <source>Comparing</source>
   <translation>Wird verglichen</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>Vergleich</translation>
  </message>
  <message>
   <source>Competitor</source>
   <translation>Wettbewerber</translation>
  </message>
  <message>
   <source>Conditions stand too deep in one another. Make them simpler.</source>
   <translation>Bedingungen sind zu tief verschachtelt. Vereinfachen Sie sie.</translation>
  </message>
  <message>
   <source>Conference</source>
   <comment>source</comment>
   <translation>Konferenz</translation>
  </message>
  <message>
   <source>Connect</source>
   <translation>Verbinden</translation>
  </message>
  <message>
   <source>Connecticut</source>
   <translation>Connecticut</translation>
  </message>
  <message>
   <source>Connecting …</source>
   <translation>Verbindet …</translation>
  </message>
  <message>
   <source>Connect…</source>
   <translation>Verbinden …</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Einwilligung</translation>
  </message>
  <message>
   <source>Consent at</source>
   <translation>Eingewilligt am</translation>
  </message>
  <message>
   <source>Consent or another ground; a legitimate interest is presumed only with an earlier relationship, and not after a year of silence.</source>
   <translation>Einwilligung oder eine andere Grundlage; ein berechtigtes Interesse wird nur bei einer früheren Beziehung vermutet, und nicht nach einem Jahr ohne Kontakt.</translation>
  </message>
  <message>
   <source>Consent words</source>
   <translation>Wortlaut der Einwilligung</translation>
  </message>
  <message>
   <source>Consumers</source>
   <translation>Verbraucher</translation>
  </message>
  <message>
   <source>Contact cards for address books</source>
   <translation>Kontaktkarten für Adressbücher</translation>
  </message>
  <message>
   <source>Contact rate</source>
   <translation>Kontaktquote</translation>
  </message>
  <message>
   <source>Cooperation rate</source>
   <translation>Kooperationsquote</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copied: {command}</source>
   <translation>Kopiert: {command}</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy each number</source>
   <translation>Jede Nummer kopieren</translation>
  </message>
  <message>
   <source>Copy it as well</source>
   <translation>Auch kopieren</translation>
  </message>
  <message>
   <source>Copy it below</source>
   <translation>Darunter kopieren</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Bericht kopieren</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>Befehl kopieren</translation>
  </message>
  <message>
   <source>Copy the number</source>
   <translation>Nummer kopieren</translation>
  </message>
  <message>
   <source>Copy the phone number</source>
   <translation>Telefonnummer kopieren</translation>
  </message>
  <message>
   <source>Copy this question</source>
   <translation>Diese Frage kopieren</translation>
  </message>
  <message>
   <source>Copy this table</source>
   <translation>Diese Tabelle kopieren</translation>
  </message>
  <message>
   <source>Copy {number}</source>
   <translation>{number} kopieren</translation>
  </message>
  <message>
   <source>Cost of each</source>
   <translation>Kosten je Lead</translation>
  </message>
  <message>
   <source>Count again</source>
   <translation>Neu zählen</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Counted the leads of {name} again. Numbers put right: {counts:,}</source>
   <translation>Leads von {name} neu gezählt. Berichtigte Zahlen: {counts:,}</translation>
  </message>
  <message>
   <source>Counting again</source>
   <translation>Wird neu gezählt</translation>
  </message>
  <message>
   <source>Counting again: {rows}</source>
   <translation>Wird neu gezählt: {rows}</translation>
  </message>
  <message>
   <source>Counting {campaign}</source>
   <translation>{campaign} wird gezählt</translation>
  </message>
  <message>
   <source>Counting…</source>
   <translation>Wird gezählt …</translation>
  </message>
  <message>
   <source>Countries</source>
   <translation>Länder</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Country not clear</source>
   <translation>Land unklar</translation>
  </message>
  <message>
   <source>Country of numbers without +</source>
   <translation>Land der Nummern ohne +</translation>
  </message>
  <message>
   <source>Country of these numbers</source>
   <translation>Land dieser Nummern</translation>
  </message>
  <message>
   <source>Country, two letters</source>
   <translation>Land, zwei Buchstaben</translation>
  </message>
  <message>
   <source>Counts as yes</source>
   <translation>Zählt als Ja</translation>
  </message>
  <message>
   <source>Counts as yes when</source>
   <translation>Zählt als Ja, wenn</translation>
  </message>
  <message>
   <source>Counts as yes: {answers}.</source>
   <translation>Zählt als Ja: {answers}.</translation>
  </message>
  <message>
   <source>Counts from the next connection: close qualdesk and start it again.</source>
   <translation>Gilt ab der nächsten Verbindung: qualdesk schließen und neu starten.</translation>
  </message>
  <message>
   <source>Counts from the next start of qualdesk.</source>
   <translation>Gilt ab dem nächsten Start von qualdesk.</translation>
  </message>
  <message>
   <source>Covers</source>
   <translation>Gilt für</translation>
  </message>
  <message>
   <source>Criteria</source>
   <translation>Kriterien</translation>
  </message>
  <message>
   <source>Criterion</source>
   <translation>Kriterium</translation>
  </message>
  <message>
   <source>Criterion {place} of {of}</source>
   <translation>Kriterium {place} von {of}</translation>
  </message>
  <message>
   <source>Croatia</source>
   <translation>Kroatien</translation>
  </message>
  <message>
   <source>Croatian</source>
   <translation>Kroatisch</translation>
  </message>
  <message>
   <source>Ctrl</source>
   <comment>key</comment>
   <translation>Strg</translation>
  </message>
  <message>
   <source>Ctrl and Alt together write letters on many keyboards. Choose another key.</source>
   <translation>Strg und Alt zusammen schreiben auf vielen Tastaturen Zeichen. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Currency of the cost</source>
   <translation>Währung der Kosten</translation>
  </message>
  <message>
   <source>Cyprus</source>
   <translation>Zypern</translation>
  </message>
  <message>
   <source>Cyrillic</source>
   <translation>Kyrillisch</translation>
  </message>
  <message>
   <source>Czech</source>
   <translation>Tschechisch</translation>
  </message>
  <message>
   <source>Czechia</source>
   <translation>Tschechien</translation>
  </message>
  <message>
   <source>Danish</source>
   <translation>Dänisch</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Data Import Wizard, Leads, UTF-8. Leave Lead Source and owner empty there: both stand in the file. Map Lead ID to a text field of your own, not to Salesforce's own id, so that won and lost find their way back.</source>
   <translation>Data Import Wizard, Leads, UTF-8. Lassen Sie dort Lead Source und Inhaber leer: Beides steht in der Datei. Ordnen Sie Lead ID einem eigenen Textfeld zu, nicht der Nummer von Salesforce, damit Gewonnen und Verloren den Rückweg finden.</translation>
  </message>
  <message>
   <source>Data and privacy</source>
   <translation>Daten und Datenschutz</translation>
  </message>
  <message>
   <source>Dates read</source>
   <translation>Datumsangaben gelesen</translation>
  </message>
  <message>
   <source>Dates read as {order}</source>
   <translation>Datum gelesen als {order}</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Day of the call</source>
   <translation>Tag des Anrufs</translation>
  </message>
  <message>
   <source>Day or month first</source>
   <translation>Tag oder Monat vorn</translation>
  </message>
  <message>
   <source>Day the batch left</source>
   <translation>Tag der Übergabe</translation>
  </message>
  <message>
   <source>Day: all campaigns</source>
   <translation>Tag: alle Kampagnen</translation>
  </message>
  <message>
   <source>Day: {campaign}</source>
   <translation>Tag: {campaign}</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Days and hours, for instance Tue, Thu 9-11</source>
   <translation>Tage und Stunden, zum Beispiel Di, Do 9-11</translation>
  </message>
  <message>
   <source>Days are those of the campaign, in {place}, where it is {there:%H:%M}. The other times are this computer's: {here:%H:%M} now.</source>
   <translation>Tage sind die der Kampagne, in {place}, wo es {there:%H:%M} ist. Die anderen Zeiten sind die dieses Computers: jetzt {here:%H:%M}.</translation>
  </message>
  <message>
   <source>Days away</source>
   <translation>Abwesend</translation>
  </message>
  <message>
   <source>Days that keep a backup</source>
   <translation>Tage, von denen eine Sicherung bleibt</translation>
  </message>
  <message>
   <source>Dec</source>
   <comment>month</comment>
   <translation>Dez.</translation>
  </message>
  <message>
   <source>December</source>
   <comment>month</comment>
   <translation>Dezember</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Entscheiden</translation>
  </message>
  <message>
   <source>Decide by number: it stands, or it is changed.</source>
   <translation>Entscheiden Sie mit einer Ziffer: Es gilt, oder es wird geändert.</translation>
  </message>
  <message>
   <source>Decided a dispute about {name}: {decided}</source>
   <translation>Über eine Beanstandung zu {name} entschieden: {decided}</translation>
  </message>
  <message>
   <source>Decided by</source>
   <translation>Entschieden von</translation>
  </message>
  <message>
   <source>Decided on</source>
   <translation>Entschieden am</translation>
  </message>
  <message>
   <source>Decision criteria</source>
   <translation>Entscheidungskriterien</translation>
  </message>
  <message>
   <source>Decision process</source>
   <translation>Entscheidungsweg</translation>
  </message>
  <message>
   <source>Definition</source>
   <translation>Definition</translation>
  </message>
  <message>
   <source>Definition version {version}</source>
   <translation>Definition, Version {version}</translation>
  </message>
  <message>
   <source>Del</source>
   <comment>key</comment>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Del: leave the row out · {undo}: take it back</source>
   <translation>Entf: Zeile auslassen · {undo}: zurücknehmen</translation>
  </message>
  <message>
   <source>Delivery takes ten weeks</source>
   <translation>Die Lieferung dauert zehn Wochen</translation>
  </message>
  <message>
   <source>Demo</source>
   <translation>Demo</translation>
  </message>
  <message>
   <source>Denmark</source>
   <translation>Dänemark</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Abteilung</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Dial</source>
   <translation>Wählen</translation>
  </message>
  <message>
   <source>Dial</source>
   <comment>a call to a salesperson</comment>
   <translation>Wählen</translation>
  </message>
  <message>
   <source>Dial or end the call</source>
   <translation>Wählen oder Anruf beenden</translation>
  </message>
  <message>
   <source>Dialling</source>
   <translation>Wählt</translation>
  </message>
  <message>
   <source>Did more at the source</source>
   <translation>War dort aktiver</translation>
  </message>
  <message>
   <source>Did much at the source</source>
   <translation>War dort sehr aktiv</translation>
  </message>
  <message>
   <source>Did not come</source>
   <translation>Kam nicht</translation>
  </message>
  <message>
   <source>Did not take the giveaway</source>
   <translation>Hat das Give-away nicht genommen</translation>
  </message>
  <message>
   <source>Did you mean {key}?</source>
   <translation>Meinten Sie {key}?</translation>
  </message>
  <message>
   <source>Did you mean “{key}”?</source>
   <translation>Meinten Sie „{key}“?</translation>
  </message>
  <message>
   <source>Direct line</source>
   <translation>Durchwahl</translation>
  </message>
  <message>
   <source>Direct phone</source>
   <translation>Durchwahl</translation>
  </message>
  <message>
   <source>Discover</source>
   <comment>stage</comment>
   <translation>Bedarfsklärung</translation>
  </message>
  <message>
   <source>Discover has fewer than two answers. Ask what they are working on, and how.</source>
   <translation>Die Bedarfsklärung hat weniger als zwei Antworten. Fragen Sie, woran gearbeitet wird und wie.</translation>
  </message>
  <message>
   <source>Discovery first: {count} answers about them before anything about fit.</source>
   <translation>Bedarfsklärung zuerst: {count} Antworten zur Lage, bevor es um die Passung ging.</translation>
  </message>
  <message>
   <source>Dispute an answer</source>
   <translation>Antwort beanstanden</translation>
  </message>
  <message>
   <source>Dispute it</source>
   <translation>Beanstanden</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>Strittig</translation>
  </message>
  <message>
   <source>Disputed the answer about {name}</source>
   <translation>Antwort zu {name} beanstandet</translation>
  </message>
  <message>
   <source>Disputed. It waits for a review.</source>
   <translation>Beanstandet. Die Prüfung steht aus.</translation>
  </message>
  <message>
   <source>Do next</source>
   <translation>Nächste Schritte</translation>
  </message>
  <message>
   <source>Do not call</source>
   <translation>Nicht mehr anrufen</translation>
  </message>
  <message>
   <source>Do not call</source>
   <comment>what became of a row</comment>
   <translation>Nicht mehr anrufen</translation>
  </message>
  <message>
   <source>Do not call</source>
   <comment>where a lead stands</comment>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Do not call whom: {known}? “{scope}” is none of them.</source>
   <translation>Wen nicht mehr anrufen: {known}? „{scope}“ gehört nicht dazu.</translation>
  </message>
  <message>
   <source>Do not call {name}…</source>
   <translation>{name} nicht mehr anrufen …</translation>
  </message>
  <message>
   <source>Do not contact</source>
   <translation>Nicht kontaktieren</translation>
  </message>
  <message>
   <source>Do-not-call file</source>
   <translation>Sperrliste als Datei</translation>
  </message>
  <message>
   <source>Do-not-call lists</source>
   <translation>Sperrlisten</translation>
  </message>
  <message>
   <source>Do-not-call lists: load one, take one back</source>
   <translation>Sperrlisten: eine einlesen, eine zurücknehmen</translation>
  </message>
  <message>
   <source>Does each criterion predict what sales takes?</source>
   <translation>Sagt jedes Kriterium voraus, was der Vertrieb annimmt?</translation>
  </message>
  <message>
   <source>Does not know</source>
   <translation>Weiß es nicht</translation>
  </message>
  <message>
   <source>Does not know or will not say</source>
   <translation>Weiß es nicht oder sagt es nicht</translation>
  </message>
  <message>
   <source>Does their consent cover the phone?</source>
   <translation>Gilt die Einwilligung auch fürs Telefon?</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Runter</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Download</translation>
  </message>
  <message>
   <source>Download</source>
   <comment>source</comment>
   <translation>Download</translation>
  </message>
  <message>
   <source>Downloaded</source>
   <translation>Heruntergeladen</translation>
  </message>
  <message>
   <source>Downloaded: {words}</source>
   <translation>Heruntergeladen: {words}</translation>
  </message>
  <message>
   <source>Draft of {who}, {when}</source>
   <translation>Entwurf von {who}, {when}</translation>
  </message>
  <message>
   <source>Draft put aside</source>
   <translation>Beiseitegelegter Entwurf</translation>
  </message>
  <message>
   <source>Draft {number}</source>
   <translation>Entwurf {number}</translation>
  </message>
  <message>
   <source>Drop a CSV or Excel file. You see every change before it is saved, and you can undo the whole import.</source>
   <translation>Legen Sie eine CSV- oder Excel-Datei ab. Sie sehen jede Änderung, bevor sie gespeichert wird, und können das Einlesen ganz rückgängig machen.</translation>
  </message>
  <message>
   <source>Drop a do-not-call list here</source>
   <translation>Sperrliste hier ablegen</translation>
  </message>
  <message>
   <source>Drop a file of past leads here</source>
   <translation>Datei mit früheren Leads hier ablegen</translation>
  </message>
  <message>
   <source>Drop a lead list here</source>
   <translation>Lead-Liste hier ablegen</translation>
  </message>
  <message>
   <source>Drop a lead list here: CSV or Excel</source>
   <translation>Liste hier ablegen: CSV, Excel</translation>
  </message>
  <message>
   <source>Drop a script here, TOML or XLSX</source>
   <translation>Leitfaden hier ablegen, TOML oder XLSX</translation>
  </message>
  <message>
   <source>Drop one do-not-call list at a time.</source>
   <translation>Bitte eine Sperrliste nach der anderen ablegen.</translation>
  </message>
  <message>
   <source>Drop one file at a time.</source>
   <translation>Legen Sie immer nur eine Datei ab.</translation>
  </message>
  <message>
   <source>Drop one lead list at a time.</source>
   <translation>Bitte eine Lead-Liste nach der anderen ablegen.</translation>
  </message>
  <message>
   <source>Drop one list at a time.</source>
   <translation>Bitte eine Liste nach der anderen ablegen.</translation>
  </message>
  <message>
   <source>Drop one script at a time.</source>
   <translation>Bitte einen Leitfaden nach dem anderen ablegen.</translation>
  </message>
  <message>
   <source>Drop the do-not-call list here</source>
   <translation>Die Sperrliste hier ablegen</translation>
  </message>
  <message>
   <source>Drop the lead list here</source>
   <translation>Die Lead-Liste hier ablegen</translation>
  </message>
  <message>
   <source>Drop the list of who was there</source>
   <translation>Die Liste, wer da war, hier ablegen</translation>
  </message>
  <message>
   <source>Drop what sales sent back here</source>
   <translation>Legen Sie hier ab, was der Vertrieb geschickt hat</translation>
  </message>
  <message>
   <source>Dropped the draft of the definition {name}</source>
   <translation>Entwurf der Definition {name} verworfen</translation>
  </message>
  <message>
   <source>Dropped the draft of the script {name}</source>
   <translation>Entwurf des Leitfadens {name} verworfen</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Due now</source>
   <translation>Jetzt fällig</translation>
  </message>
  <message>
   <source>Duplicate of another lead</source>
   <translation>Dublette eines anderen Leads</translation>
  </message>
  <message>
   <source>Dutch</source>
   <translation>Niederländisch</translation>
  </message>
  <message>
   <source>Duty hours</source>
   <translation>Dienstzeiten</translation>
  </message>
  <message>
   <source>Dynamics 365 leads</source>
   <translation>Dynamics-365-Leads</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>E-mail of who gets it</source>
   <translation>E-Mail des Vertriebskontakts</translation>
  </message>
  <message>
   <source>Each batch stands here with who was told of it, who took what, and what came back.</source>
   <translation>Hier steht jedes Paket: wer Bescheid weiß, wer was annahm und was zurückkam.</translation>
  </message>
  <message>
   <source>Each caller may be shown {per_hour:,} leads an hour and {per_day:,} a day.</source>
   <translation>Jeder Caller bekommt höchstens {per_hour:,} Leads pro Stunde und {per_day:,} pro Tag angezeigt.</translation>
  </message>
  <message>
   <source>Each campaign says when calls may be made; the law of each country is above it.</source>
   <translation>Jede Kampagne sagt, wann angerufen werden darf; das Recht des Landes steht darüber.</translation>
  </message>
  <message>
   <source>Each day, before an update, before a list is loaded and before many leads are changed; checked when written. In {folder}.</source>
   <translation>Jeden Tag, vor einem Update, vor dem Einlesen einer Liste und bevor viele Leads geändert werden; nach dem Schreiben geprüft. In {folder}.</translation>
  </message>
  <message>
   <source>Each is one of the sources reports count by.</source>
   <translation>Jede ist eine, nach der Berichte zählen.</translation>
  </message>
  <message>
   <source>Each line compares leads that meet the criterion with leads that do not. The band is the share that fits what was seen, 95 times in 100.</source>
   <translation>Jede Zeile vergleicht Leads, die das Kriterium erfüllen, mit solchen, die es nicht tun. Das Band ist der Anteil, der in 95 von 100 Fällen zum Gesehenen passt.</translation>
  </message>
  <message>
   <source>Each row is a lead of its own.</source>
   <translation>Jede Zeile ist ein eigener Lead.</translation>
  </message>
  <message>
   <source>Each says this of themselves; a supervisor, of everybody.</source>
   <translation>Das gibt jeder für sich selbst an, die Teamleitung für alle.</translation>
  </message>
  <message>
   <source>Each with its reason</source>
   <translation>Jede mit ihrem Grund</translation>
  </message>
  <message>
   <source>Economic buyer</source>
   <translation>Budgetverantwortung</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Edit brief</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Edit tables</source>
   <translation>Tabellen bearbeiten</translation>
  </message>
  <message>
   <source>Edited</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Effect</source>
   <translation>Wirkung</translation>
  </message>
  <message>
   <source>Egypt</source>
   <translation>Ägypten</translation>
  </message>
  <message>
   <source>Elsewhere 7 in 10 are never called</source>
   <translation>Anderswo werden 7 von 10 nie angerufen</translation>
  </message>
  <message>
   <source>Elsewhere 8 in 10 are never called</source>
   <translation>Anderswo werden 8 von 10 nie angerufen</translation>
  </message>
  <message>
   <source>Elsewhere up to 70 of 100 leads are never called, of trade shows 80.</source>
   <translation>Anderswo werden bis zu 70 von 100 Leads nie angerufen, von Messen 80.</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Empty if your server asks for none</source>
   <translation>Leer, wenn Ihr Server keins verlangt</translation>
  </message>
  <message>
   <source>Empty if your server asks for none.</source>
   <translation>Leer, wenn Ihr Server keine verlangt.</translation>
  </message>
  <message>
   <source>Empty where your login says who you are</source>
   <translation>Leer, wenn der Login schon sagt, wer Sie sind</translation>
  </message>
  <message>
   <source>Encrypted with {protocol}, but it is not checked whether this is the server. PostgreSQL {server}.</source>
   <translation>Verschlüsselt mit {protocol}, aber ob dies der richtige Server ist, wird nicht geprüft. PostgreSQL {server}.</translation>
  </message>
  <message>
   <source>Encrypted with {protocol}; certificate and name of the server are checked, and it never sees the password (SCRAM). PostgreSQL {server}.</source>
   <translation>Verschlüsselt mit {protocol}; Zertifikat und Name des Servers sind geprüft, und das Passwort sieht er nie (SCRAM). PostgreSQL {server}.</translation>
  </message>
  <message>
   <source>Encryption</source>
   <translation>Verschlüsselung</translation>
  </message>
  <message>
   <source>End</source>
   <comment>key</comment>
   <translation>Ende</translation>
  </message>
  <message>
   <source>End call</source>
   <translation>Anruf beenden</translation>
  </message>
  <message>
   <source>End call, save, next</source>
   <translation>Beenden, speichern, weiter</translation>
  </message>
  <message>
   <source>End it first, then choose the file.</source>
   <translation>Beenden Sie es zuerst, dann wählen Sie die Datei.</translation>
  </message>
  <message>
   <source>End it first, then put it back.</source>
   <translation>Beenden Sie ihn zuerst, dann spielen Sie zurück.</translation>
  </message>
  <message>
   <source>End the call first, then take your break.</source>
   <translation>Beenden Sie zuerst den Anruf, dann machen Sie Pause.</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Ended a call with {name} when somebody else had the lead by then</source>
   <translation>Anruf mit {name} beendet, als den Lead schon jemand anderes hatte</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>Endet</translation>
  </message>
  <message>
   <source>Engaged</source>
   <translation>Beteiligt</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>Enter</source>
   <comment>key</comment>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Enter changes a criterion, Alt+Up and Alt+Down move it, Del takes it out.</source>
   <translation>Enter ändert ein Kriterium, Alt+↑ und Alt+↓ verschieben es, Entf entfernt es.</translation>
  </message>
  <message>
   <source>Enter gives them the lead, Esc leaves it as it is.</source>
   <translation>Enter gibt der Person den Lead, Esc lässt alles, wie es ist.</translation>
  </message>
  <message>
   <source>Enter imports a list into the campaign. Drop a file anywhere on the window.</source>
   <translation>Enter liest eine Liste in die Kampagne ein. Dateien lassen sich überall im Fenster ablegen.</translation>
  </message>
  <message>
   <source>Enter keeps it, Esc leaves it as it was. {left} letters left.</source>
   <translation>Enter übernimmt, Esc lässt alles, wie es war. Noch {left} Zeichen.</translation>
  </message>
  <message>
   <source>Enter opens a lead.</source>
   <translation>Enter öffnet einen Lead.</translation>
  </message>
  <message>
   <source>Enter opens the card of a lead, to be read. Esc leads back to the number.</source>
   <translation>Enter öffnet die Karte eines Leads zum Lesen. Esc führt zurück zur Zahl.</translation>
  </message>
  <message>
   <source>Enter opens the lead or the campaign. Esc leads back to the Floor.</source>
   <translation>Enter öffnet den Lead oder die Kampagne. Esc führt zurück zum Team.</translation>
  </message>
  <message>
   <source>Enter shows why. {pin} pins, {take_out} keeps out or lets in, {give_lead} gives to a caller.</source>
   <translation>Enter zeigt, warum. {pin} heftet an, {take_out} hält zurück oder lässt zu, {give_lead} teilt einem Caller zu.</translation>
  </message>
  <message>
   <source>Enter takes the call up</source>
   <translation>Enter nimmt den Anruf an</translation>
  </message>
  <message>
   <source>Enter: the link of the row · Del: leave the row out · {undo}: take it back</source>
   <translation>Enter: Link der Zeile · Entf: Zeile auslassen · {undo}: zurücknehmen</translation>
  </message>
  <message>
   <source>Enter: this row holds the headings</source>
   <translation>Enter: Diese Zeile hat die Überschriften</translation>
  </message>
  <message>
   <source>Entries that hold</source>
   <translation>Geltende Einträge</translation>
  </message>
  <message>
   <source>Erase for good</source>
   <translation>Endgültig löschen</translation>
  </message>
  <message>
   <source>Erase them for good</source>
   <translation>Endgültig löschen</translation>
  </message>
  <message>
   <source>Erased</source>
   <translation>Gelöscht</translation>
  </message>
  <message>
   <source>Erased person</source>
   <translation>Gelöschte Person</translation>
  </message>
  <message>
   <source>Erased somebody who was kept long enough. Calls of theirs: {calls:,}, rows of lists: {rows:,}</source>
   <translation>Jemanden gelöscht, dessen Frist abgelaufen war. Anrufe: {calls:,}, Zeilen in Listen: {rows:,}</translation>
  </message>
  <message>
   <source>Erased somebody. Calls of theirs: {calls:,}, rows of lists: {rows:,}</source>
   <translation>Eine Person gelöscht. Ihre Anrufe: {calls:,}, Zeilen in Listen: {rows:,}</translation>
  </message>
  <message>
   <source>Esc</source>
   <comment>key</comment>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Estonia</source>
   <translation>Estland</translation>
  </message>
  <message>
   <source>Estonian</source>
   <translation>Estnisch</translation>
  </message>
  <message numerus="yes">
   <source>Even then {n} points short of {threshold}.</source>
   <extracomment>One: Even then {n} point short of {threshold}.</extracomment>
   <translation>
    <numerusform>Auch dann fehlt {n} Punkt bis {threshold}.</numerusform>
    <numerusform>Auch dann fehlen {n} Punkte bis {threshold}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Veranstaltung</translation>
  </message>
  <message>
   <source>Every change counts at once. Rows you changed have a way back to normal.</source>
   <translation>Jede Änderung gilt sofort. Geänderte Zeilen lassen sich zurücksetzen.</translation>
  </message>
  <message>
   <source>Every column is kept with the lead, used or not.</source>
   <translation>Jede Spalte wird beim Lead aufbewahrt, genutzt oder nicht.</translation>
  </message>
  <message>
   <source>Every day</source>
   <translation>Täglich</translation>
  </message>
  <message>
   <source>Every lead goes to whom the campaign names. A rule gives those of a region to one person, or shares leads in turn.</source>
   <translation>Jeder Lead geht an den Vertriebskontakt der Kampagne. Eine Regel gibt die einer Region an eine Person oder verteilt Leads reihum.</translation>
  </message>
  <message>
   <source>Every lead is finished</source>
   <translation>Alle Leads sind erledigt</translation>
  </message>
  <message>
   <source>Every lead stands at exactly one place; the last line is their sum.</source>
   <translation>Jeder Lead hat genau einen Stand; die letzte Zeile ist die Summe.</translation>
  </message>
  <message>
   <source>Every must-have of version {version} has a question.</source>
   <translation>Jedes Muss-Kriterium aus Version {version} hat eine Frage.</translation>
  </message>
  <message>
   <source>Every number is what the rows say.</source>
   <translation>Alle Zahlen sind, was die Zeilen sagen.</translation>
  </message>
  <message>
   <source>Every reason for which sales sent leads back is covered by a question.</source>
   <translation>Jeder Grund, aus dem der Vertrieb Leads zurückgab, ist durch eine Frage abgedeckt.</translation>
  </message>
  <message>
   <source>Every row of the list can be imported as it is.</source>
   <translation>Jede Zeile der Liste kann so eingelesen werden, wie sie ist.</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Everybody of the team works in it at the same time.</source>
   <translation>Das ganze Team arbeitet gleichzeitig darin.</translation>
  </message>
  <message>
   <source>Everybody who is nurtured here asked not to be contacted.</source>
   <translation>Alle, die hier im Nurturing sind, wollen keinen Kontakt mehr.</translation>
  </message>
  <message>
   <source>Everybody with a login may make large objects: a superuser can take that away.</source>
   <translation>Alle mit einem Login dürfen Large Objects anlegen: Ein Superuser kann das entziehen.</translation>
  </message>
  <message>
   <source>Everybody with a login on the server has this right: {right}.</source>
   <translation>Alle mit einem Login auf dem Server haben dieses Recht: {right}.</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Everything callers need is here.</source>
   <translation>Alles, was Caller brauchen, ist da.</translation>
  </message>
  <message>
   <source>Everything else is said on its page, and saved as you type.</source>
   <translation>Alles Weitere steht auf ihrer Seite und wird beim Tippen gespeichert.</translation>
  </message>
  <message>
   <source>Everything is asked. Choose how it ended: {outcome_4}, {outcome_6} to {outcome_9}.</source>
   <translation>Alles ist gefragt. Wählen Sie, wie es endete: {outcome_4}, {outcome_6} bis {outcome_9}.</translation>
  </message>
  <message>
   <source>Everything is asked. Choose how it ended: {outcome_6} to {outcome_9}.</source>
   <translation>Alles ist gefragt. Wählen Sie, wie es endete: {outcome_6} bis {outcome_9}.</translation>
  </message>
  <message>
   <source>Everything stays on this computer, in one file, until you connect a team.</source>
   <translation>Alles bleibt auf diesem Computer, in einer Datei, bis Sie ein Team verbinden.</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Nachweis</translation>
  </message>
  <message>
   <source>Exactly as the CRM knows it</source>
   <translation>Genau wie im CRM</translation>
  </message>
  <message>
   <source>Excel (XLSB)</source>
   <translation>Excel (XLSB)</translation>
  </message>
  <message>
   <source>Excel (XLSX)</source>
   <translation>Excel (XLSX)</translation>
  </message>
  <message>
   <source>Excel 97 (XLS)</source>
   <translation>Excel 97 (XLS)</translation>
  </message>
  <message>
   <source>Executive</source>
   <translation>Geschäftsleitung</translation>
  </message>
  <message>
   <source>Existing relationship</source>
   <translation>Bestehende Geschäftsbeziehung</translation>
  </message>
  <message>
   <source>Exit {name}</source>
   <translation>Ausstieg {name}</translation>
  </message>
  <message>
   <source>Exit, order</source>
   <translation>Ausstieg, Reihenfolge</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Export batch {number}</source>
   <translation>Paket {number} exportieren</translation>
  </message>
  <message>
   <source>Extension</source>
   <translation>Durchwahl</translation>
  </message>
  <message>
   <source>Extension of the phone</source>
   <translation>Durchwahl zum Telefon</translation>
  </message>
  <message>
   <source>Extension of the second phone</source>
   <translation>Durchwahl zum zweiten Telefon</translation>
  </message>
  <message>
   <source>External id</source>
   <translation>Externe Kennung</translation>
  </message>
  <message>
   <source>Fact {number} a caller should know</source>
   <translation>Fakt {number}, den ein Caller kennen sollte</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Angaben</translation>
  </message>
  <message>
   <source>Facts with their sources, not legal advice: have them checked before you rely on them.</source>
   <translation>Angaben mit Quellen, keine Rechtsberatung: Lassen Sie sie prüfen, bevor Sie sich darauf verlassen.</translation>
  </message>
  <message>
   <source>Fair share</source>
   <translation>Fairer Anteil</translation>
  </message>
  <message>
   <source>Far too long for a number.</source>
   <translation>Viel zu lang für eine Nummer.</translation>
  </message>
  <message>
   <source>Fax or data line</source>
   <translation>Fax oder Datenleitung</translation>
  </message>
  <message>
   <source>Feb</source>
   <comment>month</comment>
   <translation>Feb.</translation>
  </message>
  <message>
   <source>February</source>
   <comment>month</comment>
   <translation>Februar</translation>
  </message>
  <message>
   <source>Feeds</source>
   <translation>Zählt für</translation>
  </message>
  <message>
   <source>Feeds no criterion of “{definition}”.</source>
   <translation>Zählt für kein Kriterium von „{definition}“.</translation>
  </message>
  <message>
   <source>Feeds: {criteria}.</source>
   <translation>Zählt für: {criteria}.</translation>
  </message>
  <message>
   <source>Few of these were called so far</source>
   <translation>Bisher wenige davon angerufen</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Felder</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>File with certificates</source>
   <translation>Datei mit Zertifikaten</translation>
  </message>
  <message>
   <source>Files of past history</source>
   <translation>Dateien mit früheren Leads</translation>
  </message>
  <message>
   <source>Files packed in a workbook</source>
   <translation>Dateien in einer Arbeitsmappe</translation>
  </message>
  <message>
   <source>Final</source>
   <translation>Endgültig</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Find a belief</source>
   <translation>Annahme suchen</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Befehl suchen</translation>
  </message>
  <message>
   <source>Find a field</source>
   <translation>Feld suchen</translation>
  </message>
  <message>
   <source>Find a number</source>
   <translation>Nummer finden</translation>
  </message>
  <message>
   <source>Find a number for {name}</source>
   <translation>Nummer für {name} finden</translation>
  </message>
  <message>
   <source>Find a number that works first.</source>
   <translation>Suchen Sie erst eine Nummer, die geht.</translation>
  </message>
  <message>
   <source>Find in the queue</source>
   <translation>In der Warteschlange suchen</translation>
  </message>
  <message>
   <source>Find in this batch</source>
   <translation>In diesem Paket suchen</translation>
  </message>
  <message>
   <source>Find in what is shown</source>
   <translation>Im Gezeigten suchen</translation>
  </message>
  <message>
   <source>Find on this screen</source>
   <translation>Auf dieser Seite suchen</translation>
  </message>
  <message>
   <source>Find who is calling back, by their last digits or their name</source>
   <translation>Finden, wer zurückruft: über letzte Ziffern oder Namen</translation>
  </message>
  <message>
   <source>Finds out</source>
   <translation>Klärt</translation>
  </message>
  <message>
   <source>Fingerprints only: they show that a number is obeyed and say nothing about anybody.</source>
   <translation>Nur Fingerabdrücke: Sie zeigen, dass eine Nummer beachtet wird, und sagen über niemanden etwas.</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Finished at {at:%Y-%m-%d %H:%M} UTC</source>
   <translation>Erledigt {at:%Y-%m-%d %H:%M} UTC</translation>
  </message>
  <message>
   <source>Finished leads</source>
   <translation>Abgeschlossene Leads</translation>
  </message>
  <message numerus="yes">
   <source>Finished: settled in a call, or tried {n} times</source>
   <extracomment>One: Finished: settled in a call, or tried once</extracomment>
   <translation>
    <numerusform>Erledigt: in einem Anruf geklärt oder einmal versucht</numerusform>
    <numerusform>Erledigt: in einem Anruf geklärt oder {n}-mal versucht</numerusform>
   </translation>
  </message>
  <message>
   <source>Finland</source>
   <translation>Finnland</translation>
  </message>
  <message>
   <source>Finnish</source>
   <translation>Finnisch</translation>
  </message>
  <message>
   <source>First and last name</source>
   <translation>Vor- und Nachname</translation>
  </message>
  <message>
   <source>First as soon as it may be called</source>
   <translation>Zuerst, sobald ein Anruf erlaubt ist</translation>
  </message>
  <message>
   <source>First as soon as the rules allow it, before all other leads</source>
   <translation>Zuerst, sobald die Regeln es erlauben, vor allen anderen Leads</translation>
  </message>
  <message>
   <source>First choose whose words to keep: yours or theirs.</source>
   <translation>Wählen Sie zuerst, wessen Worte bleiben: Ihre oder die anderen.</translation>
  </message>
  <message>
   <source>First day they are not here</source>
   <translation>Erster Tag ohne diese Person</translation>
  </message>
  <message>
   <source>First five under these rules</source>
   <translation>Die ersten fünf nach diesen Regeln</translation>
  </message>
  <message>
   <source>First it is said what would be gone. Nothing is changed by looking.</source>
   <translation>Zuerst sehen Sie, was weg wäre. Nachsehen ändert nichts.</translation>
  </message>
  <message>
   <source>First language</source>
   <translation>Erste Sprache</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Vorname</translation>
  </message>
  <message>
   <source>First rows of the file</source>
   <translation>Erste Zeilen der Datei</translation>
  </message>
  <message>
   <source>First try</source>
   <translation>Erster Versuch</translation>
  </message>
  <message>
   <source>First values</source>
   <translation>Erste Werte</translation>
  </message>
  <message>
   <source>Fit</source>
   <comment>stage</comment>
   <translation>Passung</translation>
  </message>
  <message>
   <source>Fit opened early</source>
   <translation>Passung vorzeitig geöffnet</translation>
  </message>
  <message>
   <source>Fit opens after two answers in Discover. {question_next} once more opens it now; that is counted.</source>
   <translation>Die Passung öffnet sich nach zwei Antworten in der Bedarfsklärung. Noch einmal {question_next} öffnet sie jetzt; das wird gezählt.</translation>
  </message>
  <message>
   <source>Fit questions open after two answers in Discover. {question_next} opens them sooner.</source>
   <translation>Fragen zur Passung öffnen sich nach zwei Antworten in der Bedarfsklärung. {question_next} öffnet sie früher.</translation>
  </message>
  <message>
   <source>Fit was opened before Discover had two answers. Ask first what they are working on.</source>
   <translation>Die Passung kam, bevor die Bedarfsklärung zwei Antworten hatte. Fragen Sie zuerst, woran gearbeitet wird.</translation>
  </message>
  <message>
   <source>Fit was opened before discovery had its answers.</source>
   <translation>Die Passung kam, bevor die Bedarfsklärung ihre Antworten hatte.</translation>
  </message>
  <message>
   <source>Fits {country}.</source>
   <translation>Passt zu: {country}.</translation>
  </message>
  <message>
   <source>Five</source>
   <translation>Fünf</translation>
  </message>
  <message>
   <source>Fixed for you</source>
   <translation>Für Sie korrigiert</translation>
  </message>
  <message>
   <source>Floor</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>Floor: try changes and see whether the list would be finished</source>
   <translation>Team: Änderungen probieren und sehen, ob die Liste erledigt würde</translation>
  </message>
  <message>
   <source>Florida</source>
   <translation>Florida</translation>
  </message>
  <message>
   <source>Followed up</source>
   <translation>Nachgefasst</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>For</source>
   <comment>how long</comment>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>For 30 days. New leads go, what was updated is as before; leads with calls stay.</source>
   <translation>30 Tage lang. Neue Leads gehen, Aktualisiertes ist wie vorher; Leads mit Anrufen bleiben.</translation>
  </message>
  <message>
   <source>For a spreadsheet</source>
   <translation>Für die Tabelle</translation>
  </message>
  <message>
   <source>For all clients</source>
   <translation>Für alle Auftraggeber</translation>
  </message>
  <message>
   <source>For every voice call to an Australian number. Another hour needs the person's own consent to it. End at once when asked.</source>
   <translation>Für jeden Sprachanruf an eine australische Nummer. Eine andere Uhrzeit braucht die Einwilligung der Person dazu. Auf Wunsch sofort beenden.</translation>
  </message>
  <message>
   <source>For everybody</source>
   <translation>Für alle</translation>
  </message>
  <message>
   <source>For good</source>
   <translation>Für immer</translation>
  </message>
  <message>
   <source>For how long</source>
   <translation>Wie lange</translation>
  </message>
  <message>
   <source>For no certain CRM</source>
   <translation>Für kein bestimmtes CRM</translation>
  </message>
  <message>
   <source>For phones that are not on this computer.</source>
   <translation>Für Telefone, die nicht an diesem Computer sind.</translation>
  </message>
  <message>
   <source>For programs</source>
   <translation>Für Programme</translation>
  </message>
  <message>
   <source>For the mailing tool</source>
   <translation>Für das Mailing-Programm</translation>
  </message>
  <message>
   <source>For the main bar: {lack}</source>
   <translation>Zur Hauptschwelle: {lack}</translation>
  </message>
  <message>
   <source>For which CRM</source>
   <translation>Für welches CRM</translation>
  </message>
  <message>
   <source>For which campaign</source>
   <translation>Für welche Kampagne</translation>
  </message>
  <message>
   <source>For which client?</source>
   <translation>Für welchen Auftraggeber?</translation>
  </message>
  <message>
   <source>For which leads</source>
   <translation>Für welche Leads</translation>
  </message>
  <message>
   <source>For whoever called them</source>
   <translation>Für den, der angerufen hat</translation>
  </message>
  <message>
   <source>For whoever has this lead next.</source>
   <translation>Für alle, die diesen Lead als Nächste haben.</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>Für wen</translation>
  </message>
  <message>
   <source>For whom it counts</source>
   <translation>Für wen sie gilt</translation>
  </message>
  <message>
   <source>For work without a line</source>
   <translation>Für die Arbeit ohne Verbindung</translation>
  </message>
  <message>
   <source>For {client}</source>
   <translation>Für {client}</translation>
  </message>
  <message>
   <source>For {name} the team's limits count again.</source>
   <translation>Für {name} gelten wieder die Grenzen des Teams.</translation>
  </message>
  <message>
   <source>Forecast day by day</source>
   <translation>Prognose Tag für Tag</translation>
  </message>
  <message>
   <source>Forecast, low</source>
   <translation>Prognose tief</translation>
  </message>
  <message>
   <source>Forget the password</source>
   <translation>Passwort löschen</translation>
  </message>
  <message>
   <source>Forgotten. It is asked at the next start.</source>
   <translation>Gelöscht. Beim nächsten Start wird danach gefragt.</translation>
  </message>
  <message>
   <source>Form 7, March</source>
   <translation>Formular 7, März</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>Formel</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Found a number of {name}</source>
   <translation>Nummer von {name} gefunden</translation>
  </message>
  <message>
   <source>Found fine: {fine:,}, with a note: {noted:,}, not looked at: {waiting:,}.</source>
   <translation>In Ordnung: {fine:,}, mit Notiz: {noted:,}, nicht angesehen: {waiting:,}.</translation>
  </message>
  <message>
   <source>Found it? They come to you next. Otherwise they are back when their time is over.</source>
   <translation>Gefunden? Dann kommt der Lead als Nächstes zu Ihnen. Sonst ist er nach Ablauf der Zeit wieder da.</translation>
  </message>
  <message>
   <source>Found out by</source>
   <translation>Geklärt durch</translation>
  </message>
  <message>
   <source>Found out by the question</source>
   <translation>Geklärt durch die Frage</translation>
  </message>
  <message>
   <source>Found something out about {name}</source>
   <translation>Etwas über {name} herausgefunden</translation>
  </message>
  <message>
   <source>Four</source>
   <translation>Vier</translation>
  </message>
  <message>
   <source>Frameworks</source>
   <translation>Schemata</translation>
  </message>
  <message>
   <source>France</source>
   <translation>Frankreich</translation>
  </message>
  <message>
   <source>France, calls to consumers</source>
   <translation>Frankreich, Anrufe bei Verbrauchern</translation>
  </message>
  <message>
   <source>France, calls to consumers: only with their consent</source>
   <translation>Frankreich, Anrufe bei Verbrauchern: nur mit Einwilligung</translation>
  </message>
  <message>
   <source>France, calls to professionals</source>
   <translation>Frankreich, Anrufe bei Gewerbetreibenden</translation>
  </message>
  <message>
   <source>French</source>
   <translation>Französisch</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>Fr</translation>
  </message>
  <message>
   <source>Friday</source>
   <translation>Freitag</translation>
  </message>
  <message>
   <source>Fridays</source>
   <translation>freitags</translation>
  </message>
  <message>
   <source>From</source>
   <comment>a lead with sales</comment>
   <translation>Aus</translation>
  </message>
  <message>
   <source>From now on this is not said again.</source>
   <translation>Von jetzt an wird das nicht mehr gemeldet.</translation>
  </message>
  <message>
   <source>From the closed list</source>
   <translation>Aus der festen Liste</translation>
  </message>
  <message>
   <source>From the day somebody asked not to be called. What was said before keeps its time. A calling rule may ask for longer, and then wins.</source>
   <translation>Ab dem Tag, an dem jemand keine Anrufe mehr wollte. Früher Gesagtes behält seine Frist. Verlangt eine Anrufregel mehr, gilt sie.</translation>
  </message>
  <message>
   <source>From the list</source>
   <translation>Aus der Liste</translation>
  </message>
  <message>
   <source>From the next lead on. A call that goes on is not touched.</source>
   <translation>Ab dem nächsten Lead. Ein laufender Anruf bleibt unberührt.</translation>
  </message>
  <message>
   <source>From which day</source>
   <translation>Ab welchem Tag</translation>
  </message>
  <message>
   <source>From whom</source>
   <translation>Von wem</translation>
  </message>
  <message>
   <source>From {when}</source>
   <translation>Ab {when}</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Functions</source>
   <translation>Funktionen</translation>
  </message>
  <message>
   <source>Gave no yes to mails</source>
   <translation>Mails nicht zugestimmt</translation>
  </message>
  <message>
   <source>Gave the promise to call {name} back to whoever made it</source>
   <translation>Die Zusage, {name} zurückzurufen, wieder an den Caller gegeben, von dem sie kam</translation>
  </message>
  <message>
   <source>Gave {name} back without a call</source>
   <translation>{name} ohne Anruf zurückgegeben</translation>
  </message>
  <message>
   <source>Gave {name} to {to}</source>
   <translation>{name} an {to} gegeben</translation>
  </message>
  <message>
   <source>Gave {name} to {to}; the call back was promised by {owner}</source>
   <translation>{name} an {to} gegeben; den Rückruf hatte {owner} zugesagt</translation>
  </message>
  <message>
   <source>Gave {name} {percent} of 100 calls at least</source>
   <translation>{name} mindestens {percent} von 100 Anrufen gegeben</translation>
  </message>
  <message>
   <source>German</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>German, English</source>
   <translation>Deutsch, Englisch</translation>
  </message>
  <message>
   <source>Germany</source>
   <translation>Deutschland</translation>
  </message>
  <message>
   <source>Germany, calls to consumers: only with their consent</source>
   <translation>Deutschland, Anrufe bei Verbrauchern: nur mit Einwilligung</translation>
  </message>
  <message>
   <source>Germany, calls to other market participants</source>
   <translation>Deutschland, Anrufe bei sonstigen Marktteilnehmern</translation>
  </message>
  <message>
   <source>Germany, or DE</source>
   <translation>Deutschland oder DE</translation>
  </message>
  <message>
   <source>Give</source>
   <translation>Zuteilen</translation>
  </message>
  <message>
   <source>Give it a name people know it by.</source>
   <translation>Geben Sie ihr einen Namen, unter dem man sie kennt.</translation>
  </message>
  <message>
   <source>Give it a name that others will recognise.</source>
   <translation>Geben Sie ihm einen Namen, den andere erkennen.</translation>
  </message>
  <message>
   <source>Give it its outcome first, then practise.</source>
   <translation>Geben Sie ihm zuerst sein Ergebnis, dann üben Sie.</translation>
  </message>
  <message>
   <source>Give it to anyone</source>
   <translation>Für alle freigeben</translation>
  </message>
  <message>
   <source>Give it to anyone now</source>
   <translation>Jetzt für alle freigeben</translation>
  </message>
  <message>
   <source>Give the campaign a name.</source>
   <translation>Geben Sie der Kampagne einen Namen.</translation>
  </message>
  <message>
   <source>Give the place of this call as a number.</source>
   <translation>Geben Sie den Platz dieses Anrufs als Zahl an.</translation>
  </message>
  <message>
   <source>Give to a caller</source>
   <translation>Einem Caller geben</translation>
  </message>
  <message>
   <source>Give to…</source>
   <translation>Zuteilen …</translation>
  </message>
  <message>
   <source>Giveaway</source>
   <translation>Give-away</translation>
  </message>
  <message>
   <source>Giveaway leads</source>
   <translation>Give-away-Leads</translation>
  </message>
  <message>
   <source>Giveaway leads are tried 1 to {most} times.</source>
   <translation>Give-away-Leads werden 1- bis {most}-mal versucht.</translation>
  </message>
  <message numerus="yes">
   <source>Giveaway leads are tried {n} times at most.</source>
   <extracomment>One: Giveaway leads are tried once.</extracomment>
   <translation>
    <numerusform>Give-away-Leads werden einmal versucht.</numerusform>
    <numerusform>Give-away-Leads werden höchstens {n}-mal versucht.</numerusform>
   </translation>
  </message>
  <message>
   <source>Giveaway only</source>
   <translation>Nur Give-away</translation>
  </message>
  <message>
   <source>Giveaway rate</source>
   <translation>Give-away-Quote</translation>
  </message>
  <message>
   <source>Giveaways last</source>
   <translation>Give-aways zuletzt</translation>
  </message>
  <message>
   <source>Giveaways of “{name}” come last</source>
   <translation>Give-aways von „{name}“ kommen zuletzt</translation>
  </message>
  <message>
   <source>Giveaways of “{name}” come last.</source>
   <translation>Give-aways von „{name}“ kommen zuletzt.</translation>
  </message>
  <message>
   <source>Giveaways of “{name}” come where their chances put them.</source>
   <translation>Give-aways von „{name}“ kommen nach ihren Chancen.</translation>
  </message>
  <message>
   <source>Given back</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Given on</source>
   <translation>Erteilt am</translation>
  </message>
  <message>
   <source>Given to you by {name}.</source>
   <translation>Von {name} an Sie gegeben.</translation>
  </message>
  <message>
   <source>Given to {caller}</source>
   <translation>Zugeteilt: {caller}</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Go on calling</source>
   <translation>Weiter anrufen</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>Dorthin</translation>
  </message>
  <message>
   <source>Go to Campaigns</source>
   <translation>Zu den Kampagnen</translation>
  </message>
  <message>
   <source>Go to Desk</source>
   <translation>Zum Arbeitsplatz</translation>
  </message>
  <message>
   <source>Go to Floor</source>
   <translation>Zum Team</translation>
  </message>
  <message>
   <source>Go to Hand-off</source>
   <translation>Zur Übergabe</translation>
  </message>
  <message>
   <source>Go to Lists</source>
   <translation>Zu den Listen</translation>
  </message>
  <message>
   <source>Go to the desk</source>
   <translation>Zum Arbeitsplatz</translation>
  </message>
  <message>
   <source>Go to the note</source>
   <translation>Zur Notiz</translation>
  </message>
  <message>
   <source>Go to what the notice offers</source>
   <translation>Zu dem, was der Hinweis anbietet</translation>
  </message>
  <message>
   <source>Goes to</source>
   <translation>Geht an</translation>
  </message>
  <message>
   <source>Goes to Research.</source>
   <translation>Zur Nachforschung.</translation>
  </message>
  <message>
   <source>Going on with {file}</source>
   <translation>{file} wird weiter eingelesen</translation>
  </message>
  <message>
   <source>Gone: name, {gone}.</source>
   <translation>Gelöscht: Name, {gone}.</translation>
  </message>
  <message>
   <source>Good afternoon</source>
   <translation>Guten Tag</translation>
  </message>
  <message>
   <source>Good evening</source>
   <translation>Guten Abend</translation>
  </message>
  <message>
   <source>Good morning</source>
   <translation>Guten Morgen</translation>
  </message>
  <message>
   <source>Good to know</source>
   <translation>Gut zu wissen</translation>
  </message>
  <message>
   <source>Greece</source>
   <translation>Griechenland</translation>
  </message>
  <message>
   <source>Greek</source>
   <translation>Griechisch</translation>
  </message>
  <message>
   <source>Ground</source>
   <translation>Rechtsgrund</translation>
  </message>
  <message>
   <source>Groups that are no stage were taken apart; their questions keep their order and conditions: {groups}.</source>
   <translation>Gruppen, die kein Abschnitt sind, wurden aufgelöst; ihre Fragen behalten Reihenfolge und Bedingungen: {groups}.</translation>
  </message>
  <message>
   <source>Half as much, {percent} percent</source>
   <translation>Halb so viel, {percent} Prozent</translation>
  </message>
  <message>
   <source>Hall 4, Cologne</source>
   <translation>Halle 4, Köln</translation>
  </message>
  <message>
   <source>Hand over now</source>
   <translation>Jetzt übergeben</translation>
  </message>
  <message>
   <source>Hand-off</source>
   <translation>Übergabe</translation>
  </message>
  <message>
   <source>Handed 1 lead to sales: {name}</source>
   <translation>1 Lead an den Vertrieb übergeben: {name}</translation>
  </message>
  <message>
   <source>Handed over to {salesperson} on the line, {when}</source>
   <translation>Direkt an {salesperson} übergeben, {when}</translation>
  </message>
  <message>
   <source>Handed over, not answered</source>
   <translation>Übergeben, nicht beantwortet</translation>
  </message>
  <message>
   <source>Handed to your phone program: {link}</source>
   <translation>An Ihr Telefonprogramm gegeben: {link}</translation>
  </message>
  <message>
   <source>Handed {leads:,} leads to sales: {name}</source>
   <translation>{leads:,} Leads an den Vertrieb übergeben: {name}</translation>
  </message>
  <message>
   <source>Handed {name} over to sales during the call</source>
   <translation>{name} während des Anrufs an den Vertrieb übergeben</translation>
  </message>
  <message>
   <source>Hardly any of their own words are kept. Type a few while they speak.</source>
   <translation>Im Wortlaut ist kaum etwas festgehalten. Tippen Sie ein paar Worte mit.</translation>
  </message>
  <message>
   <source>Has left</source>
   <translation>Ist ausgeschieden</translation>
  </message>
  <message>
   <source>Has left…</source>
   <translation>Ist ausgeschieden …</translation>
  </message>
  <message>
   <source>Hashes under the client's own key. It stays in the workspace, because numbers come in all the time, and is in no log and no export.</source>
   <translation>Hashes mit dem Schlüssel des Auftraggebers. Er bleibt im Arbeitsbereich, weil ständig Nummern dazukommen, und steht in keinem Log und keinem Export.</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>Leitung</translation>
  </message>
  <message>
   <source>Headings one row down</source>
   <translation>Überschriften eine Zeile tiefer</translation>
  </message>
  <message>
   <source>Headings one row up</source>
   <translation>Überschriften eine Zeile höher</translation>
  </message>
  <message>
   <source>Hebrew</source>
   <translation>Hebräisch</translation>
  </message>
  <message>
   <source>Held against the call window, calling hours, holidays and your shift.</source>
   <translation>Geprüft gegen Anruffrist, Anrufzeiten, Feiertage und Ihre Schicht.</translation>
  </message>
  <message>
   <source>Held back</source>
   <translation>Zurückgestellt</translation>
  </message>
  <message>
   <source>Held back by</source>
   <translation>Zurückgehalten von</translation>
  </message>
  <message>
   <source>Held back by choice.</source>
   <translation>Bewusst zurückgestellt.</translation>
  </message>
  <message>
   <source>Held back by you</source>
   <translation>Von Ihnen zurückgestellt</translation>
  </message>
  <message>
   <source>Held back by {name}</source>
   <translation>Zurückgestellt von {name}</translation>
  </message>
  <message>
   <source>Helps</source>
   <translation>Hilft</translation>
  </message>
  <message>
   <source>Here is your next lead.</source>
   <translation>Hier ist Ihr nächster Lead.</translation>
  </message>
  <message numerus="yes">
   <source>Here {n:,} are not called yet.</source>
   <extracomment>One: Here {n} is not called yet.</extracomment>
   <translation>
    <numerusform>Hier ist {n} noch nicht angerufen.</numerusform>
    <numerusform>Hier sind {n:,} noch nicht angerufen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Hide names</source>
   <translation>Namen verbergen</translation>
  </message>
  <message>
   <source>Hide what is missing and known</source>
   <translation>Fehlendes und Bekanntes ausblenden</translation>
  </message>
  <message>
   <source>High</source>
   <comment>of a forecast</comment>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Hoher Kontrast</translation>
  </message>
  <message>
   <source>Highest</source>
   <translation>Höchstens</translation>
  </message>
  <message>
   <source>Hindi</source>
   <translation>Hindi</translation>
  </message>
  <message>
   <source>Hint</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>History: what was changed by whom</source>
   <translation>Verlauf: wer was geändert hat</translation>
  </message>
  <message>
   <source>Hold back</source>
   <translation>Zurückstellen</translation>
  </message>
  <message>
   <source>Holiday</source>
   <translation>Feiertag</translation>
  </message>
  <message>
   <source>Home</source>
   <comment>key</comment>
   <translation>Pos1</translation>
  </message>
  <message>
   <source>Hong Kong</source>
   <translation>Hongkong</translation>
  </message>
  <message>
   <source>Hour</source>
   <translation>Stunde</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Zeiten</translation>
  </message>
  <message>
   <source>Hours at the called party's place, or those of the province where they are stricter. Calls to businesses need no scrub against the national list but keep all other rules. A referral gives no consent for the person referred to.</source>
   <translation>Zeiten am Ort der angerufenen Person, oder die der Provinz, wo sie strenger sind. Anrufe bei Unternehmen brauchen keinen Abgleich mit der nationalen Liste, sonst gilt alles. Eine Empfehlung ist keine Einwilligung der empfohlenen Person.</translation>
  </message>
  <message>
   <source>Hours at the called party's place. A no must be honoured within 10 business days since 11 April 2025.</source>
   <translation>Zeiten am Ort der angerufenen Person. Seit dem 11. April 2025 ist ein Nein innerhalb von 10 Werktagen zu beachten.</translation>
  </message>
  <message>
   <source>Hours do not count with {grounds}</source>
   <translation>Zeiten gelten nicht bei: {grounds}</translation>
  </message>
  <message>
   <source>Hours of the day</source>
   <translation>Zeiten des Tages</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>How days are written</source>
   <translation>Schreibweise von Tagen</translation>
  </message>
  <message>
   <source>How far both agree</source>
   <translation>Wie weit beide übereinstimmen</translation>
  </message>
  <message>
   <source>How far it is</source>
   <translation>Wie weit es ist</translation>
  </message>
  <message>
   <source>How far the list is read</source>
   <translation>Wie weit die Liste eingelesen ist</translation>
  </message>
  <message>
   <source>How far the undoing is</source>
   <translation>Wie weit das Zurücknehmen ist</translation>
  </message>
  <message>
   <source>How it ended</source>
   <translation>Wie es endete</translation>
  </message>
  <message>
   <source>How it is written</source>
   <translation>Schreibweise</translation>
  </message>
  <message>
   <source>How it stands</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>How long</source>
   <translation>Wie lange</translation>
  </message>
  <message>
   <source>How long a call back waits</source>
   <translation>Wie lange ein Rückruf wartet</translation>
  </message>
  <message>
   <source>How long a no is kept</source>
   <translation>Wie lange ein Nein gilt</translation>
  </message>
  <message>
   <source>How long people are kept</source>
   <translation>Wie lange Personen gespeichert bleiben</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>How many leads each takes a day</source>
   <translation>Wie viele Leads am Tag wer übernimmt</translation>
  </message>
  <message>
   <source>How many people</source>
   <translation>Wie viele Personen</translation>
  </message>
  <message>
   <source>How sure</source>
   <translation>Wie sicher</translation>
  </message>
  <message>
   <source>How the connection stands</source>
   <translation>Stand der Verbindung</translation>
  </message>
  <message>
   <source>How the last call ended</source>
   <translation>Wie der letzte Anruf endete</translation>
  </message>
  <message>
   <source>How the line is secured</source>
   <translation>Sicherung der Verbindung</translation>
  </message>
  <message>
   <source>How the queue goes by them</source>
   <translation>Wie die Warteschlange danach geht</translation>
  </message>
  <message>
   <source>How the rules hold together</source>
   <translation>Wie die Regeln zusammenhängen</translation>
  </message>
  <message>
   <source>How they are erased</source>
   <translation>Wie sie gelöscht werden</translation>
  </message>
  <message>
   <source>How they stand with the event</source>
   <translation>Stand zur Veranstaltung</translation>
  </message>
  <message>
   <source>How this question does</source>
   <translation>Wie diese Frage läuft</translation>
  </message>
  <message>
   <source>How to ask for it while it is missing</source>
   <translation>Wie man danach fragt, solange es fehlt</translation>
  </message>
  <message>
   <source>How to dial</source>
   <translation>Wählen</translation>
  </message>
  <message>
   <source>How you stand with us</source>
   <translation>Ihr Stand bei uns</translation>
  </message>
  <message>
   <source>HubSpot contacts</source>
   <translation>HubSpot-Kontakte</translation>
  </message>
  <message>
   <source>Hungarian</source>
   <translation>Ungarisch</translation>
  </message>
  <message>
   <source>Hungary</source>
   <translation>Ungarn</translation>
  </message>
  <message>
   <source>I am calling on behalf of {company}.</source>
   <translation>Ich rufe im Auftrag von {company} an.</translation>
  </message>
  <message>
   <source>I cannot say it from here. I will find out and let you know.</source>
   <translation>Das kann ich von hier aus nicht sagen. Ich finde es heraus und melde mich bei Ihnen.</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>I have seen it</source>
   <translation>Gesehen</translation>
  </message>
  <message>
   <source>I know this person</source>
   <translation>Ich kenne diese Person</translation>
  </message>
  <message>
   <source>Iceland</source>
   <translation>Island</translation>
  </message>
  <message>
   <source>Id for the way back</source>
   <translation>Kennung für den Rückweg</translation>
  </message>
  <message>
   <source>Id in the list it came from</source>
   <translation>Kennung in der Liste</translation>
  </message>
  <message>
   <source>Identify pain</source>
   <translation>Problem erkannt</translation>
  </message>
  <message>
   <source>If it goes to voicemail</source>
   <translation>Wenn die Mailbox drangeht</translation>
  </message>
  <message>
   <source>If it is missing, say</source>
   <translation>Wenn es fehlt, sagen</translation>
  </message>
  <message>
   <source>If it is missing, the caller sees: “{words}”</source>
   <translation>Wenn es fehlt, sieht der Caller: „{words}“</translation>
  </message>
  <message>
   <source>If that is wrong: mend them in the file of rows left out, and load that file.</source>
   <translation>Wenn das falsch ist: Korrigieren Sie sie in der Datei der ausgelassenen Zeilen, und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>If the headings are in another row, choose it under File.</source>
   <translation>Stehen die Überschriften in einer anderen Zeile, wählen Sie diese unter „Datei“.</translation>
  </message>
  <message>
   <source>Ignored</source>
   <translation>Ignoriert</translation>
  </message>
  <message>
   <source>Illinois</source>
   <translation>Illinois</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Import a list</source>
   <translation>Liste einlesen</translation>
  </message>
  <message>
   <source>Import a list; on Campaigns: take a script or definition from a file; on a definition: load past history; on Hand-off: read the answers from sales</source>
   <translation>Liste einlesen; bei Kampagnen: Leitfaden oder Definition aus einer Datei nehmen; bei einer Definition: frühere Leads einlesen; bei der Übergabe: Antworten des Vertriebs einlesen</translation>
  </message>
  <message>
   <source>Import data, from a spreadsheet, leads. What Pipedrive passes over comes back as a skip file: mend it there, the lead has left already.</source>
   <translation>Daten importieren, aus einer Tabelle, Leads. Was Pipedrive übergeht, kommt als „skip file“ zurück: Berichtigen Sie es dort, der Lead ist schon übergeben.</translation>
  </message>
  <message>
   <source>Import defaults</source>
   <translation>Grenzen beim Einlesen</translation>
  </message>
  <message>
   <source>Import from CSV or Excel, leads. Headings are mapped by their names; look at Lead Source once, since it knows only the values of your own list.</source>
   <translation>Aus CSV oder Excel importieren, Leads. Überschriften werden nach ihrem Namen zugeordnet; prüfen Sie einmal „Lead Source“, denn dort gelten nur die Werte Ihrer eigenen Liste.</translation>
  </message>
  <message>
   <source>Import leads</source>
   <translation>Leads einlesen</translation>
  </message>
  <message>
   <source>Import leads from a file, UTF-8. Make the values of Lead Source known in Zoho first.</source>
   <translation>Leads aus einer Datei importieren, UTF-8. Legen Sie die Werte von Lead Source vorher in Zoho an.</translation>
  </message>
  <message numerus="yes">
   <source>Import {n:,} leads</source>
   <extracomment>One: Import {n:,} lead</extracomment>
   <translation>
    <numerusform>{n:,} Lead einlesen</numerusform>
    <numerusform>{n:,} Leads einlesen</numerusform>
   </translation>
  </message>
  <message>
   <source>Import, leads, UTF-8</source>
   <translation>Import, Leads, UTF-8</translation>
  </message>
  <message>
   <source>Import, one file, contacts. HubSpot tells people apart by their e-mail. An owner given by an import is not told by HubSpot: tell them yourself.</source>
   <translation>Importieren, eine Datei, Kontakte. HubSpot unterscheidet Personen nach ihrer E-Mail. Wer durch einen Import zuständig wird, erfährt es von HubSpot nicht: Sagen Sie es selbst.</translation>
  </message>
  <message>
   <source>Imported, ranked last</source>
   <translation>Eingelesen, kommt zuletzt</translation>
  </message>
  <message numerus="yes">
   <source>Importing {n:,} leads into {campaign}</source>
   <extracomment>One: Importing {n:,} lead into {campaign}</extracomment>
   <translation>
    <numerusform>{n:,} Lead wird in {campaign} eingelesen</numerusform>
    <numerusform>{n:,} Leads werden in {campaign} eingelesen</numerusform>
   </translation>
  </message>
  <message>
   <source>In 4 weeks</source>
   <translation>In 4 Wochen</translation>
  </message>
  <message>
   <source>In 6 months</source>
   <translation>In 6 Monaten</translation>
  </message>
  <message>
   <source>In a batch</source>
   <translation>In einem Paket</translation>
  </message>
  <message>
   <source>In a batch for sales.</source>
   <translation>In einem Paket für den Vertrieb.</translation>
  </message>
  <message>
   <source>In a group of answers: choose; 0 means they do not know</source>
   <translation>In einer Antwortgruppe: wählen; 0 heißt „weiß es nicht“</translation>
  </message>
  <message>
   <source>In a group of answers: clear the answer</source>
   <translation>In einer Antwortgruppe: Antwort leeren</translation>
  </message>
  <message>
   <source>In a line</source>
   <translation>In einer Zeile</translation>
  </message>
  <message>
   <source>In a sentence</source>
   <translation>In einem Satz</translation>
  </message>
  <message>
   <source>In a single line</source>
   <translation>In einer einzigen Zeile</translation>
  </message>
  <message>
   <source>In a table: tick all rows</source>
   <translation>In einer Tabelle: alle Zeilen ankreuzen</translation>
  </message>
  <message>
   <source>In a table: tick the row</source>
   <translation>In einer Tabelle: Zeile ankreuzen</translation>
  </message>
  <message>
   <source>In an answer: keep it and go on; on a button: press it</source>
   <translation>In einer Antwort: behalten und weiter; auf einer Schaltfläche: drücken</translation>
  </message>
  <message>
   <source>In an earlier list</source>
   <translation>In einer früheren Liste</translation>
  </message>
  <message>
   <source>In an earlier list.</source>
   <translation>In einer früheren Liste.</translation>
  </message>
  <message>
   <source>In capitals</source>
   <translation>In Großbuchstaben</translation>
  </message>
  <message>
   <source>In conversation with you until {at:%H:%M}</source>
   <translation>Bis {at:%H:%M} mit Ihnen im Kontakt</translation>
  </message>
  <message>
   <source>In fields, answers and tables</source>
   <translation>In Feldern, Antworten und Tabellen</translation>
  </message>
  <message>
   <source>In none of BANT, CHAMP and MEDDIC.</source>
   <translation>In keinem von BANT, CHAMP und MEDDIC.</translation>
  </message>
  <message>
   <source>In one file on this computer: {place}</source>
   <translation>In einer Datei auf diesem Computer: {place}</translation>
  </message>
  <message>
   <source>In one form</source>
   <translation>Einheitlich</translation>
  </message>
  <message>
   <source>In one line</source>
   <translation>In einem Satz</translation>
  </message>
  <message>
   <source>In one line, if you like</source>
   <translation>In einer Zeile, wenn Sie mögen</translation>
  </message>
  <message>
   <source>In small letters</source>
   <translation>In Kleinbuchstaben</translation>
  </message>
  <message>
   <source>In the currency of the list</source>
   <translation>In der Währung der Liste</translation>
  </message>
  <message>
   <source>In the file</source>
   <translation>In der Datei</translation>
  </message>
  <message>
   <source>In the order of their names.</source>
   <translation>In der Reihenfolge ihrer Namen.</translation>
  </message>
  <message>
   <source>In the queue again.</source>
   <translation>Wieder in der Warteschlange.</translation>
  </message>
  <message>
   <source>In the table of My leads: send the lead back</source>
   <translation>In der Tabelle „Meine Leads“: den Lead zurückgeben</translation>
  </message>
  <message>
   <source>In the table of My leads: take the lead</source>
   <translation>In der Tabelle „Meine Leads“: den Lead nehmen</translation>
  </message>
  <message>
   <source>In the team's database on a server: {place}</source>
   <translation>In der Datenbank des Teams auf einem Server: {place}</translation>
  </message>
  <message>
   <source>In their words</source>
   <translation>Im Wortlaut</translation>
  </message>
  <message>
   <source>In their words, beside the answer</source>
   <translation>Im Wortlaut, neben der Antwort</translation>
  </message>
  <message>
   <source>In this week</source>
   <translation>In dieser Woche</translation>
  </message>
  <message>
   <source>In which order</source>
   <translation>In welcher Reihenfolge</translation>
  </message>
  <message>
   <source>In whose name people are called</source>
   <translation>In wessen Namen angerufen wird</translation>
  </message>
  <message>
   <source>In whose name?</source>
   <translation>In wessen Namen?</translation>
  </message>
  <message>
   <source>In writing</source>
   <translation>Schriftlich</translation>
  </message>
  <message>
   <source>In {language}</source>
   <translation>In {language}</translation>
  </message>
  <message>
   <source>In {path}, write the limits of lists under a line [intake].</source>
   <translation>Schreiben Sie in {path} die Grenzen für Listen unter eine Zeile [intake].</translation>
  </message>
  <message>
   <source>In {place} it is {at:%H:%M} now.</source>
   <translation>In {place} ist es jetzt {at:%H:%M} Uhr.</translation>
  </message>
  <message>
   <source>Indexes and counts</source>
   <translation>Indizes und Zählungen</translation>
  </message>
  <message>
   <source>India</source>
   <translation>Indien</translation>
  </message>
  <message>
   <source>Indiana</source>
   <translation>Indiana</translation>
  </message>
  <message>
   <source>Indonesia</source>
   <translation>Indonesien</translation>
  </message>
  <message>
   <source>Insert</source>
   <comment>key</comment>
   <translation>Einfg</translation>
  </message>
  <message>
   <source>Inside calling hours there.</source>
   <translation>Innerhalb der dortigen Anrufzeiten.</translation>
  </message>
  <message>
   <source>Inside calling hours.</source>
   <translation>Innerhalb der Anrufzeiten.</translation>
  </message>
  <message>
   <source>Inside the call window and inside calling hours there.</source>
   <translation>Innerhalb der Anruffrist und der dortigen Anrufzeiten.</translation>
  </message>
  <message>
   <source>Inside the call window and inside your calling hours for {country}.</source>
   <translation>Innerhalb der Anruffrist und Ihrer Anrufzeiten für {country}.</translation>
  </message>
  <message>
   <source>Inside your calling hours for {country}.</source>
   <translation>Innerhalb Ihrer Anrufzeiten für {country}.</translation>
  </message>
  <message>
   <source>Inter, the letters: SIL Open Font License</source>
   <translation>Inter, die Schrift: SIL Open Font License</translation>
  </message>
  <message>
   <source>Interest is {age} old</source>
   <translation>Interesse ist {age} alt</translation>
  </message>
  <message>
   <source>Interest that stays for good</source>
   <translation>Interesse, das bleibt</translation>
  </message>
  <message>
   <source>Internet calls (sip:)</source>
   <translation>Internet-Telefonie (sip:)</translation>
  </message>
  <message>
   <source>Into which campaign?</source>
   <translation>In welche Kampagne?</translation>
  </message>
  <message>
   <source>Ireland</source>
   <translation>Irland</translation>
  </message>
  <message>
   <source>Ireland, source not found</source>
   <translation>Irland, Quelle nicht gefunden</translation>
  </message>
  <message>
   <source>Irish</source>
   <translation>Irisch</translation>
  </message>
  <message>
   <source>Is</source>
   <comment>rate</comment>
   <translation>Ergibt</translation>
  </message>
  <message>
   <source>Is test</source>
   <translation>Testeintrag</translation>
  </message>
  <message>
   <source>Is the database whole?</source>
   <translation>Ist die Datenbank in Ordnung?</translation>
  </message>
  <message>
   <source>Is this the right file?</source>
   <translation>Ist das die richtige Datei?</translation>
  </message>
  <message>
   <source>Israel</source>
   <translation>Israel</translation>
  </message>
  <message>
   <source>It becomes a valid number.</source>
   <translation>Sie wird eine gültige Nummer.</translation>
  </message>
  <message>
   <source>It becomes no valid number.</source>
   <translation>Sie wird keine gültige Nummer.</translation>
  </message>
  <message>
   <source>It cannot be read: {why}.</source>
   <translation>Nicht lesbar: {why}.</translation>
  </message>
  <message>
   <source>It comes with the program. Copy it to change it.</source>
   <translation>Sie gehört zum Programm. Kopieren Sie sie, um sie zu ändern.</translation>
  </message>
  <message>
   <source>It could not be removed: delete it yourself.</source>
   <translation>Sie ließ sich nicht entfernen: Löschen Sie sie selbst.</translation>
  </message>
  <message>
   <source>It counts now: {says}.</source>
   <translation>Es gilt jetzt: {says}.</translation>
  </message>
  <message>
   <source>It covers the phone</source>
   <translation>Sie gilt fürs Telefon</translation>
  </message>
  <message>
   <source>It does not count for that campaign now.</source>
   <translation>Sie gilt für diese Kampagne jetzt nicht.</translation>
  </message>
  <message>
   <source>It ended with: {outcome}.</source>
   <translation>Er endete mit: {outcome}.</translation>
  </message>
  <message>
   <source>It ends before it starts.</source>
   <translation>Das Ende liegt vor dem Anfang.</translation>
  </message>
  <message>
   <source>It ends on</source>
   <translation>Erlaubnis endet am</translation>
  </message>
  <message>
   <source>It goes into this computer's keyring, into no file of qualdesk.</source>
   <translation>Es kommt in den Schlüsselbund dieses Computers, in keine Datei von qualdesk.</translation>
  </message>
  <message>
   <source>It has more cells than the list has columns: has something slipped?</source>
   <translation>Sie hat mehr Zellen, als die Liste Spalten hat: Ist etwas verrutscht?</translation>
  </message>
  <message>
   <source>It has more rows than any script. Keep those of the form.</source>
   <translation>Das sind mehr Zeilen als in jedem Leitfaden. Behalten Sie die des Formulars.</translation>
  </message>
  <message>
   <source>It has no leads yet.</source>
   <translation>Sie hat noch keine Leads.</translation>
  </message>
  <message>
   <source>It holds from the first row on, and can be taken back.</source>
   <translation>Sie gilt ab der ersten Zeile und lässt sich zurücknehmen.</translation>
  </message>
  <message>
   <source>It holds since {day}.</source>
   <translation>Es gilt seit {day}.</translation>
  </message>
  <message>
   <source>It holds since {day}: {where}.</source>
   <translation>Es gilt seit {day}: {where}.</translation>
  </message>
  <message>
   <source>It is ... of ..., about ...</source>
   <translation>Hier ist ... von ..., es geht um ...</translation>
  </message>
  <message>
   <source>It is asked for at each start.</source>
   <translation>Es wird bei jedem Start gefragt.</translation>
  </message>
  <message>
   <source>It is asked only when {condition}.</source>
   <translation>Sie wird nur gefragt, wenn gilt: {condition}.</translation>
  </message>
  <message>
   <source>It is being loaded. Nobody is called from it yet.</source>
   <translation>Sie wird eingelesen. Noch wird niemand daraus angerufen.</translation>
  </message>
  <message>
   <source>It is changed: sales takes the lead</source>
   <translation>Geändert: Der Vertrieb nimmt den Lead an</translation>
  </message>
  <message>
   <source>It is changed: the lead was not good</source>
   <translation>Geändert: Der Lead taugte nicht</translation>
  </message>
  <message>
   <source>It is far too long for a campaign.</source>
   <translation>Das ist viel zu lang für eine Kampagne.</translation>
  </message>
  <message>
   <source>It is far too long.</source>
   <translation>Das ist viel zu lang.</translation>
  </message>
  <message>
   <source>It is in {file}.</source>
   <translation>Es liegt in {file}.</translation>
  </message>
  <message>
   <source>It is not kept here: if the server wants one, it is asked at each start.</source>
   <translation>Es wird hier nicht aufbewahrt: Verlangt der Server eines, wird bei jedem Start danach gefragt.</translation>
  </message>
  <message>
   <source>It is not signed by both yet. Have marketing and sales sign it.</source>
   <translation>Es fehlen noch Unterschriften. Lassen Sie Marketing und Vertrieb unterzeichnen.</translation>
  </message>
  <message>
   <source>It is on the card and in the brief until it is sent.</source>
   <translation>Das steht auf der Karte und im Steckbrief, bis es versendet ist.</translation>
  </message>
  <message>
   <source>It is saved to a file, so you can mend it later.</source>
   <translation>Sie wird in einer Datei gespeichert; dort können Sie sie später korrigieren.</translation>
  </message>
  <message>
   <source>It is saved.</source>
   <translation>Es ist gespeichert.</translation>
  </message>
  <message>
   <source>It is switched off.</source>
   <translation>Ausgeschaltet.</translation>
  </message>
  <message>
   <source>It is the sheet “{sheet}”; choose another: {sheets} or one of {more} more.</source>
   <translation>Es ist das Blatt „{sheet}“; wählen Sie ein anderes: {sheets} oder eines von {more} weiteren.</translation>
  </message>
  <message>
   <source>It is the sheet “{sheet}”; choose another: {sheets}.</source>
   <translation>Es ist das Blatt „{sheet}“; wählen Sie ein anderes: {sheets}.</translation>
  </message>
  <message>
   <source>It is undone.</source>
   <translation>Es ist zurückgenommen.</translation>
  </message>
  <message>
   <source>It is written anew. Nothing removed is in it.</source>
   <translation>Die Datei ist neu geschrieben. Nichts Entferntes steht darin.</translation>
  </message>
  <message>
   <source>It is written as .json or .pdf. Give it one of these endings.</source>
   <translation>Es wird als .json oder .pdf geschrieben. Geben Sie eine dieser Endungen an.</translation>
  </message>
  <message>
   <source>It is {at:%H:%M} for {name}</source>
   <translation>Bei {name} ist es {at:%H:%M}</translation>
  </message>
  <message>
   <source>It is {clocks}, outside calling hours.</source>
   <translation>Es ist {clocks}, außerhalb der Anrufzeiten.</translation>
  </message>
  <message>
   <source>It is {first:%H:%M} or {last:%H:%M} for {name}</source>
   <translation>Bei {name} ist es {first:%H:%M} oder {last:%H:%M}</translation>
  </message>
  <message>
   <source>It may be any of these: {names}. Add the column Lead ID.</source>
   <translation>Es kann jeder von diesen sein: {names}. Fügen Sie die Spalte Lead ID hinzu.</translation>
  </message>
  <message>
   <source>It opens on its page.</source>
   <translation>Sie öffnet sich auf ihrer Seite.</translation>
  </message>
  <message>
   <source>It predicts what sales takes.</source>
   <translation>Sagt Annahme voraus.</translation>
  </message>
  <message>
   <source>It rings …</source>
   <translation>Es klingelt …</translation>
  </message>
  <message>
   <source>It rings. In real life: nobody there?</source>
   <translation>Es klingelt. Im echten Leben: niemand da?</translation>
  </message>
  <message>
   <source>It said: {says}</source>
   <translation>Der Server sagt: {says}</translation>
  </message>
  <message>
   <source>It says that it is of {batch}, which is none of ours: it was edited, or comes from another workspace. Each row was looked at by its own id.</source>
   <translation>Sie gibt an, zu {batch} zu gehören. Das ist keines unserer Pakete: Sie wurde geändert oder kommt aus einem anderen Arbeitsbereich. Jede Zeile wurde nach ihrer eigenen ID gelesen.</translation>
  </message>
  <message>
   <source>It says “sends back” and names an opportunity. Which is meant?</source>
   <translation>Da steht „sends back“ und eine Verkaufschance. Was ist gemeint?</translation>
  </message>
  <message>
   <source>It says “takes” and gives a reason for sending back. Which is meant?</source>
   <translation>Dort steht „takes“ und ein Grund für die Rückgabe. Was ist gemeint?</translation>
  </message>
  <message>
   <source>It stands beside every lead of the list</source>
   <translation>Sie steht bei jedem Lead der Liste</translation>
  </message>
  <message numerus="yes">
   <source>It stands beside every lead of the list from the next one on. The {n:,} who asked are told.</source>
   <extracomment>One: It stands beside every lead of the list from the next one on. Who asked is told.</extracomment>
   <translation>
    <numerusform>Sie steht ab dem nächsten Lead bei jedem der Liste. Wer gefragt hat, erfährt sie.</numerusform>
    <numerusform>Sie steht ab dem nächsten Lead bei jedem der Liste. Die {n:,}, die gefragt haben, erfahren sie.</numerusform>
   </translation>
  </message>
  <message>
   <source>It stands where it stood.</source>
   <translation>Er steht wieder, wo er stand.</translation>
  </message>
  <message>
   <source>It stands: sales keeps the lead</source>
   <translation>Es gilt: Der Vertrieb behält den Lead</translation>
  </message>
  <message>
   <source>It stands: the lead stays sent back</source>
   <translation>Es gilt: Der Lead bleibt zurückgegeben</translation>
  </message>
  <message>
   <source>It stays on record, and changes nothing.</source>
   <translation>Es bleibt vermerkt und ändert nichts.</translation>
  </message>
  <message>
   <source>It stops nobody since {when}: {why}</source>
   <translation>Sie sperrt seit {when} niemanden mehr: {why}</translation>
  </message>
  <message>
   <source>It then does not count for that campaign. Your name and reason are kept.</source>
   <translation>Sie gilt dann für diese Kampagne nicht. Ihr Name und der Grund werden festgehalten.</translation>
  </message>
  <message>
   <source>It waits for a choice again.</source>
   <translation>Es wartet wieder auf eine Entscheidung.</translation>
  </message>
  <message>
   <source>It was fine</source>
   <translation>In Ordnung</translation>
  </message>
  <message>
   <source>It was handed over on the line: there is no time to note.</source>
   <translation>Es war eine Direktübergabe: Es gibt keinen Termin.</translation>
  </message>
  <message>
   <source>It was in no call yet.</source>
   <translation>Sie kam noch in keinem Anruf vor.</translation>
  </message>
  <message>
   <source>It was loaded over 30 days ago and stays.</source>
   <translation>Sie wurde vor über 30 Tagen eingelesen und bleibt.</translation>
  </message>
  <message>
   <source>It was never used. Its first version comes with the first use.</source>
   <translation>Er wurde nie genutzt. Mit der ersten Nutzung entsteht die erste Version.</translation>
  </message>
  <message>
   <source>It was not due yet.</source>
   <translation>War noch nicht fällig.</translation>
  </message>
  <message>
   <source>It was not made.</source>
   <translation>Er wurde nicht erstellt.</translation>
  </message>
  <message>
   <source>Italian</source>
   <translation>Italienisch</translation>
  </message>
  <message>
   <source>Italy</source>
   <translation>Italien</translation>
  </message>
  <message>
   <source>Italy, calls to businesses</source>
   <translation>Italien, Anrufe bei Unternehmen</translation>
  </message>
  <message>
   <source>Italy, code of conduct for telemarketing</source>
   <translation>Italien, Verhaltenskodex für Telemarketing</translation>
  </message>
  <message>
   <source>Its address</source>
   <translation>Internetadresse</translation>
  </message>
  <message>
   <source>Its country is not clear, and you left such rows out.</source>
   <translation>Das Land ist unklar, und solche Zeilen haben Sie ausgelassen.</translation>
  </message>
  <message>
   <source>Its fair share</source>
   <translation>Ihr fairer Anteil</translation>
  </message>
  <message>
   <source>Its id in your CRM, where there is one</source>
   <translation>Kennung in Ihrem CRM, falls es sie gibt</translation>
  </message>
  <message>
   <source>Its key is the usual one.</source>
   <translation>Seine Taste ist die übliche.</translation>
  </message>
  <message>
   <source>Its leads are gone, and what it changed is as before.</source>
   <translation>Ihre Leads sind weg, und was sie geändert hat, ist wie vorher.</translation>
  </message>
  <message>
   <source>Its name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Its number cannot be dialled, and you left such rows out.</source>
   <translation>Die Nummer ist nicht wählbar, und solche Zeilen haben Sie ausgelassen.</translation>
  </message>
  <message>
   <source>Its rows were taken back; resume or undo it in the overview.</source>
   <translation>Die Zeilen wurden zurückgenommen; in der Übersicht können Sie fortsetzen oder rückgängig machen.</translation>
  </message>
  <message>
   <source>Jan</source>
   <comment>month</comment>
   <translation>Jan.</translation>
  </message>
  <message>
   <source>January</source>
   <comment>month</comment>
   <translation>Januar</translation>
  </message>
  <message>
   <source>Japan</source>
   <translation>Japan</translation>
  </message>
  <message>
   <source>Japanese</source>
   <translation>Japanisch</translation>
  </message>
  <message>
   <source>Japanese (Shift-JIS)</source>
   <translation>Japanisch (Shift-JIS)</translation>
  </message>
  <message>
   <source>Jens Petersen</source>
   <translation>Jens Petersen</translation>
  </message>
  <message>
   <source>Join my team</source>
   <translation>Meinem Team beitreten</translation>
  </message>
  <message>
   <source>Join your team</source>
   <translation>Ihrem Team beitreten</translation>
  </message>
  <message>
   <source>Joined at</source>
   <translation>Dazugekommen um</translation>
  </message>
  <message>
   <source>Joined with row {number}.</source>
   <translation>Mit Zeile {number} zusammengeführt.</translation>
  </message>
  <message>
   <source>Joined with row {row:,}.</source>
   <translation>Mit Zeile {row:,} zusammengeführt.</translation>
  </message>
  <message>
   <source>Judge</source>
   <translation>Beurteilen</translation>
  </message>
  <message>
   <source>Judge the same answers</source>
   <translation>Dieselben Antworten beurteilen</translation>
  </message>
  <message>
   <source>Jul</source>
   <comment>month</comment>
   <translation>Juli</translation>
  </message>
  <message>
   <source>July</source>
   <comment>month</comment>
   <translation>Juli</translation>
  </message>
  <message>
   <source>Jump to a question</source>
   <translation>Zu einer Frage springen</translation>
  </message>
  <message>
   <source>Jump to a question by name</source>
   <translation>Zu einer Frage nach Namen springen</translation>
  </message>
  <message>
   <source>Jun</source>
   <comment>month</comment>
   <translation>Juni</translation>
  </message>
  <message>
   <source>June</source>
   <comment>month</comment>
   <translation>Juni</translation>
  </message>
  <message>
   <source>Keep as one person</source>
   <translation>Als eine Person behalten</translation>
  </message>
  <message>
   <source>Keep both</source>
   <translation>Beide behalten</translation>
  </message>
  <message>
   <source>Keep both as two leads</source>
   <translation>Beide als zwei Leads behalten</translation>
  </message>
  <message>
   <source>Keep for Research</source>
   <translation>Für Nachforschung behalten</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Keep it signed</source>
   <translation>Unterschrift behalten</translation>
  </message>
  <message>
   <source>Keep out</source>
   <translation>Zurückhalten</translation>
  </message>
  <message>
   <source>Keep the column</source>
   <translation>Spalte behalten</translation>
  </message>
  <message>
   <source>Keep the numbers</source>
   <translation>Zahlen behalten</translation>
  </message>
  <message>
   <source>Keep the passphrase in this computer's keyring</source>
   <translation>Passphrase im Schlüsselbund dieses Computers behalten</translation>
  </message>
  <message>
   <source>Keep the password in this computer's keyring</source>
   <translation>Passwort im Schlüsselbund dieses Computers behalten</translation>
  </message>
  <message>
   <source>Keep the rule</source>
   <translation>Regel übernehmen</translation>
  </message>
  <message>
   <source>Keep the table</source>
   <translation>Tabelle speichern</translation>
  </message>
  <message>
   <source>Keep them as they are written</source>
   <translation>Lassen, wie sie geschrieben sind</translation>
  </message>
  <message>
   <source>Kentucky</source>
   <translation>Kentucky</translation>
  </message>
  <message>
   <source>Kenya</source>
   <translation>Kenia</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Eingehalten</translation>
  </message>
  <message>
   <source>Kept as written.</source>
   <translation>Bleibt wie geschrieben.</translation>
  </message>
  <message>
   <source>Kept by {who}.</source>
   <translation>Festgehalten von {who}.</translation>
  </message>
  <message>
   <source>Kept for its time</source>
   <translation>Zeit abgelaufen</translation>
  </message>
  <message>
   <source>Kept for when the line goes down</source>
   <translation>Für den Fall reserviert, dass die Verbindung ausfällt</translation>
  </message>
  <message>
   <source>Kept for {caller}</source>
   <translation>Für {caller} reserviert</translation>
  </message>
  <message>
   <source>Kept late</source>
   <translation>Zu spät</translation>
  </message>
  <message>
   <source>Kept on time, within five minutes</source>
   <translation>Pünktlich, binnen fünf Minuten</translation>
  </message>
  <message>
   <source>Kept out</source>
   <translation>Zurückgehalten</translation>
  </message>
  <message>
   <source>Kept out of the queue</source>
   <comment>what became of a row</comment>
   <translation>Aus der Warteschlange genommen</translation>
  </message>
  <message>
   <source>Kept out of the queue: {reason}</source>
   <translation>Zurückgehalten: {reason}</translation>
  </message>
  <message numerus="yes">
   <source>Kept out {n:,} leads</source>
   <extracomment>One: Kept out {n} lead</extracomment>
   <translation>
    <numerusform>{n} Lead zurückgehalten</numerusform>
    <numerusform>{n:,} Leads zurückgehalten</numerusform>
   </translation>
  </message>
  <message>
   <source>Kept out: {reason}</source>
   <translation>Zurückgehalten: {reason}</translation>
  </message>
  <message>
   <source>Kept since</source>
   <translation>Gespeichert seit</translation>
  </message>
  <message>
   <source>Kept the table {name} for a CRM</source>
   <translation>Tabelle {name} für ein CRM behalten</translation>
  </message>
  <message>
   <source>Kept with the lead</source>
   <translation>Beim Lead aufbewahrt</translation>
  </message>
  <message>
   <source>Kept {name} as their next call</source>
   <translation>{name} als nächsten Anruf behalten</translation>
  </message>
  <message>
   <source>Kept {name} out of the next batches</source>
   <translation>{name} aus den nächsten Paketen zurückgestellt</translation>
  </message>
  <message>
   <source>Kept {name} out of the queue</source>
   <translation>{name} aus der Warteschlange zurückgehalten</translation>
  </message>
  <message>
   <source>Kept: {kept}.</source>
   <translation>Behalten: {kept}.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Keys and help for this screen</source>
   <translation>Tasten und Hilfe zu dieser Seite</translation>
  </message>
  <message>
   <source>Keys of qualdesk</source>
   <translation>Tasten von qualdesk</translation>
  </message>
  <message>
   <source>Keys of this page</source>
   <translation>Tasten dieser Seite</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Kind of answer</source>
   <translation>Art der Antwort</translation>
  </message>
  <message>
   <source>Kind of source</source>
   <translation>Art der Quelle</translation>
  </message>
  <message>
   <source>Known kind of list</source>
   <translation>Bekannte Art von Liste</translation>
  </message>
  <message>
   <source>Known, and said no</source>
   <translation>Bekannt und abgelehnt</translation>
  </message>
  <message>
   <source>Korean</source>
   <translation>Koreanisch</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Lacks its area code</source>
   <translation>Vorwahl fehlt</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Language of the window</source>
   <translation>Sprache des Fensters</translation>
  </message>
  <message>
   <source>Language of the words</source>
   <translation>Sprache der Worte</translation>
  </message>
  <message>
   <source>Language problem</source>
   <translation>Sprachproblem</translation>
  </message>
  <message>
   <source>Languages</source>
   <translation>Sprachen</translation>
  </message>
  <message>
   <source>Languages you speak</source>
   <translation>Sprachen, die Sie sprechen</translation>
  </message>
  <message>
   <source>Larger ones are read in a process of their own; 0 means all of them.</source>
   <translation>Größere werden in einem eigenen Prozess gelesen; 0 heißt alle.</translation>
  </message>
  <message>
   <source>Larger ones are refused before they are opened.</source>
   <translation>Größere werden vor dem Öffnen abgelehnt.</translation>
  </message>
  <message>
   <source>Last call</source>
   <translation>Letzter Anruf</translation>
  </message>
  <message>
   <source>Last called, by this computer's clock</source>
   <translation>Zuletzt angerufen, nach der Uhr dieses Computers</translation>
  </message>
  <message>
   <source>Last name</source>
   <translation>Nachname</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Latest: {name} {time}, {who}</source>
   <translation>Zuletzt: {name} {time}, {who}</translation>
  </message>
  <message>
   <source>Latvia</source>
   <translation>Lettland</translation>
  </message>
  <message>
   <source>Latvian</source>
   <translation>Lettisch</translation>
  </message>
  <message>
   <source>Laying both over the same answers</source>
   <translation>Beide werden auf dieselben Antworten angewendet</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>Lead</translation>
  </message>
  <message>
   <source>Lead before</source>
   <translation>Vorheriger Lead</translation>
  </message>
  <message>
   <source>Lead lists</source>
   <translation>Lead-Listen</translation>
  </message>
  <message>
   <source>Lead number {number}</source>
   <translation>Lead Nummer {number}</translation>
  </message>
  <message>
   <source>Lead number {number} is not among the qualified leads any more.</source>
   <translation>Lead Nummer {number} ist nicht mehr unter den qualifizierten Leads.</translation>
  </message>
  <message>
   <source>Lead number {number} is not among the qualified leads any more. Look at the list again.</source>
   <translation>Lead Nummer {number} ist nicht mehr unter den qualifizierten Leads. Sehen Sie noch einmal in die Liste.</translation>
  </message>
  <message>
   <source>Lead {number}</source>
   <translation>Lead {number}</translation>
  </message>
  <message>
   <source>Lead {number}, {name}</source>
   <translation>Lead {number}, {name}</translation>
  </message>
  <message>
   <source>Leads</source>
   <translation>Leads</translation>
  </message>
  <message>
   <source>Leads a team</source>
   <translation>Leitet ein Team</translation>
  </message>
  <message>
   <source>Leads an hour</source>
   <translation>Leads pro Stunde</translation>
  </message>
  <message>
   <source>Leads and call backs go by the server's. Set the clock of this computer.</source>
   <translation>Leads und Rückrufe richten sich nach der Uhr des Servers. Bitte die Uhr dieses Computers stellen.</translation>
  </message>
  <message>
   <source>Leads by points</source>
   <translation>Leads nach Punkten</translation>
  </message>
  <message>
   <source>Leads come back after {least} to {most} days.</source>
   <translation>Leads kommen nach {least} bis {most} Tagen zurück.</translation>
  </message>
  <message>
   <source>Leads handed to you</source>
   <translation>Ihnen übergebene Leads</translation>
  </message>
  <message>
   <source>Leads in 24 hours</source>
   <translation>Leads in 24 Stunden</translation>
  </message>
  <message>
   <source>Leads in a batch</source>
   <translation>Leads in einem Paket</translation>
  </message>
  <message>
   <source>Leads in a file at most</source>
   <translation>Leads je Datei höchstens</translation>
  </message>
  <message>
   <source>Leads in dispute</source>
   <translation>Strittige Leads</translation>
  </message>
  <message>
   <source>Leads nobody</source>
   <translation>Leitet niemanden</translation>
  </message>
  <message>
   <source>Leads of the list</source>
   <translation>Leads der Liste</translation>
  </message>
  <message>
   <source>Leads of the next batch</source>
   <translation>Leads des nächsten Pakets</translation>
  </message>
  <message>
   <source>Leads of the queue</source>
   <translation>Leads der Warteschlange</translation>
  </message>
  <message>
   <source>Leads of this batch</source>
   <translation>Leads dieses Pakets</translation>
  </message>
  <message>
   <source>Leads of which campaign</source>
   <translation>Leads welcher Kampagne</translation>
  </message>
  <message>
   <source>Leads stand here with their briefs as soon as a batch goes to you. You need do nothing; {refresh} looks again.</source>
   <translation>Leads stehen hier mit Steckbrief, sobald ein Paket an Sie geht. Sie müssen nichts tun; {refresh} sieht noch einmal nach.</translation>
  </message>
  <message>
   <source>Leads that are nurtured</source>
   <translation>Leads im Nurturing</translation>
  </message>
  <message>
   <source>Leads that change</source>
   <translation>Leads, die sich ändern</translation>
  </message>
  <message>
   <source>Leads that do not stand where the numbers have them</source>
   <translation>Leads, die nicht stehen, wo die Zahlen sie führen</translation>
  </message>
  <message>
   <source>Leads that wait for sales</source>
   <translation>Leads, die auf den Vertrieb warten</translation>
  </message>
  <message>
   <source>Leads to take along</source>
   <translation>Leads zum Mitnehmen</translation>
  </message>
  <message>
   <source>Leads tried {count} or more are then done with for good, so this waits for you.</source>
   <translation>Leads mit {count} oder mehr sind dann endgültig erledigt; darum wartet das auf Sie.</translation>
  </message>
  <message>
   <source>Leads wait for their duty hours</source>
   <translation>Leads warten auf Dienstzeiten</translation>
  </message>
  <message>
   <source>Leads you look something up about</source>
   <translation>Leads, zu denen Sie nachforschen</translation>
  </message>
  <message>
   <source>Least time between</source>
   <translation>Mindestabstand</translation>
  </message>
  <message>
   <source>Least time between tries</source>
   <translation>Mindestabstand zwischen Versuchen</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Leave a message</source>
   <translation>Nachricht hinterlassen</translation>
  </message>
  <message>
   <source>Leave as it is</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Leave messages on machines</source>
   <translation>Nachrichten auf Mailboxen hinterlassen</translation>
  </message>
  <message>
   <source>Leave no trace in the file</source>
   <translation>Keine Spur in der Datei lassen</translation>
  </message>
  <message>
   <source>Leave out “or_other”: their own words can be kept beside every answer.</source>
   <translation>Lassen Sie „or_other“ weg: Der Wortlaut lässt sich neben jeder Antwort festhalten.</translation>
  </message>
  <message>
   <source>Leave the note</source>
   <translation>Notiz hinterlassen</translation>
  </message>
  <message>
   <source>Leave the practice first, then drop the list again.</source>
   <translation>Verlassen Sie zuerst das Üben, dann legen Sie die Liste noch einmal ab.</translation>
  </message>
  <message>
   <source>Leave their rows out</source>
   <translation>Ihre Zeilen auslassen</translation>
  </message>
  <message>
   <source>Leave these {count:,} out</source>
   <translation>Diese {count:,} auslassen</translation>
  </message>
  <message>
   <source>Leave this row out</source>
   <translation>Diese Zeile auslassen</translation>
  </message>
  <message>
   <source>Leave {whom} a message</source>
   <translation>Nachricht für {whom} hinterlassen</translation>
  </message>
  <message>
   <source>Left a message about {name}</source>
   <translation>Nachricht zu {name} hinterlassen</translation>
  </message>
  <message>
   <source>Left and Right read a day.</source>
   <translation>Links und Rechts lesen einen Tag.</translation>
  </message>
  <message>
   <source>Left by</source>
   <translation>Hinterlassen von</translation>
  </message>
  <message>
   <source>Left empty, the lead waits until somebody finds one.</source>
   <translation>Ohne Nummer wartet der Lead, bis jemand eine findet.</translation>
  </message>
  <message>
   <source>Left empty: all of them</source>
   <translation>Leer: alle</translation>
  </message>
  <message>
   <source>Left for sales</source>
   <translation>An den Vertrieb gegangen</translation>
  </message>
  <message>
   <source>Left it to people to erase who was kept long enough</source>
   <translation>Löschen nach Ablauf der Frist auf „Von Hand“ gestellt</translation>
  </message>
  <message>
   <source>Left on record only what was saved late about {name}</source>
   <translation>Verspätet Gespeichertes zu {name} nur vermerkt</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Left out by you</source>
   <translation>Von Ihnen ausgelassen</translation>
  </message>
  <message>
   <source>Left out when it was loaded</source>
   <comment>what became of a row</comment>
   <translation>Beim Laden ausgelassen</translation>
  </message>
  <message>
   <source>Left out when it was loaded</source>
   <comment>where a lead stands</comment>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Left out while it is empty</source>
   <translation>Entfällt, solange es leer ist</translation>
  </message>
  <message>
   <source>Left out, as you chose</source>
   <translation>Ausgelassen, wie gewählt</translation>
  </message>
  <message>
   <source>Left out.</source>
   <translation>Ausgelassen.</translation>
  </message>
  <message>
   <source>Left: {n:,}</source>
   <translation>Ausgeschieden: {n:,}</translation>
  </message>
  <message>
   <source>Legitimate interest</source>
   <translation>Berechtigtes Interesse</translation>
  </message>
  <message>
   <source>Less than</source>
   <translation>Weniger als</translation>
  </message>
  <message>
   <source>Let a call with {name} count that was saved late</source>
   <translation>Verspätet gespeicherten Anruf mit {name} gelten lassen</translation>
  </message>
  <message>
   <source>Let a calling rule count for {name} again: {rule}</source>
   <translation>Anrufregel gilt wieder für {name}: {rule}</translation>
  </message>
  <message>
   <source>Let a calling rule not count for {name}: {rule}</source>
   <translation>Anrufregel gilt nicht mehr für {name}: {rule}</translation>
  </message>
  <message>
   <source>Let a report be made by itself, schedule {name}</source>
   <translation>Einen Bericht von selbst erstellen lassen, Zeitplan {name}</translation>
  </message>
  <message>
   <source>Let anybody keep the late promise of {owner} to call {name} back</source>
   <translation>Die überfällige Zusage von {owner}, {name} zurückzurufen, für alle freigegeben</translation>
  </message>
  <message>
   <source>Let anybody keep the late promise to call {name} back</source>
   <translation>Die überfällige Zusage, {name} zurückzurufen, für alle freigegeben</translation>
  </message>
  <message>
   <source>Let anybody keep the promise to call {name} back</source>
   <translation>Die Zusage, {name} zurückzurufen, für alle freigegeben</translation>
  </message>
  <message>
   <source>Let callers be shown as seats on the Floor</source>
   <translation>Caller auf der Seite Team als Plätze zeigen lassen</translation>
  </message>
  <message>
   <source>Let callers be shown by name on the Floor</source>
   <translation>Caller auf der Seite Team mit Namen zeigen lassen</translation>
  </message>
  <message>
   <source>Let each caller be shown {per_hour:,} leads an hour and {per_day:,} a day: {because}</source>
   <translation>Für jeden Caller {per_hour:,} Leads pro Stunde und {per_day:,} pro Tag zugelassen: {because}</translation>
  </message>
  <message>
   <source>Let giveaways come in their turn in {name}</source>
   <translation>Give-aways bei {name} kommen, wenn sie dran sind</translation>
  </message>
  <message>
   <source>Let in</source>
   <translation>Zulassen</translation>
  </message>
  <message>
   <source>Let it count</source>
   <translation>Gelten lassen</translation>
  </message>
  <message>
   <source>Let it count again</source>
   <translation>Wieder gelten lassen</translation>
  </message>
  <message>
   <source>Let the campaign say what people of the list {name} are to the law</source>
   <translation>Die Kampagne sagt, was Personen der Liste {name} vor dem Gesetz sind</translation>
  </message>
  <message>
   <source>Let the timer erase people who were kept long enough</source>
   <translation>Löschen nach Ablauf der Frist auf „Automatisch“ gestellt</translation>
  </message>
  <message>
   <source>Let what people of {name} are to the law be said by lead</source>
   <translation>Je Lead sagen lassen, was Personen von {name} vor dem Gesetz sind</translation>
  </message>
  <message>
   <source>Let {name} be called before all others</source>
   <translation>{name} vor allen anderen anrufen lassen</translation>
  </message>
  <message>
   <source>Let {name} be shown {per_hour:,} leads an hour and {per_day:,} a day: {because}</source>
   <translation>Für {name} {per_hour:,} Leads pro Stunde und {per_day:,} pro Tag zugelassen: {because}</translation>
  </message>
  <message>
   <source>Let {name} call for whichever campaign is next</source>
   <translation>{name} ruft für die Kampagne an, die als Nächste dran ist</translation>
  </message>
  <message>
   <source>Let {name} count for {percent} of 100</source>
   <translation>{name} zählt {percent} von 100</translation>
  </message>
  <message>
   <source>Let {name} go on</source>
   <translation>{name} fortgesetzt</translation>
  </message>
  <message>
   <source>Let {name} have no share of calls of its own</source>
   <translation>{name} bekommt keinen eigenen Anteil an Anrufen</translation>
  </message>
  <message>
   <source>Let {name} into the queue again</source>
   <translation>{name} wieder zur Warteschlange zugelassen</translation>
  </message>
  <message>
   <source>Let {name} leave with the next batch again</source>
   <translation>{name} wieder für das nächste Paket zugelassen</translation>
  </message>
  <message>
   <source>Let {name} stand where the chances put it</source>
   <translation>{name} wieder nach den Chancen eingereiht</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Zeichensatz</translation>
  </message>
  <message>
   <source>Letters at most</source>
   <translation>Zeichen höchstens</translation>
  </message>
  <message>
   <source>Letters in one cell</source>
   <translation>Zeichen in einer Zelle</translation>
  </message>
  <message>
   <source>Letters were read as the digits they stand for.</source>
   <translation>Buchstaben wurden als die Ziffern gelesen, für die sie stehen.</translation>
  </message>
  <message>
   <source>Letters: pick until the names look right</source>
   <translation>Zeichensatz: wählen, bis die Namen stimmen</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Lizenzen</translation>
  </message>
  <message>
   <source>Lifted</source>
   <translation>Aufgehoben</translation>
  </message>
  <message>
   <source>Lifted the do-not-call list {name}. Entries: {entries:,}</source>
   <translation>Sperrliste {name} aufgehoben. Einträge: {entries:,}</translation>
  </message>
  <message>
   <source>Lifting</source>
   <translation>Wird aufgehoben</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>Hell oder dunkel</translation>
  </message>
  <message>
   <source>Like everybody</source>
   <translation>Wie alle</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Vermutlich</translation>
  </message>
  <message>
   <source>Limits of {name}</source>
   <translation>Grenzen von {name}</translation>
  </message>
  <message>
   <source>Limits…</source>
   <translation>Grenzen …</translation>
  </message>
  <message>
   <source>Line at the points a lead needs</source>
   <translation>Linie bei den Punkten, die ein Lead braucht</translation>
  </message>
  <message>
   <source>Lines as strong as edges, and no tinted grounds. It comes by itself where the computer asks for it.</source>
   <translation>Linien so kräftig wie Kanten, keine getönten Flächen. Kommt von selbst, wo der Computer es verlangt.</translation>
  </message>
  <message>
   <source>Lines outside the table</source>
   <translation>Zeilen außerhalb der Tabelle</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Liste</translation>
  </message>
  <message>
   <source>List</source>
   <comment>source</comment>
   <translation>Liste</translation>
  </message>
  <message>
   <source>List: {file}, {day}</source>
   <translation>Liste: {file}, {day}</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>Listen</translation>
  </message>
  <message>
   <source>Lists as text have no end; this is for workbooks.</source>
   <translation>Listen als Text haben keine Grenze; dies gilt für Arbeitsmappen.</translation>
  </message>
  <message>
   <source>Lists of choices nobody uses: {lists}.</source>
   <translation>Auswahllisten, die niemand nutzt: {lists}.</translation>
  </message>
  <message>
   <source>Lists of who was there</source>
   <translation>Listen, wer da war</translation>
  </message>
  <message>
   <source>Lists you came with</source>
   <translation>Listen, auf denen Sie standen</translation>
  </message>
  <message>
   <source>Lithuania</source>
   <translation>Litauen</translation>
  </message>
  <message>
   <source>Lithuanian</source>
   <translation>Litauisch</translation>
  </message>
  <message>
   <source>Live, updated {at:%H:%M}</source>
   <translation>Live, Stand {at:%H:%M}</translation>
  </message>
  <message>
   <source>Live. Answer it here to try the next question.</source>
   <translation>Live. Hier antworten, um die nächste Frage zu proben.</translation>
  </message>
  <message>
   <source>Load a file…</source>
   <translation>Datei einlesen …</translation>
  </message>
  <message>
   <source>Load a list</source>
   <translation>Liste einlesen</translation>
  </message>
  <message>
   <source>Load a list ({go_lists}). Its numbers stand here from the first lead on.</source>
   <translation>Lesen Sie eine Liste ein ({go_lists}). Ihre Zahlen stehen hier ab dem ersten Lead.</translation>
  </message>
  <message>
   <source>Load a list: its leads come here one after the other.</source>
   <translation>Lesen Sie eine Liste ein: Ihre Leads kommen nacheinander hierher.</translation>
  </message>
  <message>
   <source>Load accounts</source>
   <translation>Kundenliste laden</translation>
  </message>
  <message>
   <source>Load it</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Load my own lead list</source>
   <translation>Eigene Lead-Liste einlesen</translation>
  </message>
  <message>
   <source>Load past history</source>
   <translation>Frühere Leads einlesen</translation>
  </message>
  <message>
   <source>Loaded</source>
   <translation>Eingelesen</translation>
  </message>
  <message>
   <source>Loaded by mistake</source>
   <translation>Versehentlich eingelesen</translation>
  </message>
  <message>
   <source>Loaded past calls, {name}. Rows: {rows:,}, left out: {left_out:,}</source>
   <translation>Frühere Anrufe eingelesen, {name}. Zeilen: {rows:,}, ausgelassen: {left_out:,}</translation>
  </message>
  <message>
   <source>Loaded the do-not-call list {name}. Rows: {rows:,}, left out: {left_out:,}, added: {added:,}, leads stopped: {leads:,}</source>
   <translation>Sperrliste {name} eingelesen. Zeilen: {rows:,}, ausgelassen: {left_out:,}, hinzugefügt: {added:,}, gestoppte Leads: {leads:,}</translation>
  </message>
  <message>
   <source>Loaded the list {name} to its end. Rows: {rows:,}, new: {new:,}, updated: {updated:,}, merged: {merged:,}, left out: {left_out:,}</source>
   <translation>Liste {name} zu Ende eingelesen. Zeilen: {rows:,}, neu: {new:,}, ergänzt: {updated:,}, zusammengeführt: {merged:,}, ausgelassen: {left_out:,}</translation>
  </message>
  <message>
   <source>Loaded the list {name}. Rows: {rows:,}, new: {new:,}, updated: {updated:,}, merged: {merged:,}, left out: {left_out:,}</source>
   <translation>Liste {name} eingelesen. Zeilen: {rows:,}, neu: {new:,}, ergänzt: {updated:,}, zusammengeführt: {merged:,}, ausgelassen: {left_out:,}</translation>
  </message>
  <message>
   <source>Loaded whose account each company is. Kept: {kept:,}, dropped: {dropped:,}</source>
   <translation>Eingelesen, wer welches Unternehmen betreut. Behalten: {kept:,}, verworfen: {dropped:,}</translation>
  </message>
  <message>
   <source>Loaded {when} by {who}</source>
   <translation>Eingelesen {when} von {who}</translation>
  </message>
  <message>
   <source>Loaded {when}, {rows}</source>
   <translation>Eingelesen {when}, {rows}</translation>
  </message>
  <message>
   <source>Loaded {when}, {rows}, {out:,} left out</source>
   <translation>Eingelesen {when}, {rows}, {out:,} ausgelassen</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>Wird geladen</translation>
  </message>
  <message>
   <source>Loading a list was broken off before.</source>
   <translation>Das Einlesen einer Liste war abgebrochen.</translation>
  </message>
  <message>
   <source>Loading finished leads</source>
   <translation>Abgeschlossene Leads werden eingelesen</translation>
  </message>
  <message>
   <source>Loading it was broken off. Nobody is called from it. Go on, or take it back.</source>
   <translation>Das Einlesen brach ab. Niemand wird daraus angerufen. Fahren Sie fort, oder nehmen Sie sie zurück.</translation>
  </message>
  <message>
   <source>Loading now</source>
   <translation>Wird eingelesen</translation>
  </message>
  <message>
   <source>Loading past history</source>
   <translation>Frühere Leads werden eingelesen</translation>
  </message>
  <message>
   <source>Loading {file}</source>
   <translation>{file} wird eingelesen</translation>
  </message>
  <message>
   <source>Loading “{file}” was broken off before.</source>
   <translation>Das Einlesen von „{file}“ war abgebrochen.</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Logins</source>
   <translation>Logins</translation>
  </message>
  <message>
   <source>Longer ago</source>
   <translation>Länger her</translation>
  </message>
  <message>
   <source>Longer cells are cut, and the list says how many.</source>
   <translation>Längere Zellen werden gekürzt, und die Liste sagt, wie viele.</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Neu nachsehen</translation>
  </message>
  <message>
   <source>Look around with sample leads</source>
   <translation>Mit Beispiel-Leads umsehen</translation>
  </message>
  <message>
   <source>Look at it again on</source>
   <translation>Wieder prüfen am</translation>
  </message>
  <message>
   <source>Look at the sample campaign for those there are.</source>
   <translation>Die Beispielkampagne zeigt, welche es gibt.</translation>
  </message>
  <message>
   <source>Looked</source>
   <translation>Angesehen</translation>
  </message>
  <message>
   <source>Looked at a call with {name} and found it fine</source>
   <translation>Anruf mit {name} angesehen und in Ordnung gefunden</translation>
  </message>
  <message>
   <source>Looked at a call with {name} and left its caller a note</source>
   <translation>Anruf mit {name} angesehen und dem Caller eine Notiz hinterlassen</translation>
  </message>
  <message>
   <source>Looked at. It was fine.</source>
   <translation>Angesehen. Es war in Ordnung.</translation>
  </message>
  <message>
   <source>Looked at. The caller is told between two calls.</source>
   <translation>Angesehen. Der Caller erfährt es zwischen zwei Anrufen.</translation>
  </message>
  <message>
   <source>Looked up</source>
   <translation>Geprüft</translation>
  </message>
  <message>
   <source>Looked up on {day}, again by {due}</source>
   <translation>Geprüft am {day}, wieder bis {due}</translation>
  </message>
  <message>
   <source>Looked up when somebody called back</source>
   <translation>Nachgeschlagen, als jemand zurückrief</translation>
  </message>
  <message>
   <source>Looked up {name}</source>
   <translation>{name} nachgeschlagen</translation>
  </message>
  <message>
   <source>Looking at the leads of the next batch</source>
   <translation>Die Leads des nächsten Pakets werden geprüft</translation>
  </message>
  <message>
   <source>Looking at the qualified leads</source>
   <translation>Die qualifizierten Leads werden angesehen</translation>
  </message>
  <message>
   <source>Looking for their numbers</source>
   <translation>Nummern werden gesucht</translation>
  </message>
  <message>
   <source>Looking.</source>
   <translation>Wird nachgesehen.</translation>
  </message>
  <message>
   <source>Looks American.</source>
   <translation>Sieht nach den USA aus.</translation>
  </message>
  <message>
   <source>Looks Australian.</source>
   <translation>Sieht nach Australien aus.</translation>
  </message>
  <message>
   <source>Looks Austrian.</source>
   <translation>Sieht nach Österreich aus.</translation>
  </message>
  <message>
   <source>Looks Belgian.</source>
   <translation>Sieht nach Belgien aus.</translation>
  </message>
  <message>
   <source>Looks Brazilian.</source>
   <translation>Sieht nach Brasilien aus.</translation>
  </message>
  <message>
   <source>Looks British.</source>
   <translation>Sieht nach Großbritannien aus.</translation>
  </message>
  <message>
   <source>Looks Canadian.</source>
   <translation>Sieht nach Kanada aus.</translation>
  </message>
  <message>
   <source>Looks Czech.</source>
   <translation>Sieht nach Tschechien aus.</translation>
  </message>
  <message>
   <source>Looks Danish.</source>
   <translation>Sieht nach Dänemark aus.</translation>
  </message>
  <message>
   <source>Looks Dutch.</source>
   <translation>Sieht nach den Niederlanden aus.</translation>
  </message>
  <message>
   <source>Looks Finnish.</source>
   <translation>Sieht nach Finnland aus.</translation>
  </message>
  <message>
   <source>Looks French.</source>
   <translation>Sieht nach Frankreich aus.</translation>
  </message>
  <message>
   <source>Looks German.</source>
   <translation>Sieht nach Deutschland aus.</translation>
  </message>
  <message>
   <source>Looks Indian.</source>
   <translation>Sieht nach Indien aus.</translation>
  </message>
  <message>
   <source>Looks Irish.</source>
   <translation>Sieht nach Irland aus.</translation>
  </message>
  <message>
   <source>Looks Italian.</source>
   <translation>Sieht nach Italien aus.</translation>
  </message>
  <message>
   <source>Looks Japanese.</source>
   <translation>Sieht nach Japan aus.</translation>
  </message>
  <message>
   <source>Looks Luxembourgish.</source>
   <translation>Sieht nach Luxemburg aus.</translation>
  </message>
  <message>
   <source>Looks Mexican.</source>
   <translation>Sieht nach Mexiko aus.</translation>
  </message>
  <message>
   <source>Looks Norwegian.</source>
   <translation>Sieht nach Norwegen aus.</translation>
  </message>
  <message>
   <source>Looks Polish.</source>
   <translation>Sieht nach Polen aus.</translation>
  </message>
  <message>
   <source>Looks Portuguese.</source>
   <translation>Sieht nach Portugal aus.</translation>
  </message>
  <message>
   <source>Looks Spanish.</source>
   <translation>Sieht nach Spanien aus.</translation>
  </message>
  <message>
   <source>Looks Swedish.</source>
   <translation>Sieht nach Schweden aus.</translation>
  </message>
  <message>
   <source>Looks Swiss.</source>
   <translation>Sieht nach der Schweiz aus.</translation>
  </message>
  <message>
   <source>Looks through all of it, mends what can be worked out anew, and says what cannot. You can go on meanwhile.</source>
   <translation>Sieht alles durch, repariert, was sich neu ausrechnen lässt, und sagt, was nicht. Sie können dabei weiterarbeiten.</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Lost</source>
   <comment>what became of a row</comment>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Lost at the client</source>
   <translation>Beim Kunden verloren</translation>
  </message>
  <message>
   <source>Lost digits</source>
   <translation>Ziffern fehlen</translation>
  </message>
  <message>
   <source>Louisiana</source>
   <translation>Louisiana</translation>
  </message>
  <message>
   <source>Lowest</source>
   <translation>Mindestens</translation>
  </message>
  <message>
   <source>Lowest and highest are the bounds of the true rate in 95 cases of 100; they are left out below 30.</source>
   <translation>Mindestens und Höchstens sind die Grenzen der wahren Quote in 95 von 100 Fällen; unter 30 fehlen sie.</translation>
  </message>
  <message>
   <source>Lucide, the icons: ISC</source>
   <translation>Lucide, die Symbole: ISC</translation>
  </message>
  <message>
   <source>Luxembourg</source>
   <translation>Luxemburg</translation>
  </message>
  <message>
   <source>Made by a program</source>
   <translation>Von einem Programm angelegt</translation>
  </message>
  <message>
   <source>Made by themselves</source>
   <translation>Von selbst erstellt</translation>
  </message>
  <message>
   <source>Made the campaign {name}</source>
   <translation>Kampagne {name} angelegt</translation>
  </message>
  <message>
   <source>Made {at:%Y-%m-%d %H:%M}, {place}. Days are counted on each campaign's own clock.</source>
   <translation>Erstellt {at:%Y-%m-%d %H:%M}, {place}. Tage zählen nach der Uhr der jeweiligen Kampagne.</translation>
  </message>
  <message>
   <source>Mail</source>
   <comment>telling sales</comment>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Mail addresses, with a comma between them</source>
   <translation>E-Mail-Adressen, durch Komma getrennt</translation>
  </message>
  <message>
   <source>Mail saved as a file</source>
   <comment>telling sales</comment>
   <translation>E-Mail als Datei</translation>
  </message>
  <message>
   <source>Mail server</source>
   <translation>Mailserver</translation>
  </message>
  <message>
   <source>Mail to each person</source>
   <translation>E-Mail an alle</translation>
  </message>
  <message>
   <source>Mail to sales</source>
   <translation>E-Mail an den Vertrieb</translation>
  </message>
  <message>
   <source>Mail written by hand</source>
   <comment>telling sales</comment>
   <translation>E-Mail von Hand</translation>
  </message>
  <message>
   <source>Mails you said yes to</source>
   <translation>E-Mails, denen Sie zugestimmt haben</translation>
  </message>
  <message>
   <source>Main line</source>
   <translation>Zentrale</translation>
  </message>
  <message>
   <source>Main line only</source>
   <translation>Nur Zentrale</translation>
  </message>
  <message>
   <source>Main phone</source>
   <translation>Zentrale</translation>
  </message>
  <message>
   <source>Maine</source>
   <translation>Maine</translation>
  </message>
  <message>
   <source>Make a campaign</source>
   <translation>Kampagne anlegen</translation>
  </message>
  <message>
   <source>Make a copy now…</source>
   <translation>Jetzt Kopie machen …</translation>
  </message>
  <message>
   <source>Make it my next lead</source>
   <translation>Als meinen nächsten Lead</translation>
  </message>
  <message>
   <source>Make one on the Campaigns page ({go_campaigns}).</source>
   <translation>Legen Sie eine auf der Seite Kampagnen an ({go_campaigns}).</translation>
  </message>
  <message>
   <source>Make the campaign</source>
   <translation>Kampagne anlegen</translation>
  </message>
  <message>
   <source>Make their campaign first.</source>
   <translation>Legen Sie erst dessen Kampagne an.</translation>
  </message>
  <message>
   <source>Malaysia</source>
   <translation>Malaysia</translation>
  </message>
  <message>
   <source>Malta</source>
   <translation>Malta</translation>
  </message>
  <message>
   <source>Mar</source>
   <comment>month</comment>
   <translation>März</translation>
  </message>
  <message>
   <source>March</source>
   <comment>month</comment>
   <translation>März</translation>
  </message>
  <message>
   <source>Marketing</source>
   <translation>Marketing</translation>
  </message>
  <message>
   <source>Marketing alone</source>
   <translation>Nur das Marketing</translation>
  </message>
  <message>
   <source>Marketing and sales sign the same words.</source>
   <translation>Marketing und Vertrieb unterzeichnen dieselben Worte.</translation>
  </message>
  <message>
   <source>Marketing's version</source>
   <translation>Version des Marketings</translation>
  </message>
  <message>
   <source>Maryland</source>
   <translation>Maryland</translation>
  </message>
  <message>
   <source>Massachusetts</source>
   <translation>Massachusetts</translation>
  </message>
  <message>
   <source>Material you asked for</source>
   <translation>Unterlagen, um die Sie gebeten haben</translation>
  </message>
  <message>
   <source>Material {number}</source>
   <translation>Unterlage {number}</translation>
  </message>
  <message>
   <source>May</source>
   <comment>month</comment>
   <translation>Mai</translation>
  </message>
  <message>
   <source>May be empty</source>
   <translation>Darf leer sein</translation>
  </message>
  <message>
   <source>May call</source>
   <translation>Anruf erlaubt</translation>
  </message>
  <message>
   <source>May it be called</source>
   <translation>Ob ein Anruf erlaubt ist</translation>
  </message>
  <message>
   <source>May it be empty?</source>
   <translation>Darf es leer sein?</translation>
  </message>
  <message>
   <source>May not be contacted, in no file</source>
   <translation>Kein Kontakt erlaubt, in keiner Datei</translation>
  </message>
  <message>
   <source>May we write to them?</source>
   <translation>Dürfen wir schreiben?</translation>
  </message>
  <message>
   <source>May we write to them? In {language}</source>
   <translation>Dürfen wir schreiben? Auf {language}</translation>
  </message>
  <message>
   <source>May we write to them? The words to read out</source>
   <translation>Dürfen wir schreiben? Der Wortlaut zum Vorlesen</translation>
  </message>
  <message>
   <source>May we write to you about it, once a month?</source>
   <translation>Dürfen wir Ihnen dazu einmal im Monat schreiben?</translation>
  </message>
  <message>
   <source>May we write to {name}?</source>
   <translation>Dürfen wir {name} schreiben?</translation>
  </message>
  <message>
   <source>Me; anyone after {minutes} minutes</source>
   <translation>Ich; nach {minutes} Minuten alle</translation>
  </message>
  <message>
   <source>Meets {salesperson} on {when}, {minutes} minutes</source>
   <translation>Gespräch mit {salesperson} am {when}, {minutes} Minuten</translation>
  </message>
  <message>
   <source>Memory for reading, in MB</source>
   <translation>Speicher zum Lesen in MB</translation>
  </message>
  <message>
   <source>Mend them in the file of rows left out, and load that file.</source>
   <translation>Korrigieren Sie sie in der Datei der ausgelassenen Zeilen, und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>Mended by you</source>
   <translation>Von Ihnen korrigiert</translation>
  </message>
  <message>
   <source>Mended.</source>
   <translation>Repariert.</translation>
  </message>
  <message>
   <source>Messages about you</source>
   <translation>Nachrichten über Sie</translation>
  </message>
  <message>
   <source>Messages for one person, at most</source>
   <translation>Nachrichten pro Person, höchstens</translation>
  </message>
  <message>
   <source>Met</source>
   <translation>Erfüllt</translation>
  </message>
  <message>
   <source>Metrics</source>
   <translation>Messgrößen</translation>
  </message>
  <message>
   <source>Mexico</source>
   <translation>Mexiko</translation>
  </message>
  <message>
   <source>Michigan</source>
   <translation>Michigan</translation>
  </message>
  <message>
   <source>Middle</source>
   <comment>of a forecast</comment>
   <translation>Mitte</translation>
  </message>
  <message>
   <source>Minnesota</source>
   <translation>Minnesota</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>Minuten</translation>
  </message>
  <message>
   <source>Minutes</source>
   <comment>people who pick up</comment>
   <translation>Minuten</translation>
  </message>
  <message>
   <source>Minutes of a caller.</source>
   <translation>Minuten eines Callers.</translation>
  </message>
  <message>
   <source>Minutes with all around them</source>
   <translation>Minuten mit allem drum herum</translation>
  </message>
  <message>
   <source>Missed</source>
   <translation>Versäumt</translation>
  </message>
  <message>
   <source>Mississippi</source>
   <translation>Mississippi</translation>
  </message>
  <message>
   <source>Mississippi, public holidays</source>
   <translation>Mississippi, Feiertage</translation>
  </message>
  <message>
   <source>Mobile</source>
   <translation>Mobil</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>Mobilnummer</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>Mo</translation>
  </message>
  <message>
   <source>Monday</source>
   <translation>Montag</translation>
  </message>
  <message>
   <source>Mondays</source>
   <translation>montags</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Geld</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <source>Months that keep a backup</source>
   <translation>Monate, von denen eine Sicherung bleibt</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>More in an hour than in a day cannot be. Raise the day's limit as well.</source>
   <translation>Pro Stunde können es nicht mehr sein als pro Tag. Heben Sie auch die Tagesgrenze an.</translation>
  </message>
  <message>
   <source>More outcomes</source>
   <translation>Weitere Ergebnisse</translation>
  </message>
  <message>
   <source>More outcomes, Alt 0</source>
   <translation>Weitere Ergebnisse, Alt 0</translation>
  </message>
  <message>
   <source>More phones</source>
   <translation>Weitere Telefone</translation>
  </message>
  <message>
   <source>More than</source>
   <translation>Mehr als</translation>
  </message>
  <message>
   <source>More than half</source>
   <translation>Mehr als die Hälfte</translation>
  </message>
  <message>
   <source>More than this ends the reading only.</source>
   <translation>Reicht das nicht, endet nur das Lesen.</translation>
  </message>
  <message>
   <source>More than this is most often a sheet that went wrong.</source>
   <translation>Mehr deutet meist auf ein fehlerhaftes Blatt hin.</translation>
  </message>
  <message>
   <source>More time for a lead that was read</source>
   <translation>Mehr Zeit für gelesene Leads</translation>
  </message>
  <message>
   <source>Morocco</source>
   <translation>Marokko</translation>
  </message>
  <message>
   <source>Most leads a day for {name}</source>
   <translation>Höchstens am Tag für {name}</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Wechseln</translation>
  </message>
  <message>
   <source>Move a caller</source>
   <translation>Caller wechseln lassen</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move something: the chart shows what it would do. Nothing changes yet.</source>
   <translation>Bewegen Sie etwas: Das Diagramm zeigt die Wirkung. Noch ändert sich nichts.</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Moved {name} to {to}</source>
   <translation>{name} wechselt zu {to}</translation>
  </message>
  <message>
   <source>Must have</source>
   <translation>Muss</translation>
  </message>
  <message>
   <source>Must have: without it no lead is qualified</source>
   <translation>Muss: Ohne es ist kein Lead qualifiziert</translation>
  </message>
  <message>
   <source>My day</source>
   <translation>Mein Tag</translation>
  </message>
  <message>
   <source>My day: promises, calls, what sales said</source>
   <translation>Mein Tag: Zusagen, Anrufe, was der Vertrieb sagt</translation>
  </message>
  <message>
   <source>My leads</source>
   <translation>Meine Leads</translation>
  </message>
  <message>
   <source>My leads: take them or send them back</source>
   <translation>Meine Leads: nehmen oder zurückgeben</translation>
  </message>
  <message>
   <source>NOW</source>
   <translation>JETZT</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name a question and compare it once: answered, is, one_of, more or less.</source>
   <translation>Nennen Sie eine Frage und vergleichen Sie einmal: answered, is, one_of, more oder less.</translation>
  </message>
  <message>
   <source>Name and company</source>
   <translation>Name und Unternehmen</translation>
  </message>
  <message>
   <source>Name and languages</source>
   <translation>Name und Sprachen</translation>
  </message>
  <message>
   <source>Name and role</source>
   <translation>Name und Funktion</translation>
  </message>
  <message>
   <source>Name at least one criterion that must be met for it.</source>
   <translation>Nennen Sie mindestens ein Kriterium, das dafür erfüllt sein muss.</translation>
  </message>
  <message>
   <source>Name at least one outcome that fits.</source>
   <translation>Nennen Sie mindestens ein passendes Ergebnis.</translation>
  </message>
  <message>
   <source>Name each thing in at most {longest} characters.</source>
   <translation>Benennen Sie alles mit höchstens {longest} Zeichen.</translation>
  </message>
  <message>
   <source>Name of a new script</source>
   <translation>Name eines neuen Leitfadens</translation>
  </message>
  <message>
   <source>Name of the campaign</source>
   <translation>Name der Kampagne</translation>
  </message>
  <message>
   <source>Name of the column</source>
   <translation>Name der Spalte</translation>
  </message>
  <message>
   <source>Name of the country</source>
   <translation>Name des Landes</translation>
  </message>
  <message>
   <source>Name of the criterion</source>
   <translation>Name des Kriteriums</translation>
  </message>
  <message>
   <source>Name of the definition</source>
   <translation>Name der Definition</translation>
  </message>
  <message>
   <source>Name of the referral</source>
   <translation>Name der empfohlenen Person</translation>
  </message>
  <message>
   <source>Name of the rule</source>
   <translation>Name der Regel</translation>
  </message>
  <message>
   <source>Name of the salesperson</source>
   <translation>Name im Vertrieb</translation>
  </message>
  <message>
   <source>Name of the script</source>
   <translation>Name des Leitfadens</translation>
  </message>
  <message>
   <source>Name of the table</source>
   <translation>Name der Tabelle</translation>
  </message>
  <message>
   <source>Name of this way to qualify</source>
   <translation>Name dieses Wegs</translation>
  </message>
  <message>
   <source>Name or number</source>
   <translation>Name oder Nummer</translation>
  </message>
  <message>
   <source>Name the row by its number in the file, counted from 1.</source>
   <translation>Nennen Sie die Zeile mit ihrer Nummer in der Datei, ab 1 gezählt.</translation>
  </message>
  <message>
   <source>Name who gets these leads.</source>
   <translation>Nennen Sie, wer diese Leads bekommt.</translation>
  </message>
  <message>
   <source>Name, company, number</source>
   <translation>Name, Unternehmen, Nummer</translation>
  </message>
  <message>
   <source>Name, numbers, addresses, notes and answers go, in every campaign, and cannot come back. That somebody was called still counts.</source>
   <translation>Name, Nummern, Adressen, Notizen und Antworten gehen in jeder Kampagne und kommen nicht zurück. Dass jemand angerufen wurde, zählt weiter.</translation>
  </message>
  <message>
   <source>Named by somebody</source>
   <translation>Von jemandem genannt</translation>
  </message>
  <message>
   <source>Named by {name} at {company}. Both leads stay linked.</source>
   <translation>Genannt von {name} bei {company}. Beide Leads bleiben verbunden.</translation>
  </message>
  <message>
   <source>Named by {name}. Both leads stay linked.</source>
   <translation>Genannt von {name}. Beide Leads bleiben verbunden.</translation>
  </message>
  <message>
   <source>Named in a call.</source>
   <translation>In einem Anruf genannt.</translation>
  </message>
  <message>
   <source>Named somebody in a call.</source>
   <translation>Hat in einem Anruf jemanden genannt.</translation>
  </message>
  <message>
   <source>Named {name}</source>
   <translation>Hat genannt: {name}</translation>
  </message>
  <message>
   <source>Names nearly the same, {common}.</source>
   <translation>Namen fast gleich, {common}.</translation>
  </message>
  <message>
   <source>Names tidied</source>
   <translation>Namen geordnet</translation>
  </message>
  <message>
   <source>Names, numbers and addresses of everybody the desk knows are left out. Read it once before you send it on.</source>
   <translation>Namen, Nummern und Adressen aller, die hier bekannt sind, fehlen. Bitte vor dem Weitergeben einmal lesen.</translation>
  </message>
  <message>
   <source>Nebraska</source>
   <translation>Nebraska</translation>
  </message>
  <message>
   <source>Need</source>
   <translation>Bedarf</translation>
  </message>
  <message>
   <source>Needed</source>
   <translation>Pflicht</translation>
  </message>
  <message>
   <source>Needed</source>
   <comment>by the close</comment>
   <translation>Nötig</translation>
  </message>
  <message>
   <source>Needed: {what}.</source>
   <translation>Nötig: {what}.</translation>
  </message>
  <message>
   <source>Needs research first</source>
   <translation>Braucht erst Nachforschung</translation>
  </message>
  <message>
   <source>Needs your answer</source>
   <translation>Braucht Ihre Antwort</translation>
  </message>
  <message>
   <source>Netherlands</source>
   <translation>Niederlande</translation>
  </message>
  <message>
   <source>Netherlands, calls to companies</source>
   <translation>Niederlande, Anrufe bei Unternehmen</translation>
  </message>
  <message>
   <source>Netherlands, calls to natural persons: only with their consent</source>
   <translation>Niederlande, Anrufe bei natürlichen Personen: nur mit Einwilligung</translation>
  </message>
  <message>
   <source>Nevada</source>
   <translation>Nevada</translation>
  </message>
  <message>
   <source>Never called</source>
   <comment>what became of a row</comment>
   <translation>Nie angerufen</translation>
  </message>
  <message>
   <source>Never called</source>
   <comment>where a lead stands</comment>
   <translation>Nie angerufen</translation>
  </message>
  <message>
   <source>Never registered</source>
   <translation>Nie angemeldet</translation>
  </message>
  <message>
   <source>Never. A computer that breaks takes every call with it: make a copy now.</source>
   <translation>Nie. Geht der Computer kaputt, ist jeder Anruf verloren: Machen Sie jetzt eine Kopie.</translation>
  </message>
  <message>
   <source>New Mexico</source>
   <translation>New Mexico</translation>
  </message>
  <message>
   <source>New Zealand</source>
   <translation>Neuseeland</translation>
  </message>
  <message>
   <source>New campaign</source>
   <translation>Neue Kampagne</translation>
  </message>
  <message>
   <source>New definition</source>
   <translation>Neue Definition</translation>
  </message>
  <message>
   <source>New list or campaign; in the script editor a question; on a definition a criterion; on Hand-off a rule on who gets what</source>
   <translation>Neue Liste oder Kampagne; im Leitfaden eine Frage; in einer Definition ein Kriterium; bei der Übergabe eine Regel, wer was bekommt</translation>
  </message>
  <message>
   <source>New script</source>
   <translation>Neuer Leitfaden</translation>
  </message>
  <message>
   <source>Newer than the backup, and gone with it: {what}.</source>
   <translation>Neuer als die Sicherung und beim Zurückspielen weg: {what}.</translation>
  </message>
  <message>
   <source>Newer version</source>
   <translation>Neuere Version</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Next</source>
   <comment>call</comment>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Next batch</source>
   <translation>Nächstes Paket</translation>
  </message>
  <message>
   <source>Next batch: choose who gets the lead</source>
   <translation>Nächstes Paket: wählen, wer den Lead bekommt</translation>
  </message>
  <message>
   <source>Next batch: hold the lead back, or put it back</source>
   <translation>Nächstes Paket: den Lead zurückstellen oder wieder aufnehmen</translation>
  </message>
  <message>
   <source>Next batch: say in other words what matters most about the lead</source>
   <translation>Nächstes Paket: die Zeile zum Lead anders formulieren</translation>
  </message>
  <message>
   <source>Next batch: the lead before that lacks something</source>
   <translation>Nächstes Paket: der vorige Lead, dem etwas fehlt</translation>
  </message>
  <message>
   <source>Next batch: the next lead that lacks something</source>
   <translation>Nächstes Paket: der nächste Lead, dem etwas fehlt</translation>
  </message>
  <message>
   <source>Next call</source>
   <translation>Nächster Anruf</translation>
  </message>
  <message>
   <source>Next is {call_back}. A fresh call would run into it.</source>
   <translation>Als Nächstes: {call_back}. Ein neuer Anruf käme dem in die Quere.</translation>
  </message>
  <message>
   <source>Next lead</source>
   <translation>Nächster Lead</translation>
  </message>
  <message>
   <source>Next missing answer</source>
   <translation>Nächste fehlende Antwort</translation>
  </message>
  <message>
   <source>Next missing thing</source>
   <translation>Nächste Lücke</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>Nächster Bereich</translation>
  </message>
  <message>
   <source>Next question</source>
   <translation>Nächste Frage</translation>
  </message>
  <message>
   <source>Next step</source>
   <comment>stage</comment>
   <translation>Nächster Schritt</translation>
  </message>
  <message>
   <source>Next step agreed: {name} wanted {wish}. You kept: {agreed}.</source>
   <translation>Nächster Schritt vereinbart: {name} wollte: {wish}. Sie haben festgehalten: {agreed}.</translation>
  </message>
  <message>
   <source>Next tab of the page</source>
   <translation>Nächster Reiter der Seite</translation>
  </message>
  <message>
   <source>Next thing that is missing, or to mend</source>
   <translation>Nächste Stelle, die fehlt oder zu korrigieren ist</translation>
  </message>
  <message>
   <source>Next time</source>
   <translation>Nächstes Mal</translation>
  </message>
  <message>
   <source>Next time, this batch is full</source>
   <translation>Nächstes Mal, das Paket ist voll</translation>
  </message>
  <message>
   <source>Next {name}: {reason}</source>
   <translation>Danach {name}: {reason}</translation>
  </message>
  <message>
   <source>Next {when} for you</source>
   <translation>Wieder {when} bei Ihnen</translation>
  </message>
  <message>
   <source>Next: what the columns become.</source>
   <translation>Als Nächstes: was die Spalten werden.</translation>
  </message>
  <message>
   <source>Next: what would happen to the rows.</source>
   <translation>Als Nächstes: was mit den Zeilen geschähe.</translation>
  </message>
  <message>
   <source>Next: {at}</source>
   <translation>Wieder: {at}</translation>
  </message>
  <message>
   <source>Next: {at}.</source>
   <translation>Wieder: {at}.</translation>
  </message>
  <message>
   <source>Nigeria</source>
   <translation>Nigeria</translation>
  </message>
  <message>
   <source>Nine times in ten {between}</source>
   <translation>In neun von zehn Fällen {between}</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No</source>
   <comment>answer</comment>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No CRM file number {number} was read.</source>
   <translation>Eine CRM-Datei Nummer {number} wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>No account, no tracking. Do-not-call entries are kept even if you delete a list.</source>
   <translation>Kein Konto, keine Nachverfolgung. Einträge der Sperrliste bleiben auch dann, wenn Sie eine Liste löschen.</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Nicht erreicht</translation>
  </message>
  <message>
   <source>No answer</source>
   <comment>of a question</comment>
   <translation>Keine Antwort</translation>
  </message>
  <message>
   <source>No answer in the last two weeks. What sales takes or sends back stands here.</source>
   <translation>In den letzten zwei Wochen keine Antwort. Was der Vertrieb annimmt oder zurückgibt, steht hier.</translation>
  </message>
  <message>
   <source>No backups are kept of this workspace.</source>
   <translation>Von diesem Arbeitsbereich werden keine Sicherungen gemacht.</translation>
  </message>
  <message>
   <source>No batch has left yet</source>
   <translation>Noch kein Paket übergeben</translation>
  </message>
  <message>
   <source>No batch has left yet. Its answers from sales will stand here.</source>
   <translation>Noch ist kein Paket übergeben. Hier stehen dann die Antworten des Vertriebs.</translation>
  </message>
  <message>
   <source>No batch with the number {number} has left.</source>
   <translation>Kein Paket mit der Nummer {number} wurde übergeben.</translation>
  </message>
  <message>
   <source>No belief fits</source>
   <translation>Keine Annahme passt</translation>
  </message>
  <message>
   <source>No call back is late. Nothing was changed.</source>
   <translation>Kein Rückruf ist überfällig. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>No call backs today</source>
   <translation>Heute keine Rückrufe</translation>
  </message>
  <message>
   <source>No call with them is kept.</source>
   <translation>Es ist kein Anruf bei ihnen festgehalten.</translation>
  </message>
  <message>
   <source>No call yet today.</source>
   <translation>Heute noch kein Anruf.</translation>
  </message>
  <message>
   <source>No calling rule is known for {place}: only the house's own hours count.</source>
   <translation>Für {place} ist keine Anrufregel bekannt: Es zählen nur die Anrufzeiten des Hauses.</translation>
  </message>
  <message>
   <source>No calls yet</source>
   <translation>Noch keine Anrufe</translation>
  </message>
  <message>
   <source>No campaign is of the client “{client}”.</source>
   <translation>Keine Kampagne gehört zum Auftraggeber „{client}“.</translation>
  </message>
  <message>
   <source>No campaign yet</source>
   <translation>Noch keine Kampagne</translation>
  </message>
  <message>
   <source>No campaign yet.</source>
   <translation>Noch keine Kampagne.</translation>
  </message>
  <message>
   <source>No client can be called “{name}”. Write the name out.</source>
   <translation>Kein Auftraggeber kann „{name}“ heißen. Schreiben Sie den Namen aus.</translation>
  </message>
  <message>
   <source>No client in particular</source>
   <translation>Kein bestimmter Auftraggeber</translation>
  </message>
  <message>
   <source>No column here looks like a name, a number or an e-mail.</source>
   <translation>Keine Spalte sieht nach Name, Nummer oder E-Mail aus.</translation>
  </message>
  <message>
   <source>No column of this file holds numbers. Choose the list of numbers.</source>
   <translation>Keine Spalte dieser Datei enthält Nummern. Wählen Sie die Liste mit den Nummern.</translation>
  </message>
  <message>
   <source>No column of this file is called like a question of the script. Take the template, or call the columns: {known}.</source>
   <translation>Keine Spalte dieser Datei heißt wie eine Frage des Leitfadens. Nehmen Sie die Vorlage, oder nennen Sie die Spalten: {known}.</translation>
  </message>
  <message>
   <source>No command is called that.</source>
   <translation>Kein Befehl heißt so.</translation>
  </message>
  <message>
   <source>No country</source>
   <translation>Kein Land</translation>
  </message>
  <message>
   <source>No country has this code.</source>
   <translation>Diese Ländervorwahl gibt es nicht.</translation>
  </message>
  <message>
   <source>No country we know begins like this.</source>
   <translation>Kein bekanntes Land beginnt so.</translation>
  </message>
  <message>
   <source>No criterion</source>
   <translation>Kein Kriterium</translation>
  </message>
  <message>
   <source>No criterion is a must-have. Mark at least one with must_have = true.</source>
   <translation>Kein Kriterium ist ein Muss. Kennzeichnen Sie mindestens eines mit must_have = true.</translation>
  </message>
  <message>
   <source>No criterion named for the reason</source>
   <translation>Kein Kriterium zum Grund genannt</translation>
  </message>
  <message>
   <source>No date in this list shows whether the day or the month comes first.</source>
   <translation>Kein Datum dieser Liste zeigt, ob Tag oder Monat vorn steht.</translation>
  </message>
  <message>
   <source>No day is set by which sales answers.</source>
   <translation>Es fehlt der Tag, bis zu dem der Vertrieb antwortet.</translation>
  </message>
  <message>
   <source>No day to look at it again</source>
   <translation>Kein Tag zum Wiederprüfen</translation>
  </message>
  <message>
   <source>No definition looks at the answers.</source>
   <translation>Keine Definition wertet die Antworten aus.</translation>
  </message>
  <message>
   <source>No definition yet</source>
   <translation>Noch keine Definition</translation>
  </message>
  <message>
   <source>No difference is made between consumers and companies. Calling to ask for the consent is an advertising call too. The number must be shown. No calling hours were found.</source>
   <translation>Zwischen Verbrauchern und Unternehmen wird nicht unterschieden. Auch ein Anruf, der um die Einwilligung bittet, ist ein Werbeanruf. Die Rufnummer muss angezeigt werden. Anrufzeiten wurden nicht gefunden.</translation>
  </message>
  <message>
   <source>No difference is seen.</source>
   <translation>Kein Unterschied.</translation>
  </message>
  <message>
   <source>No do-not-call list yet</source>
   <translation>Noch keine Sperrliste</translation>
  </message>
  <message>
   <source>No email</source>
   <translation>Keine E-Mails</translation>
  </message>
  <message>
   <source>No end</source>
   <translation>Ohne Ende</translation>
  </message>
  <message>
   <source>No field is called {named}: what stands there is kept with the lead, and not used.</source>
   <translation>Kein Feld heißt {named}: Was dort steht, bleibt beim Lead und wird nicht verwendet.</translation>
  </message>
  <message>
   <source>No good leads would be missed</source>
   <translation>Keine guten Leads gingen verloren</translation>
  </message>
  <message>
   <source>No group</source>
   <translation>Keine Gruppe</translation>
  </message>
  <message>
   <source>No header row</source>
   <translation>Keine Zeile mit Überschriften</translation>
  </message>
  <message>
   <source>No hour is known to be better.</source>
   <translation>Keine Stunde ist als besser bekannt.</translation>
  </message>
  <message>
   <source>No hours by law are known for {name}. The campaign's own hours count.</source>
   <translation>Für {name} sind keine gesetzlichen Zeiten bekannt. Es gelten die Zeiten der Kampagne.</translation>
  </message>
  <message>
   <source>No hours of its own</source>
   <translation>Keine eigenen Zeiten</translation>
  </message>
  <message>
   <source>No lead called “{name}”.</source>
   <translation>Kein Lead namens „{name}“.</translation>
  </message>
  <message>
   <source>No lead can come first. Import a list, or see what the rules leave.</source>
   <translation>Kein Lead kann der erste sein. Lesen Sie eine Liste ein, oder prüfen Sie, was die Regeln übrig lassen.</translation>
  </message>
  <message>
   <source>No lead chosen</source>
   <translation>Kein Lead gewählt</translation>
  </message>
  <message>
   <source>No lead fits the table “{table}”. {name}: {says}</source>
   <translation>Kein Lead passt in die Tabelle „{table}“. {name}: {says}</translation>
  </message>
  <message>
   <source>No lead here</source>
   <translation>Kein Lead hier</translation>
  </message>
  <message>
   <source>No lead here. Qualified leads come here by themselves.</source>
   <translation>Kein Lead hier. Qualifizierte Leads kommen von selbst.</translation>
  </message>
  <message>
   <source>No lead is in dispute</source>
   <translation>Kein Lead ist strittig</translation>
  </message>
  <message>
   <source>No lead is open for you. What your supervisor loads next comes by itself.</source>
   <translation>Für Sie ist kein Lead offen. Was die Teamleitung als Nächstes einliest, kommt von selbst.</translation>
  </message>
  <message>
   <source>No lead is open here. Load a list to go on.</source>
   <translation>Hier ist kein Lead offen. Lesen Sie eine Liste ein, um weiterzumachen.</translation>
  </message>
  <message>
   <source>No lead is open in any campaign. Load a list to go on.</source>
   <translation>In keiner Kampagne ist ein Lead offen. Lesen Sie eine Liste ein, um weiterzumachen.</translation>
  </message>
  <message>
   <source>No lead is open in this campaign; another one has some. Choose it at the top, or load a list.</source>
   <translation>In dieser Kampagne ist kein Lead offen; eine andere hat welche. Wählen Sie sie oben, oder lesen Sie eine Liste ein.</translation>
  </message>
  <message>
   <source>No lead is qualified yet</source>
   <translation>Noch ist kein Lead qualifiziert</translation>
  </message>
  <message>
   <source>No lead is qualified yet, so there is nothing to hand over.</source>
   <translation>Noch ist kein Lead qualifiziert, also gibt es nichts zu übergeben.</translation>
  </message>
  <message>
   <source>No lead is qualified yet.</source>
   <translation>Noch ist kein Lead qualifiziert.</translation>
  </message>
  <message>
   <source>No lead is ready to leave</source>
   <translation>Kein Lead ist bereit</translation>
  </message>
  <message>
   <source>No lead left under this id. Look at the list again.</source>
   <translation>Unter dieser Kennung ging kein Lead hinaus. Sehen Sie noch einmal in die Liste.</translation>
  </message>
  <message>
   <source>No lead of batch {number} waits for an answer: nothing can be recalled.</source>
   <translation>Kein Lead aus Paket {number} wartet auf Antwort: Es gibt nichts zurückzurufen.</translation>
  </message>
  <message>
   <source>No lead of this campaign is nurtured.</source>
   <translation>Kein Lead dieser Kampagne ist im Nurturing.</translation>
  </message>
  <message>
   <source>No lead shows a number that is not to be called, so there is nothing to write. Entries kept as fingerprints: {entries}.</source>
   <translation>Kein Lead zeigt eine gesperrte Nummer, also gibt es nichts zu schreiben. Einträge als Fingerabdruck: {entries}.</translation>
  </message>
  <message>
   <source>No lead to show</source>
   <translation>Kein Lead zu zeigen</translation>
  </message>
  <message>
   <source>No lead was handed to you yet</source>
   <translation>Ihnen wurde noch kein Lead übergeben</translation>
  </message>
  <message>
   <source>No leads are loaded yet.</source>
   <translation>Noch sind keine Leads eingelesen.</translation>
  </message>
  <message>
   <source>No list brought them</source>
   <translation>Aus keiner Liste</translation>
  </message>
  <message>
   <source>No list of those who were there is loaded.</source>
   <translation>Es ist keine Liste der Teilnehmenden eingelesen.</translation>
  </message>
  <message>
   <source>No list yet</source>
   <translation>Noch keine Liste</translation>
  </message>
  <message>
   <source>No longer wanted</source>
   <translation>Nicht mehr gewünscht</translation>
  </message>
  <message>
   <source>No mail server is set.</source>
   <translation>Es ist kein Mailserver eingestellt.</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>Kein Name</translation>
  </message>
  <message>
   <source>No name yet</source>
   <translation>Noch kein Name</translation>
  </message>
  <message>
   <source>No name, and nothing to reach them by.</source>
   <translation>Kein Name und nichts, um sie zu erreichen.</translation>
  </message>
  <message>
   <source>No name, and the number cannot be dialled.</source>
   <translation>Kein Name, und die Nummer ist nicht wählbar.</translation>
  </message>
  <message>
   <source>No need</source>
   <translation>Kein Bedarf</translation>
  </message>
  <message>
   <source>No number</source>
   <translation>Keine Nummer</translation>
  </message>
  <message>
   <source>No number and no e-mail of theirs can be used any more.</source>
   <translation>Keine ihrer Nummern und E-Mail-Adressen ist noch nutzbar.</translation>
  </message>
  <message>
   <source>No number that can be dialled</source>
   <translation>Keine wählbare Nummer</translation>
  </message>
  <message>
   <source>No number to dial</source>
   <translation>Keine Nummer</translation>
  </message>
  <message>
   <source>No other lead is qualified yet.</source>
   <translation>Noch ist kein weiterer Lead qualifiziert.</translation>
  </message>
  <message>
   <source>No outcome is given with “{name}”. There are: {known}.</source>
   <translation>Mit „{name}“ wird kein Ergebnis angegeben. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>No people</source>
   <translation>Keine Personen</translation>
  </message>
  <message>
   <source>No phone program took it. The number is copied: dial it by hand, or choose another way above.</source>
   <translation>Kein Telefonprogramm hat sie angenommen. Die Nummer ist kopiert: Wählen Sie von Hand oder nehmen Sie oben einen anderen Weg.</translation>
  </message>
  <message>
   <source>No phone program took {number}. It is copied.</source>
   <translation>Kein Telefonprogramm nahm {number} an. Die Nummer ist kopiert.</translation>
  </message>
  <message>
   <source>No question has these letters.</source>
   <translation>Keine Frage hat diese Buchstaben.</translation>
  </message>
  <message>
   <source>No question is called {columns}: not read.</source>
   <translation>Keine Frage heißt {columns}: nicht gelesen.</translation>
  </message>
  <message>
   <source>No questions</source>
   <translation>Keine Fragen</translation>
  </message>
  <message>
   <source>No report is made by itself yet. Choose one above, and where it goes.</source>
   <translation>Noch entsteht kein Bericht von selbst. Wählen Sie oben einen, und wohin er soll.</translation>
  </message>
  <message>
   <source>No round was begun yet. A round takes the answers of 30 leads.</source>
   <translation>Noch keine Runde begonnen. Eine Runde nimmt die Antworten von 30 Leads.</translation>
  </message>
  <message>
   <source>No row holds headings. The columns are named by their place.</source>
   <translation>Keine Zeile hat Überschriften. Die Spalten heißen nach ihrem Platz.</translation>
  </message>
  <message>
   <source>No row of it can be read. Say which country numbers without + are from.</source>
   <translation>Keine Zeile ist lesbar. Geben Sie an, aus welchem Land Nummern ohne + sind.</translation>
  </message>
  <message>
   <source>No row of this file holds a number.</source>
   <translation>Keine Zeile dieser Datei enthält eine Nummer.</translation>
  </message>
  <message>
   <source>No row of {file} can be used. The first: {why}</source>
   <translation>Keine Zeile von {file} ist brauchbar. Die erste: {why}</translation>
  </message>
  <message>
   <source>No rule covers {country}.</source>
   <translation>Keine Regel gilt für {country}.</translation>
  </message>
  <message>
   <source>No rule fits</source>
   <translation>Keine Regel passt</translation>
  </message>
  <message>
   <source>No rule of its own was found. Companies can stand in the register of objections too.</source>
   <translation>Eine eigene Regel wurde nicht gefunden. Auch Unternehmen können im Widerspruchsregister stehen.</translation>
  </message>
  <message>
   <source>No rule yet</source>
   <translation>Noch keine Regel</translation>
  </message>
  <message>
   <source>No share of its own</source>
   <translation>Kein eigener Anteil</translation>
  </message>
  <message>
   <source>No show</source>
   <translation>Nicht erschienen</translation>
  </message>
  <message>
   <source>No such number is known, but it could be one. Check it.</source>
   <translation>Eine solche Nummer ist nicht bekannt, könnte es aber geben. Bitte prüfen.</translation>
  </message>
  <message>
   <source>No time</source>
   <translation>Ohne Zeit</translation>
  </message>
  <message>
   <source>No time agreed</source>
   <translation>Keine Zeit vereinbart</translation>
  </message>
  <message>
   <source>No version was kept yet. One is, once both have signed.</source>
   <translation>Noch gibt es keine Version. Die erste entsteht, sobald beide unterzeichnet haben.</translation>
  </message>
  <message>
   <source>No wrong hand-offs avoided</source>
   <translation>Keine falschen Übergaben vermieden</translation>
  </message>
  <message>
   <source>No zone</source>
   <translation>Ohne Zone</translation>
  </message>
  <message>
   <source>Nobody by a call</source>
   <translation>Niemand per Anruf</translation>
  </message>
  <message>
   <source>Nobody called {name} works here.</source>
   <translation>Hier arbeitet niemand namens {name}.</translation>
  </message>
  <message>
   <source>Nobody called “{name}” is on the list.</source>
   <translation>Niemand namens „{name}“ steht auf der Liste.</translation>
  </message>
  <message>
   <source>Nobody called “{name}” works here yet: nobody has called so far.</source>
   <translation>Hier arbeitet noch niemand namens „{name}“: Bisher hat niemand angerufen.</translation>
  </message>
  <message>
   <source>Nobody called “{name}” works here.</source>
   <translation>Niemand namens „{name}“ arbeitet hier.</translation>
  </message>
  <message>
   <source>Nobody called “{name}” works here. There are: {known}.</source>
   <translation>Hier arbeitet niemand namens „{name}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>Nobody calls for this campaign now.</source>
   <translation>Für diese Kampagne ruft jetzt niemand an.</translation>
  </message>
  <message>
   <source>Nobody can be qualified yet</source>
   <translation>Noch kann sich niemand qualifizieren</translation>
  </message>
  <message>
   <source>Nobody can sign for both sides.</source>
   <translation>Niemand kann für beide Seiten unterzeichnen.</translation>
  </message>
  <message>
   <source>Nobody can type a passphrase here. Name a file: --passphrase-file FILE</source>
   <translation>Hier kann niemand eine Passphrase eintippen. Nennen Sie eine Datei: --passphrase-file DATEI</translation>
  </message>
  <message>
   <source>Nobody gets qualified leads yet</source>
   <translation>Noch bekommt niemand qualifizierte Leads</translation>
  </message>
  <message>
   <source>Nobody has called for this campaign today. Callers stand here from their first lead on.</source>
   <translation>Heute hat noch niemand für diese Kampagne angerufen. Caller stehen hier ab ihrem ersten Lead.</translation>
  </message>
  <message>
   <source>Nobody has chosen what becomes of it.</source>
   <translation>Niemand hat entschieden, was daraus wird.</translation>
  </message>
  <message>
   <source>Nobody has moved {caller}.</source>
   <translation>Niemand hat {caller} wechseln lassen.</translation>
  </message>
  <message>
   <source>Nobody has said anything yet.</source>
   <translation>Noch hat niemand etwas gesagt.</translation>
  </message>
  <message>
   <source>Nobody has said when callers work, and nobody has called yet: too little is known. Say the shifts under People.</source>
   <translation>Niemand hat gesagt, wann Caller arbeiten, und noch hat niemand angerufen: Zu wenig ist bekannt. Nennen Sie die Schichten unter „Personen“.</translation>
  </message>
  <message>
   <source>Nobody has this lead. Call them as any other.</source>
   <translation>Niemand hat diesen Lead. Rufen Sie an wie sonst.</translation>
  </message>
  <message>
   <source>Nobody has written down yet what this list is.</source>
   <translation>Noch hat niemand festgehalten, was das für eine Liste ist.</translation>
  </message>
  <message>
   <source>Nobody in the team has the address {address}.</source>
   <translation>Niemand im Team hat die Adresse {address}.</translation>
  </message>
  <message>
   <source>Nobody is called before somebody finds the country out.</source>
   <translation>Niemand wird angerufen, bevor das Land geklärt ist.</translation>
  </message>
  <message>
   <source>Nobody is due.</source>
   <translation>Niemand ist fällig.</translation>
  </message>
  <message>
   <source>Nobody is erased during a call. Do it after.</source>
   <translation>Während eines Anrufs wird niemand gelöscht. Tun Sie es danach.</translation>
  </message>
  <message>
   <source>Nobody is found. Try the last digits of a number.</source>
   <translation>Niemand gefunden. Versuchen Sie die letzten Ziffern einer Nummer.</translation>
  </message>
  <message>
   <source>Nobody is here now. Esc leads back.</source>
   <translation>Jetzt ist niemand hier. Esc führt zurück.</translation>
  </message>
  <message>
   <source>Nobody is named as its owner.</source>
   <translation>Niemand ist als zuständig genannt.</translation>
  </message>
  <message>
   <source>Nobody is named to receive it.</source>
   <translation>Der Vertriebskontakt fehlt.</translation>
  </message>
  <message>
   <source>Nobody is named to receive this batch. Name a salesperson, or set one for the campaign.</source>
   <translation>Für dieses Paket ist kein Vertriebskontakt genannt. Nennen Sie einen, oder legen Sie ihn für die Kampagne fest.</translation>
  </message>
  <message>
   <source>Nobody is named to receive {name}. Choose a person.</source>
   <translation>Für {name} ist niemand als Empfänger genannt. Wählen Sie eine Person.</translation>
  </message>
  <message>
   <source>Nobody is on the line.</source>
   <translation>Niemand ist in der Leitung.</translation>
  </message>
  <message>
   <source>Nobody knows what time it is for them. Find out where they are, then call.</source>
   <translation>Niemand weiß, wie spät es dort ist. Klären Sie, wo sie sind, und rufen Sie dann an.</translation>
  </message>
  <message numerus="yes">
   <source>Nobody knows what time it is for {n:,} people</source>
   <extracomment>One: Nobody knows what time it is for {n} person</extracomment>
   <translation>
    <numerusform>Bei {n} Person weiß niemand, wie spät es dort ist</numerusform>
    <numerusform>Bei {n:,} Personen weiß niemand, wie spät es dort ist</numerusform>
   </translation>
  </message>
  <message>
   <source>Nobody may call them before the close</source>
   <translation>Niemand darf sie vor dem Ende anrufen</translation>
  </message>
  <message>
   <source>Nobody may call them. That cannot be changed here.</source>
   <translation>Niemand darf sie anrufen. Das lässt sich hier nicht ändern.</translation>
  </message>
  <message>
   <source>Nobody of sales is known here. Write their name.</source>
   <translation>Hier ist niemand aus dem Vertrieb bekannt. Schreiben Sie den Namen.</translation>
  </message>
  <message>
   <source>Nobody of “{campaign}” is finished yet: there are no answers.</source>
   <translation>Von „{campaign}“ ist noch niemand abgeschlossen: Es gibt keine Antworten.</translation>
  </message>
  <message>
   <source>Nobody on it is called for any client, those too that come later.</source>
   <translation>Niemand darauf wird für irgendeinen Auftraggeber angerufen, auch nicht für spätere.</translation>
  </message>
  <message>
   <source>Nobody on it is called for {client}.</source>
   <translation>Niemand darauf wird für {client} angerufen.</translation>
  </message>
  <message>
   <source>Nobody on it is called for {whom}. Taken back, whoever nothing else stops stands where they stood.</source>
   <translation>Niemand darauf wird für {whom} angerufen. Nehmen Sie sie zurück, steht jeder wieder, wo er stand, den nichts anderes sperrt.</translation>
  </message>
  <message>
   <source>Nobody on it is called in a campaign of no client in particular.</source>
   <translation>Niemand darauf wird in einer Kampagne ohne bestimmten Auftraggeber angerufen.</translation>
  </message>
  <message>
   <source>Nobody on it is called in any campaign here.</source>
   <translation>Niemand darauf wird hier in einer Kampagne angerufen.</translation>
  </message>
  <message>
   <source>Nobody on it was in line.</source>
   <translation>Niemand darauf stand in der Warteschlange.</translation>
  </message>
  <message>
   <source>Nobody said</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>Nobody said what the list cost</source>
   <translation>Kosten der Liste nicht angegeben</translation>
  </message>
  <message>
   <source>Nobody said what they need in this week, or why not.</source>
   <translation>In dieser Woche hat niemand gesagt, was gebraucht wird oder was dagegen spricht.</translation>
  </message>
  <message>
   <source>Nobody sits at “{name}” today.</source>
   <translation>An „{name}“ sitzt heute niemand.</translation>
  </message>
  <message>
   <source>Nobody takes fewer than 0 leads a day.</source>
   <translation>Weniger als 0 Leads am Tag übernimmt niemand.</translation>
  </message>
  <message>
   <source>Nobody takes mail at {host}, port {port}. Check the port.</source>
   <translation>An {host}, Port {port}, nimmt niemand E-Mails an. Prüfen Sie den Port.</translation>
  </message>
  <message>
   <source>Nobody takes more than {most} leads along.</source>
   <translation>Niemand nimmt mehr als {most} Leads mit.</translation>
  </message>
  <message>
   <source>Nobody to reach</source>
   <translation>Niemand zu erreichen</translation>
  </message>
  <message>
   <source>Nobody was called in this time.</source>
   <translation>In dieser Zeit wurde niemand angerufen.</translation>
  </message>
  <message>
   <source>Nobody was called yet. The hours at which people answer will stand here.</source>
   <translation>Noch wurde niemand angerufen. Hier stehen dann die Stunden, in denen die meisten abnehmen.</translation>
  </message>
  <message>
   <source>Nobody was there and somebody was spoken to: only one can be.</source>
   <translation>Niemand war da, und es wurde gesprochen: Nur eines geht.</translation>
  </message>
  <message>
   <source>Nobody was told of this batch.</source>
   <translation>Zu diesem Paket weiß noch niemand Bescheid.</translation>
  </message>
  <message>
   <source>Nobody who is nurtured here has said yes to mails, so nothing was written.</source>
   <translation>Niemand im Nurturing hat hier Mails zugestimmt. Es wurde nichts geschrieben.</translation>
  </message>
  <message>
   <source>Nobody wrote down a phone number for {name}.</source>
   <translation>Für {name} ist keine Telefonnummer eingetragen.</translation>
  </message>
  <message>
   <source>Nobody yet</source>
   <translation>Noch niemand</translation>
  </message>
  <message>
   <source>Nobody: every answer missing</source>
   <translation>Niemand: Alle Angaben fehlen</translation>
  </message>
  <message>
   <source>None</source>
   <comment>more time</comment>
   <translation>Keine</translation>
  </message>
  <message>
   <source>None at present</source>
   <translation>Zurzeit keine</translation>
  </message>
  <message>
   <source>None of it counts anywhere, and all of it is thrown away when you leave.</source>
   <translation>Nichts davon zählt irgendwo, und alles wird weggeworfen, wenn Sie gehen.</translation>
  </message>
  <message>
   <source>None of the leads that are ready was chosen. Choose at least one.</source>
   <translation>Keiner der bereiten Leads ist gewählt. Wählen Sie mindestens einen.</translation>
  </message>
  <message>
   <source>None of the leads that left is {name}.</source>
   <translation>{name} ist keiner der übergebenen Leads.</translation>
  </message>
  <message>
   <source>None taken yet</source>
   <translation>Noch keiner</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>Noch keine Angabe</translation>
  </message>
  <message>
   <source>None, on this computer only</source>
   <translation>Keine, nur auf diesem Computer</translation>
  </message>
  <message>
   <source>Normal size</source>
   <translation>Normale Größe</translation>
  </message>
  <message>
   <source>Norway</source>
   <translation>Norwegen</translation>
  </message>
  <message>
   <source>Norwegian</source>
   <translation>Norwegisch</translation>
  </message>
  <message>
   <source>Not a fit</source>
   <translation>Passt nicht</translation>
  </message>
  <message>
   <source>Not a fit</source>
   <comment>what became of a row</comment>
   <translation>Passt nicht</translation>
  </message>
  <message>
   <source>Not a fit as it stands: {why}</source>
   <translation>Derzeit nicht passend: {why}</translation>
  </message>
  <message>
   <source>Not a good moment</source>
   <translation>Kein guter Moment</translation>
  </message>
  <message>
   <source>Not a number.</source>
   <translation>Keine Zahl.</translation>
  </message>
  <message>
   <source>Not a qualified lead as it stands.</source>
   <translation>So noch kein qualifizierter Lead.</translation>
  </message>
  <message>
   <source>Not agreed by both sides yet</source>
   <translation>Noch nicht von beiden Seiten vereinbart</translation>
  </message>
  <message>
   <source>Not all of your keys could be used</source>
   <translation>Nicht alle Ihre Tasten konnten übernommen werden</translation>
  </message>
  <message>
   <source>Not answered</source>
   <translation>Nicht beantwortet</translation>
  </message>
  <message>
   <source>Not answered in time</source>
   <translation>Nicht rechtzeitig beantwortet</translation>
  </message>
  <message>
   <source>Not asked</source>
   <translation>Nicht gefragt</translation>
  </message>
  <message>
   <source>Not asked after these answers.</source>
   <translation>Wird nach diesen Antworten nicht gefragt.</translation>
  </message>
  <message>
   <source>Not asked on this path</source>
   <translation>Auf diesem Weg nicht gefragt</translation>
  </message>
  <message>
   <source>Not at all</source>
   <translation>Gar nicht</translation>
  </message>
  <message>
   <source>Not before it is due</source>
   <translation>Erst wenn fällig</translation>
  </message>
  <message>
   <source>Not callable</source>
   <translation>Nicht anrufbar</translation>
  </message>
  <message>
   <source>Not called before it is known</source>
   <translation>Kein Anruf, bevor sie bekannt ist</translation>
  </message>
  <message>
   <source>Not called until it is let in again; the reason is shown</source>
   <translation>Kein Anruf, bis er wieder zugelassen wird; der Grund wird gezeigt</translation>
  </message>
  <message>
   <source>Not called yet</source>
   <translation>Noch nicht angerufen</translation>
  </message>
  <message>
   <source>Not chosen for this batch.</source>
   <translation>Nicht für dieses Paket gewählt.</translation>
  </message>
  <message>
   <source>Not chosen yet</source>
   <translation>Noch nicht gewählt</translation>
  </message>
  <message>
   <source>Not decided yet</source>
   <translation>Noch nicht entschieden</translation>
  </message>
  <message>
   <source>Not encrypted: whoever is on the way can read and change everything. PostgreSQL {server}.</source>
   <translation>Nicht verschlüsselt: Wer dazwischen ist, kann alles lesen und ändern. PostgreSQL {server}.</translation>
  </message>
  <message>
   <source>Not finished: nobody is called from it</source>
   <translation>Nicht fertig: Niemand wird daraus angerufen</translation>
  </message>
  <message>
   <source>Not handed off</source>
   <translation>Nicht übergeben</translation>
  </message>
  <message>
   <source>Not handed over</source>
   <translation>Nicht übergeben</translation>
  </message>
  <message>
   <source>Not here from {day} on.</source>
   <translation>Ab {day} nicht mehr hier.</translation>
  </message>
  <message>
   <source>Not in my language</source>
   <translation>Nicht in meiner Sprache</translation>
  </message>
  <message>
   <source>Not in service</source>
   <translation>Nicht vergeben</translation>
  </message>
  <message>
   <source>Not in time</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Not interested</source>
   <translation>Kein Interesse</translation>
  </message>
  <message>
   <source>Not kept yet</source>
   <translation>Noch nicht gespeichert</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Not known, or several. Write a city such as Berlin.</source>
   <translation>Unbekannt oder mehrdeutig. Schreiben Sie eine Stadt wie Berlin.</translation>
  </message>
  <message>
   <source>Not known. Try Germany, or DE.</source>
   <translation>Nicht bekannt. Versuchen Sie Deutschland oder DE.</translation>
  </message>
  <message>
   <source>Not live, last look {at:%H:%M}</source>
   <translation>Nicht live, zuletzt {at:%H:%M}</translation>
  </message>
  <message>
   <source>Not met</source>
   <translation>Nicht erfüllt</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Not pinned any more: it stands where its chances put it.</source>
   <translation>Nicht mehr angeheftet: Er steht nach seinen Chancen.</translation>
  </message>
  <message>
   <source>Not reached</source>
   <translation>Nicht erreichbar</translation>
  </message>
  <message>
   <source>Not reached, tries used up</source>
   <comment>what became of a row</comment>
   <translation>Nicht erreicht, Versuche verbraucht</translation>
  </message>
  <message>
   <source>Not read to its end: load it again</source>
   <translation>Nicht zu Ende gelesen: noch einmal einlesen</translation>
  </message>
  <message>
   <source>Not read yet</source>
   <translation>Noch nicht gelesen</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>Not said yet</source>
   <translation>Noch nicht gesagt</translation>
  </message>
  <message>
   <source>Not saved yet</source>
   <translation>Noch nicht gespeichert</translation>
  </message>
  <message>
   <source>Not saved yet: {why}</source>
   <translation>Noch nicht gespeichert: {why}</translation>
  </message>
  <message>
   <source>Not seen</source>
   <translation>Nicht zu sehen</translation>
  </message>
  <message>
   <source>Not to be called</source>
   <translation>Nicht anrufen</translation>
  </message>
  <message>
   <source>Not understood.</source>
   <translation>Nicht verstanden.</translation>
  </message>
  <message>
   <source>Not understood. Try: thu 10:30, tomorrow 9, in 2 hours.</source>
   <translation>Nicht verstanden. Versuchen Sie: do 10:30, morgen 9, in 2 Stunden.</translation>
  </message>
  <message>
   <source>Not understood: “{left}”.</source>
   <translation>Nicht verstanden: „{left}“.</translation>
  </message>
  <message>
   <source>Not used</source>
   <translation>Ungenutzt</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note for sales</source>
   <translation>Notiz für den Vertrieb</translation>
  </message>
  <message>
   <source>Note for sales. Seen in the hand-off brief.</source>
   <translation>Notiz für den Vertrieb. Steht im Steckbrief der Übergabe.</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Notieren</translation>
  </message>
  <message>
   <source>Note to {who}</source>
   <translation>Notiz an {who}</translation>
  </message>
  <message>
   <source>Note: {note}</source>
   <translation>Notiz: {note}</translation>
  </message>
  <message>
   <source>Noted by</source>
   <translation>Notiert von</translation>
  </message>
  <message>
   <source>Noted by {who}</source>
   <translation>Notiert von {who}</translation>
  </message>
  <message>
   <source>Noted that {by} named {name}, who is here already</source>
   <translation>Notiert, dass {by} {name} nannte: schon hier bekannt</translation>
  </message>
  <message>
   <source>Noted that {name} said yes to mails</source>
   <translation>Notiert, dass {name} E-Mails zugestimmt hat</translation>
  </message>
  <message>
   <source>Noted: they said yes to mails to {address}.</source>
   <translation>Notiert: Ja zu E-Mails an {address}.</translation>
  </message>
  <message>
   <source>Notes on this list</source>
   <translation>Hinweise zu dieser Liste</translation>
  </message>
  <message>
   <source>Notes or answers of other leads named them; that was taken out. Read what is left: {leads}.</source>
   <translation>Notizen oder Antworten anderer Leads nannten die Person; das wurde herausgenommen. Lesen Sie, was bleibt: {leads}.</translation>
  </message>
  <message>
   <source>Nothing can be written there: the disk is read-only. Choose another folder.</source>
   <translation>Dort kann nichts geschrieben werden: Der Datenträger ist schreibgeschützt. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Nothing changes</source>
   <translation>Nichts ändert sich</translation>
  </message>
  <message>
   <source>Nothing has changed since the version in use.</source>
   <translation>Seit der genutzten Version hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing has changed since version {number}.</source>
   <translation>Seit Version {number} hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing has changed since version {version}.</source>
   <translation>Seit Version {version} hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing in the queue fits. Choose another filter, or search less.</source>
   <translation>Nichts in der Warteschlange passt. Wählen Sie einen anderen Filter, oder suchen Sie weniger genau.</translation>
  </message>
  <message>
   <source>Nothing in the workspace is newer than the backup.</source>
   <translation>Nichts im Arbeitsbereich ist neuer als die Sicherung.</translation>
  </message>
  <message>
   <source>Nothing in {path} can be read. Put back a backup.</source>
   <translation>In {path} ist nichts lesbar. Spielen Sie eine Sicherung zurück.</translation>
  </message>
  <message>
   <source>Nothing is asked before this question. Move it down.</source>
   <translation>Vor dieser Frage wird nichts gefragt. Rücken Sie sie nach unten.</translation>
  </message>
  <message>
   <source>Nothing is asked in Discover. Ask what they are working on before anything else.</source>
   <translation>In der Bedarfsklärung wird nichts gefragt. Fragen Sie vor allem anderen, woran gearbeitet wird.</translation>
  </message>
  <message>
   <source>Nothing is asked on this sheet. Write a question under the headings.</source>
   <translation>Auf diesem Blatt wird nichts gefragt. Schreiben Sie eine Frage unter die Überschriften.</translation>
  </message>
  <message>
   <source>Nothing is changed yet. Try a change first.</source>
   <translation>Noch ist nichts geändert. Probieren Sie zuerst eine Änderung.</translation>
  </message>
  <message>
   <source>Nothing is chosen in “{question}”. Compare it with =.</source>
   <translation>Bei „{question}“ wird nichts gewählt. Vergleichen Sie mit =.</translation>
  </message>
  <message>
   <source>Nothing is dialled; the call is written down as one that came in.</source>
   <translation>Es wird nichts gewählt; der Anruf wird als eingehend festgehalten.</translation>
  </message>
  <message>
   <source>Nothing is in force yet. Calls can start once both have signed.</source>
   <translation>Noch ist nichts in Kraft. Anrufe können beginnen, sobald beide unterzeichnet haben.</translation>
  </message>
  <message>
   <source>Nothing is left on a voicemail</source>
   <translation>Auf der Mailbox wird nichts hinterlassen</translation>
  </message>
  <message>
   <source>Nothing is loaded yet</source>
   <translation>Noch ist nichts eingelesen</translation>
  </message>
  <message>
   <source>Nothing is lost. Whoever looks after qualdesk wants to know of it.</source>
   <translation>Nichts ist verloren. Wer sich um qualdesk kümmert, möchte davon wissen.</translation>
  </message>
  <message>
   <source>Nothing is missing here</source>
   <translation>Hier fehlt nichts</translation>
  </message>
  <message>
   <source>Nothing is open that could end here.</source>
   <translation>Es ist nichts offen, was hier enden könnte.</translation>
  </message>
  <message>
   <source>Nothing is promised for today. A call back you agree on stands here.</source>
   <translation>Für heute ist nichts zugesagt. Ein Rückruf, den Sie vereinbaren, steht hier.</translation>
  </message>
  <message>
   <source>Nothing is saved yet.</source>
   <translation>Noch ist nichts gespeichert.</translation>
  </message>
  <message>
   <source>Nothing is written before you export.</source>
   <translation>Geschrieben wird erst beim Export.</translation>
  </message>
  <message>
   <source>Nothing may be written into {folder}. Ask whoever owns it.</source>
   <translation>In {folder} darf nichts geschrieben werden. Fragen Sie, wem der Ordner gehört.</translation>
  </message>
  <message>
   <source>Nothing more to undo here</source>
   <translation>Hier gibt es nichts mehr rückgängig zu machen</translation>
  </message>
  <message>
   <source>Nothing now. End a call with “Research needed” under Alt 0, and its lead stays with you for a while.</source>
   <translation>Gerade nichts. Beenden Sie einen Anruf mit „Nachforschung nötig“ unter Alt 0, dann bleibt der Lead eine Weile bei Ihnen.</translation>
  </message>
  <message>
   <source>Nothing of it is kept yet.</source>
   <translation>Noch ist nichts davon gespeichert.</translation>
  </message>
  <message>
   <source>Nothing of the list is kept yet.</source>
   <translation>Noch ist nichts von der Liste gespeichert.</translation>
  </message>
  <message>
   <source>Nothing of the list went on to sales yet.</source>
   <translation>Noch ging nichts von der Liste an den Vertrieb.</translation>
  </message>
  <message>
   <source>Nothing of those who are there is changed.</source>
   <translation>An den vorhandenen wird nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing says yet what a qualified lead is here.</source>
   <translation>Noch sagt nichts, was hier ein qualifizierter Lead ist.</translation>
  </message>
  <message>
   <source>Nothing stands in the way</source>
   <translation>Nichts steht im Weg</translation>
  </message>
  <message>
   <source>Nothing they said is kept, so nobody could say why they qualify.</source>
   <translation>Nichts von dem Gesagten ist festgehalten, also könnte niemand sagen, warum sie qualifiziert sind.</translation>
  </message>
  <message>
   <source>Nothing to call</source>
   <translation>Nichts anzurufen</translation>
  </message>
  <message>
   <source>Nothing to call right now</source>
   <translation>Gerade ist nichts anzurufen</translation>
  </message>
  <message>
   <source>Nothing to call right now: {reasons}.</source>
   <translation>Gerade nichts anzurufen: {reasons}.</translation>
  </message>
  <message>
   <source>Nothing to export yet</source>
   <translation>Noch nichts zu exportieren</translation>
  </message>
  <message>
   <source>Nothing to reach or name them by</source>
   <translation>Weder Name noch Erreichbarkeit</translation>
  </message>
  <message>
   <source>Nothing waits any more.</source>
   <translation>Nichts wartet mehr.</translation>
  </message>
  <message>
   <source>Nothing waits for an answer</source>
   <translation>Nichts wartet auf Antwort</translation>
  </message>
  <message>
   <source>Nothing waits for them.</source>
   <translation>Nichts wartet auf diese Person.</translation>
  </message>
  <message>
   <source>Nothing waits to be sent under number {number}.</source>
   <translation>Unter Nummer {number} ist nichts zu senden.</translation>
  </message>
  <message>
   <source>Nothing was answered in this call.</source>
   <translation>In diesem Anruf wurde nichts beantwortet.</translation>
  </message>
  <message>
   <source>Nothing was changed in them. Mend a row here, or ask in the call.</source>
   <translation>Nichts wurde daran geändert. Korrigieren Sie eine Zeile hier, oder fragen Sie im Gespräch.</translation>
  </message>
  <message>
   <source>Nothing was changed in this time.</source>
   <translation>In dieser Zeit wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed since version {number}.</source>
   <translation>Seit Version {number} wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed: each of them is open to anyone, or made.</source>
   <translation>Nichts wurde geändert: Alle sind frei oder erledigt.</translation>
  </message>
  <message>
   <source>Nothing was done before {year}. Write a later day.</source>
   <translation>Vor {year} war hier nichts. Schreiben Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>Nothing was done here yet that fits.</source>
   <translation>Noch ist hier nichts geschehen, was passt.</translation>
  </message>
  <message>
   <source>Nothing was done in this time, and no campaign has leads to call.</source>
   <translation>In dieser Zeit wurde nichts getan, und keine Kampagne hat Leads zum Anrufen.</translation>
  </message>
  <message>
   <source>Nothing was noted in one line.</source>
   <translation>In einem Satz wurde nichts notiert.</translation>
  </message>
  <message>
   <source>Nothing was said</source>
   <translation>Nichts gesagt</translation>
  </message>
  <message>
   <source>Nothing was said of this call.</source>
   <translation>Zu diesem Anruf wurde nichts gesagt.</translation>
  </message>
  <message>
   <source>Nothing was saved.</source>
   <translation>Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>Nothing was set aside in a call here.</source>
   <translation>In keinem Anruf wurde hier etwas übergangen.</translation>
  </message>
  <message>
   <source>Nov</source>
   <comment>month</comment>
   <translation>Nov.</translation>
  </message>
  <message>
   <source>November</source>
   <comment>month</comment>
   <translation>November</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Now {name}, {company}. Why now: {said}</source>
   <translation>Jetzt {name}, {company}. Warum jetzt: {said}</translation>
  </message>
  <message>
   <source>Now, or a time: thu 10:30, tomorrow 9</source>
   <translation>Jetzt oder eine Zeit: do 10:30, morgen 9</translation>
  </message>
  <message>
   <source>Now, while they are on the line.</source>
   <translation>Jetzt, während das Gespräch läuft.</translation>
  </message>
  <message>
   <source>Now: taken out</source>
   <translation>Jetzt: entfernt</translation>
  </message>
  <message>
   <source>Now: {now}</source>
   <translation>Jetzt: {now}</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Number</source>
   <comment>figure</comment>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Number changed</source>
   <translation>Nummer geändert</translation>
  </message>
  <message>
   <source>Number in the list</source>
   <translation>Nummer in der Liste</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Numbers in one form</source>
   <translation>Nummern vereinheitlicht</translation>
  </message>
  <message>
   <source>Numbers not whole</source>
   <translation>Nummern unvollständig</translation>
  </message>
  <message>
   <source>Numbers open in this program.</source>
   <translation>Nummern öffnen sich in diesem Programm.</translation>
  </message>
  <message>
   <source>Numbers with an extension stop the whole line. Rows with one: {rows}.</source>
   <translation>Nummern mit Durchwahl sperren den ganzen Anschluss. Zeilen mit Durchwahl: {rows}.</translation>
  </message>
  <message>
   <source>Numbers without + and without a country in the file wait for research.</source>
   <translation>Nummern ohne + und ohne Land in der Datei warten auf Nachforschung.</translation>
  </message>
  <message>
   <source>Numbers without + are read as {code}.</source>
   <translation>Nummern ohne + werden als {code} gelesen.</translation>
  </message>
  <message>
   <source>Nurture</source>
   <translation>Nurturing</translation>
  </message>
  <message>
   <source>Nurture</source>
   <comment>what became of a row</comment>
   <translation>Nurturing</translation>
  </message>
  <message numerus="yes">
   <source>Nurture for {n} days</source>
   <extracomment>One: Nurture for {n} day</extracomment>
   <translation>
    <numerusform>Nurturing für {n} Tag</numerusform>
    <numerusform>Nurturing für {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>Nurture {name}</source>
   <translation>Nurturing für {name}</translation>
  </message>
  <message>
   <source>Nurture, not now</source>
   <translation>Nurturing, nicht jetzt</translation>
  </message>
  <message>
   <source>Objection {name}</source>
   <translation>Einwand {name}</translation>
  </message>
  <message>
   <source>Objection, order</source>
   <translation>Einwand, Reihenfolge</translation>
  </message>
  <message>
   <source>Objections</source>
   <translation>Einwände</translation>
  </message>
  <message>
   <source>Oct</source>
   <comment>month</comment>
   <translation>Okt.</translation>
  </message>
  <message>
   <source>October</source>
   <comment>month</comment>
   <translation>Oktober</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Of all leads that sales has answered.</source>
   <translation>Von allen Leads, die der Vertrieb beantwortet hat.</translation>
  </message>
  <message>
   <source>Of answered</source>
   <translation>Von Beantworteten</translation>
  </message>
  <message>
   <source>Of called</source>
   <translation>Von Angerufenen</translation>
  </message>
  <message numerus="yes">
   <source>Of the first {whole:,}, {n:,} become valid numbers.</source>
   <extracomment>One: Of the first {whole:,}, {n:,} becomes a valid number.</extracomment>
   <translation>
    <numerusform>Von den ersten {whole:,} wird {n:,} eine gültige Nummer.</numerusform>
    <numerusform>Von den ersten {whole:,} werden {n:,} gültige Nummern.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Of the one taken, {n:,} are won and {lost:,} lost so far.</source>
   <extracomment>One: Of the one taken, {n:,} is won and {lost:,} lost so far.</extracomment>
   <translation>
    <numerusform>Von dem einen angenommenen ist bisher {n:,} gewonnen, {lost:,} verloren.</numerusform>
    <numerusform>Von dem einen angenommenen sind bisher {n:,} gewonnen, {lost:,} verloren.</numerusform>
   </translation>
  </message>
  <message>
   <source>Of the whole list, since it began.</source>
   <translation>Von der ganzen Liste, seit Beginn.</translation>
  </message>
  <message numerus="yes">
   <source>Of the {taken:,} taken, {n:,} are won and {lost:,} lost so far.</source>
   <extracomment>One: Of the {taken:,} taken, {n:,} is won and {lost:,} lost so far.</extracomment>
   <translation>
    <numerusform>Von {taken:,} angenommenen ist bisher {n:,} gewonnen, {lost:,} verloren.</numerusform>
    <numerusform>Von {taken:,} angenommenen sind bisher {n:,} gewonnen, {lost:,} verloren.</numerusform>
   </translation>
  </message>
  <message>
   <source>Of what qualdesk is made of.</source>
   <translation>Woraus qualdesk besteht.</translation>
  </message>
  <message>
   <source>Of which campaign</source>
   <translation>Von welcher Kampagne</translation>
  </message>
  <message numerus="yes">
   <source>Of {n:,} leads nobody knows what time it is for them.</source>
   <extracomment>One: Of {n:,} lead nobody knows what time it is for them.</extracomment>
   <translation>
    <numerusform>Bei {n:,} Lead weiß niemand, wie spät es dort ist.</numerusform>
    <numerusform>Bei {n:,} Leads weiß niemand, wie spät es dort ist.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Of {n:,} leads that sales answered {back:,} came back.</source>
   <extracomment>One: Of {n} lead that sales answered {back:,} came back.</extracomment>
   <translation>
    <numerusform>Von {n} Lead, zu dem sich der Vertrieb geäußert hat, kam {back:,} zurück.</numerusform>
    <numerusform>Von {n:,} Leads, zu denen sich der Vertrieb geäußert hat, kamen {back:,} zurück.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Of {n} lists nobody said what they cost.</source>
   <extracomment>One: Of {n} list nobody said what it cost.</extracomment>
   <translation>
    <numerusform>Bei {n} Liste hat niemand gesagt, was sie kostete.</numerusform>
    <numerusform>Bei {n} Listen hat niemand gesagt, was sie kosteten.</numerusform>
   </translation>
  </message>
  <message>
   <source>Of {what} {rows:,} are there.</source>
   <translation>{what}: {rows:,} vorhanden.</translation>
  </message>
  <message>
   <source>Of {what} {rows:,} are there; how many are missing is not known.</source>
   <translation>{what}: {rows:,} vorhanden; wie viele fehlen, ist nicht bekannt.</translation>
  </message>
  <message>
   <source>Of {what} {rows:,} are there; up to {n:,} could not be read.</source>
   <translation>{what}: {rows:,} vorhanden; bis zu {n:,} nicht lesbar.</translation>
  </message>
  <message>
   <source>Of {what} {rows:,} are there; {n:,} could not be read.</source>
   <translation>{what}: {rows:,} vorhanden; {n:,} nicht lesbar.</translation>
  </message>
  <message>
   <source>Off duty.</source>
   <translation>Nicht im Dienst.</translation>
  </message>
  <message>
   <source>Off: tried on all of the client's finished leads</source>
   <translation>Aus: an allen abgeschlossenen Leads des Auftraggebers ausprobiert</translation>
  </message>
  <message>
   <source>Official</source>
   <translation>Amtlich</translation>
  </message>
  <message>
   <source>Oklahoma</source>
   <translation>Oklahoma</translation>
  </message>
  <message>
   <source>Older programs (callto:)</source>
   <translation>Ältere Programme (callto:)</translation>
  </message>
  <message>
   <source>Older version</source>
   <translation>Ältere Version</translation>
  </message>
  <message>
   <source>On a break</source>
   <translation>In der Pause</translation>
  </message>
  <message>
   <source>On a call</source>
   <translation>Im Gespräch</translation>
  </message>
  <message>
   <source>On behalf of</source>
   <translation>Im Auftrag von</translation>
  </message>
  <message>
   <source>On duty.</source>
   <translation>Im Dienst.</translation>
  </message>
  <message>
   <source>On its own it changes nothing.</source>
   <translation>Für sich ändert es nichts.</translation>
  </message>
  <message>
   <source>On its own: {n:,} fewer missed.</source>
   <translation>Für sich: {n:,} weniger versäumt.</translation>
  </message>
  <message>
   <source>On its own: {n:,} more missed.</source>
   <translation>Für sich: {n:,} mehr versäumt.</translation>
  </message>
  <message>
   <source>On no track</source>
   <translation>Ohne Strecke</translation>
  </message>
  <message>
   <source>On one day</source>
   <translation>An einem Tag</translation>
  </message>
  <message>
   <source>On the call</source>
   <translation>Im Gespräch</translation>
  </message>
  <message>
   <source>On the do-not-call list</source>
   <translation>Auf der Sperrliste</translation>
  </message>
  <message>
   <source>On the do-not-call list “{name}”.</source>
   <translation>Auf der Sperrliste „{name}“.</translation>
  </message>
  <message>
   <source>On the do-not-call list.</source>
   <translation>Auf der Sperrliste.</translation>
  </message>
  <message>
   <source>On the form at our stand</source>
   <translation>Auf dem Formular an unserem Stand</translation>
  </message>
  <message>
   <source>On the phones now</source>
   <translation>Jetzt am Telefon</translation>
  </message>
  <message>
   <source>On this computer: nobody is on the way. PostgreSQL {server}.</source>
   <translation>Auf diesem Computer: Niemand ist dazwischen. PostgreSQL {server}.</translation>
  </message>
  <message>
   <source>On this day</source>
   <translation>An diesem Tag</translation>
  </message>
  <message>
   <source>On to the next stop; Shift+Tab goes back</source>
   <translation>Weiter zur nächsten Stelle; Umschalt+Tab geht zurück</translation>
  </message>
  <message>
   <source>On what ground may they be called?</source>
   <translation>Auf welcher Grundlage dürfen sie angerufen werden?</translation>
  </message>
  <message>
   <source>On which clock these hours are, as Europe/Berlin.</source>
   <translation>Nach welcher Uhr diese Zeiten gehen, etwa Europe/Berlin.</translation>
  </message>
  <message>
   <source>On which day of the week</source>
   <translation>An welchem Wochentag</translation>
  </message>
  <message>
   <source>On whose clock?</source>
   <translation>Nach wessen Uhr?</translation>
  </message>
  <message>
   <source>On your desk now</source>
   <translation>Gerade an Ihrem Arbeitsplatz</translation>
  </message>
  <message>
   <source>On {days} the hours end before they begin.</source>
   <translation>Die Zeiten {days} enden, bevor sie beginnen.</translation>
  </message>
  <message>
   <source>On {days} two of the times overlap.</source>
   <translation>{days}: Zwei der Zeiten überschneiden sich.</translation>
  </message>
  <message>
   <source>Once for each lead. A supervisor reviews it.</source>
   <translation>Einmal je Lead. Die Teamleitung prüft es.</translation>
  </message>
  <message>
   <source>Once one is, you see here what the CRM would not take.</source>
   <translation>Sobald einer bereit ist, steht hier, was das CRM nicht annimmt.</translation>
  </message>
  <message>
   <source>One a line</source>
   <translation>Einer je Zeile</translation>
  </message>
  <message>
   <source>One answer is open: ask whether they want a call.</source>
   <translation>Eine Antwort ist offen: Fragen Sie, ob ein Anruf gewünscht ist.</translation>
  </message>
  <message>
   <source>One criterion</source>
   <translation>Ein Kriterium</translation>
  </message>
  <message>
   <source>One lead for each pair, with everything that either row says.</source>
   <translation>Ein Lead je Paar, mit allem aus beiden Zeilen.</translation>
  </message>
  <message>
   <source>One lead, nothing lost</source>
   <translation>Ein Lead, nichts verloren</translation>
  </message>
  <message>
   <source>One line for whoever called them</source>
   <translation>Eine Zeile für den, der angerufen hat</translation>
  </message>
  <message>
   <source>One line has {most} letters at most, this has {n}. Shorten it.</source>
   <translation>Eine Zeile hat höchstens {most} Zeichen, diese hat {n}. Kürzen Sie sie.</translation>
  </message>
  <message>
   <source>One list only; no statute was seen.</source>
   <translation>Nur eine Liste; ein Gesetz lag nicht vor.</translation>
  </message>
  <message>
   <source>One moment: your team leaves a few seconds between two leads.</source>
   <translation>Einen Moment: Ihr Team lässt zwischen zwei Leads ein paar Sekunden Abstand.</translation>
  </message>
  <message>
   <source>One must-have is open: ask whether they want a call.</source>
   <translation>Ein Muss-Kriterium ist offen: Fragen Sie, ob ein Anruf gewünscht ist.</translation>
  </message>
  <message>
   <source>One must-have is open: {name}.</source>
   <translation>Ein Muss-Kriterium ist offen: {name}.</translation>
  </message>
  <message>
   <source>One of several answers</source>
   <translation>Eine von mehreren Antworten</translation>
  </message>
  <message>
   <source>One of several is enough</source>
   <translation>Eine von mehreren genügt</translation>
  </message>
  <message>
   <source>One person cannot sign for both sides.</source>
   <translation>Eine Person kann nicht für beide Seiten unterzeichnen.</translation>
  </message>
  <message>
   <source>One script, one order of questions; words in each language.</source>
   <translation>Ein Leitfaden, eine Reihenfolge der Fragen; Worte in jeder Sprache.</translation>
  </message>
  <message>
   <source>One sheet is one list. To load another, choose it under File and import again.</source>
   <translation>Ein Blatt ist eine Liste. Wählen Sie ein anderes unter „Datei“, und lesen Sie erneut ein.</translation>
  </message>
  <message>
   <source>One window works in it at a time. For several people there is a team database.</source>
   <translation>Immer nur ein Fenster arbeitet darin. Für mehrere gibt es eine Team-Datenbank.</translation>
  </message>
  <message>
   <source>One zip file instead of a folder</source>
   <translation>Eine ZIP-Datei statt eines Ordners</translation>
  </message>
  <message>
   <source>Only a list of those who were there says that. Write registered, coming or cannot.</source>
   <translation>Das sagt nur eine Liste der Teilnehmenden. Schreiben Sie registered, coming oder cannot.</translation>
  </message>
  <message>
   <source>Only a number question has a unit. Remove it.</source>
   <translation>Nur eine Frage nach einer Zahl hat eine Einheit. Entfernen Sie sie.</translation>
  </message>
  <message>
   <source>Only downloaded</source>
   <translation>Nur heruntergeladen</translation>
  </message>
  <message>
   <source>Only its draft is there. Publish it, then use it here.</source>
   <translation>Es gibt nur den Entwurf. Veröffentlichen Sie ihn, dann verwenden Sie ihn hier.</translation>
  </message>
  <message>
   <source>Only note it</source>
   <translation>Nur notieren</translation>
  </message>
  <message>
   <source>Only on record</source>
   <translation>Nur vermerken</translation>
  </message>
  <message>
   <source>Only rows no earlier list had</source>
   <translation>Nur Zeilen aus keiner früheren Liste</translation>
  </message>
  <message>
   <source>Only the giveaway</source>
   <translation>Nur das Give-away</translation>
  </message>
  <message>
   <source>Only took the giveaway</source>
   <translation>Nahm nur das Give-away</translation>
  </message>
  <message>
   <source>Only what is asked before can be looked at. Without an answer no rule holds.</source>
   <translation>Nur was vorher gefragt wird, kann geprüft werden. Ohne Antwort gilt keine Regel.</translation>
  </message>
  <message>
   <source>Only when {when}</source>
   <translation>Nur wenn {when}</translation>
  </message>
  <message>
   <source>Only who owns the tables of a team's server can write them anew. Ask its administrator to run VACUUM FULL in a quiet hour.</source>
   <translation>Nur wem die Tabellen auf dem Server eines Teams gehören, kann sie neu schreiben. Bitten Sie die Verwaltung des Servers um VACUUM FULL in einer ruhigen Stunde.</translation>
  </message>
  <message>
   <source>Only with a yes to mails</source>
   <translation>Nur mit Zustimmung zu Mails</translation>
  </message>
  <message>
   <source>Only you see this. Nothing here is compared with anybody.</source>
   <translation>Nur Sie sehen das. Nichts davon wird mit anderen verglichen.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open</source>
   <comment>button</comment>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open</source>
   <comment>stage</comment>
   <translation>Einstieg</translation>
  </message>
  <message>
   <source>Open an encrypted workspace</source>
   <translation>Verschlüsselten Arbeitsbereich öffnen</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open it as it is</source>
   <translation>So öffnen, wie sie ist</translation>
  </message>
  <message>
   <source>Open that script</source>
   <translation>Diesen Leitfaden öffnen</translation>
  </message>
  <message>
   <source>Open the definition</source>
   <translation>Definition öffnen</translation>
  </message>
  <message>
   <source>Open the sample</source>
   <translation>Beispiel öffnen</translation>
  </message>
  <message>
   <source>Open the script</source>
   <translation>Leitfaden öffnen</translation>
  </message>
  <message>
   <source>Open the sign-off</source>
   <translation>Unterzeichnung öffnen</translation>
  </message>
  <message>
   <source>Open this from a campaign: a round takes its finished leads.</source>
   <translation>Öffnen Sie dies aus einer Kampagne: Eine Runde nimmt deren abgeschlossene Leads.</translation>
  </message>
  <message>
   <source>Open this from a campaign: its script names the columns.</source>
   <translation>Öffnen Sie dies aus einer Kampagne: Ihr Leitfaden benennt die Spalten.</translation>
  </message>
  <message>
   <source>Open to anyone</source>
   <translation>Für alle freigeben</translation>
  </message>
  <message>
   <source>OpenDocument (ODS)</source>
   <translation>OpenDocument (ODS)</translation>
  </message>
  <message>
   <source>Opened Fit with {name} before discovery had its answers</source>
   <translation>Passung mit {name} geöffnet, bevor die Bedarfsklärung ihre Antworten hatte</translation>
  </message>
  <message>
   <source>Opening the workspace …</source>
   <translation>Der Arbeitsbereich wird geöffnet …</translation>
  </message>
  <message>
   <source>Opening {page} …</source>
   <translation>Wird geöffnet: {page} …</translation>
  </message>
  <message>
   <source>Opportunity</source>
   <translation>Chance</translation>
  </message>
  <message>
   <source>Or</source>
   <translation>Oder</translation>
  </message>
  <message>
   <source>Or drop a lead list here: CSV or Excel</source>
   <translation>Oder eine Lead-Liste hier ablegen: CSV oder Excel</translation>
  </message>
  <message>
   <source>Or: {label}, {says}</source>
   <translation>Oder: {label}, {says}</translation>
  </message>
  <message>
   <source>Order of the criteria</source>
   <translation>Reihenfolge der Kriterien</translation>
  </message>
  <message>
   <source>Order of the tiers</source>
   <translation>Reihenfolge der Stufen</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Anderes</translation>
  </message>
  <message>
   <source>Other</source>
   <comment>source</comment>
   <translation>Sonstiges</translation>
  </message>
  <message>
   <source>Other folder…</source>
   <translation>Anderer Ordner …</translation>
  </message>
  <message>
   <source>Other rows</source>
   <translation>Andere Zeilen</translation>
  </message>
  <message>
   <source>Other sheets</source>
   <translation>Weitere Blätter</translation>
  </message>
  <message>
   <source>Other tags: {tags}.</source>
   <translation>Weitere Schlagworte: {tags}.</translation>
  </message>
  <message>
   <source>Others at this company</source>
   <translation>Andere in diesem Unternehmen</translation>
  </message>
  <message>
   <source>Others have taken these call backs since. That stands.</source>
   <translation>Andere haben diese Rückrufe inzwischen übernommen. Das gilt.</translation>
  </message>
  <message>
   <source>Out of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Out of reach since {at:%H:%M}.</source>
   <translation>Nicht erreichbar seit {at:%H:%M}.</translation>
  </message>
  <message>
   <source>Out of service</source>
   <translation>Nicht vergeben</translation>
  </message>
  <message>
   <source>Outline of the script</source>
   <translation>Gliederung des Leitfadens</translation>
  </message>
  <message>
   <source>Over</source>
   <translation>Zeitraum</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Owner of the list: {name}</source>
   <translation>Zuständig für die Liste: {name}</translation>
  </message>
  <message>
   <source>Owner of the list: {owner}</source>
   <translation>Zuständig für die Liste: {owner}</translation>
  </message>
  <message>
   <source>Owner of the tables</source>
   <translation>Eigentümer der Tabellen</translation>
  </message>
  <message>
   <source>Owns the account</source>
   <translation>Betreut den Kunden</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>PackTech Expo, stand leads</source>
   <translation>PackTech Expo, Leads vom Stand</translation>
  </message>
  <message>
   <source>Pakistan</source>
   <translation>Pakistan</translation>
  </message>
  <message>
   <source>Partly answered, call back</source>
   <translation>Teils beantwortet, Rückruf</translation>
  </message>
  <message>
   <source>Parts of a day meet at one to seven times, the earliest first.</source>
   <translation>Tagesabschnitte haben eine bis sieben Grenzen, die früheste zuerst.</translation>
  </message>
  <message>
   <source>Parts of the Hand-off page</source>
   <translation>Teile der Seite Übergabe</translation>
  </message>
  <message>
   <source>Parts of the Lists page</source>
   <translation>Teile der Seite Listen</translation>
  </message>
  <message>
   <source>Parts of the editor</source>
   <translation>Teile des Editors</translation>
  </message>
  <message>
   <source>Pass-through</source>
   <translation>Weitergabequote</translation>
  </message>
  <message>
   <source>Passed on to sales</source>
   <translation>An den Vertrieb weitergegeben</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Past history</source>
   <translation>Frühere Leads</translation>
  </message>
  <message>
   <source>Past history, loaded from a file</source>
   <translation>Frühere Leads, aus einer Datei eingelesen</translation>
  </message>
  <message>
   <source>Pause calling</source>
   <translation>Anrufe anhalten</translation>
  </message>
  <message>
   <source>Pause calls</source>
   <translation>Anrufe anhalten</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Paused {name}</source>
   <translation>{name} angehalten</translation>
  </message>
  <message>
   <source>Paused: nobody is offered its leads</source>
   <translation>Angehalten: Niemand bekommt ihre Leads</translation>
  </message>
  <message>
   <source>Pennsylvania</source>
   <translation>Pennsylvania</translation>
  </message>
  <message>
   <source>Pennsylvania, public holidays</source>
   <translation>Pennsylvania, Feiertage</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>People are kept for 1 to {most} months.</source>
   <translation>Personen bleiben 1 bis {most} Monate gespeichert.</translation>
  </message>
  <message>
   <source>People like this one often pick up {spans}.</source>
   <translation>Solche Personen nehmen oft ab {spans}.</translation>
  </message>
  <message>
   <source>People of sales</source>
   <translation>Vertriebsteam</translation>
  </message>
  <message>
   <source>People our stand scanned, most run a line</source>
   <translation>Am Stand Gescannte, die meisten leiten eine Linie</translation>
  </message>
  <message>
   <source>People who are known already</source>
   <translation>Wer schon bekannt ist</translation>
  </message>
  <message>
   <source>People: who works when</source>
   <translation>Personen: wer wann arbeitet</translation>
  </message>
  <message>
   <source>Permission</source>
   <translation>Erlaubnis</translation>
  </message>
  <message>
   <source>Person by person</source>
   <translation>Einzeln festlegen</translation>
  </message>
  <message>
   <source>Peru</source>
   <translation>Peru</translation>
  </message>
  <message>
   <source>PgDn</source>
   <comment>key</comment>
   <translation>Bild↓</translation>
  </message>
  <message>
   <source>PgUp</source>
   <comment>key</comment>
   <translation>Bild↑</translation>
  </message>
  <message>
   <source>Philippines</source>
   <translation>Philippinen</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Phone problem</source>
   <translation>Telefonproblem</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <source>Pinned</source>
   <translation>Angeheftet</translation>
  </message>
  <message>
   <source>Pinned by a supervisor</source>
   <translation>Von der Teamleitung angeheftet</translation>
  </message>
  <message numerus="yes">
   <source>Pinned {n:,} leads</source>
   <extracomment>One: Pinned {n} lead</extracomment>
   <translation>
    <numerusform>{n} Lead angeheftet</numerusform>
    <numerusform>{n:,} Leads angeheftet</numerusform>
   </translation>
  </message>
  <message>
   <source>Pinned: first as soon as it may be called.</source>
   <translation>Angeheftet: zuerst, sobald der Anruf erlaubt ist.</translation>
  </message>
  <message>
   <source>Pipedrive leads</source>
   <translation>Pipedrive-Leads</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Place</source>
   <comment>order</comment>
   <translation>Platz</translation>
  </message>
  <message>
   <source>Place</source>
   <comment>where a lead stands</comment>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Place or rule; Enter: why not called</source>
   <translation>Ort oder Regel; Enter: warum</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Orte</translation>
  </message>
  <message>
   <source>Plant director</source>
   <translation>Werksleitung</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>Points a lead needs</source>
   <translation>Punkte, die ein Lead braucht</translation>
  </message>
  <message>
   <source>Points are the qualified conversations that 100 hours of such calls bring, as far as the queue can tell.</source>
   <translation>Punkte sind die qualifizierten Gespräche, die 100 Stunden solcher Anrufe bringen, soweit die Warteschlange das weiß.</translation>
  </message>
  <message>
   <source>Points for {label}</source>
   <translation>Punkte für {label}</translation>
  </message>
  <message>
   <source>Points it needs</source>
   <translation>Nötige Punkte</translation>
  </message>
  <message>
   <source>Points needed</source>
   <translation>Nötige Punkte</translation>
  </message>
  <message>
   <source>Points of these leads</source>
   <translation>Punkte dieser Leads</translation>
  </message>
  <message>
   <source>Points, and what they stand for</source>
   <translation>Punkte und wofür sie stehen</translation>
  </message>
  <message>
   <source>Poland</source>
   <translation>Polen</translation>
  </message>
  <message>
   <source>Polish</source>
   <translation>Polnisch</translation>
  </message>
  <message>
   <source>Polite ways out, at hand all through the call.</source>
   <translation>Höfliche Auswege, während des ganzen Gesprächs griffbereit.</translation>
  </message>
  <message>
   <source>Portugal</source>
   <translation>Portugal</translation>
  </message>
  <message>
   <source>Portuguese</source>
   <translation>Portugiesisch</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>Postleitzahl</translation>
  </message>
  <message>
   <source>Postcodes that begin with</source>
   <translation>Postleitzahlen beginnend mit</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Üben</translation>
  </message>
  <message>
   <source>Practice. Nothing here is real.</source>
   <translation>Übung. Nichts hier ist echt.</translation>
  </message>
  <message>
   <source>Practise calls with people played in text</source>
   <translation>Anrufe üben, mit Personen, die als Text antworten</translation>
  </message>
  <message>
   <source>Practise once more</source>
   <translation>Noch einmal üben</translation>
  </message>
  <message>
   <source>Practise three calls</source>
   <translation>Drei Anrufe üben</translation>
  </message>
  <message>
   <source>Practise three calls without a phone: {practice}.</source>
   <translation>Üben Sie drei Anrufe ohne Telefon: {practice}.</translation>
  </message>
  <message>
   <source>Predicts</source>
   <translation>Sagt vorher</translation>
  </message>
  <message>
   <source>Press a key's button, then the new key; Esc leaves it as it was. In a group of answers 1 to 9 and 0 always choose.</source>
   <translation>Drücken Sie die Schaltfläche einer Taste, dann die neue Taste; Esc lässt alles, wie es war. In einer Gruppe von Antworten wählen 1 bis 9 und 0 immer.</translation>
  </message>
  <message>
   <source>Press the new key</source>
   <translation>Neue Taste drücken</translation>
  </message>
  <message>
   <source>Press the number of their answer, type a few of their words, go on.</source>
   <translation>Drücken Sie die Ziffer der Antwort, tippen Sie ein paar Worte dazu, dann weiter.</translation>
  </message>
  <message>
   <source>Previous missing answer</source>
   <translation>Vorige fehlende Antwort</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Voriger Bereich</translation>
  </message>
  <message>
   <source>Previous question</source>
   <translation>Vorige Frage</translation>
  </message>
  <message>
   <source>Previous tab</source>
   <translation>Voriger Reiter</translation>
  </message>
  <message>
   <source>Previous thing that is missing, or to mend</source>
   <translation>Vorige Stelle, die fehlt oder zu korrigieren ist</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Print a sheet</source>
   <translation>Blatt drucken</translation>
  </message>
  <message>
   <source>Print all keys…</source>
   <translation>Alle Tasten drucken …</translation>
  </message>
  <message>
   <source>Print the brief</source>
   <translation>Steckbrief drucken</translation>
  </message>
  <message>
   <source>Print the report: on the Floor that of today</source>
   <translation>Bericht drucken: auf der Seite Team den von heute</translation>
  </message>
  <message>
   <source>Prior express consent, its evidence kept five years from when it was given and from each use. No calling hours in the law were found.</source>
   <translation>Vorherige ausdrückliche Einwilligung; ihr Nachweis ist fünf Jahre ab Erteilung und ab jeder Verwendung aufzubewahren. Anrufzeiten wurden im Gesetz nicht gefunden.</translation>
  </message>
  <message>
   <source>Prioritization</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Vorrang</translation>
  </message>
  <message>
   <source>Priority {number}, show every part of it</source>
   <translation>Vorrang {number}, alle Teile zeigen</translation>
  </message>
  <message>
   <source>Priority {points:,}, part by part</source>
   <translation>Vorrang {points:,}, Teil für Teil</translation>
  </message>
  <message>
   <source>Priority {points}: {parts}</source>
   <translation>Vorrang {points}: {parts}</translation>
  </message>
  <message>
   <source>Private people: consumers</source>
   <translation>Privat: Verbraucher</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <source>Promised by {caller}</source>
   <translation>Zugesagt von {caller}</translation>
  </message>
  <message>
   <source>Promised for</source>
   <translation>Zugesagt für</translation>
  </message>
  <message>
   <source>Promised for today</source>
   <translation>Für heute zugesagt</translation>
  </message>
  <message>
   <source>Promised for today, {count}</source>
   <translation>Für heute zugesagt, {count}</translation>
  </message>
  <message>
   <source>Promised: {at}.</source>
   <translation>Zugesagt: {at}.</translation>
  </message>
  <message>
   <source>Promised: {promises}</source>
   <translation>Zugesagt: {promises}</translation>
  </message>
  <message>
   <source>Protects: {whom}</source>
   <translation>Schützt: {whom}</translation>
  </message>
  <message>
   <source>Public holidays</source>
   <translation>Feiertage</translation>
  </message>
  <message>
   <source>Public holidays are known until the end of {year} only.</source>
   <translation>Feiertage sind nur bis Ende {year} bekannt.</translation>
  </message>
  <message>
   <source>Public holidays closed</source>
   <translation>Feiertage geschlossen</translation>
  </message>
  <message>
   <source>Public holidays of</source>
   <translation>Feiertage von</translation>
  </message>
  <message>
   <source>Purposes, sources, grounds, recipients and terms of all campaigns, as PDF or workbook. What the program cannot know stands in brackets.</source>
   <translation>Zwecke, Quellen, Rechtsgrundlagen, Empfänger und Fristen aller Kampagnen, als PDF oder Arbeitsmappe. Was das Programm nicht wissen kann, steht in Klammern.</translation>
  </message>
  <message>
   <source>Put a backup back</source>
   <translation>Eine Sicherung zurückspielen</translation>
  </message>
  <message>
   <source>Put a question about the list of {name} back</source>
   <translation>Frage zur Liste von {name} wiederhergestellt</translation>
  </message>
  <message>
   <source>Put all that the queue believes back as it was shipped</source>
   <translation>Alle Annahmen der Warteschlange auf den Lieferstand gesetzt</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Wieder aufnehmen</translation>
  </message>
  <message>
   <source>Put first by</source>
   <translation>Nach vorn gestellt von</translation>
  </message>
  <message>
   <source>Put giveaways last in {name}</source>
   <translation>Give-aways bei {name} ans Ende gesetzt</translation>
  </message>
  <message>
   <source>Put it in</source>
   <translation>Einsetzen</translation>
  </message>
  <message>
   <source>Put it in place</source>
   <translation>Zurückspielen</translation>
  </message>
  <message>
   <source>Put schedule {name} of a report back</source>
   <translation>Zeitplan {name} eines Berichts wiederhergestellt</translation>
  </message>
  <message>
   <source>Put the limits of each caller back</source>
   <translation>Grenzen aller Caller zurückgesetzt</translation>
  </message>
  <message>
   <source>Put the limits of {name} back</source>
   <translation>Grenzen von {name} zurückgesetzt</translation>
  </message>
  <message>
   <source>Put this backup in place</source>
   <translation>Diese Sicherung zurückspielen</translation>
  </message>
  <message>
   <source>Put through on the line</source>
   <translation>Im Gespräch durchgestellt</translation>
  </message>
  <message>
   <source>Put version {version} of the definition {name} in force</source>
   <translation>Version {version} der Definition {name} in Kraft gesetzt</translation>
  </message>
  <message>
   <source>Put version {version} of the script {name} to use</source>
   <translation>Version {version} des Leitfadens {name} in Gebrauch genommen</translation>
  </message>
  <message>
   <source>Put what the queue believes of {name} back as it was shipped</source>
   <translation>Annahme der Warteschlange zu {name} auf den Lieferstand gesetzt</translation>
  </message>
  <message>
   <source>Qualification rate</source>
   <translation>Qualifizierungsquote</translation>
  </message>
  <message>
   <source>Qualified</source>
   <translation>Qualifiziert</translation>
  </message>
  <message>
   <source>Qualified as “{tier_label}”.</source>
   <translation>Qualifiziert als „{tier_label}“.</translation>
  </message>
  <message numerus="yes">
   <source>Qualified as “{tier}”, with {points}; {n} are needed.</source>
   <extracomment>One: Qualified as “{tier}”, with {points}; {n} is needed.</extracomment>
   <translation>
    <numerusform>Qualifiziert als „{tier}“: {points}, nötig ist {n}.</numerusform>
    <numerusform>Qualifiziert als „{tier}“: {points}, nötig sind {n}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Qualified lead</source>
   <translation>Qualifizierter Lead</translation>
  </message>
  <message>
   <source>Qualified leads go to {receiver}</source>
   <translation>Qualifizierte Leads gehen an {receiver}</translation>
  </message>
  <message numerus="yes">
   <source>Qualified needs {n} more answers. Ask first: {question}</source>
   <extracomment>One: Qualified needs one more answer. Ask: {question}</extracomment>
   <translation>
    <numerusform>„Qualifiziert“ braucht noch eine Antwort. Fragen Sie: {question}</numerusform>
    <numerusform>„Qualifiziert“ braucht noch {n} Antworten. Fragen Sie zuerst: {question}</numerusform>
   </translation>
  </message>
  <message>
   <source>Qualified of reached</source>
   <translation>Qualifiziert von erreichten</translation>
  </message>
  <message>
   <source>Qualified, not handed over yet</source>
   <comment>what became of a row</comment>
   <translation>Qualifiziert, noch nicht übergeben</translation>
  </message>
  <message>
   <source>Qualified, waiting for hand-off</source>
   <translation>Qualifiziert, wartet auf Übergabe</translation>
  </message>
  <message>
   <source>Qualified, whatever became of it at sales</source>
   <translation>Qualifiziert, was immer der Vertrieb daraus machte</translation>
  </message>
  <message>
   <source>Qualifies</source>
   <comment>people who pick up</comment>
   <translation>Qualifiziert sich</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Question for mails {number}</source>
   <translation>Frage zu E-Mails {number}</translation>
  </message>
  <message>
   <source>Question of the script</source>
   <translation>Frage des Leitfadens</translation>
  </message>
  <message>
   <source>Question {place} of {questions}</source>
   <translation>Frage {place} von {questions}</translation>
  </message>
  <message>
   <source>Question “{question}”</source>
   <translation>Frage „{question}“</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Questions nobody asks</source>
   <translation>Fragen, die niemand stellt</translation>
  </message>
  <message>
   <source>Questions to whoever gave us the list</source>
   <translation>Fragen an den, von dem wir die Liste haben</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Warteschlange</translation>
  </message>
  <message>
   <source>Queue: give the lead to a caller</source>
   <translation>Warteschlange: Lead einem Caller geben</translation>
  </message>
  <message>
   <source>Queue: keep the lead out with a reason, or let it in</source>
   <translation>Warteschlange: Lead mit Grund zurückhalten oder wieder zulassen</translation>
  </message>
  <message>
   <source>Queue: pin the lead, or unpin it</source>
   <translation>Warteschlange: Lead anheften oder lösen</translation>
  </message>
  <message>
   <source>Queue: take the lead to your desk</source>
   <translation>Warteschlange: Lead an den eigenen Arbeitsplatz holen</translation>
  </message>
  <message>
   <source>Queue: weights and shares of the campaigns</source>
   <translation>Warteschlange: Gewichte und Anteile der Kampagnen</translation>
  </message>
  <message>
   <source>Quotes are not closed here, or a character cannot be read. Words over several lines need three quotes at both ends.</source>
   <translation>Hier fehlt ein schließendes Anführungszeichen, oder ein Zeichen ist nicht lesbar. Text über mehrere Zeilen braucht drei Anführungszeichen an beiden Enden.</translation>
  </message>
  <message>
   <source>Quotes are not closed. Close them where the words end.</source>
   <translation>Anführungszeichen sind nicht geschlossen. Schließen Sie sie am Ende des Textes.</translation>
  </message>
  <message>
   <source>Q{quarter} {year}</source>
   <translation>Q{quarter} {year}</translation>
  </message>
  <message>
   <source>Ranked last.</source>
   <translation>Kommt zuletzt.</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Quote</translation>
  </message>
  <message>
   <source>Reached</source>
   <translation>Erreicht</translation>
  </message>
  <message>
   <source>Reached, with a verdict</source>
   <translation>Erreicht, mit Urteil</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Read</source>
   <comment>a lead with sales</comment>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Read a file of a CRM, {name}. Won: {won:,}, lost: {lost:,}</source>
   <translation>Datei eines CRM eingelesen, {name}. Gewonnen: {won:,}, verloren: {lost:,}</translation>
  </message>
  <message>
   <source>Read aloud</source>
   <translation>Vorlesen</translation>
  </message>
  <message>
   <source>Read aloud it takes {time}.</source>
   <translation>Vorgelesen dauert er {time}.</translation>
  </message>
  <message>
   <source>Read aloud only</source>
   <translation>Nur vorlesen</translation>
  </message>
  <message>
   <source>Read aloud: {say}</source>
   <translation>Vorlesen: {say}</translation>
  </message>
  <message>
   <source>Read an answer about 1 lead of {name}</source>
   <translation>Antwort zu 1 Lead von {name} eingelesen</translation>
  </message>
  <message>
   <source>Read answers about {leads:,} leads of {name}</source>
   <translation>Antworten zu {leads:,} Leads von {name} eingelesen</translation>
  </message>
  <message>
   <source>Read answers from sales…</source>
   <translation>Antworten des Vertriebs einlesen …</translation>
  </message>
  <message>
   <source>Read as +{code}: the plus sign was missing. Check it.</source>
   <translation>Als +{code} gelesen: Das Pluszeichen fehlte. Bitte prüfen.</translation>
  </message>
  <message>
   <source>Read as the last list from this source</source>
   <translation>Gelesen wie die letzte Liste dieser Herkunft</translation>
  </message>
  <message>
   <source>Read as {code}.</source>
   <translation>Gelesen als {code}.</translation>
  </message>
  <message>
   <source>Read as {says}</source>
   <translation>Gelesen als {says}</translation>
  </message>
  <message>
   <source>Read by</source>
   <translation>Gelesen von</translation>
  </message>
  <message>
   <source>Read in {language}</source>
   <translation>Auf {language} lesen</translation>
  </message>
  <message>
   <source>Read it and do it by hand: it is no whole call.</source>
   <translation>Lesen und von Hand erledigen: Es ist kein vollständiger Anruf.</translation>
  </message>
  <message>
   <source>Read it as it stands: these words are kept with their yes.</source>
   <translation>Lesen Sie es wörtlich vor: Dieser Wortlaut bleibt mit dem Ja gespeichert.</translation>
  </message>
  <message>
   <source>Read more</source>
   <translation>Mehr lesen</translation>
  </message>
  <message>
   <source>Read on</source>
   <translation>Gelesen am</translation>
  </message>
  <message>
   <source>Read the calling rules</source>
   <translation>Anrufregeln lesen</translation>
  </message>
  <message>
   <source>Read the card</source>
   <translation>Karte lesen</translation>
  </message>
  <message>
   <source>Read the words on the card aloud, then listen.</source>
   <translation>Lesen Sie die Worte auf der Karte vor, dann hören Sie zu.</translation>
  </message>
  <message>
   <source>Read what can be read</source>
   <translation>Lesen, was lesbar ist</translation>
  </message>
  <message>
   <source>Read what is known of {name}</source>
   <translation>Gelesen, was über {name} bekannt ist</translation>
  </message>
  <message>
   <source>Read what sales sends back here: the answer sheet, the form, or their CRM's export.</source>
   <translation>Lesen Sie hier ein, was der Vertrieb schickt: Antwortblatt, Formular oder CRM-Export.</translation>
  </message>
  <message>
   <source>Read who they are and why they are on the list. Then dial. No phone rings.</source>
   <translation>Lesen Sie, wer es ist und warum auf der Liste. Dann wählen Sie. Kein Telefon klingelt.</translation>
  </message>
  <message>
   <source>Read with the day first. For the other order write {other}.</source>
   <translation>Mit dem Tag zuerst gelesen. Für die andere Reihenfolge schreiben Sie {other}.</translation>
  </message>
  <message>
   <source>Read with the month first. For the other order write {other}.</source>
   <translation>Mit dem Monat zuerst gelesen. Für die andere Reihenfolge schreiben Sie {other}.</translation>
  </message>
  <message>
   <source>Read {at}</source>
   <translation>Gelesen {at}</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>Wird gelesen</translation>
  </message>
  <message>
   <source>Reading the file</source>
   <translation>Datei wird gelesen</translation>
  </message>
  <message>
   <source>Reading time {time}.</source>
   <translation>Lesezeit {time}.</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>{file} wird gelesen</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Ready to dial</source>
   <translation>Bereit zum Wählen</translation>
  </message>
  <message>
   <source>Real need</source>
   <translation>Echter Bedarf</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reason {number} to send a lead back</source>
   <translation>Grund {number} für eine Rückgabe</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Gründe</translation>
  </message>
  <message>
   <source>Recall a batch</source>
   <translation>Paket zurückrufen</translation>
  </message>
  <message>
   <source>Recall batch {number}</source>
   <translation>Paket {number} zurückrufen</translation>
  </message>
  <message>
   <source>Recall the batch</source>
   <translation>Paket zurückrufen</translation>
  </message>
  <message>
   <source>Recalled</source>
   <translation>Zurückgerufen</translation>
  </message>
  <message>
   <source>Recalled by us</source>
   <translation>Von uns zurückgerufen</translation>
  </message>
  <message>
   <source>Recalled {name}. 1 lead came back</source>
   <translation>{name} zurückgerufen. 1 Lead kam zurück</translation>
  </message>
  <message>
   <source>Recalled {name}. {leads:,} leads came back</source>
   <translation>{name} zurückgerufen. {leads:,} Leads kamen zurück</translation>
  </message>
  <message>
   <source>Recalled: {because}</source>
   <translation>Zurückgerufen: {because}</translation>
  </message>
  <message>
   <source>Recall…</source>
   <translation>Zurückrufen …</translation>
  </message>
  <message>
   <source>Reception: back after three</source>
   <translation>Empfang: nach drei wieder da</translation>
  </message>
  <message>
   <source>Record of processing</source>
   <translation>Verzeichnis von Verarbeitungstätigkeiten</translation>
  </message>
  <message>
   <source>Redo what was undone</source>
   <translation>Rückgängig Gemachtes wiederholen</translation>
  </message>
  <message>
   <source>Referral</source>
   <translation>Empfehlung</translation>
  </message>
  <message>
   <source>Referral</source>
   <comment>source</comment>
   <translation>Empfehlung</translation>
  </message>
  <message>
   <source>Referral, not called yet</source>
   <translation>Empfehlung, noch nicht angerufen</translation>
  </message>
  <message>
   <source>Referrals are for: {known}. “{how}” is none of them.</source>
   <translation>Empfehlungen sind für: {known}. „{how}“ gehört nicht dazu.</translation>
  </message>
  <message>
   <source>Referred by {names}.</source>
   <translation>Empfohlen von {names}.</translation>
  </message>
  <message>
   <source>Referred by {name}</source>
   <translation>Empfohlen von {name}</translation>
  </message>
  <message>
   <source>Refresh</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Refunded or cancelled</source>
   <translation>Erstattet oder storniert</translation>
  </message>
  <message>
   <source>Registered</source>
   <translation>Angemeldet</translation>
  </message>
  <message>
   <source>Registered for a webinar and did not come</source>
   <translation>Zum Webinar angemeldet und nicht erschienen</translation>
  </message>
  <message>
   <source>Registered, did not attend</source>
   <translation>Angemeldet, nicht teilgenommen</translation>
  </message>
  <message>
   <source>Registered, not known to have come</source>
   <translation>Angemeldet, Teilnahme unbekannt</translation>
  </message>
  <message>
   <source>Remember these columns</source>
   <translation>Diese Spalten merken</translation>
  </message>
  <message>
   <source>Remind me</source>
   <translation>Erinnern</translation>
  </message>
  <message>
   <source>Remind sales</source>
   <translation>Vertrieb erinnern</translation>
  </message>
  <message>
   <source>Remind sales of batch {number}</source>
   <translation>Vertrieb an Paket {number} erinnern</translation>
  </message>
  <message>
   <source>Remind them</source>
   <translation>Erinnern</translation>
  </message>
  <message>
   <source>Remind {name}: {batch}, {leads} wait, answers by {day}.</source>
   <translation>{name} erinnern: {batch}, {leads} offen, Antwort bis {day}.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove answer {number}, {answer}</source>
   <translation>Antwort {number} entfernen, {answer}</translation>
  </message>
  <message>
   <source>Remove case {number}, {label}</source>
   <translation>Fall {number} entfernen, {label}</translation>
  </message>
  <message>
   <source>Remove from the list</source>
   <translation>Aus der Liste entfernen</translation>
  </message>
  <message>
   <source>Remove it, or check its spelling.</source>
   <translation>Entfernen Sie ihn oder prüfen Sie die Schreibweise.</translation>
  </message>
  <message>
   <source>Remove side case {number}, {label}</source>
   <translation>Nebenfall {number} entfernen, {label}</translation>
  </message>
  <message>
   <source>Remove the rule on {question}</source>
   <translation>Die Regel zu {question} entfernen</translation>
  </message>
  <message>
   <source>Remove this</source>
   <translation>Das entfernen</translation>
  </message>
  <message>
   <source>Remove this answer</source>
   <translation>Diese Antwort entfernen</translation>
  </message>
  <message>
   <source>Remove this group</source>
   <translation>Diese Gruppe entfernen</translation>
  </message>
  <message>
   <source>Remove this language</source>
   <translation>Diese Sprache entfernen</translation>
  </message>
  <message>
   <source>Remove this question</source>
   <translation>Diese Frage entfernen</translation>
  </message>
  <message>
   <source>Remove {language}</source>
   <translation>{language} entfernen</translation>
  </message>
  <message>
   <source>Removed schedule {name} of a report</source>
   <translation>Zeitplan {name} eines Berichts entfernt</translation>
  </message>
  <message>
   <source>Removed the table {name} for a CRM</source>
   <translation>Tabelle {name} für ein CRM entfernt</translation>
  </message>
  <message>
   <source>Removed {name} from the list of people</source>
   <translation>{name} aus der Liste der Personen entfernt</translation>
  </message>
  <message>
   <source>Removing</source>
   <translation>Wird entfernt</translation>
  </message>
  <message>
   <source>Replace them</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Report: all campaigns</source>
   <translation>Bericht: alle Kampagnen</translation>
  </message>
  <message>
   <source>Report: save it as a workbook</source>
   <translation>Bericht: als Arbeitsmappe speichern</translation>
  </message>
  <message>
   <source>Report: {campaign}</source>
   <translation>Bericht: {campaign}</translation>
  </message>
  <message>
   <source>Reported under</source>
   <translation>Wird berichtet unter</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Berichte</translation>
  </message>
  <message>
   <source>Reports of faults</source>
   <translation>Fehlerberichte</translation>
  </message>
  <message>
   <source>Reports sort by these. Who qualifies is said by the definition alone.</source>
   <translation>Berichte ordnen danach. Wer sich qualifiziert, sagt allein die Definition.</translation>
  </message>
  <message>
   <source>Reports that are made by themselves</source>
   <translation>Berichte, die von selbst entstehen</translation>
  </message>
  <message>
   <source>Reports: a day, a week, the campaign</source>
   <translation>Berichte: ein Tag, eine Woche, die Kampagne</translation>
  </message>
  <message>
   <source>Reports: of a day, a week, a campaign</source>
   <translation>Berichte: von einem Tag, einer Woche, einer Kampagne</translation>
  </message>
  <message>
   <source>Research</source>
   <translation>Nachforschung</translation>
  </message>
  <message>
   <source>Research</source>
   <comment>source</comment>
   <translation>Recherche</translation>
  </message>
  <message>
   <source>Research needed</source>
   <translation>Nachforschung nötig</translation>
  </message>
  <message>
   <source>Research takes one of: {known}.</source>
   <translation>Nachforschung dauert eine von diesen Zeiten: {known}.</translation>
  </message>
  <message>
   <source>Responding to</source>
   <translation>Reaktion auf</translation>
  </message>
  <message>
   <source>Rests on</source>
   <translation>Grundlage</translation>
  </message>
  <message>
   <source>Rests on a track until a day</source>
   <translation>Ruht im Nurturing bis zu einem Tag</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Resume calling</source>
   <translation>Anrufe fortsetzen</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Überprüfung</translation>
  </message>
  <message>
   <source>Review</source>
   <comment>a dispute</comment>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Review a dispute</source>
   <translation>Beanstandung prüfen</translation>
  </message>
  <message>
   <source>Reviewed: it stands.</source>
   <translation>Geprüft: Die Antwort gilt.</translation>
  </message>
  <message>
   <source>Reviewed: the answer is changed.</source>
   <translation>Geprüft: Die Antwort ist geändert.</translation>
  </message>
  <message>
   <source>Rhode Island</source>
   <translation>Rhode Island</translation>
  </message>
  <message>
   <source>Right person, no need yet</source>
   <translation>Richtige Person, noch kein Bedarf</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Funktion</translation>
  </message>
  <message>
   <source>Role</source>
   <comment>in the team</comment>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>Romania</source>
   <translation>Rumänien</translation>
  </message>
  <message>
   <source>Romanian</source>
   <translation>Rumänisch</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>Runde</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Row or lead</source>
   <translation>Zeile oder Lead</translation>
  </message>
  <message>
   <source>Row with the headings</source>
   <translation>Zeile mit den Überschriften</translation>
  </message>
  <message>
   <source>Row {number:,} has {cells:,} columns, more than any list. Is this the right file?</source>
   <translation>Zeile {number:,} hat {cells:,} Spalten, mehr als jede Liste. Ist das die richtige Datei?</translation>
  </message>
  <message>
   <source>Row {number:,} of this sheet holds over a million characters. Remove it, and load the list again.</source>
   <translation>Zeile {number:,} dieses Blatts enthält über eine Million Zeichen. Entfernen Sie sie und lesen Sie die Liste noch einmal ein.</translation>
  </message>
  <message>
   <source>Row {number}: a touchpoint needs a kind ({kinds}) and what it says.</source>
   <translation>Zeile {number}: Ein Kontaktpunkt braucht eine Art ({kinds}) und was er besagt.</translation>
  </message>
  <message>
   <source>Row {number}: a window is a pair of times with a zone, when it opens and closes.</source>
   <translation>Zeile {number}: Eine Frist besteht aus zwei Zeiten mit Zeitzone, Beginn und Ende.</translation>
  </message>
  <message>
   <source>Row {number}: there is no column called “{heading}”.</source>
   <translation>Zeile {number}: Eine Spalte „{heading}“ gibt es nicht.</translation>
  </message>
  <message>
   <source>Row {number}: {says}</source>
   <translation>Zeile {number}: {says}</translation>
  </message>
  <message>
   <source>Row {rows} is another table and is not loaded.</source>
   <translation>Zeile {rows} ist eine andere Tabelle und wird nicht eingelesen.</translation>
  </message>
  <message>
   <source>Row {rows} is the headings again and is not loaded.</source>
   <translation>Zeile {rows} wiederholt die Überschriften und wird nicht eingelesen.</translation>
  </message>
  <message>
   <source>Row {rows} stands above the table and is not loaded.</source>
   <translation>Zeile {rows} steht über der Tabelle und wird nicht eingelesen.</translation>
  </message>
  <message>
   <source>Row {rows} stands below the table and is not loaded.</source>
   <translation>Zeile {rows} steht unter der Tabelle und wird nicht eingelesen.</translation>
  </message>
  <message>
   <source>Row {row}</source>
   <translation>Zeile {row}</translation>
  </message>
  <message>
   <source>Row {row} holds the headings.</source>
   <translation>Zeile {row} hat die Überschriften.</translation>
  </message>
  <message>
   <source>Row {row} looks like the header.</source>
   <translation>Zeile {row} sieht nach den Überschriften aus.</translation>
  </message>
  <message>
   <source>Row {row}, {name}</source>
   <translation>Zeile {row}, {name}</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Rows are counted from 1; a header row of 0 means that there is none.</source>
   <translation>Zeilen zählen ab 1; Kopfzeile 0 heißt, es gibt keine.</translation>
  </message>
  <message>
   <source>Rows are named by their number in the file. Look whether the file has changed.</source>
   <translation>Zeilen werden nach ihrer Nummer in der Datei benannt. Prüfen Sie, ob sich die Datei geändert hat.</translation>
  </message>
  <message>
   <source>Rows left out</source>
   <translation>Ausgelassene Zeilen</translation>
  </message>
  <message>
   <source>Rows of a file are counted from 1.</source>
   <translation>Zeilen einer Datei zählen ab 1.</translation>
  </message>
  <message>
   <source>Rows of a sheet</source>
   <translation>Zeilen eines Blatts</translation>
  </message>
  <message>
   <source>Rows of the source refer to rows that are not there. Nothing was moved.</source>
   <translation>Zeilen der Quelle verweisen auf Zeilen, die es nicht gibt. Nichts wurde umgezogen.</translation>
  </message>
  <message>
   <source>Rows that are not there</source>
   <translation>Zeilen, die es nicht gibt</translation>
  </message>
  <message>
   <source>Rows that could not be read and are not named here: {rows}.</source>
   <translation>Zeilen, die nicht lesbar waren und hier nicht genannt sind: {rows}.</translation>
  </message>
  <message>
   <source>Rows to look at</source>
   <translation>Zeilen zum Ansehen</translation>
  </message>
  <message>
   <source>Rows {rows} and {more} more are another table and are not loaded.</source>
   <translation>Die Zeilen {rows} und {more} weitere sind eine andere Tabelle und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} and {more} more are the headings again and not loaded.</source>
   <translation>Die Zeilen {rows} und {more} weitere wiederholen die Überschriften und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} and {more} more stand above the table and are not loaded.</source>
   <translation>Die Zeilen {rows} und {more} weitere stehen über der Tabelle und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} and {more} more stand below the table and are not loaded.</source>
   <translation>Die Zeilen {rows} und {more} weitere stehen unter der Tabelle und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} are another table and are not loaded.</source>
   <translation>Die Zeilen {rows} sind eine andere Tabelle und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} are the headings again and not loaded.</source>
   <translation>Die Zeilen {rows} wiederholen die Überschriften und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} stand above the table and are not loaded.</source>
   <translation>Die Zeilen {rows} stehen über der Tabelle und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows {rows} stand below the table and are not loaded.</source>
   <translation>Die Zeilen {rows} stehen unter der Tabelle und werden nicht eingelesen.</translation>
  </message>
  <message>
   <source>Rows, before and after</source>
   <translation>Zeilen, vorher und nachher</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Rule by an answer</source>
   <translation>Regel nach Antwort</translation>
  </message>
  <message>
   <source>Rule by region</source>
   <translation>Regel nach Region</translation>
  </message>
  <message>
   <source>Rule: {rule}</source>
   <translation>Regel: {rule}</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Regeln</translation>
  </message>
  <message>
   <source>Rules a lead out</source>
   <translation>Schließt einen Lead aus</translation>
  </message>
  <message>
   <source>Rules a lead out when</source>
   <translation>Schließt einen Lead aus, wenn</translation>
  </message>
  <message>
   <source>Rules for rows</source>
   <translation>Regeln für Zeilen</translation>
  </message>
  <message>
   <source>Rules on who gets leads</source>
   <translation>Regeln, wer Leads bekommt</translation>
  </message>
  <message>
   <source>Rules out</source>
   <translation>Schließt aus</translation>
  </message>
  <message>
   <source>Rules out: {answers}.</source>
   <translation>Schließt aus: {answers}.</translation>
  </message>
  <message>
   <source>Runs the company</source>
   <translation>Leitet das Unternehmen</translation>
  </message>
  <message>
   <source>Russia</source>
   <translation>Russland</translation>
  </message>
  <message>
   <source>Russian</source>
   <translation>Russisch</translation>
  </message>
  <message>
   <source>STARTTLS</source>
   <translation>STARTTLS</translation>
  </message>
  <message>
   <source>Said by</source>
   <translation>Gesagt von</translation>
  </message>
  <message>
   <source>Said no in the list</source>
   <translation>In der Liste abgelehnt</translation>
  </message>
  <message>
   <source>Said on</source>
   <translation>Gesagt am</translation>
  </message>
  <message>
   <source>Said that a no is kept for ever</source>
   <translation>Gesagt, dass ein Nein für immer bleibt</translation>
  </message>
  <message>
   <source>Said that a no is kept for {days:,} days</source>
   <translation>Gesagt, dass ein Nein {days:,} Tage lang bleibt</translation>
  </message>
  <message>
   <source>Said that people are kept for {months:,} months after the last contact</source>
   <translation>Festgelegt, dass Personen {months:,} Monate nach dem letzten Kontakt gespeichert bleiben</translation>
  </message>
  <message>
   <source>Said that {name} is away from {first}</source>
   <translation>Gesagt, dass {name} ab {first} abwesend ist</translation>
  </message>
  <message>
   <source>Said that {name} is not away any more</source>
   <translation>Gesagt, dass {name} nicht mehr abwesend ist</translation>
  </message>
  <message>
   <source>Said to be in at another time</source>
   <translation>Soll zu anderer Zeit da sein</translation>
  </message>
  <message>
   <source>Said to be in now</source>
   <translation>Soll jetzt da sein</translation>
  </message>
  <message>
   <source>Said what the people of the list {name} are to the law: {audience}</source>
   <translation>Gesagt, was Personen der Liste {name} vor dem Gesetz sind: {audience}</translation>
  </message>
  <message>
   <source>Said what the people of {name} are to the law: {audience}</source>
   <translation>Gesagt, was Personen von {name} vor dem Gesetz sind: {audience}</translation>
  </message>
  <message>
   <source>Said who decides what in {name}</source>
   <translation>Gesagt, wer bei {name} was entscheidet</translation>
  </message>
  <message>
   <source>Said yes to mails</source>
   <translation>Mails zugestimmt</translation>
  </message>
  <message>
   <source>Said yes to mails on {day}</source>
   <translation>Hat E-Mails zugestimmt am {day}</translation>
  </message>
  <message>
   <source>Said yes to mails to {address} on {day}</source>
   <translation>Hat E-Mails an {address} zugestimmt am {day}</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Vertrieb</translation>
  </message>
  <message>
   <source>Sales alone</source>
   <translation>Nur der Vertrieb</translation>
  </message>
  <message>
   <source>Sales already said “{before}” of {name}.</source>
   <translation>Der Vertrieb hat zu {name} schon „{before}“ gesagt.</translation>
  </message>
  <message>
   <source>Sales already sent it back: {reason} ({name}).</source>
   <translation>Der Vertrieb hat ihn schon zurückgegeben: {reason} ({name}).</translation>
  </message>
  <message>
   <source>Sales already took this lead ({name}).</source>
   <translation>Der Vertrieb hat diesen Lead schon angenommen ({name}).</translation>
  </message>
  <message>
   <source>Sales answers within</source>
   <translation>Antwortfrist des Vertriebs</translation>
  </message>
  <message>
   <source>Sales did not answer</source>
   <translation>Der Vertrieb hat nicht geantwortet</translation>
  </message>
  <message>
   <source>Sales gives one of these with a key, 1 to 5, when it sends a lead back.</source>
   <translation>Einen davon wählt der Vertrieb mit den Tasten 1 bis 5, wenn er einen Lead zurückgibt.</translation>
  </message>
  <message>
   <source>Sales has answered about all of them.</source>
   <translation>Der Vertrieb hat zu allen geantwortet.</translation>
  </message>
  <message>
   <source>Sales has answered no lead here yet. Why leads come back will stand here.</source>
   <translation>Der Vertrieb hat sich hier noch zu keinem Lead geäußert. Warum Leads zurückkommen, steht dann hier.</translation>
  </message>
  <message>
   <source>Sales has answered nothing yet that a definition could be held against.</source>
   <translation>Der Vertrieb hat noch nichts beantwortet, woran sich eine Definition messen ließe.</translation>
  </message>
  <message>
   <source>Sales has files about them: {batches}. Tell sales.</source>
   <translation>Der Vertrieb hat Dateien dazu: {batches}. Sagen Sie dem Vertrieb Bescheid.</translation>
  </message>
  <message>
   <source>Sales has not answered about {name}</source>
   <translation>Der Vertrieb hat zu {name} nicht geantwortet</translation>
  </message>
  <message>
   <source>Sales has not answered about {name}, so nothing can be disputed.</source>
   <translation>Der Vertrieb hat zu {name} noch nicht geantwortet. Es gibt nichts zu beanstanden.</translation>
  </message>
  <message>
   <source>Sales has not sent {name} back. Nothing was changed.</source>
   <translation>Der Vertrieb hat {name} nicht zurückgegeben. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Sales has taken none of them so far.</source>
   <translation>Der Vertrieb hat bisher keinen davon angenommen.</translation>
  </message>
  <message>
   <source>Sales has this lead now.</source>
   <translation>Der Lead ist jetzt beim Vertrieb.</translation>
  </message>
  <message>
   <source>Sales has this lead now. Leave a message, or give them the number.</source>
   <translation>Der Lead ist jetzt beim Vertrieb. Hinterlassen Sie eine Nachricht oder nennen Sie die Nummer.</translation>
  </message>
  <message>
   <source>Sales is being told</source>
   <translation>Der Vertrieb wird informiert</translation>
  </message>
  <message>
   <source>Sales sent back {name}: {reason}</source>
   <translation>Der Vertrieb gab {name} zurück: {reason}</translation>
  </message>
  <message>
   <source>Sales sent back {name}: {reason}.</source>
   <translation>Der Vertrieb gab {name} zurück: {reason}.</translation>
  </message>
  <message>
   <source>Sales sent this lead back: {why}</source>
   <translation>Der Vertrieb hat diesen Lead zurückgegeben: {why}</translation>
  </message>
  <message>
   <source>Sales settled no lead in this period.</source>
   <translation>Der Vertrieb hat in diesem Zeitraum über keinen Lead entschieden.</translation>
  </message>
  <message>
   <source>Sales takes more of those without it.</source>
   <translation>Ohne es mehr Annahmen.</translation>
  </message>
  <message>
   <source>Sales took</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Sales took {name}</source>
   <translation>Der Vertrieb nahm {name} an</translation>
  </message>
  <message>
   <source>Sales took {taken:,} of {of:,} so far</source>
   <translation>Vertrieb nahm bisher {taken:,} von {of:,}</translation>
  </message>
  <message>
   <source>Sales took {taken:,} of {of:,} so far, {share:.0%}</source>
   <translation>Vertrieb nahm bisher {taken:,} von {of:,}, {share:.0%}</translation>
  </message>
  <message>
   <source>Sales took: with it, without it</source>
   <translation>Angenommen: mit, ohne</translation>
  </message>
  <message>
   <source>Sales' version</source>
   <translation>Version des Vertriebs</translation>
  </message>
  <message>
   <source>Salesforce leads</source>
   <translation>Salesforce-Leads</translation>
  </message>
  <message>
   <source>Salespeople get a mail with their leads when a batch leaves.</source>
   <translation>Der Vertrieb bekommt eine E-Mail mit seinen Leads, wenn ein Paket übergeben wird.</translation>
  </message>
  <message>
   <source>Salesperson</source>
   <translation>Vertrieb</translation>
  </message>
  <message>
   <source>Same name, {common}.</source>
   <translation>Gleicher Name, {common}.</translation>
  </message>
  <message>
   <source>Same person as another row</source>
   <comment>what became of a row</comment>
   <translation>Dieselbe Person wie in einer anderen Zeile</translation>
  </message>
  <message>
   <source>Same person as another row</source>
   <comment>where a lead stands</comment>
   <translation>Doppelte Zeile</translation>
  </message>
  <message>
   <source>Same person in several rows</source>
   <translation>Dieselbe Person in mehreren Zeilen</translation>
  </message>
  <message>
   <source>Same person twice</source>
   <translation>Dieselbe Person zweimal</translation>
  </message>
  <message>
   <source>Same time as you</source>
   <translation>Gleiche Uhrzeit wie bei Ihnen</translation>
  </message>
  <message>
   <source>Sample. Nothing here is real.</source>
   <translation>Beispiel. Nichts hier ist echt.</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>Sa</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>Samstag</translation>
  </message>
  <message>
   <source>Saturdays</source>
   <translation>samstags</translation>
  </message>
  <message>
   <source>Saudi Arabia</source>
   <translation>Saudi-Arabien</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save again</source>
   <translation>Noch einmal speichern</translation>
  </message>
  <message>
   <source>Save as JSON…</source>
   <translation>Als JSON speichern …</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Als PDF speichern …</translation>
  </message>
  <message>
   <source>Save as a workbook</source>
   <translation>Als Arbeitsmappe</translation>
  </message>
  <message>
   <source>Save it, and see how it went.</source>
   <translation>Speichern Sie und sehen Sie, wie es lief.</translation>
  </message>
  <message>
   <source>Save problem rows…</source>
   <translation>Problemzeilen speichern …</translation>
  </message>
  <message>
   <source>Save the answers</source>
   <translation>Antworten speichern</translation>
  </message>
  <message>
   <source>Save the file…</source>
   <translation>Datei speichern …</translation>
  </message>
  <message>
   <source>Save the mails as files…</source>
   <translation>E-Mails als Dateien sichern …</translation>
  </message>
  <message>
   <source>Save the problem rows</source>
   <translation>Problemzeilen speichern</translation>
  </message>
  <message>
   <source>Save the record…</source>
   <translation>Verzeichnis speichern …</translation>
  </message>
  <message>
   <source>Save the template…</source>
   <translation>Vorlage speichern …</translation>
  </message>
  <message>
   <source>Save, next lead</source>
   <translation>Speichern, nächster Lead</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>Saved as you type. {undo} takes it back.</source>
   <translation>Wird beim Tippen gespeichert. {undo} nimmt es zurück.</translation>
  </message>
  <message>
   <source>Saved as {file}.</source>
   <translation>Gespeichert als {file}.</translation>
  </message>
  <message numerus="yes">
   <source>Saved here. It goes to the team when the line is back: {n:,} saves wait.</source>
   <extracomment>One: Saved here. It goes to the team when the line is back: {n} save waits.</extracomment>
   <translation>
    <numerusform>Hier gespeichert. Geht an das Team, sobald die Verbindung wieder da ist: {n} Eintrag wartet.</numerusform>
    <numerusform>Hier gespeichert. Geht an das Team, sobald die Verbindung wieder da ist: {n:,} Einträge warten.</numerusform>
   </translation>
  </message>
  <message>
   <source>Saved late</source>
   <translation>Verspätet gespeichert</translation>
  </message>
  <message>
   <source>Saved {now:%H:%M}</source>
   <translation>Gespeichert {now:%H:%M}</translation>
  </message>
  <message>
   <source>Saved. Your next lead comes when you stop typing.</source>
   <translation>Gespeichert. Ihr nächster Lead kommt, wenn Sie nicht mehr tippen.</translation>
  </message>
  <message>
   <source>Saving</source>
   <translation>Speichert</translation>
  </message>
  <message>
   <source>Saving the problem rows</source>
   <translation>Problemzeilen werden gespeichert</translation>
  </message>
  <message>
   <source>Saving works again. Everything you typed is saved.</source>
   <translation>Speichern geht wieder. Alles, was Sie getippt haben, ist gespeichert.</translation>
  </message>
  <message>
   <source>Saving: the workspace is busy, trying again. Nothing is lost.</source>
   <translation>Speichert: Der Arbeitsbereich ist belegt, neuer Versuch läuft. Nichts geht verloren.</translation>
  </message>
  <message>
   <source>Saw a demo</source>
   <translation>Hat eine Vorführung gesehen</translation>
  </message>
  <message>
   <source>Saw the demo</source>
   <translation>Hat die Demo gesehen</translation>
  </message>
  <message>
   <source>Say at the start: {parts}</source>
   <translation>Zu Beginn nennen: {parts}</translation>
  </message>
  <message>
   <source>Say by which question of the script.</source>
   <translation>Geben Sie an, nach welcher Frage des Leitfadens.</translation>
  </message>
  <message>
   <source>Say first when the event is: this campaign is about none.</source>
   <translation>Sagen Sie zuerst, wann die Veranstaltung ist: Diese Kampagne hat keine.</translation>
  </message>
  <message>
   <source>Say first when the event was: this campaign is about none.</source>
   <translation>Sagen Sie zuerst, wann die Veranstaltung war: Diese Kampagne hat keine.</translation>
  </message>
  <message>
   <source>Say for which reason leads come back.</source>
   <translation>Sagen Sie, aus welchem Grund Leads zurückkommen.</translation>
  </message>
  <message>
   <source>Say goodbye. One key ends the call and saves.</source>
   <translation>Verabschieden Sie sich. Eine Taste beendet den Anruf und speichert.</translation>
  </message>
  <message>
   <source>Say how the call with {name} ended, then take this one up.</source>
   <translation>Sagen Sie, wie das Gespräch mit {name} endete, dann nehmen Sie dieses an.</translation>
  </message>
  <message>
   <source>Say it</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Say it in a few words, or leave it with Esc.</source>
   <translation>Sagen Sie es in wenigen Worten, oder brechen Sie mit Esc ab.</translation>
  </message>
  <message>
   <source>Say on which clock these hours are, as Europe/Berlin.</source>
   <translation>Sagen Sie, auf welcher Uhr diese Zeiten sind, etwa Europe/Berlin.</translation>
  </message>
  <message>
   <source>Say one time.</source>
   <translation>Geben Sie eine einzige Uhrzeit an.</translation>
  </message>
  <message>
   <source>Say something about this definition</source>
   <translation>Etwas zu dieser Definition sagen</translation>
  </message>
  <message>
   <source>Say the question in short here; lists on the desk show it.</source>
   <translation>Schreiben Sie hier die Frage in Kurzform; Listen am Arbeitsplatz zeigen sie.</translation>
  </message>
  <message>
   <source>Say these three lines to them first.</source>
   <translation>Sagen Sie dem Vertrieb zuerst diese drei Zeilen.</translation>
  </message>
  <message>
   <source>Say to whom.</source>
   <translation>Sagen Sie, an wen.</translation>
  </message>
  <message>
   <source>Say until when: in 3 months, 1 Sep. Or choose by number.</source>
   <translation>Sagen Sie, bis wann: in 3 Monaten, 1. Sep. Oder wählen Sie über die Ziffer.</translation>
  </message>
  <message>
   <source>Say what a qualified lead is.</source>
   <translation>Legen Sie fest, was ein qualifizierter Lead ist.</translation>
  </message>
  <message>
   <source>Say what they answer to any other question.</source>
   <translation>Sagen Sie, was auf jede andere Frage geantwortet wird.</translation>
  </message>
  <message>
   <source>Say when the event starts and when it ends.</source>
   <translation>Sagen Sie, wann die Veranstaltung beginnt und endet.</translation>
  </message>
  <message>
   <source>Say when to call back. Try: thu 10:30, tomorrow 9, in 2 hours.</source>
   <translation>Wann ist der Rückruf? Zum Beispiel: do 10:30, morgen 9, in 2 Stunden.</translation>
  </message>
  <message>
   <source>Say when.</source>
   <translation>Sagen Sie, wann.</translation>
  </message>
  <message>
   <source>Say when: thu 10:30, tomorrow 9, in 2 hours. Or choose one by its number.</source>
   <translation>Sagen Sie, wann: do 10:30, morgen 9, in 2 Stunden. Oder wählen Sie eine Zeit über ihre Ziffer.</translation>
  </message>
  <message>
   <source>Say which client.</source>
   <translation>Sagen Sie, welcher Auftraggeber.</translation>
  </message>
  <message>
   <source>Say which countries, states or postcodes it is about.</source>
   <translation>Geben Sie an, um welche Länder, Bundesländer oder Postleitzahlen es geht.</translation>
  </message>
  <message>
   <source>Say which country numbers without + are from.</source>
   <translation>Sagen Sie, aus welchem Land Nummern ohne + sind.</translation>
  </message>
  <message>
   <source>Say which month, quarter or year.</source>
   <translation>Geben Sie Monat, Quartal oder Jahr an.</translation>
  </message>
  <message>
   <source>Say who is away.</source>
   <translation>Sagen Sie, wer abwesend ist.</translation>
  </message>
  <message>
   <source>Say who it is and what they do: NAME --role {roles}</source>
   <translation>Bitte angeben, wer es ist und welche Rolle die Person hat: NAME --role {roles}</translation>
  </message>
  <message>
   <source>Say who judges.</source>
   <translation>Sagen Sie, wer beurteilt.</translation>
  </message>
  <message>
   <source>Say who judges: the agreement is between two people.</source>
   <translation>Tragen Sie ein, wer beurteilt: Verglichen werden zwei Personen.</translation>
  </message>
  <message>
   <source>Say who you are within 30 seconds and end within 10 seconds of being asked to.</source>
   <translation>Nennen Sie sich innerhalb von 30 Sekunden und beenden Sie auf Wunsch innerhalb von 10 Sekunden.</translation>
  </message>
  <message>
   <source>Say who: nobody of that name has worked here.</source>
   <translation>Sagen Sie, wer: Niemand mit diesem Namen hat hier gearbeitet.</translation>
  </message>
  <message>
   <source>Say whose name it is.</source>
   <translation>Geben Sie einen Namen an.</translation>
  </message>
  <message>
   <source>Say why it is taken back. The reason is kept with it.</source>
   <translation>Nennen Sie den Grund für die Rücknahme. Er bleibt dabei.</translation>
  </message>
  <message>
   <source>Say why the answer is not right.</source>
   <translation>Sagen Sie, warum die Antwort nicht stimmt.</translation>
  </message>
  <message>
   <source>Say why the batch is recalled: sales reads it.</source>
   <translation>Sagen Sie, warum das Paket zurückgerufen wird: Der Vertrieb liest es.</translation>
  </message>
  <message>
   <source>Say why the lead is sent back.</source>
   <translation>Sagen Sie, warum der Lead zurückgeht.</translation>
  </message>
  <message>
   <source>Say why the list is lifted. The reason is kept with it.</source>
   <translation>Nennen Sie den Grund für die Aufhebung. Er bleibt bei der Liste.</translation>
  </message>
  <message>
   <source>Say why this lead is kept out: callers ask.</source>
   <translation>Nennen Sie den Grund, warum dieser Lead zurückgehalten wird: Es wird gefragt.</translation>
  </message>
  <message>
   <source>Say why this rule does not count here: it is kept with your name.</source>
   <translation>Nennen Sie den Grund, warum diese Regel hier nicht zählt: Er bleibt mit Ihrem Namen erhalten.</translation>
  </message>
  <message>
   <source>Say why you decide so: both sides read it.</source>
   <translation>Sagen Sie, warum Sie so entscheiden: Beide Seiten lesen es.</translation>
  </message>
  <message>
   <source>Say why. The other side reads it.</source>
   <translation>Nennen Sie den Grund. Die andere Seite liest ihn.</translation>
  </message>
  <message>
   <source>Say why: it stands in the history.</source>
   <translation>Bitte den Grund angeben: Er steht im Verlauf.</translation>
  </message>
  <message>
   <source>Say why: the law asks, and so will the next supervisor.</source>
   <translation>Sagen Sie, warum: Das Gesetz fragt danach, und die nächste Teamleitung auch.</translation>
  </message>
  <message>
   <source>Say why: whoever reads the history will ask.</source>
   <translation>Bitte begründen: Wer den Verlauf liest, wird danach fragen.</translation>
  </message>
  <message>
   <source>Say why: whoever signed with you should not have to guess.</source>
   <translation>Sagen Sie, warum: Wer mit Ihnen unterzeichnet hat, soll nicht raten müssen.</translation>
  </message>
  <message>
   <source>Say: {label}</source>
   <translation>Sagen: {label}</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Gescannt</translation>
  </message>
  <message>
   <source>Scanned at</source>
   <translation>Gescannt am</translation>
  </message>
  <message>
   <source>Scanned at the stand</source>
   <translation>Am Stand gescannt</translation>
  </message>
  <message>
   <source>Scanned at the stand, {when}</source>
   <translation>Am Stand gescannt, {when}</translation>
  </message>
  <message>
   <source>Scanned by</source>
   <translation>Gescannt von</translation>
  </message>
  <message>
   <source>Script</source>
   <translation>Leitfaden</translation>
  </message>
  <message>
   <source>Script: copy the question</source>
   <translation>Leitfaden: Frage kopieren</translation>
  </message>
  <message>
   <source>Script: move the question down, or the answer the cursor is in</source>
   <translation>Leitfaden: Frage nach unten, oder die Antwort, in der die Schreibmarke steht</translation>
  </message>
  <message>
   <source>Script: move the question up, or the answer the cursor is in</source>
   <translation>Leitfaden: Frage nach oben, oder die Antwort, in der die Schreibmarke steht</translation>
  </message>
  <message>
   <source>Script: try it as the caller sees it</source>
   <translation>Leitfaden: ausprobieren, wie ihn der Caller sieht</translation>
  </message>
  <message>
   <source>Scripts</source>
   <translation>Leitfäden</translation>
  </message>
  <message>
   <source>Scripts and definitions</source>
   <translation>Leitfäden und Definitionen</translation>
  </message>
  <message>
   <source>Search and commands</source>
   <translation>Suche und Befehle</translation>
  </message>
  <message>
   <source>Search finds real people. Leave the practice first, then search.</source>
   <translation>Die Suche findet echte Personen. Verlassen Sie zuerst das Üben, dann suchen Sie.</translation>
  </message>
  <message>
   <source>Search leads, companies, numbers and commands</source>
   <translation>Leads, Unternehmen, Nummern und Befehle suchen</translation>
  </message>
  <message>
   <source>Search or type a command</source>
   <translation>Suchen oder Befehl tippen</translation>
  </message>
  <message>
   <source>Second e-mail</source>
   <translation>Zweite E-Mail</translation>
  </message>
  <message>
   <source>Second phone</source>
   <translation>Zweites Telefon</translation>
  </message>
  <message>
   <source>Secondary</source>
   <translation>Zweitquelle</translation>
  </message>
  <message>
   <source>Seconds between two</source>
   <translation>Sekunden zwischen zwei Leads</translation>
  </message>
  <message>
   <source>Seconds without a step forward</source>
   <translation>Sekunden ohne Fortschritt</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Abschnitte</translation>
  </message>
  <message>
   <source>Sections of the settings</source>
   <translation>Bereiche der Einstellungen</translation>
  </message>
  <message>
   <source>See below</source>
   <translation>Siehe unten</translation>
  </message>
  <message>
   <source>See the project's own page.</source>
   <translation>Siehe die Seite des Projekts.</translation>
  </message>
  <message>
   <source>See what would be gone</source>
   <translation>Zeigen, was weg wäre</translation>
  </message>
  <message>
   <source>Seen among a caller's last calls</source>
   <translation>Unter den letzten Anrufen eines Callers gesehen</translation>
  </message>
  <message>
   <source>Seen as one of the next</source>
   <translation>Als einer der Nächsten gesehen</translation>
  </message>
  <message>
   <source>Seen beside a colleague</source>
   <translation>Neben einem Kollegen gesehen</translation>
  </message>
  <message>
   <source>Semicolon</source>
   <translation>Semikolon</translation>
  </message>
  <message>
   <source>Send a lead back</source>
   <translation>Einen Lead zurückgeben</translation>
  </message>
  <message>
   <source>Send a mail to me</source>
   <translation>E-Mail an mich</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>Noch einmal senden</translation>
  </message>
  <message>
   <source>Send it back</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Send material</source>
   <translation>Unterlagen senden</translation>
  </message>
  <message>
   <source>Send material: what, where to, by when</source>
   <translation>Unterlagen senden: was, wohin, bis wann</translation>
  </message>
  <message>
   <source>Send that again too</source>
   <translation>Auch das noch einmal senden</translation>
  </message>
  <message>
   <source>Send to</source>
   <translation>Senden an</translation>
  </message>
  <message>
   <source>Send {name} back</source>
   <translation>{name} zurückgeben</translation>
  </message>
  <message>
   <source>Send {name} material</source>
   <translation>Unterlagen an {name} senden</translation>
  </message>
  <message>
   <source>Send {what}</source>
   <translation>{what} senden</translation>
  </message>
  <message>
   <source>Send {what} by {day}</source>
   <translation>{what} bis {day} senden</translation>
  </message>
  <message>
   <source>Send {what} to {address}</source>
   <translation>{what} an {address} senden</translation>
  </message>
  <message>
   <source>Send {what} to {address} by {day}</source>
   <translation>{what} bis {day} an {address} senden</translation>
  </message>
  <message>
   <source>Sending {done:,} of {of:,} …</source>
   <translation>{done:,} von {of:,} wird gesendet …</translation>
  </message>
  <message>
   <source>Sending…</source>
   <translation>Wird gesendet …</translation>
  </message>
  <message>
   <source>Sends one mail to your own address.</source>
   <translation>Sendet eine E-Mail an Ihre eigene Adresse.</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Übergeben</translation>
  </message>
  <message>
   <source>Sent</source>
   <comment>a lead with sales</comment>
   <translation>Übergeben</translation>
  </message>
  <message>
   <source>Sent back</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Sent back</source>
   <comment>how many</comment>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Sent back by sales</source>
   <translation>Vom Vertrieb zurück</translation>
  </message>
  <message>
   <source>Sent back by sales</source>
   <comment>what became of a row</comment>
   <translation>Vom Vertrieb zurückgegeben</translation>
  </message>
  <message>
   <source>Sent back: {name}, {reason}</source>
   <translation>Zurückgegeben: {name}, {reason}</translation>
  </message>
  <message>
   <source>Sent back: {reason}</source>
   <translation>Zurückgegeben: {reason}</translation>
  </message>
  <message>
   <source>Sent material to {name}</source>
   <translation>Unterlagen an {name} gesendet</translation>
  </message>
  <message>
   <source>Sent to {address}. Look whether it arrived.</source>
   <translation>Gesendet an {address}. Sehen Sie nach, ob es ankam.</translation>
  </message>
  <message>
   <source>Sent to {name}</source>
   <translation>Übergeben an {name}</translation>
  </message>
  <message>
   <source>Sent {name} back</source>
   <translation>{name} zurückgegeben</translation>
  </message>
  <message>
   <source>Sent {name} on by hand: {to}</source>
   <translation>{name} von Hand weitergegeben: {to}</translation>
  </message>
  <message>
   <source>Sent: recall the batch, with a reason</source>
   <translation>Übergeben: das Paket zurückrufen, mit einem Grund</translation>
  </message>
  <message>
   <source>Sent: send the mails again that were not sent</source>
   <translation>Übergeben: die E-Mails noch einmal senden, die nicht gesendet wurden</translation>
  </message>
  <message>
   <source>Sep</source>
   <comment>month</comment>
   <translation>Sep.</translation>
  </message>
  <message>
   <source>September</source>
   <comment>month</comment>
   <translation>September</translation>
  </message>
  <message>
   <source>Serbia</source>
   <translation>Serbien</translation>
  </message>
  <message>
   <source>Serbian</source>
   <translation>Serbisch</translation>
  </message>
  <message>
   <source>Server reached with weaker checks</source>
   <translation>Server mit schwächerer Prüfung</translation>
  </message>
  <message>
   <source>Servers reached with weaker checks</source>
   <translation>Server mit schwächerer Prüfung</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Setzen</translation>
  </message>
  <message>
   <source>Set a day to look at it again</source>
   <translation>Tag zum Wiederprüfen setzen</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Aussetzen</translation>
  </message>
  <message>
   <source>Set aside</source>
   <comment>state</comment>
   <translation>Ausgesetzt</translation>
  </message>
  <message>
   <source>Set call back</source>
   <translation>Rückruf eintragen</translation>
  </message>
  <message>
   <source>Set it aside for one campaign</source>
   <translation>Für eine Kampagne aussetzen</translation>
  </message>
  <message>
   <source>Set nurture</source>
   <translation>Ins Nurturing legen</translation>
  </message>
  <message>
   <source>Set the event of {name}</source>
   <translation>Veranstaltung von {name} gesetzt</translation>
  </message>
  <message>
   <source>Set up the campaign</source>
   <translation>Kampagne einrichten</translation>
  </message>
  <message>
   <source>Set what callers offer for {name}</source>
   <translation>Gesetzt, was Caller bei {name} anbieten</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Several campaigns are called “{name}” ({clients}). Give its number.</source>
   <translation>Mehrere Kampagnen heißen „{name}“ ({clients}). Geben Sie die Nummer an.</translation>
  </message>
  <message>
   <source>Several can be chosen in “{question}”. Write selected(${{{question}}}, 'value').</source>
   <translation>Bei „{question}“ ist Mehrfachauswahl möglich. Schreiben Sie selected(${{{question}}}, 'value').</translation>
  </message>
  <message>
   <source>Several columns for one field</source>
   <translation>Mehrere Spalten für ein Feld</translation>
  </message>
  <message>
   <source>Several of the answers</source>
   <translation>Mehrere Antworten</translation>
  </message>
  <message>
   <source>Share in turn</source>
   <translation>Reihum verteilen</translation>
  </message>
  <message>
   <source>Shared by all who spoke with them</source>
   <translation>Geteilt unter allen Beteiligten</translation>
  </message>
  <message>
   <source>Shared in turn</source>
   <translation>Reihum verteilt</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>Blatt</translation>
  </message>
  <message>
   <source>Sheets not read: {sheets}.</source>
   <translation>Nicht gelesene Blätter: {sheets}.</translation>
  </message>
  <message>
   <source>Shift</source>
   <comment>key</comment>
   <translation>Umschalt</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show all leads from {name}</source>
   <translation>Alle Leads von {name} zeigen</translation>
  </message>
  <message>
   <source>Show every part of this number ({why_now})</source>
   <translation>Alle Teile dieser Zahl zeigen ({why_now})</translation>
  </message>
  <message>
   <source>Show it in dark</source>
   <translation>Dunkel zeigen</translation>
  </message>
  <message>
   <source>Show it in light</source>
   <translation>Hell zeigen</translation>
  </message>
  <message>
   <source>Show me the keys</source>
   <translation>Tasten zeigen</translation>
  </message>
  <message>
   <source>Show names</source>
   <translation>Namen zeigen</translation>
  </message>
  <message>
   <source>Show the lead</source>
   <translation>Lead zeigen</translation>
  </message>
  <message>
   <source>Show the leads</source>
   <translation>Leads zeigen</translation>
  </message>
  <message>
   <source>Show the leads in dispute</source>
   <translation>Strittige Leads zeigen</translation>
  </message>
  <message>
   <source>Show the leads that change</source>
   <translation>Leads zeigen, die sich ändern</translation>
  </message>
  <message>
   <source>Show the points as a table</source>
   <translation>Punkte als Tabelle zeigen</translation>
  </message>
  <message>
   <source>Show the points as bars</source>
   <translation>Punkte als Balken zeigen</translation>
  </message>
  <message>
   <source>Show the team</source>
   <translation>Team anzeigen</translation>
  </message>
  <message numerus="yes">
   <source>Show the {n:,} leads in dispute</source>
   <extracomment>One: Show the {n:,} lead in dispute</extracomment>
   <translation>
    <numerusform>{n:,} strittigen Lead zeigen</numerusform>
    <numerusform>{n:,} strittige Leads zeigen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Show the {n:,} leads that change</source>
   <extracomment>One: Show the lead that changes</extracomment>
   <translation>
    <numerusform>Den Lead zeigen, der sich ändert</numerusform>
    <numerusform>{n:,} Leads zeigen, die sich ändern</numerusform>
   </translation>
  </message>
  <message>
   <source>Show these leads</source>
   <translation>Diese Leads zeigen</translation>
  </message>
  <message>
   <source>Show who is due</source>
   <translation>Zeigen, wer fällig ist</translation>
  </message>
  <message>
   <source>Show: {what}</source>
   <translation>Zeigen: {what}</translation>
  </message>
  <message>
   <source>Side case {number}</source>
   <translation>Nebenfall {number}</translation>
  </message>
  <message>
   <source>Sign</source>
   <translation>Unterzeichnen</translation>
  </message>
  <message>
   <source>Sign as marketing</source>
   <translation>Als Marketing unterzeichnen</translation>
  </message>
  <message>
   <source>Sign as sales</source>
   <translation>Als Vertrieb unterzeichnen</translation>
  </message>
  <message>
   <source>Sign the definition</source>
   <translation>Definition unterzeichnen</translation>
  </message>
  <message>
   <source>Sign-off</source>
   <translation>Unterzeichnung</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Unterzeichnet</translation>
  </message>
  <message>
   <source>Signed version {version} of the definition {name} for {side}</source>
   <translation>Version {version} der Definition {name} unterzeichnet für {side}</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Since 11 August 2026 a consumer may be called only with prior consent that can be shown, or within a running contract. Bloctel has ended.</source>
   <translation>Seit dem 11. August 2026 dürfen Verbraucher nur mit nachweisbarer vorheriger Einwilligung oder in einem laufenden Vertrag angerufen werden. Bloctel ist beendet.</translation>
  </message>
  <message>
   <source>Since the beginning</source>
   <translation>Von Anfang an</translation>
  </message>
  <message>
   <source>Since the list began. Lowest and highest are of the qualified, in 95 cases of 100; where the bounds of two sources overlap, they may be equally good.</source>
   <translation>Seit Beginn der Liste. Von und Bis gelten für Qualifizierte, in 95 von 100 Fällen; wo sich die Grenzen zweier Herkünfte überlappen, sind beide vielleicht gleich gut.</translation>
  </message>
  <message>
   <source>Since the list began: what the list cost, and its calls where an hour has a cost.</source>
   <translation>Seit Beginn der Liste: was die Liste kostete, und ihre Anrufe, wo eine Stunde Kosten hat.</translation>
  </message>
  <message>
   <source>Singapore</source>
   <translation>Singapur</translation>
  </message>
  <message>
   <source>Six</source>
   <translation>Sechs</translation>
  </message>
  <message>
   <source>Size of a workbook unpacked, in MB</source>
   <translation>Größe einer Arbeitsmappe entpackt in MB</translation>
  </message>
  <message>
   <source>Size of a workbook, in MB</source>
   <translation>Größe einer Arbeitsmappe in MB</translation>
  </message>
  <message>
   <source>Size of text</source>
   <translation>Schriftgröße</translation>
  </message>
  <message>
   <source>Size of text and controls</source>
   <translation>Größe von Schrift und Bedienung</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>Skip this lead, with a reason</source>
   <translation>Diesen Lead mit Grund überspringen</translation>
  </message>
  <message>
   <source>Skip {name}</source>
   <translation>{name} überspringen</translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation>Übersprungen</translation>
  </message>
  <message>
   <source>Slovak</source>
   <translation>Slowakisch</translation>
  </message>
  <message>
   <source>Slovakia</source>
   <translation>Slowakei</translation>
  </message>
  <message>
   <source>Slovakia</source>
   <comment>behind in</comment>
   <translation>der Slowakei</translation>
  </message>
  <message>
   <source>Slovenia</source>
   <translation>Slowenien</translation>
  </message>
  <message>
   <source>Slovenian</source>
   <translation>Slowenisch</translation>
  </message>
  <message>
   <source>Smaller text and controls</source>
   <translation>Text und Bedienung kleiner</translation>
  </message>
  <message>
   <source>So far it goes by what is believed of such leads: there are hardly any calls yet.</source>
   <translation>Bisher gilt, was über solche Leads angenommen wird: Es gibt kaum Anrufe.</translation>
  </message>
  <message>
   <source>So that mail arrives</source>
   <translation>Damit E-Mails ankommen</translation>
  </message>
  <message>
   <source>Sole traders count as natural persons. Whoever was a customer in the last three years may be called about similar things. The number must be shown. No calling hours were found.</source>
   <translation>Einzelunternehmen gelten als natürliche Personen. Wer in den letzten drei Jahren Kunde war, darf zu Ähnlichem angerufen werden. Die Rufnummer muss angezeigt werden. Anrufzeiten wurden nicht gefunden.</translation>
  </message>
  <message>
   <source>Some dates show that the day comes first, others that the month does.</source>
   <translation>Manche Datumsangaben zeigen den Tag vorn, andere den Monat.</translation>
  </message>
  <message>
   <source>Somebody</source>
   <translation>Jemand</translation>
  </message>
  <message>
   <source>Somebody changed these words meanwhile. Read them as they are now, then sign.</source>
   <translation>Jemand hat diesen Text inzwischen geändert. Lesen Sie ihn, wie er jetzt ist, dann unterzeichnen Sie.</translation>
  </message>
  <message>
   <source>Somebody changed this draft meanwhile. Look at it as it is now, then use it.</source>
   <translation>Jemand hat diesen Entwurf inzwischen geändert. Sehen Sie ihn sich jetzt an, dann verwenden Sie ihn.</translation>
  </message>
  <message>
   <source>Somebody changed “{name}” just now. Look again, then apply.</source>
   <translation>Jemand hat „{name}“ gerade geändert. Sehen Sie neu nach, dann wenden Sie es an.</translation>
  </message>
  <message>
   <source>Somebody counts anew at this moment. Look again in a minute.</source>
   <translation>Gerade zählt schon jemand neu. Sehen Sie in einer Minute wieder nach.</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Jemand anderes</translation>
  </message>
  <message>
   <source>Somebody else had this lead by then.</source>
   <translation>Zu diesem Zeitpunkt hatte schon jemand anderes diesen Lead.</translation>
  </message>
  <message>
   <source>Somebody else had this lead meanwhile.</source>
   <translation>Jemand anderes hatte diesen Lead inzwischen.</translation>
  </message>
  <message>
   <source>Somebody else has to say that you have left.</source>
   <translation>Dass Sie ausgeschieden sind, muss jemand anderes vermerken.</translation>
  </message>
  <message>
   <source>Somebody else has {name} by now.</source>
   <translation>Jemand anderes hat {name} inzwischen.</translation>
  </message>
  <message>
   <source>Somebody else should call</source>
   <translation>Jemand anderes sollte anrufen</translation>
  </message>
  <message>
   <source>Somebody else's</source>
   <translation>Gehört jemand anderem</translation>
  </message>
  <message>
   <source>Somebody else, by name</source>
   <translation>Jemand anderes, mit Namen</translation>
  </message>
  <message>
   <source>Somebody finds a number first. Then they can be called.</source>
   <translation>Erst findet jemand eine Nummer. Dann sind sie anrufbar.</translation>
  </message>
  <message>
   <source>Somebody has chosen about it meanwhile.</source>
   <translation>Darüber hat inzwischen jemand entschieden.</translation>
  </message>
  <message>
   <source>Somebody has disputed this already. It waits for a review.</source>
   <translation>Das hat schon jemand beanstandet. Die Prüfung steht aus.</translation>
  </message>
  <message>
   <source>Somebody has looked at this call meanwhile.</source>
   <translation>Diesen Anruf hat inzwischen jemand angesehen.</translation>
  </message>
  <message>
   <source>Somebody left a message about them.</source>
   <translation>Jemand hat eine Nachricht dazu hinterlassen.</translation>
  </message>
  <message>
   <source>Somebody new</source>
   <translation>Neue Person</translation>
  </message>
  <message>
   <source>Somebody of that last name stands in notes or answers of other leads. Look at: {leads}.</source>
   <translation>In Notizen oder Antworten anderer Leads steht jemand mit diesem Nachnamen. Sehen Sie nach: {leads}.</translation>
  </message>
  <message>
   <source>Somebody saved this draft meanwhile. Choose whose words to keep.</source>
   <translation>Jemand hat diesen Entwurf inzwischen gespeichert. Wählen Sie, welcher Wortlaut bleibt.</translation>
  </message>
  <message>
   <source>Somebody spoken to</source>
   <translation>Jemanden gesprochen</translation>
  </message>
  <message>
   <source>Somebody they named</source>
   <translation>Jemand, der genannt wurde</translation>
  </message>
  <message>
   <source>Somebody who is erased was named</source>
   <translation>Jemand Gelöschtes wurde genannt</translation>
  </message>
  <message>
   <source>Somebody who was erased</source>
   <translation>Jemand, der gelöscht wurde</translation>
  </message>
  <message>
   <source>Somebody wrote over this draft.</source>
   <translation>Jemand hat diesen Entwurf überschrieben.</translation>
  </message>
  <message>
   <source>Somebody's no to calls may be missing, so every campaign is paused: load your do-not-call lists again before you call.</source>
   <translation>Es kann fehlen, dass jemand nicht angerufen werden will. Darum pausiert jede Kampagne: Lesen Sie Ihre Sperrlisten neu ein, bevor Sie anrufen.</translation>
  </message>
  <message>
   <source>Someone at {company}</source>
   <translation>Jemand bei {company}</translation>
  </message>
  <message>
   <source>Someone else</source>
   <translation>Jemand anderes</translation>
  </message>
  <message>
   <source>Someone else answered</source>
   <translation>Jemand anderes war dran</translation>
  </message>
  <message>
   <source>Someone else at the company</source>
   <translation>Jemand anderes im Unternehmen</translation>
  </message>
  <message>
   <source>Someone else has this lead now. What you wrote is kept under it for your supervisor.</source>
   <translation>Diesen Lead hat jetzt jemand anderes. Was Sie geschrieben haben, bleibt bei ihm für Ihre Teamleitung.</translation>
  </message>
  <message>
   <source>Something else, in words</source>
   <translation>Etwas anderes, in Worten</translation>
  </message>
  <message numerus="yes">
   <source>Something in them is missing or wrong, and nobody can tell what. You can mend single rows below.</source>
   <extracomment>One: Something in it is missing or wrong, and nobody can tell what. You can mend it below.</extracomment>
   <translation>
    <numerusform>Etwas daran fehlt oder ist falsch; was, lässt sich nicht sagen. Unten können Sie die Zeile korrigieren.</numerusform>
    <numerusform>Etwas daran fehlt oder ist falsch; was, lässt sich nicht sagen. Unten können Sie einzelne Zeilen korrigieren.</numerusform>
   </translation>
  </message>
  <message>
   <source>Something is missing</source>
   <translation>Etwas fehlt</translation>
  </message>
  <message>
   <source>Something is missing.</source>
   <translation>Es fehlt noch etwas.</translation>
  </message>
  <message>
   <source>Something stands behind the value. One key and value per line; quotes inside words are written \".</source>
   <translation>Hinter dem Wert steht noch etwas. Ein Schlüssel und Wert pro Zeile; Anführungszeichen im Text schreibt man \".</translation>
  </message>
  <message>
   <source>Something was done with {name} since. It stands.</source>
   <translation>Mit {name} ist inzwischen etwas geschehen. Es gilt.</translation>
  </message>
  <message>
   <source>Something was done with {name} since. The answer stands.</source>
   <translation>Mit {name} ist seither etwas geschehen. Die Antwort gilt.</translation>
  </message>
  <message>
   <source>Something went wrong inside qualdesk</source>
   <translation>In qualdesk ist etwas schiefgegangen</translation>
  </message>
  <message>
   <source>Something went wrong inside qualdesk. What was saved is safe; try again.</source>
   <translation>In qualdesk ist etwas schiefgegangen. Gespeichertes ist sicher; versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Something went wrong. Nothing was lost; try again.</source>
   <translation>Etwas ist schiefgegangen. Nichts ist verloren; versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Sorted by points</source>
   <translation>Nach Punkten</translation>
  </message>
  <message>
   <source>Sorted by when</source>
   <translation>Nach Zeitpunkt</translation>
  </message>
  <message>
   <source>Sorted by who gets them</source>
   <translation>Nach Empfänger</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>Source: {cite}, {url}</source>
   <translation>Quelle: {cite}, {url}</translation>
  </message>
  <message>
   <source>Source: {name}</source>
   <translation>Herkunft: {name}</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>Sources compared</source>
   <translation>Herkunft im Vergleich</translation>
  </message>
  <message>
   <source>Sources read</source>
   <translation>Herkunft gelesen</translation>
  </message>
  <message>
   <source>South Africa</source>
   <translation>Südafrika</translation>
  </message>
  <message>
   <source>South Dakota</source>
   <translation>South Dakota</translation>
  </message>
  <message>
   <source>South Korea</source>
   <translation>Südkorea</translation>
  </message>
  <message>
   <source>Space</source>
   <comment>key</comment>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Space ticks a lead, Enter opens its brief.</source>
   <translation>Leertaste hakt an, Enter öffnet den Steckbrief.</translation>
  </message>
  <message>
   <source>Spaces, brackets and slips of the keyboard were taken out.</source>
   <translation>Leerzeichen, Klammern und Tippfehler wurden entfernt.</translation>
  </message>
  <message>
   <source>Spain</source>
   <translation>Spanien</translation>
  </message>
  <message>
   <source>Spain, calls to consumers</source>
   <translation>Spanien, Anrufe bei Verbrauchern</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>Spanisch</translation>
  </message>
  <message>
   <source>Spec sheet</source>
   <translation>Datenblatt</translation>
  </message>
  <message>
   <source>Specialist</source>
   <translation>Fachkraft</translation>
  </message>
  <message>
   <source>Spent so far</source>
   <translation>Bisher ausgegeben</translation>
  </message>
  <message>
   <source>Spoken to before</source>
   <translation>Schon gesprochen</translation>
  </message>
  <message>
   <source>Stage of the demand waterfall</source>
   <translation>Stufe im Demand Waterfall</translation>
  </message>
  <message>
   <source>Stands</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Stands</source>
   <comment>a lead with sales</comment>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Stands for others of the group</source>
   <translation>Steht für andere der Gruppe</translation>
  </message>
  <message>
   <source>Start calling</source>
   <translation>Anrufe starten</translation>
  </message>
  <message>
   <source>Start value</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Start value {value}</source>
   <translation>Startwert {value}</translation>
  </message>
  <message>
   <source>Start values are round guesses, never the truth. Every call moves what the queue goes by, and the more calls there are the less the start value counts.</source>
   <translation>Startwerte sind runde Schätzungen, nie die Wahrheit. Jeder Anruf verschiebt, womit die Warteschlange rechnet, und je mehr Anrufe es sind, desto weniger zählt der Startwert.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>State or province</source>
   <translation>Bundesland oder Provinz</translation>
  </message>
  <message>
   <source>State or region</source>
   <translation>Bundesland oder Region</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>Abrechnung</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Statute</source>
   <translation>Gesetzestext</translation>
  </message>
  <message>
   <source>Stays here</source>
   <translation>Bleibt hier</translation>
  </message>
  <message>
   <source>Stays until somebody decides</source>
   <translation>Bleibt, bis jemand entscheidet</translation>
  </message>
  <message>
   <source>Still missing</source>
   <translation>Fehlt noch</translation>
  </message>
  <message>
   <source>Still open: {labels}.</source>
   <translation>Noch offen: {labels}.</translation>
  </message>
  <message>
   <source>Still to come</source>
   <translation>Steht noch aus</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stop calling</source>
   <translation>Nicht mehr anrufen</translation>
  </message>
  <message>
   <source>Stop calling {name}</source>
   <translation>{name} nicht mehr anrufen</translation>
  </message>
  <message>
   <source>Stop calls</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Stop here, go on later</source>
   <translation>Hier aufhören, später weiter</translation>
  </message>
  <message>
   <source>Stop leaves everything as it was.</source>
   <translation>Anhalten lässt alles, wie es war.</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Angehalten.</translation>
  </message>
  <message>
   <source>Stopped. Nothing of the list was kept.</source>
   <translation>Angehalten. Von der Liste wurde nichts behalten.</translation>
  </message>
  <message>
   <source>Stopped. The batch is unchanged and still ready.</source>
   <translation>Angehalten. Das Paket ist unverändert und weiter bereit.</translation>
  </message>
  <message>
   <source>Stopped. The mails that are left wait on the tab “Sent”.</source>
   <translation>Angehalten. Die übrigen Mails warten unter „Übergeben“.</translation>
  </message>
  <message>
   <source>Stopped. What stands in the table is how far it came.</source>
   <translation>Angehalten. Wie weit es kam, steht in der Tabelle.</translation>
  </message>
  <message>
   <source>Stops calls</source>
   <translation>Sperrt</translation>
  </message>
  <message>
   <source>Strong lines</source>
   <translation>Kräftige Linien</translation>
  </message>
  <message>
   <source>Student or press</source>
   <translation>Studium oder Presse</translation>
  </message>
  <message>
   <source>Submitted at</source>
   <translation>Abgeschickt am</translation>
  </message>
  <message>
   <source>Such as 12,500 EUR</source>
   <translation>Etwa 12.500 EUR</translation>
  </message>
  <message>
   <source>Suggested</source>
   <translation>Vorschlag</translation>
  </message>
  <message>
   <source>Suggested dates</source>
   <translation>Vorgeschlagene Tage</translation>
  </message>
  <message>
   <source>Suggested times</source>
   <translation>Vorgeschlagene Zeiten</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>So</translation>
  </message>
  <message>
   <source>Sunday</source>
   <translation>Sonntag</translation>
  </message>
  <message>
   <source>Sundays</source>
   <translation>sonntags</translation>
  </message>
  <message>
   <source>Supervisor</source>
   <translation>Teamleitung</translation>
  </message>
  <message>
   <source>Supervisors load lists. Hand this file to one of yours.</source>
   <translation>Listen liest die Teamleitung ein. Geben Sie ihr diese Datei.</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>Swahili</source>
   <translation>Suaheli</translation>
  </message>
  <message>
   <source>Sweden</source>
   <translation>Schweden</translation>
  </message>
  <message>
   <source>Swedish</source>
   <translation>Schwedisch</translation>
  </message>
  <message>
   <source>Switch off</source>
   <translation>Ausschalten</translation>
  </message>
  <message>
   <source>Switch on</source>
   <translation>Einschalten</translation>
  </message>
  <message>
   <source>Switched off</source>
   <translation>Ausgeschaltet</translation>
  </message>
  <message>
   <source>Switched schedule {name} of a report off</source>
   <translation>Zeitplan {name} eines Berichts ausgeschaltet</translation>
  </message>
  <message>
   <source>Switched schedule {name} of a report on</source>
   <translation>Zeitplan {name} eines Berichts eingeschaltet</translation>
  </message>
  <message>
   <source>Switzerland</source>
   <translation>Schweiz</translation>
  </message>
  <message>
   <source>Switzerland</source>
   <comment>behind in</comment>
   <translation>der Schweiz</translation>
  </message>
  <message>
   <source>Switzerland, law against unfair competition</source>
   <translation>Schweiz, Gesetz gegen den unlauteren Wettbewerb</translation>
  </message>
  <message>
   <source>T shows the chart.</source>
   <translation>T zeigt das Diagramm.</translation>
  </message>
  <message>
   <source>TLS from the start</source>
   <translation>TLS von Anfang an</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tabulator</translation>
  </message>
  <message>
   <source>Tab</source>
   <comment>key</comment>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Table for the CRM</source>
   <translation>Tabelle fürs CRM</translation>
  </message>
  <message>
   <source>Tables for CRMs</source>
   <translation>Tabellen für CRMs</translation>
  </message>
  <message>
   <source>Taiwan</source>
   <translation>Taiwan</translation>
  </message>
  <message>
   <source>Take a break</source>
   <translation>Pause machen</translation>
  </message>
  <message>
   <source>Take a break, or come back</source>
   <translation>Pause machen oder weitermachen</translation>
  </message>
  <message>
   <source>Take a lead</source>
   <translation>Einen Lead nehmen</translation>
  </message>
  <message>
   <source>Take a lead back</source>
   <translation>Lead zurücknehmen</translation>
  </message>
  <message>
   <source>Take from a file</source>
   <translation>Aus einer Datei nehmen</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take it back with {undo}.</source>
   <translation>Mit {undo} zurücknehmen.</translation>
  </message>
  <message>
   <source>Take it out</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Take on again</source>
   <translation>Wieder aufnehmen</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Herausnehmen</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Take the answer back, or mend them in the file of rows left out.</source>
   <translation>Nehmen Sie die Antwort zurück, oder korrigieren Sie sie in der Datei der ausgelassenen Zeilen.</translation>
  </message>
  <message>
   <source>Take the file back</source>
   <translation>Datei zurücknehmen</translation>
  </message>
  <message>
   <source>Take the lead</source>
   <translation>Lead nehmen</translation>
  </message>
  <message>
   <source>Take the password out of the address, and type it in its own field.</source>
   <translation>Nehmen Sie das Passwort aus der Adresse und tragen Sie es in das eigene Feld ein.</translation>
  </message>
  <message>
   <source>Take the password out of the address. It is asked for when it is needed.</source>
   <translation>Nehmen Sie das Passwort aus der Adresse. Es wird gefragt, wenn es nötig ist.</translation>
  </message>
  <message>
   <source>Take the password out of the workspace's address: others can read it there. The window asks for it and keeps it in this computer's keyring; where there is none, put it in ~/.pgpass (mode 0600).</source>
   <translation>Nehmen Sie das Passwort aus der Adresse des Arbeitsbereichs: Dort können es andere lesen. Das Fenster fragt danach und bewahrt es im Schlüsselbund dieses Computers; wo es keinen gibt, gehört es in ~/.pgpass (Modus 0600).</translation>
  </message>
  <message>
   <source>Take this file back</source>
   <translation>Datei zurücknehmen</translation>
  </message>
  <message>
   <source>Take this line away</source>
   <translation>Zeile ausblenden</translation>
  </message>
  <message>
   <source>Take this list away</source>
   <translation>Liste ausblenden</translation>
  </message>
  <message>
   <source>Take {name}</source>
   <translation>{name} nehmen</translation>
  </message>
  <message>
   <source>Take {name} on again</source>
   <translation>{name} wieder aufnehmen</translation>
  </message>
  <message>
   <source>Take “{name}” out of the address: behind its “?” stand neither passwords nor settings of the server.</source>
   <translation>Nehmen Sie „{name}“ aus der Adresse: Hinter ihrem „?“ stehen weder Passwörter noch Einstellungen des Servers.</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <source>Taken</source>
   <comment>a lead of mine</comment>
   <translation>Genommen</translation>
  </message>
  <message>
   <source>Taken</source>
   <comment>by sales</comment>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Taken</source>
   <comment>how many</comment>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Taken are ${question} = 'value', &lt; and &gt;, selected(), date(), not(), and, or, brackets.</source>
   <translation>Möglich sind ${question} = 'value', &lt; und &gt;, selected(), date(), not(), and, or, Klammern.</translation>
  </message>
  <message>
   <source>Taken back</source>
   <comment>a lead of mine</comment>
   <translation>Zurückgeholt</translation>
  </message>
  <message>
   <source>Taken back with its list</source>
   <comment>what became of a row</comment>
   <translation>Mit der Liste zurückgenommen</translation>
  </message>
  <message>
   <source>Taken back with its list</source>
   <comment>where a lead stands</comment>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Taken back {when} by {who}</source>
   <translation>Zurückgenommen {when} von {who}</translation>
  </message>
  <message>
   <source>Taken back.</source>
   <translation>Zurückgenommen.</translation>
  </message>
  <message>
   <source>Taken back: it rests until its day</source>
   <translation>Zurückgenommen: ruht bis zu seinem Tag</translation>
  </message>
  <message>
   <source>Taken by sales</source>
   <translation>Vom Vertrieb angenommen</translation>
  </message>
  <message>
   <source>Taken by sales</source>
   <comment>a lead with sales</comment>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Taken by sales</source>
   <comment>what became of a row</comment>
   <translation>Vom Vertrieb angenommen</translation>
  </message>
  <message>
   <source>Taken by sales</source>
   <comment>where a lead stands</comment>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Taken with it</source>
   <translation>Angenommen mit</translation>
  </message>
  <message>
   <source>Taken without</source>
   <translation>Angenommen ohne</translation>
  </message>
  <message>
   <source>Taken: {made}</source>
   <translation>Angenommen: {made}</translation>
  </message>
  <message>
   <source>Taken: {name}</source>
   <translation>Genommen: {name}</translation>
  </message>
  <message>
   <source>Takes effect at once, in every campaign of every client.</source>
   <translation>Gilt sofort, in jeder Kampagne jedes Auftraggebers.</translation>
  </message>
  <message>
   <source>Takes effect at once, in every campaign of the client.</source>
   <translation>Gilt sofort, in allen Kampagnen des Auftraggebers.</translation>
  </message>
  <message>
   <source>Takes it {day}, {time}</source>
   <translation>Übernimmt ihn {day}, {time}</translation>
  </message>
  <message>
   <source>Taking changes back</source>
   <translation>Änderungen werden zurückgenommen</translation>
  </message>
  <message>
   <source>Taking in finished leads</source>
   <translation>Abgeschlossene Leads werden übernommen</translation>
  </message>
  <message>
   <source>Taking it back was broken off. Go on with that.</source>
   <translation>Das Zurücknehmen brach ab. Setzen Sie es fort.</translation>
  </message>
  <message>
   <source>Taking {list} back</source>
   <translation>{list} wird zurückgenommen</translation>
  </message>
  <message>
   <source>Talk</source>
   <translation>Austausch</translation>
  </message>
  <message>
   <source>Talk with sales</source>
   <translation>Gespräch mit dem Vertrieb</translation>
  </message>
  <message>
   <source>Talk with sales: now on the line, or at a time</source>
   <translation>Gespräch mit dem Vertrieb: jetzt in der Leitung oder zu einer Zeit</translation>
  </message>
  <message>
   <source>Talked to, still open</source>
   <comment>what became of a row</comment>
   <translation>Gesprochen, noch offen</translation>
  </message>
  <message>
   <source>Talks with sales</source>
   <translation>Gespräche mit dem Vertrieb</translation>
  </message>
  <message>
   <source>Team</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>Team and database</source>
   <translation>Team und Datenbank</translation>
  </message>
  <message>
   <source>Tell sales</source>
   <translation>Vertrieb informieren</translation>
  </message>
  <message>
   <source>Tell sales by the ways this campaign uses</source>
   <translation>Vertrieb auf den Wegen der Kampagne informieren</translation>
  </message>
  <message>
   <source>Tell the caller</source>
   <translation>Hinweis an den Caller</translation>
  </message>
  <message>
   <source>Tell {name}: {batch}, {leads} taken back, please leave them be.</source>
   <translation>{name} Bescheid sagen: {batch}, {leads} zurückgeholt, bitte nicht mehr kontaktieren.</translation>
  </message>
  <message>
   <source>Tell {name}: {batch}, {leads}, answers by {day}.</source>
   <translation>{name} Bescheid sagen: {batch}, {leads}, Antwort bis {day}.</translation>
  </message>
  <message>
   <source>Tennessee</source>
   <translation>Tennessee</translation>
  </message>
  <message>
   <source>Test rows</source>
   <translation>Testzeilen</translation>
  </message>
  <message>
   <source>Texas</source>
   <translation>Texas</translation>
  </message>
  <message>
   <source>Text (CSV)</source>
   <translation>Text (CSV)</translation>
  </message>
  <message>
   <source>Text (TSV)</source>
   <translation>Text (TSV)</translation>
  </message>
  <message>
   <source>Text is from {text_sizes} to {text_sizes2} per cent.</source>
   <translation>Text geht von {text_sizes} bis {text_sizes2} Prozent.</translation>
  </message>
  <message>
   <source>Text lists read apart from, in MB</source>
   <translation>Textlisten getrennt lesen ab, in MB</translation>
  </message>
  <message>
   <source>Thailand</source>
   <translation>Thailand</translation>
  </message>
  <message>
   <source>That did not work</source>
   <translation>Das ging nicht</translation>
  </message>
  <message>
   <source>That has passed. Say a time that is ahead.</source>
   <translation>Das ist schon vorbei. Einen Zeitpunkt angeben, der noch bevorsteht.</translation>
  </message>
  <message>
   <source>That is a holiday there: {holiday}. Keep it only if they named it.</source>
   <translation>Das ist dort ein Feiertag: {holiday}. Behalten Sie ihn nur, wenn er dort genannt wurde.</translation>
  </message>
  <message>
   <source>That is after the window closes ({closes}). Choose an earlier time.</source>
   <translation>Das liegt nach Ablauf der Frist ({closes}). Wählen Sie eine frühere Zeit.</translation>
  </message>
  <message>
   <source>That is after your shift ends at {ends:%H:%M}: anyone may call.</source>
   <translation>Ihre Schicht endet schon um {ends:%H:%M}: Alle dürfen anrufen.</translation>
  </message>
  <message>
   <source>That is all your team's limit allows for now. Wait, or ask a supervisor to raise it.</source>
   <translation>Mehr lässt die Grenze Ihres Teams im Moment nicht zu. Bitte warten, oder bitten Sie die Teamleitung, sie anzuheben.</translation>
  </message>
  <message>
   <source>That is all your team's limit allows in a day. Ask a supervisor to raise it.</source>
   <translation>Mehr lässt die Grenze Ihres Teams an einem Tag nicht zu. Bitten Sie die Teamleitung, sie anzuheben.</translation>
  </message>
  <message>
   <source>That is all your team's limit allows in an hour. Wait, or ask a supervisor to raise it.</source>
   <translation>Mehr lässt die Grenze Ihres Teams in einer Stunde nicht zu. Bitte warten, oder bitten Sie die Teamleitung, sie anzuheben.</translation>
  </message>
  <message>
   <source>That is another question</source>
   <translation>Das ist eine andere Frage</translation>
  </message>
  <message>
   <source>That is before your shift starts at {begins:%H:%M}: anyone may call.</source>
   <translation>Ihre Schicht beginnt erst um {begins:%H:%M}: Alle dürfen anrufen.</translation>
  </message>
  <message>
   <source>That is in your break from {begins:%H:%M} to {ends:%H:%M}: anyone may call.</source>
   <translation>Das liegt in Ihrer Pause von {begins:%H:%M} bis {ends:%H:%M}: Alle dürfen anrufen.</translation>
  </message>
  <message>
   <source>That is more than two years ahead.</source>
   <translation>Das ist mehr als zwei Jahre hin.</translation>
  </message>
  <message>
   <source>That is none of their numbers. Choose one that is shown.</source>
   <translation>Diese Nummer gehört nicht dazu. Wählen Sie eine der angezeigten.</translation>
  </message>
  <message>
   <source>That is said before an event only: phase = before.</source>
   <translation>Das gilt nur vor einer Veranstaltung: phase = before.</translation>
  </message>
  <message>
   <source>That is taken back already, or was never there.</source>
   <translation>Das ist schon zurückgenommen oder war nie da.</translation>
  </message>
  <message>
   <source>That is the person you are calling. Write who they named.</source>
   <translation>Das ist die Person, die Sie anrufen. Schreiben Sie, wer genannt wurde.</translation>
  </message>
  <message>
   <source>That is {too_few} to say anything.</source>
   <translation>Das sind {too_few}, um etwas zu sagen.</translation>
  </message>
  <message>
   <source>That number cannot be dialled. Write it with its country code, like +44.</source>
   <translation>Diese Nummer kann nicht gewählt werden. Schreiben Sie sie mit Ländervorwahl, etwa +44.</translation>
  </message>
  <message>
   <source>That number cannot be dialled: {why}. Choose another.</source>
   <translation>Diese Nummer kann nicht gewählt werden: {why}. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>That time has passed. Choose a later one.</source>
   <translation>Diese Zeit ist vorbei. Wählen Sie eine spätere.</translation>
  </message>
  <message>
   <source>That was the last question. Choose another on the left, or begin again.</source>
   <translation>Das war die letzte Frage. Wählen Sie links eine andere, oder beginnen Sie neu.</translation>
  </message>
  <message>
   <source>The (0) was left out.</source>
   <translation>Die (0) wurde weggelassen.</translation>
  </message>
  <message>
   <source>The CRM's file is read: {counts}.</source>
   <translation>Die CRM-Datei ist gelesen: {counts}.</translation>
  </message>
  <message>
   <source>The CRM's file is taken back</source>
   <translation>Die CRM-Datei ist zurückgenommen</translation>
  </message>
  <message>
   <source>The Telemarketing Sales Rule exempts most calls to businesses, but not from its rules on misleading statements.</source>
   <translation>Die Telemarketing Sales Rule nimmt die meisten Anrufe bei Unternehmen aus, nicht aber von ihren Regeln gegen irreführende Angaben.</translation>
  </message>
  <message>
   <source>The address asks for a connection that is not safe ({name}). Take that out of it: the server is asked for TLS and SCRAM, and its certificate is checked. Who must do without can allow it for this server in the settings of this computer.</source>
   <translation>Die Adresse verlangt eine Verbindung, die nicht sicher ist ({name}). Nehmen Sie das heraus: Vom Server werden TLS und SCRAM verlangt, und sein Zertifikat wird geprüft. Wer ohne auskommen muss, kann es für diesen Server in den Einstellungen dieses Computers erlauben.</translation>
  </message>
  <message>
   <source>The address they give you</source>
   <translation>Die genannte Adresse</translation>
  </message>
  <message>
   <source>The amount says {one} and the currency {other}. Which is meant?</source>
   <translation>Beim Betrag steht {one}, bei der Währung {other}. Was ist gemeint?</translation>
  </message>
  <message>
   <source>The answer about {name} could be disputed until {day}. It stands.</source>
   <translation>Die Antwort zu {name} konnte bis {day} beanstandet werden. Sie gilt.</translation>
  </message>
  <message>
   <source>The answer about {name} is disputed. Review that first.</source>
   <translation>Die Antwort zu {name} ist strittig. Prüfen Sie das zuerst.</translation>
  </message>
  <message>
   <source>The answer about {name} was disputed once and reviewed. That stands.</source>
   <translation>Die Antwort zu {name} war schon einmal strittig und wurde geprüft. Dabei bleibt es.</translation>
  </message>
  <message>
   <source>The answer is taken back. The question waits again.</source>
   <translation>Die Antwort ist zurückgenommen. Die Frage wartet wieder.</translation>
  </message>
  <message>
   <source>The answer itself is missing. Write “takes” or “sends back”.</source>
   <translation>Die Antwort selbst fehlt. Schreiben Sie „takes“ oder „sends back“.</translation>
  </message>
  <message>
   <source>The answer stands</source>
   <translation>Die Antwort gilt</translation>
  </message>
  <message>
   <source>The answer stands: {because}</source>
   <translation>Die Antwort gilt: {because}</translation>
  </message>
  <message>
   <source>The answer was changed</source>
   <translation>Die Antwort wurde geändert</translation>
  </message>
  <message>
   <source>The answer was changed: {because}</source>
   <translation>Die Antwort wurde geändert: {because}</translation>
  </message>
  <message>
   <source>The answers in {file} are not whole, or were changed by hand. Open it in a browser, and save it with its own button.</source>
   <translation>Die Antworten in {file} sind nicht vollständig oder von Hand geändert. Öffnen Sie die Datei im Browser, und speichern Sie sie mit dem Knopf auf der Seite.</translation>
  </message>
  <message>
   <source>The area code is missing, or the zero before it.</source>
   <translation>Die Ortsvorwahl fehlt oder die Null davor.</translation>
  </message>
  <message>
   <source>The area code is missing: find it out and put it in front.</source>
   <translation>Die Ortsvorwahl fehlt: Finden Sie sie heraus und setzen Sie sie davor.</translation>
  </message>
  <message>
   <source>The backup could not be put in place.</source>
   <translation>Die Sicherung konnte nicht zurückgespielt werden.</translation>
  </message>
  <message>
   <source>The backup is being made. You can go on.</source>
   <translation>Die Sicherung wird gemacht. Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>The backup is read through and compared.</source>
   <translation>Die Sicherung wird durchgelesen und verglichen.</translation>
  </message>
  <message>
   <source>The backup is the workspace now.</source>
   <translation>Die Sicherung ist jetzt der Arbeitsbereich.</translation>
  </message>
  <message>
   <source>The backup is {file}. It was checked after it was written.</source>
   <translation>Die Sicherung liegt in {file}. Sie wurde nach dem Schreiben geprüft.</translation>
  </message>
  <message>
   <source>The backup {why} could not be made: {fault} Work goes on without it.</source>
   <translation>Die Sicherung {why} war nicht möglich: {fault} Die Arbeit geht ohne sie weiter.</translation>
  </message>
  <message>
   <source>The batch and its leads</source>
   <translation>Das Paket und seine Leads</translation>
  </message>
  <message>
   <source>The batch could not be written. It is unchanged and still ready.</source>
   <translation>Das Paket konnte nicht geschrieben werden. Es ist unverändert und weiter bereit.</translation>
  </message>
  <message>
   <source>The batch is unchanged and still ready.</source>
   <translation>Das Paket ist unverändert und weiter bereit.</translation>
  </message>
  <message>
   <source>The batch was taken back.</source>
   <translation>Das Paket wurde zurückgeholt.</translation>
  </message>
  <message>
   <source>The batch went to</source>
   <translation>Die Übergabe ging an</translation>
  </message>
  <message>
   <source>The belief chosen</source>
   <translation>Die gewählte Annahme</translation>
  </message>
  <message>
   <source>The beliefs</source>
   <translation>Die Annahmen</translation>
  </message>
  <message>
   <source>The best one first, as: German, English. Scripts open in them.</source>
   <translation>Die beste zuerst, etwa: Deutsch, Englisch. Leitfäden öffnen sich darin.</translation>
  </message>
  <message>
   <source>The brief is written.</source>
   <translation>Der Steckbrief ist geschrieben.</translation>
  </message>
  <message>
   <source>The brief of a lead stands here.</source>
   <translation>Hier steht der Steckbrief eines Leads.</translation>
  </message>
  <message>
   <source>The calendar file is at {path}.</source>
   <translation>Die Kalenderdatei liegt unter {path}.</translation>
  </message>
  <message>
   <source>The call waits to be looked at again.</source>
   <translation>Der Anruf wartet darauf, angesehen zu werden.</translation>
  </message>
  <message>
   <source>The call was not ended.</source>
   <translation>Der Anruf wurde nicht beendet.</translation>
  </message>
  <message>
   <source>The call window has closed.</source>
   <translation>Die Anruffrist ist abgelaufen.</translation>
  </message>
  <message>
   <source>The call window has not opened yet.</source>
   <translation>Die Anruffrist hat noch nicht begonnen.</translation>
  </message>
  <message>
   <source>The calling hours of {name} may be over, and the line is down.</source>
   <translation>Die Anrufzeiten von {name} sind möglicherweise vorbei, und die Verbindung ist unterbrochen.</translation>
  </message>
  <message>
   <source>The campaign has no words for this question yet. Ask for them.</source>
   <translation>Die Kampagne hat für diese Frage noch keinen Wortlaut. Lassen Sie ihn ergänzen.</translation>
  </message>
  <message>
   <source>The campaign has no words for this question yet. Your supervisor writes them, under On the call.</source>
   <translation>Die Kampagne hat für diese Frage noch keinen Wortlaut. Die Teamleitung schreibt ihn unter „Im Gespräch“.</translation>
  </message>
  <message>
   <source>The campaign is not there any more.</source>
   <translation>Die Kampagne gibt es nicht mehr.</translation>
  </message>
  <message numerus="yes">
   <source>The campaign is paused: nobody calls the {n:,} leads that are left.</source>
   <extracomment>One: The campaign is paused: nobody calls the {n:,} lead that is left.</extracomment>
   <translation>
    <numerusform>Die Kampagne pausiert: Den {n:,} übrigen Lead ruft niemand an.</numerusform>
    <numerusform>Die Kampagne pausiert: Die {n:,} übrigen Leads ruft niemand an.</numerusform>
   </translation>
  </message>
  <message>
   <source>The campaign says who is called, why, and where qualified leads go.</source>
   <translation>Die Kampagne sagt, wer angerufen wird, warum, und wohin qualifizierte Leads gehen.</translation>
  </message>
  <message>
   <source>The campaign, section by section</source>
   <translation>Die Kampagne, Abschnitt für Abschnitt</translation>
  </message>
  <message>
   <source>The campaigns are being read.</source>
   <translation>Die Kampagnen werden gelesen.</translation>
  </message>
  <message>
   <source>The certificate of {host} is not good for it: {why}. Ask who runs it; nothing was sent.</source>
   <translation>Das Zertifikat von {host} gilt nicht: {why}. Fragen Sie, wer den Server betreibt; gesendet wurde nichts.</translation>
  </message>
  <message>
   <source>The choice “{choice}” is twice in the list “{list}”. Keep one.</source>
   <translation>Die Auswahl „{choice}“ steht zweimal in der Liste „{list}“. Behalten Sie eine.</translation>
  </message>
  <message>
   <source>The choices made for it hold.</source>
   <translation>Die Auswahl von damals gilt weiter.</translation>
  </message>
  <message>
   <source>The clock here is wrong</source>
   <translation>Die Uhr hier geht falsch</translation>
  </message>
  <message>
   <source>The clock of these times</source>
   <translation>Die Uhr dieser Zeiten</translation>
  </message>
  <message>
   <source>The column “{heading}” was read as an answer to: {asked}</source>
   <translation>Die Spalte „{heading}“ wurde als Antwort gelesen auf: {asked}</translation>
  </message>
  <message>
   <source>The column “{heading}” was read as {field}.</source>
   <translation>Die Spalte „{heading}“ wurde als {field} gelesen.</translation>
  </message>
  <message>
   <source>The columns do not fit this list.</source>
   <translation>Die Spalten passen nicht zu dieser Liste.</translation>
  </message>
  <message>
   <source>The columns “{first}” and “{second}” both answer “{question}”. Keep one of them.</source>
   <translation>Die Spalten „{first}“ und „{second}“ beantworten beide „{question}“. Behalten Sie eine davon.</translation>
  </message>
  <message>
   <source>The company they know</source>
   <translation>Das Unternehmen, das sie kennen</translation>
  </message>
  <message>
   <source>The condition ends too early.</source>
   <translation>Die Bedingung endet zu früh.</translation>
  </message>
  <message>
   <source>The consent to call them ended on {day}. Get a new one first.</source>
   <translation>Die Einwilligung zum Anruf endete am {day}. Holen Sie zuerst eine neue ein.</translation>
  </message>
  <message>
   <source>The consumer code does not name them. The call must concern their profession; say where you have them from and that they may object. A no is kept as a fingerprint.</source>
   <translation>Das Verbrauchergesetz nennt sie nicht. Der Anruf muss ihren Beruf betreffen; sagen Sie, woher Sie die Daten haben und dass sie widersprechen können. Ein Nein wird als Fingerabdruck aufbewahrt.</translation>
  </message>
  <message>
   <source>The copy is being made. You can go on.</source>
   <translation>Die Kopie entsteht. Sie können weitermachen.</translation>
  </message>
  <message>
   <source>The copy is damaged and was thrown away: {why}</source>
   <translation>Die Kopie ist beschädigt und wurde verworfen: {why}</translation>
  </message>
  <message>
   <source>The copy is not equal to its source ({what}). It was thrown away: there is no workspace at {place}.</source>
   <translation>Die Kopie gleicht ihrer Quelle nicht ({what}). Sie wurde verworfen: Unter {place} ist kein Arbeitsbereich.</translation>
  </message>
  <message>
   <source>The copy is {file}. It was checked after it was written.</source>
   <translation>Die Kopie ist {file}. Sie wurde nach dem Schreiben geprüft.</translation>
  </message>
  <message>
   <source>The copy of {table} was not whole and was thrown away.</source>
   <translation>Die Kopie von {table} war nicht vollständig und wurde verworfen.</translation>
  </message>
  <message>
   <source>The country is not known: name it, or start the number with + and its code.</source>
   <translation>Das Land ist nicht bekannt: Nennen Sie es, oder beginnen Sie die Nummer mit + und der Ländervorwahl.</translation>
  </message>
  <message>
   <source>The criterion it is about</source>
   <translation>Das Kriterium dazu</translation>
  </message>
  <message>
   <source>The damaged file is being read, page by page.</source>
   <translation>Die beschädigte Datei wird gelesen, Seite für Seite.</translation>
  </message>
  <message>
   <source>The database is being checked. You can go on.</source>
   <translation>Die Datenbank wird geprüft. Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>The database was checked. Nothing is wrong with it.</source>
   <translation>Die Datenbank wurde geprüft. Sie ist in Ordnung.</translation>
  </message>
  <message>
   <source>The day comes first</source>
   <translation>Der Tag steht vorn</translation>
  </message>
  <message>
   <source>The day it was given</source>
   <translation>Der Tag der Erteilung</translation>
  </message>
  <message>
   <source>The day they are called again</source>
   <translation>Der Tag des nächsten Anrufs</translation>
  </message>
  <message>
   <source>The day, or a day of the week</source>
   <translation>Der Tag, oder ein Tag der Woche</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Der Datenträger ist voll</translation>
  </message>
  <message>
   <source>The disk is full, so nothing more can be saved. Make room there and try again.</source>
   <translation>Der Datenträger ist voll, es kann nichts mehr gespeichert werden. Schaffen Sie dort Platz und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The disk is full, so {file} was not written. Make room there.</source>
   <translation>Die Festplatte ist voll, {file} wurde nicht geschrieben. Bitte dort Platz schaffen.</translation>
  </message>
  <message>
   <source>The disk is full. Make room there, or choose another folder.</source>
   <translation>Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The disk of this computer is full. Make room there, and load the list again.</source>
   <translation>Der Datenträger dieses Computers ist voll. Schaffen Sie Platz und lesen Sie die Liste noch einmal ein.</translation>
  </message>
  <message>
   <source>The disk takes no file of that size. Choose another folder.</source>
   <translation>Der Datenträger nimmt keine Datei dieser Größe. Bitte einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>The disk takes no files of that size. Choose another folder.</source>
   <translation>Der Datenträger nimmt keine Dateien dieser Größe. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The disk with {folder} is full. Make room there.</source>
   <translation>Der Datenträger mit {folder} ist voll. Schaffen Sie dort Platz.</translation>
  </message>
  <message>
   <source>The dispute about {name} is withdrawn</source>
   <translation>Die Beanstandung zu {name} ist zurückgezogen</translation>
  </message>
  <message>
   <source>The dispute was withdrawn</source>
   <translation>Die Beanstandung wurde zurückgezogen</translation>
  </message>
  <message>
   <source>The draft is dropped</source>
   <translation>Der Entwurf ist verworfen</translation>
  </message>
  <message>
   <source>The event begins</source>
   <translation>Beginn der Veranstaltung</translation>
  </message>
  <message>
   <source>The event begins on</source>
   <translation>Veranstaltung beginnt am</translation>
  </message>
  <message>
   <source>The event ended on {day}, {at:%H:%M} in {place}. Callers ask who was there, and qualify.</source>
   <translation>Die Veranstaltung endete am {day}, {at:%H:%M} Uhr in {place}. Caller fragen, wer da war, und qualifizieren.</translation>
  </message>
  <message>
   <source>The event ends</source>
   <translation>Ende der Veranstaltung</translation>
  </message>
  <message>
   <source>The event ends before it starts. Give it a later end.</source>
   <translation>Die Veranstaltung endet, bevor sie beginnt. Geben Sie ein späteres Ende an.</translation>
  </message>
  <message>
   <source>The event is not over before {ends}. Load who was there then.</source>
   <translation>Die Veranstaltung endet erst {ends}. Lesen Sie danach ein, wer da war.</translation>
  </message>
  <message>
   <source>The file is larger than 1 MB. A script is far shorter.</source>
   <translation>Die Datei ist größer als 1 MB. Ein Leitfaden ist viel kürzer.</translation>
  </message>
  <message>
   <source>The file is written anew, but another window reads it and holds its log. Close the other windows and compact it again.</source>
   <translation>Die Datei ist neu geschrieben, aber ein anderes Fenster liest sie und hält ihr Protokoll. Schließen Sie die anderen Fenster, und schreiben Sie sie noch einmal neu.</translation>
  </message>
  <message>
   <source>The file itself is damaged: {detail}.</source>
   <translation>Die Datei selbst ist beschädigt: {detail}.</translation>
  </message>
  <message>
   <source>The file with the certificates to believe is not there: {file}. Choose it in the settings; whoever runs the team database has it.</source>
   <translation>Die Datei mit den Zertifikaten, denen geglaubt wird, gibt es nicht: {file}. Wählen Sie sie in den Einstellungen; wer die Team-Datenbank betreibt, hat sie.</translation>
  </message>
  <message>
   <source>The files are written, but the mail to {address} was not sent. Look at the mail server in Settings.</source>
   <translation>Die Dateien sind geschrieben, aber die E-Mail an {address} ging nicht hinaus. Prüfen Sie den Mailserver in den Einstellungen.</translation>
  </message>
  <message>
   <source>The files are written, but there is no mail server to send them. Set one in Settings.</source>
   <translation>Die Dateien sind geschrieben, aber es gibt keinen Mailserver für den Versand. Tragen Sie einen in den Einstellungen ein.</translation>
  </message>
  <message>
   <source>The files do not read back as they were written. Choose another folder, and have the disk looked at. The batch is unchanged and still ready.</source>
   <translation>Die Dateien lassen sich nicht so lesen, wie sie geschrieben wurden. Wählen Sie einen anderen Ordner und lassen Sie den Datenträger prüfen. Das Paket ist unverändert und weiter bereit.</translation>
  </message>
  <message>
   <source>The files stay where they are: sales may have them open.</source>
   <translation>Die Dateien bleiben, wo sie sind: Der Vertrieb hat sie vielleicht offen.</translation>
  </message>
  <message>
   <source>The first answer counts: this row was not used. If it is wrong, dispute it.</source>
   <translation>Die erste Antwort zählt: Diese Zeile wurde nicht verwendet. Wenn sie falsch ist, widersprechen Sie ihr.</translation>
  </message>
  <message>
   <source>The first five leads</source>
   <translation>Die ersten fünf Leads</translation>
  </message>
  <message>
   <source>The first is called again on {day}.</source>
   <translation>Der erste wird am {day} wieder angerufen.</translation>
  </message>
  <message>
   <source>The first lead</source>
   <translation>Der erste Lead</translation>
  </message>
  <message>
   <source>The first one is made here.</source>
   <translation>Die erste wird hier angelegt.</translation>
  </message>
  <message>
   <source>The first page of {file} is damaged, without which an encrypted file cannot be read in pieces. Put back a backup.</source>
   <translation>Die erste Seite von {file} ist beschädigt; ohne sie lässt sich eine verschlüsselte Datei nicht stückweise lesen. Spielen Sie eine Sicherung zurück.</translation>
  </message>
  <message>
   <source>The first rows, as they stand in the file</source>
   <translation>Die ersten Zeilen, wie sie in der Datei stehen</translation>
  </message>
  <message>
   <source>The first {shown:,} of {count:,} rows</source>
   <translation>Die ersten {shown:,} von {count:,} Zeilen</translation>
  </message>
  <message>
   <source>The folder for {file} is gone. Choose another folder.</source>
   <translation>Den Ordner für {file} gibt es nicht mehr. Bitte einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>The folder {folder} is not there. Make it first.</source>
   <translation>Den Ordner {folder} gibt es nicht. Legen Sie ihn zuerst an.</translation>
  </message>
  <message>
   <source>The folder {folder} is not there. Make it, or choose another one.</source>
   <translation>Den Ordner {folder} gibt es nicht. Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>The folder's name is too long. Choose one with a shorter path.</source>
   <translation>Der Ordnername ist zu lang. Wählen Sie einen mit kürzerem Pfad.</translation>
  </message>
  <message>
   <source>The forecast is being worked out.</source>
   <translation>Die Prognose wird berechnet.</translation>
  </message>
  <message>
   <source>The function {name} has no search path of its own.</source>
   <translation>Die Funktion {name} hat keinen eigenen Suchpfad.</translation>
  </message>
  <message>
   <source>The function {name} is another one than this qualdesk's.</source>
   <translation>Die Funktion {name} ist eine andere als die dieses qualdesk.</translation>
  </message>
  <message>
   <source>The function {name} is not ours.</source>
   <translation>Die Funktion {name} stammt nicht von uns.</translation>
  </message>
  <message>
   <source>The function {name} may be called by {who}.</source>
   <translation>Die Funktion {name} darf aufgerufen werden von: {who}.</translation>
  </message>
  <message>
   <source>The governor may proclaim further days.</source>
   <translation>Der Gouverneur kann weitere Tage ausrufen.</translation>
  </message>
  <message>
   <source>The ground</source>
   <translation>Die Rechtsgrundlage</translation>
  </message>
  <message>
   <source>The ground for calling</source>
   <translation>Die Rechtsgrundlage</translation>
  </message>
  <message>
   <source>The ground in a sentence</source>
   <translation>Die Rechtsgrundlage in einem Satz</translation>
  </message>
  <message>
   <source>The highest chance of an answer anybody is given</source>
   <translation>Höchste Chance auf Annahme, die jemand bekommt</translation>
  </message>
  <message>
   <source>The history</source>
   <translation>Der Verlauf</translation>
  </message>
  <message>
   <source>The history does not add up from entry {number} on.</source>
   <translation>Der Verlauf stimmt ab Eintrag {number} nicht mehr.</translation>
  </message>
  <message>
   <source>The history of the source is not whole: see qualdesk history verify. To move it as it is: --even-if-broken</source>
   <translation>Der Verlauf der Quelle ist nicht unversehrt: siehe qualdesk history verify. Um sie so umzuziehen: --even-if-broken</translation>
  </message>
  <message>
   <source>The house calls from {hours}.</source>
   <translation>Das Haus telefoniert von {hours}.</translation>
  </message>
  <message>
   <source>The house does not call on {names}.</source>
   <translation>Das Haus telefoniert {names} nicht.</translation>
  </message>
  <message>
   <source>The id belongs to {batch}, the row says {other}. Rows of two batches are mixed: answer each in its own sheet.</source>
   <translation>Die ID gehört zu {batch}, in der Zeile steht {other}. Zeilen aus zwei Paketen sind vermischt: Beantworten Sie jedes in seiner eigenen Tabelle.</translation>
  </message>
  <message>
   <source>The id is missing. Copy the row again from the sheet that we sent.</source>
   <translation>Die ID fehlt. Kopieren Sie die Zeile noch einmal aus der Tabelle, die wir geschickt haben.</translation>
  </message>
  <message>
   <source>The invitation cannot be written to {folder}: {why}. Choose another folder.</source>
   <translation>Die Einladung kann nicht nach {folder} geschrieben werden: {why}. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The key cannot be read from {file}. Check the file.</source>
   <translation>Der Schlüssel in {file} ist nicht lesbar. Prüfen Sie die Datei.</translation>
  </message>
  <message>
   <source>The key for voicemail leaves one and goes on; it says which message it is.</source>
   <translation>Die Taste für die Mailbox hinterlässt eine und geht weiter; sie sagt, die wievielte es ist.</translation>
  </message>
  <message>
   <source>The key is empty. Put the key into a file, on one line.</source>
   <translation>Der Schlüssel ist leer. Legen Sie ihn in einer Datei ab, in einer Zeile.</translation>
  </message>
  <message>
   <source>The key is in {file}.</source>
   <translation>Der Schlüssel steht in {file}.</translation>
  </message>
  <message>
   <source>The key of the hashes</source>
   <translation>Der Schlüssel der Hashes</translation>
  </message>
  <message>
   <source>The key of “{command}” is the usual one: “{other}” has that key.</source>
   <translation>Die Taste von „{command}“ ist die übliche: „{other}“ hat diese Taste.</translation>
  </message>
  <message>
   <source>The keyring has it.</source>
   <translation>Der Schlüsselbund hat es.</translation>
  </message>
  <message>
   <source>The language of the window is one of: {languages}.</source>
   <translation>Die Sprache des Fensters ist eine von: {languages}.</translation>
  </message>
  <message>
   <source>The last batches</source>
   <translation>Die letzten Pakete</translation>
  </message>
  <message>
   <source>The last copy</source>
   <translation>Die letzte Kopie</translation>
  </message>
  <message>
   <source>The last day away comes before the first.</source>
   <translation>Der letzte Abwesenheitstag liegt vor dem ersten.</translation>
  </message>
  <message>
   <source>The last day it holds</source>
   <translation>Der letzte Tag, an dem sie gilt</translation>
  </message>
  <message>
   <source>The last day of calling</source>
   <translation>Der letzte Tag für Anrufe</translation>
  </message>
  <message>
   <source>The last run failed.</source>
   <translation>Der letzte Lauf schlug fehl.</translation>
  </message>
  <message>
   <source>The last version that both still agree to is in force again. The reason is kept with it.</source>
   <translation>Es gilt wieder die letzte Version, der beide noch zustimmen. Der Grund wird dabei festgehalten.</translation>
  </message>
  <message>
   <source>The law asks to keep a no for {days:,} days. Give at least as many, or keep it for good.</source>
   <translation>Das Gesetz verlangt, ein Nein {days:,} Tage zu behalten. Geben Sie mindestens so viele an oder behalten Sie es dauerhaft.</translation>
  </message>
  <message>
   <source>The law names natural persons; no rule for legal persons was found. Whoever is called in their own name may be a sole trader.</source>
   <translation>Das Gesetz nennt natürliche Personen; eine Regel für juristische Personen wurde nicht gefunden. Wer unter eigenem Namen angerufen wird, kann ein Einzelunternehmen sein.</translation>
  </message>
  <message>
   <source>The lead after it</source>
   <translation>Der Lead danach</translation>
  </message>
  <message>
   <source>The lead chosen</source>
   <translation>Der gewählte Lead</translation>
  </message>
  <message>
   <source>The lead in hand</source>
   <translation>Der aktuelle Lead</translation>
  </message>
  <message>
   <source>The lead opened</source>
   <translation>Der geöffnete Lead</translation>
  </message>
  <message>
   <source>The lead under the cursor is explained here.</source>
   <translation>Hier wird der Lead unter dem Cursor erklärt.</translation>
  </message>
  <message>
   <source>The leading zero was missing.</source>
   <translation>Die Null am Anfang fehlte.</translation>
  </message>
  <message>
   <source>The leads are being counted.</source>
   <translation>Die Leads werden gezählt.</translation>
  </message>
  <message>
   <source>The leads behind the number</source>
   <translation>Die Leads hinter der Zahl</translation>
  </message>
  <message>
   <source>The letters of {file} cannot be read. Open it in a browser, and save it with its own button.</source>
   <translation>Die Buchstaben in {file} sind nicht zu lesen. Öffnen Sie die Datei im Browser, und speichern Sie sie mit dem Knopf auf der Seite.</translation>
  </message>
  <message>
   <source>The letters were read as {letters}. Choose others if names look wrong.</source>
   <translation>Die Zeichen wurden als {letters} gelesen. Wählen Sie andere, wenn Namen falsch aussehen.</translation>
  </message>
  <message>
   <source>The licence, word for word</source>
   <translation>Die Lizenz im Wortlaut</translation>
  </message>
  <message>
   <source>The limit {name} is a whole number from {least:,} to {most:,}, not {written!r}.</source>
   <translation>Die Grenze {name} ist eine ganze Zahl von {least:,} bis {most:,}, nicht {written!r}.</translation>
  </message>
  <message>
   <source>The limits were changed again since. That stands.</source>
   <translation>Die Grenzen wurden seitdem erneut geändert. Das bleibt so.</translation>
  </message>
  <message>
   <source>The line is back.</source>
   <translation>Die Verbindung ist wieder da.</translation>
  </message>
  <message>
   <source>The line is down: hours and other promises are checked when it is back.</source>
   <translation>Die Verbindung ist unterbrochen: Zeiten und andere Zusagen werden geprüft, wenn sie wieder da ist.</translation>
  </message>
  <message>
   <source>The line of {name} is changed</source>
   <translation>Die Zeile zu {name} ist geändert</translation>
  </message>
  <message>
   <source>The line over a bar is how far chance alone may move it: where two lines overlap, the sources may be equally good. Sources with few leads are counted, not compared.</source>
   <translation>Die Linie über einem Balken zeigt, wie weit allein der Zufall ihn bewegen kann: Wo zwei Linien sich überlappen, sind beide vielleicht gleich gut. Bei wenigen Leads wird gezählt, nicht verglichen.</translation>
  </message>
  <message>
   <source>The line to {host} broke while the mail was on its way: it may have arrived. Ask {name} before you send it again.</source>
   <translation>Die Verbindung zu {host} brach ab, während die E-Mail unterwegs war: Sie ist vielleicht angekommen. Fragen Sie {name}, bevor Sie sie noch einmal senden.</translation>
  </message>
  <message>
   <source>The line to {host} broke. Try again in some minutes.</source>
   <translation>Die Verbindung zu {host} brach ab. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
  </message>
  <message>
   <source>The list cannot be written to {file}. Choose another folder.</source>
   <translation>Die Liste lässt sich nicht nach {file} schreiben. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The list does not add up. The Floor page shows the leads that do not.</source>
   <translation>Die Liste geht nicht auf. Die Seite Team zeigt die Leads, an denen es liegt.</translation>
  </message>
  <message>
   <source>The list does not say whether they may be called.</source>
   <translation>Die Liste sagt nicht, ob angerufen werden darf.</translation>
  </message>
  <message>
   <source>The list itself asks for it, in this row or in another one of the same person.</source>
   <translation>Die Liste selbst verlangt es, in dieser oder einer anderen Zeile derselben Person.</translation>
  </message>
  <message>
   <source>The list of accounts</source>
   <translation>Die Kundenliste</translation>
  </message>
  <message>
   <source>The list of who came was loaded on {day}, {at:%H:%M}.</source>
   <translation>Die Liste, wer da war, wurde am {day} um {at:%H:%M} Uhr eingelesen.</translation>
  </message>
  <message>
   <source>The list says: do not contact.</source>
   <translation>Die Liste sagt: nicht kontaktieren.</translation>
  </message>
  <message>
   <source>The list since it began</source>
   <translation>Die Liste seit Beginn</translation>
  </message>
  <message>
   <source>The list stays in the table, with what became of it.</source>
   <translation>Die Liste bleibt in der Tabelle, mit dem, was aus ihr wurde.</translation>
  </message>
  <message>
   <source>The lists are as they were.</source>
   <translation>Die Listen sind, wie sie waren.</translation>
  </message>
  <message>
   <source>The lists disagree about Saturdays and Sundays; the statute was not seen.</source>
   <translation>Die Listen sind sich bei Samstagen und Sonntagen nicht einig; das Gesetz lag nicht vor.</translation>
  </message>
  <message>
   <source>The lists disagree about holidays; closed on them is the careful reading.</source>
   <translation>Die Listen sind sich bei Feiertagen nicht einig; vorsichtshalber keine Anrufe.</translation>
  </message>
  <message>
   <source>The login or the password has letters that mail servers do not take.</source>
   <translation>Anmeldung oder Passwort enthalten Zeichen, die Mailserver nicht annehmen.</translation>
  </message>
  <message>
   <source>The login {login} is nobody's.</source>
   <translation>Der Login {login} gehört niemandem.</translation>
  </message>
  <message>
   <source>The login {login} was not made by qualdesk. Take it away by hand, then empty it here.</source>
   <translation>Der Login {login} wurde nicht von qualdesk angelegt. Bitte von Hand entfernen, dann hier leeren.</translation>
  </message>
  <message>
   <source>The longest text has 1 letter or more.</source>
   <translation>Der längste Text hat 1 Zeichen oder mehr.</translation>
  </message>
  <message>
   <source>The look is one of: {themes}.</source>
   <translation>Die Ansicht ist eine von: {themes}.</translation>
  </message>
  <message>
   <source>The mail has {size:.1f} MB, more than {host} takes. Send the files another way.</source>
   <translation>Die E-Mail hat {size:.1f} MB, mehr als {host} annimmt. Schicken Sie die Dateien auf anderem Weg.</translation>
  </message>
  <message>
   <source>The mail server is not written as it should be. Set it again.</source>
   <translation>Der Mailserver ist nicht richtig eingetragen. Tragen Sie ihn neu ein.</translation>
  </message>
  <message>
   <source>The mail was not sent. Read what the mail server said, and send it again.</source>
   <translation>Die E-Mail wurde nicht gesendet. Lesen Sie, was der Mailserver sagt, und senden Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>The mails cannot be written to {folder}: {why}. Choose another folder.</source>
   <translation>Die E-Mails lassen sich nicht nach {folder} schreiben: {why}. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The main button of the screen. On the desk: dial, reached, end call, save and next lead</source>
   <translation>Die große Schaltfläche der Seite. Am Arbeitsplatz: wählen, erreicht, Anruf beenden, speichern und nächster Lead</translation>
  </message>
  <message>
   <source>The month comes first</source>
   <translation>Der Monat steht vorn</translation>
  </message>
  <message numerus="yes">
   <source>The must-have is met, with {points}; {n} are needed.</source>
   <extracomment>One: The must-have is met, with {points}; {n} is needed.</extracomment>
   <translation>
    <numerusform>Das Muss-Kriterium ist erfüllt: {points}, nötig ist {n}.</numerusform>
    <numerusform>Das Muss-Kriterium ist erfüllt: {points}, nötig sind {n}.</numerusform>
   </translation>
  </message>
  <message>
   <source>The name of a caller. They get it before all others.</source>
   <translation>Der Name eines Callers, der ihn vor allen anderen bekommt.</translation>
  </message>
  <message>
   <source>The name “{name}” is used twice.</source>
   <translation>Der Name „{name}“ kommt zweimal vor.</translation>
  </message>
  <message>
   <source>The new file is the workspace now.</source>
   <translation>Die neue Datei ist jetzt der Arbeitsbereich.</translation>
  </message>
  <message>
   <source>The new number</source>
   <translation>Die neue Nummer</translation>
  </message>
  <message>
   <source>The newest good backup had {n:,} of them.</source>
   <translation>Die neueste gute Sicherung hatte davon {n:,}.</translation>
  </message>
  <message>
   <source>The newest good backup is of {when}, {ago}: {file}</source>
   <translation>Die neueste gute Sicherung ist von {when}, {ago}: {file}</translation>
  </message>
  <message>
   <source>The newest good backup is {file}.</source>
   <translation>Die neueste gute Sicherung ist {file}.</translation>
  </message>
  <message>
   <source>The newest of so many days, weeks and months. Those made by hand stay until you delete them. Nought everywhere: none is made by itself.</source>
   <translation>Die neuesten von so vielen Tagen, Wochen und Monaten. Von Hand gemachte bleiben, bis Sie sie löschen. Überall null: Keine wird automatisch gemacht.</translation>
  </message>
  <message>
   <source>The newest {shown:,} are shown.</source>
   <translation>Gezeigt werden die neuesten {shown:,}.</translation>
  </message>
  <message>
   <source>The next lead comes at {at}, by itself.</source>
   <translation>Der nächste Lead kommt von selbst: {at}.</translation>
  </message>
  <message>
   <source>The next lead comes by itself in {left}.</source>
   <translation>Der nächste Lead kommt von selbst in {left}.</translation>
  </message>
  <message>
   <source>The next lead comes by itself, as soon as the team's server can be reached.</source>
   <translation>Der nächste Lead kommt von selbst, sobald der Server des Teams erreichbar ist.</translation>
  </message>
  <message>
   <source>The next one</source>
   <translation>Der nächste</translation>
  </message>
  <message>
   <source>The next review is due after the last one.</source>
   <translation>Die nächste Prüfung muss nach der letzten liegen.</translation>
  </message>
  <message>
   <source>The norm</source>
   <translation>Die Norm</translation>
  </message>
  <message>
   <source>The norm is no more than half.</source>
   <translation>Die Norm ist höchstens die Hälfte.</translation>
  </message>
  <message>
   <source>The note</source>
   <translation>Die Notiz</translation>
  </message>
  <message>
   <source>The note was read already.</source>
   <translation>Die Notiz wurde schon gelesen.</translation>
  </message>
  <message>
   <source>The number cannot be dialled.</source>
   <translation>Die Nummer ist nicht wählbar.</translation>
  </message>
  <message>
   <source>The number changed</source>
   <translation>Die Nummer hat sich geändert</translation>
  </message>
  <message>
   <source>The number is copied.</source>
   <translation>Die Nummer ist kopiert.</translation>
  </message>
  <message>
   <source>The number is copied. Dial it on your phone. The timer runs.</source>
   <translation>Die Nummer ist kopiert. Wählen Sie sie auf Ihrem Telefon. Die Zeit läuft.</translation>
  </message>
  <message>
   <source>The number of the lead</source>
   <translation>Die Nummer des Leads</translation>
  </message>
  <message>
   <source>The number of the plant in Hamburg</source>
   <translation>Die Nummer des Werks in Hamburg</translation>
  </message>
  <message>
   <source>The number stays locked.</source>
   <translation>Die Nummer bleibt gesperrt.</translation>
  </message>
  <message>
   <source>The numbers</source>
   <translation>Die Zahlen</translation>
  </message>
  <message numerus="yes">
   <source>The numbers of {n:,} rows were put in one form</source>
   <extracomment>One: The number of {n} row was put in one form</extracomment>
   <translation>
    <numerusform>Die Nummer in {n} Zeile wurde vereinheitlicht</numerusform>
    <numerusform>Die Nummern in {n:,} Zeilen wurden vereinheitlicht</numerusform>
   </translation>
  </message>
  <message>
   <source>The one after it could not be made: {why}</source>
   <translation>Die Sicherung danach war nicht möglich: {why}</translation>
  </message>
  <message>
   <source>The only values the CRM knows</source>
   <translation>Die einzigen Werte, die das CRM kennt</translation>
  </message>
  <message>
   <source>The opportunity</source>
   <translation>Die Verkaufschance</translation>
  </message>
  <message>
   <source>The other campaigns have {others} percent of the calls, so {left} percent are left. Give that, or take some from another campaign first.</source>
   <translation>Die anderen Kampagnen haben {others} Prozent der Anrufe, es bleiben {left} Prozent. Geben Sie diese oder nehmen Sie erst einer anderen Kampagne etwas ab.</translation>
  </message>
  <message>
   <source>The other way round</source>
   <translation>Umgekehrt</translation>
  </message>
  <message>
   <source>The permission to call them ended on {day}. Get a new one first.</source>
   <translation>Die Erlaubnis, sie anzurufen, endete am {day}. Holen Sie zuerst eine neue ein.</translation>
  </message>
  <message>
   <source>The permission to call them has ended</source>
   <translation>Die Erlaubnis, sie anzurufen, ist abgelaufen</translation>
  </message>
  <message>
   <source>The person, on this call</source>
   <translation>Die Person, in diesem Anruf</translation>
  </message>
  <message>
   <source>The phone number of {name} cannot be dialled. Write it with + and the country.</source>
   <translation>Die Nummer von {name} lässt sich nicht wählen. Schreiben Sie sie mit + und Land.</translation>
  </message>
  <message>
   <source>The practice calls were not shipped with this program. Install it anew.</source>
   <translation>Die Übungsanrufe fehlen in diesem Programm. Installieren Sie es neu.</translation>
  </message>
  <message>
   <source>The present text of Bus. &amp; Com. Code 301.051 was not seen.</source>
   <translation>Der geltende Text von Bus. &amp; Com. Code 301.051 lag nicht vor.</translation>
  </message>
  <message>
   <source>The program ended before it could close the workspace, and the end of the log beside the file cannot be read. What was saved last may be missing: look at your last calls, or put back a backup.</source>
   <translation>Das Programm endete, bevor es den Arbeitsbereich schließen konnte, und das Ende des Protokolls neben der Datei ist nicht lesbar. Das zuletzt Gespeicherte kann fehlen: Sehen Sie sich Ihre letzten Anrufe an, oder spielen Sie eine Sicherung zurück.</translation>
  </message>
  <message>
   <source>The program ended before it could close the workspace, and the log beside the file is gone. What was saved last may be missing: look at your last calls, or put back a backup.</source>
   <translation>Das Programm endete, bevor es den Arbeitsbereich schließen konnte, und das Protokoll neben der Datei ist weg. Das zuletzt Gespeicherte kann fehlen: Sehen Sie sich Ihre letzten Anrufe an, oder spielen Sie eine Sicherung zurück.</translation>
  </message>
  <message>
   <source>The program itself gives “{code}”. Keep it, with {name} = {value}.</source>
   <translation>„{code}“ vergibt das Programm selbst. Behalten Sie es, mit {name} = {value}.</translation>
  </message>
  <message>
   <source>The program that made the list wrote them to try itself.</source>
   <translation>Das Programm, das die Liste erstellte, schrieb sie zur Probe.</translation>
  </message>
  <message>
   <source>The program's own outcomes. Each desk goes by them when it opens anew.</source>
   <translation>Die Ergebnisse des Programms. Jeder Arbeitsplatz richtet sich danach, sobald er neu öffnet.</translation>
  </message>
  <message>
   <source>The qualified lead</source>
   <translation>Der qualifizierte Lead</translation>
  </message>
  <message>
   <source>The quarterly letter</source>
   <translation>Der Quartalsbrief</translation>
  </message>
  <message>
   <source>The question for mails, in {language}</source>
   <translation>Die Frage zu E-Mails, auf {language}</translation>
  </message>
  <message>
   <source>The question in short</source>
   <translation>Die Frage in Kürze</translation>
  </message>
  <message>
   <source>The question in short, as lists show it</source>
   <translation>Die Frage in Kürze, wie Listen sie zeigen</translation>
  </message>
  <message>
   <source>The question is back.</source>
   <translation>Die Frage ist wieder da.</translation>
  </message>
  <message>
   <source>The question is withdrawn.</source>
   <translation>Die Frage ist zurückgezogen.</translation>
  </message>
  <message>
   <source>The question “{id}” is missing. Add it to next_step as yes_no: would they like a salesperson to contact them now?</source>
   <translation>Die Frage „{id}“ fehlt. Fügen Sie sie in next_step als yes_no hinzu: Ist jetzt ein Gespräch mit dem Vertrieb gewünscht?</translation>
  </message>
  <message>
   <source>The queue goes by {value}</source>
   <translation>Die Warteschlange rechnet mit {value}</translation>
  </message>
  <message>
   <source>The rates, with their formulas</source>
   <translation>Die Quoten, mit ihren Formeln</translation>
  </message>
  <message>
   <source>The reason</source>
   <translation>Der Grund</translation>
  </message>
  <message>
   <source>The reason, in a sentence</source>
   <translation>Der Grund, in einem Satz</translation>
  </message>
  <message>
   <source>The report is being made.</source>
   <translation>Der Bericht wird erstellt.</translation>
  </message>
  <message>
   <source>The report is in {file}.</source>
   <translation>Der Bericht ist in {file}.</translation>
  </message>
  <message>
   <source>The review is due since {day}.</source>
   <translation>Die Überprüfung ist seit dem {day} fällig.</translation>
  </message>
  <message>
   <source>The roles of this team begin with “{prefix}” already.</source>
   <translation>Die Rollen dieses Teams beginnen bereits mit „{prefix}“.</translation>
  </message>
  <message>
   <source>The rows left out cannot be written to {file}. Choose another folder.</source>
   <translation>Die ausgelassenen Zeilen lassen sich nicht nach {file} schreiben. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The rows of this list came from a program. Undo it and load them again.</source>
   <translation>Die Zeilen dieser Liste kamen aus einem Programm. Machen Sie die Liste rückgängig und lesen Sie sie neu ein.</translation>
  </message>
  <message>
   <source>The rows were not saved to a file.</source>
   <translation>Die Zeilen wurden nicht in eine Datei gespeichert.</translation>
  </message>
  <message>
   <source>The rule chosen</source>
   <translation>Die gewählte Regel</translation>
  </message>
  <message>
   <source>The rule is added</source>
   <translation>Die Regel ist angelegt</translation>
  </message>
  <message>
   <source>The rules allow a call now.</source>
   <translation>Die Regeln erlauben jetzt einen Anruf.</translation>
  </message>
  <message>
   <source>The rules are changed</source>
   <translation>Die Regeln sind geändert</translation>
  </message>
  <message>
   <source>The rules that come with the program hold instead.</source>
   <translation>Stattdessen gelten die Regeln des Programms.</translation>
  </message>
  <message>
   <source>The same Monday to Friday</source>
   <translation>Gleich von Montag bis Freitag</translation>
  </message>
  <message>
   <source>The same as the federal hours, by one list; no statute was seen.</source>
   <translation>Dieselben Zeiten wie im Bundesrecht, laut einer Liste; ein Gesetz lag nicht vor.</translation>
  </message>
  <message>
   <source>The same for every lead</source>
   <translation>Bei jedem Lead gleich</translation>
  </message>
  <message>
   <source>The same key is written twice. Keep one of them.</source>
   <translation>Derselbe Schlüssel steht zweimal da. Behalten Sie einen.</translation>
  </message>
  <message>
   <source>The same script</source>
   <translation>Derselbe Leitfaden</translation>
  </message>
  <message>
   <source>The same table is written twice. Keep one of them, or use [[ ]] for a list.</source>
   <translation>Dieselbe Tabelle steht zweimal da. Behalten Sie eine oder nehmen Sie [[ ]] für eine Liste.</translation>
  </message>
  <message>
   <source>The sample in {file} cannot be thrown away: {why}.</source>
   <translation>Das Beispiel in {file} lässt sich nicht wegwerfen: {why}.</translation>
  </message>
  <message>
   <source>The sample was not shipped with this program. Load a list of your own.</source>
   <translation>Das Beispiel wurde mit diesem Programm nicht geliefert. Lesen Sie eine eigene Liste ein.</translation>
  </message>
  <message>
   <source>The script asks no “{question_id}”. It asks: {questions}.</source>
   <translation>Der Leitfaden fragt nicht nach „{question_id}“. Er fragt nach: {questions}.</translation>
  </message>
  <message>
   <source>The script has a translation into that language.</source>
   <translation>Der Leitfaden hat schon eine Übersetzung in diese Sprache.</translation>
  </message>
  <message>
   <source>The script has its words in “{language}” already.</source>
   <translation>Den Text des Leitfadens gibt es schon in „{language}“.</translation>
  </message>
  <message>
   <source>The script has its words in “{language}” already. Keep one.</source>
   <translation>Den Text des Leitfadens gibt es schon in „{language}“. Behalten Sie einen.</translation>
  </message>
  <message>
   <source>The script has no question “{question_id}”. Check its id.</source>
   <translation>Der Leitfaden hat keine Frage „{question_id}“. Prüfen Sie die Kennung.</translation>
  </message>
  <message>
   <source>The script has no question “{question_id}”. Choose one that is there.</source>
   <translation>Der Leitfaden hat keine Frage „{question_id}“. Wählen Sie eine vorhandene.</translation>
  </message>
  <message>
   <source>The script has no words in “{language}”.</source>
   <translation>Der Leitfaden hat keinen Text in „{language}“.</translation>
  </message>
  <message>
   <source>The script has no words in “{language}”. Add the language first.</source>
   <translation>Der Leitfaden hat keinen Text in „{language}“. Fügen Sie zuerst die Sprache hinzu.</translation>
  </message>
  <message>
   <source>The sealer runs 40 a minute on film under 30 microns</source>
   <translation>Der Siegler schafft 40 pro Minute mit Folie unter 30 µm</translation>
  </message>
  <message>
   <source>The server</source>
   <translation>Der Server</translation>
  </message>
  <message>
   <source>The server counts each lead a caller is shown, and stops them at these limits.</source>
   <translation>Der Server zählt jeden Lead, den ein Caller sieht; an diesen Grenzen ist Schluss.</translation>
  </message>
  <message>
   <source>The server does it. Ask who runs it when it was last done.</source>
   <translation>Das macht der Server. Fragen Sie, wer ihn betreibt, wann zuletzt gesichert wurde.</translation>
  </message>
  <message>
   <source>The server does not say who you are: the name you typed counts.</source>
   <translation>Der Server sagt nicht, wer Sie sind: Es gilt der eingetippte Name.</translation>
  </message>
  <message>
   <source>The server has no such login or database. Compare the address with the one you were given, letter by letter, or ask who runs the server.</source>
   <translation>Der Server hat keinen solchen Login oder keine solche Datenbank. Vergleichen Sie die Adresse Zeichen für Zeichen mit der, die Sie bekommen haben, oder fragen Sie, wer den Server verwaltet.</translation>
  </message>
  <message>
   <source>The server lacks something this version of qualdesk needs: {acts}.</source>
   <translation>Dem Server fehlt etwas, das diese Version von qualdesk braucht: {acts}.</translation>
  </message>
  <message>
   <source>The settings are one row. Remove this one.</source>
   <translation>Die Einstellungen sind eine Zeile. Entfernen Sie diese.</translation>
  </message>
  <message>
   <source>The settings cannot be saved in {path}: {strerror}.</source>
   <translation>Die Einstellungen lassen sich nicht in {path} speichern: {strerror}.</translation>
  </message>
  <message>
   <source>The settings in {path} cannot be read: {error}.</source>
   <translation>Die Einstellungen in {path} lassen sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <source>The settings in {path} cannot be read: {error}. Mend or remove it.</source>
   <translation>Die Einstellungen in {path} lassen sich nicht lesen: {error}. Berichtigen oder entfernen Sie die Datei.</translation>
  </message>
  <message>
   <source>The source card is not finished.</source>
   <translation>Die Angaben zur Herkunft sind nicht vollständig.</translation>
  </message>
  <message numerus="yes">
   <source>The sources of {n:,} rows were read</source>
   <extracomment>One: The source of {n} row was read</extracomment>
   <translation>
    <numerusform>Die Herkunft von {n} Zeile wurde gelesen</numerusform>
    <numerusform>Die Herkunft von {n:,} Zeilen wurde gelesen</numerusform>
   </translation>
  </message>
  <message>
   <source>The spreadsheet had kept it as a quantity.</source>
   <translation>Die Tabelle hatte sie als Menge gespeichert.</translation>
  </message>
  <message>
   <source>The spreadsheet kept only {kept} of {all} digits: ask for them.</source>
   <translation>Die Tabelle hat nur {kept} von {all} Ziffern behalten: Fragen Sie danach.</translation>
  </message>
  <message>
   <source>The statement is in {file}.</source>
   <translation>Die Abrechnung steht in {file}.</translation>
  </message>
  <message>
   <source>The system's certificates cannot be found here. Choose the file with the certificate of the team database in the settings; whoever runs it has it.</source>
   <translation>Die Zertifikate des Systems sind hier nicht zu finden. Wählen Sie in den Einstellungen die Datei mit dem Zertifikat der Team-Datenbank; wer sie betreibt, hat sie.</translation>
  </message>
  <message>
   <source>The table</source>
   <translation>Die Tabelle</translation>
  </message>
  <message>
   <source>The team database cannot be reached. Check the network and try again.</source>
   <translation>Die Team-Datenbank ist nicht erreichbar. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The team database could not prove that it is at the other end of the encrypted connection. Ask who runs it for scram-sha-256 over hostssl, without a go-between.</source>
   <translation>Die Team-Datenbank konnte nicht beweisen, dass sie am anderen Ende der verschlüsselten Verbindung ist. Fragen Sie, wer sie betreibt, nach scram-sha-256 über hostssl, ohne Zwischenstation.</translation>
  </message>
  <message>
   <source>The team database could not prove who it is: its certificate is for another name. Use the name in the certificate, and ask who runs it before you type a password.</source>
   <translation>Die Team-Datenbank konnte nicht beweisen, wer sie ist: Ihr Zertifikat gilt für einen anderen Namen. Verwenden Sie den Namen aus dem Zertifikat, und fragen Sie, wer sie betreibt, bevor Sie ein Passwort eingeben.</translation>
  </message>
  <message>
   <source>The team database could not prove who it is: its certificate is signed by nobody this computer believes. Choose the right certificate file in the settings, and ask who runs it before you type a password.</source>
   <translation>Die Team-Datenbank konnte nicht beweisen, wer sie ist: Ihr Zertifikat ist von niemandem unterzeichnet, dem dieser Computer glaubt. Wählen Sie in den Einstellungen die richtige Zertifikatsdatei, und fragen Sie, wer sie betreibt, bevor Sie ein Passwort eingeben.</translation>
  </message>
  <message>
   <source>The team database does not ask for the password by SCRAM, so the password was not sent. Ask who runs it for scram-sha-256.</source>
   <translation>Die Team-Datenbank fragt das Passwort nicht mit SCRAM ab; es wurde darum nicht gesendet. Fragen Sie, wer sie betreibt, nach scram-sha-256.</translation>
  </message>
  <message>
   <source>The team database does not encrypt. Ask who runs it to switch TLS on.</source>
   <translation>Die Team-Datenbank verschlüsselt nicht. Bitten Sie, wer sie betreibt, TLS einzuschalten.</translation>
  </message>
  <message>
   <source>The team database does not let you in. Ask who runs it for your login's rights.</source>
   <translation>Die Datenbank des Teams lässt Sie nicht ein. Fragen Sie bei ihrer Verwaltung nach den Rechten Ihres Logins.</translation>
  </message>
  <message>
   <source>The team database lets nobody in without encryption, or not this login. Take what weakens the connection out of the address and the settings.</source>
   <translation>Die Team-Datenbank lässt ohne Verschlüsselung niemanden ein, oder nicht mit dieser Anmeldung. Nehmen Sie aus Adresse und Einstellungen, was die Verbindung schwächt.</translation>
  </message>
  <message>
   <source>The team database took too long over this and stopped. Nothing was changed; try again in a moment.</source>
   <translation>Die Team-Datenbank brauchte hierfür zu lange und brach ab. Nichts wurde geändert; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>The team database wants a password, or did not accept this one. Write it and try again.</source>
   <translation>Die Team-Datenbank verlangt ein Passwort oder hat dieses nicht angenommen. Geben Sie es ein und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The team server may lose in a power cut what it has said is saved ({settings}). Whoever runs it sets that to on.</source>
   <translation>Der Server des Teams kann bei einem Stromausfall verlieren, was er als gespeichert gemeldet hat ({settings}). Wer ihn betreibt, stellt das auf on.</translation>
  </message>
  <message>
   <source>The team's server is older than your qualdesk {own}: it was set up by {was}, and does not know this yet. Whoever runs the team database brings it up to date with: qualdesk team init. What you have saved waits on this computer and goes out then.</source>
   <translation>Der Server des Teams ist älter als Ihr qualdesk {own}: Er wurde mit {was} eingerichtet und kennt das noch nicht. Wer die Datenbank des Teams betreut, aktualisiert sie mit: qualdesk team init. Was Sie gespeichert haben, wartet auf diesem Computer und geht dann hinaus.</translation>
  </message>
  <message>
   <source>The team's server was brought up to date while this desk was open: qualdesk {own} is older than it now. Close qualdesk, ask whoever runs the team's desks for the version the others have, and open it again. What you have saved waits on this computer and goes out then.</source>
   <translation>Der Server des Teams wurde aktualisiert, während qualdesk offen war: qualdesk {own} ist nun älter. Schließen Sie qualdesk, fragen Sie die Person, die die Rechner des Teams betreut, nach der Version der anderen, und öffnen Sie es neu. Was Sie gespeichert haben, wartet auf diesem Computer und geht dann hinaus.</translation>
  </message>
  <message>
   <source>The team's server was set up by qualdesk {needs}, and you have {own}, which would take away what newer desks need. Set it up with {needs} or a newer one. Nothing was changed.</source>
   <translation>Der Server des Teams wurde mit qualdesk {needs} eingerichtet, und Sie haben {own}; das nähme weg, was neuere Fenster brauchen. Richten Sie ihn mit {needs} oder neuer ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The team's server was set up by qualdesk {was}, and yours, {own}, needs more of it. Whoever runs the team database brings it up to date with: qualdesk team init. Until then work with {was}. Nothing was changed.</source>
   <translation>Der Server des Teams wurde mit qualdesk {was} eingerichtet, und Ihres, {own}, braucht mehr davon. Wer die Datenbank des Teams verwaltet, bringt sie auf den neuen Stand mit: qualdesk team init. Arbeiten Sie bis dahin mit {was}. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The team's workspace is older than this qualdesk. Whoever runs the team database has to bring it up to date with: qualdesk team init. Nothing was changed.</source>
   <translation>Der Arbeitsbereich des Teams ist älter als dieses qualdesk. Wer die Team-Datenbank betreibt, muss ihn auf den neuesten Stand bringen mit: qualdesk team init. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The template</source>
   <translation>Die Vorlage</translation>
  </message>
  <message>
   <source>The template cannot be written to {file}. Choose another folder.</source>
   <translation>Die Vorlage lässt sich nicht nach {file} schreiben. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The text of S.I. 336/2011 was not seen: check the National Directory Database and the rule for mobiles before you call.</source>
   <translation>Der Text von S.I. 336/2011 lag nicht vor: Prüfen Sie vor dem Anruf die National Directory Database und die Regel für Mobilnummern.</translation>
  </message>
  <message>
   <source>The text was not found, or its sources disagree.</source>
   <translation>Der Text wurde nicht gefunden, oder die Quellen widersprechen sich.</translation>
  </message>
  <message>
   <source>The trigger {name} is missing or switched off.</source>
   <translation>Der Trigger {name} fehlt oder ist ausgeschaltet.</translation>
  </message>
  <message>
   <source>The usual limits</source>
   <translation>Die üblichen Grenzen</translation>
  </message>
  <message>
   <source>The usual limits count for good. Raise one caller's for a while.</source>
   <translation>Die üblichen Grenzen gelten dauerhaft. Auf Zeit lassen sich die eines einzelnen Callers anheben.</translation>
  </message>
  <message>
   <source>The value here cannot be read. Put words in quotes.</source>
   <translation>Der Wert hier ist nicht lesbar. Setzen Sie Text in Anführungszeichen.</translation>
  </message>
  <message>
   <source>The way here</source>
   <translation>Der Weg hierher</translation>
  </message>
  <message>
   <source>The week of everybody</source>
   <translation>Die Woche von allen</translation>
  </message>
  <message>
   <source>The whole campaign</source>
   <translation>Die ganze Kampagne</translation>
  </message>
  <message>
   <source>The whole column is read in one way.</source>
   <translation>Die ganze Spalte wird gleich gelesen.</translation>
  </message>
  <message>
   <source>The whole company</source>
   <translation>Das ganze Unternehmen</translation>
  </message>
  <message>
   <source>The whole file</source>
   <translation>Die ganze Datei</translation>
  </message>
  <message>
   <source>The window closed on {day}. All of it was finished by then.</source>
   <translation>Die Frist endete {day}. Bis dahin war alles erledigt.</translation>
  </message>
  <message numerus="yes">
   <source>The window closed on {day}. {n:,} leads of {total:,} were not finished by then.</source>
   <extracomment>One: The window closed on {day}. {n:,} lead of {total:,} was not finished by then.</extracomment>
   <translation>
    <numerusform>Die Frist endete {day}. {n:,} Lead von {total:,} war bis dahin nicht erledigt.</numerusform>
    <numerusform>Die Frist endete {day}. {n:,} Leads von {total:,} waren bis dahin nicht erledigt.</numerusform>
   </translation>
  </message>
  <message>
   <source>The window closed on {when}.</source>
   <translation>Die Frist endete {when}.</translation>
  </message>
  <message>
   <source>The window closes before it opens.</source>
   <translation>Die Frist endet, bevor sie beginnt.</translation>
  </message>
  <message>
   <source>The window closes on {day}.</source>
   <translation>Die Frist endet {day}.</translation>
  </message>
  <message>
   <source>The window must close later than now, and after it opens.</source>
   <translation>Die Frist muss nach jetzt enden, und nach ihrem Beginn.</translation>
  </message>
  <message>
   <source>The wording</source>
   <translation>Der Wortlaut</translation>
  </message>
  <message>
   <source>The words</source>
   <translation>Der Text</translation>
  </message>
  <message>
   <source>The words for a voicemail</source>
   <translation>Der Text für die Mailbox</translation>
  </message>
  <message>
   <source>The words for everybody are read to them until something stands here.</source>
   <translation>Bis hier etwas steht, werden die Worte für alle vorgelesen.</translation>
  </message>
  <message>
   <source>The words in {language}</source>
   <translation>Der Text in {language}</translation>
  </message>
  <message>
   <source>The words of version {version} are written again</source>
   <translation>Der Wortlaut von Version {version} steht wieder da</translation>
  </message>
  <message>
   <source>The words of “{question}”</source>
   <translation>Der Text zu „{question}“</translation>
  </message>
  <message>
   <source>The words you agreed to: {wording}.</source>
   <translation>Der Wortlaut, dem Sie zugestimmt haben: {wording}.</translation>
  </message>
  <message>
   <source>The workspace cannot be opened</source>
   <translation>Der Arbeitsbereich lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>The workspace cannot be used as it is. Nothing was changed.</source>
   <translation>Der Arbeitsbereich kann so nicht verwendet werden. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>The workspace cannot lie there</source>
   <translation>Der Arbeitsbereich kann dort nicht liegen</translation>
  </message>
  <message>
   <source>The workspace cannot live in that place. Choose a folder on this computer's own disk.</source>
   <translation>Dort kann der Arbeitsbereich nicht liegen. Wählen Sie einen Ordner auf dem Datenträger dieses Computers.</translation>
  </message>
  <message>
   <source>The workspace could not be read then.</source>
   <translation>Der Arbeitsbereich war da nicht lesbar.</translation>
  </message>
  <message>
   <source>The workspace file is damaged. Nothing was changed. Put a backup back: qualdesk restore.</source>
   <translation>Die Datei des Arbeitsbereichs ist beschädigt. Nichts wurde geändert. Spielen Sie eine Sicherung zurück: qualdesk restore.</translation>
  </message>
  <message>
   <source>The workspace file {file} is damaged: {why}. It was not opened and nothing was changed.</source>
   <translation>Die Datei {file} des Arbeitsbereichs ist beschädigt: {why}. Sie wurde nicht geöffnet, und nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The workspace file {file} is not as qualdesk left it: it was damaged, or changed by another program. It was not opened and nothing was changed.</source>
   <translation>Die Datei {file} des Arbeitsbereichs ist nicht, wie qualdesk sie verlassen hat: Sie wurde beschädigt oder von einem anderen Programm geändert. Sie wurde nicht geöffnet, und nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The workspace is busy with other work. Nothing is lost; try again in a moment.</source>
   <translation>Der Arbeitsbereich ist gerade beschäftigt. Nichts ist verloren; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>The workspace is not open yet. Hand the file over again then.</source>
   <translation>Der Arbeitsbereich ist noch nicht offen. Geben Sie die Datei dann noch einmal.</translation>
  </message>
  <message>
   <source>The workspace is on the team's server, and whoever runs that sees to it. </source>
   <translation>Der Arbeitsbereich liegt auf dem Server des Teams; wer diesen betreut, kümmert sich darum. </translation>
  </message>
  <message>
   <source>The workspace was not closed</source>
   <translation>Der Arbeitsbereich wurde nicht geschlossen</translation>
  </message>
  <message>
   <source>The workspace's address cannot be read. Give an address such as sqlite:///desk.sqlite or postgresql://server/desk.</source>
   <translation>Die Adresse des Arbeitsbereichs ist nicht lesbar. Geben Sie eine an wie sqlite:///desk.sqlite oder postgresql://server/desk.</translation>
  </message>
  <message>
   <source>The workspace's address names no file. Give an address such as sqlite:///desk.sqlite.</source>
   <translation>Die Adresse des Arbeitsbereichs nennt keine Datei. Geben Sie eine Adresse wie sqlite:///desk.sqlite an.</translation>
  </message>
  <message>
   <source>The wrong client's list</source>
   <translation>Liste des falschen Auftraggebers</translation>
  </message>
  <message numerus="yes">
   <source>The {n:,} call backs they promised are anybody's.</source>
   <extracomment>One: The call back they promised is anybody's.</extracomment>
   <translation>
    <numerusform>Den zugesagten Rückruf dürfen alle übernehmen.</numerusform>
    <numerusform>Die {n:,} zugesagten Rückrufe dürfen alle übernehmen.</numerusform>
   </translation>
  </message>
  <message>
   <source>The {name} kept in the workspace cannot be read. Load it again.</source>
   <translation>Im Arbeitsbereich ist etwas nicht lesbar ({name}). Lesen Sie es noch einmal ein.</translation>
  </message>
  <message>
   <source>Their address</source>
   <translation>Adresse der Person</translation>
  </message>
  <message>
   <source>Their answer about the event</source>
   <translation>Antwort zur Veranstaltung</translation>
  </message>
  <message>
   <source>Their call window has closed.</source>
   <translation>Die Anruffrist ist abgelaufen.</translation>
  </message>
  <message>
   <source>Their clock</source>
   <translation>Ortszeit</translation>
  </message>
  <message>
   <source>Their clock is not known</source>
   <translation>Die Uhrzeit dort ist nicht bekannt</translation>
  </message>
  <message>
   <source>Their country is not known, and no rule covers such leads.</source>
   <translation>Das Land ist nicht bekannt, und keine Regel gilt für solche Leads.</translation>
  </message>
  <message>
   <source>Their e-mail</source>
   <translation>E-Mail-Adresse</translation>
  </message>
  <message>
   <source>Their e-mail address</source>
   <translation>E-Mail-Adresse</translation>
  </message>
  <message>
   <source>Their e-mail, if you like</source>
   <translation>E-Mail, wenn Sie mögen</translation>
  </message>
  <message>
   <source>Their leads leave the queue at once. You can take the list back as a whole.</source>
   <translation>Ihre Leads verlassen die Warteschlange sofort. Sie können die Liste als Ganzes zurücknehmen.</translation>
  </message>
  <message>
   <source>Their list is not loaded to its end. Call them when it is.</source>
   <translation>Die Liste ist noch nicht zu Ende eingelesen. Rufen Sie danach an.</translation>
  </message>
  <message>
   <source>Their list is not loaded to its end. Take them up when it is.</source>
   <translation>Die Liste ist noch nicht zu Ende eingelesen. Nehmen Sie den Lead danach an.</translation>
  </message>
  <message>
   <source>Their login still lets them in. Whoever administers the server ends it: qualdesk team remove-person "{name}"</source>
   <translation>Der Login gewährt noch Zugang. Wer den Server verwaltet, beendet ihn: qualdesk team remove-person "{name}"</translation>
  </message>
  <message>
   <source>Their name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Their order, capitals and spaces were mended.</source>
   <translation>Reihenfolge, Großschreibung und Leerzeichen wurden korrigiert.</translation>
  </message>
  <message>
   <source>Their window has closed</source>
   <translation>Die Frist ist abgelaufen</translation>
  </message>
  <message>
   <source>Their words</source>
   <translation>Wortlaut</translation>
  </message>
  <message>
   <source>Their words: {count} answers as they said them, such as “{words}”.</source>
   <translation>Im Wortlaut: {count} Antworten, wie sie gesagt wurden, etwa „{words}“.</translation>
  </message>
  <message>
   <source>Theirs: {what}</source>
   <translation>Offen: {what}</translation>
  </message>
  <message>
   <source>Then reading is given up, and says so.</source>
   <translation>Danach wird das Lesen abgebrochen, mit einer Meldung.</translation>
  </message>
  <message>
   <source>Then: {then}.</source>
   <translation>Dann: {then}.</translation>
  </message>
  <message>
   <source>There are headings but no rows below them. Export the list again.</source>
   <translation>Es gibt Überschriften, aber keine Zeilen darunter. Exportieren Sie die Liste noch einmal.</translation>
  </message>
  <message>
   <source>There are no hours in the law; these are the trade body's. Registration with TPS or CTPS, companies included, binds after 28 days. A no is suppressed, not deleted.</source>
   <translation>Das Gesetz nennt keine Zeiten; diese sind die des Branchenverbands. Ein Eintrag bei TPS oder CTPS, auch von Unternehmen, bindet nach 28 Tagen. Ein Nein wird gesperrt, nicht gelöscht.</translation>
  </message>
  <message>
   <source>There are no letters called “{name}”. Choose utf-8 or cp1252.</source>
   <translation>Es gibt keinen Zeichensatz „{name}“. Wählen Sie utf-8 oder cp1252.</translation>
  </message>
  <message>
   <source>There are no rows in this list. Export it again.</source>
   <translation>Diese Liste hat keine Zeilen. Exportieren Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>There are signs in it that cannot be seen. Write it by hand.</source>
   <translation>Darin stehen unsichtbare Zeichen. Schreiben Sie es von Hand.</translation>
  </message>
  <message>
   <source>There are tables in that database already. Move into an empty one, made for it.</source>
   <translation>In dieser Datenbank gibt es schon Tabellen. Ziehen Sie in eine leere um, die dafür angelegt ist.</translation>
  </message>
  <message>
   <source>There are two columns of this name. A CRM would take only one.</source>
   <translation>Es gibt zwei Spalten dieses Namens. Ein CRM würde nur eine nehmen.</translation>
  </message>
  <message>
   <source>There are {count} calls to practise. Choose one of them.</source>
   <translation>Es gibt {count} Anrufe zum Üben. Wählen Sie einen davon.</translation>
  </message>
  <message numerus="yes">
   <source>There are {n}.</source>
   <extracomment>One: There is one.</extracomment>
   <translation>
    <numerusform>Es gibt eine.</numerusform>
    <numerusform>Es gibt {n}.</numerusform>
   </translation>
  </message>
  <message>
   <source>There are: {known}.</source>
   <translation>Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is a campaign “{name}” already. Choose another name.</source>
   <translation>Eine Kampagne „{name}“ gibt es schon. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>There is a currency and no amount. Write the amount as well.</source>
   <translation>Da steht eine Währung, aber kein Betrag. Schreiben Sie auch den Betrag.</translation>
  </message>
  <message>
   <source>There is a file where the folder should be. Choose another folder.</source>
   <translation>Wo der Ordner sein soll, ist eine Datei. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>There is half a letter in it, which nobody can keep. Type these words again.</source>
   <translation>Darin steckt ein halbes Zeichen, das sich nicht speichern lässt. Tippen Sie diesen Text noch einmal.</translation>
  </message>
  <message>
   <source>There is more text in it than in any script. Shorten it.</source>
   <translation>Das ist mehr Text als in jedem Leitfaden. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>There is no [handoff] part in it. Write one as in the sample campaign.</source>
   <translation>Der Abschnitt [handoff] fehlt. Schreiben Sie einen wie in der Beispielkampagne.</translation>
  </message>
  <message>
   <source>There is no answer in this row.</source>
   <translation>In dieser Zeile steht keine Antwort.</translation>
  </message>
  <message>
   <source>There is no backup yet.</source>
   <translation>Es gibt noch keine Sicherung.</translation>
  </message>
  <message>
   <source>There is no batch with that number. Look at the batches again.</source>
   <translation>Es gibt kein Paket mit dieser Nummer. Sehen Sie die Pakete neu an.</translation>
  </message>
  <message>
   <source>There is no belief “{key}” that can be written. “qualdesk queue beliefs” shows them.</source>
   <translation>Es gibt keine Annahme „{key}“, die sich ändern lässt. „qualdesk queue beliefs“ zeigt sie.</translation>
  </message>
  <message>
   <source>There is no calendar “{calendar}”. There are: {known}.</source>
   <translation>Es gibt keinen Kalender „{calendar}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no calling rule “{rule}”.</source>
   <translation>Die Anrufregel „{rule}“ gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no campaign number {number}.</source>
   <translation>Es gibt keine Kampagne Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no campaign “{name}”. The campaigns are: {known}.</source>
   <translation>Es gibt keine Kampagne „{name}“. Die Kampagnen sind: {known}.</translation>
  </message>
  <message>
   <source>There is no case {number} in this round of {cases}.</source>
   <translation>In dieser Runde von {cases} gibt es keinen Fall {number}.</translation>
  </message>
  <message>
   <source>There is no column of this name.</source>
   <translation>Es gibt keine Spalte dieses Namens.</translation>
  </message>
  <message>
   <source>There is no column “{column}” here. Every question has a type and a name.</source>
   <translation>Hier fehlt die Spalte „{column}“. Jede Frage hat einen Typ und einen Namen.</translation>
  </message>
  <message>
   <source>There is no command called {command}.</source>
   <translation>Es gibt keinen Befehl namens {command}.</translation>
  </message>
  <message>
   <source>There is no company in this row.</source>
   <translation>In dieser Zeile steht keine Firma.</translation>
  </message>
  <message>
   <source>There is no country “{country}”. Write two letters, such as AT.</source>
   <translation>Es gibt kein Land „{country}“. Schreiben Sie zwei Buchstaben wie AT.</translation>
  </message>
  <message>
   <source>There is no criterion “{criterion}” in this round.</source>
   <translation>In dieser Runde gibt es kein Kriterium „{criterion}“.</translation>
  </message>
  <message>
   <source>There is no criterion “{wanted}”. Name one of this definition by its id.</source>
   <translation>Ein Kriterium „{wanted}“ gibt es nicht. Nennen Sie eines dieser Definition mit seiner Kennung.</translation>
  </message>
  <message>
   <source>There is no definition “{id}”. There are: {known}.</source>
   <translation>Es gibt keine Definition „{id}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no dispute number {number}.</source>
   <translation>Es gibt keine Beanstandung Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no do-not-call list number {number}. Look at the lists and choose one.</source>
   <translation>Es gibt keine Sperrliste Nummer {number}. Sehen Sie in die Listen und wählen Sie eine.</translation>
  </message>
  <message>
   <source>There is no do-not-call number {number}. Look at the lead's and choose.</source>
   <translation>Es gibt keine Sperre Nummer {number}. Sehen Sie beim Lead nach und wählen Sie.</translation>
  </message>
  <message>
   <source>There is no draft of this script. Change something first.</source>
   <translation>Es gibt keinen Entwurf dieses Leitfadens. Ändern Sie erst etwas.</translation>
  </message>
  <message>
   <source>There is no draft to drop.</source>
   <translation>Es gibt keinen Entwurf zum Verwerfen.</translation>
  </message>
  <message>
   <source>There is no file at {file}. It counts as soon as it is there.</source>
   <translation>Unter {file} gibt es keine Datei. Sie gilt, sobald sie da ist.</translation>
  </message>
  <message>
   <source>There is no file “{file}”. Check its name.</source>
   <translation>Es gibt keine Datei „{file}“. Prüfen Sie den Namen.</translation>
  </message>
  <message>
   <source>There is no function {name}.</source>
   <translation>Es gibt keine Funktion {name}.</translation>
  </message>
  <message>
   <source>There is no good backup in its folder.</source>
   <translation>In ihrem Ordner liegt keine gute Sicherung.</translation>
  </message>
  <message>
   <source>There is no good backup of this workspace in {place}.</source>
   <translation>In {place} liegt keine gute Sicherung dieses Arbeitsbereichs.</translation>
  </message>
  <message>
   <source>There is no id, e-mail address or phone number in this row.</source>
   <translation>In dieser Zeile steht weder Kennung noch E-Mail-Adresse noch Telefonnummer.</translation>
  </message>
  <message>
   <source>There is no key “{key}” here.</source>
   <translation>Hier gibt es keinen Schlüssel „{key}“.</translation>
  </message>
  <message>
   <source>There is no lead number {number}.</source>
   <translation>Es gibt keinen Lead Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no limit called {name}. The limits are: {known}.</source>
   <translation>Eine Grenze {name} gibt es nicht. Die Grenzen sind: {known}.</translation>
  </message>
  <message>
   <source>There is no list number {number}.</source>
   <translation>Es gibt keine Liste Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no list number {number}. Look at the lists and choose one.</source>
   <translation>Es gibt keine Liste Nummer {number}. Sehen Sie in die Listen und wählen Sie eine.</translation>
  </message>
  <message>
   <source>There is no list “{code}”. The lists are: {known}.</source>
   <translation>Es gibt keine Liste „{code}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no list “{list}” on the sheet “choices”. Put its choices there.</source>
   <translation>Auf dem Blatt „choices“ gibt es keine Liste „{list}“. Tragen Sie die Auswahl dort ein.</translation>
  </message>
  <message>
   <source>There is no loaded history number {number}, or it was undone already.</source>
   <translation>Es gibt keinen eingelesenen Verlauf Nummer {number}, oder er wurde schon rückgängig gemacht.</translation>
  </message>
  <message>
   <source>There is no mail address. Write one down first.</source>
   <translation>Es fehlt eine E-Mail-Adresse. Tragen Sie zuerst eine ein.</translation>
  </message>
  <message>
   <source>There is no mail server. Set one in Settings.</source>
   <translation>Es gibt keinen Mailserver. Tragen Sie einen in den Einstellungen ein.</translation>
  </message>
  <message>
   <source>There is no meeting number {number}.</source>
   <translation>Es gibt kein Gespräch Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no notice number {number}.</source>
   <translation>Es gibt keine Nachricht Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no number in it.</source>
   <translation>Darin steht keine Nummer.</translation>
  </message>
  <message>
   <source>There is no number in this row.</source>
   <translation>In dieser Zeile steht keine Nummer.</translation>
  </message>
  <message>
   <source>There is no outcome “{code}”. The outcomes are: {known}.</source>
   <translation>Das Ergebnis „{code}“ gibt es nicht. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no person number {number}.</source>
   <translation>Es gibt keine Person Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no phone number.</source>
   <translation>Es gibt keine Telefonnummer.</translation>
  </message>
  <message>
   <source>There is no qualdesk workspace at {path}.</source>
   <translation>In {path} ist kein qualdesk-Arbeitsbereich.</translation>
  </message>
  <message>
   <source>There is no question “{question}” to answer in the script. Check its id.</source>
   <translation>Im Leitfaden gibt es keine Frage „{question}“. Prüfen Sie die Kennung.</translation>
  </message>
  <message>
   <source>There is no role {name}.</source>
   <translation>Es gibt keine Rolle {name}.</translation>
  </message>
  <message>
   <source>There is no role “{role}”. There are: {known}.</source>
   <translation>Es gibt keine Rolle „{role}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no round of rating number {number}.</source>
   <translation>Es gibt keine Beurteilungsrunde Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no row in it.</source>
   <translation>Es ist keine Zeile darin.</translation>
  </message>
  <message>
   <source>There is no schedule with the number {number}.</source>
   <translation>Es gibt keinen Zeitplan mit der Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no script “{id}”. There are: {known}.</source>
   <translation>Es gibt keinen Leitfaden „{id}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no sheet “{sheet}” in this workbook. Choose one that is.</source>
   <translation>In dieser Arbeitsmappe gibt es kein Blatt „{sheet}“. Wählen Sie eines, das es gibt.</translation>
  </message>
  <message>
   <source>There is no source “{code}”.</source>
   <translation>Es gibt keine Herkunft „{code}“.</translation>
  </message>
  <message>
   <source>There is no source “{name}”. It can be: {known}.</source>
   <translation>Es gibt keine Quelle „{name}“. Möglich sind: {known}.</translation>
  </message>
  <message>
   <source>There is no such batch among those that have left.</source>
   <translation>Unter den übergebenen Paketen gibt es dieses nicht.</translation>
  </message>
  <message>
   <source>There is no such call, or no rule was set aside in it.</source>
   <translation>Es gibt keinen solchen Anruf, oder darin wurde keine Regel übergangen.</translation>
  </message>
  <message>
   <source>There is no such call. Take the next lead and start one.</source>
   <translation>Diesen Anruf gibt es nicht. Nehmen Sie den nächsten Lead und beginnen Sie einen.</translation>
  </message>
  <message>
   <source>There is no such column in the list.</source>
   <translation>Diese Spalte gibt es in der Liste nicht.</translation>
  </message>
  <message>
   <source>There is no such file. Check the name and the folder.</source>
   <translation>Diese Datei gibt es nicht. Prüfen Sie Namen und Ordner.</translation>
  </message>
  <message>
   <source>There is no such key.</source>
   <translation>Diesen Schlüssel gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such late save. Look at the list, and choose one of it.</source>
   <translation>Diesen verspäteten Eintrag gibt es nicht. Bitte die Liste ansehen und einen daraus wählen.</translation>
  </message>
  <message>
   <source>There is no such message any more.</source>
   <translation>Diese Nachricht gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>There is no such section. There are: {sections}.</source>
   <translation>Diesen Bereich gibt es nicht. Es gibt: {sections}.</translation>
  </message>
  <message>
   <source>There is no such time.</source>
   <translation>Diese Zeit gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no table “{id}” for a CRM. There are: {known}.</source>
   <translation>Es gibt keine Tabelle „{id}“ für ein CRM. Es gibt: {known}.</translation>
  </message>
  <message>
   <source>There is no time zone called “{zone}”.</source>
   <translation>Es gibt keine Zeitzone „{zone}“.</translation>
  </message>
  <message>
   <source>There is no time zone called “{zone}”. Try Europe/Berlin.</source>
   <translation>Die Zeitzone „{zone}“ gibt es nicht. Versuchen Sie Europe/Berlin.</translation>
  </message>
  <message>
   <source>There is no time zone “{zone}”. Write one such as Europe/Berlin.</source>
   <translation>Es gibt keine Zeitzone „{zone}“. Schreiben Sie eine wie Europe/Berlin.</translation>
  </message>
  <message>
   <source>There is no transform “{name}”. It can be: {known}.</source>
   <translation>Es gibt keine Umformung „{name}“. Möglich sind: {known}.</translation>
  </message>
  <message>
   <source>There is no version number {number} of this here.</source>
   <translation>Davon gibt es hier keine Version Nummer {number}.</translation>
  </message>
  <message>
   <source>There is no version {number} of the definition “{id}”.</source>
   <translation>Es gibt keine Version {number} der Definition „{id}“.</translation>
  </message>
  <message>
   <source>There is no version {number} of the script “{id}”.</source>
   <translation>Es gibt keine Version {number} des Leitfadens „{id}“.</translation>
  </message>
  <message>
   <source>There is no workspace at {file} yet, so there is nothing to copy.</source>
   <translation>Unter {file} ist noch kein Arbeitsbereich, also gibt es nichts zu sichern.</translation>
  </message>
  <message>
   <source>There is no workspace at {file}.</source>
   <translation>In {file} ist kein Arbeitsbereich.</translation>
  </message>
  <message>
   <source>There is no workspace at {file}. Check the path, or make one there with: qualdesk campaign new NAME</source>
   <translation>Unter {file} ist kein Arbeitsbereich. Prüfen Sie den Pfad oder legen Sie dort einen an mit: qualdesk campaign new NAME</translation>
  </message>
  <message>
   <source>There is no workspace in that database yet. Whoever runs it makes one with: qualdesk campaign new NAME --db ADDRESS</source>
   <translation>In dieser Datenbank gibt es noch keinen Arbeitsbereich. Wer sie betreibt, legt einen an mit: qualdesk campaign new NAME --db ADDRESS</translation>
  </message>
  <message>
   <source>There is no workspace in that database.</source>
   <translation>In dieser Datenbank ist kein Arbeitsbereich.</translation>
  </message>
  <message>
   <source>There is no {host} on the network. Check its name.</source>
   <translation>Es gibt kein {host} im Netz. Prüfen Sie den Namen.</translation>
  </message>
  <message>
   <source>There is no “{key}” here. It can be: {known}.</source>
   <translation>„{key}“ gibt es hier nicht. Möglich sind: {known}.</translation>
  </message>
  <message>
   <source>There is nobody left to tell.</source>
   <translation>Es ist niemand mehr zu benachrichtigen.</translation>
  </message>
  <message>
   <source>There is none with the id “{key}” to translate. Check its id.</source>
   <translation>Zur Kennung „{key}“ gibt es nichts zu übersetzen. Prüfen Sie sie.</translation>
  </message>
  <message>
   <source>There is nothing left to tell them.</source>
   <translation>Es gibt nichts mehr zu melden.</translation>
  </message>
  <message>
   <source>There is nothing left to tell {name}.</source>
   <translation>Für {name} gibt es nichts mehr zu melden.</translation>
  </message>
  <message>
   <source>There is nothing left to undo here.</source>
   <translation>Hier gibt es nichts mehr rückgängig zu machen.</translation>
  </message>
  <message>
   <source>There is nothing to confirm. Ask, and choose an answer.</source>
   <translation>Es gibt nichts zu bestätigen. Fragen Sie und wählen Sie eine Antwort.</translation>
  </message>
  <message>
   <source>There is nothing to draw yet. The line begins with the first finished lead; what is needed each day stands here once the campaign has a closing day ({go_campaigns}).</source>
   <translation>Noch gibt es nichts zu zeichnen. Die Linie beginnt mit dem ersten erledigten Lead; was täglich nötig ist, steht hier, sobald die Kampagne einen Schlusstag hat ({go_campaigns}).</translation>
  </message>
  <message>
   <source>There is nothing to save yet. Choose an answer, or write their words.</source>
   <translation>Es gibt noch nichts zu speichern. Wählen Sie eine Antwort oder notieren Sie den Wortlaut.</translation>
  </message>
  <message>
   <source>There is nothing to say yet. Write a sentence.</source>
   <translation>Es steht noch nichts da. Schreiben Sie einen Satz.</translation>
  </message>
  <message>
   <source>There is nothing to tell {name} of this batch.</source>
   <translation>Zu diesem Paket gibt es für {name} nichts zu melden.</translation>
  </message>
  <message>
   <source>There is nothing with that name here. Look at the list and choose one that is there.</source>
   <translation>Unter diesem Namen gibt es hier nichts. Wählen Sie etwas aus der Liste.</translation>
  </message>
  <message>
   <source>There is one version only. Write a second draft, so that each side has its own.</source>
   <translation>Es gibt nur eine Version. Schreiben Sie einen zweiten Entwurf, damit jede Seite ihren eigenen hat.</translation>
  </message>
  <message>
   <source>There is something at {path} already. Move into an empty place.</source>
   <translation>Unter {path} gibt es schon etwas. Ziehen Sie an einen leeren Ort um.</translation>
  </message>
  <message>
   <source>There were no calls.</source>
   <translation>Es gab keine Anrufe.</translation>
  </message>
  <message>
   <source>These are hashes, not numbers. Give the key they were made with.</source>
   <translation>Das sind Hashes, keine Nummern. Geben Sie den Schlüssel an, mit dem sie gebildet wurden.</translation>
  </message>
  <message>
   <source>These are leads from a Facebook or Instagram form.</source>
   <translation>Das sind Leads aus einem Facebook- oder Instagram-Formular.</translation>
  </message>
  <message>
   <source>These are leads from a Google form extension.</source>
   <translation>Das sind Leads aus einer Google-Formularerweiterung.</translation>
  </message>
  <message>
   <source>These are leads from a LinkedIn form.</source>
   <translation>Das sind Leads aus einem LinkedIn-Formular.</translation>
  </message>
  <message>
   <source>These are {leads:,} leads, and a file for {name} holds {most:,} at most. Choose fewer leads. The batch is unchanged and still ready.</source>
   <translation>Das sind {leads:,} Leads, und eine Datei für {name} fasst höchstens {most:,}. Wählen Sie weniger Leads. Das Paket ist unverändert und weiter bereit.</translation>
  </message>
  <message>
   <source>These come from a file: no more is known.</source>
   <translation>Diese stammen aus einer Datei: Mehr ist nicht bekannt.</translation>
  </message>
  <message>
   <source>These limits count until {when}.</source>
   <translation>Diese Grenzen gelten bis {when}.</translation>
  </message>
  <message>
   <source>These limits keep out files that would stop the computer. Lists that are loaded stay.</source>
   <translation>Diese Grenzen halten Dateien fern, die den Computer anhalten würden. Eingelesene Listen bleiben.</translation>
  </message>
  <message>
   <source>These look like badge scans from Validar.</source>
   <translation>Das sieht nach Badge-Scans von Validar aus.</translation>
  </message>
  <message>
   <source>These look like badge scans.</source>
   <translation>Das sieht nach Badge-Scans aus.</translation>
  </message>
  <message>
   <source>These look like contacts scanned with talque.</source>
   <translation>Das sieht nach mit talque gescannten Kontakten aus.</translation>
  </message>
  <message>
   <source>These rows have no country, and the number does not start with +.</source>
   <translation>Diese Zeilen haben kein Land, und die Nummer beginnt nicht mit +.</translation>
  </message>
  <message>
   <source>These were two different passphrases. Nothing was changed.</source>
   <translation>Das waren zwei verschiedene Passphrasen. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>These words are too long. Keep them under {longest} characters.</source>
   <translation>Dieser Text ist zu lang. Bleiben Sie unter {longest} Zeichen.</translation>
  </message>
  <message>
   <source>These words hold characters that cannot be kept. Type them again.</source>
   <translation>Dieser Text enthält Zeichen, die sich nicht speichern lassen. Tippen Sie ihn noch einmal.</translation>
  </message>
  <message>
   <source>They answered. Say that you reached them.</source>
   <translation>Jemand ist dran. Sagen Sie, dass Sie die Person erreicht haben.</translation>
  </message>
  <message>
   <source>They are away on {day} already.</source>
   <translation>Am {day} ist die Person schon abwesend.</translation>
  </message>
  <message>
   <source>They are called after everybody else.</source>
   <translation>Sie werden nach allen anderen angerufen.</translation>
  </message>
  <message>
   <source>They are calling: take the call</source>
   <translation>Ruft gerade an: Anruf annehmen</translation>
  </message>
  <message>
   <source>They are erased for {client}. What other clients may have of them is theirs: to have it erased too, ask somebody who works for all clients.</source>
   <translation>Die Person ist für {client} gelöscht. Was andere Auftraggeber von ihr haben, gehört ihnen: Soll auch das gelöscht werden, fragen Sie jemanden, der für alle Auftraggeber arbeitet.</translation>
  </message>
  <message>
   <source>They are kept: somebody is in contact with them.</source>
   <translation>Die Person bleibt gespeichert: Jemand ist mit ihr in Kontakt.</translation>
  </message>
  <message>
   <source>They are known already.</source>
   <translation>Schon bekannt.</translation>
  </message>
  <message>
   <source>They are left as they are; a backup from before may hold what is missing.</source>
   <translation>Sie bleiben, wie sie sind; in einer früheren Sicherung kann stehen, was fehlt.</translation>
  </message>
  <message>
   <source>They are made while this program, or a keeper, runs.</source>
   <translation>Sie entstehen, solange dieses Programm oder ein Keeper läuft.</translation>
  </message>
  <message>
   <source>They are offered this lead next, right after call backs that are due.</source>
   <translation>Der Lead kommt als nächster, gleich nach fälligen Rückrufen.</translation>
  </message>
  <message>
   <source>They are saved to a file, so you can mend them later.</source>
   <translation>Sie werden in einer Datei gespeichert; dort können Sie sie später korrigieren.</translation>
  </message>
  <message>
   <source>They are the same.</source>
   <translation>Sie sind gleich.</translation>
  </message>
  <message>
   <source>They are written as the phone dials them.</source>
   <translation>Sie stehen so da, wie das Telefon sie wählt.</translation>
  </message>
  <message>
   <source>They asked for this time.</source>
   <translation>Diese Zeit wurde gewünscht.</translation>
  </message>
  <message>
   <source>They asked for {asked}. Not before.</source>
   <translation>Gewünscht war {asked}. Nicht vorher.</translation>
  </message>
  <message>
   <source>They asked not to be called again.</source>
   <translation>Möchte nicht wieder angerufen werden.</translation>
  </message>
  <message>
   <source>They asked not to be called, and sales would call them then. Hand them over now.</source>
   <translation>Die Person möchte nicht mehr angerufen werden, und der Vertrieb würde dann anrufen. Übergeben Sie jetzt direkt.</translation>
  </message>
  <message>
   <source>They asked not to be called.</source>
   <translation>Möchte nicht mehr angerufen werden.</translation>
  </message>
  <message>
   <source>They asked not to be called. Here is your next lead.</source>
   <translation>Möchte nicht mehr angerufen werden. Hier ist Ihr nächster Lead.</translation>
  </message>
  <message>
   <source>They asked not to be called. Sales must not call them.</source>
   <translation>Möchte nicht angerufen werden. Der Vertrieb darf nicht anrufen.</translation>
  </message>
  <message>
   <source>They asked not to be called. This can only be taken back by a supervisor.</source>
   <translation>Möchte nicht mehr angerufen werden. Das kann nur die Teamleitung zurücknehmen.</translation>
  </message>
  <message>
   <source>They asked not to be called. You may speak to them; nothing is dialled.</source>
   <translation>Möchte nicht angerufen werden. Sprechen dürfen Sie; es wird nichts gewählt.</translation>
  </message>
  <message>
   <source>They asked us</source>
   <translation>Eigene Anfrage</translation>
  </message>
  <message numerus="yes">
   <source>They become leads that nobody calls before a number is found.</source>
   <extracomment>One: It becomes a lead that nobody calls before a number is found.</extracomment>
   <translation>
    <numerusform>Sie wird ein Lead, den niemand anruft, bevor eine Nummer gefunden ist.</numerusform>
    <numerusform>Sie werden Leads, die niemand anruft, bevor eine Nummer gefunden ist.</numerusform>
   </translation>
  </message>
  <message>
   <source>They called us. End this call first, then dial.</source>
   <translation>Sie wurden angerufen. Beenden Sie erst dieses Gespräch, dann wählen Sie.</translation>
  </message>
  <message>
   <source>They called us. {caller} took the call, so the lead left your desk.</source>
   <translation>Hier kam ein Anruf. {caller} hat ihn angenommen, deshalb ist der Lead nicht mehr an Ihrem Arbeitsplatz.</translation>
  </message>
  <message>
   <source>They cancelled or were refunded.</source>
   <translation>Storniert oder erstattet.</translation>
  </message>
  <message>
   <source>They cannot be called now: {says}</source>
   <translation>Jetzt ist kein Anruf möglich: {says}</translation>
  </message>
  <message>
   <source>They count for callers of whom nothing else is said.</source>
   <translation>Sie gelten für Caller, für die nichts anderes festgelegt ist.</translation>
  </message>
  <message>
   <source>They count with the law of each country, never against it.</source>
   <translation>Sie gelten neben dem Gesetz jedes Landes, nie dagegen.</translation>
  </message>
  <message>
   <source>They do not know</source>
   <translation>Sie wissen es nicht</translation>
  </message>
  <message>
   <source>They do not want a call now. Without a yes nothing goes to sales.</source>
   <translation>Jetzt ist kein Anruf gewünscht. Ohne ein Ja geht nichts an den Vertrieb.</translation>
  </message>
  <message>
   <source>They do not want to be called, so they cannot go to sales. Nurture keeps them.</source>
   <translation>Sie möchten nicht angerufen werden, gehen also nicht an den Vertrieb. „Nurturing“ behält sie.</translation>
  </message>
  <message>
   <source>They get the brief there</source>
   <translation>Dorthin geht der Steckbrief</translation>
  </message>
  <message>
   <source>They get {version} with their next lead.</source>
   <translation>Mit dem nächsten Lead gilt auch dort Version {version}.</translation>
  </message>
  <message>
   <source>They go to Research</source>
   <translation>Sie gehen in die Nachforschung</translation>
  </message>
  <message>
   <source>They have been called again since, so this stays as it is.</source>
   <translation>Seither wurde wieder angerufen, deshalb bleibt es so.</translation>
  </message>
  <message>
   <source>They have not said in their own words what they need.</source>
   <translation>Zum Bedarf ist nichts im Wortlaut festgehalten.</translation>
  </message>
  <message>
   <source>They have not said yes to a call from a salesperson.</source>
   <translation>Einem Anruf des Vertriebs haben sie nicht zugestimmt.</translation>
  </message>
  <message>
   <source>They have to go. Agree on the time: type thu 10:30, then Enter.</source>
   <translation>Die Person muss los. Vereinbaren Sie eine Zeit: do 10:30 tippen, dann Enter.</translation>
  </message>
  <message>
   <source>They leave the queue</source>
   <translation>Sie verlassen die Warteschlange</translation>
  </message>
  <message>
   <source>They look alike, but nothing proves it. Nobody is joined unless you say so.</source>
   <translation>Sie ähneln sich, aber nichts beweist es. Ohne Ihr Wort wird niemand zusammengeführt.</translation>
  </message>
  <message>
   <source>They may hold a slip</source>
   <translation>Vielleicht mit Fehlern</translation>
  </message>
  <message>
   <source>They name no person and lie beside {log}. Nothing is sent.</source>
   <translation>Sie nennen keine Person und liegen neben {log}. Nichts wird gesendet.</translation>
  </message>
  <message>
   <source>They named {names}. Add them, then go on with Enter.</source>
   <translation>{names} wurde genannt. Legen Sie die Person an, dann weiter mit Enter.</translation>
  </message>
  <message>
   <source>They never did anything here. Was the name typed wrongly? Remove it.</source>
   <translation>Diese Person hat hier nie etwas getan. Wurde der Name falsch geschrieben? Entfernen Sie ihn.</translation>
  </message>
  <message>
   <source>They object. Find words for that by a few letters.</source>
   <translation>Ein Einwand. Finden Sie mit ein paar Buchstaben passende Worte.</translation>
  </message>
  <message>
   <source>They responded to {what}.</source>
   <translation>Reaktion auf: {what}.</translation>
  </message>
  <message>
   <source>They rest until then and come back by themselves.</source>
   <translation>Der Lead ruht bis dahin und kommt von selbst zurück.</translation>
  </message>
  <message>
   <source>They said yes</source>
   <translation>Hat Ja gesagt</translation>
  </message>
  <message>
   <source>They said: “{words}”</source>
   <translation>Im Wortlaut: „{words}“</translation>
  </message>
  <message>
   <source>They say the same.</source>
   <translation>Beide sagen dasselbe.</translation>
  </message>
  <message>
   <source>They share a number, an e-mail, or name and company, or you said so. All is kept.</source>
   <translation>Sie teilen Nummer, E-Mail-Adresse oder Name und Unternehmen, oder Sie sagten es. Alles bleibt.</translation>
  </message>
  <message>
   <source>They stand on the list “{list}”. Lift that list as a whole.</source>
   <translation>Der Eintrag steht auf der Liste „{list}“. Heben Sie diese Liste ganz auf.</translation>
  </message>
  <message>
   <source>They stay:</source>
   <translation>Es bleiben:</translation>
  </message>
  <message>
   <source>They ticked “You may phone me” on the form</source>
   <translation>„Sie dürfen mich anrufen“ auf dem Formular angekreuzt</translation>
  </message>
  <message>
   <source>They used four fifths of a limit. Raise it, or ask what they are doing.</source>
   <translation>Vier Fünftel einer Grenze sind verbraucht. Heben Sie sie an, oder fragen Sie, was da geschieht.</translation>
  </message>
  <message numerus="yes">
   <source>They want a call, with {points}; {n} are needed.</source>
   <extracomment>One: They want a call, with {points}; {n} is needed.</extracomment>
   <translation>
    <numerusform>Ein Anruf ist gewünscht: {points}, nötig ist {n}.</numerusform>
    <numerusform>Ein Anruf ist gewünscht: {points}, nötig sind {n}.</numerusform>
   </translation>
  </message>
  <message>
   <source>They watched the sealer demo or asked for a call</source>
   <translation>Sie sahen die Siegler-Vorführung oder baten um einen Anruf</translation>
  </message>
  <message>
   <source>They were called moments ago.</source>
   <translation>Sie wurden gerade erst angerufen.</translation>
  </message>
  <message numerus="yes">
   <source>They were called {n} times today already.</source>
   <extracomment>One: They were called once today already.</extracomment>
   <translation>
    <numerusform>Sie wurden heute schon einmal angerufen.</numerusform>
    <numerusform>Sie wurden heute schon {n}-mal angerufen.</numerusform>
   </translation>
  </message>
  <message>
   <source>They were moved again since. That stands.</source>
   <translation>Seither gab es einen weiteren Wechsel. Der gilt.</translation>
  </message>
  <message>
   <source>They work there: business</source>
   <translation>Beruflich: Unternehmen</translation>
  </message>
  <message>
   <source>They would stay behind, and block nobody.</source>
   <translation>Sie blieben zurück und halten niemanden auf.</translation>
  </message>
  <message>
   <source>Things they did there</source>
   <translation>Was dort geschah</translation>
  </message>
  <message>
   <source>This address</source>
   <translation>Diese Adresse</translation>
  </message>
  <message>
   <source>This answer does not fit the question. Choose one of the answers shown.</source>
   <translation>Diese Antwort passt nicht zur Frage. Wählen Sie eine der gezeigten Antworten.</translation>
  </message>
  <message>
   <source>This belongs to a call. Dial first.</source>
   <translation>Das gehört zu einem Anruf. Wählen Sie zuerst.</translation>
  </message>
  <message>
   <source>This call has begun. End it with an outcome instead of skipping.</source>
   <translation>Dieser Anruf hat begonnen. Beenden Sie ihn mit einem Ergebnis, statt ihn zu überspringen.</translation>
  </message>
  <message>
   <source>This call has ended with “{outcome}”. Undo that first.</source>
   <translation>Dieser Anruf endete mit „{outcome}“. Machen Sie das zuerst rückgängig.</translation>
  </message>
  <message>
   <source>This call has ended. Undo its outcome to go on with it.</source>
   <translation>Dieser Anruf ist beendet. Machen Sie das Ergebnis rückgängig, um ihn fortzusetzen.</translation>
  </message>
  <message>
   <source>This call was given back. Take the lead again to call them.</source>
   <translation>Dieser Anruf wurde zurückgegeben. Nehmen Sie den Lead wieder, um anzurufen.</translation>
  </message>
  <message>
   <source>This call was made, or is no longer needed.</source>
   <translation>Dieser Anruf ist erledigt oder nicht mehr nötig.</translation>
  </message>
  <message>
   <source>This campaign</source>
   <translation>Diese Kampagne</translation>
  </message>
  <message>
   <source>This campaign has no leads yet.</source>
   <translation>Diese Kampagne hat noch keine Leads.</translation>
  </message>
  <message>
   <source>This campaign is paused.</source>
   <translation>Diese Kampagne pausiert.</translation>
  </message>
  <message>
   <source>This campaign only</source>
   <translation>Nur diese Kampagne</translation>
  </message>
  <message>
   <source>This can be taken back for ten seconds. It stands.</source>
   <translation>Das lässt sich zehn Sekunden lang zurücknehmen. Es gilt.</translation>
  </message>
  <message>
   <source>This cannot be done as asked. Nothing was changed.</source>
   <translation>So geht es nicht. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>This cannot be kept yet</source>
   <translation>So lässt es sich noch nicht speichern</translation>
  </message>
  <message>
   <source>This cannot be mended: put back a backup from before.</source>
   <translation>Das lässt sich nicht reparieren: Spielen Sie eine frühere Sicherung zurück.</translation>
  </message>
  <message>
   <source>This cannot be mended: somebody changed it, or the disk did.</source>
   <translation>Das lässt sich nicht reparieren: Jemand hat es geändert, oder der Datenträger.</translation>
  </message>
  <message>
   <source>This cannot be read as a number.</source>
   <translation>Das lässt sich nicht als Nummer lesen.</translation>
  </message>
  <message>
   <source>This cannot be read from “{text}” on.</source>
   <translation>Ab „{text}“ ist das nicht lesbar.</translation>
  </message>
  <message>
   <source>This cannot be used here. Write it in quotes, or take it out.</source>
   <translation>Das passt hier nicht. Schreiben Sie es in Anführungszeichen oder nehmen Sie es heraus.</translation>
  </message>
  <message>
   <source>This clock is not known. Write a city such as Berlin.</source>
   <translation>Diese Uhr ist nicht bekannt. Schreiben Sie eine Stadt wie Berlin.</translation>
  </message>
  <message>
   <source>This closes the gap. {forecast}</source>
   <translation>Das schließt die Lücke. {forecast}</translation>
  </message>
  <message>
   <source>This code is used twice. Give each outcome its own.</source>
   <translation>Dieser Code kommt zweimal vor. Geben Sie jedem Ergebnis einen eigenen.</translation>
  </message>
  <message>
   <source>This column becomes</source>
   <translation>Diese Spalte wird zu</translation>
  </message>
  <message>
   <source>This column stands here twice. Keep one of them.</source>
   <translation>Diese Spalte steht hier zweimal. Behalten Sie eine.</translation>
  </message>
  <message>
   <source>This computer has no keyring for the password.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund für das Passwort.</translation>
  </message>
  <message>
   <source>This computer has no keyring for the password: it counts until you close qualdesk.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund für das Passwort: Es gilt, bis Sie qualdesk schließen.</translation>
  </message>
  <message>
   <source>This computer has no keyring that works, and nobody could type the key of what waits for the server. Nothing was changed.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund, der funktioniert, und niemand könnte den Schlüssel für das eintippen, was auf den Server wartet. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>This computer's clock is {by} ahead of the team server's.</source>
   <translation>Die Uhr dieses Computers geht gegenüber der des Team-Servers {by} vor.</translation>
  </message>
  <message>
   <source>This computer's clock is {by} behind the team server's.</source>
   <translation>Die Uhr dieses Computers geht gegenüber der des Team-Servers {by} nach.</translation>
  </message>
  <message>
   <source>This computer's keyring has it.</source>
   <translation>Es liegt im Schlüsselbund dieses Computers.</translation>
  </message>
  <message>
   <source>This computer's program (tel:)</source>
   <translation>Programm dieses Computers (tel:)</translation>
  </message>
  <message>
   <source>This counts nowhere. What went well, and what to try next time:</source>
   <translation>Das zählt nirgends. Was gut lief, und was Sie beim nächsten Mal versuchen können:</translation>
  </message>
  <message>
   <source>This definition does not fit this script, so nobody could be judged by it.</source>
   <translation>Diese Definition passt nicht zu diesem Leitfaden, also ist damit keine Einschätzung möglich.</translation>
  </message>
  <message>
   <source>This depends on so many answers that nobody can say whether it is asked. Make the condition simpler.</source>
   <translation>Das hängt von so vielen Antworten ab, dass sich nicht sagen lässt, ob es gefragt wird. Vereinfachen Sie die Bedingung.</translation>
  </message>
  <message>
   <source>This dispute is closed. What was decided stands.</source>
   <translation>Diese Beanstandung ist abgeschlossen. Was entschieden wurde, gilt.</translation>
  </message>
  <message>
   <source>This does not belong here. Look at the sample campaign.</source>
   <translation>Das gehört nicht hierher. Sehen Sie in die Beispielkampagne.</translation>
  </message>
  <message>
   <source>This file</source>
   <translation>Diese Datei</translation>
  </message>
  <message>
   <source>This file cannot be read as a list. Save it as CSV or XLSX and try again.</source>
   <translation>Diese Datei lässt sich nicht als Liste lesen. Speichern Sie sie als CSV oder XLSX und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This file cannot be used</source>
   <translation>Diese Datei ist nicht verwendbar</translation>
  </message>
  <message>
   <source>This file cannot be used. Mend the places named and try again.</source>
   <translation>Diese Datei kann nicht verwendet werden. Korrigieren Sie die genannten Stellen und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This file has problems. Mend them and try again.</source>
   <translation>Diese Datei hat Fehler. Korrigieren Sie sie und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This file holds no hashes. A hash is 64 digits of 0 to 9 and a to f, one in a row.</source>
   <translation>Diese Datei enthält keine Hashes. Ein Hash hat 64 Zeichen aus 0 bis 9 und a bis f, einer pro Zeile.</translation>
  </message>
  <message>
   <source>This file is damaged, or holds far more than it looks. Open it, save only the list as CSV, and load that.</source>
   <translation>Diese Datei ist beschädigt oder enthält viel mehr, als es scheint. Öffnen Sie sie, speichern Sie nur die Liste als CSV und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>This file is empty. Export the list again.</source>
   <translation>Diese Datei ist leer. Exportieren Sie die Liste noch einmal.</translation>
  </message>
  <message>
   <source>This file is not a backup of a qualdesk workspace. Nothing was changed.</source>
   <translation>Diese Datei ist keine Sicherung eines qualdesk-Arbeitsbereichs. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>This file was loaded before, on {day}: its leads are updated.</source>
   <translation>Diese Datei wurde schon eingelesen, am {day}: Ihre Leads werden aktualisiert.</translation>
  </message>
  <message>
   <source>This file was loaded before. What it holds was there already.</source>
   <translation>Diese Datei wurde schon eingelesen. Ihr Inhalt war bereits da.</translation>
  </message>
  <message>
   <source>This file was made by a newer qualdesk. Nothing was changed.</source>
   <translation>Diese Datei stammt von einem neueren qualdesk. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>This id is in none of our batches. Was it edited? Use the sheet we sent.</source>
   <translation>Diese ID steht in keinem unserer Pakete. Wurde sie geändert? Nehmen Sie die Tabelle, die wir geschickt haben.</translation>
  </message>
  <message>
   <source>This id is used twice. Give each set its own.</source>
   <translation>Diese Kennung kommt zweimal vor. Geben Sie jedem Satz eine eigene.</translation>
  </message>
  <message>
   <source>This is a Zoom attendee report.</source>
   <translation>Das ist ein Zoom-Bericht der Teilnehmenden.</translation>
  </message>
  <message>
   <source>This is a Zoom report of who was in a meeting.</source>
   <translation>Das ist ein Zoom-Bericht, wer in einem Meeting war.</translation>
  </message>
  <message>
   <source>This is a call of {caller}.</source>
   <translation>Das ist ein Anruf von {caller}.</translation>
  </message>
  <message>
   <source>This is a compressed file, not a list. Unpack it and load what is in it.</source>
   <translation>Das ist eine gepackte Datei, keine Liste. Entpacken Sie sie und lesen Sie den Inhalt ein.</translation>
  </message>
  <message>
   <source>This is a device or a pipe, not a file. Choose a list kept as a file.</source>
   <translation>Das ist ein Gerät oder eine Pipe, keine Datei. Wählen Sie eine Liste als Datei.</translation>
  </message>
  <message>
   <source>This is a fax number, says the list.</source>
   <translation>Laut Liste ist das eine Faxnummer.</translation>
  </message>
  <message>
   <source>This is a filler, not a number.</source>
   <translation>Das ist ein Platzhalter, keine Nummer.</translation>
  </message>
  <message>
   <source>This is a folder, not a list. Choose the file in it.</source>
   <translation>Das ist ein Ordner, keine Liste. Wählen Sie die Datei darin.</translation>
  </message>
  <message>
   <source>This is a formula without a value. Open the file in a spreadsheet program and save it there, or type the words.</source>
   <translation>Das ist eine Formel ohne Wert. Öffnen und speichern Sie die Datei in einer Tabellenkalkulation oder tippen Sie den Text.</translation>
  </message>
  <message>
   <source>This is a test row, not a person.</source>
   <translation>Das ist eine Testzeile, keine Person.</translation>
  </message>
  <message>
   <source>This is an Eventbrite list of attendees.</source>
   <translation>Das ist eine Teilnehmerliste von Eventbrite.</translation>
  </message>
  <message>
   <source>This is an export from HubSpot.</source>
   <translation>Das ist ein Export aus HubSpot.</translation>
  </message>
  <message>
   <source>This is an export from Pipedrive.</source>
   <translation>Das ist ein Export aus Pipedrive.</translation>
  </message>
  <message>
   <source>This is an export from Salesforce.</source>
   <translation>Das ist ein Export aus Salesforce.</translation>
  </message>
  <message>
   <source>This is an export from Zoho CRM.</source>
   <translation>Das ist ein Export aus Zoho CRM.</translation>
  </message>
  <message>
   <source>This is answered already: {answer}</source>
   <translation>Das ist schon beantwortet: {answer}</translation>
  </message>
  <message>
   <source>This is empty. Write something.</source>
   <translation>Das ist leer. Schreiben Sie etwas.</translation>
  </message>
  <message>
   <source>This is for a supervisor, or for the owner of the list.</source>
   <translation>Das ist Sache der Teamleitung oder der für die Liste Zuständigen.</translation>
  </message>
  <message>
   <source>This is from the list: Enter keeps it, another answer replaces it.</source>
   <translation>Das steht in der Liste: Enter behält es, eine andere Antwort ersetzt es.</translation>
  </message>
  <message>
   <source>This is missing. Write it.</source>
   <translation>Das fehlt. Ergänzen Sie es.</translation>
  </message>
  <message>
   <source>This is more.</source>
   <translation>Das ist mehr.</translation>
  </message>
  <message>
   <source>This is never asked: it waits for “{name}”, which is never asked either.</source>
   <translation>Das wird nie gefragt: Es wartet auf „{name}“, und auch das wird nie gefragt.</translation>
  </message>
  <message>
   <source>This is never asked: there are no answers with which {condition}.</source>
   <translation>Das wird nie gefragt: Mit keiner Antwort gilt „{condition}“.</translation>
  </message>
  <message>
   <source>This is no TOML.</source>
   <translation>Das ist kein TOML.</translation>
  </message>
  <message>
   <source>This is no address of a team database. It looks like postgresql://you@server.example/desk; your supervisor has it.</source>
   <translation>Das ist keine Adresse einer Team-Datenbank. Sie sieht so aus: postgresql://sie@server.example/desk; Ihre Teamleitung hat sie.</translation>
  </message>
  <message>
   <source>This is no hash: 64 digits of 0 to 9 and a to f.</source>
   <translation>Das ist kein Hash: 64 Zeichen aus 0 bis 9 und a bis f.</translation>
  </message>
  <message>
   <source>This is not UTF-8 text. Save the file as UTF-8 and try again.</source>
   <translation>Das ist kein UTF-8-Text. Speichern Sie die Datei als UTF-8 und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This is not a line of leads.jsonl. Use the file of the batch.</source>
   <translation>Das ist keine Zeile von leads.jsonl. Nehmen Sie die Datei des Pakets.</translation>
  </message>
  <message>
   <source>This is not a list but some other file. Save the list as CSV.</source>
   <translation>Das ist keine Liste, sondern eine andere Datei. Speichern Sie die Liste als CSV.</translation>
  </message>
  <message>
   <source>This is not an answer sheet of one of our batches. Use the file that came with the batch.</source>
   <translation>Das ist kein Antwortbogen eines unserer Pakete. Nehmen Sie die Datei, die mit dem Paket kam.</translation>
  </message>
  <message>
   <source>This is not the file that was being loaded. Load it as a list of its own.</source>
   <translation>Das ist nicht die Datei, die eingelesen wurde. Lesen Sie sie als eigene Liste ein.</translation>
  </message>
  <message>
   <source>This is not written as TOML. Write key = value, with words in quotes.</source>
   <translation>Das ist kein TOML. Schreiben Sie key = value, Text in Anführungszeichen.</translation>
  </message>
  <message>
   <source>This is not written as it must be.</source>
   <translation>Das ist nicht richtig geschrieben.</translation>
  </message>
  <message>
   <source>This is the example of the template.</source>
   <translation>Das ist das Beispiel aus der Vorlage.</translation>
  </message>
  <message>
   <source>This is the login you work with. Somebody else has to remove it.</source>
   <translation>Mit diesem Login arbeiten Sie gerade. Jemand anderes muss ihn entfernen.</translation>
  </message>
  <message>
   <source>This is the script's first language. What is not translated is read in it.</source>
   <translation>Das ist die erste Sprache des Leitfadens. Was nicht übersetzt ist, wird in ihr gelesen.</translation>
  </message>
  <message>
   <source>This is too long for an address. Keep it within {longest} characters.</source>
   <translation>Das ist zu lang für eine Adresse. Bleiben Sie bei höchstens {longest} Zeichen.</translation>
  </message>
  <message>
   <source>This is too long to keep. Shorten it to {most:,} characters.</source>
   <translation>Das ist zu lang. Kürzen Sie es auf {most:,} Zeichen.</translation>
  </message>
  <message>
   <source>This is too long.</source>
   <translation>Das ist zu lang.</translation>
  </message>
  <message>
   <source>This is too long. Shorten it to {max_length} characters.</source>
   <translation>Das ist zu lang. Kürzen Sie auf {max_length} Zeichen.</translation>
  </message>
  <message>
   <source>This is too long. Shorten it to {most} characters.</source>
   <translation>Das ist zu lang. Kürzen Sie auf {most} Zeichen.</translation>
  </message>
  <message>
   <source>This is {what}, not a list. Save the list as CSV or XLSX.</source>
   <translation>Das ist {what}, keine Liste. Speichern Sie die Liste als CSV oder XLSX.</translation>
  </message>
  <message>
   <source>This key is too short. Take one of at least {letters} characters: numbers can be tried one after the other.</source>
   <translation>Dieser Schlüssel ist zu kurz. Nehmen Sie mindestens {letters} Zeichen: Nummern lassen sich durchprobieren.</translation>
  </message>
  <message>
   <source>This lead</source>
   <translation>Dieser Lead</translation>
  </message>
  <message>
   <source>This lead has left for sales since, so this stays as it is.</source>
   <translation>Dieser Lead ging inzwischen an den Vertrieb. Es bleibt, wie es ist.</translation>
  </message>
  <message>
   <source>This lead has moved on since: {where}.</source>
   <translation>Dieser Lead ist inzwischen weiter: {where}.</translation>
  </message>
  <message>
   <source>This lead is given to {caller} already.</source>
   <translation>Dieser Lead ist schon {caller} zugeteilt.</translation>
  </message>
  <message>
   <source>This lead is kept out already. Let it in first to change the reason.</source>
   <translation>Dieser Lead wird schon zurückgehalten. Lassen Sie ihn erst zu, um den Grund zu ändern.</translation>
  </message>
  <message>
   <source>This lead is kept out of the queue. Let it in first.</source>
   <translation>Dieser Lead wird zurückgehalten. Lassen Sie ihn erst wieder zu.</translation>
  </message>
  <message>
   <source>This lead is not given to anybody.</source>
   <translation>Dieser Lead ist niemandem zugeteilt.</translation>
  </message>
  <message>
   <source>This lead is not in the queue any more: {where}.</source>
   <translation>Dieser Lead ist nicht mehr in der Warteschlange: {where}.</translation>
  </message>
  <message>
   <source>This lead is not in the queue: {where}.</source>
   <translation>Dieser Lead ist nicht in der Warteschlange: {where}.</translation>
  </message>
  <message>
   <source>This lead is not in your hands now. If they call, look for their number or their full name.</source>
   <translation>Diesen Lead haben Sie gerade nicht. Wenn die Person anruft, suchen Sie nach der Nummer oder dem vollen Namen.</translation>
  </message>
  <message>
   <source>This lead is not kept out.</source>
   <translation>Dieser Lead wird nicht zurückgehalten.</translation>
  </message>
  <message>
   <source>This lead is not pinned.</source>
   <translation>Dieser Lead ist nicht angeheftet.</translation>
  </message>
  <message>
   <source>This lead is not with you for research any more.</source>
   <translation>Dieser Lead ist nicht mehr bei Ihnen zur Nachforschung.</translation>
  </message>
  <message>
   <source>This lead is pinned already.</source>
   <translation>Dieser Lead ist schon angeheftet.</translation>
  </message>
  <message>
   <source>This lead is qualified and waits for its hand-off.</source>
   <translation>Dieser Lead ist qualifiziert und wartet auf die Übergabe.</translation>
  </message>
  <message>
   <source>This lead may not be called now.</source>
   <translation>Dieser Lead darf jetzt nicht angerufen werden.</translation>
  </message>
  <message>
   <source>This lead was not given to you. Look at your list again.</source>
   <translation>Dieser Lead wurde Ihnen nicht übergeben. Sehen Sie Ihre Liste noch einmal an.</translation>
  </message>
  <message>
   <source>This line cannot be read as TOML: {reason}.</source>
   <translation>Diese Zeile ist nicht als TOML lesbar: {reason}.</translation>
  </message>
  <message>
   <source>This list is empty. Put something in it.</source>
   <translation>Diese Liste ist leer. Tragen Sie etwas ein.</translation>
  </message>
  <message>
   <source>This list is not waiting to be finished. Load it as a new one.</source>
   <translation>Diese Liste wartet nicht auf Fertigstellung. Lesen Sie sie als neue ein.</translation>
  </message>
  <message>
   <source>This list says so. Nobody calls them in this campaign any more.</source>
   <translation>So sagt es diese Liste. In dieser Kampagne ruft sie niemand mehr an.</translation>
  </message>
  <message>
   <source>This list was loaded on {day}. A list can be undone for {days} days.</source>
   <translation>Diese Liste wurde am {day} eingelesen. Rückgängig geht es {days} Tage lang.</translation>
  </message>
  <message>
   <source>This login can write into tables past the desk: {tables}.</source>
   <translation>Dieser Login kann am Arbeitsplatz vorbei in Tabellen schreiben: {tables}.</translation>
  </message>
  <message>
   <source>This login is a superuser of the server: nothing there can hold it back.</source>
   <translation>Dieser Login ist ein Superuser des Servers: Dort kann ihn nichts zurückhalten.</translation>
  </message>
  <message>
   <source>This login is in more than one group: {groups}.</source>
   <translation>Dieser Login ist in mehr als einer Gruppe: {groups}.</translation>
  </message>
  <message>
   <source>This login is nobody's: no name in the workspace goes with it.</source>
   <translation>Dieser Login gehört niemandem: Kein Name im Arbeitsbereich gehört dazu.</translation>
  </message>
  <message>
   <source>This login may not call here</source>
   <translation>Dieser Login darf hier nicht anrufen</translation>
  </message>
  <message>
   <source>This login may not work here. Ask whoever administers the team's server for another one.</source>
   <translation>Dieser Login darf hier nicht arbeiten. Bitte bei der Person, die den Server des Teams verwaltet, einen anderen erfragen.</translation>
  </message>
  <message>
   <source>This login owns the tables: no limit counts for it.</source>
   <translation>Diesem Login gehören die Tabellen: Für ihn gilt keine Grenze.</translation>
  </message>
  <message>
   <source>This login reads more leads than the one it holds: {tables}.</source>
   <translation>Dieser Login liest mehr Leads als den, den er gerade hat: {tables}.</translation>
  </message>
  <message>
   <source>This looks at everybody's leads. In a team a supervisor does it.</source>
   <translation>Das sieht alle Leads durch. In einem Team macht es die Teamleitung.</translation>
  </message>
  <message>
   <source>This may be two people in one lead: give each a row of their own.</source>
   <translation>Das könnten zwei Personen in einem Lead sein: Geben Sie jeder eine eigene Zeile.</translation>
  </message>
  <message>
   <source>This must be a table.</source>
   <translation>Das muss eine Tabelle sein.</translation>
  </message>
  <message>
   <source>This must be written.</source>
   <translation>Das muss dastehen.</translation>
  </message>
  <message>
   <source>This name is too long. Shorten it to {longest} characters.</source>
   <translation>Dieser Name ist zu lang. Kürzen Sie ihn auf {longest} Zeichen.</translation>
  </message>
  <message>
   <source>This no counts for all clients, and you work for one. It stays until somebody who works for all of them takes it back: ask a supervisor, and say its number, {number}.</source>
   <translation>Dieses Nein gilt für alle Auftraggeber, und Sie arbeiten für einen. Es bleibt, bis jemand es zurücknimmt, der für alle arbeitet: Fragen Sie die Teamleitung und nennen Sie die Nummer {number}.</translation>
  </message>
  <message>
   <source>This number</source>
   <translation>Diese Nummer</translation>
  </message>
  <message>
   <source>This number cannot be dialled. Copy it and dial by hand if it looks right.</source>
   <translation>Diese Nummer kann nicht gewählt werden. Kopieren Sie sie und wählen Sie von Hand, wenn sie richtig aussieht.</translation>
  </message>
  <message>
   <source>This number only</source>
   <translation>Nur diese Nummer</translation>
  </message>
  <message>
   <source>This outcome does not fit the call yet. Look at what is missing and answer it first.</source>
   <translation>Dieses Ergebnis passt noch nicht zum Anruf. Sehen Sie nach, was fehlt, und beantworten Sie es zuerst.</translation>
  </message>
  <message>
   <source>This part is not installed.</source>
   <translation>Dieser Teil ist nicht installiert.</translation>
  </message>
  <message>
   <source>This passphrase does not open {file}, or the file is damaged. Nothing was changed. Try again.</source>
   <translation>Diese Passphrase öffnet {file} nicht, oder die Datei ist beschädigt. Nichts wurde geändert. Versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This person</source>
   <translation>Diese Person</translation>
  </message>
  <message>
   <source>This person is called for no client any more</source>
   <translation>Diese Person wird für keinen Auftraggeber mehr angerufen</translation>
  </message>
  <message>
   <source>This person is erased already. Nothing more is known about them.</source>
   <translation>Diese Person ist schon gelöscht. Mehr ist nicht bekannt.</translation>
  </message>
  <message>
   <source>This person was erased. Nothing more is kept about them.</source>
   <translation>Diese Person wurde gelöscht. Mehr wird nicht gespeichert.</translation>
  </message>
  <message>
   <source>This person, all numbers</source>
   <translation>Diese Person, alle Nummern</translation>
  </message>
  <message>
   <source>This program does not know the save “{name}”.</source>
   <translation>Dieses Programm kennt den Eintrag „{name}“ nicht.</translation>
  </message>
  <message>
   <source>This promise is not yours any more.</source>
   <translation>Diese Zusage ist nicht mehr Ihre.</translation>
  </message>
  <message>
   <source>This question has no answer yet.</source>
   <translation>Diese Frage hat noch keine Antwort.</translation>
  </message>
  <message>
   <source>This question is not there any more.</source>
   <translation>Diese Frage gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>This sheet has {n:,} columns, over {most:,}. Keep those of the list and save it.</source>
   <translation>Dieses Blatt hat {n:,} Spalten, mehr als {most:,}. Behalten Sie die der Liste und speichern Sie es.</translation>
  </message>
  <message>
   <source>This sheet has {n:,} rows, over {most:,}. Save it as CSV and load that.</source>
   <translation>Dieses Blatt hat {n:,} Zeilen, mehr als {most:,}. Speichern Sie es als CSV und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>This source stands here twice.</source>
   <translation>Diese Herkunft steht hier zweimal.</translation>
  </message>
  <message>
   <source>This stands outside of the stages. Move it between a begin_group and its end_group.</source>
   <translation>Das steht außerhalb der Abschnitte. Setzen Sie es zwischen ein begin_group und sein end_group.</translation>
  </message>
  <message>
   <source>This was left half done for too long, and the team database gave it up. Nothing was changed; do it again.</source>
   <translation>Dies blieb zu lange halb fertig, und die Team-Datenbank brach es ab. Nichts wurde geändert; machen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This was taken back already. Nothing is changed.</source>
   <translation>Das wurde schon zurückgenommen. Es ist nichts geändert.</translation>
  </message>
  <message>
   <source>This was taken back before. It stops nobody any more.</source>
   <translation>Das wurde schon zurückgenommen. Es sperrt niemanden mehr.</translation>
  </message>
  <message>
   <source>This was typed and could not be saved: {lines}</source>
   <translation>Das wurde getippt und konnte nicht gespeichert werden: {lines}</translation>
  </message>
  <message>
   <source>This was written in a file; choosing answers here replaces it.</source>
   <translation>Das steht so in einer Datei; wer hier Antworten wählt, ersetzt es.</translation>
  </message>
  <message>
   <source>This way to qualify</source>
   <translation>Dieser Weg zur Qualifizierung</translation>
  </message>
  <message>
   <source>This window has no end, so there is no day by which all must be finished.</source>
   <translation>Diese Frist hat kein Ende, also keinen Tag, bis zu dem alles erledigt sein muss.</translation>
  </message>
  <message>
   <source>This workbook is damaged or only half there. Get it anew, or save the list as CSV.</source>
   <translation>Diese Arbeitsmappe ist beschädigt oder unvollständig. Holen Sie sie neu oder speichern Sie die Liste als CSV.</translation>
  </message>
  <message>
   <source>This workbook is empty. Export the list again.</source>
   <translation>Diese Arbeitsmappe ist leer. Exportieren Sie die Liste noch einmal.</translation>
  </message>
  <message>
   <source>This workbook is over {megabytes} MB. Save the list as CSV and load that.</source>
   <translation>Diese Arbeitsmappe hat über {megabytes} MB. Speichern Sie die Liste als CSV und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>This workbook is protected by a password. Save a copy without one and load that.</source>
   <translation>Diese Arbeitsmappe ist mit einem Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>This workbook unpacks to far more than a list. Save only the list, as CSV.</source>
   <translation>Diese Arbeitsmappe enthält entpackt viel mehr als eine Liste. Speichern Sie nur die Liste, als CSV.</translation>
  </message>
  <message>
   <source>This workspace</source>
   <translation>Dieser Arbeitsbereich</translation>
  </message>
  <message>
   <source>This workspace has moved</source>
   <translation>Dieser Arbeitsbereich ist umgezogen</translation>
  </message>
  <message>
   <source>This workspace has moved. Close it and open it again: it then says where it is now.</source>
   <translation>Dieser Arbeitsbereich ist umgezogen. Schließen und öffnen Sie ihn wieder: Dann sagt er, wo er jetzt ist.</translation>
  </message>
  <message>
   <source>This workspace has no team yet. Make one with: qualdesk team init</source>
   <translation>Dieser Arbeitsbereich hat noch kein Team. Anlegen mit: qualdesk team init</translation>
  </message>
  <message>
   <source>This workspace holds real work. Practise in one of its own: choose Practise in the window.</source>
   <translation>Dieser Arbeitsbereich enthält echte Arbeit. Üben Sie in einem eigenen: Wählen Sie „Üben“ im Fenster.</translation>
  </message>
  <message>
   <source>This workspace is encrypted. Type its passphrase to open it. Nothing was changed.</source>
   <translation>Dieser Arbeitsbereich ist verschlüsselt. Geben Sie seine Passphrase ein, um ihn zu öffnen. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>This workspace is encrypted: without its passphrase nobody can read {file}. Another passphrase, or none: close qualdesk, then “{command} --new-passphrase” or “qualdesk decrypt”.</source>
   <translation>Dieser Arbeitsbereich ist verschlüsselt: Ohne Passphrase kann niemand {file} lesen. Eine andere Passphrase oder keine: Schließen Sie qualdesk, dann „{command} --new-passphrase“ oder „qualdesk decrypt“.</translation>
  </message>
  <message>
   <source>This workspace is not encrypted: whoever can read {file} can read the leads. To encrypt it, close qualdesk, then: {command}</source>
   <translation>Dieser Arbeitsbereich ist nicht verschlüsselt: Wer {file} lesen kann, kann die Leads lesen. Zum Verschlüsseln schließen Sie qualdesk, dann: {command}</translation>
  </message>
  <message>
   <source>This workspace is open. Close its windows and commands, then do this again. Nothing was changed.</source>
   <translation>Dieser Arbeitsbereich ist offen. Schließen Sie seine Fenster und Befehle, und versuchen Sie es noch einmal. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>This workspace is open. Close its windows and commands, then restore.</source>
   <translation>Dieser Arbeitsbereich ist offen. Schließen Sie Fenster und Befehle, dann spielen Sie zurück.</translation>
  </message>
  <message>
   <source>This workspace needs a newer qualdesk</source>
   <translation>Dieser Arbeitsbereich braucht ein neueres qualdesk</translation>
  </message>
  <message>
   <source>This workspace was made by a newer qualdesk. Install that version. Nothing was changed.</source>
   <translation>Dieser Arbeitsbereich stammt von einem neueren qualdesk. Installieren Sie diese Version. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>This workspace was moved to {place} on {day}. Work there. To work here again: qualdesk move --from … --open-again</source>
   <translation>Dieser Arbeitsbereich ist am {day} nach {place} umgezogen. Arbeiten Sie dort. Um wieder hier zu arbeiten: qualdesk move --from … --open-again</translation>
  </message>
  <message>
   <source>This {group} is not ended. Add “end_group”.</source>
   <translation>Dieses {group} ist nicht beendet. Ergänzen Sie „end_group“.</translation>
  </message>
  <message>
   <source>Those due in this time, each in one line. What was settled another way before its time is in none.</source>
   <translation>Die in dieser Zeit fälligen, jeder in einer Zeile. Was sich vorher anders erledigte, steht in keiner.</translation>
  </message>
  <message>
   <source>Those of this computer</source>
   <translation>Die dieses Computers</translation>
  </message>
  <message>
   <source>Those were all {of} calls</source>
   <translation>Das waren alle {of} Anrufe</translation>
  </message>
  <message>
   <source>Three</source>
   <translation>Drei</translation>
  </message>
  <message>
   <source>Three facts a caller should know</source>
   <translation>Drei Fakten, die ein Caller kennen sollte</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>Do</translation>
  </message>
  <message>
   <source>Thursday</source>
   <translation>Donnerstag</translation>
  </message>
  <message>
   <source>Thursdays</source>
   <translation>donnerstags</translation>
  </message>
  <message>
   <source>Tick at least one lead that lacks nothing.</source>
   <translation>Haken Sie mindestens einen Lead an, dem nichts fehlt.</translation>
  </message>
  <message>
   <source>Tick what is to be written: a PDF, a workbook, or both.</source>
   <translation>Haken Sie an, was geschrieben wird: PDF, Arbeitsmappe oder beides.</translation>
  </message>
  <message>
   <source>Time to answer</source>
   <translation>Antwortzeit</translation>
  </message>
  <message>
   <source>Time to answer: {seconds:.0f} s in the middle.</source>
   <translation>Zeit bis zur Antwort: im Mittel {seconds:.0f} s.</translation>
  </message>
  <message>
   <source>Time zone not known</source>
   <translation>Zeitzone nicht bekannt</translation>
  </message>
  <message>
   <source>Time zone not known.</source>
   <translation>Zeitzone nicht bekannt.</translation>
  </message>
  <message>
   <source>Timeframe</source>
   <translation>Zeitrahmen</translation>
  </message>
  <message>
   <source>Times are in {place}, {beside}</source>
   <translation>Zeiten in {place}. {beside}</translation>
  </message>
  <message>
   <source>Times as clocks show them in {place}</source>
   <translation>Zeiten nach der Uhr in {place}</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Funktion</translation>
  </message>
  <message>
   <source>To fix</source>
   <translation>Zu klären</translation>
  </message>
  <message>
   <source>To research first: {reason}</source>
   <translation>Erst zur Nachforschung: {reason}</translation>
  </message>
  <message>
   <source>To review</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>To take an outcome back</source>
   <translation>Um ein Ergebnis zurückzunehmen</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>An wen</translation>
  </message>
  <message>
   <source>To whom it was handed over</source>
   <translation>An wen es übergeben wurde</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Together</source>
   <translation>Zusammen</translation>
  </message>
  <message numerus="yes">
   <source>Together {n:,}: each stands at one place.</source>
   <extracomment>One: Together {n:,}: each stands at one place.</extracomment>
   <translation>
    <numerusform>Zusammen {n:,}: jeder mit einem Stand.</numerusform>
    <numerusform>Zusammen {n:,}: jeder mit einem Stand.</numerusform>
   </translation>
  </message>
  <message>
   <source>Together {n:,}: the whole list, each lead at one place.</source>
   <translation>Zusammen {n:,}: die ganze Liste, jeder Lead mit einem Stand.</translation>
  </message>
  <message>
   <source>Together {open_leads:,} open leads</source>
   <translation>Zusammen {open_leads:,} offene Leads</translation>
  </message>
  <message>
   <source>Together {together:,}, and there are {total:,}.</source>
   <translation>Zusammen {together:,}, es gibt aber {total:,}.</translation>
  </message>
  <message>
   <source>Told</source>
   <comment>telling sales</comment>
   <translation>Bescheid gesagt</translation>
  </message>
  <message>
   <source>Told on</source>
   <translation>Mitgeteilt am</translation>
  </message>
  <message>
   <source>Told sales of {name} by phone</source>
   <translation>Vertrieb über {name} per Telefon verständigt</translation>
  </message>
  <message>
   <source>Told sales of {name}. Mails: {mails:,}</source>
   <translation>Vertrieb über {name} verständigt. E-Mails: {mails:,}</translation>
  </message>
  <message>
   <source>Too different</source>
   <translation>Zu verschieden</translation>
  </message>
  <message>
   <source>Too few calls to say more ({calls}; {enough} needed).</source>
   <translation>Zu wenige Anrufe, um mehr zu sagen ({calls}; {enough} nötig).</translation>
  </message>
  <message>
   <source>Too few leads to try this on ({leads}). {enough} are needed.</source>
   <translation>Zu wenige Leads zum Ausprobieren ({leads}). Nötig sind {enough}.</translation>
  </message>
  <message>
   <source>Too few to say.</source>
   <translation>Zu wenige.</translation>
  </message>
  <message>
   <source>Too long for a number of that country.</source>
   <translation>Zu lang für eine Nummer dieses Landes.</translation>
  </message>
  <message>
   <source>Too long for a number.</source>
   <translation>Zu lang für eine Nummer.</translation>
  </message>
  <message>
   <source>Too short for a number of that country.</source>
   <translation>Zu kurz für eine Nummer dieses Landes.</translation>
  </message>
  <message>
   <source>Too short for a number.</source>
   <translation>Zu kurz für eine Nummer.</translation>
  </message>
  <message>
   <source>Too small</source>
   <translation>Zu klein</translation>
  </message>
  <message>
   <source>Took a call from {name}</source>
   <translation>Anruf von {name} angenommen</translation>
  </message>
  <message>
   <source>Took a call from {name}, who was with {had_it}</source>
   <translation>Anruf von {name} angenommen; der Lead war bei {had_it}</translation>
  </message>
  <message>
   <source>Took a change of the plan of {name} back</source>
   <translation>Änderung am Plan von {name} zurückgenommen</translation>
  </message>
  <message>
   <source>Took a file of a CRM back, {name}. Leads: {leads:,}</source>
   <translation>Datei eines CRM zurückgenommen, {name}. Leads: {leads:,}</translation>
  </message>
  <message>
   <source>Took a giveaway</source>
   <translation>Nahm ein Give-away mit</translation>
  </message>
  <message>
   <source>Took a move back: {name} calls for whichever campaign is next</source>
   <translation>Wechsel zurückgenommen: {name} ruft für die Kampagne an, die als Nächste dran ist</translation>
  </message>
  <message>
   <source>Took a move back: {name} calls for {to}</source>
   <translation>Wechsel zurückgenommen: {name} ruft für {to} an</translation>
  </message>
  <message>
   <source>Took a no back. Leads that may be called again: {leads:,}</source>
   <translation>Ein Nein zurückgenommen. Leads, die wieder angerufen werden dürfen: {leads:,}</translation>
  </message>
  <message>
   <source>Took a term of its own away for which people are kept</source>
   <translation>Eine eigene Speicherfrist wieder aufgehoben</translation>
  </message>
  <message>
   <source>Took an answer about the list of {name} back</source>
   <translation>Antwort zur Liste von {name} zurückgenommen</translation>
  </message>
  <message>
   <source>Took back that {name} left</source>
   <translation>Zurückgenommen, dass {name} ausgeschieden ist</translation>
  </message>
  <message>
   <source>Took back the choice about what was saved late about {name}</source>
   <translation>Entscheidung über verspätet Gespeichertes zu {name} zurückgenommen</translation>
  </message>
  <message>
   <source>Took back the outcome of {name}: {rest}</source>
   <translation>Ergebnis von {name} zurückgenommen: {rest}</translation>
  </message>
  <message>
   <source>Took back what was done last about {name}</source>
   <translation>Das Letzte zu {name} zurückgenommen</translation>
  </message>
  <message>
   <source>Took back what was noted about {name}: {rest}</source>
   <translation>Notiertes zu {name} zurückgenommen: {rest}</translation>
  </message>
  <message>
   <source>Took back what was said of a call with {name}</source>
   <translation>Zurückgenommen, was zu einem Anruf mit {name} gesagt wurde</translation>
  </message>
  <message>
   <source>Took past calls back, {name}. Rows: {rows:,}</source>
   <translation>Frühere Anrufe zurückgenommen, {name}. Zeilen: {rows:,}</translation>
  </message>
  <message>
   <source>Took the answer about {name} back</source>
   <translation>Antwort zu {name} zurückgenommen</translation>
  </message>
  <message>
   <source>Took the definition {name} from a file</source>
   <translation>Definition {name} aus einer Datei übernommen</translation>
  </message>
  <message>
   <source>Took the giveaway</source>
   <translation>Hat das Give-away genommen</translation>
  </message>
  <message>
   <source>Took the giveaway: {words}</source>
   <translation>Hat das Give-away genommen: {words}</translation>
  </message>
  <message>
   <source>Took the list {name} back. Leads removed: {removed:,}, as before: {restored:,}, kept: {kept:,}</source>
   <translation>Liste {name} zurückgenommen. Leads entfernt: {removed:,}, wie zuvor: {restored:,}, behalten: {kept:,}</translation>
  </message>
  <message>
   <source>Took the script {name} from a file</source>
   <translation>Leitfaden {name} aus einer Datei übernommen</translation>
  </message>
  <message>
   <source>Took their yes back</source>
   <translation>Zustimmung zurückgenommen</translation>
  </message>
  <message>
   <source>Took {name}</source>
   <translation>{name} angenommen</translation>
  </message>
  <message>
   <source>Took {name} back from the caller who was to have it next</source>
   <translation>{name} dem Caller, der als Nächster anrufen sollte, wieder genommen</translation>
  </message>
  <message>
   <source>Took {name} on again</source>
   <translation>{name} wieder aufgenommen</translation>
  </message>
  <message>
   <source>Took {name} over from {of}</source>
   <translation>{name} von {of} übernommen</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>Strecke</translation>
  </message>
  <message>
   <source>Trade show</source>
   <comment>source</comment>
   <translation>Messe</translation>
  </message>
  <message numerus="yes">
   <source>Treat them as another country</source>
   <extracomment>One: Treat it as another country</extracomment>
   <translation>
    <numerusform>Wie ein anderes Land behandeln</numerusform>
    <numerusform>Wie ein anderes Land behandeln</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Treat them as numbers of one country</source>
   <extracomment>One: Treat it as numbers of one country</extracomment>
   <translation>
    <numerusform>Wie eine Nummer eines Landes behandeln</numerusform>
    <numerusform>Wie Nummern eines Landes behandeln</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Treat them as {country}</source>
   <extracomment>One: Treat it as {country}</extracomment>
   <translation>
    <numerusform>Wie {country} behandeln</numerusform>
    <numerusform>Wie {country} behandeln</numerusform>
   </translation>
  </message>
  <message>
   <source>Tried in vain at this time of day</source>
   <translation>Zu dieser Tageszeit vergeblich versucht</translation>
  </message>
  <message>
   <source>Tried on finished leads</source>
   <translation>Ausprobiert an abgeschlossenen Leads</translation>
  </message>
  <message>
   <source>Tried on the last {leads:,} finished leads</source>
   <translation>Ausprobiert an den letzten {leads:,} abgeschlossenen Leads</translation>
  </message>
  <message>
   <source>Tries</source>
   <translation>Versuche</translation>
  </message>
  <message>
   <source>Tries for those who came for the giveaway alone</source>
   <translation>Versuche für alle, die nur für das Give-away kamen</translation>
  </message>
  <message>
   <source>Tries in all</source>
   <translation>Versuche insgesamt</translation>
  </message>
  <message>
   <source>Tries on one day</source>
   <translation>Versuche an einem Tag</translation>
  </message>
  <message>
   <source>Tries used up</source>
   <translation>Versuche aufgebraucht</translation>
  </message>
  <message>
   <source>Tries used up</source>
   <comment>where a lead stands</comment>
   <translation>Versuche zu Ende</translation>
  </message>
  <message>
   <source>Triggers</source>
   <translation>Trigger</translation>
  </message>
  <message>
   <source>Try 7 and later</source>
   <translation>Versuch 7 und später</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <source>Try again</source>
   <comment>where a lead stands</comment>
   <translation>Neuer Versuch</translation>
  </message>
  <message>
   <source>Try changes</source>
   <translation>Änderungen probieren</translation>
  </message>
  <message>
   <source>Try changes and see whether the list would be finished</source>
   <translation>Änderungen probieren und sehen, ob die Liste erledigt würde</translation>
  </message>
  <message>
   <source>Try changes…</source>
   <translation>Probieren …</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>Ausprobieren</translation>
  </message>
  <message>
   <source>Try it as</source>
   <translation>Ausprobieren als</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Jetzt versuchen</translation>
  </message>
  <message>
   <source>Try {number}</source>
   <translation>Versuch {number}</translation>
  </message>
  <message>
   <source>Try: thu 10:30, tomorrow 9, in 2 hours.</source>
   <translation>Zum Beispiel: do 10:30, morgen 9, in 2 Stunden.</translation>
  </message>
  <message>
   <source>Trying again in {left} s.</source>
   <translation>Neuer Versuch in {left} s.</translation>
  </message>
  <message>
   <source>Trying now …</source>
   <translation>Neuer Versuch läuft …</translation>
  </message>
  <message>
   <source>Trying the draft on finished leads</source>
   <translation>Der Entwurf wird an abgeschlossenen Leads ausprobiert</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>Di</translation>
  </message>
  <message>
   <source>Tuesday</source>
   <translation>Dienstag</translation>
  </message>
  <message>
   <source>Tuesdays</source>
   <translation>dienstags</translation>
  </message>
  <message>
   <source>Turkey</source>
   <translation>Türkei</translation>
  </message>
  <message>
   <source>Turkey</source>
   <comment>behind in</comment>
   <translation>der Türkei</translation>
  </message>
  <message>
   <source>Turkish</source>
   <translation>Türkisch</translation>
  </message>
  <message>
   <source>Twice as much, {percent} percent</source>
   <translation>Doppelt so viel, {percent} Prozent</translation>
  </message>
  <message>
   <source>Two</source>
   <translation>Zwei</translation>
  </message>
  <message>
   <source>Two lists of holidays agree on it.</source>
   <translation>Zwei Feiertagslisten stimmen darin überein.</translation>
  </message>
  <message>
   <source>Two options have the {key} “{said}”.</source>
   <translation>Zwei Antworten haben {key} „{said}“.</translation>
  </message>
  <message>
   <source>Two people differ: {says}</source>
   <translation>Zwei Personen weichen ab: {says}</translation>
  </message>
  <message>
   <source>Two people judge the same answers</source>
   <translation>Zwei Personen beurteilen dieselben Antworten</translation>
  </message>
  <message>
   <source>Two people judge the same answers without knowing whose they are. Where they differ by more than chance, the question is understood too differently to count.</source>
   <translation>Zwei Personen beurteilen dieselben Antworten, ohne zu wissen, von wem sie sind. Wo sie mehr als zufällig abweichen, wird die Frage zu verschieden verstanden, um zu zählen.</translation>
  </message>
  <message>
   <source>Two rules have the same id. Give each one of its own.</source>
   <translation>Zwei Regeln haben dieselbe Kennung. Geben Sie jeder eine eigene.</translation>
  </message>
  <message>
   <source>Type a country to see what its law says. Both count, on the person's own clock.</source>
   <translation>Land eingeben, um zu sehen, was das Gesetz dort sagt. Beides gilt, nach der Uhr der Person.</translation>
  </message>
  <message>
   <source>Type a country: Germany, or DE, or +49</source>
   <translation>Land eingeben: Deutschland oder DE oder +49</translation>
  </message>
  <message>
   <source>Type a line, so that the next person knows.</source>
   <translation>Schreiben Sie eine Zeile, damit Bescheid weiß, wer als Nächstes anruft.</translation>
  </message>
  <message>
   <source>Type a line, so that you know what to look for.</source>
   <translation>Schreiben Sie eine Zeile, damit Sie wissen, wonach Sie suchen.</translation>
  </message>
  <message>
   <source>Type one full number, with its + and country, as +44 20 7946 0000.</source>
   <translation>Geben Sie eine vollständige Nummer ein, mit + und Land, etwa +44 20 7946 0000.</translation>
  </message>
  <message>
   <source>Type the last four digits of their number, or their full name.</source>
   <translation>Geben Sie die letzten vier Ziffern der Nummer oder den vollen Namen ein.</translation>
  </message>
  <message>
   <source>Type the name of the person.</source>
   <translation>Tippen Sie den Namen der Person.</translation>
  </message>
  <message>
   <source>Type the new number, or choose “Not in service”.</source>
   <translation>Tippen Sie die neue Nummer, oder wählen Sie „Nicht vergeben“.</translation>
  </message>
  <message>
   <source>Type to find</source>
   <translation>Tippen zum Suchen</translation>
  </message>
  <message>
   <source>Type what a column becomes, or Enter to choose   ·   Del: not used</source>
   <translation>Tippen, was eine Spalte wird, oder mit Enter wählen   ·   Entf: nicht genutzt</translation>
  </message>
  <message>
   <source>Type what they said, in their words, and go on.</source>
   <translation>Tippen Sie im Wortlaut, was gesagt wurde, dann weiter.</translation>
  </message>
  <message>
   <source>Type what they say, in their words</source>
   <translation>Tippen Sie, was gesagt wird, im Wortlaut</translation>
  </message>
  <message>
   <source>Type why. It is kept with the call.</source>
   <translation>Schreiben Sie, warum. Der Grund bleibt beim Anruf gespeichert.</translation>
  </message>
  <message>
   <source>Type your own number with its country, as +44 20 7946 0000. Nothing is written down.</source>
   <translation>Geben Sie Ihre eigene Nummer mit Land ein, etwa +44 20 7946 0000. Nichts wird notiert.</translation>
  </message>
  <message>
   <source>Type {number} to erase them for good</source>
   <translation>{number} eingeben, um endgültig zu löschen</translation>
  </message>
  <message>
   <source>Ukraine</source>
   <translation>Ukraine</translation>
  </message>
  <message>
   <source>Ukrainian</source>
   <translation>Ukrainisch</translation>
  </message>
  <message>
   <source>Unanswered</source>
   <translation>Ohne Antwort</translation>
  </message>
  <message>
   <source>Under a day</source>
   <translation>Unter einem Tag</translation>
  </message>
  <message>
   <source>Under a week</source>
   <translation>Unter einer Woche</translation>
  </message>
  <message>
   <source>Under an hour</source>
   <translation>Unter einer Stunde</translation>
  </message>
  <message>
   <source>Under three days</source>
   <translation>Unter drei Tagen</translation>
  </message>
  <message>
   <source>Understood too differently: {criteria}. Write these questions anew.</source>
   <translation>Zu verschieden verstanden: {criteria}. Formulieren Sie diese Fragen neu.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo import</source>
   <translation>Einlesen zurücknehmen</translation>
  </message>
  <message>
   <source>Undo takes its new leads out and puts back what it changed, for 30 days. Leads with calls stay.</source>
   <translation>Zurücknehmen entfernt 30 Tage lang die neuen Leads und stellt Geändertes wieder her. Leads mit Anrufen bleiben.</translation>
  </message>
  <message>
   <source>Undo the list</source>
   <translation>Liste zurücknehmen</translation>
  </message>
  <message>
   <source>Undo: the text in a field, else the last action</source>
   <translation>Rückgängig: Text in einem Feld, sonst die letzte Aktion</translation>
  </message>
  <message>
   <source>Undoing it was broken off</source>
   <translation>Das Zurücknehmen brach ab</translation>
  </message>
  <message>
   <source>Undoing it was broken off. Go on with that.</source>
   <translation>Das Zurücknehmen brach ab. Setzen Sie es fort.</translation>
  </message>
  <message>
   <source>Undoing…</source>
   <translation>Wird zurückgenommen …</translation>
  </message>
  <message>
   <source>Undoing… {done:,} of {of:,}</source>
   <translation>Wird zurückgenommen … {done:,} von {of:,}</translation>
  </message>
  <message>
   <source>Undone {when}</source>
   <translation>Zurückgenommen {when}</translation>
  </message>
  <message>
   <source>Undone {when} by {who}</source>
   <translation>Zurückgenommen {when} von {who}</translation>
  </message>
  <message>
   <source>Undone.</source>
   <translation>Zurückgenommen.</translation>
  </message>
  <message>
   <source>Unicode (UTF-8)</source>
   <translation>Unicode (UTF-8)</translation>
  </message>
  <message>
   <source>Unicode text (UTF-16)</source>
   <translation>Unicode-Text (UTF-16)</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>United Arab Emirates</source>
   <translation>Vereinigte Arabische Emirate</translation>
  </message>
  <message>
   <source>United Kingdom</source>
   <translation>Großbritannien</translation>
  </message>
  <message>
   <source>United Kingdom, PECR and the industry's hours</source>
   <translation>Großbritannien, PECR und die Zeiten der Branche</translation>
  </message>
  <message>
   <source>United States</source>
   <translation>USA</translation>
  </message>
  <message>
   <source>United States, federal</source>
   <translation>USA, Bundesrecht</translation>
  </message>
  <message>
   <source>United States, federal, calls to businesses</source>
   <translation>USA, Bundesrecht, Anrufe bei Unternehmen</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Lösen</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Until both sign, callers keep using version {version}. Leads already handed off keep the version they were judged by.</source>
   <translation>Bis beide unterzeichnen, gilt für Caller weiter Version {version}. Schon übergebene Leads behalten die Version, nach der sie beurteilt wurden.</translation>
  </message>
  <message>
   <source>Until midnight</source>
   <translation>Bis Mitternacht</translation>
  </message>
  <message>
   <source>Until when</source>
   <translation>Bis wann</translation>
  </message>
  <message>
   <source>Until when is calling worthwhile?</source>
   <translation>Bis wann lohnt sich das Anrufen?</translation>
  </message>
  <message>
   <source>Until when to call</source>
   <translation>Bis wann angerufen wird</translation>
  </message>
  <message>
   <source>Until when, and what then</source>
   <translation>Bis wann, und was dann</translation>
  </message>
  <message>
   <source>Until {day} {year}</source>
   <translation>Bis {day} {year}</translation>
  </message>
  <message>
   <source>Until {day}, {at:%H:%M} in {place} callers invite: registered, will come, cannot come. From then on they ask who was there, and qualify.</source>
   <translation>Bis {day}, {at:%H:%M} Uhr in {place} laden Caller ein: angemeldet, kommt, kann nicht kommen. Danach fragen sie, wer da war, und qualifizieren.</translation>
  </message>
  <message>
   <source>Unverified</source>
   <translation>Ungeprüft</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>Update them, overwrite nothing</source>
   <translation>Ergänzen, nichts überschreiben</translation>
  </message>
  <message>
   <source>Updated, their answers are kept</source>
   <translation>Aktualisiert, Antworten bleiben</translation>
  </message>
  <message>
   <source>Upright bar</source>
   <translation>Senkrechter Strich</translation>
  </message>
  <message>
   <source>Use a campaign file…</source>
   <translation>Kampagnendatei nutzen …</translation>
  </message>
  <message>
   <source>Use all, any or not alone, and put the comparisons inside it.</source>
   <translation>Nehmen Sie all, any oder not allein und setzen Sie die Vergleiche hinein.</translation>
  </message>
  <message>
   <source>Use from the next lead</source>
   <translation>Ab dem nächsten Lead nutzen</translation>
  </message>
  <message>
   <source>Use mine</source>
   <translation>Meine Fassung</translation>
  </message>
  <message>
   <source>Use small letters, figures and _ only, a letter first, at most 40 characters.</source>
   <translation>Nur Kleinbuchstaben, Ziffern und _, zuerst ein Buchstabe, höchstens 40 Zeichen.</translation>
  </message>
  <message>
   <source>Use small letters, figures and _ only, at most 40 characters.</source>
   <translation>Nur Kleinbuchstaben, Ziffern und _, höchstens 40 Zeichen.</translation>
  </message>
  <message>
   <source>Use theirs</source>
   <translation>Andere Fassung</translation>
  </message>
  <message>
   <source>Use what was said before</source>
   <translation>Vorher Gesagtes verwenden</translation>
  </message>
  <message>
   <source>Use {code}</source>
   <translation>{code} nutzen</translation>
  </message>
  <message>
   <source>Usually {keys}</source>
   <translation>Üblich: {keys}</translation>
  </message>
  <message>
   <source>Usually {usual:,}.</source>
   <translation>Üblich: {usual:,}.</translation>
  </message>
  <message>
   <source>Utah</source>
   <translation>Utah</translation>
  </message>
  <message>
   <source>Utah, public holidays</source>
   <translation>Utah, Feiertage</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Einschätzung</translation>
  </message>
  <message>
   <source>Version of the definition</source>
   <translation>Version der Definition</translation>
  </message>
  <message>
   <source>Version of the wording</source>
   <translation>Version des Wortlauts</translation>
  </message>
  <message>
   <source>Version {number}</source>
   <translation>Version {number}</translation>
  </message>
  <message>
   <source>Version {number}, {when}</source>
   <translation>Version {number}, {when}</translation>
  </message>
  <message>
   <source>Version {number}, {when}, in force</source>
   <translation>Version {number}, {when}, in Kraft</translation>
  </message>
  <message>
   <source>Version {version}</source>
   <translation>Version {version}</translation>
  </message>
  <message>
   <source>Version {version} has none won either and drops {dropped:,} lost.</source>
   <translation>Version {version} hat auch keinen gewonnenen und verzichtet auf {dropped:,} verlorene.</translation>
  </message>
  <message>
   <source>Version {version} has none won either.</source>
   <translation>Version {version} hat auch keinen gewonnenen.</translation>
  </message>
  <message>
   <source>Version {version} has {after:,} won and drops {dropped:,} lost.</source>
   <translation>Version {version} hat {after:,} gewonnene und verzichtet auf {dropped:,} verlorene.</translation>
  </message>
  <message>
   <source>Version {version} has {after:,} won.</source>
   <translation>Version {version} hat {after:,} gewonnene.</translation>
  </message>
  <message>
   <source>Version {version} is not signed by {sides}.</source>
   <translation>Version {version} ist noch nicht unterzeichnet durch {sides}.</translation>
  </message>
  <message>
   <source>Version {version} is signed by both. Verdicts go by it; leads already handed off keep the version they were judged by.</source>
   <translation>Version {version} ist von beiden unterzeichnet. Nach ihr wird eingeschätzt; schon übergebene Leads behalten die Version, nach der sie beurteilt wurden.</translation>
  </message>
  <message>
   <source>Version {version} is used from the next lead.</source>
   <translation>Version {version} gilt ab dem nächsten Lead.</translation>
  </message>
  <message>
   <source>Version {version} keeps all {before:,} won and drops {dropped:,} lost.</source>
   <translation>Version {version} behält alle {before:,} gewonnenen und verzichtet auf {dropped:,} verlorene.</translation>
  </message>
  <message>
   <source>Version {version} keeps all {before:,} won.</source>
   <translation>Version {version} behält alle {before:,} gewonnenen.</translation>
  </message>
  <message>
   <source>Version {version} keeps it won and drops {dropped:,} lost.</source>
   <translation>Version {version} behält den gewonnenen und verzichtet auf {dropped:,} verlorene.</translation>
  </message>
  <message>
   <source>Version {version} keeps it won.</source>
   <translation>Version {version} behält den gewonnenen.</translation>
  </message>
  <message>
   <source>Version {version} keeps {after:,} of {before:,} won and drops {dropped:,} lost.</source>
   <translation>Version {version} behält {after:,} von {before:,} gewonnenen und verzichtet auf {dropped:,} verlorene.</translation>
  </message>
  <message>
   <source>Version {version} keeps {after:,} of {before:,} won.</source>
   <translation>Version {version} behält {after:,} von {before:,} gewonnenen.</translation>
  </message>
  <message>
   <source>Version {version} of “{definition}” is in force, and not signed by {sides}.</source>
   <translation>Version {version} von „{definition}“ gilt und ist noch nicht unterzeichnet durch {sides}.</translation>
  </message>
  <message>
   <source>Version {version} of “{definition}” is in force, and {name} withdrew for {side}.</source>
   <translation>Version {version} von „{definition}“ gilt, und {name} hat die Unterschrift für {side} zurückgezogen.</translation>
  </message>
  <message>
   <source>Version {version} of “{definition}” waits for {side}.</source>
   <translation>Version {version} von „{definition}“ wartet auf {side}.</translation>
  </message>
  <message>
   <source>Version {version} was put to use meanwhile. Look at it, then choose whose words to keep.</source>
   <translation>Version {version} wird inzwischen verwendet. Sehen Sie sie sich an, dann wählen Sie, wessen Text bleibt.</translation>
  </message>
  <message>
   <source>Version {version}, agreed by {names} on {day}</source>
   <translation>Version {version}, vereinbart von {names} am {day}</translation>
  </message>
  <message>
   <source>Version {version}, draft</source>
   <translation>Version {version}, Entwurf</translation>
  </message>
  <message>
   <source>Version {version}, not signed yet</source>
   <translation>Version {version}, noch nicht unterzeichnet</translation>
  </message>
  <message>
   <source>Version {version}, signed by {names} only</source>
   <translation>Version {version}, nur von {names} unterzeichnet</translation>
  </message>
  <message numerus="yes">
   <source>Version {version}, {n} questions, in {languages}</source>
   <extracomment>One: Version {version}, {n} question, in {languages}</extracomment>
   <translation>
    <numerusform>Version {version}, {n} Frage, auf {languages}</numerusform>
    <numerusform>Version {version}, {n} Fragen, auf {languages}</numerusform>
   </translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <source>Versions, and what is new in them</source>
   <translation>Versionen und was darin neu ist</translation>
  </message>
  <message>
   <source>Vietnam</source>
   <translation>Vietnam</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Besuch</translation>
  </message>
  <message>
   <source>Voicemail</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Voicemail, no message</source>
   <translation>Mailbox, ohne Nachricht</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting</source>
   <comment>how many</comment>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Waiting for an answer from sales</source>
   <translation>Wartet auf eine Antwort des Vertriebs</translation>
  </message>
  <message>
   <source>Waiting for the team's server</source>
   <translation>Warten auf den Server des Teams</translation>
  </message>
  <message>
   <source>Waiting: {caller} is loading {file}</source>
   <translation>Wartet: {caller} liest gerade ein: {file}</translation>
  </message>
  <message>
   <source>Waiting: {caller} is undoing {file}</source>
   <translation>Wartet: {caller} macht gerade rückgängig: {file}</translation>
  </message>
  <message>
   <source>Waits for an answer</source>
   <translation>Wartet auf Antwort</translation>
  </message>
  <message>
   <source>Waits for the next batch: {receiver} takes {n} at a time.</source>
   <translation>Wartet auf das nächste Paket: {receiver} nimmt {n} auf einmal.</translation>
  </message>
  <message>
   <source>Wanted on</source>
   <translation>Gewünscht am</translation>
  </message>
  <message>
   <source>Wants no e-mails</source>
   <translation>Möchte keine E-Mails</translation>
  </message>
  <message>
   <source>Warn</source>
   <translation>Warnen</translation>
  </message>
  <message>
   <source>Warns</source>
   <translation>Warnt</translation>
  </message>
  <message>
   <source>Was asked by {name} for material</source>
   <translation>{name} bat um Unterlagen</translation>
  </message>
  <message>
   <source>Was not there</source>
   <translation>War nicht da</translation>
  </message>
  <message>
   <source>Was reached</source>
   <translation>Wurde erreicht</translation>
  </message>
  <message>
   <source>Was: {was}</source>
   <translation>Vorher: {was}</translation>
  </message>
  <message>
   <source>Washington</source>
   <translation>Washington</translation>
  </message>
  <message>
   <source>Watched the demo</source>
   <translation>Hat die Demo angesehen</translation>
  </message>
  <message>
   <source>Watched the demo: {words}</source>
   <translation>Hat die Demo angesehen: {words}</translation>
  </message>
  <message>
   <source>Watched the {name} demo, 1 minute</source>
   <translation>Hat die Demo „{name}“ angesehen, 1 Minute</translation>
  </message>
  <message>
   <source>Watched the {name} demo, {minutes} minutes</source>
   <translation>Hat die Demo „{name}“ angesehen, {minutes} Minuten</translation>
  </message>
  <message>
   <source>We have your details from: {what}.</source>
   <translation>Ihre Daten haben wir von: {what}.</translation>
  </message>
  <message>
   <source>We may call you on this ground: {ground}.</source>
   <translation>Auf dieser Rechtsgrundlage dürfen wir Sie anrufen: {ground}.</translation>
  </message>
  <message>
   <source>Web form</source>
   <comment>source</comment>
   <translation>Webformular</translation>
  </message>
  <message>
   <source>Webinar</source>
   <comment>source</comment>
   <translation>Webinar</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>Mi</translation>
  </message>
  <message>
   <source>Wednesday</source>
   <translation>Mittwoch</translation>
  </message>
  <message>
   <source>Wednesdays</source>
   <translation>mittwochs</translation>
  </message>
  <message>
   <source>Week from {first} to {last}</source>
   <translation>Woche vom {first} bis {last}</translation>
  </message>
  <message>
   <source>Week {number}, {first} to {last} {year}</source>
   <translation>Woche {number}, {first} bis {last} {year}</translation>
  </message>
  <message>
   <source>Week: all campaigns</source>
   <translation>Woche: alle Kampagnen</translation>
  </message>
  <message>
   <source>Week: {campaign}</source>
   <translation>Woche: {campaign}</translation>
  </message>
  <message>
   <source>Weekdays and hours</source>
   <translation>Wochentage und Stunden</translation>
  </message>
  <message>
   <source>Weeks</source>
   <translation>Wochen</translation>
  </message>
  <message>
   <source>Weeks that keep a backup</source>
   <translation>Wochen, von denen eine Sicherung bleibt</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>Welcome to qualdesk</source>
   <translation>Willkommen bei qualdesk</translation>
  </message>
  <message>
   <source>Went on to sales</source>
   <translation>An den Vertrieb</translation>
  </message>
  <message>
   <source>Western European</source>
   <translation>Westeuropäisch</translation>
  </message>
  <message>
   <source>Western European, DOS</source>
   <translation>Westeuropäisch, DOS</translation>
  </message>
  <message>
   <source>Western European, older Mac</source>
   <translation>Westeuropäisch, älterer Mac</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What</source>
   <comment>report</comment>
   <translation>Was</translation>
  </message>
  <message>
   <source>What a kind that was hardly called is worth more</source>
   <translation>Was eine kaum angerufene Art mehr wert ist</translation>
  </message>
  <message>
   <source>What a lead can lose by what a later call would bring</source>
   <translation>Was ein Lead verlieren kann, weil ein späterer Anruf mehr bringt</translation>
  </message>
  <message>
   <source>What a lead costs</source>
   <translation>Was ein Lead kostet</translation>
  </message>
  <message>
   <source>What a lead that sales took has cost</source>
   <translation>Was ein angenommener Lead kostete</translation>
  </message>
  <message>
   <source>What a qualified conversation of it counts for, beside the other campaigns.</source>
   <translation>Was ein qualifiziertes Gespräch dieser Kampagne neben den anderen zählt.</translation>
  </message>
  <message>
   <source>What a qualified lead is</source>
   <translation>Was ein qualifizierter Lead ist</translation>
  </message>
  <message>
   <source>What about</source>
   <translation>Worüber</translation>
  </message>
  <message>
   <source>What an hour of calls costs</source>
   <translation>Was eine Stunde Anrufe kostet</translation>
  </message>
  <message>
   <source>What answer {number} feeds</source>
   <translation>Wofür Antwort {number} zählt</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>Was daraus wurde</translation>
  </message>
  <message>
   <source>What became of them</source>
   <translation>Was daraus wurde</translation>
  </message>
  <message>
   <source>What became of this lead</source>
   <translation>Was aus diesem Lead wurde</translation>
  </message>
  <message>
   <source>What callers are told</source>
   <translation>Was Caller erfahren</translation>
  </message>
  <message>
   <source>What callers read from</source>
   <translation>Woraus Caller vorlesen</translation>
  </message>
  <message>
   <source>What callers will see</source>
   <translation>Was Caller sehen</translation>
  </message>
  <message>
   <source>What came of it</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>What can be done with this criterion</source>
   <translation>Was mit diesem Kriterium möglich ist</translation>
  </message>
  <message>
   <source>What can be read of the damaged file can be put into a new one, also what is newer than a backup. It is said what is missing. The damaged file is not changed.</source>
   <translation>Was von der beschädigten Datei lesbar ist, lässt sich in eine neue übernehmen, auch was neuer ist als eine Sicherung. Was fehlt, wird gesagt. Die beschädigte Datei wird nicht verändert.</translation>
  </message>
  <message>
   <source>What can be sent to them?</source>
   <translation>Was kann zugeschickt werden?</translation>
  </message>
  <message>
   <source>What changed since</source>
   <translation>Seither geändert</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>Was sich ändert</translation>
  </message>
  <message>
   <source>What changes: {said}</source>
   <translation>Was sich ändert: {said}</translation>
  </message>
  <message>
   <source>What could be read is in {file}: {there}.</source>
   <translation>Was gelesen werden konnte, steht in {file}: {there}.</translation>
  </message>
  <message>
   <source>What did it cost?</source>
   <translation>Was kostete die Liste?</translation>
  </message>
  <message>
   <source>What did the list cost? 0 is an answer.</source>
   <translation>Was hat die Liste gekostet? 0 ist auch eine Antwort.</translation>
  </message>
  <message>
   <source>What do these points stand for?</source>
   <translation>Wofür stehen diese Punkte?</translation>
  </message>
  <message>
   <source>What do they want? Choose it by its number, or write it.</source>
   <translation>Was soll es sein? Wählen Sie es mit seiner Nummer oder schreiben Sie es auf.</translation>
  </message>
  <message>
   <source>What does an hour of calls cost?</source>
   <translation>Was kostet eine Stunde Anrufe?</translation>
  </message>
  <message>
   <source>What does {caller} call for?</source>
   <translation>Wofür ruft {caller} an?</translation>
  </message>
  <message>
   <source>What drew them</source>
   <translation>Worauf sie reagierten</translation>
  </message>
  <message>
   <source>What each criterion predicts</source>
   <translation>Was jedes Kriterium vorhersagt</translation>
  </message>
  <message>
   <source>What else the past says</source>
   <translation>Was die Erfahrung noch sagt</translation>
  </message>
  <message>
   <source>What else was found</source>
   <translation>Was sonst gefunden wurde</translation>
  </message>
  <message>
   <source>What happens to the rows</source>
   <translation>Was mit den Zeilen geschieht</translation>
  </message>
  <message>
   <source>What is decided</source>
   <translation>Was entschieden wird</translation>
  </message>
  <message>
   <source>What is everybody's</source>
   <translation>Was alle dürfen</translation>
  </message>
  <message>
   <source>What is it called?</source>
   <translation>Wie heißt sie?</translation>
  </message>
  <message>
   <source>What is kept about {name}</source>
   <translation>Was über {name} gespeichert ist</translation>
  </message>
  <message>
   <source>What is known</source>
   <translation>Was bekannt ist</translation>
  </message>
  <message>
   <source>What is made by itself</source>
   <translation>Was von selbst erstellt wird</translation>
  </message>
  <message>
   <source>What is missing, known</source>
   <translation>Was fehlt, was bekannt ist</translation>
  </message>
  <message>
   <source>What is new in</source>
   <translation>Was ist neu in</translation>
  </message>
  <message>
   <source>What is new is added. What callers wrote is never overwritten.</source>
   <translation>Neues kommt dazu. Was Caller schrieben, wird nie überschrieben.</translation>
  </message>
  <message>
   <source>What is newer than the backup is not known: {why}</source>
   <translation>Was neuer ist als die Sicherung, ist nicht bekannt: {why}</translation>
  </message>
  <message>
   <source>What is not right</source>
   <translation>Was nicht stimmt</translation>
  </message>
  <message>
   <source>What is not right, in a sentence</source>
   <translation>Was nicht stimmt, in einem Satz</translation>
  </message>
  <message>
   <source>What is not to be called</source>
   <translation>Was nicht mehr angerufen wird</translation>
  </message>
  <message>
   <source>What is said after the tone. It stands at hand while it rings.</source>
   <translation>Was nach dem Ton gesagt wird. Es liegt bereit, während es klingelt.</translation>
  </message>
  <message>
   <source>What is said here moves the order of the queue. No calling rule is overruled by it.</source>
   <translation>Was hier steht, verschiebt die Reihenfolge der Warteschlange. Keine Anrufregel wird damit außer Kraft gesetzt.</translation>
  </message>
  <message>
   <source>What is said on the machine</source>
   <translation>Was auf die Mailbox gesprochen wird</translation>
  </message>
  <message>
   <source>What is shown may be old. Nothing was changed.</source>
   <translation>Das Gezeigte ist vielleicht alt. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>What is the ground, in a sentence?</source>
   <translation>Wie lautet die Grundlage in einem Satz?</translation>
  </message>
  <message>
   <source>What is the question?</source>
   <translation>Wie lautet die Frage?</translation>
  </message>
  <message>
   <source>What is there now is kept beside it, and can be put back the same way.</source>
   <translation>Was jetzt da ist, bleibt daneben liegen und kann ebenso zurückgespielt werden.</translation>
  </message>
  <message>
   <source>What is to be found out</source>
   <translation>Was herauszufinden ist</translation>
  </message>
  <message>
   <source>What is to be found out?</source>
   <translation>Was ist herauszufinden?</translation>
  </message>
  <message>
   <source>What it changed is as before.</source>
   <translation>Was geändert war, ist wie vorher.</translation>
  </message>
  <message>
   <source>What it cost</source>
   <translation>Was es gekostet hat</translation>
  </message>
  <message>
   <source>What it did</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>What it finds out</source>
   <translation>Was sie klärt</translation>
  </message>
  <message>
   <source>What it must have</source>
   <translation>Was er haben muss</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Was es sagt</translation>
  </message>
  <message>
   <source>What it was</source>
   <translation>Was es war</translation>
  </message>
  <message>
   <source>What it weighs</source>
   <translation>Was sie wiegt</translation>
  </message>
  <message>
   <source>What leaves</source>
   <translation>Was übergeben wird</translation>
  </message>
  <message>
   <source>What leaves, and by when they answer</source>
   <translation>Was übergeben wird und bis wann die Antwort kommt</translation>
  </message>
  <message>
   <source>What lists and calls have cost since each campaign began, by leads that sales took. No more than half of a list should go on to sales.</source>
   <translation>Was Listen und Anrufe seit Beginn jeder Kampagne gekostet haben, je Lead, den der Vertrieb übernommen hat. Höchstens die Hälfte einer Liste sollte an den Vertrieb gehen.</translation>
  </message>
  <message>
   <source>What may be written to {name} changed while the file was made. Nothing was written. Export again.</source>
   <translation>Was an {name} geschrieben werden darf, hat sich während des Exports geändert. Es wurde nichts geschrieben. Bitte noch einmal exportieren.</translation>
  </message>
  <message>
   <source>What must be true, in words</source>
   <translation>Was zutreffen muss, in Worten</translation>
  </message>
  <message>
   <source>What parts the columns</source>
   <translation>Was die Spalten trennt</translation>
  </message>
  <message>
   <source>What people need</source>
   <translation>Was die Leute brauchen</translation>
  </message>
  <message>
   <source>What people said</source>
   <translation>Was gesagt wurde</translation>
  </message>
  <message>
   <source>What people said is in {file}.</source>
   <translation>Was die Leute gesagt haben, steht in {file}.</translation>
  </message>
  <message>
   <source>What people say</source>
   <translation>Was die Leute sagen</translation>
  </message>
  <message>
   <source>What predicts</source>
   <translation>Vorhersagekraft</translation>
  </message>
  <message>
   <source>What qualifies goes to sales in batches.</source>
   <translation>Was sich qualifiziert, geht in Paketen an den Vertrieb.</translation>
  </message>
  <message>
   <source>What reason {number} is about</source>
   <translation>Worum es bei Grund {number} geht</translation>
  </message>
  <message>
   <source>What sales gets with such a lead</source>
   <translation>Was der Vertrieb mit so einem Lead bekommt</translation>
  </message>
  <message numerus="yes">
   <source>What sales has of {n:,} leads was marked wrongly.</source>
   <extracomment>One: What sales has of a lead was marked wrongly.</extracomment>
   <translation>
    <numerusform>Was der Vertrieb von einem Lead hat, war falsch vermerkt.</numerusform>
    <numerusform>Was der Vertrieb von {n:,} Leads hat, war falsch vermerkt.</numerusform>
   </translation>
  </message>
  <message>
   <source>What sales said</source>
   <translation>Was der Vertrieb sagt</translation>
  </message>
  <message>
   <source>What sales said: {took} taken, {back} sent back</source>
   <translation>Was der Vertrieb sagt: {took} angenommen, {back} zurückgegeben</translation>
  </message>
  <message>
   <source>What sales sent back</source>
   <translation>Rückmeldung des Vertriebs</translation>
  </message>
  <message>
   <source>What shall we call you?</source>
   <translation>Wie dürfen wir Sie nennen?</translation>
  </message>
  <message>
   <source>What should the other side know?</source>
   <translation>Was soll die andere Seite wissen?</translation>
  </message>
  <message>
   <source>What should they know? Enter leaves it</source>
   <translation>Was ist mitzuteilen? Enter hinterlässt es</translation>
  </message>
  <message>
   <source>What stands at hand on the desk.</source>
   <translation>Was am Arbeitsplatz griffbereit steht.</translation>
  </message>
  <message>
   <source>What stands there</source>
   <translation>Was darin steht</translation>
  </message>
  <message>
   <source>What stood in the file is kept with the lead.</source>
   <translation>Was in der Datei stand, bleibt beim Lead.</translation>
  </message>
  <message>
   <source>What supervisors changed</source>
   <translation>Was die Teamleitung änderte</translation>
  </message>
  <message>
   <source>What the CRM asks</source>
   <translation>Was das CRM verlangt</translation>
  </message>
  <message>
   <source>What the caller says</source>
   <translation>Was der Caller sagt</translation>
  </message>
  <message>
   <source>What the caller sees</source>
   <translation>Was Caller sehen</translation>
  </message>
  <message>
   <source>What the column becomes</source>
   <translation>Was die Spalte wird</translation>
  </message>
  <message>
   <source>What the columns become</source>
   <translation>Was die Spalten werden</translation>
  </message>
  <message>
   <source>What the event or offer was</source>
   <translation>Was die Veranstaltung oder das Angebot war</translation>
  </message>
  <message>
   <source>What the file did, row by row</source>
   <translation>Was die Datei bewirkt hat, Zeile für Zeile</translation>
  </message>
  <message>
   <source>What the list cost</source>
   <translation>Was die Liste gekostet hat</translation>
  </message>
  <message>
   <source>What the people are to the law</source>
   <translation>Was die Angerufenen rechtlich sind</translation>
  </message>
  <message>
   <source>What the points for {label} stand for</source>
   <translation>Wofür die Punkte für {label} stehen</translation>
  </message>
  <message>
   <source>What the points stand for</source>
   <translation>Wofür die Punkte stehen</translation>
  </message>
  <message>
   <source>What the queue believes</source>
   <translation>Annahmen der Warteschlange</translation>
  </message>
  <message>
   <source>What the report is about</source>
   <translation>Worüber der Bericht ist</translation>
  </message>
  <message>
   <source>What the rule says</source>
   <translation>Was die Regel sagt</translation>
  </message>
  <message>
   <source>What the source says</source>
   <translation>Was die Quelle sagt</translation>
  </message>
  <message>
   <source>What the two sides see otherwise</source>
   <translation>Was beide Seiten verschieden sehen</translation>
  </message>
  <message>
   <source>What they answered</source>
   <translation>Was sie geantwortet haben</translation>
  </message>
  <message>
   <source>What they called for before</source>
   <translation>Wofür zuvor angerufen wurde</translation>
  </message>
  <message>
   <source>What they did</source>
   <translation>Was die Person tat</translation>
  </message>
  <message>
   <source>What they have in common</source>
   <translation>Was sie gemeinsam haben</translation>
  </message>
  <message>
   <source>What they responded to</source>
   <translation>Worauf sie reagiert haben</translation>
  </message>
  <message>
   <source>What they said</source>
   <translation>Was gesagt wurde</translation>
  </message>
  <message>
   <source>What they want</source>
   <translation>Was gewünscht ist</translation>
  </message>
  <message>
   <source>What they want, in words</source>
   <translation>Was gewünscht ist, in Worten</translation>
  </message>
  <message>
   <source>What they were is not known: put back a backup from before.</source>
   <translation>Was sie waren, ist nicht bekannt: Spielen Sie eine frühere Sicherung zurück.</translation>
  </message>
  <message>
   <source>What this workbook holds is on a hidden sheet, “{sheet}”. Show it and save.</source>
   <translation>Der Inhalt dieser Arbeitsmappe steht auf einem verborgenen Blatt, „{sheet}“. Blenden Sie es ein und speichern Sie.</translation>
  </message>
  <message>
   <source>What to do next</source>
   <translation>Was als Nächstes zu tun ist</translation>
  </message>
  <message>
   <source>What to do then</source>
   <translation>Was dann zu tun ist</translation>
  </message>
  <message>
   <source>What to do then, where there is something</source>
   <translation>Was dann zu tun ist, falls etwas zu tun ist</translation>
  </message>
  <message>
   <source>What to do with the referral</source>
   <translation>Was mit der Empfehlung geschieht</translation>
  </message>
  <message>
   <source>What to know when loading it</source>
   <translation>Was beim Einlesen zu wissen ist</translation>
  </message>
  <message>
   <source>What to say</source>
   <translation>Was Sie sagen können</translation>
  </message>
  <message>
   <source>What waits</source>
   <translation>Was wartet</translation>
  </message>
  <message>
   <source>What waits for you</source>
   <translation>Was auf Sie wartet</translation>
  </message>
  <message>
   <source>What waits on this computer while the line is down is encrypted.</source>
   <translation>Was auf diesem Computer wartet, solange die Verbindung unterbrochen ist, ist verschlüsselt.</translation>
  </message>
  <message>
   <source>What waits on this computer while the line is down is not encrypted. To encrypt it, close qualdesk, then: {command}</source>
   <translation>Was auf diesem Computer wartet, solange die Verbindung unterbrochen ist, ist nicht verschlüsselt. Zum Verschlüsseln schließen Sie qualdesk, dann: {command}</translation>
  </message>
  <message>
   <source>What was answered</source>
   <translation>Was geantwortet wurde</translation>
  </message>
  <message>
   <source>What was changed</source>
   <translation>Was geändert wurde</translation>
  </message>
  <message>
   <source>What was changed earlier may lie in free pages: write the workspace anew.</source>
   <translation>Was früher geändert wurde, kann in freien Seiten stehen: Schreiben Sie den Arbeitsbereich neu.</translation>
  </message>
  <message>
   <source>What was decided</source>
   <translation>Was entschieden wurde</translation>
  </message>
  <message>
   <source>What was decided for the hand-over</source>
   <translation>Was für die Übergabe entschieden wurde</translation>
  </message>
  <message>
   <source>What was disputed</source>
   <translation>Was beanstandet wurde</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>Was geschah</translation>
  </message>
  <message numerus="yes">
   <source>What was done since goes too: the history has {n:,} entries that are newer.</source>
   <extracomment>One: What was done since goes too: the history has one entry that is newer.</extracomment>
   <translation>
    <numerusform>Auch was seither geschah, geht verloren: Der Verlauf hat {n:,} Eintrag, der neuer ist.</numerusform>
    <numerusform>Auch was seither geschah, geht verloren: Der Verlauf hat {n:,} Einträge, die neuer sind.</numerusform>
   </translation>
  </message>
  <message>
   <source>What was done, and by whom</source>
   <translation>Was geschah, und durch wen</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <source>What was handed over, and what became of it</source>
   <translation>Was übergeben wurde, und was daraus wurde</translation>
  </message>
  <message>
   <source>What was kept on this computer cannot be read any more.</source>
   <translation>Was auf diesem Computer aufbewahrt war, lässt sich nicht mehr lesen.</translation>
  </message>
  <message>
   <source>What was promised at the stand?</source>
   <translation>Was wurde am Stand versprochen?</translation>
  </message>
  <message>
   <source>What was read of it holds. Load the same file again to go on, or take it back.</source>
   <translation>Was davon gelesen wurde, gilt. Lesen Sie dieselbe Datei noch einmal ein, um fortzufahren, oder nehmen Sie die Liste zurück.</translation>
  </message>
  <message>
   <source>What was removed may lie in free pages of the file. Written anew it does not; nobody can save meanwhile.</source>
   <translation>Was entfernt wurde, kann in freien Seiten der Datei stehen. Neu geschrieben steht es dort nicht; solange kann niemand speichern.</translation>
  </message>
  <message>
   <source>What was said after somebody else had you</source>
   <translation>Was gesagt wurde, als schon jemand anderes für Sie zuständig war</translation>
  </message>
  <message>
   <source>What was said before</source>
   <translation>Was vorher gesagt wurde</translation>
  </message>
  <message>
   <source>What was saved is safe. The report names no person, is sent to nobody, and lies in {file}.</source>
   <translation>Was gespeichert wurde, ist sicher. Der Bericht nennt keine Person, wird niemandem gesendet und liegt in {file}.</translation>
  </message>
  <message>
   <source>What was saved is safe. The report names no person.</source>
   <translation>Gespeichertes ist sicher. Der Bericht nennt keine Person.</translation>
  </message>
  <message>
   <source>What was saved late is for a supervisor.</source>
   <translation>Was verspätet gespeichert wurde, ist Sache der Teamleitung.</translation>
  </message>
  <message>
   <source>What was the event or offer?</source>
   <translation>Welche Veranstaltung oder welches Angebot war es?</translation>
  </message>
  <message>
   <source>What was there before is kept as {file}.</source>
   <translation>Was vorher da war, liegt jetzt in {file}.</translation>
  </message>
  <message>
   <source>What was tried</source>
   <translation>Was versucht wurde</translation>
  </message>
  <message>
   <source>What was typed last cannot be read any more.</source>
   <translation>Was zuletzt getippt wurde, lässt sich nicht mehr lesen.</translation>
  </message>
  <message>
   <source>What we ask for</source>
   <translation>Was wir verlangen</translation>
  </message>
  <message>
   <source>What we know</source>
   <translation>Was wir wissen</translation>
  </message>
  <message>
   <source>What were they responding to, what were they promised?</source>
   <translation>Worauf haben sie reagiert, was wurde versprochen?</translation>
  </message>
  <message>
   <source>What were they responding to?</source>
   <translation>Worauf haben sie reagiert?</translation>
  </message>
  <message>
   <source>What would you like to do first?</source>
   <translation>Was möchten Sie zuerst tun?</translation>
  </message>
  <message>
   <source>What you did there</source>
   <translation>Was Sie dort getan haben</translation>
  </message>
  <message>
   <source>What you had typed at {at} for {name} is saved with their lead.</source>
   <translation>Was Sie für {name} getippt hatten ({at}), ist beim Lead gespeichert.</translation>
  </message>
  <message>
   <source>What you look up</source>
   <translation>Was Sie nachforschen</translation>
  </message>
  <message>
   <source>What you look up, and what you found</source>
   <translation>Was Sie nachforschen, und was Sie gefunden haben</translation>
  </message>
  <message>
   <source>What you said</source>
   <translation>Ihre Antwort</translation>
  </message>
  <message>
   <source>What you said of them is not used</source>
   <translation>Ihre Angaben dazu bleiben ungenutzt</translation>
  </message>
  <message>
   <source>What you saved while the line was down is encrypted, and this computer's keyring does not give its key. Unlock the keyring and start qualdesk again. Nothing is lost.</source>
   <translation>Was Sie ohne Verbindung gespeichert haben, ist verschlüsselt, und der Schlüsselbund dieses Computers gibt den Schlüssel nicht her. Entsperren Sie den Schlüsselbund, und starten Sie qualdesk neu. Nichts ist verloren.</translation>
  </message>
  <message>
   <source>What you typed is still here, and not saved yet.</source>
   <translation>Was Sie getippt haben, ist noch da, aber noch nicht gespeichert.</translation>
  </message>
  <message>
   <source>What you typed is still here. It is saved as soon as that works again.</source>
   <translation>Was Sie getippt haben, ist noch da. Es wird gespeichert, sobald das wieder geht.</translation>
  </message>
  <message>
   <source>What you want to know about the list</source>
   <translation>Was Sie über die Liste wissen möchten</translation>
  </message>
  <message>
   <source>What you were typing is back where it was.</source>
   <translation>Was Sie gerade tippten, steht wieder an seinem Platz.</translation>
  </message>
  <message>
   <source>What you were typing was about somebody who was erased since. It is gone.</source>
   <translation>Was Sie tippten, betraf jemanden, der inzwischen gelöscht wurde. Es ist weg.</translation>
  </message>
  <message>
   <source>What you wrote is kept under it for your supervisor.</source>
   <translation>Was Sie geschrieben haben, bleibt dort für Ihre Teamleitung erhalten.</translation>
  </message>
  <message>
   <source>What {file} did</source>
   <translation>Was {file} bewirkt hat</translation>
  </message>
  <message>
   <source>What “{column}” becomes</source>
   <translation>Was „{column}“ wird</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>When it comes up</source>
   <translation>Wann es vorkommt</translation>
  </message>
  <message>
   <source>When it comes up: “We have a supplier”</source>
   <translation>Wann es vorkommt: „Wir haben einen Lieferanten“</translation>
  </message>
  <message>
   <source>When it was given</source>
   <translation>Wann sie erteilt wurde</translation>
  </message>
  <message>
   <source>When people answer</source>
   <translation>Wann man abnimmt</translation>
  </message>
  <message>
   <source>When people answer, by weekday and hour of their clock</source>
   <translation>Wann man abnimmt, nach Wochentag und Stunde ihrer Uhr</translation>
  </message>
  <message>
   <source>When sales never answers</source>
   <translation>Wenn der Vertrieb nie antwortet</translation>
  </message>
  <message>
   <source>When the event is over, a list of who came is read here.</source>
   <translation>Nach der Veranstaltung wird hier eine Liste eingelesen, wer da war.</translation>
  </message>
  <message>
   <source>When to call back</source>
   <translation>Wann zurückrufen</translation>
  </message>
  <message>
   <source>When was the permission given?</source>
   <translation>Wann wurde die Erlaubnis gegeben?</translation>
  </message>
  <message>
   <source>When you work</source>
   <translation>Wann Sie arbeiten</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Where backups are to lie</source>
   <translation>Wo Sicherungen liegen sollen</translation>
  </message>
  <message>
   <source>Where did you get my number?</source>
   <translation>Woher haben Sie meine Nummer?</translation>
  </message>
  <message>
   <source>Where did you get my number? What to say to it</source>
   <translation>Woher haben Sie meine Nummer? Was man darauf sagt</translation>
  </message>
  <message>
   <source>Where do people go who are not ready?</source>
   <translation>Wohin kommt, wer noch nicht so weit ist?</translation>
  </message>
  <message>
   <source>Where do the leads come from?</source>
   <translation>Woher kommen die Leads?</translation>
  </message>
  <message>
   <source>Where every lead stands</source>
   <translation>Wo jeder Lead steht</translation>
  </message>
  <message>
   <source>Where is their consent kept?</source>
   <translation>Wo liegt die Einwilligung?</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>Woher der Lead kommt</translation>
  </message>
  <message>
   <source>Where it goes</source>
   <translation>Wohin es geht</translation>
  </message>
  <message>
   <source>Where it was</source>
   <translation>Wo es war</translation>
  </message>
  <message>
   <source>Where it was given</source>
   <translation>Wo sie erteilt wurde</translation>
  </message>
  <message>
   <source>Where marketing and sales disagree</source>
   <translation>Wo Marketing und Vertrieb uneins sind</translation>
  </message>
  <message>
   <source>Where not-now leads go</source>
   <translation>Wohin spätere Leads gehen</translation>
  </message>
  <message>
   <source>Where people go who are not ready</source>
   <translation>Wohin kommt, wer noch nicht so weit ist</translation>
  </message>
  <message>
   <source>Where shall the batch be written?</source>
   <translation>Wohin soll das Paket geschrieben werden?</translation>
  </message>
  <message>
   <source>Where shall the brief be written?</source>
   <translation>Wohin soll der Steckbrief geschrieben werden?</translation>
  </message>
  <message>
   <source>Where shall the mails be written?</source>
   <translation>Wohin mit den Mails?</translation>
  </message>
  <message>
   <source>Where that was read</source>
   <translation>Wo das steht</translation>
  </message>
  <message>
   <source>Where the lead stands now: {where}.</source>
   <translation>Wo der Lead jetzt steht: {where}.</translation>
  </message>
  <message>
   <source>Where the leads come from</source>
   <translation>Woher die Leads kommen</translation>
  </message>
  <message>
   <source>Where the leads stand</source>
   <translation>Wo die Leads stehen</translation>
  </message>
  <message>
   <source>Where the leads stand now</source>
   <translation>Wo die Leads jetzt stehen</translation>
  </message>
  <message>
   <source>Where the leads stand of</source>
   <translation>Wo die Leads stehen von</translation>
  </message>
  <message>
   <source>Where the proof is</source>
   <translation>Wo der Nachweis liegt</translation>
  </message>
  <message>
   <source>Where the proof is kept</source>
   <translation>Wo der Nachweis liegt</translation>
  </message>
  <message numerus="yes">
   <source>Where the {n:,} stand now</source>
   <extracomment>One: Where the one lead stands now</extracomment>
   <translation>
    <numerusform>Wo der eine Lead jetzt steht</numerusform>
    <numerusform>Wo die {n:,} jetzt stehen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Where these {n:,} stand now</source>
   <extracomment>One: Where this one lead stands now</extracomment>
   <translation>
    <numerusform>Wo dieser eine Lead jetzt steht</numerusform>
    <numerusform>Wo diese {n:,} jetzt stehen</numerusform>
   </translation>
  </message>
  <message>
   <source>Where they are nurtured</source>
   <translation>Wo sie im Nurturing sind</translation>
  </message>
  <message>
   <source>Where they go until then</source>
   <translation>Wo der Lead bis dahin hingeht</translation>
  </message>
  <message>
   <source>Where they stand</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>Wohin</translation>
  </message>
  <message>
   <source>Where to put the copy</source>
   <translation>Wohin mit der Kopie</translation>
  </message>
  <message>
   <source>Where to put the file</source>
   <translation>Wohin mit der Datei</translation>
  </message>
  <message>
   <source>Where to put the report</source>
   <translation>Wohin mit dem Bericht</translation>
  </message>
  <message>
   <source>Where to put the reports</source>
   <translation>Wohin mit den Berichten</translation>
  </message>
  <message>
   <source>Where to put the rows</source>
   <translation>Wohin mit den Zeilen</translation>
  </message>
  <message>
   <source>Where to put the sheet</source>
   <translation>Wohin mit dem Blatt</translation>
  </message>
  <message>
   <source>Where to put the statement</source>
   <translation>Wohin mit der Abrechnung</translation>
  </message>
  <message>
   <source>Where to? Write the e-mail address they give you.</source>
   <translation>Wohin? Schreiben Sie die E-Mail-Adresse auf, die man Ihnen nennt.</translation>
  </message>
  <message>
   <source>Where was it?</source>
   <translation>Wo war es?</translation>
  </message>
  <message>
   <source>Where was the permission given?</source>
   <translation>Wo wurde die Erlaubnis gegeben?</translation>
  </message>
  <message>
   <source>Where we have it from, and on what ground you may be called</source>
   <translation>Woher wir es haben, und aus welchem Grund wir Sie anrufen dürfen</translation>
  </message>
  <message>
   <source>Where your data is</source>
   <translation>Wo Ihre Daten sind</translation>
  </message>
  <message>
   <source>Whether it covers the phone</source>
   <translation>Ob sie fürs Telefon gilt</translation>
  </message>
  <message>
   <source>Whether names are shown is for a supervisor to say.</source>
   <translation>Ob Namen gezeigt werden, sagt die Teamleitung.</translation>
  </message>
  <message>
   <source>Which answers are shown</source>
   <translation>Welche Antworten gezeigt werden</translation>
  </message>
  <message>
   <source>Which beliefs are shown</source>
   <translation>Welche Annahmen gezeigt werden</translation>
  </message>
  <message>
   <source>Which campaign</source>
   <translation>Welche Kampagne</translation>
  </message>
  <message>
   <source>Which campaigns</source>
   <translation>Welche Kampagnen</translation>
  </message>
  <message>
   <source>Which country are numbers without + from?</source>
   <translation>Aus welchem Land sind Nummern ohne +?</translation>
  </message>
  <message>
   <source>Which leads are shown</source>
   <translation>Welche Leads gezeigt werden</translation>
  </message>
  <message>
   <source>Which period</source>
   <translation>Welcher Zeitraum</translation>
  </message>
  <message>
   <source>Which qualdesk made this file cannot be read. Put back a backup. Nothing was changed.</source>
   <translation>Welches qualdesk diese Datei angelegt hat, ist nicht lesbar. Spielen Sie eine Sicherung zurück. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Which rules are shown</source>
   <translation>Welche Regeln gezeigt werden</translation>
  </message>
  <message>
   <source>Which sources are worth the calls</source>
   <translation>Welche Herkunft die Anrufe wert ist</translation>
  </message>
  <message>
   <source>Which week</source>
   <translation>Welche Woche</translation>
  </message>
  <message>
   <source>Which wording did they agree to?</source>
   <translation>Welchem Wortlaut wurde zugestimmt?</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Who answered, and what did they say?</source>
   <translation>Wer war dran, und was wurde gesagt?</translation>
  </message>
  <message>
   <source>Who answers questions</source>
   <translation>Wer Fragen beantwortet</translation>
  </message>
  <message>
   <source>Who answers questions about the list</source>
   <translation>Wer Fragen zur Liste beantwortet</translation>
  </message>
  <message>
   <source>Who answers questions about the list?</source>
   <translation>Wer beantwortet Fragen zur Liste?</translation>
  </message>
  <message>
   <source>Who asks</source>
   <translation>Wer fragt</translation>
  </message>
  <message>
   <source>Who calls</source>
   <translation>Wer anruft</translation>
  </message>
  <message>
   <source>Who calls them qualified</source>
   <translation>Wer sie qualifiziert nennt</translation>
  </message>
  <message>
   <source>Who calls which leads qualified</source>
   <translation>Wer welche Leads qualifiziert nennt</translation>
  </message>
  <message>
   <source>Who calls {name}?</source>
   <translation>Wer ruft {name} an?</translation>
  </message>
  <message>
   <source>Who else should we talk to?</source>
   <translation>Mit wem sollten wir noch sprechen?</translation>
  </message>
  <message>
   <source>Who gets it</source>
   <translation>Wer es bekommt</translation>
  </message>
  <message>
   <source>Who gets it next?</source>
   <translation>Wer bekommt ihn als Nächstes?</translation>
  </message>
  <message>
   <source>Who gets qualified leads</source>
   <translation>Wer qualifizierte Leads bekommt</translation>
  </message>
  <message>
   <source>Who gets qualified leads?</source>
   <translation>Wer bekommt qualifizierte Leads?</translation>
  </message>
  <message>
   <source>Who gets the leads no rule gives to others</source>
   <translation>Wer die Leads bekommt, für die keine Regel gilt</translation>
  </message>
  <message>
   <source>Who gets the qualified leads?</source>
   <translation>Wer bekommt die qualifizierten Leads?</translation>
  </message>
  <message>
   <source>Who gets these leads</source>
   <translation>Wer diese Leads bekommt</translation>
  </message>
  <message>
   <source>Who gets what</source>
   <translation>Wer bekommt was</translation>
  </message>
  <message>
   <source>Who gets what: move the rule down</source>
   <translation>Wer bekommt was: die Regel nach unten</translation>
  </message>
  <message>
   <source>Who gets what: move the rule up</source>
   <translation>Wer bekommt was: die Regel nach oben</translation>
  </message>
  <message>
   <source>Who gets {name}?</source>
   <translation>Wer bekommt {name}?</translation>
  </message>
  <message>
   <source>Who had you on their desk</source>
   <translation>Wer Sie auf dem Tisch hatte</translation>
  </message>
  <message>
   <source>Who is calling? Last digits, or their full name</source>
   <translation>Wer ruft an? Letzte Ziffern oder voller Name</translation>
  </message>
  <message>
   <source>Who is due</source>
   <translation>Wer fällig ist</translation>
  </message>
  <message>
   <source>Who is meant</source>
   <translation>Wer gemeint ist</translation>
  </message>
  <message>
   <source>Who is on the list</source>
   <translation>Wer auf der Liste steht</translation>
  </message>
  <message>
   <source>Who is on the list?</source>
   <translation>Wer steht auf der Liste?</translation>
  </message>
  <message>
   <source>Who is written to the file</source>
   <translation>Wer in die Datei kommt</translation>
  </message>
  <message>
   <source>Who judges</source>
   <translation>Wer beurteilt</translation>
  </message>
  <message>
   <source>Who keeps their call backs</source>
   <translation>Wer die Rückrufe übernimmt</translation>
  </message>
  <message>
   <source>Who may be called is as of {at:%H:%M}.</source>
   <translation>Wer angerufen werden darf: Stand {at:%H:%M}.</translation>
  </message>
  <message>
   <source>Who may be written to</source>
   <translation>Wem geschrieben werden darf</translation>
  </message>
  <message>
   <source>Who may call</source>
   <translation>Wer anrufen darf</translation>
  </message>
  <message>
   <source>Who may do what with tables</source>
   <translation>Wer was mit Tabellen darf</translation>
  </message>
  <message>
   <source>Who of sales, by name</source>
   <translation>Wer aus dem Vertrieb, mit Namen</translation>
  </message>
  <message>
   <source>Who of sales? Choose somebody by their number.</source>
   <translation>Wer vom Vertrieb? Wählen Sie mit der Nummer.</translation>
  </message>
  <message>
   <source>Who only took the giveaway comes last</source>
   <translation>Wer nur das Give-away nahm, kommt zuletzt</translation>
  </message>
  <message>
   <source>Who signs</source>
   <translation>Wer unterzeichnet</translation>
  </message>
  <message>
   <source>Who signs for marketing</source>
   <translation>Wer für das Marketing unterzeichnet</translation>
  </message>
  <message>
   <source>Who signs for marketing?</source>
   <translation>Wer zeichnet fürs Marketing?</translation>
  </message>
  <message>
   <source>Who signs for sales</source>
   <translation>Wer für den Vertrieb unterzeichnet</translation>
  </message>
  <message>
   <source>Who signs for sales?</source>
   <translation>Wer zeichnet für den Vertrieb?</translation>
  </message>
  <message>
   <source>Who takes it</source>
   <translation>Wer übernimmt</translation>
  </message>
  <message>
   <source>Who takes it? Choose by number.</source>
   <translation>Wer übernimmt? Wählen Sie über die Ziffer.</translation>
  </message>
  <message>
   <source>Who they are, where it comes from and on what ground, calls, answers, notes, to whom it went.</source>
   <translation>Wer die Person ist, woher die Daten stammen, auf welcher Rechtsgrundlage, Anrufe, Antworten, Notizen, und wer sie bekam.</translation>
  </message>
  <message>
   <source>Who waits</source>
   <translation>Wer wartet</translation>
  </message>
  <message>
   <source>Who was it? Write a name, the rest can wait.</source>
   <translation>Wer war es? Schreiben Sie einen Namen, der Rest kann warten.</translation>
  </message>
  <message>
   <source>Who was kept for as long as that. Looking changes nothing.</source>
   <translation>Wer so lange gespeichert war. Nachsehen ändert nichts.</translation>
  </message>
  <message>
   <source>Who was there</source>
   <translation>Wer da war</translation>
  </message>
  <message>
   <source>Who was there…</source>
   <translation>Wer da war …</translation>
  </message>
  <message>
   <source>Who was told of this batch</source>
   <translation>Wer zu diesem Paket Bescheid weiß</translation>
  </message>
  <message>
   <source>Who works for one client is not shown the whole workspace, so that it would look damaged. Let a supervisor of all clients check it.</source>
   <translation>Wer für einen Auftraggeber arbeitet, sieht nicht den ganzen Arbeitsbereich; er sähe dann beschädigt aus. Lassen Sie ihn von einer Teamleitung aller Auftraggeber prüfen.</translation>
  </message>
  <message>
   <source>Who works in it</source>
   <translation>Wer darin arbeitet</translation>
  </message>
  <message>
   <source>Who works through the night writes their hours on the clock of those they call.</source>
   <translation>Wer nachts arbeitet, trägt die Zeiten nach der Uhr der Angerufenen ein.</translation>
  </message>
  <message>
   <source>Who would be called first, and why.</source>
   <translation>Wer zuerst angerufen würde, und warum.</translation>
  </message>
  <message>
   <source>Who you are</source>
   <translation>Wer Sie sind</translation>
  </message>
  <message numerus="yes">
   <source>Who {n:,} people are could not be read: their leads stand without a name.</source>
   <extracomment>One: Who one person is could not be read: their leads stand without a name.</extracomment>
   <translation>
    <numerusform>Wer {n:,} Person ist, war nicht lesbar: Ihre Leads stehen ohne Namen da.</numerusform>
    <numerusform>Wer {n:,} Personen sind, war nicht lesbar: Ihre Leads stehen ohne Namen da.</numerusform>
   </translation>
  </message>
  <message>
   <source>Whoever a caller ends as qualified stands here, best first, with the brief sales will read. They leave together, as one batch.</source>
   <translation>Wen Caller als qualifiziert abschließen, steht hier, die besten zuerst, mit dem Steckbrief für den Vertrieb. Alle gehen zusammen als ein Paket.</translation>
  </message>
  <message>
   <source>Whoever administers the server adds a login of its own for calling: qualdesk team add-person</source>
   <translation>Wer den Server verwaltet, legt einen eigenen Login zum Anrufen an: qualdesk team add-person</translation>
  </message>
  <message>
   <source>Whoever administers the server puts it right with: qualdesk team init</source>
   <translation>Wer den Server verwaltet, bringt das in Ordnung mit: qualdesk team init</translation>
  </message>
  <message>
   <source>Whoever administers the server runs: qualdesk team add-person</source>
   <translation>Wer den Server verwaltet, führt aus: qualdesk team add-person</translation>
  </message>
  <message>
   <source>Whoever administers the server says it: qualdesk team bind NAME</source>
   <translation>Das legt fest, wer den Server verwaltet: qualdesk team bind NAME</translation>
  </message>
  <message>
   <source>Whoever administers the server takes that away, or adds a login of its own for calling: qualdesk team add-person</source>
   <translation>Wer den Server verwaltet, nimmt das weg oder legt einen eigenen Login zum Anrufen an: qualdesk team add-person</translation>
  </message>
  <message>
   <source>Whoever is on the way to a server named here may read and change everything. Only for an old server that cannot do better.</source>
   <translation>Wer auf dem Weg zu einem hier genannten Server sitzt, kann alles lesen und ändern. Nur für einen alten Server, der es nicht besser kann.</translation>
  </message>
  <message>
   <source>Whoever only took the giveaway is called after everybody else.</source>
   <translation>Wer nur das Give-away mitnahm, wird nach allen anderen angerufen.</translation>
  </message>
  <message>
   <source>Whoever owns the account</source>
   <translation>Wer den Kunden betreut</translation>
  </message>
  <message>
   <source>Whoever qualified it</source>
   <translation>Wer ihn qualifiziert hat</translation>
  </message>
  <message>
   <source>Whoever the rules name</source>
   <translation>Wen die Regeln nennen</translation>
  </message>
  <message>
   <source>Whole name</source>
   <translation>Ganzer Name</translation>
  </message>
  <message>
   <source>Whom callers ask</source>
   <translation>Wen Caller fragen</translation>
  </message>
  <message>
   <source>Whom do callers ask?</source>
   <translation>Wen fragen Caller?</translation>
  </message>
  <message>
   <source>Whose a lead is</source>
   <translation>Wem ein Lead zählt</translation>
  </message>
  <message>
   <source>Whose certificates are believed</source>
   <translation>Vertrauenswürdige Zertifikate</translation>
  </message>
  <message>
   <source>Whose clock shows that time? Give a zone with it.</source>
   <translation>Auf wessen Uhr? Geben Sie eine Zeitzone an.</translation>
  </message>
  <message>
   <source>Whose leads</source>
   <translation>Wessen Leads</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why are they not a fit? Choose one of: {reasons}.</source>
   <translation>Warum passt es nicht? Wählen Sie: {reasons}.</translation>
  </message>
  <message>
   <source>Why is a place not called?</source>
   <translation>Warum wird ein Ort nicht angerufen?</translation>
  </message>
  <message>
   <source>Why is it kept out?</source>
   <translation>Warum wird er zurückgehalten?</translation>
  </message>
  <message>
   <source>Why is it set aside?</source>
   <translation>Warum wird sie ausgesetzt?</translation>
  </message>
  <message>
   <source>Why it came back</source>
   <translation>Warum es zurückkam</translation>
  </message>
  <message>
   <source>Why it is recalled</source>
   <translation>Warum es zurückgerufen wird</translation>
  </message>
  <message>
   <source>Why it is sent back</source>
   <translation>Warum er zurückgeht</translation>
  </message>
  <message>
   <source>Why it is taken back</source>
   <translation>Warum sie zurückgenommen wird</translation>
  </message>
  <message>
   <source>Why it stands so</source>
   <translation>Grund für diesen Stand</translation>
  </message>
  <message>
   <source>Why it was left out</source>
   <translation>Warum ausgelassen</translation>
  </message>
  <message>
   <source>Why leads came back</source>
   <translation>Warum Leads zurückkamen</translation>
  </message>
  <message>
   <source>Why leads wait</source>
   <translation>Warum Leads warten</translation>
  </message>
  <message>
   <source>Why now</source>
   <translation>Warum jetzt</translation>
  </message>
  <message>
   <source>Why now?</source>
   <translation>Warum jetzt?</translation>
  </message>
  <message>
   <source>Why people said no, or not now</source>
   <translation>Warum sie Nein sagten oder nicht jetzt</translation>
  </message>
  <message>
   <source>Why sales sends leads back</source>
   <translation>Warum der Vertrieb Leads zurückgibt</translation>
  </message>
  <message>
   <source>Why they are on the list</source>
   <translation>Warum auf der Liste</translation>
  </message>
  <message>
   <source>Why they came back</source>
   <translation>Warum Leads zurückkamen</translation>
  </message>
  <message>
   <source>Why they differ</source>
   <translation>Warum sie abweichen</translation>
  </message>
  <message>
   <source>Why they may be called</source>
   <translation>Warum sie angerufen werden dürfen</translation>
  </message>
  <message>
   <source>Why this is a qualified lead</source>
   <translation>Warum dieser Lead qualifiziert ist</translation>
  </message>
  <message>
   <source>Why this lead now, part by part</source>
   <translation>Warum dieser Lead jetzt, Teil für Teil</translation>
  </message>
  <message>
   <source>Why this lead stands here</source>
   <translation>Warum dieser Lead hier steht</translation>
  </message>
  <message>
   <source>Why you decide so</source>
   <translation>Warum Sie so entscheiden</translation>
  </message>
  <message>
   <source>Why, for the history</source>
   <translation>Grund, für den Verlauf</translation>
  </message>
  <message>
   <source>Why, in a sentence: both sides read it</source>
   <translation>Warum, in einem Satz: Beide Seiten lesen es</translation>
  </message>
  <message>
   <source>Why, in a sentence: sales reads it</source>
   <translation>Warum, in einem Satz: Der Vertrieb liest es</translation>
  </message>
  <message>
   <source>Will come</source>
   <translation>Kommt</translation>
  </message>
  <message>
   <source>Will we finish before the window closes?</source>
   <translation>Werden wir fertig, bevor die Frist endet?</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Frist</translation>
  </message>
  <message>
   <source>Window closed</source>
   <comment>where a lead stands</comment>
   <translation>Frist abgelaufen</translation>
  </message>
  <message>
   <source>Window closed {day}</source>
   <translation>Frist endete {day}</translation>
  </message>
  <message>
   <source>Window closes {at}</source>
   <translation>Frist endet {at}</translation>
  </message>
  <message>
   <source>Window closes {at} in {place}</source>
   <translation>Frist endet {at} in {place}</translation>
  </message>
  <message>
   <source>Window closes {day}</source>
   <translation>Frist endet {day}</translation>
  </message>
  <message>
   <source>Window closing</source>
   <translation>Frist endet bald</translation>
  </message>
  <message>
   <source>Window has no end</source>
   <translation>Frist ohne Ende</translation>
  </message>
  <message>
   <source>With a caller</source>
   <translation>Bei einem Caller</translation>
  </message>
  <message>
   <source>With a caller now</source>
   <comment>what became of a row</comment>
   <translation>Gerade bei einem Caller</translation>
  </message>
  <message>
   <source>With its country code, like +44</source>
   <translation>Mit Ländervorwahl, etwa +44</translation>
  </message>
  <message>
   <source>With role and number</source>
   <translation>Mit Funktion und Nummer</translation>
  </message>
  <message>
   <source>With sales, not answered</source>
   <comment>what became of a row</comment>
   <translation>Beim Vertrieb, ohne Antwort</translation>
  </message>
  <message>
   <source>With sales, or were</source>
   <translation>Jetzt oder früher beim Vertrieb</translation>
  </message>
  <message>
   <source>With you</source>
   <translation>Bei Ihnen</translation>
  </message>
  <message>
   <source>With {caller}</source>
   <translation>Bei {caller}</translation>
  </message>
  <message>
   <source>With {caller} just now.</source>
   <translation>Gerade bei {caller}.</translation>
  </message>
  <message>
   <source>With {caller} now</source>
   <translation>Gerade bei {caller}</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw a signature</source>
   <translation>Unterschrift zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw it</source>
   <translation>Zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw the dispute</source>
   <translation>Beanstandung zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw the signature of marketing</source>
   <translation>Unterschrift des Marketings zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw the signature of sales</source>
   <translation>Unterschrift des Vertriebs zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw the signature of {name} for marketing</source>
   <translation>Unterschrift von {name} für das Marketing zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw the signature of {name} for sales</source>
   <translation>Unterschrift von {name} für den Vertrieb zurückziehen</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Zurückgezogen</translation>
  </message>
  <message>
   <source>Withdraw…</source>
   <translation>Zurückziehen …</translation>
  </message>
  <message>
   <source>Withdrew a dispute about {name}</source>
   <translation>Beanstandung zu {name} zurückgezogen</translation>
  </message>
  <message>
   <source>Withdrew a question about the list of {name}</source>
   <translation>Frage zur Liste von {name} zurückgezogen</translation>
  </message>
  <message>
   <source>Withdrew the signature of {side} on version {version} of the definition {name}</source>
   <translation>Unterschrift von {side} unter Version {version} der Definition {name} zurückgezogen</translation>
  </message>
  <message>
   <source>Withdrew: {reason}</source>
   <translation>Zurückgenommen: {reason}</translation>
  </message>
  <message>
   <source>Within a day</source>
   <translation>In den letzten 24 Stunden</translation>
  </message>
  <message>
   <source>Within the hour</source>
   <translation>In der letzten Stunde</translation>
  </message>
  <message>
   <source>Without TLS anybody on the way could read the mails. Choose TLS or STARTTLS.</source>
   <translation>Ohne TLS könnte jeder unterwegs die E-Mails lesen. Wählen Sie TLS oder STARTTLS.</translation>
  </message>
  <message>
   <source>Won</source>
   <translation>Gewonnen</translation>
  </message>
  <message>
   <source>Won</source>
   <comment>what became of a row</comment>
   <translation>Gewonnen</translation>
  </message>
  <message>
   <source>Won at the client</source>
   <translation>Beim Kunden gewonnen</translation>
  </message>
  <message>
   <source>Won: with it, without it</source>
   <translation>Gewonnen: mit, ohne</translation>
  </message>
  <message>
   <source>Wording</source>
   <translation>Wortlaut</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Worte</translation>
  </message>
  <message>
   <source>Words for a voicemail</source>
   <translation>Worte für die Mailbox</translation>
  </message>
  <message>
   <source>Words for people from</source>
   <translation>Worte für Leads aus</translation>
  </message>
  <message>
   <source>Words in another language need an id here, so that they find their way.</source>
   <translation>Text in einer anderen Sprache braucht hier eine Kennung, damit er seinen Platz findet.</translation>
  </message>
  <message>
   <source>Words that stay the same</source>
   <translation>Text, der gleich bleibt</translation>
  </message>
  <message>
   <source>Work with the new file</source>
   <translation>Mit der neuen Datei arbeiten</translation>
  </message>
  <message>
   <source>Workbook</source>
   <translation>Arbeitsmappe</translation>
  </message>
  <message>
   <source>Working days the window is open longer</source>
   <translation>Werktage, die die Frist länger läuft</translation>
  </message>
  <message>
   <source>Working offline</source>
   <translation>Arbeit ohne Verbindung</translation>
  </message>
  <message>
   <source>Working offline since {at:%H:%M}</source>
   <translation>Arbeit ohne Verbindung seit {at:%H:%M}</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Arbeitsbereich</translation>
  </message>
  <message>
   <source>Worth {taken} as sales says: {won} won, {lost} lost, {open} still open.</source>
   <translation>Laut Vertrieb {taken} wert: {won} gewonnen, {lost} verloren, {open} noch offen.</translation>
  </message>
  <message>
   <source>Would you like a call?</source>
   <translation>Möchten Sie angerufen werden?</translation>
  </message>
  <message>
   <source>Wrapping up</source>
   <translation>Nachbereitung</translation>
  </message>
  <message>
   <source>Write</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <source>Write ["mail"], ["call"], or both.</source>
   <translation>Schreiben Sie ["mail"], ["call"] oder beides.</translation>
  </message>
  <message>
   <source>Write a calendar file</source>
   <translation>Kalenderdatei schreiben</translation>
  </message>
  <message>
   <source>Write a date like 2026-09-30.</source>
   <translation>Schreiben Sie ein Datum wie 2026-09-30.</translation>
  </message>
  <message>
   <source>Write a day or a time without quotes, such as 2026-03-27 or 2026-03-27T17:00:00.</source>
   <translation>Schreiben Sie Tag oder Zeit ohne Anführungszeichen, etwa 2026-03-27 oder 2026-03-27T17:00:00.</translation>
  </message>
  <message>
   <source>Write a day without quotes, such as 2026-03-10.</source>
   <translation>Schreiben Sie den Tag ohne Anführungszeichen, etwa 2026-03-10.</translation>
  </message>
  <message>
   <source>Write a list in [ ] here.</source>
   <translation>Schreiben Sie hier eine Liste in [ ].</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Notiz schreiben</translation>
  </message>
  <message>
   <source>Write a number from {low:g} to {high:g}.</source>
   <translation>Schreiben Sie eine Zahl von {low:g} bis {high:g}.</translation>
  </message>
  <message>
   <source>Write a number that can be counted to.</source>
   <translation>Schreiben Sie eine endliche Zahl.</translation>
  </message>
  <message>
   <source>Write a number that is not above {le}.</source>
   <translation>Schreiben Sie eine Zahl, die nicht über {le} liegt.</translation>
  </message>
  <message>
   <source>Write a number that is not below 1.</source>
   <translation>Schreiben Sie eine Zahl ab 1.</translation>
  </message>
  <message>
   <source>Write a number that is not below {ge}.</source>
   <translation>Schreiben Sie eine Zahl, die nicht unter {ge} liegt.</translation>
  </message>
  <message>
   <source>Write a number without quotes, 0 or more.</source>
   <translation>Schreiben Sie eine Zahl ohne Anführungszeichen, 0 oder mehr.</translation>
  </message>
  <message>
   <source>Write a question of the survey here, and the source beside it.</source>
   <translation>Schreiben Sie hier eine Frage des Fragebogens und daneben die Herkunft.</translation>
  </message>
  <message>
   <source>Write a question of the survey here, or objection or exit under “kind”.</source>
   <translation>Schreiben Sie hier eine Frage des Fragebogens oder unter „kind“ objection oder exit.</translation>
  </message>
  <message>
   <source>Write a short name of small letters, digits and dashes, such as our-crm.</source>
   <translation>Schreiben Sie einen kurzen Namen aus Kleinbuchstaben, Ziffern und Bindestrichen, etwa unser-crm.</translation>
  </message>
  <message>
   <source>Write a table here: [form], or [rows.12].</source>
   <translation>Schreiben Sie hier eine Tabelle: [form] oder [rows.12].</translation>
  </message>
  <message>
   <source>Write a table here: [rows.12], or { key = “value” }.</source>
   <translation>Schreiben Sie hier eine Tabelle: [rows.12] oder { key = “value” }.</translation>
  </message>
  <message>
   <source>Write a table in { } here.</source>
   <translation>Schreiben Sie hier eine Tabelle in { }.</translation>
  </message>
  <message>
   <source>Write a table of keys here.</source>
   <translation>Schreiben Sie hier eine Tabelle mit Schlüsseln.</translation>
  </message>
  <message>
   <source>Write a whole number here, without quotes.</source>
   <translation>Schreiben Sie hier eine ganze Zahl, ohne Anführungszeichen.</translation>
  </message>
  <message>
   <source>Write a whole number here.</source>
   <translation>Schreiben Sie hier eine ganze Zahl.</translation>
  </message>
  <message>
   <source>Write a whole number.</source>
   <translation>Schreiben Sie eine ganze Zahl.</translation>
  </message>
  <message>
   <source>Write at least one column.</source>
   <translation>Schreiben Sie mindestens eine Spalte.</translation>
  </message>
  <message>
   <source>Write at least one outcome.</source>
   <translation>Schreiben Sie mindestens ein Ergebnis.</translation>
  </message>
  <message>
   <source>Write either a source or a value that is the same for every lead.</source>
   <translation>Schreiben Sie entweder eine Quelle oder einen Wert, der für jeden Lead gleich ist.</translation>
  </message>
  <message>
   <source>Write how many leads as a number, or leave it empty.</source>
   <translation>Geben Sie die Zahl der Leads an, oder lassen Sie das Feld leer.</translation>
  </message>
  <message>
   <source>Write how many leads, 1 or more.</source>
   <translation>Schreiben Sie, wie viele Leads, 1 oder mehr.</translation>
  </message>
  <message>
   <source>Write how many letters as a number, or leave it empty.</source>
   <translation>Geben Sie die Zahl der Zeichen an, oder lassen Sie das Feld leer.</translation>
  </message>
  <message>
   <source>Write in it</source>
   <translation>In ihr schreiben</translation>
  </message>
  <message>
   <source>Write in {language}</source>
   <translation>Auf {language} schreiben</translation>
  </message>
  <message>
   <source>Write it anew</source>
   <translation>Neu schreiben</translation>
  </message>
  <message>
   <source>Write it for the owner…</source>
   <translation>Für Zuständige schreiben …</translation>
  </message>
  <message>
   <source>Write it like selected(${question}, 'value').</source>
   <translation>Schreiben Sie es wie selected(${question}, 'value').</translation>
  </message>
  <message>
   <source>Write one of the reasons, or unread, or unanswered.</source>
   <translation>Schreiben Sie einen der Gründe oder unread oder unanswered.</translation>
  </message>
  <message>
   <source>Write one of: {known}.</source>
   <translation>Schreiben Sie eines von: {known}.</translation>
  </message>
  <message>
   <source>Write pairs: [[share, hours]].</source>
   <translation>Schreiben Sie Paare: [[share, hours]].</translation>
  </message>
  <message>
   <source>Write sales' own draft</source>
   <translation>Eigenen Entwurf des Vertriebs schreiben</translation>
  </message>
  <message>
   <source>Write the address they give you.</source>
   <translation>Schreiben Sie die genannte Adresse auf.</translation>
  </message>
  <message>
   <source>Write the address your supervisor gave you.</source>
   <translation>Schreiben Sie die Adresse, die Sie von der Teamleitung haben.</translation>
  </message>
  <message>
   <source>Write the amount as a number, such as 12,500.</source>
   <translation>Schreiben Sie den Betrag als Zahl, etwa 12.500.</translation>
  </message>
  <message>
   <source>Write the answer.</source>
   <translation>Schreiben Sie die Antwort.</translation>
  </message>
  <message>
   <source>Write the calling hours like 09:00.</source>
   <translation>Schreiben Sie die Anrufzeiten wie 09:00.</translation>
  </message>
  <message>
   <source>Write the chance of {missing} too.</source>
   <translation>Schreiben Sie auch die Chance von {missing}.</translation>
  </message>
  <message>
   <source>Write the code of an outcome without a message, after which they rest.</source>
   <translation>Schreiben Sie den Code eines Ergebnisses ohne Nachricht, nach dem der Lead ruht.</translation>
  </message>
  <message>
   <source>Write the column's name as the CRM knows it, in one line.</source>
   <translation>Schreiben Sie den Namen der Spalte, wie das CRM ihn kennt, in einer Zeile.</translation>
  </message>
  <message>
   <source>Write the country as two letters, such as DE.</source>
   <translation>Schreiben Sie das Land mit zwei Buchstaben, etwa DE.</translation>
  </message>
  <message>
   <source>Write the date like date('2026-09-30').</source>
   <translation>Schreiben Sie das Datum wie date('2026-09-30').</translation>
  </message>
  <message>
   <source>Write the file anew first: then a new backup is made, and those from before it are removed.</source>
   <translation>Zuerst die Datei neu schreiben: Dann wird eine neue Sicherung gemacht, und die von vorher werden entfernt.</translation>
  </message>
  <message>
   <source>Write the hours like 09:00-17:30.</source>
   <translation>Schreiben Sie die Zeiten wie 09:00-17:30.</translation>
  </message>
  <message>
   <source>Write the language as a tag, for example en or de-AT.</source>
   <translation>Schreiben Sie die Sprache als Kürzel, etwa en oder de-AT.</translation>
  </message>
  <message>
   <source>Write the mail by hand</source>
   <translation>Mail selbst schreiben</translation>
  </message>
  <message>
   <source>Write the mail to {name} by hand</source>
   <translation>Mail an {name} selbst schreiben</translation>
  </message>
  <message>
   <source>Write the newer one to a file</source>
   <translation>Die neuere in eine Datei schreiben</translation>
  </message>
  <message>
   <source>Write the reasons to choose from.</source>
   <translation>Schreiben Sie die Gründe zur Auswahl.</translation>
  </message>
  <message>
   <source>Write the script to</source>
   <translation>Leitfaden schreiben nach</translation>
  </message>
  <message>
   <source>Write the server and your address first.</source>
   <translation>Tragen Sie zuerst Server und Adresse ein.</translation>
  </message>
  <message>
   <source>Write the server's name alone, as it stands in the address.</source>
   <translation>Nur den Namen des Servers eintragen, so wie er in der Adresse steht.</translation>
  </message>
  <message>
   <source>Write the time as 18:00.</source>
   <translation>Schreiben Sie die Zeit wie 18:00.</translation>
  </message>
  <message>
   <source>Write the times at which parts of the day meet like ["10:30", "13:00"].</source>
   <translation>Schreiben Sie die Grenzen der Tagesabschnitte wie ["10:30", "13:00"].</translation>
  </message>
  <message>
   <source>Write their new number, or choose “Not in service”.</source>
   <translation>Schreiben Sie die neue Nummer auf oder wählen Sie „Nicht vergeben“.</translation>
  </message>
  <message>
   <source>Write these words again</source>
   <translation>Diesen Wortlaut wieder einsetzen</translation>
  </message>
  <message>
   <source>Write this down: nobody can be played without it.</source>
   <translation>Ergänzen Sie das: Ohne lässt sich niemand spielen.</translation>
  </message>
  <message>
   <source>Write to them on {day} at {at:%H:%M} in {place}, as agreed.</source>
   <translation>Schreiben am {day} um {at:%H:%M} in {place}, wie vereinbart.</translation>
  </message>
  <message>
   <source>Write to them. Their clock is {place}.</source>
   <translation>Anschreiben. Ortszeit: {place}.</translation>
  </message>
  <message>
   <source>Write to them. When: “{words}” ({place} time).</source>
   <translation>Schreiben. Wann: „{words}“ (Zeit in {place}).</translation>
  </message>
  <message>
   <source>Write to them: they said yes to a call. Their clock is {place}.</source>
   <translation>Schreiben: Einem Anruf wurde zugestimmt. Ortszeit: {place}.</translation>
  </message>
  <message>
   <source>Write true or false here, without quotes.</source>
   <translation>Schreiben Sie hier true oder false, ohne Anführungszeichen.</translation>
  </message>
  <message>
   <source>Write true or false.</source>
   <translation>Schreiben Sie true oder false.</translation>
  </message>
  <message>
   <source>Write what it keeps: keeps = 0.33.</source>
   <translation>Schreiben Sie, was bleibt: keeps = 0.33.</translation>
  </message>
  <message>
   <source>Write what they should know.</source>
   <translation>Schreiben Sie, was zu wissen ist.</translation>
  </message>
  <message>
   <source>Write what you want to know about the list.</source>
   <translation>Schreiben Sie, was Sie über die Liste wissen möchten.</translation>
  </message>
  <message>
   <source>Write words in quotes here.</source>
   <translation>Schreiben Sie hier Text in Anführungszeichen.</translation>
  </message>
  <message>
   <source>Write words in quotes, a number, or true or false.</source>
   <translation>Schreiben Sie Text in Anführungszeichen, eine Zahl oder true oder false.</translation>
  </message>
  <message>
   <source>Write words in quotes.</source>
   <translation>Schreiben Sie Text in Anführungszeichen.</translation>
  </message>
  <message>
   <source>Write yes or no here, or nothing.</source>
   <translation>Schreiben Sie hier yes oder no oder nichts.</translation>
  </message>
  <message>
   <source>Write your name first.</source>
   <translation>Schreiben Sie zuerst Ihren Namen.</translation>
  </message>
  <message>
   <source>Write your name first: a signature without one binds nobody.</source>
   <translation>Schreiben Sie zuerst Ihren Namen: Eine Unterschrift ohne Namen bindet niemanden.</translation>
  </message>
  <message>
   <source>Write {number} where the number belongs, as {example}.</source>
   <translation>Schreiben Sie {number}, wo die Nummer hingehört, wie {example}.</translation>
  </message>
  <message>
   <source>Write…</source>
   <translation>Schreiben …</translation>
  </message>
  <message>
   <source>Writing the briefs</source>
   <translation>Steckbriefe werden geschrieben</translation>
  </message>
  <message>
   <source>Writing the tables</source>
   <translation>Tabellen werden geschrieben</translation>
  </message>
  <message>
   <source>Writing to {name}</source>
   <translation>E-Mail an {name}</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>{file} wird geschrieben</translation>
  </message>
  <message>
   <source>Written down on {day}: {what}.</source>
   <translation>Festgehalten am {day}: {what}.</translation>
  </message>
  <message>
   <source>Written to {file}.</source>
   <translation>In {file} geschrieben.</translation>
  </message>
  <message>
   <source>Wrong company</source>
   <translation>Falsches Unternehmen</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <translation>Falsche Nummer</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <comment>where a lead stands</comment>
   <translation>Falsche Nummer</translation>
  </message>
  <message>
   <source>Wrong person</source>
   <translation>Falsche Person</translation>
  </message>
  <message>
   <source>Wrote 1 mail about {name} into a file</source>
   <translation>1 E-Mail zu {name} in eine Datei geschrieben</translation>
  </message>
  <message>
   <source>Wrote a file of do-not-call numbers: {numbers:,}</source>
   <translation>Datei gesperrter Nummern geschrieben: {numbers:,}</translation>
  </message>
  <message>
   <source>Wrote a file of the nurtured leads of {name}: {leads:,}</source>
   <translation>Datei der Leads im Nurturing von {name} geschrieben: {leads:,}</translation>
  </message>
  <message>
   <source>Wrote a file of what became of the list {name}. Rows: {rows:,}</source>
   <translation>Datei geschrieben, was aus der Liste {name} wurde. Zeilen: {rows:,}</translation>
  </message>
  <message>
   <source>Wrote a file of who said no: {entries:,}</source>
   <translation>Datei geschrieben, wer Nein sagte: {entries:,}</translation>
  </message>
  <message>
   <source>Wrote a report into a file</source>
   <translation>Bericht in eine Datei geschrieben</translation>
  </message>
  <message>
   <source>Wrote a report of {campaign} into a file</source>
   <translation>Bericht über {campaign} in eine Datei geschrieben</translation>
  </message>
  <message>
   <source>Wrote down a client</source>
   <translation>Einen Auftraggeber aufgeschrieben</translation>
  </message>
  <message>
   <source>Wrote down all that is kept about {name}</source>
   <translation>Alles aufgeschrieben, was über {name} gespeichert ist</translation>
  </message>
  <message>
   <source>Wrote down for which client {name} works</source>
   <translation>Aufgeschrieben, für welchen Auftraggeber {name} arbeitet</translation>
  </message>
  <message>
   <source>Wrote down that {name} left</source>
   <translation>Vermerkt, dass {name} ausgeschieden ist</translation>
  </message>
  <message>
   <source>Wrote down the hours of {name}</source>
   <translation>Zeiten von {name} festgehalten</translation>
  </message>
  <message>
   <source>Wrote down the public holidays {name} keeps</source>
   <translation>Aufgeschrieben, welche Feiertage {name} hat</translation>
  </message>
  <message>
   <source>Wrote down what {name} does</source>
   <translation>Festgehalten, was {name} macht</translation>
  </message>
  <message>
   <source>Wrote down when {name} is away</source>
   <translation>Aufgeschrieben, wann {name} abwesend ist</translation>
  </message>
  <message>
   <source>Wrote down which campaigns {name} calls for</source>
   <translation>Aufgeschrieben, für welche Kampagnen {name} anruft</translation>
  </message>
  <message>
   <source>Wrote the record of processing into a file</source>
   <translation>Das Verzeichnis von Verarbeitungstätigkeiten in eine Datei geschrieben</translation>
  </message>
  <message>
   <source>Wrote the statement of {period} into a file</source>
   <translation>Abrechnung für {period} in eine Datei geschrieben</translation>
  </message>
  <message>
   <source>Wrote what the queue believes of {name}: {value}</source>
   <translation>Annahme der Warteschlange zu {name} geändert: {value}</translation>
  </message>
  <message>
   <source>Wrote why people are on the list of {name}</source>
   <translation>Festgehalten, warum Personen auf der Liste von {name} stehen</translation>
  </message>
  <message>
   <source>Wrote why people of the list {name} may be called</source>
   <translation>Festgehalten, warum Personen der Liste {name} angerufen werden dürfen</translation>
  </message>
  <message>
   <source>Wrote {mails:,} mails about {name} into files</source>
   <translation>{mails:,} E-Mails zu {name} in Dateien geschrieben</translation>
  </message>
  <message>
   <source>Wyoming</source>
   <translation>Wyoming</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>Yes</source>
   <comment>answer</comment>
   <translation>Ja</translation>
  </message>
  <message>
   <source>Yes or no</source>
   <translation>Ja oder nein</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Persönlich</translation>
  </message>
  <message>
   <source>You agree that these words say what a qualified lead is. Any change asks you again.</source>
   <translation>Sie bestätigen, dass dieser Wortlaut sagt, was ein qualifizierter Lead ist. Bei jeder Änderung werden Sie neu gefragt.</translation>
  </message>
  <message>
   <source>You agreed on {day}.</source>
   <translation>Sie haben am {day} zugestimmt.</translation>
  </message>
  <message>
   <source>You agreed on {day}: {where}.</source>
   <translation>Sie haben am {day} zugestimmt: {where}.</translation>
  </message>
  <message>
   <source>You are away that day: anyone may call.</source>
   <translation>An diesem Tag sind Sie abwesend: Alle dürfen anrufen.</translation>
  </message>
  <message>
   <source>You are logged in as {own}. Leave --caller out: in a team the login says who somebody is.</source>
   <translation>Angemeldet als {own}. Bitte --caller weglassen: In einem Team sagt der Login, wer jemand ist.</translation>
  </message>
  <message>
   <source>You are not allowed to read {file}. Save a copy where you are, and load that.</source>
   <translation>Sie dürfen {file} nicht lesen. Speichern Sie eine Kopie und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>You are on a break. Nothing is dialled until you come back.</source>
   <translation>Sie sind in der Pause. Bis Sie zurück sind, wird nichts gewählt.</translation>
  </message>
  <message>
   <source>You are on a call</source>
   <translation>Sie sind im Gespräch</translation>
  </message>
  <message>
   <source>You are on a call with them. End it first, then dial the other number.</source>
   <translation>Sie sind im Gespräch. Beenden Sie es erst, dann wählen Sie die andere Nummer.</translation>
  </message>
  <message>
   <source>You are on a call with them. End it with an outcome.</source>
   <translation>Sie sind im Gespräch. Beenden Sie es mit einem Ergebnis.</translation>
  </message>
  <message>
   <source>You are on a call with {name}. End it, then take this one up.</source>
   <translation>Sie sind im Gespräch mit {name}. Beenden Sie es, dann nehmen Sie dieses an.</translation>
  </message>
  <message>
   <source>You are on a call with {name}. End it, then undo this.</source>
   <translation>Sie sind im Gespräch mit {name}. Beenden Sie es, dann machen Sie dies rückgängig.</translation>
  </message>
  <message>
   <source>You are on a call. Anyone may call this lead now.</source>
   <translation>Sie sind im Gespräch. Diesen Lead dürfen jetzt alle anrufen.</translation>
  </message>
  <message>
   <source>You are on a call. At {at} anyone may call this lead.</source>
   <translation>Sie sind im Gespräch. Ab {at} dürfen alle diesen Lead anrufen.</translation>
  </message>
  <message>
   <source>You are on a call. It stands under the name it began with: change it after.</source>
   <translation>Sie sind im Gespräch. Es steht unter dem Namen, mit dem es begann: Ändern Sie ihn danach.</translation>
  </message>
  <message>
   <source>You can answer the rest later.</source>
   <translation>Den Rest können Sie später beantworten.</translation>
  </message>
  <message numerus="yes">
   <source>You can call this lead, and {n} more kept for you.</source>
   <extracomment>One: You can call this lead, and {n} more kept for you.</extracomment>
   <translation>
    <numerusform>Sie können diesen Lead anrufen und {n} weiteren, der für Sie reserviert ist.</numerusform>
    <numerusform>Sie können diesen Lead anrufen und {n} weitere, die für Sie reserviert sind.</numerusform>
   </translation>
  </message>
  <message>
   <source>You can call this lead.</source>
   <translation>Dieser Lead kann angerufen werden.</translation>
  </message>
  <message numerus="yes">
   <source>You can finish this call, and call {n} more leads kept for you.</source>
   <extracomment>One: You can finish this call, and call {n} more lead kept for you.</extracomment>
   <translation>
    <numerusform>Sie können diesen Anruf beenden und {n} weiteren Lead anrufen, der für Sie reserviert ist.</numerusform>
    <numerusform>Sie können diesen Anruf beenden und {n} weitere Leads anrufen, die für Sie reserviert sind.</numerusform>
   </translation>
  </message>
  <message>
   <source>You can finish this call.</source>
   <translation>Dieser Anruf kann beendet werden.</translation>
  </message>
  <message>
   <source>You can go on calling meanwhile.</source>
   <translation>Sie können inzwischen weiter anrufen.</translation>
  </message>
  <message>
   <source>You can go on.</source>
   <translation>Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>You can go on: calls and other pages work meanwhile.</source>
   <translation>Sie können weiterarbeiten: Anrufe und andere Seiten gehen inzwischen.</translation>
  </message>
  <message>
   <source>You can say no at any time: then we do not call you again. And we tell you all that we keep about you, or erase it, if you ask.</source>
   <translation>Sie können jederzeit Nein sagen: Dann rufen wir Sie nicht mehr an. Und auf Wunsch sagen wir Ihnen alles, was wir über Sie gespeichert haben, oder löschen es.</translation>
  </message>
  <message>
   <source>You can still change a single row below.</source>
   <translation>Einzelne Zeilen können Sie unten noch ändern.</translation>
  </message>
  <message>
   <source>You can undo it for 30 days, here and in the lists.</source>
   <translation>Sie können es 30 Tage lang zurücknehmen, hier und in den Listen.</translation>
  </message>
  <message>
   <source>You chose to load only what is new since then.</source>
   <translation>Sie wollten nur einlesen, was seither neu ist.</translation>
  </message>
  <message>
   <source>You chose to skip people who are known. Nothing of them was changed.</source>
   <translation>Sie wollten bekannte Personen überspringen. An ihnen wurde nichts geändert.</translation>
  </message>
  <message>
   <source>You do not work on {days}: anyone may call.</source>
   <translation>Sie arbeiten {days} nicht: Alle dürfen anrufen.</translation>
  </message>
  <message>
   <source>You get it at your desk, from whoever has it</source>
   <translation>Er kommt an Ihren Arbeitsplatz, wer immer ihn hat</translation>
  </message>
  <message>
   <source>You have a call back with {name} at {at}. Give it to anyone?</source>
   <translation>Sie haben einen Rückruf mit {name}: {at}. Für alle freigeben?</translation>
  </message>
  <message>
   <source>You have another lead in hand. Finish that call or give the lead back.</source>
   <translation>Sie haben einen anderen Lead in Arbeit. Beenden Sie den Anruf oder geben Sie den Lead zurück.</translation>
  </message>
  <message>
   <source>You have this lead now. Take it over, or wait until it is given back.</source>
   <translation>Sie haben diesen Lead gerade. Übernehmen Sie ihn oder warten Sie, bis er zurückgegeben ist.</translation>
  </message>
  <message>
   <source>You have this lead yourself.</source>
   <translation>Sie haben diesen Lead selbst.</translation>
  </message>
  <message>
   <source>You keep a public holiday that day ({holiday}): anyone may call.</source>
   <translation>Sie haben an dem Tag Feiertag ({holiday}): Alle dürfen anrufen.</translation>
  </message>
  <message>
   <source>You left it out.</source>
   <translation>Von Ihnen ausgelassen.</translation>
  </message>
  <message numerus="yes">
   <source>You left {n:,} rows out</source>
   <extracomment>One: You left {n} row out</extracomment>
   <translation>
    <numerusform>Sie haben {n} Zeile ausgelassen</numerusform>
    <numerusform>Sie haben {n:,} Zeilen ausgelassen</numerusform>
   </translation>
  </message>
  <message>
   <source>You load only new rows</source>
   <translation>Sie lesen nur neue Zeilen ein</translation>
  </message>
  <message>
   <source>You may ask for it to be put right or erased, and say no to calls at any time.</source>
   <translation>Sie können verlangen, dass es berichtigt oder gelöscht wird, und Anrufen jederzeit widersprechen.</translation>
  </message>
  <message>
   <source>You may not write there. Choose another folder, or ask for the right to.</source>
   <translation>Sie dürfen dort nicht schreiben. Wählen Sie einen anderen Ordner oder bitten Sie um das Recht.</translation>
  </message>
  <message>
   <source>You pick the country next.</source>
   <translation>Das Land wählen Sie danach.</translation>
  </message>
  <message>
   <source>You promised somebody else a call at that time.</source>
   <translation>Sie haben zu dieser Zeit schon einen Anruf zugesagt.</translation>
  </message>
  <message>
   <source>You promised three others a call at that time.</source>
   <translation>Sie haben zu dieser Zeit schon drei Anrufe zugesagt.</translation>
  </message>
  <message>
   <source>You promised two others a call at that time.</source>
   <translation>Sie haben zu dieser Zeit schon zwei Anrufe zugesagt.</translation>
  </message>
  <message>
   <source>You promised {others} others a call at that time.</source>
   <translation>Sie haben zu dieser Zeit schon {others} Anrufe zugesagt.</translation>
  </message>
  <message>
   <source>You responded to: {what}.</source>
   <translation>Sie haben reagiert auf: {what}.</translation>
  </message>
  <message>
   <source>You see what a file holds before anything of it is kept.</source>
   <translation>Sie sehen, was in einer Datei steht, bevor etwas davon gespeichert wird.</translation>
  </message>
  <message>
   <source>You signed version {version} of “{definition}” before its last change. Look at it again.</source>
   <translation>Sie haben Version {version} von „{definition}“ vor der letzten Änderung unterzeichnet. Sehen Sie sie sich noch einmal an.</translation>
  </message>
  <message>
   <source>You spoke with their colleague {colleague} on {day}.</source>
   <translation>Sie haben am {day} mit {colleague} aus demselben Unternehmen gesprochen.</translation>
  </message>
  <message>
   <source>You spoke with their colleague {colleague} today.</source>
   <translation>Sie haben heute mit {colleague} aus demselben Unternehmen gesprochen.</translation>
  </message>
  <message>
   <source>You spoke with {colleague} on {day}.</source>
   <translation>Sie haben am {day} mit {colleague} gesprochen.</translation>
  </message>
  <message>
   <source>You spoke with {colleague} today.</source>
   <translation>Sie haben heute mit {colleague} gesprochen.</translation>
  </message>
  <message>
   <source>You wanted to hear of it before it is due.</source>
   <translation>Sie wollten davon hören, bevor der Rückruf fällig ist.</translation>
  </message>
  <message numerus="yes">
   <source>You were in a call with {name} at {at:%H:%M}. {n} answers are safe. Go on?</source>
   <extracomment>One: You were in a call with {name} at {at:%H:%M}. {n} answer is safe. Go on?</extracomment>
   <translation>
    <numerusform>Um {at:%H:%M} waren Sie im Gespräch mit {name}. {n} Antwort ist sicher. Weitermachen?</numerusform>
    <numerusform>Um {at:%H:%M} waren Sie im Gespräch mit {name}. {n} Antworten sind sicher. Weitermachen?</numerusform>
   </translation>
  </message>
  <message>
   <source>You work for one client, and another may have been in contact with them since. Somebody who works for all clients has to erase who is due.</source>
   <translation>Sie arbeiten für einen Auftraggeber, und ein anderer kann seither Kontakt gehabt haben. Wessen Frist abgelaufen ist, löscht jemand, der für alle Auftraggeber arbeitet.</translation>
  </message>
  <message>
   <source>You work for one client, and this counts for all of them. Ask a supervisor who works for all clients.</source>
   <translation>Sie arbeiten für einen Auftraggeber, und das gilt für alle. Fragen Sie die Teamleitung, die für alle Auftraggeber arbeitet.</translation>
  </message>
  <message>
   <source>You work for one client: another is for others to add.</source>
   <translation>Sie arbeiten für einen Auftraggeber: Einen weiteren legen andere an.</translation>
  </message>
  <message>
   <source>You work for one client: who works for whom is for others.</source>
   <translation>Sie arbeiten für einen Auftraggeber: Wer für wen arbeitet, legen andere fest.</translation>
  </message>
  <message>
   <source>Your call with {name}</source>
   <translation>Ihr Anruf mit {name}</translation>
  </message>
  <message>
   <source>Your calls</source>
   <translation>Ihre Anrufe</translation>
  </message>
  <message>
   <source>Your calls stand under it from now on. Earlier calls stay under the name they had.</source>
   <translation>Ihre Anrufe stehen ab jetzt darunter. Frühere Anrufe behalten ihren Namen.</translation>
  </message>
  <message>
   <source>Your calls stand under this name. It is asked only now.</source>
   <translation>Ihre Anrufe stehen unter diesem Namen. Er wird nur jetzt gefragt.</translation>
  </message>
  <message>
   <source>Your clock</source>
   <translation>Ihre Uhr</translation>
  </message>
  <message>
   <source>Your day, {day}</source>
   <translation>Ihr Tag, {day}</translation>
  </message>
  <message>
   <source>Your login</source>
   <translation>Ihr Login</translation>
  </message>
  <message>
   <source>Your login has no right to this. Ask a supervisor to do it, or whoever runs the team's server for the right.</source>
   <translation>Ihr Login hat dazu kein Recht. Bitten Sie die Teamleitung darum oder die Verwaltung des Servers um das Recht.</translation>
  </message>
  <message>
   <source>Your login is not set up as it should be</source>
   <translation>Ihr Login ist nicht richtig eingerichtet</translation>
  </message>
  <message>
   <source>Your login says it. Whoever administers the team's server changes it.</source>
   <translation>Das gibt Ihr Login vor. Ändern kann es, wer den Server des Teams verwaltet.</translation>
  </message>
  <message>
   <source>Your mail address</source>
   <translation>Ihre E-Mail-Adresse</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>Your name on mails</source>
   <translation>Ihr Name in E-Mails</translation>
  </message>
  <message>
   <source>Your name, as it shall stand under it</source>
   <translation>Ihr Name, wie er darunter stehen soll</translation>
  </message>
  <message>
   <source>Your next lead</source>
   <translation>Ihr nächster Lead</translation>
  </message>
  <message>
   <source>Your own number</source>
   <translation>Ihre eigene Nummer</translation>
  </message>
  <message>
   <source>Your password</source>
   <translation>Ihr Passwort</translation>
  </message>
  <message>
   <source>Your promise comes first</source>
   <translation>Ihre Zusage geht vor</translation>
  </message>
  <message>
   <source>Your share of the disk is used up, so {file} was not written.</source>
   <translation>Ihr Anteil an der Festplatte ist verbraucht, {file} wurde nicht geschrieben.</translation>
  </message>
  <message>
   <source>Your share of the disk is used up. Make room there, or choose another folder.</source>
   <translation>Ihr Anteil am Datenträger ist aufgebraucht. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Your supervisor has an address for you. You then share one queue, and nobody calls the same lead twice.</source>
   <translation>Ihre Teamleitung hat eine Adresse für Sie. Sie teilen sich dann eine Warteschlange, und niemand ruft denselben Lead zweimal an.</translation>
  </message>
  <message>
   <source>Your team works with qualdesk {needs}, and you have {own}, which would do harm beside it. Ask whoever runs the team's desks for {needs}. What you have saved waits on this computer and goes out then. Nothing was changed.</source>
   <translation>Ihr Team arbeitet mit qualdesk {needs}, und Sie haben {own}; das würde daneben Schaden anrichten. Bitten Sie die Verwaltung des Teams um {needs}. Was Sie gespeichert haben, wartet auf diesem Computer und geht dann hinaus. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Your team's database asks for your password</source>
   <translation>Die Datenbank Ihres Teams fragt nach Ihrem Passwort</translation>
  </message>
  <message>
   <source>Your team's limit for now</source>
   <translation>Vorerst ist die Grenze Ihres Teams erreicht</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>Von Ihnen</translation>
  </message>
  <message>
   <source>Zoho CRM leads</source>
   <translation>Zoho-CRM-Leads</translation>
  </message>
  <message>
   <source>Zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>a JSON file</source>
   <translation>eine JSON-Datei</translation>
  </message>
  <message>
   <source>a Numbers document</source>
   <translation>ein Numbers-Dokument</translation>
  </message>
  <message>
   <source>a PDF</source>
   <translation>ein PDF</translation>
  </message>
  <message>
   <source>a SYLK file</source>
   <translation>eine SYLK-Datei</translation>
  </message>
  <message>
   <source>a Word document</source>
   <translation>ein Word-Dokument</translation>
  </message>
  <message>
   <source>a colleague of theirs</source>
   <translation>jemandem aus demselben Unternehmen</translation>
  </message>
  <message>
   <source>a compressed file</source>
   <translation>eine gepackte Datei</translation>
  </message>
  <message>
   <source>a database</source>
   <translation>eine Datenbank</translation>
  </message>
  <message>
   <source>a day</source>
   <translation>ein Tag</translation>
  </message>
  <message>
   <source>a file of business cards</source>
   <translation>eine Visitenkarten-Datei</translation>
  </message>
  <message>
   <source>a good hour for this role</source>
   <translation>gute Stunde für diese Funktion</translation>
  </message>
  <message>
   <source>a ground such as consent or an earlier relationship</source>
   <translation>eine Grundlage wie Einwilligung oder frühere Beziehung</translation>
  </message>
  <message>
   <source>a list</source>
   <translation>eine Liste</translation>
  </message>
  <message>
   <source>a mail</source>
   <translation>eine E-Mail</translation>
  </message>
  <message>
   <source>a name and a date to call again</source>
   <translation>ein Name und ein Tag für den nächsten Anruf</translation>
  </message>
  <message>
   <source>a picture</source>
   <translation>ein Bild</translation>
  </message>
  <message>
   <source>a presentation</source>
   <translation>eine Präsentation</translation>
  </message>
  <message>
   <source>a program</source>
   <translation>ein Programm</translation>
  </message>
  <message>
   <source>a reminder</source>
   <comment>telling sales</comment>
   <translation>eine Erinnerung</translation>
  </message>
  <message>
   <source>a talk with sales</source>
   <translation>Gespräch mit dem Vertrieb</translation>
  </message>
  <message>
   <source>a talk with you now, nothing else.</source>
   <translation>jetzt ein Gespräch mit Ihnen, sonst nichts.</translation>
  </message>
  <message>
   <source>a talk with you on {day}, {at:%H:%M} in {place}.</source>
   <translation>ein Gespräch mit Ihnen am {day}, {at:%H:%M} in {place}.</translation>
  </message>
  <message>
   <source>a text document</source>
   <translation>ein Textdokument</translation>
  </message>
  <message>
   <source>a time they agreed to</source>
   <translation>eine vereinbarte Zeit</translation>
  </message>
  <message>
   <source>a web page</source>
   <translation>eine Webseite</translation>
  </message>
  <message>
   <source>a yes to mails</source>
   <translation>Ja zu E-Mails</translation>
  </message>
  <message>
   <source>about a minute</source>
   <translation>etwa eine Minute</translation>
  </message>
  <message>
   <source>about {minutes} minutes</source>
   <translation>etwa {minutes} Minuten</translation>
  </message>
  <message>
   <source>about {n:,} by the end of the day ({low:,} to {high:,})</source>
   <translation>etwa {n:,} am Ende des Tages ({low:,} bis {high:,})</translation>
  </message>
  <message>
   <source>above the table</source>
   <translation>über der Tabelle</translation>
  </message>
  <message>
   <source>addresses</source>
   <translation>Adressen</translation>
  </message>
  <message>
   <source>after a person was erased</source>
   <translation>nachdem eine Person gelöscht wurde</translation>
  </message>
  <message>
   <source>after {rest} in another part of the day, by the same caller first</source>
   <translation>nach {rest} zu einer anderen Tageszeit, zuerst durch denselben Caller</translation>
  </message>
  <message>
   <source>after {stage}</source>
   <translation>nach {stage}</translation>
  </message>
  <message>
   <source>again after {rest} in another part of the day, {times}</source>
   <translation>wieder nach {rest} zu einer anderen Tageszeit, {times}</translation>
  </message>
  <message>
   <source>again after {rest}, or later where the law asks for it</source>
   <translation>wieder nach {rest}, oder später, wo das Gesetz es verlangt</translation>
  </message>
  <message>
   <source>again after {rest}, {times}</source>
   <translation>wieder nach {rest}, {times}</translation>
  </message>
  <message>
   <source>again {at}</source>
   <translation>wieder {at}</translation>
  </message>
  <message>
   <source>again {when}</source>
   <translation>wieder {when}</translation>
  </message>
  <message>
   <source>against</source>
   <comment>versions</comment>
   <translation>gegenüber</translation>
  </message>
  <message>
   <source>age of their interest</source>
   <translation>Alter ihres Interesses</translation>
  </message>
  <message>
   <source>agreed time</source>
   <translation>vereinbarter Termin</translation>
  </message>
  <message>
   <source>ahead</source>
   <translation>steht an</translation>
  </message>
  <message>
   <source>all</source>
   <comment>rows</comment>
   <translation>alle</translation>
  </message>
  <message>
   <source>all day</source>
   <translation>den ganzen Tag</translation>
  </message>
  <message>
   <source>all leads of the list</source>
   <translation>alle Leads der Liste</translation>
  </message>
  <message>
   <source>all of these hold</source>
   <translation>alle davon gelten</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>an XML file</source>
   <translation>eine XML-Datei</translation>
  </message>
  <message>
   <source>an existing relationship</source>
   <translation>eine bestehende Beziehung</translation>
  </message>
  <message>
   <source>an older one</source>
   <translation>eine ältere Version</translation>
  </message>
  <message>
   <source>and</source>
   <comment>between two times</comment>
   <translation>und</translation>
  </message>
  <message>
   <source>and ends on</source>
   <translation>und endet am</translation>
  </message>
  <message>
   <source>and more</source>
   <translation>und mehr</translation>
  </message>
  <message>
   <source>and {condition}</source>
   <translation>und {condition}</translation>
  </message>
  <message>
   <source>and {more:,} more</source>
   <translation>und {more:,} weitere</translation>
  </message>
  <message>
   <source>and {more} more</source>
   <translation>und {more} weitere</translation>
  </message>
  <message numerus="yes">
   <source>and {n} more rows left out</source>
   <extracomment>One: and {n} more row left out</extracomment>
   <translation>
    <numerusform>und {n} weitere Zeile ausgelassen</numerusform>
    <numerusform>und {n} weitere Zeilen ausgelassen</numerusform>
   </translation>
  </message>
  <message>
   <source>another list</source>
   <translation>einer anderen Liste</translation>
  </message>
  <message>
   <source>another table</source>
   <translation>eine andere Tabelle</translation>
  </message>
  <message>
   <source>answer {value}</source>
   <translation>Antwort {value}</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>beantwortet</translation>
  </message>
  <message>
   <source>answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>any answer</source>
   <translation>jede Antwort</translation>
  </message>
  <message>
   <source>any of these holds</source>
   <translation>mindestens eine gilt</translation>
  </message>
  <message>
   <source>as believed</source>
   <translation>wie angenommen</translation>
  </message>
  <message>
   <source>as for others</source>
   <translation>wie für andere</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>wie jetzt</translation>
  </message>
  <message numerus="yes">
   <source>as it is: {n:,} tries</source>
   <extracomment>One: as it is: {n} try</extracomment>
   <translation>
    <numerusform>wie jetzt: {n} Versuch</numerusform>
    <numerusform>wie jetzt: {n:,} Versuche</numerusform>
   </translation>
  </message>
  <message>
   <source>as the shifts are</source>
   <translation>wie die Schichten</translation>
  </message>
  <message>
   <source>ask, do not push</source>
   <translation>nicht drängen</translation>
  </message>
  <message>
   <source>asked for a call</source>
   <translation>bat um einen Anruf</translation>
  </message>
  <message>
   <source>asked not to be called</source>
   <translation>auf der Sperrliste</translation>
  </message>
  <message>
   <source>asked only when</source>
   <translation>nur gefragt, wenn</translation>
  </message>
  <message>
   <source>at</source>
   <comment>time of day</comment>
   <translation>um</translation>
  </message>
  <message>
   <source>at a company someone else is talking to</source>
   <translation>bei einem Unternehmen, mit dem gerade jemand spricht</translation>
  </message>
  <message>
   <source>at least {least} before {stage}</source>
   <translation>{least} vor {stage}</translation>
  </message>
  <message>
   <source>at most {limit}</source>
   <translation>höchstens {limit}</translation>
  </message>
  <message numerus="yes">
   <source>at most {n} times</source>
   <extracomment>One: once</extracomment>
   <translation>
    <numerusform>einmal</numerusform>
    <numerusform>höchstens {n}-mal</numerusform>
   </translation>
  </message>
  <message>
   <source>at once</source>
   <translation>sofort</translation>
  </message>
  <message>
   <source>at the needed pace</source>
   <translation>im nötigen Tempo</translation>
  </message>
  <message>
   <source>at the time agreed, by who agreed it; after {grace} by anybody</source>
   <translation>zur vereinbarten Zeit, durch den, der sie vereinbart hat; nach {grace} durch alle</translation>
  </message>
  <message>
   <source>away</source>
   <translation>abwesend</translation>
  </message>
  <message>
   <source>back after {rest}, unless another day is chosen</source>
   <translation>zurück nach {rest}, wenn kein anderer Tag gewählt ist</translation>
  </message>
  <message>
   <source>back at {at:%H:%M}</source>
   <translation>zurück um {at:%H:%M}</translation>
  </message>
  <message>
   <source>back on {day} {month}</source>
   <translation>zurück am {day}. {month}</translation>
  </message>
  <message>
   <source>back on {day} {month} {year}</source>
   <translation>zurück am {day}. {month} {year}</translation>
  </message>
  <message>
   <source>back {when}</source>
   <translation>zurück {when}</translation>
  </message>
  <message>
   <source>batch {number}</source>
   <translation>Paket {number}</translation>
  </message>
  <message>
   <source>before a list was loaded</source>
   <translation>vor dem Einlesen einer Liste</translation>
  </message>
  <message>
   <source>before an update of the program</source>
   <translation>vor einem Update des Programms</translation>
  </message>
  <message>
   <source>before many leads were changed</source>
   <translation>bevor viele Leads geändert wurden</translation>
  </message>
  <message>
   <source>before the database was mended</source>
   <translation>bevor die Datenbank repariert wurde</translation>
  </message>
  <message>
   <source>before their window opens</source>
   <translation>vor Beginn der Frist</translation>
  </message>
  <message>
   <source>below the table</source>
   <translation>unter der Tabelle</translation>
  </message>
  <message>
   <source>best hour for this role</source>
   <translation>beste Stunde für diese Funktion</translation>
  </message>
  <message>
   <source>both</source>
   <translation>beide</translation>
  </message>
  <message>
   <source>both must sign</source>
   <translation>beide müssen unterzeichnen</translation>
  </message>
  <message>
   <source>broken</source>
   <translation>nicht lesbar</translation>
  </message>
  <message>
   <source>business</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>businesses</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>von Hand</translation>
  </message>
  <message>
   <source>by law closed, today {hours}</source>
   <translation>per Gesetz gesperrt, heute {hours}</translation>
  </message>
  <message>
   <source>by law open, today {hours}</source>
   <translation>per Gesetz erlaubt, heute {hours}</translation>
  </message>
  <message>
   <source>by their address</source>
   <translation>nach der Adresse</translation>
  </message>
  <message>
   <source>by their address and number</source>
   <translation>nach Adresse und Nummer</translation>
  </message>
  <message>
   <source>by their number</source>
   <translation>nach der Nummer</translation>
  </message>
  <message>
   <source>by {caller}</source>
   <translation>von {caller}</translation>
  </message>
  <message>
   <source>call backs</source>
   <translation>Rückrufe</translation>
  </message>
  <message>
   <source>callback number</source>
   <translation>Rückrufnummer</translation>
  </message>
  <message>
   <source>called as often as the law allows</source>
   <translation>so oft angerufen, wie das Gesetz erlaubt</translation>
  </message>
  <message>
   <source>called {at:%H:%M}</source>
   <translation>angerufen {at:%H:%M}</translation>
  </message>
  <message>
   <source>caller name</source>
   <translation>Name der anrufenden Person</translation>
  </message>
  <message>
   <source>caller's name</source>
   <translation>Name des Callers</translation>
  </message>
  <message>
   <source>callers moved here: {borrowed:,}</source>
   <translation>hierher gewechselte Caller: {borrowed:,}</translation>
  </message>
  <message>
   <source>callers planned: {callers_to}, before: {callers_from}</source>
   <translation>geplante Caller: {callers_to}, vorher: {callers_from}</translation>
  </message>
  <message>
   <source>calls</source>
   <translation>Anrufe</translation>
  </message>
  <message numerus="yes">
   <source>calls</source>
   <comment>below its number</comment>
   <extracomment>One: call</extracomment>
   <translation>
    <numerusform>Anruf</numerusform>
    <numerusform>Anrufe</numerusform>
   </translation>
  </message>
  <message>
   <source>calls dialled by us that ended with an outcome and were not undone</source>
   <translation>von uns gewählte Anrufe, die mit einem Ergebnis endeten und nicht zurückgenommen wurden</translation>
  </message>
  <message>
   <source>calls for {campaign}</source>
   <translation>ruft für {campaign} an</translation>
  </message>
  <message>
   <source>calls in which somebody was spoken to / calls dialled</source>
   <translation>Anrufe, in denen mit jemandem gesprochen wurde / gewählte Anrufe</translation>
  </message>
  <message>
   <source>calls of those in which somebody was spoken to</source>
   <translation>davon Anrufe, in denen mit jemandem gesprochen wurde</translation>
  </message>
  <message>
   <source>calls on a {weekday} only from {hours}.</source>
   <translation>Anrufe am {weekday} nur von {hours}.</translation>
  </message>
  <message>
   <source>calls with their notes</source>
   <translation>Anrufe mit Notizen</translation>
  </message>
  <message>
   <source>came to fit by way of discovery</source>
   <translation>kamen über die Bedarfsklärung zur Passung</translation>
  </message>
  <message>
   <source>campaign</source>
   <translation>Kampagne</translation>
  </message>
  <message>
   <source>campaigns</source>
   <translation>Kampagnen</translation>
  </message>
  <message>
   <source>cannot be dialled</source>
   <translation>nicht wählbar</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>choice</source>
   <comment>kind of question</comment>
   <translation>Auswahl</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>gewählt</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <source>closes {close_to}, before: {close_from}</source>
   <translation>endet: {close_to}, vorher: {close_from}</translation>
  </message>
  <message>
   <source>column {n}</source>
   <translation>Spalte {n}</translation>
  </message>
  <message>
   <source>companies</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>companies nearly the same</source>
   <translation>Unternehmen fast gleich</translation>
  </message>
  <message>
   <source>company</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>consent</source>
   <translation>Einwilligung</translation>
  </message>
  <message>
   <source>consumer</source>
   <translation>Verbraucher</translation>
  </message>
  <message>
   <source>consumers</source>
   <translation>Verbraucher</translation>
  </message>
  <message numerus="yes">
   <source>conversations</source>
   <comment>below its number</comment>
   <extracomment>One: conversation</extracomment>
   <translation>
    <numerusform>Gespräch</numerusform>
    <numerusform>Gespräche</numerusform>
   </translation>
  </message>
  <message>
   <source>current</source>
   <translation>aktuell</translation>
  </message>
  <message>
   <source>date</source>
   <comment>kind of question</comment>
   <translation>Tag</translation>
  </message>
  <message>
   <source>day, month</source>
   <translation>Tag, Monat</translation>
  </message>
  <message>
   <source>degrees</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>direct line</source>
   <translation>Durchwahl</translation>
  </message>
  <message>
   <source>do it</source>
   <translation>ausführen</translation>
  </message>
  <message>
   <source>do not call</source>
   <translation>nicht mehr anrufen</translation>
  </message>
  <message>
   <source>do-not-calls</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>does not know</source>
   <translation>weiß es nicht</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>due now</source>
   <translation>jetzt fällig</translation>
  </message>
  <message>
   <source>e-mails nearly the same</source>
   <translation>E-Mail-Adressen fast gleich</translation>
  </message>
  <message>
   <source>each working day at</source>
   <translation>jeden Werktag um</translation>
  </message>
  <message>
   <source>each working day at {time} in {place}</source>
   <translation>jeden Werktag um {time} in {place}</translation>
  </message>
  <message>
   <source>each {weekday} at {time} in {place}</source>
   <translation>jeden {weekday} um {time} in {place}</translation>
  </message>
  <message>
   <source>edited</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>entries of the history</source>
   <translation>Einträge des Verlaufs</translation>
  </message>
  <message>
   <source>event or offer</source>
   <translation>Veranstaltung oder Angebot</translation>
  </message>
  <message>
   <source>every lead of the list</source>
   <translation>alle Leads der Liste</translation>
  </message>
  <message>
   <source>everybody</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>everybody who was called</source>
   <translation>alle, die angerufen wurden</translation>
  </message>
  <message>
   <source>everything is translated</source>
   <translation>alles ist übersetzt</translation>
  </message>
  <message>
   <source>existing relationship</source>
   <translation>bestehende Geschäftsbeziehung</translation>
  </message>
  <message>
   <source>feeds</source>
   <translation>zählt für</translation>
  </message>
  <message>
   <source>feeds a must-have</source>
   <translation>zählt für ein Muss</translation>
  </message>
  <message>
   <source>find a new number</source>
   <translation>neue Nummer finden</translation>
  </message>
  <message>
   <source>find the right person</source>
   <translation>richtige Person finden</translation>
  </message>
  <message>
   <source>first language</source>
   <translation>erste Sprache</translation>
  </message>
  <message>
   <source>first name</source>
   <translation>Vorname</translation>
  </message>
  <message>
   <source>first {at}</source>
   <translation>zuerst {at}</translation>
  </message>
  <message>
   <source>folded</source>
   <comment>outline</comment>
   <translation>eingeklappt</translation>
  </message>
  <message>
   <source>for instance German or de</source>
   <translation>zum Beispiel Englisch oder en</translation>
  </message>
  <message>
   <source>for instance Stand leads</source>
   <translation>zum Beispiel Leads vom Stand</translation>
  </message>
  <message>
   <source>for instance: the new line</source>
   <translation>zum Beispiel: die neue Linie</translation>
  </message>
  <message>
   <source>free to call now</source>
   <translation>jetzt anrufbar</translation>
  </message>
  <message>
   <source>from now on</source>
   <translation>ab jetzt</translation>
  </message>
  <message>
   <source>from {begins}:00 to {ends}:00</source>
   <translation>von {begins}:00 bis {ends}:00</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>ab {day}</translation>
  </message>
  <message numerus="yes">
   <source>from {n:,} calls of this floor</source>
   <extracomment>One: from {n:,} call of this floor</extracomment>
   <translation>
    <numerusform>aus {n:,} Anruf dieses Teams</numerusform>
    <numerusform>aus {n:,} Anrufen dieses Teams</numerusform>
   </translation>
  </message>
  <message>
   <source>full name</source>
   <translation>ganzer Name</translation>
  </message>
  <message>
   <source>further {field}</source>
   <translation>weiteres Feld „{field}“</translation>
  </message>
  <message>
   <source>giveaway only</source>
   <translation>nur Give-away</translation>
  </message>
  <message>
   <source>has an answer</source>
   <translation>ist beantwortet</translation>
  </message>
  <message>
   <source>has no answer</source>
   <translation>ist unbeantwortet</translation>
  </message>
  <message>
   <source>held back</source>
   <translation>zurückgestellt</translation>
  </message>
  <message>
   <source>helps</source>
   <translation>hilft</translation>
  </message>
  <message>
   <source>hint for the caller</source>
   <translation>Hinweis für Caller</translation>
  </message>
  <message>
   <source>history, or counts of the Floor</source>
   <translation>Verlauf oder Zählungen der Seite Team</translation>
  </message>
  <message>
   <source>hour and role</source>
   <translation>Stunde und Funktion</translation>
  </message>
  <message>
   <source>hour on their clock</source>
   <translation>Stunde nach ihrer Ortszeit</translation>
  </message>
  <message>
   <source>hours not known</source>
   <translation>Zeiten nicht bekannt</translation>
  </message>
  <message>
   <source>how lately they came to us</source>
   <translation>wie frisch der Kontakt ist</translation>
  </message>
  <message>
   <source>how often a lead is tried</source>
   <translation>wie oft ein Lead versucht wird</translation>
  </message>
  <message>
   <source>how often a lead is tried on a day</source>
   <translation>wie oft ein Lead am Tag versucht wird</translation>
  </message>
  <message>
   <source>how to ask</source>
   <translation>so fragen</translation>
  </message>
  <message>
   <source>if they gave one</source>
   <translation>falls genannt</translation>
  </message>
  <message>
   <source>if you found one</source>
   <translation>falls gefunden</translation>
  </message>
  <message>
   <source>in 3 months, 1 Sep</source>
   <translation>in 3 Monaten, 1. Sep</translation>
  </message>
  <message>
   <source>in a list that is not loaded to its end</source>
   <translation>in einer nicht fertig eingelesenen Liste</translation>
  </message>
  <message>
   <source>in a paused campaign</source>
   <translation>in einer pausierten Kampagne</translation>
  </message>
  <message>
   <source>in a word: Date</source>
   <translation>in einem Wort: Termin</translation>
  </message>
  <message>
   <source>in force</source>
   <translation>in Kraft</translation>
  </message>
  <message>
   <source>in lists</source>
   <translation>in Listen</translation>
  </message>
  <message>
   <source>in qualdesk</source>
   <translation>in qualdesk</translation>
  </message>
  <message>
   <source>in the answer page</source>
   <translation>auf der Antwortseite</translation>
  </message>
  <message>
   <source>in the answer sheet</source>
   <translation>im Antwortbogen</translation>
  </message>
  <message>
   <source>in their own system</source>
   <translation>im eigenen System</translation>
  </message>
  <message>
   <source>in turn</source>
   <translation>reihum</translation>
  </message>
  <message>
   <source>in two weeks</source>
   <translation>letzte zwei Wochen</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>in Gebrauch</translation>
  </message>
  <message>
   <source>in {campaigns}</source>
   <translation>in {campaigns}</translation>
  </message>
  <message>
   <source>in {minutes} min</source>
   <translation>in {minutes} Min.</translation>
  </message>
  <message>
   <source>into {into}</source>
   <translation>in {into}</translation>
  </message>
  <message>
   <source>is</source>
   <translation>ist</translation>
  </message>
  <message>
   <source>is less than</source>
   <translation>ist weniger als</translation>
  </message>
  <message>
   <source>is more than</source>
   <translation>ist mehr als</translation>
  </message>
  <message>
   <source>is none of</source>
   <translation>ist keines von</translation>
  </message>
  <message>
   <source>is not</source>
   <translation>ist nicht</translation>
  </message>
  <message>
   <source>is not less than</source>
   <translation>ist nicht weniger als</translation>
  </message>
  <message>
   <source>is not more than</source>
   <translation>ist nicht mehr als</translation>
  </message>
  <message>
   <source>is one of</source>
   <translation>ist eines von</translation>
  </message>
  <message>
   <source>it does not hold what the workspace held</source>
   <translation>es enthält nicht, was der Arbeitsbereich enthielt</translation>
  </message>
  <message>
   <source>its answers are the newest</source>
   <translation>die Antworten daraus sind die neuesten</translation>
  </message>
  <message>
   <source>itself</source>
   <translation>sich selbst</translation>
  </message>
  <message>
   <source>judged differently</source>
   <translation>verschieden beurteilt</translation>
  </message>
  <message>
   <source>jump</source>
   <translation>springen</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>kept</source>
   <comment>answers</comment>
   <translation>festgehalten</translation>
  </message>
  <message>
   <source>kept aside when another was put in its place</source>
   <translation>beiseitegelegt, als eine andere an ihre Stelle kam</translation>
  </message>
  <message>
   <source>kept for another caller</source>
   <translation>für jemand anderes reserviert</translation>
  </message>
  <message>
   <source>kept out by a supervisor</source>
   <translation>von der Teamleitung zurückgehalten</translation>
  </message>
  <message>
   <source>key {key}</source>
   <translation>Taste {key}</translation>
  </message>
  <message>
   <source>kind of answer</source>
   <translation>Art der Antwort</translation>
  </message>
  <message>
   <source>kind of number</source>
   <translation>Art der Nummer</translation>
  </message>
  <message>
   <source>known</source>
   <comment>criterion</comment>
   <translation>bekannt</translation>
  </message>
  <message>
   <source>last name</source>
   <translation>Nachname</translation>
  </message>
  <message>
   <source>last one, back {day}</source>
   <translation>letzte, zurück {day}</translation>
  </message>
  <message>
   <source>last one, {then}</source>
   <translation>letzte, {then}</translation>
  </message>
  <message>
   <source>last show {share}</source>
   <translation>letzte Messe {share}</translation>
  </message>
  <message>
   <source>last try, then not reached</source>
   <translation>letzter Versuch, dann nicht erreichbar</translation>
  </message>
  <message>
   <source>later today</source>
   <translation>später heute</translation>
  </message>
  <message>
   <source>lawful basis</source>
   <translation>Rechtsgrundlage</translation>
  </message>
  <message>
   <source>leads</source>
   <translation>Leads</translation>
  </message>
  <message>
   <source>leads called at least once</source>
   <translation>mindestens einmal angerufene Leads</translation>
  </message>
  <message>
   <source>leads called at least once / all leads of the list</source>
   <translation>mindestens einmal angerufene Leads / alle Leads der Liste</translation>
  </message>
  <message>
   <source>leads finished by it: {ended:,}</source>
   <translation>dadurch erledigte Leads: {ended:,}</translation>
  </message>
  <message>
   <source>leads of whom somebody was spoken to</source>
   <translation>Leads, bei denen mit jemandem gesprochen wurde</translation>
  </message>
  <message>
   <source>leads qualified / leads reached</source>
   <translation>qualifizierte Leads / erreichte Leads</translation>
  </message>
  <message>
   <source>leads reached / leads called at least once</source>
   <translation>erreichte Leads / mindestens einmal angerufene Leads</translation>
  </message>
  <message>
   <source>leads reached that ended in a verdict (qualified, nurture, not a fit) / leads reached</source>
   <translation>erreichte Leads mit Urteil (qualifiziert, Nurturing, passt nicht) / erreichte Leads</translation>
  </message>
  <message>
   <source>leads reached whose conversation ended in a verdict: qualified, nurture or not a fit</source>
   <translation>erreichte Leads, deren Gespräch mit einem Urteil endete: qualifiziert, Nurturing oder passt nicht</translation>
  </message>
  <message>
   <source>leads sales answered: taken or sent back</source>
   <translation>Leads, die der Vertrieb beantwortete: angenommen oder zurückgegeben</translation>
  </message>
  <message>
   <source>leads sales took</source>
   <translation>Leads, die der Vertrieb annahm</translation>
  </message>
  <message>
   <source>leads sales took / leads sales answered</source>
   <translation>vom Vertrieb angenommene Leads / vom Vertrieb beantwortete Leads</translation>
  </message>
  <message>
   <source>leads taken back</source>
   <comment>telling sales</comment>
   <translation>Leads zurückgeholt</translation>
  </message>
  <message>
   <source>leads that are finished: they wait for no call any more</source>
   <translation>erledigte Leads: Sie warten auf keinen Anruf mehr</translation>
  </message>
  <message>
   <source>leads that came for the giveaway alone</source>
   <translation>Leads, die nur für das Give-away kamen</translation>
  </message>
  <message>
   <source>leads that came for the giveaway alone / all leads of the list</source>
   <translation>Leads, die nur für das Give-away kamen / alle Leads der Liste</translation>
  </message>
  <message>
   <source>leads that qualified, whatever became of it at sales</source>
   <translation>Leads, die sich qualifizierten, was immer der Vertrieb daraus machte</translation>
  </message>
  <message>
   <source>leads that wait for no call any more / all leads of the list</source>
   <translation>Leads, die auf keinen Anruf mehr warten / alle Leads der Liste</translation>
  </message>
  <message>
   <source>leads that went on to sales / all leads of the list</source>
   <translation>Leads, die an den Vertrieb gingen / alle Leads der Liste</translation>
  </message>
  <message>
   <source>leads that went on to sales and were not recalled</source>
   <translation>Leads, die an den Vertrieb gingen und nicht zurückgerufen wurden</translation>
  </message>
  <message>
   <source>leads with sales</source>
   <translation>Leads beim Vertrieb</translation>
  </message>
  <message>
   <source>leave it</source>
   <translation>hinterlassen</translation>
  </message>
  <message>
   <source>left as it is</source>
   <translation>bleibt, wie es ist</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>less than a minute</source>
   <translation>weniger als eine Minute</translation>
  </message>
  <message>
   <source>less than an hour</source>
   <translation>weniger als eine Stunde</translation>
  </message>
  <message>
   <source>less than an hour ago</source>
   <translation>vor weniger als einer Stunde</translation>
  </message>
  <message>
   <source>less than believed</source>
   <translation>weniger als angenommen</translation>
  </message>
  <message>
   <source>less than {value}</source>
   <translation>weniger als {value}</translation>
  </message>
  <message>
   <source>line {number}</source>
   <translation>Zeile {number}</translation>
  </message>
  <message>
   <source>longer than its column</source>
   <translation>länger als seine Spalte</translation>
  </message>
  <message>
   <source>look if you like</source>
   <translation>bei Bedarf ansehen</translation>
  </message>
  <message>
   <source>lost digits</source>
   <translation>Ziffern fehlen</translation>
  </message>
  <message>
   <source>main line</source>
   <translation>Zentrale</translation>
  </message>
  <message>
   <source>marketing</source>
   <translation>das Marketing</translation>
  </message>
  <message>
   <source>marketing alone</source>
   <translation>nur das Marketing</translation>
  </message>
  <message>
   <source>material</source>
   <translation>Unterlagen</translation>
  </message>
  <message>
   <source>may have gone</source>
   <comment>telling sales</comment>
   <translation>vielleicht angekommen</translation>
  </message>
  <message>
   <source>meaning</source>
   <translation>Bedeutung</translation>
  </message>
  <message>
   <source>merged into another row</source>
   <translation>zusammengeführt</translation>
  </message>
  <message>
   <source>met when {rule}</source>
   <translation>erfüllt bei: {rule}</translation>
  </message>
  <message>
   <source>minus</source>
   <comment>key</comment>
   <translation>minus</translation>
  </message>
  <message>
   <source>mobile</source>
   <translation>mobil</translation>
  </message>
  <message>
   <source>mon-fri 9:00-17:00</source>
   <translation>mo-fr 9:00-17:00</translation>
  </message>
  <message>
   <source>month, day</source>
   <translation>Monat, Tag</translation>
  </message>
  <message>
   <source>more actions</source>
   <translation>mehr Aktionen</translation>
  </message>
  <message>
   <source>more than believed</source>
   <translation>mehr als angenommen</translation>
  </message>
  <message>
   <source>more than {value}</source>
   <translation>mehr als {value}</translation>
  </message>
  <message>
   <source>move</source>
   <translation>bewegen</translation>
  </message>
  <message>
   <source>must have</source>
   <translation>Muss</translation>
  </message>
  <message>
   <source>must have, {points}</source>
   <translation>Muss, {points}</translation>
  </message>
  <message>
   <source>name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>named on the call</source>
   <translation>im Gespräch genannt</translation>
  </message>
  <message>
   <source>needed pace</source>
   <translation>nötiges Tempo</translation>
  </message>
  <message>
   <source>needs</source>
   <translation>braucht</translation>
  </message>
  <message>
   <source>needs an answer</source>
   <translation>Antwort fehlt</translation>
  </message>
  <message numerus="yes">
   <source>needs {n} answers</source>
   <extracomment>One: needs {n} answer</extracomment>
   <translation>
    <numerusform>braucht {n} Antwort</numerusform>
    <numerusform>braucht {n} Antworten</numerusform>
   </translation>
  </message>
  <message>
   <source>neither</source>
   <translation>keine Seite</translation>
  </message>
  <message>
   <source>neither yes nor no</source>
   <translation>weder ja noch nein</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>never called again</source>
   <translation>kein Anruf mehr</translation>
  </message>
  <message>
   <source>never read aloud, shown in blue</source>
   <translation>wird nie vorgelesen, steht in Blau</translation>
  </message>
  <message>
   <source>never used</source>
   <translation>nie genutzt</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>new</source>
   <comment>criterion</comment>
   <translation>neu</translation>
  </message>
  <message numerus="yes">
   <source>new leads</source>
   <extracomment>One: new lead</extracomment>
   <translation>
    <numerusform>neuer Lead</numerusform>
    <numerusform>neue Leads</numerusform>
   </translation>
  </message>
  <message>
   <source>new leads</source>
   <comment>telling sales</comment>
   <translation>neue Leads</translation>
  </message>
  <message>
   <source>next</source>
   <translation>nächste</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no JSON, or a zero character or half a character in it</source>
   <translation>kein JSON, oder mit einem Nullzeichen oder halben Zeichen</translation>
  </message>
  <message>
   <source>no area code</source>
   <translation>Vorwahl fehlt</translation>
  </message>
  <message>
   <source>no calls</source>
   <translation>keine Anrufe</translation>
  </message>
  <message>
   <source>no calls on a public holiday ({holiday}).</source>
   <translation>keine Anrufe an Feiertagen ({holiday}).</translation>
  </message>
  <message>
   <source>no calls on a {weekday}.</source>
   <translation>keine Anrufe am {weekday}.</translation>
  </message>
  <message>
   <source>no calls yet</source>
   <translation>noch keine Anrufe</translation>
  </message>
  <message>
   <source>no client</source>
   <translation>kein Auftraggeber</translation>
  </message>
  <message>
   <source>no common calling hour</source>
   <translation>keine gemeinsame Anrufzeit</translation>
  </message>
  <message>
   <source>no day</source>
   <translation>kein Tag</translation>
  </message>
  <message>
   <source>no end</source>
   <translation>kein Ende</translation>
  </message>
  <message>
   <source>no instant in UTC</source>
   <translation>kein Zeitpunkt in UTC</translation>
  </message>
  <message>
   <source>no longer needed</source>
   <comment>telling sales</comment>
   <translation>nicht mehr nötig</translation>
  </message>
  <message>
   <source>no message</source>
   <translation>keine Nachricht</translation>
  </message>
  <message>
   <source>no number</source>
   <translation>keine Zahl</translation>
  </message>
  <message>
   <source>no reason is given</source>
   <translation>ohne Angabe von Gründen</translation>
  </message>
  <message>
   <source>no text, or a zero character or half a character in it</source>
   <translation>kein Text, oder mit einem Nullzeichen oder halben Zeichen</translation>
  </message>
  <message>
   <source>no whole number from -2,147,483,648 to 2,147,483,647</source>
   <translation>keine ganze Zahl von -2.147.483.648 bis 2.147.483.647</translation>
  </message>
  <message>
   <source>no working day after today</source>
   <translation>kein Arbeitstag nach heute</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>niemand</translation>
  </message>
  <message>
   <source>nobody can be called</source>
   <translation>niemand kann angerufen werden</translation>
  </message>
  <message>
   <source>nobody is on do not call</source>
   <translation>niemand auf der Sperrliste</translation>
  </message>
  <message>
   <source>nobody was called like this yet</source>
   <translation>so wurde noch niemand angerufen</translation>
  </message>
  <message>
   <source>nobody was called yet</source>
   <translation>noch niemand angerufen</translation>
  </message>
  <message>
   <source>nobody was reached yet</source>
   <translation>noch niemand erreicht</translation>
  </message>
  <message>
   <source>none</source>
   <comment>hours</comment>
   <translation>keine</translation>
  </message>
  <message>
   <source>none</source>
   <comment>parts of a script</comment>
   <translation>keine</translation>
  </message>
  <message>
   <source>none</source>
   <comment>points</comment>
   <translation>keine</translation>
  </message>
  <message>
   <source>none is with sales yet</source>
   <translation>noch keiner beim Vertrieb</translation>
  </message>
  <message>
   <source>none of these holds</source>
   <translation>keine davon gilt</translation>
  </message>
  <message>
   <source>none of: {parts}</source>
   <translation>nichts davon: {parts}</translation>
  </message>
  <message>
   <source>none waits for an answer</source>
   <translation>keiner wartet auf Antwort</translation>
  </message>
  <message>
   <source>none waits for hand-off</source>
   <translation>keiner wartet auf Übergabe</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
  <message>
   <source>not a fit</source>
   <translation>passt nicht</translation>
  </message>
  <message>
   <source>not a fit when</source>
   <translation>passt nicht bei</translation>
  </message>
  <message>
   <source>not a fit when {rule}</source>
   <translation>passt nicht bei: {rule}</translation>
  </message>
  <message>
   <source>not a yes</source>
   <translation>kein Ja</translation>
  </message>
  <message>
   <source>not all of these hold</source>
   <translation>nicht alle davon gelten</translation>
  </message>
  <message>
   <source>not as it stands</source>
   <translation>so noch nicht</translation>
  </message>
  <message>
   <source>not confirmed yet</source>
   <translation>noch nicht bestätigt</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>nicht gezählt</translation>
  </message>
  <message>
   <source>not handed off</source>
   <translation>nicht übergeben</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>nicht installiert</translation>
  </message>
  <message>
   <source>not kept</source>
   <comment>answers</comment>
   <translation>nicht festgehalten</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>unbekannt</translation>
  </message>
  <message numerus="yes">
   <source>not known for {n:,} leads</source>
   <extracomment>One: not known for {n:,} lead</extracomment>
   <translation>
    <numerusform>bei {n:,} Lead nicht bekannt</numerusform>
    <numerusform>bei {n:,} Leads nicht bekannt</numerusform>
   </translation>
  </message>
  <message>
   <source>not on duty now</source>
   <translation>gerade nicht im Dienst</translation>
  </message>
  <message>
   <source>not sent</source>
   <comment>telling sales</comment>
   <translation>nicht gesendet</translation>
  </message>
  <message>
   <source>not signed yet</source>
   <translation>noch nicht unterzeichnet</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>nicht vorhanden</translation>
  </message>
  <message>
   <source>not ticked</source>
   <translation>nicht angehakt</translation>
  </message>
  <message>
   <source>not to be called by law</source>
   <translation>per Gesetz nicht anrufbar</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>not {rule}</source>
   <translation>nicht {rule}</translation>
  </message>
  <message>
   <source>not: {part}</source>
   <translation>nicht: {part}</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>nothing is known</source>
   <translation>nichts ist bekannt</translation>
  </message>
  <message>
   <source>nothing is left to ask</source>
   <translation>es gibt nichts mehr zu fragen</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>noch nichts</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>now open to anyone</source>
   <translation>jetzt für alle frei</translation>
  </message>
  <message>
   <source>number</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>number</source>
   <comment>kind of question</comment>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>number ends {digits}</source>
   <translation>Nummer endet auf {digits}</translation>
  </message>
  <message>
   <source>number keys 1 to 9, in this order</source>
   <translation>Zifferntasten 1 bis 9, in dieser Reihenfolge</translation>
  </message>
  <message>
   <source>number of the try</source>
   <translation>Nummer des Versuchs</translation>
  </message>
  <message>
   <source>numbers</source>
   <translation>Nummern</translation>
  </message>
  <message>
   <source>numbers of do-not-call lists</source>
   <translation>Nummern auf Sperrlisten</translation>
  </message>
  <message>
   <source>numbers one digit apart</source>
   <translation>Nummern mit einer anderen Ziffer</translation>
  </message>
  <message>
   <source>nurture</source>
   <translation>Nurturing</translation>
  </message>
  <message>
   <source>of a newer version</source>
   <translation>einer neueren Version</translation>
  </message>
  <message>
   <source>of it calls {amount}, {time}</source>
   <translation>davon Anrufe {amount}, {time}</translation>
  </message>
  <message>
   <source>of the day</source>
   <translation>des Tages</translation>
  </message>
  <message>
   <source>of {of:,}</source>
   <translation>von {of:,}</translation>
  </message>
  <message>
   <source>of {of:,} answered</source>
   <translation>von {of:,} beantworteten</translation>
  </message>
  <message>
   <source>of {of:,} called</source>
   <translation>von {of:,} angerufenen</translation>
  </message>
  <message>
   <source>of {of:,} reached</source>
   <translation>von {of:,} erreichten</translation>
  </message>
  <message>
   <source>often free</source>
   <translation>oft frei</translation>
  </message>
  <message>
   <source>on duty now</source>
   <translation>gerade im Dienst</translation>
  </message>
  <message>
   <source>on their own clock</source>
   <translation>Uhr Ortszeit</translation>
  </message>
  <message>
   <source>one more try {when}</source>
   <translation>noch ein Versuch {when}</translation>
  </message>
  <message>
   <source>one of the group “{group}”: the best of them counts, once</source>
   <translation>aus der Gruppe „{group}“: Das beste davon zählt, einmal</translation>
  </message>
  <message>
   <source>one of “{group}”</source>
   <translation>eines aus „{group}“</translation>
  </message>
  <message>
   <source>only {values}</source>
   <translation>nur {values}</translation>
  </message>
  <message>
   <source>open</source>
   <translation>öffnen</translation>
  </message>
  <message>
   <source>open</source>
   <comment>state</comment>
   <translation>offen</translation>
  </message>
  <message>
   <source>order of the answers</source>
   <translation>Reihenfolge der Antworten</translation>
  </message>
  <message>
   <source>our company</source>
   <translation>unser Unternehmen</translation>
  </message>
  <message>
   <source>out of service</source>
   <translation>nicht vergeben</translation>
  </message>
  <message>
   <source>out of tries</source>
   <translation>ohne weitere Versuche</translation>
  </message>
  <message>
   <source>outcome “{code}”</source>
   <translation>Ergebnis „{code}“</translation>
  </message>
  <message>
   <source>outside calling hours</source>
   <translation>außerhalb der Anrufzeiten</translation>
  </message>
  <message>
   <source>outside calling hours elsewhere</source>
   <translation>anderswo außerhalb der Anrufzeiten</translation>
  </message>
  <message>
   <source>outside calling hours in {place}</source>
   <translation>außerhalb der Anrufzeiten in {place}</translation>
  </message>
  <message>
   <source>over {share:.0%}</source>
   <translation>über {share:.0%}</translation>
  </message>
  <message>
   <source>packs an hour</source>
   <translation>Packungen pro Stunde</translation>
  </message>
  <message>
   <source>part of the day</source>
   <translation>Tageszeit</translation>
  </message>
  <message>
   <source>past their window</source>
   <translation>nach Ende der Frist</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>people</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>people of whom neither is known</source>
   <translation>Personen, bei denen beides offen ist</translation>
  </message>
  <message>
   <source>people, companies, numbers, commands</source>
   <translation>Personen, Unternehmen, Nummern, Befehle</translation>
  </message>
  <message>
   <source>period</source>
   <comment>kind of question</comment>
   <translation>Zeitraum</translation>
  </message>
  <message>
   <source>person</source>
   <comment>kind of question</comment>
   <translation>Person</translation>
  </message>
  <message>
   <source>pick a reason</source>
   <translation>Grund wählen</translation>
  </message>
  <message>
   <source>pick a time</source>
   <translation>Zeit wählen</translation>
  </message>
  <message>
   <source>plus</source>
   <comment>key</comment>
   <translation>plus</translation>
  </message>
  <message>
   <source>points needed</source>
   <translation>nötige Punkte</translation>
  </message>
  <message>
   <source>points of {most}.</source>
   <translation>von {most} Punkten.</translation>
  </message>
  <message>
   <source>points, {points} needed</source>
   <translation>Punkte, {points} nötig</translation>
  </message>
  <message>
   <source>points, {threshold} needed</source>
   <translation>Punkte, {threshold} nötig</translation>
  </message>
  <message>
   <source>promised a call back by someone else</source>
   <translation>mit Rückruf durch jemand anderes</translation>
  </message>
  <message>
   <source>promised a call back later</source>
   <translation>mit späterem Rückruf</translation>
  </message>
  <message>
   <source>promised {day}, {at:%H:%M}</source>
   <translation>zugesagt {day}, {at:%H:%M}</translation>
  </message>
  <message>
   <source>purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>qualdesk has this workspace open already, but its window does not answer. Close it first, then start again.</source>
   <translation>Dieser Arbeitsbereich ist schon in qualdesk offen, aber das Fenster antwortet nicht. Schließen Sie es und starten Sie dann noch einmal.</translation>
  </message>
  <message>
   <source>qualdesk is free software under the MIT licence. It sends nothing to anybody.</source>
   <translation>qualdesk ist freie Software unter der MIT-Lizenz. Es sendet niemandem etwas.</translation>
  </message>
  <message>
   <source>qualdesk {needs} works in this workspace, and you have {own}, which would do harm beside it. Install {needs} or a newer one, then open it again. Nothing was changed.</source>
   <translation>qualdesk {needs} arbeitet in diesem Arbeitsbereich, und Sie haben {own}; das würde daneben Schaden anrichten. Installieren Sie {needs} oder neuer, und öffnen Sie ihn dann wieder. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>qualdesk {version}, Qt {qt}, Python {python}, {system} {release}</source>
   <translation>qualdesk {version}, Qt {qt}, Python {python}, {system} {release}</translation>
  </message>
  <message>
   <source>qualified conversations in 100 caller hours</source>
   <translation>qualifizierte Gespräche in 100 Caller-Stunden</translation>
  </message>
  <message>
   <source>question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>read</source>
   <comment>kind of question</comment>
   <translation>vorlesen</translation>
  </message>
  <message>
   <source>read aloud</source>
   <translation>vorgelesen</translation>
  </message>
  <message>
   <source>read aloud for {source}</source>
   <translation>vorgelesen für {source}</translation>
  </message>
  <message>
   <source>resting between tries</source>
   <translation>in der Pause zwischen Versuchen</translation>
  </message>
  <message>
   <source>right to object</source>
   <translation>Widerspruchsrecht</translation>
  </message>
  <message>
   <source>role</source>
   <comment>of a person</comment>
   <translation>Funktion</translation>
  </message>
  <message>
   <source>row {number}</source>
   <translation>Zeile {number}</translation>
  </message>
  <message>
   <source>rows of lists</source>
   <translation>Zeilen von Listen</translation>
  </message>
  <message>
   <source>rules out</source>
   <translation>schließt aus</translation>
  </message>
  <message>
   <source>said in the list</source>
   <translation>laut Liste</translation>
  </message>
  <message>
   <source>sales</source>
   <translation>den Vertrieb</translation>
  </message>
  <message>
   <source>sales alone</source>
   <translation>nur der Vertrieb</translation>
  </message>
  <message>
   <source>sales took</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>same</source>
   <translation>gleich</translation>
  </message>
  <message>
   <source>second {field}</source>
   <translation>zweites Feld „{field}“</translation>
  </message>
  <message>
   <source>sent</source>
   <comment>telling sales</comment>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>sent back</source>
   <translation>zurückgegeben</translation>
  </message>
  <message>
   <source>sent back {day}</source>
   <translation>zurückgegeben {day}</translation>
  </message>
  <message>
   <source>several</source>
   <comment>kind of question</comment>
   <translation>mehrere</translation>
  </message>
  <message>
   <source>shipped with the program</source>
   <translation>mit dem Programm geliefert</translation>
  </message>
  <message>
   <source>shown with this question</source>
   <translation>wird mit dieser Frage gezeigt</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>unterzeichnet</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>seit {day}</translation>
  </message>
  <message>
   <source>somebody else</source>
   <translation>jemand anderem</translation>
  </message>
  <message>
   <source>somebody who was erased</source>
   <translation>jemand Gelöschtes</translation>
  </message>
  <message>
   <source>somebody without a name</source>
   <translation>jemanden ohne Namen</translation>
  </message>
  <message>
   <source>someone else</source>
   <translation>jemand anderes</translation>
  </message>
  <message>
   <source>something is wrong</source>
   <translation>etwas stimmt nicht</translation>
  </message>
  <message>
   <source>source</source>
   <translation>Herkunft der Daten</translation>
  </message>
  <message>
   <source>spoken to before</source>
   <translation>schon einmal gesprochen</translation>
  </message>
  <message>
   <source>stands at no place there is</source>
   <translation>hat keinen Stand, den es gibt</translation>
  </message>
  <message>
   <source>stands for</source>
   <translation>steht für</translation>
  </message>
  <message>
   <source>step {at} of {steps}, {title}</source>
   <translation>Schritt {at} von {steps}, {title}</translation>
  </message>
  <message>
   <source>take the call</source>
   <translation>Anruf annehmen</translation>
  </message>
  <message>
   <source>taken</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>taken out</source>
   <translation>entfernt</translation>
  </message>
  <message>
   <source>taken {day}</source>
   <translation>angenommen {day}</translation>
  </message>
  <message>
   <source>that they were called and how it ended, and fingerprints that stop all calls</source>
   <translation>dass angerufen wurde und wie es endete, und Fingerabdrücke, die alle Anrufe verhindern</translation>
  </message>
  <message>
   <source>the Netherlands</source>
   <comment>behind in</comment>
   <translation>den Niederlanden</translation>
  </message>
  <message>
   <source>the Philippines</source>
   <comment>behind in</comment>
   <translation>den Philippinen</translation>
  </message>
  <message>
   <source>the United Arab Emirates</source>
   <comment>behind in</comment>
   <translation>den Vereinigten Arabischen Emiraten</translation>
  </message>
  <message>
   <source>the United Kingdom</source>
   <comment>behind in</comment>
   <translation>Großbritannien</translation>
  </message>
  <message>
   <source>the United States</source>
   <comment>behind in</comment>
   <translation>den USA</translation>
  </message>
  <message>
   <source>the answer is changed</source>
   <translation>die Antwort wird geändert</translation>
  </message>
  <message>
   <source>the answer stands</source>
   <translation>die Antwort gilt</translation>
  </message>
  <message>
   <source>the end of the file</source>
   <translation>Ende der Datei</translation>
  </message>
  <message>
   <source>the headings again</source>
   <translation>noch einmal die Überschriften</translation>
  </message>
  <message>
   <source>the queue</source>
   <translation>die Warteschlange</translation>
  </message>
  <message>
   <source>the same company</source>
   <translation>dasselbe Unternehmen</translation>
  </message>
  <message>
   <source>the same e-mail</source>
   <translation>dieselbe E-Mail-Adresse</translation>
  </message>
  <message>
   <source>the same for every lead</source>
   <translation>bei jedem Lead gleich</translation>
  </message>
  <message>
   <source>the same number</source>
   <translation>dieselbe Nummer</translation>
  </message>
  <message>
   <source>the same on {agreed} of {n}, always with the same answer: cannot be told from chance</source>
   <translation>gleich bei {agreed} von {n}, immer mit derselben Antwort: nicht von Zufall zu unterscheiden</translation>
  </message>
  <message>
   <source>the same on {agreed} of {n}, kappa {kappa:.2f} ({low:.2f} to {high:.2f})</source>
   <translation>gleich bei {agreed} von {n}, Kappa {kappa:.2f} ({low:.2f} bis {high:.2f})</translation>
  </message>
  <message>
   <source>the same postcode</source>
   <translation>dieselbe Postleitzahl</translation>
  </message>
  <message>
   <source>the same town</source>
   <translation>derselbe Ort</translation>
  </message>
  <message>
   <source>the time between two tries</source>
   <translation>die Zeit zwischen zwei Versuchen</translation>
  </message>
  <message>
   <source>the usual calling hours</source>
   <translation>die üblichen Anrufzeiten</translation>
  </message>
  <message>
   <source>the whole list</source>
   <translation>die ganze Liste</translation>
  </message>
  <message>
   <source>the window is closed</source>
   <translation>die Frist ist abgelaufen</translation>
  </message>
  <message>
   <source>the window is not open yet</source>
   <translation>die Frist hat noch nicht begonnen</translation>
  </message>
  <message>
   <source>the workspace is damaged.</source>
   <translation>der Arbeitsbereich ist beschädigt.</translation>
  </message>
  <message>
   <source>their company</source>
   <translation>ihr Unternehmen</translation>
  </message>
  <message>
   <source>their consent</source>
   <translation>ihre Einwilligung</translation>
  </message>
  <message>
   <source>their own words</source>
   <translation>im Wortlaut</translation>
  </message>
  <message>
   <source>their title</source>
   <translation>ihre Funktion</translation>
  </message>
  <message>
   <source>their town</source>
   <translation>ihr Ort</translation>
  </message>
  <message>
   <source>there</source>
   <translation>vorhanden</translation>
  </message>
  <message>
   <source>there is no workspace in its place.</source>
   <translation>an seiner Stelle ist kein Arbeitsbereich.</translation>
  </message>
  <message>
   <source>things they did</source>
   <translation>Kontaktpunkte</translation>
  </message>
  <message>
   <source>third {field}</source>
   <translation>drittes Feld „{field}“</translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>dieser Computer</translation>
  </message>
  <message>
   <source>thu half past ten</source>
   <translation>do halb elf</translation>
  </message>
  <message>
   <source>ticked</source>
   <translation>angehakt</translation>
  </message>
  <message>
   <source>time</source>
   <comment>kind of question</comment>
   <translation>Termin</translation>
  </message>
  <message>
   <source>to call again {day}, {at:%H:%M}</source>
   <translation>erneut anrufen {day}, {at:%H:%M}</translation>
  </message>
  <message>
   <source>to hand-off</source>
   <translation>zur Übergabe</translation>
  </message>
  <message>
   <source>to research first</source>
   <translation>erst zur Nachforschung</translation>
  </message>
  <message>
   <source>to your supervisor</source>
   <translation>an Ihre Teamleitung</translation>
  </message>
  <message>
   <source>today</source>
   <translation>heute</translation>
  </message>
  <message>
   <source>today, {when}</source>
   <translation>heute, {when}</translation>
  </message>
  <message>
   <source>told</source>
   <comment>telling sales</comment>
   <translation>Bescheid gesagt</translation>
  </message>
  <message>
   <source>tomorrow, {when}</source>
   <translation>morgen, {when}</translation>
  </message>
  <message>
   <source>too few ({count}; {enough} needed)</source>
   <translation>zu wenige ({count}; nötig sind {enough})</translation>
  </message>
  <message>
   <source>too few to say</source>
   <translation>zu wenige Anrufe</translation>
  </message>
  <message numerus="yes">
   <source>too long for {n:,} leads</source>
   <extracomment>One: too long for {n:,} lead</extracomment>
   <translation>
    <numerusform>bei {n:,} Lead zu lang</numerusform>
    <numerusform>bei {n:,} Leads zu lang</numerusform>
   </translation>
  </message>
  <message>
   <source>tried at this time of day</source>
   <translation>zu dieser Tageszeit versucht</translation>
  </message>
  <message>
   <source>tried once</source>
   <translation>einmal versucht</translation>
  </message>
  <message>
   <source>tried twice</source>
   <translation>zweimal versucht</translation>
  </message>
  <message>
   <source>tried {n} times</source>
   <translation>{n}-mal versucht</translation>
  </message>
  <message>
   <source>tries for giveaways: {tries_to}, before: {tries_from}</source>
   <translation>Versuche bei Give-aways: {tries_to}, vorher: {tries_from}</translation>
  </message>
  <message>
   <source>tries {number}</source>
   <translation>wählt {number}</translation>
  </message>
  <message>
   <source>tries {number} {when}</source>
   <translation>wählt {number} {when}</translation>
  </message>
  <message>
   <source>two people judge it differently</source>
   <translation>zwei Personen urteilen verschieden</translation>
  </message>
  <message>
   <source>type {{ to use what was said before</source>
   <translation>{{ tippen, um vorher Gesagtes zu verwenden</translation>
  </message>
  <message>
   <source>under {share:.0%}</source>
   <translation>unter {share:.0%}</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <source>unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>until {day:%Y-%m-%d}, {time:%H:%M}</source>
   <translation>bis {day:%Y-%m-%d}, {time:%H:%M}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>bis {day}</translation>
  </message>
  <message>
   <source>until {month}</source>
   <translation>bis {month}</translation>
  </message>
  <message>
   <source>until {time:%H:%M}</source>
   <translation>bis {time:%H:%M}</translation>
  </message>
  <message>
   <source>until {until:%H:%M}</source>
   <translation>bis {until:%H:%M}</translation>
  </message>
  <message>
   <source>until {when}</source>
   <translation>bis {when}</translation>
  </message>
  <message>
   <source>updated</source>
   <translation>aktualisiert</translation>
  </message>
  <message>
   <source>version {number}</source>
   <translation>Version {number}</translation>
  </message>
  <message>
   <source>versions of definitions</source>
   <translation>Fassungen von Definitionen</translation>
  </message>
  <message>
   <source>versions of scripts</source>
   <translation>Fassungen von Leitfäden</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>waiting for a source card</source>
   <translation>ohne vollständige Angaben zur Herkunft</translation>
  </message>
  <message>
   <source>waits</source>
   <comment>telling sales</comment>
   <translation>wartet</translation>
  </message>
  <message>
   <source>waits at the team's server, which cannot be reached</source>
   <translation>wartet auf dem Server des Teams, der nicht erreichbar ist</translation>
  </message>
  <message>
   <source>wants a call</source>
   <translation>möchte einen Anruf</translation>
  </message>
  <message>
   <source>wants a call ({words})</source>
   <translation>möchte einen Anruf ({words})</translation>
  </message>
  <message>
   <source>was not a fit</source>
   <translation>war unpassend</translation>
  </message>
  <message>
   <source>was nurture</source>
   <translation>war Nurturing</translation>
  </message>
  <message>
   <source>was qualified</source>
   <translation>war qualifiziert</translation>
  </message>
  <message>
   <source>was {was}</source>
   <translation>war {was}</translation>
  </message>
  <message>
   <source>weekday</source>
   <translation>Wochentag</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>what else, in a line</source>
   <translation>was sonst, in einer Zeile</translation>
  </message>
  <message>
   <source>what is not translated is read in it</source>
   <translation>was nicht übersetzt ist, wird in ihr gelesen</translation>
  </message>
  <message>
   <source>what is still open cannot close the gap</source>
   <translation>was noch offen ist, reicht dafür nicht</translation>
  </message>
  <message>
   <source>what they did</source>
   <translation>was sie taten</translation>
  </message>
  <message>
   <source>what they did there</source>
   <translation>was sie dort taten</translation>
  </message>
  <message>
   <source>when their clock is known</source>
   <translation>sobald ihre Uhrzeit bekannt ist</translation>
  </message>
  <message>
   <source>when they are said to be in</source>
   <translation>wann sie da sein sollen</translation>
  </message>
  <message>
   <source>when they did it</source>
   <translation>wann das war</translation>
  </message>
  <message>
   <source>where they come from</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>who and why</source>
   <translation>wer und warum</translation>
  </message>
  <message>
   <source>who told us</source>
   <translation>von wem wir es wissen</translation>
  </message>
  <message>
   <source>window closes first</source>
   <translation>Frist endet vorher</translation>
  </message>
  <message>
   <source>with a draft</source>
   <translation>mit Entwurf</translation>
  </message>
  <message>
   <source>with other callers</source>
   <translation>bei anderen Callern</translation>
  </message>
  <message>
   <source>with you</source>
   <translation>bei Ihnen</translation>
  </message>
  <message>
   <source>with {labels}, and {points}</source>
   <translation>mit {labels} und {points}</translation>
  </message>
  <message>
   <source>with {names}</source>
   <translation>mit {names}</translation>
  </message>
  <message>
   <source>with {points}</source>
   <translation>mit {points}</translation>
  </message>
  <message>
   <source>without a known time zone</source>
   <translation>ohne bekannte Zeitzone</translation>
  </message>
  <message>
   <source>without a number that can be dialled</source>
   <translation>ohne wählbare Nummer</translation>
  </message>
  <message>
   <source>without a permission that still holds</source>
   <translation>ohne gültige Erlaubnis</translation>
  </message>
  <message>
   <source>without calls: {time}</source>
   <translation>ohne Anrufe: {time}</translation>
  </message>
  <message>
   <source>without {names}</source>
   <translation>ohne {names}</translation>
  </message>
  <message>
   <source>won and lost find their lead by it</source>
   <translation>daran finden Ergebnisse zum Lead zurück</translation>
  </message>
  <message>
   <source>words</source>
   <comment>kind of question</comment>
   <translation>Worte</translation>
  </message>
  <message>
   <source>words for a voicemail</source>
   <translation>Text für die Mailbox</translation>
  </message>
  <message>
   <source>would be not a fit</source>
   <translation>wäre unpassend</translation>
  </message>
  <message>
   <source>would be nurture</source>
   <translation>wäre Nurturing</translation>
  </message>
  <message>
   <source>would be qualified</source>
   <translation>wäre qualifiziert</translation>
  </message>
  <message>
   <source>write the new number</source>
   <translation>neue Nummer eintragen</translation>
  </message>
  <message>
   <source>written by somebody here</source>
   <translation>hier im Haus geschrieben</translation>
  </message>
  <message>
   <source>wrong person</source>
   <translation>falsche Person</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>yes, no</source>
   <comment>kind of question</comment>
   <translation>ja, nein</translation>
  </message>
  <message>
   <source>your call back with {name} at {at}</source>
   <translation>Ihr Rückruf bei {name}, {at}</translation>
  </message>
  <message>
   <source>yours for {time}</source>
   <translation>{time} bei Ihnen</translation>
  </message>
  <message>
   <source>yours for {time}, then back in the queue</source>
   <translation>{time} bei Ihnen, dann wieder offen</translation>
  </message>
  <message>
   <source>yours for {time}, then not reached</source>
   <translation>{time} bei Ihnen, dann nicht erreichbar</translation>
  </message>
  <message>
   <source>{address} is no e-mail address.</source>
   <translation>{address} ist keine E-Mail-Adresse.</translation>
  </message>
  <message>
   <source>{address}: did you mean {meant}?</source>
   <translation>{address}: Meinten Sie {meant}?</translation>
  </message>
  <message>
   <source>{answered} of {of}</source>
   <translation>{answered} von {of}</translation>
  </message>
  <message>
   <source>{answers} rules out</source>
   <translation>{answers} schließt aus</translation>
  </message>
  <message>
   <source>{asked}: {late} (now: {now})</source>
   <translation>{asked}: {late} (jetzt: {now})</translation>
  </message>
  <message>
   <source>{asked}: {said}</source>
   <translation>{asked}: {said}</translation>
  </message>
  <message>
   <source>{asks} {answer}</source>
   <translation>{asks} {answer}</translation>
  </message>
  <message>
   <source>{at:%H:%M} in {place}</source>
   <translation>{at:%H:%M} in {place}</translation>
  </message>
  <message>
   <source>{at:%H:%M} is outside calling hours there. Keep it only if they named it.</source>
   <translation>{at:%H:%M} liegt dort außerhalb der Anrufzeiten. Behalten Sie die Zeit nur, wenn sie dort genannt wurde.</translation>
  </message>
  <message>
   <source>{at:%d} {month} {at:%H:%M}</source>
   <translation>{at:%d}. {month} {at:%H:%M}</translation>
  </message>
  <message>
   <source>{attended} attended, {walked_in} of them walked in; {no_show} did not come, {never} never registered.</source>
   <translation>{attended} nahmen teil, davon {walked_in} ohne Anmeldung; {no_show} kamen nicht, {never} waren nie angemeldet.</translation>
  </message>
  <message>
   <source>{attended} attended; {no_show} did not come, {never} never registered.</source>
   <translation>{attended} nahmen teil; {no_show} kamen nicht, {never} waren nie angemeldet.</translation>
  </message>
  <message>
   <source>{at} has passed. Choose a later time.</source>
   <translation>{at} ist vorbei. Wählen Sie eine spätere Zeit.</translation>
  </message>
  <message>
   <source>{back} of {handed} leads of the last 30 days came back from sales ({share:.0%}).</source>
   <translation>{back} von {handed} Leads der letzten 30 Tage kamen vom Vertrieb zurück ({share:.0%}).</translation>
  </message>
  <message>
   <source>{batch} was recalled, so nothing is answered about {name} any more.</source>
   <translation>{batch} wurde zurückgerufen. Zu {name} wird nichts mehr beantwortet.</translation>
  </message>
  <message>
   <source>{before} is {after}</source>
   <translation>{before} ist {after}</translation>
  </message>
  <message>
   <source>{before} to {after}</source>
   <translation>{before} wird {after}</translation>
  </message>
  <message>
   <source>{begins:02}:00 to {ends:02}:00</source>
   <translation>{begins:02}:00 bis {ends:02}:00</translation>
  </message>
  <message>
   <source>{belief}: the shipped start value counts again</source>
   <translation>{belief}: Der mitgelieferte Startwert gilt wieder</translation>
  </message>
  <message>
   <source>{belief}: the start value is {value}</source>
   <translation>{belief}: Der Startwert ist {value}</translation>
  </message>
  <message>
   <source>{blocked} to fix and {held} held back stay here.</source>
   <translation>{blocked} zu klären und {held} zurückgestellt: Sie bleiben hier.</translation>
  </message>
  <message>
   <source>{by} was to find out: {asked}</source>
   <translation>{by} sollte herausfinden: {asked}</translation>
  </message>
  <message>
   <source>{by} was to look them up</source>
   <translation>{by} sollte nachforschen</translation>
  </message>
  <message>
   <source>{called} of {leads} called</source>
   <translation>{called} von {leads} angerufen</translation>
  </message>
  <message numerus="yes">
   <source>{callers} callers are in calls with version {version}.</source>
   <extracomment>One: One caller is in a call with version {version}.</extracomment>
   <translation>
    <numerusform>Ein Caller ist mit Version {version} im Gespräch.</numerusform>
    <numerusform>{callers} Caller sind mit Version {version} im Gespräch.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{callers} callers finish their call with version {version}.</source>
   <extracomment>One: One caller finishes their call with version {version}.</extracomment>
   <translation>
    <numerusform>Ein Caller beendet das Gespräch noch mit Version {version}.</numerusform>
    <numerusform>{callers} Caller beenden ihr Gespräch noch mit Version {version}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{caller} calls as before, from the next lead.</source>
   <translation>{caller} ruft ab dem nächsten Lead wieder wie zuvor an.</translation>
  </message>
  <message>
   <source>{caller} calls for “{campaign}” already.</source>
   <translation>{caller} ruft schon für „{campaign}“ an.</translation>
  </message>
  <message>
   <source>{caller} calls for “{campaign}” from the next lead.</source>
   <translation>{caller} ruft ab dem nächsten Lead für „{campaign}“ an.</translation>
  </message>
  <message>
   <source>{caller} is loading this list now. Stop it there first.</source>
   <translation>{caller} liest diese Liste gerade ein. Halten Sie das dort erst an.</translation>
  </message>
  <message>
   <source>{caller} is offered this lead next.</source>
   <translation>{caller} bekommt diesen Lead als nächsten.</translation>
  </message>
  <message>
   <source>{caller} keeps the promise to {name} at {at}.</source>
   <translation>{caller} hält die Zusage an {name}: {at}.</translation>
  </message>
  <message>
   <source>{caller} promised a call back</source>
   <translation>{caller} hat einen Rückruf zugesagt</translation>
  </message>
  <message>
   <source>{caller} spoke with their colleague {colleague} on {day}.</source>
   <translation>{caller} hat am {day} mit {colleague} aus demselben Unternehmen gesprochen.</translation>
  </message>
  <message>
   <source>{caller} spoke with their colleague {colleague} today.</source>
   <translation>{caller} hat heute mit {colleague} aus demselben Unternehmen gesprochen.</translation>
  </message>
  <message>
   <source>{caller} spoke with {colleague} on {day}.</source>
   <translation>{caller} hat am {day} mit {colleague} gesprochen.</translation>
  </message>
  <message>
   <source>{caller} spoke with {colleague} today.</source>
   <translation>{caller} hat heute mit {colleague} gesprochen.</translation>
  </message>
  <message>
   <source>{caller} undid this list on {day}.</source>
   <translation>{caller} hat diese Liste am {day} rückgängig gemacht.</translation>
  </message>
  <message>
   <source>{caller} was shown {taken:,} of {allowed:,} leads an hour by {at}.</source>
   <translation>{caller} hat bis {at} {taken:,} von {allowed:,} Leads pro Stunde angezeigt bekommen.</translation>
  </message>
  <message>
   <source>{caller} was shown {taken:,} of {allowed:,} leads in 24 hours by {at}.</source>
   <translation>{caller} hat bis {at} {taken:,} von {allowed:,} Leads in 24 Stunden angezeigt bekommen.</translation>
  </message>
  <message>
   <source>{campaign} has no leads yet</source>
   <translation>{campaign} hat noch keine Leads</translation>
  </message>
  <message>
   <source>{campaign}, {client}</source>
   <translation>{campaign}, {client}</translation>
  </message>
  <message>
   <source>{campaign}: giveaways come last</source>
   <translation>{campaign}: Give-aways kommen zuletzt</translation>
  </message>
  <message>
   <source>{campaign}: giveaways stand where their chances put them</source>
   <translation>{campaign}: Give-aways stehen, wo ihre Chancen sie hinstellen</translation>
  </message>
  <message>
   <source>{cases} cases, judged by {names}</source>
   <translation>{cases} Fälle, beurteilt von {names}</translation>
  </message>
  <message>
   <source>{cases} cases, nobody has begun. Two people judge them.</source>
   <translation>{cases} Fälle, noch nicht begonnen. Zwei Personen beurteilen sie.</translation>
  </message>
  <message>
   <source>{change}: then all can be finished.</source>
   <translation>{change}: Dann ist alles zu schaffen.</translation>
  </message>
  <message numerus="yes">
   <source>{change}: then {n:,} leads are left.</source>
   <extracomment>One: {change}: then {n:,} lead is left.</extracomment>
   <translation>
    <numerusform>{change}: Dann bleibt {n:,} Lead übrig.</numerusform>
    <numerusform>{change}: Dann bleiben {n:,} Leads übrig.</numerusform>
   </translation>
  </message>
  <message>
   <source>{choose_person} chooses who gets it, {hold_back} holds it back, {edit_line} edits its line.</source>
   <translation>{choose_person} wählt den Empfänger, {hold_back} stellt zurück, {edit_line} ändert die Zeile.</translation>
  </message>
  <message>
   <source>{company} has another owner in row {row}. Keep one of the two.</source>
   <translation>{company} hat in Zeile {row} einen anderen Betreuer. Behalten Sie einen von beiden.</translation>
  </message>
  <message>
   <source>{count:+} from {day}</source>
   <translation>{count:+} ab {day}</translation>
  </message>
  <message>
   <source>{count:,} cannot be read</source>
   <translation>{count:,} nicht lesbar</translation>
  </message>
  <message>
   <source>{count:,} fewer to hand off</source>
   <translation>{count:,} weniger zu übergeben</translation>
  </message>
  <message>
   <source>{count:,} more to hand off</source>
   <translation>{count:,} mehr zu übergeben</translation>
  </message>
  <message>
   <source>{count:,} with lost digits</source>
   <translation>{count:,} mit verlorenen Ziffern</translation>
  </message>
  <message>
   <source>{count:,} without area code</source>
   <translation>{count:,} ohne Vorwahl</translation>
  </message>
  <message>
   <source>{count:,} {standing}</source>
   <translation>{standing}: {count:,}</translation>
  </message>
  <message>
   <source>{country} is the country of this campaign.</source>
   <translation>{country} ist das Land dieser Kampagne.</translation>
  </message>
  <message>
   <source>{country}. Enter takes it.</source>
   <translation>{country}. Enter übernimmt es.</translation>
  </message>
  <message>
   <source>{count} days</source>
   <translation>{count} Tage</translation>
  </message>
  <message>
   <source>{count} found in {time} ms</source>
   <translation>{count} gefunden in {time} ms</translation>
  </message>
  <message>
   <source>{count} h</source>
   <translation>{count} Std.</translation>
  </message>
  <message>
   <source>{count} left today</source>
   <translation>heute noch {count}</translation>
  </message>
  <message>
   <source>{count} min</source>
   <translation>{count} Min.</translation>
  </message>
  <message>
   <source>{count} must-haves are open: {names}.</source>
   <translation>{count} Muss-Kriterien sind offen: {names}.</translation>
  </message>
  <message>
   <source>{criterion}: two people judged this alike in {alike} of {all}, always the same way: whether by chance cannot be told.</source>
   <translation>{criterion}: Zwei Personen urteilten in {alike} von {all} Fällen gleich, immer auf dieselbe Art: Ob aus Zufall, lässt sich nicht sagen.</translation>
  </message>
  <message>
   <source>{criterion}: two people judged this alike in {alike} of {all}.</source>
   <translation>{criterion}: Zwei Personen urteilten in {alike} von {all} Fällen gleich.</translation>
  </message>
  <message>
   <source>{criterion}: two people judged this alike in {alike} of {all}; kappa {kappa:.2f} ({low:.2f} to {high:.2f}).</source>
   <translation>{criterion}: Zwei Personen urteilten in {alike} von {all} Fällen gleich; Kappa {kappa:.2f} ({low:.2f} bis {high:.2f}).</translation>
  </message>
  <message>
   <source>{criterion}: two people judged this alike in {alike} of {all}; kappa {kappa:.2f} ({low:.2f} to {high:.2f}): poor, make the answers plainer.</source>
   <translation>{criterion}: Zwei Personen urteilten in {alike} von {all} Fällen gleich; Kappa {kappa:.2f} ({low:.2f} bis {high:.2f}): schwach, machen Sie die Antworten eindeutiger.</translation>
  </message>
  <message>
   <source>{crm} does not know “{value}” as “{heading}”. It knows: {allowed}.</source>
   <translation>{crm} kennt „{value}“ nicht als „{heading}“. Es kennt: {allowed}.</translation>
  </message>
  <message>
   <source>{crm} needs one of these: {headings}.</source>
   <translation>{crm} braucht eines davon: {headings}.</translation>
  </message>
  <message>
   <source>{crm} needs “{heading}”.</source>
   <translation>{crm} braucht „{heading}“.</translation>
  </message>
  <message>
   <source>{days} days late</source>
   <translation>{days} Tage überfällig</translation>
  </message>
  <message>
   <source>{days} days, as somebody wrote it by hand.</source>
   <translation>{days} Tage, wie es jemand von Hand eintrug.</translation>
  </message>
  <message>
   <source>{days} {begins:%H:%M} to {ends:%H:%M}</source>
   <translation>{days} {begins:%H:%M} bis {ends:%H:%M}</translation>
  </message>
  <message>
   <source>{days}, {opens} to {closes} on their own clock</source>
   <translation>{days}, {opens} bis {closes} Uhr Ortszeit</translation>
  </message>
  <message>
   <source>{day} has passed for them. Choose a later day.</source>
   <translation>{day} ist dort schon vorbei. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>{day} has passed. Choose a later day to answer by.</source>
   <translation>{day} ist vorbei. Wählen Sie einen späteren Tag für die Antwort.</translation>
  </message>
  <message>
   <source>{day} has passed. Choose a later day.</source>
   <translation>{day} ist vorbei. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>{day} is another weekday.</source>
   <translation>{day} ist ein anderer Wochentag.</translation>
  </message>
  <message>
   <source>{day} is not ahead. Choose a later day.</source>
   <translation>{day} liegt nicht in der Zukunft. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>{day} is still to come. A report is made of today, or of a day before it.</source>
   <translation>{day} liegt in der Zukunft. Ein Bericht ist von heute oder von einem Tag davor.</translation>
  </message>
  <message>
   <source>{day} is there twice. Keep one of the two.</source>
   <translation>{day} steht zweimal da. Behalten Sie eine der beiden Angaben.</translation>
  </message>
  <message>
   <source>{day} {month}</source>
   <translation>{day}. {month}</translation>
  </message>
  <message>
   <source>{day} {month} {year}</source>
   <translation>{day}. {month} {year}</translation>
  </message>
  <message>
   <source>{day} {year}</source>
   <translation>{day} {year}</translation>
  </message>
  <message>
   <source>{day} {year} at {at:%H:%M} in {place}</source>
   <translation>{day} {year} um {at:%H:%M} in {place}</translation>
  </message>
  <message>
   <source>{day} {year}, {time:%H:%M}</source>
   <translation>{day} {year}, {time:%H:%M}</translation>
  </message>
  <message>
   <source>{day}, when fewer answer</source>
   <translation>{day}, da nehmen weniger ab</translation>
  </message>
  <message>
   <source>{day}, when more answer</source>
   <translation>{day}, da nehmen mehr ab</translation>
  </message>
  <message>
   <source>{day}, {time:%H:%M}</source>
   <translation>{day}, {time:%H:%M}</translation>
  </message>
  <message>
   <source>{day}, {time:%H:%M} has passed.</source>
   <translation>{day}, {time:%H:%M} ist vorbei.</translation>
  </message>
  <message>
   <source>{day}: {what}.</source>
   <translation>{day}: {what}.</translation>
  </message>
  <message numerus="yes">
   <source>{done:,} of {n:,} rows</source>
   <extracomment>One: {done:,} of {n:,} row</extracomment>
   <translation>
    <numerusform>{done:,} von {n:,} Zeile</numerusform>
    <numerusform>{done:,} von {n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>{done:,} of {of:,} leads looked at</source>
   <translation>{done:,} von {of:,} Leads angesehen</translation>
  </message>
  <message>
   <source>{due} to look up</source>
   <translation>{due} zu prüfen</translation>
  </message>
  <message>
   <source>{due}: it is being made.</source>
   <translation>{due}: wird gerade erstellt.</translation>
  </message>
  <message>
   <source>{due}: {files} written.</source>
   <translation>{due}: {files} geschrieben.</translation>
  </message>
  <message>
   <source>{due}: {why} It is not tried again.</source>
   <translation>{due}: {why} Es folgt kein weiterer Versuch.</translation>
  </message>
  <message>
   <source>{due}: {why} The next try is at {time}.</source>
   <translation>{due}: {why} Der nächste Versuch ist um {time}.</translation>
  </message>
  <message>
   <source>{email} is no e-mail address. Check it, or leave it out.</source>
   <translation>{email} ist keine E-Mail-Adresse. Prüfen Sie sie oder lassen Sie sie weg.</translation>
  </message>
  <message>
   <source>{example} can be read in two ways</source>
   <translation>{example} ist auf zwei Arten lesbar</translation>
  </message>
  <message>
   <source>{example} is {day} {month}.</source>
   <translation>{example} ist der {day}. {month}.</translation>
  </message>
  <message>
   <source>{factor:.2f} times</source>
   <translation>{factor:.2f}×</translation>
  </message>
  <message>
   <source>{file} can no longer be reached: its drive or the network is gone. Connect it, and load the list again.</source>
   <translation>{file} ist nicht mehr erreichbar: Laufwerk oder Netz ist weg. Verbinden Sie es und lesen Sie die Liste noch einmal ein.</translation>
  </message>
  <message>
   <source>{file} cannot be read ({why}). Copy it to this computer and load that.</source>
   <translation>{file} ist nicht lesbar ({why}). Kopieren Sie die Datei auf diesen Computer und lesen Sie die Kopie ein.</translation>
  </message>
  <message>
   <source>{file} cannot be read as a CRM's table.</source>
   <translation>{file} lässt sich nicht als Tabelle eines CRM lesen.</translation>
  </message>
  <message>
   <source>{file} cannot be read as a list of outcomes.</source>
   <translation>{file} lässt sich nicht als Liste von Ergebnissen lesen.</translation>
  </message>
  <message>
   <source>{file} cannot be read as an answer sheet or page of ours. {why}</source>
   <translation>{file} ist als Antwortblatt oder Antwortseite von uns nicht lesbar. {why}</translation>
  </message>
  <message>
   <source>{file} cannot be read as beliefs.</source>
   <translation>{file} lässt sich nicht als Annahmen lesen.</translation>
  </message>
  <message>
   <source>{file} cannot be read as calling rules.</source>
   <translation>{file} lässt sich nicht als Anrufregeln lesen.</translation>
  </message>
  <message>
   <source>{file} cannot be written there. Choose another folder.</source>
   <translation>{file} kann dort nicht geschrieben werden. Bitte einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>{file} cannot be written: it is open elsewhere, or you may not write there.</source>
   <translation>{file} kann nicht geschrieben werden: Die Datei ist anderswo geöffnet, oder Sie dürfen dort nicht schreiben.</translation>
  </message>
  <message>
   <source>{file} cannot be written: {why}.</source>
   <translation>{file} kann nicht geschrieben werden: {why}.</translation>
  </message>
  <message>
   <source>{file} could not be written. Close it where it is open, or choose another folder.</source>
   <translation>{file} konnte nicht geschrieben werden. Schließen Sie die Datei, wo sie offen ist, oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{file} has this id already.</source>
   <translation>{file} hat diese Kennung schon.</translation>
  </message>
  <message>
   <source>{file} is a browser's archive, which leaves the answers out. Ask sales to save the page with its own button.</source>
   <translation>{file} ist ein Archiv des Browsers, in dem die Antworten fehlen. Bitten Sie den Vertrieb, die Seite mit ihrem eigenen Knopf zu speichern.</translation>
  </message>
  <message>
   <source>{file} is a file, not a folder. Choose a folder.</source>
   <translation>{file} ist eine Datei, kein Ordner. Wählen Sie einen Ordner.</translation>
  </message>
  <message>
   <source>{file} is a web page without answers in it. Use the file answers.html that came with the batch, and save it with its own button.</source>
   <translation>{file} ist eine Webseite ohne Antworten. Nehmen Sie die Datei answers.html aus dem Paket, und speichern Sie sie mit dem Knopf auf der Seite.</translation>
  </message>
  <message>
   <source>{file} is being read.</source>
   <translation>{file} wird eingelesen.</translation>
  </message>
  <message>
   <source>{file} is encrypted, and what opens it is not installed. Install it with: pip install "qualdesk[encrypted]". Nothing was changed.</source>
   <translation>{file} ist verschlüsselt, und was sie öffnet, ist nicht installiert. Installieren Sie es mit: pip install "qualdesk[encrypted]". Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>{file} is encrypted. Another passphrase: --new-passphrase</source>
   <translation>{file} ist verschlüsselt. Eine andere Passphrase: --new-passphrase</translation>
  </message>
  <message>
   <source>{file} is loaded already, as “{loaded}”. Undo that first to load it again.</source>
   <translation>{file} ist schon eingelesen, als „{loaded}“. Machen Sie das erst rückgängig.</translation>
  </message>
  <message>
   <source>{file} is no practice call.</source>
   <translation>{file} ist kein Übungsanruf.</translation>
  </message>
  <message>
   <source>{file} is not a qualdesk workspace. Nothing was changed. Choose another file.</source>
   <translation>{file} ist kein qualdesk-Arbeitsbereich. Nichts wurde geändert. Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{file} is not an answer sheet or page of ours. Use answers.xlsx or answers.html that came with the batch.</source>
   <translation>{file} ist kein Antwortblatt und keine Antwortseite von uns. Nehmen Sie answers.xlsx oder answers.html aus dem Paket.</translation>
  </message>
  <message>
   <source>{file} is not encrypted. Nothing was changed.</source>
   <translation>{file} ist nicht verschlüsselt. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>{file} is not there any more.</source>
   <translation>{file} ist nicht mehr da.</translation>
  </message>
  <message>
   <source>{file} is open in another program. Close it there, or save a copy.</source>
   <translation>{file} ist in einem anderen Programm offen. Schließen Sie die Datei dort oder speichern Sie eine Kopie.</translation>
  </message>
  <message>
   <source>{file} is over {megabytes} MB, far more than a page of answers. Is it the right file?</source>
   <translation>{file} hat über {megabytes} MB, viel mehr als eine Seite mit Antworten. Ist es die richtige Datei?</translation>
  </message>
  <message>
   <source>{file} is the list being loaded. Choose another name for the rows left out.</source>
   <translation>{file} ist die Liste, die eingelesen wird. Wählen Sie einen anderen Namen für die ausgelassenen Zeilen.</translation>
  </message>
  <message>
   <source>{file} is there already and holds no rows left out. Choose another name.</source>
   <translation>{file} gibt es schon, ohne ausgelassene Zeilen. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>{file} is there already. Choose another name.</source>
   <translation>{file} gibt es schon. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>{file} is {what}, not an answer sheet or page of ours. Use answers.xlsx or answers.html that came with the batch.</source>
   <translation>{file} ist {what}, kein Antwortblatt und keine Antwortseite von uns. Nehmen Sie answers.xlsx oder answers.html aus dem Paket.</translation>
  </message>
  <message numerus="yes">
   <source>{file} must be mended in {n} places. {first}</source>
   <extracomment>One: {file} must be mended in one place. {first}</extracomment>
   <translation>
    <numerusform>{file} muss an einer Stelle berichtigt werden. {first}</numerusform>
    <numerusform>{file} muss an {n} Stellen berichtigt werden. {first}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{file} needs mending in {n} places. {first}</source>
   <extracomment>One: {file} needs mending in one place. {first}</extracomment>
   <translation>
    <numerusform>{file} muss an einer Stelle berichtigt werden. {first}</numerusform>
    <numerusform>{file} muss an {n} Stellen berichtigt werden. {first}</numerusform>
   </translation>
  </message>
  <message>
   <source>{file} was changed while it was read. Nothing was loaded: wait until it is whole, and load it again.</source>
   <translation>{file} wurde beim Lesen geändert. Nichts wurde eingelesen: Warten Sie, bis die Datei vollständig ist, und lesen Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>{file}, about {rows}</source>
   <translation>{file}, etwa {rows}</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{folder} cannot be written to. Choose another folder.</source>
   <translation>In {folder} kann nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{folder} holds no batch that can be read.</source>
   <translation>{folder} enthält kein lesbares Paket.</translation>
  </message>
  <message>
   <source>{folder} is there already, and a batch that was written is never written over. Choose another folder.</source>
   <translation>{folder} gibt es schon, und ein geschriebenes Paket wird nie überschrieben. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{framework}: {met} of {many}.</source>
   <translation>{framework}: {met} von {many}.</translation>
  </message>
  <message>
   <source>{framework}: {met} of {many}. Missing: {elements}.</source>
   <translation>{framework}: {met} von {many}. Fehlt: {elements}.</translation>
  </message>
  <message numerus="yes">
   <source>{given} of {n} leads today</source>
   <extracomment>One: {given} of {n} lead today</extracomment>
   <translation>
    <numerusform>{given} von {n} Lead heute</numerusform>
    <numerusform>{given} von {n} Leads heute</numerusform>
   </translation>
  </message>
  <message>
   <source>{headings} all fit {field}.</source>
   <translation>{headings} passen alle zu „{field}“.</translation>
  </message>
  <message>
   <source>{headings} both fit {field}.</source>
   <translation>{headings} passen beide zu „{field}“.</translation>
  </message>
  <message>
   <source>{heading} in row {row}</source>
   <translation>{heading} in Zeile {row}</translation>
  </message>
  <message>
   <source>{holder} has this lead now.</source>
   <translation>{holder} hat diesen Lead gerade.</translation>
  </message>
  <message>
   <source>{holder} has this lead now. Take it over, or wait until it is given back.</source>
   <translation>{holder} hat diesen Lead gerade. Übernehmen Sie ihn oder warten Sie, bis er zurückgegeben ist.</translation>
  </message>
  <message>
   <source>{host} did not accept the login or the password. Check both in the settings.</source>
   <translation>{host} nimmt Anmeldung oder Passwort nicht an. Prüfen Sie beides in den Einstellungen.</translation>
  </message>
  <message>
   <source>{host} did not answer in time. Try again in some minutes.</source>
   <translation>{host} hat nicht rechtzeitig geantwortet. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
  </message>
  <message>
   <source>{host} does not offer what the settings ask for at port {port}: STARTTLS, or a login. Choose another port, or TLS from the start.</source>
   <translation>{host} bietet an Port {port} nicht, was die Einstellungen verlangen: STARTTLS oder eine Anmeldung. Wählen Sie einen anderen Port, oder TLS von Anfang an.</translation>
  </message>
  <message>
   <source>{host} does not speak TLS at port {port}. Choose another port, or STARTTLS in place of TLS.</source>
   <translation>{host} spricht an Port {port} kein TLS. Wählen Sie einen anderen Port, oder STARTTLS statt TLS.</translation>
  </message>
  <message>
   <source>{host} does not take a mail for {address}: {says} Check the address.</source>
   <translation>{host} nimmt keine E-Mail an {address} an: {says} Prüfen Sie die Adresse.</translation>
  </message>
  <message>
   <source>{host} takes no mail for {address} at the moment: {says} Send it again in some minutes.</source>
   <translation>{host} nimmt gerade keine E-Mail an {address} an: {says} Senden Sie sie in ein paar Minuten noch einmal.</translation>
  </message>
  <message>
   <source>{host} takes no mails now: {says}</source>
   <translation>{host} nimmt jetzt keine E-Mails an: {says}</translation>
  </message>
  <message>
   <source>{hour:%H:%M} is marked.</source>
   <translation>Markiert ist {hour:%H:%M}.</translation>
  </message>
  <message>
   <source>{hour:,} of {per_hour:,} leads this hour, {today:,} of {per_day:,} in 24 hours.</source>
   <translation>{hour:,} von {per_hour:,} Leads in dieser Stunde, {today:,} von {per_day:,} in 24 Stunden.</translation>
  </message>
  <message>
   <source>{hours:,.1f} h</source>
   <translation>{hours:,.1f} h</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} Std.</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02}</source>
   <translation>{hours} h {minutes:02}</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} Std. {minutes} Min.</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min late</source>
   <translation>{hours} Std. {minutes} Min. überfällig</translation>
  </message>
  <message>
   <source>{hour} o'clock in {place}, when executives answer</source>
   <translation>{hour} Uhr in {place}, da nimmt die Geschäftsleitung ab</translation>
  </message>
  <message>
   <source>{hour} o'clock in {place}, when fewer answer</source>
   <translation>{hour} Uhr in {place}, da nehmen weniger ab</translation>
  </message>
  <message>
   <source>{hour} o'clock in {place}, when managers answer</source>
   <translation>{hour} Uhr in {place}, da nehmen Führungskräfte ab</translation>
  </message>
  <message>
   <source>{hour} o'clock in {place}, when people answer</source>
   <translation>{hour} Uhr in {place}, da wird abgenommen</translation>
  </message>
  <message>
   <source>{hour} o'clock in {place}, when specialists answer</source>
   <translation>{hour} Uhr in {place}, da nehmen Fachkräfte ab</translation>
  </message>
  <message>
   <source>{how_good}, seen {day}</source>
   <translation>{how_good}, gesehen am {day}</translation>
  </message>
  <message>
   <source>{kept:,} kept, {missed:,} missed, {late:,} late, {ahead:,} still to come.</source>
   <translation>{kept:,} erledigt, {missed:,} versäumt, {late:,} überfällig, {ahead:,} stehen noch aus.</translation>
  </message>
  <message>
   <source>{kept:,} of {rows:,} rows are kept, {out:,} left out.</source>
   <translation>{kept:,} von {rows:,} Zeilen sind übernommen, {out:,} ausgelassen.</translation>
  </message>
  <message>
   <source>{kept:,} of {rows:,} rows are kept.</source>
   <translation>{kept:,} von {rows:,} Zeilen sind übernommen.</translation>
  </message>
  <message>
   <source>{key} is for typing. Hold Ctrl with it, or take one of F2 to F12.</source>
   <translation>{key} ist zum Tippen da. Halten Sie Strg dazu, oder nehmen Sie eine von F2 bis F12.</translation>
  </message>
  <message>
   <source>{key} is needed by fields or by your system. Choose another key.</source>
   <translation>{key} brauchen Felder oder Ihr System. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>{key} is the key of “{command}”. Give that one another key first.</source>
   <translation>{key} gehört zu „{command}“. Geben Sie dem zuerst eine andere Taste.</translation>
  </message>
  <message>
   <source>{key} opens menus or writes letters on some systems. Choose another key.</source>
   <translation>{key} öffnet auf manchen Systemen Menüs oder schreibt Zeichen. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>{kinds}, also to {who}</source>
   <translation>{kinds}, auch an {who}</translation>
  </message>
  <message>
   <source>{label} counts as yes</source>
   <translation>{label} zählt als Ja</translation>
  </message>
  <message>
   <source>{label} repeat the answer: {{{{{place}}}}}. Change the words.</source>
   <translation>{label} wiederholt die Antwort: {{{{{place}}}}}. Ändern Sie den Text.</translation>
  </message>
  <message>
   <source>{label} rules a lead out</source>
   <translation>{label} schließt einen Lead aus</translation>
  </message>
  <message>
   <source>{label}, {was}, now {now}</source>
   <translation>{label}, {was}, jetzt {now}</translation>
  </message>
  <message numerus="yes">
   <source>{leads:,} exported, {n} mails not sent.</source>
   <extracomment>One: {leads:,} exported, {n} mail not sent.</extracomment>
   <translation>
    <numerusform>{leads:,} exportiert, {n} Mail nicht gesendet.</numerusform>
    <numerusform>{leads:,} exportiert, {n} Mails nicht gesendet.</numerusform>
   </translation>
  </message>
  <message>
   <source>{leads:,} imported</source>
   <translation>{leads:,} eingelesen</translation>
  </message>
  <message>
   <source>{leads:,} leads came back unanswered: {name}</source>
   <translation>{leads:,} Leads kamen unbeantwortet zurück: {name}</translation>
  </message>
  <message>
   <source>{leads:,} open</source>
   <translation>{leads:,} offen</translation>
  </message>
  <message>
   <source>{leads:,} shown</source>
   <translation>{leads:,} gezeigt</translation>
  </message>
  <message>
   <source>{leads} open</source>
   <translation>{leads} offen</translation>
  </message>
  <message>
   <source>{leads} open until {time}</source>
   <translation>{leads} offen bis {time}</translation>
  </message>
  <message>
   <source>{lead} goes to whoever the rules name</source>
   <translation>{lead} geht wieder nach den Regeln</translation>
  </message>
  <message>
   <source>{lead} goes to {caller} next</source>
   <translation>{lead} geht als Nächstes an {caller}</translation>
  </message>
  <message>
   <source>{lead} goes to {name}</source>
   <translation>{lead} geht an {name}</translation>
  </message>
  <message>
   <source>{lead} is at your desk</source>
   <translation>{lead} ist an Ihrem Arbeitsplatz</translation>
  </message>
  <message>
   <source>{lead} is in the queue again</source>
   <translation>{lead} ist wieder in der Warteschlange</translation>
  </message>
  <message>
   <source>{lead} is kept out</source>
   <translation>{lead} wird zurückgehalten</translation>
  </message>
  <message>
   <source>{lead} is not pinned any more</source>
   <translation>{lead} ist nicht mehr angeheftet</translation>
  </message>
  <message>
   <source>{lead} is pinned to the top</source>
   <translation>{lead} ist oben angeheftet</translation>
  </message>
  <message>
   <source>{letters}, not certain</source>
   <translation>{letters}, nicht sicher</translation>
  </message>
  <message>
   <source>{lists}, {open:,} open</source>
   <translation>{lists}, {open:,} offen</translation>
  </message>
  <message>
   <source>{list} holds</source>
   <translation>{list} gilt</translation>
  </message>
  <message>
   <source>{list} is taken back</source>
   <translation>{list} ist zurückgenommen</translation>
  </message>
  <message>
   <source>{login} is in more than one group: {groups}.</source>
   <translation>{login} ist in mehr als einer Gruppe: {groups}.</translation>
  </message>
  <message>
   <source>{login} may do more on the server than log in.</source>
   <translation>{login} darf auf dem Server mehr als sich anmelden.</translation>
  </message>
  <message>
   <source>{login} may open as many connections as it likes.</source>
   <translation>{login} darf beliebig viele Verbindungen öffnen.</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} bis {high}</translation>
  </message>
  <message>
   <source>{met} of {all} must-haves</source>
   <translation>{met} von {all} Muss-Kriterien</translation>
  </message>
  <message>
   <source>{met} with it, {not_met} without</source>
   <translation>{met} damit, {not_met} ohne</translation>
  </message>
  <message>
   <source>{met} with it; {not_met} without it</source>
   <translation>{met} mit; {not_met} ohne</translation>
  </message>
  <message>
   <source>{minutes:.1f} min</source>
   <translation>{minutes:.1f} Min.</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} Min.</translation>
  </message>
  <message>
   <source>{minutes} min late</source>
   <translation>{minutes} Min. überfällig</translation>
  </message>
  <message>
   <source>{month} {year}</source>
   <translation>{month} {year}</translation>
  </message>
  <message>
   <source>{more} from {day}</source>
   <translation>{more} ab {day}</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} addresses</source>
   <extracomment>One: {n:,} address</extracomment>
   <translation>
    <numerusform>{n:,} Adresse</numerusform>
    <numerusform>{n:,} Adressen</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} ahead of the needed pace</source>
   <translation>{n:,} vor dem nötigen Tempo</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} answers</source>
   <extracomment>One: an answer</extracomment>
   <translation>
    <numerusform>eine Antwort</numerusform>
    <numerusform>{n:,} Antworten</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} are expected by the close, in 8 of 10 cases {low:,} to {high:,}.</source>
   <translation>{n:,} werden bis zum Ende erwartet, in 8 von 10 Fällen {low:,} bis {high:,}.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} are late</source>
   <extracomment>One: {n:,} is late</extracomment>
   <translation>
    <numerusform>{n:,} überfällig</numerusform>
    <numerusform>{n:,} überfällig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} are left out.</source>
   <extracomment>One: {n} is left out.</extracomment>
   <translation>
    <numerusform>{n} fehlt.</numerusform>
    <numerusform>{n:,} fehlen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} are with sales still and in no line yet.</source>
   <extracomment>One: {n} is with sales still and in no line yet.</extracomment>
   <translation>
    <numerusform>{n} liegt noch beim Vertrieb und steht in keiner Zeile.</numerusform>
    <numerusform>{n:,} liegen noch beim Vertrieb und stehen in keiner Zeile.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} are with sales still.</source>
   <extracomment>One: {n} is with sales still.</extracomment>
   <translation>
    <numerusform>{n} liegt noch beim Vertrieb.</numerusform>
    <numerusform>{n:,} liegen noch beim Vertrieb.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} as it is</source>
   <translation>{n:,} unverändert</translation>
  </message>
  <message>
   <source>{n:,} behind the needed pace</source>
   <translation>{n:,} hinter dem nötigen Tempo</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} briefs as PDF</source>
   <extracomment>One: {n:,} brief as PDF</extracomment>
   <translation>
    <numerusform>{n} Steckbrief als PDF</numerusform>
    <numerusform>{n:,} Steckbriefe als PDF</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} call backs</source>
   <extracomment>One: a call back</extracomment>
   <translation>
    <numerusform>ein Rückruf</numerusform>
    <numerusform>{n:,} Rückrufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} call backs are open to anyone now.</source>
   <extracomment>One: One call back is open to anyone now.</extracomment>
   <translation>
    <numerusform>Ein Rückruf ist jetzt für alle frei.</numerusform>
    <numerusform>{n:,} Rückrufe sind jetzt für alle frei.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} call backs are theirs again.</source>
   <extracomment>One: One call back is theirs again.</extracomment>
   <translation>
    <numerusform>Ein Rückruf gehört wieder dieser Person.</numerusform>
    <numerusform>{n:,} Rückrufe gehören wieder dieser Person.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} call backs belong to their callers again.</source>
   <extracomment>One: One call back belongs to its caller again.</extracomment>
   <translation>
    <numerusform>Ein Rückruf ist wieder bei seinem Caller.</numerusform>
    <numerusform>{n:,} Rückrufe sind wieder bei ihren Callern.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} call backs today</source>
   <extracomment>One: {n:,} call back today</extracomment>
   <translation>
    <numerusform>{n:,} Rückruf heute</numerusform>
    <numerusform>{n:,} Rückrufe heute</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} callers have leads: {who}. Let them finish, or move --even-while-held.</source>
   <extracomment>One: A caller has a lead: {who}. Let them finish, or move --even-while-held.</extracomment>
   <translation>
    <numerusform>Ein Caller hat einen Lead: {who}. Lassen Sie den Anruf enden, oder: move --even-while-held.</numerusform>
    <numerusform>{n:,} Caller haben Leads: {who}. Lassen Sie die Anrufe enden, oder: move --even-while-held.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} callers more</source>
   <extracomment>One: {n} caller more</extracomment>
   <translation>
    <numerusform>{n} Caller mehr</numerusform>
    <numerusform>{n:,} Caller mehr</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls</source>
   <extracomment>One: a call</extracomment>
   <translation>
    <numerusform>{n:,} Anruf</numerusform>
    <numerusform>{n:,} Anrufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls are for your supervisor:</source>
   <extracomment>One: {n} call is for your supervisor:</extracomment>
   <translation>
    <numerusform>{n} Anruf ist für die Teamleitung:</numerusform>
    <numerusform>{n:,} Anrufe sind für die Teamleitung:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls in this campaign</source>
   <extracomment>One: {n:,} call in this campaign</extracomment>
   <translation>
    <numerusform>{n:,} Anruf in dieser Kampagne</numerusform>
    <numerusform>{n:,} Anrufe in dieser Kampagne</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls opened Fit early.</source>
   <extracomment>One: {n} call opened Fit early.</extracomment>
   <translation>
    <numerusform>{n} Anruf kam zu früh zur Passung.</numerusform>
    <numerusform>{n:,} Anrufe kamen zu früh zur Passung.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls so far, {each:.1f} for each lead called.</source>
   <extracomment>One: {n:,} call so far, {each:.1f} for each lead called.</extracomment>
   <translation>
    <numerusform>{n:,} Anruf bisher, {each:.1f} je angerufenem Lead.</numerusform>
    <numerusform>{n:,} Anrufe bisher, {each:.1f} je angerufenem Lead.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls were made against a rule.</source>
   <extracomment>One: {n} call was made against a rule.</extracomment>
   <translation>
    <numerusform>{n} Anruf wurde gegen eine Regel gemacht.</numerusform>
    <numerusform>{n:,} Anrufe wurden gegen eine Regel gemacht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls were made although a rule spoke against it.</source>
   <extracomment>One: {n} call was made although a rule spoke against it.</extracomment>
   <translation>
    <numerusform>{n} Anruf wurde gemacht, obwohl eine Regel dagegen sprach.</numerusform>
    <numerusform>{n:,} Anrufe wurden gemacht, obwohl eine Regel dagegen sprach.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} calls were saved late: somebody else had the leads by then.</source>
   <extracomment>One: {n} call was saved late: somebody else had the lead by then.</extracomment>
   <translation>
    <numerusform>{n} Anruf wurde verspätet gespeichert: Der Lead war da schon bei jemand anderem.</numerusform>
    <numerusform>{n:,} Anrufe wurden verspätet gespeichert: Die Leads waren da schon bei jemand anderem.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} came back because nobody answered.</source>
   <extracomment>One: {n} came back because nobody answered.</extracomment>
   <translation>
    <numerusform>{n} kam ohne Antwort zurück.</numerusform>
    <numerusform>{n:,} kamen ohne Antwort zurück.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} campaigns</source>
   <extracomment>One: {n:,} campaign</extracomment>
   <translation>
    <numerusform>{n:,} Kampagne</numerusform>
    <numerusform>{n:,} Kampagnen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells were too long for a sheet, and cut.</source>
   <extracomment>One: {n:,} cell was too long for a sheet, and cut.</extracomment>
   <translation>
    <numerusform>{n:,} Zelle war zu lang für ein Blatt und wurde gekürzt.</numerusform>
    <numerusform>{n:,} Zellen waren zu lang für ein Blatt und wurden gekürzt.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} completed</source>
   <translation>{n:,} ergänzt</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} conversations in this week.</source>
   <extracomment>One: {n} conversation in this week.</extracomment>
   <translation>
    <numerusform>{n} Gespräch in dieser Woche.</numerusform>
    <numerusform>{n:,} Gespräche in dieser Woche.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} could not be used</source>
   <translation>{n:,} nicht verwendbar</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} counts were off.</source>
   <extracomment>One: A count of the Floor was off.</extracomment>
   <translation>
    <numerusform>Eine Zahl unter „Team“ stimmte nicht.</numerusform>
    <numerusform>{n:,} Zahlen unter „Team“ stimmten nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} dates can be read in two ways</source>
   <extracomment>One: {n:,} date can be read in two ways</extracomment>
   <translation>
    <numerusform>{n:,} Datum ist auf zwei Arten lesbar</numerusform>
    <numerusform>{n:,} Datumsangaben sind auf zwei Arten lesbar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} dates were read</source>
   <extracomment>One: {n} date was read</extracomment>
   <translation>
    <numerusform>{n} Datum wurde gelesen</numerusform>
    <numerusform>{n:,} Datumsangaben wurden gelesen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days</source>
   <extracomment>One: {n:,} day</extracomment>
   <translation>
    <numerusform>{n:,} Tag</numerusform>
    <numerusform>{n:,} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} do-not-calls made since are gone: export them first, and load them again.</source>
   <extracomment>One: A do-not-call made since is gone: write it down first, and make it again.</extracomment>
   <translation>
    <numerusform>Eine seither eingetragene Sperre ist weg: Schreiben Sie sie vorher auf, und tragen Sie sie wieder ein.</numerusform>
    <numerusform>{n:,} seither eingetragene Sperren sind weg: Exportieren Sie sie vorher, und lesen Sie sie wieder ein.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} e-mail addresses were mended</source>
   <extracomment>One: {n} e-mail address was mended</extracomment>
   <translation>
    <numerusform>{n} E-Mail-Adresse wurde korrigiert</numerusform>
    <numerusform>{n:,} E-Mail-Adressen wurden korrigiert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} entries</source>
   <extracomment>One: {n:,} entry</extracomment>
   <translation>
    <numerusform>{n:,} Eintrag</numerusform>
    <numerusform>{n:,} Einträge</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} entries are in {file}.</source>
   <extracomment>One: {n:,} entry is in {file}.</extracomment>
   <translation>
    <numerusform>{n:,} Eintrag steht in {file}.</numerusform>
    <numerusform>{n:,} Einträge stehen in {file}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} fields</source>
   <extracomment>One: {n:,} field</extracomment>
   <translation>
    <numerusform>{n:,} Feld</numerusform>
    <numerusform>{n:,} Felder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} fields have several columns</source>
   <extracomment>One: {n:,} field has several columns</extracomment>
   <translation>
    <numerusform>{n:,} Feld hat mehrere Spalten</numerusform>
    <numerusform>{n:,} Felder haben mehrere Spalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} files</source>
   <extracomment>One: {n:,} file</extracomment>
   <translation>
    <numerusform>{n:,} Datei</numerusform>
    <numerusform>{n:,} Dateien</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} finished</source>
   <translation>{n:,} erledigt</translation>
  </message>
  <message>
   <source>{n:,} finished now</source>
   <translation>{n:,} jetzt erledigt</translation>
  </message>
  <message>
   <source>{n:,} finished so far</source>
   <translation>{n:,} bisher erledigt</translation>
  </message>
  <message>
   <source>{n:,} forecast</source>
   <translation>{n:,} Prognose</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} good leads would be missed</source>
   <extracomment>One: {n:,} good lead would be missed</extracomment>
   <translation>
    <numerusform>{n:,} guter Lead ginge verloren</numerusform>
    <numerusform>{n:,} gute Leads gingen verloren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} hashes of numbers</source>
   <extracomment>One: {n:,} hash of a number</extracomment>
   <translation>
    <numerusform>{n:,} Hash einer Nummer</numerusform>
    <numerusform>{n:,} Hashes von Nummern</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} hours</source>
   <extracomment>One: {n:,} hour</extracomment>
   <translation>
    <numerusform>{n:,} Stunde</numerusform>
    <numerusform>{n:,} Stunden</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} in the list</source>
   <translation>{n:,} in der Liste</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} indexes were wrong.</source>
   <extracomment>One: An index was wrong.</extracomment>
   <translation>
    <numerusform>Ein Index war falsch.</numerusform>
    <numerusform>{n:,} Indizes waren falsch.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} known already</source>
   <translation>{n:,} schon bekannt</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads</source>
   <extracomment>One: {n:,} lead</extracomment>
   <translation>
    <numerusform>{n:,} Lead</numerusform>
    <numerusform>{n:,} Leads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads are in {campaign}</source>
   <extracomment>One: {n:,} lead is in {campaign}</extracomment>
   <translation>
    <numerusform>{n:,} Lead ist in {campaign}</numerusform>
    <numerusform>{n:,} Leads sind in {campaign}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads are in {file}.</source>
   <extracomment>One: {n} lead is in {file}.</extracomment>
   <translation>
    <numerusform>{n} Lead steht in {file}.</numerusform>
    <numerusform>{n:,} Leads stehen in {file}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads are kept out of the queue.</source>
   <extracomment>One: {n:,} lead is kept out of the queue.</extracomment>
   <translation>
    <numerusform>{n:,} Lead ist aus der Warteschlange zurückgehalten.</numerusform>
    <numerusform>{n:,} Leads sind aus der Warteschlange zurückgehalten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads are nurtured.</source>
   <extracomment>One: {n} lead is nurtured.</extracomment>
   <translation>
    <numerusform>{n} Lead ist im Nurturing.</numerusform>
    <numerusform>{n:,} Leads sind im Nurturing.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads at most</source>
   <extracomment>One: {n:,} lead at most</extracomment>
   <translation>
    <numerusform>höchstens {n:,} Lead</numerusform>
    <numerusform>höchstens {n:,} Leads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads did not stand in the queue as they should.</source>
   <extracomment>One: A lead did not stand in the queue as it should.</extracomment>
   <translation>
    <numerusform>Ein Lead stand nicht so in der Warteschlange, wie er sollte.</numerusform>
    <numerusform>{n:,} Leads standen nicht so in der Warteschlange, wie sie sollten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads exported.</source>
   <extracomment>One: {n:,} lead exported.</extracomment>
   <translation>
    <numerusform>{n:,} Lead exportiert.</numerusform>
    <numerusform>{n:,} Leads exportiert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads given to them</source>
   <extracomment>One: {n:,} lead given to them</extracomment>
   <translation>
    <numerusform>{n:,} zugewiesener Lead</numerusform>
    <numerusform>{n:,} zugewiesene Leads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads go back to what they were then.</source>
   <extracomment>One: A lead goes back to what it was then.</extracomment>
   <translation>
    <numerusform>Ein Lead wird wieder, was er damals war.</numerusform>
    <numerusform>{n:,} Leads werden wieder, was sie damals waren.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads had that many tries already and are finished.</source>
   <extracomment>One: {n:,} lead had that many tries already and is finished.</extracomment>
   <translation>
    <numerusform>{n:,} Lead hatte schon so viele Versuche und ist erledigt.</numerusform>
    <numerusform>{n:,} Leads hatten schon so viele Versuche und sind erledigt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads have a “{heading}” that {crm} does not know.</source>
   <extracomment>One: {n:,} lead has a “{heading}” that {crm} does not know.</extracomment>
   <translation>
    <numerusform>Bei {n:,} Lead kennt {crm} den Wert von „{heading}“ nicht.</numerusform>
    <numerusform>Bei {n:,} Leads kennt {crm} den Wert von „{heading}“ nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads have no calling hours left before the close.</source>
   <extracomment>One: {n:,} lead has no calling hours left before the close.</extracomment>
   <translation>
    <numerusform>{n:,} Lead hat bis zum Ende der Frist keine Anrufzeit mehr.</numerusform>
    <numerusform>{n:,} Leads haben bis zum Ende der Frist keine Anrufzeit mehr.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads have no number that can be dialled</source>
   <extracomment>One: {n} lead has no number that can be dialled</extracomment>
   <translation>
    <numerusform>{n} Lead hat keine wählbare Nummer</numerusform>
    <numerusform>{n:,} Leads haben keine wählbare Nummer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads have no one to go to</source>
   <extracomment>One: {n:,} lead has no one to go to</extracomment>
   <translation>
    <numerusform>Für {n} Lead gibt es niemanden</numerusform>
    <numerusform>Für {n:,} Leads gibt es niemanden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads in hand</source>
   <extracomment>One: {n:,} lead in hand</extracomment>
   <translation>
    <numerusform>{n:,} Lead in Bearbeitung</numerusform>
    <numerusform>{n:,} Leads in Bearbeitung</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads in line were withdrawn.</source>
   <extracomment>One: {n:,} lead in line was withdrawn.</extracomment>
   <translation>
    <numerusform>{n:,} Lead wurde aus der Warteschlange genommen.</numerusform>
    <numerusform>{n:,} Leads wurden aus der Warteschlange genommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads lack each of these: {headings}.</source>
   <extracomment>One: {n:,} lead lacks each of these: {headings}.</extracomment>
   <translation>
    <numerusform>{n:,} Lead hat nichts davon: {headings}.</numerusform>
    <numerusform>{n:,} Leads haben nichts davon: {headings}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads lack it</source>
   <extracomment>One: {n:,} lead lacks it</extracomment>
   <translation>
    <numerusform>fehlt bei {n:,} Lead</numerusform>
    <numerusform>fehlt bei {n:,} Leads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads lack something</source>
   <extracomment>One: {n:,} lead lacks something</extracomment>
   <translation>
    <numerusform>{n} Lead fehlt noch etwas</numerusform>
    <numerusform>{n:,} Leads fehlt noch etwas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads lack “{heading}”.</source>
   <extracomment>One: {n:,} lead lacks “{heading}”.</extracomment>
   <translation>
    <numerusform>Bei {n:,} Lead fehlt „{heading}“.</numerusform>
    <numerusform>Bei {n:,} Leads fehlt „{heading}“.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads may not be called: the law asks for something first.</source>
   <extracomment>One: {n:,} lead may not be called: the law asks for something first.</extracomment>
   <translation>
    <numerusform>{n:,} Lead darf nicht angerufen werden: Das Gesetz verlangt zuerst etwas.</numerusform>
    <numerusform>{n:,} Leads dürfen nicht angerufen werden: Das Gesetz verlangt zuerst etwas.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads may only be called when nobody is at work: more callers do not help there.</source>
   <extracomment>One: {n:,} lead may only be called when nobody is at work: more callers do not help there.</extracomment>
   <translation>
    <numerusform>{n:,} Lead darf nur angerufen werden, wenn niemand arbeitet: Mehr Caller helfen da nicht.</numerusform>
    <numerusform>{n:,} Leads dürfen nur angerufen werden, wenn niemand arbeitet: Mehr Caller helfen da nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads of theirs are back in the queue.</source>
   <extracomment>One: One lead of theirs is back in the queue.</extracomment>
   <translation>
    <numerusform>Ein Lead davon ist wieder in der Warteschlange.</numerusform>
    <numerusform>{n:,} Leads davon sind wieder in der Warteschlange.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads stand again where they stood.</source>
   <extracomment>One: {n:,} lead stands again where it stood.</extracomment>
   <translation>
    <numerusform>{n:,} Lead steht wieder, wo er stand.</numerusform>
    <numerusform>{n:,} Leads stehen wieder, wo sie standen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads stay here without {headings}.</source>
   <extracomment>One: {n:,} lead stays here without {headings}.</extracomment>
   <translation>
    <numerusform>{n} Lead bleibt ohne {headings} hier.</numerusform>
    <numerusform>{n:,} Leads bleiben ohne {headings} hier.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads that are gone now come back.</source>
   <extracomment>One: A lead that is gone now comes back.</extracomment>
   <translation>
    <numerusform>Ein Lead, den es nicht mehr gibt, kommt zurück.</numerusform>
    <numerusform>{n:,} Leads, die es nicht mehr gibt, kommen zurück.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads that wait for an answer are ours again, ready for another batch.</source>
   <extracomment>One: {n:,} lead that waits for an answer is ours again, ready for another batch.</extracomment>
   <translation>
    <numerusform>{n:,} Lead ohne Antwort gehört wieder uns und kann in ein anderes Paket.</numerusform>
    <numerusform>{n:,} Leads ohne Antwort gehören wieder uns und können in ein anderes Paket.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads to answer</source>
   <extracomment>One: {n:,} lead to answer</extracomment>
   <translation>
    <numerusform>{n:,} Lead ohne Antwort</numerusform>
    <numerusform>{n:,} Leads ohne Antwort</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads wait</source>
   <extracomment>One: {n:,} lead waits</extracomment>
   <translation>
    <numerusform>{n:,} Lead wartet</numerusform>
    <numerusform>{n:,} Leads warten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads wait for somebody to find a number.</source>
   <extracomment>One: {n:,} lead waits for somebody to find a number.</extracomment>
   <translation>
    <numerusform>{n:,} Lead wartet, bis jemand eine Nummer findet.</numerusform>
    <numerusform>{n:,} Leads warten, bis jemand eine Nummer findet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads wait for their answer: recall them, or answer for them.</source>
   <extracomment>One: One lead waits for their answer: recall it, or answer it for them.</extracomment>
   <translation>
    <numerusform>Ein Lead wartet auf die Antwort dieser Person: Rufen Sie ihn zurück, oder antworten Sie an ihrer Stelle.</numerusform>
    <numerusform>{n:,} Leads warten auf die Antwort dieser Person: Rufen Sie sie zurück, oder antworten Sie an ihrer Stelle.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads were answered already and stay as they are.</source>
   <extracomment>One: {n:,} lead was answered already and stays as it is.</extracomment>
   <translation>
    <numerusform>{n:,} Lead ist schon beantwortet und bleibt, wie er ist.</numerusform>
    <numerusform>{n:,} Leads sind schon beantwortet und bleiben, wie sie sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads were missed.</source>
   <extracomment>One: {n} lead was missed.</extracomment>
   <translation>
    <numerusform>{n} Lead wurde versäumt.</numerusform>
    <numerusform>{n:,} Leads wurden versäumt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads will probably not be finished by {day} ({low:,} to {high:,}).</source>
   <extracomment>One: {n:,} lead will probably not be finished by {day} ({low:,} to {high:,}).</extracomment>
   <translation>
    <numerusform>{n:,} Lead wird bis {day} wohl nicht erledigt ({low:,} bis {high:,}).</numerusform>
    <numerusform>{n:,} Leads werden bis {day} wohl nicht erledigt ({low:,} bis {high:,}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads will probably not be finished by {day}.</source>
   <extracomment>One: {n:,} lead will probably not be finished by {day}.</extracomment>
   <translation>
    <numerusform>{n:,} Lead wird bis {day} wohl nicht erledigt.</numerusform>
    <numerusform>{n:,} Leads werden bis {day} wohl nicht erledigt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads with sales</source>
   <extracomment>One: a lead with sales</extracomment>
   <translation>
    <numerusform>ein Lead beim Vertrieb</numerusform>
    <numerusform>{n:,} Leads beim Vertrieb</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads would be missed instead of {was:,}.</source>
   <extracomment>One: {n} lead would be missed instead of {was:,}.</extracomment>
   <translation>
    <numerusform>{n} Lead würde versäumt statt {was:,}.</numerusform>
    <numerusform>{n:,} Leads würden versäumt statt {was:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads, of which {open} may still change.</source>
   <extracomment>One: {n} lead, of which {open} may still change.</extracomment>
   <translation>
    <numerusform>{n} Lead, davon kann sich {open} noch ändern.</numerusform>
    <numerusform>{n:,} Leads, davon können sich {open} noch ändern.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads. Nothing is disputed, and nothing can be disputed any more.</source>
   <extracomment>One: {n} lead. Nothing is disputed, and nothing can be disputed any more.</extracomment>
   <translation>
    <numerusform>{n} Lead. Nichts ist strittig, und nichts kann mehr bestritten werden.</numerusform>
    <numerusform>{n:,} Leads. Nichts ist strittig, und nichts kann mehr bestritten werden.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} left out: cost not said</source>
   <translation>{n:,} ohne Kostenangabe</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} letters at most</source>
   <extracomment>One: {n:,} letter at most</extracomment>
   <translation>
    <numerusform>höchstens {n:,} Zeichen</numerusform>
    <numerusform>höchstens {n:,} Zeichen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines outside the table are set aside</source>
   <extracomment>One: {n:,} line outside the table is set aside</extracomment>
   <translation>
    <numerusform>{n:,} Zeile außerhalb der Tabelle ist beiseitegelegt</numerusform>
    <numerusform>{n:,} Zeilen außerhalb der Tabelle sind beiseitegelegt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines so far. Scroll for older ones.</source>
   <extracomment>One: {n} line so far. Scroll for older ones.</extracomment>
   <translation>
    <numerusform>{n} Zeile bisher. Scrollen zeigt ältere.</numerusform>
    <numerusform>{n:,} Zeilen bisher. Scrollen zeigt ältere.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines, back to the beginning.</source>
   <extracomment>One: {n} line, back to the beginning.</extracomment>
   <translation>
    <numerusform>{n} Zeile, zurück bis zum Anfang.</numerusform>
    <numerusform>{n:,} Zeilen, zurück bis zum Anfang.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lists</source>
   <extracomment>One: {n:,} list</extracomment>
   <translation>
    <numerusform>{n:,} Liste</numerusform>
    <numerusform>{n:,} Listen</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} lost</source>
   <translation>{n:,} verloren</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} mail addresses</source>
   <extracomment>One: {n:,} mail address</extracomment>
   <translation>
    <numerusform>{n:,} Mailadresse</numerusform>
    <numerusform>{n:,} Mailadressen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} marks pointed at something that is not there, in {where}.</source>
   <extracomment>One: A mark pointed at something that is not there, in {where}.</extracomment>
   <translation>
    <numerusform>Eine Markierung zeigte auf etwas, das nicht da ist, in {where}.</numerusform>
    <numerusform>{n:,} Markierungen zeigten auf etwas, das nicht da ist, in {where}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} missed</source>
   <translation>{n:,} versäumt</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} months</source>
   <extracomment>One: {n:,} month</extracomment>
   <translation>
    <numerusform>{n:,} Monat</numerusform>
    <numerusform>{n:,} Monate</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} more belong to something that is gone, and are left out.</source>
   <extracomment>One: One more belongs to something that is gone, and is left out.</extracomment>
   <translation>
    <numerusform>{n:,} weiterer gehört zu etwas, das nicht mehr da ist, und fehlt.</numerusform>
    <numerusform>{n:,} weitere gehören zu etwas, das nicht mehr da ist, und fehlen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} more since.</source>
   <translation>{n:,} weitere seither.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} names were tidied</source>
   <extracomment>One: {n} name was tidied</extracomment>
   <translation>
    <numerusform>{n} Name wurde geordnet</numerusform>
    <numerusform>{n:,} Namen wurden geordnet</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} needed</source>
   <translation>{n:,} nötig</translation>
  </message>
  <message>
   <source>{n:,} not answered yet</source>
   <translation>{n:,} noch nicht beantwortet</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers</source>
   <extracomment>One: {n:,} number</extracomment>
   <translation>
    <numerusform>{n:,} Nummer</numerusform>
    <numerusform>{n:,} Nummern</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers cannot be dialled</source>
   <extracomment>One: {n:,} number cannot be dialled</extracomment>
   <translation>
    <numerusform>{n:,} Nummer ist nicht wählbar</numerusform>
    <numerusform>{n:,} Nummern sind nicht wählbar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers could belong to more than one country</source>
   <extracomment>One: {n:,} number could belong to more than one country</extracomment>
   <translation>
    <numerusform>{n:,} Nummer könnte zu mehreren Ländern gehören</numerusform>
    <numerusform>{n:,} Nummern könnten zu mehreren Ländern gehören</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers were not what the rows say. They are now.</source>
   <extracomment>One: {n:,} number was not what the rows say. It is now.</extracomment>
   <translation>
    <numerusform>{n:,} Zahl war nicht, was die Zeilen sagen. Jetzt stimmt sie.</numerusform>
    <numerusform>{n:,} Zahlen waren nicht, was die Zeilen sagen. Jetzt stimmen sie.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers without a country</source>
   <extracomment>One: {n:,} number without a country</extracomment>
   <translation>
    <numerusform>{n:,} Nummer ohne Land</numerusform>
    <numerusform>{n:,} Nummern ohne Land</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of them are on no track.</source>
   <extracomment>One: {n} of them is on no track.</extracomment>
   <translation>
    <numerusform>{n} davon hat keine Strecke.</numerusform>
    <numerusform>{n:,} davon haben keine Strecke.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {leads:,} wait for an answer.</source>
   <extracomment>One: {n:,} of {leads:,} waits for an answer.</extracomment>
   <translation>
    <numerusform>{n:,} von {leads:,} wartet auf Antwort.</numerusform>
    <numerusform>{n:,} von {leads:,} warten auf Antwort.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} of {of:,} came only for the giveaway, {share}.</source>
   <translation>{n:,} von {of:,} kamen nur für das Give-away, {share}.</translation>
  </message>
  <message>
   <source>{n:,} of {of:,} came only for the giveaway.</source>
   <translation>{n:,} von {of:,} kamen nur für das Give-away.</translation>
  </message>
  <message>
   <source>{n:,} of {of:,} leads went on to sales.</source>
   <translation>{n:,} von {of:,} Leads gingen an den Vertrieb.</translation>
  </message>
  <message>
   <source>{n:,} of {total:,} leads are finished now.</source>
   <translation>{n:,} von {total:,} Leads sind jetzt erledigt.</translation>
  </message>
  <message>
   <source>{n:,} of {total:,} leads were finished by then.</source>
   <translation>{n:,} von {total:,} Leads waren bis dahin erledigt.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {whole:,} become valid numbers.</source>
   <extracomment>One: {n:,} of {whole:,} becomes a valid number.</extracomment>
   <translation>
    <numerusform>{n:,} von {whole:,} wird eine gültige Nummer.</numerusform>
    <numerusform>{n:,} von {whole:,} werden gültige Nummern.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} other sheets are not loaded</source>
   <extracomment>One: {n:,} other sheet is not loaded</extracomment>
   <translation>
    <numerusform>{n:,} weiteres Blatt ist nicht eingelesen</numerusform>
    <numerusform>{n:,} weitere Blätter sind nicht eingelesen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} others</source>
   <extracomment>One: {n:,} other</extracomment>
   <translation>
    <numerusform>{n:,} andere</numerusform>
    <numerusform>{n:,} andere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} others stay here too.</source>
   <extracomment>One: {n:,} other stays here too.</extracomment>
   <translation>
    <numerusform>Auch {n} weiterer bleibt hier.</numerusform>
    <numerusform>Auch {n:,} weitere bleiben hier.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pairs of rows could be the same person</source>
   <extracomment>One: {n:,} pair of rows could be the same person</extracomment>
   <translation>
    <numerusform>{n:,} Paar von Zeilen könnte dieselbe Person sein</numerusform>
    <numerusform>{n:,} Paare von Zeilen könnten je dieselbe Person sein</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pairs, both kept</source>
   <extracomment>One: {n:,} pair, both kept</extracomment>
   <translation>
    <numerusform>{n:,} Paar, beide behalten</numerusform>
    <numerusform>{n:,} Paare, beide behalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pairs, kept as one person</source>
   <extracomment>One: {n:,} pair, kept as one person</extracomment>
   <translation>
    <numerusform>{n:,} Paar, als eine Person behalten</numerusform>
    <numerusform>{n:,} Paare, je als eine Person behalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people</source>
   <extracomment>One: {n:,} person</extracomment>
   <translation>
    <numerusform>{n:,} Person</numerusform>
    <numerusform>{n:,} Personen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people are already in qualdesk</source>
   <extracomment>One: {n} person is already in qualdesk</extracomment>
   <translation>
    <numerusform>{n} Person ist schon in qualdesk</numerusform>
    <numerusform>{n:,} Personen sind schon in qualdesk</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people are already in qualdesk and become second ones</source>
   <extracomment>One: {n} person is already in qualdesk and becomes a second one</extracomment>
   <translation>
    <numerusform>{n} Person ist schon in qualdesk und wird eine zweite</numerusform>
    <numerusform>{n:,} Personen sind schon in qualdesk und werden zweite</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people are known already</source>
   <extracomment>One: {n} person is known already</extracomment>
   <translation>
    <numerusform>{n} Person ist schon bekannt</numerusform>
    <numerusform>{n:,} Personen sind schon bekannt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people by name and company</source>
   <extracomment>One: {n:,} person by name and company</extracomment>
   <translation>
    <numerusform>{n:,} Person mit Name und Unternehmen</numerusform>
    <numerusform>{n:,} Personen mit Name und Unternehmen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people came only for the giveaway</source>
   <extracomment>One: {n} person came only for the giveaway</extracomment>
   <translation>
    <numerusform>{n} Person kam nur für das Give-away</numerusform>
    <numerusform>{n:,} Personen kamen nur für das Give-away</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people in qualdesk ask not to be contacted</source>
   <extracomment>One: {n} person in qualdesk asks not to be contacted</extracomment>
   <translation>
    <numerusform>{n} Person in qualdesk will nicht kontaktiert werden</numerusform>
    <numerusform>{n:,} Personen in qualdesk wollen nicht kontaktiert werden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} people who were erased since are known again: erase them again.</source>
   <extracomment>One: A person who was erased since is known again: erase them again.</extracomment>
   <translation>
    <numerusform>Eine seither gelöschte Person ist wieder bekannt: Löschen Sie sie noch einmal.</numerusform>
    <numerusform>{n:,} seither gelöschte Personen sind wieder bekannt: Löschen Sie sie noch einmal.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} points</source>
   <extracomment>One: {n:,} point</extracomment>
   <translation>
    <numerusform>{n:,} Punkt</numerusform>
    <numerusform>{n:,} Punkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} questions</source>
   <extracomment>One: {n:,} question</extracomment>
   <translation>
    <numerusform>{n:,} Frage</numerusform>
    <numerusform>{n:,} Fragen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} questions wait for an answer.</source>
   <extracomment>One: {n} question waits for an answer.</extracomment>
   <translation>
    <numerusform>{n} Frage wartet auf Antwort.</numerusform>
    <numerusform>{n:,} Fragen warten auf Antwort.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows</source>
   <extracomment>One: {n:,} row</extracomment>
   <translation>
    <numerusform>{n:,} Zeile</numerusform>
    <numerusform>{n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are in {file}.</source>
   <extracomment>One: {n} row is in {file}.</extracomment>
   <translation>
    <numerusform>{n} Zeile steht in {file}.</numerusform>
    <numerusform>{n:,} Zeilen stehen in {file}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are left out</source>
   <extracomment>One: {n} row is left out</extracomment>
   <translation>
    <numerusform>{n} Zeile ist ausgelassen</numerusform>
    <numerusform>{n:,} Zeilen sind ausgelassen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are merged into another row of the same person</source>
   <extracomment>One: {n} row is merged into another row of the same person</extracomment>
   <translation>
    <numerusform>{n} Zeile geht in einer anderen Zeile derselben Person auf</numerusform>
    <numerusform>{n:,} Zeilen gehen in einer anderen Zeile derselben Person auf</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are on the do-not-call list</source>
   <extracomment>One: {n} row is on the do-not-call list</extracomment>
   <translation>
    <numerusform>{n} Zeile steht auf der Sperrliste</numerusform>
    <numerusform>{n:,} Zeilen stehen auf der Sperrliste</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are tests</source>
   <extracomment>One: {n} row is a test</extracomment>
   <translation>
    <numerusform>{n} Zeile ist ein Test</numerusform>
    <numerusform>{n:,} Zeilen sind Tests</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows belong to something that is not there, in {where}.</source>
   <extracomment>One: A row belongs to something that is not there, in {where}.</extracomment>
   <translation>
    <numerusform>Eine Zeile gehört zu etwas, das nicht da ist, in {where}.</numerusform>
    <numerusform>{n:,} Zeilen gehören zu etwas, das nicht da ist, in {where}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows could not be read</source>
   <extracomment>One: {n:,} row could not be read</extracomment>
   <translation>
    <numerusform>{n:,} Zeile war nicht lesbar</numerusform>
    <numerusform>{n:,} Zeilen waren nicht lesbar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have an extension: the whole line is stopped</source>
   <extracomment>One: {n:,} row has an extension: the whole line is stopped</extracomment>
   <translation>
    <numerusform>{n:,} Zeile hat eine Durchwahl: Der ganze Anschluss wird gesperrt</numerusform>
    <numerusform>{n:,} Zeilen haben eine Durchwahl: Der ganze Anschluss wird gesperrt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows may hold a slip</source>
   <extracomment>One: {n} row may hold a slip</extracomment>
   <translation>
    <numerusform>{n} Zeile enthält vielleicht einen Fehler</numerusform>
    <numerusform>{n:,} Zeilen enthalten vielleicht Fehler</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows name nobody who could be reached</source>
   <extracomment>One: {n} row names nobody who could be reached</extracomment>
   <translation>
    <numerusform>{n} Zeile nennt niemanden, der erreichbar wäre</numerusform>
    <numerusform>{n:,} Zeilen nennen niemanden, der erreichbar wäre</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows of {file} changed nothing</source>
   <extracomment>One: {n:,} row of {file} changed nothing</extracomment>
   <translation>
    <numerusform>{n:,} Zeile von {file} hat nichts geändert</numerusform>
    <numerusform>{n:,} Zeilen von {file} haben nichts geändert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows say not to contact them</source>
   <extracomment>One: {n} row says not to contact them</extracomment>
   <translation>
    <numerusform>{n} Zeile sagt: nicht kontaktieren</numerusform>
    <numerusform>{n:,} Zeilen sagen: nicht kontaktieren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were in an earlier list of this campaign</source>
   <extracomment>One: {n} row was in an earlier list of this campaign</extracomment>
   <translation>
    <numerusform>{n} Zeile war in einer früheren Liste dieser Kampagne</numerusform>
    <numerusform>{n:,} Zeilen waren in einer früheren Liste dieser Kampagne</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were refunded or cancelled</source>
   <extracomment>One: {n} row was refunded or cancelled</extracomment>
   <translation>
    <numerusform>{n} Zeile wurde erstattet oder storniert</numerusform>
    <numerusform>{n:,} Zeilen wurden erstattet oder storniert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows you mended are not in this list</source>
   <extracomment>One: {n} row you mended is not in this list</extracomment>
   <translation>
    <numerusform>{n} von Ihnen korrigierte Zeile ist nicht in dieser Liste</numerusform>
    <numerusform>{n:,} von Ihnen korrigierte Zeilen sind nicht in dieser Liste</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows, and {above:,} from above</source>
   <extracomment>One: {n:,} row, and {above:,} from above</extracomment>
   <translation>
    <numerusform>{n:,} Zeile, und {above:,} von oben</numerusform>
    <numerusform>{n:,} Zeilen, und {above:,} von oben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} saves are safe on this computer and will be sent.</source>
   <extracomment>One: {n} save is safe on this computer and will be sent.</extracomment>
   <translation>
    <numerusform>{n} Eintrag ist auf diesem Computer sicher und wird gesendet.</numerusform>
    <numerusform>{n:,} Einträge sind auf diesem Computer sicher und werden gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} saves are safe on this computer. They are sent before your first lead comes.</source>
   <extracomment>One: {n} save is safe on this computer. It is sent before your first lead comes.</extracomment>
   <translation>
    <numerusform>{n} Eintrag liegt sicher auf diesem Computer. Er wird gesendet, bevor Ihr erster Lead kommt.</numerusform>
    <numerusform>{n:,} Einträge liegen sicher auf diesem Computer. Sie werden gesendet, bevor Ihr erster Lead kommt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} saves were sent.</source>
   <extracomment>One: {n} save was sent.</extracomment>
   <translation>
    <numerusform>{n} Eintrag wurde gesendet.</numerusform>
    <numerusform>{n:,} Einträge wurden gesendet.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} sent back</source>
   <translation>{n:,} zurückgegeben</translation>
  </message>
  <message>
   <source>{n:,} should be by now at an even pace.</source>
   <translation>{n:,} sollten es bei gleichmäßigem Tempo jetzt sein.</translation>
  </message>
  <message>
   <source>{n:,} still open at the client</source>
   <translation>{n:,} beim Kunden noch offen</translation>
  </message>
  <message>
   <source>{n:,} taken</source>
   <translation>{n:,} angenommen</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} talks booked with sales were called off. Lifting the list does not book them again.</source>
   <extracomment>One: {n:,} talk booked with sales was called off. Lifting the list does not book it again.</extracomment>
   <translation>
    <numerusform>{n:,} gebuchtes Gespräch mit dem Vertrieb wurde abgesagt. Das Aufheben der Liste bucht es nicht wieder.</numerusform>
    <numerusform>{n:,} gebuchte Gespräche mit dem Vertrieb wurden abgesagt. Das Aufheben der Liste bucht sie nicht wieder.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} tries at most</source>
   <extracomment>One: {n} try at most</extracomment>
   <translation>
    <numerusform>höchstens {n} Versuch</numerusform>
    <numerusform>höchstens {n:,} Versuche</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} values cannot be read, in {where}.</source>
   <extracomment>One: A value cannot be read, in {where}.</extracomment>
   <translation>
    <numerusform>Ein Wert ist nicht lesbar, in {where}.</numerusform>
    <numerusform>{n:,} Werte sind nicht lesbar, in {where}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} wait for an answer</source>
   <extracomment>One: {n:,} waits for an answer</extracomment>
   <translation>
    <numerusform>{n:,} wartet auf Antwort</numerusform>
    <numerusform>{n:,} warten auf Antwort</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} wait for hand-off</source>
   <extracomment>One: {n:,} waits for hand-off</extracomment>
   <translation>
    <numerusform>{n:,} wartet auf Übergabe</numerusform>
    <numerusform>{n:,} warten auf Übergabe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} wait for next time.</source>
   <extracomment>One: {n:,} waits for next time.</extracomment>
   <translation>
    <numerusform>{n:,} wartet auf das nächste Mal.</numerusform>
    <numerusform>{n:,} warten auf das nächste Mal.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} waiting</source>
   <translation>{n:,} offen</translation>
  </message>
  <message>
   <source>{n:,} won</source>
   <translation>{n:,} gewonnen</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} words of names were wrong.</source>
   <extracomment>One: A name could not be found by one of its words.</extracomment>
   <translation>
    <numerusform>Ein Name war unter einem seiner Wörter nicht zu finden.</numerusform>
    <numerusform>{n:,} Wörter von Namen waren falsch.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} wrong hand-offs avoided</source>
   <extracomment>One: {n:,} wrong hand-off avoided</extracomment>
   <translation>
    <numerusform>{n:,} falsche Übergabe vermieden</numerusform>
    <numerusform>{n:,} falsche Übergaben vermieden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{named} are no answers to “{question}”. Its answers are: {known}.</source>
   <extracomment>One: {named} is no answer to “{question}”. Its answers are: {known}.</extracomment>
   <translation>
    <numerusform>{named} ist keine Antwort auf „{question}“. Die Antworten sind: {known}.</numerusform>
    <numerusform>{named} sind keine Antworten auf „{question}“. Die Antworten sind: {known}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{names} added</source>
   <translation>{names} ergänzt</translation>
  </message>
  <message numerus="yes">
   <source>{names} are not known. Ask once more, or ask someone who knows.</source>
   <extracomment>One: {names} is not known. Ask once more, or ask someone who knows.</extracomment>
   <translation>
    <numerusform>{names} ist nicht bekannt. Fragen Sie noch einmal oder jemanden, der es weiß.</numerusform>
    <numerusform>{names} sind nicht bekannt. Fragen Sie noch einmal oder jemanden, der es weiß.</numerusform>
   </translation>
  </message>
  <message>
   <source>{names} are not met.</source>
   <translation>{names} sind nicht erfüllt.</translation>
  </message>
  <message>
   <source>{names} call for “{name}” from their next lead on.</source>
   <translation>Ab dem nächsten Lead für „{name}“: {names}.</translation>
  </message>
  <message>
   <source>{names} for this list</source>
   <translation>{names} für diese Liste</translation>
  </message>
  <message>
   <source>{names} judge this round. Begin another for somebody else.</source>
   <translation>{names} beurteilen diese Runde. Beginnen Sie für andere eine neue.</translation>
  </message>
  <message numerus="yes">
   <source>{names} of version {version} have no question.</source>
   <extracomment>One: {names} of version {version} has no question.</extracomment>
   <translation>
    <numerusform>{names} aus Version {version} hat keine Frage.</numerusform>
    <numerusform>{names} aus Version {version} haben keine Frage.</numerusform>
   </translation>
  </message>
  <message>
   <source>{names} taken out</source>
   <translation>{names} entfernt</translation>
  </message>
  <message>
   <source>{names} together would close the gap</source>
   <translation>{names} würden sie zusammen schließen</translation>
  </message>
  <message>
   <source>{names} would close the gap</source>
   <translation>{names} würde die Lücke schließen</translation>
  </message>
  <message>
   <source>{name} again: {when}, their time.</source>
   <translation>{name} noch einmal: {when} Ortszeit.</translation>
  </message>
  <message>
   <source>{name} and sales</source>
   <translation>{name} und der Vertrieb</translation>
  </message>
  <message>
   <source>{name} asked for {time}</source>
   <translation>{name} wünschte {time}</translation>
  </message>
  <message>
   <source>{name} asked not to be called since the batch left. Tell sales before they call.</source>
   <translation>{name} möchte nicht mehr angerufen werden; das kam, nachdem das Paket hinausging. Sagen Sie es dem Vertrieb, bevor er anruft.</translation>
  </message>
  <message>
   <source>{name} asked not to be called.</source>
   <translation>{name} möchte nicht mehr angerufen werden.</translation>
  </message>
  <message>
   <source>{name} called us at {at:%H:%M}. Nothing was dialled.</source>
   <translation>{name} hat uns um {at:%H:%M} angerufen. Es wurde nichts gewählt.</translation>
  </message>
  <message>
   <source>{name} came back to us unanswered. You can still answer.</source>
   <translation>{name} kam unbeantwortet zurück. Antworten geht noch.</translation>
  </message>
  <message>
   <source>{name} can log in, or may do more than a role of ours.</source>
   <translation>{name} kann sich anmelden oder darf mehr als eine unserer Rollen.</translation>
  </message>
  <message>
   <source>{name} cannot be read. Choose the file with the outcomes again.</source>
   <translation>{name} ist nicht lesbar. Wählen Sie die Datei mit den Ergebnissen noch einmal.</translation>
  </message>
  <message>
   <source>{name} changed while the batch was written and is now {stands}. Nothing has left. Export again.</source>
   <translation>{name} hat sich geändert, während das Paket geschrieben wurde (jetzt: {stands}). Nichts ist hinausgegangen. Exportieren Sie noch einmal.</translation>
  </message>
  <message>
   <source>{name} comes back from {at} their time on.</source>
   <translation>{name} kommt ab {at} Ortszeit zurück.</translation>
  </message>
  <message>
   <source>{name} could not be written: {why}. Close it where it is open, or choose another place.</source>
   <translation>{name} konnte nicht geschrieben werden: {why}. Schließen Sie die Datei, wo sie geöffnet ist, oder wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>{name} does not work for {client} alone.</source>
   <translation>{name} arbeitet nicht nur für {client}.</translation>
  </message>
  <message>
   <source>{name} gave us your name.</source>
   <translation>{name} hat uns Ihren Namen genannt.</translation>
  </message>
  <message>
   <source>{name} has a login already: {login}. A new password: qualdesk team add-person "{name}" --new-password</source>
   <translation>{name} hat schon einen Login: {login}. Ein neues Passwort: qualdesk team add-person "{name}" --new-password</translation>
  </message>
  <message>
   <source>{name} has a login in the workspace that is not on the server.</source>
   <translation>{name} hat im Arbeitsbereich einen Login, den es auf dem Server nicht gibt.</translation>
  </message>
  <message>
   <source>{name} has an answer</source>
   <translation>{name} hat eine Antwort</translation>
  </message>
  <message>
   <source>{name} has left already.</source>
   <translation>{name} ist bereits ausgeschieden.</translation>
  </message>
  <message>
   <source>{name} has left.</source>
   <translation>{name} ist ausgeschieden.</translation>
  </message>
  <message>
   <source>{name} has no answer</source>
   <translation>{name} hat keine Antwort</translation>
  </message>
  <message>
   <source>{name} has no login here.</source>
   <translation>{name} hat hier keinen Login.</translation>
  </message>
  <message>
   <source>{name} has no rights on {table}.</source>
   <translation>{name} hat keine Rechte auf {table}.</translation>
  </message>
  <message>
   <source>{name} has not left.</source>
   <translation>{name} ist nicht ausgeschieden.</translation>
  </message>
  <message>
   <source>{name} has rights on {table}.</source>
   <translation>{name} hat Rechte auf {table}.</translation>
  </message>
  <message>
   <source>{name} has signed version {version} for {side}.</source>
   <translation>{name} hat Version {version} für {side} unterzeichnet.</translation>
  </message>
  <message>
   <source>{name} held back</source>
   <translation>{name} zurückgestellt</translation>
  </message>
  <message>
   <source>{name} is a member of {of}.</source>
   <translation>{name} ist Mitglied von {of}.</translation>
  </message>
  <message>
   <source>{name} is added, and linked to this lead.</source>
   <translation>{name} ist angelegt und mit diesem Lead verbunden.</translation>
  </message>
  <message>
   <source>{name} is after {value}</source>
   <translation>{name} ist nach {value}</translation>
  </message>
  <message>
   <source>{name} is already here. Both leads are linked now.</source>
   <translation>{name} ist schon hier. Beide Leads sind jetzt verbunden.</translation>
  </message>
  <message>
   <source>{name} is also answered in row {row}, differently. Neither was used: keep one.</source>
   <translation>{name} ist auch in Zeile {row} beantwortet, aber anders. Keine der beiden zählt: Behalten Sie eine.</translation>
  </message>
  <message>
   <source>{name} is answered already: {state}. If that is not right, dispute it.</source>
   <translation>Zu {name} gibt es schon eine Antwort: {state}. Stimmt sie nicht, beanstanden Sie sie.</translation>
  </message>
  <message>
   <source>{name} is answered twice, the same both times. It counts once.</source>
   <translation>{name} ist zweimal gleich beantwortet. Es zählt einmal.</translation>
  </message>
  <message>
   <source>{name} is away until {day}, past the day to answer by.</source>
   <translation>{name} ist bis {day} abwesend, länger als die Antwortfrist.</translation>
  </message>
  <message>
   <source>{name} is away {day}. Others keep their call backs.</source>
   <translation>{name} ist abwesend, {day}. Andere übernehmen die Rückrufe.</translation>
  </message>
  <message>
   <source>{name} is away {first} to {last}. Others keep their call backs.</source>
   <translation>{name} ist abwesend, {first} bis {last}. Andere übernehmen die Rückrufe.</translation>
  </message>
  <message>
   <source>{name} is back and comes to you at {at}.</source>
   <translation>{name} ist zurück und kommt zu Ihnen: {at}.</translation>
  </message>
  <message>
   <source>{name} is back and comes to you in {minutes} min.</source>
   <translation>{name} ist zurück und kommt in {minutes} Min. zu Ihnen.</translation>
  </message>
  <message>
   <source>{name} is back and comes to you next.</source>
   <translation>{name} ist zurück und kommt als Nächstes zu Ihnen.</translation>
  </message>
  <message>
   <source>{name} is back in the queue.</source>
   <translation>{name} ist wieder in der Warteschlange.</translation>
  </message>
  <message>
   <source>{name} is before {value}</source>
   <translation>{name} ist vor {value}</translation>
  </message>
  <message>
   <source>{name} is calling {person} right now.</source>
   <translation>{name} ruft {person} gerade an.</translation>
  </message>
  <message>
   <source>{name} is disputed already. It waits for a review.</source>
   <translation>Über {name} wird schon gestritten. Die Prüfung steht aus.</translation>
  </message>
  <message>
   <source>{name} is free for others now; what you save about them is kept.</source>
   <translation>{name} ist jetzt für andere frei; was Sie dazu speichern, bleibt erhalten.</translation>
  </message>
  <message>
   <source>{name} is held for you until {at:%H:%M}, {minutes} min more.</source>
   <translation>{name} ist bis {at:%H:%M} für Sie reserviert, noch {minutes} Min.</translation>
  </message>
  <message>
   <source>{name} is here as before.</source>
   <translation>{name} ist wieder da wie zuvor.</translation>
  </message>
  <message>
   <source>{name} is less than {value}</source>
   <translation>{name} ist weniger als {value}</translation>
  </message>
  <message>
   <source>{name} is lost at the client. Nothing is left to dispute.</source>
   <translation>{name} ist beim Kunden verloren. Da ist nichts mehr strittig.</translation>
  </message>
  <message>
   <source>{name} is more than {value}</source>
   <translation>{name} ist mehr als {value}</translation>
  </message>
  <message>
   <source>{name} is named in this workspace, and stays in its history. Say that they have left.</source>
   <translation>{name} wird in diesem Arbeitsbereich genannt und bleibt in seinem Verlauf. Vermerken Sie stattdessen das Ausscheiden.</translation>
  </message>
  <message>
   <source>{name} is next for {caller}.</source>
   <translation>{name} ist als Nächstes für {caller} dran.</translation>
  </message>
  <message>
   <source>{name} is not a fit</source>
   <translation>{name} passt nicht</translation>
  </message>
  <message>
   <source>{name} is not after {value}</source>
   <translation>{name} ist nicht nach {value}</translation>
  </message>
  <message>
   <source>{name} is not away.</source>
   <translation>{name} ist nicht abwesend.</translation>
  </message>
  <message>
   <source>{name} is not before {value}</source>
   <translation>{name} ist nicht vor {value}</translation>
  </message>
  <message>
   <source>{name} is not held for you any more. The next lead comes when the line is back.</source>
   <translation>{name} ist nicht mehr für Sie reserviert. Der nächste Lead kommt, wenn die Verbindung wieder da ist.</translation>
  </message>
  <message>
   <source>{name} is not in the team. Add them first, or choose somebody else.</source>
   <translation>{name} gehört nicht zum Team. Legen Sie die Person zuerst an, oder wählen Sie jemand anderen.</translation>
  </message>
  <message>
   <source>{name} is not in the team. Choose somebody else.</source>
   <translation>{name} gehört nicht zum Team. Wählen Sie jemand anderen.</translation>
  </message>
  <message>
   <source>{name} is not less than {value}</source>
   <translation>{name} ist nicht weniger als {value}</translation>
  </message>
  <message>
   <source>{name} is not met.</source>
   <translation>{name} ist nicht erfüllt.</translation>
  </message>
  <message>
   <source>{name} is not more than {value}</source>
   <translation>{name} ist nicht mehr als {value}</translation>
  </message>
  <message>
   <source>{name} is not with you any more</source>
   <translation>{name} ist nicht mehr bei Ihnen</translation>
  </message>
  <message>
   <source>{name} is not {value}</source>
   <translation>{name} ist nicht {value}</translation>
  </message>
  <message>
   <source>{name} is noted.</source>
   <translation>{name} ist notiert.</translation>
  </message>
  <message>
   <source>{name} is off the list.</source>
   <translation>{name} steht nicht mehr auf der Liste.</translation>
  </message>
  <message>
   <source>{name} is sent back without a reason.</source>
   <translation>{name} kommt ohne Grund zurück.</translation>
  </message>
  <message>
   <source>{name} is won at the client. Nothing is left to dispute.</source>
   <translation>{name} ist beim Kunden gewonnen. Da ist nichts mehr strittig.</translation>
  </message>
  <message>
   <source>{name} is won in one row and lost in another (row {row}). Neither was used.</source>
   <translation>{name} ist in einer Zeile gewonnen und in einer anderen verloren (Zeile {row}). Keine wurde übernommen.</translation>
  </message>
  <message>
   <source>{name} is won, although sales had sent them back.</source>
   <translation>{name} ist gewonnen, obwohl der Vertrieb den Lead zurückgab.</translation>
  </message>
  <message>
   <source>{name} is writing batch {number} right now. Look again in a few minutes.</source>
   <translation>{name} schreibt gerade Paket {number}. Sehen Sie in ein paar Minuten wieder nach.</translation>
  </message>
  <message>
   <source>{name} is {value}</source>
   <translation>{name} ist {value}</translation>
  </message>
  <message>
   <source>{name} is {value}; it should be {wanted}.</source>
   <translation>{name} ist {value}; richtig wäre {wanted}.</translation>
  </message>
  <message numerus="yes">
   <source>{name} keeps the {n:,} call backs they promised.</source>
   <extracomment>One: {name} keeps the call back they promised.</extracomment>
   <translation>
    <numerusform>{name} übernimmt den zugesagten Rückruf.</numerusform>
    <numerusform>{name} übernimmt die {n:,} zugesagten Rückrufe.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} leaves</source>
   <translation>{name} scheidet aus</translation>
  </message>
  <message>
   <source>{name} makes no calls here. Name somebody else.</source>
   <translation>{name} telefoniert hier nicht. Nennen Sie jemand anderen.</translation>
  </message>
  <message>
   <source>{name} may be shown {per_hour:,} leads an hour and {per_day:,} a day.</source>
   <translation>{name} bekommt höchstens {per_hour:,} Leads pro Stunde und {per_day:,} pro Tag angezeigt.</translation>
  </message>
  <message>
   <source>{name} may {may} on {table}.</source>
   <translation>{name} darf auf {table}: {may}.</translation>
  </message>
  <message>
   <source>{name} put back</source>
   <translation>{name} wieder aufgenommen</translation>
  </message>
  <message>
   <source>{name} signed before this change. Ask again.</source>
   <translation>{name} hat vor dieser Änderung unterzeichnet. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>{name} signed for {other_side}. One person cannot sign for both sides.</source>
   <translation>{name} hat für {other_side} unterzeichnet. Niemand kann für beide Seiten unterzeichnen.</translation>
  </message>
  <message>
   <source>{name} stands in row {row} as well. It counts once.</source>
   <translation>{name} steht auch in Zeile {row}. Es zählt einmal.</translation>
  </message>
  <message>
   <source>{name} stays with you until then, and is back in the queue by itself.</source>
   <translation>{name} bleibt bis dahin bei Ihnen und ist danach von selbst wieder in der Warteschlange.</translation>
  </message>
  <message>
   <source>{name} still has no number that can be dialled.</source>
   <translation>{name} hat weiter keine wählbare Nummer.</translation>
  </message>
  <message>
   <source>{name} takes no leads at present.</source>
   <translation>{name} übernimmt zurzeit keine Leads.</translation>
  </message>
  <message>
   <source>{name} waits for your answer.</source>
   <translation>{name} wartet auf Ihre Antwort.</translation>
  </message>
  <message>
   <source>{name} wanted {wish}. You chose “{outcome}”. Listen for the last thing they say.</source>
   <translation>{name} wollte: {wish}. Sie haben „{outcome}“ gewählt. Achten Sie auf das, was zuletzt gesagt wird.</translation>
  </message>
  <message>
   <source>{name} was not called. Take the next one, and press Enter to dial.</source>
   <translation>{name} wurde nicht angerufen. Nehmen Sie den nächsten Lead und drücken Sie Enter zum Wählen.</translation>
  </message>
  <message>
   <source>{name} was told.</source>
   <translation>{name} weiß Bescheid.</translation>
  </message>
  <message>
   <source>{name} went to {receiver}. The answer came in the file of {other}, and counts.</source>
   <translation>{name} ging an {receiver}. Die Antwort kam in der Datei von {other} und zählt.</translation>
  </message>
  <message>
   <source>{name} withdrew from version {version} of “{definition}”: {because}</source>
   <translation>{name} hat die Unterschrift unter Version {version} von „{definition}“ zurückgezogen: {because}</translation>
  </message>
  <message>
   <source>{name} works here again.</source>
   <translation>{name} arbeitet wieder hier.</translation>
  </message>
  <message>
   <source>{name} works here until {day}.</source>
   <translation>{name} arbeitet hier bis {day}.</translation>
  </message>
  <message>
   <source>{name} {done} of {cases}</source>
   <translation>{name} {done} von {cases}</translation>
  </message>
  <message>
   <source>{name}, batch {n}</source>
   <translation>{name}, Paket {n}</translation>
  </message>
  <message>
   <source>{name}, new</source>
   <translation>{name}, neu</translation>
  </message>
  <message>
   <source>{name}, ours</source>
   <translation>{name}, unsere</translation>
  </message>
  <message>
   <source>{name}, place</source>
   <translation>{name}, Stelle</translation>
  </message>
  <message>
   <source>{name}, read in by {reader}</source>
   <translation>{name}, eingelesen von {reader}</translation>
  </message>
  <message>
   <source>{name}, version {version}</source>
   <translation>{name}, Version {version}</translation>
  </message>
  <message>
   <source>{name}, who was referred by {others}</source>
   <translation>{name}, empfohlen von {others}</translation>
  </message>
  <message>
   <source>{name}, {day}</source>
   <translation>{name}, {day}</translation>
  </message>
  <message>
   <source>{name}, {role}, by the login {login}.</source>
   <translation>{name}, {role}, laut Login {login}.</translation>
  </message>
  <message>
   <source>{name}: as written here</source>
   <translation>{name}: wie hier geschrieben</translation>
  </message>
  <message>
   <source>{name}: than what</source>
   <translation>{name}: als was</translation>
  </message>
  <message numerus="yes">
   <source>{name}: the campaign's hours and these both count, and {n} of its states have hours of their own.</source>
   <extracomment>One: {name}: the campaign's hours and these both count, and {n} of its states has hours of its own.</extracomment>
   <translation>
    <numerusform>{name}: Die Zeiten der Kampagne und diese gelten zusammen, und {n} Bundesstaat hat eigene Zeiten.</numerusform>
    <numerusform>{name}: Die Zeiten der Kampagne und diese gelten zusammen, und {n} Bundesstaaten haben eigene Zeiten.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}: the campaign's hours and these both count.</source>
   <translation>{name}: Die Zeiten der Kampagne und diese gelten zusammen.</translation>
  </message>
  <message>
   <source>{name}: version {number}</source>
   <translation>{name}: Version {number}</translation>
  </message>
  <message>
   <source>{name}: what to do then</source>
   <translation>{name}: was dann zu tun ist</translation>
  </message>
  <message>
   <source>{name}: what to say</source>
   <translation>{name}: was zu sagen ist</translation>
  </message>
  <message>
   <source>{name}: when it comes up</source>
   <translation>{name}: wann es vorkommt</translation>
  </message>
  <message>
   <source>{name}: {numbers}, {addresses}, {leads}.</source>
   <translation>{name}: {numbers}, {addresses}, {leads}.</translation>
  </message>
  <message>
   <source>{now:%H:%M} in {place}</source>
   <translation>{now:%H:%M} in {place}</translation>
  </message>
  <message>
   <source>{number} ext. {extension}</source>
   <translation>{number} Durchwahl {extension}</translation>
  </message>
  <message>
   <source>{number} is too long a number.</source>
   <translation>{number} ist eine zu lange Zahl.</translation>
  </message>
  <message>
   <source>{number} of {most}, {then}</source>
   <translation>{number} von {most}, {then}</translation>
  </message>
  <message>
   <source>{number} stands for the number, as +493023125001; {digits} for it without the plus.</source>
   <translation>{number} steht für die Nummer, etwa +493023125001; {digits} für sie ohne das Plus.</translation>
  </message>
  <message numerus="yes">
   <source>{n} accounts loaded.</source>
   <extracomment>One: {n} account loaded.</extracomment>
   <translation>
    <numerusform>{n} Kunde geladen.</numerusform>
    <numerusform>{n} Kunden geladen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} answers given.</source>
   <extracomment>One: {n} answer given.</extracomment>
   <translation>
    <numerusform>{n} Antwort gegeben.</numerusform>
    <numerusform>{n} Antworten gegeben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are not finished yet</source>
   <extracomment>One: {n} is not finished yet</extracomment>
   <translation>
    <numerusform>{n} noch nicht erledigt</numerusform>
    <numerusform>{n} noch nicht erledigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are on do not call</source>
   <extracomment>One: {n} is on do not call</extracomment>
   <translation>
    <numerusform>{n} auf der Sperrliste</numerusform>
    <numerusform>{n} auf der Sperrliste</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} backups are replaced.</source>
   <extracomment>One: {n} backup is replaced.</extracomment>
   <translation>
    <numerusform>{n} Sicherung ist ersetzt.</numerusform>
    <numerusform>{n} Sicherungen sind ersetzt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} backups still hold them, the oldest of {day}.</source>
   <extracomment>One: {n} backup still holds them, of {day}.</extracomment>
   <translation>
    <numerusform>In {n} Sicherung steht die Person noch, vom {day}.</numerusform>
    <numerusform>In {n} Sicherungen steht die Person noch, die älteste vom {day}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} batches</source>
   <extracomment>One: {n} batch</extracomment>
   <translation>
    <numerusform>{n} Paket</numerusform>
    <numerusform>{n} Pakete</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} callers are close to a limit</source>
   <extracomment>One: {n} caller is close to a limit</extracomment>
   <translation>
    <numerusform>{n} Caller ist nahe an einer Grenze</numerusform>
    <numerusform>{n} Caller sind nahe an einer Grenze</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} callers came close to a limit</source>
   <extracomment>One: A caller came close to a limit</extracomment>
   <translation>
    <numerusform>Ein Caller kam nahe an eine Grenze</numerusform>
    <numerusform>{n} Caller kamen nahe an eine Grenze</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} callers less are planned from {day}.</source>
   <extracomment>One: {n} caller less is planned from {day}.</extracomment>
   <translation>
    <numerusform>{n} Caller weniger ist ab {day} geplant.</numerusform>
    <numerusform>{n} Caller weniger sind ab {day} geplant.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} callers more are planned from {day}.</source>
   <extracomment>One: {n} caller more is planned from {day}.</extracomment>
   <translation>
    <numerusform>{n} Caller mehr ist ab {day} geplant.</numerusform>
    <numerusform>{n} Caller mehr sind ab {day} geplant.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} callers more from {day}</source>
   <extracomment>One: {n} caller more from {day}</extracomment>
   <translation>
    <numerusform>{n} Caller mehr ab {day}</numerusform>
    <numerusform>{n} Caller mehr ab {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} calls</source>
   <extracomment>One: {n} call</extracomment>
   <translation>
    <numerusform>{n} Anruf</numerusform>
    <numerusform>{n} Anrufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} calls in {span}</source>
   <extracomment>One: {n} call in {span}</extracomment>
   <translation>
    <numerusform>{n} Anruf je {span}</numerusform>
    <numerusform>{n} Anrufe je {span}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} calls to make.</source>
   <extracomment>One: {n} call to make.</extracomment>
   <translation>
    <numerusform>{n} Anruf zu machen.</numerusform>
    <numerusform>{n} Anrufe zu machen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} campaigns</source>
   <extracomment>One: {n} campaign</extracomment>
   <translation>
    <numerusform>{n} Kampagne</numerusform>
    <numerusform>{n} Kampagnen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} can still be taken back for a few seconds</source>
   <extracomment>One: {n} can still be taken back for a few seconds</extracomment>
   <translation>
    <numerusform>{n} kann noch ein paar Sekunden zurückgenommen werden</numerusform>
    <numerusform>{n} können noch ein paar Sekunden zurückgenommen werden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} cases, version {version}, begun {day}</source>
   <extracomment>One: {n} case, version {version}, begun {day}</extracomment>
   <translation>
    <numerusform>{n} Fall, Version {version}, begonnen {day}</numerusform>
    <numerusform>{n} Fälle, Version {version}, begonnen {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} changes from version {version}</source>
   <extracomment>One: {n} change from version {version}</extracomment>
   <translation>
    <numerusform>{n} Änderung gegenüber Version {version}</numerusform>
    <numerusform>{n} Änderungen gegenüber Version {version}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} columns missing: {names}</source>
   <extracomment>One: {n} column missing: {names}</extracomment>
   <translation>
    <numerusform>{n} Spalte fehlt: {names}</numerusform>
    <numerusform>{n} Spalten fehlen: {names}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} could not be removed.</source>
   <extracomment>One: {n} could not be removed.</extracomment>
   <translation>
    <numerusform>{n} ließ sich nicht entfernen.</numerusform>
    <numerusform>{n} ließen sich nicht entfernen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <extracomment>One: {n} day</extracomment>
   <translation>
    <numerusform>{n} Tag</numerusform>
    <numerusform>{n} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <comment>after</comment>
   <extracomment>One: {n} day</extracomment>
   <translation>
    <numerusform>{n} Tag</numerusform>
    <numerusform>{n} Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days ago</source>
   <extracomment>One: a day ago</extracomment>
   <translation>
    <numerusform>vor einem Tag</numerusform>
    <numerusform>vor {n} Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days left</source>
   <extracomment>One: 1 day left</extracomment>
   <translation>
    <numerusform>noch {n} Tag</numerusform>
    <numerusform>noch {n} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} differences.</source>
   <extracomment>One: {n} difference.</extracomment>
   <translation>
    <numerusform>{n} Unterschied.</numerusform>
    <numerusform>{n} Unterschiede.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} e-mails</source>
   <extracomment>One: {n} e-mail</extracomment>
   <translation>
    <numerusform>{n} E-Mail-Adresse</numerusform>
    <numerusform>{n} E-Mail-Adressen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} held back stay here.</source>
   <extracomment>One: {n} held back stays here.</extracomment>
   <translation>
    <numerusform>{n} Lead ist zurückgestellt und bleibt hier.</numerusform>
    <numerusform>{n} Leads sind zurückgestellt und bleiben hier.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} hours</source>
   <extracomment>One: {n} hour</extracomment>
   <translation>
    <numerusform>{n} Stunde</numerusform>
    <numerusform>{n} Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} hours ago</source>
   <extracomment>One: an hour ago</extracomment>
   <translation>
    <numerusform>vor einer Stunde</numerusform>
    <numerusform>vor {n} Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads</source>
   <extracomment>One: {n} lead</extracomment>
   <translation>
    <numerusform>{n} Lead</numerusform>
    <numerusform>{n} Leads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads are left out: they may not be contacted any more.</source>
   <extracomment>One: {n} lead is left out: they may not be contacted any more.</extracomment>
   <translation>
    <numerusform>{n} Lead fehlt darin: kein Kontakt mehr erlaubt.</numerusform>
    <numerusform>{n} Leads fehlen darin: kein Kontakt mehr erlaubt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads are removed.</source>
   <extracomment>One: {n} lead is removed.</extracomment>
   <translation>
    <numerusform>{n} Lead ist entfernt.</numerusform>
    <numerusform>{n} Leads sind entfernt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads can be called now</source>
   <extracomment>One: {n} lead can be called now</extracomment>
   <translation>
    <numerusform>{n} Lead kann jetzt angerufen werden</numerusform>
    <numerusform>{n} Leads können jetzt angerufen werden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads cannot be called yet: nobody knows what time it is for them.</source>
   <extracomment>One: {n} lead cannot be called yet: nobody knows what time it is for them.</extracomment>
   <translation>
    <numerusform>{n} Lead kann noch nicht angerufen werden: Niemand weiß, wie spät es dort ist.</numerusform>
    <numerusform>{n} Leads können noch nicht angerufen werden: Niemand weiß, wie spät es dort ist.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads have no number that can be dialled: find one in Research.</source>
   <extracomment>One: {n} lead has no number that can be dialled: find one in Research.</extracomment>
   <translation>
    <numerusform>{n} Lead hat keine wählbare Nummer: Suchen Sie eine unter Nachforschung.</numerusform>
    <numerusform>{n} Leads haben keine wählbare Nummer: Suchen Sie eine unter Nachforschung.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads lack something, and no other is ready. {name}: {lacks}</source>
   <extracomment>One: {n} lead lacks something, and no other is ready. {name}: {lacks}</extracomment>
   <translation>
    <numerusform>{n} Lead fehlt etwas, und kein anderer ist bereit. {name}: {lacks}</numerusform>
    <numerusform>{n} Leads fehlt etwas, und kein anderer ist bereit. {name}: {lacks}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads left the queue: this list says not to contact them.</source>
   <extracomment>One: {n} lead left the queue: this list says not to contact them.</extracomment>
   <translation>
    <numerusform>{n} Lead hat die Warteschlange verlassen: Diese Liste sagt, kein Kontakt.</numerusform>
    <numerusform>{n} Leads haben die Warteschlange verlassen: Diese Liste sagt, kein Kontakt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads of yours wait for an answer.</source>
   <extracomment>One: {n} lead of yours waits for an answer.</extracomment>
   <translation>
    <numerusform>{n} Lead von Ihnen wartet auf eine Antwort.</numerusform>
    <numerusform>{n} Leads von Ihnen warten auf eine Antwort.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads stay out of the queue: the list said not to contact them.</source>
   <extracomment>One: {n} lead stays out of the queue: the list said not to contact them.</extracomment>
   <translation>
    <numerusform>{n} Lead bleibt aus der Warteschlange: Die Liste sagte, kein Kontakt.</numerusform>
    <numerusform>{n} Leads bleiben aus der Warteschlange: Die Liste sagte, kein Kontakt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} leads today</source>
   <extracomment>One: {n} lead today</extracomment>
   <translation>
    <numerusform>{n} Lead heute</numerusform>
    <numerusform>{n} Leads heute</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} mails may have gone.</source>
   <extracomment>One: {n} mail may have gone.</extracomment>
   <translation>
    <numerusform>{n} E-Mail ist vielleicht angekommen.</numerusform>
    <numerusform>{n} E-Mails sind vielleicht angekommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} mails not sent.</source>
   <extracomment>One: {n} mail not sent.</extracomment>
   <translation>
    <numerusform>{n} E-Mail nicht gesendet.</numerusform>
    <numerusform>{n} E-Mails nicht gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} mails saved in {folder}. Open them in a mail program and send them.</source>
   <extracomment>One: {n} mail saved in {folder}. Open it in a mail program and send it.</extracomment>
   <translation>
    <numerusform>{n} Mail in {folder} gespeichert. Öffnen und senden Sie sie im Mailprogramm.</numerusform>
    <numerusform>{n} Mails in {folder} gespeichert. Öffnen und senden Sie sie im Mailprogramm.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} mails sent.</source>
   <extracomment>One: {n} mail sent.</extracomment>
   <translation>
    <numerusform>{n} E-Mail gesendet.</numerusform>
    <numerusform>{n} E-Mails gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} mails wait.</source>
   <extracomment>One: {n} mail waits.</extracomment>
   <translation>
    <numerusform>{n} Mail wartet.</numerusform>
    <numerusform>{n} Mails warten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} minutes</source>
   <extracomment>One: {n} minute</extracomment>
   <translation>
    <numerusform>{n} Minute</numerusform>
    <numerusform>{n} Minuten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} months</source>
   <extracomment>One: {n} month</extracomment>
   <translation>
    <numerusform>{n} Monat</numerusform>
    <numerusform>{n} Monate</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more leads are held for you until {at:%H:%M}, {minutes} min more.</source>
   <extracomment>One: {n} more lead is held for you until {at:%H:%M}, {minutes} min more.</extracomment>
   <translation>
    <numerusform>{n} weiterer Lead ist bis {at:%H:%M} für Sie reserviert, noch {minutes} Min.</numerusform>
    <numerusform>{n} weitere Leads sind bis {at:%H:%M} für Sie reserviert, noch {minutes} Min.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more stand in My day.</source>
   <extracomment>One: {n} more stands in My day.</extracomment>
   <translation>
    <numerusform>{n} weiterer steht in Mein Tag.</numerusform>
    <numerusform>{n} weitere stehen in Mein Tag.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} new columns: {names}</source>
   <extracomment>One: {n} new column: {names}</extracomment>
   <translation>
    <numerusform>{n} neue Spalte: {names}</numerusform>
    <numerusform>{n} neue Spalten: {names}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} notes on this list</source>
   <extracomment>One: {n} note on this list</extracomment>
   <translation>
    <numerusform>{n} Hinweis zu dieser Liste</numerusform>
    <numerusform>{n} Hinweise zu dieser Liste</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers</source>
   <extracomment>One: {n} number</extracomment>
   <translation>
    <numerusform>{n} Nummer</numerusform>
    <numerusform>{n} Nummern</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of their own</source>
   <extracomment>One: {n} of their own</extracomment>
   <translation>
    <numerusform>{n} eigene Zahl</numerusform>
    <numerusform>{n} eigene Zahlen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of these leads are in use. They stay</source>
   <extracomment>One: {n} of these leads is in use. It stays</extracomment>
   <translation>
    <numerusform>{n} dieser Leads ist in Gebrauch. Er bleibt</numerusform>
    <numerusform>{n} dieser Leads sind in Gebrauch. Sie bleiben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of these leads have calls. They stay</source>
   <extracomment>One: {n} of these leads has calls. It stays</extracomment>
   <translation>
    <numerusform>{n} dieser Leads hat Anrufe. Er bleibt</numerusform>
    <numerusform>{n} dieser Leads haben Anrufe. Sie bleiben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} other ends</source>
   <extracomment>One: {n} other end</extracomment>
   <translation>
    <numerusform>{n} anderes Ende</numerusform>
    <numerusform>{n} andere Enden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} other sheets were not loaded: {sheets}.</source>
   <extracomment>One: {n} other sheet was not loaded: {sheets}.</extracomment>
   <translation>
    <numerusform>{n} weiteres Blatt wurde nicht eingelesen: {sheets}.</numerusform>
    <numerusform>{n} weitere Blätter wurden nicht eingelesen: {sheets}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} others {leads}</source>
   <extracomment>One: {n} other {leads}</extracomment>
   <translation>
    <numerusform>{n} weitere Person {leads}</numerusform>
    <numerusform>{n} weitere {leads}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} outcomes. Each desk goes by them when it opens anew.</source>
   <extracomment>One: {n} outcome. Each desk goes by it when it opens anew.</extracomment>
   <translation>
    <numerusform>{n} Ergebnis. Jeder Arbeitsplatz richtet sich danach, sobald er neu öffnet.</numerusform>
    <numerusform>{n} Ergebnisse. Jeder Arbeitsplatz richtet sich danach, sobald er neu öffnet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people</source>
   <extracomment>One: {n} person</extracomment>
   <translation>
    <numerusform>{n} Person</numerusform>
    <numerusform>{n} Personen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people are as before.</source>
   <extracomment>One: {n} person is as before.</extracomment>
   <translation>
    <numerusform>{n} Person ist wie vorher.</numerusform>
    <numerusform>{n} Personen sind wie vorher.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people are erased.</source>
   <extracomment>One: {n} person is erased.</extracomment>
   <translation>
    <numerusform>{n} Person ist gelöscht.</numerusform>
    <numerusform>{n} Personen sind gelöscht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} places not translated yet</source>
   <extracomment>One: {n} place not translated yet</extracomment>
   <translation>
    <numerusform>{n} Stelle noch nicht übersetzt</numerusform>
    <numerusform>{n} Stellen noch nicht übersetzt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} points</source>
   <extracomment>One: {n} point</extracomment>
   <translation>
    <numerusform>{n} Punkt</numerusform>
    <numerusform>{n} Punkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} points short of {threshold}: {what}.</source>
   <extracomment>One: {n} point short of {threshold}: {what}.</extracomment>
   <translation>
    <numerusform>Noch {n} Punkt bis {threshold}: {what}.</numerusform>
    <numerusform>Noch {n} Punkte bis {threshold}: {what}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} points, {threshold} needed</source>
   <extracomment>One: {n} point, {threshold} needed</extracomment>
   <translation>
    <numerusform>{n} Punkt, {threshold} nötig</numerusform>
    <numerusform>{n} Punkte, {threshold} nötig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} questions answered</source>
   <extracomment>One: {n} question answered</extracomment>
   <translation>
    <numerusform>{n} Frage beantwortet</numerusform>
    <numerusform>{n} Fragen beantwortet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} questions are never asked.</source>
   <extracomment>One: {n} question is never asked.</extracomment>
   <translation>
    <numerusform>{n} Frage wird nie gestellt.</numerusform>
    <numerusform>{n} Fragen werden nie gestellt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} questions for you</source>
   <extracomment>One: {n} question for you</extracomment>
   <translation>
    <numerusform>{n} Frage an Sie</numerusform>
    <numerusform>{n} Fragen an Sie</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rules are due to be looked up</source>
   <extracomment>One: {n} rule is due to be looked up</extracomment>
   <translation>
    <numerusform>{n} Regel ist zu prüfen</numerusform>
    <numerusform>{n} Regeln sind zu prüfen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} seconds</source>
   <extracomment>One: {n} second</extracomment>
   <translation>
    <numerusform>{n} Sekunde</numerusform>
    <numerusform>{n} Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things before calls can start</source>
   <extracomment>One: {n} thing before calls can start</extracomment>
   <translation>
    <numerusform>Noch {n} Angabe, dann kann angerufen werden</numerusform>
    <numerusform>Noch {n} Angaben, dann kann angerufen werden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things keep this script from being used.</source>
   <extracomment>One: {n} thing keeps this script from being used.</extracomment>
   <translation>
    <numerusform>{n} Punkt verhindert, dass dieser Leitfaden genutzt wird.</numerusform>
    <numerusform>{n} Punkte verhindern, dass dieser Leitfaden genutzt wird.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to add, calls go on</source>
   <extracomment>One: {n} thing to add, calls go on</extracomment>
   <translation>
    <numerusform>{n} Angabe fehlt, Anrufe laufen weiter</numerusform>
    <numerusform>{n} Angaben fehlen, Anrufe laufen weiter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to mend.</source>
   <extracomment>One: {n} thing to mend.</extracomment>
   <translation>
    <numerusform>{n} Stelle zu korrigieren.</numerusform>
    <numerusform>{n} Stellen zu korrigieren.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} times</source>
   <extracomment>One: once</extracomment>
   <translation>
    <numerusform>einmal</numerusform>
    <numerusform>{n}-mal</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} to answer</source>
   <translation>{n} offen</translation>
  </message>
  <message numerus="yes">
   <source>{n} to fix stay here.</source>
   <extracomment>One: {n} to fix stays here.</extracomment>
   <translation>
    <numerusform>{n} Lead ist zu klären und bleibt hier.</numerusform>
    <numerusform>{n} Leads sind zu klären und bleiben hier.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} tries for the {leads:,} giveaway leads</source>
   <extracomment>One: {n} try for the {leads:,} giveaway leads</extracomment>
   <translation>
    <numerusform>{n} Versuch für die {leads:,} Give-away-Leads</numerusform>
    <numerusform>{n} Versuche für die {leads:,} Give-away-Leads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} tries so far</source>
   <extracomment>One: {n} try so far</extracomment>
   <translation>
    <numerusform>{n} Versuch bisher</numerusform>
    <numerusform>{n} Versuche bisher</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} were not called yet</source>
   <extracomment>One: {n} was not called yet</extracomment>
   <translation>
    <numerusform>{n} noch nicht angerufen</numerusform>
    <numerusform>{n} noch nicht angerufen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} were not reached</source>
   <extracomment>One: {n} was not reached</extracomment>
   <translation>
    <numerusform>{n} nicht erreicht</numerusform>
    <numerusform>{n} nicht erreicht</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} working days</source>
   <extracomment>One: {n} working day</extracomment>
   <translation>
    <numerusform>{n} Arbeitstag</numerusform>
    <numerusform>{n} Arbeitstage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} working days left</source>
   <extracomment>One: 1 working day left</extracomment>
   <translation>
    <numerusform>noch {n} Arbeitstag</numerusform>
    <numerusform>noch {n} Arbeitstage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years</source>
   <extracomment>One: {n} year</extracomment>
   <translation>
    <numerusform>{n} Jahr</numerusform>
    <numerusform>{n} Jahre</numerusform>
   </translation>
  </message>
  <message>
   <source>{opens} to {closes}</source>
   <translation>{opens} bis {closes}</translation>
  </message>
  <message>
   <source>{others} and {last}</source>
   <translation>{others} und {last}</translation>
  </message>
  <message>
   <source>{others} or {last}</source>
   <translation>{others} oder {last}</translation>
  </message>
  <message>
   <source>{other} is on a call with them now. Leave a message instead.</source>
   <translation>{other} ist dort gerade im Gespräch. Hinterlassen Sie eine Nachricht.</translation>
  </message>
  <message>
   <source>{over} letters too long. Sales reads one line.</source>
   <translation>{over} Zeichen zu lang. Der Vertrieb liest eine Zeile.</translation>
  </message>
  <message>
   <source>{owner} alone</source>
   <translation>nur {owner}</translation>
  </message>
  <message>
   <source>{part:,} of {whole:,}</source>
   <translation>{part:,} von {whole:,}</translation>
  </message>
  <message>
   <source>{part} of {all}</source>
   <translation>{part} von {all}</translation>
  </message>
  <message>
   <source>{part} of {whole}</source>
   <translation>{part} von {whole}</translation>
  </message>
  <message numerus="yes">
   <source>{part} people in this file are in {country}.</source>
   <extracomment>One: {part} people in this file is in {country}.</extracomment>
   <translation>
    <numerusform>{part} Personen in dieser Datei ist in {country}.</numerusform>
    <numerusform>{part} Personen in dieser Datei sind in {country}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{path} cannot be copied: {why}.</source>
   <translation>{path} lässt sich nicht kopieren: {why}.</translation>
  </message>
  <message>
   <source>{path} cannot be read: {why}.</source>
   <translation>{path} ist nicht lesbar: {why}.</translation>
  </message>
  <message>
   <source>{path} cannot be replaced: {why}.</source>
   <translation>{path} lässt sich nicht ersetzen: {why}.</translation>
  </message>
  <message>
   <source>{path} cannot be written: {why}.</source>
   <translation>{path} lässt sich nicht schreiben: {why}.</translation>
  </message>
  <message>
   <source>{path} is a file. Choose a folder for backups.</source>
   <translation>{path} ist eine Datei. Wählen Sie einen Ordner für Sicherungen.</translation>
  </message>
  <message>
   <source>{path} is a folder. Name a file in it for the backup.</source>
   <translation>{path} ist ein Ordner. Nennen Sie darin eine Datei für die Sicherung.</translation>
  </message>
  <message>
   <source>{path} is a folder. Name a file in it.</source>
   <translation>{path} ist ein Ordner. Nennen Sie eine Datei darin.</translation>
  </message>
  <message>
   <source>{path} is a folder. Name the workspace file in it.</source>
   <translation>{path} ist ein Ordner. Nennen Sie die Datei des Arbeitsbereichs darin.</translation>
  </message>
  <message>
   <source>{path} is a workspace and no backup of one. Choose another file.</source>
   <translation>{path} ist ein Arbeitsbereich und keine Sicherung. Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{path} is damaged: {why}. Choose another backup. Nothing was changed.</source>
   <translation>{path} ist beschädigt: {why}. Wählen Sie eine andere Sicherung. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>{path} is empty, and a workspace was in it. Put a backup back: qualdesk restore newest. To begin anew, move the empty file away. Nothing was changed.</source>
   <translation>{path} ist leer, und es war ein Arbeitsbereich darin. Spielen Sie eine Sicherung zurück: qualdesk restore newest. Um neu zu beginnen, verschieben Sie die leere Datei an einen anderen Ort. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>{path} is not as it was written: it was damaged since. Choose another backup. Nothing was changed.</source>
   <translation>{path} ist nicht mehr, wie es geschrieben wurde: Es wurde seither beschädigt. Wählen Sie eine andere Sicherung. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>{path} is on a network drive, where a workspace file gets damaged. Choose a folder on this computer, or use PostgreSQL for a team.</source>
   <translation>{path} liegt auf einem Netzlaufwerk, wo ein Arbeitsbereich Schaden nimmt. Wählen Sie einen Ordner auf diesem Computer oder PostgreSQL für ein Team.</translation>
  </message>
  <message>
   <source>{path} is there already and is no backup. Choose another file.</source>
   <translation>{path} gibt es schon und ist keine Sicherung. Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{per_hour:,} leads an hour, {per_day:,} in 24 hours.</source>
   <translation>{per_hour:,} Leads pro Stunde, {per_day:,} in 24 Stunden.</translation>
  </message>
  <message>
   <source>{percent} percent</source>
   <translation>{percent} Prozent</translation>
  </message>
  <message>
   <source>{person} disputes it</source>
   <translation>{person} beanstandet das</translation>
  </message>
  <message>
   <source>{person} disputes it: {says}</source>
   <translation>{person} beanstandet: {says}</translation>
  </message>
  <message>
   <source>{person} instead</source>
   <translation>stattdessen {person}</translation>
  </message>
  <message>
   <source>{place:,} of {all:,}</source>
   <translation>{place:,} von {all:,}</translation>
  </message>
  <message>
   <source>{place} is not called now.</source>
   <translation>{place} wird jetzt nicht angerufen.</translation>
  </message>
  <message>
   <source>{place} may be called now.</source>
   <translation>{place} darf jetzt angerufen werden.</translation>
  </message>
  <message>
   <source>{place} of {of}</source>
   <translation>{place} von {of}</translation>
  </message>
  <message>
   <source>{place}, {source}</source>
   <translation>{place}, {source}</translation>
  </message>
  <message numerus="yes">
   <source>{points} points</source>
   <extracomment>One: {points} point</extracomment>
   <translation>
    <numerusform>{points} Punkt</numerusform>
    <numerusform>{points} Punkte</numerusform>
   </translation>
  </message>
  <message>
   <source>{question} is a period, and a spreadsheet form cannot say that one period is before another. Ask for a date, or compare with one answer.</source>
   <translation>{question} ist ein Zeitraum, und ein Tabellenformular kann nicht sagen, dass einer vor dem anderen liegt. Fragen Sie nach einem Datum oder vergleichen Sie mit einer Antwort.</translation>
  </message>
  <message>
   <source>{question} is a {kind} question and is never more or less than {than!r}. Compare a number with a number, or a date with a date.</source>
   <translation>{question} ist eine Frage der Art {kind} und nie mehr oder weniger als {than!r}. Vergleichen Sie Zahl mit Zahl oder Datum mit Datum.</translation>
  </message>
  <message>
   <source>{question} is a {kind} question and never equals {value!r}. Compare it with an answer it can have.</source>
   <translation>{question} ist eine Frage der Art {kind} und nie gleich {value!r}. Vergleichen Sie mit einer möglichen Antwort.</translation>
  </message>
  <message>
   <source>{question} is compared with words that other programs read otherwise: curly quotes, line breaks or ${{. Compare it with simpler words.</source>
   <translation>{question} wird mit Text verglichen, den andere Programme anders lesen: typografische Anführungszeichen, Zeilenumbrüche oder ${{. Vergleichen Sie mit einfacherem Text.</translation>
  </message>
  <message>
   <source>{question}, if {name}</source>
   <translation>{question}, falls {name}</translation>
  </message>
  <message>
   <source>{question}, if, order</source>
   <translation>{question}, falls, Reihenfolge</translation>
  </message>
  <message>
   <source>{question}, taken out</source>
   <translation>{question}, entfernt</translation>
  </message>
  <message>
   <source>{question}, their words</source>
   <translation>{question}, im Wortlaut</translation>
  </message>
  <message>
   <source>{receiver} can take it from {time}.</source>
   <translation>{receiver} kann ihn ab {time} übernehmen.</translation>
  </message>
  <message numerus="yes">
   <source>{register}: look people up at least every {n} days</source>
   <extracomment>One: {register}: look people up at least every {n} day</extracomment>
   <translation>
    <numerusform>{register}: mindestens jeden Tag abgleichen</numerusform>
    <numerusform>{register}: mindestens alle {n} Tage abgleichen</numerusform>
   </translation>
  </message>
  <message>
   <source>{role}. Has no login here.</source>
   <translation>{role}. Hat hier keinen Login.</translation>
  </message>
  <message>
   <source>{role}. Here now.</source>
   <translation>{role}. Jetzt hier.</translation>
  </message>
  <message>
   <source>{role}. Last seen {when}.</source>
   <translation>{role}. Zuletzt gesehen: {when}.</translation>
  </message>
  <message>
   <source>{role}. Not seen yet.</source>
   <translation>{role}. Noch nicht gesehen.</translation>
  </message>
  <message>
   <source>{rows} in all, each counted once.</source>
   <translation>{rows} insgesamt, jede einmal gezählt.</translation>
  </message>
  <message>
   <source>{rows} not readable</source>
   <translation>{rows} nicht lesbar</translation>
  </message>
  <message>
   <source>{rows} readable</source>
   <translation>{rows} lesbar</translation>
  </message>
  <message>
   <source>{row}  Headings</source>
   <translation>{row}  Überschriften</translation>
  </message>
  <message>
   <source>{rules}: no call without {ground}.</source>
   <translation>{rules}: kein Anruf ohne {ground}.</translation>
  </message>
  <message>
   <source>{rules}: no more than {limit}.</source>
   <translation>{rules}: höchstens {limit}.</translation>
  </message>
  <message>
   <source>{rules}: public holidays of {year} are not known here.</source>
   <translation>{rules}: Die Feiertage {year} sind hier nicht bekannt.</translation>
  </message>
  <message>
   <source>{rules}: set aside by {name}. {because}</source>
   <translation>{rules}: ausgesetzt von {name}. {because}</translation>
  </message>
  <message>
   <source>{rules}: the rules are not known for certain.</source>
   <translation>{rules}: Die Regeln sind nicht sicher bekannt.</translation>
  </message>
  <message>
   <source>{rule} counts for {campaign} again</source>
   <translation>{rule} gilt für {campaign} wieder</translation>
  </message>
  <message>
   <source>{rule} is set aside for {campaign}</source>
   <translation>{rule} ist für {campaign} ausgesetzt</translation>
  </message>
  <message>
   <source>{rule}, incomplete</source>
   <translation>{rule}, unvollständig</translation>
  </message>
  <message>
   <source>{rule}: last looked up on {day}.</source>
   <translation>{rule}: zuletzt geprüft am {day}.</translation>
  </message>
  <message>
   <source>{said}. Enter shows them</source>
   <translation>{said}. Enter zeigt sie</translation>
  </message>
  <message>
   <source>{salesperson} has a talk then: {day}, {at:%H:%M} in {place}, {minutes} minutes. Choose another.</source>
   <translation>{salesperson} hat dann ein Gespräch: {day}, {at:%H:%M} in {place}, {minutes} Minuten. Wählen Sie eine andere Zeit.</translation>
  </message>
  <message>
   <source>{salesperson} is not on duty then. Book it only if they agreed.</source>
   <translation>{salesperson} ist dann nicht im Dienst. Buchen Sie nur nach Absprache.</translation>
  </message>
  <message>
   <source>{says} A command without a terminal reads it from the file named in {variable}.</source>
   <translation>{says} Ein Befehl ohne Terminal liest sie aus der Datei, die {variable} nennt.</translation>
  </message>
  <message>
   <source>{says} Mend it in {path}, under [intake].</source>
   <translation>{says} Berichtigen Sie es in {path} unter [intake].</translation>
  </message>
  <message>
   <source>{says}, and {more} more</source>
   <translation>{says}, und {more} weitere</translation>
  </message>
  <message>
   <source>{scheme}: opens files or runs programs. Choose one that only dials.</source>
   <translation>{scheme}: öffnet Dateien oder startet Programme. Wählen Sie eine Adresse, die nur wählt.</translation>
  </message>
  <message>
   <source>{seconds:.0f} s</source>
   <translation>{seconds:.0f} Sek.</translation>
  </message>
  <message>
   <source>{share:.0%}</source>
   <translation>{share:.0%}</translation>
  </message>
  <message>
   <source>{share:.0%} ({yes:,} of {of:,})</source>
   <translation>{share:.0%} ({yes:,} von {of:,})</translation>
  </message>
  <message>
   <source>{share:.0%}, between {low:.0%} and {high:.0%}</source>
   <translation>{share:.0%}, zwischen {low:.0%} und {high:.0%}</translation>
  </message>
  <message>
   <source>{share} of the list</source>
   <translation>{share} der Liste</translation>
  </message>
  <message>
   <source>{share} of the list went on to sales.</source>
   <translation>{share} der Liste gingen an den Vertrieb.</translation>
  </message>
  <message>
   <source>{share} of those called</source>
   <translation>{share} der Angerufenen</translation>
  </message>
  <message>
   <source>{share}, {yes:,} of {of:,}; chance alone makes it {low:.0%} to {high:.0%}</source>
   <translation>{share}, {yes:,} von {of:,}; allein der Zufall macht {low:.0%} bis {high:.0%}</translation>
  </message>
  <message>
   <source>{sheets} and {n} more</source>
   <translation>{sheets} und {n} weitere</translation>
  </message>
  <message>
   <source>{sheet} (hidden)</source>
   <translation>{sheet} (ausgeblendet)</translation>
  </message>
  <message>
   <source>{sheet}, row {row}</source>
   <translation>{sheet}, Zeile {row}</translation>
  </message>
  <message>
   <source>{sheet}, row {row}, {column}</source>
   <translation>{sheet}, Zeile {row}, {column}</translation>
  </message>
  <message>
   <source>{sheet}, {place} of {sheets}</source>
   <translation>{sheet}, {place} von {sheets}</translation>
  </message>
  <message>
   <source>{shown:,} of the {read:,} lines shown so far fit.</source>
   <translation>{shown:,} der {read:,} bisher gezeigten Zeilen passen.</translation>
  </message>
  <message>
   <source>{shown:,} of {all:,} shown.</source>
   <translation>{shown:,} von {all:,} gezeigt.</translation>
  </message>
  <message>
   <source>{side} has signed already. One name per side.</source>
   <translation>{side} hat schon unterzeichnet. Je Seite ein Name.</translation>
  </message>
  <message>
   <source>{side} has signed nothing that could be taken back.</source>
   <translation>{side} hat nichts unterzeichnet, was sich zurückziehen lässt.</translation>
  </message>
  <message>
   <source>{source}, came only for the giveaway</source>
   <translation>{source}, kam nur für das Give-away</translation>
  </message>
  <message>
   <source>{span}: nobody was called</source>
   <translation>{span}: niemand angerufen</translation>
  </message>
  <message>
   <source>{span}: {share} of {of:,} calls were answered</source>
   <translation>{span}: {share} von {of:,} Anrufen angenommen</translation>
  </message>
  <message>
   <source>{span}: {yes:,} of {of:,} calls were answered</source>
   <translation>{span}: {yes:,} von {of:,} Anrufen angenommen</translation>
  </message>
  <message>
   <source>{stages} says neither won nor lost. Write one of the two.</source>
   <translation>{stages} sagt weder gewonnen noch verloren. Schreiben Sie eins von beiden.</translation>
  </message>
  <message>
   <source>{stage} cannot come after {other}. The order is open, discover, fit, next_step, each once.</source>
   <translation>{stage} kann nicht nach {other} kommen. Die Reihenfolge ist open, discover, fit, next_step, jedes einmal.</translation>
  </message>
  <message>
   <source>{stage}, question {at} of {of}</source>
   <translation>{stage}, Frage {at} von {of}</translation>
  </message>
  <message>
   <source>{stage}, question {number} of {count}</source>
   <translation>{stage}, Frage {number} von {count}</translation>
  </message>
  <message numerus="yes">
   <source>{stays}; the other {n} are removed.</source>
   <extracomment>One: {stays}; the other {n} is removed.</extracomment>
   <translation>
    <numerusform>{stays}; der andere ist entfernt.</numerusform>
    <numerusform>{stays}; die anderen {n} sind entfernt.</numerusform>
   </translation>
  </message>
  <message>
   <source>{supervisor} moved you to {campaign}, from your next lead.</source>
   <translation>{supervisor} hat Sie zu {campaign} geholt, ab Ihrem nächsten Lead.</translation>
  </message>
  <message>
   <source>{table} has a row that the other database cannot keep. Nothing was moved.</source>
   <translation>{table} hat eine Zeile, die die andere Datenbank nicht halten kann. Nichts wurde umgezogen.</translation>
  </message>
  <message>
   <source>{table}, row {row}: “{column}” has a value that the other database cannot keep ({why}). Nothing was moved.</source>
   <translation>{table}, Zeile {row}: „{column}“ hat einen Wert, den die andere Datenbank nicht halten kann ({why}). Nichts wurde umgezogen.</translation>
  </message>
  <message>
   <source>{table}: row-level security is {on}.</source>
   <translation>{table}: Die Sicherheit auf Zeilenebene ist {on}.</translation>
  </message>
  <message>
   <source>{table}: the rule {name} is not ours.</source>
   <translation>{table}: Die Regel {name} stammt nicht von uns.</translation>
  </message>
  <message>
   <source>{tenths} in 10</source>
   <translation>{tenths} von 10</translation>
  </message>
  <message>
   <source>{threshold} points are needed, and the best call gives {most}. Lower it, or give more points.</source>
   <translation>Nötig sind {threshold} Punkte, der beste Anruf bringt {most}. Senken Sie die Zahl oder geben Sie mehr Punkte.</translation>
  </message>
  <message>
   <source>{threshold} points are needed, and the best call gives {most}. Lower the threshold, or give more points.</source>
   <translation>Nötig sind {threshold} Punkte, der beste Anruf bringt {most}. Senken Sie die Schwelle oder geben Sie mehr Punkte.</translation>
  </message>
  <message>
   <source>{time} ahead of you</source>
   <translation>{time} später als bei Ihnen</translation>
  </message>
  <message>
   <source>{time} behind you</source>
   <translation>{time} früher als bei Ihnen</translation>
  </message>
  <message>
   <source>{time} for you</source>
   <translation>{time} bei Ihnen</translation>
  </message>
  <message>
   <source>{time} in {place}</source>
   <translation>{time} in {place}</translation>
  </message>
  <message>
   <source>{time} in {place} ({day}, {ours:%H:%M} for you)</source>
   <translation>{time} in {place} (bei Ihnen {day}, {ours:%H:%M})</translation>
  </message>
  <message>
   <source>{time} in {place} ({ours:%H:%M} for you)</source>
   <translation>{time} in {place} (bei Ihnen {ours:%H:%M})</translation>
  </message>
  <message numerus="yes">
   <source>{title}, {n} missing</source>
   <extracomment>One: {title}, {n} missing</extracomment>
   <translation>
    <numerusform>{title}, {n} fehlt</numerusform>
    <numerusform>{title}, {n} fehlen</numerusform>
   </translation>
  </message>
  <message>
   <source>{title}: {before:,}, then {after:,}. {says}</source>
   <translation>{title}: {before:,}, dann {after:,}. {says}</translation>
  </message>
  <message>
   <source>{today}, none is late</source>
   <translation>{today}, keiner überfällig</translation>
  </message>
  <message>
   <source>{today}, {late}</source>
   <translation>{today}, {late}</translation>
  </message>
  <message numerus="yes">
   <source>{today}. {n:,} of earlier days are late</source>
   <extracomment>One: {today}. {n:,} of an earlier day is late</extracomment>
   <translation>
    <numerusform>{today}. {n:,} eines früheren Tages ist überfällig</numerusform>
    <numerusform>{today}. {n:,} früherer Tage sind überfällig</numerusform>
   </translation>
  </message>
  <message>
   <source>{took} taken, {back} sent back</source>
   <translation>{took} angenommen, {back} zurückgegeben</translation>
  </message>
  <message>
   <source>{total:,} leads are in the list, and {stand:,} stand somewhere.</source>
   <translation>{total:,} Leads sind in der Liste, {stand:,} haben einen Stand.</translation>
  </message>
  <message>
   <source>{undo} takes it back.</source>
   <translation>{undo} nimmt es zurück.</translation>
  </message>
  <message>
   <source>{used} of {columns} matched</source>
   <translation>{used} von {columns} zugeordnet</translation>
  </message>
  <message>
   <source>{used} of {columns} matched, {rest} not used</source>
   <translation>{used} von {columns} zugeordnet, {rest} nicht genutzt</translation>
  </message>
  <message>
   <source>{way}, {matter}: {state}</source>
   <translation>{way}, {matter}: {state}</translation>
  </message>
  <message>
   <source>{way}, {matter}: {state}, {when}</source>
   <translation>{way}, {matter}: {state}, {when}</translation>
  </message>
  <message>
   <source>{weekday} is no calling day there. Keep it only if they named it.</source>
   <translation>{weekday} ist dort kein Anruftag. Behalten Sie ihn nur, wenn er dort genannt wurde.</translation>
  </message>
  <message>
   <source>{weekday} {day} {month}</source>
   <translation>{weekday} {day}. {month}</translation>
  </message>
  <message>
   <source>{weekday}, {day}</source>
   <translation>{weekday}, {day}</translation>
  </message>
  <message>
   <source>{weekday}, {hour} to {ends}</source>
   <translation>{weekday}, {hour} bis {ends} Uhr</translation>
  </message>
  <message>
   <source>{week} is still to come. A report is made of this week, or of one before it.</source>
   <translation>{week} liegt in der Zukunft. Ein Bericht ist von dieser Woche oder von einer davor.</translation>
  </message>
  <message>
   <source>{what} belongs to {owner}.</source>
   <translation>{what} gehört {owner}.</translation>
  </message>
  <message>
   <source>{what} has over {most:,} letters. Shorten it.</source>
   <translation>{what} hat über {most:,} Zeichen. Kürzen Sie.</translation>
  </message>
  <message>
   <source>{what} is not made by itself any more.</source>
   <translation>{what} wird nicht mehr von selbst erstellt.</translation>
  </message>
  <message>
   <source>{what} was made by qualdesk {theirs}. You have {ours}. Nothing was changed.</source>
   <translation>{what} wurde mit qualdesk {theirs} gemacht. Sie haben {ours}. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>{what} was sent on {day}</source>
   <translation>{what} gesendet am {day}</translation>
  </message>
  <message>
   <source>{what} was sent to {address} on {day}</source>
   <translation>{what} an {address} gesendet am {day}</translation>
  </message>
  <message>
   <source>{what}, seen by {who}.</source>
   <translation>{what}, gesehen von {who}.</translation>
  </message>
  <message>
   <source>{what}, the day</source>
   <translation>{what}, der Tag</translation>
  </message>
  <message>
   <source>{what}, the time of day</source>
   <translation>{what}, die Uhrzeit</translation>
  </message>
  <message>
   <source>{what}, {when}.</source>
   <translation>{what}, {when}.</translation>
  </message>
  <message>
   <source>{what}: write the time like 17:00.</source>
   <translation>{what}: Schreiben Sie die Uhrzeit wie 17:00.</translation>
  </message>
  <message>
   <source>{what}: {kept:,} in the numbers, {counted:,} in the rows</source>
   <translation>{what}: {kept:,} in den Zahlen, {counted:,} in den Zeilen</translation>
  </message>
  <message>
   <source>{what}: {parts}</source>
   <translation>{what}: {parts}</translation>
  </message>
  <message>
   <source>{when}, {ago}.</source>
   <translation>{when}, {ago}.</translation>
  </message>
  <message>
   <source>{when}, {ago}. That is long ago: make a copy now.</source>
   <translation>{when}, {ago}. Das ist lange her: Machen Sie jetzt eine Kopie.</translation>
  </message>
  <message>
   <source>{when}, {points} points</source>
   <translation>{when}, {points} Punkte</translation>
  </message>
  <message>
   <source>{who} about {lead}, arrived {when}</source>
   <translation>{who} zu {lead}, eingegangen {when}</translation>
  </message>
  <message>
   <source>{who} answered your question about the list of {name}</source>
   <translation>{who} hat Ihre Frage zur Liste von {name} beantwortet</translation>
  </message>
  <message>
   <source>{who} answers questions about these data.</source>
   <translation>Fragen zu diesen Daten beantwortet {who}.</translation>
  </message>
  <message>
   <source>{who} called {lead}, {when}</source>
   <translation>{who} rief {lead} an, {when}</translation>
  </message>
  <message>
   <source>{who} has answered this meanwhile: {answer}</source>
   <translation>{who} hat das inzwischen beantwortet: {answer}</translation>
  </message>
  <message>
   <source>{who} has had this lead since {at:%H:%M}.</source>
   <translation>{who} hat diesen Lead seit {at:%H:%M}.</translation>
  </message>
  <message>
   <source>{who} has had this lead since.</source>
   <translation>{who} hat diesen Lead inzwischen gehabt.</translation>
  </message>
  <message>
   <source>{who} has them in hand now.</source>
   <translation>Jetzt bei {who} in Bearbeitung.</translation>
  </message>
  <message>
   <source>{who} has this lead and is told that you took the call.</source>
   <translation>{who} hat diesen Lead und erfährt, dass Sie den Anruf angenommen haben.</translation>
  </message>
  <message>
   <source>{who} has this lead in hand. Choose when they are done.</source>
   <translation>{who} bearbeitet diesen Lead gerade. Erst danach entscheiden.</translation>
  </message>
  <message>
   <source>{who} has this lead now.</source>
   <translation>{who} hat diesen Lead gerade.</translation>
  </message>
  <message>
   <source>{who} has this lead now. Ask them before you dial it.</source>
   <translation>{who} hat diesen Lead gerade. Fragen Sie nach, bevor Sie wählen.</translation>
  </message>
  <message>
   <source>{who} left you a message about {name}, {at:%H:%M}</source>
   <translation>{who} hat Ihnen eine Nachricht zu {name} hinterlassen, {at:%H:%M}</translation>
  </message>
  <message>
   <source>{who} left: {says}</source>
   <translation>{who} hinterließ: {says}</translation>
  </message>
  <message>
   <source>{who} on: {question}</source>
   <translation>{who} zu: {question}</translation>
  </message>
  <message>
   <source>{who} saved this draft at {at:%H:%M}.</source>
   <translation>{who} hat diesen Entwurf um {at:%H:%M} Uhr gespeichert.</translation>
  </message>
  <message>
   <source>{who} saved this draft meanwhile. Choose whose words to keep; theirs stay to be seen.</source>
   <translation>{who} hat diesen Entwurf inzwischen gespeichert. Wählen Sie, wessen Text bleibt; der andere bleibt sichtbar.</translation>
  </message>
  <message>
   <source>{who} saved this draft.</source>
   <translation>{who} hat diesen Entwurf gespeichert.</translation>
  </message>
  <message>
   <source>{who} signed for {their_side}. Somebody of {side} takes theirs back.</source>
   <translation>{who} hat für {their_side} unterzeichnet. Die Unterschrift für {side} zieht jemand von dort zurück.</translation>
  </message>
  <message>
   <source>{who} used or dropped this draft meanwhile. Save it again to go on with yours.</source>
   <translation>{who} hat diesen Entwurf inzwischen verwendet oder verworfen. Speichern Sie noch einmal, um mit Ihrem weiterzuarbeiten.</translation>
  </message>
  <message numerus="yes">
   <source>{who}, {campaign}: last contact {day} {year}, kept for {n} months.</source>
   <extracomment>One: {who}, {campaign}: last contact {day} {year}, kept for {n} month.</extracomment>
   <translation>
    <numerusform>{who}, {campaign}: letzter Kontakt {day} {year}, Frist {n} Monat.</numerusform>
    <numerusform>{who}, {campaign}: letzter Kontakt {day} {year}, Frist {n} Monate.</numerusform>
   </translation>
  </message>
  <message>
   <source>{who}: not called yet</source>
   <translation>{who}: noch nicht angerufen</translation>
  </message>
  <message>
   <source>{who}: with {caller} now</source>
   <translation>{who}: gerade bei {caller}</translation>
  </message>
  <message numerus="yes">
   <source>{word}: costs about {n} points a call.</source>
   <extracomment>One: {word}: costs about {n} point a call.</extracomment>
   <translation>
    <numerusform>{word}: kostet etwa {n} Punkt je Anruf.</numerusform>
    <numerusform>{word}: kostet etwa {n} Punkte je Anruf.</numerusform>
   </translation>
  </message>
  <message>
   <source>{word}: costs nothing now.</source>
   <translation>{word}: kostet gerade nichts.</translation>
  </message>
  <message>
   <source>{yes:,} of {of:,}</source>
   <translation>{yes:,} von {of:,}</translation>
  </message>
  <message>
   <source>{yes:,} of {of:,} ({share:.0%}, {low:.0%} to {high:.0%})</source>
   <translation>{yes:,} von {of:,} ({share:.0%}, {low:.0%} bis {high:.0%})</translation>
  </message>
  <message>
   <source>“Where did you get my number?”</source>
   <translation>„Woher haben Sie meine Nummer?“</translation>
  </message>
  <message>
   <source>“answers” says otherwise. Say it once.</source>
   <translation>„answers“ sagt etwas anderes. Sagen Sie es einmal.</translation>
  </message>
  <message>
   <source>“name” is empty. Write a short name; it stays whatever the words become.</source>
   <translation>„name“ ist leer. Schreiben Sie einen kurzen Namen; er bleibt, wie auch immer der Text wird.</translation>
  </message>
  <message>
   <source>“own” is true or false.</source>
   <translation>„own“ ist true oder false.</translation>
  </message>
  <message>
   <source>“rest_minutes” is from 1 minute to a month.</source>
   <translation>„rest_minutes“ geht von 1 Minute bis zu einem Monat.</translation>
  </message>
  <message>
   <source>“type” is empty. Write text, select_one, note or another type.</source>
   <translation>„type“ ist leer. Schreiben Sie text, select_one, note oder einen anderen Typ.</translation>
  </message>
  <message>
   <source>“{address}” is more than one address. Keep one.</source>
   <translation>„{address}“ ist mehr als eine Adresse. Behalten Sie eine.</translation>
  </message>
  <message>
   <source>“{address}” is no address mail can be sent to. Check it.</source>
   <translation>An „{address}“ kann keine E-Mail gehen. Prüfen Sie die Adresse.</translation>
  </message>
  <message>
   <source>“{address}” is no e-mail address. Ask them to spell it.</source>
   <translation>„{address}“ ist keine E-Mail-Adresse. Lassen Sie sie buchstabieren.</translation>
  </message>
  <message>
   <source>“{amount}” cannot be read as an amount. Write it in digits, such as 12,500.</source>
   <translation>„{amount}“ ist nicht als Betrag zu lesen. Schreiben Sie ihn in Ziffern, etwa 12.500.</translation>
  </message>
  <message>
   <source>“{amount}” is no amount. The rest of the row was used.</source>
   <translation>„{amount}“ ist kein Betrag. Der Rest der Zeile wurde übernommen.</translation>
  </message>
  <message>
   <source>“{answer}” is no answer here. Write “takes” or “sends back”.</source>
   <translation>„{answer}“ ist hier keine Antwort. Schreiben Sie „takes“ oder „sends back“.</translation>
  </message>
  <message>
   <source>“{answer}” is no answer to “{question}”. Write a country such as DE, or one of: {known}.</source>
   <translation>„{answer}“ ist keine Antwort auf „{question}“. Schreiben Sie ein Land wie DE oder eines von: {known}.</translation>
  </message>
  <message>
   <source>“{answer}” is no answer to “{question}”. Write one of: {known}.</source>
   <translation>„{answer}“ ist keine Antwort auf „{question}“. Schreiben Sie eines von: {known}.</translation>
  </message>
  <message>
   <source>“{audience}” is no audience. Say business, consumer or unknown.</source>
   <translation>„{audience}“ ist keine Zielgruppe. Möglich sind business, consumer oder unknown.</translation>
  </message>
  <message>
   <source>“{campaign}” goes on.</source>
   <translation>„{campaign}“ geht weiter.</translation>
  </message>
  <message>
   <source>“{campaign}” has no script and definition to judge by yet.</source>
   <translation>„{campaign}“ hat noch keinen Leitfaden und keine Definition für eine Einschätzung.</translation>
  </message>
  <message>
   <source>“{campaign}” is paused. Resume it first.</source>
   <translation>„{campaign}“ pausiert. Setzen Sie sie zuerst fort.</translation>
  </message>
  <message>
   <source>“{campaign}” is paused: no new lead of it comes up.</source>
   <translation>„{campaign}“ pausiert: Kein neuer Lead daraus kommt dran.</translation>
  </message>
  <message>
   <source>“{cell}” is neither yes nor no: may they be called?</source>
   <translation>„{cell}“ ist weder ja noch nein: Darf angerufen werden?</translation>
  </message>
  <message>
   <source>“{cell}” is no day. Write it like 2026-03-17.</source>
   <translation>„{cell}“ ist kein Tag. Schreiben Sie ihn wie 2026-03-17.</translation>
  </message>
  <message>
   <source>“{cell}” lies ahead. Write the day on which it was finished.</source>
   <translation>„{cell}“ liegt in der Zukunft. Schreiben Sie den Tag des Abschlusses.</translation>
  </message>
  <message>
   <source>“{code}” is there twice. Give each its own code.</source>
   <translation>„{code}“ kommt zweimal vor. Geben Sie jedem einen eigenen Code.</translation>
  </message>
  <message>
   <source>“{column}” is empty. Every choice has a list and a name.</source>
   <translation>„{column}“ ist leer. Jede Auswahl hat eine Liste und einen Namen.</translation>
  </message>
  <message>
   <source>“{country}” is no country we know. Write its name or code, such as DE.</source>
   <translation>„{country}“ ist kein bekanntes Land. Schreiben Sie Name oder Kürzel, etwa DE.</translation>
  </message>
  <message>
   <source>“{currency}” is no currency known here. Write its three letters, such as EUR.</source>
   <translation>„{currency}“ ist hier keine Währung. Schreiben Sie ihre drei Buchstaben, etwa EUR.</translation>
  </message>
  <message>
   <source>“{days}” is no days. Write them like: 2026-04-01 to 2026-04-07 holiday.</source>
   <translation>„{days}“ sind keine Tage. Schreiben Sie sie so: 2026-04-01 bis 2026-04-07 Urlaub.</translation>
  </message>
  <message>
   <source>“{days}” is no days. Write them like: 2026-04-01..2026-04-07.</source>
   <translation>„{days}“ sind keine Tage. Schreiben Sie sie so: 2026-04-01..2026-04-07.</translation>
  </message>
  <message>
   <source>“{day}” is no day. Write days like mon, tue, wed.</source>
   <translation>„{day}“ ist kein Tag. Schreiben Sie Tage wie mon, tue, wed.</translation>
  </message>
  <message>
   <source>“{file}” cannot be opened. Check that it is a file you may read.</source>
   <translation>„{file}“ lässt sich nicht öffnen. Prüfen Sie, ob Sie diese Datei lesen dürfen.</translation>
  </message>
  <message>
   <source>“{file}” cannot be read: {why}. Mend it there.</source>
   <translation>„{file}“ ist nicht lesbar: {why}. Berichtigen Sie es dort.</translation>
  </message>
  <message numerus="yes">
   <source>“{file}” cannot be taken as a script: {n} problems. The first: {first}</source>
   <extracomment>One: “{file}” cannot be taken as a script: 1 problem. The first: {first}</extracomment>
   <translation>
    <numerusform>„{file}“ lässt sich nicht als Leitfaden übernehmen: 1 Problem. Es lautet: {first}</numerusform>
    <numerusform>„{file}“ lässt sich nicht als Leitfaden übernehmen: {n} Probleme. Das erste: {first}</numerusform>
   </translation>
  </message>
  <message>
   <source>“{file}” cannot be used as a campaign.</source>
   <translation>„{file}“ lässt sich nicht als Kampagne verwenden.</translation>
  </message>
  <message>
   <source>“{file}” cannot be used as choices for a list.</source>
   <translation>„{file}“ lässt sich nicht als Auswahl für eine Liste verwenden.</translation>
  </message>
  <message>
   <source>“{file}” cannot be used. {problem}</source>
   <translation>„{file}“ lässt sich nicht verwenden. {problem}</translation>
  </message>
  <message>
   <source>“{file}” cannot be used: {n} problems. The first: {first}</source>
   <translation>„{file}“ lässt sich nicht verwenden: {n} Probleme. Das erste: {first}</translation>
  </message>
  <message>
   <source>“{file}” cannot be written there. Choose a folder you may write to.</source>
   <translation>„{file}“ lässt sich dort nicht schreiben. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
  </message>
  <message>
   <source>“{file}” does not say what became of leads. It needs a column “Stage” or “Status” in its first row.</source>
   <translation>„{file}“ sagt nicht, was aus Leads wurde. Nötig ist eine Spalte „Stage“ oder „Status“ in der ersten Zeile.</translation>
  </message>
  <message>
   <source>“{file}” does not say which leads it is about. It needs a column “Lead ID”, “Email” or “Phone” in its first row.</source>
   <translation>„{file}“ sagt nicht, um welche Leads es geht. Nötig ist eine Spalte „Lead ID“, „Email“ oder „Phone“ in der ersten Zeile.</translation>
  </message>
  <message>
   <source>“{file}” has a column for each question.</source>
   <translation>„{file}“ hat eine Spalte für jede Frage.</translation>
  </message>
  <message>
   <source>“{file}” has no sheet “survey”. Name the sheet with the questions so.</source>
   <translation>„{file}“ hat kein Blatt „survey“. Nennen Sie das Blatt mit den Fragen so.</translation>
  </message>
  <message>
   <source>“{file}” has problems.</source>
   <translation>„{file}“ hat Probleme.</translation>
  </message>
  <message>
   <source>“{file}” holds no reasons. Write each under its own [[skip]].</source>
   <translation>„{file}“ enthält keine Gründe. Schreiben Sie jeden unter ein eigenes [[skip]].</translation>
  </message>
  <message>
   <source>“{file}” is read next. Your calls stand under this name; it is asked only now.</source>
   <translation>„{file}“ wird als Nächstes gelesen. Ihre Anrufe stehen unter diesem Namen; er wird nur jetzt gefragt.</translation>
  </message>
  <message>
   <source>“{file}” is taken back. Nothing is tried on it any more.</source>
   <translation>„{file}“ ist zurückgenommen. Daran wird nichts mehr ausprobiert.</translation>
  </message>
  <message>
   <source>“{file}” needs a column “Company” and a column “Owner”. Name them so in its first row.</source>
   <translation>„{file}“ braucht eine Spalte „Firma“ und eine Spalte „Betreuer“. Nennen Sie sie so in der ersten Zeile.</translation>
  </message>
  <message>
   <source>“{file}” was taken back already.</source>
   <translation>„{file}“ wurde schon zurückgenommen.</translation>
  </message>
  <message>
   <source>“{given}” is no answer to “{question}”. Choose one of: {known}.</source>
   <translation>„{given}“ ist keine Antwort auf „{question}“. Möglich sind: {known}.</translation>
  </message>
  <message>
   <source>“{heading}” counts; the other is kept with what they did.</source>
   <translation>„{heading}“ zählt; das andere bleibt bei dem, was sie taten.</translation>
  </message>
  <message>
   <source>“{heading}” does not hold what it says: it is kept, and not used.</source>
   <translation>„{heading}“ enthält nicht, was dort steht: wird aufbewahrt, aber nicht genutzt.</translation>
  </message>
  <message>
   <source>“{heading}” has {n:,} letters, and {crm} takes {most:,}.</source>
   <translation>„{heading}“ hat {n:,} Zeichen, und {crm} nimmt {most:,}.</translation>
  </message>
  <message>
   <source>“{heading}” is read as {field}, by its values.</source>
   <translation>„{heading}“ wird nach den Werten als „{field}“ gelesen.</translation>
  </message>
  <message numerus="yes">
   <source>“{heading}” is too long for {crm} with {n:,} leads.</source>
   <extracomment>One: “{heading}” is too long for {crm} with {n:,} lead.</extracomment>
   <translation>
    <numerusform>„{heading}“ ist bei {n:,} Lead zu lang für {crm}.</numerusform>
    <numerusform>„{heading}“ ist bei {n:,} Leads zu lang für {crm}.</numerusform>
   </translation>
  </message>
  <message>
   <source>“{host}” is no mail server. Write its name, as mail.example.com.</source>
   <translation>„{host}“ ist kein Mailserver. Schreiben Sie den Namen, wie mail.example.com.</translation>
  </message>
  <message>
   <source>“{hours}” is no hours of a day. Write them like: 9:00-12:30 13:00-17:00.</source>
   <translation>„{hours}“ sind keine Zeiten eines Tages. Schreiben Sie sie so: 9:00-12:30 13:00-17:00.</translation>
  </message>
  <message>
   <source>“{hours}” is no hours. Write them like: mon-fri 9:00-17:00; sat 9:00-12:00.</source>
   <translation>„{hours}“ sind keine Zeiten. Schreiben Sie zum Beispiel: mo-fr 9:00-17:00; sa 9:00-12:00.</translation>
  </message>
  <message>
   <source>“{hours}” is no span of a day.</source>
   <translation>„{hours}“ ist keine Zeitspanne eines Tages.</translation>
  </message>
  <message>
   <source>“{hour}” is no time of day. Write it like 09:00.</source>
   <translation>„{hour}“ ist keine Uhrzeit. Schreiben Sie sie wie 09:00.</translation>
  </message>
  <message>
   <source>“{id}” comes with the program. Keep yours under another id.</source>
   <translation>„{id}“ gehört zum Programm. Speichern Sie Ihre unter einem anderen Namen.</translation>
  </message>
  <message>
   <source>“{id}” has no option “{value}”. Check its value.</source>
   <translation>„{id}“ hat keine Antwort „{value}“. Prüfen Sie den Wert.</translation>
  </message>
  <message>
   <source>“{id}” has {count} options. A choice takes {fewest} to {most}, one for each number key; 0 is “does not know”.</source>
   <translation>„{id}“ hat {count} Antworten. Eine Auswahl hat {fewest} bis {most}, eine je Zifferntaste; 0 ist „weiß es nicht“.</translation>
  </message>
  <message>
   <source>“{id}” must be a yes_no question of the stage next_step.</source>
   <translation>„{id}“ muss eine yes_no-Frage im Abschnitt next_step sein.</translation>
  </message>
  <message>
   <source>“{judgement}” is no judgement. Choose one of: {known}.</source>
   <translation>„{judgement}“ ist keine Beurteilung. Wählen Sie: {known}.</translation>
  </message>
  <message>
   <source>“{key}” is missing here. Add it.</source>
   <translation>„{key}“ fehlt hier. Ergänzen Sie es.</translation>
  </message>
  <message>
   <source>“{key}” is missing. Write it.</source>
   <translation>„{key}“ fehlt. Ergänzen Sie es.</translation>
  </message>
  <message>
   <source>“{key}” is no key that can be pressed.</source>
   <translation>„{key}“ ist keine Taste, die man drücken kann.</translation>
  </message>
  <message>
   <source>“{key}” means nothing here. Take it out.</source>
   <translation>„{key}“ bedeutet hier nichts. Nehmen Sie es heraus.</translation>
  </message>
  <message>
   <source>“{kind}” does not fit here. A text can be: {known}.</source>
   <translation>„{kind}“ passt hier nicht. Ein Text kann sein: {known}.</translation>
  </message>
  <message>
   <source>“{label}” changes nothing. Give it points, or must_have = true.</source>
   <translation>„{label}“ ändert nichts. Geben Sie Punkte oder must_have = true.</translation>
  </message>
  <message>
   <source>“{label}” is taken out</source>
   <translation>„{label}“ ist entfernt</translation>
  </message>
  <message>
   <source>“{label}” needs the question “{question}”, and the script “{name}” does not ask it. Add it, or name another.</source>
   <translation>„{label}“ braucht die Frage „{question}“, und der Leitfaden „{name}“ stellt sie nicht. Ergänzen Sie sie oder nennen Sie eine andere.</translation>
  </message>
  <message>
   <source>“{label}” of “{name}” is found out by it. Name another question there.</source>
   <translation>„{label}“ aus „{name}“ wird damit geklärt. Nennen Sie dort eine andere Frage.</translation>
  </message>
  <message>
   <source>“{label}” of “{name}” looks for the answer “{value}”. Change it there.</source>
   <translation>„{label}“ aus „{name}“ achtet auf die Antwort „{value}“. Ändern Sie es dort.</translation>
  </message>
  <message>
   <source>“{language}” is no language known here. Write it like German, or de.</source>
   <translation>„{language}“ ist hier keine bekannte Sprache. Schreiben Sie sie wie Deutsch oder de.</translation>
  </message>
  <message>
   <source>“{language}” is no language we know. Write it with its tag, for example German (de).</source>
   <translation>„{language}“ ist keine bekannte Sprache. Schreiben Sie sie mit Kürzel, etwa German (de).</translation>
  </message>
  <message>
   <source>“{list}” has {n} choices. Nobody listens to more than {most}.</source>
   <translation>„{list}“ hat {n} Auswahlen. Mehr als {most} hört sich niemand an.</translation>
  </message>
  <message>
   <source>“{list}” was lifted already, on {day}.</source>
   <translation>„{list}“ wurde schon aufgehoben, am {day}.</translation>
  </message>
  <message numerus="yes">
   <source>“{name}” cannot be signed yet: {n} problems. The first: {first}</source>
   <extracomment>One: “{name}” cannot be signed yet: 1 problem. The first: {first}</extracomment>
   <translation>
    <numerusform>„{name}“ kann noch nicht unterzeichnet werden: 1 Problem. Es lautet: {first}</numerusform>
    <numerusform>„{name}“ kann noch nicht unterzeichnet werden: {n} Probleme. Das erste: {first}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>“{name}” cannot be used yet: {n} problems.</source>
   <extracomment>One: “{name}” cannot be used yet: 1 problem.</extracomment>
   <translation>
    <numerusform>„{name}“ kann noch nicht verwendet werden: 1 Problem.</numerusform>
    <numerusform>„{name}“ kann noch nicht verwendet werden: {n} Probleme.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>“{name}” cannot be used yet: {n} problems. The first: {first}</source>
   <extracomment>One: “{name}” cannot be used yet: 1 problem. The first: {first}</extracomment>
   <translation>
    <numerusform>„{name}“ kann noch nicht verwendet werden: 1 Problem. Es lautet: {first}</numerusform>
    <numerusform>„{name}“ kann noch nicht verwendet werden: {n} Probleme. Das erste: {first}</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}” cannot be written as a form. {problem}</source>
   <translation>„{name}“ lässt sich nicht als Formular schreiben. {problem}</translation>
  </message>
  <message>
   <source>“{name}” has at least {percent} of 100 calls.</source>
   <translation>„{name}“ hat mindestens {percent} von 100 Anrufen.</translation>
  </message>
  <message>
   <source>“{name}” has at least {share} of 100 calls</source>
   <translation>„{name}“ bekommt mindestens {share} von 100 Anrufen</translation>
  </message>
  <message>
   <source>“{name}” has no share of its own.</source>
   <translation>„{name}“ hat keinen eigenen Anteil.</translation>
  </message>
  <message>
   <source>“{name}” is answered in words. Which words were said is not kept for trying: only that there was an answer.</source>
   <translation>„{name}“ wird im Wortlaut beantwortet. Zum Ausprobieren zählt nur, dass es eine Antwort gab, nicht welche.</translation>
  </message>
  <message>
   <source>“{name}” is as it was before.</source>
   <translation>„{name}“ ist wieder wie zuvor.</translation>
  </message>
  <message>
   <source>“{name}” is kept</source>
   <translation>„{name}“ ist gespeichert</translation>
  </message>
  <message>
   <source>“{name}” is no question of the script. It asks: {asked}.</source>
   <translation>„{name}“ ist keine Frage des Leitfadens. Er fragt: {asked}.</translation>
  </message>
  <message>
   <source>“{name}” is none of: {known}, {prefix}ID.</source>
   <translation>„{name}“ ist nichts von: {known}, {prefix}ID.</translation>
  </message>
  <message>
   <source>“{name}” is out. {undo}: back.</source>
   <translation>„{name}“ ist entfernt. {undo}: zurück.</translation>
  </message>
  <message>
   <source>“{name}” is removed</source>
   <translation>„{name}“ ist entfernt</translation>
  </message>
  <message numerus="yes">
   <source>“{name}” must be mended in {n} places. {first}</source>
   <extracomment>One: “{name}” must be mended in one place. {first}</extracomment>
   <translation>
    <numerusform>„{name}“ muss an einer Stelle berichtigt werden. {first}</numerusform>
    <numerusform>„{name}“ muss an {n} Stellen berichtigt werden. {first}</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}” must end with .toml or .xlsx, so that it can be read again.</source>
   <translation>„{name}“ muss auf .toml oder .xlsx enden, damit es wieder lesbar ist.</translation>
  </message>
  <message>
   <source>“{name}” names a question, and the campaign has no script with questions.</source>
   <translation>„{name}“ nennt eine Frage, aber die Kampagne hat keinen Leitfaden mit Fragen.</translation>
  </message>
  <message>
   <source>“{name}” should be reviewed. {because}</source>
   <translation>„{name}“ sollte überprüft werden. {because}</translation>
  </message>
  <message>
   <source>“{name}” waits for the answer to “{other}”, which is asked later now.</source>
   <translation>„{name}“ wartet auf die Antwort zu „{other}“, und das wird jetzt später gefragt.</translation>
  </message>
  <message>
   <source>“{name}” was changed since, so this is not taken back. It stands.</source>
   <translation>„{name}“ wurde seither geändert, darum wird dies nicht zurückgenommen. Es gilt.</translation>
  </message>
  <message>
   <source>“{name}” weighs {percent} percent.</source>
   <translation>„{name}“ ist mit {percent} Prozent gewichtet.</translation>
  </message>
  <message>
   <source>“{name}” weighs {weight} percent</source>
   <translation>„{name}“ ist mit {weight} Prozent gewichtet</translation>
  </message>
  <message>
   <source>“{number}” can be read in two ways. Type it like 1200 or 1.2.</source>
   <translation>„{number}“ lässt sich auf zwei Arten lesen. Schreiben Sie zum Beispiel 1200 oder 1.2.</translation>
  </message>
  <message>
   <source>“{outcome}” is for calls after the event, and this one is before it. Choose another outcome.</source>
   <translation>„{outcome}“ gilt für Anrufe nach der Veranstaltung, dieser liegt davor. Wählen Sie ein anderes Ergebnis.</translation>
  </message>
  <message>
   <source>“{outcome}” is for calls before the event, and this one is after it. Choose another outcome.</source>
   <translation>„{outcome}“ gilt für Anrufe vor der Veranstaltung, dieser liegt danach. Wählen Sie ein anderes Ergebnis.</translation>
  </message>
  <message>
   <source>“{outcome}” is given by the program itself. Choose another outcome.</source>
   <translation>„{outcome}“ vergibt das Programm selbst. Wählen Sie ein anderes Ergebnis.</translation>
  </message>
  <message>
   <source>“{outcome}” needs a call. Dial first.</source>
   <translation>„{outcome}“ braucht einen Anruf. Wählen Sie zuerst die Nummer.</translation>
  </message>
  <message>
   <source>“{outcome}” needs a line: what should be looked at?</source>
   <translation>„{outcome}“ braucht eine Zeile: Was soll angesehen werden?</translation>
  </message>
  <message>
   <source>“{place}” is no place we know. Write AU, Australia, US-FL or Florida.</source>
   <translation>„{place}“ kennen wir nicht. Schreiben Sie AU, Australien, US-FL oder Florida.</translation>
  </message>
  <message>
   <source>“{prefix}” is too long to begin the names of the team's roles with. Choose a shorter word: qualdesk team init --prefix WORD</source>
   <translation>„{prefix}“ ist zu lang als Anfang für die Namen der Rollen des Teams. Ein kürzeres Wort wählen: qualdesk team init --prefix WORD</translation>
  </message>
  <message>
   <source>“{question}” asks nothing. The questions are: {known}.</source>
   <translation>„{question}“ fragt nichts. Die Fragen sind: {known}.</translation>
  </message>
  <message>
   <source>“{question}” cannot be more or less than nothing.</source>
   <translation>„{question}“ kann nicht mehr oder weniger als nichts sein.</translation>
  </message>
  <message>
   <source>“{question}” cannot be more or less than {than!r}: compare a number with a number, or a date with a date like 2026-09-30.</source>
   <translation>„{question}“ kann nicht mehr oder weniger als {than!r} sein: Vergleichen Sie Zahl mit Zahl oder Datum mit einem Datum wie 2026-09-30.</translation>
  </message>
  <message>
   <source>“{question}” has no answer “{value}”. Choose one that is there.</source>
   <translation>„{question}“ hat keine Antwort „{value}“. Wählen Sie eine vorhandene.</translation>
  </message>
  <message>
   <source>“{question}” has no options to choose from yet. Add two.</source>
   <translation>„{question}“ hat noch keine Auswahl. Ergänzen Sie zwei.</translation>
  </message>
  <message>
   <source>“{question}” has no “does not know”. Choose an answer, or leave it open.</source>
   <translation>„{question}“ hat kein „Weiß nicht“. Wählen Sie eine Antwort oder lassen Sie sie offen.</translation>
  </message>
  <message>
   <source>“{question}” has {most} answers, one for each number key.</source>
   <translation>„{question}“ hat schon {most} Antworten, eine je Zifferntaste.</translation>
  </message>
  <message>
   <source>“{question}” is a number. Compare it with figures, without quotes.</source>
   <translation>„{question}“ ist eine Zahl. Vergleichen Sie mit Ziffern, ohne Anführungszeichen.</translation>
  </message>
  <message>
   <source>“{question}” is asked later. Move it up, or wait for an earlier question.</source>
   <translation>„{question}“ wird später gefragt. Rücken Sie die Frage nach oben, oder warten Sie auf eine frühere.</translation>
  </message>
  <message>
   <source>“{question}” is asked only when the answer is “{value}”. Change that.</source>
   <translation>„{question}“ wird nur gefragt, wenn die Antwort „{value}“ ist. Ändern Sie das.</translation>
  </message>
  <message>
   <source>“{question}” is asked only when “{question_id}” has a certain answer. Change when it is asked.</source>
   <translation>„{question}“ wird nur bei einer bestimmten Antwort auf „{question_id}“ gefragt. Ändern Sie, wann gefragt wird.</translation>
  </message>
  <message>
   <source>“{question}” is no date. Compare it with one of its choices.</source>
   <translation>„{question}“ ist kein Datum. Vergleichen Sie mit einer Auswahl.</translation>
  </message>
  <message>
   <source>“{question}” is no number and no date, so nothing is more or less.</source>
   <translation>„{question}“ ist weder Zahl noch Datum, also gibt es kein Mehr oder Weniger.</translation>
  </message>
  <message>
   <source>“{question}” is no number. Put {value} in quotes.</source>
   <translation>„{question}“ ist keine Zahl. Setzen Sie {value} in Anführungszeichen.</translation>
  </message>
  <message>
   <source>“{question}” is not asked before this question. Wait for one that is.</source>
   <translation>„{question}“ wird nicht vor dieser Frage gestellt. Nehmen Sie eine, die vorher kommt.</translation>
  </message>
  <message>
   <source>“{question}” is not asked before this row. Check its name, or move it up.</source>
   <translation>„{question}“ wird nicht vor dieser Zeile gestellt. Prüfen Sie den Namen oder setzen Sie sie weiter nach oben.</translation>
  </message>
  <message>
   <source>“{question}” is only read aloud and has no answer to wait for.</source>
   <translation>„{question}“ wird nur vorgelesen und hat keine Antwort.</translation>
  </message>
  <message>
   <source>“{question}” is read aloud, not answered.</source>
   <translation>„{question}“ wird vorgelesen, nicht beantwortet.</translation>
  </message>
  <message>
   <source>“{question}” keeps no words beside the answer. Put them into the note.</source>
   <translation>„{question}“ nimmt neben der Antwort keinen Wortlaut auf. Schreiben Sie ihn in die Notiz.</translation>
  </message>
  <message>
   <source>“{question}”, which is gone,</source>
   <translation>„{question}“ (gibt es nicht mehr)</translation>
  </message>
  <message>
   <source>“{question}”, which the script does not ask</source>
   <translation>„{question}“, im Leitfaden nicht gefragt</translation>
  </message>
  <message>
   <source>“{reason}” is none of the reasons above. Write it as it stands there.</source>
   <translation>„{reason}“ ist keiner der Gründe oben. Schreiben Sie ihn so, wie er dort steht.</translation>
  </message>
  <message>
   <source>“{reason}” is not one of the agreed reasons. {choose} Own words go under Note.</source>
   <translation>„{reason}“ ist keiner der vereinbarten Gründe. {choose} Eigene Worte gehören unter Note.</translation>
  </message>
  <message numerus="yes">
   <source>“{reason}”: {n:,} leads came back, and no question asks about it.</source>
   <extracomment>One: “{reason}”: {n} lead came back, and no question asks about it.</extracomment>
   <translation>
    <numerusform>„{reason}“: {n} Lead kam zurück, und keine Frage fragt danach.</numerusform>
    <numerusform>„{reason}“: {n:,} Leads kamen zurück, und keine Frage fragt danach.</numerusform>
   </translation>
  </message>
  <message>
   <source>“{rule}” counts for “{campaign}” again.</source>
   <translation>„{rule}“ zählt wieder für „{campaign}“.</translation>
  </message>
  <message>
   <source>“{rule}” does not count for “{campaign}”: {reason}</source>
   <translation>„{rule}“ zählt nicht für „{campaign}“: {reason}</translation>
  </message>
  <message>
   <source>“{rule}” is not set aside for “{campaign}”.</source>
   <translation>„{rule}“ ist für „{campaign}“ nicht ausgesetzt.</translation>
  </message>
  <message>
   <source>“{rule}” is set aside for “{campaign}” already.</source>
   <translation>„{rule}“ ist für „{campaign}“ schon ausgesetzt.</translation>
  </message>
  <message>
   <source>“{said}” is no answer to “{question}”.</source>
   <translation>„{said}“ ist keine Antwort auf „{question}“.</translation>
  </message>
  <message>
   <source>“{said}” is no language known here. Write it like German, or de.</source>
   <translation>Die Sprache „{said}“ ist hier nicht bekannt. Schreiben Sie zum Beispiel Deutsch oder de.</translation>
  </message>
  <message>
   <source>“{scheme}:” does not dial. Choose one of: {schemes}.</source>
   <translation>„{scheme}:“ wählt nicht. Wählen Sie: {schemes}.</translation>
  </message>
  <message>
   <source>“{sign}” cannot part columns. Choose one character, like ;.</source>
   <translation>„{sign}“ kann keine Spalten trennen. Wählen Sie ein Zeichen wie ;.</translation>
  </message>
  <message>
   <source>“{text}” cannot be read here.</source>
   <translation>„{text}“ ist hier nicht lesbar.</translation>
  </message>
  <message>
   <source>“{text}” is no day of the calendar. Write it like {example}, or write “today” or “yesterday”.</source>
   <translation>„{text}“ ist kein Tag im Kalender. Schreiben Sie ihn wie {example}, oder „today“ oder „yesterday“.</translation>
  </message>
  <message>
   <source>“{text}” is no month, quarter or year. Write it like 2026-03, 2026-Q1 or 2026.</source>
   <translation>„{text}“ ist kein Monat, Quartal oder Jahr. Schreiben Sie zum Beispiel 2026-03, 2026-Q1 oder 2026.</translation>
  </message>
  <message>
   <source>“{text}” is no week. Write it like 2026-W12.</source>
   <translation>„{text}“ ist keine Woche. So schreiben: 2026-W12.</translation>
  </message>
  <message>
   <source>“{text}” is no week. Write it like {example}, or write a day in it.</source>
   <translation>„{text}“ ist keine Woche. Schreiben Sie sie wie {example}, oder einen Tag darin.</translation>
  </message>
  <message>
   <source>“{thing}” is used twice. Every id stands for one thing, for ever.</source>
   <translation>„{thing}“ kommt zweimal vor. Jede Kennung steht auf Dauer für genau eines.</translation>
  </message>
  <message>
   <source>“{tier}” is still open: ask whether they want a call.</source>
   <translation>„{tier}“ ist noch offen: Fragen Sie, ob ein Anruf gewünscht ist.</translation>
  </message>
  <message>
   <source>“{tier}” is still open: {what}.</source>
   <translation>„{tier}“ ist noch offen: {what}.</translation>
  </message>
  <message>
   <source>“{typed}” is no language known here. Write de or de-AT.</source>
   <translation>„{typed}“ ist hier keine bekannte Sprache. Schreiben Sie de oder de-AT.</translation>
  </message>
  <message>
   <source>“{typed}” is no language known here. Write en, de or fr.</source>
   <translation>„{typed}“ ist hier keine bekannte Sprache. Schreiben Sie en, de oder fr.</translation>
  </message>
  <message>
   <source>“{typed}” waits for the first question.</source>
   <translation>„{typed}“ wartet auf die erste Frage.</translation>
  </message>
  <message>
   <source>“{value}” is no date. Answer “{question}” like 2026-10-01.</source>
   <translation>„{value}“ ist kein Datum. Beantworten Sie „{question}“ etwa mit 2026-10-01.</translation>
  </message>
  <message>
   <source>“{value}” is no day, month, quarter or year. Answer “{question}” like 2026-10-01, 2026-10, 2026-Q4 or 2026.</source>
   <translation>„{value}“ ist kein Tag, Monat, Quartal oder Jahr. Beantworten Sie „{question}“ etwa mit 2026-10-01, 2026-10, 2026-Q4 oder 2026.</translation>
  </message>
  <message>
   <source>“{value}” is no number to keep. Answer “{question}” in figures, like 1200.</source>
   <translation>„{value}“ ist keine Zahl. Beantworten Sie „{question}“ in Ziffern, etwa 1200.</translation>
  </message>
  <message>
   <source>“{value}” is no time slot. Answer “{question}” like tue,thu 09:00-11:00 or 2026-10-01 10:00-12:00.</source>
   <translation>„{value}“ ist kein Zeitfenster. Beantworten Sie „{question}“ etwa mit di,do 09:00-11:00 oder 2026-10-01 10:00-12:00.</translation>
  </message>
  <message>
   <source>“{way}” does not dial. Choose one of: {ways}.</source>
   <translation>„{way}“ wählt nicht. Möglich sind: {ways}.</translation>
  </message>
  <message>
   <source>“{words}”</source>
   <translation>„{words}“</translation>
  </message>
  <message>
   <source>“{word}” is no result. Write taken, sent back, won, lost or handed over, or leave it empty when it was not handed over.</source>
   <translation>„{word}“ ist kein Ergebnis. Schreiben Sie taken, sent back, won, lost oder handed over, oder lassen Sie die Zelle leer, wenn nicht übergeben wurde.</translation>
  </message>
  <message>
   <source>“{zone}” is no time zone we know. Write one such as Europe/Berlin.</source>
   <translation>„{zone}“ ist keine bekannte Zeitzone. Schreiben Sie eine wie Europe/Berlin.</translation>
  </message>
  <message>
   <source>“{{{{{name}}}}}” asks for a question the script does not have.</source>
   <translation>„{{{{{name}}}}}“ fragt nach einer Frage, die der Leitfaden nicht hat.</translation>
  </message>
  <message>
   <source>“{{{{{name}}}}}” is no field. The fields are: {known}.</source>
   <translation>„{{{{{name}}}}}“ ist kein Feld. Die Felder sind: {known}.</translation>
  </message>
 </context>
</TS>
