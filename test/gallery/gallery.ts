import { STATES } from './states.ts';

/** Each state in an iframe of the popup's size, so that it lives in a window of its own, as it will. */
const LOOKS = ['lang=en&scheme=light', 'lang=en&scheme=dark', 'lang=ar&scheme=light', 'lang=de&scheme=dark'];

const gallery = document.querySelector('#gallery');
for (const state of Object.keys(STATES)) {
  const heading = document.createElement('h2');
  heading.textContent = state;
  const row = document.createElement('section');
  for (const look of LOOKS) {
    const frame = document.createElement('iframe');
    frame.title = `${state}, ${look}`;
    frame.src = `panel.html#state=${state}&${look}`;
    frame.loading = 'lazy';
    row.append(frame);
  }
  gallery?.append(heading, row);
}
