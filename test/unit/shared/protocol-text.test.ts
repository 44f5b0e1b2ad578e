import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { READ_SECONDS } from '../../../extension/inbox/inbox.ts';
import { LATE_DAYS, MOST_PARTS } from '../../../extension/inbox/replies.ts';
import { MOST_FETCHES } from '../../../extension/outbox/delivery.ts';
import { OUTBOX, PLACES } from '../../../extension/outbox/outbox.ts';
import { paceOf } from '../../../extension/outbox/pace.ts';
import { SILENT_AFTER_SECONDS } from '../../../extension/outbox/silence.ts';
import { LEAST_SENDS_PER_WINDOW, simulateCrowd } from '../../../relay/admin/crowd-simulation.ts';
import { MANIFEST_MEMORY_SECONDS } from '../../../relay/drop/drop.ts';
import { hopApp } from '../../../relay/hop/app.ts';
import { mailroomApp } from '../../../relay/mailroom/app.ts';
import { mailroomSection, relaySection } from '../../../relay/settings-schema.ts';
import { INFLATED_LIMIT } from '../../../shared/body.ts';
import { SMALLEST_PLACE, verifyBulletin } from '../../../shared/bulletin.ts';
import { concat, readU32, textOf } from '../../../shared/bytes.ts';
import { asTravels, type Concern, TEXT_LIMIT } from '../../../shared/concern.ts';
import { encodeMemberCard } from '../../../shared/member-card.ts';
import { SHORTEST_PASSPHRASE } from '../../../shared/member-keys.ts';
import { PACK_HEADER } from '../../../shared/pack.ts';
import { SLOTS_PER_PACK } from '../../../shared/reply-pack.ts';
import { REPLY_GAP } from '../../../shared/reply-slot.ts';
import { CLOCK_SKEW_SECONDS, REQUEST_WINDOW_SECONDS } from '../../../shared/request-signature.ts';
import * as sizes from '../../../shared/sizes.ts';
import { decodeSurveyAnswer, encodeSurveyAnswer } from '../../../shared/survey-answer.ts';
import { MOST_FACTORS } from '../../../shared/taxonomy.ts';
import { MOST_ACKNOWLEDGED_TOGETHER, NOTE_LIMIT } from '../../../shared/team-actions.ts';
import { EVENT_PADDING } from '../../../shared/team-log.ts';
import { amal, keyring } from '../../vectors/cast.ts';
import { fromHex } from '../../vectors/hex.ts';
import type { OwnVectorFile } from '../../vectors/own-vectors.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';

const TEXT = readFileSync(new URL('../../../shared/PROTOCOL.md', import.meta.url), 'utf8');

