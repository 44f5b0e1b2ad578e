import { html } from 'hono/html';
import { AS_NEEDED, MEDICATIONS, type Medication } from './emr-chart.ts';
import { clockTime, hoursLater, type Markup, weekdayAndDay } from './page-frame.ts';

const OFFSETS = [-8, -4, 0, 4, 8];
const INITIALS = ['RK', 'TM', 'RK', 'JO', 'TM', 'RK', 'JO'];

/** The administration record: what was given, what is due in this hour, what comes later. */
export function medicationTable(now: Date): Markup {
  const hour = new Date(now);
  hour.setMinutes(0, 0, 0);
  const heads = OFFSETS.map((offset) => {
    const at = hoursLater(hour, offset);
    return html`<th scope="col" class="${offset === 0 ? 'now' : ''}"><b>${clockTime(at)}</b> ${weekdayAndDay(at)}</th>`;
  });
  return html`<table class="record">
    <thead>
      <tr><th scope="col">Medication</th>${heads}</tr>
    </thead>
    <tbody>
      ${MEDICATIONS.map((medication, row) => medicationRow(medication, hour, INITIALS[row] ?? 'RK', row))}
    </tbody>
    <tbody class="as-needed">
      <tr><th scope="rowgroup" colspan="${OFFSETS.length + 1}">As needed</th></tr>
      ${AS_NEEDED.map(
        ({ name, order, last }) => html`<tr>
          <th scope="row"><b>${name}</b> <span>${order}</span></th>
          <td colspan="${OFFSETS.length - 1}" class="last">last: ${last}</td>
          <td><button type="button">Give</button></td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function medicationRow(
  { name, order, note, alert, doses }: Medication,
  hour: Date,
  initials: string,
  row: number,
): Markup {
  return html`<tr>
    <th scope="row">
      <b>${name}</b> <span>${order}</span>
      ${note ? html`<i>${note}</i>` : ''} ${alert ? html`<em>${alert}</em>` : ''}
    </th>
    ${OFFSETS.map((offset) => dose(doses.includes(offset), offset, hour, initials, row))}
  </tr>`;
}

function dose(planned: boolean, offset: number, hour: Date, initials: string, row: number): Markup {
  if (!planned) return html`<td class="${offset === 0 ? 'now' : ''}"></td>`;
  if (offset > 0) return html`<td class="later"><span>planned</span></td>`;
  if (offset === 0) return html`<td class="now"><button type="button" class="due">Due</button></td>`;
  // Nobody gives everything on the stroke of the hour.
  const given = new Date(hoursLater(hour, offset).getTime() + ((row * 7) % 23) * 60_000);
  return html`<td class="given"><b>${clockTime(given)}</b> <span>${initials}</span></td>`;
}
