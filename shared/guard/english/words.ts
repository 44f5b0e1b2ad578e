/** English words that are no names, though they may stand Capitalised where a name could stand. */

export const EVERYDAY = `
a able about above accept accepted access accident according account across act action active actually add
added address admin administered administration admission admissions admit admitted advice advise advised
advocate africa african after afternoon afterward afterwards again against age agency agitated ago agree
agreed ahead aid aide air alarm alarms alert alerts all alleged allegedly allergic allergy allocated
allocation almost alone along already also although always am ambulance ambulated america american amid
among an anaesthetics anaesthetist anaesthetists and anesthesia anesthesiologist anesthesiologists angry
annoyed annual another answer answered any anybody anyone anything anyway apart apologies apologised
apparently appeared applied appointment approached approx apr april arabic are area areas argued arm around
arrange arrest arrived as asia asian aside ask asked asking asks asleep assessed assessment assigned assist
assistance assistant assistants assumed at attached attend attended attending attention audiology audit
auditor aug august available average avoid awake aware away awful baby back backup bad badly bag bags band
bands bank barely based basic basically bath bathroom battery bay bays be bear became because become bed
beds bedside been before began behavior behaviour behind being believe believed bell below beside best
better between beyond big bin biochemistry bit bitten blamed bleep bleeped blocked blood bloods blue board
body bold book booked booking boss both bottle bottom box boy boys break breakfast breaks breath breathing
bring britain british broke broken brought building bullied bullying burn busy but buzzer by call
called calling calls calm came can canceled cancelled candidate cannot cant car cardiac cardiologist
cardiology care cared careful carefully carer carers carried carries carry case cases caseworker cast catch
catering catholic caught cause caused ceiling central ceo certain certainly chair chairs change changed
changes chaplain chaplaincy charge charged chart charted charts chase chased check checked checker checking
checklist checks chemistry chemo chest chief child children chinese choice christian circuit claimed class
clean cleaned cleaner cleaners cleaning clear cleared clearly clerk clerks clients clinic clinical clinician
clinicians clinics close closed closer closest coach code coding cold colleague colleagues collect collected
colorectal column combined come comes comfort coming comment comments committee common comms community
company complain complained complaint complaints complete completed completely computer computers concern
concerned concerns condition confirmed confused confusion connected consent constant consultation consults
contact contacted contin continued continues control conversation cook cool coordinator cope copy corner
correct corridor cot cough could couldnt council counsellor counselor count counted couple course cover
covered covering covers covid crash created cried critical crying cubicle culture curtain curtains customer
cut cytology daily damaged danger dangerous dark data date day days dead dealing death debrief dec december
decided decision defect degree delay delayed delays delivered delivery demand denied dental department
departments depression deputy dermatology deserve desk despite destination deteriorated device devices
diagnosis dialysis did didnt diet dietary dietetics dietician dietitian different difficult difficulty
digital dinner direct directed directly director directorate dirty disability discharge discharged
discovered discrimination discussed discussion dismissed dispatcher dispensed dispensing displayed ditto do
doctor doctors document documentation documented does doesnt doing domestic domestics done dont door doors
dose doses double doubt down drain drawer dressed dressing dressings drew drip driver drop dropped drug
drugs dry due duplicate during duty each earlier early easily east eastern easy eat echo education effort
eight eighteen eighty either elective electronic eleven else email emailed emergency empty end ended
endocrine endoscopy engineering engineers england english enough ensure enter entered entire entry
environment equipment error errors escalate escalated escalation escort especially estates europe european
even evening event events eventually ever every everybody everyone everything evidence exact exactly exam
example except excessive executive executives exhausted exhibit exhibited exit expect expected experience
experienced explained extra extremely eye eyes face facilities fact failed fails failure fall fallen falling
falls false families family far fast faulty fear feb february fed feed feedback feeding feeds feel feeling
feels fell fellow fellows felt female few fifteen fifty figure file files filipino filled final finally
finance find finding fine finger finish finished fire first fit five fix fixed floor floors flow fluid
fluids focus follow followed following food foot for force forced forgot form forms forty forward found four
fourteen fourth free freezer french frequent frequently fri friday fridge friend friendly friends from front
full fully function further future gas gastro gave general gently geriatrics german get gets getting girl
give given gives giving glass glove gloves go goals goes going gone good got governance gown grade gradually
great green grey ground group groups guardian guidance guideline guidelines gynae gynaecology had hadnt
haematology half hall hand handed handle handling handover handovers hands happen happened happening happens
happy hard has hasnt hate have havent having he head health healthcare hear heard heart heavy heel held
hello help helped helping hematology hence hepatology her here hers herself hes high higher highly him
himself hindu hip his histology hit hold holding hole home hoping hospice hospital hospitalist hospitalists
hospitals hot hour hours house housekeeping how however hr huge human hundred hundreds hung hurt husband i
ice id idea ideally identical identity if ignore ignored ill im imaging immediate immediately impact
important impossible improve improved in inadequate inappropriate incident incidents include included
including incoming incontinent incorrect incorrectly increase increased indeed india indian induction
infection infections infectious information informed inhaler inhalers initial initially initials injection
injured injury input inside insisted inspection inspector instead instructions instrument instruments
insufficient intensive interim intern internal interns interpreter interpreters interrupted into introduced
investigation involved ireland irish is isnt isolated isolation issue issued issues it italian item items
its itself ive jan january jewish job joined jul july jun june junior juniors just keep keeps kept key keys
kick kicked kind kit kitchen knee knew knife know known knows lab label labelled labels labor laboratory
labour labs lack lacks ladies lady laid large last late lately later latest laughed laundry lead leader
leaders leads leak leaking learn learned learning least leave leaves leaving left leg legal legs less let
letter level levels liaison library lied life lift lifting light lighting like likely limit line linen lines
link list listed listen listened lists little lives local location lock locked locker locum london long
longer look looked looking looks lost lot lots loud lounge love low lower luckily lunch lying machine
machines made main maintenance major majority make makes making male man managed management manager managers
mandatory manual many mar march mark marked mask masks mass maternity matron matter mattress maxfax maximum
may maybe me meal meals mean means meant meanwhile measure medic medical medication medications medicine
medicines medics medirooms meeting member members men mental mention mentioned mess message met method
microbiology midnight midwife midwifery midwives might mine minimal minimum minor minute minutes misread
miss missed missing mistake mistakes mix mixed mobile mobility model moderate moment mon monday monitor
monitored monitoring monitors month months more morning mornings mortuary most mostly mother mouth move
moved movement much multiple mum muslim must mustnt my myself nails name named names national natural nausea
near nearest nearly necessary neck need needed needing needle needs neither neonatal nephrology nervous
network neuro neurology neurosurgery never new newborn newer newly next nice nigerian night nights nine no
nobody nocturnist noise noisy none noon nor normal normally north northern not note noted notes nothing
notice noticed notified nov november now nowhere nuclear number numbers numerous nurse nursed nursery nurses
nursing nutrition object obs observation observations observed obstetric obstetrics obtained obvious
obviously occasion occupational occurred oct october odd of off offered office officer officers often oh ok
okay old older ombudsman on oncall once oncology one ones ongoing only onto onward onwards open opened
opening operation operations ophthalmology opinion opposite option optometry or oral order ordered orderlies
orderly orders organisation ortho orthopaedic orthopaedics orthopedics orthotics other others otherwise
ought our ours ourselves out outbreak outcome outpatient outpatients outreach outside over overall overdose
overdue overflow overheard overload overnight overseas overworked own oxygen oxygenated pack packed packs
paediatric paediatrics paeds page paged pager paid pain painful pair palliative panic paper paperwork
paramedic paramedics parent parents parking part particular particularly parts party pass passed past
pathology pathway patient patients pay peak pediatrics peds people per perfect perfusionist perhaps period
person personal personnel persons pharmacist pharmacists pharmacy phlebotomist phlebotomy phone phoned
phones physical physician physicians physio physiotherapist physiotherapy pick picked picture piece pillow
pilot place placed places plain plan planned planning plans plaster please plenty plug plus podiatry point
points police policies policy polish poor poorly porter portering porters portuguese position positive
possible possibly post poster posters practice practitioner practitioners pray preceptor preferences
pregnant preliminary prep prescribe prescribed prescriber prescribers prescribing prescription prescriptions
present presented pressure pretty prevent prevented previous previously primary prior private probably
problem problems procedure procedures process procurement product professional profile program programme
proper properly proud provide provided provider providers psych psychiatric psychiatry psychologist
psychology public pull pulled pulse pump pumps purple pushed put puts putting qualified quality question
questioned questions quick quickly quiet quite racist radiographer radiographers radiologist radiology
radiotherapy raised ran rang rarely rate rates rather rationale read reading ready real realised really
reason reasons recall receive received recently reception receptionist record recorded records recovery red
reduced refer referral referred refused refusing regarding registered registrar registrars regular regularly
rehab relative relatives release relief relieved remain remained remember reminded remote remove removed
renal rep repair repeat repeated repeatedly replaced replacement replied report reported reporting reports
request requested require required rescue reset resident residents resource resources respect respiratory
respond responded responding response responsible rest restarted restraint result resulted results resus
retired return returned reversed review reviewed reviewing reviews rheumatology right ring ringing rise risk
risks road role rolled romanian room rooms rostered rota rotas rough round rounded rounds route routine rude
ruined rules run rung runner running runs rush rushed sad safe safeguarding safely safety said saline same
sample samples sat satisfied saturday saw say saying says scan scanned scanner scans scared schedule
scheduled school scissors score scotland scottish screen screening scrub seal seat second secondary seconds
secretaries secretary section secured security sedatives see seeing seem seemed seems seen self send senior
seniors sent sep separate sepsis sept september septic sequence serious seriously served service services
session set seven seventeen seventy several severe shall sharps she sheet sheets shelf shes shift shifts
shock short shortage shortages should shouldnt shouted shouting show showed shower showing shown shut sick
sickness side sides sign signed significant signs sikh silenced silent similar simple simply since single
sink sir sister sisters sit site sitting situation six sixteen sixty size skill skills skin skipped sleep
slept slide slightly slip slipped slot slow slowly small smell smoke so social soft software solution some
somebody somehow someone something sometimes somewhere son sonographer soon sore sorry sort sought sound
south southern space spanish spare speak speaking special specialist specialists specialty specific specimen
speech spent spill spoke spoken spot stable staff staffed staffing stage stairs stand standard standing
started starting starts stat state stated statement statements states stating stay stayed step stepped steps
sterile steward still stock stood stop stopped stops storage store stored stores story straight strange
stressed stretcher strict string strip stroke strong stuck student students stuff subject such suction
sudden suddenly suffered suggested suggests suicide suitable sun sunday super supervision supervisor
supervisors supplies supply support supported supposed sure surely surfaces surgeon surgeons surgery
surgical surname surnames suspected swab swabs swallowed swapped switch switchboard switched symptoms
syringe syringes system systems table tablet tablets take taken takes taking talk talked talking task tasks
taught tea team teams tears tech technician technicians telemetry telephone television tell telling tells
temp temperature template templates temporary ten tend tended term terrible test tested testing tests text
than thank thankfully thanks that thats the theater theatre theatres their theirs them themselves then
theory therapist therapists therapy there therefore theres these they theyre thing things think thinking
third thirteen thirty this thoracic thorough those though thought thousand thread threatened three threw
through throughout throw thrown thu thur thurs thursday thus tick tight till time timed timely times timing
tip tired title to today toe together toilet told tolerated tomorrow tongue tonight too took tools top total
totally touch touched towards towel track train trained trainee trainees training transfer transferred
transferring transfusion transplant transport trauma tray trays treated treatment treatments triage trial
tried triglycerides trip trolley trolleys trouble true truly trust try trying tube tubes tue tues tuesday
turn turned turning twelve twenty twice twins two type types typical ultrasound unable unacceptable
unattended unavailable unclear under understaffed understand understood unfortunately unhappy union unit
units unknown unless unlike unlocked unnecessary unplanned unqualified unsafe unsure until unusual unwell up
update updated upgrade upon upset urgent urgently urine urology us use used useful user users uses using
usual usually vaccine valid valve various vascular vein ventilated ventilator ventilators verbal verbally
verified version very via victim view violence violent viral virtual virus visible visit visited visiting
visitor visitors vital vitals voice voided volunteer volunteers vomit vulnerable wait waited waiting wales
walk walked walking wall want wanted wants ward wards warm warned warning was wash washed washing wasnt
waste watch watched water way ways we wear wearing wed wednesday week weekend weekends weekly weeks weight
welcome well welsh went were werent west western wet what whatever wheelchair wheelchairs when whenever
where whether which while white who whoever whole whos whose why wide wife will window wing wipe wiped wipes
wire wish wishes with withdrawn within without witness witnessed woken woman women wonderful wont word work
worked worker workers workforce working workload works world worried worry worse worst would wouldnt wound
wounds write writing written wrong wrote xray year years yelled yes yesterday yet you young younger youngest
your youre yours yourself youve zero zone
`;

