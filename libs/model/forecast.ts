import type { Case, Deadline } from './case.js';
import { budgetFor } from './clocks.js';
import { addWorkingMs } from './calendar/working-time.js';
import { budgetMs, remainingAt } from './deadline.js';
import type { Instant } from './instant.js';
import type { Row } from './policy/policy.js';
import type { Rules } from './rules.js';
import type { DeadlineName, OpenState } from './vocabulary.js';
import { isClosed } from './vocabulary.js';
import { STATE_WORDS, type Words } from './words.js';

/** Something that will happen by itself, when, and what would prevent it. */
export interface Forecast {
  readonly at: Instant;
  readonly deadline: DeadlineName;
  readonly mark: string | null;
  readonly what: Words;
  readonly unless: Words | null;
}

const UNLESS: { readonly [D in DeadlineName]?: Words } = {
  T_CONFIRM: { zh: '通知先被确认', en: 'the notice is confirmed before' },
  T_TRIAGE: { zh: '先完成定因', en: 'the case is classified before' },
  T_MATERIALS: { zh: '先提交申请', en: 'the application is submitted before' },
  T_GRACE: { zh: '先交齐材料', en: 'the papers are handed in before' },
  T_COMPLETENESS: { zh: '先完成形式审查', en: 'completeness is checked before' },
  T_REVIEW: { zh: '先作出审核决定', en: 'the decision is taken before' },
  T_SUPPLEMENT: { zh: '先提交补件', en: 'the supplement is submitted before' },
  T_EXTERNAL: { zh: '有权方先批复', en: 'the owner decides before' },
  T_REINSTATE: { zh: '先完成恢复', en: 'every item is restored before' },
  T_RESUBMIT: { zh: '先重新提交', en: 'the application is made again before' },
  T_APPEAL_WINDOW: { zh: '先提出申诉', en: 'an appeal is made before' },
  T_FOLLOWUP: { zh: '观察期内再次触发风险', en: 'something is found before' },
};

/** The first row that answers this deadline in this state by itself; conditions may still choose another at the time. */
const rowFor = (current: Case, name: DeadlineName, { policy }: Rules): Row | undefined => {
  const rows = policy.transitions.filter(
    (row) =>
      row.command === 'DEADLINE_PASSED' &&
      row.from !== 'NOTHING' &&
      row.from.includes(current.state) &&
      (row.deadline?.includes(name) ?? true),
  );
  return rows.find(({ to }) => to !== 'SAME') ?? rows[0];
};

function outcome(current: Case, name: DeadlineName, rules: Rules): Words {
  const to = rowFor(current, name, rules)?.to;
  if (to && to !== 'SAME' && to !== 'PRIOR')
    return { zh: `转为「${STATE_WORDS[to].zh}」`, en: `becomes “${STATE_WORDS[to].en}”` };
  if (name === 'T_MATERIALS' || name === 'T_SUPPLEMENT') return { zh: '进入宽限期', en: 'the grace period begins' };
  return { zh: `${name} 超时并升级`, en: `${name} is overdue and escalated` };
}

function ofDeadline(current: Case, { name, dueAt, marks }: Deadline, rules: Rules): readonly Forecast[] {
  const unless = UNLESS[name] ?? null;
  const ahead = marks
    .filter(({ fired }) => !fired)
    .map(({ at, mark }): Forecast => ({
      at,
      deadline: name,
      mark,
      what: { zh: `${name} ${mark} 提示`, en: `${name} mark ${mark}` },
      unless,
    }));
  return [...ahead, { at: dueAt!, deadline: name, mark: null, what: outcome(current, name, rules), unless }];
}

/** What will happen by itself if nobody acts, soonest first; made from the same deadlines the workflow waits on. */
export const forecast = (current: Case, rules: Rules): readonly Forecast[] =>
  current.deadlines
    .filter(({ status }) => status === 'RUNNING')
    .flatMap((deadline) => ofDeadline(current, deadline, rules))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

/** Deadlines that still lie between a state and the first restored item, on the usual way. */
const AHEAD: { readonly [S in OpenState]?: readonly DeadlineName[] } = {
  NOTICE_RECEIVED: ['T_CONFIRM', 'T_TRIAGE', 'T_MATERIALS', 'T_COMPLETENESS', 'T_REVIEW', 'T_REINSTATE'],
  NOTICE_CONFIRMED: ['T_TRIAGE', 'T_MATERIALS', 'T_COMPLETENESS', 'T_REVIEW', 'T_REINSTATE'],
  MATERIALS_REQUESTED: ['T_MATERIALS', 'T_COMPLETENESS', 'T_REVIEW', 'T_REINSTATE'],
  SUBMITTED: ['T_COMPLETENESS', 'T_REVIEW', 'T_REINSTATE'],
  SUPPLEMENT_REQUIRED: ['T_SUPPLEMENT', 'T_REVIEW', 'T_REINSTATE'],
  UNDER_REVIEW: ['T_REVIEW', 'T_REINSTATE'],
  PENDING_EXTERNAL_DECISION: ['T_EXTERNAL', 'T_REINSTATE'],
  APPROVED: ['T_REINSTATE'],
  REINSTATING: ['T_REINSTATE'],
  PARTIALLY_REINSTATED: ['T_REINSTATE'],
};

/** Estimate of the first restoration: from half of what the deadlines on the way allow to all of it. Null once it is no question. */
export function estimatedRestore(
  current: Case,
  now: Instant,
  rules: Rules,
): { readonly from: Instant; readonly to: Instant } | null {
  const ahead = isClosed(current.state) ? undefined : AHEAD[current.state];
  if (!ahead) return null;
  const workingMs = ahead.reduce((sum, name) => sum + allowance(current, name, now, rules), 0);
  return {
    from: addWorkingMs(rules.calendar, now, Math.round(workingMs / 2)),
    to: addWorkingMs(rules.calendar, now, workingMs),
  };
}

function allowance(current: Case, name: DeadlineName, now: Instant, rules: Rules): number {
  const live = current.deadlines.find(
    (deadline) => deadline.name === name && deadline.status !== 'VOID' && deadline.status !== 'MET',
  );
  return live
    ? remainingAt(live, now, rules.calendar)
    : budgetMs(budgetFor(current, name, { now, rules }), rules.calendar);
}
