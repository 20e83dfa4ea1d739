import type { ScopeItem } from './case.js';
import { end, start } from './clocks.js';
import type { Effect } from './effect.js';
import { joined } from './evolve.js';
import type { Changes } from './event.js';
import { message } from './messages.js';
import { approvedItems, evidenceHash, fieldsOf } from './reading.js';

const lift = (items: readonly ScopeItem[], lifting: (item: ScopeItem) => ScopeItem['lifting']): Changes => ({
  scope: items.map((item) => ({ itemId: item.itemId, lifting: lifting(item) })),
});

export const DECISION_EFFECTS = {
  recommend: (_, command, { now }, actor) => {
    const { opinion, evidenceHash: named } = fieldsOf(command, 'RECOMMEND');
    return { recommendation: { opinion, by: actor.id, at: now, evidenceHash: named } };
  },
  returnToFirst: () => ({ recommendation: null, signOff: null }),
  signOff: (current, _, __, actor) => ({ signOff: { by: actor.id, evidenceHash: evidenceHash(current) } }),
  approve: (current, command, { now }, actor) => {
    const { conditions } = fieldsOf(command, 'APPROVE');
    const items = approvedItems(current, command);
    const itemIds = items.map(({ itemId }) => itemId);
    const reviewed = current.reasons.filter(({ track }) => track === 'REVIEW').map(({ code }) => code);
    return {
      deciders: [...new Set([...current.deciders, actor.id])],
      cleared: [...new Set([...current.cleared, ...reviewed])],
      approval: { by: actor.id, at: now, itemIds, conditions: conditions ?? null },
      ...lift(items, ({ decisionOwner }) => (decisionOwner === 'INSTITUTION' ? 'DECIDED' : 'PROPOSED')),
    };
  },
  decided: (current, _, __, actor) => ({ deciders: [...new Set([...current.deciders, actor.id])] }),
  endReview: (current, _, context) => end(current, ['T_REVIEW', 'T_APPEAL', 'T_EFFECTIVE'], 'MET', context),
  tellApproved: (current, command, context) => message(current, command, context, 'APPROVED'),
  awaitOwner: (current, _, context) => start(current, 'T_EXTERNAL', context),
  ownerApproved: (current, _, context) => {
    const proposed = current.scope.filter(({ lifting }) => lifting === 'PROPOSED');
    return joined(
      lift(proposed, () => 'DECIDED'),
      end(current, ['T_EXTERNAL'], 'MET', context),
    );
  },
  ownerRejected: (current, _, context) => {
    const proposed = current.scope.filter(({ lifting }) => lifting === 'PROPOSED');
    return joined(
      lift(proposed, () => 'NONE'),
      end(current, ['T_EXTERNAL'], 'MET', context),
    );
  },
  ownerAsksMore: (current, command, context) => {
    const reopened = current.materials
      .filter(({ status, requirement }) => requirement === 'REQUIRED' && status === 'REJECTED')
      .map(({ code, round }) => ({ code, round: round + 1, status: 'REQUESTED' as const }));
    const back: Changes = {
      supplementRounds: current.supplementRounds + 1,
      recommendation: null,
      approval: null,
      materials: reopened,
    };
    const proposed = current.scope.filter(({ lifting }) => lifting !== 'NONE');
    return [
      lift(proposed, () => 'NONE'),
      end(current, ['T_EXTERNAL'], 'MET', context),
      message(current, command, context, 'SUPPLEMENT_REQUIRED', 'T_SUPPLEMENT'),
    ].reduce(joined, back);
  },
  /** Another decision, so another appeal; both windows open for the merchant when it is known to have been told. */
  openWindows: (current, command, context) =>
    joined(
      { approval: null, appealed: false },
      message(current, command, context, 'REJECTED', 'T_RESUBMIT', 'T_APPEAL_WINDOW'),
    ),
  armReinstate: (current, _, context) => start(current, 'T_REINSTATE', context),
  declineProposal: (current, command) => ({
    proposals: current.proposals
      .filter((proposal) => proposal.open && proposal.command === fieldsOf(command, 'DECLINE').command)
      .map(({ key }) => ({ key, open: false })),
  }),
} as const satisfies Record<string, Effect>;
