import { randomUUID } from 'node:crypto';
import type { Asks } from './clock.js';
import { addStatement } from './inbox.sql.js';
import { isOpen, NonceUsed, type ReceivedSignal, type Settlement, type StoredSignal } from './inbox.types.js';

/** A signal to add. */
export interface Addition {
  readonly signal: ReceivedSignal;
  /** Where nothing is to be done about it any more. */
  readonly ended?: Settlement | undefined;
}

type Added = Omit<StoredSignal, 'receivedAt'>;

/** Adds signals, each in its place: undefined where one of its id is there, {@link NonceUsed} where its nonce was used. */
export async function addAll(
  asks: Asks,
  all: readonly Addition[],
): Promise<readonly (StoredSignal | NonceUsed | undefined)[]> {
  const additions = all.map((addition) => ({ added: addedOf(addition), nonce: addition.signal.nonce }));
  // A nonce that comes twice at once is used up by the first that brings it.
  const first = new Map(additions.toReversed().map((one) => [markOf(one), one]));
  const sent = additions.filter((one) => first.get(markOf(one)) === one);
  const values = sent.flatMap(({ added, nonce = null }) => [...valuesOf(added), nonce]);
  const rows = await asks.query<{ readonly said: string; readonly at: Date | null }[]>(
    addStatement(sent.length),
    values,
  );
  const said = new Map(rows.map((row) => [row.said, row.at]));
  return additions.map((one) => {
    const { added } = one;
    if (first.get(markOf(one)) !== one || (one.nonce !== undefined && !said.has(markOf(one))))
      return new NonceUsed(added.partner);
    const receivedAt = said.get(added.inboxId);
    return receivedAt ? { ...added, receivedAt: receivedAt.toISOString() } : undefined;
  });
}

/** What the database calls a nonce that was fresh; without one a signal stands for itself. */
const markOf = ({ added, nonce }: { readonly added: Added; readonly nonce: string | undefined }): string =>
  nonce === undefined ? added.inboxId : `${added.partner} ${nonce}`;

function addedOf({ signal, ended }: Addition): Added {
  const { partner, signalId, eventType, body, bodyHash, occurredAt, findings } = signal;
  const { state, code = null } = ended ?? { state: 'ACCEPTED' as const };
  const received = { partner, signalId, eventType, body, bodyHash, occurredAt, findings };
  return { ...received, inboxId: `sig_${randomUUID()}`, caseId: null, facts: [], state, code, outcome: null };
}

const valuesOf = (added: Added): readonly unknown[] => [
  added.inboxId,
  added.partner,
  added.signalId,
  added.eventType,
  JSON.stringify(added.body),
  Buffer.from(added.bodyHash, 'hex'),
  added.occurredAt,
  JSON.stringify(added.findings),
  added.state,
  added.code,
  isOpen(added.state),
];
