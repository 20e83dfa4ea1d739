import { describe, expect, test } from '@jest/globals';
import { eventBytes } from '#audit';
import type { CaseEvent } from '#model';
import { columnFaults } from './recorded.chains.js';

const event: CaseEvent = {
  caseId: 'case_1',
  seq: 1,
  type: 'ADD_NOTE',
  at: '2026-11-23T01:00:00.000Z',
  actor: { id: 'reviewer', role: 'REVIEWER' },
  requestId: 'req_1',
  policyVersion: '2026-11',
  payload: { row: '60', fields: {}, changes: {} },
};
const row = {
  seq: 1,
  bytes: eventBytes(event),
  hash: '',
  previousHash: '',
  type: 'ADD_NOTE',
  at: new Date(event.at),
  actor_id: 'reviewer',
  actor_role: 'REVIEWER',
  request_id: 'req_1',
};

describe('the columns beside the bytes of an event', () => {
  test('have no fault when they say what the bytes say', () => {
    expect(columnFaults([row])).toEqual([]);
  });

  test.each([
    ['type', { type: 'APPROVE' }],
    ['at', { at: new Date('2026-11-24T01:00:00.000Z') }],
    ['actor_id', { actor_id: 'somebody' }],
    ['actor_role', { actor_role: 'LEAD' }],
    ['request_id', { request_id: 'req_2' }],
  ])('are named with their seq when %s was altered', (name, altered) => {
    const faults = columnFaults([{ ...row, ...altered }]);
    expect(faults).toEqual([{ seq: 1, what: `column ${name} of event 1 does not say what its bytes say` }]);
  });

  test('cannot be judged by bytes that are no event', () => {
    expect(columnFaults([{ ...row, bytes: Buffer.from('{') }])).toEqual([]);
  });
});
