import { CaseStory, asker } from '../case.examples.js';
import type { Case, Deadline } from '../case.js';
import { COMMANDS, type CommandName } from '../commands.js';
import { CONDITIONS } from '../conditions.js';
import type { Asker, Command } from '../event.js';
import { changed } from '../evolve.js';
import { GUARDS } from '../guards.js';
import { DAY_MS, plusMs, type Instant } from '../instant.js';
import { evidenceHash } from '../reading.js';
import type { Context } from '../rules.js';
import { sampleFields } from '../sample.examples.js';
import { DEADLINE_NAMES, isClosed, type DeadlineName, type Role, type State } from '../vocabulary.js';
import type { NamedRow } from './row-names.js';

/** What the table says of a command in a case, read row by row: the rule with its first broken guard, or why there is none. */
export type Expected =
  | { readonly rule: NamedRow; readonly broken: string | null }
  | { readonly rule: null; readonly code: 'auth.role' | 'case.closed' | 'transition.not-allowed' };

const asks = ({ row }: NamedRow, current: Case, { type, fields }: Command): boolean =>
  row.command === type &&
  row.from !== 'NOTHING' &&
  row.from.includes(current.state) &&
  (!row.deadline || row.deadline.includes((fields as { deadline: DeadlineName }).deadline));

/** Reads the table as domain §4.3 is read: role, state, conditions, guards. */
export function expected(rows: readonly NamedRow[], current: Case, command: Command, context: Context): Expected {
  const [role] = command.by.roles as readonly [Role];
  const lets = ({ row }: NamedRow) => row.by.includes(role);
  if (!rows.some((named) => named.row.command === command.type && lets(named)))
    return { rule: null, code: 'auth.role' };
  const here = rows.filter((named) => asks(named, current, command));
  const possible = here.filter(({ row }) =>
    (row.when ?? []).every((name) => CONDITIONS[name](current, command, context)),
  );
  const rule = possible.find(lets);
  if (rule)
    return {
      rule,
      broken: rule.row.guards.flatMap((name) => GUARDS[name](current, command, context)?.[0] ?? [])[0] ?? null,
    };
  if (possible.length > 0) return { rule: null, code: 'auth.role' };
  return { rule: null, code: isClosed(current.state) ? 'case.closed' : 'transition.not-allowed' };
}

const told = new CaseStory().followUp();
const NOW = told.case.lastEventAt;
/** A calendar the table's own test releases. */
export const LATER_CALENDAR = 'cn-2026.9';
/** The instant at which a command of this type comes: moves to a policy come when it has become mandatory. */
export const instantOf = (type: CommandName): Instant => (type === 'MIGRATE_POLICY' ? '2027-01-04T02:00:00.000Z' : NOW);

const running = (name: DeadlineName): Deadline => ({
  name,
  owner: 'MERCHANT',
  status: 'RUNNING',
  unit: 'NATURAL',
  budgetMs: DAY_MS,
  remainingMs: DAY_MS,
  dueAt: NOW,
  segments: [{ from: NOW, to: null }],
  marks: [{ mark: 'd7', at: NOW, fired: false }],
  extensions: 0,
});

const openHold = (document: string, until: Instant | null = null): Case['holds'][number] => ({
  document,
  authority: 'COURT',
  kind: 'FREEZE',
  from: NOW,
  until,
  open: true,
});

/** A case with something of everything, so that most rules have what they ask for; its evidence is recommended and signed off. */
export const RICH: Case = recommended({
  ...told.case,
  deadlines: DEADLINE_NAMES.map(running),
  makers: [],
  deciders: [],
  attempts: 0,
  amendment: {
    content: told.case.content,
    contentHash: 'b'.repeat(64),
    reasonCodes: ['TRADING_VIOLATION'],
    restrictions: [],
  },
  rectification: { plan: 'SUBMITTED', done: true },
  checkpoints: [{ mark: 'd7', dueAt: NOW, status: 'RECORDED' }],
  documentNo: 'D-1',
  heldFen: 7,
  holds: [openHold('id_1')],
  tasks: [{ taskId: 'id_1', kind: 'REACH_MERCHANT', owner: 'INTAKE', since: NOW, open: true }],
  scope: told.case.scope.map((item) => ({
    ...item,
    status: 'RESTORE_REQUESTED' as const,
    lifting: 'DECIDED' as const,
  })),
});

/** The same case with its evidence recommended and signed off as it is now. */
export function recommended(current: Case): Case {
  const hash = evidenceHash(current);
  return {
    ...current,
    recommendation: { opinion: 'APPROVE', by: 'person:first', at: NOW, evidenceHash: hash },
    signOff: { by: 'person:compliance', evidenceHash: hash },
  };
}

