import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordsPage } from '../../../extension/inbox/pages-view.ts';
import { ACCESS_TOOLS, piecesOf, type Search } from '../../../extension/inbox/subject-access.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { sealedBody } from './desk-fixture.ts';
import { org, type Page, unlocked, type World, world } from './inbox-stage.ts';

const ABOUT = 'Dr Osei did not check the pump, and Sister Mary Collins told nobody. Call 07700 900123.';
const REQUEST = 'SAR-12';

/** Whatever points to somebody, with whose it is. */
function named(text: string, words: string): [string, string][] {
  return piecesOf(text, words).flatMap(({ text: piece, about }) => (about === null ? [] : [[piece, about]]));
}

describe('a text that somebody asks for', () => {
  it('is cut where it names people, the searched one told apart from everybody else', () => {
    expect(named(ABOUT, 'Osei')).toEqual(
      expect.arrayContaining([
        ['Dr Osei', 'searched'],
        ['07700 900123', 'other'],
      ]),
    );
    expect(named(ABOUT, 'Osei').find(([piece]) => piece.includes('Collins'))?.[1]).toBe('other');
    expect(named(ABOUT, 'mary collins').find(([piece]) => piece.includes('Collins'))?.[1]).toBe('searched');
    expect(
      piecesOf(ABOUT, 'Osei')
        .map(({ text }) => text)
        .join(''),
    ).toBe(ABOUT);
  });

  it('marks the searched words where the guard sees no name, in any spelling that search knows', () => {
    expect(named('later osei came back', 'Oséi')).toEqual([['osei', 'searched']]);
    expect(named('الدكتورة سَارة لم تحضر', 'ساره').map(([, about]) => about)).toContain('searched');
  });

  it('keeps somebody else covered who shares only a first name', () => {
    expect(named('Dr Mary Osei was there.', 'Mary').map(([, about]) => about)).toEqual(['other']);
  });
});

describe('looking for somebody in everything kept', () => {
  let site: World;
  let ada: Page;
  let ben: Page;
  const records = (page: Page): RecordsPage => {
    page.inbox.browse({ to: 'records' });
    const at = page.open().page;
    if (at?.page !== 'records') throw new TypeError('not the records');
    return at;
  };
  const look = async (page: Page, words: string): Promise<Search> => {
    const search = await page.inbox.searchSubject(words, REQUEST);
    if (search === null) throw new TypeError('nothing was written down');
    return search;
  };
  const copyOf = (search: Search, more: readonly string[] = []): string => {
    const [hit] = search.hits;
    if (hit === undefined) throw new TypeError('nothing found');
    return ACCESS_TOOLS.handedOver(hit, ACCESS_TOOLS.coveredAtFirst(hit), more, (written) => written);
  };

  beforeEach(async () => {
    site = world();
    site.mailroom.addWeek(1);
    await site.mailroom.send(1, { kind: 'incident', t: { what: ABOUT } });
    await site.mailroom.send(1, { kind: 'hazard', t: { what: 'The lift to theatre stops between floors.' } });
    ada = await unlocked(site, { quick: true });
    ben = await unlocked(site, { who: 'ben', quick: true });
  });

  it('finds names that the desk sees covered, and says so in the log without the name', async () => {
    ada.inbox.browse({ to: 'filters', filters: { folder: 'all', query: 'osei' } });
    expect(ada.open().rows).toHaveLength(0);
    const search = await look(ada, 'osei');
    expect(search).toMatchObject({ searched: 2, unseen: { sealed: 0, aside: 0 } });
    expect(search.hits).toHaveLength(1);
    await ada.pass(20);
    await ben.pass(20);
    expect(records(ben).access.searches).toMatchObject([{ by: 'HR partner', reference: REQUEST, hits: 1 }]);
    expect(JSON.stringify(records(ben).access.searches)).not.toMatch(/osei/i);
    // Looking for somebody cannot be taken back.
    expect(ada.open().undoable).toBeNull();
  });

  it('finds what the desk wrote itself, and nothing for a letter', async () => {
    const { id } = ada.open().rows.find(({ kind }) => kind === 'hazard') ?? { id: '' };
    await ada.inbox.act([id], { type: 'noted', text: 'Jonas Weber of facilities was told.' });
    expect((await look(ada, 'weber')).hits.map((hit) => hit.id)).toEqual([id]);
    expect(await ada.inbox.searchSubject('o', REQUEST)).toBeNull();
  });

  it('says what it cannot see: what is unread, and what the member stepped aside from', async () => {
    const hostile = sealedBody(org.ada.box.publicKey, utf8('<script>'), org.random);
    site.mailroom.sendRaw(1, { ...hostile, deskKid: site.mailroom.queue(1)[0]?.deskKid ?? '' });
    await ada.pass(20);
    const { id } = ada.open().rows.find(({ kind }) => kind === 'incident') ?? { id: '' };
    await ada.inbox.act([id], { type: 'recused' });
    const search = await look(ada, 'osei');
    expect(search.hits).toEqual([]);
    expect(search.unseen).toEqual({ sealed: 1, aside: 1 });
  });

  it('covers everybody else, and leaves only when a second member agrees', async () => {
    const search = await look(ada, 'osei');
    const text = copyOf(search, ['the pump']);
    expect(text).toContain('Dr Osei');
    for (const other of ['Collins', '07700', 'the pump']) expect(text).not.toContain(other);
    await ada.inbox.act([search.hits[0]?.id ?? ''], { type: 'disclosed', reference: REQUEST, text });
    await ada.pass(20);
    await ben.pass(20);
    const [copy] = records(ben).access.copies;
    expect(copy).toMatchObject({ reference: REQUEST, text, by: 'HR partner', mine: false, state: 'open' });
    // Nobody agrees to their own.
    await ada.inbox.act([copy?.concern ?? ''], { type: 'confirmed', event: copy?.id ?? '' });
    expect(records(ada).access.copies[0]?.state).toBe('open');
    await ben.inbox.act([copy?.concern ?? ''], { type: 'confirmed', event: copy?.id ?? '' });
    await ben.pass(20);
    await ada.pass(20);
    expect(records(ada).access.copies[0]).toMatchObject({ state: 'confirmed', agreedBy: 'Guardian' });
  });

  it('shows others’ names for choosing only once two members asked for them', async () => {
    expect((await look(ada, 'osei')).hits[0]?.namesShown).toBe(false);
    const id = (await look(ada, 'osei')).hits[0]?.id ?? '';
    await ada.inbox.act([id], { type: 'revealed' });
    await ada.pass(20);
    await ben.pass(20);
    await ben.inbox.act([id], { type: 'revealed' });
    await ben.pass(20);
    await ada.pass(20);
    expect((await look(ada, 'osei')).hits[0]?.namesShown).toBe(true);
  });
});
