import { readBackup, readCard, readEvent, readReceipt, readRequest, readShare } from './second-desk.ts';
import { readCaseCard, readFingerprint, readKeysFile, readReplyIndex, recordSeen } from './second-public.ts';
import { base64url, fromBase64, hex, type Input, json, kid, signedJson } from './second-reading.ts';
import { readFollowUp, readReplyPack, readReplySlot } from './second-replies.ts';
import {
  readAnswer,
  readCell,
  readEnvelope,
  readIntake,
  readManifest,
  readPack,
} from './second-travelling.ts';

/*
 * The protocol once more, read from shared/PROTOCOL.md and written without anything of shared/: for every kind of vector
 * a function that takes the bytes and the keys and says what it sees. Offsets are plain numbers here on purpose.
 */

type Reader = (bytes: Buffer, input: Input) => unknown;

export const SECOND: Readonly<Record<string, Reader>> = {
  kid: (_, input) => kid(hex(input, 'publicKey')),
  envelope: readEnvelope,
  intake: readIntake,
  cell: readCell,
  answer: readAnswer,
  manifest: readManifest,
  pack: readPack,
  keyring: (bytes, input) => signedJson('candor keyring 1', bytes, hex(input, 'rootPublic')),
  'key-record': (bytes, input) =>
    recordSeen(signedJson('candor key record 1', bytes, hex(input, 'signerPublic'))),
  'keys-file': readKeysFile,
  bulletin: (bytes, input) => {
    const file = json(bytes);
    if (file.by !== base64url(kid(hex(input, 'memberPublic')))) throw new Error('signed by somebody else');
    return signedJson('candor bulletin 1', fromBase64(file.blob), hex(input, 'memberPublic'));
  },
  'case-card': readCaseCard,
  'reply-index': readReplyIndex,
  fingerprint: readFingerprint,
  receipt: readReceipt,
  'reply-slot': readReplySlot,
  'reply-pack': readReplyPack,
  'follow-up': readFollowUp,
  'desk-share': readShare,
  'member-backup': readBackup,
  'member-card': readCard,
  'team-event': readEvent,
  'request-signature': readRequest,
};
