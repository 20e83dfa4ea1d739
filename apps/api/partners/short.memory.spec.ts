import { expect, test } from '@jest/globals';
import { ShortMemory } from './short.memory.js';

const LONG_MS = 60_000;

function asked(answers: readonly (string | Error)[], keptMs = LONG_MS) {
  const questions: string[] = [];
  const memory = new ShortMemory(
    keptMs,
    (key) => {
      questions.push(key);
      const answer = answers[questions.length - 1] ?? 'late';
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    (answer) => answer !== 'nothing',
  );
  return { memory, questions };
}

test('what was found is not asked again, each key for itself', async () => {
  const { memory, questions } = asked(['one', 'other']);
  expect([await memory.of('a'), await memory.of('b'), await memory.of('a')]).toEqual(['one', 'other', 'one']);
  expect(questions).toEqual(['a', 'b']);
});

test('those who ask at once are answered by one question', async () => {
  const { memory, questions } = asked(['one']);
  expect(await Promise.all([memory.of('a'), memory.of('a')])).toEqual(['one', 'one']);
  expect(questions).toEqual(['a']);
});

test.each([['nothing'], [new Error('away')]])('%s is asked again', async (first) => {
  const { memory } = asked([first, 'one']);
  await memory.of('a').catch(() => undefined);
  expect(await memory.of('a')).toBe('one');
});

test('an answer is forgotten after its time', async () => {
  const { memory } = asked(['one', 'other'], 0);
  expect([await memory.of('a'), await memory.of('a')]).toEqual(['one', 'other']);
});
