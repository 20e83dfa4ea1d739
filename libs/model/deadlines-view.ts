import type { Case, Deadline } from './case.js';
import { remainingAt } from './deadline.js';
import { formatDuration, type Instant } from './instant.js';
import type { Rules } from './rules.js';

/** A deadline as the case shows it; `remaining` is an ISO 8601 duration. */
export interface DeadlineView extends Pick<
  Deadline,
  'name' | 'owner' | 'status' | 'unit' | 'dueAt' | 'extensions' | 'marks'
> {
  readonly remaining: string;
}

/** Every deadline of the case with what is left of it, in the deadline's own kind of time. */
export const deadlinesView = (current: Case, now: Instant, { calendar }: Rules): readonly DeadlineView[] =>
  current.deadlines.map((deadline) => ({
    name: deadline.name,
    owner: deadline.owner,
    status: deadline.status,
    unit: deadline.unit,
    dueAt: deadline.dueAt,
    remaining: formatDuration(remainingAt(deadline, now, calendar)),
    extensions: deadline.extensions,
    marks: deadline.marks,
  }));
