import { html } from 'hono/html';
import { OBSERVATIONS, PATIENT, RESULTS, WARD_LIST } from './emr-chart.ts';
import { medicationTable } from './emr-medications.ts';
import { clockTime, dayMonthYear, hoursLater, type Markup, pageFrame } from './page-frame.ts';

const TABS = [
  'Summary',
  'Medications',
  'Observations',
  'Results',
  'Orders',
  'Notes',
  'Care plan',
  'Fluids',
  'Documents',
];

/** The chart of an invented patient, at the time of `now`. */
export function emrPage(now: Date): Markup {
  return pageFrame(
    `${PATIENT.name} – Meridian Chart`,
    'emr',
    html`${appBar(now)} ${banner(now)}
      <div class="work">
        ${wardList()}
        <main>
          <nav class="tabs" aria-label="Chart">
            ${TABS.map((tab) => html`<a href="#" ${tab === 'Medications' ? html`aria-current="page"` : ''}>${tab}</a>`)}
          </nav>
          <section class="panel medications" aria-labelledby="medications">
            <header>
              <h2 id="medications">Medication administration</h2>
              <p>3 due now · 1 as needed · reconciled ${dayMonthYear(hoursLater(now, -60))}</p>
              <button type="button">Scan wristband</button>
            </header>
            ${medicationTable(now)}
          </section>
          ${orderEntry()}
        </main>
        <aside>${observations(now)} ${results()} ${fluids()}</aside>
      </div>
      <footer class="status">
        <span>W7-NS-03</span><span>Connected</span><span>Locks after 4 min</span>
        <span class="push">Meridian Chart 11.2 · training data set</span>
      </footer>`,
  );
}

function appBar(now: Date): Markup {
  return html`<header class="bar">
    <strong>Meridian<span>Chart</span></strong>
    <nav aria-label="Workspaces">
      <a href="#">Ward list</a>
      <a href="#" aria-current="page">Chart</a>
      <a href="#">Results <b>12</b></a>
      <a href="#">Tasks <b>5</b></a>
      <a href="#">Handover</a>
      <a href="#">Bed board</a>
    </nav>
    <label><span class="unseen">Find patient</span><input type="search" placeholder="Find patient (F3)" /></label>
    <span class="who">R. Kessler, RN · Ward 7</span>
    <time>${clockTime(now)}</time>
  </header>`;
}

function banner(now: Date): Markup {
  const admitted = hoursLater(now, -58);
  return html`<section class="banner" aria-label="Patient">
    <span class="face" aria-hidden="true">${PATIENT.initials}</span>
    <div class="name">
      <h1>${PATIENT.name}</h1>
      <p>${PATIENT.sex} · ${yearsBetween(PATIENT.born, now)} y · born ${dayMonthYear(PATIENT.born)}</p>
    </div>
    <dl>
      <div><dt>Record</dt><dd>${PATIENT.number}</dd></div>
      <div><dt>Place</dt><dd>${PATIENT.place}</dd></div>
      <div><dt>Consultant</dt><dd>${PATIENT.consultant}</dd></div>
      <div><dt>Admitted</dt><dd>${dayMonthYear(admitted)}, ${clockTime(admitted)}</dd></div>
      <div><dt>Weight</dt><dd>${PATIENT.weight}</dd></div>
      <div><dt>eGFR</dt><dd>46 mL/min</dd></div>
      <div class="wide"><dt>Reason</dt><dd>${PATIENT.reason}</dd></div>
      <div><dt>Plan</dt><dd>${PATIENT.status}</dd></div>
    </dl>
    <ul class="flags" aria-label="Alerts">
      <li class="allergy"><b>Allergy</b> Penicillin: rash</li>
      <li>Falls risk</li>
      <li>Anticoagulant</li>
    </ul>
  </section>`;
}

