import { toHex } from './hex.ts';
import type { AnyKind } from './kind.ts';
import {
  deskShareKind,
  memberBackupKind,
  memberCardKind,
  receiptKind,
  requestSignatureKind,
  teamEventKind,
} from './kinds-desk.ts';
import {
  bulletinKind,
  caseCardKind,
  fingerprintKind,
  keyRecordKind,
  keyringKind,
  keysFileKind,
  kidKind,
  replyIndexKind,
} from './kinds-public.ts';
import { followUpKind, replyPackKind, replySlotKind } from './kinds-replies.ts';
import {
  answerKind,
  cellKind,
  envelopeKind,
  intakeKind,
  manifestKind,
  packKind,
} from './kinds-travelling.ts';

export const KINDS: readonly AnyKind[] = [
  kidKind,
  envelopeKind,
  intakeKind,
  cellKind,
  answerKind,
  manifestKind,
  packKind,
  keyringKind,
  keyRecordKind,
  keysFileKind,
  bulletinKind,
  caseCardKind,
  replyIndexKind,
  fingerprintKind,
  receiptKind,
  replySlotKind,
  replyPackKind,
  followUpKind,
  deskShareKind,
  memberBackupKind,
  memberCardKind,
  teamEventKind,
  requestSignatureKind,
];

/** One vector as it stands in a file: what goes in, the bytes that come of it, what a reader sees. */
export interface OwnVector {
  readonly input: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly bytes: string;
  readonly seen: unknown;
}

export interface OwnVectorFile {
  readonly about: string;
  readonly vectors: readonly OwnVector[];
}

/** The file of one kind, made anew. */
export async function vectorFileOf(kind: AnyKind): Promise<OwnVectorFile> {
  const vectors: OwnVector[] = [];
  for (const input of kind.inputs) {
    const bytes = await kind.encode(input);
    vectors.push({ input, bytes: toHex(bytes), seen: await kind.decode(bytes, input) });
  }
  return { about: kind.about, vectors };
}

/** One vector a line, so that a change shows as the lines it changes. */
export function fileText(file: OwnVectorFile): string {
  const lines = file.vectors.map((vector) => `    ${JSON.stringify(vector)}`);
  return `{\n  "about": ${JSON.stringify(file.about)},\n  "vectors": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