export const CLINICAL = `
abdomen abdominal abscess acetaminophen acidosis actor actrapid acute acyclovir adenosine admitting adrenal
adrenaline aggressive agitated agitation airway albicans albumin alcohol allergies alteplase ambu amiodarone
amoxicillin ampicillin anaemia anaphylaxis anemia angina angio angiogram antibiotic antibiotics
anticoagulant anticoagulation antidote anxiety anxious aorta apixaban apnoea appendix arrhythmia arterial
artery aspirated aspiration aspirin asthma atrial atropine augmentin aureus azithromycin bacteria bags basal
bedpan bedrail bedrails betadine bilateral biopsy bipap bipolar bladder blanket bleach bleeding bolus bone
botulinum bowel bradycardia brain bronchoscopy bruise bruises bruising bumper bupivacaine buprenorphine
caesarean calcium calpol cancer cannula capillary carbamazepine cardiac cardioversion catheter ceftriaxone
cefuroxime cellulitis cereus cervical cesarean chemotherapy chest chlorhexidine choked choking cholesterol
ciprofloxacin clexane clindamycin clopidogrel clozapine coagulation cocodamol codeine coli collapse
collapsed collar colonoscopy colostomy commode confused contrast controlled coughed cpap cramps creatinine
creon crossmatch crutches cyanosed cyclizine dalteparin deceased defibrillation defibrillator dehydration
delirious delirium dementia depressed desaturated desaturation deteriorating dexamethasone dextrose diabetes
diabetic diamorphine diarrhea diarrhoea diazepam diclofenac difficile digoxin dilaudid diltiazem diuretics
dobutamine dopamine doxycycline drowsy dynamap dysphagia edema electrolytes emboli embolism endotracheal
enoxaparin enteral epidural epidurals epilepsy epileptic epinephrine erythromycin extubated extubation
feeding femoral femur fentanyl fever fibrillation flucloxacillin flumazenil fluoxetine fracture fractured
fragmin frame frusemide furosemide gabapentin gelatin gentamicin gestation glaucoma gliclazide glucagon
glucometer glucose glycaemia graft haemoglobin haemorrhage haloperidol hemoglobin hemorrhage heparin
hepatitis hernia hickman hoist humalog humidifier hydration hydrocortisone hydromorphone hyper
hyperglycaemia hyperkalaemia hyperkalemia hypertension hypo hypoglycaemia hypoglycemia hypos hypotension
hypotensive hypothermia hypoxia hypoxic ibuprofen ileostomy immobile impella implant incontinence
incontinent infarct infusion infusions insulin intox intoxicated intrathecal intravenous intubated
intubation invasive ischaemic jaundice keppra ketamine ketones kidney labetalol lactate lactulose
lansoprazole lantus laparoscopic laryngoscope lasix levetiracetam levothyroxine lidocaine lignocaine lithium
liver lorazepam losartan lumbar lung magnesium mannitol melaena meningitis meropenem metaraminol metformin
methadone methotrexate metoclopramide metoprolol metronidazole midazolam milrinone mobile morphine mouthwash
mri myocardial naloxone narcan nasal nasogastric nebs nebuliser nebulizer necrosis neonate neutropenia
neutropenic nicardipine nifedipine nitrofurantoin nitroglycerin nonverbal norad noradrenaline norepinephrine
norovirus novorapid obstetric obstruction occlusion octaplas oedema omeprazole ondansetron opiate opiates
opioid opioids oramorph osteomyelitis ovarian overdosed oxycodone oxycontin oxytocin pabrinex pacemaker
pacing palliative palsy pancreatitis pantoprazole paracetamol paraffin paralysis penicillin pentasa
perforation phenylephrine phenytoin phlebitis placenta plasma platelets pleural pneumonia pneumoniae
pneumothorax polypharmacy postpartum potassium precedex prednisolone preeclampsia pregabalin prolapse
promethazine propofol propranolol prostate protamine psychosis pylori pyrexia pyrexial quetiapine ramipril
ranitidine rapid rectal remifentanil renal ringer ringers ritonavir rivaroxaban rocuronium rollator
salbutamol sandoz schizophrenia sedated sedation seizure seizures senna sertraline shock sildenafil
simvastatin sinus sling slings sodium spinal spironolactone splint sputum stent steroid steroids stitches
stocking stockings stoma streptokinase subcutaneous succinylcholine suspected suture sutures suxamethonium
synthocinon syntocinon tachycardia tachycardic tacrolimus tamsulosin tazocin teicoplanin temazepam
tenecteplase tetani thermometer thickened thickener thiopental thrombolysis thrombosis thyroxine tinzaparin
toradol tourniquet tracheostomy trachy tramadol tranexamic transfused tylenol ulcer ulcers unconscious
unresponsive urinal urinary vancomycin vasopressin ventolin ventricular verapamil versed vitamin vomited
vomiting vomits walker wandered wandering warfarin zimmer zofran zopiclone
`;

