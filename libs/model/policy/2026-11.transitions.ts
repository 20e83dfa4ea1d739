import { ALWAYS_ROWS } from './2026-11.rows-always.js';
import { CLOCK_ROWS } from './2026-11.rows-clock.js';
import { DECISION_ROWS } from './2026-11.rows-decision.js';
import { NOTICE_ROWS } from './2026-11.rows-notice.js';
import { PAPER_ROWS } from './2026-11.rows-papers.js';
import { REINSTATEMENT_ROWS } from './2026-11.rows-reinstatement.js';
import { REMEDY_ROWS } from './2026-11.rows-remedies.js';
import type { Row } from './policy.js';

/** The transition table of domain §4.3; each row carries its number there. */
export const TRANSITIONS: readonly Row[] = [
  ...NOTICE_ROWS,
  ...PAPER_ROWS,
  ...DECISION_ROWS,
  ...REINSTATEMENT_ROWS,
  ...REMEDY_ROWS,
  ...CLOCK_ROWS,
  ...ALWAYS_ROWS,
];
