/** Rooms, beds, wards and addresses in German. */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { words } from '../vocabulary.ts';
import { isAmount, UNDER_TWENTY } from './amounts.ts';

const CITIES = words(
  `berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden
      hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster karlsruhe mannheim augsburg
      wiesbaden mönchengladbach gelsenkirchen aachen braunschweig chemnitz kiel halle magdeburg freiburg
      krefeld mainz lübeck erfurt rostock kassel hagen potsdam saarbrücken hamm ludwigshafen oldenburg
      osnabrück leverkusen heidelberg solingen darmstadt regensburg herne paderborn neuss ingolstadt
      offenbach würzburg fürth ulm heilbronn pforzheim wolfsburg göttingen bottrop reutlingen koblenz
      bremerhaven bergisch erlangen trier jena gera cottbus hildesheim siegen wien graz linz salzburg
      innsbruck zürich basel bern genf luzern`,
);

/** "10115 Berlin", but not "12000 Leukozyten". */
export function isPostcodePlace(hit: Hit): boolean {
  const place = hit.words.replace(/^\D{0,6}?\d+ /, '').split(/[ -]/)[0] ?? '';
  const city = CITIES.has(place.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss'));
  if (city) return true;
  return (
    /\d{5}/.test(hit.words) &&
    !isAmount(hit) &&
    /(?:,|\bin|\baus|\bnach|wohnt|wohnhaft|adresse:?|plz:?|\d[a-z]?) ?$/i.test(before(hit)) &&
    !/zyten$|einheiten|euro|tabletten|ampullen|meter|schritte/i.test(hit.words)
  );
}

export function placeMatchers(): Matcher[] {
  const cue = source`(?:zimmer|zi\.?|patientenzimmer|bett|bettplatz|bettenplatz|box|saal|op-?saal|op|kreißsaal|raum|koje|
      kabine|schockraum|platz|isozimmer|isolierzimmer|einzelzimmer|untersuchungsraum|behandlungsraum|
      eingriffsraum|inkubator|aufwachplatz|dialyseplatz|fach|stellplatz)`;
  const neutral = (hit: Hit): string =>
    /^bett/i.test(hit.words) ? 'ein Bett' : /^(?:op|saal|kreiß)/i.test(hit.words) ? 'ein Saal' : 'ein Zimmer';
  const street = source`(?:straße|strasse|str\.?|weg|allee|platz|gasse|ring|damm|ufer|chaussee|steig|pfad|stieg|promenade|
      graben|markt|berg|hof)`;
  return [
    pattern(
      'room_bed',
      source`${LEFT}${cue}(?: ?(?:nr\.?|nummer|#|-))? ?(?:\d{1,4}[A-Z]?|(?<= )(?:${UNDER_TWENTY})|
          (?<= )[A-Z])${RIGHT}(?:(?:,? ?${cue} ?|,? und |,? ?& ?|\/)(?:\d{1,3}[A-Z]?)${RIGHT}){0,2}`,
      {
        neutral: (hit) =>
          /(?:^|[^a-zäöü])(?:im|am|vom|zum|in|aus|vor|auf|von) $/i.test(before(hit))
            ? neutral(hit).replace('ein ', 'einem ')
            : neutral(hit),
        accept: (hit) =>
          !isAmount(hit) &&
          !/ (?:eins?|[a-z])$/.test(
            hit.words
              .replace(/ eins?$/i, (end) => (/^(?:zimmer|saal|raum)/i.test(hit.words) ? '' : end))
              .replace(/ [A-Z]$/, ''),
          ) &&
          !/^ (?:mal|patienten|betten|personen|pfleger|stunden|schwestern)/i.test(after(hit)) &&
          !/^(?:op|platz|fach|box) (?:[a-z]|zwei|drei|vier|ein)$/i.test(hit.words),
      },
    ),
    pattern(
      'bed_spot',
      source`${LEFT}(?:fensterbett|türbett|eckbett|bett (?:am|beim|neben dem|an der|neben der) (?:fenster|
          tür|waschbecken|stützpunkt|wand)|fensterplatz)${RIGHT}`,
      { neutral: 'ein Bett' },
    ),
    pattern(
      'ward_named',
      source`${LEFT}(?:station|stat\.|etage|ebene|haus|stock|geschoss|flügel|
          bereich) ?(?:nr\.? ?)?(?:\d{1,3}[A-Z]?|[A-Z]\d{0,3})${RIGHT}|${LEFT}(?:im )?(?:\d{1,2}\.|ersten|
          zweiten|dritten|vierten|fünften) (?:stock|og|obergeschoss|etage)${RIGHT}`,
      { neutral: 'eine Station', accept: (hit) => !isAmount(hit) && !/ [a-z]$/.test(hit.words) },
    ),
    pattern(
      'ward_named',
      source`${LEFT}(?:(?:St\.?|Sankt|Klinikum|Krankenhaus|Klinik|Universitätsklinikum|Uniklinik|
          Marienhospital|Charité)(?:[ -][A-ZÄÖÜ][\p{L}.-]{1,20}){1,3})${RIGHT}`,
      { neutral: 'das Krankenhaus' },
      'exact-case',
    ),
    pattern(
      'street',
      String.raw`${LEFT}[A-ZÄÖÜ][\p{L}.-]{2,25}${street} ?(?:nr\.? ?)?\d{1,4} ?[a-z]?${RIGHT}(?:, ?\d{5} [A-ZÄÖÜ][a-zäöüß]{2,20})?`,
      { neutral: 'eine Adresse', accept: isStreet },
    ),
    pattern(
      'street',
      source`${LEFT}(?:[A-ZÄÖÜ][\p{L}.-]{2,20}[ -]){1,2}(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Gasse|Ring|
          Damm) \d{1,4} ?[a-z]?${RIGHT}(?:, ?\d{5} [A-ZÄÖÜ][a-zäöüß]{2,20})?|${LEFT}(?:Am|An der|Auf dem|
          Im|Zum|Zur|Unter den) [A-ZÄÖÜ][a-zäöüß]{2,20} \d{1,3}[a-z]?(?=,? \d{5}| wohn|,)`,
      { neutral: 'eine Adresse' },
      'exact-case',
    ),
    pattern(
      'street',
      source`${LEFT}(?:wohnt|wohnhaft|lebt) (?:in|im|am|an der|auf der) (?:(?:der|
          dem) )?[A-ZÄÖÜ][a-zäöüß-]{2,25}${RIGHT}`,
      {
        neutral: 'wohnt in der Nähe',
        accept: (hit) =>
          !/(?:heim|pflegeheim|wohnung|haus|einrichtung|betreut\p{L}*|altenheim|wohngruppe|familie|nähe|stadt|umgebung|land)$/iu.test(
            hit.words,
          ),
      },
      'exact-case',
    ),
  ];
}

function isStreet(hit: Hit): boolean {
  return (
    !/^(?:arbeits|schock|bett|stell|sitz|steh|park|lager|frei|fenster|aufwach|dialyse|liege|rück|liefer|heim|dienst|umweg|atem|wasser|transport|behandlungs|infusions|zugangs|flucht|rettungs)/i.test(
      hit.words,
    ) && !/^(?:\p{L}*(?:herzberg|bahnhof|friedhof|innenhof))/iu.test(hit.words)
  );
}
