import { ENGINE, restricted, type Case, type Fact, type FieldsOf, type Instant } from '#model';

/** The fact a case is told once, however often it is sent, when another one was merged into it. */
export const mergeFactId = (sourceCaseId: string): string => `merge:${sourceCaseId}`;

/**
 * What a case is told of one that was merged into it: the reasons and whatever is still restricted.
 * @param source the merged case as it closed.
 * @param acceptedAt when the merge was recorded, by the database's clock.
 */
export const mergeFactOf = (source: Case, acceptedAt: Instant): Fact => ({
  factId: mergeFactId(source.caseId),
  command: 'CASE_MERGED',
  fields: {
    sourceCaseId: source.caseId,
    issuer: source.issuer,
    reasonCodes: source.reasons.map(({ code }) => code),
    restrictions: restrictionsLeft(source),
  },
  by: ENGINE,
  occurredAt: source.closedAt ?? source.lastEventAt,
  acceptedAt,
});

/** What a case still holds back, in the words of a notice. */
export const restrictionsLeft = (source: Case): FieldsOf<'CASE_MERGED'>['restrictions'] =>
  restricted(source).map(({ capability, level, place, status, limitFen }) => ({
    capability,
    level,
    place,
    execution: status === 'STOP_ORDERED' ? ('ORDERED' as const) : ('DONE' as const),
    ...(limitFen !== undefined && { limitFen }),
  }));
