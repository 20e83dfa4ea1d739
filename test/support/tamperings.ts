import { plusMs } from '#model';
import { Forgery, sha256, type LooseEvent } from './forgery.js';
import type { SeededRandom } from './random.js';

/** An altered bundle, and the first event of which the report must say that it is wrong. */
export interface Tampering {
  readonly bundle: Buffer;
  readonly seq: number | null;
}

/** Alters a bundle; `other` is the bundle of another case. Undefined where this one has nothing of the kind. */
export type Tamper = (random: SeededRandom, bundle: Buffer, other: Buffer) => Tampering | undefined;

const anEvent = (random: SeededRandom, events: readonly LooseEvent[]): LooseEvent => random.pick(events);
/** The altered bundle, sealed anew. */
export const sealed = (forgery: Forgery, seq: number | null): Tampering => ({ bundle: forgery.seal(), seq });

/** One bit of one event, with or without the chain made anew. */
const flip: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const lines = forgery.lines('events.ndjson').map((line) => Buffer.from(line));
  const place = random.whole(0, lines.length - 1);
  const line = lines[place]!;
  const at = random.whole(0, line.length - 1);
  line[at] = line[at]! ^ (1 << random.whole(0, 6));
  const text = line.toString('latin1');
  if (random.flip() && isEvent(text)) {
    const events = forgery.events.with(place, JSON.parse(text) as LooseEvent);
    return sealed(forgery.setEvents(events), place + 1);
  }
  const bytes = Buffer.concat(lines.flatMap((each) => [each, Buffer.from('\n')]));
  return sealed(forgery.set('events.ndjson', bytes), place + 1);
};

/** Whether chain and state can be made anew with it. */
function isEvent(text: string): boolean {
  try {
    const { payload, seq } = JSON.parse(text) as LooseEvent;
    return typeof payload.changes === 'object' && Number.isSafeInteger(seq) && !/[^\x20-\x7e]/.test(text);
  } catch {
    return false;
  }
}

const remove: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const gone = anEvent(random, forgery.events).seq;
  const left = forgery.events.filter(({ seq }) => seq !== gone);
  return sealed(forgery.setEvents(random.flip() ? Forgery.renumbered(left) : left), gone);
};

const insert: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const before = random.whole(1, forgery.events.length);
  const copy = { ...anEvent(random, forgery.events), requestId: `req_${random.whole(0, 1e9)}` };
  const events = forgery.events.toSpliced(before, 0, copy);
  return sealed(forgery.setEvents(Forgery.renumbered(events)), before + 1);
};

const reorder: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const first = random.whole(0, forgery.events.length - 2);
  const second = random.whole(first + 1, forgery.events.length - 1);
  const { events } = forgery;
  const swapped = events.with(first, events[second]!).with(second, events[first]!);
  return sealed(forgery.setEvents(random.flip() ? Forgery.renumbered(swapped) : swapped), first + 1);
};

/** Cuts the end off, and where a head of the log lies there, everything the log says after it. */
const truncate: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const heads = forgery.leaves.flatMap(({ leaf }) => (leaf.kind === 'HEAD' ? [leaf.seq] : []));
  const boundaries = [...new Set(heads)].filter((seq) => seq < forgery.events.length);
  if (boundaries.length > 0 && random.flip()) {
    const end = random.pick(boundaries);
    const place = forgery.leaves.findIndex(({ leaf }) => leaf.kind === 'HEAD' && leaf.seq === end);
    forgery.set('log.json', forgery.leaves.slice(0, place + 1));
    const refused = forgery.leaves.filter(({ leaf }) => leaf.kind === 'REFUSED').length;
    forgery.setLines('refusals.ndjson', forgery.lines('refusals.ndjson').slice(0, refused));
    return sealed(cutTo(forgery, end), end + 1);
  }
  const end = random.whole(1, forgery.events.length - 1);
  return sealed(cutTo(forgery, end), end + 1);
};

