import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { openDatabase, PartnerStore } from '#database';
import { parseInstant } from '#model';
import { KEY_ALGORITHMS, RELATIONS } from '#partner';

const settings = z.object({
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be the address of the database as its owner' }),
  VAULT_KEY: z.base64({ error: 'must be the vault key in base64: shared secrets are sealed under it' }),
});

/** Works on the registry as the owner of the schema. */
async function withRegistry(work: (partners: PartnerStore) => Promise<string>): Promise<void> {
  const given = settings.safeParse(process.env);
  if (!given.success)
    throw new Error(given.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  const { DATABASE_OWNER_URL: url, VAULT_KEY: key } = given.data;
  const database = await openDatabase({ url, poolSize: 1, applicationName: 'reinstate-registry' });
  try {
    process.stdout.write(`${await work(new PartnerStore(database, Buffer.from(key, 'base64')))}\n`);
  } finally {
    await database.destroy();
  }
}

function instantOf(text: string): string {
  const read = parseInstant(text);
  if (read !== undefined) return read;
  throw new InvalidArgumentError('It must be an RFC 3339 instant, such as 2026-12-01T00:00:00+08:00.');
}

interface KeyWishes {
  readonly algorithm: string;
  readonly public?: string;
  readonly secret?: string;
  readonly from: string;
  readonly until?: string;
}

async function addKey(partner: string, serial: string, wishes: KeyWishes): Promise<void> {
  if ((wishes.public === undefined) === (wishes.secret === undefined))
    throw new Error('Give the public key with --public <pem file>, or the shared secret with --secret <file>.');
  const publicKey = wishes.public === undefined ? null : await readFile(wishes.public, 'utf8');
  const secret = wishes.secret === undefined ? null : (await readFile(wishes.secret, 'utf8')).trim();
  const { algorithm, from: notBefore, until: notAfter = null } = wishes;
  await withRegistry(async (partners) => {
    if (!(await partners.partnerOf(partner)))
      throw new Error(`There is no partner ${partner}. Add it with: partner-add ${partner}`);
    if ((await partners.keysOf(partner)).some((key) => key.serial === serial))
      throw new Error(`${partner} has a key ${serial}. A new key needs a new serial.`);
    await partners.addKey({ partner, serial, algorithm, publicKey, secret, notBefore, notAfter });
    return `The key ${serial} of ${partner} is live from ${notBefore}.`;
  });
}

/** Adds `partner-add`, `partner-key` and `partner-key-retire`: who may send signals, and by which keys. */
export function registerRegistry(program: Command): void {
  const now = new Date().toISOString();
  program
    .command('partner-add')
    .description('Register a partner system and merchants of its own')
    .argument('<code>', 'short name in lower case')
    .option('--merchants <prefixes...>', 'merchant numbers, beginnings of them, or *', [])
    .option('--institution <code>', 'institution code, or *', '*')
    .addOption(new Option('--relation <relation>', 'as what they are its own').choices(RELATIONS).default('ACQUIRER'))
    .option('--from <instant>', 'since when', instantOf, now)
    .option('--sandbox', 'it may open sandbox cases and move their clocks', false)
    .action(
      (
        code: string,
        wishes: { merchants: string[]; institution: string; relation: string; from: string; sandbox: boolean },
      ) =>
        withRegistry(async (partners) => {
          const { institution, relation, from } = wishes;
          await partners.addPartner(code, wishes.sandbox);
          for (const merchants of wishes.merchants)
            await partners.addOwnership({ partner: code, institution, merchants, relation, from, until: null });
          return `${code} is registered.`;
        }),
    );
  program
    .command('partner-key')
    .description(
      'Add a key a partner signs with, or a secret shared with it; older ones stay live until they are retired',
    )
    .argument('<partner>')
    .argument('<serial>')
    .addOption(new Option('--algorithm <algorithm>', 'what it is for').choices(KEY_ALGORITHMS).default('SHA256withRSA'))
    .option('--public <file>', 'PEM of the public key or certificate')
    .option('--secret <file>', 'the shared secret')
    .option('--from <instant>', 'live from', instantOf, now)
    .option('--until <instant>', 'refused from', instantOf)
    .action(addKey);
  program
    .command('partner-key-retire')
    .description('Say from when on a key is refused')
    .argument('<partner>')
    .argument('<serial>')
    .option('--at <instant>', 'refused from', instantOf, now)
    .action((partner: string, serial: string, { at }: { at: string }) =>
      withRegistry(async (partners) => {
        if (await partners.retireKey(partner, serial, at))
          return `The key ${serial} of ${partner} is refused from ${at}.`;
        throw new Error(`${partner} has no key ${serial}.`);
      }),
    );
}
