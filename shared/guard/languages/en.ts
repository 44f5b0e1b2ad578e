/** English. */

import { ageMatchers } from '../english/ages.ts';
import { cueMatchers } from '../english/cues.ts';
import { dateMatchers } from '../english/dates.ts';
import { initialsMatchers } from '../english/initials.ts';
import { placeMatchers } from '../english/places.ts';
import { selfMatchers } from '../english/self.ts';
import { englishShift, timeMatchers } from '../english/times.ts';
import * as list from '../english/words.ts';
import type { Language } from '../language.ts';
import { FAMILY_NAMES, GIVEN_CAPITALISED, GIVEN_NAMES, GIVEN_WORDS } from '../latin-names.ts';
import { onlyWhere, source } from '../matcher.ts';
import { type NameWords, NO_NAME_WORDS } from '../name-words.ts';
import { nameMatcher } from '../names.ts';
import { numberMatchers } from '../numbers.ts';
import { once } from '../once.ts';
import { endings, phrases, words } from '../vocabulary.ts';

const DETERMINERS = words(
  `the a an my our your his her their its this that these those some any no every each another one two
      three both patient's bank agency ward icu itu ed theatre night day duty call oncall medical surgical
      senior junior lovely new same poor student locum staff lead deputy acting clinical band old young
      other male female nice regular first second`,
);

const roles = () =>
  phrases({
    'the doctor': `doctor, doctors, junior doctor, locum, locum doctor, f1, f2, fy1, fy2, sho, house officer,
          intern, resident, resident doctor, attending, fellow, gp, physician, hospitalist, medic,
          trainee doctor, on call doctor, st3, ct1, pa, physician associate, physician assistant`,
    'the consultant': 'consultant, consultants, cons',
    'the registrar':
      'registrar, registrars, reg, med reg, spr, surgical reg, medical registrar, surgical registrar',
    'the surgeon': 'surgeon, surgical trainee',
    'the anaesthetist': 'anaesthetist, anesthetist, anaesthesiologist, anesthesiologist, crna, gas man',
    'a nurse': `nurse, nurses, staff nurse, staff nurses, s n, rn, rns, lpn, lvn, rmn, rgn, en, sn,
          student nurse, bank nurse, agency nurse, nurse in charge, nic, scrub nurse, theatre nurse,
          ward nurse, night nurse, day nurse, triage nurse, school nurse, district nurse,
          specialist nurse, cns, anp, np, nurse practitioner, nurse specialist, nursing associate, band 5,
          band 6, band 7, float nurse, travel nurse, nursing student`,
    'the charge nurse': `charge nurse, charge, shift lead, shift leader, team leader, team lead, coordinator,
          co ordinator, shift coordinator, nurse coordinator`,
    'a police officer': 'pc, police constable, constable, officer, police officer, detective, paramedic crew',
    'the sister': 'sister, sr, ward sister, night sister, senior sister, junior sister',
    'the matron': 'matron, modern matron',
    'the manager': `manager, ward manager, unit manager, nurse manager, site manager, bed manager, line manager,
          duty manager, night manager, practice manager, general manager, supervisor, boss, director,
          head nurse, chief nurse, clinical lead, lead nurse, deputy, deputy manager, deputy ward manager,
          house supervisor, don, ceo`,
    'a healthcare assistant': `hca, hcas, hcsw, healthcare assistant, health care assistant, cna, nursing assistant,
          care assistant, auxiliary, nurse aide, aide, support worker, carer, pca, pct, patient care tech,
          care aide, csw, msw, msw, mca`,
    'a midwife': 'midwife, midwives, student midwife, rm',
    'the pharmacist':
      'pharmacist, pharmacists, ward pharmacist, pharmacy tech, pharmacy technician, dispenser, pharm',
    'a physiotherapist': 'physio, physios, physiotherapist, physical therapist',
    'a therapist': `therapist, occupational therapist, ot, slt, speech therapist, respiratory therapist, rt,
          dietitian, dietician`,
    'a porter': 'porter, porters, transporter, orderly',
    'a cleaner': 'cleaner, domestic, housekeeper',
    'a colleague': `colleague, colleagues, coworker, co worker, workmate, mate, friend, preceptor, mentor, tutor,
          assessor, educator, practice educator, student, medical student, trainee, apprentice, volunteer,
          clerk, ward clerk, receptionist, secretary, security guard, guard, security, technician, tech,
          scrub, odp, radiographer, rad tech, sonographer, phlebotomist, paramedic, emt, odp, runner,
          chaplain, interpreter, social worker, psychologist, counsellor, staff member, member of staff,
          agency, bank staff, rep, union rep, union steward, engineer, it guy, operator, ota, new starter,
          new girl, new guy, guy, bloke, girl`,
  });

