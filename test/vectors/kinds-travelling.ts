import { decodeAnswer, encodeAnswer } from '../../shared/answer.ts';
import { decodeBody, encodeBody } from '../../shared/body.ts';
import { compareBytes, concat } from '../../shared/bytes.ts';
import { hopKidOf, openCell, sealCell } from '../../shared/cell.ts';
import { asTravels } from '../../shared/concern.ts';
import { sha256 } from '../../shared/hash.ts';
import { intakeKidOf, openIntake, sealIntake } from '../../shared/intake.ts';
import { kidOf } from '../../shared/kid.ts';
import { manifestHashOf, signManifest, verifyManifest } from '../../shared/manifest.ts';
import { type MessageType, openEnvelope, sealEnvelope } from '../../shared/message.ts';
import { encodePackHeader, type PackHeader, readPack } from '../../shared/pack.ts';
import { boxKeyPairOf } from '../../shared/sealed-box.ts';
import { ENVELOPE } from '../../shared/sizes.ts';
import * as cast from './cast.ts';
import { fromHex, toHex } from './hex.ts';
import { kind } from './kind.ts';
import { seededRandom } from './seeded-random.ts';

const manifestFields = {
  number: 4711,
  timeSeconds: cast.NOW,
  crowd: 2317,
  hop: { publicKey: toHex(cast.hop.publicKey), fromSeconds: cast.NOW - 1800, untilSeconds: cast.NOW + 1800 },
  nextHop: {
    publicKey: toHex(cast.nextHop.publicKey),
    fromSeconds: cast.NOW + 1800,
    untilSeconds: cast.NOW + 5400,
  },
  files: { keys: labelled('keys'), bulletin: labelled('bulletin'), index: labelled('index') },
};
const manifestBytes = manifestOf(manifestFields);

function manifestOf(fields: typeof manifestFields) {
  return signManifest(
    {
      ...fields,
      hop: { ...fields.hop, publicKey: fromHex(fields.hop.publicKey) },
      nextHop: { ...fields.nextHop, publicKey: fromHex(fields.nextHop.publicKey) },
      files: {
        keys: fromHex(fields.files.keys),
        bulletin: fromHex(fields.files.bulletin),
        index: fromHex(fields.files.index),
      },
    },
    cast.relay.seed,
  );
}

/** A hash that stands for a file which is not part of the vector. */
function labelled(label: string): string {
  return toHex(seededRandom(`hash of ${label}`)(32));
}

const concerns: Record<string, object> = {
  signal: asTravels({ kind: 'near_miss' }),
  concern: asTravels({
    kind: 'near_miss',
    category: 'medication',
    worry: 'fairly',
    whenP: 'week',
    whenB: 'night',
    unit: 'ward-7',
    unitRolledUp: true,
    factors: ['interruption', 'handover'],
    caughtBy: 'person_noticed',
    wishes: ['debrief'],
    t: { what: 'Two pumps look alike and stood side by side.', help: 'Colour the labels.' },
  }),
  'many scripts': asTravels({
    kind: 'culture',
    t: { what: 'ندق ناقوس الخطر. Übergabe fiel aus. 夜勤が足りない。 👩🏽‍⚕️ \ud800', fix: 'línea\nnueva\t"' },
  }),
};

export const envelopeKind = kind({
  name: 'envelope',
  about:
    'ENVELOPE = sealed box of MESSAGE to deskPublic. value is deflated (fflate, level 9) into body; a reader inflates it.',
  inputs: Object.entries(concerns).map(([label, value], at) => ({
    name: label,
    type: (['concern', 'follow-up', 'answer'] as const)[at] as MessageType,
    replyPublic: toHex(boxKeyPairOf(seededRandom(`reply ${at}`)(32)).publicKey),
    replyTagKey: toHex(seededRandom(`reply tag ${at}`)(32)),
    value,
    deskSecret: toHex(cast.safetyKey.secretKey),
    deskPublic: toHex(cast.safetyKey.publicKey),
    random: `envelope ${at}`,
  })),
  encode: (input) =>
    sealEnvelope(
      fromHex(input.deskPublic),
      {
        type: input.type,
        reply: { publicKey: fromHex(input.replyPublic), tagKey: fromHex(input.replyTagKey) },
        body: encodeBody(input.value),
      },
      seededRandom(input.random),
    ),
  decode: (bytes, input) => {
    const message = openEnvelope(bytes, boxKeyPairOf(fromHex(input.deskSecret)));
    return (
      message && {
        type: message.type,
        replyPublic: toHex(message.reply.publicKey),
        replyTagKey: toHex(message.reply.tagKey),
        value: decodeBody(message.body),
      }
    );
  },
});

