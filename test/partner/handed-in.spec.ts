import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { partnerOf, tell } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { PlainStory } from '../support/plain.story.js';

let people: People;
let lakala: PartnerSimulator;

beforeAll(async () => {
  [people, lakala] = await Promise.all([peopleOf(), partnerOf('lakala')]);
});

test('a document of another case, or one that is not there, is not handed in', async () => {
  const [mine, other] = [0, 1].map(
    () =>
      new PlainStory(
        () => lakala,
        () => people,
      ),
  ) as [PlainStory, PlainStory];
  for (const story of [mine, other]) {
    const notice = await story.notice('lakala', { terminal: [`E${randomUUID().slice(0, 7).toUpperCase()}`] });
    story.caseId = (await tell(lakala, notice)).body.caseId;
    await story.staff.askForPapers();
  }
  await other.upload('M02');
  const submit = (document: object) =>
    tell(lakala, signalOf('MATERIAL.SUBMITTED', JSON.stringify({ code: 'M03', ...document }), { case: mine.caseId }));
  const unknown = { ...other.document, documentId: `doc_${randomUUID()}` };
  for (const document of [other.document, unknown])
    expect((await submit(document)).body).toMatchObject({ status: 'REJECTED', code: 'document.not-found' });
  await mine.upload('M02');
  expect(await submit({ ...mine.document, sha256: 'f'.repeat(64) })).toMatchObject({
    status: 400,
    body: { code: 'request.invalid' },
  });
  const { materials } = await mine.staff.view();
  expect(materials.find(({ code }) => code === 'M03')?.status).toBe('REQUESTED');
});
