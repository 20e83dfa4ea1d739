import { describe, expect, test } from '@jest/globals';
import { canonical } from '#model';
import { PaperCase } from '../../test/support/paper-case.js';
import { newKey, PaperLog, verifySignature } from '../../test/support/paper-log.js';
import { verifyBundle } from './verify-bundle.js';

const verify = (bundle: Uint8Array, trustedKey?: string) => verifyBundle(bundle, { verifySignature, trustedKey });

describe('a sound bundle', () => {
  test('verifies, with its decisions and its refusals', async () => {
    const log = new PaperLog();
    const report = await verify(new PaperCase('case_1').approved().bundle(log, [3, 9]), log.key.publicKey);
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ ok: true, caseId: 'case_1', keyIsTrusted: true, firstWrongSeq: null });
    expect(report.refusals).toEqual({ proven: 2, undecidable: 0 });
    expect(report.decisions).toMatchObject([
      { command: 'APPROVE', maker: 'person:reviewer', checker: 'person:senior_reviewer', fault: null },
    ]);
    expect(report.texts).toEqual({ disclosed: 2, withheld: 0 });
  });

  test('is the same bytes every time', () => {
    const [log, story] = [new PaperLog(), new PaperCase().approved()];
    const first = story.bundle(log);
    expect(log.bundle(story.chain.events, { refusals: story.refusals, texts: sorted(story) })).toEqual(first);
  });

  test('verifies though other cases lie between in the log', async () => {
    const log = new PaperLog();
    const [one, other] = [new PaperCase().approved(), new PaperCase().approved()];
    log.addHead(one.chain.events, 4);
    other.bundle(log);
    await expect(verify(one.bundle(log))).resolves.toMatchObject({ ok: true });
  });

  test('is refused where another key is trusted', async () => {
    const report = await verify(new PaperCase().bundle(new PaperLog()), newKey().publicKey);
    expect(report.problems).toMatchObject([{ check: 'checkpoint', what: 'it is not signed by the key you trust' }]);
  });
});

const sorted = ({ texts }: PaperCase) => [...texts].sort((a, b) => (a.textId < b.textId ? -1 : 1));

describe('a bundle made from an altered record', () => {
  test('says which event was rewritten, though chain and bundle were made anew', async () => {
    const [log, story] = [new PaperLog(), new PaperCase().approved()];
    story.bundle(log, [2, 7]);
    const other = new PaperCase(story.caseId).approved();
    log.addHead(other.chain.events);
    const report = await verify(log.bundle(other.chain.events));
    expect(report.ok).toBe(false);
    expect(report.firstWrongSeq).toBe(1);
  });

  test('says which event is missing when the tail was cut off before the log was asked again', async () => {
    const [log, story] = [new PaperLog(), new PaperCase().approved()];
    log.addHead(story.chain.events);
    const cut = story.chain.events.slice(0, 5);
    log.addHead(cut);
    const report = await verify(log.bundle(cut));
    expect(report.firstWrongSeq).toBe(6);
    expect(report.problems.map(({ what }) => what)).toContain(
      'event 6 is missing: the log was shown events up to ' + story.chain.events.length,
    );
  });

  test('says which paper is not in its list, though the list was made anew', async () => {
    const [log, story] = [new PaperLog(), new PaperCase().approved()];
    story.bundle(log);
    const parts = { refusals: story.refusals, texts: sorted(story), documents: [] };
    const report = await verify(log.bundle(story.chain.events, parts));
    expect(report.problems).toMatchObject([{ check: 'documents', file: 'documents.json', seq: expect.any(Number) }]);
  });

  test('is refused when a leaf of the log was left out, whichever', async () => {
    const [log, story] = [new PaperLog(), new PaperCase().approved()];
    story.bundle(log, [3, 6]);
    const leaves = log.proven(story.caseId);
    for (const left of leaves.keys()) {
      const bundle = log.bundle(story.chain.events, {
        refusals: story.refusals,
        leaves: leaves.filter((_, place) => place !== left),
      });
      expect(await verify(bundle)).toMatchObject({ ok: false });
    }
  });
});

test('nothing that is no bundle makes verification fail otherwise than by its report', async () => {
  const sound = new PaperCase().bundle(new PaperLog());
  for (const bytes of [
    new Uint8Array(),
    Uint8Array.of(1, 2, 3),
    sound.subarray(0, 100),
    sound.subarray(0, sound.length - 1),
  ]) {
    const report = await verify(bytes);
    expect(report.ok).toBe(false);
    expect(() => canonical(report)).not.toThrow();
  }
});
