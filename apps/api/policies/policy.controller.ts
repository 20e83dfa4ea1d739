import { Controller, Get, Param, Query } from '@nestjs/common';
import { diffPolicies, graphOf, POLICIES, RELEASES, rulesForOpening, rulesOf, type Instant, type Policy } from '#model';
import { Access } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { Problem } from '../problem/problem.js';
import {
  diffQuery,
  graphAnswer,
  graphQuery,
  policyAnswer,
  policyDiff,
  policyList,
  type PolicyLine,
} from './policy.schema.js';

/** The rules cases are decided by: every released version, what differs, and the table as a graph. */
@Controller('api/v1')
@Access('ANYONE_SIGNED_IN')
export class PolicyController {
  @Get('policies')
  @Describe({ summary: 'Every released policy', answer: policyList })
  list(): { items: readonly PolicyLine[]; current: string } {
    const current = currentVersion();
    return { items: RELEASES.map((release) => lineOf(release, current)), current };
  }

  @Get('policies/diff')
  @Describe({
    summary: 'What differs between two policies',
    query: diffQuery,
    answer: policyDiff,
    codes: ['policy.not-found'],
  })
  diff(@Query() query: unknown) {
    const { from, to } = checked(diffQuery, query, Object.keys(diffQuery.shape));
    return { from, to, differences: diffPolicies(policyOf(from), policyOf(to)) };
  }

  @Get('policies/:version')
  @Describe({ summary: 'One policy with its tables', answer: policyAnswer, codes: ['policy.not-found'] })
  one(@Param('version') version: string): Policy & PolicyLine {
    const policy = policyOf(version);
    const opensFrom = RELEASES.find((release) => release.policy === policy)!.opensFrom;
    return { ...policy, ...lineOf({ policy, opensFrom }, currentVersion()) };
  }

  @Get('graph')
  @Describe({
    summary: 'The transition table as a graph',
    query: graphQuery,
    answer: graphAnswer,
    codes: ['policy.not-found'],
  })
  graph(@Query() query: unknown) {
    const { version = currentVersion() } = checked(graphQuery, query, Object.keys(graphQuery.shape));
    return graphOf(policyOf(version));
  }
}

/** The version cases open under now. */
const currentVersion = (): string => rulesForOpening(new Date().toISOString()).policy.version;

/**
 * A released policy.
 * @throws Problem `policy.not-found`.
 */
export function policyOf(version: string): Policy {
  const policy = Object.hasOwn(POLICIES, version) ? POLICIES[version] : undefined;
  if (policy) return policy;
  const known = Object.keys(POLICIES).join(', ');
  throw new Problem('policy.not-found', {
    detail: `There is no policy ${version}; there are ${known}.`,
    detailZh: `没有策略版本 ${version};现有 ${known}。`,
  });
}

type Release = { readonly policy: Policy; readonly opensFrom: Instant };

function lineOf({ policy, opensFrom }: Release, currentlyOpening: string): PolicyLine {
  const { version, calendarVersion, rulesRevision, source, mandatoryFrom } = policy;
  const { policyHash, calendarHash } = rulesOf({ policyVersion: version, calendarVersion });
  const current = version === currentlyOpening;
  return {
    version,
    calendarVersion,
    rulesRevision,
    source,
    current,
    opensFrom,
    mandatoryFrom,
    policyHash,
    calendarHash,
  };
}
