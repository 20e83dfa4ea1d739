import { describe, expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import { fold } from './evolve.js';
import { MAX_PARKED, parseFact, takeFact, unpark } from './facts.js';
import { hashOf } from './hash.js';
import { plusMs } from './instant.js';

const partner = { id: 'partner:lakala', roles: ['PARTNER'] };
const AT = '2026-11-23T02:00:00.000Z';
const fact = (command: string, fields: object = {}, change: object = {}) => ({
  factId: 'sig_1',
  command,
  fields,
  by: partner,
  occurredAt: AT,
  acceptedAt: plusMs(AT, 5),
  ...change,
});
const contextOf = (story: CaseStory) => ({ now: plusMs(story.now, 7), rules: story.rules });
const take = (story: CaseStory, raw: unknown) => takeFact(story.case, raw, contextOf(story));

describe('a fact', () => {
  test('is read with every member it has, and no other', () => {
    expect(parseFact(fact('SUBMIT', {}, { colour: 'red' }))).toEqual(fact('SUBMIT'));
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'SUBMIT'],
    ['a list', []],
    ['no id', fact('SUBMIT', {}, { factId: undefined })],
    ['a number for an id', fact('SUBMIT', {}, { factId: 7 })],
    ['an id with a blank', fact('SUBMIT', {}, { factId: 'sig 1' })],
    ['no command', fact('SUBMIT', {}, { command: undefined })],
    ['an unknown command', fact('DANCE')],
    ['a list for a command', fact('SUBMIT', {}, { command: ['SUBMIT'] })],
    ['an inherited command', fact('constructor')],
    ['no time of happening', fact('SUBMIT', {}, { occurredAt: undefined })],
    ['a time of happening that is none', fact('SUBMIT', {}, { occurredAt: '2026-11-23' })],
    ['no time of acceptance', fact('SUBMIT', {}, { acceptedAt: undefined })],
    ['nobody', fact('SUBMIT', {}, { by: undefined })],
    ['null for somebody', fact('SUBMIT', {}, { by: null })],
    ['a text for somebody', fact('SUBMIT', {}, { by: 'partner' })],
    ['somebody without an id', fact('SUBMIT', {}, { by: { roles: ['PARTNER'] } })],
    ['somebody with a bad id', fact('SUBMIT', {}, { by: { id: 'a b', roles: ['PARTNER'] } })],
    ['somebody without a role', fact('SUBMIT', {}, { by: { id: 'p', roles: [] } })],
    ['somebody with two roles', fact('SUBMIT', {}, { by: { id: 'p', roles: ['PARTNER', 'INTAKE'] } })],
    ['somebody of no known role', fact('SUBMIT', {}, { by: { id: 'p', roles: ['KING'] } })],
    ['somebody whose role is no list', fact('SUBMIT', {}, { by: { id: 'p', roles: 'PARTNER' } })],
    ['fields that are not the command’s', fact('SUBMIT', { extra: 1 })],
    ['missing fields', fact('ITEM_RESTORED', {})],
    ['no fields', fact('SUBMIT', {}, { fields: undefined })],
  ])('is not read out of %s', (_, raw) => {
    expect(parseFact(raw)).toBeUndefined();
  });

  test('that fits is what its command does, under its own id', () => {
    const story = new CaseStory().approved().by('OPS', 'START_REINSTATE', {});
    const [event, ...more] = take(story, fact('ITEM_RESTORED', { itemId: story.case.scope[0]!.itemId }));
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'ITEM_RESTORED',
      requestId: 'sig_1',
      actor: { id: 'partner:lakala', role: 'PARTNER' },
      at: plusMs(AT, 7),
    });
  });

  test('that does not fit yet is kept with everything it said, and changes nothing else', () => {
    const story = new CaseStory();
    const [event] = take(story, fact('SUBMIT'));
    expect(event).toEqual({
      caseId: 'case_1',
      seq: 2,
      type: 'FACT_PARKED',
      at: plusMs(AT, 7),
      actor: { id: 'partner:lakala', role: 'PARTNER' },
      requestId: 'sig_1',
      policyVersion: '2026-11',
      payload: {
        row: '4.5',
        fields: {},
        changes: {
          parked: [
            {
              factId: 'sig_1',
              command: 'SUBMIT',
              fields: {},
              actor: { id: 'partner:lakala', role: 'PARTNER' },
              occurredAt: AT,
              parkedAt: plusMs(AT, 7),
              waiting: true,
            },
          ],
        },
      },
    });
  });

  test('that no rule will ever take is rejected, and said to be', () => {
    const [refused] = take(new CaseStory(), fact('SUBMIT', {}, { by: { id: 'p', roles: ['OPS'] } }));
    expect(refused).toMatchObject({
      type: 'REJECTED_FACT',
      requestId: 'sig_1',
      actor: { id: 'p', role: 'OPS' },
      payload: { row: '4.5', changes: {} },
    });
    expect(refused?.payload.fields).toEqual({ code: 'auth.role' });
    const unknown = take(new CaseStory(), { a: 1 });
    expect(unknown).toMatchObject([
      {
        type: 'REJECTED_FACT',
        seq: 2,
        requestId: `fact:${hashOf({ a: 1 }).slice(0, 32)}`,
        actor: { id: 'unknown', role: 'PARTNER' },
        payload: { fields: { code: 'request.invalid' } },
      },
    ]);
    expect(take(new CaseStory(), 0.5)).toMatchObject([{ requestId: 'fact:unreadable' }]);
  });

  test('that comes after the closing is kept as late', () => {
    const closed = new CaseStory().by('INTAKE', 'WITHDRAW', { reason: words });
    const [late, ...more] = take(closed, fact('ITEM_RESTORED', { itemId: 'x' }));
    expect(late).toMatchObject({ type: 'LATE_FACT', requestId: 'sig_1', seq: 3 });
    expect([late?.payload, more]).toStrictEqual([{ row: '4.5', fields: {}, changes: {} }, []]);
  });

  test('more than a hundred of which wait already is rejected; those that have gone in do not count', () => {
    const story = new CaseStory();
    const parked = Array.from({ length: MAX_PARKED }, (_, index) => ({
      factId: `sig_${index}`,
      command: 'SUBMIT' as const,
      fields: {},
      actor: { id: 'p', role: 'PARTNER' as const },
      occurredAt: AT,
      parkedAt: AT,
      waiting: true,
    }));
    const takenBy = (waiting: typeof parked) =>
      takeFact({ ...story.case, parked: waiting }, fact('SUBMIT', {}, { factId: 'sig_x' }), contextOf(story))[0]?.type;
    expect(MAX_PARKED).toBe(100);
    expect(takenBy(parked)).toBe('REJECTED_FACT');
    expect(takenBy(parked.slice(1))).toBe('FACT_PARKED');
    expect(takenBy(parked.map((one, index) => ({ ...one, waiting: index > 0 })))).toBe('FACT_PARKED');
  });
});

