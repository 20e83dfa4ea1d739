import { Injectable } from '@nestjs/common';
import { PartnerStore } from '#database';
import type { Ownership, PartnerKey } from '#partner';
import { dependencyUnavailable } from '../problem/problem.js';
import type { PartnerIdentity } from './partner.identity.js';
import { ShortMemory } from './short.memory.js';
import { replayedProblem } from './signature.problem.js';

/** A key, a right or a relation that is added or ended counts after so long in every process. */
const KEPT_MS = 5_000;

const unavailable = (error: unknown): never => {
  throw Object.assign(dependencyUnavailable('The database'), { cause: error });
};

/** By which keys partners are known, which merchants are theirs, and which nonces they have used. */
@Injectable()
export class PartnerKeys {
  private readonly keys: ShortMemory<readonly PartnerKey[]>;
  private readonly identities: ShortMemory<PartnerIdentity | undefined>;
  private readonly relations: ShortMemory<readonly Ownership[]>;

  constructor(private readonly partners: PartnerStore) {
    const isSome = (list: readonly unknown[]): boolean => list.length > 0;
    this.keys = new ShortMemory(
      KEPT_MS,
      (partner) => partners.keysOf(partner) as Promise<readonly PartnerKey[]>,
      isSome,
    );
    this.identities = new ShortMemory(KEPT_MS, (code) => partners.partnerOf(code), Boolean);
    this.relations = new ShortMemory(
      KEPT_MS,
      (partner) => partners.ownershipOf(partner) as Promise<readonly Ownership[]>,
      isSome,
    );
  }

  /** The keys of a partner, live or not; none of one that is not registered. */
  of(partner: string): Promise<readonly PartnerKey[]> {
    return this.keys.of(partner).catch(unavailable);
  }

  /** Which merchants are a partner's, over all time. */
  ownershipOf(partner: string): Promise<readonly Ownership[]> {
    return this.relations.of(partner);
  }

  /** @throws Problem `signature.replayed` when the partner has used the nonce before, in whichever process. */
  async useNonce(partner: string, nonce: string): Promise<void> {
    const fresh = await this.partners.useNonce(partner, nonce).catch(unavailable);
    if (!fresh) throw replayedProblem();
  }

  identityOf(code: string): Promise<PartnerIdentity | undefined> {
    return this.identities.of(code).catch(unavailable);
  }
}
