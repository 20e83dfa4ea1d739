import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { readJson, writePrivateJson } from './private-file.js';

const secretsShape = z.object({
  /** Password of the database's owner. */
  ownerPassword: z.string(),
  /** Passwords of the database roles `reinstate_app` and `reinstate_auditor`. */
  appPassword: z.string(),
  auditorPassword: z.string(),
  /** 32 bytes, base64. */
  vaultKey: z.string(),
  /** Private Ed25519 key that signs the heads of the audit log: PKCS #8, PEM, base64. Folders of earlier versions have none. */
  checkpointKey: z.string().optional(),
  tokenClientSecret: z.string(),
  /** Private RSA key the OpenID provider signs tokens with. */
  signingKey: z.looseObject({ kty: z.literal('RSA'), kid: z.string() }),
});

/** What the standalone stack keeps to itself. Made once for a data folder: with other keys its data would be unreadable. */
export type Secrets = Required<z.infer<typeof secretsShape>>;

/** Reads the secrets of a data folder, or makes those it does not have yet. */
export async function keepSecrets(path: string): Promise<Secrets> {
  const kept = readJson(path, secretsShape);
  const checkpointKey = kept?.checkpointKey ?? newCheckpointKey();
  const made = { ...(kept ?? (await makeSecrets())), checkpointKey };
  if (kept?.checkpointKey) return made;
  writePrivateJson(path, made);
  return made;
}

function newCheckpointKey(): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  return Buffer.from(pem).toString('base64');
}

async function makeSecrets(): Promise<Omit<Secrets, 'checkpointKey'>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  // Hexadecimal: it goes into database URLs as it is.
  const password = () => randomBytes(24).toString('hex');
  return {
    ownerPassword: password(),
    appPassword: password(),
    auditorPassword: password(),
    vaultKey: randomBytes(32).toString('base64'),
    tokenClientSecret: password(),
    signingKey: {
      ...(await exportJWK(privateKey)),
      kty: 'RSA',
      kid: randomBytes(8).toString('hex'),
      use: 'sig',
      alg: 'RS256',
    },
  };
}
