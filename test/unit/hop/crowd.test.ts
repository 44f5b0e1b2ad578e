import { describe, expect, it } from 'vitest';
import { crowdJudge } from '../../../relay/hop/crowd.ts';
import { intakeRefusedFrom } from '../../../relay/hop/settings.ts';
import { SETTINGS } from './relay-stage.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const UNTIL = 500 * HOUR;
const kid = new Uint8Array([1, 2, 3, 4]);
const settings = { ...SETTINGS, minimumCrowd: 200, meanSendSeconds: 120 };
const judge = crowdJudge(settings, [
  { kid, supersededSeconds: UNTIL, endsSeconds: intakeRefusedFrom(UNTIL, settings) },
]);
const waiting = (cells: number, fresh: number, crowd = 0, stragglers = 0) => ({
  intakeKid: kid,
  cells,
  fresh,
  crowd,
  stragglers,
});
const window = (closedSeconds: number, lastedSeconds = HOUR) => ({ closedSeconds, lastedSeconds });

describe('the crowd of a batch', () => {
  it('is the machines that send so many cells in a window', () => {
    expect(judge(waiting(6000, 6000), window(10 * HOUR))).toMatchObject({ crowd: 200, release: true });
    expect(judge(waiting(5999, 5999), window(10 * HOUR))).toMatchObject({ crowd: 199, release: false });
  });

  it('is not what several windows add up to', () => {
    expect(judge(waiting(9000, 3000, 100), window(11 * HOUR))).toMatchObject({ crowd: 100, release: false });
    expect(judge(waiting(60_000, 100, 201), window(11 * HOUR))).toMatchObject({ crowd: 201, release: true });
  });

  it('counts a window that took longer by its length', () => {
    expect(judge(waiting(6000, 6000), window(10 * HOUR, 2 * HOUR))).toMatchObject({
      crowd: 100,
      release: false,
    });
  });

  it('is announced while the key is in use', () => {
    expect(judge(waiting(6000, 6000), window(UNTIL)).announce).toBe(true);
    expect(judge(waiting(6000, 6000), window(UNTIL + HOUR)).announce).toBe(false);
  });

  it('of a superseded key counts an outbox of four a machine, over all windows', () => {
    expect(judge(waiting(790, 10, 0, 780), window(UNTIL + 9 * HOUR))).toEqual({
      crowd: 197,
      stragglers: 790,
      release: false,
      announce: false,
    });
    expect(judge(waiting(800, 10, 197, 790), window(UNTIL + 10 * HOUR))).toMatchObject({
      crowd: 200,
      release: true,
    });
  });

  it('counts the window in which the key changed as one of its own', () => {
    expect(judge(waiting(40, 40), window(UNTIL + HOUR / 2))).toMatchObject({ stragglers: 0 });
  });

  it('does not matter any more a day before the key ends', () => {
    const end = UNTIL + 28 * DAY;
    expect(judge(waiting(3, 0, 0, 3), window(end - DAY - HOUR)).release).toBe(false);
    expect(judge(waiting(3, 0, 0, 3), window(end - DAY)).release).toBe(true);
    expect(judge(waiting(1, 1, 0, 0), window(end - 3 * HOUR)).release).toBe(true);
  });

  it('leaves cells time to be fetched before their key ends', () => {
    expect(intakeRefusedFrom(UNTIL, settings)).toBe(UNTIL + 28 * DAY - 2 * HOUR);
    expect(intakeRefusedFrom(UNTIL, { ...settings, intakeKeepDays: 10 })).toBe(UNTIL + 10 * DAY - 2 * HOUR);
  });
});
