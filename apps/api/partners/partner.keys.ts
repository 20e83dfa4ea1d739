import { Injectable } from '@nestjs/common';
import { PartnerStore } from '#database';
import type { PartnerKey } from '#partner';
import { dependencyUnavailable } from '../problem/problem.js';
import type { PartnerIdentity } from './partner.identity.js';
import { replayedProblem } from './signature.problem.js';

/** A key that is retired or added counts after so long in every process. */
const KEPT_MS = 5_000;

interface Known {
  readonly at: number;
  readonly keys: Promise<readonly PartnerKey[]>;
}

const unavailable = (error: unknown): never => {
  throw Object.assign(dependencyUnavailable('The database'), { cause: error });
};

/** By which keys partners are known, and which nonces they have used. */
@Injectable()
export class PartnerKeys {
  private readonly known = new Map<string, Known>();

  constructor(private readonly partners: PartnerStore) {}

  /** The keys of a partner, live or not; none of one that is not registered. */
  of(partner: string): Promise<readonly PartnerKey[]> {
    const held = this.known.get(partner);
    if (held && Date.now() - held.at < KEPT_MS) return held.keys;
    const keys = this.partners.keysOf(partner) as Promise<readonly PartnerKey[]>;
    // A name nobody has is not remembered: whoever makes names up must not fill our memory.
    keys.then(
      (found) => found.length > 0 || this.known.delete(partner),
      () => this.known.delete(partner),
    );
    this.known.set(partner, { at: Date.now(), keys });
    return keys.catch(unavailable);
  }

  /** @throws Problem `signature.replayed` when the partner has used the nonce before, in whichever process. */
  async useNonce(partner: string, nonce: string): Promise<void> {
    const fresh = await this.partners.useNonce(partner, nonce).catch(unavailable);
    if (!fresh) throw replayedProblem();
  }

  async identityOf(code: string): Promise<PartnerIdentity | undefined> {
    return this.partners.partnerOf(code).catch(unavailable);
  }
}
