import type { ConditionFact, MaterialCode } from '../vocabulary.js';
import type { MaterialRule, Policy } from './policy.js';

const WD = (n: number) => ({ n, unit: 'WD' }) as const;
const D = (n: number) => ({ n, unit: 'D' }) as const;
const H = (n: number) => ({ n, unit: 'H' }) as const;

const required = (...codes: MaterialCode[]): MaterialRule[] => codes.map((code) => ({ code, need: 'REQUIRED' }));
const optional = (...codes: MaterialCode[]): MaterialRule[] => codes.map((code) => ({ code, need: 'OPTIONAL' }));
const when = (code: MaterialCode, ...facts: ConditionFact[]): MaterialRule => ({ code, need: { when: facts } });

const violationPapers = [
  ...required('M01', 'M02', 'M03', 'M05', 'M08', 'M10', 'M11', 'M12', 'M14'),
  when('M13', 'hitUpheld'),
  when('M23', 'disputes'),
];

/** Reasons of domain §2 with their papers, budgets and follow-up; the figures are defaults of the institution. */
export const REASON_POLICIES: Policy['reasons'] = {
  TRADING_VIOLATION: {
    track: 'REVIEW',
    highRisk: false,
    disclosure: 'NEUTRAL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: violationPapers,
    budgets: { T_MATERIALS: WD(5), T_REVIEW: WD(5), T_EXTERNAL: WD(10), T_FOLLOWUP: D(90) },
    checkpointDays: [7, 30, 60],
  },
  ILLEGAL_OPERATION: {
    track: 'REVIEW',
    highRisk: true,
    disclosure: 'NONE',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR', 'SETTLEMENT'],
    materials: [...violationPapers, ...required('M18', 'M22')],
    budgets: { T_MATERIALS: WD(5), T_REVIEW: WD(5), T_FOLLOWUP: D(180) },
    checkpointDays: [7, 30, 60, 90],
  },
  SETTLEMENT_ACCOUNT_ABNORMAL: {
    track: 'REVIEW',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['SETTLEMENT'],
    materials: [
      ...required('M01', 'M05', 'M06'),
      when('M07', 'accountChanges'),
      when('M21', 'accountFrozen'),
      when('M03', 'nameDiffers'),
    ],
    budgets: { T_MATERIALS: WD(5), T_REVIEW: WD(1), T_FOLLOWUP: D(30) },
    checkpointDays: [7],
  },
  MAINTENANCE: {
    track: 'SERVICE',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: [],
    budgets: { T_FOLLOWUP: D(1) },
    checkpointDays: [],
  },
  QUALIFICATION_EXPIRED: {
    track: 'REVIEW',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: [
      ...required('M01', 'M17'),
      when('M03', 'licenceExpired'),
      when('M05', 'legalIdExpired'),
      when('M16', 'permitExpired', 'industryPermit'),
      when('M04', 'oldLicence'),
      when('M08', 'addressChanges'),
    ],
    usualSub: 'LICENCE_EXPIRED',
    budgets: { T_MATERIALS: WD(10), T_REVIEW: WD(2), T_FOLLOWUP: D(30) },
    checkpointDays: [7],
  },
  SYSTEM_FAILURE: {
    track: 'SERVICE',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: optional('M18'),
    budgets: { T_SERVICE: H(4), T_FOLLOWUP: D(7) },
    checkpointDays: [1],
  },
  POLICY_CHANGE: {
    track: 'REVIEW',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: [
      ...required('M01', 'M24'),
      when('M16', 'industryPermit'),
      when('M17', 'ownerChanges'),
      ...optional('M18'),
    ],
    budgets: { T_MATERIALS: WD(10), T_FOLLOWUP: D(60) },
    checkpointDays: [30],
  },
  HARDWARE_DAMAGE: {
    track: 'SERVICE',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: required('M18', 'M19'),
    budgets: { T_SERVICE: WD(3), T_FOLLOWUP: D(30) },
    checkpointDays: [7],
  },
  NATURAL_DISASTER: {
    track: 'SERVICE',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: [...required('M20'), ...optional('M08')],
    budgets: { T_SERVICE: D(7), T_FOLLOWUP: D(30) },
    checkpointDays: [7],
  },
  OTHER: {
    track: 'TRIAGE',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: [],
    budgets: {},
    checkpointDays: [],
  },
  INACTIVITY: {
    track: 'REVIEW',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: required('M01', 'M03', 'M05', 'M08', 'M12'),
    budgets: { T_MATERIALS: WD(5), T_REVIEW: WD(3), T_FOLLOWUP: D(90) },
    checkpointDays: [30],
  },
  TERMINAL_MISMATCH: {
    track: 'REVIEW',
    highRisk: false,
    disclosure: 'FULL',
    capabilities: ['ACCEPT_CARD', 'ACCEPT_QR'],
    materials: required('M01', 'M08', 'M18', 'M22'),
    budgets: { T_MATERIALS: WD(5), T_FOLLOWUP: D(60) },
    checkpointDays: [30],
  },
  AUTHORITY_FREEZE: {
    track: 'HOLD',
    highRisk: false,
    disclosure: 'NONE',
    capabilities: ['SETTLEMENT', 'WITHDRAW'],
    materials: [],
    budgets: {},
    checkpointDays: [],
  },
};
