/**
 * Common given names and family names in Latin script, from many cultures, without accents and without those that
 * are everyday words. They are a net with holes on purpose: a name that is missing here is found by the words
 * around it, and a word that stands here is marked wherever it is written.
 */

/** Given names that mean nothing else in the languages we cover. */
export const GIVEN_NAMES = `
aaliyah aarav aaron aarti abbie abdul abdulaziz abdullah abdulrahman abeer abena abhishek abigail abimbola
abiola abraham achieng adaeze adam adanna adebayo adeola adesuwa adil adina aditi aditya adrian adriana
adrienne agata aggie agnes agnieszka agostinho ahmad ahmed aidan aiden aileen aimee aine aisha aishah
aishling aisling ajay ajith akash akemi akiko akin akinyi akosua akua alana alasdair alastair albert
albertina alberto aled alejandra alejandro aleksandar aleksander aleksandra alena alessandra alessandro
alessia alex alexa alexander alexandra alexandru alexis alfie alfonso alfred alfredo alice alicia alina
alison alistair allison alok alvin alyssa amanda amandeep amani amara amelia amina aminata amir amit amita
amna amrit anabela analyn anand ananya anastasia anastasiya anastazja anca anders andrada andrea andreas
andreea andrei andres andrew andrzej andy aneta angela angelica angelina angelo angharad angie angus anil
anita anja anjali anjana ankit anna annabel annabelle anne anneka anneliese annette annie annika anoop
anthony antoine anton antonia antonieta antonio anuoluwapo anupama anwar anwen anya aoibhe aoibheann aoife
arash aravind archana archibald archie ariana arif arjun arlene armando armindo arnav arnold arthur arturo
arun arwa arwel asad asha ashanti ashish ashleigh ashley ashok ashwin asif asma asmaa astrid athena atieno
audrey aurelia aurora ava avril ayaan ayesha ayman ayodele ayse ayumi azadeh aziz babajide babak babatunde
baljit balwinder barbara barney barry bartek bartlomiej bartosz basma bassam bea beata beatrice beatrix
beatriz becca becky belinda benedict benjamin bernadette bernard bernice bernie bertha bertie bertram bessie
beth bethan bethany betsy betty beverley beverly bhavna bianca biju bilal biljana billie billy binta binu
birgit bogdan bogna bogumila bohdan bojan bonnie boris bozena bradley brandon brenda brendan brian brianna
brid bridget brigid brigitte bronagh bronwyn bruce bruno bryan bryn bryony burak bushra cait caitlin
caitriona caleb callum calvin camelia cameron camila camilla camille candice caoimhe carl carla carlos
carlota carly carmen carole caroline carolyn carrie carsten carys caspar cassandra cassie catalin catalina
catarina caterina cathal catherine cathleen catrin catriona caz cecil cecilia cedric celia celina celine
cerys cesar chantal charlene charles charley charlie charlotte chaz chebet chenai cheryl chiamaka chibuzo
chidi chika chima chimamanda chinedu chinonso chinwe chioma chipo chloe chris chrissie christa christelle
christiane christina christine christoph christophe christopher chukwudi chukwuemeka ciara ciaran cindy
ciprian claire clara clarissa clarisse claude claudia claudio clifford clive clodagh colette colin colleen
colm conor constanta constantin cora corina corinne cormac cornelia corrine cosmin courtney craig cristi
cristian cristina cynthia dafydd daiki daisy daithi dalia damian damien damilola dana dani daniel daniela
danielle danijela danny danuta daphne dara daria darius dariusz darragh darrell darren daryna dave david
davina dawid deanna deano deb debbie deborah debra declan deema deepa deepak deepika deepthi deirdre delfina
delia delores delphine delyth demi denis denise dennis derek dermot derrick dervla desmond detlef devi
devika dexter dhanya diana diane diarmuid diego dieter dilip dilys dimitri dina dinesh dipti dirk divina
divya dmitri dmytro doaa doina dolores domingos dominic dominik dominika dominique donal donald donna
donovan doreen dorin doris dorota dorothy doug dougal douglas dragan duaa dumitru dylan eamon ebele ebuka
eddie edeltraud edgar edith edmund eduardo edward edwin edyta efua ehab eileen eimear eirlys ekaterina ekene
elaine eleanor elena eleni elenor eleri elfriede eli eliana elias elif elijah elin elina elisa elisabete
elisabeth elise eliza elizabeth ella ellen ellie elliot elliott eloise elsa elsie eluned elzbieta eman emeka
emelita emi emil emilia emilian emilie emilio emily emma emmanuel emre emrys enrique eoghan eoin erica erik
erika erin erlinda ernest ernesto erwin esme esperanza esra essam esteban esther esyllt ethan ethel eugene
eugenia eunice eva evan evangeline evelyn evie ewa ewan ewelina ezekiel ezra fabian fabio fadwa fahad faisal
farah farai farhan farid farida fariha fatema faten fatih fatima fatimah fatma fatou fatoumata federica
felicia felicity felix femi ferdinand fergal fergus fernanda fernando fidel filipa filomena fiona fionn
fionnuala flavia florentina florian florin folake folasade fran frances francesca francesco francine francis
francisco francois frankie franziska fraser frauke fred freda freddie frederick freya frieda fritz funmi
funmilayo gabi gabriel gabriela gabriele gabriella gabrielle gareth garfield gary gavin gayathri gearoid
geetha gemma genevieve geoff geoffrey george georgie georgina geraint gerald geraldine gerard gerardo
gerhard gerry gertrude gethin ghada ghaida ghassan gheorghe gianluca giorgio giovanna giovanni gisela giulia
giuseppe gladys glenda gloria glyn gobnait godfrey goran gordon gosia graca graeme graham grainne graziela
grazyna greg gregor gregory greta gretchen grzegorz guadalupe gudrun guenter guido guillermo gulay gulsen
gunther guoqiang gurdeep gurpreet gustavo gwen gwendolyn gwenllian gwilym gwyneth habiba hadeel hadiza
haitham haiyan hajer hakan haleema halima halina halyna hamid hamza hanako hanan hanna hannah hannelore
hannes hans harald hardeep harish harjit harold harpreet harriet harrison harry haruka haruki harvey hasan
hassan hatem hatice hayden hayley hector heidi heike heiko heiner heinrich heinz helder heledd helen helena
helene helga helmut hemant hendrik henrietta henrik henry henryk herbert hermann hesham hien hilary hilda
hildegard hiral hiroko hiroshi hitomi holger horacio hossam howard hugh hugo humphrey husain huseyin hussain
hussein huw huyen ibrahim idris iestyn ifan ifeanyi ifeoma ifunanya ignacio igor ijeoma ikechukwu ikram
ilaria ilda ileana ilinca ilona ilse iman imogen imran ines inga inge ingeborg ingo ingrid ioan ioana ionel
ionut iorwerth iqbal irena irene irina irma irmgard iryna isaac isabel isabella isabelle isaiah isaura
ishaan ishita isla ismail isobel iulia iulian ivana ivona ivone iwan iwona iyabo iza izabela jacinta jackie
jacob jacqueline jacques jacqui jaden jadwiga jagdeep jaime jakub jamal jameela james jamie jamila jana jane
janet janice janine jared jarek jaroslaw jasmin jasmine jason jasper jaswinder javed javier jaya jayden
jayesh jayne jeanette jeanne jeannie jeff jeffrey jelena jemima jenna jennie jennifer jenny jens jepkemoi
jeremiah jeremy jerome jerry jerzy jesse jessica jessie jez jhoanna jia jianhua jiaqi jihoon jiji jill
jillian jimmy jincy jing jisha jitendra jiwoo joan joana joaninha joanna joanne joao joaquim joby jocelyn
jochen joe joel joerg johan johanna johannes john johnny jolanta jolene jomar jomon jon jonah jonas jonathan
jordi jorge jorgina jose josef joseph josephine josh joshua josie jovan joyce joylyn jozef juan juanita
judite judith judy juergen jules julia julian juliana julie juliet juliette julio julius jumana junjie
justin justyna jutta kacper kai kaitlyn kamala kamau kamil kamila kamran kamsi kaori karan kareem karen
karim karin karina karl karolina karsten kasia katarina katarzyna kate katerina kath katharina katherine
kathleen kathrin kathryn kathy katie katja katrin katrina katy katya kaveh kavita kayla kayleigh kaz kazuki
keeley kehinde keiko keira keith kelechi kelly kelsey kelvin kemal ken kenji kenneth kenny kenta kerry
kerstin kev kevin kez kgomotso khadija khaled khalid khalil kholoud kieran kimberley kimberly kinga kipchoge
kira kiran kirill kirsten kirstin kirsty klaudia klaus kofi kojo kosisochukwu kosta krishna kristen kristian
kristin kristina kristine krystian krystyna krzysztof kudzai kuldeep kumar kwabena kwadwo kwaku kwame kwesi
kyle kylie laila lainey lakshmi lanre larisa larissa larry lars larysa laszlo latisha latoya laura lauren
laurence laurentiu laurie lavinia lawrence layla leah leanne leila leilani lekha lena lenka leon leona
leonard leonardo leonie lerato leroy lesia lesley leslie leszek leticia lewis liam lidia liesel lieselotte
ligaya lihua liji lijo lila lilian liliana lillian lina linda lindiwe lindsay lindsey lisa liubov liviu liz
lizzie ljiljana llinos lloyd logan lois lorcan loredana loretta lori lorna lorraine lothar lotte louis
louisa louise lowri loz lubna luca lucas lucia luciana lucie lucinda lucy lucyna ludmila ludwig luis luisa
luiz lukas lukasz luke luminita lurdes lutz luz luzia luzviminda lydia lynda lyndsey lynn lynne lynsey
lyudmila maciej madalena madalina maddie madeleine madeline madison maebh maeve magda magdalena maggie
mahesh mahmoud mahmud maike maire mairead maireid maisa maisie maja makena makoto maksim malachy malcolm
malgorzata malgosia malika mamadou manal mandeep mandy manfred manish manisha manjit manju manny manoj
manpreet manuel manuela maram marc marcel marcela marcelo marcia marcin marco marcos marcus marek maren
margaret margarida margarita margery margie margit margo margot marguerite maria mariah mariam mariama
marian mariana marianne maricel marie mariella marijke mariko marilou marina mario mariola marion marisa
marisol marissa marites marius mariusz marivic mariya marjorie marlene marlies marlon marta martha martina
marwa mary maryam marzena masako mashael masood mateusz matilda matt matteo matthew matthias maura maureen
maurice mauricio mauro maxine maxwell mayra mazen mazin meera megan megumi mehdi mehmet mehreen meike
meiling meinir mel melanie melek melinda melissa menna meredith mererid merlinda meryem meshal mesut mia
michael michaela michal michel michele michelle michiko miguel mihaela mihai mikael mike mikhail milan
mildred milena milica millie milos minh minji minjun miranda mircea mirela miriam mirko miroslaw mirza misha
mishal mitchell moataz mohamed mohammad mohammed mohamud mohan mohannad mohsin moira mojisola molly monica
monika monique montserrat morag morgan moshe mostafa mpho muhammad muhammed muireann mukesh mumbi muna
munira murat muriel musa mustafa muthoni mwangi mwende mykola mylene myra myroslava nabil nadeem nadezhda
nadia nadine naeem nafisa nagwa nahid nahla naima najla naledi nalini namrata nancy naoko naomi narges nasir
nasreen natalia natalie nataliya natasha nate natercia nathan nathaniel navdeep naveed naveen navjot nawal
nazir neema neha nehal neil nelia nelly nena nenad nenita nermin nerys nesrine nestor neville nevin ngoc
ngozi nguyen nhung nia niall niamh nichola nicholas nick nicki nicky nicola nicolas nicole nicoleta nigel
nikhil nikita nikki nikola nikolai nikolaos nimmy niraj nisha nita nitin njeri njoki nkechi nnamdi nneka
nnenna noah noel noelle noemi noirin nokuthula nollaig nompumelelo nomsa nonso noor nora norah norbert
noreen noriko norman nosipho nouf noura nuala nuno nuria nyambura nyasha nyokabi oana obafemi obiageli
obinna octavia octavian odete odette odhiambo oisin oksana olabisi olaf olamide oleg oleksandr olena olga
oliver olivia oliwia ollie oluchi olumide oluwaseun oluwaseyi oluwatobi omar omolara omondi omotola onyeka
onyinye oonagh ophelia orfhlaith orhan orla orlaith osama oscar oskar osman osvaldo otieno otto ovidiu owain
owen oyelaran ozlem pablo paddy padraic padraig paige palesa pamela paolo parisa parminder patrice patricia
patrick patrik patrizia patrycja patryk patsy paul paula paulette paulina pauline paulo pavel pavlo pawel
pedro peggy penelope petra petronela petros peyton phil philip philippa philippe phillip phoebe phuong
phyllis piedade pierre pilar piotr piotrek pippa pooja poonam prakash pranav prasad prasanth praseeda pratik
praveen preetha preethi preeti prem prisca priscilla pritesh priti priya priyal priyanka przemek przemyslaw
puja quentin quincy quynh rachael rachel rachid radek radhika radu rafael rafal rahaf raheem rahel rahim
rahul raj raja rajan rajeev rajesh rajiv rajvir rakesh ralf ralph raluca raman ramesh ramon ramona randa
randall rania ranjit raphael raquel rasha rasheed rashid raul ravi ravinder rawan raymond razan razia razvan
rebecca rebekah reem reema reginald reham rehana reiko reiner reinhard rejitha rejoy rekha rena renad renata
renate renee reshma reshmi reuben reza rhian rhiannon rhodri rhona rhydian rhys ricardo riccardo richard
rick ricky riham riley rincy rini ritika ritu rizalyn robbie robert roberta roberto rocio rodel roderick
rodica rodney rodrigo rogelio roger rogerio rohan rohit roisin roland roman rommel ronald ronan ronnie rory
rosa rosalia rosalind rosalinda rosalyn rosanna rosario roseanne rosemarie roshni rosie roslyn ross roswitha
rotimi rowan rowena roxana roxanne ruairi rubina ruchi rudi rudiger rudolf rupali rupert ruslan rutendo ruth
ruxandra ryan ryota ryszard sabina sabine sabrina sachiko sadhbh sadia sadie saeed safaa safiya sagar sahar
saida saima saira sajan saji sajid sakshi salim salima salman samantha samar sameer samia samina samir
samira sammy samson samuel sandeep sandra sandro sangeeta sanjana sanjay sanjeev santiago saoirse sara sarah
sarika sarita sascha sasha satish satnam satoshi saul sawsan scott seamus sean sebastian seema segun selena
selim selma senthil seojun seosamh serena serge sergei sergio serkan seth sevgi shabana shabnam shafiq
shahad shahd shaheen shahid shaima shaimaa shaji shakira shalini shane shania shanice shannon sharmila
sharon shaun shauna shaunagh shaz sheeja sheena sheetal sheila shelley shelly shereen sherif sherin sherry
shibu shijo shilpa shinji shirin shirley shiv shiva shivani shobha shona shota shraddha shreya shruti shweta
shyam sian sibongile sibylle sidney sidra siegfried sienna siji sile silke silvana silvia silvio simon
simona simone simran simranjit sindhu sinead siobhain siobhan sipho siwan slawek slawomir slobodan smita
smitha sneha snehal snezana sofia sofie soha solomon somto sonal sonali sonia sonja sonya sooyoung sophia
sophie soraya sorcha sorin soumya soyeon sreeja sreekumar stacey stacy stanislaw stefan stefania stefanie
steffan steffi stella stephan stephanie stephen steve steven stu stuart subhash suja sujata sukhdeep suki
suleiman sultana sumaiya suman sumit sunil sunita sunitha supriya surbhi suresh surinder surjit susan susana
susanna susanne susete sushma susie suz suzan suzanne suzie sven svenja svetlana svitlana swantje swapna
swati sylvia sylvie sylwia szymon tabitha tadeusz tadhg taiwo takashi takeshi talia tamara tamer tamika
tamsin tania tanisha tanja tanuja tanvi tanya tapiwa tara taras tarek tariq tariro tarlochan tash tatenda
tatiana tayo tegwen temitope tendai teodor teodora terence teresa teresita teri terri tessa tessy tetiana
thabang thabo thaddeus thandi thandiwe thanh thao thato themba theo theodore theresa thierry thomas thomasz
thorsten thuy tiago tiffany tilda tilly timothy tina tinashe tinu titilayo tobi tobias toby todd toluwalase
tom tomas tomasz tommy tomoko tomos toni tonia tony torben torsten tracey tracy traudl treasa tremaine
trevor tricia trinh trisha tristan trudy trupti tsering tshepo tuan tudor tuncay tunde turki tyler tyrone
uche uchechukwu uchenna uju ujwala ulrich ulrike ulysses umar umesh urmila ursula urszula uschi usha usman
uzma vadim vaishali valentin valentina valerie valter vandana vanessa varsha vasco vasile vasiliki vasyl
veit venkat vera veronica veronika vesna viacheslav vicki vicky victoria vidya vijay vik vikas vikram viktor
viktoria vilma vinay vincent vincenzo vineet vineeta vinod viola viorel viorica virginie vishal vitor viv
vivek vivian vivien vivienne vladimir volker volodymyr vusi waad wafa wairimu waithera walaa waldemar waleed
walid waltraud wambui wanda wangari wanjiku wanjiru waqar waseem wayne wei wejdan wendell wendy werner
weronika wesley wiebke wieslaw wieslawa wiktor wiktoria wilfred wilfried wilhelm william wilma winifred
winnie winston wioleta wioletta wojciech wolfgang xana xander xavier xenia xiaoming xiaoyan ximena xin
xiomara xiuying yamini yannick yanyan yara yaroslav yasemin yash yasir yasmin yasmine yasser yazan yehia
yeji yejide yemi yetunde yevhen yifan yilmaz yinka yoko yolanda yosef yoshiko youssef yuki yuko yulia yuliya
yumi yuna yusra yusuf yuting yvette yvonne zac zach zachary zahid zahir zahra zainab zainabu zak zane zanele
zara zarina zbigniew zdzislaw zehra zeina zeinab zeke zelda zelia zenab zenon zeynep zhanna zhiwei zodwa zoe
zofia zoltan zoran zsofia zubair zulmira zuzana zuzanna zygmunt
`;

