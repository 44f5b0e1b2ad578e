import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGuard } from '../../../relay/admin/guard.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-guard-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function said(
  argv: string[],
  input: string | Buffer[] = '',
): Promise<{ status: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const status = await runGuard(argv, {
    stdin,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { status, out: out.join(''), err: err.join('') };
}

async function rows(argv: string[], input: string | Buffer[] = ''): Promise<unknown[]> {
  const { status, out, err } = await said(['--json', ...argv], input);
  expect(err).toBe('');
  expect(status).toBe(0);
  return out === ''
    ? []
    : out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
}

describe('candor guard --json', () => {
  it('gives one object for each line, in exactly this shape', async () => {
    const { out } = await said(['--json', file('shape.txt', 'Dr Smith came\nall well\n')]);
    expect(out).toBe(
      '{"line":1,"findings":[{"rule":"staff_name","tier":"block","start":0,"end":8}]}\n{"line":2,"findings":[]}\n',
    );
  });

  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['a\r\nb\r\n', 2],
    ['a\n\n', 2],
    ['\n', 1],
    ['\r\n\r\nb', 3],
    ['a\u2028b\n', 1],
    ['a\rb\n', 1],
  ])('counts the lines of %j as editors do', async (text, count) => {
    expect(await rows(['-'], text)).toHaveLength(count);
  });

  it('counts offsets in UTF-16 units, without the carriage return or a byte order mark', async () => {
    const [first, second] = await rows(['-'], '\ufeff😀 Dr Smith\r\nroom 12\r\n');
    expect(first).toMatchObject({ findings: [{ rule: 'staff_name', start: 3, end: 11 }] });
    expect(second).toMatchObject({ line: 2, findings: [{ rule: 'room_bed', start: 0, end: 7 }] });
  });

  it('puts characters together that arrive in pieces', async () => {
    const bytes = Buffer.from('Frau Müller fiel\n');
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await rows(['--language', 'de', '-'], pieces)).toEqual([
      { line: 1, findings: [{ rule: 'staff_name', tier: 'block', start: 0, end: 11 }] },
    ]);
  });

  it("adds the site's own patterns, from lines or from a JSON array", async () => {
    const expected = [{ line: 1, findings: [{ rule: 'site_pattern', tier: 'block', start: 4, end: 9 }] }];
    const asLines = file('patterns.txt', '\\bWX\\d{3}\\b\n\n[A-Z]{3}!\n');
    const asJson = file('patterns.json', JSON.stringify(['\\bWX\\d{3}\\b']));
    expect(await rows(['--patterns', asLines, '-'], 'see wx123')).toEqual(expected);
    expect(await rows(['--patterns', asJson, '-'], 'see wx123')).toEqual(expected);
  });
});

describe('candor guard for people', () => {
  it('shows the marked words, the rule and a summary, and no line without findings', async () => {
    const { status, out } = await said(['-'], 'all well\ntold by Dr Smith at 02:17\n');
    expect(status).toBe(0);
    expect(out).toContain('   2  told by [[Dr Smith]] [[at 02:17]]\n');
    expect(out).toMatch(/block {2}staff_name +Dr Smith\n/);
    expect(out).toMatch(/1 of 2 lines marked: 1 block, 1 warn, 0 hint\. Checked for \d+ kinds/);
    expect(out).not.toContain('all well');
  });

  it('lets no line steer the terminal', async () => {
    const { out } = await said(['-'], 'Dr \u001b[31mSmith \u202e\n');
    expect(out).not.toMatch(/\p{Cf}/u);
    expect(out.includes('\u001b')).toBe(false);
  });

  it('says where names are not checked', async () => {
    expect((await said(['--language', 'ar', '-'], 'x\n')).out).toContain('Names are not checked');
    expect((await said(['--language', 'en', '-'], 'x\n')).out).not.toContain('Names are not checked');
  });
});

describe('what is wrong with a call', () => {
  it.each([
    [['--frobnicate', '-'], /Unknown option '--frobnicate'[\s\S]*Usage: candor guard/],
    [[], /give one file, or - for standard input[\s\S]*Usage/],
    [['a', 'b'], /give one file/],
    [['no-such-file.txt'], /cannot read no-such-file\.txt: there is no such file; give the path/],
    [['.'], /it is a folder/],
    [['--language', 'fi', '-'], /no rules for the language "fi"; choose one of en, de, ar, /],
    [['--language'], /argument missing/],
    [['--patterns', 'nowhere.txt', '-'], /cannot read nowhere\.txt/],
  ])('candor guard %j', async (argv, message) => {
    const { status, out, err } = await said(argv, 'x');
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });

  it('names the pattern that was refused', async () => {
    const { status, err } = await said(['--patterns', file('bad.txt', 'ok\\d{3}\n(a+)+\n'), '-'], 'x');
    expect(status).toBe(2);
    expect(err).toContain('site pattern 1 repeats something that already varies');
  });
});

describe('as a command of its own', () => {
  const node = join(root, 'node_modules/.bin/node');
  const candor = join(root, 'relay/admin/candor.ts');

  it('reads a file, prints JSON, and ends with 0', () => {
    const input = file('own.txt', 'Dr Smith\nfine');
    const { status, stdout, stderr } = spawnSync(node, [candor, 'guard', '--json', input], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).findings.length),
    ).toEqual([1, 0]);
  });

  it('reads standard input, and ends with 2 when the call is wrong', () => {
    const piped = spawnSync(node, [candor, 'guard', '--json', '-'], {
      encoding: 'utf8',
      input: 'Dr Smith\n',
    });
    expect(piped.stdout).toContain('"staff_name"');
    const wrong = spawnSync(node, [candor, 'guard', '--nope', '-'], { encoding: 'utf8', input: '' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('Usage: candor guard');
  });
});