function wardList(): Markup {
  return html`<nav class="ward" aria-label="Ward 7, my patients">
    <h2>My patients <span>8</span></h2>
    <ul>
      ${WARD_LIST.map(
        ({ bed, name, news, task }) => html`<li>
          <a href="#" ${bed === '14' ? html`aria-current="true"` : ''}>
            <b>${bed}</b><span>${name}</span><small>${task}</small>
            ${news < 0 ? '' : html`<i class="${news > 4 ? 'high' : news > 2 ? 'some' : ''}" title="NEWS2">${news}</i>`}
          </a>
        </li>`,
      )}
    </ul>
    <h2>Worklist</h2>
    <ul class="todo">
      <li>IV line check, bed 12</li>
      <li>Bloods 06:00, beds 14, 15</li>
      <li>Pressure areas, bay 2</li>
      <li>Fridge temperature</li>
    </ul>
  </nav>`;
}

function observations(now: Date): Markup {
  const rows: [string, (o: (typeof OBSERVATIONS)[number]) => string | number][] = [
    ['Breaths /min', (o) => o.breaths],
    ['SpO₂ %, on 2 L', (o) => o.saturation],
    ['Blood pressure', (o) => o.pressure],
    ['Pulse /min', (o) => o.pulse],
    ['Temperature °C', (o) => o.temperature.toFixed(1)],
  ];
  return html`<section class="panel" aria-labelledby="observations">
    <header><h2 id="observations">Observations</h2><p>every 4 h</p></header>
    <table class="observations">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">Sign</span></th>
          ${OBSERVATIONS.map((o) => html`<th scope="col">${clockTime(hoursLater(now, -o.hoursAgo - 0.4))}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, value]) =>
            html`<tr><th scope="row">${label}</th>${OBSERVATIONS.map((o) => html`<td>${value(o)}</td>`)}</tr>`,
        )}
        <tr class="score">
          <th scope="row">NEWS2</th>
          ${OBSERVATIONS.map((o) => html`<td class="${o.score > 6 ? 'high' : o.score > 4 ? 'some' : 'low'}">${o.score}</td>`)}
        </tr>
      </tbody>
    </table>
    <svg viewBox="0 0 280 46" role="img" aria-label="Temperature and pulse are falling">
      <path class="grid" d="M0 8H280M0 23H280M0 38H280" />
      <polyline class="pulse" points="8,8 58,9 108,13 158,17 208,24 272,30" />
      <polyline class="temperature" points="8,20 58,18 108,24 158,29 208,33 272,38" />
    </svg>
  </section>`;
}

function results(): Markup {
  return html`<section class="panel" aria-labelledby="results">
    <header><h2 id="results">Latest results</h2><p>4 new</p></header>
    <table class="results">
      <tbody>
        ${RESULTS.map(
          ({ name, value, flag, range }) => html`<tr class="${flag ? 'out' : ''}">
            <th scope="row">${name}</th><td>${value}</td><td class="flag">${flag}</td><td>${range}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function fluids(): Markup {
  return html`<section class="panel" aria-labelledby="fluids">
    <header><h2 id="fluids">Fluid balance, 24 h</h2><p>−620 mL</p></header>
    <dl class="fluids">
      <div><dt>In</dt><dd><span class="in"></span>1,430 mL</dd></div>
      <div><dt>Out</dt><dd><span class="out"></span>2,050 mL</dd></div>
    </dl>
  </section>`;
}

function orderEntry(): Markup {
  return html`<section class="panel orders" aria-labelledby="orders">
    <header><h2 id="orders">Order entry</h2><p>Nothing is signed</p></header>
    <form>
      <label class="grow">Order <input placeholder="Medication, test or care order" value="Potassium, serum" /></label>
      <label>When <select><option>06:00, routine</option><option>Now, urgent</option></select></label>
      <label>Repeat <select><option>Once</option><option>Daily</option></select></label>
      <label class="grow">Reason <input value="Replacement under way" /></label>
      <button type="button">Add</button>
      <button type="button" class="main">Sign 1 order</button>
    </form>
  </section>`;
}

function yearsBetween(from: Date, to: Date): number {
  const birthday = new Date(to.getFullYear(), from.getMonth(), from.getDate());
  return to.getFullYear() - from.getFullYear() - (to < birthday ? 1 : 0);
}
