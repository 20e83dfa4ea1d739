import { z } from 'zod';
import { PERSONAL_FIELDS, type PersonalField } from '../cases/merchant.reader.js';

const FIELDS = Object.keys(PERSONAL_FIELDS) as PersonalField[];

/** Body of `POST /cases/{id}/reveal`. */
export const revealBody = z.strictObject({
  fields: z
    .array(z.string().min(1, 'must not be empty').max(64, 'must have 64 characters at most'))
    .min(1, 'must name at least one field')
    .max(20, 'must have 20 elements at most')
    .meta({ description: `${FIELDS.join(', ')}; a group such as \`legalRep\`; \`merchant.\` may stand before.` }),
  reason: z
    .string()
    .max(500, 'must have 500 characters at most')
    .refine((text) => text.trim() !== '', 'must not be empty'),
});

/** The members a name stands for: one, or all of a group. Empty for a name that is none. */
export function membersNamed(name: string): readonly PersonalField[] {
  const path = name.replace(/^merchant(\.|$)/, '');
  return FIELDS.filter((field) => path === '' || field === path || field.startsWith(`${path}.`));
}

/** Answer of `POST /cases/{id}/reveal`. */
export const revealAnswer = z.object({
  caseId: z.string(),
  revealId: z.string(),
  expiresAt: z.string().meta({ format: 'date-time', description: 'Show it no longer than this.' }),
  values: z
    .record(z.string(), z.string().nullable())
    .meta({ description: 'By member of the notice’s `merchant`; null where the notice does not say.' }),
});
