/* What the poster says. Those from `es` on wait for a native reader, as docs/languages.md says. */

export type PosterLanguage =
  | 'ar'
  | 'de'
  | 'en'
  | 'es'
  | 'fr'
  | 'it'
  | 'nl'
  | 'pl'
  | 'pt'
  | 'sv'
  | 'tr'
  | 'uk';

interface Texts {
  readonly title: string;
  readonly lede: string;
  readonly steps: readonly [string, string, string];
  readonly words: string;
  readonly compare: string;
  readonly own: string;
  readonly other: (operator: string) => string;
  readonly emergency: string;
  readonly edition: (serial: number, day: string) => string;
}

export const POSTER_TEXTS: Readonly<Record<PosterLanguage, Texts>> = {
  en: {
    title: 'Did you notice something?',
    lede: 'A near miss, something that worries you, something that went well: say so in a few seconds.',
    steps: [
      'Press the Candor button in your browser.',
      'Press the tile that fits. One click is enough.',
      'Add words only if you want to. Leave names out.',
    ],
    words: 'The four words',
    compare:
      'They stand in the panel under “What leaves” too. If yours are different, do not use it on that computer, and tell your Speak-up Guardian.',
    own: 'Carried by your hospital: a promise, not mathematics.',
    other: (operator) => `Carried by ${operator}, not by your hospital.`,
    emergency: 'Someone in danger now? Call your emergency number. Nobody watches this live.',
    edition: (serial, day) => `Edition ${serial} of ${day}. A newer one replaces it.`,
  },
  de: {
    title: 'Ist Ihnen etwas aufgefallen?',
    lede: 'Ein Beinahe-Fehler, etwas, das Ihnen Sorgen macht, etwas Gutes: In wenigen Sekunden ist es gesagt.',
    steps: [
      'Drücken Sie im Browser auf den Candor-Knopf.',
      'Drücken Sie auf die passende Kachel. Ein Klick genügt.',
      'Worte nur, wenn Sie möchten. Bitte ohne Namen.',
    ],
    words: 'Die vier Wörter',
    compare:
      'Sie stehen auch im Fenster unter „Was geht hinaus“. Sind Ihre anders, benutzen Sie Candor an diesem Computer nicht und sagen Sie der Vertrauensperson Bescheid.',
    own: 'Befördert von Ihrem Krankenhaus: ein Versprechen, keine Mathematik.',
    other: (operator) => `Befördert von ${operator}, nicht von Ihrem Krankenhaus.`,
    emergency: 'Ist gerade jemand in Gefahr? Rufen Sie die Notrufnummer. Hier schaut niemand live zu.',
    edition: (serial, day) => `Ausgabe ${serial} vom ${day}. Eine neuere ersetzt sie.`,
  },
  ar: {
    title: 'هل لاحظت شيئًا؟',
    lede: 'خطأ كاد أن يقع، أو أمر يقلقك، أو شيء سار على ما يرام: قُله في ثوانٍ.',
    steps: [
      'اضغط زر Candor في متصفحك.',
      'اضغط المربع المناسب. نقرة واحدة تكفي.',
      'أضف كلمات إن أردت فقط. واترك الأسماء.',
    ],
    words: 'الكلمات الأربع',
    compare:
      'تجدها أيضًا في اللوحة تحت «ما الذي يخرج». إن كانت كلماتك مختلفة فلا تستخدم Candor على ذلك الحاسوب، وأخبر المسؤول عن الإبلاغ.',
    own: 'ينقلها مستشفاك: وعدٌ لا برهان رياضي.',
    other: (operator) => `ينقلها ${operator}، لا مستشفاك.`,
    emergency: 'هل هناك من هو في خطر الآن؟ اتصل برقم الطوارئ. لا أحد يراقب هذا مباشرة.',
    edition: (serial, day) => `الإصدار ${serial} بتاريخ \u2066${day}\u2069. الأحدث يحل محله.`,
  },
  es: {
    title: '¿Has notado algo?',
    lede: 'Un cuasi incidente, algo que te preocupa, algo que salió bien: dilo en unos segundos.',
    steps: [
      'Pulsa el botón de Candor en tu navegador.',
      'Pulsa la casilla que encaje. Basta un clic.',
      'Añade palabras solo si quieres. Sin nombres.',
    ],
    words: 'Las cuatro palabras',
    compare:
      'También están en el panel, en «Qué sale». Si las tuyas son otras, no lo uses en ese ordenador y díselo a la persona de confianza.',
    own: 'Lo transporta tu hospital: una promesa, no matemáticas.',
    other: (operator) => `Lo transporta ${operator}, no tu hospital.`,
    emergency: '¿Alguien en peligro ahora? Llama a tu número de emergencia. Aquí nadie lee en directo.',
    edition: (serial, day) => `Edición ${serial} del ${day}. Una más nueva la sustituye.`,
  },
  fr: {
    title: 'Avez-vous remarqué quelque chose ?',
    lede: 'Un presque-accident, une inquiétude, quelque chose de réussi : dites-le en quelques secondes.',
    steps: [
      'Appuyez sur le bouton Candor de votre navigateur.',
      'Appuyez sur la case qui convient. Un clic suffit.',
      'Des mots seulement si vous le souhaitez. Sans noms.',
    ],
    words: 'Les quatre mots',
    compare:
      'Ils figurent aussi dans le volet, sous « Ce qui part ». Si les vôtres sont différents, ne l’utilisez pas sur cet ordinateur et prévenez la personne de confiance.',
    own: 'Transporté par votre hôpital : une promesse, pas des mathématiques.',
    other: (operator) => `Transporté par ${operator}, pas par votre hôpital.`,
    emergency: 'Quelqu’un est en danger ? Appelez votre numéro d’urgence. Personne ne lit ici en direct.',
    edition: (serial, day) => `Édition ${serial} du ${day}. Une plus récente la remplace.`,
  },
  it: {
    title: 'Hai notato qualcosa?',
    lede: 'Un near miss, qualcosa che ti preoccupa, qualcosa che è andato bene: dillo in pochi secondi.',
    steps: [
      'Premi il pulsante Candor nel browser.',
      'Premi il riquadro giusto. Basta un clic.',
      'Aggiungi parole solo se vuoi. Senza nomi.',
    ],
    words: 'Le quattro parole',
    compare:
      'Stanno anche nel pannello, in «Che cosa esce». Se le tue sono diverse, non usarlo su quel computer e avvisa la persona di fiducia.',
    own: 'Trasportato dal tuo ospedale: una promessa, non matematica.',
    other: (operator) => `Trasportato da ${operator}, non dal tuo ospedale.`,
    emergency: 'Qualcuno è in pericolo ora? Chiama il numero di emergenza. Qui nessuno legge in diretta.',
    edition: (serial, day) => `Edizione ${serial} del ${day}. Una più nuova la sostituisce.`,
  },
  nl: {
    title: 'Is je iets opgevallen?',
    lede: 'Een bijna-incident, iets wat je zorgen baart, iets wat goed ging: zeg het in een paar seconden.',
    steps: [
      'Klik op de Candor-knop in je browser.',
      'Klik op de tegel die past. Eén klik is genoeg.',
      'Woorden alleen als je wilt. Zonder namen.',
    ],
    words: 'De vier woorden',
    compare:
      'Ze staan ook in het venster onder ‘Wat gaat eruit’. Zijn de jouwe anders, gebruik het dan niet op die computer en zeg het tegen de vertrouwenspersoon.',
    own: 'Vervoerd door je ziekenhuis: een belofte, geen wiskunde.',
    other: (operator) => `Vervoerd door ${operator}, niet door je ziekenhuis.`,
    emergency: 'Is er nu iemand in gevaar? Bel je noodnummer. Hier leest niemand live mee.',
    edition: (serial, day) => `Uitgave ${serial} van ${day}. Een nieuwere vervangt deze.`,
  },
  pl: {
    title: 'Coś zwróciło twoją uwagę?',
    lede: 'Zdarzenie niedoszłe, coś niepokojącego, coś, co się udało: powiedz o tym w kilka sekund.',
    steps: [
      'Naciśnij przycisk Candor w przeglądarce.',
      'Naciśnij pasujący kafelek. Wystarczy jedno kliknięcie.',
      'Słowa tylko wtedy, gdy chcesz. Bez nazwisk.',
    ],
    words: 'Cztery słowa',
    compare:
      'Są także w panelu, pod „Co wychodzi”. Jeśli twoje są inne, nie korzystaj z tego na tym komputerze i powiedz osobie zaufania.',
    own: 'Przenosi to twój szpital: obietnica, nie matematyka.',
    other: (operator) => `Przenosi to ${operator}, nie twój szpital.`,
    emergency:
      'Ktoś jest teraz w niebezpieczeństwie? Zadzwoń na numer alarmowy. Nikt nie czyta tego na żywo.',
    edition: (serial, day) => `Wydanie ${serial} z dnia ${day}. Nowsze je zastępuje.`,
  },
  pt: {
    title: 'Notou alguma coisa?',
    lede: 'Um quase-evento, algo que preocupa, algo que correu bem: diga-o em poucos segundos.',
    steps: [
      'Carregue no botão Candor do navegador.',
      'Carregue no quadro que se aplica. Um clique chega.',
      'Palavras, só se quiser. Sem nomes.',
    ],
    words: 'As quatro palavras',
    compare:
      'Estão também no painel, em «O que sai». Se as suas forem diferentes, não o use nesse computador e avise a pessoa de confiança.',
    own: 'Transportado pelo seu hospital: uma promessa, não matemática.',
    other: (operator) => `Transportado por ${operator}, não pelo seu hospital.`,
    emergency: 'Alguém em perigo agora? Ligue o número de emergência. Aqui ninguém lê em direto.',
    edition: (serial, day) => `Edição ${serial} de ${day}. Uma mais recente substitui-a.`,
  },
  sv: {
    title: 'Har du lagt märke till något?',
    lede: 'Ett tillbud, något som oroar dig, något som gick bra: säg det på några sekunder.',
    steps: [
      'Tryck på Candor-knappen i webbläsaren.',
      'Tryck på rutan som passar. Ett klick räcker.',
      'Ord bara om du vill. Utan namn.',
    ],
    words: 'De fyra orden',
    compare:
      'De står också i panelen under ”Vad skickas”. Om dina är andra, använd det inte på den datorn och säg till förtroendepersonen.',
    own: 'Förs fram av ditt sjukhus: ett löfte, inte matematik.',
    other: (operator) => `Förs fram av ${operator}, inte av ditt sjukhus.`,
    emergency: 'Är någon i fara nu? Ring ert larmnummer. Ingen läser det här direkt.',
    edition: (serial, day) => `Utgåva ${serial} från ${day}. En nyare ersätter den.`,
  },
  tr: {
    title: 'Bir şey mi fark ettiniz?',
    lede: 'Ramak kala bir olay, sizi kaygılandıran ya da iyi giden bir şey: birkaç saniyede söyleyin.',
    steps: [
      'Tarayıcınızdaki Candor düğmesine basın.',
      'Uyan kutuya basın. Tek tık yeter.',
      'İsterseniz söz ekleyin. Ad yazmayın.',
    ],
    words: 'Dört sözcük',
    compare:
      'Panelde “Ne gidiyor” altında da bulunurlar. Sizinkiler farklıysa o bilgisayarda kullanmayın ve güven görevlisine söyleyin.',
    own: 'Taşıyan hastaneniz: bir söz, matematik değil.',
    other: (operator) => `Taşıyan: ${operator}, hastaneniz değil.`,
    emergency: 'Şu an tehlikede biri mi var? Acil numaranızı arayın. Burayı kimse canlı izlemiyor.',
    edition: (serial, day) => `Baskı ${serial}, ${day}. Daha yenisi bunun yerine geçer.`,
  },
  uk: {
    title: 'Ви щось помітили?',
    lede: 'Майже-помилка, щось тривожне, щось вдале: скажіть про це за кілька секунд.',
    steps: [
      'Натисніть кнопку Candor у браузері.',
      'Натисніть плитку, що підходить. Одного кліку досить.',
      'Слова лише за бажанням. Без імен.',
    ],
    words: 'Чотири слова',
    compare:
      'Вони є і в панелі, під «Що йде». Якщо ваші інші, не користуйтеся на тому комп’ютері й скажіть довіреній особі.',
    own: 'Передає ваша лікарня: обіцянка, а не математика.',
    other: (operator) => `Передає ${operator}, не ваша лікарня.`,
    emergency: 'Хтось зараз у небезпеці? Телефонуйте на екстрений номер. Тут ніхто не читає наживо.',
    edition: (serial, day) => `Видання ${serial} від ${day}. Новіше його замінює.`,
  },
};

export const POSTER_LANGUAGES = Object.keys(POSTER_TEXTS) as readonly PosterLanguage[];
