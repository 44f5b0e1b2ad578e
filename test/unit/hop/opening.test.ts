import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { hopOpener } from '../../../relay/hop/hop-opener.ts';
import { openingHere } from '../../../relay/hop/opening.ts';
import { openingThreads } from '../../../relay/hop/opening-threads.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sealCell } from '../../../shared/cell.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { CELL } from '../../../shared/sizes.ts';

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
const newHop = () => hopOpener({ ...newBoxKeyPair(random), fromSeconds: 0, untilSeconds: 1 });
const hops = [newHop(), newHop()];
const intakeKey = newBoxKeyPair(random).publicKey;
const staffKey = random(32);
const threads = openingThreads(2, { staffKeys: [random(32), staffKey] });
const here = openingHere([random(32), staffKey]);
afterAll(() => threads.close());

function cellFor(hop: { readonly publicKey: Bytes }, key = staffKey): Bytes {
  return sealCell(
    sealIntake(intakeKey, null, random),
    { publicKey: hop.publicKey, staffKey: key, manifestHash: random(8) },
    random,
  );
}

test('threads open what the asking thread opens, for several keys at once, and keep whose is whose', async () => {
  const asked = Array.from({ length: 300 }, (_, at) => {
    const hop = hops[at % 2] ?? newHop();
    // Strangers' cells, cells to another key, and noise among them.
    const cell =
      at % 11 === 0
        ? cellFor(hop, random(32))
        : at % 13 === 0
          ? cellFor(hops[(at + 1) % 2] ?? hop)
          : at % 17 === 0
            ? random(CELL)
            : cellFor(hop);
    return { cell, hop };
  });
  const opened = await Promise.all(asked.map(({ cell, hop }) => threads.open(cell, hop)));
  const expected = await Promise.all(asked.map(({ cell, hop }) => here.open(cell, hop)));
  expect(opened).toEqual(expected);
  expect(expected.filter((one) => one === null).length).toBeGreaterThan(20);
  expect(expected.filter((one) => one !== null && !one.fromStaff).length).toBeGreaterThan(20);
});

test('a key that an order no longer names can be named again', async () => {
  const [first = newHop(), second = newHop()] = hops;
  for (const hop of [first, second, first]) {
    expect((await threads.open(cellFor(hop), hop))?.fromStaff).toBe(true);
  }
});

test('one key that was read twice opens in both readings, also in one order', async () => {
  const [hop = newHop()] = hops;
  const again = hopOpener(hop.key);
  const opened = await Promise.all([hop, again, hop, again].map((one) => threads.open(cellFor(hop), one)));
  expect(opened.map((one) => one?.fromStaff)).toEqual([true, true, true, true]);
});
