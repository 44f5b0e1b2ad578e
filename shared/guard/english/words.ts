/** English words that are no names, though they may stand Capitalised where a name could stand. */

export const EVERYDAY = `
states wishes comfort taught rationale rounded secured preferences template templates triglycerides repeated agitated following provided despite unfortunately afterward onward oxygenated tolerated ambulated voided exhibited exhibit subject seal nails preliminary bath inhaler inhalers sedatives goals applied administered displayed initials a able about above accept accepted access accident according account across act action active actually add added address admin administration
admission admissions admit admitted advice advise advised after afternoon afterwards again against age agency ago agree agreed ahead
aid aide air alarm alarms alert alerts all alleged allegedly allergic allergy allocated allocation almost alone along already also although always
am ambulance amid among an and angry annoyed annual another answer answered any anybody anyone anything anyway apart apologies apologised
apparently appeared appointment approached approx are area areas argued arm around arrange arrest arrived as aside ask asked asking asks asleep
assessed assessment assigned assist assistance assistant assistants assumed at attached attend attended attending attention audit available
average avoid awake aware away awful
baby back backup bad badly bag bags band bands bank barely based basic basically bathroom battery bay bays be bear became because become bed
beds bedside been before began behaviour behavior behind being believe believed bell below beside best better between beyond big bin bit
bitten blamed bleep bleeped blocked blood bloods blue board body bold book booked booking boss both bottle bottom box boy boys break breakfast
breaks breath breathing brief bring broke broken brought building bullied bullying burn busy but buzzer by
call called calling calls calm came can canceled cancelled candidate cannot cant car cardiac care cared carer carers careful carefully carried
carries carry case cases cast catch caught cause caused ceiling central certain certainly chair chairs change changed changes charge charged
chart charted charts chase chased check checked checker checking checklist checks chest chief child children choice circuit claimed class clean
cleaned cleaner cleaners cleaning clear cleared clearly clerk clerks clients clinic clinical clinician clinicians clinics close closed closer closest
coach code cold colleague colleagues collect collected column combined come comes coming comment comments committee common community company
complain complained complaint complaints complete completed completely computer computers concern concerned concerns condition confirmed confused
confusion connected consent constant consultation consults contact contacted continued continues control conversation cook cool coordinator
cope copy corner correct corridor cot cough could couldnt council count counted couple course cover covered covering covers covid crash created
cried critical crying cubicle culture curtain curtains customer cut
daily damaged danger dangerous dark data date day days dead dealing death debrief decided decision defect degree delay delayed delays delivered
delivery demand denied dental department departments depression deputy deserve desk despite destination deteriorated device devices diagnosis did didnt
diet dietary dietician dietitian different difficult difficulty digital dinner direct directed directly director directorate dirty disability discharge
discharged discovered discrimination discussed discussion dismissed dispensed dispensing ditto do doctor doctors document documentation documented does
doesnt doing domestic domestics done dont door doors dose doses double doubt down drain drawer dressed dressing dressings drew drip driver drop
dropped drug drugs dry due duplicate during duty
each earlier early easily easy eat education effort eight eighteen eighty either elective electronic eleven else email emailed emergency empty end
ended engineering engineers enough ensure enter entered entire entry environment equipment error errors escalate escalated escalation escort
especially estates even evening event events eventually ever every everybody everyone everything evidence exact exactly exam example except excessive exhausted exit
expect expected experience experienced explained extra extremely eye eyes
face facilities fact failed fails failure fall fallen falling falls false families family far fast faulty fear fed feed feedback feeding
feeds feel feeling feels fell felt female few fifteen fifty figure file files filled final finally find finding fine finger finish finished fire
first fit five fix fixed floor floors flow fluid fluids focus follow followed following food foot for force forced forgot form forms forty forward found four
fourteen fourth free freezer frequent frequently fridge friday friend friends from front full fully function further future
gas gave general gently get gets getting girl give given gives giving glass glove gloves go goes going gone good got gown grade gradually great
green grey ground group groups guardian guidance guideline guidelines
had hadnt half hall hand handed handle handling handover handovers hands happen happened happening happens happy hard has hasnt hate have havent having
he head health healthcare hear heard heart heavy heel held hello help helped helping hence her here hers herself hes high higher highly him himself hip his
hit hold holding hole home hoping hospital hospitals hot hour hours house housekeeping how however huge human hundred hundreds hung hurt husband
i ice id idea ideally identical identity if ignore ignored ill im imaging immediate immediately impact important impossible improve improved in
inadequate inappropriate incident incidents include included including incoming incontinent incorrect incorrectly increase increased indeed induction infection
infections infectious information informed initial initially injection injured injury input inside insisted inspection instead instructions instrument instruments
insufficient intensive interim internal interpreter interpreters interrupted into introduced investigation involved is isnt isolated isolation issue issued issues it item items its itself ive
job joined junior juniors just
keep keeps kept key keys kick kicked kind kit kitchen knee knew knife know known knows
lab label labelled labels labor laboratory labour lack lacks ladies lady laid large last late lately later latest laughed laundry lead leader leaders leads
leak leaking learn learned learning least leave leaves leaving left leg legs less let letter level levels liaison library lied life lift lifting light lighting like likely
limit line linen lines link list listed listen listened lists little lives local location lock locked locker locum long longer look looked looking looks lost lot lots
loud love low lower luckily lunch lying
machine machines made main maintenance major majority make makes making male man managed management manager managers mandatory manual many mark marked mask masks mass
maternity matron matter mattress maximum may maybe me meal meals mean means meant meanwhile measure medic medical medicine medicines medication medications
medics meeting member members men mental mention mentioned mess message met method midnight might mine minimal minimum minor minute minutes misread miss missed missing mistake mistakes
mix mixed mobile mobility model moderate moment monday monitor monitored monitoring monitors month months more morning mornings most mostly mother mouth move moved movement much multiple mum
must mustnt my myself
name named names national natural nausea near nearest nearly necessary neck need needed needing needle needs neither nervous network neuro never new newborn newer newly next
nice night nights nine no nobody noise noisy none noon nor normal normally not note noted notes nothing notice noticed notified now nowhere number numbers numerous nurse nursed nursery nurses nursing
object obs observation observations observed obtained obvious obviously occasion occupational occurred odd of off offered office officer officers often oh ok okay old older on once oncall one ones ongoing only onto onwards
open opened opening operation operations opinion opposite option or oral order ordered orders organisation other others otherwise ought our ours ourselves out outbreak outcome outpatient outpatients outreach outside over overall overdose overdue
overflow overheard overload overnight overseas overworked own oxygen
pack packed packs page paged pager paediatric paediatrics paid pain painful pair palliative panic paper paperwork paramedic paramedics parent parents parking part particular particularly parts party pass
passed past pathway patient patients pay peak people per perfect perhaps period person personal personnel persons pharmacist pharmacists pharmacy phone phoned phones physical physician physicians physio physiotherapy pick picked
picture piece pillow pilot place placed places plain plan planned planning plans plaster please plenty plug plus point points police policies policy poor poorly porter portering porters position positive possible possibly post
poster posters practice practitioner practitioners pray pregnant prep prescribe prescribed prescriber prescribers prescribing prescription prescriptions present presented pressure pretty prevent prevented previous previously primary prior private probably problem problems procedure
procedures process product professional profile program programme proper properly proud provide provided provider providers psychiatric psychiatry public pull pulled pulse pump pumps purple pushed put puts putting
qualified quality question questioned questions quick quickly quiet quite
racist radiographer radiographers radiology raised ran rang rarely rate rates rather read reading ready real realised really reason reasons recall receive received recently reception receptionist record recorded records recovery red reduced refer referral referred refused refusing
regarding registered registrar registrars regular regularly rehab relative relatives release relief relieved remain remained remember reminded remote remove removed repair repeat repeated repeatedly replaced replacement replied report reported reporting reports
request requested require required rescue reset resident residents resource resources respect respiratory respond responded responding response responsible rest restarted restraint result resulted results resus retired return returned reversed review reviewed reviewing reviews
right ring ringing rise risk risks road role rolled room rooms rostered rota rotas rough round rounds route routine rude ruined rules run rung running runs rush rushed
sad safe safeguarding safely safety said saline same sample samples sat satisfied saturday saw say saying says scan scanned scanner scans scared schedule scheduled school scissors score screen screening seat second secondary seconds secretary secretaries section security see
seeing seem seemed seems seen self send senior seniors sent separate sepsis septic sequence serious seriously served service services session set seven seventeen seventy several severe shall sharps she shes sheet sheets shelf shes shift shifts shock short shortage shortages should shouldnt shouted shouting
show showed shower showing shown shut sick sickness side sides sign signed significant signs silenced silent similar simple simply since single sink sir sister sisters sit site sitting situation six sixteen sixty size skill skills skin skipped sleep slept slide slightly slip slipped slot slow slowly small smell
smoke so social soft software solution some somebody somehow someone something sometimes somewhere son soon sore sorry sort sought sound space spare speak speaking special specialist specialists specialty specific specimen speech spent spill spoke spoken spot staff staffed staffing stable stage stairs stand standard standing
started starting starts stat state stated statement statements stating stay stayed step stepped steps still stock stood stop stopped stops storage store stored story straight strange stressed stretcher strict string strip stroke strong stuck student students stuff such suction sudden suddenly suffered suggested suggests suicide suitable sunday super
supervision supervisor supervisors supplies supply support supported supposed sure surely surfaces surgeon surgeons surgery surgical surname surnames suspected swab swabs swallowed swapped switch switchboard switched symptoms syringe syringes system systems
table tablet tablets take taken takes taking talk talked talking task tasks tea team teams tears tech technician technicians telephone television tell telling tells temp temperature temporary ten tend tended term terrible test tested testing tests text than thank thankfully thanks that thats the theatre theater theatres their theirs them themselves
then theory therapist therapists therapy there therefore theres these they theyre thing things think thinking third thirteen thirty this thorough those though thought thousand thread threatened three threw through throughout throw thrown thursday thus tick tight till time timed timely times timing tip tired title to today toe together toilet told tomorrow tonight too took tools top total
totally touch touched towards towel track train trained trainee trainees training transfer transferred transferring transfusion transplant transport trauma trays tray treated treatment treatments trial triage tried trip trolley trolleys trouble true truly trust try trying tube tubes tuesday turn turned turning twelve twenty twice twins two type types typical
ultrasound unable unacceptable unattended unavailable unclear under understaffed understand understood unfortunately unhappy unit units unknown unless unlike unlocked unnecessary unplanned unqualified unsafe unsure until unusual unwell up update updated upgrade upon upset urgent urgently urine us use used useful user users uses using usual usually
vaccine valid valve various vein ventilated ventilator ventilators verbal verbally verified version very via victim view violence violent viral virtual virus visible visit visited visiting visitor visitors vital vitals voice volunteer volunteers vomit vulnerable
wait waited waiting walk walked walking wall want wanted wants ward wards warm warned warning was wash washed washing wasnt waste watch watched water way ways we wear wearing wednesday week weekend weekends weekly weeks weight welcome well went were werent west wet what whatever wheelchair wheelchairs when whenever where whether which while white who whoever whole whos whose why wide wife will window wing wipe wipes wiped wire wish with withdrawn within without witness witnessed woken woman women wont wonderful word work worked worker workers workforce working workload works world worried worry worse worst would wouldnt wound wounds write writing written wrong wrote
xray year years yelled yes yesterday yet you young younger youngest your youre yours yourself youve zero zone
anaesthetics anaesthetist anaesthetists anesthesia anesthesiologist anesthesiologists audiology biochemistry cardiology cardiologist catering chemistry chaplain chaplaincy chemo cleaning clinical coding colorectal comms critical cytology dermatology dialysis dietetics echo emergency endocrine endoscopy facilities finance gastro geriatrics gynae gynaecology haematology hematology hepatology histology hospice intensive lab labs labour maternity maxfax medirooms microbiology midwife midwives midwifery mortuary neonatal nephrology neurology neurosurgery nuclear nutrition obstetrics obstetric occupational oncology ophthalmology optometry orthopaedic orthopaedics orthopedics ortho paeds pathology patient pediatrics peds pharmacy phlebotomy phlebotomist podiatry procurement psych psychologist psychology radiology radiologist radiotherapy renal respiratory rheumatology sterile stores stroke surgical switchboard telemetry thoracic transport trauma urology vascular wards orthotics portering physiotherapist orderly orderlies sonographer perfusionist scrub runner preceptor intern interns attending hospitalist hospitalists fellow fellows resident nocturnist paramedic dispatcher caseworker counsellor counselor advocate ombudsman inspector auditor executive executives ceo union steward rep hr governance legal
north south east west northern southern eastern western contin lounge friendly tongue january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
english british american african asian european polish indian filipino nigerian spanish portuguese romanian arabic chinese french german irish scottish welsh italian muslim christian jewish hindu sikh catholic london england scotland wales ireland britain america africa asia europe india
`;

