import type { BundleFiles } from './bundle-files.js';
import { decoded } from './bundle-files.js';
import { bytesOfBase64 } from './base64.js';
import { historyName } from './bundle.js';
import type { Findings } from './findings.js';
import type { ArchivedLeaf } from './leaf.js';
import type { CheckedLife } from './verify-chain.js';
import type { LogWitness } from './verify-log.js';

type Members = { readonly [name: string]: unknown };
const membersOf = (value: unknown): Members => Object(value) as Members;

/** The Temporal histories are those the log was shown, one life, and every event in them is the recorded one. */
export function checkHistories(files: BundleFiles, life: CheckedLife, witness: LogWitness, findings: Findings): number {
  const unread = new Map(witness.archived.map((leaf) => [leaf.sha256, leaf]));
  let before: ArchivedLeaf | undefined;
  for (let place = 0; place < witness.archived.length; place++) {
    const file = historyName(place);
    const text = files.text(file, 'histories');
    if (text === undefined) continue;
    findings.looked('histories');
    const leaf = unread.get(files.sha256(file) ?? '');
    if (!leaf) {
      findings.add('histories', `${file} is not a history the log was shown`, { file });
      continue;
    }
    unread.delete(leaf.sha256);
    const previous = before;
    before = leaf;
    findings.guard('histories', { file }, () => {
      const history: unknown = JSON.parse(text);
      const broken = brokenLife(history, previous, place === witness.archived.length - 1);
      if (broken !== undefined) findings.add('histories', `${file} ${broken}`, { file });
      compareEvents(history, file, life, findings);
    });
  }
  return witness.archived.length;
}

function brokenLife(history: unknown, before: ArchivedLeaf | undefined, isLast: boolean): string | undefined {
  const events = membersOf(history)['events'];
  const all: readonly unknown[] = Array.isArray(events) ? events : [];
  const started = membersOf(membersOf(all[0])['workflowExecutionStartedEventAttributes']);
  // A case that lost its run begins anew from its record, which two persons' event tells of.
  for (const follows of [started['continuedExecutionRunId'], endedBefore(started)])
    if (follows && follows !== before?.runId) return `follows run ${named(follows)} and not the one before it`;
  const continued = 'workflowExecutionContinuedAsNewEventAttributes' in membersOf(all.at(-1));
  return isLast && continued ? 'goes on in a run that is missing' : undefined;
}

/** The run that had ended before this one, by the word of its input. */
function endedBefore(started: Members): unknown {
  const { payloads } = membersOf(started['input']);
  const { data } = membersOf(Array.isArray(payloads) ? payloads[0] : undefined);
  const { carried } = membersOf(typeof data === 'string' ? jsonOf(data) : undefined);
  return membersOf(membersOf(carried)['ended'])['runId'];
}

const named = (runId: unknown): string => (typeof runId === 'string' ? runId : 'of another form');

/** Events a history carries in its payloads; one newer than the bundle is none of its business. */
function compareEvents(history: unknown, file: string, life: CheckedLife, findings: Findings): void {
  for (const { event, hash } of chainedIn(history)) {
    const seq = membersOf(event)['seq'];
    if (typeof seq !== 'number' || seq < 1 || seq > life.events.length || life.hashes[seq - 1] === hash) continue;
    findings.add('histories', `${file} carries another event ${seq} than the record`, { seq, file });
    return;
  }
}

interface Chained {
  readonly event: unknown;
  readonly hash: unknown;
}

/** Whatever looks like a chained event in the JSON payloads of a history. */
function* chainedIn(value: unknown): Generator<Chained> {
  if (typeof value !== 'object' || value === null) return;
  const members = value as Members;
  if (typeof members['data'] === 'string' && typeof members['metadata'] === 'object') {
    yield* chainedIn(jsonOf(members['data']));
  } else if ('previousHash' in members && 'hash' in members && 'event' in members) {
    yield { event: members['event'], hash: members['hash'] };
  } else {
    for (const member of Object.values(members)) yield* chainedIn(member);
  }
}

/** Payloads of other encodings hold no events of ours. */
function jsonOf(base64: string): unknown {
  try {
    return JSON.parse(decoded(bytesOfBase64(base64)));
  } catch {
    return undefined;
  }
}
