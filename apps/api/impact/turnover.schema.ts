import { z } from 'zod';
import { fromMs, parseInstant } from '#model';

const instant = z.string().transform((text, context) => {
  const parsed = parseInstant(text);
  if (parsed === undefined) context.addIssue('must be an instant with an offset, such as 2026-11-23T10:00:00+08:00');
  return parsed ?? fromMs(0);
});
const percent = z.int().min(0).max(100);

/** `PUT /cases/{id}/turnover`: the mean turnover of each hour of the week, Monday 00:00 in Beijing first, fen. */
export const turnoverBody = z.strictObject({
  window: z.strictObject({ from: instant, to: instant }),
  weekFen: z
    .array(z.int().min(0).max(10_000_000_000_000))
    .length(168, 'must have 168 figures: one for each hour of the week'),
  spreadPercent: percent,
  migratedPercent: percent.default(0),
});
