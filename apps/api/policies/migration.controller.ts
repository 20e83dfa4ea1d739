import { Controller, Get, Param, Query } from '@nestjs/common';
import { decide, rehearse, rulesOf, type Asker, type Case, type Command, type Instant, type Refusal } from '#model';
import { Access, Caller } from '../auth/access.js';
import { CaseReader } from '../cases/case.reader.js';
import { caseNow, rulesFor } from '../cases/case.view.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { migrationAnswer, migrationQuery } from './migration.schema.js';
import { policyOf } from './policy.controller.js';

/** What moving a case to another policy would change, before anybody moves it. */
@Controller('api/v1/cases')
@Access('ANY_STAFF', 'AUDITOR', 'ADMIN')
export class MigrationController {
  constructor(private readonly reader: CaseReader) {}

  @Get(':id/migration')
  @Describe({
    summary: 'The gap list of a case for another policy',
    detail: 'Rehearses MIGRATE_POLICY and moves nothing. Clocks that have begun are never shortened.',
    query: migrationQuery,
    answer: migrationAnswer,
    codes: ['case.not-found', 'policy.not-found'],
  })
  async rehearse(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    const { to } = checked(migrationQuery, query, Object.keys(migrationQuery.shape));
    const { version: policyVersion } = policyOf(to);
    const { case: current } = await this.reader.recorded(caseId, caller);
    const refused = refusalOf(current, policyVersion, caseNow(current));
    const gap = rehearse(current, rulesFor(current), rulesOf({ ...current, policyVersion }));
    return { caseId, allowed: !refused, refusal: refused ?? null, ...gap };
  }
}

/** Why two persons could not move it now; undefined where they could. */
function refusalOf(
  current: Case,
  policyVersion: string,
  now: Instant,
): Pick<Refusal, 'code' | 'zh' | 'en'> | undefined {
  const by: Asker = { id: 'rehearsal', roles: ['LEAD', 'COMPLIANCE'] };
  const command: Command = { type: 'MIGRATE_POLICY', fields: { policyVersion }, by, requestId: 'rehearsal' };
  const decision = decide(current, command, { now, rules: rulesFor(current) });
  if ('events' in decision) return undefined;
  const { code, zh, en } = decision.refusal;
  return { code, zh, en };
}
