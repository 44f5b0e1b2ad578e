import { setTimeout as pause } from 'node:timers/promises';

/*
 * A hand at a stated pace. The keystroke-level model (S. Card, T. Moran, A. Newell, "The keystroke-level model for user
 * performance time with interactive systems", CACM 23(7), 1980, 396-410; The Psychology of Human-Computer Interaction,
 * 1983) gives each movement a time that was measured on people; what the machine takes is measured here. The model has
 * no time for finding words, so a written word takes as long as composing did in a study of ordinary computer users:
 * 19.0 words of five characters a minute (C. Karat et al., CHI 1999), where copying took 32.5.
 */

export const OPERATORS = {
  /** Mental preparation: finding out what to press. */
  M: 1.35,
  /** Pointing with the mouse. */
  P: 1.1,
  /** A button of the mouse, pressed and released. */
  B: 0.2,
  /** The hand from the mouse to the keyboard, or back. */
  H: 0.4,
  /** A key, for an average person who is no typist (40 words a minute). */
  K: 0.28,
  /** A character of a sentence that is being made up. */
  C: 60 / (19 * 5),
} as const;

export type Operator = keyof typeof OPERATORS;

export const SOURCE = 'KLM, Card, Moran & Newell 1980; composing, Karat et al. 1999';

/** Seconds that a person needs for these movements. */
export function secondsFor(operators: readonly Operator[]): number {
  return operators.reduce((sum, operator) => sum + OPERATORS[operator], 0);
}

export interface Walked {
  /** What was chosen: a press that means one thing. */
  readonly actions: number;
  /** Keys pressed. */
  readonly keystrokes: number;
  /** From the first movement until the panel says what it should. */
  readonly seconds: number;
  /** The person's share of it, by the model. */
  readonly handSeconds: number;
  readonly operators: string;
}

/** Does each movement's share of waiting before the real thing, and keeps the clock. */
export class Hand {
  readonly #from = performance.now();
  readonly #moved: Operator[] = [];
  #actions = 0;
  #keystrokes = 0;

  /** Finds, points and presses: one action. */
  async press(act: () => Promise<unknown>): Promise<void> {
    await this.#take('M', 'P', 'B');
    this.#actions++;
    await act();
  }

  /** A key or chord that is known by heart. */
  async chord(keys: number, act: () => Promise<unknown>): Promise<void> {
    await this.#take('M', ...Array<Operator>(keys).fill('K'));
    this.#actions++;
    this.#keystrokes += keys;
    await act();
  }

  /** A further movement of the same action: the second half of a menu. */
  async move(...operators: readonly Operator[]): Promise<void> {
    await this.#take(...operators);
  }

  /** A sentence that comes to mind while it is written: one action, a key for each character. */
  async compose(sentence: string, type: (character: string) => Promise<unknown>): Promise<void> {
    await this.#take('H', 'M');
    this.#actions++;
    for (const character of sentence) {
      this.#moved.push('C');
      this.#keystrokes++;
      const from = performance.now();
      await type(character);
      await pause(Math.max(0, OPERATORS.C * 1000 - (performance.now() - from)));
    }
    await this.#take('H');
  }

  /** Now the panel says what it should. */
  done(): Walked {
    const shortened = this.#moved.join('').replace(/C+/, (run) => `${run.length}C`);
    return {
      actions: this.#actions,
      keystrokes: this.#keystrokes,
      seconds: (performance.now() - this.#from) / 1000,
      handSeconds: secondsFor(this.#moved),
      operators: shortened,
    };
  }

  async #take(...operators: readonly Operator[]): Promise<void> {
    this.#moved.push(...operators);
    await pause(secondsFor(operators) * 1000);
  }
}
