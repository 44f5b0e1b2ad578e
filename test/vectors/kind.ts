/**
 * One kind of thing that has a wire form. Inputs, and what a reader sees, are plain JSON (bytes in hexadecimal), so that
 * a file of them can be read by any other implementation.
 */
export interface Kind<Input> {
  readonly name: string;
  /** What the inputs are and how the bytes come of them, for whoever reads the file. */
  readonly about: string;
  readonly inputs: readonly Input[];
  /** The wire form of an input, with randomness from the input's own seed. */
  encode(input: Input): Uint8Array | Promise<Uint8Array>;
  /** What the product reads from the bytes, given the keys that stand in the input. */
  decode(bytes: Uint8Array, input: Input): unknown;
}

/** A kind as the tests run it, whatever its inputs are. */
export type AnyKind = Kind<never>;

/** Names in files and code are one: erases a kind's input type, which only its own functions look at. */
export function kind<Input>(made: Kind<Input>): AnyKind {
  return made as unknown as AnyKind;
}