/** A case put into a state, with what every case in it has. */
export const inState = (current: Case, state: State): Case => ({
  ...current,
  state,
  closedAt: isClosed(state) ? NOW : null,
  heldFrom: state === 'ON_HOLD' ? (current.heldFrom ?? { state: 'FOLLOW_UP', paused: [] }) : null,
});

const item = { itemId: RICH.scope[0]!.itemId };

/** Fields that speak of something the rich case has; a sample's would speak of nothing. */
function speaking(type: CommandName, current: Case): object {
  const fields = COMMANDS[type];
  return {
    ...('evidenceHash' in fields && { evidenceHash: evidenceHash(current) }),
    ...('itemId' in fields && item),
    ...('transactionId' in fields && { transactionId: current.transactions[0]?.transactionId ?? 'none' }),
    ...('messageId' in fields && { messageId: current.messages[0]?.messageId ?? 'none' }),
    ...(type === 'DEADLINE_PASSED' && { deadline: 'T_FOLLOWUP' }),
    ...(type === 'MARK_REACHED' && { deadline: 'T_FOLLOWUP', mark: 'd7' }),
    ...(type === 'RELEASE_FUNDS' && { amountFen: 3, keepFen: 4 }),
    ...(type === 'TEMPORARY_RELEASE' && { scopeItemIds: [item.itemId], until: plusMs(NOW, DAY_MS) }),
    ...(type === 'MIGRATE_POLICY' && { policyVersion: '2026-12' }),
    ...(type === 'CALENDAR_CHANGED' && { calendarVersion: LATER_CALENDAR }),
    ...(type === 'ADVANCE_CLOCK' && { by: 'P1D' }),
    ...(type === 'DECLINE' && { command: 'TERMINATE' }),
    ...(type === 'NOTICE_REVOKED' && { issuer: current.issuer }),
    ...(type === 'MERGE_INTO' && { targetCaseId: 'case_2' }),
    ...(type === 'CASE_MERGED' && { restrictions: [] }),
    ...(type === 'RESUME' && { proposedBy: 'person:another', proposedAs: 'COMPLIANCE' }),
  };
}

/** A command as somebody in that role would send it of that case. */
export function commandOf(
  type: CommandName,
  role: Role,
  current: Case,
  fields: object = {},
  by: Asker = asker(role),
): Command {
  const target = { caseId: 'case_2', open: true, merchantNo: current.merchantNo };
  return {
    type,
    fields: { ...sampleFields(COMMANDS[type]), ...speaking(type, current), ...fields },
    by,
    requestId: 'r_1',
    observed: { at: NOW, delivery: 'AT_ONCE', target },
  } as Command;
}

const over = (...names: readonly DeadlineName[]): Case => ({
  ...RICH,
  deadlines: RICH.deadlines.map((known) =>
    names.includes(known.name) ? { ...known, status: 'PASSED' as const } : known,
  ),
});

const patched = (change: Parameters<typeof changed>[1]): Case => recommended(changed(RICH, change));
const reasons = (...codes: readonly Case['reasons'][number][]): Case =>
  recommended({ ...RICH, reasons: codes, cleared: [] });

const FREEZE = { code: 'AUTHORITY_FREEZE', track: 'HOLD' } as const;
const proposal = (command: CommandName, role: Role): Case['proposals'][number] => ({
  key: command,
  command,
  by: { id: 'person:x', role },
  at: NOW,
  evidenceHash: '',
  open: true,
});

