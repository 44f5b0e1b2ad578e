/**
 * Common given names and family names in Latin script, from many cultures, without accents and without those that
 * are everyday words. They are a net with holes on purpose: a name that is missing here is found by the words
 * around it, and a word that stands here is marked wherever it is written.
 */

/** Given names that mean nothing else in the languages we cover. */
export const GIVEN_NAMES = `
aaliyah aaron abbie abdul abdullah abdulrahman abena abigail abimbola abraham adaeze adam adanna adebayo
adeola adil aditi aditya adrian adriana adrienne aggie agnes agnieszka ahmad ahmed aidan aiden aileen aimee
aine aisha aishah aishling aisling ajay akash akiko akosua akua alana alasdair alastair albert alberto
alejandra alejandro aleksandar aleksandra alena alessandra alessandro alessia alex alexa alexander alexandra
alexandru alexis alfie alfonso alfred alfredo alice alicia alina alison alistair allison alok alvin alyssa
amanda amara amelia amina aminata amir amit amita amna amrit anastasia anca anders andrea andreas andreea
andrei andres andrew andrzej andy aneta angela angelica angelina angelo angie angus anil anita anja anjali
ankit anna annabel anne anneliese annette annie annika anthony antoine anton antonia antonio anwar anya
aoife arash archie ariana arif arjun arlene armando arnav arnold arthur arturo arun asad asha ashanti ashish
ashleigh ashley ashok asif asma astrid athena aurelia aurora ava ayaan ayesha ayodele ayse azadeh aziz
babajide babak babatunde barbara barry bartosz basma bea beata beatrice beatriz becca becky belinda benedict
benjamin bernadette bernard bernice bernie bertha bertram beth bethan bethany betsy betty beverley bhavna
bianca bilal biljana billie billy binta birgit bogdan bogna bojan bonnie boris bozena bradley brandon brenda
brendan brian brianna bridget brigitte bronagh bronwyn bruce bruno bryan bryony burak caitlin caitriona
callum calvin cameron camila camille candice carina carl carla carlos carly carmen carole caroline carolyn
carrie carsten caspar cassandra cassie caterina cathal catherine cathleen catriona caz cecilia cedric celia
celine cesar chantal charlene charles charley charlie charlotte chaz cheryl chiamaka chibuzo chidi chika
chima chimamanda chinedu chinwe chioma chipo chloe chris chrissie christa christelle christiane christina
christine christoph christophe christopher chukwuemeka ciara ciaran cindy claire clara clarissa claudia
claudio clive clodagh colette colin colleen conor constantin cora corinne cornelia courtney craig cristian
cristina cynthia daisy dalia damian damien damilola dana dani daniel daniela danielle danijela danny daphne
daria darius darragh darren dave david davina dawid deanna deano deb debbie deborah debra declan deepa
deepak deepika deirdre delia delphine demi denis denise dennis derek dermot derrick desmond detlef devi
devika dexter diana diane diarmuid diego dieter dilip dimitri dina dinesh dipti dirk dmitri dolores dominic
dominik dominika dominique donal donald donna donovan doreen dorota dorothy doug dougal douglas dragan dylan
eamon eddie edeltraud edith edmund eduardo edward edwin edyta efua eileen ekaterina elaine eleanor elena
eleni elfriede elias elif elijah elina elisa elisabeth elise elizabeth ella ellen ellie elliot elliott
eloise elsa elsie emeka emil emilia emilie emilio emily emma emmanuel emre enrique eoin erica erik erika
erin ernest ernesto erwin esme esperanza esra esteban esther ethan ethel eugene eugenia eunice eva evan
evelyn evie ewa ewan ezekiel ezra fabian fabio faisal farah farhan farid farida fariha fatema fatih fatima
fatimah fatma fatou fatoumata federica felicia felicity felix femi ferdinand fernanda fernando fidel fiona
fionn florian folake folasade fran frances francesca francesco francine francis francisco francois franziska
fraser frauke fred freda freddie frederick freya frieda fritz funmi funmilayo gabi gabriel gabriela gabriele
gabriella gabrielle gareth garfield gary gavin gemma genevieve geoff geoffrey george georgie georgina gerald
geraldine gerard gerardo gerhard gertrude gethin ghassan gianluca giorgio giovanna giovanni gisela giulia
giuseppe gladys glenda gloria glyn godfrey goran gordon graeme graham grainne greg gregory greta gretchen
grzegorz guadalupe gudrun guenter guido guillermo gulay gulsen gunther gurpreet gustavo gwen gwyneth habiba
hadiza hakan haleema halima halina hamid hamza hanna hannah hannelore hannes hans harald hardeep harish
harjit harold harpreet harriet harrison harry haruka haruki harvey hasan hassan hatice hayden hayley heidi
heike heiko heiner heinrich heinz helen helena helene helga helmut hemant hendrik henrietta henrik henry
herbert hermann hilary hilda hildegard hiral hiroshi holger hugh hugo humphrey husain huseyin hussain
hussein ibrahim idris ifeanyi ifeoma ignacio igor ikram ilaria ileana ilse iman imogen imran ines inga inge
ingeborg ingo ingrid ioana iqbal irena irene irina irma irmgard isaac isabel isabella isabelle isaiah ishaan
ishita ismail isobel ivana ivona iwona iyabo izabela jackie jacob jacqueline jacques jacqui jadwiga jaime
jakub jamal jameela james jamie jamila jana jane janet janice janine jared jarek jaroslaw jasmin jasmine
jason jasper javed javier jaya jayden jayesh jayne jeanette jeannie jeff jeffrey jelena jemima jenna jennie
jennifer jenny jens jeremiah jeremy jerome jerry jesse jessica jessie jez jia jill jillian jimmy jing
jitendra joan joana joanna joanne joao jocelyn jochen joe joel joerg johan johanna johannes john johnny
jolanta jolene jon jonah jonas jonathan jordi jorge jose josef joseph josephine josh joshua josie jovan
joyce juan juanita judith judy juergen jules julia julian juliana julie juliet juliette julio julius justin
justyna jutta kai kaitlyn kamala kamil kamila kamran karan kareem karen karim karin karina karl karolina
karsten kasia katarina katarzyna kate katerina kath katharina katherine kathleen kathrin kathryn kathy katie
katja katrin katrina katy kaveh kavita kayla kayleigh kaz keeley keiko keira keith kelechi kelly kelsey
kelvin kemal ken kenji kenneth kenny kerry kerstin kev kevin kez khadija khalid khalil kieran kimberley
kimberly kiran kirsten kirstin kirsty klaus kofi kojo kosta krishna kristen kristian kristin kristina
kristine krystyna krzysztof kumar kwabena kwadwo kwaku kwame kwesi kyle kylie lainey lakshmi larissa larry
lars laszlo latisha latoya laura lauren laurence laurie lawrence layla leah leanne leila lena lenka leon
leona leonard leonardo leonie leroy lesley leslie leticia lewis liam lidia liesel lieselotte lilian liliana
lillian lina linda lindsay lindsey lisa liviu liz lizzie ljiljana lloyd logan lois loretta lorna lorraine
lothar lotte louis louisa louise loz luca lucas lucia luciana lucie lucinda lucy ludmila ludwig luis luisa
luiz lukas lukasz luke lutz luz lydia lynda lyndsey lynn lynne lynsey maciej maddie madeleine madison magda
magdalena maggie mahesh mahmoud mahmud maike mairead maisie malachy malcolm malgorzata malika mamadou
mandeep mandy manfred manish manisha manjit manny manoj manuel manuela marc marcel marcela marcelo marcia
marcin marco marcos marcus marek maren margaret margarita margit margot marguerite maria mariam mariama
marian mariana marianne marie mariella marijke marina mario marion marisa marisol marissa marjorie marlene
marlies marlon marta martha martina marwa mary maryam marzena masood mateusz matilda matt matteo matthew
matthias maura maureen maurice mauricio mauro maxine maxwell mayra meera megan mehdi mehmet mehreen meike
mel melanie melek melinda melissa meredith meryem mesut mia michael michaela michal michel michele michelle
miguel mihaela mikael mike mikhail milan mildred milena milica millie milos minh miriam mirko mirza misha
mitchell mohamed mohammad mohammed mohamud mohan mohsin moira molly monica monika monique montserrat morag
morgan moshe mostafa muhammad muhammed mukesh muna murat muriel musa mustafa mwangi myra nadeem nadia nadine
naeem nafisa nahid naima nalini namrata nancy naomi narges nasir nasreen natalia natalie nataliya natasha
nathan nathaniel navdeep naveed naveen nazir neema neha nehal neil nelly nena nenad neville nevin ngozi
nguyen niall niamh nichola nicholas nick nicki nicky nicola nicolas nicole nigel nikhil nikita nikki nikola
nikolai nikolaos niraj nisha nita nitin njeri nkechi nneka noah noel noelle noor nora norbert noreen norman
noura nuala nuno nuria obinna octavia odette olabisi olaf olamide oleg oleksandr olena olga oliver olivia
oluwaseun oluwaseyi omar omolara onyinye oonagh ophelia orhan orla orlaith osama oscar oskar osman otto owen
oyelaran ozlem pablo paddy padraig paige pamela paolo parisa parminder patrice patricia patrick patrik
patrizia patryk patsy paul paula paulette paulina pauline paulo pavel pawel pedro peggy petra petros phil
philip philippa philippe phillip phoebe phyllis pierre pilar piotr pippa poonam prakash pranav prasad pratik
praveen preethi preeti prem prisca priscilla pritesh priti priya priyanka przemyslaw rachael rachel rachid
radek radhika rafael rafal raheem rahel rahim rahul raj raja rajan rajesh rajiv rajvir rakesh ralf ralph
raman ramesh ramon ramona randa randall rania ranjit raphael raquel rasheed rashid raul ravi raymond razia
rebecca rebekah reem reginald rehana reiner reinhard rekha rena renata renate renee reshma reuben reza rhian
rhiannon rhona rhys ricardo riccardo richard rick ricky ritu robbie robert roberta roberto rocio roderick
rodney rodrigo roger rohan rohit roisin roland roman ronald ronan ronnie rory rosa rosalind rosalyn rosanna
rosario roseanne rosemarie rosie roslyn ross roswitha rowan rowena roxanne rubina rudi rudiger rudolf ruth
ryan sabina sabine sabrina sadia saeed safiya sagar saida saima saira sajid sakshi salim salima salman
samantha sameer samina samir samira sammy samson samuel sandeep sandra sanjay sanjeev santiago sara sarah
sarita sascha sasha satish saul scott sean sebastian seema selena selim selma senthil serena serge sergei
sergio serkan seth sevgi shabana shabnam shafiq shaheen shahid shaima shakira shalini shane shania shanice
shannon sharmila sharon shaun shauna shaunagh shaz sheena sheetal sheila shelley shelly sherry shirin
shirley shiv shiva shivani shona shreya shruti shweta shyam sian sibongile sibylle sidney sidra siegfried
sienna silke silvia silvio simon simona simone sinead siobhan slawomir slobodan sneha snezana sofia sofie
solomon sonal sonia sonja sonya sophia sophie soraya sorcha soumya stacey stacy stanislaw stefan stefania
stefanie steffi stella stephan stephanie stephen steve steven stu stuart subhash suki suleiman sultana
sumaiya suman sumit sunil sunita suresh surinder surjit susan susana susanna susanne sushma susie suz
suzanne suzie sven svenja svetlana swantje swati sylvia sylvie tabitha tadeusz taiwo takeshi talia tamara
tamika tamsin tania tanisha tanja tanvi tanya tara tarek tariq tariro tash tatiana tayo terence teresa teri
terri tessa thabo thandi thandiwe thanh theo theodore theresa thierry thomas thomasz thorsten tiago tiffany
tilly timothy tina tobi tobias toby todd tom tomas tomasz tommy toni tonia tony torben torsten tracey tracy
traudl tremaine trevor tricia trinh trisha tristan trudy tsering tuncay tunde tyler tyrone uche uchenna uju
ulrich ulrike umar umesh ursula urszula uschi usha usman uzma vaishali valentina valerie vanessa varsha
vasile vasiliki veit venkat vera veronica veronika vesna viacheslav vicki vicky victoria vijay vik vikas
vikram viktor viktoria vinay vincent vincenzo vineet viola virginie vishal viv vivek vivian vivien vivienne
vladimir volker volodymyr wafa waleed walid waltraud wanda wanjiku waqar waseem wayne wei wendy werner
weronika wesley wiebke wieslawa wiktoria wilfred wilfried wilhelm william wilma winifred winston wioletta
wojciech wolfgang xavier ximena xin xiomara yannick yara yasemin yash yasir yasmin yasmine yejide yemi
yetunde yilmaz yolanda yosef youssef yuki yuliya yusuf yvette yvonne zac zachary zahid zahir zahra zainab
zak zara zarina zehra zeinab zenab zeynep zoe zofia zoltan zoran zsofia zubair zuzana
`;

