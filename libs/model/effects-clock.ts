import { advanceTarget } from './advance.js';
import { deadlineOf, end, liveNames, liveOfTurn, start } from './clocks.js';
import type { Effect } from './effect.js';
import { joined } from './evolve.js';
import { toMs } from './instant.js';
import { message } from './messages.js';
import { fieldsOf } from './reading.js';
import { stoppedAgain } from './temporary.js';

export const CLOCK_EFFECTS = {
  fireMark: (current, command) => {
    const { deadline: name, mark } = fieldsOf(command, 'MARK_REACHED');
    const marks = deadlineOf(current, name)!.marks.map((planned) =>
      planned.mark === mark ? { ...planned, fired: true } : planned,
    );
    return { deadlines: [{ name, marks }] };
  },
  remind: (current, command, context) =>
    message(current, command, context, `REMINDER_${fieldsOf(command, 'MARK_REACHED').deadline}`),
  passDeadline: (current, command, context) =>
    end(current, [fieldsOf(command, 'DEADLINE_PASSED').deadline], 'PASSED', context),
  startGrace: (current, command, context) =>
    joined(start(current, 'T_GRACE', context), message(current, command, context, 'GRACE')),
  escalate: (current) => ({ escalation: current.escalation + 1 }),
  /** All but the report to the authority: the law's clock runs on when the case is closed (domain §4.3 row 21). */
  stopClocks: (current, _, context) =>
    end(
      current,
      liveNames(current).filter((name) => name !== 'T_REPORT'),
      'VOID',
      context,
    ),
  /** The case turns to something else: what belonged to where it stood is over, what the law or others set goes on. */
  stopTurn: (current, _, context) => joined(stoppedAgain(current), end(current, liveOfTurn(current), 'VOID', context)),
  advanceClock: (current, command, { now }) => {
    const target = advanceTarget(current, fieldsOf(command, 'ADVANCE_CLOCK'), now)!;
    return { offsetMs: current.offsetMs + (toMs(target) - toMs(now)) };
  },
} as const satisfies Record<string, Effect>;
