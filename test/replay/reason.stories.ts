import type { ReasonCode } from '#model';
import { advance, evidence, restored, triaged, words, type Stories, type Story } from './story.js';

const reviewed = (code: ReasonCode): Story => ({
  notice: { reasonCodes: [code], issuer: code === 'TRADING_VIOLATION' ? 'UNIONPAY' : 'LAKALA' },
  tell: async (subject) => {
    await subject.toReview();
    await subject.done('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, ...(await evidence(subject)) });
    if (code === 'ILLEGAL_OPERATION') await subject.done('COMPLIANCE', 'COMPLIANCE_SIGN_OFF', await evidence(subject));
    const { state } = await subject.done('SENIOR_REVIEWER', 'APPROVE', await evidence(subject));
    const decision = { kind: 'APPROVED', refNo: 'UP-1', receivedAt: '2026-11-30T00:00:00.000Z' } as const;
    if (state === 'PENDING_EXTERNAL_DECISION') {
      await subject.done('INTAKE', 'RECORD_EXTERNAL', decision);
      await subject.done('REVIEWER', 'RECORD_EXTERNAL', decision);
    }
    await subject.done('OPS', 'START_REINSTATE', {});
    await restored(subject);
    await advance(subject, 'P20D');
    await advance(subject, 'P200D');
  },
  ends: 'CLOSED_REINSTATED',
});

const served = (code: ReasonCode): Story => ({
  notice: { reasonCodes: [code] },
  tell: async (subject) => {
    await triaged(subject);
    await subject.done('OPS', 'SERVICE_RESTORED', {});
    await restored(subject);
    await advance(subject, 'P61D');
  },
  ends: 'CLOSED_REINSTATED',
});

/** Every reason of the domain, brought to its end. */
export const REASON_STORIES: Stories = {
  'trading-violation-of-unionpay': reviewed('TRADING_VIOLATION'),
  'illegal-operation': reviewed('ILLEGAL_OPERATION'),
  'settlement-account-abnormal': reviewed('SETTLEMENT_ACCOUNT_ABNORMAL'),
  'account-changed-again': {
    notice: { reasonCodes: ['SETTLEMENT_ACCOUNT_ABNORMAL'] },
    tell: async (subject) => {
      const { now } = await subject.snapshot();
      await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
      await subject.done(
        'INTAKE',
        'CLASSIFY',
        { reasonCodes: ['SETTLEMENT_ACCOUNT_ABNORMAL'], subs: ['ACCOUNT_CLOSED'] },
        { observed: { accountChange: { caseId: 'case_before', at: now } } },
      );
      const { tasks } = (await subject.snapshot()).case;
      await subject.done('INVESTIGATOR', 'COMPLETE_TASK', { taskId: tasks[0]!.taskId });
    },
    ends: 'MATERIALS_REQUESTED',
  },
  'qualification-expired': reviewed('QUALIFICATION_EXPIRED'),
  'policy-change': reviewed('POLICY_CHANGE'),
  inactivity: reviewed('INACTIVITY'),
  'terminal-mismatch': reviewed('TERMINAL_MISMATCH'),
  maintenance: served('MAINTENANCE'),
  'system-failure': served('SYSTEM_FAILURE'),
  'hardware-damage': served('HARDWARE_DAMAGE'),
  'natural-disaster': served('NATURAL_DISASTER'),
  'other-made-definite': {
    notice: { reasonCodes: ['OTHER'] },
    tell: async (subject) => {
      await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
      await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['SYSTEM_FAILURE'] });
      await subject.done('OPS', 'SERVICE_RESTORED', {});
    },
    ends: 'REINSTATING',
  },
  'authority-freeze': {
    notice: { reasonCodes: ['AUTHORITY_FREEZE'], issuer: 'AUTHORITY', documentNo: 'D-1' },
    tell: async (subject) => {
      await triaged(subject);
      await subject.done('COMPLIANCE', 'RELEASE', { document: 'D-2' });
      await restored(subject);
    },
    ends: 'FOLLOW_UP',
  },
};
