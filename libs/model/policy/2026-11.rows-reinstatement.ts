import type { Row } from './policy.js';

/** Carrying the decision out, and watching afterwards. */
export const REINSTATEMENT_ROWS: readonly Row[] = [
  {
    id: '33',
    from: ['APPROVED'],
    command: 'START_REINSTATE',
    by: ['OPS', 'SYSTEM'],
    guards: ['everyItemDecided', 'everyReasonCleared', 'scopeFree'],
    to: 'REINSTATING',
    effects: ['requestItems'],
  },
  {
    id: '34',
    from: ['REINSTATING', 'PARTIALLY_REINSTATED'],
    command: 'ITEM_RESTORED',
    by: ['PARTNER', 'OPS'],
    when: ['itemsRemain'],
    guards: ['itemKnown', 'itemRestorable'],
    to: 'PARTIALLY_REINSTATED',
    effects: ['itemRestored'],
  },
  {
    id: '34',
    from: ['REINSTATING', 'PARTIALLY_REINSTATED'],
    command: 'ITEM_RESTORED',
    by: ['PARTNER', 'OPS'],
    guards: ['itemKnown', 'itemRestorable'],
    to: 'FOLLOW_UP',
    effects: ['itemRestored', 'startFollowUp', 'endAlternatives'],
  },
  {
    id: '34',
    from: ['REINSTATING', 'PARTIALLY_REINSTATED'],
    command: 'ITEM_FAILED',
    by: ['PARTNER', 'OPS'],
    guards: ['itemKnown', 'itemRestorable'],
    to: 'PARTIALLY_REINSTATED',
    effects: ['itemFailed'],
  },
  { id: '35', from: ['PARTIALLY_REINSTATED'], command: 'RETRY_ITEM', by: ['OPS', 'FIELD_SERVICE'], guards: ['itemKnown', 'itemOpen'], to: 'REINSTATING', effects: ['retryItem'] },
  {
    id: '35',
    from: ['PARTIALLY_REINSTATED'],
    command: 'DROP_ITEM',
    by: ['OPS', 'FIELD_SERVICE'],
    when: ['itemsRemain'],
    guards: ['itemKnown', 'itemOpen'],
    to: 'REINSTATING',
    effects: ['dropItem'],
  },
  {
    id: '35',
    from: ['PARTIALLY_REINSTATED'],
    command: 'DROP_ITEM',
    by: ['OPS', 'FIELD_SERVICE'],
    guards: ['itemKnown', 'itemOpen'],
    to: 'FOLLOW_UP',
    effects: ['dropItem', 'startFollowUp', 'endAlternatives'],
  },
  {
    id: '35',
    from: ['PARTIALLY_REINSTATED'],
    command: 'REPLACE_TERMINAL',
    by: ['OPS', 'FIELD_SERVICE'],
    twoPersons: [
      ['OPS', 'FIELD_SERVICE'],
      ['OPS', 'FIELD_SERVICE'],
    ],
    guards: ['itemKnown', 'terminalReplaceable'],
    to: 'REINSTATING',
    effects: ['replaceTerminal'],
  },
  { id: '36', from: ['FOLLOW_UP'], command: 'RECORD_CHECKPOINT', by: ['REVIEWER'], guards: [], to: 'SAME', event: 'CHECKPOINT_RECORDED', effects: ['recordCheckpoint'] },
  {
    id: '57',
    from: ['FOLLOW_UP'],
    command: 'STEP_CONDITION',
    by: ['REVIEWER', 'SENIOR_REVIEWER'],
    twoPersons: [['REVIEWER'], ['SENIOR_REVIEWER']],
    guards: ['checkpointPassed'],
    to: 'SAME',
    effects: ['stepCondition'],
  },
  { id: '57', from: ['FOLLOW_UP'], command: 'STEP_CONDITION', by: ['SYSTEM'], guards: ['onlyTightens'], to: 'SAME', effects: ['stepCondition'] },
  ...(['RE_SUSPEND', 'RISK_REHIT'] as const).flatMap((command): readonly Row[] => {
    const by = command === 'RE_SUSPEND' ? (['INVESTIGATOR', 'PARTNER'] as const) : (['PARTNER', 'UNIONPAY'] as const);
    const again = { id: '38', from: ['FOLLOW_UP'], command, by, guards: ['definiteAgain'], event: 'RE_SUSPEND' } as const;
    return [
      { ...again, when: ['againToInvestigation'], to: 'UNDER_INVESTIGATION', effects: ['reSuspend', 'openInvestigation'] },
      { ...again, to: 'MATERIALS_REQUESTED', effects: ['reSuspend', 'requestMaterials'] },
    ];
  }),
];
