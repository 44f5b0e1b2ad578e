import { askingSteps } from '../../extension/compose/asking.ts';
import { BURNOUT, type ReadyMade, SPEAK_UP, TEAM_SAFETY } from '../../extension/inbox/pulse/ready-made.ts';
import type { PulseView } from '../../extension/ui/panel/contract.ts';
import { PulseScreen } from '../../extension/ui/panel/pulse-screen.tsx';
import type { Pulse } from '../../shared/pulse.ts';

/* Pulses as a panel shows them, whose answers go nowhere. */

const GROUPS = [
  { code: 'MED', label: 'Medicine' },
  { code: 'SUR', label: 'Surgery' },
  { code: 'EME', label: 'Emergency care' },
];

function pulseOf({ name: _, ...survey }: ReadyMade): PulseView {
  const pulse: Pulse = { v: 1, id: 'gallery1', desk: 1, from: '2026-11-23', until: '2026-12-06', ...survey };
  return {
    id: pulse.id,
    title: pulse.title,
    language: pulse.language,
    desk: 'Patient Safety',
    Screen: ({ panel, onClose }) => (
      <PulseScreen
        panel={panel}
        pulse={pulse}
        groups={GROUPS}
        steps={askingSteps}
        desk="Patient Safety"
        onClose={onClose}
      />
    ),
  };
}

export const PULSES = {
  'speak-up': pulseOf(SPEAK_UP),
  burnout: pulseOf(BURNOUT),
  'team-safety': pulseOf(TEAM_SAFETY),
} as const;
