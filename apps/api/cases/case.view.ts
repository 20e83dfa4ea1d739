import type { ChainHead } from '#audit';
import type { Freeze } from '#database';
import {
  allowedActions,
  blockedOn,
  deadlinesView,
  disclosureOf,
  estimatedRestore,
  evidenceHash,
  nextDueAt,
  plusMs,
  fromMs,
  hearingEndsAt,
  queueOf,
  rulesOf,
  STATE_WORDS,
  worksAgain,
  type Case,
  type Instant,
  type Rules,
} from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { httpName } from './command.schema.js';

/** Where a view of a case was read: the record, which may be a moment behind, or the workflow itself. */
export type ViewSource = 'record' | 'workflow';

/** A case with where its chain stands, as the record or the workflow holds it. */
export interface HeldCase {
  readonly case: Case;
  readonly head: ChainHead;
  readonly source: ViewSource;
  /** Set while the case waits to be started again from the record. */
  readonly frozen: Freeze | null;
}

export const rulesFor = ({ policyVersion, calendarVersion }: Case): Rules =>
  rulesOf({ policyVersion, calendarVersion });

/** Case time now: the wall clock and the case's sandbox offset, never before the last event. */
export function caseNow(current: Case, wallMs = Date.now()): Instant {
  const now = plusMs(fromMs(wallMs), current.offsetMs);
  return now > current.lastEventAt ? now : current.lastEventAt;
}

/** What lies between the clocks of this process and of Temporal, and more. */
const HEARING_MARGIN_MS = 60_000;

/** Whether the case ought to have a run: it is open, or closed and still to hear what comes late. */
export function isHeard(current: Case): boolean {
  const endsAt = hearingEndsAt(current, rulesFor(current));
  return endsAt === null || endsAt > plusMs(caseNow(current), HEARING_MARGIN_MS);
}

/** What this caller may do now, with the fields as a body carries them. */
export const actionsOf = (current: Case, { id, roles }: CallerIdentity, now: Instant) =>
  allowedActions(current, { id, roles }, { now, rules: rulesFor(current) }).map(({ command, fields }) => ({
    command,
    fields: fields.map(httpName),
  }));

/** The case as api.md §5 has it, with what this caller may do. */
export function caseView({ case: current, head, source, frozen }: HeldCase, caller: CallerIdentity, now: Instant) {
  const rules = rulesFor(current);
  return {
    ...identityOf(current),
    scope: current.scope.map((item) => ({ ...item, effective: worksAgain(current, item.itemId) })),
    materials: current.materials.map(materialView),
    transactions: current.transactions,
    deadlines: deadlinesView(current, now, rules),
    evidenceHash: evidenceHash(current),
    recommendation: current.recommendation,
    signOff: current.signOff,
    approval: current.approval,
    proposals: current.proposals.filter(({ open }) => open),
    checkpoints: current.checkpoints,
    findings: current.findings,
    ...besides(current, rules),
    supplementRounds: current.supplementRounds,
    amendment: current.amendment,
    assignee: current.assignee,
    priority: current.priority,
    escalation: current.escalation,
    queue: queueOf(current, rules),
    allowedActions: actionsOf(current, caller, now),
    blockedOn: blockedOn(current, rules),
    estimatedRestore: estimatedRestore(current, now, rules),
    nextDueAt: nextDueAt(current),
    frozen: frozen && freezeView(frozen),
    source,
    sandbox: current.sandbox,
    now,
    policyVersion: current.policyVersion,
    calendarVersion: current.calendarVersion,
    chainHead: head.hash,
  };
}

/** What stands beside the states: work asked for, holds, money, arrangements, and what was told. */
const besides = (current: Case, { policy }: Rules) => ({
  tasks: current.tasks,
  holds: current.holds,
  heldFen: current.heldFen,
  alternatives: current.alternatives,
  rectification: current.rectification,
  messages: current.messages,
  neighbours: current.neighbours,
  submissions: current.submissions,
  submittedHash: current.submittedHash,
  disclosure: disclosureOf(current, policy),
  kpis: current.kpis,
});

const identityOf = (current: Case) => ({
  caseId: current.caseId,
  seq: current.seq,
  cycle: current.cycle,
  state: current.state,
  stateText: STATE_WORDS[current.state],
  stateSince: current.stateSince,
  openedAt: current.openedAt,
  closedAt: current.closedAt,
  issuer: current.issuer,
  noticeNo: current.noticeNo,
  noticeDate: current.noticeDate,
  effectiveAt: current.effectiveAt,
  merchantNo: current.merchantNo,
  merchantKind: current.merchantKind,
  institutionCode: current.institutionCode,
  reasons: current.reasons,
  subs: current.subs,
  facts: current.facts,
  linkedTo: current.linkedTo,
  mergedInto: current.mergedInto,
});

/** Why the case takes no commands, and who wants it started again. */
export const freezeView = ({ since, cause, proposal }: Freeze) => ({
  since,
  cause,
  proposal: proposal && { by: proposal.by, as: proposal.as, at: proposal.at },
});

const materialView = ({ code, requirement, status, documents, round, errorCode }: Case['materials'][number]) => ({
  code,
  requirement,
  status,
  documents,
  round,
  ...(errorCode !== undefined && { errorCode }),
});
