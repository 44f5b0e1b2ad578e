import type { Bytes } from '../../shared/bytes.ts';
import type { Ports } from './dispatch.ts';

/** A place where an outbox can live: on disk, or in memory for profiles that are erased at log-off. */
export interface Home {
  load(): Promise<Bytes | null>;
  save(bytes: Bytes): Promise<void>;
  forget(): Promise<void>;
}

/**
 * The port for `home`, into which moves what stands in `former`: so that a concern outlives a change of the setting
 * `profile`, and a wiped profile leaves nothing behind where it should keep nothing.
 */
export function movingInto(home: Home, former: Home): Ports['outbox'] {
  return {
    async load() {
      const own = await home.load();
      if (own !== null) return own;
      const left = await former.load();
      if (left === null) return null;
      await home.save(left);
      await former.forget();
      return left;
    },
    save: (bytes) => home.save(bytes),
  };
}
