import { afterAll, afterEach } from 'vitest';

/** What must end when a test ends, in whatever way it ends. */
export interface Endings {
  /** Remembers how to end something and gives it back. The last one remembered ends first. */
  readonly ending: <T>(thing: T, end: (thing: T) => unknown) => T;
  readonly endAll: () => Promise<void>;
}

/** Ends everything even when one ending fails, then reports the first failure. */
export function endings(): Endings {
  const todo: (() => unknown)[] = [];
  return {
    ending: (thing, end) => {
      todo.push(() => end(thing));
      return thing;
    },
    endAll: async () => {
      const failures: unknown[] = [];
      for (const end of todo.splice(0).reverse()) {
        try {
          await end();
        } catch (failure) {
          failures.push(failure);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Endings that run after each test of the file. */
export function endingsOfEachTest(): Endings {
  const each = endings();
  afterEach(each.endAll);
  return each;
}

/** Endings that run after the last test of the file or of the `describe` around it. */
export function endingsOfAllTests(): Endings {
  const all = endings();
  afterAll(all.endAll);
  return all;
}
