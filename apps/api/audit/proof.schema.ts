import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = (what: string) =>
  z.coerce
    .number(`must be ${what}`)
    .int(`must be ${what}`)
    .min(0, 'must be 0 or more')
    .max(Number.MAX_SAFE_INTEGER, `must be ${what}`);
const size = count('a number of leaves');

/** A signed head of the audit log. */
export const checkpointAnswer = z
  .object({
    size: z.int().meta({ description: 'Number of leaves.' }),
    root: hash.meta({ description: 'RFC 6962 tree head of them.' }),
    at: z.string().meta({ format: 'date-time' }),
    keyId: z.string(),
    signature: z.string().meta({
      description: 'Ed25519, hex, over `reinstate checkpoint 1`, size, root, at and keyId, each ended by a line feed.',
    }),
  })
  .meta({ id: 'Checkpoint' });

/** Query of `GET /checkpoints`. */
export const checkpointsQuery = z.strictObject({
  limit: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be 1 or more')
    .max(200, 'must be 200 or less')
    .default(50),
  cursor: z.iso.datetime({ error: 'must be a cursor of an earlier answer' }).optional(),
});

export const checkpointsAnswer = z.object({ items: z.array(checkpointAnswer), nextCursor: z.string().nullable() });

export const keysAnswer = z.object({
  items: z.array(
    z.object({ keyId: z.string(), publicKey: hash.meta({ description: '32 bytes of Ed25519.' }), pem: z.string() }),
  ),
});

/** Query of `GET /cases/{id}/proof`: sizes of two trees, the second one's the latest checkpoint's unless said. */
export const proofQuery = z.strictObject({ from: size.optional(), to: size.optional() });

/** Answer of `GET /cases/{id}/proof`. */
export const proofAnswer = z.object({
  caseId: z.string(),
  seq: z.int(),
  head: hash,
  covered: z.boolean().meta({ description: 'Whether the latest checkpoint covers this head.' }),
  checkpoint: checkpointAnswer,
  inclusion: z
    .object({
      index: z.int(),
      leaf: z.string().meta({ description: 'Canonical text; the leaf hash is SHA-256(0x00 ‖ its UTF-8).' }),
      leafHash: hash,
      proof: z.array(hash).meta({ description: 'From the leaf up.' }),
    })
    .nullable(),
  consistency: z.object({ from: z.int(), to: z.int(), proof: z.array(hash) }).nullable(),
});

/** Query of `GET /cases/{id}/bundle`. */
export const bundleQuery = z.strictObject({ texts: z.enum(['disclosed', 'withheld']).default('disclosed') });
