import { type Answer, decodeAnswer } from '../../shared/answer.ts';
import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import { sealCell } from '../../shared/cell.ts';
import { sealIntake } from '../../shared/intake.ts';
import { type KeyRecord, keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { type Manifest, manifestHashOf, verifyManifest } from '../../shared/manifest.ts';

/** What simulated installs need; all of them on one machine share one, since they would all have the same files. */
export interface SimulationSite {
  readonly relayUrl: string;
  readonly rootKey: Bytes;
  readonly relayKey: Bytes;
  readonly staffKey: Bytes;
  readonly random: RandomBytes;
}

/**
 * The public files that every install has, and the sending of one cover cell with them: the very path that a real
 * install takes, without a browser around it.
 */
export class SimulatedInstalls {
  readonly #site: SimulationSite;
  #manifestBytes: Bytes | null = null;
  #manifest: Manifest | null = null;
  #records: readonly KeyRecord[] = [];

  constructor(site: SimulationSite) {
    this.#site = site;
  }

  /** Fetches manifest and keys. Rejects while the relay has no keys to give. */
  async refresh(): Promise<void> {
    const { rootKey, relayKey } = this.#site;
    this.#manifestBytes = await this.#get('/v1/manifest');
    this.#manifest = await verifyManifest(this.#manifestBytes, relayKey);
    this.#records = (await verifyKeysFile(await this.#get('/v1/keys'), rootKey)).records;
  }

  /** Sends one cover cell. `null` when there is no intake key in use yet. */
  async sendCover(): Promise<Answer | null> {
    const { staffKey, random, relayUrl } = this.#site;
    if (this.#manifest === null || this.#manifestBytes === null) return null;
    const key = keyInUse(this.#records, 0, this.#manifest.timeSeconds);
    if (key === undefined) return null;
    const intake = sealIntake(key.key, null, random);
    const hop = {
      publicKey: this.#manifest.hop.publicKey,
      staffKey,
      manifestHash: manifestHashOf(this.#manifestBytes),
    };
    const body = sealCell(intake, hop, random);
    const response = await fetch(`${relayUrl}/v1/cells`, { method: 'POST', body });
    const answer = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
    if (answer.authentic) {
      this.#manifest = await verifyManifest(answer.manifest, this.#site.relayKey);
      this.#manifestBytes = answer.manifest;
    }
    if (answer.status === 'stale' || !answer.authentic) await this.refresh();
    return answer;
  }

  async #get(path: string): Promise<Bytes> {
    const response = await fetch(`${this.#site.relayUrl}${path}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
