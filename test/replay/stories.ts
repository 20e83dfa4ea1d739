import { evidenceHash, type FieldsOf, type ReasonCode } from '#model';
import type { EngineCase } from '../support/engine.js';

const words = { textId: 'text_1', commitment: 'c'.repeat(64) };
type Notice = Partial<FieldsOf<'NOTICE_INGESTED'>>;

/** A life worth keeping: the notice it opens with, and what happens until one step beyond what it proves. */
export interface Story {
  readonly notice?: Notice;
  readonly tell: (subject: EngineCase) => Promise<unknown>;
}

const evidence = async (subject: EngineCase) => ({ evidenceHash: evidenceHash((await subject.snapshot()).case) });
const advance = (subject: EngineCase, by: string) => subject.done('LEAD', 'ADVANCE_CLOCK', { by });
const restore = async (subject: EngineCase) => {
  for (const { itemId, status } of (await subject.snapshot()).case.scope) {
    if (status === 'RESTORE_REQUESTED') await subject.done('OPS', 'ITEM_RESTORED', { itemId });
  }
};
const triaged = async (subject: EngineCase) => {
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  const { reasons } = (await subject.snapshot()).case;
  await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: reasons.map(({ code }) => code) });
};
const both = async <N extends 'TERMINATE' | 'RELEASE_FUNDS' | 'APPEAL_UPHELD' | 'TEMPORARY_RELEASE'>(
  subject: EngineCase,
  roles: readonly ['SENIOR_REVIEWER' | 'SETTLEMENT_OPS', 'COMPLIANCE' | 'SENIOR_REVIEWER'],
  type: N,
  fields: FieldsOf<N>,
) => {
  await subject.done(roles[0], type, fields);
  await subject.done(roles[1], type, fields);
};

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
    await restore(subject);
    await advance(subject, 'P20D');
    await advance(subject, 'P200D');
  },
});

const served = (code: ReasonCode): Story => ({
  notice: { reasonCodes: [code] },
  tell: async (subject) => {
    await triaged(subject);
    await subject.done('OPS', 'SERVICE_RESTORED', {});
    await restore(subject);
    await advance(subject, 'P61D');
  },
});

/** Every kept life by name. */
export const STORIES: { readonly [name: string]: Story } = {
  'trading-violation-of-unionpay': reviewed('TRADING_VIOLATION'),
  'illegal-operation': reviewed('ILLEGAL_OPERATION'),
  'settlement-account-abnormal': reviewed('SETTLEMENT_ACCOUNT_ABNORMAL'),
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
  },
  'authority-freeze': {
    notice: { reasonCodes: ['AUTHORITY_FREEZE'], issuer: 'AUTHORITY', documentNo: 'D-1' },
    tell: async (subject) => {
      await triaged(subject);
      await subject.done('COMPLIANCE', 'RELEASE', { document: 'D-2' });
      await restore(subject);
    },
  },
  'expired-with-every-reminder': {
    tell: async (subject) => {
      await triaged(subject);
      await advance(subject, 'P40D');
      await subject.send('SENIOR_REVIEWER', 'REOPEN', { reason: words });
    },
  },
  'supplement-with-stopped-clock': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.done('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M12', reason: words }] });
      await advance(subject, 'P2D');
      await subject.done('INTAKE', 'UPLOAD', {
        code: 'M12',
        documentId: 'doc_again',
        sha256: 'e'.repeat(64),
        bytes: 9,
        mediaType: 'image/png',
      });
      await subject.done('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
      await advance(subject, 'P1D');
    },
  },
  'held-and-released': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.done('COMPLIANCE', 'HOLD', {
        authority: 'COURT-1',
        document: 'H-1',
        kind: 'FREEZE',
        reason: words,
      });
      await advance(subject, 'P30D');
      await subject.done('COMPLIANCE', 'RELEASE', { document: 'H-2' });
      await advance(subject, 'P1D');
    },
  },
  'appeal-upheld': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.send(
        'SENIOR_REVIEWER',
        'REJECT',
        { reasonCode: 'RULE-7', remedy: words },
        { id: 'person:senior2' },
      );
      await subject.done('INTAKE', 'APPEAL', { grounds: words });
      await both(subject, ['SENIOR_REVIEWER', 'COMPLIANCE'], 'APPEAL_UPHELD', { reason: words, to: 'APPROVED' });
      await subject.done('OPS', 'START_REINSTATE', {});
    },
  },
  'appeal-denied': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.done('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
      await subject.done('INTAKE', 'APPEAL', { grounds: words });
      await subject.done('COMPLIANCE', 'APPEAL_DENIED', { reason: words });
    },
  },
  terminated: {
    tell: async (subject) => {
      await triaged(subject);
      await both(subject, ['SENIOR_REVIEWER', 'COMPLIANCE'], 'TERMINATE', { reason: words });
    },
  },
  'released-for-a-time': {
    tell: async (subject) => {
      await triaged(subject);
      const {
        now,
        case: { scope },
      } = await subject.snapshot();
      const until = new Date(Date.parse(now) + 3_600_000).toISOString();
      await both(subject, ['SENIOR_REVIEWER', 'COMPLIANCE'], 'TEMPORARY_RELEASE', {
        scopeItemIds: scope.map(({ itemId }) => itemId),
        until,
        reason: words,
      });
      await advance(subject, 'P1D');
    },
  },
  'suspended-again': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.toFollowUp();
      await subject.done('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], reason: words });
      await advance(subject, 'P3D');
    },
  },
  'facts-out-of-order': {
    tell: async (subject) => {
      const at = (await subject.snapshot()).now;
      const fact = (factId: string, command: string) => ({
        factId,
        command,
        fields: {},
        by: { id: 'partner:lakala', roles: ['PARTNER'] },
        occurredAt: at,
        acceptedAt: at,
      });
      await subject.fact(fact('sig_submit', 'SUBMIT'));
      await subject.fact({ nonsense: true });
      await subject.until(({ head }) => head.seq === 3);
      await triaged(subject);
      for (const { code, status } of (await subject.snapshot()).case.materials) {
        if (status === 'REQUESTED')
          await subject.done('INTAKE', 'UPLOAD', {
            code,
            documentId: `doc_${code}`,
            sha256: 'd'.repeat(64),
            bytes: 9,
            mediaType: 'image/png',
          });
      }
      await subject.done('INTAKE', 'SUBMIT', {});
    },
  },
};