/** Makes, programs and tools. */
export const PROPER_NOUNS = `
airvo alaris alcoholics ambu android apple arjo arjohuntleigh asclepius ascom baxter bluetooth bodyguard
bovie braun cadd carefusion carescape carevue cerner chemist citrix clinitek codman cortrak cosmos covidien
cube datix dinamap draeger drager dreamstation ecolab edwards ekos emis epic ergotron evita excel facebook
fresenius gemstar getinge glidescope google graseby guardrails haemonetics haiku hamilton hillrom huntleigh
igel imprivata infinity instagram intellivue invos ipad iphone kangaroo lifepak liko lucas macmillan maquet
mariecurie masimo mckesson medfusion medibank medisoft meditech medtronic megadyne microsoft millennium
mindray mobius nervecentre nightingale nutricia omnicell omron optiflow outlook oxford patientrack philips
phillips plum powerchart pyxis radiometer rl rldatix rover ryles sabina samaritans sapphire servo sharepoint
sigma smiths spacelabs spectralink stedy stryker systmone teams tempus terumo trilogy tristel twitter vision
vocera vygon welch whatsapp wifi windows word zeiss zoll zoom
`;

/** Signs, scores and tools named after people long gone. After a title or a role they are people again. */
export const EPONYMS = `
abbe addison addisons adson allis alzheimer alzheimers apgar babcock babinski barnes barr barre barrett
barretts barthel beers behcet bell bells berwick bier biers billroth bishop blake bonney bougie bourdon
boyle braden bristol broca brudzinski budd buerger burkitt caldwell canterbury charcot cheyne chiari
chvostek colles collins conn cormack creutzfeldt crohn crohns cullen cushing cushings dandy danlos dix
doppler down downs dukes dupuytren dupuytrens eaton ebstein ehlers eisenmenger ellison epley epstein ewing
fallot fallots fanconi feil felty fogarty foley fontan fowler fowlers fraumeni frey friedreich ganz gaucher
gilbert gilberts gilles glasgow goodpasture goodpastures graves guedel guillain harris hartmann hartmanns
hashimoto hashimotos heimlich heinz henoch hickman hirschsprung hodgkin hodgkins homans horner horners
hudson huntington huntingtons jakob jeghers kaposi karnofsky kawasaki kearns kelly kernig kirkland kirschner
kiwi klinefelter klippel kocher korotkoff korsakoff kussmaul lachman lambert lasegue legionnaires lesch
levine lewy li lichtenberg likert lloyd lofstrand luer lund macintosh mackintosh magill malecot mallampati
mallory mantoux marfan marfans marie mcburney mcburneys mcgill mcgrath mcmurray mcroberts meckel medusa
mendelson meniere menieres miller montgomery moro munchausen murphy murphys myers neville nissen norton
nyhan omaya ommaya ortolani osgood osler paget pagets parkinson parkinsons peutz peyer pfannenstiel phalen
pierre pinard pott potts prader pratt prinzmetal quincke ramsay raynaud raynauds reye reyes richmond ringer
ringers rinne rockall romberg roux salter sayre schlatter schonlein schroetter seldinger sengstaken sheehan
shipley simmonds sims sjogren sjogrens snellen sonicaid spencer starling stevens stewart stryker sturge swan
sydenham tenckhoff thomas tinel tooth tourette tourettes treacher trendelenburg turner valsalva ventouse
venturi veress virchow waldenstrom waterlow weber wegener weiss wells wernicke wernickes wertheim whipple
willebrand willi willis wilms wolff wood woods wrigley wrigleys yankauer zollinger
`;

