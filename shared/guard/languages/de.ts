/** German. Nouns are Capitalised, so a capital says little: names need a title, a role or a place in a list. */

import { NOUNS } from '../german-words.ts';
import type { Language } from '../language.ts';
import { FAMILY_NAMES, GIVEN_CAPITALISED, GIVEN_NAMES, GIVEN_WORDS } from '../latin-names.ts';
import {
  after,
  before,
  type Hit,
  LEFT,
  type Matcher,
  onlyWhere,
  pattern,
  RIGHT,
  source,
} from '../matcher.ts';
import { type NameWords, NO_NAME_WORDS } from '../name-words.ts';
import { nameMatcher } from '../names.ts';
import { isExpiry, numberMatchers, UNIT } from '../numbers.ts';
import { once } from '../once.ts';
import { endings, phrases, without, words } from '../vocabulary.ts';

const ROLE_WORDS = `schwester, schwestern, pfleger, pflegern, pflegerin, krankenschwester, krankenpfleger,
      pflegefachkraft, pflegefachfrau, pflegefachmann, pflegekraft, nachtschwester, nachtwache,
      stationsschwester, op schwester, pflegehelfer, pflegehelferin, pflegeassistent, pflegeassistentin,
      altenpfleger, altenpflegerin, arzt, ärztin, oberarzt, oberärztin, oberarztes, chefarzt, chefärztin,
      assistenzarzt, assistenzärztin, stationsarzt, stationsärztin, dienstarzt, dienstärztin, notarzt,
      notärztin, hausarzt, hausärztin, facharzt, fachärztin, belegarzt, internist, internistin, chirurg,
      chirurgin, anästhesist, anästhesistin, neurologe, neurologin, gynäkologe, gynäkologin, urologe,
      urologin, radiologe, radiologin, psychiater, psychiaterin, operateur, operateurin, pjler, pjlerin,
      famulant, famulantin, leitung, stationsleitung, stationsleiter, stationsleiterin, pdl,
      pflegedienstleitung, pflegedienstleiter, pflegedienstleiterin, schichtleitung, bereichsleitung,
      teamleitung, teamleiter, teamleiterin, abteilungsleiter, abteilungsleiterin, chef, chefin,
      vorgesetzter, vorgesetzte, geschäftsführer, geschäftsführerin, kollege, kollegin, kollegen,
      mitarbeiter, mitarbeiterin, praxisanleiter, praxisanleiterin, anleiter, anleiterin, mentor,
      mentorin, schüler, schülerin, pflegeschüler, pflegeschülerin, azubi, auszubildende, auszubildender,
      praktikant, praktikantin, student, studentin, fsjler, fsjlerin, bufdi, leasingkraft, leasing,
      hebamme, apotheker, apothekerin, physiotherapeut, physiotherapeutin, physio, ergotherapeut,
      ergotherapeutin, logopädin, logopäde, transporteur, hol und bringedienst, sanitäter, sanitäterin,
      rettungssanitäter, notfallsanitäter, reinigungskraft, putzfrau, sekretärin, sekretär, mfa, mta,
      mtra, ota, ata, laborantin, laborant, techniker, technikerin, seelsorger, seelsorgerin,
      sozialarbeiter, sozialarbeiterin, betreuer, betreuerin, dolmetscher, dolmetscherin, freundin,
      freund, wache, personalrat, betriebsrat`;

const givenWords = () =>
  words(
    GIVEN_WORDS,
    `rosa rose mark kai ernst wolf frank linda klara viola heide erika iris jasmin dahlia ruth felix
        august juli mai max otto karl`,
  );
const familyWords = () =>
  words(
    `bauer becker beck fuchs graf hahn jäger jung kaiser keller klein koch könig kraft krebs kurz lang
        lange link metzger nagel richter ritter roth sauer schäfer schneider schön schreiber schuster
        schwarz sommer stahl stark stein vogel weber weiss winter wolf zimmer engel horn groß berger berg
        baum busch blum kaufmann fischer müller schmied wirth bach feld grün braun weise frank frei ernst
        heide sturm hase hirsch herbst`,
  );
const familyWordsTitled = () =>
  words(
    `bart bein blut fuß hand herz kopf kreuz hals mann freitag sonntag montag morgen abend tag nacht
        mai april august gut neu alt bett haus wand mauer weg ort pflege spital heil kur arm gross schick
        scharf fromm fröhlich stolz böse ruhe stiller still lust reich herr frau`,
  );