/** The rows of the first table under a heading, cells without back ticks around them. */
function tableUnder(heading: string | RegExp): string[][] {
  const lines = TEXT.split('\n');
  const at = lines.findIndex(
    (line) =>
      /^#+ /.test(line) &&
      (typeof heading === 'string' ? line.replace(/^#+ /, '') === heading : heading.test(line)),
  );
  if (at === -1) throw new Error(`PROTOCOL.md has no heading "${heading}"`);
  const rows: string[][] = [];
  for (const line of lines.slice(at + 1)) {
    if (/^#+ /.test(line) || (rows.length > 0 && !line.startsWith('|'))) break;
    if (line.startsWith('|'))
      rows.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  }
  return rows.slice(2);
}

function number(text = ''): number {
  return Number(text.replaceAll(',', ''));
}

function bare(text = ''): string {
  return text.replaceAll('`', '');
}

describe('PROTOCOL.md says of sizes and layouts what the code has', { timeout: 60_000 }, () => {
  it('names every size of shared/sizes.ts and no other', () => {
    const written = Object.fromEntries(
      tableUnder('Sizes').map(([name, bytes]) => [bare(name), number(bytes)]),
    );
    expect(written).toEqual({ ...sizes });
  });

  const headings = [...TEXT.matchAll(/^#+ ([A-Z_]+), ([\d,]+) bytes$/gm)];
  const other: Record<string, number> = { PACK: PACK_HEADER, SHARE: 45, EVENT_INSIDE: 72, BACKUP_INSIDE: 68 };

  it('lays out every thing that has a size of its own', () => {
    const laidOut = headings.map(([, name]) => name);
    for (const name of [
      'CELL',
      'HOP',
      'INTAKE',
      'INNER',
      'ENVELOPE',
      'MESSAGE',
      'ANSWER',
      'MANIFEST',
      'HOP_RECORD',
      'REPLY_SLOT',
      'REPLY',
      'REPLY_PACK',
    ]) {
      expect(laidOut).toContain(name);
    }
    for (const name of Object.keys(other)) expect(laidOut).toContain(name);
  });

  it.each(headings.map(([heading, name = '', bytes]) => [name, heading, bytes] as const))(
    '%s: its parts follow each other and add up',
    (name, heading, bytes) => {
      const rows = tableUnder(heading.replace(/^#+ /, ''));
      let offset = 0;
      for (const [at, length] of rows) {
        expect(number(at)).toBe(offset);
        offset += number(length);
      }
      expect(offset).toBe(number(bytes));
      expect(number(bytes)).toBe({ ...sizes, ...other }[name]);
    },
  );

  it('has sealed boxes that are as much longer as a sealed box is', () => {
    expect(sizes.SEAL_OVERHEAD + sizes.HOP).toBe(4090);
    expect(sizes.SEAL_OVERHEAD + sizes.INNER).toBe(4009);
    expect(sizes.SEAL_OVERHEAD + sizes.MESSAGE).toBe(sizes.ENVELOPE);
    expect(sizes.SEAL_OVERHEAD + sizes.REPLY).toBe(1008);
  });

  it('finds the things it lays out in the vectors, at those offsets', () => {
    expect(vectorBytes('desk-share')[0]).toHaveLength(93);
    expect(vectorBytes('manifest')[0]).toHaveLength(sizes.MANIFEST);
    const [pack] = vectorBytes('pack');
    expect(readU32(pack ?? new Uint8Array(0), 12)).toBe(0);
  });
});

describe('PROTOCOL.md says of labels what the code has', { timeout: 60_000 }, () => {
  const folder = new URL('../../../shared/', import.meta.url);
  const source = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  const used = [...new Set([...code.matchAll(/'(candor [a-z ]+ 1)'/g)].map(([, label]) => label))];

  it('lists every label that is hashed or signed and no other', () => {
    const written = tableUnder('Labels').map(([label]) => bare(label));
    expect(written.sort()).toEqual(used.sort());
  });

  it('no label is the beginning of another', () => {
    for (const label of used)
      expect(used.filter((other) => other !== label && other?.startsWith(label ?? ''))).toEqual([]);
  });

  it('shows every marker', () => {
    const markers = [...code.matchAll(/'(CD[a-z]\d)'/g)].map(([, marker]) => marker);
    expect(markers.length).toBeGreaterThanOrEqual(7);
    for (const marker of markers) expect(TEXT).toContain(`\`${marker}\``);
  });
});

describe('PROTOCOL.md says of JSON what the code has', { timeout: 60_000 }, () => {
  const written = (heading: string): string[] =>
    tableUnder(`JSON: ${heading}`)
      .map(([field]) => bare(field))
      .sort();

  it('keyring', () => {
    expect(written('keyring')).toEqual(fieldsOf(signedIn('keyring')));
  });

  it('key record', () => {
    expect(written('key record')).toEqual(fieldsOf(signedIn('key-record')));
  });

  it('keys', () => {
    expect(written('keys')).toEqual(fieldsOf(vectorBytes('keys-file').map(parsed)));
  });

  it('bulletin', async () => {
    expect(written('bulletin')).toEqual(
      fieldsOf(await Promise.all(vectorBytes('bulletin').map((bytes) => verifyBulletin(bytes, keyring)))),
    );
    expect(fieldsOf(vectorBytes('bulletin').map(parsed))).toEqual(['blob', 'by', 'v']);
  });

  it('index', () => {
    const files = vectorBytes('reply-index').map(parsed) as { blob: string }[];
    expect(fieldsOf(files)).toEqual(['blob', 'v']);
    const inside = files.map(({ blob }) =>
      parsed(Uint8Array.from(Buffer.from(blob, 'base64url').subarray(64))),
    );
    expect(written('index')).toEqual(fieldsOf(inside));
  });

  it('event', () => {
    const events = seenIn('team-event').map((seen) => {
      const { id: _, by: __, ...event } = seen as Record<string, unknown>;
      return event;
    });
    expect(written('event')).toEqual(fieldsOf(events));
  });

  it('reply and follow-up', () => {
    const replies = seenIn('reply-slot').map((seen) => {
      const { type: _, ...fields } = (seen as { reply: Record<string, unknown> }).reply;
      return fields;
    });
    expect(written('reply')).toEqual(fieldsOf(replies));
    expect(written('follow-up')).toEqual(fieldsOf(seenIn('follow-up')));
    const answer = decodeSurveyAnswer(encodeSurveyAnswer('treated-worse', 'yes'));
    expect(written('survey answer')).toEqual(fieldsOf([answer]));
  });

  it('member backup and member card', () => {
    expect(written('member backup')).toEqual(fieldsOf(vectorBytes('member-backup').map(parsed)));
    expect(written('member card')).toEqual(fieldsOf([parsed(encodeMemberCard('Amal', amal))]));
  });

  it('concern', () => {
    const full: Required<Concern> = {
      v: 1,
      tax: '1.0.0',
      kind: 'near_miss',
      category: 'medication',
      worry: 'very',
      whenP: 'week',
      whenB: 'night',
      unit: 'ward-7',
      unitRolledUp: true,
      factors: ['it'],
      caughtBy: 'luck',
      wishes: ['support'],
      practice: true,
      t: { what: 'a', stopped: 'b', help: 'c', helped: 'd', fix: 'e' },
    };
    expect(written('concern')).toEqual(fieldsOf([asTravels(full)]));
  });
});

describe('PROTOCOL.md says of addresses what the servers answer', { timeout: 60_000 }, () => {
  const settings = { siteBudgetPerSecond: 1 };
  const deps = {
    settings,
    store: {},
    drop: {},
    clock: () => 0,
    random: () => new Uint8Array(0),
    log: () => {},
  };
  const served = (app: { routes: readonly { method: string; path: string }[] }): string[] =>
    app.routes
      .filter(({ method }) => !['ALL', 'OPTIONS'].includes(method))
      .map(({ method, path }) => `${method} ${path.replace(/\{[^/]*\}+/g, '')}`)
      .sort();
  const written = (heading: string): string[] =>
    tableUnder(heading)
      .map(([method, path]) => `${method} ${bare(path)}`)
      .sort();

  it('of the relay', () => {
    expect(written('Relay')).toEqual(served(hopApp(deps as unknown as Parameters<typeof hopApp>[0])));
  });

  it('of the mailroom', () => {
    expect(written('Mailroom')).toEqual(
      served(mailroomApp(deps as unknown as Parameters<typeof mailroomApp>[0])),
    );
  });
});

describe('PROTOCOL.md says of times and limits what the code has', { timeout: 60_000 }, () => {
  it('every lifetime is the default of its setting', () => {
    const entries: Record<string, unknown> = { ...relaySection.entries, ...mailroomSection.entries };
    const rows = tableUnder('12. Lifetimes');
    expect(rows.length).toBe(13);
    for (const [name, value] of rows) {
      expect((entries[bare(name)] as { default: number }).default, name).toBe(number(value));
    }
  });

  it.each<[string, number, RegExp]>([
    ['manifests remembered', MANIFEST_MEMORY_SECONDS, /one of the last ([\d,]+) s;/],
    ['clock skew', CLOCK_SKEW_SECONDS, /Clocks may differ by ([\d,]+) s/],
    ['nonce memory', REQUEST_WINDOW_SECONDS, /a request can pass for ([\d,]+) s/],
    ['inflated', INFLATED_LIMIT, /gives up at ([\d,]+) bytes/],
    ['characters', TEXT_LIMIT, /all boxes together hold at most ([\d,]+) characters/],
    ['factors', MOST_FACTORS, /`factors\[\]` \| at most (\d+)/],
    ['smallest place', SMALLEST_PLACE, /A place with fewer than\s+(\d+) staff/],
    ['event padding', EVENT_PADDING, /a multiple of (\d+) bytes/],
    ['acknowledged together', MOST_ACKNOWLEDGED_TOGETHER, /acknowledged: at most (\d+) other/],
    ['note', NOTE_LIMIT, /noted: at most ([\d,]+) characters/],
    ['slots in a pack', SLOTS_PER_PACK, /\| (\d+) REPLY_SLOTs, sorted by tag/],
    ['read', READ_SECONDS, /a concern before them for (\d+) seconds/],
    ['late status', LATE_DAYS, /posts it, and after (\d+) days any other/],
    ['parts of an answer', MOST_PARTS, /cut into at most (\d+) replies/],
    ['reply gap', REPLY_GAP, /until (\d+) tags in a row are not there/],
    ['passphrase', SHORTEST_PASSPHRASE, /Passphrases have at least (\d+) characters/],
    ['floor', paceOf(2).floorSeconds, /A tick comes (\d+) s and an exponentially/],
    ['rewrite', paceOf(2).rewriteSeconds, /sealed anew\s+every (\d+) s/],
    ['fetches', MOST_FETCHES, /asks for at most (\d+)\s+public files/],
    ['places', PLACES, /\*\*Outbox\*\*: (\d+) places/],
    ['outbox', OUTBOX, /one value of ([\d,]+) bytes/],
    ['silence', SILENT_AFTER_SECONDS, /Nothing stored for ([\d,]+) s/],
    ['rule', LEAST_SENDS_PER_WINDOW, /window in hours ≥ (\d+)/],
  ])('%s', (_, value, sentence) => {
    expect(number(sentence.exec(TEXT)?.[1])).toBe(value);
  });

  it('table 1 is what the simulation gives', () => {
    const random = seededRandom('crowd');
    let held = random(4096);
    let at = 0;
    const uniform = (): number => {
      if (at + 4 > held.length) [held, at] = [random(4096), 0];
      at += 4;
      return readU32(held, at - 4) / 2 ** 32;
    };
    const rows = tableUnder('1. The setting, and why it is hard');
    expect(rows.length).toBe(4);
    for (const [machines, perHour, windowHours, ...left] of rows) {
      const setting = {
        machines: number(machines),
        perHour: number(perHour),
        windowHours: number(windowHours),
        linked: 3,
        on: 0.96,
      };
      const medians = simulateCrowd(setting, 9, uniform).map(({ p50 }) => p50);
      for (const [index, median] of medians.entries()) {
        const written = number(left[index]);
        expect(Math.abs(median - written), `${machines} after ${index + 1}`).toBeLessThan(
          Math.max(12, written * 0.03),
        );
      }
    }
  });

  it('speaks of nothing that is not in the project', () => {
    for (const [, path = ''] of TEXT.matchAll(/`((?:test|shared|relay|extension)\/[^`\s]+)`/g)) {
      expect(() => readFileSync(new URL(`../../../${path}`, import.meta.url)), path).not.toThrow(/ENOENT/);
    }
  });
});

function vectorFile(name: string): OwnVectorFile {
  return JSON.parse(readFileSync(new URL(`../../vectors/own/${name}.json`, import.meta.url), 'utf8'));
}

function vectorBytes(name: string): Uint8Array<ArrayBuffer>[] {
  return vectorFile(name).vectors.map(({ bytes }) => fromHex(bytes));
}

function seenIn(name: string): unknown[] {
  return vectorFile(name).vectors.map(({ seen }) => seen);
}

function signedIn(name: string): unknown[] {
  return vectorBytes(name).map((bytes) => parsed(concat(bytes.subarray(sizes.SIGNATURE))));
}

function parsed(bytes: Uint8Array): unknown {
  return JSON.parse(textOf(bytes));
}

/** The paths of all fields of some values: `a.b` for a field of a field, `a[]` for what stands in a list. */
function fieldsOf(values: readonly unknown[]): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`);
    else if (value !== null && typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) walk(part, path === '' ? name : `${path}.${name}`);
    } else found.add(path);
  };
  for (const value of values) walk(value, '');
  return [...found].sort();
}
