import type { DisclosedText } from '#audit';
import { plusMs } from '#model';
import { Forgery, sha256 } from './forgery.js';
import { sealed, type Tamper } from './tamperings.js';

const changeText: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const texts = forgery.json<DisclosedText[]>('texts.json');
  if (texts.length === 0) return undefined;
  const chosen = random.pick(texts);
  const said = forgery.events.find((event) => JSON.stringify(event.payload).includes(chosen.textId))!;
  const changed = texts.map((text) => (text === chosen ? { ...text, words: `${text.words}.` } : text));
  return sealed(forgery.set('texts.json', changed), said.seq);
};

const changeCheckpoint: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const checkpoint = forgery.json<{ at: string; size: number }>('checkpoint.json');
  return sealed(
    forgery.set('checkpoint.json', { ...checkpoint, at: plusMs(checkpoint.at, -random.whole(1, 1e9)) }),
    null,
  );
};

const dropLeaf: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const { leaves } = forgery;
  return { ...sealed(forgery.set('log.json', leaves.toSpliced(random.whole(0, leaves.length - 1), 1)), null) };
};

const changeLeaf: Tamper = (random, bundle) => {
  const forgery = Forgery.of(bundle);
  const { leaves } = forgery;
  const place = random.whole(0, leaves.length - 1);
  const chosen = leaves[place]!;
  const hash = sha256(`other ${random.next()}`);
  const leaf = {
    ...chosen.leaf,
    ...(chosen.leaf.kind === 'HEAD' ? { hash } : chosen.leaf.kind === 'KEY' ? { publicKey: hash } : { sha256: hash }),
  };
  return sealed(forgery.set('log.json', leaves.with(place, { ...chosen, leaf })), null);
};

const changeFile =
  (pattern: RegExp): Tamper =>
  (random, bundle) => {
    const forgery = Forgery.of(bundle);
    const name = random.pick(forgery.names.filter((each) => pattern.test(each)));
    const bytes = Buffer.from(forgery.bytes(name));
    const at = random.whole(0, bytes.length - 1);
    bytes[at] = bytes[at]! ^ 1;
    return sealed(forgery.set(name, bytes), null);
  };

/** Further ways; which event is wrong is not always to be said of them. */
export const OTHER_TAMPERINGS: Readonly<Record<string, Tamper>> = {
  'change words': changeText,
  'back-date the checkpoint': changeCheckpoint,
  'leave out a leaf of the log': dropLeaf,
  'change a leaf of the log': changeLeaf,
  'change a table of the rules': changeFile(/^(policies|calendars)\//),
  'change a history': changeFile(/^histories\//),
};
