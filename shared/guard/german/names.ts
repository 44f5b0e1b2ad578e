/** Words around German names, and names that are words. Nouns are Capitalised, so a capital says little. */

import { FAMILY_NAMES, GIVEN_CAPITALISED, GIVEN_NAMES, GIVEN_WORDS } from '../latin-names.ts';
import { source } from '../matcher.ts';
import { type NameWords, NO_NAME_WORDS } from '../name-words.ts';
import { endings, phrases, without, words } from '../vocabulary.ts';
import { NOUNS } from './nouns.ts';

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

export const names = (): NameWords => ({
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
