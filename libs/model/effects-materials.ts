import type { Case, Material } from './case.js';
import { end, pause, resume, start } from './clocks.js';
import { checklist } from './checklist.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import type { Changes } from './event.js';
import { extended } from './deadline.js';
import { budgetMs } from './deadline.js';
import { parseDuration } from './instant.js';
import { message, reached } from './messages.js';
import { evidenceHash, fieldsOf, materialOf } from './reading.js';
import { task, taskDone } from './tasks.js';
import type { MaterialStatus } from './vocabulary.js';

const verdict = (code: Material['code'], status: MaterialStatus, errorCode?: string): Changes => ({
  materials: [{ code, status, ...(errorCode && { errorCode }) }],
});

/** Conditional papers become required, or stop being so, as the facts change. */
const withFacts = (current: Case, changes: Changes, context: Parameters<Effect>[2]): Changes =>
  joined(changes, { materials: checklist(changed(current, changes), context.rules.policy) });

export const MATERIAL_EFFECTS = {
  addDocument: (current, command) => {
    const { code, documentId, sha256, receivedAt, validUntil } = fieldsOf(command, 'UPLOAD');
    const material = materialOf(current, code)!;
    return {
      materials: [
        {
          code,
          status: 'UPLOADED',
          documents: [
            ...material.documents,
            {
              documentId,
              sha256,
              round: material.round,
              ...(receivedAt !== undefined && { receivedAt }),
              ...(validUntil !== undefined && { validUntil }),
            },
          ],
        },
      ],
    };
  },
  submit: (current, _, context) => ({
    submissions: current.submissions + 1,
    submittedHash: evidenceHash(current),
    ...joined(
      end(current, ['T_MATERIALS', 'T_GRACE', 'T_CONTACT'], 'MET', context),
      start(current, 'T_COMPLETENESS', context),
    ),
  }),
  beginReview: (current, _, context) =>
    joined(end(current, ['T_COMPLETENESS'], 'MET', context), start(current, 'T_REVIEW', context)),
  acceptMaterial: (_, command) => verdict(fieldsOf(command, 'ACCEPT_MATERIAL').code, 'ACCEPTED'),
  rejectMaterial: (_, command) => {
    const { code, errorCode } = fieldsOf(command, 'REJECT_MATERIAL');
    return verdict(code, 'REJECTED', errorCode);
  },
  waiveMaterial: (_, command) => verdict(fieldsOf(command, 'WAIVE_MATERIAL').code, 'WAIVED'),
  judgeTransaction: (current, command, context) => {
    const { transactionId, verdict: judged } = fieldsOf(command, 'JUDGE_TRANSACTION');
    const judgement: Changes = { transactions: [{ transactionId, verdict: judged }] };
    const upheld = changed(current, judgement).transactions.some((listed) => listed.verdict === 'UPHELD');
    const facts = current.facts.filter((fact) => fact !== 'hitUpheld');
    return withFacts(current, { ...judgement, facts: upheld ? [...facts, 'hitUpheld'] : facts }, context);
  },
  requestSupplement: (current, command, context) => {
    const asked = new Set(fieldsOf(command, 'REQUEST_SUPPLEMENT').items.map(({ code }) => code));
    const stopped = pause(current, ['T_REVIEW', 'T_COMPLETENESS'], context);
    const again = current.materials
      .filter(({ code }) => asked.has(code))
      .map(({ code, round }) => ({
        code,
        round: round + 1,
        status: 'REQUESTED' as const,
        requirement: 'REQUIRED' as const,
      }));
    return [
      { supplementRounds: current.supplementRounds + 1, recommendation: null, materials: again },
      message(current, command, context, 'SUPPLEMENT_REQUIRED', 'T_SUPPLEMENT'),
    ].reduce<Changes>(joined, stopped);
  },
  takeSupplement: (current, _, context) => {
    const met = end(current, ['T_SUPPLEMENT', 'T_GRACE', 'T_COMPLETENESS', 'T_CONTACT'], 'MET', context);
    const reviewed = current.deadlines.some(({ name, status }) => name === 'T_REVIEW' && status === 'PAUSED');
    const review = reviewed ? resume(current, ['T_REVIEW'], context) : start(current, 'T_REVIEW', context);
    return { submissions: current.submissions + 1, submittedHash: evidenceHash(current), ...joined(met, review) };
  },
  extend: (current, command, context) => {
    const { deadline: name, by } = fieldsOf(command, 'EXTEND');
    const deadline = current.deadlines.find((candidate) => candidate.name === name)!;
    const { days, ms } = parseDuration(by)!;
    const unit = deadline.unit === 'WORKING' ? 'WD' : 'D';
    return joined(
      { deadlines: [extended(deadline, budgetMs({ n: days, unit }, context.rules.calendar) + ms, context)] },
      taskDone(current, 'CONSIDER_EXTENSION'),
    );
  },
  /** A merchant asks; a person grants it or lets it be. */
  askExtension: (current, _, { now }) => task(current, now, 'CONSIDER_EXTENSION'),
  messageDelivered: (current, command, context) => {
    const { messageId, at } = fieldsOf(command, 'MESSAGE_DELIVERED');
    return reached(current, context, [messageId], at);
  },
  /** Whoever says that it knows has been told, of everything. */
  acknowledged: (current, _, context) =>
    reached(
      current,
      context,
      current.messages.map(({ messageId }) => messageId),
    ),
} as const satisfies Record<string, Effect>;
