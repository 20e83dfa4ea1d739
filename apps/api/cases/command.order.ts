import type { EntityManager } from 'typeorm';
import type { CommandAnswer } from '#contract';
import type { Case, Command, CommandName } from '#model';
import { Answer } from '../requests/answer.js';
import { eventView } from './event.view.js';

/** One command on one case. */
export interface CommandOrder {
  readonly caseId: string;
  readonly type: CommandName;
  /** The fields as HTTP has them: checked, with the free words still in them. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly expectedSeq?: number | undefined;
  readonly onBehalfOf?: 'MERCHANT' | undefined;
  /** What else is written in the transaction that stores the request. */
  readonly also?: (manager: EntityManager, current: Case) => Promise<void>;
  /** The answer, where it is not that of a command. `command` is the one that was carried out, of whichever try. */
  readonly answer?: (answer: CommandAnswer, command: Command) => Answer;
  /** Without its events in the record it is not answered with success. */
  readonly mustBeRecorded?: boolean;
}

/** What a command is answered with unless its order says otherwise. */
export const commandAnswer = ({ caseId, seq, state, events }: CommandAnswer): Answer =>
  new Answer(200, { caseId, seq, state, events: events.map((event) => eventView(event)) });
