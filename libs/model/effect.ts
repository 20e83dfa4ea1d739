import type { Actor, Case } from './case.js';
import type { Changes, Command } from './event.js';
import type { Context } from './rules.js';

/**
 * What a row changes, as data; pure. `current` already holds what the effects before it changed, `actor` is the asker
 * under the role the row let it act.
 */
export type Effect = (current: Case, command: Command, context: Context, actor: Actor) => Changes;
