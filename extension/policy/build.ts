import * as v from 'valibot';
import { CandorError } from '../../shared/errors.ts';

/*
 * What `candor pack` (or the demo) bakes into a build. The pins stand here and in the managed policy, and both must
 * agree: whoever can change one of them alone cannot lead an install to another root or relay.
 */

const positive = v.pipe(v.number(), v.minValue(0.001));

const buildSchema = v.strictObject({
  /** 32 bytes in base64url; `null` in a build that carries no pins. */
  rootKey: v.nullable(v.string()),
  relayKey: v.nullable(v.string()),
  /** `https://relay.example`: host permissions in Firefox, see extension/browser/transport.ts. */
  relayOrigins: v.pipe(v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/))), v.maxLength(8)),
  /** A demo takes its settings from here instead of from policy, runs faster, and says so. */
  demo: v.nullable(
    v.strictObject({
      settings: v.record(v.string(), v.unknown()),
      pace: v.strictObject({ floorSeconds: positive, meanSeconds: positive, rewriteSeconds: positive }),
    }),
  ),
});

export type Build = v.InferOutput<typeof buildSchema>;

/** What `wxt build` makes without a build file: no pins, and it waits for policy. */
export const UNBAKED: Build = { rootKey: null, relayKey: null, relayOrigins: [], demo: null };

/** Reads a build constant or build file. Throws `bad-settings` naming the first thing wrong. */
export function parseBuild(value: unknown): Build {
  const result = v.safeParse(buildSchema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new CandorError('bad-settings', `build file: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
}
