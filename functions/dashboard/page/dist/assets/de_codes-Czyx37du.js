import"./moderating-Cb-AGcw9.js";var e=`Richtlinien
Spam-Verwaltung
Meldungen
Verwarnungen
Aktionen
Zurückgehalten
Anbieter
Mitglieder
Enter oder ein Komma fügt hinzu.
Je Zeile: Name = Wert
Eine Zahl, true, false oder ein Text.
ab {share}
{what} entfernen
Hinzufügen
Ändern
Was zu tun ist
Buchstaben, Ziffern und _ . : - ; sie bleibt.
{what} löschen?
Exportieren
Importieren
Was sich ändern würde
Das ist kein JSON.
Löschen, was in der Datei fehlt
neu
wird gelöscht
{n} unverändert
Neue Regel
Es gibt noch keine Regeln.
j, k: nächste, vorige Regel. Alt mit ↑ oder ↓, oder Ziehen, verschiebt eine.
Alle Regeln anhalten
Regeln werden weiter ausgewertet und bewirken nichts, bis sie fortgesetzt werden.
{who} hat alle Regeln angehalten.
Anhalten
Fortsetzen
aus
Nur die erste zutreffende zählt
Version {version}
Nach oben: {name}
Nach unten: {name}
Verschoben.
Entwürfe neuer Regeln
Entwurf
Alle Regeln
läuft im Schatten
Diese Regel wurde mit Streams Regelbaukasten geschrieben und wird dort geändert.
Regel
Probieren
Schatten
Rückschau
Versionen
Befinden
Zurücknehmen
Einstellungen
Gruppen
Regeln einer Gruppe wirken nur, solange sie an ist, höchstens sieben Tage. Sie nennen sie unter Grenzen.
Keine Regel ist in einer Gruppe.
Einschalten
Ausschalten
Ende ändern
an
Reichweite und Grenzen
Wen die Regel beim nächsten Beitrag träfe, nach dem, was jetzt bekannt ist.
Nutzer zählen
Nutzer, auf die sie zutrifft: {hit} von {users}
Was von ihr zurückgehalten ist
Geprüft, wenn
Wenn
Dann, der Reihe nach
Grenzen, Reihenfolge, wen sie verschont
Wen sie in Ruhe lässt
Bedingung
Bedingung hinzufügen
Entfernen
Aktion hinzufügen
Warum (steht bei der Version)
Als Entwurf behalten
Der Entwurf ist gesichert. Er bewirkt nichts.
Als Version {version} gesichert, überall wirksam ab {when}.
Ich habe die Hinweise gesehen
Wo die App zwei verlangt, veröffentlicht jemand anderes Regeln, die Unwiderrufliches tun.
Entwurf von {who}
Unwiderruflich: {what}
Entwurf veröffentlichen
Entwurf verwerfen
Ausprobieren an
Ein erdachter Verfasser
Was leer bleibt, ist unbekannt und erfüllt nichts.
Beiträge davon
Wie bei gewöhnlichen Nutzern
Was die Regel sagt
Nichts wird gespeichert, gesendet oder gezählt.
Richtlinie und alle Regeln empfehlen
es fehlen {much}
Sie träfe zu mit
Sie träfe nicht zu mit
Beiseite gelassen: {what}
Regeln in ihrer Reihenfolge
Was geschähe
von der Grenze zurückgehalten: {cap}
Die Regel, wie sie da steht, prüft 30 Tage lang alles, was kommt, und tut nichts.
Im Schatten laufen lassen
Sie läuft im Schatten.
Läuft im Schatten
Der Schatten ist zu Ende
bis
Nicht ausgewertet, da keine aktive Regel danach fragt: {what}
Wie oft welche Version zutraf
Zutreffend
Anzahl
Die letzten
Von den letzten 1.000 jeder Art.
Nach Tagen
Zustimmung der Moderatoren
Sie hätte {n} Nutzer getroffen.
Andere Regeln, die zugleich zutrafen
Einsetzen
Der Schatten wird die nächste Version der Regel und endet.
Sie ist jetzt Version {version}.
Nur wenn sie so oft zutraf
Nur wenn so viele Prozent richtig waren
Auch wenn sie Moderatoren traf
Schatten beenden
Noch hat kein Moderator darüber entschieden.
{low} bis {high} zu 95 %, Wilson
{right} richtig, {wrong} Fehlalarme
Was die Regel, wie sie da steht, getan hätte, nach dem, was Regeln damals sahen. Nichts wird gesendet.
Die letzten Tage
Rückschau starten
Frühere Rückschauen
{share} fertig
{n} in der stärksten Stunde
Am meisten getroffen
Fehlalarme: {n}, die behalten wurden
Treffer, zufällig
Knapp verfehlt
Nicht nachgestellt: {what}
wirksam
wie Version {version}
entworfen von {who}
In den Editor
Version {version} ist im Editor. Noch ist nichts gesichert.
Version {version} wiederherstellen?
Zwei Versionen nebeneinander
Links
Rechts
Sie sind gleich.
Tage
Letzter Treffer
Anteil an der Zeit
(sicher)
(gezählt)
{n}× übergangen für
Treffer nach Tagen
erwartet
{n} Fehler
Zustimmung
heute {what}
{n}× übergangen, meist für {what}
Auswertungen, in denen keine Regel griff, sind aus einer Stichprobe gezählt.
Nimmt ihre Aufrufe, Sperren, Markierungen und Verwarnungen seither zurück. Spätere Entscheidungen von Moderatoren bleiben.
Was zurückgenommen würde
Zurücknehmen
{n} Maßnahme zurücknehmen|{n} Maßnahmen zurücknehmen
Die Regel vorher anhalten oder ausschalten, sonst tut sie dasselbe wieder.
Gefunden
Maßnahmen: {enforcements}, Einträge: {items}, Nutzer: {users}
(mindestens)
Würde zurückgenommen
Zurückgenommen
Bliebe
Nicht zurückgenommen
Was die Regel tat
Wirkungen
Aufrufe an Ihren Server, die Regeln und Moderatoren anordnen. Nur 200 ist ein Erfolg.
{header}: geheim
Testen
Sendet jetzt einen Aufruf an {url}.
Senden
200: es geht
kein Erfolg
Was davon angeordnet wird, wartet bis zur Fortsetzung.
Was gewartet hat, abbrechen statt senden
Versuche
Zustellung
Nächster Versuch
Was gesendet wird
Zustellung abbrechen
Empfänger
Noch wurde nirgendwohin gesendet.
Antwortzeit
Erfolg
Fehler in Folge
Unterbrochen bis
Abgeschaltet
Ältestes Wartendes
Zustellungen
Einschalten
Es läuft: bisher {n}.
Alles
Alle gelesen
Gelesen
ungelesen
{format} exportieren
Worüber
Einzelheiten
Keine ungelesenen Fehler.
Was Grenzen zurückhalten, ist nirgendwohin gegangen: freigeben oder verwerfen.
{n} freigeben
{n} verwerfen
Alle der Regel freigeben
Alle der Regel verwerfen
Freigeben
Verwerfen
nur diese
Nichts ist zurückgehalten.
Welche Prüfer Inhalte ansehen und was ihre Kennzeichen bedeuten.
Schlüssel einer neuen Richtlinie
Richtlinie {key}
Kennzeichen und was folgt
Alles als JSON
Eingerichtet
Was je nach Schwere folgt
Einen Text probieren
Dienste, die für Prüfer urteilen. Ihre Schlüssel werden nie gezeigt.
gesetzt
Wörter
Wörter, Domains, Adressen und Muster, nach denen Richtlinien und Regeln fragen.
Sätze; gefunden wird, was dasselbe meint.
Bilder
Fingerabdrücke von Bildern (PDQ); ähnliche werden gefunden.
Nutzer, die Regeln nennen oder verschonen.
Einträge
Nur Einträge ohne Treffer in 30 Tagen
In wie vielen Inhalten jeder gefunden wurde, seit {day} (UTC).
Noch wurde kein Eintrag dieser Liste gefunden.
{n} hinzugefügt, {known} schon bekannt
Aus einem Eintrag
Nichts wird gezählt: die Spam-Verwaltung ist aus (App-Einstellungen).
Zeichenfolge
Beiträge
Zuletzt
Verlauf
erfasst durch {by}
{n} geändert.
Meldende
Wie oft Moderatoren wem zustimmten. Regeln können Meldungen danach wiegen.
Verlässlichkeit
Verworfen
Verwarnungsregeln
Was Verwarnungen wiegen, wann sie verfallen, wozu so viele führen.
Verteilung
{n} Nutzer mit Verwarnungen
Nutzer, die sie erreichen
Wer sich anmelden darf und was sie dürfen.
Sie
Nur diese Listen und Aktionen
Angemeldet
Anmeldelink
Er gilt einmal. Dort übergeben, wo niemand mitliest.
Kopieren
Sitzungen
Durch
Gesehen
Anmeldedienste
Dienste, über die sich Mitglieder anmelden (OpenID Connect).
Rückadresse
API-Schlüssel
Mit ihnen ruft Ihr Server die API.
Score-Schlüssel
Mit ihnen fragen Perspective- und OpenAI-Clients nach Werten.
Endet auf
Der neue Schlüssel
Er wird nur jetzt gezeigt.
Einstellungen der App
Wen Regeln in Ruhe lassen
Was Anbieter am Tag höchstens kosten
Geheimnisse, die Aufrufe signieren: {n}. Sie werden nie gezeigt.
Was Moderatoren vorfinden
Je Zeile: Schlüssel, Titel und act, keep oder both
Transparenz
Unversehrtheit
Löschung
Löschung der Daten einer Person
Was von der Person aufbewahrt ist, geht unwiederbringlich. Was die App behält, bleibt ohne sie.
Zur Sicherheit die ID eintippen
Endgültig löschen
An ihrer Stelle
Angeordnet
Beendet
Ort
Beleg
Beleg sichern
Unterschrieben mit
Angesehen
Gelöscht
Geändert
Gefunden, nicht gelöscht
Bleibt
An {n} Ort war nichts.|An {n} Orten war nichts.
Begründungen
Was an die Datenbank der EU geht, und was sie antwortet.
Was sie sagt
Eine signierte Wurzel schließt jeden Tag des Protokolls ab. Wurzeln gehören dorthin, wo niemand sie ändert, der in die Datenbank schreibt.
Wurzeln sichern
Noch ist kein Tag geschlossen.
Tag
Signatur
Wurzel
Geschlossen
Einträge verfallen
Nachweis eines Eintrags
ID des Eintrags
Nachweisen
Stelle am Tag
{place} von {n}
Schritte zur Wurzel
Nachweis sichern
Ohne Gavel prüfen
Jeder Rechner prüft die Dateien; der erste Befehl liest auch das Protokoll der Datenbank.
Nachweis
Zustimmungen
Bis eine andere Person zustimmt, geschieht nichts davon.
Gefragt von
Zustimmen
Ablehnen
Zurückziehen
Zahlen
Gezählt seit {day}.
Noch ist nichts gezählt.
Hier nicht gezählt: {what}
Zum Inhalt
Menü
Abmelden
{n} ungelesener Fehler|{n} ungelesene Fehler
Der Server ist nicht erreichbar. Nichts geht verloren; die Seite versucht es weiter.
Diese Seite gibt es nicht.
Diese Seite ist für die Rolle {role} und höhere.
Diese Seite ist für Mitglieder mit allen Prüflisten und Aktionen.
Seiten
Übersicht
Prüfliste
Eintrag
Nutzer
Inhalte
Einsprüche
Protokoll
Anmelden
Die Sitzung ist zu Ende. Was offen war, bleibt.
Passwort
Anmelden mit {provider}
Der Link gilt nicht mehr. Ein Admin kann einen neuen ausstellen.
Name oder Passwort ist falsch.
Neues Passwort
Passwort wählen
Damit geht die Anmeldung ohne Link.
Das Passwort noch einmal
Die beiden Passwörter sind verschieden.
Jetziges Passwort
Speichern
Gespeichert.
Abbrechen
Schließen
Noch einmal
Lädt…
Mehr zeigen
Hier ist nichts.
Das ging nicht: {why}
Suchen
Alle
Löschen
Grund
Zeit
Alle {n} Zeichen zeigen
Weniger zeigen
(leer)
unbekannt
Andere haben das inzwischen geändert. Vor dem Speichern neu laden.
Der Server hat einen Fehler. Nichts wurde geändert.
Der Server ist nicht erreichbar.
Das ist nicht erlaubt.
Das gibt es nicht (mehr).
Zahlen zeigen
Noch keine Zahlen.
Ältester wartet seit
Heute entschieden
Ungelesene Fehler
Eingänge und Entscheidungen je Tag
gemeldet
entschieden
Je Moderator, 14 Tage
Empfänger mit Störungen
Alle Empfänger antworten.
{n} Fehler in Folge
Gespeicherte Ansichten
Noch keine Ansicht gespeichert.
Die letzten Fehler
automatisch
Entfernt
Aufgehoben
Geöffnet
davon schwere
Nach Richtlinie
Ansichten
Weitergegeben
Erledigt
Hier wartet nichts.
Neues erscheint von selbst.
Einträge
Zur Liste

Filter leeren
Schwere ab
Gemeldet von
Richtlinie
Art
Gleicher Inhalt (Hash)
Gleiches Bild (Hash)
Als Ansicht speichern
Name der Ansicht
Für alle Moderatoren
Diese Ansicht löschen
{n} gewählt
Wählen
Auswahl aufheben
Alle passenden wählen
Alles davon zurücknehmen
{n} zurückgenommen, {left} übergangen
Alle Meldungen verwerfen
{n} verworfen, {left} nicht mehr offen
Über {n} Eintrag entscheiden|Über {n} Einträge entscheiden
Zum Fortfahren {n} eingeben
{action}: {n} Eintrag|{action}: {n} Einträge
{done} von {n} entschieden, {failed} fehlgeschlagen
Anhalten
Stapel {id}
Nicht entschieden wurden:
{who} arbeitet an diesem Eintrag.
bei {who}
{who} hat entschieden: {what}
Anderswo entschieden: {what}
Der Inhalt hat sich seit der letzten Entscheidung geändert.
Neu geladen.
{n} wartet|{n} warten
Seit {n} Minuten bei der Arbeit. Eine Pause tut gut.
Warum es hier ist
Prüfer
{n} Meldung|{n} Meldungen
trifft zu
Knapp verfehlt
Gemeldet von {who}
Nicht beurteilt von: {engines}
gelesen als „{term}“
Weder ein Prüfer noch jemand anders hat es gemeldet.
Empfohlen
{n} Regel trifft nicht zu|{n} Regeln treffen nicht zu

Was die App mitschickt
Zeigen
Verbergen
Es lässt sich hier nicht zeigen:
Ein Text mit diesem Kennzeichen ist verborgen.
Wie andere es sehen
unsichtbares Zeichen {code}
Es ist kein Übersetzer eingestellt.
Die Adresse in neuem Tab öffnen?
Verfasser
Alles über diesen Nutzer
seit
Sperren
gesperrt
unbemerkt gesperrt
Verwarnungen
Die letzten Entscheidungen dazu
Umgebung
Mehr vom selben Ort
Mehr vom selben Verfasser
Wo es steht
Die App sagt nicht, wo es steht.
Was gesendet wurde
Dazu gehört kein Aufruf des eigenen Servers.
{n} Versuch|{n} Versuche
Erneut senden
Es ist jetzt an der Reihe.
Was geschah
Noch nichts.
von {who}

Notizen
Notiz für die anderen Moderatoren
Noch keine Notizen.
Entscheiden
Rückgängig
Zuerst einen Grund wählen.
Anderer Grund
{what} – gesendet in {n} s
Rückgängig: Es wurde nichts gesendet.
Zurückgenommen: {what}
{what} lässt sich nicht zurücknehmen.
{what} wurde nicht angenommen: {why}
{n} Entscheidung wartet auf den Server|{n} Entscheidungen warten auf den Server
Nicht entschieden: Der Eintrag hat sich inzwischen geändert. {who}: {what}.
Nicht entschieden: Der Eintrag hat sich inzwischen geändert.
Es gibt nichts rückgängig zu machen.
Jetzt senden
Noch nicht gesendete Entscheidungen
Aufgegeben: {what}
Aufgeben
{who} sperren
Wie lange
1 Stunde
1 Tag
7 Tage
30 Tage
für immer
Unbemerkt sperren
Auch die Nachrichten löschen
Warum jemand anders hinsehen soll
Warum es übersprungen wird
Ich kann die Sprache nicht
Ich bin nicht sicher
Ich kenne die Person
Ich will das jetzt nicht sehen
Was daran falsch ist
Adresse kopieren
Kopiert.
Nutzer-ID oder Name
Nutzer nach ID oder Namen finden.
Gemeldet
aktiv
Meldungen über sie
Meldungen von ihnen
Sperre aufheben
Die Sperre ist aufgehoben.
Gesperrt.
Meldungen und Entscheidungen je Tag
Über diesen Nutzer ist nur bekannt, was unten steht.
Öffnen
Nutzer, die selbst gemeldet wurden
Liste
Alle Inhalte
Markiertes, Gemeldetes, Entschiedenes
Nur Markiertes, Gemeldetes, Entschiedenes. Admins können alle Inhalte auflisten (App).
Was seit {when} eingereicht wurde; Früheres ab seiner nächsten Änderung.
Alle ihre Inhalte
Inhalt
Kennzeichen
Entscheidung
Was sie sagen
Die Entscheidung
Annehmen: Entscheidung zurücknehmen
Solche Einsprüche gibt es nicht.
Das war die eigene Entscheidung: Jemand anders muss sie ansehen.
Antwort an die Person
Über den Einspruch ist entschieden.
Aussehen und Sprache
Farben
Sprache
Wie der Browser
Sekunden, in denen Rückgängig nichts kostet
Schutz
Ein Kennzeichen je Zeile, wie THREAT
Pause vorschlagen nach Minuten (0: nie)
Tasten
Einzelne Tasten tun etwas
Tasten wie in
Ändern
Neue Taste drücken, oder Escape
{key} gehört schon zu: {command}
Zurück zur Vorgabe
Nur in diesem Browser gespeichert: Der Server hat es nicht angenommen.
Einzelne Tasten sind aus (Einstellungen).
Sie tun nichts in Feldern, in Dialogen und mit Strg, Cmd oder Alt.
Nächster Eintrag
Voriger Eintrag
Seite des Eintrags öffnen
Bis hierher wählen
Alle geladenen wählen
Schließen, Auswahl aufheben
Löschen oder blockieren
Mit den anderen Einträgen der Person
Letzte Entscheidung zurücknehmen
Notiz schreiben
Umgebung zeigen
Medien zeigen (halten)
Ton an oder aus
Übersetzen
Neu laden
Zum Filter
Befehl oder Seite finden
Diese Tasten
Zweite Blicke
Begründung an die Person
Zur Entscheidung
Begründung
Beschränkung
Grund
Klausel
Erläuterung
Kategorie
Tatsachen
Anlass
Es fehlt:
Für den Text gibt es keine Vorlage.
Für {what} ist nichts erklärt: Es entsteht keine Begründung.
Nicht begründet, so will es die App: {what}
Sie beschränkt niemanden.
Einspruch von {who}
verspätet
unbegründet
Offensichtlich unbegründet
Entschieden von
Mitgeteilt am
Antwort
Rücknahme
Nötig: Sie wird mitgeteilt.
Annehmen: {what}
Anzusehen
Übereinstimmung
Jemand anders hat entschieden; wie, steht hier nicht. Aus der Antwort folgt nichts.
Zu beurteilender Inhalt
Nach der Richtlinie {policy}
Darf bleiben
Darf nicht bleiben
{n} anzusehen
Festgehalten.
Nichts wartet auf einen zweiten Blick.
1: alle einig; 0: wie durch Zufall. Aus dem doppelt Angesehenen, je Richtlinie, zu 95 %.
Es sind mehr, als gezählt werden konnten.
Einig
alle sagten dasselbe
{low} bis {high}
Löschen
{what} wartet, bis eine andere Person zugestimmt hat.
Von Maschinen entschieden
Nutzer sperren
Den Moderatoren vorlegen
Sperren
Blockieren
Alles von ihnen behalten
Aktion
Weitergabe zurücknehmen
Beitrag löschen
Kommentar löschen
Nachricht löschen
Reaktion löschen
Nutzer löschen
Nachrichten des Nutzers löschen
Anruf beenden
Weitergeben
Melden
Hinauswerfen
Behalten
Einspruch ablehnen
Wieder öffnen
Wiederherstellen
Unbemerkt blockieren
Sperre aufheben
Freigeben
Unverhüllt zeigen
und {n} weiterer offener Eintrag dieser Person|und {n} weitere offene Einträge dieser Person
{n} weiterer mit gleichem Inhalt wartet|{n} weitere mit gleichem Inhalt warten
Über alle entscheiden
{n} weiterer mit gleichem Bild wartet|{n} weitere mit gleichem Bild warten
angenommen
angekommen
vom Verfasser
beendet
gescheitert
nein
Neueste zuerst
keine
von Meldenden
Älteste zuerst
unterwegs
offen
teilweise
abgelehnt
aufgehoben
offen
ja
bestätigt
Bearbeitet von
Verspätet
Nutzer-ID
Reihenfolge
Außergerichtlich
Ergebnis
Von wem
Zustand
Von
Bis
all dies
eines davon
Anzahl der Kanäle
Inhalt ist eingestuft als
Anzahl eingestufter Beiträge
Anteil eingestufter Beiträge
enthält einen Link
Eigenschaft des Inhalts
Art des Inhalts
Anzahl markierter Inhalte
Schwere ist mindestens
Text steht in einer Liste
Nutzer ist Moderator
Nutzer ist vertraut
Anzahl der Beiträge, für die gilt
muss geprüft werden
trifft nie zu
nicht
ein Prüfer urteilte nicht
Richtlinie
Anzahl der Beiträge
derselbe Text wiederholt
Anzahl der Meldungen
Verwarnungen des Nutzers
Team
Länge des Textes
Alter des Kontos
Nutzer steht in einer Liste
Eigenschaft des Nutzers
Rolle des Nutzers
Die App in dieser Stunde
Ihre Markierungen in dieser Stunde
Die Regel in dieser Stunde
Streit vermerken
Stelle
Beendet
ohne Ergebnis beendet
für die Beschwerde
für die Plattform
Umgesetzt
Begonnen
Ergebnis
teilweise
Aktenzeichen
Außergerichtlicher Streit
abgebrochen
aufgegeben
zugestellt

unterwegs
überholt
Transparenzdatenbank
Adresse
wartet
Eingreifen braucht einen Grund
Aktion
Aktion
Nur diese Aktionen
Der Zusammenhang zählt wie Texte
Alter
Vor
Texte, die sind
Texte, die nie zählen
Texte, die nie zählen
Worum es in der App geht
Auch wen die App verschont
Gilt für
Stunden, die sie warten
Nur für manche Inhalte gefragt
Nach der Antwort, im Hintergrund
Kopfzeile mit dem Geheimnis
Geheimnis
Minuten der Sperre
Wo andere Prüfer unsicher sind
Stapel
Medien unscharf
Nach
Antworten behalten, Sekunden
Aufrufe
Höchstens so viele Aktionen je Stunde
Führt aus
Folge für Wiederholer
Eine andere Folge für Wiederholer
Ab dem wievielten Mal
Kategorien
Kategorie
Auch der Zusammenhang zählt
Kanäle je Nutzer
Gewichte von Klassen
Klassen
Client-ID
Client-Geheimnis
Aufrufe zugleich
Still nach dem Greifen für
Wie viele
Auswertungen, in denen keine Regel zutraf, werden gezählt
Eigenschaften
Daten
Grund
Beschränkung
Richtlinie, wo keine genannt ist
Land der Telefonnummern
Beschreibung
Abweichende Bits
Jeden Meldenden einmal
E-Mail
Eingeschaltet
Empfänger
Prüfer
Was Löschungen lassen
Nur Kennzeichen, keine Klassen
Tage, die eine Verwarnung zählt
Weitere Parameter
Tatsachen
Schnell: Nachrichten
Schnell: in Sekunden
Nur die erste Nachricht eines Nutzers
Höchstens so viele Markierungen je Stunde
Markierte Inhalte
Medien in Grau
Gruppe
Höchster Wert bis
ID
Derselbe Text noch einmal
Erläuterung
Rechtsgrund
Nimmt Bilder
Erläuterung
Klausel
Muss nicht auf andere warten
Tage, die Rückschauen zurückreichen
Auch die Adresse
Unwiderruflich
Auch ähnliche Buchstaben
Auch Ziffern für Buchstaben
Auch Mehrzahl
Auch innerhalb von Wörtern
Aussteller
Eintrags-ID
Behalten braucht einen Grund
Schlüssel
Schlüssel
Art
Kennzeichen
Mit diesen Kennzeichen
Alle Inhalte auflisten
Listen
Höchster Wert von
Auch innerhalb von Wörtern
Sie erfüllen, was gezählt wird
Höchstens Zeichen
Höchstens Tokens
Methode
Mindestsicherheit
Ab Buchstaben
Ab Beiträgen
Meldende bekannt seit
Texte ab Zeichen

Modell

Geld
Videos stumm

Wo er nicht urteilen kann
Was im Bild steht
Gezählt
Was gemeldet wird
Vergleich
Optionen
Namen der Parameter
So viele je Sekunde
Prozent
Sätze, je Zeile einer
Verwarnungsregel
Stelle
Sekunden, die ein Nutzer neu ist
Profil
Vorgeschlagen ab Beiträgen
Anbieter
Nur diese Listen
Festhalten, wer etwas öffnet
Meldungen nach Kategorie
Ergebnis
Tage, bis Aufbewahrtes geht; leer: nie
Kehrt diese Aktionen um
Tage, bis Einträge die Liste verlassen
Rolle
Angabe mit der Rolle
Rollen
Regel-ID
Gewichte von Regeln
Wo diese Regeln zutreffen
Eine Stichprobe, in Prozent

Entscheidungen zu zweit
Eine zweite Person für Unwiderrufliches
Schwere
Was jede Schwere bedeutet
Die Sperre bleibt unbemerkt
Ähnliche Texte
Abweichende Bits
Von
Langsam: Minuten der Sperre
Langsam: Nachrichten
Langsam: in Sekunden
ID des anderen Empfängers
Mit diesen Kennzeichen nie zwei nacheinander
Ab dieser Schwere nie zwei nacheinander
Moderatoren
Adresse, die den Zustand sagt
was die Handlung ist
Stufen
Gegenstand
Werte, die sie nimmt


Schwelle
Innerhalb von
Sekunden bis zur Antwort

Von allen Nutzern zusammen
Adresse, die übersetzt
Vertraute Nutzer
Typ
Typen
Bis
Adresse
Nur Nachrichten mit Links
Nutzer-ID
Nutzer, je Zeile einer
Wert
Werte der Aktion
Texte mit diesen Kennzeichen verbergen
Nur Version
Gewicht
Nach Verlässlichkeit gewogen
Was
Innerhalb von
Einträge, je Zeile einer
Konten
Konten, Grund nicht genannt
Konten, auf Grund von Recht
Konten, auf Grund der Bedingungen
Vorgehen
von Verfassern
Anordnungen von Behörden
automatisch
Automatische Mittel
Wogegen
Nach Kategorie
Nach Ergebnis
Nach Beschränkung
Nach Beschwerdeführer
Nach Staat
Von vertrauenswürdigen Hinweisgebern
Beschwerden
Inhalte
Entschieden
Entschieden
Erkannt
ohne Ergebnis
für die Beschwerde
für die Plattform
Wegen unbegründeter Beschwerden
Wegen unbegründeter Meldungen
Grund nicht genannt
Umgesetzt
Auskunft
von Menschen
Maßnahmen darauf
Noch nicht entschieden
Nicht umgesetzt
Meldungen illegaler Inhalte
von Meldenden
Anzahl
Auf Grund von Recht
Auf Grund der Bedingungen
Andere Meldungen
Außergerichtliche Streitfälle
Aus eigener Initiative
teilweise
Teilweise aufgehoben
die Menschen, die moderieren
Nutzerzahlen
was aus einer Meldung wurde
Aufgehoben
Beigelegt
Aussetzungen
Zurückgenommen
Mittlere Zeit bis zur Bestätigung
Mittlere Zeit bis zur Maßnahme
Mittlere Zeit bis zur Entscheidung
Mittlere Zeit bis zur Ausführung
Mittlere Zeit bis zur Beilegung
Bestätigt
Verwarnt wegen Beschwerden
Verwarnt wegen Meldungen
mehr als erwartet
Mit Wirkung
Greift immer
weniger als erwartet
Ausgewertet
Treffer
Greift nie
Wird nie erreicht
Übergangen
Angehalten

Betrieb
Regeln

Wie 36h oder 30d
Wie 10m oder 2h
Leer bleibt das bisherige.
Darüber wird gefragt; 0 fragt jedes Mal.
Leer bleibt das bisherige.
Wie 24h
Nicht nur Markiertes. Auf AWS kosten Prüfungen mehr.
Wie 7d
Ein Eintrag im Protokoll je Person, Eintrag und Tag.
1 niedrig bis 4 kritisch, 0 keine; Mitglieder können selbst wählen.
Je Zeile: 6: ban_user timeout=1440, flag_for_review
Je Zeile: Name = string, integer, number oder boolean
Wie 30m oder 1h
Wie 10m, 24h oder 7d
Entscheiden
Gehen
Ansehen
Bewegen
Ton {n}
Bild {n}

Entscheidung
Aktion angehalten
Aktion fortgesetzt
von der Adresse
Verwaltung
Tonklassen
Bildklassen
Textklassen
Videoklassen
alle
erlaubt
wieder zugelassen
schon zuvor
App
Einspruch
Zustimmung
zugestimmt
Versuch
Ton
vom Verfasser
Anordnung einer Behörde
Kontaktdaten
Bedeutungen
Toxizität
ausgewogen
sperren
Wortlisten
beides
zurückweisen
zurückweisen und markieren
zurückweisen, dann entfernen
Budget erschöpft
vor Aufrufen
abgebrochen
geändert
Klassen
getilgt
in Ordnung
fertig
enthält
Inhalt hat sich geändert
angelegt
kritisch
Datenausgabe angeordnet
aufgegeben
seither entschieden
gelöscht
zugestellt
Zustellung
verboten
abgeschaltet

erlaubte Domains
getan
verworfen
Probelauf
dort schon bekannt
E-Mail
erlaubte E-Mail
Empfänger wieder in Ordnung
Empfänger abgeschaltet
Empfänger eingeschaltet
Empfänger unterbrochen
Prüfer
eingetragen
genau
Löschung angeordnet
Weitergabe
von allen
vor allem
ist vorhanden
abgelaufen
Ablauf
gescheitert
nein
Rückmeldung
markieren
Markierungen
Wiederholung
zusammengefasst
nicht mehr da

Gruppe aus
Gruppe an
mehr als
mindestens
wird erprobt
zurückgehalten
hoch
beendet
angeordnet
gleich
Bild
unvollständig
unwiderruflich
behalten
Stufe erreicht
Leitung
nachsichtig
Link
Link erzeugt
Sprachmodell
Schleife
niedrig
weniger als
höchstens
schwärzen
schwärzen und markieren
mittel
Mitglied
Moderator
keine Aktion kehrt es um
keine
wirkte nicht bleibend
nicht erteilt
Notiz
vor nichts
unterbrochen
Anmeldedienst
wieder gewählt
abgewählt
auch von anderen angeordnet
außergerichtlicher Streit
Passwort
Passwort gesetzt
angehalten
bevorstehend
Telefonnummern
Richtlinie
Inhalt
Beiträge
vorgeschlagen
Leser
bestätigt
abgelehnt
Muster
freigegeben
Andere Anbieter
entfernen
Meldung
erbeten
fortgesetzt
Aufbewahrung
erneut gesendet
Rücknahme zugestellt
zurückgenommen
Prüfung
Regel
läuft
in einer Stichprobe
zurückgehalten: persönliche Daten
zweiter Blick
zweite Person
gesehen
Erfahrene
verbergen
angemeldet
ähnlich
übersprungen
erteilt
Begründung
streng
Verwarnung
Zeichenfolgen
überholt
ausgesetzt
herausgenommen
Test
Text
mitgeteilt
zu viele Aktionen
ja
zurückgenommen
schon zurückgenommen
zurückgezogen
Aktion gibt es nicht mehr

Nutzer
Nutzer
Tempo
Video
geöffnet
Bild oder Video
warten
wartet
verwarnt
Frist
zurückgezogen
Wörter
Schwerste zuerst
Neueste zuerst
Älteste zuerst
trifft nicht zu
verschont den Verfasser
gescheitert
greift
nicht zu sagen
nicht geprüft
angehalten
still
beide
nur die alte
gescheitert
nur die neue
Sie hätte {n}× Moderatoren getroffen
nur Prüfern und Regeln
mir
nicht von mir
Menschen
Die zuverlässigsten zuerst
Die unzuverlässigsten zuerst
Abschalten
Was für ihn bestimmt ist, wartet, bis er eingeschaltet wird.
Nochmals zustellen
Sendet erneut, was seither aufgegeben wurde.
Nachspielen
Sendet hierher, was einem anderen Empfänger gesendet wurde.
Fehler
Träfe zu
Neu
Nicht mehr
Geprüft
Getroffene Moderatoren
Vertraute getroffen
Nicht zu sagen
Getroffene Nutzer
Inhalt geprüft wird
Inhalt gemeldet wird
ein Nutzer gemeldet wird
ein Nutzer etwas postet
Melden
Überspringen
stimmt
nicht signiert
signiert
falsch
Vollständig
unvollständig
Lesen
Zurückgenommen
Die Person weiß es jetzt
mitgeteilt
Keinem Empfänger wurde sie gesandt.
noch nicht mitgeteilt
Wie das System
Hoher Kontrast
Dunkel
Hell
Medien
Texte
Nutzer
einem Eintrag
einem Text
einem erdachten Nutzer
Die Anmeldung beim Anbieter ist nicht gelungen.
Der Anbieter kennt Sie, diese App nicht. Ein Admin kann Sie aufnehmen.
Medien unscharf, bis man sie sehen will
Medien in Grau
Videos stumm
Erlauben
Verbieten
Trifft immer zu.
Trifft immer zu, wo alles bekannt ist.
Widerspruch.
Leere Liste.
In Wörtern gefunden.
Trifft auf viele zu.
Trifft nie zu.
Gleiche Bedingungen.
Von einer anderen Regel verdeckt.
Verdeckt eine andere Regel.`.split(`
`),t={DECISION_VISIBILITY_CONTENT_REMOVED:`Inhalt entfernt`,DECISION_VISIBILITY_CONTENT_DISABLED:`Zugang zum Inhalt gesperrt`,DECISION_VISIBILITY_CONTENT_DEMOTED:`Inhalt herabgestuft`,DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED:`Inhalt altersbeschränkt`,DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED:`Interaktion mit dem Inhalt beschränkt`,DECISION_VISIBILITY_CONTENT_LABELLED:`Inhalt gekennzeichnet`,DECISION_VISIBILITY_OTHER:`andere Beschränkung`,DECISION_MONETARY_SUSPENSION:`Zahlungen ausgesetzt`,DECISION_MONETARY_TERMINATION:`Zahlungen beendet`,DECISION_MONETARY_OTHER:`andere Beschränkung von Zahlungen`,DECISION_PROVISION_PARTIAL_SUSPENSION:`Dienst teilweise ausgesetzt`,DECISION_PROVISION_TOTAL_SUSPENSION:`Dienst ganz ausgesetzt`,DECISION_PROVISION_PARTIAL_TERMINATION:`Dienst teilweise beendet`,DECISION_PROVISION_TOTAL_TERMINATION:`Dienst ganz beendet`,DECISION_ACCOUNT_SUSPENDED:`Konto ausgesetzt`,DECISION_ACCOUNT_TERMINATED:`Konto geschlossen`,DECISION_GROUND_ILLEGAL_CONTENT:`rechtswidriger Inhalt`,DECISION_GROUND_INCOMPATIBLE_CONTENT:`Verstoß gegen die Bedingungen`,STATEMENT_CATEGORY_ANIMAL_WELFARE:`Tierschutz`,STATEMENT_CATEGORY_CONSUMER_INFORMATION:`Verbraucherinformation`,STATEMENT_CATEGORY_CYBER_VIOLENCE:`Cybergewalt`,STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN:`Cybergewalt gegen Frauen`,STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS:`Datenschutz und Privatsphäre`,STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH:`rechtswidrige oder schädliche Äußerungen`,STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS:`geistiges Eigentum`,STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS:`Schaden für öffentliche Debatte oder Wahlen`,STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE:`in der Meldung nicht genannt`,STATEMENT_CATEGORY_OTHER_VIOLATION_TC:`anderer Verstoß gegen die Bedingungen`,STATEMENT_CATEGORY_PROTECTION_OF_MINORS:`Schutz Minderjähriger`,STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY:`Gefahr für die öffentliche Sicherheit`,STATEMENT_CATEGORY_SCAMS_AND_FRAUD:`Betrug`,STATEMENT_CATEGORY_SELF_HARM:`Selbstschädigung`,STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS:`unsichere oder verbotene Waren`,STATEMENT_CATEGORY_VIOLENCE:`Gewalt`,SOURCE_ARTICLE_16:`Meldung nach Artikel 16`,SOURCE_TRUSTED_FLAGGER:`vertrauenswürdiger Hinweisgeber`,SOURCE_TYPE_OTHER_NOTIFICATION:`andere Meldung`,SOURCE_VOLUNTARY:`eigene Initiative`,AUTOMATED_DECISION_FULLY:`ganz`,AUTOMATED_DECISION_PARTIALLY:`teilweise`,AUTOMATED_DECISION_NOT_AUTOMATED:`nein`};export{t as codes,e as de};