import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CURRENT_RULES } from '#model';
import { startEngine, type Engine } from '../support/engine.js';
import { isKept, keepGolden, readGolden } from './golden.js';
import { STORIES } from './stories.js';

const nameOf = (story: string) => `${story}.${CURRENT_RULES.policy.version}`;
const missing = Object.entries(STORIES).filter(([story]) => !isKept(nameOf(story)));

let engine: Engine | undefined;
beforeAll(async () => {
  if (missing.length > 0) engine = await startEngine();
});
afterAll(() => engine?.stop());

// A story that has no kept history yet is lived once on the real server and kept; from then on it is only replayed.
test.each(Object.entries(STORIES))(
  'the story %s has a kept history of the policy in force',
  async (story, { notice, eventCap, delivery, tell, ends, runs = 1 }) => {
    const name = nameOf(story);
    if (!isKept(name)) {
      const subject = await engine!.open(notice, eventCap);
      if (delivery) subject.delivery = delivery;
      await tell(subject);
      const { head, case: current } = await subject.recorded();
      expect(current.state).toBe(ends);
      await keepGolden(name, { caseId: subject.caseId, head, histories: await subject.histories() });
    }
    const { head, histories } = await readGolden(name);
    expect(head.seq).toBeGreaterThan(3);
    expect(histories.length).toBeGreaterThanOrEqual(runs);
  },
);