const names = (): NameWords => ({
  ...NO_NAME_WORDS,
  titles: phrases({
    'eine Person': 'frau, herr, herrn, fr, hr, hrn, fräulein, familie, fam, eheleute, frl',
    'eine ärztliche Fachperson': `dr, doktor, prof, professor, professorin, pd, priv doz, doz, med, dipl med, oa, oä, ca, cä, aa,
          aä, ltd oa, chefarzt dr, habil, univ, h c`,
  }),
  weakTitles: words('frau herr herrn fr hr familie fam aa ca med univ doz'),
  roles: phrases({ 'eine Person aus dem Team': ROLE_WORDS }),
  patients: phrases({
    'eine Patientin oder ein Patient': `patient, patientin, patienten, pat, pt, bewohner, bewohnerin, kind, baby, säugling,
          neugeborenes, frühchen, zimmernachbar, zimmernachbarin, nachbar, nachbarin, bettnachbar,
          bettnachbarin, kunde, kundin, klient, klientin`,
    'eine angehörige Person': `sohn, tochter, ehefrau, ehemann, mann, gattin, gatte, mutter, vater, mama, papa, bruder, oma,
          opa, enkel, enkelin, tante, onkel, cousin, cousine, neffe, nichte, partner, partnerin,
          lebensgefährte, lebensgefährtin, lebenspartner, angehöriger, angehörige, verlobte, verlobter,
          schwiegersohn, schwiegertochter, großmutter, großvater`,
  }),
  links: words('namens heisst hiess genannt ist war'),
  shortForms: words('pat fr hr dr prof stat'),
  particles: words(
    'van der den de von vom zu zum zur le la del della di da do dos du el al bin ibn bint ter ten abu mac o',
  ),
  openingParticles: words('van al el abu bin ibn'),
  departments: phrases({
    ja: `apotheke, der apotheke, physio, der physio, labor, dem labor, röntgen, dem röntgen, radiologie,
        der radiologie, aufnahme, der aufnahme, notaufnahme, der notaufnahme, zna, der zna, intensiv,
        der intensiv, its, der its, imc, op, dem op, aufwachraum, dem aufwachraum, anästhesie,
        der anästhesie, kreißsaal, dem kreißsaal, station, der station, küche, der küche, verwaltung,
        der verwaltung, pforte, der pforte, zentrale, der zentrale, ambulanz, der ambulanz, endoskopie,
        der endoskopie, dialyse, der dialyse, chirurgie, der chirurgie, inneren, der inneren, nachtdienst,
        dem nachtdienst, spätdienst, frühdienst, leasing, der leasingfirma, transport, dem transport,
        reinigung, der reinigung, technik, der technik, it, der it, edv, der edv, sozialdienst,
        dem sozialdienst, hygiene, der hygiene, qm, pflege, der pflege, leitung, der leitung, kardiologie,
        der kardiologie, onkologie, der onkologie, geriatrie, der geriatrie, neurologie, der neurologie,
        urologie, der urologie, gyn, der gyn, pädiatrie, der pädiatrie, psychiatrie, der psychiatrie, ct,
        dem ct, mrt, dem mrt, ekg, blutbank, der blutbank, sterilisation, zsva, der zsva, logistik,
        der logistik, personalabteilung, der personalabteilung, pdl, der pdl`,
  }),
  fromWords: words('aus von vom in im auf bei beim'),
  theWords: words('der die das dem den unser unsere unserer unserem mein meine meiner ein eine'),
  andWords: words('und'),
  tellers: endings(
    `hat mir, sagt, sagte, von, mit, bei, an, fragte, fragt, rief, ruft, bat, durch, für, gegen, dass,
        weil, danke, heißt, hieß, namens`,
  ),
  speech: words(
    `sagte sagt meinte meint rief schrie fragte fragt antwortete erzählte behauptete weigerte wollte
        hat war ist kam ging machte gab hatte hängte nahm`,
  ),
  given: without(
    words(
      GIVEN_NAMES,
      `anke antje ansgar beate bernd birte björn carsten christa dagmar dörte eberhard elke ercan erkan
          ernst falk friedhelm friedrich gesine gitte gottfried gregor günter günther hanna hartmut hedwig
          herta hilde horst hülya ilka imke irmtraud isolde janina jannik jeannette jörg jürgen käthe
          kirsten knut kübra lars lisbeth ludger luise magnus manuela marita markus mechthild merle
          michaela mirjam moritz murat nele nils olga özlem peer petra philipp pia rainer ralf regine
          renate rieke rosemarie rüdiger sabrina sandra şükrü sigrid silke sönke steffen stefan svea tanja
          thorben tim timo tobias torsten ulla ulli ursel uta ute uwe verena walburga walther wenke wilma
          wolfram yvonne züleyha anna jan jana ben leon paul tom finn emma mia lena ina eva ida jule jonas
          lea maja ole ronja`,
    ),
    givenWords(),
    words(NOUNS),
  ),
  givenCapitalised: without(words(GIVEN_CAPITALISED), givenWords(), words(NOUNS)),
  givenWords: givenWords(),
  surnames: without(
    words(
      FAMILY_NAMES,
      `albrecht arnold bachmann bauer baumann baumgartner beck becker behrens bergmann böhm brandt
          braun brinkmann busch conrad dietrich ebert engelhardt ernst esser fiedler franke friedrich
          fröhlich fuhrmann gärtner geiger gerlach götz grimm großmann günther haas hahn hartmann hartwig
          hein heinemann heinrich heinz hermann herzog heß hesse hirsch hoffmann hofmann hübner huber
          jäger jahn janßen jung kaiser kaufmann keller kessler kirsch köhler kolb könig konrad kraft
          kramer krämer kraus krause krauß kretschmer kröger krüger kruse kühn kuhn kühne kunz kurz lang
          lange langer lehmann lindner link lorenz löffler ludwig lutz maier marx mayer meier meißner
          menzel metzger michel möller moser müller nagel neubauer neumann noack nowak oswald ott otto
          paul peters pfeiffer pietsch pohl preuß rau reimann reinhardt reuter richter riedel ritter roth
          rudolph sander sauer schäfer scherer schilling schlüter schmid schmitt schmitz schneider schober
          scholz schön schreiber schröder schröter schubert schuhmacher schulte schultz schulz schulze
          schumacher schuster seidel seifert seitz simon sommer stahl stark stein steiner stephan stoll
          straub theis thiel thiele thomas ullrich ulrich unger urban vetter vogel vogt voigt volk voß
          wagner walter walther weber weigel weiß wendt wenzel werner wiedemann wilhelm will winkler
          winter witt wolff ziegler zimmer zimmermann yildiz demir kaya celik öztürk şahin aydin arslan
          doğan kılıç aslan çetin koç kurt özdemir polat yavuz`,
    ),
    familyWords(),
    familyWordsTitled(),
    words(NOUNS),
  ),
  familyWords: familyWords(),
  familyWordsTitled: familyWordsTitled(),
  eponyms: words(
    `addison alzheimer apgar babinski barthel basedow bechterew braden braun braunüle charcot colles
        crohn cushing doppler down dupuytren fallot foley glasgow guedel guillain hartmann hashimoto
        hickman hodgkin holter horner huntington kocher korsakow langenbeck lewy mallampati marfan meniere
        norton overholt parkinson perthes pott raynaud redon ringer roux scheuermann schiötz sengstaken
        sudeck tenckhoff tiemann tourette trendelenburg valsalva veress virchow waterlow weber wegener
        wernicke willebrand wilson`,
  ),
  acronyms: words(
    `ekg eeg ct mrt op its imc zna pdl pd oa oä aa ca cä tv ok az ez rr hf af bz cpr drk asb bg btm iv
        im sc po mg ml hno gyn zvk pvk dk mrsa vre esbl nfs rtw nef opz hka pca pda dnr dni kis pvs cirs
        qm it edv tep vac copd khk tia ards`,
  ),
  notNames: words(NOUNS, ROLE_WORDS.replaceAll(',', ' ')),
  notNameEnding:
    new RegExp(source`(?:ung|ungen|heit|keit|schaft|tion|tionen|tat|taten|ment|mente|mittel|tabletten?|infusion|
    infusionen|gabe|wert|werte|karte|liste|raum|zimmer|bett|betten|dienst|plan|bogen|kurve|pumpe|
    katheter|beutel|fieber|druck|zucker|schmerz|schmerzen|ismus|itis|ose|pathie|skopie|graphie|
    grafie|logie|therapie|diagnostik|alarm|alarme|gerat|gerate|lampe|wagen|stuhl|schrank|kasten|tur|
    turen|fenster|zettel|etikett|armband|nummer|name|namen|station|chirurgie|medizin|spritze|
    spritzen|nadel|verband|verbande|sonde|drainage|blutung|sturz|wunde|wunden|kranke|kranken|arzt|
    arzte|pflege|pfleger|schwester|schwestern|patient|patienten|hilfe|visite|runde|ubergabe|
    aufnahme|entlassung|verlegung|transport|labor|probe|proben|konserve|plasma|cillin|mycin|micin|
    azol|olol|pril|sartan|statin|parin|xaban|caine?|cain|pam|lam|fenac|profen|metformin|insulin|
    heparin|lich|isch|ig|los|bar|sam|end|iert|ieren|zeit|tag|tage|nacht|woche|minuten?|stunden?|uhr|
    prozent|grad|milliliter|milligramm)$`),
  smallWordEnding: /(?:en|te|ten|st|ig|lich|isch|bar|los|sam|ung|heit|keit|end|iert|ert|elt|t)$/,
  eponymNouns: words(
    `syndrom krankheit morbus test zeichen score skala katheter sonde tubus drainage schiene klemme
        pinzette lagerung lösung laktat linie klinik krankenhaus hospital station haus stift straße platz
        weg allee fraktur reflex phänomen tumor lymphom kanüle nadel kocher`,
  ),
  placeTitles: words('st sankt'),
  closers: phrases({
    ja: `danke, vielen dank, besten dank, lg, vg, mfg, liebe grüße, viele grüße, beste grüße, schöne grüße,
        herzliche grüße, gruß, grüße, mit freundlichen grüßen, mit freundlichem gruß, freundliche grüße,
        gez, gezeichnet, euer, eure, ihr, ihre, hochachtungsvoll`,
  }),
  nounsAreCapitalised: true,
  somebody: 'eine Person',
  fit: (neutral, previousKey, role) => {
    if (previousKey !== undefined && DETERMINERS.has(previousKey))
      return role ?? neutral.replace(/^ein(?:e[rnms]?)? /, '');
    return previousKey !== undefined && DATIVE.has(previousKey) ? inDative(neutral) : neutral;
  },
});

