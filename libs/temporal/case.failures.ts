import {
  ApplicationFailure,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { BACKLOGGED, REFUSED, type ProvenRefusal } from '#contract';

/** gRPC codes after which the update may or may not have happened, besides the deadline's own. */
const UNKNOWN_OUTCOME = {
  DEADLINE_EXCEEDED: 4,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNAVAILABLE: 14,
} as const;

/** What the server makes of an update its run ended under; the next run knows whether it was carried out. */
const RUN_ENDED = 'AcceptedUpdateCompletedWorkflow';

/** Temporal, or a worker behind it, did not answer in time. A command may have been carried out: only the same one, with the same id, may be sent again. */
export class CaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('the case did not answer in time', { cause });
    this.name = 'CaseUnavailable';
  }
}

const applicationFailureOf = (error: unknown): ApplicationFailure | undefined =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? error.cause : undefined;

/** The case's own no, with its proof. */
export function refusalIn(error: unknown): ProvenRefusal | undefined {
  const failure = applicationFailureOf(error);
  return failure?.type === REFUSED ? (failure.details?.[0] as ProvenRefusal) : undefined;
}

/** There is no open run of this case: none was started, or the last one is over. */
export const isGone = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError;

/** gRPC's NOT_FOUND; a history is asked for in a way that passes it on as it comes. */
const NOT_FOUND = 5;

/** Temporal does not have this run, or no longer. */
export const isUnknownRun = (error: unknown): boolean =>
  isGone(error) || (isGrpcServiceError(error) && Number(error.code) === NOT_FOUND);

/** The code gRPC gave, whether the library has wrapped it or not. */
function grpcCodeOf(error: unknown): number | undefined {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) ? cause.code : undefined;
}

/** A run that has just begun cannot be asked yet. */
export const isNotYetAskable = (error: unknown): boolean => grpcCodeOf(error) === UNKNOWN_OUTCOME.FAILED_PRECONDITION;

/** Nobody knows whether it happened, or it did not and soon may: it is asked again with the same id. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const failure = applicationFailureOf(error);
  if (failure) return failure.type === RUN_ENDED || failure.type === BACKLOGGED;
  const code = grpcCodeOf(error);
  return code !== undefined && Object.values<number>(UNKNOWN_OUTCOME).includes(code);
}

/** What is thrown for a call that failed: nobody knows what became of it, or the failure as it is. */
export const failureOf = (error: unknown): unknown => (isOutcomeUnknown(error) ? new CaseUnavailable(error) : error);
