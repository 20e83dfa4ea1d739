import type { z } from 'zod';
import { invalidRequest, type Finding } from './problem.js';

const SHOWN = 100;

/** Names in a row, cut where they would fill the page. */
export const named = (names: readonly string[]): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ', …' : '');

/** RFC 6901. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = { object: 'a JSON object', array: 'a list', int: 'a whole number' };

function wordsOf(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    const wanted = TYPES[issue.expected] ?? `a ${issue.expected}`;
    return issue.message.endsWith('received undefined') ? `is missing; it must be ${wanted}` : `must be ${wanted}`;
  }
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return `must be one of ${named(issue.values.map(String))}`;
  return issue.message;
}

/** The fields an object knows are not in the issue, so a caller that has them passes them. */
function findingsOf(issue: Issue, known: readonly string[]): readonly Finding[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(issue.path), message: wordsOf(issue) }];
  const hint = issue.path.length === 0 && known.length > 0 ? `; known are ${named(known)}` : '';
  return issue.keys.map((key) => ({
    pointer: pointerOf([...issue.path, key]),
    message: `is not a field of this request${hint}`,
  }));
}

/**
 * The value as its schema reads it.
 * @param known names of the fields at the top, said when there is one too many.
 * @throws Problem `request.invalid` with one finding for each member that is wrong.
 */
export function checked<S extends z.ZodType>(schema: S, value: unknown, known: readonly string[] = []): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.flatMap((issue) => findingsOf(issue, known));
  throw invalidRequest(
    findings.filter(({ pointer }, i) => findings.findIndex((other) => other.pointer === pointer) === i),
  );
}