/** Given names that are also everyday words, drugs or tools. They count only with a capital and a cue. */
export const GIVEN_WORDS = `
adel abby abu ada adama adel aida alan alba alf ali alia allan allen alma amal amber amin amos amy ana anas
angel anh ann april arch archer art asa ash asher august autumn avery ayo barrett basil bauer becker bell
bella ben bert bill blaise blake blessing bo bob bose brad brook brooke buddy bunny butler candy carey carol
carpenter cary casey cat cath charity chase chastity chelsea cherry chester chi christian christy chuck
clare clay cliff clint clover cody cole comfort connie crystal dale dalton dan dane dawn dean dee deniz
devon dex di dick dolly don dora dot drew dua duke dusty earl ed eden edna elan elle ellis ember emin eric
eve fadi faith faiz fay faye fern finn fleming flo flora florence forest foster frank gail gale gay gene
georgia gil gill gina ginger glen gordon grace grant gus guy hal hala han hana hani hank happy harmony
harper haven hazel heath heather herb hiba ho hoa holden holly honey hong hope huda hudson hui hunter ian
ida ike iona ira iris ivan ivy jack jackson jade jamil jawad jay jean jed jesus jet jewel jim jin jo jody
jordan joud joy jun june justice kadir kamal kane karam kat kay keen kim king kit kramer lacey lamar lambert
lan lana lance lane latif laurel layan lee lei leo lex lexi li liberty lili lily lin ling linh linus lola
long lot lou lourdes luna mabel mae maha mai majed major malachi malak malik manning mark marsh marshal
marshall martin marty marwan mason maud mavis max may maya meg mei mercedes mercy merle merry mick mila
miles miller milly mina ming mini miracle misty mitch mo mona monty moses my myrtle nada nadir nan nasser
nat ned nell nelson nico nina noble norma nour oak ocean ola olive omer oona opal ora otis pansy parker pat
patience patty pearl penny percy perry pete peter petunia pip piper pit polly poppy porter precious prince
prudence queenie quinn rafi rai ram rama rami rana rashad raven ray raza red reed reese rex rich richter
rima rita rob robin rocky rod roma romeo ron roni rose rosemary roy ruby rusty saad sabah sadiq safa sal
salah sally salma sam samer sami sana sanders sandy sari savannah scarlett serenity shadi shay shea shepherd
sid sky skye sol spencer stan stanley star sterling stew storm su sue summer sunny sutton taha tai tala tam
tammy tan tate ted temperance terry tess thelma tiger tim tori tran trent trey trinity troy ty uma una unity
ute uwe val van vic victor victory vince violet virginia vogel wade wael walker wally walter warren will
willie willow willy winkler winter wren yan yaw young yu zen
`;

