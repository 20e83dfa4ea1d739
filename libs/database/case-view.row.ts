import type { ChainHead } from '#audit';
import type { Told } from './case-outbox.js';
import { isClosed, nextDueAt, plusMs, queueOf, rulesOf, type Case, type Deadline } from '#model';

/** The columns of `case_view` that follow from the folded case, besides its id. */
export const VIEW_COLUMNS = [
  'state',
  'queue',
  'reasons',
  'institution_code',
  'merchant_no',
  'notice_no',
  'issuer',
  'assignee',
  'priority',
  'sandbox',
  'opened_at',
  'closed_at',
  'next_due_at',
  'due_real',
  'overdue',
  'last_seq',
  'last_hash',
  'told_number',
  'told_hash',
  'policy_version',
  'folded',
] as const;

type ViewRow = Readonly<Record<(typeof VIEW_COLUMNS)[number], unknown>>;

/** Sorts behind every instant. */
const NEVER = 'infinity';

/** What a list shows of a case and sorts it by. */
export function viewRow(current: Case, head: ChainHead, told: Told): ViewRow {
  const due = nextDueAt(current);
  return {
    state: current.state,
    queue: queueOf(current, rulesOf(current)),
    reasons: current.reasons.map(({ code }) => code),
    institution_code: current.institutionCode,
    merchant_no: current.merchantNo,
    notice_no: current.noticeNo,
    issuer: current.issuer,
    assignee: current.assignee,
    priority: current.priority,
    sandbox: current.sandbox,
    opened_at: current.openedAt,
    closed_at: current.closedAt,
    next_due_at: due,
    due_real: due === null ? NEVER : plusMs(due, -current.offsetMs),
    overdue:
      !isClosed(current.state) && current.deadlines.some((deadline) => passedSince(deadline, current.stateSince)),
    last_seq: head.seq,
    last_hash: Buffer.from(head.hash, 'hex'),
    told_number: told.number,
    told_hash: Buffer.from(told.hash, 'hex'),
    policy_version: current.policyVersion,
    folded: JSON.stringify(current),
  };
}

/** Whether a deadline ran out while the case stood where it still stands. */
const passedSince = ({ status, segments }: Deadline, since: string): boolean =>
  status === 'PASSED' && (segments.at(-1)?.to ?? since) >= since;
