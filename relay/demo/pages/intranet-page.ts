import { html } from 'hono/html';
import { CANTEEN, DIARY, LEAD, LINKS, NEWS, PHONES, TOOLS } from './intranet-content.ts';
import { hoursLater, type Markup, pageFrame, weekdayAndDay } from './page-frame.ts';

const FINGERPRINT_WORDS = 4;

/** The intranet's front page. `fingerprint` are the four words of the poster; blanks are drawn when there are none. */
export function intranetPage(now: Date, fingerprint: readonly string[]): Markup {
  return pageFrame(
    'Northgate staff intranet',
    'intranet',
    html`<header class="top">
        <div class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M4 28V14L16 4l12 10v14" /><path d="M12 28v-9h8v9" /></svg>
          <p><b>Northgate</b> General Hospital</p>
        </div>
        <nav aria-label="Main">
          ${LINKS.map((link, index) => html`<a href="#" ${index === 0 ? html`aria-current="page"` : ''}>${link}</a>`)}
        </nav>
        <label><span class="unseen">Search</span><input type="search" placeholder="Search people and pages" /></label>
      </header>
      <div class="page">
        <main>
          ${lead()} ${tools()}
          <div class="columns">${news(now)} ${diary(now)}</div>
        </main>
        <aside>${poster(fingerprint)} ${canteen(now)} ${phones()}</aside>
      </div>`,
  );
}

function lead(): Markup {
  return html`<article class="lead">
    <svg viewBox="0 0 280 210" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect class="night" width="280" height="210" />
      <circle class="moon" cx="222" cy="48" r="18" />
      <circle class="star" cx="52" cy="34" r="1.5" /><circle class="star" cx="118" cy="22" r="1.5" />
      <circle class="star" cx="168" cy="58" r="1.5" /><circle class="star" cx="258" cy="96" r="1.5" />
      <path class="hill" d="M0 156C60 128 150 122 280 148v62H0z" />
      <path class="house side" d="M150 182V112h84v70z" />
      <path class="house" d="M46 182V76h104v106z" />
      <path class="window" d="M60 90h14v14H60zM91 90h14v14H91zM91 116h14v14H91zM122 116h14v14h-14zM60 142h14v14H60zM164 126h14v14h-14zM206 126h14v14h-14zM185 152h14v14h-14z" />
      <path class="window dim" d="M122 90h14v14h-14zM60 116h14v14H60zM122 142h14v14h-14zM185 126h14v14h-14zM164 152h14v14h-14zM206 152h14v14h-14z" />
      <path class="window" d="M90 150h16v32H90z" />
      <path class="ground" d="M0 180h280v30H0z" />
    </svg>
    <div>
      <p class="tag">${LEAD.by}</p>
      <h1>${LEAD.title}</h1>
      <p>${LEAD.text}</p>
      <a href="#">Read how they did it</a>
    </div>
  </article>`;
}

function tools(): Markup {
  return html`<ul class="tools" aria-label="Tools">
    ${TOOLS.map(
      ({ name, hint, drawing }) => html`<li>
        <a href="#"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${drawing}" /></svg><b>${name}</b><span>${hint}</span></a>
      </li>`,
    )}
  </ul>`;
}

function news(now: Date): Markup {
  return html`<section class="card" aria-labelledby="news">
    <h2 id="news">News</h2>
    <ul class="news">
      ${NEWS.map(
        ({ title, text, tag, daysAgo }) => html`<li>
          <a href="#"><b>${title}</b></a>
          <p>${text}</p>
          <small>${tag} · ${daysAgo === 0 ? 'today' : weekdayAndDay(hoursLater(now, -24 * daysAgo))}</small>
        </li>`,
      )}
    </ul>
  </section>`;
}

function diary(now: Date): Markup {
  return html`<section class="card" aria-labelledby="diary">
    <h2 id="diary">Diary</h2>
    <ul class="diary">
      ${DIARY.map(({ inDays, what, where }) => {
        const [weekday, day, month] = weekdayAndDay(hoursLater(now, 24 * inDays)).split(' ');
        return html`<li>
          <time><b>${day}</b>${weekday} ${month}</time>
          <p><b>${what}</b>${where}</p>
        </li>`;
      })}
    </ul>
  </section>`;
}

function poster(fingerprint: readonly string[]): Markup {
  const words = Array.from({ length: FINGERPRINT_WORDS }, (_, index) => fingerprint[index]);
  return html`<section class="poster" aria-labelledby="poster">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <path d="M24 6c10 0 18 6.3 18 14.5S34 35 24 35c-1.6 0-3.2-.2-4.7-.5" />
      <path d="M24 6C14 6 6 12.3 6 20.5c0 4.300 2.200 8.100 5.700 10.800" />
      <path class="leaf" d="M10 43c-1.500-6 1.6-11 9.300-12.500C20.5 38 16.500 42.500 10 43zM10 43c2-4 4.300-6.800 7-9" />
    </svg>
    <h2 id="poster">What did you notice?</h2>
    <p>Press the leaf beside your address bar. One click is enough, and a thank you comes with it.</p>
    <div class="words">
      <p>Candor’s four words on every screen here:</p>
      <ol>${words.map((word) => (word ? html`<li>${word}</li>` : html`<li class="blank"><span class="unseen">not printed yet</span></li>`))}</ol>
      <p>Other words on yours? Call IT help, 4000.</p>
    </div>
  </section>`;
}

function canteen(now: Date): Markup {
  return html`<section class="card" aria-labelledby="canteen">
    <h2 id="canteen">Canteen <span>${weekdayAndDay(now)}</span></h2>
    <ul class="menu">
      ${CANTEEN.map(({ name, mark, price }) => html`<li><span>${name} ${mark ? html`<i>${mark}</i>` : ''}</span><b>${price}</b></li>`)}
    </ul>
    <p class="foot">Hot food at night: 00:30 to 02:30</p>
  </section>`;
}

function phones(): Markup {
  return html`<section class="card" aria-labelledby="phones">
    <h2 id="phones">Phone book</h2>
    <table>
      <tbody>
        ${PHONES.map(({ name, number, hours }) => html`<tr><th scope="row">${name}</th><td><b>${number}</b></td><td>${hours}</td></tr>`)}
      </tbody>
    </table>
  </section>`;
}
