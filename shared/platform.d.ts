/**
 * The few globals that every home of this code offers (browser window, service worker, Node), declared here so that
 * `shared/` compiles without DOM and Node types and cannot reach for anything else.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: boolean; ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

interface SubtleKey {
  readonly type: string;
}

declare const crypto: {
  readonly subtle: {
    importKey(
      format: 'raw',
      key: Uint8Array<ArrayBuffer>,
      algorithm: { name: 'Ed25519' },
      extractable: boolean,
      usages: ['verify'],
    ): Promise<SubtleKey>;
    importKey(
      format: 'raw',
      key: Uint8Array<ArrayBuffer>,
      algorithm: { name: 'X25519' },
      extractable: boolean,
      usages: [],
    ): Promise<SubtleKey>;
    importKey(
      format: 'pkcs8',
      key: Uint8Array<ArrayBuffer>,
      algorithm: { name: 'X25519' },
      extractable: boolean,
      usages: ['deriveBits'],
    ): Promise<SubtleKey>;
    deriveBits(
      algorithm: { name: 'X25519'; public: SubtleKey },
      key: SubtleKey,
      length: number,
    ): Promise<ArrayBuffer>;
    verify(
      algorithm: { name: 'Ed25519' },
      key: SubtleKey,
      signature: Uint8Array<ArrayBuffer>,
      message: Uint8Array<ArrayBuffer>,
    ): Promise<boolean>;
  };
};