const DETERMINERS = words(
  `der die das dem den des ein eine einer einem einen unser unsere unserer unserem unseren mein meine
      meiner meinem meinen dein seine sein seiner seinem seinen ihr ihre ihrer ihrem ihren euer eure diese
      dieser diesem diesen jede jeder jedem keine keiner kein`,
);
const DATIVE = words('mit von bei zu aus nach gegenüber seit ausser');

function inDative(neutral: string): string {
  return neutral
    .replace(/^eine /, 'einer ')
    .replace(/ ein Patient$/, ' einem Patienten')
    .replace(/angehörige$/, 'angehörigen');
}

/** German shift brackets. */
function shiftOf(hour: number): string {
  return hour >= 20 || hour < 6 ? 'im Nachtdienst' : hour < 14 ? 'im Frühdienst' : 'im Spätdienst';
}

const ONES = 'ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun';
const UNDER_TWENTY = source`eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|
      siebzehn|achtzehn|neunzehn`;
const TENS = 'zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig';
const NUMBER_WORD = `(?:(?:(?:${ONES})und)?(?:${TENS})|${UNDER_TWENTY}|(?:ein)?hundert(?:(?:und)?(?:${UNDER_TWENTY}))?)`;
const HOUR_WORD = 'eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf';
const MONTH = source`(?:jan(?:uar)?|jänner|feb(?:ruar)?|märz|mrz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|
      okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)`;
const WEEKDAY = '(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?)';
const PART_OF_DAY = source`(?:nachts|morgens|früh|frühs|vormittags|mittags|nachmittags|abends|in der nacht|am morgen|am abend|
      am nachmittag|in der früh)`;
const CODE = String.raw`(?:[A-Z]{1,4}[-/ ]?)?\d[A-Z0-9]{0,15}(?:[-/.][A-Z0-9]{1,12}){0,4}(?: \d{2,8}){0,4}`;

const AMOUNT = new RegExp(`^ ?(?:${UNIT}${RIGHT}|[%°/])`, 'iu');
const isAmount = (hit: Hit): boolean => AMOUNT.test(after(hit));
const digits = (least: number) => (hit: Hit) =>
  hit.words.replace(/\D/g, '').length >= least && !isAmount(hit);

function cued(
  rule: 'mrn_cued' | 'employee_id' | 'device_serial',
  cue: string,
  least: number,
  neutral: string,
): Matcher {
  const link = '(?:[ .:#=-]{0,3}(?:nummer|nr|no|id|ist|war|lautet|kennung)){0,3}';
  return pattern(rule, `${LEFT}(?:${cue})${link}[ .:#=(-]{0,3}${CODE}${RIGHT}`, {
    accept: digits(least),
    neutral,
  });
}