/** The rich case with one thing otherwise: together they meet every condition of the table, and its contrary. */
export const VARIANTS: { readonly [name: string]: Case } = {
  rich: RICH,
  real: { ...RICH, sandbox: false },
  'of another owner': recommended({
    ...RICH,
    scope: RICH.scope.map((known) => ({ ...known, decisionOwner: 'UNIONPAY' as const })),
  }),
  suspended: recommended({
    ...RICH,
    scope: RICH.scope.map((known) => ({ ...known, status: 'SUSPENDED' as const, lifting: 'NONE' as const })),
  }),
  'ordered to be stopped': recommended({
    ...RICH,
    scope: RICH.scope.map((known) => ({ ...known, status: 'STOP_ORDERED' as const, lifting: 'NONE' as const })),
  }),
  'with another place': patched({
    scope: [{ ...RICH.scope[0]!, itemId: 'TERMINAL:T0000002:ACCEPT_CARD', place: 'T0000002' }],
  }),
  restored: recommended({ ...RICH, scope: RICH.scope.map((known) => ({ ...known, status: 'RESTORED' as const })) }),
  'with papers to judge': patched({
    materials: [
      { code: 'M03', status: 'UPLOADED' },
      { code: 'M01', status: 'UPLOADED' },
    ],
  }),
  'with papers missing': patched({
    materials: [{ code: 'M01', requirement: 'REQUIRED', status: 'REQUESTED', documents: [] }],
  }),
  'with a finding': patched({ findings: [{ findingId: 'f', open: true }] }),
  'without windows': over('T_RESUBMIT', 'T_APPEAL_WINDOW', 'T_FEEDBACK'),
  'in the last window': over('T_APPEAL_WINDOW'),
  'of high risk': reasons({ code: 'ILLEGAL_OPERATION', track: 'REVIEW' }),
  'out of service': reasons({ code: 'SYSTEM_FAILURE', track: 'SERVICE' }),
  'out of service, and real': { ...reasons({ code: 'SYSTEM_FAILURE', track: 'SERVICE' }), sandbox: false },
  'in a window': { ...reasons({ code: 'MAINTENANCE', track: 'SERVICE' }), windowEnd: NOW },
  'in a disaster': reasons({ code: 'NATURAL_DISASTER', track: 'SERVICE' }),
  'frozen by notice': reasons(FREEZE),
  'frozen by notice beside a violation': reasons(FREEZE, { code: 'TRADING_VIOLATION', track: 'REVIEW' }),
  'frozen by notice beside a failure': reasons(FREEZE, { code: 'SYSTEM_FAILURE', track: 'SERVICE' }),
  'under a hold that lapsed': { ...RICH, holds: [openHold('H', NOW)] },
  'under two holds': { ...RICH, holds: [openHold('id_1'), openHold('H')] },
  'under two holds, one of which lapsed': { ...RICH, holds: [openHold('id_1', NOW), openHold('H')] },
  'out of service and told upwards': { ...reasons({ code: 'SYSTEM_FAILURE', track: 'SERVICE' }), escalation: 1 },
  'with proposals': { ...RICH, proposals: [proposal('TERMINATE', 'COMPLIANCE'), proposal('MARK_INVALID', 'INTAKE')] },
};

const again = [
  { reasonCodes: ['ILLEGAL_OPERATION', 'TRADING_VIOLATION'] },
  { reasonCodes: ['TRADING_VIOLATION'] },
  { reasonCodes: ['INACTIVITY'] },
  { reasonCodes: ['SYSTEM_FAILURE'] },
  { reasonCodes: ['ILLEGAL_OPERATION'] },
];
const deadlines = DEADLINE_NAMES.map((deadline) => ({ deadline }));

/** What a command may say beside the sample, where the table tells rows apart by it. */
export const WORDINGS: { readonly [N in CommandName]?: readonly object[] } = {
  CLASSIFY: [
    ...again,
    { reasonCodes: ['AUTHORITY_FREEZE', 'TRADING_VIOLATION'] },
    { reasonCodes: ['OTHER'] },
    { reasonCodes: ['INACTIVITY'], subs: ['ISSUER_SIDE_LIMIT'] },
    { reasonCodes: ['TRADING_VIOLATION'], subs: ['BROKEN'] },
    { reasonCodes: ['TRADING_VIOLATION', 'SYSTEM_FAILURE'], subs: ['TAMPER_ALARM'] },
  ],
  RECLASSIFY: [...again, { reasonCodes: ['TRADING_VIOLATION'], subs: ['FREQUENT_LARGE'], facts: ['disputes'] }],
  RE_SUSPEND: again,
  RISK_REHIT: again,
  INVESTIGATION_CLEARED: [{ to: 'UNDER_REVIEW' }, { to: 'MATERIALS_REQUESTED' }],
  INVESTIGATION_CONFIRMED: [{ outcome: 'RECTIFICATION' }, { outcome: 'REJECTED' }, { outcome: 'CLOSED_TERMINATED' }],
  APPEAL_UPHELD: [{ to: 'APPROVED' }, { to: 'UNDER_REVIEW' }],
  RECORD_EXTERNAL: ['APPROVED', 'REJECTED', 'SUPPLEMENT', 'REVOKED', 'REINSTATED'].map((kind) => ({ kind })),
  OUTSIDE_REINSTATED: [{}, item],
  EXTEND: [{ deadline: 'T_MATERIALS' }, { deadline: 'T_INVESTIGATE' }, { deadline: 'T_EXTERNAL' }],
  DEADLINE_PASSED: deadlines,
  MARK_REACHED: ['T_MATERIALS', 'T_EXTERNAL', 'T_FOLLOWUP', 'T_REVIEW', 'T_REPORT'].map((deadline) => ({
    deadline,
    mark: 'd7',
  })),
  SET_ALTERNATIVE: [{ type: 'CASH' }, { type: 'PERSONAL_QR' }],
  WAIVE_MATERIAL: [{ code: 'M01' }],
  DECLINE: [{ command: 'TERMINATE' }, { command: 'MARK_INVALID' }],
  RELEASE: [{}, { document: 'H' }],
};
