import pg from 'pg';
import { scramVerifier } from './scram.js';

/** Role of api and worker: adds to the record, never takes away from it. */
export const APP_ROLE = 'reinstate_app';
/** Role of the auditor's own tools: reads. */
export const AUDITOR_ROLE = 'reinstate_auditor';

/** Passwords of the two roles; a role whose password is left out keeps the one it has. */
export interface RolePasswords {
  readonly appPassword?: string;
  readonly auditorPassword?: string;
}

/** Roles belong to the whole server: another database's migration may be at the same row (catalogue errors of PostgreSQL). */
const MEANWHILE_MADE = ['42710', '23505'];
const MEANWHILE_CHANGED = 'tuple concurrently updated';
const ATTEMPTS = 20;

/** Makes the roles that do not exist yet and sets the given passwords. Idempotent. */
export async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  await ensureRole(client, APP_ROLE, passwords.appPassword);
  const auditorIsNew = await ensureRole(client, AUDITOR_ROLE, passwords.auditorPassword);
  if (auditorIsNew) await alterRole(client, AUDITOR_ROLE, 'SET default_transaction_read_only = on');
}

/** Answers whether the role was made now. */
async function ensureRole(client: pg.Client, role: string, password: string | undefined): Promise<boolean> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount === 0) await createRole(client, role);
  if (password !== undefined) {
    await alterRole(client, role, `PASSWORD ${client.escapeLiteral(scramVerifier(password))}`);
  }
  return found.rowCount === 0;
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${role} LOGIN`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !MEANWHILE_MADE.includes(error.code ?? '')) throw error;
  }
}

async function alterRole(client: pg.Client, role: string, change: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`ALTER ROLE ${role} ${change}`);
      return;
    } catch (error) {
      const again = error instanceof Error && error.message === MEANWHILE_CHANGED && attempt < ATTEMPTS;
      if (!again) throw error;
    }
  }
}