export const CLINICAL = `
abdomen abdominal abscess acetaminophen acidosis actrapid acute acyclovir adenosine admitting adrenal adrenaline albumin alcohol allergies alteplase amiodarone amoxicillin ampicillin anaemia anemia anaphylaxis angina angio angiogram antibiotic antibiotics anticoagulant anticoagulation antidote
aorta apixaban apnoea appendix arrhythmia artery arterial aspirated aspiration aspirin asthma atrial atropine augmentin azithromycin bacteria basal betadine bilateral biopsy bipolar bladder bleeding bolus bone bowel bradycardia brain bronchoscopy bruising bruises bupivacaine buprenorphine calcium calpol cancer cannula capillary
carbamazepine cardioversion catheter cefuroxime ceftriaxone cellulitis cervical cesarean caesarean chemotherapy chlorhexidine cholesterol ciprofloxacin clexane clindamycin clopidogrel clozapine coagulation cocodamol codeine collapse colonoscopy colostomy contrast controlled cramps creatinine creon crossmatch cyanosed cyclizine dalteparin
defibrillator defibrillation dehydration delirium delirious dementia desaturated desaturation dexamethasone dextrose diabetes diabetic diamorphine diarrhoea diarrhea diazepam diclofenac digoxin dilaudid diltiazem diuretics dobutamine dopamine doxycycline drowsy dysphagia edema oedema electrolytes emboli embolism endotracheal enoxaparin enteral epidural epidurals epilepsy epileptic epinephrine
erythromycin extubated extubation feeding femoral femur fentanyl fever fibrillation flucloxacillin flumazenil fluoxetine fracture fractured fragmin frusemide furosemide gabapentin gelatin gentamicin gestation glaucoma gliclazide glucagon glucose glycaemia graft haemoglobin hemoglobin haemorrhage hemorrhage haloperidol heparin hepatitis hernia hickman humalog humidifier hydration hydrocortisone
hydromorphone hyper hyperglycaemia hyperkalaemia hyperkalemia hypertension hypo hypoglycaemia hypoglycemia hypos hypotension hypotensive hypothermia hypoxia hypoxic ibuprofen ileostomy impella implant incontinence infarct infusion infusions insulin intravenous intrathecal intubated intubation invasive ischaemic jaundice ketamine ketones keppra kidney labetalol lactate lactulose lansoprazole lantus laparoscopic laryngoscope lasix
levetiracetam levothyroxine lidocaine lignocaine lithium liver lorazepam losartan lumbar lung magnesium mannitol melaena meningitis meropenem metaraminol metformin methadone methotrexate metoclopramide metoprolol metronidazole midazolam milrinone morphine mouthwash mri myocardial naloxone narcan nasal nasogastric nebuliser nebulizer necrosis neonate neutropenia neutropenic nicardipine nifedipine nitrofurantoin nitroglycerin noradrenaline norad
norepinephrine norovirus novorapid obstruction occlusion octaplas omeprazole ondansetron opiate opiates opioid opioids oramorph osteomyelitis ovarian overdosed oxycodone oxycontin oxytocin pabrinex pacemaker pacing palsy pancreatitis pantoprazole paracetamol paralysis paraffin penicillin pentasa perforation phenylephrine phenytoin phlebitis placenta plasma platelets pleural pneumonia pneumothorax polypharmacy postpartum
potassium precedex prednisolone pregabalin preeclampsia prolapse promethazine propofol propranolol prostate protamine psychosis pyrexia pyrexial quetiapine ramipril ranitidine rapid rectal remifentanil renal ringers ringer ritonavir rivaroxaban rocuronium salbutamol sandoz schizophrenia sedated sedation seizure seizures senna sertraline shock sildenafil simvastatin sinus sodium spinal spironolactone sputum stent steroid steroids stitches stoma
streptokinase subcutaneous succinylcholine suxamethonium suture sutures suspected synthocinon syntocinon tachycardia tachycardic tazocin tacrolimus tamsulosin teicoplanin temazepam tenecteplase thickened thickener thiopental thrombolysis thrombosis thyroxine tinzaparin toradol tracheostomy tramadol tranexamic trachy transfused tylenol ulcer ulcers unconscious unresponsive urinary vancomycin vasopressin
ventolin ventricular verapamil versed vitamin vomited vomiting vomits warfarin zofran zopiclone deteriorating bleach bruise obstetric airway chest bags blanket commode bedpan urinal hoist sling slings bedrail bedrails bumper crutches frame zimmer rollator walker splint collar stocking stockings tourniquet thermometer glucometer dynamap nebs bipap cpap ambu
actor agitated aggressive agitation anxious anxiety cardiac depressed deceased intox intoxicated nonverbal mobile immobile incontinent palliative confused wandering wandered bleeding choking choked collapsed coughed
difficile aureus coli pylori pneumoniae albicans cereus tetani botulinum
`;

