import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sampleList } from '../../apps/cli/partner.samples.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import { CaseDriver, eventually } from '../support/case.driver.js';
import { peopleOf, stackHome } from '../support/people.js';

const folder = homePaths(stackHome()).pickup;

interface Line {
  readonly line?: number;
  readonly status?: string;
  readonly caseId?: string;
  readonly problems?: readonly string[];
}

/** Puts a list into the folder and waits for what becomes of it. */
async function handedIn(room: 'done' | 'refused', text: string): Promise<readonly Line[]> {
  const name = `${randomUUID()}.txt`;
  await mkdir(join(folder, 'in'), { recursive: true });
  await writeFile(join(folder, 'in', name), text);
  const result = join(folder, room, `${name}.result.ndjson`);
  const told = await eventually(
    () => readFile(result, 'utf8').catch(() => ''),
    (lines) => lines !== '',
  );
  return told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

test('a list in the pick-up folder opens a case for each line, and the same list again none', async () => {
  const list = sampleList(3);
  const lines = await handedIn('done', list);
  expect(lines.map(({ line, status }) => [line, status])).toEqual([2, 3, 4].map((line) => [line, 'APPLIED']));
  const people = await peopleOf();
  for (const { caseId } of lines) expect((await new CaseDriver(people, caseId!).view()).state).toBe('NOTICE_RECEIVED');
  expect(await handedIn('done', list)).toEqual(lines);
});

test('a list that was cut off is refused whole, with what is wrong', async () => {
  const [cut] = sampleList(3).split('T|');
  expect(await handedIn('refused', cut!)).toEqual([{ problems: ['has no closing line: it may have been cut off'] }]);
});

test('a line that is wrong costs no other', async () => {
  const lines = await handedIn('done', sampleList(2).replace('48222900', 'none'));
  expect(lines.map(({ status }) => status)).toEqual(['REJECTED', 'APPLIED']);
});
