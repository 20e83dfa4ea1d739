import { migrate, openDatabase, PartnerStore } from '#database';
import { OWNERSHIP_SEEDS, SAMPLE_CHANNEL } from '#partner';
import { STANDALONE_PARTNERS, standaloneKeys } from './partner-keys.js';

/*
 * A process of its own, so that the memory of the migrations is not held as long as the stack runs.
 * DATABASE_URL is the owner's; APP_PASSWORD and AUDITOR_PASSWORD are those of the two roles that the migrations make;
 * the keys in PARTNER_KEYS are those of the simulators, and VAULT_KEY seals their secrets.
 */
const given = (name: string): string => process.env[name] ?? '';

/** The partners of api.md §4 with their keys, merchants and the right to the sandbox; a second time changes nothing. */
async function seedPartners(): Promise<void> {
  const database = await openDatabase({ url: given('DATABASE_URL'), poolSize: 1, applicationName: 'reinstate-schema' });
  try {
    const partners = new PartnerStore(database, Buffer.from(given('VAULT_KEY'), 'base64'));
    for (const code of STANDALONE_PARTNERS) await partners.addPartner(code, true);
    for (const key of await standaloneKeys(given('PARTNER_KEYS'))) await partners.addKey(key);
    for (const relation of [...OWNERSHIP_SEEDS, SAMPLE_CHANNEL]) await partners.addOwnership(relation);
  } finally {
    await database.destroy();
  }
}

await migrate(given('DATABASE_URL'), {
  appPassword: given('APP_PASSWORD'),
  auditorPassword: given('AUDITOR_PASSWORD'),
});
await seedPartners();