/** Family names that mean nothing else. Those of famous signs, scores and tools are left out. */
export const FAMILY_NAMES = `
abbasi abdelaziz abdi abdullahi abebe abiodun acharya acheampong ackerman addo adebayo adeleke adeyemi
adkins afolabi agarwal agbaje aggarwal aguilar agyeman agyemang ahluwalia ahmadi ahmadzai ajayi akhtar
akinola akintola akpan aldosari alghamdi alharbi alhassan almutairi alotaibi alqahtani alshehri alvarado
alvarez alzahrani amiri amoah amoako anand anderson andersson andrade ansah ansari appiah aquino araujo
arora asante ashworth atkins atkinson ayala ayoola azizi badmus baines bains bajwa bakare balogun banerjee
bangura bannister baptiste barakat barnes barnett barros bartlett barua bashir basu batool baumann bautista
beaumont begum belkacem bello beltran benitez bennett benson bergmann bernal bhandari bhardwaj bhatia bhatt
bhattacharya bhattarai bianchi bibi blackwood blanchard boahen boateng borges bosworth botha bouchard bowen
bowman braithwaite brandt brar brennan brophy bryant buchanan buckley burgess burke byrne cabrera calderon
callaghan callahan campbell campos cardenas cardoso carlson carmichael carroll carvalho castaneda castillo
castro cervantes chakraborty chamberlain chambers chan chandra chang chatterjee chaudhary chaudhry chaudhuri
chavez cheema cheung chigumba chikwanha chirwa chowdhury chukwu chung clarke clements cohen colombo connell
connolly connor contreras conway cooney coughlin cowan craven crawford cresswell cruz cullen cunningham
cuthbert dacosta dahl daly daniels danso davenport davidson davies davis dawson deegan delacruz delaney
delarosa delgado dempsey desai devlin dhaliwal dhillon diaconu diallo diaz dickson diop dixit dlamini dobson
dogan doherty dominguez donaldson donnelly donohue doyle dsouza dubey dubois duffy dunne dupont dwivedi
dwyer eberhard eberle ebner edwards egan eich eklund elliott emerson enriquez eriksson escobar espinoza
esposito estrada evangelista eze fagan fashola faulkner ferguson fernandes fernandez ferrari ferreira
figueroa finlay finnegan fitzgerald fitzpatrick flanagan fletcher flynn fofana fonseca fraser friedman
gaffney gallagher gallegos galvin gandhi garcia gardiner garner garrett geraghty ghosh gibbons gibbs gibson
gilbert gillespie gilmore giraldo githinji giwa godwin goldberg gomes gomez goncalves gonzaga gonzales
gonzalez goodwin govender grabowski graf grewal griffin griffiths gruber guerra guerrero gunawardena gupta
gurung gustafsson gutierrez guzman gyamfi haddad haidari haider hakimi halloran hamdan hameed hamilton
hammond hanrahan hansen hansson haque harding hargreaves harrington harris hashemi hashimi hastings hawkins
haynes healy hendricks hendrix henriksen hernandez herrera herrmann hidalgo higgins hodges hoffman hoffmann
hofmann hogan holbrook hollingsworth holloway holmes hopkins horvat horvath hossain hosseini houlihan howell
huang huber hughes hurley hutchinson hwang ibarra ignacio igwe ikeda iqbal ivanov ivanova iyer jacobs
jacobsen jacobson jamieson jankowski jansen janssen jayawardena jefferson jenkins jennings jensen jeong jha
jimenez johansen johansson johnson johnston jones joshi joyce juarez kamara kaminski kapoor kapur karim
karimi kariuki karlsson kaur kavanagh kaya keane kearney keegan kelleher kellogg kemp kendrick kennedy
kenyatta khalifa khalil khan khatun kiely kimani kimathi kipkorir kirchner knowles kobayashi koehler koenig
kohli konate kone kovac kovacs kowalczyk kowalska kowalski kozak kozlowski krause krishnamurthy krishnan
krueger kruger kuhn kulkarni kumari kurian kurtz kwarteng kwok lachance lalani larkin larsen larsson lawal
lawson leblanc leclerc lefebvre lehmann lennon lennox levine levy lewandowski lindberg lindholm lindqvist
lindstrom lombardi lopes lopez lorenz lozano lucero luong lynch macdonald macgregor macharia mackay
mackenzie maclean macleod magar magsaysay maguire mahajan maher mahlangu mahmood malhotra maloney mancini
mansour marchetti marques marquez martinez masih mathew mathews mathur matsumoto matthews maurer mbeki
mccarthy mcdonald mcgowan mckenna mckenzie mehta mejia melendez mendes mendez mendoza menon mensah mercado
metcalfe meyer meyers miah michaels mihai mirza mishra mitchell mollah moloney monaghan montgomery moore
morales moran moreau moreira moreno moretti morrison moyo mukherjee mulligan munoz murray mutasa mwale
mwangi nadar nagy naidoo nair nakamura nanda naqvi narayan navarro ncube ndebele ndiaye ndlovu neumann
newton nghiem nguema nielsen nikolaidis nilsson nizami nkansah nkosi nkrumah noguchi nolan noori novak nowak
ntuli nwachukwu nwosu nyambura nyathi oakley obeng oberoi obi obrien oconnell oconnor odhiambo odonnell
odonoghue odriscoll odukoya oduya ogden ogunleye ohara ojo okafor okeeffe okeke okello okonkwo okoro okoye
oladipo olatunji olawale oleary olofsson olsen olsson omalley omar omondi oneill onyango oreilly orourke
ortega ortiz osborne osei oshea osullivan otieno ouedraogo owusu oyedele oyelowo oyinlola ozturk pacheco
padilla palmer panchal pandey pandya pangilinan papadopoulos papadopoulou parekh parmar pascual patel patil
patterson paulson pearson pedersen peralta pereira perera perez perkins persaud persson peters petersen
peterson petrov petrova pettersson pfeiffer pham phillips phiri pillai pinto pires popa popescu popov
portillo powell preston prieto pritchard quigley quinlan quinones quintero qureshi radu rafferty rafiq
rahimi rahman rajput ramirez ramos ramsey rana rao rashid rasmussen rastogi rathore ratnayake rauf
reddington reddy redmond reid reilly renaud reyes reynolds rhodes ribeiro richards richardson rigby rios
rivas rivera robbins roberts robertson robles rodrigues rodriguez rogers rojas romano romero rosario
rosenberg rossi rothman rourke rousseau rowe rowland rowley russell russo rutherford ryan salazar saleem
saleh salinas salisbury salonga sanchez sanderson sandhu santana santiago santos sarkar sarpong sato
saunders saxena schaefer schmidt schmitt schmitz schneider scholz schroeder schubert schulte schultz schulz
schulze schumacher schuster schwartz seidel sengupta serrano sesay sethi shah shaikh sharif sharma shaw
sheehan sheikh sheppard sheridan sherman shrestha sibanda siddiqui sidhu sikder silva simmonds simmons
sinclair singh singhal sinha sithebe sithole skinner slater smit smith smyth soares sohal sokolov soriano
soto sousa souza stafford stanton steinberg steiner stephens stephenson stevenson stewart strickland
subramaniam sullivan sultani sundaram sutherland suzuki svensson swanson sweeney szabo szymanski tahir
takahashi talbot talukdar tamang tanaka tavares taylor teixeira tembo tetteh thakur thapa thompson thomson
thornton tiwari tolentino torres toth townsend traore trujillo tshabalala tsui tudor tully turnbull uddin
ullah underwood upadhyay vaidya valdez valencia vargas varghese vasquez vaughan vaughn vazquez vega velasco
velasquez verma vidal villanueva villareal vincent vogt wagner waheed wainwright wallace walsh wambui
wanjiru wasilewski watkins watson watts weber webster wegner wekesa welch werner whelan whitaker whitehead
whitfield whitmore wieczorek wiegand wilkins wilkinson williams williamson willis wilson wisniewska
wisniewski wojcik wong woodward wright yadav yamamoto yang yeboah yilmaz yoon yousef youssef yousuf yusuf
zafar zaidi zaman zapata zawadzki zhang zhao zheng zhou ziegler zielinska zielinski zimmerman zimmermann
zulu zuniga
`;