/** Makes, programs and tools. */
export const PROPER_NOUNS = `
alaris ambu arjo arjohuntleigh asclepius airvo baxter bodyguard bovie braun cadd carescape carevue carefusion cerner chemist clinitek codman cortrak cosmos covidien datix dinamap drager draeger dreamstation ecolab edwards ekos epic ergotron evita excel fresenius getinge gemstar glidescope graseby guardrails hamilton haemonetics hillrom huntleigh igel imprivata
infinity intellivue invos kangaroo lifepak liko lucas mckesson maquet masimo medfusion medibank medisoft meditech medtronic megadyne microsoft millennium mindray mobius nervecentre nutricia omnicell omron optiflow oxford patientrack philips phillips pyxis plum radiometer ryles sabina sapphire servo sharepoint sigma smiths spacelabs stedy stryker
stryker systmone teams tempus terumo trilogy tristel vocera vygon welch windows word zeiss zoll zoom outlook citrix apple ipad iphone android google whatsapp facebook instagram twitter bluetooth wifi rldatix rl cerner powerchart emis vision ascom spectralink rover haiku cube
macmillan mariecurie nightingale samaritans alcoholics
`;

/** Signs, scores and tools named after people long gone. After a title or a role they are people again. */
export const EPONYMS = `
ganz swan jeghers barre danlos schonlein henoch wolff zollinger ellison osgood schlatter epstein barr creutzfeldt jakob prader willi ehlers lambert eaton budd chiari klippel feil sturge peutz mallory weiss kearns sayre schroetter lloyd stevens lesch nyhan treacher collins li fraumeni gilles wertheim allis babcock kirkland bonney stewart marie tooth abbe addison addisons adson alzheimer alzheimers apgar babinski barthel barrett barretts beers behcet bell bells berwick billroth bier biers bishop blake bougie bourdon boyle braden bristol broca brudzinski buerger burkitt caldwell canterbury charcot cheyne chvostek colles conn cormack crohn crohns cullen cushing cushings dandy dix down downs doppler dukes dupuytren dupuytrens
ebstein ehlers eisenmenger epley ewing fallot fallots fanconi felty fogarty foley fontan fowler fowlers frey friedreich gaucher gilbert gilberts glasgow goodpasture goodpastures graves guedel guillain harris hartmann hartmanns hashimoto hashimotos heimlich heinz henoch hickman hirschsprung hodgkin hodgkins homans horner horners hudson huntington huntingtons
kaposi karnofsky kawasaki kelly kernig kirschner klinefelter kocher korotkoff korsakoff kussmaul lachman lasegue legionnaires levine lewy lichtenberg likert lofstrand lund luer mackintosh macintosh magill mallampati mallory malecot mantoux marfan marfans mcburney mcburneys mcgill mcgrath mcmurray mcroberts medusa meckel menieres meniere mendelson miller montgomery moro
munchausen murphy murphys myers nissen norton omaya ommaya ortolani osler paget pagets parkinson parkinsons peyer pfannenstiel phalen pierre pott potts prader pratt prinzmetal quincke raynaud raynauds ramsay reye reyes richmond ringer ringers rinne rockall romberg roux salter sengstaken seldinger sheehan shipley simmonds sims sjogren sjogrens snellen
spencer starling stevens stryker swan sydenham tenckhoff thomas tinel tourette tourettes trendelenburg turner valsalva venturi veress virchow waldenstrom waterlow weber wegener wells wernicke wernickes whipple willebrand willis wilms wolff wood woods yankauer zollinger kiwi pinard sonicaid ventouse wrigley wrigleys neville barnes
`;

