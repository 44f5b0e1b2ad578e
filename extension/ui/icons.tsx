import type { JSX } from 'preact';

/*
 * Our own line icons: a 24 px grid, strokes of 1.75, round ends. Beside a word they are decoration and hidden from
 * screen readers; whatever stands without a word gets its name from the button around it.
 */

const DRAWN = {
  /** Something falling, and a cup that catches it. */
  near_miss:
    'M12 3.5v1.25M7.5 4.5l.5 1M16.5 4.5l-.5 1 M14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z M3.5 12a8.5 8.5 0 0 0 17 0',
  /** A person, and something that arrives. */
  incident:
    'M18 7.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z M8.5 20v-.5a6 6 0 0 1 12 0v.5 M2.5 12.5h5.5 M5.75 10l2.5 2.5-2.5 2.5',
  /** A warning triangle. */
  hazard: 'M12 4.25 21 19.5H3Z M12 10v4 M12 16.9v.1',
  /** A heart held in a hand. */
  staff:
    'M12 12.5 8.3 8.9a2.5 2.5 0 0 1 3.6-3.5l.1.1.1-.1a2.5 2.5 0 0 1 3.6 3.5Z M3 15.5l2.6-1.2a3 3 0 0 1 2.4 0l3 1.3h2.6a1.4 1.4 0 0 1 0 2.8H10 M14.6 17l3.9-1.6a1.5 1.5 0 0 1 1.3 2.7l-6 2.9a3 3 0 0 1-2.2.1L6.5 19.5 3 20.5',
  /** Two speech bubbles. */
  culture:
    'M13.5 4H6a2.5 2.5 0 0 0-2.5 2.5v4A2.5 2.5 0 0 0 6 13v3l3.25-3h4.25A2.5 2.5 0 0 0 16 10.5v-4A2.5 2.5 0 0 0 13.5 4Z M19 9.2a2.5 2.5 0 0 1 1.5 2.3V15a2.5 2.5 0 0 1-2.5 2.5v2.75L14.75 17.5H12.5',
  /** A star. */
  good_care: 'm12 3.75 2.5 5.2 5.7.75-4.15 3.95 1 5.65L12 16.55 6.95 19.3l1-5.65L3.8 9.7l5.7-.75Z',

  phone:
    'M7.6 4H5.5A1.5 1.5 0 0 0 4 5.6 15.3 15.3 0 0 0 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-2.3a1.2 1.2 0 0 0-.85-1.15l-2.7-.85a1.2 1.2 0 0 0-1.25.33l-.85.97a11.5 11.5 0 0 1-5.3-5.3l.97-.85a1.2 1.2 0 0 0 .33-1.25l-.85-2.7A1.2 1.2 0 0 0 7.6 4Z',
  support:
    'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z M15.75 12a3.75 3.75 0 1 1-7.5 0 3.75 3.75 0 0 1 7.5 0Z m-9.75-6 3.35 3.35M14.65 14.65 18 18M18 6l-3.35 3.35M9.35 14.65 6 18',
  receipt: 'M6 3.75h12v16.5l-3-1.75-3 1.75-3-1.75-3 1.75Z M9.5 8.5h5M9.5 12.5h5',
  notices: 'M4.5 5.5h15v13h-15Z M8 9.5h8M8 12.5h8M8 15.5h4.5',
  leaves:
    'M2.75 12S6 5.75 12 5.75 21.25 12 21.25 12 18 18.25 12 18.25 2.75 12 2.75 12Z M14.75 12a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0Z',
  language:
    'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z M3.5 12h17 M12 3.5c2.4 2.4 3.6 5.2 3.6 8.5s-1.2 6.1-3.6 8.5c-2.4-2.4-3.6-5.2-3.6-8.5S9.6 5.9 12 3.5Z',
  sealed:
    'M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5Z M8 10.5V8a4 4 0 0 1 8 0v2.5',
  person: 'M15.75 8a3.75 3.75 0 1 1-7.5 0 3.75 3.75 0 0 1 7.5 0Z M5 20v-.5a7 7 0 0 1 14 0v.5',
  people:
    'M12.25 8.5a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0Z M2.75 19.5V19a6.25 6.25 0 0 1 12.5 0v.5 M15.5 5.4a3.25 3.25 0 0 1 0 6.2 M18 13.6a6.25 6.25 0 0 1 3.25 5.4v.5',
  relay: 'M4 7.5h13.5M14.5 4.5l3 3-3 3 M20 16.5H6.5M9.5 13.5l-3 3 3 3',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z M12 7.25V12l3.25 2',
  quiet:
    'M6.5 11V7.5A2.5 2.5 0 0 1 9 5h6a2.5 2.5 0 0 1 2.5 2.5V11 M4 11.75a1.75 1.75 0 0 1 3.5 0V14h9v-2.25a1.75 1.75 0 0 1 3.5 0V17H4Z M6 17v2.25M18 17v2.25',
  link: 'M13.5 4.5h6v6M19.5 4.5 11 13 M17 14v4.5a1 1 0 0 1-1 1H5.5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1H10',
  offer: 'M4 5.5h16v11h-8.5L7.5 20v-3.5H4Z',
  place:
    'M12 20.5s6.75-5.4 6.75-10.75a6.75 6.75 0 0 0-13.5 0C5.25 15.1 12 20.5 12 20.5Z M14.5 9.75a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  beside: 'M4 5h16v14H4Z M13.5 5v14',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  more: 'm6.5 9.5 5.5 5.5 5.5-5.5',
  plus: 'M12 5.5v13M5.5 12h13',
  done: 'm5 12.5 4.5 4.5L19 7.5',
  undo: 'M8.5 5 4.5 9l4 4 M4.5 9H14a5 5 0 0 1 0 10h-3.5',
  look: 'M12 4.25 21 19.5H3Z M12 10v4 M12 16.9v.1',
  hint: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z M12 11v5 M12 8v.1',
} as const;

export type IconName = keyof typeof DRAWN;

/** Icons that point somewhere and so turn around where text runs from right to left. */
const TURNING: ReadonlySet<IconName> = new Set(['back', 'link', 'undo', 'beside', 'incident']);

export function Icon({ name, size = 24 }: { name: IconName; size?: number }): JSX.Element {
  return <LineDrawing path={DRAWN[name]} size={size} turning={TURNING.has(name)} />;
}

/** One path in the grid, in the colour of the words around it. */
export function LineDrawing(props: { path: string; size: number; turning?: boolean }): JSX.Element {
  const { path, size, turning = false } = props;
  return (
    <svg
      class={turning ? 'icon turning' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size >= 20 ? 1.75 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

/** Path of the bubble, open where the leaf grows out of it, and of the leaf. */
export const MARK_BUBBLE = 'M3.5 12.5v-4a5 5 0 0 1 5-5h7a5 5 0 0 1 5 5v4a5 5 0 0 1-5 5h-3';
export const MARK_LEAF = 'M10.8 12.3c.9 5.1-1.9 8.9-7.4 9.2-.8-5.2 2-9 7.4-9.2Z';

/** The product mark: an open speech bubble whose tail is a small leaf. */
export function Mark({ size = 24 }: { size?: number }): JSX.Element {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d={MARK_BUBBLE} stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
      <path d={MARK_LEAF} fill="currentColor" />
    </svg>
  );
}
