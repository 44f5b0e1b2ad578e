import { describe, expect, it } from 'vitest';
import { type Build, parseBuild, UNBAKED } from '../../../extension/policy/build.ts';
import { parseSettings } from '../../../extension/policy/settings.ts';
import { settingsState } from '../../../extension/policy/settings-state.ts';
import { toBase64url } from '../../../shared/base64url.ts';

const key = (byte: number): string => toBase64url(new Uint8Array(32).fill(byte));

const POLICY = { relayUrl: 'https://relay.example', rootKey: key(1), relayKey: key(2), staffKey: key(3) };
const BAKED: Build = {
  rootKey: key(1),
  relayKey: key(2),
  relayOrigins: ['https://relay.example'],
  demo: null,
};
const GOOD = parseSettings(POLICY).settings;

describe('settings', () => {
  it.each([
    ['no policy, as Firefox says it', null],
    ['an empty one, as Chromium says it at first', {}],
  ])('wait calmly for a policy: %s', (_, raw) => {
    expect(settingsState(raw, BAKED, null).state).toBe('waiting');
    expect(settingsState(raw, UNBAKED, null).state).toBe('waiting');
  });

  it('are ready when policy and build agree', () => {
    expect(settingsState(POLICY, BAKED, null)).toMatchObject({
      state: 'ready',
      source: 'policy',
      settings: POLICY,
    });
  });

  it.each([
    ['rootKey', key(9)],
    ['relayKey', key(9)],
    ['relayUrl', 'https://relay.example.evil.example'],
    ['relayUrl', 'https://other.example'],
  ])('are refused when %s is not the one that the build carries, whatever held before', (pin, value) => {
    expect(settingsState({ ...POLICY, [pin]: value }, BAKED, GOOD)).toMatchObject({
      state: 'mismatch',
      pins: [pin],
    });
  });

  it('are refused for a wrong pin even when something else is broken too', () => {
    const raw = { ...POLICY, rootKey: key(9), staffKey: 'x' };
    expect(settingsState(raw, BAKED, GOOD)).toMatchObject({ state: 'mismatch', pins: ['rootKey'] });
  });

  it('take a relay under a path of the origin that the build carries', () => {
    expect(settingsState({ ...POLICY, relayUrl: 'https://relay.example/candor' }, BAKED, null).state).toBe(
      'ready',
    );
  });

  it('keep the last good ones when a later policy is broken', () => {
    expect(settingsState({ ...POLICY, staffKey: 'x' }, BAKED, GOOD)).toMatchObject({
      state: 'ready',
      source: 'last-good',
      settings: GOOD,
    });
  });

  it('do not keep them when the policy is taken away, nor when they contradict a new build', () => {
    expect(settingsState({}, BAKED, GOOD).state).toBe('waiting');
    const next: Build = { ...BAKED, rootKey: key(8) };
    expect(settingsState({ ...POLICY, rootKey: key(8), staffKey: 'x' }, next, GOOD).state).toBe('refused');
  });

  it('are refused when the first policy is broken', () => {
    expect(settingsState({ ...POLICY, relayUrl: 'relay' }, BAKED, null).state).toBe('refused');
  });

  it('come from the build in a demo, whatever the policy says', () => {
    const demo: Build = {
      ...BAKED,
      demo: { settings: POLICY, pace: { floorSeconds: 1, meanSeconds: 5, rewriteSeconds: 5 } },
    };
    expect(settingsState({ relayUrl: 'https://other.example' }, demo, null)).toMatchObject({
      state: 'ready',
      source: 'demo',
      settings: POLICY,
    });
  });
});

describe('a build file', () => {
  it('is read as it is', () => {
    expect(parseBuild(BAKED)).toEqual(BAKED);
    expect(parseBuild(UNBAKED)).toEqual(UNBAKED);
  });

  it.each([
    ['an unknown field', { ...BAKED, pins: [] }],
    ['a missing one', { rootKey: null, relayKey: null, demo: null }],
    ['an origin with a path', { ...BAKED, relayOrigins: ['https://relay.example/'] }],
    [
      'a pace that stands still',
      { ...BAKED, demo: { settings: {}, pace: { floorSeconds: 0, meanSeconds: 0, rewriteSeconds: 0 } } },
    ],
  ])('with %s is refused', (_, value) => {
    expect(() => parseBuild(value)).toThrow(/build file/);
  });
});