/** Short forms in capitals that may follow a role, a title or a relation. */
export const ACRONYMS = `
aaa abc abg ace acp acs adl adls aed af afib aki als amu ana anp ards ast avpu bd bls bmi bm bms bp bpm bsl bt ca cabg cad ccu cd cdiff ckd clo cns cns coo copd cpap cpr cqc crp crrt csf csu ct cts ctg cva cvc cvp cxr
dic dka dl dnacpr dnar dnr dns doa dob dols dvt eau ecg ecmo ed edd eeg ehr ekg emma emr emt ent eol eric ercp esr etco ett eva ewtd ewo fbc ffp fft fio fob ftsu fy gabg gcs gerd gi gp gpa gpu gtn gu hb hbac hca hcas hcsw hdu hiv hob hoc hod hr hrt htn
iabp icd icp icu id ida idc ids ig iga igg im imc inr io iom ipc is isbar it itu iv ivc ivs ivi jvp kub la lbbb lft lfts lisa lma lmwh loc lp lpn lrti ltc ltot lv mau max mca mdt met mha mi miu mmse mr mrcp mri mrsa msk msu mst mva nbm ng ngt nhs nicu niv nibp nmc nnp nof npo np nqn nsaid nsaids nsr nstemi
ob obs od odp oob oos opd or ot otc pa pac pacu pals paps pca pci pe peep peg pegs pet pft picc picu pid pin plt pm pn po poc pod ppe ppi ppm pr prn psa psi psu psych pt pta ptn pts ptsd ptt pv pvc pvd qds qid qi rcn rbbb rbc rca rct rdc rfid rhc rmn rmns rn rns rnn rom ros rov rpa rr rrt rsi rsv rt rta rtt rv sa sah sali salt
sao sapphire sara sats sau sbar sbo scbu scd sdec sdh sfg sgh shdu sho siadh sicu sjs slt sob sop spo spr sr ssi ssri ssu stat std stemi sti svt tb tbi tds ted teds tee tens tfts tia tids tiva tls tmj toe tpn tpr tta ttas tte tto ttos tur turp ua ucc uk ul ul un uo us usa uss uti vac vad vap vbg vf vip vo vre vrii vt vte wbc who wnl yo
`;