/** Given names that are short or rare words when written small: with a capital they are names. */
export const GIVEN_CAPITALISED = `
abby ada adel aida alan alba alf ali allan allen alma amal amber amin amos amy ana anas ann avery bella ben
bert bill bob brad brooke carina carol cary cath charly chelsea chester clare clint cody connie dan deniz
devon dora ed eden edna elle ellis emin eric ernie eve fadi faiz florence gail georgia gina gus hadi hal
hala hani hank harper hiba huda ian ida ike iona ira ivan jamil jean jed jim jody joey kamal kane kat kay
kendra kim lana leo lexi lili lin linus lola lou luna lyle lyn mabel mae malik martin marty marwan mavis
maya mick mila milly mimi mitch mo mona moses nasser ned nell nelson neve nico nina norma nour ola olive
omer otis pam percy pete polly quinn rafi ram rami rana rima rita roma romeo ron roni roy sal sally salma
sam samer sami sana sid sonny stan stanley taha tam tammy tess thelma tim troy una ute vic victor vince wael
wally yan
`;

/** Given names that are also everyday words, drugs or tools. They count only with a capital and a cue. */
export const GIVEN_WORDS = `
abu adama alia angel anh arch archer art asa ash asher autumn ayo barrett basil bauer becker blaise blake
blessing bo bose brook buddy bunny butler candy carey carpenter casey cat charity chase chastity cherry chi
christian christy chuck clay cliff clover cole comfort crystal dale dalton dane dawn dean dee dex di dick
dolly don dot drew dua duke dusty earl elan ember faith fay faye fern finn fleming flo flora forest foster
frank gale gay gene gil gill ginger glen grace grant guy han hana harmony haven hazel heath heather herb ho
hoa holden holly honey hong hope hudson hui hunter iris ivy jack jackson jade jawad jay jesus jet jewel jin
jo jordan joud joy justice kadir karam keen king kit kramer lacey lamar lambert lan lance lane latif laurel
layan lee lei lex li liberty lily ling linh lourdes maha mai majed malachi malak manning mark marsh marshal
marshall mason maud max meg mei mercedes mercy merle merry miles miller mina ming mini miracle misty monty
myrtle nada nadir nan nat noble oak ocean oona opal ora pansy parker pat patience patty pearl penny perry
peter petunia pip piper pit poppy precious prince prudence queenie rai rama rashad raven ray raza reed reese
rex rich richter rob robin rocky rod rose rosemary ruby rusty saad sabah sadiq safa salah sanders sandy sari
savannah scarlett serenity shadi shay shea shepherd sky skye sol spencer star sterling stew storm su sue
summer sunny sutton tai tala tan tate ted temperance terry tiger tori tran trent trey trinity ty uma unity
uwe val van victory violet virginia vogel wade walter warren will willie willow willy winkler winter wren
yaw yu zen
`;

