import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  log,
  proxySinks,
  setDefaultSignalHandler,
  setHandler,
  type Sinks,
} from '@temporalio/workflow';
import type { ChainedEvent } from '#audit';
import {
  BACKLOGGED,
  caseStateQuery,
  commandUpdate,
  factSignal,
  openedUpdate,
  REFUSED,
  type Carried,
  type CaseInput,
  type CommandAnswer,
  type CommandEnvelope,
  type ProvenRefusal,
  type RecordBatch,
} from '#contract';
import { CaseLife } from './case.life.js';
import { answers } from './probe.js';
import { batchOf, record, recordWithinTask, stopOnConflict } from './record.js';
import { isOutgrown, runOf } from './run.js';

/** Hands each event out as it is computed, in replay too: the auditor compares them with the record. */
export interface AuditSinks extends Sinks {
  audit: { event(chained: ChainedEvent): void };
}

/** The API writes an answered command's events at once; only what it did not write is left after so long. */
const RECORD_DELAY_MS = 10_000;
/** A run that somebody's word to a closed case has started: longer than any sender waits, who may have seen the one before. */
const LISTENING_MS = 60_000;

const { audit } = proxySinks<AuditSinks>();

/**
 * One suspension case, from its notice until it is closed. It ends with what the next run begins with, should somebody
 * speak to the closed case while it is heard.
 */
export const caseWorkflow = (input: CaseInput): Promise<Carried> => CancellationScope.nonCancellable(() => live(input));