const names = (): NameWords => ({
  ...NO_NAME_WORDS,
  titles: phrases({
    'the doctor': 'dr, drs, dr., doc, prof, professor',
    'a person': `mr, mrs, ms, miss, mx, messrs, mister, sir, dame, rev, reverend, fr, father, pastor, imam,
          rabbi, lord, madam, capt, captain, sgt, master`,
  }),
  weakTitles: words(
    `miss ms mx sir dame rev fr father pastor imam rabbi lord madam capt captain sgt master doc mister
        prof professor`,
  ),
  roles: roles(),
  patients: phrases({
    'the patient': `patient, patients, pt, pts, service user, service users, client, clients, resident, residents,
          baby, baby boy, baby girl, twin a, twin b, twin one, twin two, baby of, baby girl of,
          baby boy of, infant, newborn, inmate, casualty, twin, little, lady called, man called,
          gentleman called, woman called, girl called, boy called`,
    'a relative': `son, daughter, wife, husband, partner, mum, mom, mother, dad, brother, sister, aunt, auntie,
          uncle, cousin, niece, nephew, grandson, granddaughter, gran, grandmother, grandma, grandad,
          grandfather, nok, next of kin, relative, carer, girlfriend, boyfriend, fiance, fiancee, ex,
          neighbour, neighbor, friend, guardian, daughter in law, son in law`,
  }),
  links: words('called named name is was aka known as'),
  shortForms: words('pt pts reg cons dr sr pharm phys physio pat nic'),
  particles: words(
    `van der den de von vom zu la le del della di da do dos das du el al bin ibn bint ter ten st abu
        mac o af ap ben`,
  ),
  openingParticles: words('van von al el abu bin ibn de della di da dos du ter'),
  departments: phrases({
    yes: `pharmacy, radiology, xray, x ray, physio, physiotherapy, portering, porters, ed, er, a & e, a e,
        icu, itu, hdu, ccu, picu, nicu, scbu, amu, sau, mau, eau, ward, theatre, theatres, or, the or,
        recovery, pacu, lab, labs, laboratory, bloods, blood bank, haematology, hematology, biochem,
        biochemistry, micro, microbiology, maternity, labour ward, labor and delivery, l & d,
        delivery suite, bank, agency, nights, days, night shift, day shift, reception, security,
        housekeeping, domestics, kitchen, catering, ct, mri, outpatients, clinic, bed management, site,
        hr, it, ict, estates, facilities, infection control, ipc, day unit, day surgery, endoscopy,
        dialysis, renal, oncology, chemo, cardiology, cath lab, paeds, peds, paediatrics, pediatrics,
        neonatal, neonates, ot, dietetics, salt, discharge, discharge lounge, switchboard, switch, admin,
        management, coding, outreach, critical care, palliative, palliative care, tissue viability, rehab,
        psych, psychiatry, liaison, mental health, safeguarding, medical records, records, stores,
        supplies, procurement, sterile services, cssd, hsdu, transport, ambulance, triage, resus, majors,
        minors, ortho, orthopaedics, surgery, surgical, medicine, medical, neuro, stroke, respiratory,
        gynae, urology, ent, plastics, vascular, haem, anaesthetics, phlebotomy, occupational health,
        training, education, finance, payroll, governance, risk, patient safety, pals, social services,
        social work, hospice, community, the community, district, gp, transplant, burns, trauma, ward,
        next door, upstairs, downstairs, the bank, the agency, the other side, the desk, the front desk,
        the night team, the day team, the other team, tele, telemetry, stepdown, step down, med surg,
        float pool, registration, case management, respiratory therapy, rt, pt, echo, ultrasound,
        nuclear medicine, interventional, ir, bronch, pre op, preop, post op, preassessment,
        pre assessment, oncall, on call, engineering, biomed, ebme, medical physics`,
  }),
  fromWords: words('from in on at of'),
  theWords: words('the our a my your that his her an their'),
  andWords: words('and'),
  tellers: endings(
    `told by, asked by, told, asked, by nurse, spoke to, spoke with, speak to, spoken to, talked to,
        talking to, talk to, handed over to, handed over by, hand over to, bleeped, paged, called, rang,
        phoned, emailed, messaged, texted, informed, informed by, seen by, reviewed by, checked by,
        checked with, check with, signed by, countersigned by, prescribed by, given by, witnessed by,
        covered by, assisted by, relieved by, supervised by, working with, worked with, on shift with,
        on with, escalated to, referred to, referred by, reported to, reported by, according to,
        thanks to, helped by, cared for by, looked after by, bullied by, shouted at by, sent by,
        written by, drawn up by, done by, found by, noticed by, spotted by, caught by, documented by,
        accepted by, discharged by, admitted by, named, name is, name was, names, called her, called him,
        known as, i asked, i told, we asked, we told, ask, tell, thank, thank you, blame, blamed, blames,
        with my colleague, and my colleague, with nurse, love to, credit to, shout out to, well done,
        kudos to, props to, big thanks to, hats off to, complained about, complaint about, hit by,
        bitten by, punched by, kicked by, assaulted by, attacked by, threatened by, harassed by,
        mentored by, trained by, shown by, taught by, cannulated by, intubated by, operated on by,
        consented by, transferred by, escorted by, collected by, dispensed by, verified by,
        administered by, ordered by, cancelled by, handed to, i saw, from nurse, had to call, said to,
        says to, attn, fao, dear, hi, hello, name badge said, swapped with`,
  ),
  weakTellers: endings(
    `like, because of, it was, was it, that nurse, waited for, instead of, passed to, passed on to,
        given to, cc, about how, cover for, sent for, covering for, report to, report from, thanks,
        handover from, handover to, relieve, relieving, buddy, with, and, by, to, from, for, or, see,
        ask for, about, on with, between, poor, dear, good old, lovely, our, blame`,
  ),
  speech: words(
    `said says told tells asked asks shouted shouts yelled swore laughed laughs ignored ignores refused
        refuses forgot forgets insisted insists replied apologised apologized admitted complained
        complains argued argues screamed snapped demanded demands claimed claims explained explains
        promised promises thinks thought knew knows wanted wants decided hates bullies bullied threatened
        cried reckons noticed spotted grabbed stepped helped prescribed documented emailed phoned texted
        rang swears lied lies blamed blames mocked mocks complained grabbed slapped pushed kicked punched
        hugged comforted apologises wrote argued nodded shrugged sighed smiled joked teased gossips
        gossiped gave signed drew checked charted administered handed escalated bleeped paged answered
        walked brought spoke double slept cries covers covered swapped watched saved found caught
        prescribes signs gives shares stormed burst sat fainted slipped tripped resigned quit retired
        deserves doesnt`,
  ),
  softSpeech: words(
    `was is has had did does didnt doesnt wasnt isnt hasnt wouldnt couldnt cant wont never always keeps
        kept went came left took gave drew hung pulled caught checked saw found sat stood fell works
        worked reckoned sounded looked seemed got made put ran broke signed called handed saved covered
        stayed walked would will should could`,
  ),
  predicates: words(
    `crying rude asleep kind upset scared lovely amazing brilliant fantastic wonderful lazy drunk angry
        shouting laughing covering told asked blamed bullied suspended sacked pregnant his sleeping
        smoking tired exhausted worried sorry aggressive abusive racist sexist nasty mean distraught
        devastated traumatised traumatized assaulted attacked punched kicked stressed struggling
        supernumerary redeployed floated rostered witnessing retiring resigning threatened humiliated
        harassed hoping adamant convinced terrified furious alone`,
  ),
  pairVerbs: words(
    `are were both did do have had said went left ran came took gave saw found work worked told know
        knew argued fight fought refused`,
  ),
  conjunctions: words(
    `and but because when while so that if then since as where until after before , although though
        whether or with`,
  ),
  given: words(GIVEN_NAMES),
  givenCapitalised: words(GIVEN_CAPITALISED),
  givenWords: words(GIVEN_WORDS),
  surnames: words(FAMILY_NAMES),
  familyWords: words(list.FAMILY_WORDS),
  familyWordsTitled: words(list.FAMILY_WORDS_TITLED),
  eponyms: words(list.EPONYMS),
  acronyms: words(list.ACRONYMS),
  notNames: words(
    list.EVERYDAY,
    list.CLINICAL,
    list.PROPER_NOUNS,
    'chase drew grant sue nick rob pat don art max bill hope',
  ),
  notNameEnding:
    new RegExp(source`(?:cillin|mycin|micin|cycline|oxacin|azole|olol|pril|sartan|statin|parin|xaban|gatran|tidine|
    setron|zepam|zolam|barbital|caine|curium|curonium|fentanil|morphine|codone|profen|oxicam|
    gliptin|gliflozin|glutide|formin|mab|tinib|vir|platin|rubicin|taxel|terol|solone|phylline|
    dipine|afil|triptan|semide|thiazide|lactone|penem|tion|sion|ment|ness|ology|ological|ography|
    graphy|scopy|ectomy|otomy|ostomy|plasty|itis|osis|aemia|emia|uria|opathy|pathy|algia|ically|
    fully|ally|ively|ously|ingly|ability|ibility|ance|ence|ship|ward|wards|ware|work|metric|metry|
    meter|therapy|therapist|ologist|ician|tech|gram|pine|amine|idine|azine|oxide|ic|ics|ical|ing|
    ised|ized|ises|izes|ised|able|ible|less|ful|ous|ive|ure|ity)$`),
  noNameAlone: /(?:ine|ide|ate|ium|ol|in|yl|one|ase|ene|ed|ing|ly|ers|ions|als|ics|ents)$/,
  personActs:
    new RegExp(source`^(?:needs|needed|requires|required|seems|seemed|feels|felt|appears|appeared|remains|remained|
  enjoys|enjoyed|became|becomes|expressed|reported|complained|attended|participated|received|spent|
  joined|asked|wanted|liked|loves|likes|showed|experienced|started|stayed|struggled|refused|forgot|
  rang|came|[a-z]{3,12}ed)$`),
  smallWordEnding:
    /(?:ing|ed|ly|tion|sion|ment|ness|able|ible|ful|less|ous|ive|ics|ogy|ist|ician|ity|ally|ness|nt|'?s)$/,
  eponymNouns: words(
    `splint test sign signs drain drains catheter tube tubing score scale ward wards unit hospital wing
        house suite mask forceps blade syndrome disease palsy position classification airway needle clamp
        clamps retractor method criteria law node reflex line frame chart pump bag valve nurse nurses
        building block centre center court park road street lane stedy hoist bed mattress chair lamp
        fracture phenomenon ring bodies body cells cell tumour tumor contracture lymphoma sarcoma hernia
        procedure operation manoeuvre maneuver solution formula equation index scissors knife key keys
        wrench monitor charity foundation trust college university school clinic hospice infirmary health
        healthcare lactate spot ball drops tablets grip curve curie street scan fibrillation`,
  ),
  placeTitles: words('st saint queen king prince princess royal'),
  closers: phrases({
    yes: `thanks, thank you, many thanks, cheers, regards, kind regards, best regards, warm regards,
        best wishes, best, yours, yours sincerely, yours faithfully, yours truly, sincerely, ta, love,
        lots of love, xx, x, xo, signed, from, take care, all the best, respectfully, with thanks, thx,
        tia, kr, rgds, sent by, written by, submitted by, reported by`,
  }),
  nounsAreCapitalised: false,
  somebody: 'a colleague',
  fit: (neutral, previousKey) =>
    previousKey !== undefined && (previousKey === "'s" || DETERMINERS.has(previousKey))
      ? neutral.replace(/^(?:an?|the) /, '')
      : neutral,
});

export const english: Language = {
  code: 'en',
  matchers: once(() => [
    ...numberMatchers({
      dateLead: 'on|on the|dated|since|from|until|by|before|after',
      address: 'a web page',
      contact: 'a contact',
      number: 'a number',
      date: 'recently',
      timeLead:
        'at|around|about|approx|approximately|just after|just before|after|before|by|since|from|until|till',
      shift: englishShift,
    }),
    ...onlyWhere(/\d/, cueMatchers()),
    ...dateMatchers(),
    ...timeMatchers(),
    ...ageMatchers(),
    ...placeMatchers(),
    ...initialsMatchers(),
    ...selfMatchers(),
    nameMatcher(names()),
  ]),
  namesChecked: true,
  frequentWords: words(
    `the and was is to of in not for with on he she it that were had has have this they but no are be
        from at by an`,
  ),
};