function cutTo(forgery: Forgery, end: number): Forgery {
  const kept = forgery.events.slice(0, end);
  const documents = new Set(
    kept.flatMap(({ type, payload }) => (type === 'UPLOAD' ? [payload.fields['documentId']] : [])),
  );
  const known = forgery
    .json<{ documentId: string }[]>('documents.json')
    .filter(({ documentId }) => documents.has(documentId));
  return forgery.setEvents(kept).set('documents.json', known);
}

/** From one event on everything is told otherwise. */
const rewrite: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const from = anEvent(random, forgery.events).seq;
  const told = forgery.events.map((event) =>
    event.seq < from ? event : { ...event, requestId: `${event.requestId}x` },
  );
  return sealed(forgery.setEvents(told), from);
};

/** Another case's life in this one's place, with or without its name. */
const swapCases: Tamper = (random, bundle, other) => {
  const [forgery, lent] = [Forgery.of(bundle), Forgery.of(other)];
  const { caseId } = forgery.manifest;
  const renamed = random.flip();
  const events = lent.events.map((event) => (renamed ? { ...event, caseId } : event));
  forgery.set('documents.json', lent.bytes('documents.json')).set('texts.json', lent.bytes('texts.json'));
  return sealed(forgery.setEvents(events), 1);
};

/** In the record alone, or in the event that brought it too. */
const changeDocument: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const documents = forgery.json<{ documentId: string; sha256: string; bytes: number }[]>('documents.json');
  if (documents.length === 0) return undefined;
  const chosen = random.pick(documents);
  const hash = sha256(`other ${random.next()}`);
  const changed = random.flip() ? { ...chosen, sha256: hash } : { ...chosen, bytes: chosen.bytes + 1 };
  const brings = (event: LooseEvent): boolean =>
    event.payload.fields['documentId'] === chosen.documentId && event.type === 'UPLOAD';
  const { seq } = forgery.events.find(brings)!;
  forgery.set(
    'documents.json',
    documents.map((document) => (document === chosen ? changed : document)),
  );
  if (random.flip()) return sealed(forgery, seq);
  const { sha256: toldHash, bytes } = changed;
  const told = forgery.events.map((event) =>
    brings(event)
      ? { ...event, payload: { ...event.payload, fields: { ...event.payload.fields, sha256: toldHash, bytes } } }
      : event,
  );
  return sealed(forgery.setEvents(told), seq);
};

const changeRefusal: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const lines = forgery.lines('refusals.ndjson');
  if (lines.length === 0) return undefined;
  const place = random.whole(0, lines.length - 1);
  const refusal = JSON.parse(lines[place]!) as { seq: number; at: string; code: string; actorId: string };
  const altered = random.pick([
    { ...refusal, code: 'guard.retention' },
    { ...refusal, actorId: `${refusal.actorId}x` },
    { ...refusal, at: plusMs(refusal.at, -random.whole(1, 1e9)) },
    { ...refusal, seq: refusal.seq + 1 },
    undefined,
  ]);
  const left = altered ? lines.with(place, JSON.stringify(sortedMembers(altered))) : lines.toSpliced(place, 1);
  return sealed(forgery.setLines('refusals.ndjson', left), refusal.seq);
};

const sortedMembers = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

const backDate: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const chosen = anEvent(random, forgery.events);
  const at = plusMs(chosen.at, -random.whole(1, 86_400_000));
  return sealed(forgery.setEvents(forgery.events.with(chosen.seq - 1, { ...chosen, at })), chosen.seq);
};

/** What the contract asks to be found, each naming the first wrong event. */
export const TAMPERINGS: Readonly<Record<string, Tamper>> = {
  flip,
  delete: remove,
  insert,
  reorder,
  'truncate the tail': truncate,
  'rewrite a whole chain': rewrite,
  'swap two cases': swapCases,
  'change a document': changeDocument,
  'change a refusal': changeRefusal,
  'back-date': backDate,
};
