import { z } from 'zod';
import { ROLES } from '#model';

/** An instant as answers carry it: RFC 3339, in UTC. */
export const instantText = z.string().meta({ format: 'date-time' });

/** SHA-256 in hex. */
export const hashText = z.string().regex(/^[0-9a-f]{64}$/);

/** The same words for both readers. */
export const wordsAnswer = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });

/** Who did something: person or system, the role it acted under, for whom where not for itself. */
export const actorAnswer = z
  .object({ id: z.string(), role: z.enum(ROLES), onBehalfOf: z.literal('MERCHANT').optional() })
  .meta({ id: 'Actor' });
