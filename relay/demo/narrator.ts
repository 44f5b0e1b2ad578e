/** Tells the story in plain words, each step with the seconds since the start. */
export interface Narrator {
  step(text: string): void;
  detail(text: string): void;
}

export function narrator(write: (text: string) => void, elapsedSeconds: () => number): Narrator {
  let number = 0;
  return {
    step(text) {
      number++;
      write(`\n${String(number).padStart(2)}. ${text}  (${elapsedSeconds().toFixed(1)} s)\n`);
    },
    detail(text) {
      write(`    ${text}\n`);
    },
  };
}
