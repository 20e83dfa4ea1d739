import type { Case, Material } from './case.js';
import { deadlineOf, end, liveNames, pause, resume, start, startFixed } from './clocks.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import type { Changes } from './event.js';
import { holdLimit, listedFen } from './held-funds.js';
import { message } from './messages.js';
import { fieldsOf } from './reading.js';
import { task, taskDone } from './tasks.js';
import { stoppedAgain } from './temporary.js';

const reviewClock = (current: Case, context: Parameters<Effect>[2]): Changes =>
  current.deadlines.some(({ name, status }) => name === 'T_REVIEW' && status === 'PAUSED')
    ? resume(current, ['T_REVIEW'], context)
    : start(current, 'T_REVIEW', context);

const all = (...changes: readonly Changes[]): Changes => changes.reduce(joined, {});

export const INVESTIGATION_EFFECTS = {
  openInvestigation: (current, _, context) => {
    // What was held before and let go is not there to be held again.
    const heldFen = deadlineOf(current, 'T_HOLD_LIMIT') ? current.heldFen : listedFen(current);
    return all(
      { heldFen, recommendation: null, signOff: null },
      stoppedAgain(current),
      end(current, ['T_TEMPORARY'], 'VOID', context),
      pause(current, ['T_REVIEW', 'T_MATERIALS', 'T_COMPLETENESS'], context),
      end(current, ['T_TRIAGE', 'T_GRACE', 'T_CONTACT'], 'VOID', context),
      start(current, 'T_INVESTIGATE', context),
      current.heldFen === 0 ? holdLimit(changed(current, { heldFen }), context) : {},
      task(current, context.now, 'ON_SITE_INSPECTION'),
    );
  },
  endInvestigation: (current, command, context) => {
    const { report } = fieldsOf(command, 'INVESTIGATION_CLEARED', 'INVESTIGATION_CONFIRMED');
    return all(
      { reports: [...current.reports, report.commitment] },
      end(current, ['T_INVESTIGATE'], 'MET', context),
      taskDone(current, 'ON_SITE_INSPECTION'),
    );
  },
  backToReview: (current, _, context) =>
    all(end(current, ['T_MATERIALS', 'T_COMPLETENESS'], 'VOID', context), reviewClock(current, context)),
  backToMaterials: (current, command, context) => {
    const paused = current.deadlines.some(({ name, status }) => name === 'T_MATERIALS' && status === 'PAUSED');
    return paused
      ? resume(current, ['T_MATERIALS'], context)
      : message(current, command, context, 'MATERIALS_REQUESTED', 'T_MATERIALS');
  },
  reportToAuthority: (current, _, context) =>
    joined(start(current, 'T_REPORT', context), task(current, context.now, 'REPORT_TO_AUTHORITY')),
  startRectification: (current, command, context) =>
    all(
      pause(current, ['T_REVIEW'], context),
      { rectification: { plan: 'AWAITED', done: false }, recommendation: null, signOff: null },
      message(current, command, context, 'RECTIFICATION_REQUIRED', 'T_RECTIFY'),
    ),
  rectifyBy: (current, command, context) => {
    const { measures = [], dueAt, findings } = fieldsOf(command, 'REQUIRE_RECTIFICATION');
    const papers = measures.map((code): Material => ({
      code,
      requirement: 'REQUIRED',
      status: 'REQUESTED',
      round: 1,
      documents: [],
    }));
    const named = findings.map((_, index) => ({ findingId: `rectify:${current.seq + 1}:${index + 1}`, open: true }));
    return all({ materials: papers, findings: named }, dueAt ? startFixed('T_RECTIFY', dueAt, context) : {});
  },
  planSubmitted: (current) => ({ rectification: { plan: 'SUBMITTED', done: current.rectification?.done ?? false } }),
  planAccepted: (current) => ({ rectification: { plan: 'ACCEPTED', done: current.rectification?.done ?? false } }),
  planReturned: () => ({ rectification: { plan: 'RETURNED', done: false } }),
  rectificationDone: (current, command) => ({
    rectification: { plan: current.rectification?.plan ?? 'AWAITED', done: true },
    reports: [...current.reports, fieldsOf(command, 'RECTIFICATION_DONE').evidence.commitment],
  }),
  rectificationReturned: (current) => ({
    rectification: { plan: current.rectification?.plan ?? 'AWAITED', done: false },
  }),
  rectificationVerified: (current, _, context) =>
    all(
      {
        rectification: null,
        findings: current.findings
          .filter(({ findingId }) => /^(not-)?rectif/.test(findingId))
          .map(({ findingId }) => ({ findingId, open: false })),
      },
      end(current, ['T_RECTIFY', 'T_GRACE', 'T_CONTACT'], 'MET', context),
      reviewClock(current, context),
    ),
  notRectified: (current, _, context) =>
    all(
      { rectification: null, findings: [{ findingId: `not-rectified:${current.seq + 1}`, open: true }] },
      end(current, liveNames(current, 'MERCHANT'), 'VOID', context),
      reviewClock(current, context),
    ),
} as const satisfies Record<string, Effect>;
