import type { DataSource } from 'typeorm';
import type { Instant } from '#model';
import { packed, seal, unpacked, unseal } from './sealed-box.js';

/** A key of a partner as `#partner` knows it. */
export interface StoredKey {
  readonly partner: string;
  readonly serial: string;
  readonly algorithm: string;
  /** PEM; null for a shared secret. */
  readonly publicKey: string | null;
  /** Null for a key pair. */
  readonly secret: string | null;
  readonly notBefore: Instant;
  readonly notAfter: Instant | null;
}

/** A relation between a partner and merchants, as `#partner` knows it. */
export interface StoredOwnership {
  readonly partner: string;
  readonly institution: string;
  readonly merchants: string;
  readonly relation: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

interface KeyRow {
  readonly partner: string;
  readonly serial: string;
  readonly algorithm: string;
  readonly public_key: string | null;
  readonly sealed_secret: Buffer | null;
  readonly not_before: Date;
  readonly not_after: Date | null;
}

interface OwnershipRow {
  readonly partner: string;
  readonly institution: string;
  readonly merchants: string;
  readonly relation: string;
  readonly valid_from: Date;
  readonly valid_until: Date | null;
}

const placeOf = ({ partner, serial }: Pick<StoredKey, 'partner' | 'serial'>): string =>
  `partner_key/${partner}/${serial}`;

/** Partners: their rights, their keys, their merchants, and the nonces they have used. */
export class PartnerStore {
  /** @param key the vault key, 32 bytes: shared secrets lie sealed under it. */
  constructor(
    private readonly database: DataSource,
    private readonly key: Uint8Array,
  ) {}

  /** Whether there is such a partner and whether it may use the sandbox. */
  async partnerOf(code: string): Promise<{ readonly code: string; readonly sandbox: boolean } | undefined> {
    const rows = await this.database.query<{ code: string; sandbox: boolean }[]>(
      'SELECT code, sandbox FROM partner WHERE code = $1',
      [code],
    );
    return rows[0];
  }

  /**
   * Every key of a partner, live or not.
   * @throws Error when a secret was sealed under another vault key.
   */
  async keysOf(partner: string): Promise<readonly StoredKey[]> {
    const rows = await this.database.query<KeyRow[]>('SELECT * FROM partner_key WHERE partner = $1', [partner]);
    return rows.map((row) => this.keyOf(row));
  }

  /** The relations of a partner, over all time. */
  async ownershipOf(partner: string): Promise<readonly StoredOwnership[]> {
    const rows = await this.database.query<OwnershipRow[]>('SELECT * FROM ownership WHERE partner = $1', [partner]);
    return rows.map(({ institution, merchants, relation, valid_from: from, valid_until: until }) => ({
      partner,
      institution,
      merchants,
      relation,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    }));
  }

  /**
   * Marks a nonce as used, once for all processes.
   * @returns false when this partner has used it before.
   */
  async useNonce(partner: string, nonce: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'INSERT INTO partner_nonce (partner, nonce) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [partner, nonce],
    );
    return rows.length === 1;
  }

  /** Forgets nonces whose messages would be stale by now. */
  async forgetNonces(olderThanMs: number): Promise<void> {
    await this.database.query(
      `DELETE FROM partner_nonce WHERE seen_at < clock_timestamp() - $1 * interval '1 millisecond'`,
      [olderThanMs],
    );
  }

  /** Adds a partner, as the owner of the schema; one that is there already stays as it is. */
  async addPartner(code: string, sandbox: boolean): Promise<void> {
    await this.database.query('INSERT INTO partner (code, sandbox) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      code,
      sandbox,
    ]);
  }

  /** Adds a key; one of this serial that is there already stays as it is. */
  async addKey(key: StoredKey): Promise<void> {
    const sealed = key.secret === null ? null : packed(seal(this.key, placeOf(key), Buffer.from(key.secret, 'utf8')));
    await this.database.query(
      `INSERT INTO partner_key (partner, serial, algorithm, public_key, sealed_secret, not_before, not_after)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING`,
      [key.partner, key.serial, key.algorithm, key.publicKey, sealed, key.notBefore, key.notAfter],
    );
  }

  /**
   * Says from when on a key is refused.
   * @returns whether there is such a key.
   */
  async retireKey(partner: string, serial: string, notAfter: Instant): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'WITH changed AS (UPDATE partner_key SET not_after = $3 WHERE partner = $1 AND serial = $2 RETURNING 1) SELECT 1 FROM changed',
      [partner, serial, notAfter],
    );
    return rows.length === 1;
  }

  /** Adds a relation; one that is there already stays as it is. */
  async addOwnership({ partner, institution, merchants, relation, from, until }: StoredOwnership): Promise<void> {
    await this.database.query(
      `INSERT INTO ownership (partner, institution, merchants, relation, valid_from, valid_until)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [partner, institution, merchants, relation, from, until],
    );
  }

  private keyOf(row: KeyRow): StoredKey {
    const { partner, serial, algorithm, public_key: publicKey, sealed_secret: sealed } = row;
    const secret = sealed === null ? null : unseal(this.key, placeOf(row), unpacked(sealed));
    if (secret === undefined) throw new Error(`the secret ${serial} of ${partner} was sealed under another vault key`);
    return {
      partner,
      serial,
      algorithm,
      publicKey,
      secret: secret && secret.toString('utf8'),
      notBefore: row.not_before.toISOString(),
      notAfter: row.not_after?.toISOString() ?? null,
    };
  }
}
