// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newMember } from '../../../extension/inbox/new-member.ts';
import { readBackup, unlock } from '../../../extension/inbox/unlock.ts';
import type { InboxCallbacks } from '../../../extension/ui/inbox/contract.ts';
import { NewKey, SHORTEST } from '../../../extension/ui/inbox/new-key.tsx';
import { systemRandom } from '../../../relay/key-file.ts';
import { equalBytes, utf8 } from '../../../shared/bytes.ts';
import { verifyMemberCard } from '../../../shared/member-card.ts';
import { SHORTEST_PASSPHRASE } from '../../../shared/member-keys.ts';
import { t } from './page-stage.tsx';

const PASSPHRASE = 'quiet lamps help nobody';
const FILES = {
  card: { name: 'ada.card.json', text: 'card' },
  backup: { name: 'ada.candor-backup.json', text: 'backup' },
};

afterEach(cleanup);

function stage(made: typeof FILES | null = FILES) {
  const onNewKey = vi.fn(async () => made);
  const on = { onSave: vi.fn(), onFile: vi.fn() };
  const { container } = render(<NewKey on={on as unknown as InboxCallbacks} onNewKey={onNewKey} t={t} />);
  const type = (name: string, passphrase: string, again = passphrase) => {
    for (const [id, value] of Object.entries({ name, passphrase, again }))
      fireEvent.input(container.querySelector(`#new-${id}`) as Element, { target: { value } });
    fireEvent.submit(container.querySelector('form') as Element);
  };
  return { on, onNewKey, container, type };
}
const open = () => fireEvent.click(screen.getByRole('button', { name: t('inbox.new.open') }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('somebody who is new on a desk', () => {
  it('asks for nothing until that is wanted', () => {
    const { container } = stage();
    expect(container.querySelector('input')).toBeNull();
    open();
    expect(document.activeElement?.id).toBe('new-name');
  });

  it.each([
    ['', PASSPHRASE, PASSPHRASE, t('inbox.new.problem.name')],
    ['Ada', 'too short', 'too short', t('inbox.new.problem.short', { count: SHORTEST })],
    ['Ada', PASSPHRASE, 'quiet lamps help somebody', t('inbox.new.problem.differs')],
  ])('is told what is missing, and no key is made: %s, %s, %s', (name, passphrase, again, problem) => {
    const { type, onNewKey } = stage();
    open();
    type(name, passphrase, again);
    expect(screen.getByRole('alert').textContent?.trim()).toBe(problem);
    expect(onNewKey).not.toHaveBeenCalled();
  });

  it('goes on only with both files saved', async () => {
    const { on, type, onNewKey } = stage();
    open();
    type('Ada', PASSPHRASE);
    await waitFor(() => button(t('inbox.new.use')));
    expect(onNewKey).toHaveBeenCalledWith('Ada', PASSPHRASE);
    expect(button(t('inbox.new.use')).disabled).toBe(true);
    for (const which of ['backup', 'card'] as const) {
      fireEvent.click(button(t(`inbox.new.save.${which}`)));
      expect(on.onSave).toHaveBeenCalledWith(FILES[which].name, FILES[which].text);
    }
    fireEvent.click(button(t('inbox.new.use')));
    expect(on.onFile.mock.lastCall?.[0]).toMatchObject({ name: FILES.backup.name });
  });

  it('can try again after it failed', async () => {
    const { type } = stage(null);
    open();
    type('Ada', PASSPHRASE);
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain(t('inbox.new.problem.failed')),
    );
    expect(button(t('inbox.new.make'))).toBeTruthy();
  });
});

describe('a new member’s files', () => {
  it('belong together: the backup opens with the passphrase to the keys that the card names', async () => {
    expect(SHORTEST).toBe(SHORTEST_PASSPHRASE);
    const { card, backup } = await newMember(' Ada O’Neill ', PASSPHRASE, systemRandom);
    expect([card.name, backup.name]).toEqual(['ada-o-neill.card.json', 'ada-o-neill.candor-backup.json']);
    const named = await verifyMemberCard(utf8(card.text));
    const keys = await unlock(readBackup(utf8(backup.text)), PASSPHRASE);
    expect(named.label).toBe('Ada O’Neill');
    expect(equalBytes(named.sign, keys.signing.publicKey)).toBe(true);
    expect(equalBytes(named.box, keys.box.publicKey)).toBe(true);
    await expect(newMember('Ada', 'too short', systemRandom)).rejects.toMatchObject({ code: 'bad-request' });
  });
});
