import type { Case } from './case.js';
import type { Command, Refusal } from './event.js';
import type { RefusalCode } from './refusal.js';
import type { Context } from './rules.js';

/** Says why not, or nothing. Pure; asked again by whoever proves the decision. */
export type Guard = (
  current: Case,
  command: Command,
  context: Context,
) => readonly [code: RefusalCode, facts?: Refusal['facts']] | undefined;
