import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mailroomSection, relaySection } from '../../../relay/settings-schema.ts';
import { SMALLEST_PLACE } from '../../../shared/bulletin.ts';
import { ANSWER, CELL } from '../../../shared/sizes.ts';
import { FILES, ROOT, textOfFile } from './tree.ts';

/*
 * What the documents promise is there: the tests they name, the pages they link, the commands they give, the numbers.
 */

const DOCS = FILES.filter((file) => /^docs\/[^/]+\.md$/.test(file));
const text = (name: string) => textOfFile(`docs/${name}`).replace(/\s+/g, ' ');

const cited = DOCS.flatMap((doc) =>
  [
    ...textOfFile(doc)
      .replace(/\s+/g, ' ')
      .matchAll(/`(test\/[^`]+\.tsx?)` "([^"]+)"/g),
  ].map(([, file = '', name = '']) => [doc, file, name] as const),
);
const linked = DOCS.flatMap((doc) =>
  [...textOfFile(doc).matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, to = '']) => [doc, to] as const),
);
const commands = [...textOfFile('relay/admin/candor.ts').matchAll(/^ {2}([a-z]+): \{\n {4}says:/gm)].map(
  ([, name]) => name,
);

describe('the documents', () => {
  it('name tests', () => expect(cited.length).toBeGreaterThan(15));

  it.each(cited)('%s cites a test that is there: %s "%s"', (_doc, file, name) => {
    expect(textOfFile(file)).toContain(name);
  });

  it('name no file of tests that is not there', () => {
    for (const doc of DOCS) {
      for (const [, file = ''] of textOfFile(doc).matchAll(/`(test\/[^`\s]+)`/g))
        expect([doc, file, existsSync(join(ROOT, file))]).toEqual([doc, file, true]);
    }
  });

  it.each(linked)('%s links to what is there: %s', (doc, to) => {
    expect(existsSync(join(ROOT, dirname(doc), to.split('#')[0] ?? ''))).toBe(true);
  });

  it('give only commands that there are', () => {
    expect(commands).toContain('doctor');
    for (const doc of DOCS) {
      for (const [, name] of textOfFile(doc).matchAll(/`(?:npx )?candor ([a-z]+)/g))
        expect([doc, commands.includes(name)]).toEqual([doc, true]);
    }
  });

  it('name only alarms that are rung', () => {
    const relay = FILES.filter((file) => /^relay\/.*\.ts$/.test(file)).map((file) =>
      readFileSync(join(ROOT, file), 'utf8'),
    );
    for (const doc of DOCS) {
      for (const [, alarm = ''] of textOfFile(doc).matchAll(/`(alarm\.[a-z-]+|keeper\.failed)`/g))
        expect([alarm, relay.some((code) => code.includes(`'${alarm}'`))]).toEqual([alarm, true]);
    }
  });

  it('say the lifetimes that the settings have', () => {
    const path = { identityFile: 'a', wrapKeyFile: 'b' };
    const relay = v.parse(relaySection, { ...path, staffKeyFiles: ['c'], drop: 'sqlite:d' });
    const mailroom = v.parse(mailroomSection, {
      ...path,
      keyringFile: 'c',
      store: 'sqlite:d',
      relayUrl: 'https://relay.example',
    });
    expect(text('dpia.md')).toContain(`${mailroom.retentionDays} days after arrival`);
    expect(text('dpia.md')).toContain(`${mailroom.intakeKeepDays} days after their week`);
    expect(text('dpia.md')).toContain(`at most ${relay.packDays} days`);
    expect(text('dpia.md')).toContain(`${(2 * relay.hopKeySeconds) / 3600} hours`);
    expect(text('dpia.md')).toContain(`fewer than ${SMALLEST_PLACE} staff`);
    expect(text('incidents.md')).toContain(`Packs wait at the relay for ${relay.packDays} days`);
    expect(text('plan.md')).toContain(`Below ${relay.minimumCrowd} cells wait in the drop`);
    expect(text('verify.md')).toContain(
      `every cell has ${CELL.toLocaleString('en-GB')} bytes and every answer ${ANSWER}`,
    );
  });
});