async function live(input: CaseInput): Promise<Carried> {
  // State. Everything in it derives from events, so a run can be started again from the record.
  const hear = (chained: ChainedEvent) => audit.event(chained);
  const life = begin(input, hear);
  const opening = input.opening ? life.unrecorded.slice() : [];
  const beganMs = Date.now();
  const thisRun = () => runOf(input);
  let announced = false;
  // A case that was started again shows so at once.
  let urgent = input.carried !== undefined && input.opening !== undefined;
  let listening = life.isAtRest;
  let outgrown = false;
  let ending = false;

  // Moves.
  const isOver = () => life.isAtRest && !listening;
  // Only what history holds an event of may measure it: in replay a task that refused a command has nothing to wake it.
  const measure = (): void => {
    outgrown ||= isOutgrown(input, beganMs);
  };
  const written = async (batch: RecordBatch, by = record): Promise<boolean> => {
    try {
      life.recordedUpTo(await by(batch));
      return true;
    } catch (failure) {
      stopOnConflict(failure);
      return false;
    } finally {
      measure();
    }
  };
  const recordOnce = async (): Promise<void> => {
    urgent = false;
    const batch = batchOf(input.caseId, thisRun(), life.unrecorded, ending && isOver());
    const isWritten = await written(batch);
    announced ||= isWritten;
    urgent ||= ending && !(isWritten && batch.ending);
  };
  // The run before it may have left without a word: what it had not recorded, and that it ended, this one says for it.
  const lastWords = async ({ head, ended }: Carried): Promise<void> => {
    if (!ended) return;
    const left = () => life.unrecorded.filter(({ event }) => event.seq <= head.seq);
    const say = async (by: typeof record): Promise<boolean> => {
      const batch = batchOf(input.caseId, ended, left(), true);
      return (await written(batch, by)) && batch.ending;
    };
    let isSaid = await say(recordWithinTask);
    while (!isSaid) isSaid = await say(record);
  };
  const recorder = async (): Promise<void> => {
    if (input.carried) await lastWords(input.carried);
    while (!ending) {
      await condition(() => ending || !announced || life.unrecorded.length > 0);
      // Most is recorded by who was answered, and said so with the next command.
      const until = life.seq;
      await condition(() => ending || urgent, RECORD_DELAY_MS);
      const [oldest] = life.unrecorded;
      const isLate = oldest !== undefined && oldest.event.seq <= until;
      if (!ending && (urgent || isLate || !announced)) await recordOnce();
    }
  };
  const clock = async (): Promise<void> => {
    while (!ending) {
      // A deadline that moved away leaves its timer armed: it fires early, nothing is due, and the next one is armed.
      const armed = life.nextDueMs ?? Infinity;
      const sooner = () => ending || (life.nextDueMs ?? Infinity) < armed;
      if (armed === Infinity) await condition(sooner);
      else if (armed > Date.now()) await condition(sooner, armed - Date.now());
      if (ending || (life.nextDueMs ?? Infinity) > Date.now()) continue;
      if (!life.settle(Date.now())) throw new Error('what is due does not happen');
      measure();
      urgent = true;
    }
  };
  const listener = async (): Promise<void> => {
    if (!listening) return;
    await condition(() => ending, LISTENING_MS);
    listening = false;
    urgent ||= life.isClosed;
  };

  const prober = async (): Promise<void> => {
    while (!ending) {
      await condition(() => ending || life.wantedProbe !== undefined);
      if (life.wantedProbe && (await answers(life.wantedProbe, () => ending || !life.wantedProbe)))
        life.serviceAnswered(Date.now());
      await condition(() => ending || !life.wantedProbe);
    }
  };

  // Handlers, all before the first await, so that nothing sent with the start is lost.
  // A command is an Update: its sender needs the verdict, and what is refused must leave no trace in the history.
  const answered = (envelope: CommandEnvelope): CommandAnswer => {
    measure();
    const answer = life.carryOut(envelope, Date.now());
    if ('refusal' in answer) throw refusedBy(answer.refusal);
    return life.isClosed ? { ...answer, run: { ...thisRun(), ending: isOver() } } : answer;
  };
  setHandler(commandUpdate, answered, { validator: (envelope: CommandEnvelope) => admitted(life, envelope) });
  setHandler(openedUpdate, () => {
    measure();
    return life.answer(opening, Date.now());
  });
  // A fact is a Signal: it has happened, and its sender must not depend on a worker being there.
  setHandler(factSignal, (raw) => {
    measure();
    life.take(raw, Date.now());
    urgent = true;
  });
  setHandler(caseStateQuery, () => life.snapshot(Date.now()));
  setDefaultSignalHandler((name) => {
    measure();
    log.warn('a signal of no known name was dropped', { name });
  });

  // Story: record and watch the clock until the case has closed or the history is full.
  const loops = Promise.all([recorder(), clock(), prober(), listener()]);
  await Promise.race([loops, condition(() => isOver() || outgrown)]);
  ending = true;
  await loops;
  await condition(allHandlersFinished);
  // What a command did, its sender records, and that the run ended with it; the rest the run records before it ends.
  while (isOver() && urgent) await recordOnce();
  const carried = { ...life.carried(), ended: thisRun() };
  if (isOver()) return carried;
  return continueAsNew<typeof caseWorkflow>({ caseId: input.caseId, carried, eventCap: input.eventCap });
}

/** A new case, one that is started again from its record, or one that goes on where the run before it ended. */
function begin({ carried, opening }: CaseInput, hear: (chained: ChainedEvent) => void): CaseLife {
  if (!carried) return CaseLife.open(opening!, Date.now(), hear);
  return opening ? CaseLife.resume(carried, opening, Date.now(), hear) : CaseLife.carryOn(carried, hear);
}

/** Refuses before anything is written. Synchronous: the SDK would not wait for a promise. */
function admitted(life: CaseLife, envelope: CommandEnvelope): void {
  if (life.knows(envelope.command.requestId)) return;
  if (life.isBacklogged)
    throw ApplicationFailure.create({ type: BACKLOGGED, message: 'the record is far behind', nonRetryable: true });
  const plan = life.plan(envelope, Date.now());
  if ('refusal' in plan) throw refusedBy(plan.refusal);
}

const refusedBy = (proven: ProvenRefusal): ApplicationFailure =>
  ApplicationFailure.create({ type: REFUSED, message: proven.code, details: [proven], nonRetryable: true });
