import { askingSteps } from '../../compose/asking.ts';
import { askedPulses, namedGroups, pulseOfTheDay } from '../../conversations/asked-pulse.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import type { PulseView } from '../../ui/panel/contract.ts';
import { PulseScreen } from '../../ui/panel/pulse-screen.tsx';

/*
 * What the panel needs while a desk asks everyone something. Loaded where the bulletin carries a pulse, which is the same
 * for every install, and never because of what somebody does.
 */

/** The pulse that the first screen shows by these files; `null` when none may be asked. */
export async function pulseNow(files: PublicFiles): Promise<PulseView | null> {
  const { bulletin, keys, manifest } = files;
  if (bulletin === null || keys === null || manifest === null) return null;
  // By the manifest's clock: a wrong one here shows nobody another question.
  const today = new Date(manifest.timeSeconds * 1000).toISOString().slice(0, 10);
  const asked = await askedPulses(bulletin.pulses ?? [], keys.keyring, today, bulletin.support);
  const pulse = pulseOfTheDay(asked, today);
  if (pulse === null) return null;
  const desk = keys.keyring.desks.find(({ id }) => id === pulse.desk)?.name ?? '';
  const groups = namedGroups(bulletin.places);
  return {
    id: pulse.id,
    title: pulse.title,
    language: pulse.language,
    desk,
    Screen: ({ panel, onClose }) => (
      <PulseScreen
        panel={panel}
        pulse={pulse}
        groups={groups}
        steps={askingSteps}
        desk={desk}
        onClose={onClose}
      />
    ),
  };
}
