import { expect, test } from '@jest/globals';
import { fold } from '#model';
import { PaperCase } from '../../test/support/paper-case.js';
import { caseDifferences } from './case-diff.js';

const events = new PaperCase().approved().chain.events.map(({ event }) => event);
const at = (seq: number) => fold(events.slice(0, seq));

test('nothing differs between a moment and itself', () => {
  expect(caseDifferences(at(5), at(5)!)).toEqual([]);
});

test('elements of lists are told apart by their key, not by their place', () => {
  const uploaded = events.find(({ type }) => type === 'UPLOAD')!;
  const changes = caseDifferences(at(uploaded.seq - 1), at(uploaded.seq)!);
  const { code } = uploaded.payload.fields as { code: string };
  expect(changes).toContainEqual({ path: `materials/${code}/status`, before: 'REQUESTED', after: 'UPLOADED' });
  expect(changes.map(({ path }) => path)).not.toContain('materials');
});

test('everything is new in the first event', () => {
  expect(caseDifferences(undefined, at(1)!)).toContainEqual({ path: 'state', after: at(1)!.state });
});
