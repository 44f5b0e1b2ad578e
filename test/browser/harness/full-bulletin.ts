import { signBulletin } from '../../../shared/bulletin.ts';
import type { StubRelay } from './stub-relay.ts';

/** Gives the site what a real one has: places of which one is small, people to turn to, a story and a notice. */
export function fillBulletin({ site }: StubRelay): void {
  const bulletin: typeof site.bulletin = {
    ...site.bulletin,
    serial: 2,
    places: [
      { code: 'MED', label: 'Medicine', staff: 240 },
      { code: 'M1', label: 'Ward M1', parent: 'MED', staff: 42 },
      { code: 'M2', label: 'Ward M2', parent: 'MED', staff: 9 },
      { code: 'SUR', label: 'Surgery', staff: 180 },
      { code: 'ED', label: 'Emergency', staff: 120 },
      { code: 'LAB', label: 'Laboratory', staff: 60 },
    ],
    support: [
      { kind: 'phone', label: 'Peer support', detail: '4420', hours: 'day and night' },
      { kind: 'quiet-space', label: 'Quiet room', detail: 'Level 2, by the chapel' },
    ],
    stories: [
      { said: 'The two pens look alike.', did: 'They now lie in different drawers.', week: '2025-W46' },
    ],
    notices: [{ title: 'Pens', text: 'Two pens that look alike are being replaced.' }],
  };
  site.files.bulletin = signBulletin(bulletin, site.member);
  site.issue();
}
