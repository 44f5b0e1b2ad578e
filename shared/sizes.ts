/*
 * Every length in the protocol is a sum of named parts. test/unit/shared/protocol-text.test.ts holds these sums to the
 * numbers in PROTOCOL.md, so that neither drifts from the other. All numbers are bytes.
 */

export const MAGIC = 4;
export const VERSION = 1;
export const SUITE = 1;
export const KID = 4;
export const KEY = 32;
export const HASH = 32;
export const SIGNATURE = 64;
/** Ephemeral public key and Poly1305 tag of a libsodium sealed box. */
export const SEAL_OVERHEAD = 32 + 16;

export const CELL = 4096;
export const STAFF_TAG = 16;
export const MANIFEST_HASH = 8;

/** The hop layer, opened by the relay. */
export const HOP = CELL - VERSION - SUITE - KID - SEAL_OVERHEAD;
/** What the relay forwards and the mailroom opens. */
export const INTAKE = HOP - MAGIC - STAFF_TAG - MANIFEST_HASH;
/** The intake layer, opened by the mailroom. */
export const INNER = INTAKE - VERSION - KID - SEAL_OVERHEAD;
/** What a desk opens. */
export const ENVELOPE = INNER - MAGIC - 1 /* kind */ - 1 /* desk */ - KID;
export const MESSAGE = ENVELOPE - SEAL_OVERHEAD;
export const BODY =
  MESSAGE -
  MAGIC -
  1 /* type */ -
  1 /* flags */ -
  KEY /* reply key */ -
  KEY /* reply tag key */ -
  2 /* length */;

export const HOP_RECORD = KEY + 4 /* from */ + 4 /* until */;
export const MANIFEST =
  MAGIC +
  4 /* number */ +
  4 /* time */ +
  4 /* crowd */ +
  2 * HOP_RECORD +
  3 * HASH /* keys, bulletin, index */ +
  SIGNATURE;
export const ACK = 16;
export const ANSWER = 1 /* status */ + ACK + MANIFEST;

export const REPLY_TAG = 16;
export const REPLY_SLOT = 1024;
/** What a receipt opens. */
export const REPLY = REPLY_SLOT - REPLY_TAG - SEAL_OVERHEAD;
export const REPLY_TEXT = REPLY - MAGIC - 1 /* type */ - KID /* member */ - SIGNATURE - 2; /* length */
export const REPLY_PACK = 32 * REPLY_SLOT;