/** Family names that are everyday words; a title or a role makes them names. */
export const FAMILY_WORDS = `
skinner welch webster
murphy thomas harris edwards lucas hamilton gilbert stevens bell barrett simmonds spencer montgomery barnes neville turner wilson graham jackson gordon winters homer sheehan downs bishop starling boyle dixon norton mackintosh macintosh
abbott archer ash baker barber barker berry bird bishop black blake booth bowman brewer bridges brook brooks brown bull bush butcher butler carter chambers chapman chase church clay
coleman cook cooper cox cross dean dixon drake eagle farmer fields fisher forest foster fox frost gardener gardner glover goodman grant graves green greene hale hall hammond
hardy harper hart hawk hayes heath hill hood hooper hunt hunter king knight lamb lane lawrence lord lowe marsh marshall mason mercer miller mills moody moon moore morris nash noble
owen owens page parker parks pearce peel pike pollard pope potter powers price pryor read reed reeves rhodes rice rivers robinson rose rowe sanders sawyer saunders shaw shepherd
skinner snow steel steele stone summers swan swift tanner taylor temple thorne tucker turner tyler vance wade walker wallis walsh waters weaver webb wells west wheeler
white wild wilde winter winters wise wolf wolfe wood woods wright young
`;

/** Family names that are such common words that only a title with a capital makes them names. */
export const FAMILY_WORDS_TITLED = `
back banks bell best bright carey case cash close coates coffee cole cope crane crown day dear dove duke dyer early east english ferry field finger fish flood flowers ford fort french frame
gale gate gates glass gold good gore grace gray grey groom hand hands hardy head heard hope horn horne house ireland jewel joy judge law lay light little long love loveless major march
mark martin may merry monk money more needle neighbour nicely night north nurse paine pain pain parish park peacock pepper perks pitt pleasant pool poole post power pratt presence priest quick rain
read rich ring roach rock rook ruff rush rust sage salt sargent savage seal self sharp short silver singer small south spring starling street strong sweet tall thorn todd trust turton twist underhill usher vine wall ward wardle
warden waterfall way webster weeks welch welsh wish worth yard york zimmer down crohn parkinson graham
`;
