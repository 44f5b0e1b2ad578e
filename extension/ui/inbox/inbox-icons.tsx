import type { JSX } from 'preact';
import { LineDrawing } from '../icons.tsx';

/* Icons that only the inbox uses, drawn like those of ../icons.tsx: a 24 px grid, strokes of 1.75, round ends. */

const DRAWN = {
  search: 'M17 10.75a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z M15.5 15.5l4.25 4.25',
  filters:
    'M4 7.5h9.5M18 7.5h2M4 16.5h2M10.5 16.5H20 M18 7.5a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Z M10.5 16.5a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Z',
  print:
    'M7.5 9V4h9v5 M7.5 17H5.25A1.25 1.25 0 0 1 4 15.75V10.25A1.25 1.25 0 0 1 5.25 9h13.5A1.25 1.25 0 0 1 20 10.25v5.5A1.25 1.25 0 0 1 18.75 17H16.5 M7.5 14h9v6h-9Z',
  save: 'M12 4v10.5 M8 11l4 4 4-4 M4.5 17v2.25h15V17',
  close: 'm6.5 6.5 11 11M17.5 6.5l-11 11',
  keys: 'M3.5 7h17v10h-17Z M7 10.5v.1M10.3 10.5v.1M13.7 10.5v.1M17 10.5v.1M8.5 13.75h7',
  tally: 'M6 5.5v13M10 5.5v13M14 5.5v13M18 5.5v13M3.5 15.5l17-7',
  trends: 'M4 19.5h16 M4 15.5l4.5-4 4 2.5L20 6.5 M15.5 6.5H20V11',
  unreadable: 'M6 3.75h8.5L18 7.25V20.25H6Z M10 10l4 4M14 10l-4 4',
  note: 'M4.5 19.5l1-4L15.75 5.25a1.75 1.75 0 0 1 2.5 0l.5.5a1.75 1.75 0 0 1 0 2.5L8.5 18.5Z M13.5 7.5l3 3',
  offline:
    'M4 4l16 16 M3.5 9.5a13 13 0 0 1 4-2.4M11 6.2a13 13 0 0 1 9.5 3.3M6.5 13a8.5 8.5 0 0 1 3.5-2M15 11.7a8.5 8.5 0 0 1 2.5 1.3M12 17.5v.1',
} as const;

export type InboxIconName = keyof typeof DRAWN;

export function InboxIcon({ name, size = 20 }: { name: InboxIconName; size?: number }): JSX.Element {
  return <LineDrawing path={DRAWN[name]} size={size} />;
}
