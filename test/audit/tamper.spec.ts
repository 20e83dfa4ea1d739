import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BundleReport } from '#audit';
import { bundleOf, run, stackKey, variedCases, verify, verifyByCommand } from '../support/bundles.js';
import { OTHER_TAMPERINGS } from '../support/other-tamperings.js';
import { peopleOf, type People } from '../support/people.js';
import { secondOpinion } from '../support/python.js';
import { SeededRandom } from '../support/random.js';
import { TAMPERINGS, type Tamper, type Tampering } from '../support/tamperings.js';

const SEED = Number(process.env['TAMPER_SEED'] ?? 20_261_123);
const EACH = 100;
const LIMIT_MS = 600_000;

let people: People;
let bundles: readonly Buffer[];
let key: string;
beforeAll(async () => {
  people = await peopleOf();
  const cases = await variedCases(people);
  bundles = await Promise.all(cases.map(({ caseId }) => bundleOf(people, caseId)));
  key = await stackKey(people);
}, LIMIT_MS);

/** So many tamperings of one kind over the recorded cases, from a seed of its own. */
function tamperings(name: string, tamper: Tamper, count: number): readonly Tampering[] {
  const random = new SeededRandom(SEED + [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const made: Tampering[] = [];
  for (let tries = 0; made.length < count && tries < count * 10; tries++) {
    const bundle = random.pick(bundles);
    const done = tamper(random, bundle, random.pick(bundles.filter((other) => other !== bundle)));
    if (done) made.push(done);
  }
  return made;
}

/** What is not as it ought to be, for people: the seed and the place in the row make it again. */
const complaint = (name: string, place: number, seq: number | null, { ok, firstWrongSeq, problems }: BundleReport) =>
  `seed ${SEED}, ${name} ${place}: event ${seq} is wrong, the report says ${ok ? 'nothing' : String(firstWrongSeq)}: ${JSON.stringify(problems.slice(0, 4))}`;

describe('tampering', () => {
  test(
    'is found a thousand times out of a thousand, and the report names the first wrong event',
    async () => {
      const missed: string[] = [];
      let tried = 0;
      for (const [name, tamper] of Object.entries(TAMPERINGS)) {
        for (const [place, { bundle, seq }] of tamperings(name, tamper, EACH).entries()) {
          const report = await verify(bundle, key);
          tried += 1;
          if (report.ok || report.firstWrongSeq !== seq) missed.push(complaint(name, place, seq, report));
        }
      }
      expect(missed).toEqual([]);
      expect(tried).toBe(EACH * Object.keys(TAMPERINGS).length);
    },
    LIMIT_MS,
  );

  test(
    'with words, rules, histories and the log itself is found too',
    async () => {
      for (const [name, tamper] of Object.entries(OTHER_TAMPERINGS)) {
        for (const [place, { bundle, seq }] of tamperings(name, tamper, 40).entries()) {
          const report = await verify(bundle, key);
          const isNamed = seq === null || report.firstWrongSeq === seq;
          expect([name, place, report.ok, isNamed]).toEqual([name, place, false, true]);
        }
      }
    },
    LIMIT_MS,
  );

  test(
    'is found by the second verifier too, which names the same event',
    async () => {
      const kinds = Object.entries({ ...TAMPERINGS, ...OTHER_TAMPERINGS });
      const sample = [
        ...bundles,
        ...kinds.flatMap(([name, tamper]) => tamperings(name, tamper, 12).map(({ bundle }) => bundle)),
      ];
      const [seconds, firsts] = await Promise.all([
        secondOpinion(sample, key),
        Promise.all(sample.map((bundle) => verify(bundle, key))),
      ]);
      const said = ({
        ok,
        caseId,
        head,
        firstWrongSeq,
      }: Pick<BundleReport, 'ok' | 'caseId' | 'head' | 'firstWrongSeq'>) => ({
        ok,
        caseId,
        head,
        firstWrongSeq,
      });
      expect(seconds.map(said)).toEqual(firsts.map(said));
      expect(seconds.slice(0, bundles.length)).toMatchObject(bundles.map(() => ({ ok: true })));
      expect(seconds.slice(0, bundles.length).map(({ decisions }) => decisions)).toEqual(
        firsts.slice(0, bundles.length).map(({ decisions }) => decisions.length),
      );
      expect(seconds.filter(({ ok }) => ok)).toHaveLength(bundles.length);
    },
    LIMIT_MS,
  );
});

describe('one byte of a bundle changed, wherever', () => {
  const altered = (): readonly { readonly bundle: Buffer; readonly offset: number }[] => {
    const random = new SeededRandom(SEED);
    return Array.from({ length: 120 }, () => {
      const bundle = Buffer.from(random.pick(bundles));
      const offset = random.whole(0, bundle.length - 1);
      bundle[offset] = bundle[offset]! ^ (1 << random.whole(0, 7));
      return { bundle, offset };
    });
  };

  test('fails, and the report says where', async () => {
    for (const { bundle, offset } of altered()) {
      const report = await verify(bundle, key);
      expect([offset, report.ok]).toEqual([offset, false]);
      const [fault] = report.problems;
      expect([offset, fault?.offset]).toEqual([offset, expect.any(Number)]);
    }
  });

  test('fails by the command line and by the second verifier alike', async () => {
    const some = altered()
      .slice(0, 40)
      .map(({ bundle }) => bundle);
    const [{ code, reports }, seconds] = await Promise.all([
      verifyByCommand(some, '--key', key),
      secondOpinion(some, key),
    ]);
    expect(code).toBe(1);
    expect(reports.map(({ ok }) => ok)).toEqual(some.map(() => false));
    expect(seconds.map(({ ok, firstWrongSeq }) => [ok, firstWrongSeq])).toEqual(
      reports.map(({ ok, firstWrongSeq }) => [ok, firstWrongSeq]),
    );
  });
});

test('chains are verified fast; the figure is reported', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reinstate-chain-'));
  const files = bundles.map((_, place) => join(folder, `${place}.zip`));
  await Promise.all(bundles.map((bundle, place) => writeFile(files[place]!, bundle)));
  // The compiled code on a Node of its own: what the test runner adds is no part of the figure.
  const { stdout, stderr } = await run(
    process.execPath,
    ['--input-type=module', '-e', MEASURE, '--', ...files],
    resolve('.'),
  );
  await rm(folder, { recursive: true });
  const { perSecond, sound } = JSON.parse(stdout || JSON.stringify({ stderr })) as {
    perSecond: number;
    sound: boolean;
  };
  process.stderr.write(`[audit] chain verification: ${perSecond} rows/s of one core\n`);
  expect(sound).toBe(true);
});

const MEASURE = `
import { readFileSync } from 'node:fs';
import { readZip, verifyChain } from './dist/libs/audit/index.js';
const chains = process.argv.slice(1).map((file) => {
  const files = new Map(readZip(readFileSync(file)).entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
  const hashes = JSON.parse(files.get('chain.json'));
  return files.get('events.ndjson').trimEnd().split('\\n').map((line, place) => ({
    seq: place + 1, bytes: Buffer.from(line), hash: hashes[place], previousHash: hashes[place - 1] ?? '0'.repeat(64),
  }));
});
let [rows, sound] = [0, true];
const startedAt = performance.now();
const before = process.cpuUsage();
while (performance.now() - startedAt < 1000) {
  for (const chain of chains) {
    sound = verifyChain(chain).ok && sound;
    rows += chain.length;
  }
}
// Of its own processor time: what else the machine does is no part of the figure.
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ perSecond: Math.round(rows / ((user + system) / 1e6)), sound }));
`;