/** Family names that mean nothing else. Those of famous signs, scores and tools are left out. */
export const FAMILY_NAMES = `
abbasi abdelaziz abdi abdullahi abebe abernathy abiodun acharya acheampong ackerman addo adebayo adeleke
adeyemi adkins afolabi agarwal agbaje aggarwal aguilar agyeman agyemang ahluwalia ahmadi ahmadzai ajayi
akhtar akinola akintola akpan aldosari alghamdi alharbi alhassan almutairi alotaibi alqahtani alshehri
alvarado alvarez alzahrani amiri amoah amoako anand anderson andersson andrade ansah ansari appiah aquino
araujo arora asante ashworth atkins atkinson ayala ayoola azizi badmus baines bains bajwa bakare baldwin
balogun banerjee bangura bannister baptiste barakat barnes barnett barros bartlett barua bashir basu batool
baumann bautista beaumont begum belkacem bello beltran benitez bennett benson bergmann bernal bhandari
bhardwaj bhatia bhatt bhattacharya bhattarai bianchi bibi blackwood blanchard blevins boahen boateng borges
bosworth botha bouchard bowen bowman braithwaite brandt brar brennan brophy bryant buchanan buckley burgess
burke byrne cabrera calderon callaghan callahan campbell campos cardenas cardoso carlson carmichael carroll
carvalho castaneda castellanos castillo castro cervantes chakraborty chamberlain chan chandra chang chaplin
chatterjee chaudhary chaudhry chaudhuri chavez cheema chetty cheung chigumba chikwanha chirwa choudhury
chowdhury chukwu chung clarke clements coetzee cohen colombo connell connolly connor contreras conway cooney
coughlin cowan craven crawford cresswell cruz cullen cunningham cuthbert dacosta dahl daly daniels danso
davenport davidson davies davis dawson deegan delacruz delaney delarosa delgado dempsey desai devlin
dhaliwal dhillon diaconu diallo diaz dickson diop dixit dlamini dobson dogan doherty dominguez donaldson
donnelly donohue doyle dsouza dubey dubois duffy dunne dupont dwivedi dwyer eberhard eberle ebner edwards
egan eich eklund elliott emerson enriquez eriksson escobar espinoza esposito estrada evangelista eze fagan
fashola faulkner ferguson fernandes fernandez ferrari ferreira figueroa finlay finnegan fitzgerald
fitzpatrick flanagan fletcher flynn fofana fonseca franklin fraser friedman gaffney gallagher gallegos
galvin gandhi garcia gardiner garner garrett geraghty ghosh gibbons gibbs gibson gilbert gillespie gilmore
giraldo githinji giwa godwin goldberg gomes gomez goncalves gonzaga gonzales gonzalez goodwin govender
grabowski graf grewal griffin griffiths gruber guerra guerrero gunawardena gupta gurung gustafsson gutierrez
guzman gyamfi haddad haidari haider hakimi halloran hamdan hameed hamilton hammond hanrahan hansen hansson
haque harding hargreaves harrington harris hashemi hashimi hastings hawkins haynes healy hendricks hendrix
henriksen hernandez herrera herrmann hidalgo higgins hodges hodgkinson hoffman hoffmann hofmann hogan
holbrook hollingsworth hollis holloway holmes hopkins horvat horvath hossain hosseini houlihan howell huang
huber hughes hurley hutchinson hwang ibarra ignacio igwe ikeda iqbal ivanov ivanova iyer jacobs jacobsen
jacobson jamieson jankowski jansen janssen jayawardena jefferson jenkins jennings jensen jeong jha jimenez
johansen johansson johnson johnston jones joshi joyce juarez kamara kaminski kapoor kapur karim karimi
kariuki karlsson kaur kavanagh kaya keane kearney keegan kelleher kellogg kemp kendrick kennedy kenyatta
khalifa khalil khan khatun kiely kimani kimathi kipkorir kirchner knowles kobayashi koehler koenig kohli
konate kone kovac kovacs kowalczyk kowalska kowalski kozak kozlowski krause krishnamurthy krishnan krueger
kruger kuhn kulkarni kumari kurian kurtz kwarteng kwok lachance lalani larkin larsen larsson lawal lawson
leblanc leclerc lefebvre lehmann lennon lennox levine levy lewandowski lindberg lindholm lindqvist lindstrom
lombardi lopes lopez lorenz lozano lucero luong lynch macdonald macgregor macharia mackay mackenzie maclean
macleod magar magsaysay maguire mahajan maher mahlaba mahlangu mahmood malhotra maloney mancini mansour
marchetti marques marquez martinez masih mathew mathews mathur matsumoto matthews maurer mbeki mcallister
mccarthy mcdonald mcginn mcgowan mckenna mckenzie mehta mejia melendez mendes mendez mendoza menon mensah
mercado metcalfe meyer meyers miah michaels mihai mirza mishra mitchell molefe mollah moloney monaghan
montgomery moodley moore morales moran moreau moreira moreno moretti morrison moyo mthembu mukherjee
mulligan munoz murray mutasa mwale mwangi nadar nagy naicker naidoo nair nakamura nanda naqvi narayan
navarro ncube ndebele ndiaye ndlela ndlovu neumann newton ngcobo nghiem nguema nielsen nikolaidis nilsson
nizami nkansah nkosi nkrumah noguchi nolan noori novak nowak ntuli nwachukwu nwosu nyambura nyathi oakley
obeng oberoi obi obrien oconnell oconnor odhiambo odonnell odonoghue odriscoll odukoya oduya ogden ogunleye
ohara ojo okafor okeeffe okeke okello okonkwo okoro okoye okwuosa oladipo olatunji olawale oleary olofsson
olsen olsson omalley omar omondi oneill onyango oreilly orourke ortega ortiz osborne osei oshea osullivan
otieno ouedraogo owusu oyedele oyelaran oyelowo oyinlola ozturk pacheco padilla palmer panchal pandey pandya
pangilinan papadopoulos papadopoulou parekh parkin parmar pascual patel patil patterson paulson pearson
pedersen peralta pereira perera perez perkins persaud persson peters petersen peterson petrov petrova
pettersson pfeiffer pham phillips phiri pillai pillay pinto pires popa popescu popov portillo powell preston
pretorius prieto pritchard quigley quinlan quinones quintero qureshi radebe radu rafferty rafiq rahimi
rahman rajput ramirez ramos ramsey rana rankin rao rashid rasmussen rastogi rathore ratnayake rauf
reddington reddy redmond reid reilly renaud reyes reynolds rhodes ribeiro richards richardson rigby rios
rivas rivera robbins roberts robertson robles rodrigues rodriguez rogers rojas romano romero rosario
rosenberg rossi rothman rourke rousseau rowe rowland rowley russell russo rutherford ryan salazar saleem
saleh salinas salisbury salonga sanchez sanderson sandhu santana santiago santos sarkar sarpong sato
saunders saxena schaefer schmidt schmitt schmitz schneider scholz schroeder schubert schulte schultz schulz
schulze schumacher schuster schwartz seidel sengupta serrano sesay sethi shah shaikh sharif sharma shaw
sheehan sheikh sheppard sheridan sherman shrestha sibanda siddiqui sidhu sikder silva simmonds simmons
sinclair singh singhal sinha sithebe sithole slater smit smith smyth soares sohal sokolov soriano soto sousa
souza stafford stanton steinberg steiner stephens stephenson stevenson stewart steyn strickland subramaniam
sullivan sultani sundaram sutherland suzuki svensson swanson sweeney szabo szymanski tahir takahashi talbot
talukdar tamang tanaka tavares taylor teixeira tembo tetteh thakur thapa thompson thomson thornton tiwari
tolentino torres toth townsend traore trujillo tshabalala tsui tudor tully turnbull uddin ullah underwood
upadhyay vaidya valdez valencia vandermerwe vargas varghese vasquez vaughan vaughn vazquez vega velasco
velasquez verma vidal villanueva villareal vincent vogt wagner waheed wainwright wallace walsh wambui
wanjiru wasilewski watkins watson watts weber wegner wekesa werner whelan whitaker whitcombe whitehead
whitfield whitlock whitmore wieczorek wiegand wilkins wilkinson williams williamson willis wilson wisniewska
wisniewski wojcik wong woodward wright yadav yamamoto yang yates yeboah yilmaz yoon yousef youssef yousuf
yusuf zafar zaidi zaman zapata zawadzki zhang zhao zheng zhou ziegler zielinska zielinski zimmerman
zimmermann zulu zungu zuniga
`;
