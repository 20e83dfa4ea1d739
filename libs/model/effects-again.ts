import { accountChangedAgain } from './account-change.js';
import type { Case } from './case.js';
import { checklist } from './checklist.js';
import { end, liveOfTurn, start } from './clocks.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import type { Changes } from './event.js';
import { effectiveDate, reasonsOf } from './effects-notice.js';

import { holdLimit } from './held-funds.js';
import { message } from './messages.js';
import { fieldsOf, restricted } from './reading.js';
import type { Context } from './rules.js';
import { subsUnder } from './sub-reasons.js';
import { task } from './tasks.js';
import { stoppedAgain } from './temporary.js';
import type { ReasonCode } from './vocabulary.js';

const all = (...changes: readonly Changes[]): Changes => changes.reduce(joined, {});

/** What a new round forgets of the one before. */
const FRESH = {
  recommendation: null,
  signOff: null,
  approval: null,
  rectification: null,
  appealed: false,
  submissions: 0,
  submittedHash: null,
  supplementRounds: 0,
} as const;

/** Papers that were not accepted are asked for again. */
const askAgain = (current: Case): Changes => ({
  materials: current.materials
    .filter(({ status }) => status === 'REJECTED')
    .map(({ code, round }) => ({ code, status: 'REQUESTED', round: round + 1 })),
});

const replanned = (current: Case, reasonCodes: readonly ReasonCode[], { rules: { policy } }: Context): Changes => {
  const reasons = reasonsOf(reasonCodes, policy);
  const held = reasons.map(({ code }) => code);
  const changes: Changes = {
    reasons,
    subs: subsUnder(held, current.subs, policy),
    scope: current.scope.map(({ itemId }) => ({ itemId, reasons: held })),
  };
  const materials = checklist(changed(current, changes), policy);
  const dropped = current.materials.filter(({ code }) => !materials.some((kept) => kept.code === code));
  return {
    ...changes,
    materials: [...materials, ...dropped.map(({ code }) => ({ code, requirement: 'OPTIONAL' as const }))],
  };
};

export const AGAIN_EFFECTS = {
  reclassify: (current, command, context) => {
    const { reasonCodes, subs = current.subs, facts = current.facts } = fieldsOf(command, 'RECLASSIFY');
    const reasons = reasonsOf(reasonCodes, context.rules.policy);
    return all(
      { subs, facts, recommendation: null, signOff: null, rectification: null },
      replanned({ ...current, subs, facts }, reasonCodes, context),
      stoppedAgain(current),
      end(current, liveOfTurn(current), 'VOID', context),
      effectiveDate(current, reasonCodes, context),
      accountChangedAgain(current, { reasons, subs, facts }, command, context),
    );
  },
  resubmit: (current, command, context) =>
    all(
      { ...FRESH, attempts: current.attempts + 1 },
      askAgain(current),
      end(current, ['T_RESUBMIT', 'T_APPEAL_WINDOW'], 'MET', context),
      message(current, command, context, 'MATERIALS_REQUESTED', 'T_MATERIALS'),
    ),
  /** Another person than before sees to it. */
  appeal: (current, _, context) =>
    all(
      { appealed: true, assignee: null },
      end(current, ['T_RESUBMIT', 'T_APPEAL_WINDOW'], 'MET', context),
      start(current, 'T_APPEAL', context),
    ),
  upholdAppeal: (current, _, { now }, actor) => {
    const items = restricted(current);
    return {
      deciders: [...new Set([...current.deciders, actor.id])],
      approval: { by: actor.id, at: now, itemIds: items.map(({ itemId }) => itemId), conditions: null },
      cleared: [
        ...new Set([
          ...current.cleared,
          ...current.reasons.filter(({ track }) => track === 'REVIEW').map(({ code }) => code),
        ]),
      ],
      scope: items.map(({ itemId, decisionOwner }) => ({
        itemId,
        lifting: decisionOwner === 'INSTITUTION' ? 'DECIDED' : 'PROPOSED',
      })),
    };
  },
  reviewAgain: (current, _, context) =>
    all(
      { recommendation: null, signOff: null },
      end(current, ['T_APPEAL'], 'MET', context),
      start(current, 'T_REVIEW', context),
    ),
  reopen: (current, command, context) =>
    all(
      { ...FRESH, cycle: current.cycle + 1, closedAt: null, kpis: null, attempts: 0 },
      askAgain(current),
      holdLimit(current, context),
      message(current, command, context, 'MATERIALS_REQUESTED', 'T_MATERIALS'),
    ),
  reSuspend: (current, command, context) => {
    const { reasonCodes } = fieldsOf(command, 'RE_SUSPEND', 'RISK_REHIT');
    const stopped = current.scope
      .filter(({ status }) => status === 'RESTORED')
      .map(({ itemId }) => ({
        itemId,
        status: 'RE_SUSPENDED' as const,
        lifting: 'NONE' as const,
        until: null,
        restoredAt: null,
      }));
    const next: Changes = {
      ...FRESH,
      cycle: current.cycle + 1,
      repeatOffender: true,
      cleared: [],
      attempts: 0,
      scope: stopped,
    };
    return all(
      next,
      end(current, liveOfTurn(current), 'VOID', context),
      replanned(changed(current, next), reasonCodes, context),
    );
  },
  terminate: (current, _, { now }) =>
    task(
      current,
      now,
      'RECOVER_TERMINALS',
      'PROPOSE_BLACKLIST',
      ...(current.heldFen > 0 ? (['PLAN_HELD_FUNDS'] as const) : []),
    ),
  merge: (_, command) => ({ mergedInto: fieldsOf(command, 'MERGE_INTO').targetCaseId }),
  proposeTermination: (current, _, { now }) => task(current, now, 'TERMINATION_PROPOSAL'),
} as const satisfies Record<string, Effect>;