export const intakeKind = kind({
  name: 'intake',
  about: 'INTAKE = version, kid of intakePublic, sealed box of INNER. content null stands for cover.',
  inputs: [cast.SAFETY, 255, null].map((desk, at) => ({
    name: desk === null ? 'cover' : `desk ${desk}`,
    content:
      desk === null
        ? null
        : { desk, deskKid: toHex(kidOf(cast.safetyKey.publicKey)), envelope: `envelope in ${at}` },
    intakeSecret: toHex(cast.intake.secretKey),
    intakePublic: toHex(cast.intake.publicKey),
    random: `intake ${at}`,
  })),
  encode: (input) =>
    sealIntake(
      fromHex(input.intakePublic),
      input.content && {
        desk: input.content.desk,
        deskKid: fromHex(input.content.deskKid),
        envelope: seededRandom(input.content.envelope)(ENVELOPE),
      },
      seededRandom(input.random),
    ),
  decode: (bytes, input) => {
    const key = boxKeyPairOf(fromHex(input.intakeSecret));
    const opened = openIntake(bytes, key);
    const kid = toHex(intakeKidOf(bytes) ?? bytes);
    if (opened === null || opened === 'cover') return { kid, content: opened };
    return {
      kid,
      content: {
        desk: opened.desk,
        deskKid: toHex(opened.deskKid),
        envelopeSha256: toHex(sha256(opened.envelope)),
      },
    };
  },
});

export const cellKind = kind({
  name: 'cell',
  about:
    'CELL = version, suite, kid of hopPublic, sealed box of HOP. intake is the seed of 4,014 bytes that stand for an INTAKE.',
  inputs: [0, 1].map((at) => ({
    name: `cell ${at}`,
    intake: `intake in cell ${at}`,
    hopSecret: toHex(cast.hop.secretKey),
    hopPublic: toHex(cast.hop.publicKey),
    staffKey: toHex(cast.staffKey),
    manifestHash: toHex(manifestHashOf(manifestBytes)),
    random: `cell ${at}`,
  })),
  encode: (input) =>
    sealCell(
      seededRandom(input.intake)(4014),
      {
        publicKey: fromHex(input.hopPublic),
        staffKey: fromHex(input.staffKey),
        manifestHash: fromHex(input.manifestHash),
      },
      seededRandom(input.random),
    ),
  decode: (bytes, input) => {
    const opened = openCell(bytes, boxKeyPairOf(fromHex(input.hopSecret)));
    return (
      opened && {
        kid: toHex(hopKidOf(bytes) ?? bytes),
        staffTag: toHex(opened.staffTag),
        manifestHash: toHex(opened.manifestHash),
        intakeSha256: toHex(sha256(opened.intake)),
      }
    );
  },
});

export const answerKind = kind({
  name: 'answer',
  about:
    'ANSWER = status, ack, manifest. intake is the seed of 4,014 bytes; opened false stands for a cell the relay could not open.',
  inputs: (['stored', 'stale', 'refused', 'refused'] as const).map((status, at) => ({
    name: at === 3 ? 'refused, not opened' : status,
    status,
    opened: at !== 3,
    intake: 'intake in cell 0',
    manifest: toHex(manifestBytes),
    random: `answer ${at}`,
  })),
  encode: (input) =>
    encodeAnswer(
      input.status,
      input.opened ? seededRandom(input.intake)(4014) : null,
      fromHex(input.manifest),
      seededRandom(input.random),
    ),
  decode: (bytes, input) => {
    const { status, authentic, manifest } = decodeAnswer(bytes, seededRandom(input.intake)(4014));
    return { status, authentic, manifest: toHex(manifest) };
  },
});

export const manifestKind = kind({
  name: 'manifest',
  about: 'MANIFEST, 256 bytes, signed by relaySeed.',
  inputs: [
    {
      name: 'an hour',
      fields: manifestFields,
      relaySeed: toHex(cast.relay.seed),
      relayPublic: toHex(cast.relay.publicKey),
    },
  ],
  encode: (input) => manifestOf(input.fields),
  decode: async (bytes, input) => {
    const manifest = await verifyManifest(bytes, fromHex(input.relayPublic));
    return {
      ...manifest,
      hop: { ...manifest.hop, publicKey: toHex(manifest.hop.publicKey) },
      nextHop: { ...manifest.nextHop, publicKey: toHex(manifest.nextHop.publicKey) },
      files: {
        keys: toHex(manifest.files.keys),
        bulletin: toHex(manifest.files.bulletin),
        index: toHex(manifest.files.index),
      },
      hash: toHex(manifestHashOf(bytes)),
    };
  },
});

export const packKind = kind({
  name: 'pack',
  about: 'PACK = header and count INTAKEs, sorted by hash. intakes are seeds of 4,014 bytes each.',
  inputs: [[], ['one'], ['one', 'two', 'three', 'four']].map((intakes) => ({
    name: `${intakes.length} intakes`,
    intakeKid: toHex(kidOf(cast.intake.publicKey)),
    closedSeconds: cast.NOW,
    intakes,
  })),
  encode: (input) => {
    const intakes = input.intakes.map((label) => seededRandom(label)(4014));
    const header: PackHeader = {
      intakeKid: fromHex(input.intakeKid),
      closedSeconds: input.closedSeconds,
      count: intakes.length,
    };
    return concat(encodePackHeader(header), ...intakes.sort((a, b) => compareBytes(sha256(a), sha256(b))));
  },
  decode: async (bytes) => {
    const seen: unknown[] = [];
    for await (const part of readPack(inChunks(bytes, 1000))) {
      if (part instanceof Uint8Array) seen.push(toHex(sha256(part)));
      else seen.push({ ...part, intakeKid: toHex(part.intakeKid) });
    }
    return seen;
  },
});

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
