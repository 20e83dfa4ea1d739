import { z } from 'zod';

const version = z.string().min(1).max(64);

/** Query of `GET /policies/diff`. */
export const diffQuery = z.strictObject({ from: version, to: version });

/** Query of `GET /graph`; without a version the policy new cases open under. */
export const graphQuery = z.strictObject({ version: version.optional() });

/** One line of `GET /policies`. */
export const policyLine = z.object({
  version,
  calendarVersion: z.string(),
  rulesRevision: z.int(),
  source: z.string(),
  current: z.boolean().meta({ description: 'New cases open under it.' }),
  opensFrom: z.string().meta({ description: 'From this instant on new cases open under it.' }),
  mandatoryFrom: z
    .string()
    .nullable()
    .meta({ description: 'From this instant on open cases of older versions may be moved to it.' }),
  policyHash: z.string().meta({ description: 'SHA-256 of its canonical text; a case pins it.' }),
  calendarHash: z.string(),
});
export type PolicyLine = z.infer<typeof policyLine>;

export const policyList = z.object({ items: z.array(policyLine), current: version });

/** A whole policy; its tables as data. */
export const policyAnswer = policyLine.extend({
  transitions: z.array(z.looseObject({ id: z.string(), command: z.string() })),
  reasons: z.record(z.string(), z.unknown()),
  deadlines: z.record(z.string(), z.unknown()),
});

export const policyDiff = z.object({
  from: version,
  to: version,
  differences: z.array(
    z.object({
      part: z.enum(['transition', 'reason', 'deadline', 'other']),
      id: z.string(),
      from: z.unknown(),
      to: z.unknown(),
      changes: z
        .array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() }))
        .meta({ description: 'The places within it that changed.' }),
    }),
  ),
});

/** The transition table to draw; `row` is the number in the domain's table, `from` is null for the opening. */
export const graphAnswer = z.object({
  version,
  nodes: z.array(z.object({ id: z.string(), class: z.enum(['open', 'closed']) })),
  edges: z.array(
    z.looseObject({
      row: z.string(),
      from: z.string().nullable(),
      command: z.string(),
      to: z.string(),
      by: z.array(z.string()),
      guards: z.array(z.string()),
    }),
  ),
});