describe('facts that wait', () => {
  /** A case in reinstatement of two places, with what its partner said too early. */
  function waitingCase(...items: readonly string[]) {
    const restrictions = ['T0000001', 'T0000002'].map((place) => ({
      capability: 'ACCEPT_CARD' as const,
      level: 'TERMINAL' as const,
      place,
      execution: 'DONE' as const,
    }));
    const story = new CaseStory({ restrictions }).approved();
    for (const [index, place] of items.entries()) {
      story.events.push(
        ...take(story, fact('ITEM_RESTORED', { itemId: `TERMINAL:${place}:ACCEPT_CARD` }, { factId: `sig_${index}` })),
      );
    }
    return story;
  }

  test('go in once they fit, oldest first, each letting the next in', () => {
    const story = waitingCase('T0000002', 'T0000001').by('OPS', 'START_REINSTATE', {});
    const events = unpark(story.case, contextOf(story));
    expect(events.map(({ type, requestId, seq }) => [type, requestId, seq - story.case.seq])).toEqual([
      ['ITEM_RESTORED', 'sig_0', 1],
      ['ITEM_RESTORED', 'sig_1', 2],
    ]);
    const after = fold(events, story.case)!;
    expect(after.parked.map(({ waiting }) => waiting)).toEqual([false, false]);
    expect(after.parked[0]).toMatchObject({ factId: 'sig_0', command: 'ITEM_RESTORED' });
    expect([after.state, after.scope.map(({ status }) => status)]).toEqual(['FOLLOW_UP', ['RESTORED', 'RESTORED']]);
    expect(unpark(after, contextOf(story))).toEqual([]);
  });

  test('stay where they do not fit, and let others pass', () => {
    const story = waitingCase('T0000009', 'T0000001').by('OPS', 'START_REINSTATE', {});
    expect(unpark(story.case, contextOf(story)).map(({ requestId }) => requestId)).toEqual(['sig_1']);
    expect(unpark(waitingCase('T0000001').case, contextOf(story))).toEqual([]);
  });

  test('go in under the role and id they came with', () => {
    const story = waitingCase('T0000001').by('OPS', 'START_REINSTATE', {});
    expect(unpark(story.case, contextOf(story))[0]).toMatchObject({
      actor: { id: 'partner:lakala', role: 'PARTNER' },
      at: plusMs(AT, 7),
    });
  });
});
