import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { AlarmStore } from '#database';
import { Access, Caller } from '../auth/access.js';
import { institutionsOf } from '../auth/caller.js';
import { Describe } from '../docs/describe.js';

const MOST = 200;

const overdueSignal = z.object({
  partner: z.string(),
  signalId: z.string(),
  eventType: z.string(),
  noticeNo: z.string().nullable(),
  caseId: z.string().nullable(),
  state: z.enum(['ACCEPTED', 'PARKED']),
  receivedAt: z.string(),
});
const givenUpDelivery = z.object({
  partner: z.string(),
  endpointId: z.string(),
  caseId: z.string(),
  number: z.int(),
  type: z.string(),
  tries: z.int(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
});
const alarms = z.object({ signals: z.array(overdueSignal), deliveries: z.array(givenUpDelivery) });

/** What staff are to see to between us and partners. */
@Controller('api/v1/partner-alarms')
@Access('ANY_STAFF', 'AUDITOR', 'ADMIN')
export class AlarmController {
  constructor(private readonly store: AlarmStore) {}

  @Get()
  @Describe({
    summary: 'Signals that have waited for a day, and webhook messages that were given up',
    detail: `The oldest ${MOST} of each. A signal is here until it fits its case, or its case is over; a message until it has arrived.`,
    answer: alarms,
  })
  async list(@Caller() caller: Caller) {
    const institutions = institutionsOf(caller);
    const [signals, deliveries] = await Promise.all([
      this.store.overdueSignals(institutions, MOST),
      this.store.givenUpDeliveries(institutions, MOST),
    ]);
    return { signals, deliveries };
  }
}
