import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, evolve, hashOf, type Case, type CaseEvent } from '#model';
import { fromCanonical, type BundleFiles } from './bundle-files.js';
import type { Manifest } from './bundle.js';
import { GENESIS, linkHash } from './chain.js';
import type { Findings } from './findings.js';
import type { LogWitness } from './verify-log.js';

/** The events of a case up to the first that is wrong, with the case after each. */
export interface CheckedLife {
  readonly events: readonly CaseEvent[];
  /** The case after each event. */
  readonly states: readonly Case[];
  readonly hashes: readonly string[];
  /** Nothing is wrong with any event. */
  readonly whole: boolean;
}

/** The events are one chain, each the one the log was shown, and fold to the state. */
export function checkLife(files: BundleFiles, caseId: string, witness: LogWitness, findings: Findings): CheckedLife {
  const lines = files.lines('events.ndjson', 'chain');
  const value = files.json('chain.json', 'chain');
  const claimed: readonly unknown[] = Array.isArray(value) ? value : [];
  const [events, states, hashes]: [CaseEvent[], Case[], string[]] = [[], [], []];
  let problem: string | undefined;
  for (const [place, line] of lines.entries()) {
    const seq = place + 1;
    const hash = linkHash(hashes.at(-1) ?? GENESIS.hash, utf8ToBytes(line));
    const logged = witness.speaks ? witness.hashes.get(seq) : hash;
    const read = readEvent({ seq, line, hash, claimed: claimed[place], logged }, caseId, states.at(-1));
    problem = read.problem;
    if (problem !== undefined || !read.event || !read.after) break;
    events.push(read.event);
    states.push(read.after);
    hashes.push(hash);
  }
  findings.looked('chain', lines.length);
  problem ??= lengthProblem(lines.length, claimed.length, witness.lastSeq);
  if (problem !== undefined) findings.add('chain', problem, { seq: events.length + 1, file: 'events.ndjson' });
  return { events, states, hashes, whole: problem === undefined };
}

interface Link {
  readonly seq: number;
  readonly line: string;
  readonly hash: string;
  readonly claimed: unknown;
  readonly logged: string | undefined;
}

function readEvent(
  { seq, line, hash, claimed, logged }: Link,
  caseId: string,
  before: Case | undefined,
): { readonly event?: CaseEvent; readonly after?: Case; readonly problem?: string } {
  try {
    const event = fromCanonical(line) as CaseEvent;
    if (event.seq !== seq) return { problem: `event ${seq} is missing; in its place is event ${event.seq}` };
    if (event.caseId !== caseId) return { problem: `event ${seq} is of another case` };
    if (hash !== claimed) return { problem: `the bytes of event ${seq} do not match its hash` };
    if (logged === undefined) return { problem: `the log was not shown event ${seq}` };
    if (hash !== logged) return { problem: `event ${seq} is not the one the log was shown` };
    if (before && event.at < before.lastEventAt) return { problem: `event ${seq} is earlier than the one before it` };
    return { event, after: evolve(before, event) };
  } catch (error) {
    return { problem: `event ${seq} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function lengthProblem(events: number, hashes: number, lastSeq: number): string | undefined {
  if (events < lastSeq) return `event ${events + 1} is missing: the log was shown events up to ${lastSeq}`;
  return hashes === events ? undefined : `the chain has ${hashes} hashes for ${events} events`;
}

/** State and manifest say of the last event what the events say. */
export function checkState(
  files: BundleFiles,
  manifest: Manifest | undefined,
  life: CheckedLife,
  findings: Findings,
): void {
  const state = files.text('state.json', 'state');
  const last = life.states.at(-1);
  if (!last || !life.whole || state === undefined) return;
  findings.looked('state', life.states.length);
  const where = { seq: last.seq };
  if (state !== canonical(last))
    findings.add('state', 'the state is not what the events fold to', { ...where, file: 'state.json' });
  if (!manifest) return;
  const said = { caseId: manifest.caseId, seq: manifest.seq, head: manifest.head, stateHash: manifest.stateHash };
  const folded = { caseId: last.caseId, seq: last.seq, head: life.hashes.at(-1), stateHash: hashOf(last) };
  if (canonical(said) !== canonical(folded)) {
    findings.add('manifest', 'it speaks of another case or another head', { ...where, file: 'manifest.json' });
  }
}
