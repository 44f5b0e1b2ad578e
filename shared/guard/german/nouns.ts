/** German words that are no names, though they may stand where a name could stand. */

export const NOUNS = `
ab abend abends aber ablauf abteilung achtung actrapid adrenalin akte akten akut alaris alarm alarme alle
allein alleine allergie alles als also alt alte alter am amiodaron ampulle ampullen an anamnese andere
anderen anderer anfang angehörige angehörigen angst anordnung anordnungen anordnungsblatt anruf antibiose
antibiotika antibiotikum antwort anweisung anästhesie apixaban apotheke april arabisch arbeit arm armband
arme arterenol arzt arzthelferin aspirin atem atmung auch auf aufgabe aufgaben aufklärung auge augen august
aus ausbildung ausfall auskunft auto außer außerdem azubis bad balken band bauch baxter bedarf bedienung
befund befunde begleitung bei beide beiden beim bein beine bene bereit bereitschaft bericht bescheid
beschwerde beschwerden beschwert besetzung besser besuch besucher betriebsrat bett betten bettgitter
bettlaken bettpfanne beutel bewohner bewusstlos bewusstsein bis bisoprolol bitte bitten blase blut blutdruck
blutung blutzucker boden bogen braucht braun brille bruder brust bzw büro ceftriaxon charge chef chirurgie
clexane da dabei dafür dagegen daher damals damit danach dank dann darauf darf das dass daten dauer dauernd
dazu dein dem den denn der des deshalb desinfektion deutsch deutsche dezember diabetes dialyse diazepam die
dienst dienstag dienste diese diesem diesen dieser dieses digoxin dipidolor dokumentation donnerstag
dormicum dort dosierung dosis drainage drei dringend druck dräger durch durchgang durst eben ebenso ein eine
einem einen einer eines eingriff einheit einheiten einmal einsatz eliquis eltern ende endlich endoskopie
englisch entlassung entweder er ergebnis erst erste erster es essen etikett etwa etwas euch euer extra fach
fachkraft fachkräfte fahrer fall falsch falsche falschen familie fast februar fehler fehlt feier fenster
fentanyl fieber finger flasche flur folge formular frage fragen fraktur frau frauen frei freitag fremd
fresenius früh frühdienst frühstück furosemid fuß für füße gab gabe gang ganz ganze gar gast gebeten gebiss
gefahr gefragt gefühl gegangen gegeben gegen gehen geholt geht gekommen geld gelenk gerade gericht gerufen
gerät geräte gesagt geschrien gesehen gesicht gespräch gestern gestürzt gewicht gift glas gleich glukose
glück grund gruppe gut gutes haare haben haldol halle haloperidol hals hand handschuhe handtuch hartmann hat
hatte haus haut hebamme heim heiner hektik helfer heparin her herr herren herz heute hier hilfe hilft hin
hinter hinweis hoch hose hunger husten hygiene hände hätte hüfte ibuprofen ich ihm ihn ihnen ihr ihre ihren
ihrer im imedone immer in infektion info information informationen infos infusion infusionen insulin
intensiv intubation ish ist ja jahr jahre januar jede jeder jedes jemand jetzt juli juni kaffee kalium kann
kasse katheter kaum kein keine keinem keinen keiner ketamin kind kinder kissen kittel klar klingel klinik
klo kollegen kollegin kolleginnen kommen kommt komplikation konsil kontakt kontrolle kopf krank kranke
kranken krankenhaus kritik kurve kurz kurze können könnte körper küche kühlschrank kündigung labor lage
lagerung laken lange langsam lantus lasix leben lebensmittel leid leider leitung letzte letzten leute licht
liege liegen liste loch lotte luft lunge machen macht magen mai mal man mangel mann marcumar maske masken
material maßnahme maßnahmen medico medikament medikamente medikamenten medis mehr mehrere mein meine meinem
meinen meiner meist mensch menschen meronem metoprolol mette midazolam mindestens minuten mit
mitarbeiterinnen mitarbeitern mittag mitte mittel mitten mittwoch mobil mobilisation monat monate montag
morgen morphin morphium mund muss musste mutter männer märz möglich müssen nach nachdem nachfrage nachher
nachmittag nacht nachtdienst nachts nacl nahm name namen nase natürlich neben nein nerven neu neue neuen
neuer nexus nicht nichts nie niemand nieren noch noradrenalin normal notaufnahme notfall notfallwagen
notfälle novalgin november novorapid nummer nun nur ob oben obwohl oder ohne ohnehin ohr ohren oktober op
operation opiat orbis ordnung ort oxycodon paar pantoprazol pantozol papier paracetamol patient patienten
patientin patientinnen pause pausen person personal personen pfannen pflaster pflege pflegekräfte pfleger
pflegerinnen pflegern pforte philips pillen piperacillin piritramid plan planung plasma platz plätze
plötzlich polnisch praxis probe proben problem probleme propofol protokoll puls pumpe pumpen punktion
quittung ramipril rat raum reanimation recht rechts regel reiner reinigung rest rezept rezepte richtig
richtige ringer ringerlaktat rollator rollstuhl rosen ruf rufbereitschaft ruhe runde russisch räume röntgen
rücken rückenlage rückmeldung rückruf sache sachen sagen sagt sagte samstag sauerstoff schaden schaltung
schein schere schicht schichten schiene schild schlaf schlauch schleuse schläge schlüssel schmerz schmerzen
schmerzmittel schnell schock schon schrank schreien schuhe schuld schwanger schwer schwestern schwierig
schüler schülern sechs sehr sein seine seinem seinen seiner seit seite seiten selbst september sie siemens
sind situation so sofort sogar soll sollte sonde sondern sonnabend sonntag sonst sorge spritze spritzen spät
spätdienst später stand standard station stationen stelle stellen still streit stress strom stuhl stunde
stunden sturz stück stühle stürze suche sufentanil suprarenin tablett tablette tabletten tag tage targin
tasche tavor tazobac team tee teil telefon temperatur termin termine tests therapie thrombose tilidin tisch
tod toilette toiletten toni torem tote tramal transfusion transport trauma treppe trotz trotzdem tuch tupfer
tür türkisch tüte uhr um umlagerung unacid und unfall unruhe uns unser unsere unserem unseren unserer unten
unter unterlagen unterschrift untersuchung urin urlaub vancomycin vater vene verband verbände verdacht
verlauf verlegung verletzung verordnung versorgung verspätung verständnis versuch vertretung verwaltung
verwechslung viel viele vielen vielleicht vier visite vitalwerte vitalzeichen voll vom von vor vorbereitung
vorfall vorgang vorher vorne vorrang vorsicht waage wache wagen wahrscheinlich wand wann war ware waren
wasser wechsel weg wegen weil weiter welche wenig weniger wenn wer werden wert werte wichtig wie wieder will
wir wird wirkung wissen wo woche wochen wochenende wohl wohnung wollte wunde wunden wurde wurden wut wäre
wäsche würde xarelto zahl zehn zeit zeitdruck zeiten zettel zeug ziel zigarette zimmer zivi zu zucker zuerst
zugang zugänge zum zunge zur zurück zusammen zustand zuständig zuviel zwei zweimal zweite zwischen zähler
zähne über überall übergabe überhaupt überlastung
`;
