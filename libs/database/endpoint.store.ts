import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant } from '#model';
import { packed, seal, unpacked, unseal } from './sealed-box.js';
import { inTransaction } from './transaction.js';

/** How what is sent to an endpoint is signed: by Standard Webhooks, or as the partner's own messages are. */
export type EndpointScheme = 'standard' | 'native';
/** DISABLED by its partner or by a 410; DELETED ones are shown to nobody. */
export type EndpointState = 'ACTIVE' | 'DISABLED' | 'DELETED';

/** Where a partner wants to be told. */
export interface Endpoint {
  readonly endpointId: string;
  readonly partner: string;
  readonly url: string;
  readonly scheme: EndpointScheme;
  readonly state: EndpointState;
  readonly createdAt: Instant;
}

/** A secret shared with a receiver, and until when what is sent is signed with it too; null for the present one. */
export interface EndpointSecret {
  readonly secret: string;
  readonly until: Instant | null;
}

interface EndpointRow extends Omit<Endpoint, 'createdAt'> {
  readonly createdAt: Date;
}

const COLUMNS = `endpoint_id AS "endpointId", partner, url, scheme, state, created_at AS "createdAt"`;
const placeOf = (endpointId: string): string => `endpoint/${endpointId}`;
const endpointOf = (row: EndpointRow): Endpoint => ({ ...row, createdAt: row.createdAt.toISOString() });

/** Where partners want to be told, with the secrets shared with them. */
export class EndpointStore {
  /** @param key the vault key, 32 bytes. */
  constructor(
    private readonly database: DataSource,
    private readonly key: Uint8Array,
  ) {}

  async add(partner: string, url: string, scheme: EndpointScheme, secret: string): Promise<Endpoint> {
    const endpointId = `end_${randomBytes(12).toString('hex')}`;
    const rows = await this.database.query<EndpointRow[]>(
      `INSERT INTO endpoint (endpoint_id, partner, url, scheme, sealed_secrets) VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
      [endpointId, partner, url, scheme, this.sealed(endpointId, [{ secret, until: null }])],
    );
    return endpointOf(rows[0]!);
  }

  /** The endpoints of a partner, oldest first. */
  async of(partner: string): Promise<readonly Endpoint[]> {
    const rows = await this.database.query<EndpointRow[]>(
      `SELECT ${COLUMNS} FROM endpoint WHERE partner = $1 AND state <> 'DELETED' ORDER BY created_at, endpoint_id`,
      [partner],
    );
    return rows.map(endpointOf);
  }

  /** One endpoint of a partner; undefined for those of others too. */
  async find(partner: string, endpointId: string): Promise<Endpoint | undefined> {
    const [row] = await this.database.query<EndpointRow[]>(
      `SELECT ${COLUMNS} FROM endpoint WHERE partner = $1 AND endpoint_id = $2 AND state <> 'DELETED'`,
      [partner, endpointId],
    );
    return row && endpointOf(row);
  }

  /** Changes what is given of an endpoint. */
  async change(
    endpointId: string,
    { url, scheme, state }: Partial<Pick<Endpoint, 'url' | 'scheme' | 'state'>>,
  ): Promise<void> {
    await this.database.query(
      `UPDATE endpoint SET url = coalesce($2, url), scheme = coalesce($3, scheme), state = coalesce($4, state)
       WHERE endpoint_id = $1`,
      [endpointId, url ?? null, scheme ?? null, state ?? null],
    );
  }

  /** Gives an endpoint a new secret; the ones before it sign too until then. */
  async rotate(endpointId: string, secret: string, oldUntil: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const [row] = await manager.query<{ sealed: Buffer }[]>(
        'SELECT sealed_secrets AS sealed FROM endpoint WHERE endpoint_id = $1 FOR UPDATE',
        [endpointId],
      );
      const before = row ? this.opened(endpointId, row.sealed) : [];
      const kept = before.map((old) => ({ ...old, until: old.until ?? oldUntil }));
      await manager.query('UPDATE endpoint SET sealed_secrets = $2 WHERE endpoint_id = $1', [
        endpointId,
        this.sealed(endpointId, [{ secret, until: null }, ...kept]),
      ]);
    });
  }

  /** The secrets that sign at an instant, the present one first. */
  async secretsOf(endpointId: string, now: Instant): Promise<readonly string[]> {
    const [row] = await this.database.query<{ sealed: Buffer }[]>(
      'SELECT sealed_secrets AS sealed FROM endpoint WHERE endpoint_id = $1',
      [endpointId],
    );
    const secrets = row ? this.opened(endpointId, row.sealed) : [];
    return secrets.filter(({ until }) => until === null || now < until).map(({ secret }) => secret);
  }

  private sealed(endpointId: string, secrets: readonly EndpointSecret[]): Buffer {
    return packed(seal(this.key, placeOf(endpointId), Buffer.from(JSON.stringify(secrets), 'utf8')));
  }

  private opened(endpointId: string, sealed: Buffer): readonly EndpointSecret[] {
    const bytes = unseal(this.key, placeOf(endpointId), unpacked(sealed));
    if (!bytes) throw new Error(`the secrets of ${endpointId} were sealed under another vault key`);
    return JSON.parse(bytes.toString('utf8')) as readonly EndpointSecret[];
  }
}