function cueMatchers(): Matcher[] {
  const contact = { neutral: 'ein Kontakt' };
  return [
    cued(
      'mrn_cued',
      source`fall-?(?:nummer|nr|id)|fall(?= ?nr)|pat(?:ient(?:en)?)?[. -]{0,2}(?:nummer|nr|id)|pid|
          aufnahme-?(?:nummer|nr)|kis-?(?:nummer|nr)|(?:kranken)?versicherten-?(?:nummer|nr)|
          versicherungs-?(?:nummer|nr)|vers[. -]{0,2}nr|kvnr|krankenkassen-?nummer|auftrags-?(?:nummer|
          nr)|proben-?(?:nummer|nr)|röhrchen-?nummer|barcode|konserven-?(?:nummer|nr)|befund-?(?:nummer|
          nr)|rezept-?(?:nummer|nr)|konto(?:nummer|nr)?|ausweis-?(?:nummer|nr)|personalausweis(?:nummer)?|
          reisepass(?:nummer)?|steuer-?(?:id|nummer|nr)|sozialversicherungs-?(?:nummer|nr)|
          rentenversicherungs-?(?:nummer|nr)|sv-?nr|ahv-?(?:nr|nummer)|mrn`,
      3,
      'eine Fallnummer',
    ),
    cued(
      'mrn_cued',
      source`vorgangs-?(?:nummer|nr)|meldungs?-?(?:nummer|nr)|cirs-?(?:nummer|nr|meldung|fall)|
          ticket(?:nummer|nr)?|meldung|vorgang`,
      3,
      'eine frühere Meldung',
    ),
    pattern(
      'mrn_cued',
      source`${LEFT}(?:aktenzeichen|az\.?|gz\.?|
          geschäftszeichen)[ :.]{0,3}(?:[A-Z0-9]{1,5}[ ./-]){0,4}\d{1,6}(?:[./-]\d{2,4}){0,2}${RIGHT}`,
      { neutral: 'ein Aktenzeichen' },
    ),
    cued(
      'employee_id',
      source`personal-?(?:nummer|nr)|pers[. -]{0,2}nr|mitarbeiter-?(?:nummer|nr|id)|dienstausweis|
          dienst-?(?:nummer|nr)|lanr|bsnr|arzt-?(?:nummer|nr)|benutzer(?:name|kennung|id)?|kennung|login|
          pin|spind|ausweis|stempel-?(?:nummer|nr)`,
      3,
      'eine Personalnummer',
    ),
    cued(
      'device_serial',
      source`serien-?(?:nummer|nr)|sn|s\/n|geräte-?(?:nummer|nr)|inventar-?(?:nummer|nr)|inv[. -]{0,2}nr|
          chargen?-?(?:nummer|nr)?|ch[. -]{0,2}b|lot|seriennummer`,
      3,
      'eine Gerätenummer',
    ),
    pattern(
      'pager_ext',
      source`${LEFT}(?:dect|telefon|tel|durchwahl|dw|piepser|pieper|funker|funk|nebenstelle|diensttelefon|
          diensthandy|handy|apparat|intern|rufnummer|kurzwahl|app)(?: ?(?:nummer|nr|unter|ist|war|auf|die|
          der)){0,2}[ .:#-]{0,3}\d{1,6}(?:[- ]\d{2,5})?${RIGHT}`,
      {
        neutral: 'ein Telefon',
        accept: (hit) => {
          const number = hit.words.replace(/\D/g, '');
          return number.length >= 3 && !/^(?:110|112|2222|115|116117)$/.test(number) && !isAmount(hit);
        },
      },
    ),
    pattern(
      'phone_local',
      String.raw`(?<![\p{L}\p{N}.,+/-])\(?0[1-9]\d{1,4}\)?[ /.-]{0,3}\d{2,8}(?:[ .-]\d{1,6}){0,4}(?![\p{L}\p{N}]|[.,]\d)`,
      {
        ...contact,
        accept: (hit) => {
          const number = hit.words.replace(/\D/g, '').length;
          return number >= 7 && number <= 14 && !isAmount(hit);
        },
      },
    ),
    pattern(
      'phone_local',
      source`${LEFT}(?:ruft?|rufen|anrufen|nummer|handynummer|handy|mobil|telefonnummer|fax|whatsapp|
          erreichbar|erreicht)(?: (?:mich|uns|ihn|sie|unter|ist|lautet|an|auf|die|der|nummer|mir|
          meine)){0,4}[ :]{1,2}\+?\d(?:[ ./()-]{0,2}\d){5,14}${RIGHT}`,
      contact,
    ),
    pattern(
      'vehicle',
      source`${LEFT}(?:kennzeichen|nummernschild|auto|pkw|wagen|fahrzeug|kfz)(?: (?:mit|ist|war|dem|das|
          kennzeichen|nummer)){0,3}[ :]{1,2}[A-ZÄÖÜ]{1,3}[ -]{1,2}?[A-ZÄÖÜ]{1,2} ?\d{1,4}[EH]?${RIGHT}`,
      { neutral: 'ein Auto' },
    ),
    pattern(
      'vehicle',
      source`${LEFT}(?!CT|MR|OP|EKG|PCR|HIV|HCV|IL|TNF|CA|CK|GPT|GOT|LDH|PH|HB|T|L|C|
          B-Z)[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2} \d{2,4}[EH]?${RIGHT}`,
      { neutral: 'ein Auto', accept: (hit) => !isAmount(hit) },
      'exact-case',
    ),
    pattern(
      'dob_cued',
      source`${LEFT}(?:geb(?:oren)?\.?(?: am| in)?|geburtsdatum|geb\.?-?datum|jahrgang|
          jg\.?)[ :.]{0,3}(?:\d{1,2}\. ?(?:\d{1,2}\.|${MONTH}) ?(?:(?:19|20)?\d{2})?|(?:19|20)\d{2}|
          \d{6,8})${RIGHT}`,
      { neutral: 'ein Datum' },
    ),
    pattern(
      'plz_place',
      source`${LEFT}(?:(?:D|A|CH)[ -])?(?:plz:? ?)?\d{4,5} (?:[A-ZÄÖÜ][a-zäöüß]{2,20}(?:[ -](?:am|an der|im|
          bei|ob der|[A-ZÄÖÜ][a-zäöüß]{2,15})){0,3})${RIGHT}`,
      { neutral: 'ein Ort', accept: isPostcodePlace },
      'exact-case',
    ),
  ];
}

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
function isPostcodePlace(hit: Hit): boolean {
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

function hourIn(text: string): number {
  const lower = text.toLowerCase();
  const number = /\d{1,2}/.exec(lower);
  const spelled = HOUR_WORD.split('|').findIndex((word) =>
    new RegExp(`(?:^|[^a-zäöü])${word}(?![a-zäöü])`).test(lower.replace(/^.*(?:vor|nach|halb) /, '')),
  );
  const hour = number !== null ? Number(number[0]) : Math.max(0, spelled);
  return /nachmittag|abend/.test(lower) && hour < 12 ? hour + 12 : hour % 24;
}

const LEAD = source`(?:(?:um|gegen|ab|seit|bis|vor|nach|kurz vor|kurz nach|so um|so gegen|ca\.?|etwa|ungefähr|circa|zirka|
    nachts um|morgens um|abends um|früh um|punkt) ){0,3}`;

function timeMatchers(): Matcher[] {
  const shift = { neutral: (hit: Hit) => shiftOf(hourIn(hit.words)), accept: (hit: Hit) => !isAmount(hit) };
  const recently = { neutral: 'vor Kurzem', accept: (hit: Hit) => !isExpiry(hit) };
  const ON = '(?:(?:am|vom|zum|seit dem|seit|bis|in der nacht vom|in der nacht auf den|den|ab) ){0,2}';
  return [
    pattern(
      'clock_time',
      String.raw`${LEFT}${LEAD}(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)? ?uhr${RIGHT}(?: ?(?:[0-5]\d)${RIGHT})?(?: ${PART_OF_DAY})?`,
      { ...shift, accept: (hit) => !/^ ?(?:gabe|dosis|medikamente|medis|runde)/i.test(after(hit)) },
    ),
    pattern(
      'clock_time',
      source`${LEFT}(?:(?:so |kurz |etwa |ca\.? ){0,2}(?:um|gegen|nach|vor) (?:kurz )?)(?:[01]?\d|
          2[0-4])(?:[:.][0-5]\d)?(?: ${PART_OF_DAY}| rum| herum)?${RIGHT}(?=[.,;!?)]|$|\n| (?:und|hat|war|
          ist|kam|ging|lag|als|wurde|noch|dann|da|habe|fiel|stand|saß|im|in|am|auf|keiner|
          niemand)${RIGHT})`,
      { ...shift, accept: (hit) => !isAmount(hit) && /^(?:so|kurz|etwa|um|gegen)/i.test(hit.words) },
    ),
    pattern(
      'clock_words',
      source`${LEFT}${LEAD}(?:halb|viertel (?:vor|nach)|dreiviertel|viertel|(?:kurz|fünf|zehn|zwanzig|
          \d{1,2})(?: minuten?)? (?:vor|nach)(?: halb)?) (?:${HOUR_WORD}|\d{1,2}|mitternacht|
          mittag)${RIGHT}(?: uhr)?(?: ${PART_OF_DAY})?(?! (?:stunden?|tabletten?|der|des|tage|minuten))`,
      {
        ...shift,
        accept: (hit) =>
          !isAmount(hit) && !/^(?:viertel|kurz) (?:ein|eins) (?:tablette|stunde)/i.test(hit.words),
      },
    ),
    pattern(
      'clock_words',
      source`${LEFT}${LEAD}(?:${HOUR_WORD}|zwanzig|einundzwanzig|zweiundzwanzig|dreiundzwanzig|dreizehn|
          vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|
          null) uhr${RIGHT}(?: (?:${NUMBER_WORD}))?(?: ${PART_OF_DAY})?`,
      shift,
    ),
    pattern(
      'clock_words',
      source`${LEFT}(?:(?:nachts|morgens|abends|früh|nachmittags) (?:um|gegen|so um) (?:${HOUR_WORD}|
          \d{1,2})|(?:um|gegen) (?:${HOUR_WORD})(?: ${PART_OF_DAY}| rum| herum)?(?=[.,;!?)]|$|\n| (?:und|
          hat|war|ist|kam|ging|lag|als|wurde|in|am)${RIGHT}))${RIGHT}`,
      shift,
    ),
    pattern('rel_day', `${LEFT}(?:um|gegen|kurz vor|kurz nach|nach|vor) (?:mitternacht|mittag)${RIGHT}`, {
      neutral: 'im Dienst',
    }),
    pattern(
      'date_text',
      source`${LEFT}${ON}(?:${WEEKDAY},? (?:den |dem )?)?(?:[0-2]?\d|
          3[01])\. ?${MONTH}${RIGHT}\.?(?: ?(?:(?:19|20)\d{2}|'\d{2}))?`,
      recently,
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}(?:(?:im|seit|ende|anfang|mitte|bis) )?${MONTH}\.? (?:19|20)\d{2}${RIGHT}`,
      recently,
    ),
    pattern(
      'date_num',
      source`${LEFT}(?:am|vom|zum|seit dem|bis zum|nacht auf den|den) (?:[0-2]?\d|3[01])\. ?(?:0?\d|
          1[0-2])\.?(?![\p{L}\p{N}]|[.,]\d)`,
      { ...recently, accept: (hit) => /\d\. ?\d{1,2}/.test(hit.words) && !isAmount(hit) && !isExpiry(hit) },
    ),
    pattern(
      'date_day',
      source`${LEFT}(?:am|seit dem|vom|bis zum) (?:[0-2]?\d|3[01])\.(?=[ ,;!?)]|$|\n)(?! ?(?:\d|tag|postop|
          lebens|mal|stock|versuch|woche|monat|etage|og|behandlungs|aufenthalts))`,
      recently,
    ),
    pattern(
      'date_day',
      source`${LEFT}(?:am (?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|
          elften|zwölften|[a-zäöü]{3,8}zehnten|[a-zäöü]{0,12}(?:zwanzigsten|
          dreißigsten)))${RIGHT}(?! (?:tag|postop|versuch|lebenstag|abend|mal|bett|stock))(?=[.,;!?)]|$|
          \n| (?:war|hat|ist|kam|ging|lief|wurde|und|in)${RIGHT})`,
      recently,
    ),
    pattern(
      'rel_day',
      source`${LEFT}(?:gestern|vorgestern|heute|heut|letzte nacht|letzten? (?:woche|nacht|monat|${WEEKDAY}|
          wochenende)|letztes wochenende|vergangenen? (?:nacht|woche|${WEEKDAY})|diese[nr]? (?:nacht|
          morgen|woche|${WEEKDAY})|am ${WEEKDAY}|${WEEKDAY}|vor (?:einem|einer|zwei|drei|vier|fünf|
          \d{1,2}|ein paar) (?:tag|tagen|woche|wochen|nächten|monat|monaten)|(?:im|seit|letzten|ende|
          anfang|mitte) (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|
          dezember)|(?:an |zu )?(?:weihnachten|heiligabend|silvester|neujahr|ostern|
          pfingsten))(?: (?:nacht|morgen|abend|früh|mittag|nachmittag|vormittag))?${RIGHT}`,
      { neutral: 'vor Kurzem' },
    ),
  ];
}

const decadeValue = (word: string): number =>
  TENS.replace('dreissig|', '')
    .split('|')
    .findIndex((ten) => word.includes(ten)) *
    10 +
  20;

function ageOf(text: string): number {
  const number = /\d{1,3}/.exec(text);
  if (number !== null) return Number(number[0]);
  const lower = text.toLowerCase().replace('dreissig', 'dreißig');
  if (/hundert/.test(lower)) return 100;
  const decade = decadeValue(lower);
  if (decade >= 20) {
    const one = ONES.replace('eins|', '')
      .split('|')
      .findIndex((word) => lower.includes(`${word}und`));
    return decade + one + 1;
  }
  return new RegExp(UNDER_TWENTY, 'u').test(lower) ? 10 : 0;
}

function ageMatchers(): Matcher[] {
  const neutral = (hit: Hit): string => {
    const age = /monat|woche|tage/i.test(hit.words) ? 0 : ageOf(hit.words);
    const ending = /jährige([nrsm]{0,2})/i.exec(hit.words);
    const [adjective, alone] =
      age >= 60
        ? ['ältere', 'im höheren Alter']
        : age >= 18
          ? ['erwachsene', 'erwachsen']
          : ['junge', 'im Kindesalter'];
    return ending === null
      ? / (?:alter?|alte[nrsm]?)$/i.test(hit.words)
        ? `${adjective}${/alter$/i.test(hit.words) ? 'r' : /alten$/i.test(hit.words) ? 'n' : ''}`
        : alone
      : `${adjective}${ending[1] ?? ''}`;
  };
  const forms = [
    String.raw`${LEFT}(?:\d{1,3} ?-?|${NUMBER_WORD}[ -]?)jährige?[nrsm]{0,2}${RIGHT}`,
    String.raw`${LEFT}(?:\d{1,3}|${NUMBER_WORD}) jahre? (?:alte?[nrsm]{0,2}|jung)${RIGHT}`,
    source`${LEFT}(?:\d{1,3} ?j\.?(?: ?alt)?|[mwf],? ?\d{1,3} ?(?:j\.?|jahre)?|
        \d{1,3} ?[mwf])${RIGHT}(?![.,]?\d)`,
    String.raw`${LEFT}(?:im alter von|alter:?|mit) (?:\d{1,3}|${NUMBER_WORD})(?: jahren?)?${RIGHT}`,
    String.raw`${LEFT}(?:anfang|mitte|ende|über|weit über) (?:\d0|${TENS})${RIGHT}`,
    String.raw`${LEFT}(?:in den|in seinen|in ihren) (?:${TENS}|\d0)ern${RIGHT}`,
  ];
  const real = (hit: Hit): boolean => {
    if (/^mit /i.test(hit.words) && !/jahren/i.test(hit.words)) return false;
    if (
      /^(?:über|anfang|mitte|ende)/i.test(hit.words) &&
      (isAmount(hit) || /^ ?(?:patient|mal|minut|kilo|kg|grad|jahre)/i.test(after(hit)))
    )
      return false;
    if (/^(?:[mwf],? ?\d|\d+ ?[mwf]$)/i.test(hit.words))
      return /\d{2}/.test(hit.words) && (/j/i.test(hit.words) || /^\d{2} ?[mwf]$/i.test(hit.words));
    return true;
  };
  return forms
    .flatMap((form) => [
      pattern('age_over_89', form, {
        neutral,
        accept: (hit) => real(hit) && ageOf(hit.words) > 89 && ageOf(hit.words) < 120,
      }),
      pattern('age_exact', form, {
        neutral,
        accept: (hit) => real(hit) && ageOf(hit.words) <= 89 && ageOf(hit.words) > 0,
      }),
    ])
    .concat([
      pattern(
        'age_exact',
        String.raw`${LEFT}(?:\d{1,2}|${NUMBER_WORD}) (?:monate?|wochen?|tage?) alte?[nrsm]{0,2}${RIGHT}`,
        { neutral },
      ),
    ]);
}

function placeMatchers(): Matcher[] {
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

const JOB = source`(?:leasingkraft|leasing|leiharbeiter(?:in)?|honorarkraft|zeitarbeiter(?:in)?|aushilfe|
      springer(?:in)?|pool|poolkraft|schüler(?:in)?|pflegeschüler(?:in)?|azubi(?:ne)?|auszubildende[rn]?|
      praktikant(?:in)?|student(?:in)?|pjler(?:in)?|famulant(?:in)?|fsjler(?:in)?|bufdi|
      berufsanfänger(?:in)?|neue[rn]?|pfleger(?:in)?|krankenpfleger(?:in)?|krankenschwester|schwester|
      nachtschwester|nachtwache|dauernachtwache|pflegekraft|pflegefachkraft|pflegefachfrau|pflegefachmann|
      pflegehelfer(?:in)?|helfer(?:in)?|pflegeassistent(?:in)?|altenpfleger(?:in)?|arzt|ärztin|
      assistenzarzt|assistenzärztin|assistent(?:in)?|oberarzt|oberärztin|stationsarzt|stationsärztin|
      dienstarzt|dienstärztin|weiterbildungsassistent(?:in)?|hebamme|apotheker(?:in)?|
      physiotherapeut(?:in)?|physio|ergotherapeut(?:in)?|logopäd(?:e|in)|stationsleitung|stellvertretung|
      stellvertretende leitung|schichtleitung|praxisanleiter(?:in)?|mentor(?:in)?|mfa|mta|mtra|ota|ata|
      sanitäter(?:in)?|notfallsanitäter(?:in)?|reinigungskraft|sekretär(?:in)?|betriebsrat|betriebsrätin|
      personalrat|hygienefachkraft|wundexpert(?:e|in)|fachkraft|teilzeitkraft|vollzeitkraft|frau|mann|
      mutter|vater|alleinerziehende[rn]?|ausländer(?:in)?|muslim(?:in|a)?|schwangere)`;
const ADJECTIVES = '(?:(?:[a-zäöüß]{3,16}(?:e|er|en|es|em)) ){0,2}';

/** "ich war …" and "… war ich": German turns the two around. */
const both = (verbs: string): string => `(?:ich (?:${verbs})|(?:${verbs}) ich)`;
const REPORTED = source`gemeldet|angezeigt|gemailt|geschrieben|gesagt|mitgeteilt|angesprochen|beschwert|weitergegeben|
      weitergeleitet|informiert|eingereicht|ausgefüllt|erzählt|angemerkt|gemahnt|bemängelt|
      dokumentiert und gemeldet|hingewiesen|eskaliert|kritisiert|aufgeschrieben und abgegeben|verfasst|
      gestellt|abgegeben`;

function selfMatchers(): Matcher[] {
  return [
    pattern(
      'self_only',
      source`${LEFT}(?:${both('bin|war')}|als|(?:bin|war) (?:hier )?|ich,) ?(?:hier |auch |ja |nur |leider |
          heute |momentan |nachts |immer |im team |auf station ){0,3}(?:der|die|das|unsere?|
          eure?)? ?(?:einzige[rnms]?|einzigste[rnms]?|neue[rn]?|neueste[rn]?|jüngste[rn]?|älteste[rn]?|
          dienstälteste[rn]?|dienstjüngste[rn]?)${RIGHT}(?: [\p{L}-]{3,20}){0,1}`,
      {
        third: thirdPerson,
        accept: (hit) =>
          /ich|^als (?:der |die |das )?(?:einzige|neue|jüngste|älteste|dienst)/i.test(hit.words) &&
          !/^als (?:das|der|die) neue/i.test(hit.words),
      },
    ),
    pattern(
      'self_only',
      source`${LEFT}(?:nur ich|ich allein|ich alleine|außer mir|ich als einzige[rn]?|
          ${both('bin|war')} (?:ganz |wieder |komplett |völlig |immer |nachts ){0,2}(?:allein|alleine)|
          wir (?:sind|waren) (?:nur )?(?:zu )?(?:zweit|zu zweit|die einzigen|nur zwei|nur drei)|(?:jeder|
          alle|man|die|sie|er) (?:wissen|weiß|wird wissen|werden wissen|merkt|merken) (?:dann |
          sofort )?,? ?(?:dass|wer) (?:ich|das))${RIGHT}`,
      { neutral: 'eine Person', third: thirdPerson },
    ),
    pattern('self_role', `${LEFT}(?:ich )?als ${ADJECTIVES}${JOB}${RIGHT}`, {
      neutral: 'im Team',
      accept: (hit) =>
        /(?<!\p{L})(?:ich|mir|mich|mein|meine|wir|uns)(?!\p{L})/iu.test(
          hit.words + before(hit, 30) + after(hit, 50),
        ),
    }),
    pattern(
      'self_role',
      source`${LEFT}${both('bin|war|arbeite')} (?:hier |nur |auch |noch |ja |erst |doch |selbst |aktuell |
          derzeit ){0,3}(?:als )?(?:eine?|die|der)? ?${ADJECTIVES}${JOB}${RIGHT}`,
      { third: thirdPerson },
    ),
    pattern(
      'self_role',
      source`${LEFT}(?:ich arbeite (?:auf|in|im|bei|nachts|als|nur|seit|teilzeit|in teilzeit)|
          in meiner (?:funktion|rolle|position|ausbildung)|mein(?:e|em|er|en)? (?:ausbildung|
          praxisanleiter(?:in)?|anleiter(?:in)?|mentor(?:in)?|zeitarbeitsfirma|leasingfirma|pj|
          weiterbildung|facharztausbildung|vorgesetzte[rn]?|chef(?:in)?|stationsleitung|leitung)|
          (?:frisch|gerade|neu) (?:examiniert|eingearbeitet|ausgelernt)|wir (?:schüler|azubis|
          leasingkräfte|pjler|nachtwachen|helfer))${RIGHT}`,
      { neutral: 'bei der Arbeit' },
    ),
    pattern(
      'self_tenure',
      source`${LEFT}(?:${both('arbeite|bin|war|mache')} (?:jetzt |nun |schon |hier |erst |bereits |
          auf (?:der |dieser )?station |in der klinik |im haus |als [a-zäöü]{3,20} |da |dabei |fast |
          über |in (?:diesem|dem) (?:haus|beruf) ){0,4}seit (?:fast |über |mehr als |gut |knapp |
          ca\.? )?(?:(?:19|20)\d{2}|\d{1,2}|${NUMBER_WORD}|einem|einer|vielen|einigen|wenigen|ein paar|
          zwei|drei)(?: jahren?| monaten?| wochen?| tagen?)?(?: (?:hier|auf (?:der |dieser )?station|
          im haus|dabei|in der klinik))?)${RIGHT}`,
      { neutral: 'seit einiger Zeit' },
    ),
    pattern(
      'self_tenure',
      source`${LEFT}seit (?:(?:19|20)\d{2}|(?:über |fast |mehr als )?(?:\d{1,2}|
          ${NUMBER_WORD}) jahren) (?:hier|auf (?:der |dieser |unserer )?station|im haus|in (?:der|
          dieser) (?:klinik|abteilung)|im team|dabei|in der pflege|im beruf|im dienst|
          im nachtdienst)${RIGHT}`,
      { neutral: 'seit einiger Zeit' },
    ),
    pattern(
      'self_tenure',
      source`${LEFT}(?:(?:in |es war |ist |war )?(?:meine[rmn]?|mein) (?:allererste[rnms]?|erste[rnms]?|
          zweite[rnms]?|dritte[rnms]?|vierte[rnms]?|letzte[rnms]?) (?:eigene[rnms]? )?(?:woche|tag|dienst|
          nacht|nachtdienst|schicht|monat|jahr|einsatz|spätdienst|frühdienst|tage|wochen|dienste)|
          (?:in )?meine[rm]? (?:probezeit|einarbeitung|kündigung|einarbeitungszeit|rente|befristung|
          vertrag)|nach (?:über |fast )?(?:\d{1,2}|${NUMBER_WORD}) (?:jahren|berufsjahren|
          dienstjahren) (?:in der pflege|hier|im beruf|berufserfahrung|dienst|im haus)|
          ${both('habe|hab')} (?:erst |gerade |neu |im [a-zäöü]{3,10} |letzte[nrs]? [a-zäöü]{3,10} |
          \d{4} |hier ){0,3}(?:angefangen|gekündigt|examen gemacht|gewechselt)|${both('bin')} (?:erst |
          noch |ganz |hier |gerade ){0,3}(?:neu|in (?:der )?(?:probezeit|einarbeitung)|
          in rente gegangen))${RIGHT}`,
      { neutral: 'am Anfang' },
    ),
    pattern(
      'self_past_report',
      String.raw`${LEFT}(?:${both('habe|hab|hatte')}) (?:[^.\n!?]{0,60} )?(?:${REPORTED})${RIGHT}`,
      { third: thirdPerson },
    ),
    pattern(
      'self_past_report',
      source`${LEFT}(?:mein(?:e|er|en|em)? (?:letzte[nr]? |frühere[nr]? |erste[nr]? |
          zweite[nr]? )?(?:meldung|meldungen|cirs-?meldung|beschwerde|überlastungsanzeige|
          gefährdungsanzeige|e-?mail|mail|bericht|schreiben|anzeige)|wie (?:ich )?(?:schon|bereits|
          letzte woche) (?:gesagt|gemeldet|geschrieben|erwähnt)|(?:seit|seitdem|nachdem|weil|
          als) ich (?:das |es |ihn |sie )?(?:[a-zäöü]{2,12} ){0,3}(?:gemeldet|angesprochen|beschwert|
          gesagt) (?:habe|hatte))${RIGHT}`,
      { neutral: 'wie schon gemeldet' },
    ),
    pattern(
      'self_duty',
      source`${LEFT}(?:${both('hatte|hab|habe')} (?:an dem tag |in der nacht |allein |alleine |da |gerade |
          damals |heute |gestern |an diesem tag ){0,2}(?:(?:den |die |nacht|spät|früh|bereitschafts|ruf|
          wochenend)-?)?(?:dienst|nachtdienst|spätdienst|frühdienst|bereitschaft|bereitschaftsdienst|
          rufdienst|schicht|nachtschicht|wochenenddienst|hintergrund|pause|aufsicht|den funk|das telefon|
          den pieper)|${both('war|bin|wurde')} (?:an dem tag |in der nacht |da |gerade |allein |nur |
          damals |heute |selbst |ja |auch ){0,3}(?:im dienst|im nachtdienst|im spätdienst|im frühdienst|
          in der schicht|eingeteilt|zuständig|verantwortlich|zugeteilt|diensthabend|dienstarzt|
          schichtleitung|dabei|anwesend|in pause|vor ort|zweitprüfer(?:in)?|die zweite|der zweite|
          eingesprungen|versetzt|zwangsversetzt|abgezogen|ausgeliehen|allein für|alleine für|die erste|
          der erste|derjenige|diejenige|die, die|der, der|bezugspflege|bei ihm|bei ihr)|
          ${both('habe|hab')} (?:ihn|sie|den patienten|die patientin|es|
          das kind) (?:[a-zäöü]{2,12} ){0,3}(?:gefunden|entdeckt|betreut|übernommen|versorgt|aufgenommen|
          reanimiert)|(?:in|während|vor|nach|am ende) (?:von )?meine[mrs] (?:dienst|schicht|nachtdienst|
          spätdienst|frühdienst|nachtschicht|pause|runde|nacht|rundgang|bereich|dienstes|schichtende)|
          ich (?:musste|sollte) (?:allein|alleine|einspringen|unterschreiben|übernehmen)|
          ${both('bin')} (?:kurzfristig |wieder |extra ){0,2}(?:eingesprungen|ausgeholfen))${RIGHT}`,
      { third: thirdPerson },
    ),
    pattern(
      'self_personal',
      source`${LEFT}(?:(?:aus |nach |in |vor |zurück aus )?(?:der |meiner |die )?(?:elternzeit|mutterschutz|
          mutterschaftsurlaub|elternurlaub|babypause|schwangerschaft|krankschreibung|wiedereingliederung)|
          mein(?:e|em|er|en|es)? (?:mann|frau|ehemann|ehefrau|partner(?:in)?|freund(?:in)?|kinder|kind|
          sohn|tochter|mutter|vater|eltern|bruder|schwester|familie|akzent|deutsch|aussprache|kopftuch|
          religion|glauben?|herkunft|hautfarbe|behinderung|schwangerschaft|krankheit|rücken|visum|
          aufenthaltstitel|anerkennung|muttersprache|heimat|heimatland|alter|gesundheit|diagnose|therapie|
          depression|burnout|name|zweitjob|urlaub|auto|wohnung)|(?:deutsch|
          es) ist nicht meine (?:muttersprache|erste sprache)|nicht meine muttersprache|
          ${both('bin')} (?:im [a-zäöü\d.]{2,10} monat |auch |selbst |ja |gerade ){0,3}(?:schwanger|
          schwerbehindert|behindert|muslim(?:in|a)?|alleinerziehend|alleinerziehende|schwul|lesbisch|
          trans|ausländer(?:in)?|aus (?:polen|rumänien|syrien|der türkei|den philippinen|indien|bosnien|
          kroatien|serbien|ungarn|italien|spanien|tunesien|vietnam|mexiko|brasilien|der ukraine|russland)|
          krankgeschrieben|über (?:50|60|fünfzig|sechzig)|verheiratet|geschieden|stillend)|
          ${both('komme|stamme')} aus|${both('trage')} (?:ein |einen )?(?:kopftuch|hörgerät)|
          ${both('habe|hab')} (?:selbst |zwei |drei |kleine |ein |eine )?(?:kinder|rückenprobleme|
          eine behinderung|ein kleinkind|diabetes|epilepsie|depressionen))${RIGHT}`,
      {
        neutral: 'aus persönlichen Gründen',
        accept: (hit) =>
          /mein|ich|zurück|nach |aus /i.test(hit.words) ||
          /(?<!\p{L})(?:ich|mein|meine|mir|mich)(?!\p{L})/iu.test(before(hit, 40) + after(hit, 40)) ||
          /elternzeit|mutterschutz/i.test(hit.words),
      },
    ),
    pattern('self_first_person', `${LEFT}(?:ich|mir|mich|meine?[rnms]?|meins)${RIGHT}`, {
      third: firstPerson,
    }),
    pattern(
      'rare_case',
      source`${LEFT}(?:(?:der|die|das) einzige (?:patient(?:in)?|fall|kind|mit)|seltene[rnms]? (?:erkrankung|
          krankheit|syndrom|fall|blutgruppe)|in der zeitung|im fernsehen|
          (?:stadt)?bekannte[rnms]? (?:persönlichkeit|politiker(?:in)?|person|sportler(?:in)?)|
          promi(?:nente[rnms]?)?|bürgermeister(?:in)?|chefarztfrau)${RIGHT}`,
      { neutral: 'ein besonderer Fall' },
    ),
  ];
}

/** "ich war im Dienst" → "eine Person war im Dienst". Only where the pronoun leads and the verb stays the same. */
function thirdPerson(hit: Hit): string | null {
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/^ich bin(?!\p{L})/iu, 'eine Person ist'],
    [/^ich habe?(?!\p{L})/iu, 'eine Person hat'],
    [/^ich (war|hatte|wurde|musste|sollte)(?!\p{L})/iu, 'eine Person $1'],
    [/^bin ich(?!\p{L})/iu, 'ist eine Person'],
    [/^habe? ich(?!\p{L})/iu, 'hat eine Person'],
    [/^(war|hatte|wurde) ich(?!\p{L})/iu, '$1 eine Person'],
  ];
  const swap = swaps.find(([from]) => from.test(hit.words));
  return swap === undefined ? null : hit.words.replace(swap[0], swap[1]);
}

function firstPerson(hit: Hit): string | null {
  const word = hit.words.toLowerCase();
  return word === 'ich' || word === 'mich' ? 'eine Person' : word === 'mir' ? 'einer Person' : null;
}

const WRITER =
  /(?<![a-zäöü])(?:ich|mein[a-z]{0,2}|mir|mich|wir|uns|seit|als|elternzeit|mutterschutz|nach|frisch|neu|gerade|muttersprache)(?![a-zäöü])/;

export const german: Language = {
  code: 'de',
  matchers: once(() => [
    ...numberMatchers({
      address: 'eine Webseite',
      contact: 'ein Kontakt',
      number: 'eine Nummer',
      date: 'vor Kurzem',
      dateLead: 'am|vom|seit dem|seit|bis|ab|zum',
      timeLead: 'um|gegen|ab|seit|bis|vor|nach|kurz vor|kurz nach|so um|so gegen|ca\\.?|etwa',
      shift: shiftOf,
    }),
    ...onlyWhere(/\d/, cueMatchers()),
    ...timeMatchers(),
    ...ageMatchers(),
    ...placeMatchers(),
    ...onlyWhere(WRITER, selfMatchers()),
    nameMatcher(names()),
  ]),
  namesChecked: true,
  frequentWords: words(
    `der die das und ist nicht ein eine war wurde zu mit auf für von im dem den es sie er ich wir bei
        nach aus wird hat kein keine noch auch`,
  ),
};