/** Short forms in capitals that may follow a role, a title or a relation. */
export const ACRONYMS = `
aaa abc abg ace acp acs adl adls aed af afib aki als amu ana anp ards ast avpu bd bls bm bmi bms bp bpm bsl
bt ca cabg cad ccu cd cdiff ckd clo cns coo copd cpap cpr cqc crp crrt csf csu ct ctg cts cva cvc cvp cxr
dic dka dl dnacpr dnar dnr dns doa dob dols dvt eau ecg ecmo ed edd eeg ehr ekg emma emr emt ent eol ercp
eric esr etco ett eva ewo ewtd fbc ffp fft fio fob ftsu fy gabg gcs gerd gi gp gpa gpu gtn gu hb hbac hca
hcas hcsw hdu hiv hob hoc hod hr hrt htn iabp icd icp icu id ida idc ids ig iga igg im imc inr io iom ipc is
isbar it itu iv ivc ivi ivs jvp kub la lbbb lft lfts lisa lma lmwh loc lp lpn lrti ltc ltot lv mau max mca
mdt met mha mi miu mmse mr mrcp mri mrsa msk mst msu mva nbm ng ngt nhs nibp nicu niv nmc nnp nof np npo nqn
nsaid nsaids nsr nstemi ob obs od odp oob oos opd or ot otc pa pac pacu pals paps pca pci pe peep peg pegs
pet pft picc picu pid pin plt pm pn po poc pod ppe ppi ppm pr prn psa psi psu psych pt pta ptn pts ptsd ptt
pv pvc pvd qds qi qid rbbb rbc rca rcn rct rdc rfid rhc rmn rmns rn rnn rns rom ros rov rpa rr rrt rsi rsv
rt rta rtt rv sa sah sali salt sao sapphire sara sats sau sbar sbo scbu scd sdec sdh sfg sgh shdu sho siadh
sicu sjs slt sob sop spo spr sr ssi ssri ssu stat std stemi sti svt tb tbi tds ted teds tee tens tfts tia
tids tiva tls tmj toe tpn tpr tta ttas tte tto ttos tur turp ua ucc uk ul un uo us usa uss uti vac vad vap
vbg vf vip vo vre vrii vt vte wbc who wnl yo
`;

