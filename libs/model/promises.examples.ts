import { allowedActions } from './allowed-actions.js';
import type { Case, ScopeItem } from './case.js';
import { deadlineOf, nextDueAt } from './clocks.js';
import type { CaseEvent } from './event.js';
import { CURRENT_RULES as rules } from './policy/policies.js';
import { evidenceHash, hasReview, missing } from './reading.js';
import { isClosed, ROLES, type DeadlineName } from './vocabulary.js';

/** Never done by one person alone, whatever the case. */
const TWO_PERSONS = [
  'WAIVE_MATERIAL',
  'TERMINATE',
  'TEMPORARY_RELEASE',
  'RELEASE_FUNDS',
  'APPEAL_UPHELD',
  'INVESTIGATION_CONFIRMED',
  'REPLACE_TERMINAL',
];
/** The issuer takes it back or names it no longer, or somebody else has lifted it. */
const LIFTED_WITHOUT_US = ['NOTICE_REVOKED', 'OUTSIDE_REINSTATED', 'ACCEPT_AMENDMENT'];
/** An authority lets go of what it alone has stopped. */
const RELEASED = ['RELEASE', 'HOLD_LAPSED'];
/** A technical fact, which is nobody's decision. */
const SERVED = ['SERVICE_RESTORED', 'PROBE_OK'];
/** Stops a case, ends it or starts it anew: possible nearly always, and no way on. */
const NO_WAY_ON = ['HOLD', 'TERMINATE', 'MERGE_INTO', 'WITHDRAW', 'RECLASSIFY', 'RE_SUSPEND', 'OPEN_INVESTIGATION'];

const { transitions } = rules.policy;

/** Whether a promise holds for one event of a life; `before` is undefined for the first. */
type Holds = (before: Case, event: CaseEvent, after: Case) => boolean;

function movesByTheTable(before: Case, event: CaseEvent, after: Case): boolean {
  const named = transitions.filter(({ id, from }) => id === event.payload.row && from.includes(before.state));
  if (named.length > 0 && !named.some(({ by }) => by.includes(event.actor.role))) return false;
  if (before.state === after.state) return true;
  return named.some(({ to }) => (to === 'PRIOR' ? before.heldFrom?.state : to) === after.state);
}

function takesTwoPersons(before: Case, { type, actor }: CaseEvent): boolean {
  if (TWO_PERSONS.includes(type) && !before.proposals.some(({ open, by }) => open && by.id !== actor.id)) return false;
  if (type === 'APPEAL_UPHELD' || type === 'APPEAL_DENIED')
    return !before.makers.includes(actor.id) && !before.deciders.includes(actor.id);
  if (type !== 'APPROVE') return true;
  const { recommendation } = before;
  return (
    recommendation !== null &&
    recommendation.by !== actor.id &&
    recommendation.evidenceHash === evidenceHash(before) &&
    !before.makers.includes(actor.id)
  );
}

function liftedRightly(item: ScopeItem, was: ScopeItem | undefined, { type }: CaseEvent): boolean {
  const reviewed = hasReview(item.reasons, rules.policy);
  if (reviewed && item.status === 'RESTORED' && was?.status !== 'RESTORED') {
    if (type === 'ITEM_RESTORED') return was?.lifting === 'DECIDED';
    if (![...LIFTED_WITHOUT_US, 'TEMPORARY_RELEASE'].includes(type)) return false;
  }
  if (item.lifting !== 'DECIDED' || !was || was.lifting === 'DECIDED') return true;
  const decided = item.decisionOwner === 'INSTITUTION' ? ['APPROVE', 'APPEAL_UPHELD'] : ['EXTERNAL_APPROVED'];
  return [...LIFTED_WITHOUT_US, ...decided, ...(reviewed ? [] : [...SERVED, ...RELEASED])].includes(type);
}

function firesWhileDue(before: Case, { type, requestId, at, payload }: CaseEvent, after: Case): boolean {
  if (!requestId.startsWith('timer:') || type === 'LATE_TIMER') return true;
  const { deadline: name, mark } = payload.fields as { deadline: DeadlineName; mark?: string };
  const [was, is] = [deadlineOf(before, name), deadlineOf(after, name)];
  if (mark !== undefined) return was?.marks.find((planned) => planned.mark === mark)?.fired === false;
  const due = was?.status === 'RUNNING' && was.dueAt !== null && was.dueAt <= at;
  return due && (is?.status !== 'RUNNING' || is.dueAt! > was.dueAt);
}

function hasNextStep(after: Case): boolean {
  if (isClosed(after.state) || after.state === 'ON_HOLD') return true;
  const everybody = { id: 'person:fresh', roles: ROLES };
  const context = { now: after.lastEventAt, rules };
  const possible = allowedActions(after, everybody, context).map(({ command }) => command);
  const leadsOn = (name: string): boolean =>
    !NO_WAY_ON.includes(name) &&
    transitions.some(
      ({ command, from, to, event = '' }) =>
        command === name && from.includes(after.state) && to !== 'SAME' && !LIFTED_WITHOUT_US.includes(event),
    );
  // What a technical fault still holds waits for the service, however far the review has come.
  const serviceAway = after.reasons.some(({ code, track }) => track === 'SERVICE' && !after.cleared.includes(code));
  // What an authority has stopped waits for it, also where the case is not put on hold for that yet: its paper is entered then.
  const authorityHolds = after.reasons.some(({ code, track }) => track === 'HOLD' && !after.cleared.includes(code));
  const uploads = transitions.some(({ command, from }) => command === 'UPLOAD' && from.includes(after.state));
  return (
    nextDueAt(after) !== null ||
    after.tasks.some(({ open }) => open) ||
    possible.some(leadsOn) ||
    (serviceAway && possible.includes('SERVICE_RESTORED')) ||
    (authorityHolds && possible.includes('HOLD')) ||
    (after.findings.some(({ open }) => open) && possible.includes('RECORD_CHECKPOINT')) ||
    (uploads && missing(after).length > 0) ||
    after.messages.some(({ starts, deliveredAt }) => starts && deliveredAt === null)
  );
}

const PROMISES: { readonly [words: string]: Holds } = {
  'time never runs back': (before, { at }) => at >= before.lastEventAt,
  'a case moves by a row of the table, and by a role that row names': movesByTheTable,
  'what takes two persons is never done by one, and nobody approves what he prepared': takesTwoPersons,
  'a restriction under review is lifted by two persons or its owner, and another licensee’s never by us': (
    before,
    event,
    after,
  ) =>
    after.scope.every((item) =>
      liftedRightly(
        item,
        before.scope.find(({ itemId }) => itemId === item.itemId),
        event,
      ),
    ),
  'silence approves nothing': (before, { actor }, after) =>
    actor.role !== 'SYSTEM' ||
    ((before.state === after.state || after.state !== 'APPROVED') && after.approval?.at === before.approval?.at),
  'a deadline fires while it runs and is due': firesWhileDue,
};

/** The promises of the domain (§4) that an event breaks, in words. */
export function brokenPromises(before: Case | undefined, event: CaseEvent, after: Case): readonly string[] {
  const broken = before ? Object.entries(PROMISES).filter(([, holds]) => !holds(before, event, after)) : [];
  return [
    ...broken.map(([words]) => words),
    ...(event.seq === (before?.seq ?? 0) + 1 ? [] : ['events are numbered without a gap']),
    ...(hasNextStep(after) ? [] : ['somebody can move the case on, or time will, unless an authority holds it']),
  ];
}
