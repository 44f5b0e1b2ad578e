import { COVER } from '../mask.ts';
import type { PracticeWords } from './concerns.ts';

export const GERMAN: PracticeWords = {
  anger: {
    title: 'Wut auf jemanden im Team',
    boxes: [
      {
        box: 'what',
        text: `Das dritte Mal diesen Monat. ${COVER} hat die neue Kollegin vor dem Patienten angeschrien, weil der Wagen nicht fertig war. Alle schauen auf den Boden. Er macht das, weil er es kann, und Sie werden wieder nichts tun, wie immer.`,
      },
    ],
    matters: [
      'Nehmen Sie den Ärger auf, ohne einzustimmen: Was geschieht mit der Arbeit, wenn jemand angeschrien wird?',
      'Sagen Sie nichts über die genannte Person, weder für noch gegen sie. Schon „Wir haben mit ihm gesprochen“ verrät der Station, dass jemand geschrieben hat.',
      'Versprechen Sie, was Sie sich ansehen, nicht, wie es ausgeht.',
    ],
    model: {
      type: 'answer',
      text: 'Danke, dass Sie schreiben, und das noch einmal, obwohl bisher nichts davon zu merken war. Niemand soll angeschrien werden, schon gar nicht neben einem Patienten: Wer Angst hat, fragt nicht nach, und das gefährdet die Versorgung. Ihre Worte hat auf der Station niemand gesehen. Als Nächstes sehen wir uns an, wie Eingriffe vorbereitet werden und wie in dieser Stunde miteinander gesprochen wird, als Thema für die ganze Abteilung. Was vereinbart wurde, lesen Sie hier bis Ende des Monats.',
    },
  },
  vague: {
    title: 'Eine Sorge ohne Gestalt',
    boxes: [
      {
        box: 'what',
        text: 'Schwer zu sagen. Seit dem Umzug fühlen sich die Nächte nicht mehr sicher an. Es ist nur ein Gefühl.',
      },
    ],
    matters: [
      'Das Gefühl von jemandem, der jede Nacht da ist, ist eine Auskunft. Nehmen Sie es so.',
      'Eine kleine, greifbare Frage hilft mehr als „Bitte nennen Sie Einzelheiten“.',
      'Fragen Sie nach Arbeit und Ort, nie nach Schichten oder Menschen: Drei Einzelheiten können ein Name sein.',
    ],
    model: {
      type: 'question',
      text: 'Danke, dass Sie schreiben, bevor etwas passiert ist. So ein Gefühl ist oft das erste Zeichen, und wir nehmen es ernst. Wenn Sie mögen, nennen Sie uns einen Moment der Nacht, in dem es am stärksten ist: Geht es darum, die Patienten zu sehen, Geräte zu finden, Hilfe zu bekommen, oder um etwas anderes? Eine Zeile genügt, und Sie müssen nicht antworten. Die Nächte seit dem Umzug sehen wir uns auf jeden Fall an.',
    },
  },
  'good-catch': {
    title: 'Gut aufgepasst',
    boxes: [
      {
        box: 'what',
        text: 'Zwei Beutel Kalium im Kühlfach, wo die Spüllösung hingehört. Gleiche Größe, gleiche blaue Schrift.',
      },
      {
        box: 'stopped',
        text: 'Zweimal aufs Etikett geschaut, weil die Kappe ungewohnt war. Eigentlich Glück gehabt.',
      },
      { box: 'fix', text: 'Ein roter Deckel für dieses Fach?' },
    ],
    matters: [
      'Danken Sie für das Aufpassen selbst und sagen Sie, was es verhindert hat.',
      'Es war nicht nur Glück: Jemand hat ein Etikett zweimal gelesen. Sagen Sie das.',
      'Es kam ein Vorschlag mit. Sagen Sie, was daraus wird, auch wenn es ein anderer wird.',
    ],
    model: {
      type: 'answer',
      text: 'Vielen Dank. Der zweite Blick auf das Etikett hat vielleicht ein Leben gerettet. Beide Beutel sind weg, und die Apotheke hat heute die Fächer aller Stationen geprüft: Zwei weitere waren genauso verwechselt. Wir haben Deckel in einer anderen Farbe bestellt, wie Sie es vorschlagen, und Kalium kommt bis Freitag an einen eigenen, verschlossenen Platz. Dürfen wir das mit unseren Worten als gutes Beispiel erzählen? Nichts daran wird auf Sie hinweisen.',
    },
  },
  'worse-since': {
    title: 'Seitdem schlechter behandelt',
    boxes: [
      {
        box: 'what',
        text: `Im Frühjahr bei der Übergabe gesagt, dass die Zählungen nicht stimmen. Seitdem jedes zweite Wochenende Dienst, keine Fortbildung mehr, und ${COVER} nennt mich „unsere Kontrolle“. Das hier zu schreiben war wahrscheinlich auch ein Fehler.`,
      },
    ],
    matters: [
      'Sagen Sie zuerst, dass das hier nicht hingenommen wird, ohne zu entscheiden, was geschehen ist.',
      'Was Sie prüfen, darf nicht zurückweisen: Sehen Sie sich alle Dienstpläne an, nicht einen.',
      'Bieten Sie die unabhängige Stelle und Unterstützung an und lassen Sie die Wahl offen.',
    ],
    model: {
      type: 'answer',
      text: 'Danke für Ihr Vertrauen. Zu schreiben war richtig. Niemand darf hier einen Nachteil haben, weil er sagt, dass etwas nicht stimmt, und was Sie schildern, muss angesehen werden. Auf der Station hat niemand Ihre Worte gesehen, und niemand wird sie sehen. Wir werden die Dienstpläne und Fortbildungstage der ganzen Abteilung seit dem Frühjahr durchgehen, damit nichts auf eine Person weist, und die Zählungen als Routine prüfen lassen. Was wir gefunden haben, lesen Sie hier in zwei Wochen. Die unabhängige Stelle und die Nummern unter „Beistand“ sind auch für Sie da, ohne dass jemand wissen muss, wer schreibt.',
    },
  },
  staffing: {
    title: 'Zu wenige Hände',
    boxes: [
      {
        box: 'what',
        text: 'Wieder zu zweit für einunddreißig. Keine Pause, Medikamente eine Stunde zu spät, eine Klingel, die zwanzig Minuten läuft. Das ist hundertmal gesagt worden. Schreiben Sie bitte nicht, dass Sie „Verständnis haben“.',
      },
      { box: 'help', text: 'Jemand, der entscheidet, soll eine Nacht mitkommen und mitzählen.' },
    ],
    matters: [
      'Versprechen Sie keine Menschen, die Sie nicht haben. Sagen Sie, was sich diese Woche ändert und was nicht.',
      'Späte Medikamente und Klingeln sind Gefahren für Patienten. Behandeln Sie sie so.',
      'Eine Sache, die hilft, wurde genannt. Antworten Sie auf diese.',
    ],
    model: {
      type: 'answer',
      text: 'Danke für die Zahlen: Späte Medikamente und eine Klingel, die zwanzig Minuten läuft, sind Gefahren, und so wurden sie aufgenommen. Die offenen Stellen können wir diesen Monat nicht besetzen. Was wir tun: In Nächten mit weniger als drei bleiben ab dieser Woche zwei Betten geschlossen, und die Standortleitung wird bis Ende nächster Woche eine Nacht mitkommen und mitzählen, wie Sie es vorschlagen. Was dabei herauskam, steht dann hier.',
    },
  },
  danger: {
    title: 'Jemand ist in Gefahr',
    boxes: [
      {
        box: 'what',
        text: 'Der Patient im Einzelzimmer sagt, er macht heute Nacht Schluss. Niemand ist bei ihm, wir sind zu zweit. Der Dienstarzt meint, es habe bis morgen Zeit.',
      },
    ],
    matters: [
      'Erst handeln, dann antworten: Wählen Sie die Notfallnummer der Station, bevor Sie ein Wort schreiben, und sagen Sie nicht, woher Sie es wissen.',
      'Sagen Sie deutlich, dass hier niemand live liest, damit beim nächsten Mal niemand auf Sie wartet.',
      'Das kann in den Meldeweg für Schutz oder Zwischenfälle gehören. Der Eingang hat dafür „An die zuständige Stelle geben“.',
    ],
    model: {
      type: 'answer',
      text: 'Danke, dass Sie sich für ihn einsetzen. Ihre Nachricht kam Stunden später bei uns an, denn hier liest niemand live, und wir haben sofort gehandelt: Jemand sitzt bei dem Patienten, und das psychiatrische Team war bei ihm. Ihre Worte hat niemand gesehen. Wenn jemand in Gefahr ist, während Sie das lesen, warten Sie bitte nicht auf uns: Wählen Sie die Notfallnummer auf der ersten Seite. Wir prüfen, was nachts geschieht, wenn jemand nicht allein bleiben darf; das Ergebnis lesen Sie hier bis Ende nächster Woche. Solche Nächte lassen einen nicht los; die Nummern unter „Beistand“ sind auch für Sie da.',
    },
  },
};