/** Family names that are everyday words; a title or a role makes them names. */
export const FAMILY_WORDS = `
abbott archer ash baker barber barker barnes barrett bell berry bird bishop black blake booth bowman boyle
brewer bridges brook brooks brown bull bush butcher butler carter chambers chapman chase church clay coleman
cook cooper cox cross dean dixon downs drake eagle edwards farmer fields fisher forest foster fox frost
gardener gardner gilbert glover goodman gordon graham grant graves green greene hale hall hamilton hammond
hardy harper harris hart hawk hayes heath hill homer hood hooper hunt hunter jackson king knight lamb lane
lawrence lord lowe lucas macintosh mackintosh marsh marshall mason mercer miller mills montgomery moody moon
moore morris murphy nash neville noble norton owen owens page parker parks pearce peel pike pollard pope
potter powers price pryor read reed reeves rhodes rice rivers robinson rose rowe sanders saunders sawyer
shaw sheehan shepherd simmonds skinner snow spencer starling steel steele stevens stone summers swan swift
tanner taylor temple thomas thorne tucker turner tyler vance wade walker wallis walsh waters weaver webb
webster welch wells west wheeler white wild wilde wilson winter winters wise wolf wolfe wood woods wright
young
`;

/** Family names that are such common words that only a title with a capital makes them names. */
export const FAMILY_WORDS_TITLED = `
back banks bell best bright carey case cash close coates coffee cole cope crane crohn crown day dear dove
down duke dyer early east english ferry field finger fish flood flowers ford fort frame french gale gate
gates glass gold good gore grace graham gray grey groom hand hands hardy head heard hope horn horne house
ireland jewel joy judge law lay light little long love loveless major march mark martin may merry money monk
more needle neighbour nicely night north nurse pain paine parish park parkinson peacock pepper perks pitt
pleasant pool poole post power pratt presence priest quick rain read rich ring roach rock rook ruff rush
rust sage salt sargent savage seal self sharp short silver singer small south spring starling street strong
sweet tall thorn todd trust turton twist underhill usher vine wall ward warden wardle waterfall way webster
weeks welch welsh wish worth yard york zimmer
`;
