import type { FieldsOf } from '#model';
import type { EngineCase } from '../support/engine.js';
import {
  advance,
  appliedAndReinstated,
  both,
  decided,
  factOf,
  reinstated,
  restored,
  triaged,
  words,
  type Stories,
} from './story.js';

const KEEPERS = ['INTAKE', 'REVIEWER'] as const;
const ENGINE = { id: 'engine', roles: ['SYSTEM'] } as const;

type External = FieldsOf<'RECORD_EXTERNAL'>;
/** What the owner of the decision wrote, recorded by two persons. */
const written = async (subject: EngineCase, kind: External['kind']): Promise<void> =>
  both(subject, KEEPERS, 'RECORD_EXTERNAL', { kind, refNo: 'UP-1', receivedAt: (await subject.snapshot()).now });
const pending = async (subject: EngineCase): Promise<void> => {
  await subject.toReview();
  await decided(subject);
};
const ofUnionPay = { issuer: 'UNIONPAY' } as const;

/** Lives that others turn: the issuer, the owner of the decision, another case, the merchant's channel. */
export const OUTSIDE_STORIES: Stories = {
  'facts-out-of-order': {
    tell: async (subject) => {
      await factOf(subject, 'sig_submit', 'SUBMIT', {});
      await subject.fact({ nonsense: true });
      await subject.until(({ head }) => head.seq === 3);
      await triaged(subject);
      for (const { code, status } of (await subject.snapshot()).case.materials)
        if (status === 'REQUESTED') await subject.upload(code);
      await subject.done('INTAKE', 'SUBMIT', {});
    },
    ends: 'SUBMITTED',
  },
  'merged-into-another': {
    tell: async (subject) => {
      await triaged(subject);
      const { merchantNo } = (await subject.snapshot()).case;
      const target = { caseId: 'case_target', open: true, merchantNo };
      await subject.done('INTAKE', 'MERGE_INTO', { targetCaseId: target.caseId }, { observed: { target } });
      await factOf(subject, 'sig_late', 'SUBMIT', {});
      await subject.until(({ unrecorded }) => unrecorded.length === 0);
    },
    ends: 'CLOSED_MERGED',
  },
  'joined-by-another': {
    tell: async (subject) => {
      await triaged(subject);
      const restriction = { capability: 'REFUND', level: 'MERCHANT', execution: 'DONE' } as const;
      const joined = { sourceCaseId: 'case_source', issuer: 'LAKALA', restrictions: [restriction] } as const;
      await factOf(
        subject,
        'merge:case_source',
        'CASE_MERGED',
        { ...joined, reasonCodes: ['TERMINAL_MISMATCH'] },
        ENGINE,
      );
      await subject.until(({ case: { reasons } }) => reasons.length === 2);
      await appliedAndReinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
  'notice-revoked': {
    notice: ofUnionPay,
    tell: async (subject) => {
      await subject.toReview();
      await written(subject, 'REVOKED');
      await restored(subject);
      await advance(subject, 'P200D');
    },
    ends: 'CLOSED_REINSTATED',
  },
  'notice-amended': {
    tell: async (subject) => {
      await triaged(subject);
      await subject.done('INTAKE', 'NOTICE_AMENDED', {
        content: words,
        contentHash: 'b'.repeat(64),
        reasonCodes: ['INACTIVITY', 'TERMINAL_MISMATCH'],
        restrictions: [{ capability: 'REFUND', level: 'MERCHANT', execution: 'DONE' }],
      });
      await subject.done('REVIEWER', 'ACCEPT_AMENDMENT', {});
      await appliedAndReinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
  'reinstated-by-others': {
    tell: async (subject) => {
      await triaged(subject);
      await written(subject, 'REINSTATED');
      await advance(subject, 'P200D');
    },
    ends: 'CLOSED_REINSTATED',
  },
  'owner-rejects': {
    notice: ofUnionPay,
    tell: async (subject) => {
      await pending(subject);
      await written(subject, 'REJECTED');
      await subject.done('INTAKE', 'RESUBMIT', {});
    },
    ends: 'MATERIALS_REQUESTED',
  },
  'owner-is-silent-then-asks-for-more': {
    notice: ofUnionPay,
    tell: async (subject) => {
      await pending(subject);
      await advance(subject, 'P30D');
      await written(subject, 'SUPPLEMENT');
      await subject.upload('M12', 'doc_again');
      await subject.done('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    },
    ends: 'UNDER_REVIEW',
  },
  'applied-again': {
    notice: { linkedTo: 'case_before' },
    tell: async (subject) => {
      await subject.toReview();
      await decided(subject);
      await reinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
  'undelivered-message': {
    delivery: 'LATER',
    tell: async (subject) => {
      await triaged(subject);
      await advance(subject, 'P30D');
      await subject.done('FIELD_SERVICE', 'LOG_COMMUNICATION', {
        direction: 'OUT',
        channel: 'PHONE',
        party: 'MERCHANT',
        summary: words,
        delivered: true,
      });
      await advance(subject, 'P40D');
    },
    ends: 'CLOSED_EXPIRED',
  },
  'moved-to-the-next-policy': {
    tell: async (subject) => {
      await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
      // Refused where the wall clock is past it already, which is as good.
      await subject.send('LEAD', 'ADVANCE_CLOCK', { to: '2027-01-04T02:00:00.000Z' });
      await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] });
      await both(subject, ['LEAD', 'COMPLIANCE'], 'MIGRATE_POLICY', { policyVersion: '2026-12' });
      await appliedAndReinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
};
